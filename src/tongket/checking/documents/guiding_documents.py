"""Documents that guide or carry out one told of nearby, and are older (văn bản hướng dẫn có trước kế hoạch).

    'Kế hoạch số 33/KH-UBND ngày 10/3/2023 được triển khai đến các thôn; Công văn số 27/UBND-VX ngày 01/3/2023 hướng dẫn
    thực hiện Kế hoạch này ...'

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.documents.listed_documents import dated_before, is_above, is_before
from tongket.checking.evidence.citations_at import cited_between, dated
from tongket.checking.evidence.days import WHOLE_DAY, day_of, day_on
from tongket.checking.evidence.places import matches_at_openings
from tongket.checking.evidence.stops import line_start
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_TYPES = (
    "Kế hoạch|Quyết định|Chương trình|Đề án|Nghị quyết|Chỉ thị|Công văn|Hướng dẫn|Phương án|Thông báo|Kết luận|Quy chế"
    "|Quy định|Nghị định|Thông tư|Luật|Công điện|Thể lệ|Văn bản"
)
_CARRIES_OUT = (
    r"(?:[Tt]hực hiện|[Tt]riển khai|thi hành|[Cc]ụ thể h[óo][áa]|quán triệt|[Hh]ướng dẫn|đôn đốc|chỉ đạo|[Tt]heo)"
)
# The document that was named before, by its type alone: 'Kế hoạch này', 'triển khai Kế hoạch;'.
_THAT = re.compile(
    rf"(?<!\w){_CARRIES_OUT}\s(?:nội dung\s|tốt\s|nghiêm\s)?(?P<type>{_TYPES})(?: hành động| công tác| phối hợp)?"
    r"(?:\s(?:này|trên|nói trên|nêu trên|đó)(?!\w)|(?=\s?(?:[.,;)\n]|$|(?:đến|tới|cho|trên|tại|ở|trong|yêu cầu)\s)))"
)
_CLAUSE_END = re.compile(r"[;\n]|[.](?=\s)")
_LONGEST, _FURTHEST = 220, 1200  # letters behind a document in which its clause tells; back to the one named before
_OPENS = re.compile(
    r"(?:^|[.;:\n]\s?|[-–+*•]\s)(?:\(?\w{1,3}[.)/]\s)?"
    r"(?:[Đđ]ể\s)?(?:[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ|[Tt]rên cơ sở|[Tt]heo(?: tinh thần)?|[Qq]uán triệt"
    r"|[Cc]ụ thể h[óo][áa])\s(?:các\s|[^.,;:\n]{2,160}\svà\s)?$"
)
_ISSUED = re.compile(
    r"[^.;:\n]{0,200}?,\s(?!về(?!\w)|(?:và|cùng)\s)[^,.;:\n]{3,80}?\s(?:đã\s)?(?:kịp thời\s)?"
    r"(?:có|gửi|ra|ký|phát hành|ban hành|xây dựng|tham mưu(?:\s[^,.;:\n]{2,40})?\sban hành)\s(?:các\s|0?1\s)?$"
)
_OF_OLD = re.compile(
    r"(?<!\w)(?:[Tt]iếp tục|thay thế|sửa đổi|bổ sung|điều chỉnh|trước đó|trước đây|từ trước|kế thừa|thay cho)(?!\w)"
)


def check_guiding_documents(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a document that guides or carries out another one of the same passage, and is dated
    before it: 'Thực hiện Kế hoạch ... ngày 24/02/2026, UBND xã đã có Công văn ... ngày 10/02/2026 hướng dẫn ...'.

    Not flagged: documents of the level above; what continues, amends or replaces; those older by more than a year;
    several documents carried out of which one is older.
    """
    tied = {one.subject for one in report.relations if one.kind in ("implements", "makes-concrete")}
    for at, one in enumerate(report.citations):
        if one.date_start is None or at in tied:
            continue
        other = _named_before(report, one) or _opened_with(report, at)
        if other is not None and other.symbol != one.symbol and is_before(one, other) and not is_above(one, other):
            yield dated_before(one, other)


def _named_before(report: Report, one: Citation) -> Citation | None:
    """The document that ``one`` guides by the words behind it, which call it by its type: 'thực hiện Kế hoạch này'."""
    text, low = report.text, max(one.end, one.date_end or 0)
    stop = _CLAUSE_END.search(text, low, low + _LONGEST)
    high = stop.start() if stop else min(low + _LONGEST, len(text))
    that = _THAT.search(text, low, high)
    if that is None or any(cited_between(report, low, that.end())) or WHOLE_DAY.search(text, low, that.start()):
        return None
    if _OF_OLD.search(text, max(one.start - 60, 0), that.end()):
        return None
    return _last_of_type(report, that["type"], one.start)


def _last_of_type(report: Report, kind: str, at: int) -> Citation | None:
    """The last document of a type that the paragraph names before a place."""
    start = line_start(report.text, at, _FURTHEST)
    named = [one for one in cited_between(report, start, at) if one.type.split()[:1] == kind.split()[:1]]
    return dated(report, named[-1]) if named else None


def _opened_with(report: Report, at: int) -> Citation | None:
    """The document that the sentence opens with carrying out, where it goes on to tell that this one was issued."""
    text, one = report.text, report.citations[at]
    before = [it for it in cited_between(report, max(one.start - _FURTHEST, 0), one.start) if it is not one]
    if not before:
        return None
    first = before[-1]
    if not _OPENS.search(text, max(first.start - _LONGEST, 0), first.start) or first.in_footnote != one.in_footnote:
        return None
    between = text[max(first.end, first.date_end or 0) : one.start]
    if len(between) > _FURTHEST // 2 or not _ISSUED.fullmatch(between) or _OF_OLD.search(between):
        return None
    return dated(report, first)


_ON_ITS_GROUNDS = re.compile(
    rf"(?:(?<=[.;]\s)|(?<=\n))(?:Trên cơ sở|Thực hiện|Triển khai|Căn cứ|Theo) (?P<type>{_TYPES})(?: hành động"
    rf"| công tác)?"
    r"(?: này| trên| nói trên| nêu trên| đó)?,(?P<done>[^.;\n]*?)(?:sáng |chiều "
    r"|tối )?ngày (?P<day>\d{1,2}[/.-]\d{1,2}[/.-]"
    r"(?:19|20)\d\d)"
)
_HELD = re.compile(
    r"(?<!\w)(?:tổ chức|diễn ra|khai mạc|phát động|ra quân|ra mắt|kiểm tra|giám sát|tập huấn|khởi công|triển khai"
    r"|bàn giao"
    r"|hội nghị|lễ|đối thoại|ký kết|mở lớp)(?!\w)",
    re.IGNORECASE,
)


def check_events_on_grounds(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for an event that is told as held on the grounds of a document named before it, and is
    older: 'Kế hoạch ... ngày 06/5/2019. Trên cơ sở Kế hoạch, Lễ phát động được tổ chức sáng ngày 26/4/2019'.

    Not flagged: days of documents; plans; what is older by more than a year.
    """
    for found in matches_at_openings(_ON_ITS_GROUNDS, report):
        day, done = found["day"], found["done"]
        held, other = day_on(*re.split(r"[/.-]", day)), _last_of_type(report, found["type"], found.start())
        issued = day_of(other.date) if other is not None else None
        if other is None or issued is None or held is None or any(cited_between(report, found.start(), found.end())):
            continue
        late = held < issued and issued.year - held.year <= 1
        if late and _HELD.search(done) and not _OF_OLD.search(done) and not _PLANNED.search(done):
            place = Span(found.start("day"), found.end("day"))
            facts = {"document": other.symbol or other.type, "date": printed_day(other.date or ""), "printed": day}
            related = (Span(other.start, other.end),)
            yield Finding("date-chronology", "warning", place, "carried-out", facts, related)


_PLANNED = re.compile(r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị|từ trước)(?!\w)")

CHECKS = (check_guiding_documents, check_events_on_grounds)
