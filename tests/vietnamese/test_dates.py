"""Dates and periods as documents print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese.dates import find_dates, find_periods, find_relative, find_times, parse_date, printed_day


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("27/7", id="a day without a year"),
        pytest.param("ngày 31/02/2023", id="a day that no calendar has"),
        pytest.param("02/2015/QĐ-UBND", id="a document number"),
        pytest.param("12/15", id="a share"),
        pytest.param("giai đoạn 2016 - 2021", id="a span is no date"),
        pytest.param("ngày 10/3/2024 (âm lịch)", id="lunar dates are never converted"),
        pytest.param("1234", id="a number"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 07-9-2021", "2021-09-07"),
        ("ngày 05 tháng 01 năm 2020", "2020-01-05"),
        ("Ngày 17 tháng 12 năm 2019", "2019-12-17"),
        ("05/01/2020", "2020-01-05"),
        ("5-1-2020", "2020-01-05"),
        ("05.01.2020", "2020-01-05"),
        ("(12/12/2013)", "2013-12-12"),
        (", ngày 01/ 4/2022", "2022-04-01"),
        ("31/12/22", "2022-12-31"),
        ("16/7/20 21", "2021-07-16"),
        ("ngày 16 tháng 7 năm 20 21", "2021-07-16"),
        ("ngày       tháng 02 năm 2024", "2024-02"),
        ("ngày … tháng … năm 2024", "2024"),
        ("tháng 12/2023", "2023-12"),
        ("tháng 5 năm 2016", "2016-05"),
        ("07/2025", "2025-07"),
        ("năm 2022", "2022"),
        ("2022", "2022"),
    ],
)
def test_a_date_is_cut_where_it_is_unknown(text: str, expected: str) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "since", "until", "as_of"),
    [
        ("giai đoạn 2016 - 2021", "2016", "2021", None),
        ("nhiệm kỳ 2019-2024", "2019", "2024", None),
        ("quý I/2023", "2023-01", "2023-03", None),
        ("Quý 4 năm 2023", "2023-10", "2023-12", None),
        ("6 tháng đầu năm 2023", "2023-01", "2023-06", None),
        ("6 tháng cuối năm 2023", "2023-07", "2023-12", None),
        ("9 tháng đầu năm", None, None, None),
        ("từ ngày 01/01 đến ngày 30/6/2023", "2023-01-01", "2023-06-30", None),
        ("từ tháng 12/2013 - 12/2023", "2013-12", "2023-12", None),
        ("từ tháng 01 đến tháng 6 năm 2023", "2023-01", "2023-06", None),
        ("từ 2010 đến 2015", "2010", "2015", None),
        ("Từ năm 2021 đến nay", "2021", None, None),
        ("tính đến hết 31/12/2022", None, None, "2022-12-31"),
        ("Số liệu tính đến tháng 12/2023", None, None, "2023-12"),
        ("năm 2021, 2022 và 2023", "2021", "2023", None),
        ("Năm 2023", "2023", "2023", None),
        ("Cuối năm 2018", None, None, "2018"),
    ],
)
def test_periods(text: str, since: str | None, until: str | None, as_of: str | None) -> None:
    (found,) = find_periods(text)
    assert (found.since, found.until, found.as_of) == (since, until, as_of)
    assert text[found.start : found.end] == text


def test_relative_words_give_no_dates() -> None:
    text = "Hằng năm, trong nhiệm kỳ qua và đến nay xã đều tổ chức."
    found = [text[mention.start : mention.end] for mention in find_relative(text)]
    assert found == ["Hằng năm", "trong nhiệm kỳ qua", "đến nay"]


def test_what_is_counted_behind_a_short_year_is_no_part_of_it() -> None:
    assert [one.date for one in find_dates("Đến 16/7/20 21 hộ đã thoát nghèo")] == ["2020-07-16"]


def test_times_of_day_and_days_without_year_are_times() -> None:
    text = "Lúc 8 giờ 30 ngày 27/7, quý II"
    assert [text[start:end] for start, end in find_times(text)[0]] == ["8 giờ 30", "ngày 27/7", "quý II"]
    assert list(find_dates(text)) == []


def test_how_often_is_no_date() -> None:
    assert find_times("họp hằng tháng 2 lần, mỗi quý 1 cuộc") == ([], [])


def test_the_year_in_which_a_law_was_amended_is_no_period() -> None:
    assert not list(find_periods("Luật Giá (sửa đổi, bổ sung năm 2025) được triển khai"))
    assert [one.since for one in find_periods("12 quy ước được sửa đổi, bổ sung năm 2023")] == ["2023"]


def test_a_number_before_a_symbol_is_not_a_month() -> None:
    text = "Quyết định số 12/2015/QĐ-UBND ngày 5/3/2015"
    assert [found.date for found in find_dates(text)] == ["2015-03-05"]


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2099, 12, 31)), st.integers(0, 5))
def test_every_way_to_write_a_day_reads_the_same(day: date, way: int) -> None:
    forms = ["ngày {d:02d}/{m:02d}/{y}", "{d}-{m}-{y}", "{d:02d}.{m:02d}.{y}", "ngày {d} tháng {m} năm {y}"]
    forms += ["ngày {d}/{m}/{y}", "ngày {d:02d}-{m}-{y}"]
    text = forms[way].format(d=day.day, m=day.month, y=day.year)
    assert parse_date(text) == day.isoformat()
    (found,) = find_dates(f"Căn cứ văn bản {text}, xã đã")
    assert found.date == day.isoformat()


@given(st.text(alphabet="0123456789/-. ngàytháănmquýIV", max_size=60))
def test_no_text_makes_the_grammar_stumble(text: str) -> None:
    for found in find_periods(text):
        assert 0 <= found.start < found.end <= len(text)
    parse_date(text)


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        pytest.param("", "", id="none"),
        pytest.param("2026-12-31", "31/12/2026", id="nothing to fill up"),
        pytest.param("2025-07-01", "01/7/2025", id="a zero before days below 10, none before months from 3 on"),
        pytest.param("2026-02-05", "05/02/2026", id="a zero before months 1 and 2"),
        pytest.param("2026-09", "9/2026", id="without its day"),
        pytest.param("2026-02", "02/2026", id="without its day, in February"),
        pytest.param("2026", "2026", id="a year"),
    ],
)
def test_a_date_is_printed_as_official_documents_print_it(iso: str, printed: str) -> None:
    assert printed_day(iso) == printed
    assert printed_day(iso, party=True) == printed.replace("/", "-")


@given(st.dates(date(1945, 1, 1), date(2099, 12, 31)))
def test_what_is_printed_reads_back(day: date) -> None:
    assert parse_date(printed_day(day.isoformat())) == day.isoformat()
