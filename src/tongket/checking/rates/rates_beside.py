"""Percentages whose whole stands beside them: in brackets behind, before the brackets that hold them, behind 'so với
cùng kỳ', or as the sum of the classes that are told with theirs.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.mismatches import rate_mismatch, rate_told
from tongket.checking.evidence.near_numbers import amount, counts_alike, ends_between, prose_of
from tongket.checking.evidence.near_numbers import before as numbers_told_before
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, shown, single
from tongket.checking.evidence.told import is_plain
from tongket.checking.rates.excused_rates import is_borne_out
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_ATTAINS = re.compile(
    r"(?<!\w)(?:(?:đạt|bằng|chiếm|hoàn thành|tỷ lệ|tỉ lệ)(?: (?:được|là|đạt|tỷ lệ|tỉ lệ|mức))*"
    r"|(?:tỷ|tỉ) lệ(?: [^\W\d_]+){1,4})\s\(?$",
    re.IGNORECASE,
)
_BRACKET_BEHIND = re.compile(r"[^.,;()\d\n]{0,45}\((?P<said>[^.,;()\d\n]{0,45})")
_THAN_THEN = re.compile(
    r" so với (?:cùng kỳ|năm|kỳ|quý|tháng)(?: trước| [^.,;()\d\n]{1,20})?(?: ?(?:năm )?(?:19|20)\d\d)?"
    r"(?: \(| là | đạt |: )[^.,;()\d\n]{0,30}"
)
_ASIDE = re.compile(
    r"(?<!\w)(?:tăng|giảm|trong đó|riêng|gồm|tương đương|tương ứng|vượt|còn|bình quân|thêm)(?!\w)", re.IGNORECASE
)
_OPENS = re.compile(r"[^.,;()\d\n]{0,40}\((?P<said>[^.,;()\d\n]{0,60})")
_RATE_INSIDE = re.compile(r",? (?:chiếm|đạt|bằng|tỷ lệ|chiếm tỷ lệ|đạt tỷ lệ) (?:tỷ lệ )?")
_OF_CLASS = re.compile(r"[^.;()\d\n]{0,70}?(?:, (?:chiếm|đạt|bằng|tỷ lệ)(?: tỷ lệ)? |\s?\((?:chiếm |đạt )?)")
_NEXT_CLASS = re.compile(r"\)?[,;.]?(?: và)?[^.;()\d\n]{1,70}|\)?[^.;()\d\n]{0,60}[;,] ?(?:và )?[^.;()\d\n]{0,60}")
_TIMES = 5  # a rate that is further off is one of other things
_ALL = 100
_LEAST_CLASSES = 3


def check_rates_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage is not that of the number before it to the whole in the brackets
    behind it ('hoàn thành 91,8% kế hoạch (190 tỷ đồng)'), nor to what was then ('bằng 108,9% so với cùng kỳ là 180').

    Not flagged: changes; brackets that tell of something else; percentages that another number before them makes.
    """
    figures = prose_of(report)
    for index, rate in enumerate(figures[:-1]):
        if not _is_rate(rate) or not index or not _ATTAINS.search(report.text, max(rate.start - 30, 0), rate.start):
            continue
        whole = next((one for one in figures[index + 1 : index + 3] if _is_beside(report.text, rate, one)), None)
        if whole is not None and _is_its_part(report, rate, whole):
            continue
        near = _parts(report, figures[max(index - _NEAR, 0) : index], rate, whole) if whole else []
        if whole is not None and near and not any(_fits(rate, one, whole) for one in near):
            yield from _finding(rate, near[-1], whole)


_NEAR = 4  # numbers before a rate among which its part stands


def _is_rate(one: Figure) -> bool:
    return one.unit == "%" and not one.change and not one.target and not is_hedged(one) and bool(single(one.value))


def _is_whole(one: Figure) -> bool:
    return is_plain(one) and bool(one.unit) and amount(one) > 0


def _is_beside(text: str, rate: Figure, one: Figure) -> bool:
    """Whether a number stands in brackets behind a rate, or as what was then."""
    if not _is_whole(one):
        return False
    behind = _BRACKET_BEHIND.fullmatch(text, rate.end, one.number_start)
    if behind is not None:
        return not _ASIDE.search(behind["said"]) and text.startswith(")", one.end)
    return _THAN_THEN.fullmatch(text, rate.end, one.number_start) is not None


_ALONE = re.compile(r"\s?\(")
_TOLD_NEAR = 12, 900  # numbers and letters before a percentage


def _is_its_part(report: Report, rate: Figure, one: Figure) -> bool:
    """Whether the number alone in brackets behind a percentage is its part: of a larger one that is told before it, as
    in 'xã có 1.914 hội viên ...; hội viên nòng cốt chiếm 61,7% (1.181 người)'.
    """
    if not _ALONE.fullmatch(report.text, rate.end, one.number_start):
        return False
    told = numbers_told_before(report, rate, *_TOLD_NEAR)
    return any(counts_alike(other, one) and amount(other) > amount(one) for other in told if other.unit != "%")


def _parts(report: Report, before: Sequence[Figure], rate: Figure, whole: Figure) -> list[Figure]:
    """The numbers of the sentence before a rate that count what the whole counts."""
    return [
        one
        for one in before
        if is_plain(one) and one.unit and counts_alike(one, whole) and not ends_between(report, one.end, rate.start)
    ]


def _fits(rate: Figure, part: Figure, whole: Figure) -> bool:
    true = _ALL * amount(part) / amount(whole)
    room = rounding(part.value, part.base_value) + rounding(whole.value, whole.base_value) * true / _ALL
    return fits(rate, true, 2 * half_last_digit(rate.decimals) + _ALL * room / amount(whole))


def _finding(rate: Figure, part: Figure, whole: Figure) -> Iterator[Finding]:
    true, stated = _ALL * amount(part) / amount(whole), single(rate.value) or Decimal(0)
    if stated / _TIMES < true < stated * _TIMES and not (stated == _ALL <= true):
        yield rate_mismatch(rate, part, whole, amount(whole))


def check_rates_inside_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where brackets behind a number tell a part of it with a percentage that it is not:
    '24.618 hồ sơ (tiếp nhận trực tuyến 18.464 hồ sơ, chiếm 65%)'.

    Not flagged: brackets that compare or tell of another unit.
    """
    figures = prose_of(report)
    for (whole, part), rate in zip(pairwise(figures), figures[2:], strict=False):
        if not _is_rate(rate) or not _is_whole(whole) or not _is_whole(part) or not counts_alike(part, whole):
            continue
        opened = _OPENS.fullmatch(report.text, whole.end, part.number_start)
        if opened is None or _COMPARES.search(opened["said"]) or amount(part) > amount(whole):
            continue
        if _RATE_INSIDE.fullmatch(report.text, part.end, rate.start) and not _fits(rate, part, whole):
            yield from _finding(rate, part, whole)


_COMPARES = re.compile(r"(?<!\w)(?:tăng|giảm|kế hoạch|chỉ tiêu|cùng kỳ|năm trước|vượt)(?!\w)")


def check_rates_of_classes(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where all but one of several classes are told with their right percentage of them all:
    '12 chi bộ ..., chiếm 20%; 42 chi bộ ..., chiếm 70%; 06 chi bộ ..., chiếm 12%', 'Tày 62,5% (910 hộ), Nùng ...'.

    Not flagged: fewer than three classes; lists of which two percentages are not of that sum.
    """
    for counts_first in (True, False):
        run: list[tuple[Figure, Figure]] = []
        for count, rate in _classes(report, counts_first=counts_first):
            first, last = min(count.number_start, rate.start), max(*run[-1], key=_END).end if run else 0
            if run and not (counts_alike(run[0][0], count) and _NEXT_CLASS.fullmatch(report.text, last, first)):
                yield from _check_classes(report, run)
                run = []
            run.append((count, rate))
        yield from _check_classes(report, run)


_END = attrgetter("end")
_COUNT_BEHIND = re.compile(r"(?: (?:tổng )?(?:số |dân số )[^.;,()\d\n]{0,25})?\s?\(")


def _classes(report: Report, *, counts_first: bool) -> Iterator[tuple[Figure, Figure]]:
    """Numbers with the percentage behind each, or percentages with the number in brackets behind each."""
    for one, other in pairwise(prose_of(report)):
        count, rate = (one, other) if counts_first else (other, one)
        joint = _OF_CLASS if counts_first else _COUNT_BEHIND
        if _is_rate(rate) and _is_whole(count) and joint.fullmatch(report.text, one.end, other.start):
            yield count, rate


def _check_classes(report: Report, run: Sequence[tuple[Figure, Figure]]) -> Iterator[Finding]:
    if len(run) < _LEAST_CLASSES:
        return
    whole = sum((amount(count) for count, _ in run), Decimal(0))
    wrong = [(count, rate) for count, rate in run if not _is_of(rate, count, whole)]
    if len(wrong) > 1:
        whole, wrong = _whole_of_all_but_one(run) or (whole, wrong)
    if len(wrong) != 1 or len(run) - len(wrong) < _LEAST_CLASSES - 1:
        return
    ((count, rate),) = wrong
    if is_borne_out(report, rate):
        return  # a class more, without a percentage, is one of them all, too
    of = {"part": count.text, "whole": shown(whole)}
    yield rate_told(rate, _ALL * amount(count) / whole, of, [one for one, _ in run])


def _whole_of_all_but_one(run: Sequence[tuple[Figure, Figure]]) -> tuple[Decimal, list[tuple[Figure, Figure]]] | None:
    """The whole that percentages of all make with the numbers of all but one, whose number is wrong: 'tốt 15 cơ sở
    (60%), khá 09 cơ sở (30%), trung bình 03 cơ sở (10%)' are of 30.
    """
    stated = [single(rate.value) or Decimal(0) for _, rate in run]
    if abs(sum(stated, Decimal(0)) - _ALL) > _HALF * len(run):
        return None
    for (count, _), one in zip(run, stated, strict=True):
        whole = round(_ALL * amount(count) / one) if one else 0
        wrong = [pair for pair in run if whole and not _is_of(pair[1], pair[0], Decimal(whole))]
        if len(wrong) == 1:
            return Decimal(whole), wrong
    return None


_HALF = Decimal("0.5")  # of a per cent, by which each percentage of all may be off


def _is_of(rate: Figure, count: Figure, whole: Decimal) -> bool:
    return fits(rate, _ALL * amount(count) / whole, 2 * half_last_digit(rate.decimals))
