"""Plain sentences of offices are told where they are wrong, and left alone where they are right."""

from __future__ import annotations

from random import Random

import pytest

from plain.families import FAMILIES
from plain.ordinary import ordinary
from plain.passage import passages, told_aloud

_FEW, _MANY = 5, 120
_SEED = "tests"
_MISSED = 0.15  # of the wrong ones: some combinations are read by nobody at first sight


@pytest.mark.parametrize("name", FAMILIES)
def test_right_passages_are_left_alone(name: str) -> None:
    for one in passages(FAMILIES[name], _FEW, _SEED):
        assert told_aloud(one.right) == [], one.right


@pytest.mark.parametrize("name", FAMILIES)
def test_wrong_passages_are_told(name: str) -> None:
    made = passages(FAMILIES[name], _FEW, _SEED)
    missed = [one.wrong for one in made if not told_aloud(one.wrong)]
    assert len(missed) <= 1, missed


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_many_passages(name: str) -> None:
    made = passages(FAMILIES[name], _MANY, _SEED)
    assert [one.right for one in made if told_aloud(one.right)] == []
    missed = [one.wrong for one in made if not told_aloud(one.wrong)]
    assert len(missed) <= _MISSED * len(made), missed


def test_nothing_is_told_of_ordinary_bodies() -> None:
    random = Random(_SEED)
    for body in [ordinary(random) for _ in range(_FEW)]:
        assert told_aloud(body) == [], body


@pytest.mark.slow
def test_nothing_is_told_of_many_ordinary_bodies() -> None:
    random = Random(f"{_SEED} many")
    told = [
        (body, one.kind, one.place) for body in (ordinary(random) for _ in range(_MANY)) for one in told_aloud(body)
    ]
    assert told == []
