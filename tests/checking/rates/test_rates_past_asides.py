"""Rates of what was dealt with, of what was taken in, past what brackets tell of either."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Có việc làm mới là 1.350 người (trong tỉnh 780 người, ngoài tỉnh 570 người), đạt 108% kế hoạch (1.250"
            " người).",
            id="right, of a plan behind it",
        ),
        pytest.param(
            "Thụ lý 586 vụ với 1.024 bị cáo (sơ thẩm 498 vụ với 882 bị cáo; phúc thẩm 88 vụ với 142 bị cáo); đã giải"
            " quyết 568 vụ với 985 bị cáo, đạt 96,9% về số vụ và 96,2% về số bị cáo.",
            id="right",
        ),
        pytest.param(
            "Tiếp nhận 120 hồ sơ (trực tuyến 90 hồ sơ, trực tiếp 30 hồ sơ); đã giải quyết 90 hồ sơ, bằng 110% so với"
            " cùng kỳ.",
            id="of another time",
        ),
        pytest.param(
            "Tiếp nhận 200 hồ sơ (trực tuyến 150 hồ sơ); đã giải quyết 180 hồ sơ, đạt 95% đúng hạn.", id="of terms"
        ),
        pytest.param(
            "Tiếp nhận 120 hồ sơ (cũ 20 hồ sơ, mới 100 hồ sơ); có điều kiện giải quyết 100 hồ sơ, đã giải quyết 90 hồ"
            " sơ, đạt 90%.",
            id="of another whole",
        ),
        pytest.param(
            "Có 84 tỷ đồng (trung ương 50 tỷ đồng, tỉnh 34 tỷ đồng); đã giải ngân 42 tỷ đồng, đạt 90% kế hoạch.",
            id="no plan",
        ),
    ],
)
def test_rates_that_are_right_or_of_others(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thụ lý 586 vụ với 1.024 bị cáo (sơ thẩm 498 vụ với 882 bị cáo; phúc thẩm 88 vụ với 142 bị cáo); đã giải"
            " quyết 568 vụ với 985 bị cáo, đạt 99,6% về số vụ và 96,2% về số bị cáo.",
            "99,6%",
            id="by the unit that is named",
        ),
        pytest.param(
            "Kế hoạch vốn là 84,6 tỷ đồng (trung ương 50,4 tỷ đồng, tỉnh 34,2 tỷ đồng); đến ngày 30/6 đã giải ngân 42,3"
            " tỷ đồng, đạt 55% kế hoạch.",
            "55%",
            id="of a plan",
        ),
        pytest.param(
            "Có việc làm mới là 1.350 người (trong tỉnh 780 người, ngoài tỉnh 570 người), đạt 118% kế hoạch (1.250"
            " người).",
            "118%",
            id="of a plan behind it",
        ),
    ],
)
def test_rates_of_what_was_taken_in(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "ratio-mismatch")] == [found]
