"""Votes and presence against their own numbers (biểu quyết, có mặt, vắng): 'nhất trí 100% với 27/29 phiếu'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. Those who were called, came and
stayed away stand with the sums of ``attendance``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_SHARE = re.compile(r"(?<![\d./,])(?P<part>\d{1,4}) ?/ ?(?P<whole>\d{1,4})(?![\d/]| ?%)(?! tuổi)")
_ALL_FOR = re.compile(
    r"(?<!\w)(?:nhất trí|thống nhất|tán thành|đồng ý)(?: cao)? (?:100 ?%|tuyệt đối)[^.;:\d\n]{0,20}?"
    r"(?:(?<=phiếu )|(?P<open>[( ]))(?P<part>\d{1,4})/(?P<whole>\d{1,4})(?![\d/]| ?%)(?(open) (?:phiếu|đại biểu))",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?<!\w)(?:có mặt|tham dự|dự)(?: đầy đủ| đông đủ)? (?P<part>\d{1,4})/(?P<whole>\d{1,4})(?!\d)"
    r"|(?<!\d)(?P<part2>\d{1,4})/(?P<whole2>\d{1,4}) (?:đại biểu|thành viên|ủy viên|đồng chí)[^.;,\n\d]{0,20} (?:dự"
    r"|có mặt|tham dự)"
)
_ABSENT = re.compile(r"(?<!\w)[Vv]ắng(?: mặt)? (?!0+ )(?P<count>\d{1,3})(?!\w|[/.,]\d)")
_NOBODY = re.compile(
    r"(?<!\w)(?:không (?:có )?(?:đại biểu|đồng chí|thành viên|ai|ủy viên)(?: nào)? vắng|không vắng|vắng (?:0|không))"
    r"(?!\w)(?! (?:mặt )?(?:không|chưa|có|lý do|phép))"
)
_FAR = 160
_SESSION = re.compile(r"[;,.] (?:[^\W\d_]+ )?(?:phiên|buổi|ngày|khai mạc|bế mạc)(?!\w)", re.IGNORECASE)


def _is_of_another(text: str, present: re.Match[str], absent: re.Match[str], low: int, high: int) -> bool:
    """Whether the absent are those of another session, or what another share of the sentence leaves: '27/29 đại biểu
    dự họp (vắng 02), nhất trí 27/27 đại biểu có mặt'.
    """
    first, last = sorted((present.span(), absent.span()))
    left = [int(one["whole"]) - int(one["part"]) for one in _SHARE.finditer(text, low, high)]
    return _SESSION.search(text, first[1], last[0]) is not None or int(absent["count"]) in left


def check_votes(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for a vote called that of all, whose number beside is less."""
    for found in finds(_ALL_FOR, report.text):
        if int(found["part"]) < int(found["whole"]):
            place = Span(found.start(), found.start("part")), Span(found.start("part"), found.end())
            yield told_otherwise(report.text, *place)


def check_presence(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where as many are present as were called, and some are told as absent, or the
    reverse.
    """
    text = report.text
    for found in finds(_PRESENT, text):
        part, whole = int(found["part"] or found["part2"]), int(found["whole"] or found["whole2"])
        low, high = sentence_start(text, found.start()), sentence_end(text, found.end(), _FAR)
        absent, nobody = _ABSENT.search(text, low, high), _NOBODY.search(text, low, high)
        if absent is not None and _is_of_another(text, found, absent, low, high):
            continue
        if absent is not None and part <= whole and whole - part != int(absent["count"]):
            yield told_otherwise(text, Span(*found.span()), Span(*absent.span()))
        elif nobody is not None and part < whole:
            yield told_otherwise(text, Span(*found.span()), Span(*nobody.span()))


CHECKS = (check_votes, check_presence)
