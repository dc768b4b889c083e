"""Terms of the Party's centre and of people's councils (khóa, kỳ họp) against the day of a document and its own head.

Cases of ``citation-conflict``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import counted

_ELECTED = {
    "VI": "1986-12-18",
    "VII": "1991-06-27",
    "VIII": "1996-07-01",
    "IX": "2001-04-22",
    "X": "2006-04-25",
    "XI": "2011-01-18",
    "XII": "2016-01-26",
    "XIII": "2021-01-30",
    "XIV": "2026-01-22",
    "XV": "2031-01-01",  # at the earliest
}
"""The day by which the congress of each term had elected the Central Committee."""
_CENTRE = re.compile(
    r"[,;\s]*\(?(?:(?:của|do|tại)\s+)?(?:(?:Ban Chấp hành|BCH) Trung ương|BCH TW|Bộ Chính trị|Ban Bí thư|Trung ương)"
    r"(?: Trung ương)?(?: Đảng)?(?: Cộng sản Việt Nam)?,? \(?[Kk]h[óo][áa] ?(?P<term>[IVX]+)(?!\w)"
)


def check_terms_of_the_centre(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where an organ of the Party's centre is said to be of a term that it had not on the
    day of the document: 'Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XI'.

    Not flagged: citations without a whole day; plenums, which have a check of their own; recognised text.
    """
    if is_recognised(report):
        return
    for one in report.citations:
        if not is_whole(one.date) or one.date_end is None or "date" in one.shared:
            continue
        found = _CENTRE.match(report.text, max(one.core_end, one.date_end))
        sat = _term_on(one.date) if found else ""
        if found is None or not sat or found["term"] == sat or found["term"] not in _ELECTED:
            continue
        facts = {"symbol": one.symbol or one.text, "date": printed_day(one.date), "term": sat, "printed": found["term"]}
        yield Finding("citation-conflict", "warning", Span(one.core_start, found.end()), "term", facts)


def _term_on(day: str) -> str:
    """The term of the Central Committee on a day, "" where it is not known."""
    pairs = pairwise(_ELECTED.items())
    return next((term for (term, since), (_, until) in pairs if since <= day < until), "")


_COUNCIL = r"(?:HĐND|[Hh]ội đồng [Nn]hân dân)"
_SESSION = (
    r"[Kk]ỳ\s+họp(?:\s+\w+){0,3}?\s+(?:lần\s+)?thứ\s+"
    r"(?P<session>\d{1,2}|[^\W\d_]+(?:\s(?:một|hai|ba|tư|lăm|sáu|bảy|tám|chín))?)"
)
_TERM = r"[Kk]h[óo][áa]\s+(?P<term>[IVX]+|\d{1,2})"
_IN_HEAD = re.compile(rf"^\W*{_TERM}(?:\W+nhiệm kỳ[^,;\n]*)?\W+{_SESSION}", re.IGNORECASE | re.M)
_IN_CLOSING = re.compile(
    rf"Nghị quyết này (?:đã )?được\s+{_COUNCIL}[^.;]{{0,60}}?{_TERM}[^.;]{{0,40}}?{_SESSION}[^.;]{{0,60}}?thông\s+qua"
)
_HEAD, _LAST = 1500, 4000  # letters in which the head and the closing of a resolution stand


def check_sessions_of_councils(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a resolution of a people's council closes as one of another term or session
    than its head says: 'KHÓA III, KỲ HỌP THỨ 8' above, 'Khóa II, kỳ họp thứ 8 thông qua' at its end.

    In recognised text a note. Not flagged: heads without a term and a number.
    """
    if report.letterhead.doc_type != "Nghị quyết":
        return
    head = _IN_HEAD.search(report.text, 0, _HEAD)
    closing = (
        _IN_CLOSING.search(report.text, max(len(report.text) - _LAST, head.end() if head else 0)) if head else None
    )
    if head is None or closing is None:
        return
    severity: Severity = "info" if is_dirty(report) else "warning"
    for part, words in (("term", "khóa {}"), ("session", "kỳ họp thứ {}")):
        here, there = closing[part], head[part].lower() if part == "session" else head[part].upper()
        if None in (counted(here), counted(there)) or counted(here) == counted(there):
            continue
        facts = {"here": words.format(here), "there": words.format(there)}
        place, related = Span(*closing.span(part)), (Span(*head.span(part)),)
        yield Finding("citation-conflict", severity, place, "session", facts, related)


CHECKS = (check_terms_of_the_centre, check_sessions_of_councils)
