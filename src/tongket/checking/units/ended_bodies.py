"""Ministries, departments, Party commissions named after they were merged into others (cơ quan đã hợp nhất).

A case of ``stale-unit``, whose page stands with the units. The days are those of ``registry/data/bodies.tsv``; where
that knows the year alone, all had ended on the day on which local government came to have two levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_citations
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.units.stale_units import counted
from tongket.checking.units.time_before import is_history, is_of_earlier_years, speaks_in_document, written
from tongket.model.bodies import BodyKind
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bodies import body_kinds, succession
from tongket.registry.history import DISTRICT_LAST_DAY
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import folded

_FIRST_END = "2025-02"  # no body of the table ended before
_LISTED = re.compile(  # 'Giám đốc các Sở: Tài chính, Xây dựng'
    r"(?<!\w)(?:[Cc]ác (?P<one>[Ss]ở|[Bb]ộ)(?:, (?:ban|ngành)[^:.;\n]{0,20})?|(?P<other>Sở|Bộ)) ?:"
    r"(?P<names>[^:.;\n]{5,400})"
)


def check_ended_bodies(report: Report) -> Iterator[Finding]:
    """Yield ``stale-unit`` where a ministry, department or commission is named as if it acted after the day on which it
    ended, once a body: 'giao Sở Kế hoạch và Đầu tư chủ trì' in 2026.

    Not flagged: history, issuers and titles of documents; what a report on earlier years tells outside of its tasks.
    """
    date = written(report)
    if date < _FIRST_END:
        return
    ended = {kind.code for kind in _ended_kinds() if date > _last_day(kind)}
    cited = in_citations(report)
    earlier = is_of_earlier_years(report)
    told: dict[str, list[Finding]] = {}
    for kind, place in sorted(_named(report.text), key=lambda one: one[1].start):
        if kind.code not in ended or cited.touch(place) or is_history(report.text, place, cited):
            continue
        if speaks_in_document(report, place):
            continue
        if not earlier or tasks_of(report).touch(place) or _acts_since(report, place, _last_day(kind)):
            told.setdefault(kind.code, []).append(_finding(kind, report.text[place.start : place.end], place))
    yield from (counted(found[0], len(found)) for found in told.values())


_REQUESTS = re.compile(r"\W*(?:\d{1,2}[.)] )?(?:Đề nghị|Kiến nghị|Đề xuất|Giao|Trân trọng đề nghị)(?: với)?:? ")
_TOLD_IN = re.compile(
    r"(?<![\d/])(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})(?:/| năm )(?P<year>20\d\d)(?![\d/])"
    r"|[Qq]uý (?P<quarter>IV|III)(?:/| năm )(?P<of>20\d\d)"
)
_QUARTERS = {"III": 7, "IV": 10}  # with the month in which each begins
_SENTENCE = 250  # letters of a sentence to either side of a body


def _acts_since(report: Report, place: Span, last_day: str) -> bool:
    """Whether a sentence asks something of a body, or tells of it at a time after its last day; days of documents tell
    nothing.
    """
    low = sentence_start(report.text, place.start, _SENTENCE)
    if _REQUESTS.match(report.text, low, place.start):
        return True
    told = _TOLD_IN.finditer(report.text, low, sentence_end(report.text, place.end, _SENTENCE))
    months = [
        f"{one['year'] or one['of']}-{int(one['month'] or _QUARTERS[one['quarter']]):02}"
        for one in told
        if not in_citations(report).touch(Span(*one.span()))
    ]
    return bool(months) and all(month > last_day[: len(month)] for month in months)


def _named(text: str) -> Iterator[tuple[BodyKind, Span]]:
    """Each ended body that the text names, by its own name or in a list of its kind."""
    whole = _forms()
    for found in finds(_pattern(""), text):
        yield whole[folded(found.group())], Span(*found.span())
    for listed in finds(_LISTED, text):
        head = (listed["one"] or listed["other"]).capitalize()
        for found in _pattern(head).finditer(text, *listed.span("names")):
            yield whole[folded(f"{head} {found.group()}")], Span(*found.span())


def _finding(kind: BodyKind, name: str, place: Span) -> Finding:
    after = {one.successor for one in succession(kind.code, kind.levels[0])}
    names = ", ".join(one.name for one in body_kinds() if one.code in after)
    facts = {"unit": " ".join(name.split()), "on": _printed(kind)}
    if not names:
        return Finding("stale-unit", "warning", place, "body-gone", facts)
    return Finding("stale-unit", "warning", place, "body", {**facts, "successors": names})


def _last_day(kind: BodyKind) -> str:
    return kind.valid_to if len(kind.valid_to) > len("2025") else DISTRICT_LAST_DAY


def _printed(kind: BodyKind) -> str:
    return printed_day(kind.valid_to) if len(kind.valid_to) > len("2025") else kind.valid_to


@cache
def _ended_kinds() -> tuple[BodyKind, ...]:
    """The kinds of the nation and the provinces that have ended; those of districts ended with their level."""
    higher = {"nation", "province"}
    return tuple(one for one in body_kinds() if one.valid_to and set(one.levels) <= higher)


@cache
def _forms() -> dict[str, BodyKind]:
    return {folded(form): kind for kind in _ended_kinds() for form in (kind.name, *kind.names)}


@cache
def _pattern(head: str) -> re.Pattern[str]:
    """The names of ended bodies; with ``head``, what stands behind that word in them."""
    forms = [form for kind in _ended_kinds() for form in (kind.name, *kind.names)]
    if head:
        forms = [form.removeprefix(f"{head} ") for form in forms if form.startswith(f"{head} ")]
    words = "|".join(re.escape(form).replace(r"\ \-\ ", " [-–] ") for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


CHECKS = (check_ended_bodies,)
