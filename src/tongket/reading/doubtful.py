"""Numbers of headings that only their neighbours prove (số mục chưa chắc).

A scan dirties or garbles them ('H. Tình hình' after 'I.', '5, Đối với' after '4.', '_ 3. Trường hợp'), and a capital
letter before ordinary words ('A. Tình hình') may be the beginning of a name. Each counts where the number before it
or after it is there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.model.sources import Source
from tongket.reading.flow import Flow, FlowParagraph
from tongket.reading.headings import BRACKETED, CAPITAL, ROMAN, Head, head_of_number, numbered, roman_value
from tongket.reading.joining import UPPER

_DIRT = re.compile(r"(?:(?![-–—+*•●▪(])[\W_]){1,3}|(?:(?![-–—+*•●▪(])[\W_]){0,2}[a-zà-ỹđ]{1,2}\s(?=[\dĐIV])")
_COMMA = re.compile(rf"(\d{{1,2}})\s?[,;:'’»]\s+(?=[{UPPER}])")
_GARBLED_ROMAN = re.compile(rf"([IVXLHTUJYlị1|!Ị]{{1,5}})\s?[.\-]\s+(?=[{UPPER}])")
_ROMAN_OF = str.maketrans(
    {
        "L": "I",
        "T": "I",
        "J": "I",
        "l": "I",
        "ị": "I",
        "Ị": "I",
        "1": "I",
        "|": "I",
        "!": "I",
        "H": "II",
        "U": "II",
        "Y": "V",
    }
)
_LETTER = re.compile(rf"([A-HK])\s?[.\-–)]\s*(?=[{UPPER}])")
_TRUE_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_STYLES = frozenset({"word", "roman", "arabic.", "dotted", "bracketed"})


def doubtful_head(source: Source, flow: Flow, paragraph: FlowParagraph) -> Head | None:
    """The heading that a paragraph may begin with, by a number that needs proof; None for plain text."""
    text = flow.text[paragraph.start : paragraph.end]
    first = text[0]
    if first.isdigit():
        if found := _COMMA.match(text):
            number = (found.group(1), int(found.group(1)), 30, found.end(), "arabic.")
            return head_of_number(source, flow, paragraph, number)
        return None
    if first in "IVXLHTUJYlị1|!Ị" and (found := _GARBLED_ROMAN.match(text)):
        roman = found.group(1).translate(_ROMAN_OF)
        if _TRUE_ROMAN.fullmatch(roman):
            number = (found.group(1), roman_value(roman), ROMAN, found.end(), "roman")
            return head_of_number(source, flow, paragraph, number)
    if first in "ABCDEFGHK" and (found := _LETTER.match(text)):
        number = (found.group(1), "ABCDEFGHIK".index(first) + 1, CAPITAL, found.end(), "capital")
        return head_of_number(source, flow, paragraph, number, proven=True)
    if (dirt := _DIRT.match(text)) and dirt.end() < len(text):
        read = numbered(text[dirt.end() :])
        if read is not None and read[4] in _STYLES:
            label, value, rank, at, style = read
            head = head_of_number(source, flow, paragraph, (label, value, rank, dirt.end() + at, style))
            return None if head is None else replace(head, start=head.start + dirt.end())
    return None


def proven(heads: Sequence[tuple[int, Head, bool]]) -> list[tuple[int, Head]]:
    """The heads without the doubtful ones (the third value) that neither continue a row of numbers nor begin one."""
    after = _neighbours(heads)
    kept: list[tuple[int, Head]] = []
    before: dict[int, int] = {}  # the last value of each rank under the same heading
    for order, (index, head, doubtful) in enumerate(heads):
        if doubtful and not _fits(head, before.get(head.rank), after[order]):
            continue
        if head.number is not None:
            before = {rank: value for rank, value in before.items() if rank <= head.rank}
            before[head.rank] = head.value
        kept.append((index, head))
    return kept


def _fits(head: Head, before: int | None, after: int | None) -> bool:
    if head.value == 1:
        return before is None and after == 2
    return before == head.value - 1 and after in (None, 1, head.value + 1)


def _neighbours(heads: Sequence[tuple[int, Head, bool]]) -> list[int | None]:
    """For each head the value of the next one of its rank under the same heading."""
    found: list[int | None] = [None] * len(heads)
    after: dict[int, int] = {}
    for order in range(len(heads) - 1, -1, -1):
        head = heads[order][1]
        if head.number is None:
            continue
        found[order] = after.get(head.rank)
        after = {rank: value for rank, value in after.items() if rank <= head.rank}
        after[head.rank] = head.value
    return found


def is_listed(head: Head) -> bool:
    """Whether '(1)' opens a sentence of a list, and no section: it has no line of its own."""
    return head.rank == BRACKETED and head.kind != "heading"
