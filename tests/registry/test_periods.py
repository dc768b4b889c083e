"""Periods: their days under both regimes, their names, what comes before, and what may be added."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.errors import ProgrammeError
from tongket.model.mistakes import Mistake
from tongket.model.periods import Cycle, Period
from tongket.registry.periods import (
    Regime,
    cycle_on,
    days_of,
    half_year,
    label_of,
    month,
    months,
    months_of,
    nine_months,
    not_addable,
    overlapping,
    parts,
    period,
    period_before,
    quarter,
    read_terms,
    recognised,
    same_regime,
    shifted,
    terms,
    year_of,
)

REGIMES: tuple[Regime, ...] = ("nd-09", "calendar")
CYCLES: tuple[Cycle, ...] = ("month", "quarter", "half", "nine-months", "year")


def read(text: str, regime: Regime = "nd-09", **options: int) -> Period:
    found = period(text, regime, **options)  # type: ignore[arg-type] - the year
    assert isinstance(found, Period), found.message("en")
    return found


@pytest.mark.parametrize(
    ("text", "by_decree", "by_calendar"),
    [
        # Decree 09/2019/NĐ-CP, article 12.
        pytest.param("tháng 3/2026", "2026-02-15/2026-03-14", "2026-03-01/2026-03-31", id="month"),
        pytest.param("tháng 1 năm 2026", "2025-12-15/2026-01-14", "2026-01-01/2026-01-31", id="first month"),
        pytest.param("quý I/2026", "2025-12-15/2026-03-14", "2026-01-01/2026-03-31", id="quarter 1"),
        pytest.param("quý II/2026", "2026-03-15/2026-06-14", "2026-04-01/2026-06-30", id="quarter 2"),
        pytest.param("quý III/2026", "2026-06-15/2026-09-14", "2026-07-01/2026-09-30", id="quarter 3"),
        pytest.param("quý IV/2026", "2026-09-15/2026-12-14", "2026-10-01/2026-12-31", id="quarter 4"),
        pytest.param("6 tháng đầu năm 2026", "2025-12-15/2026-06-14", "2026-01-01/2026-06-30", id="first half"),
        pytest.param("6 tháng cuối năm 2026", "2026-06-15/2026-12-14", "2026-07-01/2026-12-31", id="second half"),
        pytest.param("9 tháng năm 2026", "2025-12-15/2026-09-14", "2026-01-01/2026-09-30", id="nine months"),
        pytest.param("năm 2025", "2024-12-15/2025-12-14", "2025-01-01/2025-12-31", id="year"),
        pytest.param("tháng 2/2024", "2024-01-15/2024-02-14", "2024-02-01/2024-02-29", id="leap year"),
    ],
)
def test_the_days_of_a_cycle(text: str, by_decree: str, by_calendar: str) -> None:
    assert (read(text).key, read(text, "calendar").key) == (by_decree, by_calendar)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("quý 1 năm 2026", "quý I/2026"),
        ("Quý I-2026", "quý I/2026"),
        ("quí 1/2026", "quý I/2026"),
        ("Q1/2026", "quý I/2026"),
        ("2026-Q1", "quý I/2026"),
        ("3 tháng đầu năm 2026", "quý I/2026"),
        ("Kỳ báo cáo quý I năm 2026", "quý I/2026"),
        ("sáu tháng đầu năm 2026", "6 tháng đầu năm 2026"),
        ("6 tháng năm 2026", "6 tháng đầu năm 2026"),
        ("6 tháng đầu năm 2026", "6 tháng đầu năm 2026"),
        ("nửa đầu năm 2026", "6 tháng đầu năm 2026"),
        ("9 tháng đầu năm 2026", "9 tháng năm 2026"),
        ("9 tháng/2026", "9 tháng năm 2026"),
        ("03/2026", "tháng 3/2026"),
        ("2026-03", "tháng 3/2026"),
        ("Tháng 03 năm 2026", "tháng 3/2026"),
        ("T3/2026", "tháng 3/2026"),
        ("2025", "năm 2025"),
        ("cả năm 2025", "năm 2025"),
        ("12 tháng năm 2025", "năm 2025"),
        ("báo cáo năm 2025", "năm 2025"),
        ("2024-12-15/2025-12-14", "năm 2025"),
        ("từ ngày 15/12/2025 đến ngày 14/6/2026", "6 tháng đầu năm 2026"),
    ],
)
def test_other_ways_to_write_the_same(text: str, same: str) -> None:
    assert read(text) == read(same)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2021-2025", "2021-01-01/2025-12-31"),
        ("giai đoạn 2021 – 2025", "2021-01-01/2025-12-31"),
        ("Giai đoạn từ năm 2021 đến năm 2025", "2021-01-01/2025-12-31"),
        ("từ 2021 đến hết năm 2025", "2021-01-01/2025-12-31"),
        ("10 năm (2014-2024)", "2014-01-01/2024-12-31"),
        ("5 năm 2021-2025", "2021-01-01/2025-12-31"),
        ("mười năm (2014-2024)", "2014-01-01/2024-12-31"),
        ("nhiệm kỳ 2020-2025", "2020-01-01/2025-12-31"),
        ("từ 01/01/2021 đến 30/6/2026", "2021-01-01/2026-06-30"),
        ("Từ ngày 01 tháng 01 năm 2021 đến hết ngày 30 tháng 6 năm 2026", "2021-01-01/2026-06-30"),
        ("từ tháng 7/2021 đến tháng 6/2026", "2021-07-01/2026-06-30"),
        ("2021-07-01/2026-06-30", "2021-07-01/2026-06-30"),
        ("2021/2025", "2021-01-01/2025-12-31"),
        ("2024-01/2024-02", "2024-01-01/2024-02-29"),
    ],
)
def test_spans_hold_the_days_that_are_written(text: str, days: str) -> None:
    assert read(text).key == read(text, "calendar").key == days


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "No period"),
        ("6 tháng cuối năm", "of which year"),
        ("quý II", "of which year"),
        ("quý V/2026", "is not a period"),
        ("tháng 13/2026", "is not a period"),
        ("15 tháng năm 2026", "15 months"),
        ("2025-2021", "ends before it begins"),
        ("từ 30/6/2026 đến 01/01/2021", "is not a period"),
        ("2026-06-30/2021-01-01", "ends before it begins"),
        ("2026-02-30/2026-03-31", "no calendar"),
        ("7 năm (2021-2025)", "7 years"),
        ("đến 30/6/2026", "only when it begins or when it ends"),
        ("kỳ này", "is not a period"),
        ("x" * 10_000, "No period"),
        ("khóa XIII", "may mean"),
        ("Quốc hội khóa L", "No term"),
    ],
)
def test_what_is_no_period_says_why_and_how_to_mend_it(text: str, says: str) -> None:
    found = period(text)
    assert isinstance(found, Mistake)
    assert says in found.message("en")
    assert found.mend


def test_the_year_may_be_known_from_elsewhere() -> None:
    assert read("6 tháng cuối năm", year=2026) == read("6 tháng cuối năm 2026")
    assert read("tháng 3", year=2026) == read("tháng 3/2026")
    assert read("tháng 3/2025", year=2026) == read("tháng 3/2025")


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    period(text)


@given(st.sampled_from(REGIMES), st.sampled_from(CYCLES), st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)))
def test_cycles_follow_each_other_without_gap(regime: Regime, cycle: Cycle, day: dt.date) -> None:
    here = cycle_on(day.isoformat(), cycle, regime)
    if cycle == "nine-months":
        assert shifted(here, -1).key == nine_months(int(here.end[:4]) - 1, regime).key
        return
    assert here.start <= day.isoformat() <= here.end
    before, after = shifted(here, -1), shifted(here, 1)
    assert dt.date.fromisoformat(before.end) + dt.timedelta(1) == dt.date.fromisoformat(here.start)
    assert dt.date.fromisoformat(here.end) + dt.timedelta(1) == dt.date.fromisoformat(after.start)
    assert shifted(after, -1) == here == shifted(before, 1)
    assert recognised(here.start, here.end) == here
    assert period_before(after.key) == here.key


@given(st.sampled_from(REGIMES), st.integers(1950, 2090), st.integers(1, 12), st.integers(0, 11), st.integers(-40, 40))
def test_months_in_a_row_move_and_come_back(regime: Regime, year: int, first: int, more: int, steps: int) -> None:
    here = months_of(year, first, first + more, regime)
    if more != 8:  # nine months from January on move by years
        assert shifted(shifted(here, steps), -steps).key == here.key
    assert recognised(here.start, here.end).key == here.key


@given(st.dates(dt.date(1960, 1, 1), dt.date(2080, 1, 1)), st.integers(0, 4000))
def test_a_free_span_meets_the_one_before_it(start: dt.date, days: int) -> None:
    here = recognised(start.isoformat(), (start + dt.timedelta(days)).isoformat())
    if here.cycle != "nine-months":
        assert dt.date.fromisoformat(shifted(here, -1).end) + dt.timedelta(1) == start


def test_a_year_is_made_of_its_quarters_and_months() -> None:
    for regime in REGIMES:
        year = year_of(2026, regime)
        assert parts(year) == tuple(quarter(2026, number, regime) for number in (1, 2, 3, 4))
        assert months(year) == tuple(month(2026, number, regime) for number in range(1, 13))
        assert parts(half_year(2026, 2, regime)) == (quarter(2026, 3, regime), quarter(2026, 4, regime))
        assert len(parts(nine_months(2026, regime))) == 3
        assert [day for part in parts(year) for day in days_of(part)] == list(days_of(year))
        assert parts(month(2026, 1, regime)) == ()
    assert [one.key for one in parts(read("2021-2023"))] == [
        year_of(year, "calendar").key for year in (2021, 2022, 2023)
    ]
    assert parts(read("từ 05/01/2021 đến 30/6/2026")) == ()


def test_what_shares_no_day_may_be_added() -> None:
    quarters = parts(year_of(2026, "nd-09"))
    assert not_addable(quarters) is None
    assert overlapping(quarters) == ()
    assert not_addable([]) is None


def test_what_shares_days_may_not_be_added() -> None:
    first, half = quarter(2026, 1, "nd-09"), half_year(2026, 1, "nd-09")
    assert overlapping([half, first]) == ((first, half),)
    refused = not_addable([half, first])
    assert refused is not None
    assert refused.message("en").startswith(
        f"'{first.label}' and '{half.label}' share days, from 15/12/2025 to 14/3/2026"
    )


def test_a_calendar_year_and_one_of_the_decree_may_not_be_added() -> None:
    decree, calendar = year_of(2025, "nd-09"), year_of(2026, "calendar")
    assert overlapping([decree, calendar]) == ()
    assert not same_regime([decree, calendar])
    for pair in ([decree, calendar], [calendar, decree], [decree, year_of(2025, "calendar")]):
        refused = not_addable(pair)
        assert refused is not None
        assert "closes by Decree 09" in refused.message("en")
    assert same_regime([decree, read("2015-2019")])


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=8))
def test_overlaps_are_those_of_the_days(spans: list[tuple[int, int]]) -> None:
    first = dt.date(2024, 1, 1)
    made = [
        Period((first + dt.timedelta(start)).isoformat(), (first + dt.timedelta(start + length)).isoformat())
        for start, length in spans
    ]
    days = [set(days_of(one)) for one in made]
    pairs = sum(bool(days[i] & days[j]) for i in range(len(days)) for j in range(i))
    assert len(overlapping(made)) == pairs
    assert (not_addable(made) is None) == (pairs == 0 and same_regime(made))


def test_a_days_stock_overlaps_nothing() -> None:
    assert overlapping([read("/2026-06-30"), read("/2026-06-30"), read("năm 2026")]) == ()
    assert period_before("/2026-06-30") == ""


def test_names_come_back() -> None:
    said = [
        "month 3/2026", "quarter II/2026", "first 6 months of 2026", "last 6 months of 2026", "9 months of 2026",
        "year 2026", "period 2021-2025", "term 2020-2025", "from 01/3/2021 to 30/6/2026",
    ]  # fmt: skip
    periods = [
        month(2026, 3, "nd-09"), quarter(2026, 2, "calendar"), half_year(2026, 1, "nd-09"), half_year(2026, 2, "nd-09"),
        nine_months(2026, "nd-09"), year_of(2026, "nd-09"), read("2021-2025"), read("nhiệm kỳ 2020-2025"),
        read("từ 01/3/2021 đến 30/6/2026"),
    ]  # fmt: skip
    assert [label_of(one, "en") for one in periods] == said


# Terms of office.


def test_terms_are_known_by_body_and_number_or_years() -> None:
    assert read("Quốc hội khóa XIV").key == "2016-07-20/2021-07-19"
    assert read("Nhiệm kỳ Đại hội XII của Đảng").key == "2016-01-28/2021-01-31"
    assert read("HĐND tỉnh nhiệm kỳ 2021-2026").cycle == "term"
    assert read("Mặt trận Tổ quốc Việt Nam khóa IX").key == "2019-09-20/2024-10-17"


def test_the_table_of_terms_is_in_order() -> None:
    assert len({(term.body, term.first) for term in terms()}) == len(terms()) == 15
    for term in terms():
        assert term.period.start < term.period.end


def test_terms_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "nhiem-ky.tsv"
    file.write_text(
        "body\tnumber\tfirst\tlast\tnames\ntinhuy\tXVII\t2025-10-01\t2030\tTỉnh ủy Mẫu Sơn|Đảng bộ tỉnh Mẫu Sơn\n",
        encoding="utf-8",
    )
    found = period("Đảng bộ tỉnh Mẫu Sơn khóa XVII", terms_known=(*terms(), *read_terms(file)))
    assert isinstance(found, Period)
    assert found.key == "2025-10-01/2030-12-31"


@pytest.mark.parametrize("line", ["x", "a\tI\t2025\t2020\tTên", "a\t1\t2020\t2025\tTên", "a\tI\t2020\t2025\t"])
def test_a_wrong_line_of_terms_is_located(tmp_path: Path, line: str) -> None:
    file = tmp_path / "nhiem-ky.tsv"
    file.write_text(f"body\tnumber\tfirst\tlast\tnames\tbasis\n{line}\n", encoding="utf-8")
    with pytest.raises(ProgrammeError, match=r"nhiem-ky\.tsv:2"):
        read_terms(file)
