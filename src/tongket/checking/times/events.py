"""Days of events against the documents and meetings that they are tied to (ngày diễn ra, ngày văn bản).

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.days import WHOLE_DAY, date_of, day_of, whole_days
from tongket.checking.evidence.spans import Spans, in_citations
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_ON = re.compile(
    r"(?<!từ )(?<!đến )(?<!hết )(?<!trước )(?<!sau )(?<!sinh )(?<!lập )(?<!niệm )(?<!thống )(?<!kết )[Nn]gày $"
)
_STOP = re.compile(r"[.!?;]\s|\n")
_LONGEST = 400  # letters of a sentence
_DID = re.compile(r"(?<!\w)(?:đã|diễn ra|tổ chức|khai mạc|họp|kiểm tra|làm việc|ra quân|thực hiện)(?!\w)")
_PLAN = re.compile(r"(?<!\w)(?:sẽ|[Dd]ự kiến|[Cc]huẩn bị|[Tt]iếp tục|từ trước|trước khi|trước đó|trước đây)(?!\w)")
_HELD_AS = (
    r"(?:[Hh]ội nghị|cuộc họp|[Pp]hiên họp|[Kk]ỳ họp|[Đđ]ại hội"
    r"|(?:[Bb]uổi|[Cc]uộc) (?:làm việc|tiếp công dân|đối thoại|kiểm tra|giám sát|tiếp xúc cử tri|giao ban|họp))"
)
_MEETING = re.compile(
    r"(?<!\w)(?:trên cơ sở|căn cứ|theo|sau(?: khi)?|(?:truyền đạt|thông báo|về) (?:kết luận|kết quả|ý kiến))\s"
    rf"[^.;\n\d]{{0,80}}?{_HELD_AS}(?!\w)[^.;\n\d]{{0,60}}$"
    r"|^,? (?:của [^.;\n\d]{3,50} )?(?:về )?(?:kết luận|ghi nhận|biên bản)(?: (?:kết quả|nội dung|ý kiến))?"
    rf"(?: của [^.;\n\d]{{3,50}})? (?:tại |của )?{_HELD_AS}(?!\w)[^.;\n\d]{{0,60}}$"
)
_FOLLOWS = re.compile(
    r"(?<!\w)(?:[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ|[Tt]heo|[Tt]rên cơ sở|[Qq]uán triệt|[Hh]ọc tập|[Pp]hổ biến"
    r"|[Cc]huyên đề(?: về)?)\s(?:đúng\s|tinh thần\s|nội dung\s)?$"
)
_TYPES = "Kế hoạch|Quyết định|Chương trình|Đề án|Nghị quyết|Chỉ thị|Công văn|Hướng dẫn|Phương án|Thông báo"
_THAT = re.compile(
    rf"(?:[Tt]heo|[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ) (?P<type>{_TYPES}) (?:này|trên|nêu trên|nói trên|đó)"
)
_OF_THAT = re.compile(r"(?<!\w)(?P<noun>[^\W\d_]+ [^\W\d_]+) (?:này|trên|nói trên|nêu trên|đó)(?!\w)")
_MADE = "kiện toàn|thông qua|phê duyệt|ban hành|thành lập|ký|công bố|ra mắt|khởi công|phát động"
_TO_COME = re.compile(r"(?<!\w)sẽ(?!\w)[^.;:\n\d]{4,70}(?:vào )?$")
_TOLD_PLAN = re.compile(
    r"[Dd]ự kiến|[Tt]heo (?:kế hoạch|lộ trình|cam kết|quy định)|cam kết|hứa|lẽ ra|đáng lẽ|trước đó|thông báo|yêu cầu"
)


def check_days_of_events(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for an event before the document that it carries out, a document before the meeting it
    rests on, and a past day told as to come.

    Not flagged: days inside citations, terms and ranges, anniversaries, documents of more than a year later.
    """
    cited = Spans([Span(one.core_start, one.date_end or one.core_end) for one in report.citations])
    titles = in_citations(report)
    today = None if "date" in report.letterhead.inferred else day_of(report.letterhead.date)
    for found in whole_days(report):
        day = date_of(found)
        near = found.start() - _LONGEST, found.end() + 2 * _LONGEST
        if day is not None and cited_between(report, *near) and not cited.touch(Span(*found.span())):
            yield from _check_followed(report, found, day)
            yield from _check_reported(report, found, day)
            yield from _check_reported_next(report, found, day)
            yield from _check_made_known(report, found, day)
            yield from _check_held_before(report, found, day)
        if day is None or not _ON.search(report.text, max(found.start() - 12, 0), found.start()):
            if day and report.text.endswith("từ ngày ", 0, found.start()):
                yield from _check_made(report.text, found, day)
                yield from _check_sent_out(report, found, day)
            continue
        place = Span(*found.span())
        if not cited.touch(place):
            yield from _check_day(report, found, day, today, titled=titles.touch(place))


def _check_day(
    report: Report, found: re.Match[str], day: datetime.date, today: datetime.date | None, *, titled: bool
) -> Iterator[Finding]:
    text = report.text
    low = _begin(text, found.start())
    if today and day < today and not titled:
        ahead = _TO_COME.search(text, max(low, found.start() - 80), found.start() - len("ngày "))
        if ahead and not _TOLD_PLAN.search(text, low, ahead.start()) and not _PLAN.search(text, low, ahead.start()):
            facts = {"printed": found[0], "report_date": printed_day(today.isoformat())}
            yield Finding("date-chronology", "warning", Span(ahead.start(), found.end()), "to-come", facts)
            return
    yield from _check_made(text, found, day)
    document = _document_of(report, low, found, day)
    if document is not None and (document[0] == "rests-on" or not titled):
        yield _at_odds(*document, found)


def _at_odds(case: str, one: Citation, found: re.Match[str]) -> Finding:
    """That a day cannot be as it stands with that of a document."""
    facts = {"document": one.symbol or one.type, "date": printed_day(one.date or ""), "printed": found[0]}
    return Finding("date-chronology", "warning", Span(*found.span()), case, facts, (Span(one.start, one.end),))


def _next_cited(report: Report, low: int, high: int) -> tuple[Citation, datetime.date] | None:
    """The first document cited in a range, with its day; None where it has none."""
    one = next(iter(cited_between(report, low, high)), None)
    issued = day_of(one.date) if one is not None else None
    return (one, issued) if one is not None and issued is not None else None


def _last_cited(report: Report, low: int, high: int) -> tuple[Citation, datetime.date] | None:
    """The last document cited in a range, with its day; None where it has none."""
    held = cited_between(report, low, high)
    issued = day_of(held[-1].date) if held else None
    return (held[-1], issued) if issued is not None else None


def _is_before(one: datetime.date, other: datetime.date) -> bool:
    """Whether a day lies before another, and not so far that it is another year's."""
    return 0 < (other - one).days <= _NEAR


_BY = re.compile(r"[^\d.;:\n]{0,50}(?<!\w)(?:theo|[Tt]heo|thực hiện|căn cứ|triển khai)\s(?:đúng\s|tinh thần\s)?")
_HELD = re.compile(
    r"(?<!\w)(?:tổ chức|diễn ra|ra mắt|khai mạc|công bố|phát động|khởi công|thành lập|ra quân|bàn giao|kiểm tra|họp)"
    r"(?!\w)"
)


def _check_followed(report: Report, found: re.Match[str], day: datetime.date) -> Iterator[Finding]:
    """'ra mắt câu lạc bộ ngày 08/3/2024 theo Quyết định số 21/QĐ-BTV ngày 19/3/2024': before what it carries out."""
    text = report.text
    low, high = _begin(text, found.start()), _end(text, found.end())
    cited = _next_cited(report, found.end(), high)
    if cited is None or not _is_before(day, cited[1]):
        return
    behind = cited[0]
    if not _BY.fullmatch(text, found.end(), behind.core_start) or not _HELD.search(text, low, found.start()):
        return
    if not _PLAN.search(text, low, found.start()):
        yield _at_odds("carried-out", behind, found)


_REPORTED = re.compile(
    r"[^;\n]{0,100}?(?<!\w)(?:báo cáo|thông báo|kết luận|kết quả|biên bản|đánh giá)(?!\w)[^.;\n\d]{0,60}?"
    r"(?<!\w)(?:tại|bằng|trong|theo|ban hành)\s$"
)
_ASKED = re.compile(r"(?<!\w)(?:[Kk]iến nghị|[Ýý] kiến|[Yy]êu cầu|[Pp]hản ánh|[Đđ]ề nghị|[Cc]hất vấn)(?!\w)")
_ANSWERED = re.compile(r"[^;\n]{0,60}?(?<!\w)(?:trả lời|phản hồi|giải trình)(?!\w)[^.;\n\d]{0,40}?(?:tại|bằng)\s")
_BEGAN = re.compile(rf"{_HELD.pattern}|(?<!\w)(?:bắt đầu|xảy ra|phát hiện|phát sinh|cháy|mở|kết thúc)(?!\w)")
_TELLS = frozenset(("Báo cáo", "Thông báo", "Kết luận", "Biên bản"))


def _check_reported(report: Report, found: re.Match[str], day: datetime.date) -> Iterator[Finding]:
    """'diễn ra ngày 17/3/2023, báo cáo kết quả tại Báo cáo số 09/BC-CĐYT ngày 10/3/2023': told before it was held."""
    text = report.text
    low, high = _begin(text, found.start()), _end(text, found.end())
    cited = _next_cited(report, found.end(), high)
    if cited is None or not _is_before(cited[1], day):
        return
    behind = cited[0]
    answers = _ASKED.search(text, low, found.start()) and _ANSWERED.fullmatch(text, found.end(), behind.core_start)
    if not answers and behind.type not in _TELLS:
        return
    if not answers and (
        not _REPORTED.fullmatch(text, found.end(), behind.core_start) or not _BEGAN.search(text, low, found.start())
    ):
        return
    if not _PLAN.search(text, low, behind.core_start):
        yield _at_odds("told-before", behind, found)


_NEXT = re.compile(
    r"[^\n]{0,300}?\.\s(?:Kết quả|Kết luận|Nội dung)(?: [^\W\d_]+){0,5} (?:thông báo|báo cáo|kết luận|ban hành|ghi)"
    r"[^.;\n\d]{0,30}?\s$"
)
_AT_WORK = re.compile(r"(?<!\w)(?:làm việc|kiểm tra|giám sát|thanh tra|khảo sát|đối thoại|họp|tổ chức)(?!\w)")


def _check_reported_next(report: Report, found: re.Match[str], day: datetime.date) -> Iterator[Finding]:
    """'Đoàn giám sát làm việc với Trung tâm ngày 18/9/2025. Kết quả giám sát được thông báo tại Thông báo số
    15/TB-MTTQ ngày 12/9/2025': the sentence behind tells of it in a document that is older.
    """
    text = report.text
    cited = _next_cited(report, found.end(), line_end(text, found.end()))
    if cited is None or not _is_before(cited[1], day) or cited[0].type not in _TELLS:
        return
    behind = cited[0]
    joint = (found.end(), behind.core_start)
    if not _NEXT.fullmatch(text, *joint) or WHOLE_DAY.search(text, *joint):
        return
    low = _begin(text, found.start())
    if _AT_WORK.search(text, low, found.start()) and not _PLAN.search(text, low, found.start()):
        yield _at_odds("told-before", behind, found)


_MADE_KNOWN = re.compile(
    r"[^.;\n\d]{0,40}?(?<!\w)(?:công bố|niêm yết|gửi|trao|tống đạt|đăng tải|phát hành|mở|phổ biến|quán triệt)(?!\w)"
    r"[^.;\n\d]{0,60}(?<!\w)ngày $"
)


def _check_made_known(report: Report, found: re.Match[str], day: datetime.date) -> Iterator[Finding]:
    """'Quyết định số 2017/QĐ-UBND ngày 14/6/2022 được công bố ngày 09/6/2022': known before it was signed."""
    cited = _last_cited(report, _begin(report.text, found.start()), found.start())
    if cited is None or cited[0].date_start is None or not _is_before(day, cited[1]):
        return
    last = cited[0]
    between = report.text[max(last.end, last.date_end or 0) : found.start()]
    if _MADE_KNOWN.fullmatch(between) and not _PLAN.search(between):
        yield _at_odds("carried-out", last, found)


_SENT_OUT = re.compile(r"(?<!\w)(?:thành lập|thanh tra|kiểm tra|giám sát|xác minh|điều tra|khảo sát)(?!\w)")
_WORKED = re.compile(
    r"[^.;\n]{0,6}? đến (?:hết )?ngày [\d/.-]{6,10},? (?:Đoàn|đoàn|Tổ|tổ)(?!\w)[^.;\n\d]{0,40}(?<!\w)(?:đã|tiến hành)"
)


def _check_sent_out(report: Report, found: re.Match[str], day: datetime.date) -> Iterator[Finding]:
    """'Quyết định số 12/QĐ-UBND ngày 12/9/2023 thành lập Đoàn kiểm tra, từ ngày 22/5/2023 đến ngày 02/6/2023, Đoàn đã
    ...': at work before it was set up.
    """
    text = report.text
    low = _begin(text, found.start())
    cited = _last_cited(report, low, found.start())
    if cited is None or not _is_before(day, cited[1]):
        return
    last = cited[0]
    follows = _FOLLOWS.search(text, max(low, last.core_start - 24), last.core_start)
    between = text[last.date_end or last.end : found.start()]
    if follows and _SENT_OUT.search(between) and _WORKED.match(text, found.end()) and not _PLAN.search(between):
        yield _at_odds("carried-out", last, found)


_HELD_ON = re.compile(
    rf"(?<!\w){_HELD_AS}(?!\w)[^.;()\n]{{0,90}}\((?:được )?(?:tổ chức|diễn ra|họp|khai mạc|bế mạc)?\s?(?:vào )?(?:từ )?"
    r"(?:các )?ngày (?:\d{1,2}(?:/\d{1,2})?\s?(?:[-–,]|và|đến(?: ngày)?)\s?)*$"
)
_RESTS = re.compile(r"(?<!\w)(?:[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ|[Tt]rên cơ sở|[Ss]au|[Tt]heo|[Cc]ụ thể hóa)(?!\w)")
_PASSED = re.compile(r"\),? (?:đã )?(?:thông qua|ban hành|quyết nghị|biểu quyết)(?!\w)")
_GIVEN_OUT = re.compile(r"(?<!\w)(?:ban hành|xây dựng|cụ thể hóa|ký|thông qua)(?!\w)")


def _check_held_before(report: Report, found: re.Match[str], day: datetime.date) -> Iterator[Finding]:
    """'Thực hiện kết luận của Hội nghị lần thứ 12 (tổ chức ngày 26 - 27/6/2018), ... ban hành Kế hoạch số 31-KH/HU ngày
    12/4/2018': issued before the meeting that it carries out.
    """
    text = report.text
    low, high = _begin(text, found.start()), _end(text, found.end())
    behind = next((one for one in cited_between(report, found.end(), high) if one.date_start is not None), None)
    issued = day_of(behind.date) if behind is not None else None
    if behind is None or issued is None or not _is_before(issued, day):
        return
    held = _HELD_ON.search(text, low, found.start()) if text.startswith(")", found.end()) else None
    passed = held is not None and _PASSED.match(text, found.end())
    if held is None or not (passed or _RESTS.search(text, low, held.start())):
        return
    if passed or _GIVEN_OUT.search(text, found.end(), behind.core_start):
        yield _at_odds("rests-on", behind, found)


def _check_made(text: str, found: re.Match[str], day: datetime.date) -> Iterator[Finding]:
    """'Ngày 12/9/2024 thông qua danh sách; danh sách này đã chi trả từ ngày 30/8/2024': done before it was there."""
    made = _made(text, _begin(text, found.start()), found, day)
    if made is not None:
        facts = {"first": made[0], "last": made[1], "date": found[0], "first_date": made[2]}
        yield Finding("date-chronology", "warning", Span(*found.span()), "steps", facts)


def _made(text: str, low: int, found: re.Match[str], day: datetime.date) -> tuple[str, str, str] | None:
    """What was made, what is told of it, and the day when it was made, where ``day`` of the same thing lies before."""
    that = _OF_THAT.search(text, low, found.start())
    done = _DID.search(text, that.end(), found.start()) if that else None
    if that is None or done is None or _PLAN.search(text, that.end(), found.start()):
        return None
    before = text[line_start(text, that.start(), _LONGEST) : that.start()]
    made = re.search(rf"(?<!\w)(?:{_MADE})(?!\w)[^.;\n]{{0,30}}?(?<!\w){re.escape(that['noun'])}(?!\w)", before)
    days = list(WHOLE_DAY.finditer(before)) if made else []
    if made is not None and len(days) > 1:  # the day of its own clause
        clause = max(before.rfind(mark, 0, made.start()) for mark in ("; ", ". ", "\n"))
        days = [one for one in days if clause < one.start() < made.start()]
    if made is None or len(days) != 1:
        return None
    first = date_of(days[0])
    if first is None or not _is_before(day, first):
        return None
    return " ".join(made[0].split()), " ".join(text[that.start() : found.start()].split()), days[0][0]


def _document_of(report: Report, low: int, found: re.Match[str], day: datetime.date) -> tuple[str, Citation] | None:
    """The document that a day is at odds with, and how: 'carried-out' or 'rests-on'."""
    text = report.text
    here = cited_between(report, low, found.start())
    dated = [one for one in here if (one_day := day_of(one.date)) and abs((one_day - day).days) <= _NEAR]
    if dated and dated[-1] is here[-1]:
        last, issued = dated[-1], day_of(dated[-1].date)
        between = text[last.date_end or last.end : found.start() - len("ngày ")]
        if issued and issued < day and _MEETING.search(between):
            return "rests-on", last
        told = _DID.search(text, last.end, _end(text, found.end())) and not _PLAN.search(text, low, found.start())
        if issued and day < issued and told and _FOLLOWS.search(text, max(low, last.core_start - 24), last.core_start):
            return "carried-out", last
    that = _THAT.search(text, low, _end(text, found.end()))
    if that is None or not _DID.search(text, low, _end(text, found.end())) or _PLAN.search(text, low, found.start()):
        return None
    earlier = [
        one for one in cited_between(report, max(low - 3 * _LONGEST, 0), that.start()) if one.type == that["type"]
    ]
    issued = day_of(earlier[-1].date) if earlier else None
    return ("carried-out", earlier[-1]) if issued and _is_before(day, issued) else None


_NEAR = 400  # days: what lies further apart is another year's


def _begin(text: str, at: int) -> int:
    low = max(at - _LONGEST, 0)
    stops = list(_STOP.finditer(text, low, at))
    return stops[-1].end() if stops else low


def _end(text: str, at: int) -> int:
    stop = _STOP.search(text, at, at + _LONGEST)
    return stop.start() if stop else min(at + _LONGEST, len(text))
