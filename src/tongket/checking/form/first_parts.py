"""The first part of a document whose number is not the first: 'II' below the head, 'Phần II' below the grounds.

A case of ``numbering``, whose page stands with the other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.form.numbering import mark_end, ordinal, stands_between, without_tables
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PARTS = ("phần", "chương")
_FIRST = re.compile(
    r"(?:phần|chương)\s+(?:thứ\s+nhất|mở\s+đầu|[IA1](?!\w)|một(?!\w))|đặt\s+vấn\s+đề|mở\s+đầu|lời\s+nói\s+đầu",
    re.IGNORECASE,
)


def check_first_part(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` where the first part of a document that has a head is 'II', and 'III' follows or it stands
    just below words that announce what follows ('như sau:'), or is 'Phần II'.

    Not flagged: where the first opens a line before it, or other parts or capitals without a number stand there;
    recognised text.
    """
    head, first = report.letterhead, report.sections[0] if report.sections else None
    at = head.type_at or head.issuing_body_at
    held = ordinal(first.number or "") if first else None
    if first is None or at is None or held is None or held[2] != _SECOND or is_dirty(report):
        return
    opening = without_tables(report)[at.end : first.start]
    missing = ""
    if held[0] == "I" and head.type_at is not None and _goes_on(report, opening):
        missing = "" if stands_between(without_tables(report), "I", 0, first.start) else "I"
    elif held[0] in _PARTS and not _FIRST.search(opening) and not _has_line_of_capitals(opening):
        missing = _first_of(first.number or "")
    if missing and "tiếp theo" not in opening:
        place = Span(first.start, mark_end(report.text, first))
        yield Finding("numbering", "warning", place, "first", {"number": first.number or "", "missing": missing})


_SECOND = 2


def _first_of(number: str) -> str:
    """What 'Phần II' or 'Phần thứ hai' has before it."""
    kind, *_, last = number.split()
    return f"{kind} {'1' if last.isdecimal() else 'I' if last.isupper() else 'thứ nhất'}"


def _goes_on(report: Report, opening: str) -> bool:
    """Whether 'III' follows, or nothing does and the words above announce parts."""
    following = [held for one in report.sections[1:] if (held := ordinal(one.number or "")) and held[0] == "I"]
    return [one[2] for one in following[:1]] == [3] or (not following and opening.rstrip().endswith("như sau:"))


def _has_line_of_capitals(opening: str) -> bool:
    """Whether a line in capitals stands below the title: the heading of a part without a number."""
    paragraphs = [one.strip() for one in opening.split("\n\n")[1:]]
    return any(one.isupper() and len(one.split()) > 1 for one in paragraphs)


CHECKS = (check_first_part,)
