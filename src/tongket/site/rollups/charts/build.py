"""The charts of one indicator: bars by unit, trend over rounds, shares of its cells, heat map of units and rounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tongket.messages import N_, say
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator, Programme
from tongket.site.interface.templatetags.words import number
from tongket.site.rollups.asking import Seen
from tongket.site.rollups.charts.chart import Chart
from tongket.site.rollups.charts.specs import HEAT, bars, heat, trend
from tongket.site.rollups.figures import amount_text, coverage_text, is_partial, plain_text
from tongket.site.rollups.live import Rolled, rolled_up
from tongket.site.rollups.pivot import period_title, rounds_beside
from tongket.site.rounds.models import Round

Series = Sequence[tuple[Round, Rolled]]  # rounds before one, the oldest first, and what they say

ENDS = 5  # lowest and highest units, where there are more than can be told apart
ALL = 14
HEAT_ROWS = 40


def charts_of(
    asked: Round,
    programme: Programme,
    indicator: Indicator,
    seen: Seen,
    frozen: Rolled | None = None,
    series: Series | None = None,
) -> list[Chart]:
    """The charts that the data allow; none where nobody has a number. ``frozen`` stand for the round's own figures,
    ``series`` for the rounds beside it and theirs.
    """
    codes = frozenset({indicator.code})
    if series is None:
        series = [(one, rolled_up(one, codes, seen)) for one in rounds_beside(asked) if one.pk != asked.pk]
    rolled = [*(one for _, one in series), frozen or rolled_up(asked, codes, seen)]
    titles = [period_title(one) for one in (*(one for one, _ in series), asked)]
    found = [
        _bars(indicator, rolled[-1], titles[-1]),
        _trend(indicator, rolled, titles),
        _shares(indicator, programme, rolled[-1], titles[-1]),
        _heat(indicator, rolled, titles),
    ]
    return [one for one in found if one is not None]


def _value(one: Rollup | None) -> float | None:
    if one is None or one.amount is None or one.refusal:
        return None
    return float(Decimal(one.amount).scaleb(-one.scale))


def _label(one: Rollup) -> str:
    near = "≈ " if "estimated" in one.marks else ""
    return f"{near}{amount_text(one)}" + (f" ({coverage_text(one)})" if is_partial(one) else "")


def _bars(indicator: Indicator, rolled: Rolled, period: str) -> Chart | None:
    told = [(name, one) for unit, name in rolled.units if (one := rolled.at(indicator.code, "", unit))]
    valued = sorted(
        ((name, one, value) for name, one in told if (value := _value(one)) is not None), key=lambda x: x[2]
    )
    silent = [name for unit, name in rolled.units if rolled.at(indicator.code, "", unit) is None]
    if len(valued) < 2:
        return None
    middle = len(valued) - 2 * ENDS if len(valued) > ALL else 0
    shown = [*valued[:ENDS], *valued[-ENDS:]] if middle else valued
    rows: list[dict[str, Any]] = [{"name": name, "value": value, "label": _label(one)} for name, one, value in shown]
    if silent:
        more = (
            say(N_("no number, with {count} others"), count=len(silent) - 1)
            if len(silent) > 1
            else say(N_("no number"))
        )
        rows.append({"name": silent[0], "value": None, "label": more})
    low, high = valued[0], valued[-1]
    alike = low[2] == high[2]
    ends = {
        end: _units([name for name, _, value in valued if value == one[2]])
        for end, one in (("low", low), ("high", high))
    }
    title = say(N_("{name}: most in {high}, least in {low}"), name=indicator.name, **ends)
    if alike:
        title = say(N_("{name}: the same in all units that have sent"), name=indicator.name)
    scope = say(N_("{count} lowest and {count} highest of {all}"), count=ENDS, all=len(valued)) if middle else ""
    measure = ", ".join(filter(None, (indicator.unit_word, period, scope, say(N_("axis from 0")))))
    sentence = title if alike else say(
        N_("{name} by unit: least {low} ({low_value}), most {high} ({high_value})."),
        name=indicator.name, low_value=_label(low[1]), high_value=_label(high[1]), **ends,
    )  # fmt: skip
    table = [(name, plain_text(one)) for name, one, _ in reversed(valued)] + [(name, "") for name in silent]
    header = (say(N_("Administrative unit")), f"{indicator.name} ({indicator.unit_word})")
    return Chart("bars", title, measure, sentence, header, tuple(table), bars(rows))


def _units(names: Sequence[str]) -> str:
    """Those that share a place: the one, or the first and how many they are."""
    if len(names) == 1:
        return names[0]
    return say(N_("{unit} and others ({count} in all)"), unit=names[0], count=len(names))


def _trend(indicator: Indicator, rolled: Sequence[Rolled], titles: Sequence[str]) -> Chart | None:
    tops = [one.at(indicator.code, "", one.top) for one in rolled]
    run, rows, table = 0, [], []
    for place, (one, period) in enumerate(zip(tops, titles, strict=True)):
        if place and _others(rolled[place - 1], rolled[place]):
            run += 1
        value = _value(one)
        table.append((period, plain_text(one)))
        if one is not None and value is not None:
            rows.append(
                {"period": period, "value": value, "label": _label(one), "run": run, "whole": not is_partial(one)}
            )
    if len(rows) < 2:
        return None
    title = _trend_title(indicator, rows)
    measure = ", ".join((indicator.unit_word, say(N_("the whole, axis does not start at 0"))))
    sentence = say(
        N_("{name} from {first} ({first_value}) to {last} ({last_value})."),
        name=indicator.name, first=rows[0]["period"], first_value=rows[0]["label"], last=rows[-1]["period"],
        last_value=rows[-1]["label"],
    )  # fmt: skip
    header = (say(N_("Period")), f"{indicator.name} ({indicator.unit_word})")
    return Chart("trend", title, measure, sentence, header, tuple(table), trend(rows))


def _trend_title(indicator: Indicator, rows: Sequence[dict[str, Any]]) -> str:
    before, now = rows[-2], rows[-1]
    facts = {"name": indicator.name, "period": now["period"]}
    if not now["whole"]:
        return say(N_("{name}: {period} does not hold all bodies yet"), **facts)
    if before["run"] != now["run"] or not before["value"]:
        return say(N_("{name} over the periods"), **facts)
    change = f"{abs(100 * (now['value'] - before['value']) / before['value']):.1f}"
    words = (
        N_("{name}: {change}% more in {period}")
        if now["value"] >= before["value"]
        else N_("{name}: {change}% less in {period}")
    )
    return say(words, **facts, change=number(change))


def _others(before: Rolled, now: Rolled) -> bool:
    return {one for one, _ in before.units} != {one for one, _ in now.units}


def _shares(indicator: Indicator, programme: Programme, rolled: Rolled, period: str) -> Chart | None:
    """The cells of the first dimension as shares of their sum; only where cells may be added."""
    dimension = programme.dimension(indicator.dimensions[0]) if indicator.dimensions else None
    if dimension is None or not dimension.additive or indicator.over_units != "sum":
        return None
    found = [(one.name, rolled.at(indicator.code, one.code, rolled.top)) for one in dimension.values]
    told = [(name, one, value) for name, one in found if one is not None and (value := _value(one)) is not None]
    whole = sum(value for _, _, value in told)
    if len(told) < 2 or not whole:
        return None
    ordered = sorted(told, key=lambda one: -one[2])
    part = [f"{number(f'{100 * value / whole:.1f}')}%" for _, _, value in ordered]
    mark = next((f" ({coverage_text(one)})" for _, one, _ in ordered if is_partial(one)), "")
    rows = [
        {"name": name, "value": round(100 * value / whole, 2), "label": share}
        for (name, _, value), share in zip(ordered, part, strict=True)
    ]
    title = say(N_("{name}: {first} has {share}"), name=indicator.name, first=ordered[0][0], share=part[0])
    measure = say(N_("share of the sum in per cent, {period}{mark}"), period=period, mark=mark)
    sentence = say(
        N_("Shares of {name}: {parts}."),
        name=indicator.name, parts=", ".join(f"{row['name']} {row['label']}" for row in rows),
    )  # fmt: skip
    table = tuple((name, plain_text(one), share) for (name, one, _), share in zip(ordered, part, strict=True))
    header = (dimension.name, indicator.unit_word, say(N_("Share")))
    return Chart("share", title, measure, sentence, header, table, bars(rows))


def _heat(indicator: Indicator, rolled: Sequence[Rolled], titles: Sequence[str]) -> Chart | None:
    now = rolled[-1]
    if len(rolled) < 2 or len(now.units) < 2:
        return None
    values = {
        (unit, place): (one, value)
        for place, of in enumerate(rolled)
        for unit, _ in now.units
        if (one := of.at(indicator.code, "", unit)) is not None and (value := _value(one)) is not None
    }
    most = max((value for _, value in values.values()), default=0)
    if not most:
        return None
    last = len(rolled) - 1
    order = sorted(now.units, key=lambda one: -(values[one[0], last][1] if (one[0], last) in values else -1))
    rows, table = [], []
    for unit, name in order:
        line = [values.get((unit, place)) for place in range(len(rolled))]
        table.append((name, *(plain_text(one[0]) if one else "" for one in line)))
        if len(table) > HEAT_ROWS:
            continue
        for one, period in zip(line, titles, strict=True):
            step = min(len(HEAT) - 1, int(len(HEAT) * one[1] / most)) if one and one[1] >= 0 else -1
            rows.append({"name": name, "period": period, "step": step, "label": amount_text(one[0]) if one else "–"})
    scope = say(N_("the {count} highest of {all}"), count=HEAT_ROWS, all=len(order)) if len(order) > HEAT_ROWS else ""
    title = say(N_("{name}: highest in {unit} in {period}"), name=indicator.name, unit=order[0][1], period=titles[-1])
    measure = ", ".join(filter(None, (indicator.unit_word, scope, say(N_("the darker the more")))))
    sentence = say(
        N_("{name} of {count} units over {periods} periods; the data stand in the table below."),
        name=indicator.name, count=min(len(order), HEAT_ROWS), periods=len(titles),
    )  # fmt: skip
    return Chart("heat", title, measure, sentence, (say(N_("Administrative unit")), *titles), tuple(table), heat(rows))
