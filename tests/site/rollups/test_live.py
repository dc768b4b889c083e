"""Live rollups: what is committed is in the number, at once, and equal to what the library gives in memory."""

from dataclasses import replace

import pytest

from tongket.consolidating.rollup import roll_up
from tongket.site.rollups.asking import Seen, question_of, seen_by
from tongket.site.rollups.errors import RollupError
from tongket.site.rollups.live import rolled_up
from tongket.site.rollups.observed import observations_in
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Observation

CODES = frozenset({"QT-01", "QT-02"})


def total(asked, code="QT-01", seen=Seen()):  # noqa: B008 - a frozen value
    found = rolled_up(asked, CODES, seen).at(code, "", "ms")
    return found and (found.amount, found.reported, found.expected)


def test_a_value_counts_as_soon_as_it_is_sent(asked, send, commune, other_commune) -> None:
    assert total(asked) is None
    send(commune, {"QT-01": 5})
    assert total(asked) == (5, 1, 2)
    send(other_commune, {"QT-01": 7})
    assert total(asked) == (12, 2, 2)


def test_only_the_last_revision_counts_and_what_is_returned_still_does(asked, send, commune) -> None:
    send(commune, {"QT-01": 5})
    sent = send(commune, {"QT-01": 8})
    assert total(asked) == (8, 1, 2)
    Submission.objects.filter(pk=sent.pk).update(state="returned", edition=9)
    assert total(asked) == (8, 1, 2)


def test_a_second_look_takes_one_statement(asked, send, commune, django_assert_num_queries) -> None:
    send(commune, {"QT-01": 5})
    rolled_up(asked, CODES)
    with django_assert_num_queries(1):
        rolled_up(asked, CODES)


def test_what_a_value_is_computed_from_is_taken_along(asked, send, commune, programme) -> None:
    ratio = next(one for one in question_of(asked).programme.indicators if one.numerator)
    send(commune, {ratio.numerator: 50, ratio.denominator: 200})
    found = rolled_up(asked, frozenset({ratio.code})).at(ratio.code, "", "ms")

    assert found is not None
    assert (found.numerator, found.denominator) == (50, 200)


def test_the_numbers_are_those_of_the_library(asked, send, commune, other_commune) -> None:
    send(commune, {"QT-01": 5, "QT-02": 3}, qualifier="hơn")
    send(other_commune, {"QT-01": 7})
    question = question_of(asked)
    values = [value for _, _, value in observations_in(Observation.objects.all())]
    there = roll_up(values, question.programme, question.round, question.registry).rollups
    here = rolled_up(asked, CODES)

    wanted = {(one.indicator, one.cell, one.unit): one for one in there if one.extent == "area"}
    assert {key: replace(one, sources=()) for key, one in here.rollups.items()} == {
        key: replace(one, sources=()) for key, one in wanted.items()
    }


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(RollupError) as refused:
        seen_by("map", "31/2/2025")
    assert refused.value.facts == {"day": "31/2/2025"}


def test_another_map_keeps_the_total(asked, send, commune, other_commune) -> None:
    send(commune, {"QT-01": 5})
    send(other_commune, {"QT-01": 7})

    assert total(asked, seen=seen_by("map", "2026-11-01")) == (12, 2, 2)
