"""Days by which something is to be done (thời hạn): terms of tasks and aims that are over when the report is signed.

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.days import DAY, date_of, day_of, day_on, whole_days
from tongket.checking.evidence.spans import Spans, in_citations
from tongket.checking.evidence.tasks import task_spans, tasks_of
from tongket.checking.times.periods import Mention, mentions
from tongket.checking.times.terms_ordered import gives_tasks
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_TERM = r"(?:[Tt]rước|(?:[Cc]hậm|[Mm]uộn) nhất(?: là)?|[Xx]ong|[Tt]rong|[Hh]ạn(?: cuối)?(?: là)?|(?:[Đđ]ến )?[Hh]ết)"
_DUE_DAY = re.compile(rf"(?<!\w){_TERM}(?: vào| đến| trước| hết){{0,3}}(?: ngày)? {DAY}")
_DUE = re.compile(rf"(?<!\w){_TERM}(?: vào| đến| trước| hết| cuối)* $")
_ORDERED = re.compile(
    r"(?<!\w)(?:[Hh]oàn thành|[Hh]oàn thiện|[Xx]ong|[Dd]ứt điểm|[Gg]iải quyết|[Bb]áo cáo|[Tt]rình|[Bb]an hành|[Gg]ửi"
    r"|[Nn]ộp|[Kk]hắc phục|[Tt]ham mưu|[Rr]à soát|[Tt]ổ chức|[Bb]ố trí|[Pp]hấn đấu|[Bb]àn giao|[Xx]ử lý|[Tt]riển khai"
    r"|[Kk]iện toàn|[Xx]ây dựng|[Cc]ông khai|[Xx]óa|[Hh]oàn trả|[Cc]hi trả|[Gg]iải ngân|[Tt]hực hiện|[Ss]ửa chữa"
    r"|[Đđ]ưa)(?!\w)"
)
_HELD_ON = re.compile(  # from its line or sentence on: 'Tổ chức sơ kết 6 tháng vào ngày 30/5/2026'
    r"(?:(?<=[.;] )|(?<=\n))[^\S\n]*(?:[-+*•]\s?|\(?\w{1,2}[.)]\s)?(?:Tổ chức|Tiến hành|Khai mạc|Mở|Họp|Sơ kết|Tổng kết"
    r"|Ra quân|Phát động|Khởi công|Khánh thành|Triệu tập|Chuẩn bị(?: tốt)?)(?!\w)(?:[^.;\n\d]|\d(?![/.]\d)){0,120}?"
    rf"(?<!\w)(?P<when>(?:vào|trong|diễn ra|tổ chức)(?: các)? ngày {DAY})"
)
_THEN_DO = re.compile(
    r",? (?:(?:xã|phường|Sở|UBND|Ủy ban|Ban|Đảng ủy|Hội|ngành)(?: [^\W\d_]+){0,5} )?"
    r"(?:sẽ )?(?:tổ chức|hoàn thành"
    r"|triển khai|tập trung|phấn đấu|xây dựng|tiếp tục|ban hành|thực hiện|phối hợp|rà soát|tiến hành|mở)(?!\w)"
)
_PAST = re.compile(
    r"(?<!\w)(?:đã|chậm|quá hạn|vi phạm)(?!\w)|(?:tồn đọng|phát sinh|hiệu lực|kéo dài|từ trước|xảy ra|ban hành"
    r"|thành lập|phê duyệt|sinh|nộp|còn lại|so với|hoạt động|áp dụng|được cấp|được giao)(?: từ)? $"
)


def check_terms_of_tasks(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a task that is to be done by a day that lies before the report's own.

    Not flagged: what is told of the past; days inside citations; reports without a date.
    """
    today = day_of(report.letterhead.date)
    if today is None or gives_tasks(report):  # all of it is read by ``terms_ordered``
        return
    cited = in_citations(report)
    for low, high in task_spans(report.sections):
        text = report.text
        for found in _DUE_DAY.finditer(text, low, high):
            day = day_on(*found.groups()) if found[3] else None
            if day is not None and day < today:
                yield from _overdue(text, Span(*found.span()), low, today, cited)
        for found in _HELD_ON.finditer(text, low, high):
            day = day_on(*found.groups()[-3:]) if found.groups()[-1] else None
            if day is not None and day < today:
                yield from _overdue(text, Span(*found.span("when")), low, today, cited, ordered=True)
        for one in mentions(text[low:high]):
            at = Mention(one.start + low, one.end + low, one.since, one.until, one.whole_year)
            term = _DUE.search(text, max(low, at.start - 25), at.start)
            if term is not None and at.until < today and not one.whole_year:
                ordered = _THEN_DO.match(text, at.end) is not None
                yield from _overdue(text, Span(term.start(), at.end), low, today, cited, ordered=ordered)


_TASK = re.compile(
    r"(?:^|[.;\n]\s|\n)(?:[-+*•]\s?)?(?:Phấn đấu|Tập trung|Đề nghị|Kiến nghị|Yêu cầu|Tiếp tục)(?!\w)[^.;\n]*$"
)
_LONGEST_TASK = 250


def check_terms_of_aims(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for an aim or a request outside the tasks that was due before the report: 'Phấn đấu
    hoàn thành ... trước ngày 30/6/2026' in a report of December.

    Not flagged: as among the tasks; a request that is told of.
    """
    today = day_of(report.letterhead.date)
    if today is None or "date" in report.letterhead.inferred or gives_tasks(report):
        return
    cited = in_citations(report)
    tasks = tasks_of(report)
    for found in whole_days(report):
        day = date_of(found)
        if day is None or day >= today or tasks.touch(Span(*found.span())):
            continue
        due = _DUE.search(report.text, max(found.start() - 25, 0), found.start())
        due = due or _DUE_ON.search(report.text, max(found.start() - 30, 0), found.start())
        if due and _TASK.search(report.text, max(due.start() - _LONGEST_TASK, 0), due.start()):
            yield from _overdue(report.text, Span(due.start(), found.end()), 0, today, cited)


_DUE_ON = re.compile(rf"(?<!\w){_TERM}(?: vào| đến| trước| hết| cuối)* ngày $")
_FAR = 600  # letters before a term in which its clause begins


def _overdue(
    text: str, place: Span, low: int, today: datetime.date, cited: Spans, *, ordered: bool = False
) -> Iterator[Finding]:
    clause = re.split(r"[.;\n]", text[max(low, place.start - _FAR) : place.start])[-1]
    if (ordered or _ORDERED.search(clause)) and not _PAST.search(clause) and not cited.touch(place):
        facts = {
            "printed": " ".join(text[place.start : place.end].split()),
            "report_date": printed_day(today.isoformat()),
        }
        yield Finding("date-chronology", "error", place, "past-term", facts)
