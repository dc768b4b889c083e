"""The numbers of a report's prose, paragraph by paragraph, as checks of several against one another ask for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, is_slip, kind_of_measure, single
from tongket.model.figures import Figure
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_BULLET = re.compile(r"\s*(?:[-+*•–]|[a-zđ]\)|\(?\d{1,2}\))\s*")
_NAMES_OF_PEOPLE = frozenset(("nhân khẩu", "khẩu", "em", "nữ", "nam", "vị"))


_AS_BEFORE = re.compile(
    r"(?<!\w)bằng\s(?:khoảng |gần |hơn |trên )?[\d.,]+\s?%\s(?:so |với |của )*"
    r"(?:cùng k[ỳì]|(?:vụ|năm|kỳ|tháng|quý)(?:\s[^\W\d_]+){0,3}\s(?:trước|ngoái))(?!\w)"
)
_LIKEWISE = re.compile(r"(?<!\w)bằng\s(?:khoảng |gần |hơn |trên )?$")
_SENTENCE = re.compile(r"[.!?]\s(?=[^\W\d_a-zđ])|\n")
_SENTENCE_LETTERS = 400


def is_compared_likewise(text: str, rate: Figure) -> bool:
    """Whether a rate is of another time, as its sentence said of a rate before it in the same word: 'gieo cấy 1,7 triệu
    ha, bằng 98,7% vụ mùa năm trước; trong đó phía bắc 1,1 triệu ha, bằng 97,5%'.
    """
    if not _LIKEWISE.search(text, max(rate.start - 16, 0), rate.start):
        return False
    said = _SENTENCE.split(text[max(rate.start - _SENTENCE_LETTERS, 0) : rate.start])[-1]
    return _AS_BEFORE.search(said) is not None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the items that hang on it: its numbers in order, those of tables left out."""

    figures: tuple[Figure, ...]


@of_last_report
def blocks_of(report: Report) -> list[Block]:
    """The paragraphs that hold two numbers or more, each with the bulleted paragraphs behind it."""
    starts, heads = _paragraphs(report)
    found: list[list[Figure]] = []
    last = -1
    for one in report.figures:
        if one.in_table:
            continue
        head = heads[max(bisect_right(starts, one.start) - 1, 0)] if starts else 0
        if head != last or not found:
            found.append([])
            last = head
        found[-1].append(one)
    return [Block(tuple(figures)) for figures in found if len(figures) > 1]


@of_last_report
def paragraph_starts(report: Report) -> list[int]:
    """Where the paragraphs of a report begin, in order: lines that a page breaks are of one."""
    return sorted(one.spans[0].start for one in report.paragraphs if one.spans)


def _paragraphs(report: Report) -> tuple[list[int], list[int]]:
    """Where paragraphs begin, and for each where the paragraph begins that its item hangs on."""
    starts = paragraph_starts(report)
    heads: list[int] = []
    for start in starts:
        heads.append(heads[-1] if heads and _BULLET.match(report.text, start) else start)
    return starts, heads


def amount_of(one: Figure) -> Decimal | None:
    """The number in its base unit; of a share, its part."""
    value = one.base_value
    if isinstance(value, Decimal):
        return value
    return value.part if isinstance(value, Share) else None


def is_plain(one: Figure) -> bool:
    """Whether a number is stated as it is: not hedged, no change, no rate."""
    if one.change or one.unit == "%" or not isinstance(one.base_value, Decimal):
        return False
    return not one.qualifier or not is_hedged(one)


def is_alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers count the same: units of one name, one named more shortly, or people of whatever name."""
    first, second = one.base_unit, other.base_unit
    if not first or not second or (one.unit != other.unit and _per(one) != _per(other)):
        return False
    return first == second or _are_alike(first, second)


@lru_cache(maxsize=4096)
def _are_alike(first: str, second: str) -> bool:
    if "đồng" in (first, second):
        return False  # money is no 'đồng chí' and no 'đồng bào'
    if f"{first} ".startswith(f"{second} ") or f"{second} ".startswith(f"{first} "):
        return True
    if first in second.split(", ") or second in first.split(", "):
        return True  # '64 thôn, tổ dân phố', '04 thôn'
    return (_are_people(first) and _are_people(second)) or (first.startswith("lượt ") and second.startswith("lượt "))


@lru_cache(maxsize=1024)
def _are_people(base: str) -> bool:
    """Whether a unit counts people, of whatever name."""
    matched = match_unit(base.split())
    return base in _NAMES_OF_PEOPLE or (matched is not None and matched[0].kind == "person")


def _per(one: Figure) -> str:
    first, _, per = one.unit.partition("/")
    return "" if first in ("đ", "Đ") else per  # 'đ/c' is 'đồng chí'


def is_measured(one: Figure) -> bool:
    """Whether a number is of money, an area, a weight or the like, of which a whole one may be rounded."""
    return kind_of_measure(one.base_unit) != ""


def is_people(one: Figure) -> bool:
    """Whether a number counts people, of whatever name."""
    return _are_people(one.base_unit)


_POPULATION = re.compile(r"(?<!\w)(?:[Dd]ân số|[Tt]ổng số dân)(?:\s[^\d.;,]{1,30})?\s$")


@of_last_report
def population_of(report: Report) -> Figure | None:
    """The number of all inhabitants, where a report names it: 'Với dân số 812.400 người'."""
    people = (one for one in report.figures if not one.in_table and is_people(one) and is_plain(one))
    people = (one for one in people if "/" not in one.unit)  # 'mật độ dân số 384 người/km2'
    said = (one for one in people if _POPULATION.search(report.text, max(one.start - 45, 0), one.start))
    return next(said, None)


def is_near_miss(printed: Decimal, true: Decimal, decimals: int = 0) -> bool:
    """Whether a number is another one but for a slip of the pen: a digit, two neighbours, a lost or added zero, or one
    too many or too few in one place (108 for 98).
    """
    true = round(true, decimals)
    if printed == true or not true or not printed:
        return False
    if is_slip(printed, true) or is_shifted(printed, true):
        return True
    off = abs(printed - true).normalize()
    return off.as_tuple().digits == (1,) and len(printed.normalize().as_tuple().digits) > 1


def is_shifted(printed: Decimal, true: Decimal) -> bool:
    """Whether two numbers differ by their zeros alone: 20.000 and 200.000."""
    return printed != true and printed.normalize().as_tuple().digits == true.normalize().as_tuple().digits


_POWERS = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))


def is_off_by_zeros(printed: Decimal, true: Decimal) -> bool:
    """Whether a number is ten, a hundred ... times another, or a part of it, both as exact as one in a hundred."""
    return any(abs(printed - true * power) * 100 <= printed for power in _POWERS)


def is_near_rate(rate: Figure, true: Decimal) -> bool:
    """Whether a printed percentage is another one but for a slip of the pen, digits of two places among them (56 for
    65).
    """
    value = single(rate.value)
    if value is None:
        return False
    if is_near_miss(value, true, rate.decimals):
        return True
    room = Decimal(5).scaleb(-(rate.decimals + 1))
    if any(abs(value - true * times) <= room for times in (10, 100, Decimal("0.1"))):
        return True
    digits, others = f"{value:f}", f"{round(true, rate.decimals):f}"
    return len(digits) == len(others) and digits != others and sorted(digits) == sorted(others)


def are_of_one_whole(one: tuple[Figure, Figure], other: tuple[Figure, Figure]) -> bool:
    """Whether two parts with their percentages are of one whole, whatever it is: '398 (79,6%), 78 (15,6%)' of 500."""
    (low, high), (least, most) = whole_range(*one), whole_range(*other)
    return low <= most and least <= high


def whole_range(part: Figure, rate: Figure) -> tuple[Decimal, Decimal]:
    """Between what the whole lies of which a part is the percentage."""
    value, room = single(rate.value) or Decimal(0), half_last_digit(rate.decimals)
    hundred = 100 * (amount_of(part) or Decimal(0))
    return hundred / (value + room), hundred / max(value - room, room / 10)


@of_last_report
def neighbours(report: Report) -> tuple[tuple[tuple[Figure, ...], int], ...]:
    """Every number of the prose, by the block that it stands in and its place there."""
    return tuple((block.figures, index) for block in blocks_of(report) for index in range(len(block.figures)))
