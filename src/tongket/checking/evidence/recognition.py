"""Whether a text was recognised from pictures, and whether badly (văn bản nhận dạng)."""

from __future__ import annotations

import re

from tongket.checking.evidence.kept import of_last_report
from tongket.model.reports import Report

# '~21.512 tỷ' is how a typist writes 'about'
_DIRT = re.compile(r"~(?!\s?\d)|[¬§©®»«ˆ€£¢¥{}^‹›¡¿ŠšŒœØøÿïîçëäöüßÆæ]")
_DIRTY_BAR = re.compile(r"\|(?<=\w\|)(?=\w)")
_DIRTY_DIGIT = re.compile(r"[a-zđ]\d[a-zđ]")
_MARKS = (_DIRT, _DIRTY_BAR, _DIRTY_DIGIT)
_SURE = 0.85  # mean confidence of a clean scan's words
_CLEAN = 4000  # characters of a typed text that hold less than one of them


@of_last_report
def is_dirty(report: Report) -> bool:
    """Whether the text was recognised from poor pictures, or shows marks that recognition makes of dirt."""
    source = report.source
    poor = source.scanned and (source.confidence or 0) < _SURE
    return poor or sum(len(marks.findall(report.text)) for marks in _MARKS) * _CLEAN > len(report.text)


def is_recognised(report: Report) -> bool:
    """Whether the text was recognised from pictures, however well, or shows marks that recognition makes of dirt."""
    return report.source.scanned or is_dirty(report)
