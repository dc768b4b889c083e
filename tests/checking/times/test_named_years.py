"""Years that are named, by the lunar calendar or by an event that is counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
EVENT = "Ngày hội Văn hóa các dân tộc lần thứ II, năm 2026"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Vui đón Tết Nguyên đán Nhâm Dần năm 2022.", [], id="right"),
        pytest.param("Đón Tết Giáp Thìn, năm 2023 xã đã trao 120 suất quà.", [], id="the year of the next clause"),
        pytest.param("Chào Xuân Ất Tỵ 2025, xã tặng 40 suất quà.", [], id="without 'năm'"),
        pytest.param("Ngày 23 tháng Chạp năm Giáp Thìn (22/01/2025), xã ra quân.", [], id="a day of the next year"),
        pytest.param(
            "Vui đón Tết Nguyên đán Nhâm Dần năm 2021.", [("lunar", "đán Nhâm Dần năm 2021")], id="another year"
        ),
        pytest.param("Đón Xuân Giáp Tỵ - 2025.", [("lunar", "Xuân Giáp Tỵ - 2025")], id="another name"),
    ],
)
def test_lunar_years(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "date-chronology") == found


@pytest.mark.parametrize(
    ("last", "cases"),
    [
        pytest.param(EVENT, [], id="one year"),
        pytest.param(EVENT.replace("lần thứ II, năm 2026", "lần thứ I, năm 2024"), [], id="the one before"),
        pytest.param(EVENT.replace("2026", "2025"), ["event"], id="two years"),
    ],
)
def test_an_event_has_one_year(last: str, cases: list[str], findings_of: FindingsOf) -> None:
    body = f"Đã chuẩn bị {EVENT}. Đã họp báo về {EVENT}. Đã mời các đoàn dự {last}."
    assert [case for case, _ in findings_of(body, "period-mismatch")] == cases


@pytest.mark.parametrize(
    "body",
    [
        "Nhân ngày Quốc khánh 2/9 và ngày Nhà giáo Việt Nam (20-11), xã tổ chức gặp mặt.",
        "Kỷ niệm 92 năm ngày thành lập Đoàn TNCS Hồ Chí Minh (26/3/1931 - 26/3/2023).",
        "Nhân kỷ niệm ngày Thương binh - Liệt sĩ, ngày 20/8 xã báo cáo kết quả.",
        "Ngày Nhà giáo Việt Nam, 15/10 lượt thăm hỏi đã hoàn thành.",
    ],
)
def test_days_of_their_name_pass(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "date-chronology") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Nhân ngày Thương binh - Liệt sỹ (27/8), xã tặng 315 suất quà.", "ngày Thương binh - Liệt sỹ (27/8"),
        ("Nhân ngày Nhà giáo Việt Nam 20 tháng 10, xã tổ chức gặp mặt.", "ngày Nhà giáo Việt Nam 20 tháng 10"),
    ],
)
def test_a_named_day_of_another_month_is_told(body: str, said: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "date-chronology") == [("named-day", said)]
