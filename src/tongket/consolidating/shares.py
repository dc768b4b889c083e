"""Figures of divided units: side by side with their pieces, or shared out by people, households or area."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from tongket.consolidating.views import Split
from tongket.model.observations import Rollup
from tongket.model.units import ShareKey

Key = tuple[str, str, str, str]  # indicator, cell, unit, period


def apportion(amount: int, portions: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole numbers in these portions (of one together) that add up to ``amount``: by the largest remainder."""
    exact = [amount * portion for portion in portions]
    shares = [one.numerator // one.denominator for one in exact]
    order = sorted(range(len(exact)), key=lambda place: (shares[place] - exact[place], place))
    for place in order[: amount - sum(shares)]:
        shares[place] += 1
    return tuple(shares)


def portions_of(split: Split, key: ShareKey) -> tuple[Fraction, ...]:
    """The portions of the pieces by ``key``; () where they are not known, or are not all of the unit."""
    found = tuple(portion.portion for piece in split.pieces for portion in piece.portions if portion.key == key)
    return found if len(found) == len(split.pieces) and sum(found) == 1 else ()


def show_pieces(
    rollups: Iterable[Rollup],
    splits: Mapping[str, Split],
    lines: Mapping[str, Sequence[str]],
    *,
    shared_by: ShareKey | None,
    adds: Callable[[Rollup], bool],
    blank: Callable[[Rollup, str], Rollup],
    ratio: Callable[[Rollup], Rollup],
    name: Callable[[str], str],
) -> list[Rollup]:
    """``rollups`` with those of divided units told: marked 'break' beside their pieces, which are marked so, too.

    With ``shared_by``, those that add up and whose portions are known are shared out instead: into the pieces and the
    units above them, below the unit whose figure holds the whole, marked 'estimated'. ``blank`` makes an empty rollup
    of another unit, ``ratio`` works out a ratio anew from its sums, ``name`` names a unit.
    """
    kept = {_key(one): one for one in rollups if one.extent == "area"}
    rest = [one for one in rollups if one.extent != "area"]
    divided = [(key, one, splits[one.unit]) for key, one in kept.items() if one.unit in splits and _says(one)]
    for key, one, split in divided:
        portions = portions_of(split, shared_by) if shared_by and adds(one) and not split.has_below else ()
        if portions:
            del kept[key]
            _share_out(one, split, portions, kept, lines, blank, ratio)
            continue
        pieces = ", ".join(name(piece.unit) for piece in split.pieces)
        kept[key] = replace(_marked(one, "break"), facts=(*one.facts, ("pieces", pieces)))
        for piece in split.pieces:
            at = (one.indicator, one.cell, piece.unit, one.period)
            if at in kept:
                kept[at] = _marked(kept[at], "break")
    return [*kept.values(), *rest]


def _key(one: Rollup) -> Key:
    return one.indicator, one.cell, one.unit, one.period


def _says(one: Rollup) -> bool:
    return one.amount is not None or one.numerator is not None


def _marked(one: Rollup, mark: str) -> Rollup:
    return one if mark in one.marks else replace(one, marks=(*one.marks, mark))


def _share_out(
    one: Rollup,
    split: Split,
    portions: Sequence[Fraction],
    kept: dict[Key, Rollup],
    lines: Mapping[str, Sequence[str]],
    blank: Callable[[Rollup, str], Rollup],
    ratio: Callable[[Rollup], Rollup],
) -> None:
    shares = _shares(one, portions)
    for piece, share in zip(split.pieces, shares, strict=True):
        line = lines.get(piece.unit, (piece.unit,))
        for unit in line[: line.index(split.above)] if split.above in line else (piece.unit,):
            at = (one.indicator, one.cell, unit, one.period)
            kept[at] = ratio(_added(kept.get(at) or blank(one, unit), one, share))


def _shares(one: Rollup, portions: Sequence[Fraction]) -> list[dict[str, int | None]]:
    """What each piece gets of every amount; the high end of a range is its low end and a share of the width."""
    parts: dict[str, Sequence[int | None]] = {}
    for name in ("numerator", "denominator") if one.numerator is not None else ("amount",):
        amount = getattr(one, name)
        parts[name] = [None] * len(portions) if amount is None else apportion(amount, portions)
    if one.amount_high is not None and one.amount is not None and "amount" in parts:
        width = apportion(one.amount_high - one.amount, portions)
        parts["amount_high"] = [(low or 0) + more for low, more in zip(parts["amount"], width, strict=True)]
    return [{name: found[place] for name, found in parts.items()} for place in range(len(portions))]


def _added(to: Rollup, one: Rollup, share: Mapping[str, int | None]) -> Rollup:
    high = None
    if to.amount_high is not None or share.get("amount_high") is not None:
        ends = [to.amount if to.amount_high is None else to.amount_high, share.get("amount_high", share.get("amount"))]
        high = _sum(*ends)
    return replace(
        _marked(to, "estimated"),
        amount=_sum(to.amount, share.get("amount")),
        amount_high=high,
        numerator=_sum(to.numerator, share.get("numerator")),
        denominator=_sum(to.denominator, share.get("denominator")),
        reported=to.reported + one.reported,
        expected=to.expected + one.expected,
        approximate=to.approximate + one.approximate,
        qualifier=to.qualifier or one.qualifier,
        sources=tuple(sorted({*to.sources, *one.sources})),
    )


def _sum(one: int | None, other: int | None) -> int | None:
    found = [amount for amount in (one, other) if amount is not None]
    return sum(found) if found else None
