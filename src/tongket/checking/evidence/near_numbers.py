"""The numbers around a place, whatever sentence or paragraph they stand in, and how much their likeness tells.

A number that the words tie to others may still stand two sentences behind them. Of many numbers some pair always
comes near to a third one, so that a tie that only the numbers tell counts by how seldom chance would make it: a slip
of four digits tells, one of two digits hardly.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.spans import Starts
from tongket.checking.evidence.told import is_alike, is_near_miss, is_plain, paragraph_starts
from tongket.model.figures import Figure
from tongket.model.quantities import Share
from tongket.model.reports import Report

_BY_CHANCE = (1.0, 1.0, 0.25, 0.035, 0.005, 0.0006, 0.0001)  # that a number of so many digits is a slip of another
_FAR_BEFORE = 4000  # characters of a paragraph before a number in which its base may stand
_MOST_BEFORE = 60  # figures of those
_HEADING = re.compile(r"\n\s*(?:\*\*)?(?:[IVX]{1,5}|[A-D])[.)/]\s")


@of_last_report
def prose_of(report: Report) -> tuple[Figure, ...]:
    """The numbers of a report that stand in no table, in order."""
    return tuple(sorted((one for one in report.figures if not one.in_table), key=attrgetter("start")))


@of_last_report
def _starts(report: Report) -> list[int]:
    """Where the numbers of the prose begin: to look a place up among them takes half the time of asking each."""
    return [one.start for one in prose_of(report)]


@of_last_report
def _headings(report: Report) -> tuple[list[int], list[int]]:
    """Where the numbers of headings begin and end."""
    found = [one.span() for one in _HEADING.finditer(report.text)]
    return [start for start, _ in found], [end for _, end in found]


def before(report: Report, place: Figure, most: int, letters: int) -> Sequence[Figure]:
    """The last numbers of the prose before one, in order: so many, within so many letters, of its part of a report."""
    figures, starts = prose_of(report), _starts(report)
    at = bisect_left(starts, place.start)
    low = bisect_left(starts, _since(report, place.start, letters), hi=at)
    return figures[max(low, at - most) : at]


def behind(report: Report, place: Figure, most: int, letters: int) -> Sequence[Figure]:
    """The first numbers of the prose behind one, in order."""
    figures = prose_of(report)
    at = bisect_left(_starts(report), place.end)
    return [one for one in figures[at : at + most] if one.start - place.end <= letters]


def those_between(figures: Sequence[Figure], low: int, high: int) -> Sequence[Figure]:
    """Of numbers in order those that begin between two places."""
    first = bisect_left(figures, low, key=attrgetter("start"))
    return figures[first : bisect_left(figures, high, lo=first, key=attrgetter("start"))]


def _since(report: Report, at: int, letters: int) -> int:
    """Where the numbers before a place begin to be of its part: behind the last heading, at most so far away."""
    low = max(at - letters, 0)
    starts, ends = _headings(report)
    last = bisect_right(ends, at) - 1
    return ends[last] if last >= 0 and starts[last] >= low else low


_SAME = (
    frozenset(("tin", "tin báo", "nguồn", "nguồn tin", "tố giác")),  # of crimes, by whatever name
    frozenset(("ý kiến", "lượt ý kiến", "kiến nghị")),
    frozenset(("nhiệm vụ", "việc", "công việc")),
    frozenset(("nhà", "ngôi nhà", "căn nhà", "căn")),
)


def counts_alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers may count the same: alike, a case for each person, or bare behind a number with its unit."""
    return is_alike(one, other) or _are_counted_alike(one.unit, one.base_unit, other.unit, other.base_unit)


@lru_cache(maxsize=4096)
def _are_counted_alike(unit: str, base: str, other: str, other_base: str) -> bool:
    if "/" in unit or "/" in other:
        return False
    if "lượt" in (unit, other) and unit[:4] == other[:4]:
        return True
    units = {base, other_base}
    if any(units <= names for names in _SAME):
        return True
    if "trường hợp" in units and units & {"hồ sơ", "đơn", "vụ", "vụ việc"}:
        return True
    return len(units) == 2 and ("" in units and not units & {"đồng", "%"})


def terms_of(one: Figure) -> tuple[Decimal, ...]:
    """The amounts that a number states: of a share, its whole and its part."""
    if isinstance(one.base_value, Share):
        return (one.base_value.whole, one.base_value.part)
    value = single(one.base_value)
    return () if value is None else (value,)


def digits_of(value: Decimal) -> int:
    """How many digits of a number tell something: '106,1' has four, '8.000' one."""
    return len(value.normalize().as_tuple().digits)


def is_pen_slip(printed: Decimal, true: Decimal, decimals: int = 0) -> bool:
    """Whether a printed number is another one but for a slip of the pen: as ``told.is_near_miss``, its digits in
    another order, or one digit too many or too few (5,05 for 5,5).
    """
    true = round(true, decimals)
    if printed == true or printed <= 0 or true <= 0:
        return False
    if is_near_miss(printed, true, decimals):
        return True
    one, other = f"{printed:f}".replace(".", ""), f"{true:f}".replace(".", "")
    if len(one) == len(other):
        differing = sum(1 for digit, true_digit in zip(one, other, strict=True) if digit != true_digit)
        return len(one) > 1 and (differing == 1 or sorted(one) == sorted(other))
    short, long = sorted((f"{printed.normalize():f}", f"{true.normalize():f}"), key=len)
    lost = (long[:at] + long[at + 1 :] for at in range(len(long)))
    return len(long) == len(short) + 1 and len(short.replace(".", "")) > 1 and short in lost


_MOST_MEANT = 4  # numbers between which a slip can tell
_LEAST_MEANT = 100  # of three digits at least


def chance_of_slip(one: Figure, low: Decimal, high: Decimal) -> float:
    """The chance that a number is by chance, but for a slip of the pen, one between two amounts of its base unit; 1
    where it is none. Digits that the two leave open are left out.
    """
    value, base = single(one.value), single(one.base_value)
    if isinstance(one.base_value, Share):
        value = base = one.base_value.part
    if not value or not base or low <= 0:
        return 1.0
    step = Decimal(1).scaleb(-one.decimals)
    scale = value / base
    while (high - low) * scale > _MOST_MEANT * step:
        step *= 10
    first, last, said = round(low * scale / step), round(high * scale / step), round(value / step)
    if first <= said <= last or first < _LEAST_MEANT:
        return 1.0
    slips = [
        number
        for number in range(first, last + 1)
        if (len(str(number)) == len(str(said)) or said in (number * 10, number // 10))
        and is_pen_slip(Decimal(said), Decimal(number))
    ]
    return chance_of(Decimal(said), len(range(first, last + 1)), len(str(first))) if slips else 1.0


def swapped(printed: Decimal, true: Decimal, decimals: int = 0) -> bool:
    """Whether two numbers have the same digits in another order, which chance makes less often than another digit."""
    one, other = (sorted(f"{round(value, decimals):f}") for value in (printed, true))
    return printed != true and one == other


def chance_of(printed: Decimal, tries: int, digits: int = 0) -> float:
    """How likely it is that a number is a slip of one of so many others by chance; a round one has few digits."""
    said = f"{printed:f}"
    count = digits or len((said if "." in said else said.rstrip("0")).replace(".", "").lstrip("0"))
    return tries * _BY_CHANCE[min(count, len(_BY_CHANCE) - 1)]


def chance_of_sum(whole: Figure, of: Decimal, parts: Sequence[Figure]) -> float:
    """The chance that parts miss a whole of that amount by a slip of it, or of one of them, and mean another; 1 where
    none is a slip. Of all slips few have the same digits in another order, but pens make these as often.
    """
    slips = _slips_of_sum(whole, of, parts)
    return min((1.0, *(chance_of(said, tries) * (_TURNED if turned else 1) for said, tries, turned in slips)))


_TURNED = 0.3


def is_slip_of_sum(whole: Figure, of: Decimal, parts: Sequence[Figure]) -> bool:
    """Whether one slip of a whole or of a part makes them differ, however likely chance would make it."""
    return next(_slips_of_sum(whole, of, parts), None) is not None


def _slips_of_sum(whole: Figure, of: Decimal, parts: Sequence[Figure]) -> Iterator[tuple[Decimal, int, bool]]:
    """Each number as printed that a slip of the pen parts from what the others make it, of how many it is one, and
    whether the slip turned its digits.
    """
    value, base = single(whole.value), single(whole.base_value)
    scale = value / base if value and base else Decimal(1)
    places = max(one.decimals for one in (whole, *parts))
    added = sum((amount(one) for one in parts), Decimal(0))
    if is_pen_slip(of * scale, added * scale, places):
        yield round(of * scale, places), 1, swapped(of * scale, added * scale, places)
    for one in parts:
        stated, true = amount(one) * scale, (of - added + amount(one)) * scale
        if true > 0 and is_pen_slip(stated, true, places):
            yield round(stated, places), len(parts), swapped(stated, true, places)


_HANGING = (":", ";", ",", ".", "!", "?")
_ITEM = re.compile(r"\s*(?:[-+•*–]|[a-zđ]\)|\(?\d{1,2}\))\s")
_STOP = re.compile(r"[.!?](?=\s)")


def ends_between(report: Report, low: int, high: int) -> list[int]:
    """Where sentences and paragraphs end between two places; a line that hangs on a colon or a semicolon ends none."""
    stops = _stops(report)
    ends = stops[bisect_right(stops, low) : bisect_left(stops, high)]
    paragraphs = list(_ends_of_paragraphs(report, low, high))
    return sorted({*ends, *paragraphs}) if paragraphs else ends


@of_last_report
def _stops(report: Report) -> list[int]:
    """Behind which marks sentences end."""
    return [found.end() for found in _STOP.finditer(report.text)]


def are_in_one_sentence(report: Report, low: int, high: int) -> bool:
    """Whether nothing ends between two places, which may stand far apart: as ``not ends_between`` says, but looked for
    to the first end alone.
    """
    stops = _stops(report)
    at = bisect_right(stops, low)
    if at < len(stops) and stops[at] < high:
        return False
    return next(_ends_of_paragraphs(report, low, high), None) is None


def _ends_of_paragraphs(report: Report, low: int, high: int) -> Iterator[int]:
    starts = paragraph_starts(report)
    for start in starts[bisect_left(starts, low + 1) : bisect_left(starts, high + 1)]:
        if _last_letter(report.text, low, start) not in _HANGING and not _ITEM.match(report.text, start):
            yield start


_BLANKS = 20  # that mostly part two paragraphs at most


def _last_letter(text: str, low: int, high: int) -> str:
    """The last letter of a part of a text behind which only blanks stand; "" where it has nothing else."""
    near = text[max(low, high - _BLANKS) : high].rstrip() or text[low:high].rstrip()
    return near[-1:]


def amount(one: Figure) -> Decimal:
    """The number in its base unit; of a share, its part; zero of what is no single number."""
    value = one.base_value
    if isinstance(value, Decimal):
        return value
    return value.part if isinstance(value, Share) else _NONE


_NONE = Decimal(0)


_OF_THESE = re.compile(r"(?<!\w)(?:với|gồm|trong đó|chia ra|cụ thể)(?!\w)|[:(]")


_GLUED = re.compile(r"(?<!\w)[^\W\d_]{3,}\d")


def holds_a_glued_number(text: str, low: int, high: int) -> bool:
    """Whether a number in ``text[low:high]`` lost the blank before it, so that it is not read: 'Nà Pàn116ha'."""
    return _glued(text).lie_in(low, high)


@lru_cache(maxsize=2)
def _glued(text: str) -> Starts:
    return Starts(_GLUED, text)


def opens_its_own_list(text: str, figures: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    """Whether the first of some parts is what the numbers behind it are said to make, and so no part beside them:
    'nhận 190 đơn, trong đó 150 đơn đủ điều kiện với 40 đơn khiếu nại, 20 đơn tố cáo và 90 đơn kiến nghị'.
    """
    first, last = min(parts, key=attrgetter("start")), max(parts, key=attrgetter("start"))
    noun, wanted, made = first.base_unit.partition(" ")[0], amount(first), _NONE
    low = bisect_left(figures, first.end, key=attrgetter("start"))
    high = bisect_right(figures, last.start, key=attrgetter("start"))
    inner: list[Figure] = []
    for one in figures[low:high]:
        if is_plain(one) and one.base_unit.partition(" ")[0] == noun:
            inner.append(one)
            made += amount(one)
            if made > wanted:
                return False
    if not noun or len(inner) < _FEWEST_LISTED or made != wanted:
        return False
    return _OF_THESE.search(text, first.end, inner[0].start) is not None


_FEWEST_LISTED = 2


def is_second_of_pair(text: str, one: Figure, other: Figure) -> bool:
    """Whether two numbers tell one matter in two units: '32 vụ/47 bị can', '874 vụ, 1.172 bị can'."""
    if not is_plain(one) or not is_plain(other) or counts_alike(one, other) or "%" in (one.unit, other.unit):
        return False
    return _PAIRED.fullmatch(text, one.end, other.start) is not None


_PAIRED = re.compile(r"\s?(?:/|,|-|và|với)\s?")


def numbers_before(report: Report, printed: Figure, end: int) -> Sequence[Figure]:
    """The figures of the paragraph of ``printed`` that begin before ``end``, the last of them where there are many."""
    start = report.text.rfind("\n", max(printed.start - _FAR_BEFORE, 0), printed.start)
    start = max(start, printed.start - _FAR_BEFORE)
    low = bisect_right(report.figures, start, key=attrgetter("start"))
    return report.figures[low : bisect_left(report.figures, end, lo=low, key=attrgetter("start"))][-_MOST_BEFORE:]
