"""One event told of two days, with two numbers of people or at two places (một sự kiện hai ngày, hai số người dự, hai
địa điểm): 'Lễ phát động ... được tổ chức ngày 12/5/2026', then 'tại Lễ phát động ... (ngày 21/5/2026)'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. Meetings of which a body has one a
year are held by ``held_once``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from tongket.checking.evidence.clauses import told_otherwise, words_of
from tongket.checking.evidence.days import date_of, day_on, whole_days
from tongket.checking.evidence.spans import in_citations, in_tables
from tongket.checking.evidence.stops import clause_end, clause_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_EVENT = re.compile(
    r"(?<!\w)(?P<many>(?:các|những|nhiều|\d{1,3}(?: (?:cuộc|buổi|đợt))?) )?(?P<noun>đại hội|hội nghị|hội thi|hội thao"
    r"|hội diễn|hội trại|lễ|liên hoan|cuộc thi|giải|diễn tập|ngày hội|lớp (?:tập huấn|bồi dưỡng)|buổi (?:đối thoại|gặp"
    r" mặt|tọa đàm|lễ)|tọa đàm|vụ (?:cháy|sạt lở|tai nạn|lũ|đuối nước|nổ))(?!\w)"
    r"(?P<name>(?: (?!ngày(?! hội)|vào|tại|do|với|đã|được|có|thu hút|nhằm|diễn ra|tổ chức|khai mạc|bế mạc|làm|cho|từ"
    r"|để|ở|gồm"
    r"|nêu trên|trên địa bàn|sẽ|theo|trong|và(?! \w+ (?:ngày|vào)))[\w-]+){1,14})",
    re.IGNORECASE,
)
_FIRST_OF_TWO = re.compile(
    r"(?<![\d/.])(?P<day>\d{1,2})(?:/(?P<month>\d{1,2}))?(?:,| và|\s?[-–]| đến(?: hết)?)\s?(?:ngày )?$"
)
_OTHERWISE = re.compile(
    r"(?<!\w)(?:dự kiến|kế hoạch|sẽ|hoãn|lùi|trù bị|tổng duyệt|chuẩn bị|thông báo|giấy mời|trước ngày|sau ngày|từ"
    r" ngày|đến"
    r" ngày|kỷ niệm|hàng|hằng|định kỳ|giao ban|thường kỳ|thường xuyên|sinh hoạt|lần (?:thứ )?\w+|đợt \w+|vòng|làm điểm"
    r"|(?:đại hội|hội nghị) điểm|chương trình|thành lập|nộp|đăng ký|phiên|thường niên|khai giảng|(?:cán bộ|công|viên)"
    r" chức)(?!\w)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^\W*(?:(?:vào|trong|sáng|chiều|tối)\s)*ngày\s$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?<![\d.,/])(?P<number>\d{1,3}(?:\.\d{3})*|\d{4}) (?P<unit>đại biểu|học viên|lượt người|người|đội|vận động viên"
    r"|thí"
    r" sinh|hội viên|đoàn viên|hộ|diễn viên|tiết mục)(?! (?:chính|dự khuyết|nữ|là|được|bị|của|ở|có|đại|khách"
    r"|trong))(?!\w)"
)
_PLACE = re.compile(
    rf"(?<!\w)(?:tại|ở) (?P<kind>(?i:thôn|bản|xã|khu|trường)) (?P<name>(?:(?i:tiểu học|mầm non|trung học cơ sở)"
    rf" )?[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,3}})"
)
_NUMBER = re.compile(r"\w*\d\w*|\b[IVX]{1,5}\b")
_FEWEST, _FEWEST_OF_A_PART = 2, 3  # words of a name that tell which event is meant
_WITHIN, _FAR, _MOST = 270, 220, 80  # days; letters; events


class _Event(NamedTuple):
    noun: str
    words: frozenset[str]
    numbers: frozenset[str]
    since: datetime.date
    until: datetime.date
    people: dict[str, str]
    places: dict[str, str]
    place: Span


def check_events_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where an event that has a name is told of another day than before, or of the
    same day with another number of people or at another place.

    Not flagged: names told of three days, which are of several events; turns, plans, what was put off, other years and
    other numbers in the name; days of documents and of tables.
    """
    events = list(_events(report))
    if not 1 < len(events) <= _MOST:
        return
    for at, one in enumerate(events):
        alike = [other for other in events if other is not one and _is_of_one(one, other)]
        first = next((other for other in events[:at] if other in alike), None)
        if first is None:
            continue
        days = {one.since, *(other.since for other in alike)}
        if len(days) > 1 and (first.until < one.since or one.until < first.since):
            if len(days) == _FEWEST and first.place.end <= one.place.start:
                yield told_otherwise(report.text, one.place, first.place)
        elif _differ(one.people, first.people) or _differ(one.places, first.places):
            yield told_otherwise(report.text, one.place, first.place)


def _differ(one: dict[str, str], other: dict[str, str]) -> bool:
    return any(one[key] != other[key] for key in one.keys() & other.keys())


def _is_of_one(one: _Event, other: _Event) -> bool:
    if one.noun != other.noun or abs((one.since - other.since).days) > _WITHIN or one.since.year != other.since.year:
        return False
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return False
    if one.words == other.words:
        of_place = one.noun.startswith("vụ") and one.places and one.places == other.places
        return bool(len(one.words) >= _FEWEST or of_place) and not (
            one.since != other.since and _differ(one.places, other.places)
        )
    shorter, longer = sorted((one.words, other.words), key=len)
    return len(shorter) >= _FEWEST_OF_A_PART and shorter < longer


def _events(report: Report) -> Iterator[_Event]:
    text, passed = report.text, (in_citations(report), in_tables(report))
    last = 0
    for found in whole_days(report):
        day, at, place = date_of(found), last, Span(*found.span())
        last = found.end()
        if day is None or any(spans.touch(place) for spans in passed):
            continue
        low, high = max(clause_start(text, place.start, _FAR), at), clause_end(text, place.end, _FAR)
        event = _named(text, low, place, high)
        if event is None or event["many"] or _OTHERWISE.search(text, low, max(place.end, event.end())):
            continue
        said = text[low:high]
        since = _first_day(text, low, place.start, day)
        words, noun = words_of(event["name"]), event["noun"].lower()
        people = {one["unit"]: one["number"] for one in _PEOPLE.finditer(said)}
        places = {one["kind"].lower(): one["name"] for one in _PLACE.finditer(said)}
        numbers = frozenset(_NUMBER.findall(event["name"]))
        whole = Span(min(event.start(), place.start), max(event.end(), place.end))
        if words:
            yield _Event(noun, words, numbers, since, day, people, places, whole)


def _named(text: str, low: int, place: Span, high: int) -> re.Match[str] | None:
    """The event that a clause tells of a day: the last before it; where the day opens the clause, the first behind."""
    if _OPENS.match(text[low : place.start]):
        return _EVENT.search(text, place.end, high)
    return next(iter([*_EVENT.finditer(text, low, place.start)][-1:]), None)


def _first_day(text: str, low: int, at: int, day: datetime.date) -> datetime.date:
    """The first day of those of which the last is ``day``: 'ngày 15, 16/6/2025'."""
    lead = _FIRST_OF_TWO.search(text[max(low, at - 30) : at])
    first = day_on(lead["day"], lead["month"] or day.month, day.year) if lead else None
    return first if first is not None and first <= day else day


CHECKS = (check_events_told_twice,)
