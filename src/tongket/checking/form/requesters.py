"""Who asked for a report, and who receives it (nơi yêu cầu báo cáo và nơi nhận).

A case of ``missing-part``, whose page stands with the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.expressions import ABBREVIATION
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key, plain

_WORD = re.compile(r"\w+")
_HEAD = 6  # words of a body's name that tell it; what follows is where it is, or what for
_GENERAL = frozenset(pairwise(_WORD.findall(key("ban thường vụ ban thường trực ban chấp hành thường trực"))))


def check_requesters(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` (a note) where the letter that a report answers comes from a body that does not receive
    it.

    Not flagged: reports that answer other kinds of documents, which ask nobody in particular; requests of several
    bodies of which one receives the report; bodies named by their first letters; scans with dirt.
    """
    at = report.recipients_at
    if report.letterhead.doc_type != "Báo cáo" or at is None or is_dirty(report):
        return
    letters = [one for one in report.citations if one.type == "Công văn" and one.issuer and not one.in_footnote]
    asked = [one for one in letters if _is_ground(report, one)]
    received = " ; ".join(report.recipients)
    if asked and received and not any(_is_named(one.issuer or "", received) for one in asked):
        yield _finding(report, asked[0], at)


_ANSWERS = re.compile(r"(?:^|\n)\s*(?:Thực hiện|Theo|Phúc đáp|Trả lời)(?: (?:nội dung|yêu cầu|đề nghị|của|tại))* $")
_REPORTS = re.compile(r"[^.\n]{0,200}?\sbáo cáo(?: [^\W\d_]+){0,3}(?: như sau|:)")


def _is_ground(report: Report, one: Citation) -> bool:
    """Whether a report answers a document: it stands among the grounds, or opens the line that ends in 'báo cáo:'."""
    if report.basis is not None:
        return report.basis.start <= one.start < report.basis.end
    opens = _ANSWERS.search(report.text, max(one.start - 50, 0), one.start)
    return opens is not None and _REPORTS.match(report.text, one.end) is not None


def _is_named(issuer: str, received: str) -> bool:
    """Whether recipients name a body: by two words of it, or its first letters."""
    head = _WORD.findall(key(issuer))[:_HEAD]
    told = set(pairwise(_WORD.findall(key(received))))
    if (set(pairwise(head)) - _GENERAL) & told:
        return True
    words = [word for word in issuer.split() if word != "và"]  # 'GD&ĐT', of 'Giáo dục và Đào tạo'
    initials = "".join(plain(word if ABBREVIATION.fullmatch(word) else word[0]) for word in words).upper()
    return any(plain(one).upper() in initials for one in ABBREVIATION.findall(received.replace("&", "")))


def _finding(report: Report, asked: Citation, at: Span) -> Finding:
    first = max(report.text.find(report.recipients[0], at.start, at.end), at.start)
    place = Span(first, min(first + len(report.recipients[0]), at.end))
    facts = {"body": asked.issuer or "", "symbol": asked.symbol or asked.text}
    return Finding("missing-part", "info", place, "requester", facts, (Span(asked.start, asked.end),))


CHECKS = (check_requesters,)
