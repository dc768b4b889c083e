"""Documents that guide or carry out one told of nearby, and are older (văn bản hướng dẫn có trước kế hoạch).

    'Kế hoạch số 33/KH-UBND ngày 10/3/2023 được triển khai đến các thôn; Công văn số 27/UBND-VX ngày 01/3/2023 hướng dẫn
    thực hiện Kế hoạch này ...'

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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
    r"(?:[Đđ]ể\s|[Nn]hằm\s)?(?:[Pp]húc đáp|[Tt]rả lời|[Cc]hấp hành|[Tt]iếp nhận|[Tt]riển khai thực hiện|[Tt]hực hiện"
    r"|[Tt]riển khai|[Cc]ăn cứ|[Tt]rên cơ sở|[Tt]heo(?: tinh thần)?|[Qq]uán triệt"
    r"|(?:[Nn]gay )?[Ss]au khi(?:\s(?:có|nhận được)|\s[^.,;:\n]{2,60}\sban hành)"
    r"|[Cc]ụ thể h[óo][áa])\s(?:các\s|[^.,;:\n]{2,160}\s(?:và|tại)\s)?$"
)
_ISSUED = re.compile(
    r"(?:[^.;:\n]{0,200};)?[^.;:\n]{0,200}?,\s(?:ngày \d{1,2}/\d{1,2}/20\d\d,?\s)?(?!về(?!\w)|(?:và"
    r"|cùng)\s)[^,.;:\n]{3,80}?\s(?:đã\s)?(?:kịp thời\s)?"
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
    for at, cited in enumerate(report.citations):
        one = cited if cited.date_start is not None else _with_told_day(report, cited)
        if one is None or (at in tied and one is cited):
            continue
        other = _named_before(report, one) or _opened_with(report, at) or _made_concrete(report, one)
        other = other or _named_in_title(report, at)
        if other is not None and other.symbol != one.symbol and is_before(one, other) and not is_above(one, other):
            yield dated_before(one, other)


_TOLD_DAY = re.compile(
    r"ngày (?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d),?\s[^,.;:\n\d]{2,70}?\s(?:đã\s)?(?:kịp thời\s)?"
    r"(?:có|gửi|ra|ký|phát hành|ban hành|ký ban hành|xây dựng|xây dựng và ban hành)\s$"
)


def _with_told_day(report: Report, one: Citation) -> Citation | None:
    """A document with the day on which the clause before it says that it was issued: 'ngày 28/6/2023, Đảng ủy ban hành
    Công văn số 112-CV/ĐU'.
    """
    found = _TOLD_DAY.search(report.text[max(one.start - _LONGEST, 0) : one.start]) if one.symbol else None
    day = day_on(found["day"], found["month"], found["year"]) if found else None
    return replace(one, date=day.isoformat(), shared=()) if day is not None else None


_IS_MADE_CONCRETE = re.compile(
    r"(?<!\w)(?:cụ thể h[óo][áa]|triển khai|tổ chức thực hiện)(?: thực hiện)? (?:bằng|thành|tại|thông qua) (?:việc"
    r" ban hành )?$"
)
_THAT_OPENS = re.compile(
    rf"(?:^|[.;:]\s)(?:Để\s)?(?:[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ|[Tt]rên cơ sở|[Tt]heo|[Pp]húc đáp)"
    rf" (?P<type>{_TYPES})"
    r" (?:này|trên|nói trên|nêu trên|đó),[^.;:\n]{3,120}$"
)


def _made_concrete(report: Report, one: Citation) -> Citation | None:
    """The last document that the paragraph names before, which this one is said to make concrete, or upon which its
    sentence opens: 'UBND xã đã cụ thể hóa bằng Kế hoạch số 40', 'Thực hiện Công văn nêu trên, ... có Công văn số 214'.
    """
    low = line_start(report.text, one.start, _FURTHEST)
    before = report.text[max(low, one.start - _LONGEST) : one.start]
    if _OF_OLD.search(before):
        return None
    that = _THAT_OPENS.search(before)
    if that is not None:
        return _last_of_type(report, that["type"], one.start - len(before) + that.start())
    if _IS_MADE_CONCRETE.search(before) is None:
        return None
    named = [it for it in cited_between(report, low, one.start) if it.start != one.start]
    return dated(report, named[-1]) if named else None


_ACTS = ("Quyết định", "Kế hoạch", "Công văn", "Hướng dẫn", "Chương trình", "Nghị quyết", "Thông báo")
_TO_ITS_GROUND = re.compile(
    r"(?:[^.;:,\n]{0,60}?\s)?(?:về việc|về|thành lập|kiện toàn|phê duyệt|ban hành|giao|điều chỉnh|trả lời|phúc đáp"
    r"|hướng dẫn)"
    r"(?:\s(?!đã\s|và\s|thay thế|sửa đổi|bổ sung)[^\s.;:]+){0,30}?\s(?:theo|thực hiện|triển khai|triển khai thực hiện"
    r"|trả lời"
    r"|phúc đáp|căn cứ)\s(?:tinh thần |nội dung |quy định tại )?"
)


def _named_in_title(report: Report, at: int) -> Citation | None:
    """The document that the title of this one says it carries out or answers, be there others without a day between:
    'Quyết định ... kiện toàn Tổ công tác triển khai Đề án 06 theo Kế hoạch số 18/KH-UBND ngày ...'.
    """
    one = report.citations[at]
    if one.type not in _ACTS:
        return None
    low = max(one.core_end, one.date_end or 0)
    for other in cited_between(report, low, low + _LONGEST):
        if other.start > low and other.date is not None and other.symbol:
            return other if _TO_ITS_GROUND.fullmatch(report.text, low, other.start) else None
    return None


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
