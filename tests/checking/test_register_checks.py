"""What the entries of registers show by themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tongket.checking.catalogue import mend, message
from tongket.checking.registers import check_entries
from tongket.consolidating.transferring import transfers
from tongket.model.entries import Agreement, Entry, Event, Obligation, RegisterItem, ScoreLine, ScoreSheet
from tongket.model.findings import Finding
from tongket.model.programmes import DirectiveRef, Programme
from tongket.model.registers import Band, Criterion, Register, Scorecard
from tongket.registry.units import Registry, load_units

DAY = "2025-12-31"
CARD = Scorecard(
    "card", "2025", "", 0, (Criterion("1", "", 60), Criterion("2", "", 40)), (Band("a", "A", 90), Band("b", "B", 0))
)
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 1, "", "", 0.5, (), (), (), (), (), (),
    registers=(
        Register("events", "", "event"), Register("models", "", "item", yearly=True),
        Register("terms", "", "agreement"),
        Register("duties", "", "obligation"), Register("scores", "", "score-sheet", scorecard="card"),
    ),
    scorecards=(CARD,),
)  # fmt: skip
UNITS = """id\tkind\tprefix\tname\tparent\tfrom\tto
mau-son\tprovince\ttỉnh\tMẫu Sơn\tvn\t\t
cu\tcommune\txã\tLũng Cũ\tmau-son\t\t2025-06-30
doi\tcommune\txã\tLũng Đôi\tmau-son\t\t2025-06-30
moi\tcommune\txã\tLũng Mới\tmau-son\t2025-07-01\t
nua\tcommune\txã\tLũng Nửa\tmau-son\t2025-07-01\t
"""

DUTY = Obligation("duties", "1", "moi", "UBND xã Lũng Mới", "ubnd", "2025-08-01", "Sửa cầu", due="2025-12-26")
MODEL = RegisterItem("models", "1", "moi", "UBND", "ubnd", "2025-08-01", "Nuôi ong")
TERM = Agreement("terms", "1", "moi", "UBND", "ubnd", "2025-08-01", "Quy chế", parties=("A", "B"))
SHEET = ScoreSheet(
    "scores", "1", "moi", "UBND xã Lũng Mới", "ubnd", DAY, "", state="announced", version="2025",
    lines=(ScoreLine("1", 60, 60), ScoreLine("2", 40, 35, "thiếu")),
)  # fmt: skip


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    file = tmp_path / "don-vi.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return load_units(file)


def cases(registry: Registry, *entries: Entry) -> list[str]:
    return [one.case for one in check_entries(entries, PROGRAMME, registry, DAY)]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        pytest.param(replace(DUTY, due=DAY), [], id="due today is not late"),
        pytest.param(replace(DUTY, state="refused", answered_on="2025-12-30"), [], id="answered, even with no"),
        pytest.param(replace(DUTY, unit="cu", state="transferred"), [], id="handed over"),
        pytest.param(replace(DUTY, state="done", answer="Đã sửa"), [], id="done, and the answer is there"),
        pytest.param(replace(MODEL, on="2025-01-05"), [], id="begun this year"),
        pytest.param(replace(MODEL, on="2026-01-05"), [], id="after the period"),
        pytest.param(replace(TERM, until="2030-01-01"), [], id="years to go"),
        pytest.param(replace(TERM, until="2025-11-01", state="ended"), [], id="ended by the parties"),
        pytest.param(replace(SHEET, band="a", rank=1, among=1), [], id="class and rank as the points give them"),
        pytest.param(replace(SHEET, state="pending", lines=()), [], id="waits for the appraiser"),
        pytest.param(replace(SHEET, rank=3, among=40), [], id="a rank among sheets that are not all here"),
        pytest.param(DUTY, ["overdue"], id="overdue"),
        pytest.param(replace(DUTY, state="done"), ["no-proof"], id="done, and nothing shows it"),
        pytest.param(replace(DUTY, unit="cu", on="2025-01-02"), ["no-owner"], id="open where nobody is left"),
        pytest.param(replace(MODEL, unit="cu", on="2025-01-02"), ["unit-ended"], id="living in a unit that ceased"),
        pytest.param(replace(MODEL, on="2023-01-02", confirmed=(2024,)), ["lapsed"], id="not confirmed this year"),
        pytest.param(replace(TERM, until="2025-11-01"), ["expired"], id="ran out"),
        pytest.param(replace(TERM, until="2026-02-01"), ["renewal"], id="runs out soon"),
        pytest.param(replace(SHEET, lines=SHEET.lines[:1]), ["points-missing"], id="a criterion without points"),
        pytest.param(replace(SHEET, band="b"), ["band"], id="another class than the points give"),
        pytest.param(replace(SHEET, rank=2, among=1), ["rank"], id="another rank than the points give"),
    ],
)
def test_entries(entry: Entry, found: list[str], registry: Registry) -> None:
    assert cases(registry, entry) == found


def test_an_event_entered_twice(registry: Registry) -> None:
    one = Event("events", "1", "moi", "UBND", "ubnd", "2025-08-01", "Hội nghị")
    assert cases(registry, one, replace(one, id="2", title="hội nghị ")) == ["twice"]
    assert cases(registry, one, replace(one, id="2", state="cancelled")) == []
    assert cases(registry, one, replace(one, id="2", body="Hội Nông dân")) == []


def test_what_is_said(registry: Registry) -> None:
    [one] = check_entries([DUTY], PROGRAMME, registry, DAY)
    assert isinstance(one, Finding)
    assert message(one, "en") == (
        "'Sửa cầu' of UBND xã Lũng Mới was due on 26/12/2025 and is 3 working days late on 31/12/2025."
    )
    assert mend(one, "en").startswith("Ask UBND xã Lũng Mới")


def test_open_duties_go_with_a_unit_that_went_whole() -> None:
    """Hồng Trung and Bắc Sơn became Trung Sơn on 1 January 2020 (834/NQ-UBTVQH14)."""
    registry = load_units()
    [hong_trung] = registry.find("xã Hồng Trung, huyện A Lưới", "2019")
    duty = replace(DUTY, unit=hong_trung.id, body="Ủy ban nhân dân xã Hồng Trung", on="2019-05-01", due="2019-12-31")
    [moved] = transfers([duty, replace(duty, id="2", state="done")], registry, "2020-06-30")
    assert moved.closed is not None
    assert moved.handed is not None
    assert (moved.closed.state, moved.closed.id) == ("transferred", "1")
    assert moved.handed.body == "Ủy ban nhân dân xã Trung Sơn"
    assert (moved.handed.due, moved.handed.state) == ("2019-12-31", "open")
    assert list(transfers([duty], registry, "2019-12-31")) == []
