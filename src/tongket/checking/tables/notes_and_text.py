"""A note that counts more of a thing than the sentence which it explains (chú thích ghi số lớn hơn lời văn): 'Đã cử 05
thành viên dự lớp tập huấn²', and the note '² ... có 06 thành viên tham dự'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Footnote, Report

_OTHER = re.compile(
    r"(?<!\w)(?:năm trước|cùng kỳ|[Nn]ăm (?:19|20)\d\d|kế hoạch|chỉ tiêu|phải|toàn|tổng số|so với|giai đoạn"
    r"|nhiệm kỳ|quý)(?!\w)"
)
_LONGEST = 300  # letters of a sentence before its mark
_MOST = 2  # times: what is farther off is of something else


def check_notes_and_text(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the only count of a thing in a note is more than the only one in the
    sentence that it explains.

    Not flagged: notes that count fewer, which may be a part; other times and totals; measures.
    """
    for note in report.footnotes:
        told = _pair(report, note) if note.anchor is not None else None
        if told is not None:
            one, other = told
            yield told_otherwise(report.text, Span(one.start, one.end), Span(other.start, other.end))


def _pair(report: Report, note: Footnote) -> tuple[Figure, Figure] | None:
    """The number of a sentence and the larger one of its note; None where they agree or tell two things."""
    anchor = note.anchor or 0
    low = max(sentence_start(report.text, anchor), anchor - _LONGEST)
    end = report.text.find("\n", note.start, note.end)
    words = report.text[note.start : end if end > 0 else note.end]
    if _OTHER.search(words) or "%" in words or "%" in report.text[low:anchor]:
        return None
    said = _counts(prose_of(report), low, anchor)
    noted = _counts(report.figures, note.text_start or note.start, end if end > 0 else note.end)
    pairs = [
        (said[unit][0], noted[unit][0]) for unit in said if unit in noted and len(said[unit]) == 1 == len(noted[unit])
    ]
    more = [(one, other) for one, other in pairs if amount(one) < amount(other) <= _MOST * amount(one)]
    return more[0] if len(more) == 1 else None


def _counts(figures: tuple[Figure, ...], low: int, high: int) -> dict[str, list[Figure]]:
    """The plain whole numbers of a stretch of text by their unit."""
    found: dict[str, list[Figure]] = {}
    for one in figures[bisect_left(figures, low, key=attrgetter("start")) :]:
        if one.start >= high:
            break
        if is_plain(one) and one.unit and not one.decimals and one.base_unit != "đồng" and not one.target:
            found.setdefault(one.unit, []).append(one)
    return found


CHECKS = (check_notes_and_text,)
