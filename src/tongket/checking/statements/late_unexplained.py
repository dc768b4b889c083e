"""Dossiers that were late, and a report that nowhere says why (hồ sơ trễ hạn không nêu lý do).

    'Đã giải quyết 373 hồ sơ (đúng hạn 370 hồ sơ, trễ hạn 03 hồ sơ)', and no word more of it.

A case of ``incomplete``, whose page stands with sentences and blanks. Whoever is late has to tell the citizen the
reason in writing (Nghị định 61/2018/NĐ-CP, article 19; Nghị định 118/2025/NĐ-CP), so the office knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import matches_in_lines
from tongket.checking.evidence.spans import Starts
from tongket.checking.evidence.stops import line_end, line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LATE = r"(?:trễ|quá|chậm)\s(?:hạn|hẹn)"
_ANY_LATE = re.compile(rf"{_LATE}|(?:giải\squyết|trả\s(?:kết\squả|hồ\ssơ))[^.;]{{0,20}}\schậm|bị\schậm", re.IGNORECASE)
_COUNT = r"(?!0+(?!\d))\d{1,3}(?:\.\d{3})*"
_TOLD = re.compile(
    rf"{_LATE}(?:\slà|\scòn)?\s?:?\s{_COUNT}(?:\shồ\s?sơ|(?=[,.;)]|$))"
    rf"|(?<![\d.,/]){_COUNT}\shồ\s?sơ\s(?:(?:đã\s|bị\s|giải\squyết\s|trả\s)*){_LATE}"
    r"|đúng\s(?:hạn|hẹn)(?:\s(?:và|hoặc|,)\strước\shạn)?[^.;:()%\d]{0,30}\s\d{1,2}(?:,\d{1,2})?\s?%",
    re.IGNORECASE | re.MULTILINE,
)
_SIGN = re.compile(r"[Hh](?:ạn|ẹn)(?!\w)")
_DOSSIER = re.compile(r"hồ\s?sơ|TTHC|thủ\stục\shành\schính", re.IGNORECASE)
_WHY = re.compile(r"(?<!\w)(?:do|vì|nguyên nhân|lý do|bởi|xin lỗi)(?!\w)", re.IGNORECASE)
_AIM = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|trở lên|tối thiểu|ít nhất|yêu cầu|nếu)(?!\w)", re.IGNORECASE)


def check_late_unexplained(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where a report counts dossiers as late, or fewer than all as in time, and says of
    lateness nothing more anywhere.

    Not flagged: debts, aims, tasks; a reason in the paragraph, or lateness told of in another one.
    """
    if report.letterhead.doc_type != "Báo cáo":
        return
    if not _SIGN.search(report.text):
        return
    tasks = tasks_of(report)
    dossiers, *excused = (Starts(pattern, report.text) for pattern in (_DOSSIER, _WHY, _AIM))
    for found in matches_in_lines(_TOLD, report.text, _SIGN):
        place = Span(*found.span())
        low, high = _around(report.text, place)
        if tasks.touch(place) or not dossiers.lie_in(low, high) or any(words.lie_in(low, high) for words in excused):
            continue
        if not (_ANY_LATE.search(report.text, 0, low) or _ANY_LATE.search(report.text, high)):
            yield Finding("incomplete", "info", place, "late", {"printed": " ".join(found.group().split())})
            return


def _around(text: str, place: Span) -> tuple[int, int]:
    """The lines around a place: a paragraph may be wrapped."""
    low = line_start(text, max(line_start(text, place.start) - 1, 0))
    return low, line_end(text, line_end(text, place.end) + 1)


CHECKS = (check_late_unexplained,)
