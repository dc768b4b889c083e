"""Means of several years, of the numbers of a list, and rates of so many people (bình quân mỗi năm, bình quân
các mục, trên 10.000 dân).

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, shown, single
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.checking.evidence.told import (
    blocks_of,
    is_alike,
    is_near_miss,
    is_off_by_zeros,
    is_plain,
    population_of,
)
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted

_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")  # of the true mean, beyond which one is of other things
_YEARS = re.compile(
    r"(?:(?:[Gg]iai đoạn|[Tt]ừ năm|[Nn]hiệm kỳ) )?(?P<first>20\d\d)\s?(?:[-–]|đến(?: năm)?)\s?(?P<last>20\d\d)"
    r"|(?<![\w/.,])(?P<count>0?[2-9]|1\d) năm (?:qua|vừa qua|gần đây|trở lại đây)(?!\w)"
    r"|(?<!\w)(?:[Tt]rong|[Qq]ua|[Ss]au) (?:vòng )?(?P<during>0?[2-9]|1\d) năm(?!\w)"
)
_A_YEAR = re.compile(
    r"(?:(?:[Bb]ình quân|[Tt]rung bình|[Tt]ính ra)\s)?(?:mỗi|một|hằng|hàng) năm"
    r"(?: (?:bình quân|trung bình|là|được|có|đạt))?(?: [^\W\d_]+){0,3}\s*$"
)
_ON_AVERAGE = re.compile(r"(?:[Bb]ình quân|[Tt]rung bình)(?: [^\W\d_]+){0,3}\s*$")
_BACK, _LEAD = 250, 60  # letters before a mean in which its years stand, and its own words


def check_means_of_years(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where what a span of years made is not its yearly mean times the years: 'giai đoạn
    2015 - 2019 kết nạp 4.150 hội viên; trung bình mỗi năm 930 hội viên'; where other words stand between, for a slip
    of the pen alone.

    Not flagged: hedged numbers; means of the numbers of single years.
    """
    text = report.text
    for block in blocks_of(report):
        for index, mean in enumerate(block.figures):
            if mean.target or not _is_yearly(text, mean):
                continue
            total = _total_beside(text, block.figures, index)
            if total is None:
                continue
            years, of_title = _years_behind(text, mean) or _years_before(text, mean), False
            if not years:
                years, of_title = _years_of_title(report, total, mean), True
            if (
                not years
                or not _are_of_one_kind(total, mean)
                or not (is_alike(total, mean) or _is_a_year_of(mean, total))
            ):
                continue
            true, stated = [amount(total) / count for count in years], amount(mean)
            room = max(Decimal(1).scaleb(-mean.decimals), stated / 100)
            follows = any(abs(one - stated) <= room for one in true)
            zeros = any(is_off_by_zeros(stated, one) for one in true)
            if follows or (zeros and not of_title) or (mean.qualifier and _is_about(stated, true)):
                continue
            beside = total.start > mean.end or _BESIDE.fullmatch(text, total.end, mean.number_start) is not None
            meant = beside and all(_LEAST * one <= stated <= _MOST * one for one in true)
            if meant or (zeros and beside) or any(is_near_miss(stated, one, mean.decimals) for one in true):
                near = 0 if zeros else min(range(len(years)), key=lambda at: abs(true[at] - stated))
                yield _mean_finding(mean, total.text, str(years[near]), true[near], (total,))


_TOTAL_BEHIND = re.compile(r"(?:\s[^\W\d_]+){0,3}[,;] (?:tổng (?:cộng|số)|cộng chung|cộng)(?: [^\W\d_]+){0,4} ")


def _total_beside(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """The total of which a number is the mean: the one behind it that is called so, or the one before it."""
    behind = figures[index + 1] if index + 1 < len(figures) else None
    if behind is not None and _TOTAL_BEHIND.fullmatch(text, figures[index].end, behind.number_start):
        return behind
    return figures[index - 1] if index else None


def _are_of_one_kind(total: Figure, mean: Figure) -> bool:
    """Whether two numbers are both stated as they are, or as changes of one way: 'giảm 1.250 hộ, mỗi năm 250 hộ'."""
    hedge = mean.qualifier if mean.qualifier in _ROUND else None
    plain = is_plain(replace(total, change=None)) and (
        is_plain(replace(mean, change=None))
        or (hedge is not None and is_plain(replace(mean, change=None, qualifier=None)))
    )
    return total.change == mean.change and plain


_ROUND = frozenset(("gần", "hơn", "trên", "khoảng"))
_ABOUT = Decimal("0.15")  # of a mean that is told roundly


def _is_about(stated: Decimal, true: Sequence[Decimal]) -> bool:
    """Whether a mean that is told roundly is near a true one."""
    return any(abs(one - stated) <= _ABOUT * one for one in true)


_BESIDE = re.compile(
    r"(?:\s[^\W\d_]+){0,4}\s?[,;.(]?\s?(?:[Bb]ình quân|[Tt]rung bình|[Mm]ỗi|[Tt]ính ra)[^\d.,;:()\n]{0,40}"
)


def _is_yearly(text: str, mean: Figure) -> bool:
    """Whether a number is told as the mean of years: 'bình quân mỗi năm 13 đảng viên', 'bình quân 13 đảng viên/năm'."""
    low = max(mean.start - _LEAD, 0)
    if mean.unit.endswith("/năm"):
        return _ON_AVERAGE.search(text, low, mean.number_start) is not None
    near = text.find("năm", low, mean.start) >= 0
    return near and _A_YEAR.search(text, low, mean.number_start) is not None


def _is_a_year_of(mean: Figure, total: Figure) -> bool:
    base = mean.unit.removesuffix("/năm")
    return base != mean.unit and f"{total.unit} ".startswith(f"{base} ")


_BEHIND = re.compile(r"\s(?:trong|qua|của) (?:cả )?(?P<count>0?[2-9]|1\d) năm(?! (?:tới|tiếp|học|đầu|cuối))(?!\w)")


def _years_behind(text: str, mean: Figure) -> list[int]:
    """How many years are said right behind a mean: 'bình quân mỗi năm giảm 1,87 điểm phần trăm trong 03 năm'."""
    found = _BEHIND.match(text, mean.end)
    return [int(found["count"])] if found else []


def _years_before(text: str, mean: Figure) -> list[int]:
    """How many years the last span before a mean may have: both ends counted, or one."""
    low = max(mean.start - _BACK, 0)
    spans = list(_YEARS.finditer(text, text.rfind("\n", low, mean.start) + 1 or low, mean.start))
    if not spans:
        return []
    if told := spans[-1]["count"] or spans[-1]["during"]:
        return [int(told)]
    span = int(spans[-1]["last"]) - int(spans[-1]["first"])
    return [count for count in (span, span + 1) if count > 1] if span > 0 else []


_OF_ONE_TIME = re.compile(
    r"(?<!\w)(?:[Rr]iêng|[Nn]ăm (?:19|20)\d\d|[Tt]háng|[Qq]uý|[Đđ]ến nay|[Hh]iện|[Tt]ừ năm|[Mm]ỗi|[Hh]ằng năm)(?!\w)"
)
_TITLE_YEARS = re.compile(r"(?<![\w/.,])(?P<count>0?[2-9]|[1-4]\d) năm(?! học| (?:19|20)\d\d)")


def _years_of_title(report: Report, total: Figure, mean: Figure) -> list[int]:
    """How many years a report is of by its title, where the sentence of a total and a mean names no other time; both
    ends of the first and the last counted, or one.
    """
    text, found = report.text, _TITLE_YEARS.search(report.letterhead.title or "")
    low, high = sentence_start(text, total.start), sentence_end(text, mean.end, _BACK)
    if found is None or _OF_ONE_TIME.search(text, low, total.start):
        return []
    own = _TITLE_YEARS.search(text, low, total.start) or _TITLE_YEARS.search(text, mean.end, high)
    if own is not None and int(own["count"]) != int(found["count"]):
        return []
    return [int(found["count"]), int(found["count"]) + 1]


_OF_SO_MANY = re.compile(
    r"(?:[Bb]ình quân|[Tt]rung bình)(?: (?:chung|cộng|của|cả))* "
    r"(?:(?P<count>hai|ba|bốn|năm|sáu|\d) [^\d.;,]{2,25}?|mỗi năm|một năm)"
    r"(?: (?:là|đạt|có|được))?\s*$"
    r"|mỗi năm (?:bình quân|trung bình)(?: (?:là|đạt|có|được))?\s*$"
)
_NUMBER = re.compile(r"(?<![\w/.,])\d+(?:\.\d{3})*(?:,\d+)?(?![\w/%]|[.,]\d)")
_YEAR = re.compile(
    r"(?:tháng|quý|ngày) \d+(?:/\d+)*|năm (?:19|20)\d\d|\((?:năm )?20\d\d\)|\b(?:19|20)\d\d\b|\b\d{1,2} năm\b"
)  # and how many years there are


def check_means_of_lists(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the mean of so many numbers right before it is theirs but for a slip of the pen:
    'Toán 5,12; Ngữ văn 6,84; Tiếng Anh 4,96. Bình quân ba môn 5,84 điểm'.

    Not flagged: means that two or more of the last numbers have; those that are no slip of it.
    """
    text = report.text
    for one in report.figures:
        if text.find("ình", max(one.start - 55, 0), one.start) < 0:  # bình quân, trung bình
            continue
        stated = single(one.value)
        said = None
        if not one.in_table and not is_hedged(one) and not one.change and one.unit != "%" and stated:
            said = _OF_SO_MANY.search(text, max(one.start - 55, 0), one.start)
        if said is None or stated is None:
            continue
        low = max(one.start - 300, 0)
        low = text.rfind("\n", low, one.start) + 1 or low
        before = _YEAR.sub(" ", text[low : said.start()])
        numbers = [Decimal(number.replace(".", "").replace(",", ".")) for number in _NUMBER.findall(before)]
        wanted = counted(said["count"] or "") or 0
        means = {count: sum(numbers[-count:], Decimal(0)) / count for count in range(2, len(numbers) + 1)}
        room = half_last_digit(one.decimals) * 2
        if any(abs(mean - stated) <= room for mean in means.values()):
            continue
        for count in [wanted] if wanted else range(3, 6):
            mean = means.get(count)
            if mean is not None and is_near_miss(stated, mean, one.decimals):
                yield _mean_finding(one, " + ".join(map(shown, numbers[-count:])), str(count), mean, ())
                break


def _mean_finding(mean: Figure, part: str, whole: str, true: Decimal, by: Sequence[Figure]) -> Finding:
    facts = {"part": part, "whole": whole, "true": shown(round(true, max(mean.decimals, 1))), "mean": mean.text}
    related = tuple(Span(one.start, one.end) for one in by)
    return Finding("ratio-mismatch", "error", Span(mean.start, mean.end), "mean", facts, related)


_PER_SO_MANY = frozenset((Decimal(1_000), Decimal(10_000), Decimal(100_000)))


def check_rates_of_people(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a rate per so many people is, but for a slip of the pen, that of the number before
    it in all inhabitants: 'dân số 812.400 người; 886 bác sĩ, tương ứng 12,9 bác sĩ/10.000 dân'.

    Not flagged: reports that do not say how many inhabitants there are.
    """
    population = population_of(report)
    if population is None:
        return
    for block in blocks_of(report):
        for count, rate, per in zip(block.figures, block.figures[1:], block.figures[2:], strict=False):
            if report.text[rate.end : per.start].strip() != "/" or amount(per) not in _PER_SO_MANY:
                continue
            stated = single(rate.value)
            if stated is None or not is_plain(rate) or not is_plain(count) or count is population:
                continue
            true = amount(count) * amount(per) / amount(population)
            if abs(true - stated) > half_last_digit(rate.decimals) * 2 and is_near_miss(stated, true, rate.decimals):
                yield _mean_finding(rate, count.text, population.text, true, (count, population))
