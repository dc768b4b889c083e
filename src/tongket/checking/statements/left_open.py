"""Lists that a resolution leaves open with dots (liệt kê bỏ lửng trong nghị quyết): what is decided must be whole.

A case of ``incomplete``, whose page stands with sentences and blanks. The words of a legal document are to be exact
(Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15; Decree 30/2020/NĐ-CP for the others); reports and plans may
give examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OPEN = re.compile(r"(?<=[^\W\d_])(?:\.v)?\s?(?:…|\.\.\.)(?![.…/]|\s?(?:tháng|năm)(?!\w))")
_WORD = re.compile(r"\S+$")
_BLANK = re.compile(r"(?<!\w)(?:số|ngày|tháng|năm|điều|khoản|điểm|họ tên|ông|bà)$", re.IGNORECASE)  # to be filled in
_WORD_LONG = 20


def check_left_open(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where a resolution ends a list in dots, once with the number of places.

    Not flagged: blanks to fill in; what is quoted; other documents.
    """
    if report.letterhead.doc_type != "Nghị quyết":
        return
    found = [one for one in _OPEN.finditer(report.text) if _is_list(report.text, one.start())]
    if found:
        first = found[0]
        word = _WORD.search(report.text, max(first.start() - _WORD_LONG, 0), first.start())
        place = Span(word.start() if word else first.start(), first.end())
        facts = {"printed": report.text[place.start : place.end], "times": str(len(found))}
        yield Finding("incomplete", "info", place, "open-list", facts)


def _is_list(text: str, at: int) -> bool:
    line = line_start(text, at)
    quoted = text.count("“", line, at) > text.count("”", line, at) or text.count('"', line, at) % 2 == 1
    return not quoted and not _BLANK.search(text, max(at - _WORD_LONG, 0), at)


CHECKS = (check_left_open,)
