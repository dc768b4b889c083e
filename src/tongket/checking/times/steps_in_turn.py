"""Steps of one matter told in clauses of their own, each with its day, in an order that cannot be (chuỗi bước của một
việc): 'Ngày 19/5/2018 xã tổng kết, trao giải Cuộc thi được phát động từ ngày 02/9/2018'.

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.checking.evidence.clauses import words_of
from tongket.checking.evidence.days import date_of, whole_days
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.stops import clause_end, clause_start, line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.steps import check_order_of_steps, check_said_after
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.years import YEAR_OF_NO_DAY


@dataclass(frozen=True, slots=True)
class _Family:
    """A kind of matter: the nouns that name one, and its steps in their order."""

    nouns: str
    steps: tuple[re.Pattern[str], ...]


def _family(nouns: str, *steps: str) -> _Family:
    return _Family(nouns, tuple(re.compile(rf"(?<!\w)(?:{step})(?!\w)", re.IGNORECASE) for step in steps))


_FAMILIES = (
    _family(
        "cuộc thi|hội thi|giải|phong trào|đợt|chiến dịch|cuộc vận động|hội thao|hội diễn|liên hoan|hội chợ|tháng|tuần",
        "phát động|công bố thể lệ",
        "khai mạc",
        "chấm (?:bài|thi|giải|sơ khảo|chung khảo)|sơ kết",
        "trao giải|trao thưởng|bế mạc|tổng kết",
    ),
    _family(
        "công trình|cầu|đường|tuyến|nhà|trường|trạm|dự án|hồ|đập|kênh|mương|chợ|trụ sở|sân|bể|kè|điểm trường|phòng học",
        "phê duyệt (?:dự án|thiết kế|báo cáo kinh tế)|đấu thầu|mở thầu",
        "khởi công|động thổ|triển khai thi công|thi công(?= (?:từ|vào) ngày)",
        "nghiệm thu",
        "khánh thành|bàn giao|thông xe|đưa vào (?:sử dụng|khai thác|hoạt động)",
        "quyết toán",
    ),
    _family(
        "ổ dịch|dịch|đám cháy|vụ cháy|người mất tích|cháu|anh|chị|ông|bà",
        "xuất hiện|bùng phát|xảy ra|mất tích|bị lạc",
        "lấy mẫu",
        "có kết quả (?:dương tính|âm tính|xét nghiệm)",
        "(?:được )?(?:dập tắt|khống chế|tìm thấy)|công bố hết dịch",
    ),
    _family(
        "đơn|vụ việc|vụ|khiếu nại|tố cáo|kiến nghị|phản ánh|hồ sơ",
        "nhận (?:được )?(?:đơn|hồ sơ)|tiếp nhận(?: đơn| hồ sơ)?|nộp (?:đơn|hồ sơ)",
        "thụ lý",
        "xác minh",
        "(?:ban hành |ra |có )?kết luận|(?:ban hành|ra|ký) quyết định giải quyết|trả lời|trả kết quả|giải quyết xong",
        "thi hành(?: xong)?|tổ chức thực hiện quyết định",
    ),
    _family(
        "đoàn|cuộc thanh tra|cuộc kiểm tra|cuộc giám sát|đợt kiểm tra|đợt giám sát",
        "(?:ban hành |ra |ký )?quyết định (?:thanh tra|kiểm tra|giám sát|thành lập đoàn)|thành lập đoàn",
        "công bố quyết định",
        "kết thúc (?:thanh tra|kiểm tra|giám sát)",
        "(?:ban hành |ra |công bố |có )?(?:kết luận|thông báo kết quả)",
    ),
    _family(
        "nghị quyết|quy chế|đề án|quy ước|hương ước|phương án|quyết định|chương trình|điều lệ",
        "lấy ý kiến|góp ý(?: vào)? dự thảo|xây dựng dự thảo",
        "thẩm định|thẩm tra",
        "thông qua|phê duyệt",
        "ban hành|ký ban hành|công bố",
    ),
)
_ANY_STEP = re.compile("|".join(step.pattern for family in _FAMILIES for step in family.steps), re.IGNORECASE)
_TELLS_DAY = re.compile(r"(?:ngày|từ ngày|vào ngày)\s$", re.IGNORECASE)
_OPENS = re.compile(
    r"^\W*(?:(?:và|còn|đến|tới|sau đó|tiếp đó|cùng năm|vào|từ|hôm)[\s,]*)*(?:ngày|sáng|chiều)\s$", re.IGNORECASE
)
_PLANNED = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|kế hoạch|chuẩn bị|hằng năm|hàng năm|theo|căn cứ|đề nghị|phải|cần|hết hạn|thời hạn"
    r"|hạn|lại|bổ sung|lần (?:thứ )?(?:hai|2|ba|3)|đợt (?:hai|2|ba|3|II|III))(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[“\"](?P<quoted>[^”\"]{3,})[”\"]")
_CUT = re.compile(r"[,;:.(\n]|(?<!\w)(?:vào|từ|do|với|tại|có|trong|để|và|nhân|cho|được|đã)(?!\w)|\d", re.IGNORECASE)
_BARE = re.compile(
    r"\s*(?:(?:xây dựng|thi công|xong|chính thức|này|trên|vào|từ|được phê duyệt|mẫu xét nghiệm|hoàn toàn"
    r"|tại)\s*)*(?:$|[,;.(]|và\s|ngày\s|các bước)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.]\s|\n")
_FURTHEST = 500  # letters between the days of two steps of one matter
_LONGEST = 800  # days of a matter that a report tells step by step
_LEAST = 2  # words by which a matter is told again
_MOST = 20  # steps behind one among which another of its matter is looked for


@dataclass(frozen=True, slots=True)
class _Event:
    """A step of a matter and its day, with the words that name the matter ("" where the clause does not)."""

    family: int
    rank: int
    step: str
    day: datetime.date
    place: Span
    matter: str
    is_bare: bool  # it names nothing that it is done to
    years: frozenset[str]
    sentence: int


def check_steps_in_turn(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a later step of a matter has an earlier day than one that comes before it, each
    told in its own clause or sentence: 'khánh thành ngày 02/3/2024 ... Công trình khởi công ngày 15/8/2024'.

    Not flagged: steps of different matters, or of other years and turns; plans and tasks; days of documents; what the
    sentence itself orders, which is told as such.
    """
    events = list(_events(report))
    found = [(one, other) for one, other in _near(events) if _is_wrong(one, other) and _is_of_one(one, other)]
    if not found:
        return
    others = (*check_order_of_steps(report), *check_said_after(report))
    told = Spans([one.place for one in others if isinstance(one.place, Span)])
    said: set[Span] = set()
    for one, other in found:
        if one.place in said or told.touch(one.place) or told.touch(other.place):
            continue
        said.add(other.place)
        first, last = sorted((one, other), key=lambda event: event.rank)
        facts = {"first": first.step, "last": last.step}
        facts |= {"date": printed_day(last.day.isoformat()), "first_date": printed_day(first.day.isoformat())}
        yield Finding("date-chronology", "warning", Span(one.place.start, other.place.end), "steps", facts)


def _near(events: Sequence[_Event]) -> Iterator[tuple[_Event, _Event]]:
    """Each event with those that are told near behind it."""
    for at, one in enumerate(events):
        for other in events[at + 1 : at + _MOST]:
            if other.place.start - one.place.end > _FURTHEST:
                break
            yield one, other


def _is_wrong(one: _Event, other: _Event) -> bool:
    days = (other.day - one.day).days
    return abs(days) <= _LONGEST and (
        days < 0 if one.rank < other.rank else days > 0 if one.rank > other.rank else False
    )


def _is_of_one(one: _Event, other: _Event) -> bool:
    """Whether two steps are of one matter: named alike, or in one sentence that names but one."""
    if one.family != other.family or other.place.start - one.place.end > _FURTHEST:
        return False
    if one.years and other.years and one.years != other.years:
        return False
    if one.sentence == other.sentence and not (one.matter and other.matter):
        return all(event.matter or event.is_bare for event in (one, other))
    words = [words_of(event.matter) for event in (one, other)]
    named = [found["quoted"] if (found := _NAMED.search(event.matter)) else "" for event in (one, other)]
    if all(named) and named[0] != named[1]:
        return False
    shorter, longer = sorted(words, key=len)
    if one.sentence == other.sentence:
        return bool(shorter) and shorter <= longer
    return len(shorter) >= _LEAST and shorter <= longer and other.sentence - one.sentence == 1


@of_last_report
def _days(report: Report) -> list[tuple[re.Match[str], datetime.date]]:
    """The days that the text writes with their year, in order; none that no calendar has."""
    return [(found, day) for found in whole_days(report) if (day := date_of(found)) is not None]


def _days_between(report: Report, low: int, high: int) -> list[tuple[re.Match[str], datetime.date]]:
    """Of these, those that begin in a range."""
    days = _days(report)
    return days[bisect_left(days, low, key=_start) : bisect_left(days, high, key=_start)]


def _start(told: tuple[re.Match[str], datetime.date]) -> int:
    return told[0].start()


def _events(report: Report) -> Iterator[_Event]:
    cited = Spans([Span(one.start, max(one.end, one.date_end or 0, one.title_end or 0)) for one in report.citations])
    tasks = tasks_of(report)
    days = _days(report)
    sentences = [stop.end() for stop in _SENTENCE.finditer(report.text)] if len(days) > 1 else []
    for at, (found, day) in enumerate(days):
        place = Span(*found.span())
        if cited.touch(place) or tasks.touch(place):
            continue
        low = max(clause_start(report.text, place.start, _FURTHEST // 2), days[at - 1][0].end() if at else 0)
        high = _end_of_clause(report.text, place.end, days[at + 1][0].start() if at + 1 < len(days) else None)
        yield from _told_on(report.text, Span(low, high), place, (day, bisect_right(sentences, place.start)))


def _end_of_clause(text: str, at: int, next_day: int | None) -> int:
    """Where the clause ends that goes on behind a day: at a mark, or before what leads in the next day."""
    end = clause_end(text, at, _FURTHEST // 2)
    return min(end, next_day) if next_day is not None else end


def _told_on(text: str, clause: Span, place: Span, on: tuple[datetime.date, int]) -> Iterator[_Event]:
    """The step of each family that a clause tells of a day: behind it where the clause opens so, else before it.

    ``on``: the day, and the number of its sentence.
    """
    before, behind = text[clause.start : place.start], text[place.end : clause.end]
    opens = _OPENS.match(before) is not None
    said = behind if opens else before
    if not opens and not _TELLS_DAY.search(before):
        return
    if not _ANY_STEP.search(said) or _PLANNED.search(said):
        return
    for number, family in enumerate(_FAMILIES):
        steps = [(found, rank) for rank, step in enumerate(family.steps) for found in step.finditer(said)]
        if not steps:
            continue
        step, rank = min(steps, key=lambda it: it[0].start()) if opens else max(steps, key=lambda it: it[0].end())
        whole = text[clause.start : clause.end]
        matter = _matter(said, step, family)
        years = frozenset(YEAR_OF_NO_DAY.findall(whole.replace(text[place.start : place.end], "")))
        start = place.end + step.start() if opens else clause.start + step.start()
        span = Span(min(start, place.start), max(place.end, start + len(step[0])))
        bare = _BARE.match(said, step.end()) is not None
        yield _Event(number, rank, " ".join(step[0].lower().split()), on[0], span, matter, bare, years, on[1])


def _matter(said: str, step: re.Match[str], family: _Family) -> str:
    """The noun of a matter with what tells which: behind the step, or before one that was done to it."""
    noun = re.compile(rf"(?<!\w)(?:{family.nouns})(?!\w)", re.IGNORECASE)
    for place in (said[step.end() :], said[: step.start()]):
        found = noun.search(place)
        if found is not None:
            quoted = _NAMED.search(place, found.end(), found.end() + 80)
            end = _CUT.search(place, found.end())
            stop = quoted.end() if quoted else end.start() if end else len(place)
            return place[found.start() : stop].strip()
    return ""


_BEFORE = re.compile(
    r"(?P<joint>trước khi) (?P<step>(?:ban hành|ra|ký|có|phê duyệt|thông qua|khởi công|thi công|phát động|khai mạc"
    r"|kết luận|bàn giao|nghiệm thu|công bố|giải ngân|chi trả|cưỡng chế|thu hồi|thành lập)(?: [^\W\d_]+){0,3})"
)


def check_said_before(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where what is said to be done before a step has a later day than that step has in the
    same paragraph: 'ngày 21/4 ban hành quyết định ..., ngày 28/4 đối thoại trước khi ban hành quyết định'.

    Not flagged: rules ('phải ... trước khi'), plans; steps of which no day is told there.
    """
    tasks = tasks_of(report)
    for said in finds(_BEFORE, report.text):
        start = clause_start(report.text, said.start(), _FURTHEST // 2)
        own = _days_between(report, start, said.start())
        if not own or tasks.touch(Span(*said.span())) or _PLANNED.search(report.text, own[-1][0].end(), said.start()):
            continue
        line = max(line_start(report.text, said.start()), start - _FURTHEST)
        found, day = own[-1]
        other = _dated(report.text, said, _days_between(report, line, found.start()))
        if other is not None and other < day and (day - other).days <= _LONGEST:
            done = " ".join(report.text[found.end() : said.start()].strip(" ,").split())
            facts = {"first": _shortly(done), "last": said["step"]}
            facts |= {"date": printed_day(other.isoformat()), "first_date": printed_day(day.isoformat())}
            yield Finding("date-chronology", "warning", Span(found.start(), said.end()), "steps", facts)


def _dated(text: str, said: re.Match[str], days: list[tuple[re.Match[str], datetime.date]]) -> datetime.date | None:
    """The day that an earlier clause tells of the step, in the same words."""
    step = " ".join(said["step"].split()[:_FEW])
    for at in range(len(days) - 1, -1, -1):
        found, day = days[at]
        behind = text[found.end() : days[at + 1][0].start() if at + 1 < len(days) else said.start()]
        clause = behind.split(";")[0].split(". ")[0]
        before = text[clause_start(text, found.start(), _FURTHEST // 2) : found.start()]
        if re.search(rf"(?<!\w){re.escape(step)}(?!\w)", clause) and not _PLANNED.search(clause):
            return day
        if re.search(rf"(?<!\w){re.escape(step)}(?!\w)[^,;]*ngày $", before) and not _PLANNED.search(before):
            return day
    return None


_FEW = 3  # words that tell a step


def _shortly(said: str) -> str:
    words = said.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


_OPENING_DAY = (
    r"(?:ngay )?(?:trong|vào|ngay) (?:đúng )?(?:ngày|lễ|buổi) (?:phát động|mở)(?: cuộc thi| hội thi)?"
    r"(?=\s?[.,;\n]|\scho\s|$)"
)
_AT_THE_OPENING = re.compile(
    rf"(?<!\w)(?:\d+ )?[Gg]iải(?: thưởng)?[^.;:\n]{{0,40}}?(?<!\w)(?:được )?trao(?: [^\W\d_]+){{0,3}}? {_OPENING_DAY}"
    rf"|(?<!\w)[Tt]rao (?:\d+ )?(?:giải thưởng|giải|thưởng)[^.;:\n]{{0,60}}? {_OPENING_DAY}"
)
_OPENING_DAYS = tuple(f"{day} {act}" for day in ("ngày", "lễ", "buổi") for act in ("phát động", "mở"))
_CONTEST = re.compile(r"(?<!\w)(?:[Cc]uộc thi|[Hh]ội thi)(?!\w)")


def check_prizes_at_the_opening(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the prizes of a contest are told as given on the day that opened it: 'nhận 512
    tác phẩm; 10 giải thưởng được trao trong ngày phát động'.

    Not flagged: prizes given at the opening of something else, which is named behind the word.
    """
    if not any(day in report.text for day in _OPENING_DAYS):  # as in nearly all reports, and found fast
        return
    for found in _AT_THE_OPENING.finditer(report.text):
        line = line_start(report.text, found.start())
        if _CONTEST.search(report.text, line, found.end()):
            printed = " ".join(found[0].split())
            yield Finding("date-chronology", "warning", Span(*found.span()), "same-day", {"printed": printed})


CHECKS = (check_steps_in_turn, check_said_before, check_prizes_at_the_opening)
