"""Headings of one rank that are not written alike (tiêu đề cùng cấp trình bày khác nhau).

A case of ``layout``, whose page stands with the small things of form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.form.numbering import siblings_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section

_ROMAN = re.compile(r"[IVX]+")
_WORDS = 12  # of a heading; what is longer is a sentence


def check_capitals_of_headings(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) once where some headings under Roman numbers are in capitals and the fewer are not:
    'I. KẾT QUẢ', 'II. HẠN CHẾ', 'III. Đề xuất'. Decree 30/2020/NĐ-CP, annex I: one rank, one way of writing.

    Not flagged: two headings alone, of which neither is the rule; sentences behind a number; scans with dirt.
    """
    for row in () if is_dirty(report) else siblings_of(report.sections):
        titled = [one for one in row if one.number and _ROMAN.fullmatch(one.number) and one.title]
        great = [one for one in titled if (one.title or "").isupper()]
        small = [one for one in titled if not (one.title or "").isupper() and _is_heading(report, one)]
        if len(great) + len(small) == len(titled) and len(great) > len(small) > 0:
            yield _finding(report, great[0], small)
        elif len(great) + len(small) == len(titled) and len(small) > len(great) > 0:
            yield _finding(report, small[0], great)


def _is_heading(report: Report, one: Section) -> bool:
    """Whether a title ends its line: what a sentence goes on with is no heading by itself."""
    title = one.title or ""
    behind = report.text.find(title, one.start) + len(title)
    rest = report.text[behind : report.text.find("\n", behind)]
    return len(title.split()) <= _WORDS and not title.endswith(".") and not rest.strip(" :")


def _finding(report: Report, usual: Section, others: Sequence[Section]) -> Finding:
    first, *more = (_at(report, one) for one in others)
    facts = {"here": _printed(others[0]), "usual": _printed(usual), "times": str(len(others))}
    return Finding("layout", "info", first, "heading", facts, tuple(more))


def _at(report: Report, one: Section) -> Span:
    end = report.text.find("\n", one.start)
    return Span(one.start, end if end >= 0 else len(report.text))


def _printed(one: Section) -> str:
    return f"{one.number}. {one.title}"


CHECKS = (check_capitals_of_headings,)
