"""Times whose length a name already tells: five-year plans, quarters and their months, hours, years of foundation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "period-mismatch"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thực hiện Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025.", [], id="a plan"),
        pytest.param("Thực hiện Kế hoạch 5 năm 2019 - 2023 của nhà trường.", [], id="five years of a house"),
        pytest.param("Chuẩn bị Đại hội và phương hướng 5 năm 2020 - 2025.", [], id="a term of the Party"),
        pytest.param(
            "Thực hiện Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2026.",
            [("turned", "2021 - 2026")],
            id="a year too many",
        ),
        pytest.param("Thực hiện Kế hoạch 5 năm 2015 - 2020.", [("turned", "2015 - 2020")], id="a year too early"),
    ],
)
def test_five_year_plans(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Mưa đêm (từ 19h/27/3 - 07h/28/3): mưa nhỏ.", [], id="a night"),
        pytest.param("Mưa 3 ngày (từ 19h/01/3 - 19h/04/3): mưa nhỏ.", [], id="three days"),
        pytest.param("Trực từ 19h/31/12 đến 07h/01/01.", [], id="into the next year"),
        pytest.param(
            "Mưa đêm (từ 19h/27/3 - 07h/27/3): mưa nhỏ.", [("backwards", "19h/27/3 - 07h/27/3")], id="backwards"
        ),
        pytest.param(
            "Mưa 3 ngày (từ 19h/02/3 - 19h/04/3): mưa nhỏ.", [("days", "19h/02/3 - 19h/04/3")], id="two days of three"
        ),
    ],
)
def test_hours_in_order(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


TRADE = "Bán lẻ tháng 4/2017 tăng 22% so với cùng kỳ năm 2016.\n\nSản xuất tháng 4/2017 tăng 11% so với {}.\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(TRADE.format("cùng kỳ năm 2016"), [], id="the year before, twice"),
        pytest.param(TRADE.format("năm 2015"), [], id="another time that is named"),
        pytest.param("Sản xuất tháng 4/2017 tăng 11% so với cùng kỳ năm 2015.", [], id="told once"),
        pytest.param(
            TRADE.format("cùng kỳ năm 2015"), [("compared", "so với cùng kỳ năm 2015")], id="two years before, once"
        ),
    ],
)
def test_years_compared(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, KIND) if one[0] == "compared"] == found


REPORT = """UBND XÃ KHE LẠNH
Số: 12/BC-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Khe Lạnh, ngày 20 tháng 6 năm 2026

BÁO CÁO
{}

I. KẾT QUẢ

{}
"""


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        pytest.param("Tình hình kinh tế tháng 6 và quý II năm 2026", "Đã làm.", [], id="the month that closes it"),
        pytest.param("Tình hình kinh tế tháng 5 và quý II năm 2026", "Đã làm.", [], id="a month of the quarter"),
        pytest.param("Tình hình quý II, nhiệm vụ tháng 7 và quý III năm 2026", "Đã làm.", [], id="tasks"),
        pytest.param(
            "Tình hình kinh tế tháng 6 và quý III năm 2026",
            "Đã làm.",
            [("month-beside", "tháng 6 và quý III")],
            id="another quarter",
        ),
        pytest.param(
            "Tình hình kinh tế tháng 6 và 5 tháng đầu năm 2026",
            "Đã làm.",
            [("month-beside", "tháng 6 và 5 tháng đầu năm")],
            id="another number of months",
        ),
        pytest.param(
            "Kết quả công tác",
            "Tổ chức kỷ niệm 95 năm Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh.",
            [],
            id="years since a foundation",
        ),
        pytest.param(
            "Kết quả công tác",
            "Tổ chức kỷ niệm 96 năm Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh.",
            [("length", "96 năm Ngày thành lập Đoàn Thanh niên")],
            id="a year too many since a foundation",
        ),
    ],
)
def test_titles_and_days_of_remembrance(
    title: str, body: str, found: list[tuple[str, str]], found_in: Callable[..., list[tuple[str, str]]]
) -> None:
    assert [one for one in found_in(REPORT.format(title, body), KIND) if one[0] in ("month-beside", "length")] == found
