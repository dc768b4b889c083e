"""Lines of a list without the dash that lines of their name have elsewhere (thiếu gạch đầu dòng): '- Kinh phí: ...'
time and again, and once 'Kinh phí: ...'.

A case of ``layout``, whose page stands with the small things of form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_LABEL = re.compile(
    rf"^[ \t]*(?P<mark>[-–+*•]\s*)?(?P<label>[{CAPITALS}][^\W\d_]*(?: [^\W\d_]+){{0,5}}):", re.MULTILINE
)
_MARKED = 3  # lines of a name with a mark, for each without


def check_lines_unmarked(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) for a line that begins with a name and a colon without a mark, where at least three
    times as many lines of that name have one.

    Not flagged: names that head a part of their own; recognised text.
    """
    if is_recognised(report):
        return
    marked: dict[str, str] = {}
    counts: dict[str, int] = defaultdict(int)
    bare: dict[str, list[Span]] = defaultdict(list)
    for found in _LABEL.finditer(report.text):
        if found["mark"]:
            counts[found["label"]] += 1
            marked.setdefault(found["label"], found["mark"].strip())
        else:
            bare[found["label"]].append(Span(*found.span("label")))
    headings = {one.start for one in report.walk_sections() if one.kind == "heading" and one.number}
    for label, places in bare.items():
        if counts[label] >= _MARKED * len(places):
            for place in places:
                if place.start not in headings:
                    facts = {"here": label, "usual": f"{marked[label]} {label}", "times": str(counts[label])}
                    yield Finding("layout", "info", place, "unmarked", facts)


CHECKS = (check_lines_unmarked,)
