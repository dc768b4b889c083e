"""Matches into observations: what a report answers, as values at the indicators' scales."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.messages import N_
from tongket.model.figures import Extent
from tongket.model.matches import Match
from tongket.model.observations import LARGEST, Observation
from tongket.model.places import ObservationKey
from tongket.model.programmes import Indicator, Programme
from tongket.model.quantities import Quantity, Range, Share
from tongket.model.reports import Report
from tongket.model.rounds import Round
from tongket.model.units import Unit

ANOTHER_VALUE = N_("The report gives another value for the same indicator, in a table or stated more exactly.")
TOO_EXACT = N_("The number has more decimals than the indicator takes.")
TOO_LARGE = N_("The number is larger than any that a report can mean; look for zeros too many.")
TWO_NUMBERS = N_("Two numbers stand here and the form does not say which one answers.")

_RANK = {"table": 0, "prose": 1, "footnote": 2}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class _Answering:
    """Which body answers what, in which report and round."""

    report: Report
    programme: Programme
    unit: Unit
    body: str
    round_: Round
    kind: str
    file: str
    revision: int

    def observation(self, match: Match, indicator: Indicator, amount: int | None, high: int | None) -> Observation:
        """What a match of the report says of an indicator, at the indicator's scale."""
        return Observation(
            indicator=indicator.code,
            cell=match.cell,
            unit=self.unit.id,
            extent=extent_of(match, indicator, self.unit),
            period=period_of(match, indicator, self.report, self.programme, self.round_),
            body=self.body,
            programme=self.programme.code,
            version=self.programme.version,
            revision=self.revision,
            amount=amount,
            amount_high=high,
            scale=indicator.scale,
            unit_word=indicator.unit_word,
            qualifier=match.qualifier,
            status=match.status,
            origin="read",
            confidence=match.confidence,
            source=self.file,
            source_sha256=self.report.source.sha256,
            start=match.start,
            end=match.end,
            passage=match.passage,
            body_kind=self.kind,
        )


def observe(
    report: Report,
    matches: Iterable[Match],
    programme: Programme,
    unit: Unit,
    body: str,
    round_: Round,
    *,
    kind: str = "ubnd",
    file: str = "",
    revision: int = 1,
) -> tuple[tuple[Observation, ...], tuple[Match, ...]]:
    """(observations, left): one observation for each indicator, cell, extent and period that the report answers.

    ``body`` is the reporting body's name and ``kind`` the code of its kind; ``file`` names the source (default: the
    source's own name). ``left`` are the matches that a person must look at: below the programme's threshold, not at
    the indicator's scale, or at odds with a better one ('table' before 'prose' before 'footnote', then the surer,
    then the one without qualifier); their ``reason`` says why. The same value said twice is one observation.
    """
    answering = _Answering(report, programme, unit, body, round_, kind, file or report.source.file, revision)
    best: dict[ObservationKey, Observation] = {}
    left: list[Match] = []
    for match in sorted(matches, key=_preference):
        indicator = programme.indicator(match.indicator)
        if indicator is None or match.status == "missing":
            continue
        if match.confidence < programme.threshold:
            left.append(match)
            continue
        amounts = amounts_of(match.value, indicator)
        if isinstance(amounts, str):
            left.append(replace(match, reason=amounts))
            continue
        made = answering.observation(match, indicator, *amounts)
        used = best.setdefault(made.key, made)
        if _answer(used) != _answer(made):
            left.append(replace(match, reason=ANOTHER_VALUE))
    left.sort(key=lambda match: (match.start, match.indicator, match.cell))
    return _in_order(best.values(), programme), tuple(left)


def _in_order(made: Iterable[Observation], programme: Programme) -> tuple[Observation, ...]:
    """Observations in the order of the programme's indicators, their cells, and the text."""
    order = {one.code: place for place, one in enumerate(programme.indicators)}
    return tuple(sorted(made, key=lambda one: (order[one.indicator], one.cell, one.start)))


def _preference(match: Match) -> tuple[int, int, float, bool, int]:
    # A number says more than a blank or a word in another place of the same report.
    return int(match.value is None), _RANK[match.where], -match.confidence, bool(match.qualifier), match.start


def _answer(one: Observation) -> tuple[object, ...]:
    return one.amount, one.amount_high, one.amount is None and one.status


def amounts_of(value: Quantity | None, indicator: Indicator) -> tuple[int | None, int | None] | str:
    """(amount, high end of a range) at the indicator's scale; a message id where ``value`` does not fit it."""
    if value is None:
        return None, None
    if isinstance(value, Decimal):
        ends = [value]
    elif isinstance(value, Range):
        ends = [value.low, value.high]
    elif isinstance(value, Share):
        ends = [value.part]
    else:
        return TWO_NUMBERS
    scaled = [end.scaleb(indicator.scale) for end in ends]
    if any(end != end.to_integral_value() for end in scaled):
        return TOO_EXACT
    if any(abs(end) > LARGEST for end in scaled):
        return TOO_LARGE
    return int(scaled[0]), int(scaled[1]) if len(scaled) > 1 else None


def extent_of(match: Match, indicator: Indicator, unit: Unit) -> Extent:
    """Whether the value is the body's own work or the whole unit's.

    The level whose row or column it stands in counts first (its own level: own; a lower one: the whole of that level,
    area); then what the sentence says; then the programme. Otherwise the whole unit is meant: a report speaks of its
    area, and an area value is never counted twice.

    Above the communes, 'own' needs a level or the programme's word: 'Ủy ban MTTQ tỉnh tổ chức 1.047 cuộc' is said of
    what the whole province did as often as of the body alone, and added to the communes it would count twice.
    """
    if match.level:
        return "own" if match.level == unit.kind else "area"
    if match.extent == "own" and unit.kind in ("province", "district") and indicator.extent != "own":
        return "area"
    return match.extent or indicator.extent or "area"


def period_of(match: Match, indicator: Indicator, report: Report, programme: Programme, round_: Round) -> str:
    """'start/end' of the round (or, where it has none, of the programme); of a stock '/day', the day printed if any."""
    start = round_.period_start or programme.period_start
    end = round_.period_end or programme.period_end
    if indicator.over_time != "latest":
        return f"{start}/{end}"
    printed = report.figures[match.figure].period if match.figure is not None else None
    day = (printed.as_of or "") if printed else ""
    inside = _DAY.fullmatch(day) and (not start or day >= start) and (not end or day <= end)
    return f"/{day if inside else end}"
