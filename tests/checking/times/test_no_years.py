"""Years that no document means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Kế hoạch đến năm 2050, tầm nhìn 2100.", [], id="far plans"),
        pytest.param("Kịch bản biến đổi khí hậu đến năm 2100.", [], id="up to which the climate is foretold"),
        pytest.param("Trong năm 2222 hồ sơ được giải quyết.", [], id="dossiers that are counted"),
        pytest.param("Trong năm 2150 hộ được vay vốn.", [], id="what is counted"),
        pytest.param("Năm 2025 đạt 3 tỷ đồng.", [], id="a year"),
        pytest.param("Xã họp năm 2205.", [("no-year", "năm 2205")], id="two digits turned"),
        pytest.param("Xã họp ngày 15/4/2205.", [("no-year", "15/4/2205")], id="in a day"),
        pytest.param("Trong năm 20250 hộ được vay vốn.", [], id="five digits that are counted"),
        pytest.param("Xã họp ngày 5/5/20210.", [("no-year", "5/5/20210")], id="a digit too many"),
        pytest.param("Chi của tháng 4/20123 đã đủ.", [("no-year", "tháng 4/20123")], id="behind a month"),
        pytest.param("Ngày 5 tháng 5 năm 20210 xã họp.", [("no-year", "Ngày 5 tháng 5 năm 20210")], id="in words"),
        pytest.param("Xã họp năm 20255, có 40 người.", [("no-year", "năm 20255")], id="a key hit twice"),
    ],
)
def test_years_that_are_none(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "date-chronology") if one[0] == "no-year"] == found


def test_marks_of_notes_are_no_digits_of_years(findings_of: FindingsOf) -> None:
    assert findings_of("Xã họp năm 20255, đạt kết quả tốt3.", "date-chronology") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Chương trình giai đoạn 2021 - 2025.", [], id="a programme"),
        pytest.param("Quy hoạch giai đoạn 2021 - 2050.", [], id="a far plan"),
        pytest.param("Chương trình giai đoạn 2021 - 2052.", ["giai đoạn 2021 - 2052"], id="turned"),
    ],
)
def test_turned_years_of_a_period(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "period-mismatch") if case == "turned"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trực từ ngày 17/11-24/11/2025.", [], id="in order"),
        pytest.param("Trực từ ngày 28/12-05/01/2026.", [], id="over the new year"),
        pytest.param("Trực từ ngày 24/11-17/11/2025.", ["từ ngày 24/11-17/11/2025"], id="backwards, with a hyphen"),
    ],
)
def test_days_of_one_year_with_a_hyphen(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "period-mismatch") if case == "backwards"] == found
