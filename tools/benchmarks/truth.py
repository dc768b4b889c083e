"""What the sums over ``benchmarks.facts`` must be, computed with numpy from the numbers of the answers alone.

No Parquet, no SQL and no code of the engine is used here: a time beside a wrong result says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.facts import ABSENT, FACTOR, MODULUS, PRIME, QUALIFIERS, REVISED, STATUSES, Size, communes_of

Ints = NDArray[np.int64]
Key = tuple[str, int, int, int]  # province or nation ("vn"); numbers of indicator, cell and month
NATION = "vn"


class WrongError(Exception):
    """A result is not what it must be: its time is void."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Of one unit above the communes, indicator, cell and month.

    ``total`` adds the amounts (or takes the largest or smallest, or counts the units above zero), None where nobody
    gave a number; ``given`` counts the amounts; ``reported`` the answers, with or without a number.
    """

    total: int | None
    given: int
    reported: int
    approximate: int
    above: int
    below: int
    estimated: int


@dataclass(frozen=True, slots=True)
class Month:
    """All answers of a month, as arrays of the shape (communes, indicators, cells)."""

    amount: Ints  # of the first revision
    numbered: NDArray[np.bool_]  # an amount stands there
    zero: NDArray[np.bool_]  # none occurred
    answered: NDArray[np.bool_]
    revised: NDArray[np.bool_]
    qualifier: Ints  # 0: none; 1, 2, 3: those of QUALIFIERS
    estimated: NDArray[np.bool_]


def answers_of(size: Size, month: int) -> Month:
    """The answers of one month, by the rule that ``facts`` states."""
    count = len(communes_of(size))
    shape = (count, size.indicators, size.cells)
    first = month * count * size.indicators * size.cells
    mixed = (np.arange(first, first + int(np.prod(shape)), dtype=np.int64).reshape(shape) * FACTOR) % PRIME
    high = mixed // MODULUS
    present = high * 7 % 100_000 >= ABSENT
    status = _drawn(high * 31 % 100_000, [parts for _, parts in STATUSES])
    words = ["reported", *(word for word, _ in STATUSES)]
    of = {word: present & (status == place) for place, word in enumerate(words)}
    numbered = of["reported"] | of["estimated"]
    qualifier = np.where(numbered, _drawn(high * 53 % 100_000, [parts for _, parts in QUALIFIERS]), 0)
    return Month(
        mixed % MODULUS,
        numbered,
        of["none-occurred"],
        numbered | of["none-occurred"] | of["not-applicable"],
        present & ((mixed // (MODULUS * 97)) % REVISED == 0),
        qualifier,
        of["estimated"],
    )


def _drawn(value: Ints, parts: Iterable[int]) -> Ints:
    """Which of ``parts`` each value falls into, from 1; 0 beyond them all."""
    edges = np.cumsum(list(parts))
    return np.where(value < edges[-1], np.searchsorted(edges, value, side="right") + 1, 0)


@cache
def plain_sums(size: Size) -> dict[Key, tuple[int, int]]:
    """(sum, number) of the amounts of first revisions, as the baseline adds them."""
    found: dict[Key, tuple[int, int]] = {}
    for month in range(size.months):
        one = answers_of(size, month)
        sums = _by_unit(np.where(one.numbered, one.amount, 0), size)
        counts = _by_unit(one.numbered, size)
        for unit in sums:
            for i in range(size.indicators):
                for c in range(size.cells):
                    found[unit, i, c, month] = (int(sums[unit][i, c]), int(counts[unit][i, c]))
    return found


@cache
def true_sums(size: Size, revised: bool = True) -> dict[Key, Sums]:
    """What each province and the nation has in each month, of the latest revisions (or of the first)."""
    found: dict[Key, Sums] = {}
    for month in range(size.months):
        one = answers_of(size, month)
        latest = np.where(one.zero, 0, one.amount + (one.revised if revised else 0))
        valued = one.numbered | one.zero
        parts = {
            "sum": _by_unit(np.where(valued, latest, 0), size),
            "max": _by_unit(np.where(valued, latest, -1), size, np.maximum),
            "min": _by_unit(np.where(valued, latest, MODULUS * 10), size, np.minimum),
            "count": _by_unit(valued & (latest > 0), size),
            "given": _by_unit(valued, size),
            "reported": _by_unit(one.answered, size),
            "approximate": _by_unit(one.qualifier > 0, size),
            "above": _by_unit(one.qualifier == 2, size),
            "below": _by_unit(one.qualifier == 3, size),
            "estimated": _by_unit(one.estimated, size),
        }
        for unit in parts["sum"]:
            for i in range(size.indicators):
                how = {17: "max", 18: "min", 19: "count"}.get(i % 20, "sum")
                for c in range(size.cells):
                    given = int(parts["given"][unit][i, c])
                    found[unit, i, c, month] = Sums(
                        int(parts[how][unit][i, c]) if given else None,
                        *(
                            int(parts[name][unit][i, c])
                            for name in ("given", "reported", "approximate", "above", "below", "estimated")
                        ),
                    )
    return found


def _by_unit(values: NDArray[np.generic], size: Size, how: np.ufunc = np.add) -> dict[str, Ints]:
    """``values`` of the communes put together for each province and for the nation, of shape (indicators, cells)."""
    places: dict[str, list[int]] = {}
    for n, (_, province) in enumerate(communes_of(size)):
        places.setdefault(province, []).append(n)
    wide = values.astype(np.int64)
    found = {province: how.reduce(wide[rows[0] : rows[-1] + 1], axis=0) for province, rows in places.items()}
    return {**found, NATION: how.reduce(np.stack(list(found.values())), axis=0)}


def leaf_truth(size: Size) -> tuple[int, int, int]:
    """(number of answers given, their latest amounts added up, answers in all) over all communes."""
    given = total = answered = 0
    for month in range(size.months):
        one = answers_of(size, month)
        given += int((one.numbered | one.zero).sum())
        answered += int(one.answered.sum())
        total += int(np.where(one.numbered, one.amount + one.revised, 0).sum())
    return given, total, answered


def require_equal(what: str, found: Mapping[Any, Any], true: Mapping[Any, Any]) -> None:
    """Nothing, or the first keys at which ``found`` is not the truth.

    Raises:
        WrongError: a value is missing, wrong or too many.
    """
    if found == true:
        return
    wrong = [key for key in true if found.get(key) != true[key]] or [key for key in found if key not in true]
    shown = "; ".join(f"{key}: {found.get(key)} instead of {true.get(key)}" for key in wrong[:3])
    raise WrongError(f"{what}: {len(wrong):,} of {len(true):,} values are wrong, for instance {shown}")
