"""Numbers that stand without a unit and count all the same: 'chết 0, bị thương 4', 'Tổng số lớp: 25', 'đúng hạn 6.311'.

    bare = label [":"] number (end of the item)

The label says what is counted. A number that is plainly one (grouped, zero-padded, with decimals), or behind a colon
or a word that announces a value, stands for itself; a small one needs a neighbour in the same list.
"""

from __future__ import annotations

import re

from tongket.reading.amounts.named_numbers import names_a_thing, words_before
from tongket.reading.amounts.printed_units import ONE, Unit
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.years import IS_YEAR

_ITEM_END = re.compile(
    r"\s*(?:[,;](?=[\s)]|$)|\)(?=[\s).,;]|$)|\.(?=[\s”\")]|$)|$|/\.|\s[-–]\s|và\s"
    r"|\((?:[^()\d\n]{0,60}\s)?[+-]?\s?\d"
    r"|(?:trong đó|so với|so cùng kỳ|đạt|chiếm|tăng|giảm|bằng|còn lại|tỷ lệ|tỉ lệ)(?!\w))"
)
# 'Tổng số: 25 Nữ: 14 Trong đó: ...': the next label where no mark ends the item
_NEXT_LABELLED = re.compile(rf"\s(?=[{CAPITALS}][{SMALL}]+(?:\s[^\W\d_]+){{0,4}}\s?:\s)")
_STATE = re.compile(r"\s(?:đang|chưa|còn)\s[a-zà-ỹđ]")
_AFTER_ANOTHER = re.compile(r"(?:[,;]|\bvà)\s$")
_ANNOUNCED = re.compile(
    r"(?:[:=]|(?<!\w)(?:là|đạt|còn|có|được|tăng|giảm|lên|xuống|thêm|bằng|gồm|lần lượt|đến nay|hết))\s*$"
)
_SURE_DIGITS = re.compile(r"0\d|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+[.,]\d{1,2}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_VERSION = re.compile(r"\d{1,2}\.0")  # 'công nghiệp 4.0'
_FIRST_LABEL = re.compile(r":\s[^\d,;.:()\n]{1,40}[a-zà-ỹđ]\s$")
_NEXT_ITEM = re.compile(r"[,;]\s[^\d,;.:()\n]{1,40}[a-zà-ỹđ]\s(\d{1,4})(?=[,;.]|\svà\s)")
_PIECE = re.compile(r"[.,;()\n–\"“”]|\s-\s")
_COUNTING = re.compile(r"(?:^|[\s:])(?:[Tt]ổng\s+)?[Ss]ố\s+(?:lượng\s+)?(?=\w)|(?:^|[\s:])[Tt]ổng\s+(?=\w)")
_WORD = re.compile(r"[^\W\d_]+[23²³]?")
_SERIES = re.compile(r"\s*(?:[,;]|và|,\s*và|;\s*và)\s*")
_IN_ORDER = re.compile(r"lần lượt")
_IN_ORDER_BEFORE = re.compile(r"lần lượt(?:\s(?:là|có|đạt|còn|tăng|giảm|được|gồm|khoảng))?\s?:?\s$")
_TORN = re.compile(r"[|—_§\t]|  ")  # what is left of a table that lost its rules
_JOINTS = frozenset(("đến", "tới", "hoặc", "và", "từ", "với"))  # behind these no label stands
_ARRIVED = ["chuyển", "đến"]  # 'kết nạp 27, chuyển đến 15, chuyển đi 22'
_FARTHEST = 400  # letters between 'lần lượt' and the last of its numbers
_MOST = 60  # letters of a label that are looked at


def ends_an_item(text: str, at: int, end: int) -> bool:
    """Whether nothing that could be counted follows ``at``: a mark, the end, a comparison."""
    return _ITEM_END.match(text, at, end) is not None


def bare_unit(text: str, number: tuple[int, int], start: int, end: int, *, in_list: bool) -> Unit | None:
    """The unit of the bare number ``text[slice(*number)]`` in the paragraph ``text[start:end]``, "" where its label
    names none; None where the number is no count. ``in_list`` says that another amount stands before it.
    """
    at, stop = number
    digits = text[at:stop]
    words = words_before(text, _before_an_aside(text, at, start), start)
    if words[-1:] == ["từ"] and (onward := _ONWARD.match(text, stop, end)) and ends_an_item(text, onward.end(), end):
        return counted_by(label_before(text, at, start), stop) if _SURE_DIGITS.fullmatch(digits) else None
    colon = text[max(start, at - 2) : at] == ": "
    if _TORN.search(text, max(start, at - 20), min(stop + 12, end)):
        return None
    if in_list and _says_the_state(text, at, stop, start):
        return counted_by("", stop)
    ends = ends_an_item(text, stop, end) or (colon and _goes_on_beside(text, stop, end))
    joint = words[-1:] and words[-1] in _JOINTS and words[-2:] != _ARRIVED
    if not words or joint or not ends or names_a_thing(words, colon=colon):
        return None
    announced = _ANNOUNCED.search(text, max(start, at - 12), at) is not None
    if (IS_YEAR.fullmatch(digits) and not colon) or _VERSION.fullmatch(digits):
        return None
    if (
        not announced
        and not _SURE_DIGITS.fullmatch(digits)
        and not in_list
        and not _opens_a_list(text, at, stop, start)
        and not _opens_a_row_of_years(text, at, stop, start)
    ):
        return None
    label = label_before(text, at, start)
    named = words[-1][0].isupper() and not (in_list and words[-1].isupper())  # 'Đoàn TN 3, Hội CCB 2'
    if named and not announced and not _opens(label) and not _GROUPED.fullmatch(digits):
        return None
    return counted_by(label, stop)


def _goes_on_beside(text: str, stop: int, end: int) -> bool:
    """Whether the next label or an aside stands where no mark ends the item."""
    return any(one.match(text, stop, end) for one in (_NEXT_LABELLED, _ASIDE_BEHIND))


_ASIDE_BEFORE = re.compile(r"[^\W\d_](\s?\([^()\n]{1,30}\)): $")
_ASIDE_BEHIND = re.compile(r"\s?\([^()\d\n]{3,60}\)")  # 'Số trẻ được ăn: 60 (ăn ở lớp)'


def _before_an_aside(text: str, at: int, start: int) -> int:
    """Where the label of the number at ``at`` ends: before an aside in brackets, if a colon parts that from the number
    ('bỏ học (chuyển vùng): 3').
    """
    aside = _ASIDE_BEFORE.search(text, max(start, at - 40), at) if text.startswith("): ", max(at - 3, start)) else None
    return aside.start(1) if aside else at


_FROM = re.compile(r"(?<!\w)từ [\d.,]+$")
_ONWARD = re.compile(
    rf"(?P<joint>\s(?:tăng |giảm )?(?:lên|xuống)(?: còn| tới| đến)?\s)(?:{_SURE_DIGITS.pattern})(?![\d.,]*\d)"
)


def _says_the_state(text: str, at: int, stop: int, start: int) -> bool:
    """Whether a number says the state of some that were counted before: '09 trường hợp âm tính và 02 đang chờ kết quả'.

    Only with a zero before it: what stands behind 'và 3 chưa' is as often the number of a point.
    """
    after_another = _AFTER_ANOTHER.search(text, max(start, at - 4), at)
    return after_another is not None and text[at] == "0" and _STATE.match(text, stop) is not None


def _opens_a_list(text: str, at: int, stop: int, start: int) -> bool:
    """Whether the number is the first behind a colon, with another label and number next to it: 'Xếp loại: xuất sắc 14,
    tốt 19, khá 5'. One of the two has more than one digit: 'khoa: nội 1, nội 2' are names.
    """
    if not _FIRST_LABEL.search(text, max(start, at - 60), at):
        return False
    following = _NEXT_ITEM.match(text, stop)
    return following is not None and max(stop - at, len(following.group(1))) > 1


_OF_YEAR = re.compile(r"(?<!\w)[Nn]ăm (?P<year>(?:19|20)\d\d)(?: [a-zà-ỹđ]+){1,6} $")
_NEXT_YEAR = re.compile(r"[,;]\s(?:và )?năm (?P<year>(?:19|20)\d\d)(?:\s?:|(?: [a-zà-ỹđ]+){1,6}) \d")


def _opens_a_row_of_years(text: str, at: int, stop: int, start: int) -> bool:
    """Whether the number is that of the first of several years: 'năm 2020 kết nạp 118; năm 2021: 124'."""
    said, following = _OF_YEAR.search(text, max(start, at - _MOST), at), _NEXT_YEAR.match(text, stop)
    return said is not None and following is not None and int(following["year"]) == int(said["year"]) + 1


def label_before(text: str, at: int, start: int) -> str:
    """What stands before ``at`` up to the mark before it."""
    piece = text[max(start, at - _MOST) : at]
    cut = max((found.end() for found in _PIECE.finditer(piece)), default=0)
    return piece[cut:].strip(" :-+*•\u00a0")


def _opens(label: str) -> bool:
    """Whether one word with a capital is the whole label: 'Nam 45, Nữ 50'."""
    return len(label.split()) == 1


def counted_by(label: str, at: int) -> Unit:
    """The noun that a label counts ('Tổng số lớp' counts 'lớp') as a unit at ``at``; an empty one without it."""
    for found in _COUNTING.finditer(label):
        matched = match_unit(_WORD.findall(label[found.end() :])[:5])
        if matched is not None:
            word = matched[0]
            return Unit(at, at, word.word, word.factor, word.base, word.kind, not word.is_measure)
    return Unit(at, at, "", ONE, "", "", whole=False)


def labels_a_pair(text: str, at: int, start: int) -> bool:
    """Whether the label before ``at`` names two counts, 'Số lớp/học viên: 25/1.250'; 'đã làm/tổng số' is a share."""
    _, slash, second = label_before(text, at, start).partition("/")
    return bool(slash) and not second.lstrip().startswith(("tổng", "Tổng", "kế hoạch", "KH", "chỉ tiêu"))


def is_in_order(text: str, at: int, start: int) -> bool:
    """Whether 'lần lượt' announces the number at ``at``, alone or with a verb between."""
    return _IN_ORDER_BEFORE.search(text, max(start, at - 24), at) is not None


def is_series(text: str, before: int, at: int) -> bool:
    """Whether nothing but a joint of a list stands between ``before`` and ``at``."""
    return _SERIES.fullmatch(text, before, at) is not None


def goes_on(text: str, before: int, at: int, start: int) -> bool:
    """Whether the number at ``at`` is the next of those that 'lần lượt' announces, after an amount that ends at
    ``before``, or what that amount grew to: 'từ 1.204 lên 1.318'.
    """
    onward = _ONWARD.match(text, before)
    if onward is not None and onward.end("joint") == at:
        return _FROM.search(text, max(start, before - 16), before) is not None
    return is_series(text, before, at) and None is not _IN_ORDER.search(text, max(start, before - _FARTHEST), before)


_NEXT_LABEL = re.compile(r"[,;] (?:và |đã |được )?[a-zà-ỹđ][^\W\d_]*(?: [^\W\d_]+){0,5} ")
_OF_PEOPLE = re.compile(r"(?:[Cc]hết|[Tt]ử vong|[Bb]ị thương|[Mm]ất tích|[Tt]hương vong|[Nn]am|[Nn]ữ)\s+$")
COUNTED_TOGETHER = frozenset(("person", "body", "case", "document", "event", "household", "opinion", "place", "thing"))
"""Kinds of units that a list may print once, behind its last number."""


def goes_on_with_a_label(text: str, start: int, before: int, at: int) -> bool:
    """Whether the number ``text[start:before]`` is followed by another label whose number stands at ``at``: 'kết nạp
    18, khai trừ 01 đảng viên'. Not where its own label speaks of people's fate by itself ('chết 02').
    """
    return _NEXT_LABEL.fullmatch(text, before, at) is not None and not _OF_PEOPLE.search(
        text, max(start - 16, 0), start
    )
