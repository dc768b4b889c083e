"""Notes at the foot of a page that no mark of the text calls (chú thích không được dẫn trong bài).

A case of ``numbering``, whose page stands with the order of the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Footnote, Report

_FEWEST = 2  # notes of a text, of which more are called than not


def check_notes_called(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` for a note whose mark stands nowhere in the text, where the marks of most others do.

    A note only in recognised and in plain text, which lose small marks. Not flagged: texts that lost their marks
    altogether; marks that stand behind a word, though not read as such.
    """
    notes = report.footnotes
    lost = [one for one in notes if one.anchor is None]
    if len(notes) < _FEWEST or not lost or 2 * len(lost) > len(notes):
        return
    loses = report.source.scanned or report.source.format == "txt" or is_dirty(report)
    severity: Severity = "info" if loses else "warning"
    for one in lost:
        if _is_printed(report.text, one):
            continue
        end = min((at for at in (report.text.find("\n", one.start), one.end) if at > one.start), default=one.end)
        facts = {"mark": one.mark}
        yield Finding("numbering", severity, Span(one.start, min(end, one.start + _SHOWN)), "uncalled", facts)


def _is_printed(text: str, note: Footnote) -> bool:
    """Whether the mark of a note stands behind a word somewhere, though it was not read as one."""
    printed = text[note.start : note.text_start].strip() or note.mark
    behind_word = re.compile(rf"(?<=[^\W\d_])[.,;:”\")]?\s?{re.escape(printed)}(?!\d)")
    others = (found for found in behind_word.finditer(text) if not note.start <= found.end() - 1 < note.end)
    return next(others, None) is not None


_SHOWN = 60  # letters of a note that are marked
_A_FEW = 2  # marks that a writer forgets
_RAISED = {raised: str(at) for at, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_MARK = re.compile(r"(?<=[^\W\d_])(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bdm)[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?(?![⁰¹²³⁴⁵⁶⁷⁸⁹])")


def _number_of(mark: str) -> str:
    return "".join(_RAISED[one] for one in mark)


def check_marks_answered(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` for a raised mark behind a word for which no note stands below, where others have theirs; a
    hint only where more than two have none, for then a page was lost.

    Not flagged: squares and cubes of measures; texts of which fewer marks have their notes than not.
    """
    notes = {one.mark.strip("().[]") for one in report.footnotes}
    marks = list(_MARK.finditer(report.text)) if notes else []
    lost = [one for one in marks if _number_of(one[0]) not in notes]
    if lost and len(lost) * 2 <= len(marks):
        severity: Severity = "warning" if len(lost) <= _A_FEW else "info"
        for one in lost:
            facts = {"mark": _number_of(one[0])}
            yield Finding("numbering", severity, Span(one.start(), one.end()), "unanswered", facts)


CHECKS = (check_notes_called, check_marks_answered)
