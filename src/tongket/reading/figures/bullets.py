"""Lists whose items stand one a line below their whole: 'Tổng kinh phí 1.500 triệu đồng, gồm:' and a dash a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.links.linked import AmountLink, same_unit
from tongket.vietnamese.divisions import divides, overlaps

_OPENS = re.compile(
    r"[^.;\d]{0,60}?(?:(?P<all>gồm(?: có)?|bao gồm|chia ra|chia theo)|trong đó|cụ thể(?: như sau)?|như sau)"
    r"[^.;\d]{0,40}:\s*"
)
_MARK = re.compile(r"\s*([-+*•–]|[a-zđ]\)|\(?\d{1,2}[.)])\s*")
_OPEN_END = re.compile(r"\.\.\.|…|v\.v|chủ yếu|tiêu biểu|nổi bật")
_MOST_ITEMS = 30


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph of the flow with its amounts; ``first`` is the number of the first among those of the document."""

    start: int
    end: int
    first: int
    amounts: Sequence[Amount]


def link_bullets(text: str, paragraphs: Sequence[ReadParagraph]) -> Iterator[AmountLink]:
    """The wholes at the end of a paragraph with their parts in the items below, one part an item.

    A list with an item that states no amount of the whole's unit is left alone: it lists something else.
    """
    for index, paragraph in enumerate(paragraphs):
        if text[paragraph.end - 1 : paragraph.end] != ":" or not paragraph.amounts:
            continue
        whole = paragraph.amounts[-1]
        opened = _OPENS.fullmatch(text, whole.end, paragraph.end)
        if opened is None or whole.change is not None or not isinstance(whole.value, Decimal):
            continue
        items = _items(text, paragraphs, index)
        if len(items) < 2 or whole.unit.kind in ("rate", "rank", "score"):
            continue
        link = _link(text, paragraph, whole, items, claims=opened.group("all") is not None)
        if link is not None:
            yield link


def _items(text: str, paragraphs: Sequence[ReadParagraph], index: int) -> list[ReadParagraph]:
    """The items right below ``paragraphs[index]``, with the mark of the first; marks of lower levels are passed."""
    items: list[ReadParagraph] = []
    kind = ""
    for paragraph in paragraphs[index + 1 : index + 1 + _MOST_ITEMS]:
        mark = _MARK.match(text, paragraph.start, paragraph.end)
        if mark is None:
            break
        shape = "a)" if mark.group(1)[0].isalpha() else "1" if mark.group(1).strip("(.)").isdigit() else mark.group(1)
        if not items:
            own = _MARK.match(text, paragraphs[index].start, paragraphs[index].end)
            if own is not None and own.group(1) == mark.group(1):
                break  # the next item of the same list, and no part of this one
            kind = shape
        if shape == kind:
            items.append(paragraph)
        elif shape not in ("+", "*", "•"):
            break
    return items


def _link(
    text: str, paragraph: ReadParagraph, whole: Amount, items: Sequence[ReadParagraph], *, claims: bool
) -> AmountLink | None:
    parts: list[int] = []
    labels: list[str] = []
    for item in items:
        first = item.amounts[0] if item.amounts else None
        if first is None or first.change is not None or not same_unit(first, whole):
            return None
        if not isinstance(first.value, Decimal):
            return None
        parts.append(item.first)
        labels.append(text[item.start : first.start])
    if overlaps(labels) and not divides(labels, ""):
        return None
    listed = text[items[-1].start : items[-1].end]
    return AmountLink(
        "parts",
        paragraph.first + len(paragraph.amounts) - 1,
        tuple(parts),
        exhaustive=(claims or divides(labels, "")) and not _OPEN_END.search(listed),
    )
