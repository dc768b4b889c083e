"""Numbers in words that clearly count: 'có hai mươi mốt hộ', 'bảo đảm ba tiêu chí'.

Only after a word that announces a count and before a listed unit word: 'một cửa', 'hai bên', 'năm tổ chức' are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.reading.amounts.hedges import change_before, hedge_before, word_before
from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.amounts.printed_units import read_unit
from tongket.vietnamese.numbers import NUMBER_WORDS, parse_words

_MORE = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mốt|tư|lăm|trăm|linh|lẻ|chục|nghìn|ngàn|triệu|tỷ|rưỡi"
# 'năm' and 'một' alone are mostly a year and an article; they count inside a longer number.
_FIRST: tuple[str, ...] = ("hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười")
_FIRST += ("một trăm", "một nghìn", "một triệu", "năm mươi", "năm trăm", "năm nghìn", "năm triệu")
_SPELLED = re.compile(rf"(?:{'|'.join(_FIRST)})(?: (?:{_MORE})){{0,16}} (?=\w)")
_ANNOUNCED = re.compile(
    r"(?:^|\s)(?:[Cc]ó|gồm|gồm có|với|được|[Cc]ả|đủ|bảo đảm|đảm bảo|thành lập|tổ chức|tặng|trao|xây dựng|ban hành|mở"
    r"|cho|tại|hỗ trợ|khen thưởng|kết nạp|tiếp nhận|đạt|tăng|giảm)\s+$"
)


_IN_WORDS = re.compile(rf"\((?:\s?[Bb]ằng chữ\s?:)?\s?(?:{_MORE}|{_MORE.title()})(?:,?\s?(?:{_MORE}|không))*,?\s?$")


def find_spelled(text: str) -> list[tuple[int, int]]:
    """Where ``text`` spells a number, in order."""
    found: dict[int, int] = {}
    for word in _FIRST:  # a plain search for each is far cheaper than one expression over the whole text
        at = text.find(f"{word} ")
        while at >= 0:
            spelled = _SPELLED.match(text, at) if at == 0 or not text[at - 1].isalnum() else None
            if spelled is not None:
                found[at] = spelled.end() - 1
            at = text.find(f"{word} ", at + 1)
    percent = text.find("%")
    while percent >= 0:
        rate = _ENDS_IN_RATE.search(text, max(percent - _LONGEST_RATE, 0), percent + 1)
        count = _BEFORE_RATE.search(text, max(rate.start() - 80, 0), rate.start()) if rate else None
        if count is not None:
            found.setdefault(count.start("said"), count.end("said"))
        percent = text.find("%", percent + 1)
    return _outermost(sorted(found.items()))


# 'một đại biểu là người dân tộc thiểu số (chiếm 1,05%)': what has a percentage is counted, one and five among them
_ITS_RATE = re.compile(r"(?:\s\((?:chiếm |tỷ lệ |đạt )?|,\s(?:chiếm|đạt)(?: tỷ lệ)? )\d{1,2},\d{1,2}\s?%")
_ENDS_IN_RATE = re.compile(f"{_ITS_RATE.pattern}$")
_LONGEST_RATE = 30  # letters
_BEFORE_RATE = re.compile(
    r"(?:[;,:(.]\s|(?:^|\s)(?:có|là|và|gồm)\s)(?P<said>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"\s(?!(?:trong|số)\s)[^\W\d_][^.;,:()\d\n]{1,55}$"
)


def _outermost(spots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the numbers inside others: of 'hai mươi ba' the whole."""
    kept: list[tuple[int, int]] = []
    for at, end in spots:
        if not kept or at >= kept[-1][1]:
            kept.append((at, end))
    return kept


_CLAUSE_TO_RATE = re.compile(rf"[^.;,:()\d\n]{{0,55}}{_ITS_RATE.pattern}")


def read_spelled(text: str, spots: list[tuple[int, int]], start: int, end: int) -> Iterator[Amount]:
    """The spelled amounts of the paragraph ``text[start:end]`` that ``spots`` lie in."""
    for at, stop in spots:
        value = parse_words(text[at:stop])
        unit = read_unit(text, stop, start, end)
        begin, qualifier = hedge_before(text, at, start, exact=False)
        long = value is not None and value > 10 and not text[at].isupper()
        announced = long or qualifier is not None or _ANNOUNCED.search(text[max(start, begin - 14) : begin])
        if value is None or unit is None or unit.kind in ("duration", "age", "rate"):
            continue
        rated = _CLAUSE_TO_RATE.match(text, unit.end) is not None
        if not rated and (value < 2 or not announced):
            continue
        if _IN_WORDS.search(text, max(start, begin - 90), begin):
            continue  # '13.503.000.000đ (Mười ba tỷ, năm trăm linh ba triệu đồng)': the number before, once more
        if unit.text[0].isupper() or word_before(text, at, start) in NUMBER_WORDS:
            continue  # 'Mười hai triệu đồng': the rest of a number that begins with a capital
        change = change_before(text, begin, start)
        yield Amount(begin, unit.end, at, stop, value, 0, unit, qualifier, change)
