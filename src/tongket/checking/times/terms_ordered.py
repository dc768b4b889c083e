"""Terms set by documents that give tasks (thời hạn trong kế hoạch, chỉ thị, công văn, thông báo kết luận): over when
the document is signed.

A case of ``date-chronology``, whose page stands with the dates. What reports set themselves is in ``terms``; here the
whole document gives tasks, under whatever heading, in its text and in its tables.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from tongket.checking.evidence.days import DAY, day_of, day_on
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.periods import mentions
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report, Section, Table
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import SMALL
from tongket.vietnamese.years import YEAR

_GIVING = re.compile(r"Kế hoạch|Chỉ thị|Công điện|Công văn|Thông báo|Chương trình|Phương án|Hướng dẫn|Kết luận")
_APPROVING = re.compile(r"(?:ban hành|phê duyệt) (?:kế hoạch|chương trình|phương án)(?!\w)", re.IGNORECASE)
_TERM = re.compile(
    r"(?<!\w)(?P<term>[Tt]rước|(?:[Cc]hậm|[Mm]uộn)\snhất(?:\slà)?|[Xx]ong|[Hh]ạn(?:\s(?:cuối|chót))?(?:\slà)?"
    r"|(?:[Đđ]ến\s)?[Hh]ết|[Tt]rong|[Tt]hời\s(?:gian|hạn)(?:\s(?:hoàn thành|thực hiện|gửi|báo cáo))?\s?:)"
    r"(?:\s(?:vào|đến|trước|hết|cuối|trong|thời điểm)){0,3}\s(?=ngày\s\d|\d|[Qq]uý\s|[Tt]háng\s)(?:ngày\s)?"
)
_DAY = re.compile(DAY)
_ORDERED = re.compile(
    r"(?<!\w)(?:hoàn (?:thành|thiện|tất)|xong|dứt điểm|báo cáo|trình|ban hành|gửi|nộp|khắc phục|tham mưu|rà soát"
    r"|tổ chức|bàn giao|xử lý|triển khai|kiện toàn|xây dựng|công khai|giải ngân|phê duyệt|thẩm định|tổng hợp"
    r"|thời (?:gian|hạn))"
    r"(?!\w)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?<!\w)(?:đã|chậm(?! nhất)|quá hạn|vi phạm|thời gian qua|vừa qua|đến nay|vẫn|chưa|cam kết|so với|tính đến|số liệu"
    r"|từ|kể từ|phát sinh|tồn đọng|hiệu lực|xảy ra|được (?:giao|cấp|phê duyệt|ban hành|thành lập)|còn lại|sinh|áp dụng"
    r"|theo (?:yêu cầu|chỉ đạo)|quy định (?:tại|ở)|lộ trình|giai đoạn|gia hạn|bổ sung|sửa đổi|thay (?:đổi|vì))(?!\w)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?<!\w)(?:h[ằà]ng|mỗi|định kỳ|các năm|năm sau|năm học|quý|(?:3|6|9|ba|sáu|chín) tháng|tháng đầu)(?!\w)",
    re.IGNORECASE,
)
_BACK = re.compile(r"kết quả|đánh giá|tình hình|thực trạng|hạn chế|tồn tại|nguyên nhân|căn cứ|sự cần thiết")
_BREAK = re.compile(r"[.;:](?=\s)|\n(?=\s*(?:[-+*•–]|\d|[^\W\d_a-zà-ỹđ]|$))|\n\s*\n")
_BEFORE, _BEHIND = 400, 120  # letters of a clause that are read
_BROUGHT_TO_AN_END = re.compile(
    r"(?<!\w)(?:hoàn (?:thành|tất|thiện)|xong|dứt điểm|thời (?:gian|hạn))(?!\w)", re.IGNORECASE
)
_OF_WHAT_WAS = re.compile(
    r"(?<!\w)(?:sinh|nhận|sử dụng|nghỉ (?:hưu|việc)|hoạt động|khởi công|cấp|giao|thành lập|tồn tại|tuyển dụng"
    r"|tốt nghiệp|đăng ký|ký(?: kết)?|diễn ra|tổ chức|mở|thực hiện|đạt được|có)\s$"
)
_ENDS = re.compile(rf"[ \t]*(?:[.,;:)/]|\Z|\n(?!\s*[{SMALL}])|\s(?:và|để|nhằm|phục\svụ|gửi|báo\scáo|theo\sđúng)(?!\w))")
_OLDEST = 400  # days: what lies farther back is no term but the time of what is ordered to be looked at
_LONGEST_PAST = 150  # days: a day without its year that lies farther back may be of the next


class _Due(NamedTuple):
    """A term: where it stands, its last day, and whether its year is printed."""

    place: Span
    until: datetime.date
    word: str  # 'trước', 'trong', 'chậm nhất'
    with_year: bool


def check_terms_ordered(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a task whose term is over on the day of the document that gives it: 'hoàn thành
    trước ngày 20/3' in a plan of 29 April.

    Where only the month of the document is known, a term is over before the month. A day without its year is taken for
    one of the year of the document. In a plan a task that is due on the next day is a note. Not flagged: what is told;
    times that say which matters are meant; terms that come back each year. In recognised text a note, of days with
    their year alone.
    """
    today = _earliest_day(report)
    if today is None or not gives_tasks(report):
        return
    passed, dirty = _passed_over(report), is_dirty(report)
    low = max((at.end for at in (report.letterhead.title_at, report.letterhead.date_at) if at), default=0)
    for due in _terms(report.text, low, len(report.text), today):
        severity = _severity(due, today, plans=report.letterhead.doc_type not in _OF_AN_HOUR)
        if dirty and severity is not None:  # a digit may have been misread
            severity = "info" if due.with_year and due.until < today else None
        if severity and not passed.touch(due.place) and _is_ordered(report.text, due, today):
            yield _finding(report.text, due.place, today, severity)


def _earliest_day(report: Report) -> datetime.date | None:
    """The day of the document; where its day was left blank or written by hand, the first of its month."""
    date = report.letterhead.date
    if not date or "date" in report.letterhead.inferred:
        return None
    return day_of(f"{date}-01" if len(date) == len("2024-03") else date)


def gives_tasks(report: Report) -> bool:
    """Whether the whole document is of a type that gives tasks."""
    head = report.letterhead
    kind = head.doc_type or ""
    return _GIVING.match(kind) is not None or (kind == "Quyết định" and bool(_APPROVING.search(head.title or "")))


_OF_AN_HOUR = ("Công điện", "Công văn", "Chỉ thị", "Thông báo")  # may ask for an answer by the morrow


def _passed_over(report: Report) -> Spans:
    """Documents that are cited, sections that look back, and tables."""
    spans = [Span(one.start, max(one.end, one.title_end or 0)) for one in report.citations]
    spans += [Span(one.start, one.end) for one in _backward(report.sections)]
    spans += [Span(table.start, table.end) for table in report.tables]
    return Spans(spans)


def _backward(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        if _BACK.search((section.title or "").lower()):
            yield section
        else:
            yield from _backward(section.children)


def _terms(text: str, low: int, high: int, today: datetime.date) -> Iterator[_Due]:
    for term in _TERM.finditer(text, low, high):
        word = " ".join(term["term"].lower().split())
        found = _DAY.match(text, term.end())
        if found is not None:
            day = day_on(found[1], found[2], found[3] or today.year)
            if day is not None:
                yield _Due(Span(term.start(), found.end()), day, word, found[3] is not None)
            continue
        named = next(mentions(text[term.end() : term.end() + _LONGEST_MENTION].replace("Tháng ", "tháng ")), None)
        if named is not None and named.start == 0 and not named.whole_year:
            end = term.end() + named.end
            yield _Due(Span(term.start(), end), named.until, word, with_year=True)


_LONGEST_MENTION = 28


def _severity(due: _Due, today: datetime.date, *, plans: bool) -> Severity | None:
    """How sure it is that a term is over, None where it is not."""
    late, before = (today - due.until).days, due.word == "trước"  # of which the day itself is too late
    if late > 0 or (late == 0 and before):
        return "warning" if late <= (_OLDEST if due.with_year else _LONGEST_PAST) else None
    return "info" if plans and before and due.with_year and late == -1 else None


def _is_ordered(text: str, due: _Due, today: datetime.date) -> bool:
    """Whether the clause of a term orders something, and nothing in it tells of the past or of every year.

    A term closes what it is set for: 'hoàn thành trước ngày 20/3.'; 'hồ sơ nộp trước ngày 20/3 được giải quyết' and
    'kết quả thực hiện trong quý I' tell which matters are meant.
    """
    low, high = unwrapped_clause(text, due.place)
    before = text[low : due.place.start]
    if _TOLD.search(before) or _OF_WHAT_WAS.search(before) or not _ENDS.match(text, due.place.end):
        return False
    verbs = _ORDERED if due.word.startswith(("trước", "chậm", "muộn", "hạn")) else _BROUGHT_TO_AN_END
    if not verbs.search(f"{before}{text[due.place.start : due.place.end]}") or _sets_another(text, due, high, today):
        return False
    if due.with_year:
        return True
    said = f"{before} … {text[due.place.end : high]}"
    return not _EACH.search(said) and all(found[0] == str(today.year) for found in YEAR.finditer(said))


def _sets_another(text: str, due: _Due, high: int, today: datetime.date) -> bool:
    """Whether the clause goes on to a term that is to come, which is the one of the task."""
    return any(other.until >= today for other in _terms(text, due.place.end, high, today))


def unwrapped_clause(text: str, place: Span) -> tuple[int, int]:
    """Where the clause around a place begins and ends in a text whose lines may be wrapped by hand."""
    low = max(place.start - _BEFORE, 0)
    low = max((found.end() for found in _BREAK.finditer(text, low, place.start)), default=low)
    closing = _BREAK.search(text, place.end, place.end + _BEHIND)
    return low, closing.start() if closing else min(place.end + _BEHIND, len(text))


_OF_TERMS = re.compile(r"^(?:thời (?:gian|hạn)|hạn|tiến độ)(?: (?:hoàn thành|thực hiện|trình|xong|báo cáo|gửi|cuối))*$")
_DONE = re.compile(r"(?<!\w)(?:đã|chuyển tiếp|hoàn thành)(?!\w)", re.IGNORECASE)
_OPENED = re.compile(r"\W*(?:(?:trước|trong|xong|hoàn thành|chậm nhất|đến|hết|ngày)\s){0,4}", re.IGNORECASE)


def check_terms_of_tables_of_tasks(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a cell under 'Thời gian hoàn thành' that names a day, month or quarter which is
    over on the day of the document, in a table of tasks.

    Not flagged: rows that say what is done; cells with more than the one time; tables outside tasks of a report.
    """
    today = _earliest_day(report)
    if today is None or is_dirty(report):
        return
    gives, tasks = gives_tasks(report), tasks_of(report)
    for table in report.tables:
        if gives or tasks.touch(Span(table.start, table.end)):
            for at in _cells_past(table, today):
                yield _finding(report.text, at, today, "warning")


def _cells_past(table: Table, today: datetime.date) -> Iterator[Span]:
    columns = {at for at, title in enumerate(table.header) if _OF_TERMS.match(" ".join(title.lower().split()))}
    for row in table.rows:
        if any(cell.column not in columns and _DONE.search(cell.text) for cell in row.cells[2:]):
            continue
        for cell in row.cells:
            until = _until(" ".join(cell.text.split())) if cell.column in columns else None
            if until is not None and until < today:
                yield Span(cell.start, cell.end)


def _until(cell: str) -> datetime.date | None:
    """The last day of the only time that a cell names: 'Trước 20/3/2026', 'Quý I/2026'."""
    opened = _OPENED.match(cell)
    begins = opened.end() if opened else 0
    whole = _DAY.fullmatch(cell, begins)
    if whole is not None and whole[3]:
        return day_on(whole[1], whole[2], whole[3])
    named = list(mentions(cell.replace("Tháng ", "tháng ")))
    alone = len(named) == 1 and named[0].start <= begins and named[0].end >= len(cell.rstrip(" .;"))
    return named[0].until if alone and not named[0].whole_year else None


def _finding(text: str, place: Span, today: datetime.date, severity: Severity) -> Finding:
    facts = {"printed": " ".join(text[place.start : place.end].split()), "report_date": printed_day(today.isoformat())}
    return Finding("date-chronology", severity, place, "past-term", facts)


CHECKS = (check_terms_ordered, check_terms_of_tables_of_tasks)
