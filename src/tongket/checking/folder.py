"""What only a whole folder shows: two reports of one body, parts against the whole (đối chiếu giữa các báo cáo)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.numbers import with_unit
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.consolidations import ReportRead
from tongket.model.findings import Finding
from tongket.model.observations import Rollup
from tongket.model.places import ObservationKey, Span
from tongket.model.programmes import Programme
from tongket.model.units import Unit

DUPLICATE_REPORT = Kind(
    name="duplicate-report",
    title=N_("Two reports of one body"),
    meaning=N_("A body has sent two reports on the same directive in one round."),
    example="bao-cao-lung-ang.docx và bao-cao-lung-ang-ban-2.docx cùng của UBND xã Lũng Ẳng.",
    not_flagged=N_("Reports of different bodies of one unit (UBND and Ủy ban MTTQ), reports on different directives."),
    severities=("error",),
    cases={
        "same": Case(
            N_("The same file stands in the folder twice: {other}."), N_("Delete one of the two; it counts once.")
        ),
        "": Case(
            N_("{body} also sent {other}; {used} is used."),
            N_("Ask which of the two is right, and take the other out of the folder."),
        ),
    },
)
UNIT_SUM_MISMATCH = Kind(
    name="unit-sum-mismatch",
    title=N_("Units do not add up to the whole"),
    meaning=N_("A body states a number for its whole area, and the units of that area add up to another number."),
    example="Sở Nội vụ: toàn tỉnh 1.250 cuộc; 24 xã, phường cộng lại 1.188 cuộc.",
    not_flagged=N_(
        "Totals while units are missing (the parts may then be less), numbers with a qualifier, own work of the body "
        "above, rates."
    ),
    severities=("warning", "info"),
    cases={
        "": Case(
            N_("{body} states {whole} ({indicator}) for its area; its {count} units add up to {sum}."),
            N_("Ask both sides; the sum of the units is used."),
        ),
        "facts": Case(
            N_(
                "{indicator} of {unit} ({period}): {body} states {whole}; {count} of {expected} units below it add up "
                "to {sum}."
            ),
            N_("Ask both sides which number is right."),
        ),
        "rest": Case(
            N_(
                "{indicator} of {unit} ({period}): {body} states {whole}, the {expected} units below it add up to "
                "{sum}; {rest} would be work of its own, which it does not state."
            ),
            N_("State the body's own work apart (extent 'own'), or ask which number is right."),
        ),
    },
)
KINDS = (DUPLICATE_REPORT, UNIT_SUM_MISMATCH)


def check_duplicates(reports: Sequence[ReportRead]) -> Iterator[tuple[str, Finding]]:
    """Yield (file, ``duplicate-report``) for each further report of one body.

    Not flagged: different bodies of one unit. The last in order of date, then name, is the one that is used.
    """
    groups: dict[tuple[str, str], list[ReportRead]] = defaultdict(list)
    for one in reports:
        groups[one.unit.id if one.unit else one.body, one.kind].append(one)
    for group in groups.values():
        *earlier, used = sorted(group, key=lambda one: (one.report.letterhead.date or "", one.file))
        for one in earlier:
            same = one.report.source.sha256 == used.report.source.sha256
            at = one.report.letterhead.type_at or Span(0, min(1, len(one.report.text)))
            facts = {"other": used.file, "used": used.file, "body": one.body}
            yield one.file, Finding("duplicate-report", "error", at, "same" if same else "", facts)


def check_unit_sums(programme: Programme, rollups: Sequence[Rollup], units: Sequence[Unit]) -> Iterator[Finding]:
    """Yield ``unit-sum-mismatch`` where a unit's area value is not the sum of the units below it.

    Not flagged: less than the whole while units are missing; qualifiers; values that do not add up over units.
    """
    area = {(one.indicator, one.cell, one.unit): one for one in rollups if one.extent == "area"}
    names = {unit.id: unit.full_name for unit in units}
    for one in rollups:
        stated = area.get((one.indicator, one.cell, one.unit))
        if one.extent != "own" or stated is None or one.amount is None or stated.amount is None:
            continue
        indicator = programme.indicator(one.indicator)
        if indicator is None or indicator.over_units != "sum" or one.qualifier or stated.qualifier:
            continue
        incomplete = one.expected and one.reported < one.expected
        if one.amount == stated.amount or (incomplete and one.amount < stated.amount):
            continue
        facts = {
            "body": names.get(one.unit, one.unit),
            "whole": with_unit(Decimal(stated.amount).scaleb(-stated.scale), stated.unit_word),
            "indicator": indicator.name,
            "count": str(one.reported),
            "sum": with_unit(Decimal(one.amount).scaleb(-one.scale), one.unit_word),
        }
        place = ObservationKey(one.indicator, one.cell, one.unit, "area", "", "")
        yield Finding("unit-sum-mismatch", "warning", place, "", facts)
