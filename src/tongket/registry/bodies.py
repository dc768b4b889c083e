"""Kinds of bodies with their abbreviations, levels, regimes and successors, and the glossary of abbreviations.

Sources: Decree 30/2020/NĐ-CP, Appendix III; the ministries as of March 2025 beside those that they came from; the
guides of the Party and of the organisations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from tongket.model.bodies import BodyKind, BodySuccession
from tongket.model.documents import Regime
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import key

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A common abbreviation. ``well_known``: every reader knows it, so a report need not define it."""

    short: str
    expansion: str
    well_known: bool


@cache
def body_kinds() -> tuple[BodyKind, ...]:
    """All kinds of bodies of the table."""
    return tuple(
        BodyKind(
            code,
            name,
            _parts(abbreviations),
            cast("Regime", regime),
            cast("tuple[UnitKind, ...]", _parts(levels)),
            _parts(names),
            start,
            end,
        )
        for code, name, abbreviations, regime, levels, names, start, end in _rows(DATA / "bodies.tsv")
    )


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """The glossary, by abbreviation as written."""
    rows = _rows(DATA / "abbreviations.tsv")
    return {short: Abbreviation(short, expansion, known == "yes") for short, expansion, known in rows}


_ORGANS = frozenset(("btv", "bch"))  # of the Party, and in the same words of every organisation


def body_kind(name: str) -> BodyKind | None:
    """The kind whose name, abbreviation or other name begins ``name``, the longest first: 'UBND xã Lũng Ẳng'.

    A standing board or committee is the Party's only where no other organisation is named behind it: 'Ban Thường vụ
    Tỉnh đoàn' is the Youth Union.
    """
    folded = f"{key(name)} "
    for words, kind in _by_words():
        if folded.startswith(words):
            owner = _kind_of(folded[len(words) :]) if kind.code in _ORGANS else None
            return owner if owner and owner.regime != "party" else kind
    return None


def _kind_of(folded: str) -> BodyKind | None:
    return next((kind for words, kind in _by_words() if folded.startswith(words)), None)


@cache
def _by_words() -> tuple[tuple[str, BodyKind], ...]:
    forms = [(f"{key(form)} ", kind) for kind in body_kinds() for form in (kind.name, *kind.names, *kind.abbreviations)]
    return tuple(sorted(forms, key=lambda pair: -len(pair[0])))


@cache
def body_successions() -> tuple[BodySuccession, ...]:
    """What became of kinds of bodies, in order of the table. '*' is every kind of the level.

    ``on`` is cut to the year where the day was another from place to place: in that year both may act.
    """
    rows = _rows(DATA / "body_successions.tsv")
    return tuple(BodySuccession(old, cast("UnitKind", level), new, on, act) for old, level, new, on, act in rows)


def succession(kind: str, level: UnitKind) -> tuple[BodySuccession, ...]:
    """What became of a kind of body at a level: () while it lives; the first is what happened first."""
    found = [one for one in body_successions() if one.predecessor in (kind, "*") and one.level == level]
    return tuple(sorted(found, key=lambda one: one.on))


def successors(kind: str, level: UnitKind, on: date | str) -> tuple[str, ...]:
    """The codes of the kinds that stand in the place of one at a level on a day: itself while it acts, what it became
    (through chains) afterwards, () where nothing took its place. In a year in which only the year of a change is
    known, both.
    """
    day = on if isinstance(on, str) else on.isoformat()
    reached = [one for one in succession(kind, level) if _reached(one.on, day)]
    if any(not one.successor for one in reached):
        return ()
    still = not reached or (len(reached[0].on) < len(day) and reached[0].on == day[: len(reached[0].on)])
    found = [kind] if still else []
    for change in reached:
        found += successors(change.successor, level, day)
    return tuple(dict.fromkeys(found))


def _reached(on: str, day: str) -> bool:
    """Whether a change has taken place, at least somewhere, on a day; either may be cut to the year or month."""
    width = min(len(on), len(day))
    return on[:width] <= day[:width]


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return [(line.split("\t") + [""] * width)[:width] for line in lines[1:] if line.strip()]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"\s*\|\s*", cell) if part)
