"""Numbers of headings that only their neighbours prove (số mục chưa chắc).

A scan dirties or garbles them ('H. Tình hình' after 'I.', '5, Đối với' after '4.', '_ 3. Trường hợp'), a bullet may
stand before them ('- 1. Công tác Đảng'), no mark behind them ('1 Sản lượng', then '1.1 Nước sản xuất'), and a capital
letter before ordinary words ('A. Tình hình') may be the beginning of a name. Each counts where the number before it
or after it is there, and a garbled one then has the number that it should read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.model.sources import Source
from tongket.reading.outline.heading_numbers import (
    ARABIC,
    CAPITAL,
    ROMAN,
    SMALL_LETTER,
    Number,
    capital_value,
    numbered,
    roman_number,
    roman_value,
    small_value,
)
from tongket.reading.outline.headings import Head, head_of_number, is_contents_line
from tongket.reading.running.flow import Flow, FlowParagraph
from tongket.vietnamese.unicode import CAPITALS, SMALL

_UNMARKED = re.compile(rf"([1-9]\d?)\s(?=[{CAPITALS}][{SMALL}])")
_UNMARKED_ROMAN = re.compile(rf"([IVX]{{1,4}})\s(?=[{CAPITALS}][{SMALL}])")
_NO_MARK = "unmarked"  # the style of such numbers
_NO_MARK_BUT_COLON = "unmarked:"  # '1 Tình hình bạn đọc:'
_LONGEST_UNMARKED = 120
_ROUND_LETTER = re.compile(r"[©€]\s?\)\s*(?=\S)")  # a 'c' as recognition reads it
_DIRT = re.compile(r"(?:(?![-–—+*•●▪(])[\W_]){1,3}|(?:(?![-–—+*•●▪(])[\W_]){0,2}[a-zà-ỹđ]{1,2}\s(?=[\dĐIV])")
_MARKED = re.compile(
    r"[-–*•]\s?(?=(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-H])\s?[.)]\s|[a-zđ]\)\s)"
)  # '- 1. Công tác Đảng'
_COMMA = re.compile(rf"(\d{{1,2}})\s?[,;:'’»]\s+(?=[{CAPITALS}])")
_DOTTED_COMMA = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\s?,\s+(?=[{CAPITALS}][{SMALL}])")
_LETTER_BEFORE_COMMA = re.compile(rf"[a-eghikđ]\s?,\s+(?=[{CAPITALS}][{SMALL}\s])")
GARBLED_ROMAN = re.compile(
    rf"([IVXLHTUJYlị1|!Ị]{{1,5}})(?:\s?[.,\-]\s+(?=[{CAPITALS}])|\s+(?=[{CAPITALS}]{{2,}}\s[{CAPITALS}]{{2}}))"
)
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
_LETTER = re.compile(rf"([A-HKĐ])(?:\s?[.\-–)]\s*|\s?/\s+|/)(?=[{CAPITALS}])")
_TRUE_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_WITHOUT_DD = (4, 6)  # D and E where a list leaves Đ out
_STYLES = frozenset({"word", "capital", "roman", "arabic.", "dotted", "bracketed", "letter"})


def doubtful_head(source: Source, flow: Flow, paragraph: FlowParagraph) -> Head | None:
    """The heading that a paragraph may begin with, by a number that needs proof; None for plain text."""
    text = flow.text[paragraph.start : paragraph.end]
    first = text[0]
    if is_contents_line(text):
        return None
    if first.isdigit():
        if found := _COMMA.match(text):
            number = (found.group(1), int(found.group(1)), ARABIC, found.end(), "arabic.")
            return head_of_number(source, flow, paragraph, number)
        if (found := _DOTTED_COMMA.match(text)) and (read := numbered(f"{found[1]}. {text[found.end() :]}")):
            return head_of_number(source, flow, paragraph, (*read[:3], found.end(), read[4]))
        unmarked = _unmarked(text)
        return head_of_number(source, flow, paragraph, unmarked) if unmarked else None
    if first.islower() and (found := _LETTER_BEFORE_COMMA.match(text)):
        return head_of_number(source, flow, paragraph, _small_letter(first, found.end()))
    if first in "IVX" and (unmarked := _unmarked_roman(text)):
        return head_of_number(source, flow, paragraph, unmarked)
    if first in "IVXLHTUJYlị1|!Ị" and (found := GARBLED_ROMAN.match(text)):
        roman = ungarbled(found.group(1))
        if roman:
            number = (roman, roman_value(roman), ROMAN, found.end(), "roman")
            head = head_of_number(source, flow, paragraph, number)
            return None if head is None else replace(head, printed=found.group(1) if found.group(1) != roman else "")
    if first in "ABCDĐEFGHK" and (found := _LETTER.match(text)):
        number = (found.group(1), capital_value(first), CAPITAL, found.end(), "capital")
        return head_of_number(source, flow, paragraph, number, proven=True)
    if first in "©€" and (found := _ROUND_LETTER.match(text)):
        head = head_of_number(source, flow, paragraph, _small_letter("c", found.end()))
        return None if head is None else replace(head, printed=first)
    if (dirt := _MARKED.match(text) or _DIRT.match(text)) and dirt.end() < len(text):
        read = numbered(text[dirt.end() :])
        if read is not None and read[4] in _STYLES:
            label, value, rank, at, style = read
            head = head_of_number(source, flow, paragraph, (label, value, rank, dirt.end() + at, style))
            return None if head is None else replace(head, start=head.start + dirt.end())
    return None


def _small_letter(letter: str, at: int) -> Number:
    return letter, small_value(letter), SMALL_LETTER, at, "letter"


def _unmarked(text: str) -> Number | None:
    """'1 Sản lượng', '1 Tình hình bạn đọc:': a number without a mark, before few words."""
    found = _UNMARKED.match(text) if len(text) <= _LONGEST_UNMARKED else None
    if found is None or not (text[-1].isalpha() or text[-1] == ":"):
        return None
    style = _NO_MARK_BUT_COLON if text[-1] == ":" else _NO_MARK
    return found.group(1), int(found.group(1)), ARABIC, found.end(), style


def _unmarked_roman(text: str) -> Number | None:
    """'II Nội dung kiểm tra:'; capitals behind a Roman number need no colon."""
    found = _UNMARKED_ROMAN.match(text) if text[-1] == ":" and len(text) <= _LONGEST_UNMARKED else None
    if found is None or not _TRUE_ROMAN.fullmatch(found.group(1)):
        return None
    return found.group(1), roman_value(found.group(1)), ROMAN, found.end(), "roman"


def ungarbled(mark: str) -> str:
    """The Roman number that a garbled mark most likely is ('TH' -> 'III'); "" for none."""
    roman = mark.translate(_ROMAN_OF)
    return roman if _TRUE_ROMAN.fullmatch(roman) else ""


Placed = tuple[int, Head, bool]
"""The paragraph of a heading, the heading, and whether its number is doubtful."""


def proven(heads: Sequence[Placed], *, scanned: bool = False) -> list[tuple[int, Head]]:
    """The heads without the doubtful ones (the third value) that neither continue a row of numbers nor begin one.

    ``scanned``: a stroke of a Roman number may be lost, so the second 'II' between 'II' and 'IV' is a III.
    """
    heads = _without_unmarked(heads)
    after = _neighbours(heads)
    kept: list[tuple[int, Head]] = []
    before: dict[int, int] = {}  # the last value of each rank under the same heading
    for order, (index, head, doubtful) in enumerate(heads):
        opens = not before and after[order] is None and _opens_a_row(head, heads[order + 1 : order + 2])
        if doubtful and not opens and not _fits(head, before.get(head.rank), after[order]):
            continue
        if scanned and head.style == "roman" and before.get(head.rank) == head.value and after[order] == head.value + 2:
            head = replace(head, number=roman_number(head.value + 1), value=head.value + 1, printed=head.number or "")
        if head.number is not None:
            before = {rank: value for rank, value in before.items() if rank <= head.rank}
            before[head.rank] = head.value
        kept.append((index, head))
    numbered_at = {index for index, head in kept if head.number is not None}
    return [(index, head) for index, head in kept if head.number is not None or index not in numbered_at]


def _without_unmarked(heads: Sequence[Placed]) -> Sequence[Placed]:
    """The heads without numbers that no mark follows ('2 Doanh thu'), which are those of rows of a table, unless a
    colon ends the title or one is the parent of the next ('1 Sản lượng', then '1.1 Nước sản xuất'), and no number of
    the text has a mark.
    """
    unmarked = (_NO_MARK, _NO_MARK_BUT_COLON)
    numbers = [head for _, head, _ in heads if head.number is not None]
    if any(head.style == "arabic." for head in numbers):
        return [one for one in heads if one[1].style not in unmarked]
    if any(one.style in unmarked and other.number == f"{one.number}.1" for one, other in pairwise(numbers)):
        return heads
    return [one for one in heads if one[1].style != _NO_MARK]


def _fits(head: Head, before: int | None, after: int | None) -> bool:
    if head.value == 1:
        return before is None and after == 2
    if head.rank == CAPITAL and (before, head.value) == _WITHOUT_DD:
        before = head.value - 1
    goes_on = after in (None, 1, head.value + 1) or (head.rank == CAPITAL and (head.value, after) == _WITHOUT_DD)
    # A stroke lost in the next one ('IL', then 'II' for III) leaves the row before as proof.
    return before == head.value - 1 and (goes_on or (len(head.printed) > 1 and after == head.value))


def _opens_a_row(head: Head, below: Sequence[Placed]) -> bool:
    """Whether the first number of a row stands right below a capital 'A', whose own row ends with it."""
    first = [other for _, other, doubtful in below if other.number is not None and not doubtful]
    is_title = head.rank == CAPITAL and head.kind == "heading" and not (head.title or ".").endswith(".")
    return is_title and head.value == 1 and any(other.value == 1 and other.rank in (ROMAN, ARABIC) for other in first)


def _neighbours(heads: Sequence[Placed]) -> list[int | None]:
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
