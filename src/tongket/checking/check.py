"""All checks of one report, in the order of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from tongket.checking import doubts, privacy, unread
from tongket.checking.asked import check_against_programme
from tongket.checking.changes import checks as changes
from tongket.checking.documents import checks as documents
from tongket.checking.form import checks as form
from tongket.checking.kinds import Check
from tongket.checking.means import checks as means
from tongket.checking.rates import checks as rates
from tongket.checking.sizes import checks as sizes
from tongket.checking.statements import checks as statements
from tongket.checking.sums import checks as sums
from tongket.checking.tables import checks as tables
from tongket.checking.times import checks as times
from tongket.checking.units import checks as units
from tongket.checking.units import issuing_units, stale_units, unit_levels, units_listed
from tongket.checking.wording import checks as wording
from tongket.model.findings import Finding
from tongket.model.matches import Match
from tongket.model.places import Place, Span
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.model.unwrapping import going_on, unwrapped
from tongket.registry.units import Registry

Asked = tuple[Programme, Sequence[Match]]

CHECKS: tuple[Check, ...] = (
    *tables.CHECKS,
    *form.CHECKS,
    *documents.CHECKS,
    *times.CHECKS,
    *sums.CHECKS,
    *changes.CHECKS,
    *means.CHECKS,
    *rates.CHECKS,
    *statements.CHECKS,
    *sizes.CHECKS,
    *units.CHECKS,
    *wording.CHECKS,
    privacy.check_personal_data,
    doubts.check_scan,
    doubts.check_doubtful_numbers,
    doubts.check_garbled_headings,
    doubts.check_exact_counts,
    unread.check_unread,
)
"""Where two see one fault, the first tells it."""


_OPENS = re.compile(r"(?:Thực hiện|Căn cứ|Triển khai|Trên cơ sở|Theo)(?!\w)")  # below a title, which has no full stop


def check_report(report: Report, registry: Registry | None = None, asked: Sequence[Asked] = ()) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text.

    ``registry`` is the table of units to judge names by; None: the built-in one. ``asked`` are the programmes that the
    report answers, each with its matches. Two checks may see one fault: it is said once.
    """
    report = unread.as_far_as_read(report)
    starts = [start for start in going_on(report) if not _OPENS.match(report.text, start)]
    if starts:  # checks look for words of several syllables, whatever line each stands on
        report = replace(report, source=replace(report.source, text=unwrapped(report.text, starts)))
    once: dict[tuple[str, Place], Finding] = {}
    told: set[tuple[str, frozenset[Place]]] = set()
    for finding in _each_denial_once(_all(report, registry, asked)):
        numbers = (finding.kind, frozenset((finding.place, *finding.related)))
        if not finding.related or numbers not in told:
            once.setdefault((finding.kind, finding.place), finding)
            told.add(numbers)
    return sorted(once.values(), key=_order)


def _all(report: Report, registry: Registry | None, asked: Sequence[Asked]) -> Iterator[Finding]:
    for check in CHECKS:
        yield from check(report)
    yield from issuing_units.check_issuing_unit(report, registry)
    yield from stale_units.check_stale_units(report, registry)
    yield from unit_levels.check_unit_levels(report, registry)
    yield from units_listed.check_units_listed(report, registry)
    for programme, matches in asked:
        yield from check_against_programme(report, programme, matches)


def _each_denial_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without a second one of two statements that deny each other, which another check reads a little
    longer or the other way round.
    """
    pairs: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)  # by the stretches in which they stand
    for finding in findings:
        other = finding.related[0] if finding.related else None
        if finding.case == "text" and isinstance(finding.place, Span) and isinstance(other, Span):
            ends = (finding.place, other)
            near = (pair for stretch in _stretches(ends) for pair in pairs.get(stretch, ()))
            if any(_touch(ends, pair) for pair in near):
                continue
            for pair in (ends, ends[::-1]):
                for stretch in _stretches(pair):
                    pairs[stretch].append(pair)
        yield finding


_STRETCH = 500  # letters of a text among which a statement is looked for


def _stretches(pair: tuple[Span, Span]) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which two statements stand; those of statements that touch have one in common."""
    first, last = (range(one.start // _STRETCH, one.end // _STRETCH + 1) for one in pair)
    return product(first, last)


def _touch(pair: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return all(one.touches(other) for one, other in zip(pair, others, strict=True))


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.start, place.end, finding.kind) if isinstance(place, Span) else (1 << 60, 0, finding.kind)
