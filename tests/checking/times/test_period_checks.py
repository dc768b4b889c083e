"""Results of a time that has not come, and another period than the title's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[..., list[tuple[str, str]]]
KIND = "period-mismatch"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Quý II năm 2031 không phát sinh khiếu kiện.", [("ahead", "Quý II năm 2031")], id="a quarter"),
        pytest.param("Đã tổng hợp số liệu tháng 8/2031.", [("ahead", "tháng 8/2031")], id="a month"),
        pytest.param("Kinh phí năm 2031 cấp chậm.", [("ahead", "năm 2031")], id="a year"),
        pytest.param("Quý II năm 2031 sẽ tổ chức tập huấn.", [], id="what will be"),
        pytest.param(
            "Trong quý II năm 2031, Trạm Y tế đã khám cho 812 lượt.", [("ahead", "quý II năm 2031")], id="what was done"
        ),
        pytest.param("Trong quý II năm 2031, Trạm Y tế đã có kế hoạch khám cho 812 lượt.", [], id="what is planned"),
        pytest.param("Đã xây dựng kế hoạch năm 2031.", [], id="a plan that is made"),
        pytest.param("Đã tặng quà mừng Xuân năm 2031.", [], id="a feast to come"),
        pytest.param("Quý II năm 2019 không phát sinh khiếu kiện.", [], id="a time past"),
        pytest.param("Phấn đấu đạt 95% trong 6 tháng đầu năm 2031.", [], id="a target"),
        pytest.param(
            "Hưởng ứng Tuần lễ Áo dài tháng 3/2031, hơn 3.000 hội viên mặc áo dài đến công sở.",
            [("ahead", "tháng 3/2031")],
            id="how many did something at a feast",
        ),
        pytest.param(
            "Nhân Tháng hành động vì trẻ em tháng 6/2031, Hội đã tặng 120 suất quà cho trẻ em nghèo.",
            [("ahead", "tháng 6/2031")],
            id="what was given at a feast",
        ),
        pytest.param(
            "Trong kế hoạch tháng 6/2031, 12 thôn tổ chức ngày hội đại đoàn kết.", [], id="how many will do something"
        ),
        pytest.param(
            "Chuẩn bị Ngày hội Đại đoàn kết tháng 11/2031, 12 thôn sẽ tổ chức phần lễ và phần hội.",
            [],
            id="what is made ready",
        ),
    ],
)
def test_results_of_a_time_to_come(body: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(HEAD + TITLE + body + TAIL, KIND) == found
