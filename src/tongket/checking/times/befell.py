"""What nobody plans, and what stood at an hour, told of a day after the report (thiên tai, tai nạn, số liệu tính đến
giờ): 'sạt lở lúc 19h00 ngày 26/11/2025' in a report of 17/11/2025.

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator

from tongket.checking.evidence.clauses import clause_of
from tongket.checking.evidence.days import date_of, day_of, whole_days
from tongket.checking.evidence.spans import in_citations
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_HARM = re.compile(
    r"(?<!\w)(?:sạt l[ởỡ]|xảy ra|cháy|tai nạn|va chạm|đuối nước|ngập(?: lụt| úng)?|lốc xoáy|tử vong|chết|bị thương"
    r"|mất tích|bị (?:chìm|sập|cuốn|đổ|lật|hư hỏng)|phát hiện|bùng phát|vỡ)(?!\w)",
    re.IGNORECASE,
)
_ON = re.compile(r"(?<!\w)(?:[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Rr]ạng sáng) $")
_HOUR = r"\d{1,2}\s?(?:[hH]|giờ|g|:)\s?(?:\d{1,2})?(?: ?phút)?"
_AS_OF_HOUR = re.compile(
    rf"(?<!\w)(?:[Tt]ính (?:đến|tới)|[Ss]ố liệu (?:đến|tới)|[Đđ]ến|[Cc]ập nhật (?:đến|lúc)) (?:lúc |thời điểm )*{_HOUR}"
    r",? (?:ngày )?$"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|[Dd]ự (?:báo|kiến)|có (?:khả năng|thể)|nguy cơ|đề phòng|phòng,? (?:ngừa|chống|tránh)|[Nn]ếu|[Kk]hi"
    r"|[Kk]ế hoạch|trường hợp|hạn chế|không để|từ nay|trước ngày|thời hạn|hết hạn|diễn tập|giả định|tình huống)(?!\w)"
)


def check_harms_after_report(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for harm told of a day after that of the report, or of figures that stood at an hour of
    such a day.

    Not flagged: forecasts, plans and tasks; drills; the dates of documents and their titles.
    """
    written = None if "date" in report.letterhead.inferred else day_of(report.letterhead.date)
    if written is None:
        return
    later = [(found, day) for found in whole_days(report) if (day := date_of(found)) is not None and day > written]
    if not later:
        return
    cited = in_citations(report)
    tasks = tasks_of(report)
    for found, day in later:
        place = Span(*found.span())
        if (day - written).days > _A_YEAR or tasks.touch(place) or cited.touch(place):
            continue
        if _is_known_then(report.text, place):
            facts = {"printed": found[0], "report_date": printed_day(written.isoformat())}
            yield Finding("date-chronology", "warning", place, "not-yet", facts)


_A_YEAR = 366  # days: what is further off is a slip of the report's own year


def _is_known_then(text: str, place: Span) -> bool:
    """Whether what is told of a day could be known only then."""
    low, high = clause_of(text, place.start, place.end)
    if _AHEAD.search(text, low, high):
        return False
    if _AS_OF_HOUR.search(text, max(place.start - 50, 0), place.start):
        return True
    if not _ON.search(text, max(place.start - 12, 0), place.start):
        return False
    return _HARM.search(text, max(low, place.start - _BESIDE), min(high, place.end + _BESIDE)) is not None


_BESIDE = 60  # letters between a day and what befell on it


def check_counted_after_document(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a document is told to count up to a day after its own, at an hour or in brackets
    behind its title: 'Báo cáo số 74-BC/ĐU, ngày 19/11/2025 ... (Tính đến 15h00 ngày 29/11/2025)'.

    Not flagged: days behind the next document; in brackets, those behind a document that counts nothing.
    """
    text = report.text
    starts: list[int] = []
    for found in whole_days(report) if _MAY_COUNT.search(text) else ():
        low = max(found.start() - 50, 0)
        bracket = _IN_BRACKETS.search(text, low, found.start())
        if bracket is None and not _AS_OF_HOUR.search(text, low, found.start()):
            continue
        starts = starts or [one.start for one in report.citations]
        index = bisect_right(starts, found.start()) - 1
        one = report.citations[index] if index >= 0 else None
        if one is not None and bracket and not _is_of_its_title(text, one, bracket.start()):
            continue
        issued = day_of(one.date) if one is not None else None
        if one is not None and issued is not None and one.core_end <= found.start() <= one.end + _TITLE:
            yield from _check_counted(text, one, issued, found)


_MAY_COUNT = re.compile(r"ính (?:đến|tới) (?:lúc |thời điểm |hết |ngày )*\d|ố liệu (?:đến|tới)")
_IN_BRACKETS = re.compile(r"\((?:[Ss]ố liệu )?(?:[Tt]ính |có )?(?:đến|tới) (?:hết |thời điểm )*(?:ngày )?$")
_COUNTS = ("Báo cáo", "Biên bản")
_TITLE = 220  # letters behind a document in which its title says up to when it counts


def _is_of_its_title(text: str, one: Citation, bracket: int) -> bool:
    """Whether brackets belong to the title of a document that counts, and not to what was done behind it."""
    return one.type in _COUNTS and not _CLAUSE_OR_NUMBER.search(text, one.end, bracket)


_CLAUSE_OR_NUMBER = re.compile(r"[,;:\d]")


def _check_counted(text: str, one: Citation, issued: datetime.date, found: re.Match[str]) -> Iterator[Finding]:
    day, between = date_of(found), text[one.core_end : found.start()]
    if day is None or day <= issued or ";" in between.rstrip("; (") or "\n" in between:
        return
    facts = {"document": one.symbol or one.type, "date": printed_day(issued.isoformat()), "printed": found[0]}
    yield Finding("date-chronology", "warning", Span(*found.span()), "told-before", facts, (Span(one.start, one.end),))


CHECKS = (check_harms_after_report, check_counted_after_document)
