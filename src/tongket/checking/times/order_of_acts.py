"""Acts that are said to follow others and have an earlier day (việc sau lại đề ngày trước): reviewed in May 'sau khi có
kết luận' of June; asked for in July and granted in June.

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.days import DAY, date_of, day_of, day_on, days_between
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.stops import line_end, line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_AFTER = re.compile(
    r"(?<!\w)(?P<joint>[Ss]au|[Tt]rước) khi (?P<what>[^.;,:()\n\d]{4,90}?)(?=,|\s(?:từ |vào )?ngày"
    r"|\s\(|\stại|\sbằng)"
)
_PLANNED = re.compile(
    r"(?<!\w)(?:sẽ|[Dd]ự kiến|phải|cần|chậm nhất|trong vòng|[Kk]ế hoạch(?! (?:số )?\d)|trước ngày|hạn|hết hiệu lực"
    r"|hằng năm|sinh)(?!\w)"
)
_STOP = re.compile(r"[.;]\s|\n")
_LONGEST = 260  # letters of a sentence behind 'sau khi'
_BACK = 500  # letters before it in which the act has its day
_SOON = 400  # days: those further apart are of another matter
_BY = re.compile(r"(?<!\w)(?:theo|căn cứ|thực hiện|dựa trên)\s(?!Quyết định|Thông báo|Nghị quyết)[^,;]*$")
_MADE = re.compile(
    r"(?<!\w)(?:ban hành|xây dựng|ký|ra|có|phê duyệt|công nhận|thông qua|tại|bằng|theo)(?: [^\W\d_]+){0,4} $"
)


def check_said_to_follow(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a sentence opens with what was done first, and gives it the later day: 'Sau khi
    rà soát từ ngày 01/10 đến ngày 15/11/2024, UBND xã phê duyệt kết quả ngày 28/10/2024'.

    Not flagged: plans and terms; days of documents that are only carried out.
    """
    tasks = tasks_of(report)
    for said in finds(_AFTER, report.text):
        high = min(said.end() + _LONGEST, len(report.text))
        stop = _STOP.search(report.text, said.end(), high)
        high = stop.start() if stop else high
        comma = report.text.find(",", said.end(), high)
        if comma < 0 or tasks.touch(Span(*said.span())) or _PLANNED.search(report.text, said.start(), high):
            continue
        told = _days_between(report, said.end(), comma) or _days_told(report, said) or _day_of_directive(report, said)
        done = _own_days(report, comma, high)
        if not told or not done:
            continue
        what = " ".join(said["what"].split())
        act = " ".join(report.text[comma + 1 : high].split()[:_FEW])
        first, last = (told[-1], what), (done[0], act)
        if said["joint"] in ("Trước", "trước"):
            first, last = (done[0], act), (told[0], what)
        if 0 < (first[0] - last[0]).days <= _SOON:
            facts = {"first": first[1], "last": last[1]}
            facts |= {"date": printed_day(last[0].isoformat()), "first_date": printed_day(first[0].isoformat())}
            yield Finding("date-chronology", "warning", Span(said.start(), high), "steps", facts)


_FEW = 8  # words of an act that a finding quotes


def _days_between(report: Report, low: int, high: int) -> list[datetime.date]:
    return [day for found in days_between(report, low, high) if (day := date_of(found))]


def _own_days(report: Report, low: int, high: int) -> list[datetime.date]:
    """The days on which something was done there; those of documents where the sentence says that they were made."""
    only_cited = [
        Span(one.start, max(one.end, one.date_end or 0))
        for one in cited_between(report, low, high)
        if not _MADE.search(report.text, low, one.core_start)
    ]
    found = [one for one in days_between(report, low, high) if not _BY.search(report.text, low, one.start())]
    return [day for one in found if not Spans(only_cited).touch(Span(*one.span())) and (day := date_of(one))]


_ACT = re.compile(
    r"(?:có|nhận được|nhận|ban hành|công bố|ra|được) ?(?:văn bản )?(?P<noun>kết luận|thông báo"
    r"|quyết định|ý kiến|chủ trương)(?!\w)"
)


def _days_told(report: Report, said: re.Match[str]) -> list[datetime.date]:
    """The day of what came first, where a clause before tells it: 'công bố kết luận ngày 02/6/2023; sau khi có kết luận
    kiểm tra, ...'. Only the last day before, in a clause that names the same.
    """
    act = _ACT.match(said["what"])
    line = line_start(report.text, said.start(), _BACK)
    before = days_between(report, line, said.start()) if act else []
    if act is None or not before:
        return []
    last = before[-1]
    low = max(line, *(report.text.rfind(mark, line, last.start()) for mark in (". ", ";", ", ")))
    day = date_of(last) if act["noun"] in report.text[low : last.end()].lower() else None
    return [day] if day else []


_ISSUED = re.compile(
    r"(?:có |nhận được )?(?P<type>Chỉ thị|Nghị quyết|Kết luận|Quyết định|Quy định|Đề án)(?P<of>(?: của [^\d]{3,40}?)?)"
    r"(?: (?:được )?(?:ban hành|ra đời|có hiệu lực))?"
)


def _day_of_directive(report: Report, said: re.Match[str]) -> list[datetime.date]:
    """The day of the directive that the report reviews, where the clause tells of its issue by its type alone: 'Ngay
    sau khi Chỉ thị của Ban Bí thư được ban hành, ...'.
    """
    found = _ISSUED.fullmatch(said["what"]) if report.subject is not None else None
    if found is None or report.subject is None:
        return []
    of_it = [one for one in report.citations if one.symbol and one.symbol == report.subject.directive]
    day = next((day for one in of_it if one.type == found["type"] and (day := day_of(one.date))), None)
    return [day] if day else []


_ASKED = re.compile(r"[^.;\n]{0,20}?(?<!\w)(?:đề nghị|đề xuất|xin|về việc đề nghị|trình)\s(?P<what>[^.;,:()\n]{4,70})")
_GRANTED = (
    "công nhận",
    "phê duyệt",
    "cho phép",
    "cấp",
    "giao",
    "bổ sung",
    "điều chỉnh",
    "thành lập",
    "khen thưởng",
    "tặng",
)


def check_granted_before_asked(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where what a letter asked for was granted by a decision of an earlier day: 'Tờ trình số
    44 ngày 25/7/2024 đề nghị công nhận ...; UBND huyện công nhận tại Quyết định số 1120 ngày 10/7/2024'.

    Not flagged: decisions of another verb, those before the letter in the text, or more than a few months older.
    """
    text = report.text
    for one in report.citations:
        day = day_of(one.date)
        if day is None or one.date_end is None or one.type not in ("Tờ trình", "Công văn"):
            continue
        asked = _ASKED.match(text, one.date_end)
        act = next((act for act in _GRANTED if asked and asked["what"].startswith(act)), None)
        granted = _granted(report, asked.end(), act) if asked and act else None
        if granted is not None and 0 < (day - granted[1]).days <= _MONTHS:
            other, issued = granted
            facts = {"first": _named(one), "last": _named(other)}
            facts |= {"date": printed_day(issued.isoformat()), "first_date": printed_day(day.isoformat())}
            yield Finding("date-chronology", "warning", Span(other.start, other.end), "steps", facts)


def _granted(report: Report, low: int, act: str) -> tuple[Citation, datetime.date] | None:
    """The first decision behind a place in its paragraph by which an act was done, with its day."""
    text = report.text
    by = re.compile(rf"(?<!\w){act}(?!\w)[^.;\n]*(?:tại|bằng|theo) $")
    for one in cited_between(report, low, line_end(text, low)):
        issued = day_of(one.date)
        start = max(low, *(text.rfind(mark, low, one.core_start) for mark in (". ", ";")))
        if one.type == "Quyết định" and issued is not None and by.search(text, start, one.core_start):
            return one, issued
    return None


def _named(one: Citation) -> str:
    return f"{one.type} {one.symbol or ''}".strip()


_MONTHS = 120  # days

_BEFORE_OR_AFTER = re.compile(r"(?<!\w)(?P<joint>[Tt]rước đó|[Ss]au đó),? (?:(?:vào|đến|sáng|chiều) )?ngày " + DAY)


def check_before_and_after(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where what is told as done 'trước đó' has a later day than what is told before it in
    the paragraph, and 'sau đó' an earlier one.

    Not flagged: days without their year; paragraphs that tell no other day before.
    """
    for found in finds(_BEFORE_OR_AFTER, report.text):
        day = day_on(*found.groups()[-3:]) if found.groups()[-1] else None
        told = days_between(report, line_start(report.text, found.start(), _FAR), found.start())
        other = date_of(told[-1]) if told else None
        if day is None or other is None or abs((day - other).days) > _FAR:
            continue
        if day > other if found["joint"].lower() == "trước đó" else day < other:
            what = " ".join(report.text[max(told[-1].start() - 60, 0) : told[-1].start()].split()[-_FEW:])
            earlier = day > other  # what was told as done before has the later day
            facts = {"first": found["joint"] if earlier else what, "last": what if earlier else found["joint"]}
            first, last = sorted((day, other))
            facts |= {"date": printed_day(first.isoformat()), "first_date": printed_day(last.isoformat())}
            yield Finding("date-chronology", "warning", Span(told[-1].start(), found.end()), "steps", facts)


_FAR = 400  # letters before, and days

CHECKS = (check_before_and_after, check_said_to_follow, check_granted_before_asked)
