"""Points that are counted in words (Một là, Hai là; Thứ nhất, Thứ hai): one that is left out, fewer than announced.

Cases of ``numbering`` and ``sum-mismatch``, whose pages stand with the headings and the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import matches_near
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted

_COUNTED = r"một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_POINTS = (  # each with what it holds, and letters before that
    (re.compile(rf"(?P<number>{_COUNTED}) là\s?[,:]", re.IGNORECASE), (" là", " Là", " LÀ"), 4),
    (
        re.compile(r"thứ (?P<number>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s?[,:]", re.IGNORECASE),
        ("thứ", "Thứ", "THỨ"),
        0,
    ),
)
_BEFORE = re.compile(r"(?:\A|[.;:,\n“\"(*_])[\s*_–+-]*(?:và )?$")  # a point opens a sentence or an item
_ANNOUNCED = re.compile(
    rf"(?<!\w)(?P<number>\d{{1,2}}|{_COUNTED}) (?P<noun>(?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|bài học|nguyên nhân"
    r"|hạn chế|tồn tại|khó khăn|thuận lợi|mặt|mục tiêu|vấn đề|kinh nghiệm|quan điểm|khâu đột phá|khâu|yếu tố|lý do|bước"
    r"|yêu cầu|kiến nghị|đề xuất|trọng tâm|việc|điểm))(?!\w)[^.;:\d\n]{0,60}[:.]\s*$",
    re.IGNORECASE,
)
_FAR = 6000  # letters between two points of one row
_LEAD = 120


def check_ordinals(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` where a point counted in words is left out ('Một là ... Hai là ... Bốn là'), and
    ``sum-mismatch`` where there are more or fewer than the sentence before them announces.

    Not flagged: rows that begin anew, words of counting inside a sentence, points of two chapters, and those that are
    headings, which ``numbering`` reads.
    """
    headings = {one.start for one in report.walk_sections()}
    for pattern, words, before in _POINTS:
        row: list[re.Match[str]] = []
        for found in matches_near(pattern, report.text, *words, before=before):
            if not _BEFORE.search(report.text, max(found.start() - 12, 0), found.start()):
                continue
            number = counted(found["number"]) or 0
            if number == 1 or (row and found.start() - row[-1].end() > _FAR):
                yield from _announced(report.text, row)
                row = []
            last = counted(row[-1]["number"]) or 0 if row else 0
            if row and number > last + 1 and found.start() not in headings:
                facts = {"number": found[0].rstrip(",: "), "before": row[-1][0].rstrip(",: "), "missing": str(last + 1)}
                yield Finding("numbering", "warning", Span(*found.span()), "skipped", facts)
                row = []
            elif number == last + 1:
                row.append(found)
        yield from _announced(report.text, row)


def _announced(text: str, row: list[re.Match[str]]) -> Iterator[Finding]:
    """The finding where a row of points is not as long as the words before its first one announce."""
    if len(row) < 2:
        return
    low = max(row[0].start() - _LEAD, 0)
    said = _ANNOUNCED.search(text, low, row[0].start())
    if said is not None and counted(said["number"]) != len(row):
        facts = {"total": f"{said['number']} {said['noun']}", "named": str(len(row))}
        place, related = Span(said.start("number"), said.end("noun")), tuple(Span(*one.span()) for one in row)
        yield Finding("sum-mismatch", "warning", place, "named", facts, related)


CHECKS = (check_ordinals,)
