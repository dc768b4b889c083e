"""Documents against the event that they tell of or prepare (văn bản trước, sau sự kiện): results acknowledged before
the contest was held, a team set up after it had inspected.

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.clauses import words_of
from tongket.checking.evidence.days import DAY, date_of, day_of, day_on, whole_days
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.years import YEAR

_NOUNS = (
    "hội thi|cuộc thi|kỳ thi|hội khỏe|hội thao|hội diễn|liên hoan|ngày hội|giải bóng đá|giải bóng chuyền"
    "|giải việt dã|hội chợ"
    "|đại hội|hội nghị|kỳ họp|phiên họp|cuộc họp|hội thảo|lễ hội|lễ|diễn đàn|cuộc diễn tập|đợt kiểm tra|cuộc kiểm tra"
    "|đợt giám sát|cuộc giám sát|cuộc thanh tra|đoàn kiểm tra|đoàn thanh tra|đoàn giám sát|đoàn phúc tra|đoàn thẩm định"
    "|đợt rà soát|lớp tập huấn|lớp bồi dưỡng|khóa tập huấn|đợt tuyển dụng|kỳ tuyển dụng|kỳ xét tuyển|chiến dịch"
    "|tháng thanh niên"
)
_NOUN = rf"(?<!\w)(?P<noun>(?i:{_NOUNS}))(?!\w)(?P<name>(?:[^.;:\n\d]|(?<=thứ )\d{{1,2}}){{0,90}}?)"
_BEGINS = r"(?:diễn ra|được (?:tổ chức|tiến hành|khai mạc|mở)|tổ chức|khai mạc|tiến hành|họp|làm việc|kiểm tra|bắt đầu)"
_ON = r"(?:từ |vào |trong )?(?:các |hai |ba )?ngày (?:(?P<opening>\d{1,2})(?: và |, | ?[-–] ?| đến (?:ngày )?))?$"
_HELD = (
    re.compile(rf"{_NOUN}(?<!\w){_BEGINS}(?!\w)[^.;:\n\d]{{0,60}}?{_ON}"),
    re.compile(rf"(?<!\w)(?:tổ chức|khai mạc|tiến hành|mở|chủ trì)(?: thành công)? {_NOUN}{_ON}"),
)
_HELD_BEHIND = re.compile(rf",? [^.;:\n\d]{{0,50}}?{_NOUN}(?<!\w)(?:diễn ra|được tổ chức|khai mạc)(?!\w)")
_HELD_THEN = re.compile(rf",? [^.;:\n\d]{{0,50}}?(?<!\w)(?:tổ chức|khai mạc)(?: thành công)? {_NOUN}(?=$|[.;:,\n(])")
_UNTIL = re.compile(rf",? (?:đến|tới|-|–)(?: hết)?(?: ngày)? ?(?P<until>{DAY})")
_TELLS = re.compile(
    r"(?:công nhận|công bố|khen thưởng|tặng|trao|biểu dương|thông báo|báo cáo|phê duyệt|phê chuẩn|chuẩn y|tổng kết"
    r"|kết luận"
    rf"|kết quả)(?!\w)[^.;\n]{{0,60}}?{_NOUN}(?=$|[.;:,\n)]|\d)"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:công nhận|công bố|chuẩn y|phê duyệt|phê chuẩn) (?:kết quả"
    rf"|danh sách)[^.;\n\d]{{0,60}}?{_NOUN} (?:tại|bằng|theo) $"
)
_AWARDS = re.compile(r"(?:khen thưởng|tặng|trao|biểu dương)(?!\w)")
_RESULTS = re.compile(
    r"(?<!\w)(?:kết quả|đoạt giải|đạt giải|danh hiệu|thành tích|trúng cử|bầu cử|biên bản|khen thưởng|giải thưởng"
    r"|tổng kết)(?!\w)"
)
_PREPARES = re.compile(
    rf"(?:thành lập|kiện toàn|triệu tập|mời|cử|điều lệ|thể lệ|(?:về(?: việc)? )?(?:chuẩn bị"
    rf"|tổ chức))(?!\w)[^.;\n\d]{{0,50}}?"
    rf"{_NOUN}(?=$|[.;:,\n)]|\d)",
    re.IGNORECASE,
)
_PLANS = frozenset(("Kế hoạch", "Giấy mời", "Quyết định", "Thể lệ", "Điều lệ", "Phương án"))
_PASSED = re.compile(r",? [^.;\n\d]{0,60}?(?:đã )?(?:thông qua|ban hành|quyết nghị)(?: (?:các|một|\d+))? $")
_ISSUED = re.compile(
    rf",? [^.;\n\d]{{0,80}}?(?<!\w)(?:ban hành|ra|ký|công bố|trao|công nhận)(?!\w)[^.;\n\d]{{0,40}}?"
    rf"(?P<what>Nghị quyết|kết quả|giải thưởng|Báo cáo kết quả)(?: của)? {_NOUN}(?=$|[.;:,\n)])"
)
_MEETINGS = frozenset(("đại hội", "hội nghị", "kỳ họp", "phiên họp"))
_PLANNED = re.compile(
    r"(?<!\w)(?:sẽ|[Dd]ự kiến|[Cc]huẩn bị|[Hh]ằng năm|[Hh]àng năm|[Kk]ế hoạch|lần (?:thứ )?(?:hai|2)|trước khi"
    r"|trước đó|hoãn|lùi)(?!\w)"
)
_NEAR = 700  # letters between an event and its document
_SOON = 90  # days between them
_LEVELS = words_of("cấp xã huyện tỉnh trung ương cơ sở toàn quốc khu vực cụm")
_END = re.compile(r"[.;]\s|\n|$")


@dataclass(frozen=True, slots=True)
class _Event:
    noun: str
    name: frozenset[str]
    first: datetime.date
    last: datetime.date
    place: Span
    said: str


@dataclass(frozen=True, slots=True)
class _Document:
    """A document, or an act with its day, that tells of an event (``after``) or prepares it."""

    noun: str
    name: frozenset[str]
    day: datetime.date
    place: Span
    said: str
    after: bool


def check_documents_of_events(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a document that tells the results of an event is older than the event, and where
    one that prepares it is younger: 'Hội thi diễn ra ngày 20/10 ... Quyết định ngày 02/10 công nhận kết quả Hội thi'.

    Not flagged: events of another name, or more than three months away; plans, turns, years that differ.
    """
    events = _events(report)
    if not events:
        return
    for one in _documents(report):
        near = [event for event in events if _is_of(one, event)]
        event = min(near, key=lambda event: abs(event.place.start - one.place.start), default=None)
        if event is None:
            continue
        early = one.after and 0 < (event.first - one.day).days <= _SOON
        late = not one.after and 0 < (one.day - event.last).days <= _SOON
        if early or late:
            first, last = (event.said, one.said) if early else (one.said, event.said)
            days = (event.first, one.day) if early else (one.day, event.first)
            facts = {"first": first, "last": last}
            facts |= {"date": printed_day(days[1].isoformat()), "first_date": printed_day(days[0].isoformat())}
            yield Finding("date-chronology", "warning", one.place, "steps", facts, (event.place,))
    yield from _check_passed(report, events)


def _is_of(one: _Document, event: _Event) -> bool:
    """Whether a document names the event near by, by the same noun and, where both tell it, name."""
    gap = max(one.place.start - event.place.end, event.place.start - one.place.end)
    shorter, longer = sorted((one.name, event.name), key=len)
    levels = one.name & _LEVELS
    return one.noun == event.noun and gap <= _NEAR and shorter <= longer and levels <= event.name


@of_last_report
def _events(report: Report) -> tuple[_Event, ...]:
    """The events that the text tells of with their day, or their first day and last."""
    return tuple(_told_with_days(report))


def _told_with_days(report: Report) -> Iterator[_Event]:
    text, tasks = report.text, tasks_of(report)
    cited = Spans([Span(one.core_start, one.date_end or one.core_end) for one in report.citations])
    for found in whole_days(report):
        day, place = date_of(found), Span(*found.span())
        low = clause_start(text, place.start)
        if day is None or cited.touch(place) or tasks.touch(place) or _PLANNED.search(text, low, place.start):
            continue
        held = next((match for pattern in _HELD if (match := pattern.search(text, low, place.start))), None)
        if held is None and text.endswith(("ngày ", "Ngày "), 0, place.start) and place.start - low < _OPENS:
            held = _HELD_BEHIND.match(text, place.end) or _HELD_THEN.match(text, place.end)
        if held is None:
            continue
        until = _UNTIL.match(text, place.end)
        last = _day_of(until["until"], day.year) if until else None
        first = day_on(held["opening"], day.month, day.year) if held.groupdict().get("opening") else None
        said = " ".join(f"{held['noun']}{held['name']}".split()[:_FEW])
        start = min(held.start("noun"), place.start)
        name = _name(held["name"])
        yield _Event(held["noun"].lower(), name, first or day, max(last or day, day), Span(start, place.end), said)


_OPENS = 12  # letters before a day that opens its sentence
_FEW = 7  # words that name an event


def _documents(report: Report) -> Iterator[_Document]:
    """The documents that tell of an event or prepare it, and the results that a sentence opens with their day."""
    text = report.text
    for one in report.citations:
        day = day_of(one.date)
        found, after = _told_by(text, one) if day and one.date_end else (None, False)
        if day is not None and one.date_end is not None and found is not None:
            said = f"{one.type} {one.symbol or ''}".strip()
            place = Span(one.start, one.date_end)
            yield _Document(found["noun"].lower(), _name(found["name"]), day, place, said, after)
    cited = Spans([Span(one.core_start, one.date_end or one.core_end) for one in report.citations])
    for found in whole_days(report):
        day = date_of(found) if not cited.touch(Span(*found.span())) else None
        told = _ISSUED.match(text, found.end()) if day and text.endswith(("ngày ", "Ngày "), 0, found.start()) else None
        if day is not None and told is not None and not _PLANNED.search(told[0]):
            place = Span(found.start(), told.end())
            yield _Document(told["noun"].lower(), _name(told["name"]), day, place, told["what"], after=True)


def _told_by(text: str, one: Citation) -> tuple[re.Match[str] | None, bool]:
    """The event that the words behind a document name, or those before it; whether it tells its results."""
    before = _BEFORE.search(text, clause_start(text, one.core_start), one.core_start)
    if before is not None:
        return before, True
    low = max(one.end, one.date_end or 0)
    stop = _END.search(text, low)
    behind = text[low : min(stop.start() if stop else len(text), low + 160)]
    tells = _TELLS.search(behind)
    if tells is not None and _is_first(behind, tells) and _RESULTS.search(behind, 0, tells.end()):
        given_there = _AWARDS.match(tells[0]) and tells["noun"].lower() in _MEETINGS
        return (None, False) if given_there or YEAR.search(tells[0]) else (tells, True)
    prepares = _PREPARES.search(behind) if one.type in _PLANS else None
    if prepares is None or not _is_first(behind, prepares) or YEAR.search(prepares[0]):
        return None, False
    return prepares, False


def _is_first(behind: str, found: re.Match[str]) -> bool:
    """Whether what a document is about opens the words behind it: no other clause or document in between."""
    return found.start() <= _TITLE and not re.search(r"[,:(]", behind[: found.start()])


_TITLE = 60  # letters behind a document in which its title begins


def _check_passed(report: Report, events: Sequence[_Event]) -> Iterator[Finding]:
    """'Kỳ họp diễn ra ngày 19/7/2024 đã thông qua Nghị quyết số 08/NQ-HĐND ngày 08/7/2024': older than the meeting."""
    for event in events:
        stop = _END.search(report.text, event.place.end)
        one = next(iter(cited_between(report, event.place.end, stop.start() if stop else len(report.text))), None)
        day = day_of(one.date) if one is not None else None
        if one is None or day is None or event.noun not in _MEETINGS or not _is_resolution(one):
            continue
        if _PASSED.fullmatch(report.text, event.place.end, one.core_start) and 0 < (event.first - day).days <= _SOON:
            facts = {"first": event.said, "last": f"{one.type} {one.symbol or ''}".strip()}
            facts |= {"date": printed_day(day.isoformat()), "first_date": printed_day(event.first.isoformat())}
            yield Finding("date-chronology", "warning", Span(one.start, one.date_end or one.end), "steps", facts)


def _is_resolution(one: Citation) -> bool:
    return one.type == "Nghị quyết" and one.date_end is not None


def _name(said: str) -> frozenset[str]:
    """The words that tell which event is meant, without of whom, where and what for."""
    cut = re.split(r"[,(]|(?<!\w)(?:do|tại|để|với|nhằm|vào|cho|đã|được|của)(?!\w)", said)[0]
    return words_of(cut)


def _day_of(said: str, year: int) -> datetime.date | None:
    found = re.fullmatch(DAY, said)
    return day_on(found[1], found[2], found[3] or year) if found else None


_ONE_OF_A_KIND = frozenset(
    (
        "hội thi",
        "cuộc thi",
        "hội khỏe",
        "hội thao",
        "hội diễn",
        "liên hoan",
        "đại hội",
        "ngày hội",
        "lễ hội",
        "diễn đàn",
    )
)
_IN_PARTS = re.compile(
    r"(?<!\w)(?:vòng|sơ khảo|chung khảo|chung kết|khai mạc|bế mạc|phát động|tổng kết|đợt|cụm|phiên|trù bị|tại thôn"
    r"|ở thôn"
    r"|tại bản|tại xã|tại khu|lần)(?!\w)",
    re.IGNORECASE,
)
_LEAST_NAMED = 2  # words of a name that no other event has


def check_days_of_one_event(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where one event, of the same full name, is told on two days: 'Hội thi Giai điệu quê
    hương diễn ra ngày 12/5/2024 ... tổ chức ngày 21/5/2024'.

    Not flagged: rounds, parts and places of it; events without a name of their own; more than two months apart.
    """
    first: dict[tuple[str, frozenset[str]], _Event] = {}
    for event in _events(report):
        sentence = report.text[clause_start(report.text, event.place.start) : event.place.end + _LATER]
        named = len(event.name - _LEVELS) >= _LEAST_NAMED and event.noun in _ONE_OF_A_KIND
        if not named or _IN_PARTS.search(sentence):
            continue
        one = first.setdefault((event.noun, event.name), event)
        if (one.first > event.last or event.first > one.last) and abs((one.first - event.first).days) <= _TURN:
            facts = {"event": one.said, "date": printed_day(one.first.isoformat())}
            facts["other"] = printed_day(event.first.isoformat())
            yield Finding("date-chronology", "warning", event.place, "two-days", facts, (one.place,))


_LATER = 40  # letters behind a day that may say of which part of an event it is
_TURN = 60  # days


CHECKS = (check_documents_of_events, check_days_of_one_event)
