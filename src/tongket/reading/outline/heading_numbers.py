"""The number that a heading begins with (số thứ tự đề mục): how it is written, its value, and its rank among others."""

from __future__ import annotations

import re

from tongket.reading.running.joining import ORDINALS, PARTS_WITHOUT_NUMBER
from tongket.vietnamese.unicode import CAPITALS, SMALL

# Ranks: a smaller one stands above a greater one; the level in the tree is the depth that results.
PART, CHAPTER, DIVISION, CAPITAL, ROMAN, STANDARD, CRITERION, ARTICLE, ARABIC = 0, 10, 15, 16, 20, 22, 23, 25, 30
SMALL_LETTER, BRACKETED, BRACKETED_LETTER, BRACKETED_ROMAN = 70, 80, 82, 84
LABEL = 79
ORDINAL, STAR, DASH, PLUS = 85, 90, 100, 110

_BEGINS = rf"[{CAPITALS}“\"'‘(]"
_PART = re.compile(
    r"((?:Phần|PHẦN)\s+(?:thứ|THỨ)\s+\w+|(?:Phần|PHẦN)\s+(?:[IVX]+|\d{1,2}|[A-H]))\b\s*[.:\-–]*\s*"
    rf"|((?:Phần|PHẦN)\s+(?:{ORDINALS.lower()}|{ORDINALS.upper()}|{PARTS_WITHOUT_NUMBER}))\s*(?:[.:\-–]\s*|$)"
)
_CHAPTER = re.compile(rf"((?:Chương|CHƯƠNG)\s+[IVXL\d]+)\s*(?:[.:\-–]\s*|$|(?=[{CAPITALS}]{{2}}))")
_DIVISION = re.compile(rf"((?:Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+[IVX\d]+)\s*(?:[.:\-–]\s*|$|(?=[{CAPITALS}]{{2}}))")
# Of a report that judges itself by standards (Thông tư 18/2018/TT-BGDĐT and its like): 'TIÊU CHUẨN 1: QUẢN LÝ'
_STANDARD, _CRITERION = (
    re.compile(rf"({name}\s+(?:SỐ\s+)?\d{{1,2}}(?:\.\d{{1,2}})?)\s*(?:[.:\-–]\s*|$|(?=[{CAPITALS}]{{2}}))")
    for name in ("TIÊU CHUẨN", "TIÊU CHÍ")
)
_ARTICLE = re.compile(r"((?:Điều|ĐIỀU)\s+\d+[a-zđ]?)\s*(?:[.:]\s*|$)")
_IN_WORDS = (
    (_PART, PART),
    (_CHAPTER, CHAPTER),
    (_DIVISION, DIVISION),
    (_STANDARD, STANDARD),
    (_CRITERION, CRITERION),
    (_ARTICLE, ARTICLE),
)
_ROMAN = re.compile(
    rf"(?!V/[Vv]\b)((?:XX?|X?(?:IX|IV|V?I{{0,3}})))(?:\s?(?:[./)][-–](?=\s)|[.\-–):])|/(?=\s*[{CAPITALS}])|(?=\s[{CAPITALS}]{{2}}))\s*(?=\S)"
)
_CAPITAL = re.compile(
    rf"([A-HKĐ])(?:\s?[.\-–):]\s*(?={_BEGINS})|\s?/\s+(?={_BEGINS})|/(?=[{CAPITALS}](?:[{SMALL}]|[{CAPITALS}]+\s)))"
)
_COMPOUND = re.compile(
    r"((?:[IVX]{1,4}|[A-HĐ])(?:\s?\.\s?\d{1,2}){1,3}|[A-HĐ]\d{1,2}(?:\.\d{1,2}){0,2}(?=\s?[.):]))"
    rf"(?!\d)\s?[.)\-:]?\s*(?={_BEGINS})"
)
_SMALL_COMPOUND = re.compile(
    rf"([a-eghikđ])\s?(\.\s?)?(\d{{1,2}}(?:\.\d{{1,2}})?)(?!\d)(?(2)\s?[.)\-:]?|\s?[.)])\s*(?={_BEGINS})"
)
_DOTTED = re.compile(
    rf"(\d{{1,2}}(?:\s?\.\s?\d{{1,2}}){{1,4}})(?!\d)\s?([.)\-:]?|/(?=\s|[{CAPITALS}][{SMALL}]))\s*(?={_BEGINS})"
)
_ARABIC = re.compile(
    rf"(\d{{1,2}})\s?([./)][-–](?=\s)|[-–]/(?=\s)|[.)]|\)\.|[-–](?=\s)|/(?=\s|[{CAPITALS}][{SMALL}]))"
    rf"(?:\s*(?={_BEGINS}|[a-zà-ỹđ]{{2}})|\s(?=\d{{1,3}}(?:,\d+)?\s?%|0\d\s[a-zà-ỹđ]))"
)
_SMALL_LETTER = re.compile(
    r"([a-ik-vxyđ])\s?(?:[./)][-–]\s+(?=\w)|([.)\-])\s*(?=[^\W_a-zà-ỹ]|\S{2})|(/)(?:\s+(?=\w)|(?=[^\W_a-zà-ỹđ][a-zà-ỹđ])))"
)
_BRACKETED = re.compile(r"\((\d{1,2}|[ivx]{1,4}|[a-zđ])\)(\.(?=\s))?\s*(?=\S)")
_ORDINAL = re.compile(
    rf"((?:{ORDINALS})\s+là|Thứ\s+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))\s*(?:[:,;.\-–]\s*|\s)(?=\S)"
)
# What a report counts its matters by: 'Nhóm 1: ...', 'Giải pháp 2. ...', 'Tiêu chí số 3 về ...'
_MATTERS = (
    "Nhóm|Nhiệm vụ|Giải pháp|Nội dung|Dự án|Tiểu dự án|Tiêu chí|Tiêu chuẩn|Mô hình|Bước|Giai đoạn|Mục tiêu|Chuyên đề"
    "|Kiến nghị|Đề xuất|Vấn đề|Câu hỏi|Câu|Trụ cột|Khâu đột phá|Đột phá|Hợp phần|Thành phần|Hoạt động|Phương án"
    "|Kịch bản|Chỉ tiêu|Bài học"
)
_LABELLED = re.compile(
    rf"((?:{_MATTERS})\s(?:thứ\s|số\s)?(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|[IVX]{{1,4}}|nhất|hai|ba|tư|năm))\b\s*(?:[:.\-–]\s*|(?=về\s))(?=\S)"
)
_LABELS_BEGIN = frozenset(name[:3] for name in _MATTERS.split("|"))
_TRUE_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_CAPITAL_LETTERS = "ABCDĐEGHIK"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ORDINAL_VALUES = {
    word: value
    for value, words in enumerate(
        (
            ("một", "nhất"),
            ("hai",),
            ("ba",),
            ("bốn", "tư"),
            ("năm",),
            ("sáu",),
            ("bảy",),
            ("tám",),
            ("chín",),
            ("mười",),
        ),
        1,
    )
    for word in words
}

Number = tuple[str, int, int, int, str]
"""Number as printed, its value, rank, where the title begins, and its style of numbering."""


def numbered(text: str) -> Number | None:
    """The number that ``text`` begins with; None for none."""
    first = text[0]
    if first in "PC" or first in "MTĐ":
        for pattern, rank in _IN_WORDS:
            if found := pattern.match(text):
                label = found.group(found.lastindex or 1)
                return label, _last_value(label), rank, found.end(), "word"
    if first in "MHBNSTC" and (found := _ORDINAL.match(text)):
        return found.group(1), _last_value(found.group(1)), ORDINAL, found.end(), "ordinal"
    if text[:3] in _LABELS_BEGIN and (found := _LABELLED.match(text)):
        return found.group(1), _last_value(found.group(1)), LABEL, found.end(), "label"
    if first in "IVXABCDĐEFGH" and text[1:2] in " .0123456789IVX" and (found := _COMPOUND.match(text)):
        return _compound(found)
    if first in "IVX" and (found := _ROMAN.match(text)) and found.group(1):
        return found.group(1), roman_value(found.group(1)), ROMAN, found.end(), "roman"
    if first in "ABCDĐEFGHK" and (found := _CAPITAL.match(text)):
        return found.group(1), capital_value(first), CAPITAL, found.end(), "capital"
    if first.isdigit():
        if found := _DOTTED.match(text):
            number = re.sub(r"\s", "", found.group(1))
            parts = number.split(".")
            return number, int(parts[-1]), ARABIC + 10 * (len(parts) - 1), found.end(), "dotted"
        if found := _ARABIC.match(text):
            if of_lists := _below_number_of_list(text, found.end()):
                return of_lists
            return found.group(1), int(found.group(1)), ARABIC, found.end(), "arabic" + found.group(2).strip()
        return None
    if first == "(" and (found := _BRACKETED.match(text)):
        return _bracketed(found)
    if first.islower() and text[1:2] in " .0123456789" and (found := _SMALL_COMPOUND.match(text)):
        label = first + "." * bool(found.group(2)) + found.group(3)
        parts = found.group(3).split(".")
        return label, int(parts[-1]), SMALL_LETTER + len(parts), found.end(), "compound"
    if first.islower() and (found := _SMALL_LETTER.match(text)):
        return first, small_value(first), SMALL_LETTER, found.end(), "letter"
    return None


def _below_number_of_list(text: str, at: int) -> Number | None:
    """The number of a main heading behind that of a list, which a page of the web sets before it: '1. A. ĐẶC ĐIỂM'."""
    rest = text[at:]
    found = numbered(rest) if rest[:1] in "IVXABCDĐ" else None
    if found is None or found[2] not in (CAPITAL, ROMAN) or not rest[found[3] : found[3] + _CAPITALS].isupper():
        return None
    number, value, rank, title, style = found
    return number, value, rank, at + title, style


_CAPITALS = 8  # letters of a title that show that it is in capitals


def _compound(found: re.Match[str]) -> Number:
    """'I.2', 'II.1.3', 'A1', 'B.2': the number of the heading above with that of the heading itself."""
    label = re.sub(r"\s", "", found.group(1))
    parts = re.findall(r"\d+", label)
    above = ROMAN if label[0] in "IVX" else CAPITAL
    return label, int(parts[-1]), above + len(parts), found.end(), "compound"


def _bracketed(found: re.Match[str]) -> Number:
    """'(1)', '(a)', '(ii)': a small Roman number keeps its brackets, without which '(i)' would read as a letter."""
    mark, end = found.group(1), found.end()
    style = "bracketed" + (found.group(2) or "")
    if mark.isdigit():
        return mark, int(mark), BRACKETED, end, style
    if _TRUE_ROMAN.fullmatch(mark.upper()):
        return f"({mark})", roman_value(mark.upper()), BRACKETED_ROMAN, end, style
    return mark, _LETTERS.find(mark) + 1, BRACKETED_LETTER, end, style


def capital_value(letter: str) -> int:
    """1 for 'A', 5 for 'Đ', 6 for 'E'; lists with F leave Đ out, and their E is one lower than it says here."""
    return _CAPITAL_LETTERS.index(letter.replace("F", "G")) + 1


def small_value(letter: str) -> int:
    """1 for 'a', 5 for 'đ', 6 for 'e'; lists with f leave đ out."""
    return _LETTERS.find(letter.replace("f", "g")) + 1


def roman_value(number: str) -> int:
    """1 for 'I', 14 for 'XIV'."""
    total = 0
    for here, after in zip(number, [*number[1:], ""], strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if after and _ROMAN_VALUES[after] > value else value
    return total


def roman_number(value: int) -> str:
    """'XIV' for 14; up to 39."""
    return "X" * (value // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]


def _last_value(number: str) -> int:
    words = number.lower().removesuffix(" là").split()
    word = words[-1].rpartition(".")[2]  # 'Tiêu chí 17.2'
    if word.isdigit():
        return int(word)
    if set(word.upper()) <= set("IVX"):
        return roman_value(word.upper())
    return _ORDINAL_VALUES.get(word, 0)
