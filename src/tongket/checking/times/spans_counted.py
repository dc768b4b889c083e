"""Days and months that are counted, against the first and the last of them beside the number (số ngày, số tháng): '05
ngày (từ ngày 19/02 đến ngày 21/02/2026)'.

A case of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.days import day_of, day_on
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_DAY = r"(?:ngày )?(?P<{0}_day>\d{{1,2}})(?:[/.-](?P<{0}_month>\d{{1,2}}))?(?:[/.-](?P<{0}_year>20\d\d))?(?![\d/])"
_TO = r" (?:đến|tới)(?: hết)? "
_DAYS = re.compile(
    r"(?P<unit>ngày|tuần)(?<=\d (?:ngày|tuần))(?P<bracket>,? ?\(|, | )(?:kể )?[Tt]ừ "
    + _DAY.format("since") + _TO + _DAY.format("until")
)  # fmt: skip
_DAYS_IN_BRACKETS = re.compile(
    r"(?P<unit>ngày)(?<=\d ngày)(?P<bracket> ?\()(?:ngày )?(?P<since_day>\d{1,2})(?:[/.](?P<since_month>\d{1,2}))?"
    r"(?:[/.](?P<since_year>20\d\d))? ?[-–] ?(?P<until_day>\d{1,2})[/.](?P<until_month>\d{1,2})"
    r"(?:[/.](?P<until_year>20\d\d))?\)"
)
_MONTHS = re.compile(
    r"(?P<unit>tháng)(?<=\d tháng)(?P<bracket>,? ?\(|, | )[Tt]ừ tháng (?P<since_month>\d{1,2})"
    r"(?:(?:/| năm )(?P<since_year>20\d\d))?"
    r" (?:đến|tới)(?: hết)? tháng (?P<until_month>\d{1,2})(?:(?:/| năm )(?P<until_year>20\d\d))?(?![\d/])"
)
_COUNT = re.compile(r"(?<![\d.,/-])(?P<count>\d{1,3}) (?:ngày|tháng|tuần)$")
_ABOUT = re.compile(
    r"(?:khoảng|hơn|trên|gần|dưới|quá|tối đa|tối thiểu|ít nhất|trước|sau|chậm|mỗi|vòng) $", re.IGNORECASE
)
_BEFORE = 24  # letters in which the number and what qualifies it stand
_WEEK = (5, 6, 7)  # days that are counted of a week: offices count five or six


def check_days_between(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where days or months are counted and the first and last of them make another number.

    Not flagged: counts within a day, both ends counted or not, of working days alone; numbers that are about; fewer
    days than between the two where these do not stand in brackets, for not each of them need be one; scans with dirt.
    """
    if is_dirty(report):
        return
    for pattern, between in ((_DAYS, _days_between), (_DAYS_IN_BRACKETS, _days_between), (_MONTHS, _months_between)):
        for found in finds(pattern, report.text):
            low = max(found.start() - _BEFORE, 0)
            number = _COUNT.search(report.text, low, found.end("unit"))
            if number is None or _ABOUT.search(report.text, low, number.start()):
                continue
            count, right = int(number["count"]), between(found, day_of(report.letterhead.date))
            fewer = bool(right) and count < min(right)
            if found["unit"] == "tuần":
                right, fewer = {one // 7 for one in right} | {-(-one // 7) for one in right}, False
            if right and count not in right and (not fewer or "(" in found["bracket"]):
                place = Span(number.start(), found.end())
                printed = " ".join(report.text[place.start : place.end].split())
                facts = {"printed": printed, "count": str(count), "right": str(max(right))}
                yield Finding("period-mismatch", "warning", place, "days-between", facts)


def _days_between(found: re.Match[str], written: datetime.date | None) -> set[int]:
    """How many days there may be from the first to the last; empty where they cannot be told."""
    year = found["until_year"] or (str(written.year) if written else "")
    month = found["until_month"]
    until = day_on(found["until_day"], month, year) if year and month else None
    since = day_on(found["since_day"], found["since_month"] or month, found["since_year"] or year) if until else None
    if since is None or until is None:
        return set()
    apart = (until - since).days
    days = [since + datetime.timedelta(day) for day in range(apart + 1)] if 0 < apart < _LONGEST else []
    return {apart, *(sum(day.weekday() < length for day in days) for length in _WEEK)} if days else set()


_LONGEST = 400  # days that are counted one by one


def _months_between(found: re.Match[str], _: datetime.date | None) -> set[int]:
    since, until = int(found["since_month"]), int(found["until_month"])
    if found["until_year"] and found["since_year"]:
        until += 12 * (int(found["until_year"]) - int(found["since_year"]))
    return {until - since, until - since + 1} if 0 < since < until and since <= 12 else set()


_SPAN = re.compile(
    r"[Tt]ừ " + _DAY.format("since") + _TO + _DAY.format("until")
    + r" ?\((?:tổng cộng |tổng là |trong vòng |trong |là )?(?P<count>\d{1,2}) (?P<unit>ngày|tháng|tuần|năm)\)"
)  # fmt: skip
_LENGTHS = {"ngày": Decimal(1), "tuần": Decimal(7), "tháng": Decimal("30.44"), "năm": Decimal("365.25")}
_WHOLE = Decimal("0.25")  # of a week, month or year, within which a time is taken for so many whole ones


def check_spans_told_behind(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the length in brackets behind two days is not theirs: 'từ ngày 01/3/2025 đến ngày
    30/6/2025 (3 tháng)'.

    Not flagged: days as in ``check_days_between``; a part of a week, month or year counted as one or left out; scans
    with dirt.
    """
    for found in () if is_dirty(report) else finds(_SPAN, report.text):
        right = _days_between(found, day_of(report.letterhead.date))
        if right and found["unit"] != "ngày":
            length = Decimal(max(right)) / _LENGTHS[found["unit"]]
            right = {one for one in (math.floor(length), math.ceil(length)) if abs(one - length) < 1 - _WHOLE}
        if right and int(found["count"]) not in right:
            place = Span(*found.span())
            facts = {"printed": " ".join(found[0].split()), "count": found["count"], "right": str(max(right))}
            yield Finding("period-mismatch", "warning", place, "days-between", facts)


_STAGE = re.compile(
    r"(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Nn]hững năm|[Cc]ác năm|[Tt]ừ năm) (?P<since>(?:19|20)\d\d) ?(?:[-–]|đến(?: năm)?) ?"
    r"(?P<until>(?:19|20)\d\d) ?\((?P<count>\d{1,2}) năm\)"
)


def check_years_told_behind(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the years in brackets behind two years are not those between them: 'giai đoạn
    2016 - 2020 (06 năm)'.

    Not flagged: the two years counted, or one of them.
    """
    for found in finds(_STAGE, report.text):
        apart = int(found["until"]) - int(found["since"])
        if apart > 0 and int(found["count"]) not in (apart, apart + 1):
            facts = {"years": str(int(found["count"])), "range": f"{found['since']} - {found['until']}"}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "length", facts)


_DAY_TO_DAY = re.compile(
    r"\d(?<![\d/.-]\d)\d?[/.]\d{1,2}[/.]20\d\d ?[-–] ?(?P<until>\d{1,2}[/.]\d{1,2}[/.]20\d\d)(?![\d/])"
)


def check_days_turned(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for two whole days with a dash between that run backwards: '10/6/2025-25/5/2025'."""
    for found in () if is_dirty(report) else finds(_DAY_TO_DAY, report.text):
        since, until = (day_on(*re.split(r"[/.]", one.strip())) for one in re.split(r"[-–]", found[0]))
        if since and until and until < since:
            facts = {"start": re.split(r" ?[-–]", found[0])[0], "end": found["until"]}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "backwards", facts)


CHECKS = (check_days_turned, check_days_between, check_spans_told_behind, check_years_told_behind)
