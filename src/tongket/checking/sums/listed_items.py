"""Lists behind a number as they are printed (phần liệt kê sau một số): what opens a list, its items with their
words, where it ends.

Whether the items make a number before them, ``parts_told`` judges.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import counts_alike, prose_of
from tongket.checking.evidence.places import matches_near
from tongket.checking.evidence.stops import SENTENCE_END
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.reports import Report

Claim = Literal["all", "listed", "some"]  # 'gồm', a bracket or a colon, 'trong đó'

_SAID = (
    r"(?P<all>[Bb]ao gồm|[Gg]ồm|[Cc]hia (?:ra|theo|làm|thành)|[Pp]hân (?:ra|theo)|(?:với|bằng) (?:các )?hình thức"
    r"|[Tt]heo (?:các )?(?:hình thức|đối tượng|loại|lĩnh vực|nguồn|cấp))(?!\w)"
    r"|(?P<some>[Tt]rong (?:số )?(?:đó|này)|[Cc]ụ thể|[Tt]heo đó|[Qq]ua đó|[Kk]ết quả)(?!\w)"
)
_OPENER = re.compile(
    rf"\(?(?<![\w.])(?:{_SAID})(?:\s(?:có|là|gồm|như sau))*[,:]?\s|\(|:\s(?=[^\d.:\n]{{0,60}}\d)"
    r"|(?P<labelled>:\s)(?=[^\d.:;,\n]{2,40}:\s?\d)"
    r"|(?<=,)\s(?:có|thì)\s(?=\d)"
)
_OPENS = (  # what stands in each of these, behind its first letter at most
    *("(", ":", "có", "thì", "ao gồm", "ồm", "hia ", "hân ", "ới ", "ằng ", "heo ", "rong ", "ụ thể", "ua đó"),
    "ết quả",
)
_SEPARATOR = re.compile(r"[,;.](?=\s)\s*(?:(?:và|cùng)\s)?|\s(?:và|cùng)\s")
_NUMBER = re.compile(r"(?<![\w.,/\-–])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d/\-–]|[.,]\d|\s?%)")
_NAMES = re.compile(
    r"(?<!\w)(?:tháng|năm|quý|số|khóa|kỳ|lần|lần thứ|thứ|lớp|khối|tổ|(?<!nông )thôn|(?<!văn )(?<!nhật )bản"
    r"|ấp|khu|đợt|vòng|giai đoạn|tuần"
    r"|điều|quốc lộ|đường|km|nhóm|mức|hạng|cấp độ|trước|sau)\s$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_DIGITS = re.compile(r"\d+")
_RATE = re.compile(
    r",?\s(?:(?:chiếm|đạt|bằng|tương đương|tỷ lệ|tỉ lệ|vượt|tăng|giảm|với|là)\s)*\d[\d.,]*\s?%"
    r"(?: (?:so (?:với )?)?(?:tổng số|kế hoạch|KH|dự toán|cùng kỳ)(?!\w)[^.;,\d\n]{0,30})?"
)
_ENDS = re.compile(
    r"(?<!\w)(?:[Tt]rong đó|[Rr]iêng|so với|[Kk]ết quả|[Đđ]ến nay|[Qq]ua đó"
    r"|[Tt]ổng(?: số| cộng)?(?! phụ trách| công ty| cục)|[Nn]âng|cùng kỳ|năm trước|[Bb]ình quân"
    r"|[Nn]goài ra|[Đđ]ồng thời|tăng|giảm|vượt|cao nhất|thấp nhất|kế hoạch|dự toán"
    r"|bao gồm|gồm|cụ thể|có|đã|(?:kỳ|quý|tháng|năm) sau|thuộc(?= \d))(?!\w)"
)
_LONGEST = 700  # letters of a list
_NAME = 40  # letters of a name


class Item(NamedTuple):
    """A number of a list with the words that say which part it is; ``is_bare`` where it is printed without a unit."""

    figure: Figure
    before: str
    behind: str
    is_bare: bool
    mark: str  # what parts it from the item before

    @property
    def label(self) -> str:
        """All words of the item."""
        return f"{self.before} {self.behind}".strip()

    @property
    def name(self) -> str:
        """Its words next to the number, where its kind is named."""
        return f"{self.before.rstrip()[-_NAME:]} {self.behind.lstrip()[:_NAME]}".strip()


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it is printed: what it claims, where it opens, its items, the words behind the last; ``beyond``: what a
    semicolon parts from them, as if of another matter.
    """

    claim: Claim
    start: int
    items: tuple[Item, ...]
    tail: str
    beyond: tuple[Item, ...] = ()
    opens_with_colon: bool = False


@of_last_report
def lists_of(report: Report) -> tuple[Listed, ...]:
    """The lists of a report that have two numbers or more, in order."""
    return tuple(_lists(report))


def _lists(report: Report) -> Iterator[Listed]:
    counts = _Counts(report)
    ends = [one.end for one in prose_of(report)]
    digits = [found.start() for found in _DIGITS.finditer(report.text)]
    around: deque[int] = deque(maxlen=_DEEPEST)  # where the last lists end that open with a colon
    for opened in matches_near(_OPENER, report.text, *_OPENS, before=1):
        if opened["labelled"] and not _is_said_of_number(report.text, ends, opened.start()):
            continue  # 'kết quả: số lớp: 12'; but 'giảm 14 em: chuyển trường: 10; bỏ học: 3'
        first = bisect_left(digits, opened.end())
        if first + 1 < len(digits) and digits[first + 1] < opened.end() + _LONGEST:  # else no two numbers stand there
            end = _end(report.text, opened.end(), in_brackets=opened[0].startswith("("))
            if opened[0].startswith(":"):
                if len(around) == _DEEPEST and min(around) > opened.start():
                    continue
                around.append(end)
            listed = _read(report.text, opened, end, counts)
            if listed is not None:
                yield listed


_DEEPEST = 15  # colons within one list, behind which stand its items
_SAID_OF_NUMBER = re.compile(r"[^.,;:()\d\n]{0,40}")


def _is_said_of_number(text: str, ends: Sequence[int], at: int) -> bool:
    """Whether nothing but words parts a place from the number before it: '175 hộ nghèo: thiếu vốn: 72; ...'."""
    index = bisect_left(ends, at + 1) - 1
    return index >= 0 and _SAID_OF_NUMBER.fullmatch(text, ends[index], at) is not None


class _Counts:
    """The numbers of a report that count something, piece by piece of its lists; what one piece holds is kept, for
    lists lie within lists ('đất đai: 20 hồ sơ, đang giải quyết: 20 hồ sơ, ...').
    """

    def __init__(self, report: Report) -> None:
        self._text = report.text
        self._by_number = {one.number_start: one for one in prose_of(report)}
        self._kept: dict[tuple[int, str], tuple[Figure, ...]] = {}

    def first_two(self, low: int, segment: str) -> tuple[Figure, ...]:
        """Those of a piece that begins at ``low``, two at most."""
        piece = (low, segment)
        if piece not in self._kept:
            self._kept[piece] = tuple(islice(_counts(self._text, low, segment, self._by_number), 2))
        return self._kept[piece]


def _read(text: str, opened: re.Match[str], end: int, counts: _Counts) -> Listed | None:
    """The list that opens there, to the ``end`` of its bracket or sentence; None where it has no two numbers."""
    claim: Claim = "all" if opened["all"] else "some" if opened["some"] and not _TELLS.match(opened[0]) else "listed"
    start = opened.end()
    if _SEPARATOR.search(text, start, end) is None:  # each item stands apart from the next
        return None
    said = _items_alone(text[start:end])
    if not _has_enough(said) or said.rstrip().endswith(","):
        return None  # of a list that the end of a page cuts the rest stands elsewhere
    items: list[Item] = []
    closed: int | None = None
    low, marks, label, is_aside = 0, "", "có " if opened[0].rstrip().endswith(" có") else "", False
    turned = False  # whether a semicolon stands before an item
    parted = False  # whether a semicolon stands before the words behind the last item
    for joint in (*_SEPARATOR.finditer(said), None):
        segment = said[low : joint.start() if joint else len(said)]
        told = counts.first_two(start + low, segment)
        words = label + segment[: told[0].number_start - start - low if told else len(segment)]
        if items and told and _is_change_of(items[-1], words, told[0]):
            low, marks = (joint.end() if joint else 0), joint[0].strip()[:1] if joint else ""
            continue
        label, parted = ("", False) if told else (f"{words} ", parted or (";" in marks and bool(items)))
        if told and not (is_aside and marks == _AND) and not (items and _is_beside(items[-1], words, told[0])):
            if not items and _is_nested(words):
                return None  # '42 dự án: 40/42 dự án chưa xong, trong đó 01 ...': the list is of what stands between
            mark = ";" if ";" in marks else marks[-1:]
            if mark == ";" and not turned and len(items) > 1 and closed is None:
                closed = len(items)  # 'cấp xã 7 cuộc, cấp thôn 5 cuộc; tiếp 12 lượt người'
            if _closes(items, words):
                break
            if told[0].unit == "%" or not is_plain(told[0]) or "=" in words.rstrip("= "):
                if closed is None:
                    return None
                break
            behind = segment[told[0].number_end - start - low :]
            items.append(Item(told[0], words, behind, told[0].end == told[0].number_end, mark))
            turned = turned or mark == ";"
            is_aside = len(told) > 1  # '27 chi bộ cơ sở với 02 đảng bộ bộ phận và 289 chi bộ trực thuộc'
            marks = ""
            if _NESTED.search(behind):
                break
        if joint is None:
            break
        low, marks = joint.end(), marks + joint[0].strip()[:1]
    inside, beyond = tuple(items[:closed]), tuple(items[closed:]) if closed is not None else ()
    if len(inside) < _FEWEST:
        return None
    return Listed(
        claim,
        opened.start(),
        inside,
        "" if beyond else f"; {label}" if parted else label,
        beyond,
        opened[0].startswith(":"),
    )


def _items_alone(said: str) -> str:
    """The words of a list without what its brackets and percentages say of each item; where the numbers themselves
    stand in brackets, without the marks of these: 'Khe Lạnh (12 hộ), Nà Pàn (07 hộ)'.
    """
    alone = _BRACKETS.sub(_blank, said) if "(" in said else said
    if alone is not said and not _has_enough(alone):
        alone = said.translate(_NO_BRACKETS)
    return _RATE.sub(_blank, alone) if "%" in alone else alone


def _has_enough(said: str) -> bool:
    """Whether a list has as many numbers as one needs."""
    return len(list(islice(_NUMBER.finditer(said), _FEWEST))) == _FEWEST


_NO_BRACKETS = str.maketrans("()", "  ")


def _is_change_of(item: Item, words: str, one: Figure) -> bool:
    """Whether a number tells by how much the item before it grew or fell: 'tốt 43 em, tăng 05 em, khá ...'."""
    return bool(one.change) and alike(item.figure, one) and _CHANGED.fullmatch(words) is not None


_CHANGED = re.compile(r"\s*(?:tăng|giảm|nhiều hơn|ít hơn)(?: thêm)?\s")
_TELLS = re.compile(r"\(?[Cc]ụ thể")  # all that there were, where the items are of the noun of the whole
_FEWEST = 2
_NESTED = re.compile(r":|(?<!\w)(?:trong đó|gồm|cụ thể|chia ra)(?!\w)")
_NESTED_BEFORE = re.compile(r"(?<!\w)(?:trong (?:số )?đó|bao gồm|chia ra)(?!\w)")


def _is_nested(words: str) -> bool:
    """Whether what stands before the first item opens a list of its own behind a number."""
    number = _DIGITS.search(words)
    return number is not None and _NESTED_BEFORE.search(words, number.end()) is not None


_AND = "v"


def _counts(text: str, low: int, segment: str, by_number: Mapping[int, Figure]) -> Iterator[Figure]:
    """The numbers of a piece of a list that count something: those with a unit, and bare ones at its end."""
    first, last = len(segment) - len(segment.lstrip()), len(segment.rstrip())
    for found in _NUMBER.finditer(segment):
        known = by_number.get(low + found.start())
        if known is not None and known.end > known.number_end:
            if not (known.unit in _AGES and _FROM_AGE.search(segment, max(found.start() - _NAME, 0), found.start())):
                yield known
            continue
        # 'vi phạm khác 35', '02 Nhất': a number without a unit ends its item, or heads it before a short name
        alone = found.end() == last or (found.start() == first and _SHORT.fullmatch(segment, found.end()))
        named = "," not in found[0] and _NAMES.search(segment, max(found.start() - _NAME, 0), found.start())
        if alone and not named:
            yield known or _bare(text, low, found)


_AGES = frozenset(("tuổi", "tháng tuổi"))
_FROM_AGE = re.compile(r"(?<!\w)(?:từ|đến|trên|dưới|đủ)\s$")  # 'trẻ em dưới 6 tuổi 409 lượt'
_SHORT = re.compile(r"\s(?!(?:tháng|năm|ngày|quý|giờ|tuần|lần|đợt)\s)[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s*")


def _is_beside(item: Item, words: str, one: Figure) -> bool:
    """Whether a number says more of the item before it: 'Hội Phụ nữ 808 tỷ đồng, với 19.136 hộ vay'."""
    if (item.is_bare and not one.unit) or not _says_more(words):
        return False  # '476,7; vốn tín dụng 289,7'
    return not alike(item.figure, one)


@lru_cache(maxsize=1024)
def _says_more(words: str) -> bool:
    """Whether words lead on to another number of the same item; kept as ``_end_in``."""
    return _BESIDE.search(words) is not None


_BESIDE = re.compile(
    r"(?<!\w)(?:với|cho|trị giá|tương ứng|thu hút|phục vụ|(?:tổng )?(?:số tiền|kinh phí|vốn)|làm|bình quân)(?!\w)"
)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _end(text: str, start: int, *, in_brackets: bool) -> int:
    """Where a list ends: at the bracket that closes it, or with its sentence."""
    stop = min(len(text), start + _LONGEST)
    closing = _closing(text, start, stop)
    if in_brackets:
        return start if closing is None else closing
    stop = stop if closing is None else closing  # the list of a bracket that opens before it
    head = _HEAD.match(text, start)
    end = start
    while (ended := SENTENCE_END.search(text, end, stop)) is not None:
        end = ended.end()
        if head is None or text[end : end + len(head[0]) + 1].strip().lower() != head[0].strip().lower():
            return ended.start()  # 'Trong đó, sản lượng khai thác ... . Sản lượng nuôi trồng ...'
    return stop


def _closing(text: str, start: int, stop: int) -> int | None:
    """Where the bracket closes that is open at ``start``; None where none does."""
    depth = 1
    for found in _PARENTHESIS.finditer(text, start, stop):
        depth += 1 if found[0] == "(" else -1
        if not depth:
            return found.start()
    return None


_HEAD = re.compile(r"[^\W\d_]+\s[^\W\d_]+\s")


_PARENTHESIS = re.compile(r"[()]")


def _closes(items: Sequence[Item], words: str) -> bool:
    """Whether the words before a number show that it is of another matter than the items before it."""
    if not items:
        return False
    said = _end_in(words)
    return bool(said) and said not in items[0].label.split()


@lru_cache(maxsize=1024)
def _end_in(words: str) -> str:
    """The word before a number that ends a list; "" where there is none. Kept, for lists lie within lists."""
    said = _ENDS.search(words)
    return said[0] if said else ""


def _bare(text: str, low: int, number: re.Match[str]) -> Figure:
    """A number of a list that the reader left out, as a figure without a unit."""
    start, end = low + number.start(), low + number.end()
    value = Decimal(number[0].replace(".", "").replace(",", "."))
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return Figure(start, end, text[start:end], value, "", value, number_start=start, number_end=end, decimals=decimals)


def alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers count the same, whatever classifier each has: 'ngôi nhà', 'căn nhà', 'nhà'; or the first has
    the noun of the second in short: '24 buổi' of '36 buổi biểu diễn'.
    """
    return counts_alike(one, other) or _are_of_one_noun(one.unit, one.base_unit, other.unit, other.base_unit)


@lru_cache(maxsize=4096)
def _are_of_one_noun(unit: str, base: str, other: str, other_base: str) -> bool:
    """As ``alike``; kept, for each item is asked of every number before its list."""
    if "/" in unit or "/" in other:
        return False
    if unit and other.startswith(f"{unit} "):
        return True
    units = (_CLASSIFIER.sub("", base), _CLASSIFIER.sub("", other_base))
    same = units[0] == units[1] or _initials(units[0]) == units[1] or units[0] == _initials(units[1])
    return same and "" not in units


def _initials(unit: str) -> str:
    """The abbreviation of a unit of several words: 'HTX' of 'hợp tác xã'."""
    words = unit.split()
    return "".join(word[0] for word in words).upper() if len(words) > 1 else ""


_CLASSIFIER = re.compile(r"^(?:ngôi|căn|cái|chiếc|con|người)\s(?=\w)")
