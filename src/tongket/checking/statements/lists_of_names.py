"""Lists of places and bodies by their names: one in two lists that exclude each other, one twice in a list (danh sách
trùng tên): 'hoàn thành: Khe Lạnh, Nà Pàn; chưa hoàn thành: Nà Pàn, Lũng Ẳng'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import in_tables
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, SMALL

_OF = r"(?:xã|phường|thị trấn|huyện|thành phố|thôn|bản|ấp|khóm|sở|tổ dân phố|Xã|Phường|Thôn|Sở|Huyện)"
_NAME = rf"(?:{_OF} )?[{CAPITALS}][{SMALL}]*(?: [{CAPITALS}][{SMALL}]*){{0,4}}(?: \d{{1,2}})?"
_LIST = re.compile(
    rf"(?:gồm(?: có)?:? |(?P<brackets>\()|: )(?P<names>{_NAME}(?:(?:,| và|;) (?:và )?{_NAME}){{1,40}})"
    r"(?=[.;)](?:\s|$|[,;.])|\s*\n|\s*$)"
)
_PARTED = re.compile(r"(?:,| và|;) (?:và )?")
_FIRST = re.compile(rf"{_OF} ")
_BREAK = re.compile(r"[.;:()\n]")
_LABEL = 90  # letters of the words before a list
_BESIDE = 160  # letters between two lists of one matter
_GRADE = re.compile(
    r"(?<!\w)(?:hoàn thành (?:xuất sắc|tốt) nhiệm vụ|(?:không|chưa) hoàn thành nhiệm vụ|hoàn thành nhiệm vụ|xuất sắc"
    r"|giỏi|tốt|khá|trung bình|yếu|kém)(?!\w)"
)
_GRADED = re.compile(r"(?<!\w)(?:xếp loại|loại|mức|đánh giá|xếp)(?!\w)")
_NOT = re.compile(r"(?<!\w)(?:chưa|không)(?: được)? (?P<verb>[^\W\d_]+)")
_ASIDE = frozenset(
    [
        "đã",
        "chưa",
        "không",
        "được",
        "còn",
        "lại",
        "gồm",
        "có",
        "và",
        "là",
        "các",
        "những",
        "đơn",
        "vị",
        "địa",
        "phương",
        "số",
        "trong",
        "đó",
        "đạt",
        "mức",
        "loại",
        "xếp",
        "tổng",
        "100",
        "một",
    ]
)
_WORD = re.compile(r"[^\W_]+")
_ONE_IN_TWO = re.compile(r"(?<!\w)(?:vừa|cả hai|đồng thời|lĩnh vực|nội dung|tiêu chí|quý|tháng|đợt|vòng|lần)(?!\w)")
_FEWEST = 3  # names of a list in which none stands twice


@dataclass(frozen=True, slots=True)
class _Names:
    """A list: the words before it, its names, where it stands with these words."""

    label: str
    names: tuple[str, ...]
    place: Span


def check_lists_of_names(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one name stands in two lists beside each other of which one tells who did
    and the other who did not, or of two grades; or twice in one list.

    Not flagged: lists of two matters or times, by their words; what one may be in part; cells of tables; dirty scans.
    """
    if is_dirty(report):
        return
    lists = list(_lists(report))
    for one in lists:
        yield from _twice(report.text, one)
    for one, other in pairwise(lists):
        both = [name for name in other.names if name in one.names]
        if both and other.place.start - one.place.end <= _BESIDE and _exclude(one.label, other.label):
            yield told_otherwise(report.text, other.place, one.place)


def _lists(report: Report) -> Iterator[_Names]:
    text = report.text
    for found in finds(_LIST, text):
        if in_tables(report).touch(Span(*found.span())):
            continue
        low = max(found.start() - _LABEL, 0)
        broken = max((mark.end() for mark in _BREAK.finditer(text, low, found.start())), default=low)
        said = text[broken : found.start()].strip(" -+*•–,")
        names = tuple(_FIRST.sub("", one.strip()) for one in _PARTED.split(found["names"]))
        place = Span(
            broken + len(text[broken : found.start()]) - len(text[broken : found.start()].lstrip()), found.end()
        )
        yield _Names(said.lower(), names, place)


def _twice(text: str, one: _Names) -> Iterator[Finding]:
    """A name that a list tells twice, but of people, of whom two may have one."""
    name, count = Counter(one.names).most_common(1)[0]
    if len(one.names) < _FEWEST or count == 1 or " " not in name or _OF_PEOPLE.search(one.label):
        return
    places = [
        found.span() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text[one.place.start : one.place.end])
    ]
    if len(places) > 1:
        first, again = (Span(one.place.start + low, one.place.start + high) for low, high in places[:2])
        yield Finding("body-appendix-mismatch", "warning", again, "twice", {"text": name}, (first,))


_OF_PEOPLE = re.compile(
    r"(?<!\w)(?:ông|bà|đồng chí|đ/c|anh|chị|em|cháu|học sinh|thành viên|cán bộ|tên|tác giả|giải)(?!\w)"
)


def _exclude(one: str, other: str) -> bool:
    """Whether two labels exclude each other: of one matter, and one denies the other or names another grade."""
    if _ONE_IN_TWO.search(one) or _ONE_IN_TWO.search(other):
        return False
    grades = [_GRADE.findall(label) for label in (one, other)]
    if all(len(found) == 1 for found in grades) and grades[0] != grades[1]:
        left = [_words(_GRADE.sub(" ", label)) for label in (one, other)]
        graded = _GRADED.search(one) is not None or _GRADED.search(other) is not None or not any(left)
        return graded and len(left[0] ^ left[1]) <= 1
    for label, denied in ((one, other), (other, one)):
        not_done = _NOT.search(denied)
        if not_done and not _NOT.search(label) and not_done["verb"] in _WORD.findall(label):
            return len(_words(label) ^ _words(denied)) <= 1
    return False


def _words(label: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(label) if word not in _ASIDE and not word.isdigit())


CHECKS = (check_lists_of_names,)
