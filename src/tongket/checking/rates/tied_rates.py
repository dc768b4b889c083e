"""Percentages with the number that the words tie them to (tỷ lệ và số của nó), and what it may be of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.accounts import is_taken_over
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    counts_alike,
    ends_between,
    is_second_of_pair,
    terms_of,
)
from tongket.checking.evidence.numbers import fits, half_last_digit, rounding, single
from tongket.checking.evidence.told import is_compared_likewise, is_plain, neighbours
from tongket.checking.rates.named_works import is_of_another_work
from tongket.model.figures import Figure
from tongket.model.reports import Report

_TIED = re.compile(
    r"(?:[^.;\d\n()]{0,60}?[,;])?\s?(?:[^.,;\d\n()]{0,64}?\s)?\(?(?:(?:mới |chỉ |đã |cũng )*"
    r"(?:chiếm|đạt|bằng|tương ứng|tương đương|tỷ lệ|tỉ lệ|tỷ trọng|=)(?:\s(?:với|tỷ lệ|tỉ lệ|khoảng|gần|trên|hơn))*\s|"
    r"(?<=\())"
)
_AND_OF = re.compile(
    r"\s(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|tổng số)[^.;,\d\n()]{0,30}(?:,| và)\s(?:bằng|chiếm|đạt)\s"
)
_PAST_CHANGE = re.compile(
    r"\s(?:so (?:với )?)?(?:cùng kỳ|năm|tháng|quý|đầu)[^.;,\n()]{0,30}"
    r"(?:,| và)(?P<joint>\s(?:chiếm|đạt|bằng)(?: tỷ lệ| khoảng)?\s)"
)
QUALITIES = frozenset(("tiêu chí", "sao", "điểm"))  # by which things are told apart, and which are no parts of a whole
HAS_REACHED = re.compile(r"(?:\s[^\W\d_]+){0,5}\s(?:đạt|được)(?: chuẩn| đủ| được)?\s")
_REACHED = re.compile(r"(?<!\w)(?:mới|đã)(?: chỉ)? (?:đạt|được|bằng)\s$")
_NO_SHARE = re.compile(
    r"(?<!\w)(?:vượt|tăng|giảm|hơn|kém|lãi suất|tốc độ|che phủ|cùng kỳ|năm trước|so với)(?!\w)|/(?:năm|tháng)"
)
_OF_OTHERS = re.compile(
    r"\s*(?:so với (?!tổng|số|kế)|so (?=cùng|năm|vụ|tháng|quý|kỳ|đầu|cuối)|cùng kỳ|năm|vốn|bình quân|tỷ trọng|/|điểm)"
)
PLANNED = re.compile(
    r"(?<!\w)(?<!% )(?<!%)(?<!với )(?:[Gg]iao|[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán|KH|[Mm]ục tiêu|[Nn]hu cầu"
    r"|[Đđ]ịnh mức|[Vv]ốn (?:được |đã )?(?:phân bổ|bố trí|cấp))(?!\w)[^;]*$"
)
PARTS = re.compile(r"(?<!\w)(?:[Tt]rong đó|[Gg]ồm|[Bb]ao gồm|[Rr]iêng)(?!\w)")  # of what was done, not of its plan
OF_A_PLAN = re.compile(r"\s*(?:so (?:với )?)?(?:tổng )?(?:kế hoạch|chỉ tiêu|dự toán|KH\b|mục tiêu)")
NEAR = 12  # numbers before a percentage among which its whole may stand
FAR = 900  # letters


@dataclass(frozen=True, slots=True)
class Told:
    """A percentage, its part, and the numbers near it that may be its whole, the nearest first."""

    rate: Figure
    part: Figure
    wholes: tuple[tuple[Figure, Decimal], ...]


@of_last_report
def told_rates(report: Report) -> tuple[Told, ...]:
    """The percentages of a report with their parts, where numbers near them may be their wholes."""
    told = (Told(rate, part, tuple(_wholes(report, rate, part))) for rate, part in tied_rates(report))
    return tuple(one for one in told if one.wholes)


@of_last_report
def tied_rates(report: Report) -> tuple[tuple[Figure, Figure], ...]:
    """Percentages with the number that they are of some whole, as the words tie them."""
    return tuple(_tied(report))


def _tied(report: Report) -> Iterator[tuple[Figure, Figure]]:
    text = report.text
    for figures, index in neighbours(report):
        rate, part = figures[index], figures[index - 1]
        if not index or rate.unit != "%" or rate.change or single(rate.value) is None:
            continue
        joint = text[part.end : rate.start]
        if index > 1 and part.target and is_plain(part) and counts_alike(part, figures[index - 2]):
            part = figures[index - 2]  # '486 người, phấn đấu cả năm 640 người, mới đạt 75,9% chỉ tiêu'
        if index > 1 and part.unit == "%" and _AND_OF.fullmatch(joint) and not part.change:
            part = figures[index - 2]  # '171,4 tỷ đồng, đạt 79,5% kế hoạch và bằng 81,7% số vốn đã phân bổ'
        if index > 1 and part.unit == "%" and part.change and (past := _PAST_CHANGE.fullmatch(joint)):
            part, joint = figures[index - 2], past["joint"]  # '48 triệu USD, tăng 4% so với năm trước, chiếm 62%'
        if index > 1 and is_second_of_pair(text, figures[index - 2], part) and not _has_whole(report, rate, part):
            joint, part = text[part.end : rate.start], figures[index - 2]
        if index > 1 and part.unit in QUALITIES and HAS_REACHED.fullmatch(text, figures[index - 2].end, part.start):
            part = figures[index - 2]  # '04 xã đạt từ 15 - 18 tiêu chí (22,2%)'
        if rate.target and not _REACHED.search(joint):
            continue
        if not is_plain(part) or part.target or part.unit in ("lần", "hạng", "điểm %") or not amount(part):
            continue
        if (
            not (_TIED.fullmatch(joint) or _AND_OF.fullmatch(joint))
            or _NO_SHARE.search(joint)
            or _OF_OTHERS.match(text, rate.end)
            or is_compared_likewise(text, rate)
        ):
            continue
        yield rate, part


def _has_whole(report: Report, rate: Figure, part: Figure) -> bool:
    """Whether a percentage is right of a part and some number near it."""
    told = Told(rate, part, terms_near(report, rate, part))
    return any(is_rate_of(told, of) for _, of in told.wholes)


def _wholes(report: Report, rate: Figure, part: Figure) -> Iterator[tuple[Figure, Decimal]]:
    """The amounts that a part may be of, the nearest first: larger ones; any plan of a percentage that may pass it."""
    least, stated = amount(part), single(rate.value) or Decimal(0)
    planned = OF_A_PLAN.match(report.text, rate.end) is not None or stated > ALL
    return ((one, value) for one, value in terms_near(report, rate, part) if planned or value >= least)


ALL = 100
Terms = tuple[tuple[Figure, Decimal], ...]


@of_last_report
def _terms_found(_report: Report) -> dict[tuple[int, int], Terms]:
    """What was found near the percentages of a report, by where these and their parts begin: many checks ask."""
    return {}


def terms_near(report: Report, rate: Figure, part: Figure) -> Terms:
    """The amounts near a percentage that count what its part counts, the nearest first; of one of a plan, the plans."""
    found, asked = _terms_found(report), (rate.start, part.start)
    if asked not in found:
        found[asked] = tuple(_terms(report, rate, part))
    return found[asked]


def _terms(report: Report, rate: Figure, part: Figure) -> Iterator[tuple[Figure, Decimal]]:
    text, stated = report.text, single(rate.value) or Decimal(0)
    planned = OF_A_PLAN.match(text, rate.end) is not None or stated > ALL
    later = [one for one in behind(report, rate, 1, 60) if _leads_to(report, rate, one)]
    near = [*(one for one in reversed(before(report, rate, NEAR + 1, FAR)) if one is not part), *later]
    number = _OF_NUMBER.match(text, rate.end)
    if number and part.unit and text.startswith(part.unit, number.end()):  # '57,7% tổng số giáo viên' is not of pupils
        near = [one for one in near if not one.unit or one.unit.startswith(part.unit)]
    seen: set[Decimal] = set()
    for one in near:
        if one.unit == "%" or one.qualifier or one.change or not counts_alike(one, part):
            continue
        if is_of_another_work(text, rate, one):
            continue
        if planned and not one.target and not PLANNED.search(text, max(one.start - 60, 0), one.start):
            continue
        for value in terms_of(one):
            if value not in seen and value > 0:
                seen.add(value)
                yield one, value
    for other, one in pairwise(near):
        both = amount(one) + amount(other)
        if both not in seen and _are_added(text, one, other) and counts_alike(one, part) and counts_alike(other, part):
            seen.add(both)
            yield one, both


def _leads_to(report: Report, rate: Figure, whole: Figure) -> bool:
    """Whether the words behind a percentage lead to its whole: a sentence behind it tells parts of the part."""
    led = _LEADS_TO_WHOLE.search(report.text, rate.end, whole.start) is not None
    return led and not ends_between(report, rate.end, whole.start)


_OF_NUMBER = re.compile(r"\s(?:so với |trên |trong |của )?(?:tổng )?số\s")
_ADDED = re.compile(r"[^.;\n]{0,60}(?:\+|(?<!\w)(?:và|chuyển|tồn|cũ|mới)(?!\w))[^.;\n]{0,60}")
_CARRIED = re.compile(r"(?<!\w)(?:chuyển (?:sang|qua|tiếp)|tồn|kỳ trước|năm trước chuyển|cũ)(?!\w)")


def _are_added(text: str, one: Figure, other: Figure) -> bool:
    """Whether two numbers are what came and what was left from before: 'mới 624 vụ việc + 89 vụ việc chuyển sang'."""
    if not is_plain(one) or not is_plain(other):
        return False
    if not _ADDED.fullmatch(text, one.end, other.start):
        return other.start - one.end < _CLOSE_BY and is_taken_over(text, one) and not is_taken_over(text, other)
    return _CARRIED.search(text, max(one.start - 40, 0), other.end + 40) is not None


_CLOSE_BY = 90  # letters, where a mark parts what was taken over from what came in
_LEADS_TO_WHOLE = re.compile(r"(?<!\w)(?:so với|trên|trong|tổng|của|kế hoạch|chỉ tiêu|dự toán|KH|DT|giao)(?!\w)")


def is_rate_of(told: Told, whole: Decimal) -> bool:
    """Whether a percentage is that of its part in a whole, within rounding."""
    room = half_last_digit(told.rate.decimals) + 100 * rounding(told.part.value, told.part.base_value) / whole
    return fits(told.rate, 100 * amount(told.part) / whole, room)


@of_last_report
def _rated(report: Report) -> dict[tuple[str, Decimal], list[int]]:
    """Where the numbers stand that have a percentage of their own in brackets, by unit and amount."""
    found: dict[tuple[str, Decimal], list[int]] = {}
    for rate, part in tied_rates(report):
        if report.text[part.end : rate.start].lstrip().startswith("("):
            found.setdefault((part.base_unit, amount(part)), []).append(part.start)
    return found


_ONE_LIST = 400  # letters


def is_beside_in_a_list(report: Report, part: Figure, whole: Figure) -> bool:
    """Whether what may be the whole of a part is told again beside it with a percentage of its own, and so is one of
    several that each have a whole of their own: 'Hội Phụ nữ 946 hội viên (đạt 76,55%); Hội Nông dân 627 hội viên (đạt
    85,59%)'.
    """
    again = _rated(report).get((whole.base_unit, amount(whole)), ())
    return any(at not in (part.start, whole.start) and abs(at - part.start) < _ONE_LIST for at in again)
