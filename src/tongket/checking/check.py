"""All checks of one report, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Context, localcontext

from tongket.checking import doubts, privacy, unread
from tongket.checking.asked import check_against_programme
from tongket.checking.changes import checks as changes
from tongket.checking.documents import checks as documents
from tongket.checking.evidence.extracts import unsure_at_the_cut
from tongket.checking.form import checks as form
from tongket.checking.kinds import Check
from tongket.checking.means import checks as means
from tongket.checking.rates import checks as rates
from tongket.checking.said_once import each_fault_once
from tongket.checking.sizes import checks as sizes
from tongket.checking.statements import checks as statements
from tongket.checking.sums import checks as sums
from tongket.checking.sureness import weighed
from tongket.checking.tables import checks as tables
from tongket.checking.times import checks as times
from tongket.checking.units import checks as units
from tongket.checking.units import issuing_units, stale_units, unit_levels, units_listed
from tongket.checking.wording import checks as wording
from tongket.model.findings import Finding
from tongket.model.matches import Match
from tongket.model.places import Span
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


_EXACT = Context(prec=80)  # digits: products of the longest numbers that are read are rounded to their last digit

_OPENS = re.compile(r"(?:Thực hiện|Căn cứ|Triển khai|Trên cơ sở|Theo)(?!\w)")  # below a title, which has no full stop


def check_report(report: Report, registry: Registry | None = None, asked: Sequence[Asked] = ()) -> list[Finding]:
    """What a careful officer would flag in ``report``, in the order of its text.

    ``registry`` is the table of units to judge names by; None: the built-in one. ``asked`` are the programmes that the
    report answers, each with its matches. Several checks may see one fault: it is said once.
    """
    report = unread.as_far_as_read(report)
    starts = [start for start in going_on(report) if not _OPENS.match(report.text, start)]
    if starts:  # checks look for words of several syllables, whatever line each stands on
        report = replace(report, source=replace(report.source, text=unwrapped(report.text, starts)))
    with localcontext(_EXACT):
        found = unsure_at_the_cut(report, weighed(report, _all(report, registry, asked)))
        return sorted(each_fault_once(report.text, found), key=_order)


def _all(report: Report, registry: Registry | None, asked: Sequence[Asked]) -> Iterator[Finding]:
    for check in CHECKS:
        yield from check(report)
    yield from issuing_units.check_issuing_unit(report, registry)
    yield from stale_units.check_stale_units(report, registry)
    yield from unit_levels.check_unit_levels(report, registry)
    yield from units_listed.check_units_listed(report, registry)
    for programme, matches in asked:
        yield from check_against_programme(report, programme, matches)


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.start, place.end, finding.kind) if isinstance(place, Span) else (1 << 60, 0, finding.kind)
