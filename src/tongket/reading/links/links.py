"""Ties between the amounts of a paragraph: parts of a whole, a percentage of its base, a change between two values.

Only what the words tie is tied: a percentage goes to the base that the sentence names ('86,33% dân số' speaks of
people, not of households), a list is exhaustive only where it claims to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.links.changes import change_of
from tongket.reading.links.linked import AmountLink
from tongket.reading.links.listed import Listed
from tongket.reading.links.parts import parts_of, summed_up
from tongket.reading.links.percentages import percentage_of


def link_amounts(text: str, amounts: Sequence[Amount], stop: int) -> Iterator[AmountLink]:
    """The ties among ``amounts``, in order, of a paragraph that ends at ``stop`` in ``text``."""
    listed = Listed(text, amounts, stop)
    for index, amount in enumerate(amounts):
        if amount.unit.kind == "rate" and amount.change is None:
            link = percentage_of(text, amounts, index, stop)
        elif amount.change is not None:
            link = change_of(text, amounts, index)
        else:
            link = None
        if link is not None:
            yield link
        parts = parts_of(listed, index) or summed_up(listed, index)
        if parts is not None:
            yield parts


def renumbered(links: Iterable[AmountLink], first: int) -> Iterator[AmountLink]:
    """The same ties, for amounts that are counted from ``first``."""
    for link in links:
        yield AmountLink(link.kind, link.of + first, tuple(index + first for index in link.by), link.exhaustive)
