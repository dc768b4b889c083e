"""Items of a list that begin with their days, and one that is out of its place (liệt kê theo ngày không đúng thứ tự).

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongket.checking.evidence.days import day_on
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ITEM = re.compile(
    r"^[ \t]*(?P<mark>[-–+*•])[ \t]*(?P<said>Ngày (?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d))"
    r"(?![\d/])",
    re.MULTILINE,
)
_FEWEST = 3  # items with a day that show the order of a list
_FAR = 900  # letters of an item
_NUMBERED = re.compile(r"\n\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]+[.)]|[a-zđ]\))\s")


def check_days_of_items(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` (a note) for the one item of a list that begins with an earlier day than the item
    before it, where all others stand in the order of their days.

    Not flagged: lists with more than one such item, which have another order; lists of two; recognised text.
    """
    if "Ngày " not in report.text or is_dirty(report):
        return
    run: list[re.Match[str]] = []
    for found in _ITEM.finditer(report.text):
        if run and (found["mark"] != run[-1]["mark"] or not _goes_on(report.text, run[-1], found)):
            yield from _out_of_place(run)
            run = []
        run.append(found)
    yield from _out_of_place(run)


def _goes_on(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    return len(between) <= _FAR and not _NUMBERED.search(between)


def _out_of_place(run: Sequence[re.Match[str]]) -> Iterator[Finding]:
    days = [day_on(one["day"], one["month"], one["year"]) for one in run]
    if len(run) < _FEWEST or None in days:
        return
    back = [at for at, (one, other) in enumerate(pairwise(days), 1) if one and other and other < one]
    rises = any(one and other and one < other for one, other in pairwise(days))
    if len(back) == 1 and rises:
        item, before = run[back[0]], run[back[0] - 1]
        facts = {"here": _day(item), "before": _day(before)}
        related = (Span(*before.span("said")),)
        yield Finding("date-chronology", "info", Span(*item.span("said")), "item-order", facts, related)


def _day(item: re.Match[str]) -> str:
    return item["said"].removeprefix("Ngày ")


CHECKS = (check_days_of_items,)
