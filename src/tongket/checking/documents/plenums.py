"""Resolutions of the Party's Central Committee against the plenum (hội nghị Trung ương) that they are said to be of.

A case of ``citation-conflict``, whose page stands with the documents.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from tongket.checking.evidence.days import is_whole
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.plenums import plenums
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import counted

_ONES = "một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín"
_NUMBER = rf"1\d|0?[1-9]|mười (?:{_ONES})|mười|nhất|hai|ba|bốn|tư|năm|sáu|b[ảẩ]y|tám|chín"
_CENTRAL = r"(?:Ban Chấp hành )?Trung ương(?: Đảng)?"
_TERM = r"\(?kh[óo][áa]? ?(?P<{0}>[IVX]+)(?!\w)"
# As 'Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII', as 'Hội nghị Trung ương 8 (khóa XI)', or with the
# term first: 'Ban Chấp hành Trung ương khóa XIII tại Hội nghị lần thứ tư'.
_PLENUM = re.compile(
    rf"(?:Hội nghị (?:lần )?(?:thứ )?(?P<first>(?i:{_NUMBER})),?(?: (?:của )?{_CENTRAL})?"
    rf"|(?:Hội nghị )?{_CENTRAL} (?:lần )?(?:thứ )?(?P<last>(?i:{_NUMBER})))"
    rf"(?: Đảng)?,? {_TERM.format('term')}"
    rf"|{_CENTRAL},? {_TERM.format('before')}\)?,? (?:tại |ở |họp )?Hội nghị (?:lần )?(?:thứ )?"
    rf"(?P<behind>(?i:{_NUMBER}))(?!\w)"
)
_BEHIND = re.compile(r"[,;\s]*\(?(?:(?:của|tại|do)\s+)?")
_BEFORE = re.compile(r"\s*\($")  # 'Nghị quyết Trung ương 4 khóa XII (Nghị quyết số 04-NQ/TW ...'
_REACH = 90
_SIGNED_WITHIN = dt.timedelta(days=75)  # of the opening day: the slowest were signed after 53


def check_plenums(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a resolution or conclusion of the Central Committee is dated before the plenum
    that it is said to be of, or long after: 'Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ năm khóa XII'.

    Not flagged: plenums and documents without a day; documents that go on with a resolution, and name it behind 'về'.
    """
    for one in report.citations:
        found = _plenum_of(report.text, one) if one.date and _is_central(one) else None
        opened = plenums().get(_term_and_number(found)) if found else None
        if found is None or opened is None or not is_whole(one.date):
            continue
        signed = dt.date.fromisoformat(one.date)
        if not opened <= signed <= opened + _SIGNED_WITHIN:
            facts = {"document": one.symbol or "", "date": printed_day(one.date), "plenum": found[0]}
            place = Span(min(one.start, found.start()), max(one.end, found.end()))
            facts["opened"] = printed_day(opened.isoformat())
            yield Finding("citation-conflict", "error", place, "plenum", facts)


def _term_and_number(found: re.Match[str]) -> tuple[str, int]:
    number = found["first"] or found["last"] or found["behind"]
    return found["term"] or found["before"], counted(number) or 0


def _is_central(one: Citation) -> bool:
    return (one.symbol or "").endswith(("-NQ/TW", "-KL/TW"))


def _plenum_of(text: str, one: Citation) -> re.Match[str] | None:
    """The plenum named right behind the document and its day, or right before the bracket in which it stands."""
    end = max(one.core_end, one.date_end or 0)
    lead = _BEHIND.match(text, end, end + _REACH)
    found = _PLENUM.match(text, lead.end(), lead.end() + _REACH) if lead else None
    if found is None and (bracket := _BEFORE.search(text, max(one.start - 3, 0), one.start)):
        before = [
            named
            for named in _PLENUM.finditer(text, max(one.start - _REACH, 0), bracket.start())
            if named.end() == bracket.start()
        ]
        found = before[-1] if before else None
    return found
