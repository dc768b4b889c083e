"""The answers of one body at one period, compared with one another and with its last period, without an engine.

What ``comparing.compare_facts`` finds in a whole folder of facts, for a form that is being filled in: the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tongket.consolidating.compare_rules import broken_rules
from tongket.model.comparisons import Blank, Broken, Compared, Jump, Limits, Value
from tongket.model.observations import Observation
from tongket.model.places import ObservationKey
from tongket.model.programmes import NUMERIC_KINDS, Programme

Answers = Mapping[tuple[str, str, str], Observation]  # by indicator, cell, extent


def compare_answer(
    now: Sequence[Observation],
    before: Sequence[Observation],
    programme: Programme,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> Iterator[Compared]:
    """Sums and rules that do not hold among ``now``; jumps and blanks against ``before``, the period before.

    Values with a qualifier and ranges are judged by no sum and no rule.
    """
    given, earlier = _by_place(now), _by_place(before)
    yield from _sums(given, programme)
    yield from _rules(given, earlier, programme)
    yield from _over_time(given, earlier, programme, limits)


def _by_place(observations: Sequence[Observation]) -> dict[tuple[str, str, str], Observation]:
    return {(one.indicator, one.cell, one.extent): one for one in observations}


def _number(one: Observation) -> Decimal | None:
    return None if one.amount is None else Decimal(one.amount).scaleb(-one.scale)


def _is_about(one: Observation) -> bool:
    return bool(one.qualifier) or one.amount_high is not None or one.status == "estimated"


def _sums(given: Answers, programme: Programme) -> Iterator[Broken]:
    for place, rule in enumerate(programme.sums):
        for (code, cell, extent), total in given.items():
            if code != rule.total or total.amount is None:
                continue
            parts = [one for part in rule.parts if (one := given.get((part, cell, extent))) and one.amount is not None]
            if not parts or any(map(_is_about, (total, *parts))):
                continue
            stated, added = _number(total), sum((_number(one) or Decimal(0) for one in parts), Decimal(0))
            assert stated is not None
            complete = len(parts) == len(rule.parts)
            too_much = added > stated and rule.relation != "<="
            if too_much or (added < stated and complete and rule.relation != ">="):
                keys = tuple(one.key for one in parts)
                yield Broken(place, "sums", Value(total.key, stated), rule.relation, added, keys, complete)


def _rules(given: Answers, earlier: Answers, programme: Programme) -> Iterator[Broken]:
    for extent in sorted({place[2] for place in given}):
        book = {at: _book(answers, extent) for at, answers in ((1, earlier), (2, given))}
        some = {at: next((one for place, one in answers.items() if place[2] == extent), None)
                for at, answers in ((1, earlier), (2, given))}  # fmt: skip
        if some[2] is None:
            continue
        periods = [_ends(one.period) if one else ("", "") for one in (some[1], some[2])]

        def key(code: str, cell: str, extent: str = extent, model: Observation = some[2]) -> ObservationKey:
            known = given.get((code, cell, extent))
            return known.key if known else ObservationKey(code, cell, model.unit, extent, model.period, model.body)

        yield from broken_rules(programme, book, periods, 2, key)


def _book(answers: Answers, extent: str) -> dict[tuple[str, str], tuple[Decimal, bool]]:
    return {
        (code, cell): (number, _is_about(one))
        for (code, cell, of), one in answers.items()
        if of == extent and (number := _number(one)) is not None
    }


def _ends(period: str) -> tuple[str, str]:
    start, _, end = period.partition("/")
    return start, end


def _over_time(given: Answers, earlier: Answers, programme: Programme, limits: Limits) -> Iterator[Jump | Blank]:
    judged = {one.code for one in programme.indicators if one.kind in NUMERIC_KINDS}
    for place, before in earlier.items():
        was = _number(before)
        if was is None or place[0] not in judged:
            continue
        now = given.get(place)
        is_now = _number(now) if now else None
        if now is None or now.status == "missing":
            yield Blank(now.key if now else before.key, Value(before.key, was))
        elif is_now is not None and _jumped(is_now, was, limits):
            yield Jump(Value(now.key, is_now), Value(before.key, was))


def _jumped(now: Decimal, before: Decimal, limits: Limits) -> bool:
    """By much, and many times: 10 is added to both, for small numbers double easily."""
    ratio = (abs(now) + 10) / (abs(before) + 10)
    return abs(now - before) >= Decimal(limits.jump_floor) and max(ratio, 1 / ratio) >= Decimal(limits.jump)
