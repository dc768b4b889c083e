"""Working days: weekends, holidays, swapped Saturdays, and what an office adds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.errors import ProgrammeError, ProgrammeErrors
from tongket.registry.working_days import (
    DATA,
    SpecialDay,
    add_working_days,
    day_of,
    days_late,
    is_working_day,
    next_working_day,
    read_days,
    working_calendar,
    working_days_between,
)

days = st.dates(dt.date(2014, 6, 1), dt.date(2028, 6, 1)).map(dt.date.isoformat)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param("2015-02-15", "2015-02-23", id="Tết 2015, with a swapped Monday"),
        pytest.param("2017-01-26", "2017-02-01", id="Tết 2017"),
        pytest.param("2018-02-14", "2018-02-20", id="Tết 2018"),
        pytest.param("2020-01-23", "2020-01-29", id="Tết 2020"),
        pytest.param("2021-02-10", "2021-02-16", id="Tết 2021"),
        pytest.param("2023-01-20", "2023-01-26", id="Tết 2023"),
        pytest.param("2023-04-29", "2023-05-03", id="Giỗ Tổ with 30/4 and 1/5 in 2023"),
        pytest.param("2024-02-08", "2024-02-14", id="Tết 2024"),
        pytest.param("2024-04-27", "2024-05-01", id="30/4 of 2024, with a swapped Monday"),
        pytest.param("2025-01-25", "2025-02-02", id="Tết 2025"),
        pytest.param("2025-04-30", "2025-05-04", id="30/4 of 2025, with a swapped Friday"),
        pytest.param("2025-08-30", "2025-09-02", id="Quốc khánh 2025"),
        pytest.param("2026-02-14", "2026-02-22", id="Tết 2026"),
        pytest.param("2026-08-29", "2026-09-02", id="Quốc khánh 2026, with a swapped Monday"),
    ],
)
def test_offices_are_closed_from_day_to_day_and_open_around(first: str, last: str) -> None:
    day = dt.date.fromisoformat(first)
    while day.isoformat() <= last:
        assert not is_working_day(day.isoformat()), day
        day += dt.timedelta(1)
    assert is_working_day(next_working_day(day.isoformat()))
    assert next_working_day(first) > last


@pytest.mark.parametrize(
    "saturday", ["2015-02-14", "2019-01-05", "2019-05-04", "2024-05-04", "2025-04-26", "2026-08-22"]
)
def test_swapped_saturdays_are_worked(saturday: str) -> None:
    assert dt.date.fromisoformat(saturday).weekday() == 5
    assert is_working_day(saturday)


def test_the_second_day_of_quoc_khanh_is_off_since_2021() -> None:
    assert is_working_day("2020-09-01")
    assert is_working_day("2020-09-03")
    assert not is_working_day("2021-09-03")


def test_the_table_is_whole() -> None:
    found = [one for one in read_days(DATA) if isinstance(one, SpecialDay)]
    assert [one.day for one in found] == sorted(one.day for one in found)
    assert {one.basis for one in found} == {"law", "act", "reported", "computed"}
    off = [one for one in found if one.kind == "off"]
    for year in range(2015, 2028):
        names = {one.name for one in off if one.day.startswith(str(year))}
        assert {"Tết Dương lịch", "Tết Nguyên đán", "Giỗ Tổ Hùng Vương", "Ngày Chiến thắng", "Quốc khánh"} <= names
    # Every swap is of two days: one off, one worked.
    assert len([one for one in off if one.name.startswith("hoán đổi")]) == len(found) - len(off)


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [
        pytest.param("2026-08-14", 2, "2026-08-18", id="over a weekend"),
        pytest.param("2026-02-13", 1, "2026-02-23", id="over Tết"),
        pytest.param("2025-04-25", 1, "2025-04-26", id="to a worked Saturday"),
        pytest.param("2026-06-14", 0, "2026-06-15", id="none, from a Sunday"),
        pytest.param("2026-06-15", 0, "2026-06-15", id="none, from a working day"),
        pytest.param("2026-02-23", -1, "2026-02-13", id="back over Tết"),
    ],
)
def test_adding_working_days(day: str, count: int, due: str) -> None:
    assert add_working_days(day, count) == due


def test_far_away_is_refused() -> None:
    with pytest.raises(ValueError, match="working days"):
        add_working_days("2026-01-01", 10**9)


@given(days, st.integers(1, 300))
def test_adding_and_counting_agree(day: str, count: int) -> None:
    due = add_working_days(day, count)
    assert is_working_day(due)
    assert working_days_between(day, due) == count
    assert working_days_between(due, day) == -count


@given(days, days, days)
def test_counts_add_up(first: str, middle: str, last: str) -> None:
    assert working_days_between(first, last) == working_days_between(first, middle) + working_days_between(middle, last)


@given(days, st.integers(0, 60))
def test_counts_are_those_of_the_days_one_by_one(day: str, length: int) -> None:
    start = dt.date.fromisoformat(day)
    after = [(start + dt.timedelta(step)).isoformat() for step in range(1, length + 1)]
    assert working_days_between(day, (start + dt.timedelta(length)).isoformat()) == sum(map(is_working_day, after))


def test_a_due_date_includes_its_whole_day_in_vietnam() -> None:
    due = "2026-10-15"
    last = dt.datetime(2026, 10, 15, 16, 59, 59, tzinfo=dt.UTC)  # 23:59:59 in Vietnam
    assert days_late(due, last) == 0
    assert days_late(due, last + dt.timedelta(seconds=1)) == 1
    assert day_of(dt.datetime(2026, 10, 15, 17, 0)) == "2026-10-16"
    assert days_late("2026-10-16", dt.datetime(2026, 10, 18, 3, tzinfo=dt.UTC)) == 0  # a weekend holds no working day
    assert days_late("2026-10-16", dt.datetime(2026, 10, 19, 3, tzinfo=dt.UTC)) == 1


def test_an_office_adds_and_removes_days(tmp_path: Path) -> None:
    file = tmp_path / "ngay-nghi.tsv"
    file.write_text(
        "date\tkind\tname\tbasis\n27/10/2026\toff\tNgày truyền thống\n2026-10-31\twork\tlàm bù\n2026-11-24\tusual\n",
        encoding="utf-8-sig",
    )
    calendar = working_calendar(file)
    assert [is_working_day(day, calendar) for day in ("2026-10-27", "2026-10-31", "2026-11-24")] == [False, True, True]
    assert add_working_days("2026-10-26", 1, calendar) == "2026-10-28"
    assert not is_working_day("2026-11-24")
    assert calendar.covers("2026-01-01")
    assert not calendar.covers("2031-01-01")


def test_wrong_lines_are_located(tmp_path: Path) -> None:
    file = tmp_path / "ngay-nghi.tsv"
    file.write_text(
        "date\tkind\tname\n31/2/2026\toff\tx\n\n2026-05-01\tfree\n2026-05-02\toff\n2/5/2026\twork\n", encoding="utf-8"
    )
    with pytest.raises(ProgrammeErrors) as caught:
        read_days(file)
    assert [error.where for error in caught.value.errors] == ["ngay-nghi.tsv:2", "ngay-nghi.tsv:4", "ngay-nghi.tsv:6"]
    file.write_text("hôm nay\n", encoding="utf-8")
    with pytest.raises(ProgrammeError) as alone:
        read_days(file)
    assert "is not a line of days" in alone.value.message("en")
