"""Days on which a resolution was passed and takes force."""

from __future__ import annotations

import pytest
from report_texts import passage, read_text

from tongket.checking.times.passing import check_days_of_passing

RESOLUTION = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG GIA\nSố: 12/{year}NQ-HĐND\nSông Gia, ngày 12 tháng 12 năm 2018\n\nNGHỊ QUYẾT\n"
    "Quy định mức chi tiếp khách\n\nĐiều 1. Mức chi\n\nMức chi là 500.000 đồng.\n\nĐiều 2. Tổ chức thực hiện\n\n"
    "Giao Ủy ban nhân dân tỉnh.\n\n{closing}\n"
)
BY = "Nghị quyết này đã được Hội đồng nhân dân tỉnh Sông Gia khóa III, kỳ họp thứ 8 thông qua"


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        pytest.param(f"{BY} ngày 10 tháng 12 năm 2018 và có hiệu lực từ ngày 20 tháng 12 năm 2018.", [], id="in order"),
        pytest.param("Nghị quyết này có hiệu lực từ ngày ký.", [], id="no day"),
        pytest.param(
            f"{BY} ngày 14 tháng 12 năm 2018.", [("passed", "ngày 14 tháng 12 năm 2018")], id="after its head"
        ),
        pytest.param(
            f"{BY} ngày 10/12/2018 và có hiệu lực thi hành từ ngày 01/12/2018.",
            [("in-force", "ngày 01/12/2018")],
            id="in force before it was passed",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực kể từ ngày 01/12/2018.",
            [("in-force", "ngày 01/12/2018")],
            id="rules that reach back",
        ),
        pytest.param(
            "Điều 3. Thay “Nghị quyết này có hiệu lực từ ngày 01/01/2017” bằng “từ ngày 01/01/2019”.", [], id="quoted"
        ),
    ],
)
def test_a_resolution_is_passed_before_it_takes_force(closing: str, found: list[tuple[str, str]]) -> None:
    report = read_text(RESOLUTION.format(year="2018/", closing=closing))
    assert [(one.case, passage(report, one)) for one in check_days_of_passing(report)] == found


def test_a_decision_on_a_single_matter_may_reach_back() -> None:
    closing = "Nghị quyết này có hiệu lực kể từ ngày 01/12/2018."
    assert list(check_days_of_passing(read_text(RESOLUTION.format(year="", closing=closing)))) == []
