"""Numbers that only look like a count: list numbers, codes, times, ages in a rule, what is left of a torn table."""

from __future__ import annotations

import re
from decimal import Decimal

from tongket.reading.amounts.fractions import WORD_BEFORE
from tongket.reading.amounts.named_numbers import PARTS_OF_A_LAW
from tongket.reading.amounts.printed_units import Unit
from tongket.reading.running.scan import Token

AGE = re.compile(r"(?:[Tt]uổi thọ|[Tt]uổi đời|[Đđ]ộ tuổi|bình quân|trung bình)[^.;]{0,40}$")
"""Before years of age that are measured; else they say whom a rule means."""
_OPENERS = "([{:;,.\"'“‘”’><≥≤=~≈+-–—/*•…|"
_AMOUNT_BEFORE = re.compile(r"\d\s?[^\W\d_]+[23²³]?(?:\s[^\W\d_]+){0,5}\s?(?:\([^()\n]{1,90}\)\s?)?/$")
_TABLE_ZERO = re.compile(r"0[.,]000")  # as spreadsheets print nothing; torn from its column
_MAP_SCALE = re.compile(r"\b1\s?:\s?$")
_SCALE = re.compile(r"(?<!\w)[Tt][ỷỉ] lệ(?: bản đồ| bản vẽ)? $")
_LEAST_SCALE = 100
_SORTED = {
    "buổi/ngày": re.compile(r"(?<!\w)(?:[Ll]ớp|[Hh]ọc|[Dd]ạy) $"),
    "vụ": re.compile(r"(?<!\w)(?:lúa|đất|màu|rau) $"),
}
"""Units that beside a small number name a sort of what stands before: 'lớp học 2 buổi/ngày', 'đất lúa 1 vụ'."""
_AVERAGE = re.compile(r"(?:[Bb]ình quân|[Tt]rung bình|[Mm]ỗi|vạn dân|/|tăng từ|hệ số)[^.;]{0,80}$")
_OF_ONE = re.compile(
    r"(?:giá trị|[Gg]iá trị|thu nhập|[Nn]ăng suất|[Ss]ản lượng|[Dd]oanh thu|lợi nhuận)[^.;,\d]{0,40}trên\s?$"
)
_TELEPHONE = 9  # digits
_HOUR = 2


def may_count(text: str, token: Token, start: int, end: int) -> bool:
    """Not a list number, not glued to a letter or a symbol ('COVID-19', '05-KH', 'A1'), no telephone number; in the
    paragraph ``text[start:end]``.
    """
    at = token.start
    before = text[at - 1] if at > start else " "
    two_before = text[at - 2] if at - 2 >= start else " "
    after = text[token.end] if token.end < end else " "
    if before == "/":
        near = 130 if two_before == ")" else 40  # '176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn'
        return _AMOUNT_BEFORE.search(text[max(start, at - near) : at]) is not None
    if not (before.isspace() or before in _OPENERS) or (before in ".," and two_before.isdigit()):
        # glued, or a slip of optical reading: '1.§33,8'; but a lost blank in 'đạt98%'
        return before.islower() and two_before.isalpha() and after == "%"
    if before in "-–" and two_before.isalnum():
        return False
    if before == ":" and two_before.isdigit():
        return False  # a time, 'ISO 9001:2008'
    if text.startswith("00", token.end - 2) and _MAP_SCALE.search(text[max(start, at - 4) : at]):
        return False
    if after in "-–/" and token.end + 1 < end and text[token.end + 1].isupper():
        return False
    opens = at - start < 16 and not text[start:at].strip(" -+*•–\u00a0(")
    if opens and (after in ".)" or text.startswith("/ ", token.end)):
        return False
    digits = text[at : token.end]
    return not (len(digits) >= _TELEPHONE and digits.isdigit() and not text.startswith("đ", token.end))


def is_scale_of_a_map(text: str, at: int, start: int, whole: Decimal) -> bool:
    """Whether one part of so many, told at ``at``, is the scale of a map or a plan: 'quy hoạch tỷ lệ 1/500'."""
    return whole >= _LEAST_SCALE and whole % 100 == 0 and _SCALE.search(text[max(start, at - 20) : at]) is not None


def is_unfit(text: str, at: int, digits: str, value: Decimal, unit: Unit, bounds: tuple[int, int]) -> bool:
    """'4,63 huyện' in a torn table, 'đủ 55 tuổi' in a rule: words behind ``digits`` at ``at`` that are no unit."""
    start, end = bounds
    if not digits.isdecimal():
        if _TABLE_ZERO.fullmatch(digits):
            return True
        if unit.whole and value != value.to_integral_value() and "/" not in unit.text and unit.text != "lần":
            before = text[max(start, at - 100) : at]
            return WORD_BEFORE.search(before) is None and _AVERAGE.search(before) is None
    if unit.kind == "age" and not AGE.search(text[max(start, at - 100) : at]):
        return True
    if unit.kind == "area" and value == 1 and _OF_ONE.search(text[max(start, at - 100) : at]):
        return True  # 'giá trị thu trên 1 ha'
    after = text[unit.end : min(unit.end + 5, end)].lstrip()
    if unit.text == "g" and (value == 0 or (len(digits) <= _HOUR and text.startswith("g", at + len(digits)))):
        return True  # 'lúc 7g', 'điểm 4g'
    if unit.text == "độ" and after.lower().startswith(("vĩ", "kinh")):
        return True  # '20,5 độ Vĩ Bắc' is a place
    if digits in ("1000", "1.000") and after[:1] in "0123456789|" and after:
        return True  # '1.000 ha  52,786': the unit of a column that lost its rules
    sort = _SORTED.get(unit.text) if digits in ("1", "2", "3") else None
    if sort is not None and sort.search(text[max(start, at - 8) : at]):
        return True
    if unit.text == "đ" and value < 100:
        return True  # 'mẫu 14đ'
    return (unit.text == "lần" and after.startswith("thứ")) or (unit.text in PARTS_OF_A_LAW and after[:1].isdigit())
