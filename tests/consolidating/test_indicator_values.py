"""What a typed, printed or spreadsheet cell becomes for each kind of indicator, and how a value is shown again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tongket.consolidating.engines import duckdb_engine
from tongket.consolidating.facts import read_fact_files, write_observations
from tongket.consolidating.shown_values import ValueRead, show_value, words_of
from tongket.consolidating.values import Cell, choice_of, read_value
from tongket.model.dimensions import DimensionValue
from tongket.model.mistakes import Mistake
from tongket.model.observations import LARGEST, Observation
from tongket.model.programmes import Aggregation, Indicator, IndicatorKind
from tongket.model.tables import OBSERVATIONS
from tongket.programmes.formula_trees import write
from tongket.programmes.formulas import parse
from tongket.programmes.kinds import ALLOWED, value_type

BANDS = (
    DimensionValue("tot", "Hoàn thành tốt", ("HTT",)),
    DimensionValue("ht", "Hoàn thành"),
    DimensionValue("kht", "Không hoàn thành"),
)


def of(kind: IndicatorKind, unit: str = "", **fields: object) -> Indicator:
    made = Indicator("QT-01", "Chỉ tiêu mẫu", unit, kind=kind, over_units="none")
    return replace(made, **fields)  # type: ignore[arg-type] - the fields are those of an indicator


PEOPLE = of("integer", "người")
MONEY = of("money", "đồng")
RATE = of("share", "%", scale=2)
AREA = of("decimal", "ha", scale=1)
POINTS = of("score", "điểm", scale=1, high=1000)
CLASS = of("choice", choices=BANDS)


@pytest.mark.parametrize(
    ("cell", "indicator", "amount"),
    [
        pytest.param("12", PEOPLE, 12, id="digits"),
        pytest.param("1.234", PEOPLE, 1234, id="thousands, the Vietnamese way"),
        pytest.param("1,234", PEOPLE, 1234, id="thousands, as a spreadsheet writes them"),
        pytest.param("1 234", PEOPLE, 1234, id="thousands with spaces"),
        pytest.param("0", PEOPLE, 0, id="a zero is a number"),
        pytest.param(12, PEOPLE, 12, id="a spreadsheet's number"),
        pytest.param(12.0, PEOPLE, 12, id="a spreadsheet's whole number"),
        pytest.param("mười hai", PEOPLE, 12, id="in words"),
        pytest.param("120 người", PEOPLE, 120, id="with its unit"),
        pytest.param("120 người tham gia", PEOPLE, 120, id="with its unit and more"),
        pytest.param("1,2 nghìn người", PEOPLE, 1200, id="in thousands"),
        pytest.param("1.250.000 đ", MONEY, 1_250_000, id="money"),
        pytest.param("350 triệu đồng", MONEY, 350_000_000, id="in millions"),
        pytest.param("1,2 tỷ", MONEY, 1_200_000_000, id="in thousands of millions"),
        pytest.param("350 trđ", MONEY, 350_000_000, id="in millions, shortened"),
        pytest.param("0", MONEY, 0, id="no money"),
        pytest.param("85,25%", RATE, 8525, id="a share"),
        pytest.param("85.25", RATE, 8525, id="a share as a spreadsheet writes it"),
        pytest.param(85.25, RATE, 8525, id="a spreadsheet's share"),
        pytest.param("120%", RATE, 12000, id="more than planned"),
        pytest.param(0.1 + 0.2, AREA, 3, id="without the noise of a spreadsheet's number"),
        pytest.param("12,5 ha", AREA, 125, id="a measure"),
        pytest.param("85/100", POINTS, 850, id="points of the most there are"),
        pytest.param("85,5 điểm", POINTS, 855, id="points"),
        pytest.param("7", of("rank"), 7, id="a rank"),
        pytest.param("Có", of("yes-no"), 1, id="yes"),
        pytest.param("không", of("yes-no"), 0, id="no is an answer"),
        pytest.param("x", of("yes-no"), 1, id="a cross is a yes"),
        pytest.param(True, of("yes-no"), 1, id="a spreadsheet's yes"),
        pytest.param(0, of("yes-no"), 0, id="a spreadsheet's no"),
        pytest.param("27/4/2026", of("date"), 20260427, id="a day"),
        pytest.param("ngày 27 tháng 4 năm 2026", of("date"), 20260427, id="a day in words"),
        pytest.param("4/2026", of("date"), 20260400, id="a month"),
        pytest.param("năm 2026", of("date"), 20260000, id="a year"),
        pytest.param(dt.date(2026, 4, 27), of("date"), 20260427, id="a spreadsheet's day"),
        pytest.param(dt.datetime(2026, 4, 27, 8, 30), of("date"), 20260427, id="a spreadsheet's moment"),
        pytest.param("-2,5", of("decimal", "%", scale=1, low=-1000), -25, id="below zero, where that may be"),
    ],
)
def test_numbers_and_the_like(cell: Cell, indicator: Indicator, amount: int) -> None:
    assert read_value(cell, indicator) == ValueRead(amount, "reported")


@pytest.mark.parametrize(
    ("cell", "indicator", "value"),
    [
        pytest.param("khoảng 120", PEOPLE, ValueRead(120, "reported", qualifier="khoảng"), id="about"),
        pytest.param("Trên 1.000 người", PEOPLE, ValueRead(1000, "reported", qualifier="trên"), id="more than"),
        pytest.param("từ 80% trở lên", RATE, ValueRead(8000, "reported", qualifier="trở lên"), id="and more"),
        pytest.param("≥ 80", RATE, ValueRead(8000, "reported", qualifier="≥"), id="a sign"),
        pytest.param("ước đạt 120", PEOPLE, ValueRead(120, "estimated", qualifier="ước"), id="an estimate"),
        pytest.param("15-20", PEOPLE, ValueRead(15, "reported", 20), id="a range"),
        pytest.param("từ 15 đến 20 người", PEOPLE, ValueRead(15, "reported", 20), id="a range in words"),
        pytest.param("7/12", of("rank"), ValueRead(7, "reported", text="7/12"), id="a rank among n"),
        pytest.param("hạng 7 trên 12", of("rank"), ValueRead(7, "reported", text="7/12"), id="a rank in words"),
        pytest.param("Hoàn thành tốt", CLASS, ValueRead(1, "reported", text="tot"), id="a choice by name"),
        pytest.param("KHT", CLASS, ValueRead(3, "reported", text="kht"), id="a choice by code"),
        pytest.param("HTT", CLASS, ValueRead(1, "reported", text="tot"), id="a choice by alias"),
        pytest.param("hoan thanh", CLASS, ValueRead(2, "reported", text="ht"), id="a choice without accents"),
        pytest.param("Đã có kế hoạch", of("text"), ValueRead(None, "reported", text="Đã có kế hoạch"), id="a text"),
        pytest.param("Không", of("text"), ValueRead(None, "reported", text="Không"), id="no is a text"),
        pytest.param("", PEOPLE, ValueRead(None, "missing"), id="a blank is missing"),
        pytest.param(None, RATE, ValueRead(None, "missing"), id="no cell is missing"),
        pytest.param("…", MONEY, ValueRead(None, "missing"), id="dots are missing"),
        pytest.param("-", PEOPLE, ValueRead(None, "none-occurred"), id="a dash: none occurred"),
        pytest.param("Không phát sinh", MONEY, ValueRead(None, "none-occurred"), id="none occurred"),
        pytest.param("không có", of("date"), ValueRead(None, "none-occurred"), id="no date"),
        pytest.param("x", PEOPLE, ValueRead(None, "not-applicable"), id="a cross: not applicable"),
        pytest.param("chờ thẩm định", POINTS, ValueRead(None, "pending"), id="waiting"),
    ],
)
def test_qualifiers_ranges_texts_and_states(cell: Cell, indicator: Indicator, value: ValueRead) -> None:
    assert read_value(cell, indicator) == value


@pytest.mark.parametrize(
    ("cell", "indicator", "says"),
    [
        pytest.param("nhiều", PEOPLE, "is not a number", id="a text"),
        pytest.param("1.2.3", PEOPLE, "is not a number", id="no number"),
        pytest.param("1.6 79", PEOPLE, "'1.6 79' is not a number", id="a number in pieces is in no unit"),
        pytest.param(True, PEOPLE, "'TRUE' is not a number", id="a yes for a number"),
        pytest.param(float("nan"), PEOPLE, "is not a number", id="a spreadsheet's error"),
        pytest.param(dt.date(2026, 1, 2), PEOPLE, "holds the day 02/01/2026", id="1/2 turned into a day"),
        pytest.param("12,5", PEOPLE, "what is counted is whole", id="half a person"),
        pytest.param(12.5, PEOPLE, "what is counted is whole", id="half a person of a spreadsheet"),
        pytest.param("-5", PEOPLE, "below zero", id="a negative count"),
        pytest.param(-5, PEOPLE, "below zero", id="a negative count of a spreadsheet"),
        pytest.param("120 lượt người", PEOPLE, "lượt người", id="attendances are not people"),
        pytest.param("120", of("integer", "lượt người", low=200), "less than 200", id="too few"),
        pytest.param("120 hộ", PEOPLE, "the indicator counts người", id="households are not people"),
        pytest.param("12 USD", MONEY, "USD", id="another money"),
        pytest.param("120", MONEY, "too little", id="money without its step"),
        pytest.param("12/15", PEOPLE, "two numbers", id="a part of a whole"),
        pytest.param("250%", RATE, "more than 200", id="no share is so large"),
        pytest.param("101", of("share", "%", high=100), "more than 100", id="a share that cannot be above 100"),
        pytest.param("85", of("share", scale=2), "more than 2", id="a share of one, in per cent"),
        pytest.param("85,125", RATE, "more decimals than the 2", id="too exact"),
        pytest.param("20-15", PEOPLE, "ends before it begins", id="a range turned round"),
        pytest.param("9" * 17, PEOPLE, "larger than any value", id="too large for its scale"),
        pytest.param("9" * 400, MONEY, "larger than any value", id="very much too large"),
        pytest.param(1e300, MONEY, "larger than any value", id="a spreadsheet's huge number"),
        pytest.param("101", POINTS, "more than 100", id="more points than there are"),
        pytest.param("85/90", POINTS, "two numbers", id="points of another scale"),
        pytest.param("13/12", of("rank"), "not a rank", id="behind the last"),
        pytest.param("0", of("rank"), "not a rank", id="before the first"),
        pytest.param("nhất", of("rank"), "not a rank", id="a rank in a word"),
        pytest.param("có lẽ", of("yes-no"), "neither yes nor no", id="perhaps"),
        pytest.param(2, of("yes-no"), "neither yes nor no", id="two"),
        pytest.param("31/02/2026", of("date"), "not a date", id="no such day"),
        pytest.param(46139, of("date"), "not a date", id="a spreadsheet's number of a day"),
        pytest.param("Hoàn thành tốtt", CLASS, "Did you mean 'Hoàn thành tốt'", id="nearly a choice"),
        pytest.param("xuất sắc", CLASS, "Hoàn thành; Không hoàn thành", id="no choice"),
        pytest.param("x" * 3000, of("text"), "3000 characters", id="a report in a cell"),
    ],
)
def test_what_cannot_be_is_said(cell: Cell, indicator: Indicator, says: str) -> None:
    found = read_value(cell, indicator)
    assert isinstance(found, Mistake), found
    assert says in found.message("en")
    assert found.mend


@pytest.mark.parametrize(
    ("cell", "heading", "amount"),
    [
        ("350", "Kinh phí (triệu đồng)", 350_000_000),
        (1.5, "Kinh phí (ĐVT: tỷ đồng)", 1_500_000_000),
        ("350 triệu đồng", "Kinh phí (triệu đồng)", 350_000_000),
        ("350.000.000", "Kinh phí (đồng)", 350_000_000),
    ],
)
def test_the_step_of_money_may_stand_in_the_heading(cell: Cell, heading: str, amount: int) -> None:
    assert read_value(cell, MONEY, heading=heading) == ValueRead(amount, "reported")


KINDS: dict[IndicatorKind, Indicator] = {
    "integer": PEOPLE,
    "decimal": AREA,
    "money": MONEY,
    "share": RATE,
    "score": POINTS,
}
QUALIFIERS = st.sampled_from(["", "khoảng", "trên", "hơn", "dưới", "không quá", "ít nhất", "trở lên", ">=", "gần"])


@given(st.data(), st.sampled_from(sorted(KINDS)), QUALIFIERS)
def test_a_number_shown_reads_as_itself(data: st.DataObject, kind: IndicatorKind, qualifier: str) -> None:
    most = {"share": 20000, "score": 1000}.get(kind, LARGEST)
    amounts = st.integers(10_000 if kind == "money" else 0, most)
    low = data.draw(amounts)
    high = data.draw(st.none() | amounts.filter(lambda end: end > low)) if low < most else None
    value = ValueRead(low, "reported", high, qualifier)
    assert read_value(show_value(value, KINDS[kind]), KINDS[kind]) == value


@given(st.integers(1, 500), st.integers(0, 500))
def test_a_rank_shown_reads_as_itself(rank: int, behind: int) -> None:
    for value in (ValueRead(rank, "reported"), ValueRead(rank, "reported", text=f"{rank}/{rank + behind}")):
        assert read_value(show_value(value, of("rank")), of("rank")) == value


@given(st.dates(dt.date(1945, 9, 2), dt.date(2049, 12, 31)))
def test_a_date_shown_reads_as_itself(day: dt.date) -> None:
    whole = int(f"{day:%Y%m%d}")
    for amount in (whole, whole // 100 * 100, whole // 10000 * 10000):
        value = ValueRead(amount, "reported")
        assert read_value(show_value(value, of("date")), of("date")) == value


@pytest.mark.parametrize("kind", get_args(IndicatorKind))
def test_every_kind_shows_its_states_and_reads_them_again(kind: IndicatorKind) -> None:
    for status in ("none-occurred", "not-applicable", "pending", "missing"):
        if (kind, status) not in (("yes-no", "not-applicable"), ("text", "not-applicable"), ("text", "pending")):
            value = ValueRead(None, status)  # type: ignore[arg-type] - one of the states
            assert read_value(show_value(value, of(kind)), of(kind)) == value


def test_choices_and_answers_shown() -> None:
    assert [show_value(ValueRead(at + 1, "reported", text=one.code), CLASS) for at, one in enumerate(BANDS)] == [
        one.name for one in BANDS
    ]
    assert [show_value(ValueRead(amount, "reported"), of("yes-no")) for amount in (1, 0)] == ["Có", "Không"]
    assert choice_of("khong hoan thanh", CLASS) == BANDS[2]


CELLS = st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.none(), st.dates())


@given(CELLS, st.sampled_from(get_args(IndicatorKind)))
def test_no_cell_breaks_the_reading(cell: Cell, kind: IndicatorKind) -> None:
    found = read_value(cell, of(kind, choices=BANDS))
    if isinstance(found, ValueRead):
        assert found.amount is None or abs(found.amount) <= LARGEST
    else:
        assert found.message("en")


def test_every_kind_has_its_aggregations() -> None:
    assert set(ALLOWED) == set(get_args(IndicatorKind))
    for kind, allowed in ALLOWED.items():
        assert {*allowed.over_units, *allowed.over_time} <= set(get_args(Aggregation))
        assert "none" in allowed.over_units
        assert value_type(of(kind)) in ("number", "truth", "date", "text")
    never_added = [kind for kind, allowed in ALLOWED.items() if "sum" not in allowed.over_units]
    assert never_added == ["share", "score", "rank", "yes-no", "date", "text", "choice"]


def test_facts_written_before_texts_were_kept_are_read_as_before(tmp_path: Path) -> None:
    one = Observation(
        "QT-01", "", "lung-ang", "area", "2025-12-15/2026-03-14", "UBND xã Lũng Ẳng", "ct-99", 1, 1, 12, None, 0,
        "người", "", "reported", "form", 1.0, "a.docx", "0" * 64, 0, 2, "12", text="",
    )  # fmt: skip
    (file,) = write_observations(tmp_path, [one])
    with duckdb_engine() as engine:
        old = tmp_path / "observations" / "old.parquet"
        kept = ", ".join(column.name for column in OBSERVATIONS.columns if not column.added)
        engine.execute(
            f"copy (select {kept} from read_parquet('{file.as_posix()}')) to '{old.as_posix()}' (format parquet)"
        )
    assert [values for _, values in read_fact_files([old, file])] == [(one,), (one,)]
    rank = replace(one, source_sha256="1" * 64, text="7/12")
    (written,) = write_observations(tmp_path, [rank])
    assert [values for _, values in read_fact_files([written])] == [(rank,)]


def test_amounts_of_decimals_are_exact() -> None:
    assert read_value(Decimal("0.1"), AREA) == ValueRead(1, "reported")


def test_the_docs_say_how_each_kind_adds_up() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "formulas.md").read_text(encoding="utf-8")
    table = docs.split("## How each kind adds up")[1]
    said = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0] not in ("kind", "---"):
            said.update({kind.strip(): (cells[1], cells[2] or cells[1]) for kind in cells[0].split(",")})
    for kind, allowed in ALLOWED.items():
        assert said[kind] == (", ".join(allowed.over_units), ", ".join(allowed.over_time))


def test_formulas_in_the_docs_are_formulas() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "formulas.md").read_text(encoding="utf-8")
    block = yaml.safe_load(docs.split("```yaml")[1].split("```")[0])
    sides = [rule[side] for rule in block["rules"] for side in ("left", "right")]
    for text in [*(one["formula"] for one in block["indicators"]), *sides]:
        assert write(parse(text).root) == text


def test_an_amount_in_a_report_is_said_in_words_where_it_is_no_number() -> None:
    assert words_of(20260427, of("date")) == "27/4/2026"
    assert words_of(2, CLASS) == "Hoàn thành"
    assert [words_of(amount, of("yes-no")) for amount in (1, 0)] == ["có", "không"]
    assert words_of(12, of("yes-no", over_units="count-yes")) is None  # twelve units said yes
    assert words_of(12, PEOPLE) is None
