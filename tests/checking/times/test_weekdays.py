"""The day of the week beside a date is that of the calendar."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.times.weekdays import check_weekdays

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "date-chronology"
NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Hội nghị họp vào thứ Sáu, ngày 10/10/2023.", ["thứ Sáu, ngày 10/10/2023"], id="in front, with a comma"
        ),
        pytest.param("Sáng thứ hai ngày 20/5/2025, xã ra quân.", ["thứ hai ngày 20/5/2025"], id="small letters"),
        pytest.param("Ra quân ngày 20/10/2024 (thứ Bảy).", ["20/10/2024 (thứ Bảy"], id="behind, in brackets"),
        pytest.param("Chủ nhật, ngày 01/7/2025 xã nghỉ.", ["Chủ nhật, ngày 01/7/2025"], id="a Sunday that was none"),
        pytest.param(
            "Họp vào thứ 6, ngày 05 tháng 3 năm 2026.", ["thứ 6, ngày 05 tháng 3 năm 2026"], id="numbers and words"
        ),
        pytest.param("Chiều thứ Hai (10/10/2023), xã ra quân.", ["thứ Hai (10/10/2023"], id="the day in brackets"),
        pytest.param("Thứ\tNgày\tNội dung\nHai\t10/10/2023\tHọp\nTư\t11/10/2023\tTiếp công dân", ["Hai"], id="a row"),
        pytest.param("Vào các ngày thứ Bảy, Chủ nhật (07/10/2023 và 08/10/2023).", [], id="two days"),
        pytest.param("Họp vào thứ Ba, ngày 10/10/2023.", [], id="right"),
        pytest.param("Kỳ họp thứ Tư, ngày 10/10/2023 quyết nghị.", [], id="a session counted"),
        pytest.param("Sửa đổi lần thứ hai ngày 10/10/2023.", [], id="a time counted"),
        pytest.param("Hội nghị Ban Chấp hành lần thứ Năm, ngày 10/10/2023.", [], id="counted, with a capital"),
        pytest.param("Giỗ Tổ vào thứ Hai, ngày 10/3/2026 âm lịch.", [], id="the lunar calendar"),
        pytest.param("Tiếp công dân vào thứ Năm, ngày 10/10.", [], id="no year"),
        pytest.param("Họp vào thứ Ba, ngày 31/9/2023.", [], id="no such day, which is said already"),
    ],
)
def test_weekdays(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [said for case, said in findings_of(body, KIND) if case == "weekday"] == found


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2026, 9, 1)), st.sampled_from(NAMES))
def test_a_day_is_flagged_where_the_calendar_says_otherwise(day: datetime.date, name: str) -> None:
    report = read_text(f"{HEAD}{TITLE}Họp vào {name}, ngày {day:%d/%m/%Y}.{TAIL}")
    assert len(list(check_weekdays(report))) == (NAMES.index(name) != day.weekday())
