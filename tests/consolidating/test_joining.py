"""Facts of an earlier run beside reports: nothing is counted twice, nothing that a person said is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.consolidating.joining import join_counted, join_facts
from tongket.model.observations import Observation

NOW = Observation(
    indicator="A", cell="", unit="x1", extent="area", period="2021-01-01/2026-09-30", body="Ủy ban nhân dân xã A",
    programme="p", version=2, revision=1, amount=3, amount_high=None, scale=0, unit_word="cuộc", qualifier="",
    status="reported", origin="read", confidence=0.9, source="a.docx", source_sha256="a" * 64, start=1, end=2,
    passage="3 cuộc",
)  # fmt: skip
CONFIRMED = replace(NOW, origin="read-confirmed", confirmed="x")
CORRECTED = replace(CONFIRMED, revision=2, amount=4)
OLDER = replace(NOW, version=1, amount=7)
ANOTHER_REPORT = replace(NOW, source="a (cũ).docx", source_sha256="b" * 64, amount=9)
EARLIER_PERIOD = replace(ANOTHER_REPORT, period="2016-01-01/2020-12-31")
ANOTHER_BODY = replace(ANOTHER_REPORT, body="Ủy ban MTTQ xã A")
IMPORTED = replace(ANOTHER_REPORT, origin="workbook", indicator="C")
NEIGHBOUR = replace(NOW, unit="x2", body="Ủy ban nhân dân xã B", source="b.docx", source_sha256="c" * 64)


@pytest.mark.parametrize(
    ("facts", "joined"),
    [
        pytest.param([], [NOW], id="no facts"),
        pytest.param([NEIGHBOUR], [NEIGHBOUR, NOW], id="another unit's facts stand beside"),
        pytest.param([EARLIER_PERIOD], [EARLIER_PERIOD, NOW], id="so do the same body's of another period"),
        pytest.param([ANOTHER_BODY], [ANOTHER_BODY, NOW], id="and another body's of the same unit"),
        pytest.param([IMPORTED], [IMPORTED, NOW], id="what was imported from a table is no report"),
        pytest.param([NOW], [NOW], id="the same source counts once"),
        pytest.param([OLDER], [NOW], id="what is read now stands for what the machine read before"),
        pytest.param([CONFIRMED], [CONFIRMED], id="what a person confirmed stands"),
        pytest.param([CORRECTED], [CORRECTED], id="what a person corrected stands"),
        pytest.param([replace(NOW, indicator="B")], [NOW], id="the machine no longer finds it"),
        pytest.param([replace(CONFIRMED, indicator="B")], [replace(CONFIRMED, indicator="B"), NOW], id="a person did"),
        pytest.param([replace(NEIGHBOUR, version=1, amount=1), NEIGHBOUR], [NEIGHBOUR, NOW], id="two imports"),
        pytest.param([NEIGHBOUR, replace(NEIGHBOUR, version=1, amount=1)], [NEIGHBOUR, NOW], id="in either order"),
    ],
)
def test_facts_beside_a_report(facts: list[Observation], joined: list[Observation]) -> None:
    found = join_facts(facts, [NOW])
    assert (list(found.observations), found.replaced) == (joined, ())


def test_another_report_of_the_body_replaces_its_facts_whole() -> None:
    more = replace(ANOTHER_REPORT, indicator="B")
    assert join_facts([ANOTHER_REPORT, more], [NOW]).observations == (NOW,)
    assert join_facts([ANOTHER_REPORT, more], [NOW]).replaced == (ANOTHER_REPORT, more)


observations = st.builds(
    replace,
    st.sampled_from([NOW, CONFIRMED, CORRECTED, NEIGHBOUR]),
    indicator=st.sampled_from("AB"),
    version=st.integers(1, 2),
)


@given(st.lists(observations), st.lists(observations))
def test_joining_again_changes_nothing(facts: list[Observation], read: list[Observation]) -> None:
    once = join_facts(facts, read).observations
    assert len({(one.source_sha256, one.key) for one in once}) == len(once)
    assert sorted(join_facts(once, read).observations, key=repr) == sorted(once, key=repr)


COUNTED = replace(NOW, amount=5, origin="counted", extent="own", source="S03-QT", source_sha256="d" * 64)
WHEN = "2021-01-01", "2026-09-30"


def test_a_register_stands_for_what_its_keeper_declares() -> None:
    front = replace(ANOTHER_BODY, body_kind="mttq")
    found = join_counted([NOW, NEIGHBOUR, front], [COUNTED], WHEN)
    assert found.observations == (NEIGHBOUR, front, COUNTED)
    assert [(int(one.declared.amount), int(one.counted.amount)) for one in found.miscounted] == [(3, 5)]


@pytest.mark.parametrize(
    ("period", "kept", "flagged"),
    [
        pytest.param("2016-01-01/2020-12-31", True, False, id="an earlier period is another answer"),
        pytest.param("/2020-12-31", True, False, id="so is what stood before it"),
        pytest.param("2022-01-01/2022-12-31", False, False, id="a part of the time is in what is counted"),
        pytest.param("2021-01-01/2026-09", False, True, id="the same time, by its months"),
        pytest.param("/2026-06-30", False, True, id="what stood on a day within it"),
    ],
)
def test_a_register_answers_for_the_time_that_is_counted(period: str, kept: bool, flagged: bool) -> None:
    stated = replace(NOW, period=period)
    found = join_counted([stated], [COUNTED], WHEN)
    assert (stated in found.observations, bool(found.miscounted)) == (kept, flagged)


@pytest.mark.parametrize("amount", [5, None])
def test_a_declared_number_that_agrees_or_is_none_is_not_flagged(amount: int | None) -> None:
    assert join_counted([replace(NOW, amount=amount)], [COUNTED], WHEN).miscounted == ()


def test_an_approximate_declaration_is_not_held_against_the_register() -> None:
    assert join_counted([replace(NOW, qualifier="khoảng")], [COUNTED], WHEN).miscounted == ()
