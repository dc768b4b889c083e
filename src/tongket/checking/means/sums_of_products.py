"""What several kinds cost together (tổng kinh phí của nhiều loại): each kind with its number and what one of it takes,
and behind the last of them what all took: '15 nhà (mỗi nhà 60 triệu đồng), 10 nhà (mỗi nhà 30 triệu đồng), tổng kinh
phí 1,2 tỷ đồng'.

A case of ``ratio-mismatch`` is told of one kind alone; of several it is a ``sum-mismatch``, whose page stands with the
arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import amount, ends_between, prose_of
from tongket.checking.evidence.numbers import rounding, shown_as
from tongket.checking.evidence.told import is_plain
from tongket.checking.means.products_told import counts_things, per_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OPENS = re.compile(r"[^.;:()\d\n]{0,50}\((?:mỗi [^\d().,;]{2,25}\s)?")
_NEXT = re.compile(r"\)(?:,|;| và|, và)\s[^.:()\d\n]{0,50}")
_TOTAL = re.compile(
    r"\),?\s(?:với )?(?:tổng (?:kinh phí|số tiền|trị giá|giá trị|chi phí|mức hỗ trợ|số vốn|cộng)|tổng)(?!\w)"
    r"[^.;:()\d\n]{0,30}"
)
_FEWEST = 2


Kinds = tuple[tuple[Figure, Figure], ...]


def check_sums_of_products(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where several numbers, each times what one takes, do not make the total right behind them.

    Not flagged: kinds without a number or a price; hedged numbers; what is within its rounding.
    """
    for kinds, total in sums_of_products(report):
        yield from _check(kinds, total)


@of_last_report
def sums_of_products(report: Report) -> tuple[tuple[Kinds, Figure], ...]:
    """The totals with the kinds right before them, each with its number and its price."""
    return tuple(_read(report))


def _read(report: Report) -> Iterator[tuple[Kinds, Figure]]:
    figures = prose_of(report)
    kinds: list[tuple[Figure, Figure]] = []
    for index, (count, each) in enumerate(pairwise(figures)):
        if not _is_kind(report.text, figures, index):
            continue
        if kinds and not _NEXT.fullmatch(report.text, kinds[-1][1].end, count.start):
            kinds = []
        kinds.append((count, each))
        total = figures[index + 2] if index + 2 < len(figures) else None
        if total is None or len(kinds) < _FEWEST or not _TOTAL.fullmatch(report.text, each.end, total.start):
            continue
        if is_plain(total) and total.base_unit == each.base_unit and not ends_between(report, each.end, total.start):
            yield tuple(kinds), total


def _is_kind(text: str, figures: Sequence[Figure], index: int) -> bool:
    """Whether a number has in brackets right behind it what one of it takes."""
    count, each = figures[index], figures[index + 1]
    if not is_plain(count) or not is_plain(each) or not amount(count) or not amount(each):
        return False
    if not _OPENS.fullmatch(text, count.end, each.start) or not text.startswith(")", each.end):
        return False
    per = per_of(text, figures, index + 1)
    return bool(per) and counts_things(count, per, figures, index + 1)


def _check(kinds: Kinds, total: Figure) -> Iterator[Finding]:
    made = sum((amount(count) * amount(each) for count, each in kinds), Decimal(0))
    room = rounding(total.value, total.base_value) + sum(
        (amount(count) * rounding(each.value, each.base_value) for count, each in kinds), Decimal(0)
    )
    if abs(made - amount(total)) > room and _LEAST * amount(total) < made < _MOST * amount(total):
        facts = {
            "parts": " + ".join(f"{count.text} × {each.text}" for count, each in kinds),
            "sum": shown_as(made, total),
            "total": shown_as(amount(total), total),
        }
        related = tuple(Span(one.start, one.end) for kind in kinds for one in kind)
        yield Finding("sum-mismatch", "error", Span(total.start, total.end), "", facts, related)


_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")  # of the total, beyond which it is of something else

CHECKS = (check_sums_of_products,)
