"""What is earned, spent and left of it, told together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_MODEL = "Mô hình trồng hoa doanh thu 310 triệu đồng/năm, chi phí 165 triệu đồng, lãi {left} triệu đồng."
_LINES = (
    "1. Tổng doanh thu: 4.218,5 triệu đồng.\n2. Tổng chi phí: 3.902,7 triệu đồng.\n3. Lợi nhuận: {left} triệu đồng."
)
_PLAN = (
    "- Doanh thu 5.700 triệu đồng, tăng 6,7% so với năm 2025, gồm: thủy lợi 520; làm đất 410; vật tư 1.980; giống 640;"
    " thu hoạch 690; tiêu thụ 1.310; bảo vệ đồng 150 triệu đồng. Chi phí 5.240 triệu đồng, lợi nhuận {left} triệu đồng."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_MODEL.format(left="145"), id="a model"),
        pytest.param(_LINES.format(left="315,8"), id="lines"),
        pytest.param(_PLAN.format(left="460"), id="a plan"),
        pytest.param(
            "Doanh thu 500 triệu đồng, chi phí 320 triệu đồng, lợi nhuận sau thuế 150 triệu đồng.", id="taxes"
        ),
        pytest.param(
            "Doanh thu 240 triệu đồng, chi phí giống 110 triệu đồng, tiền công 30 triệu đồng, lãi 100 triệu đồng.",
            id="several costs",
        ),
        pytest.param("Doanh thu 240 triệu đồng, chi phí vật tư 110 triệu đồng, lãi 101 triệu đồng.", id="one cost"),
        pytest.param(
            "Doanh thu 240 triệu đồng, tổng chi phí 110 triệu đồng, nộp thuế 20 triệu đồng, lợi nhuận 110 triệu đồng.",
            id="what is paid of the rest",
        ),
        pytest.param("Tổng thu 120 triệu đồng/ha, trừ chi phí còn lãi 45 triệu đồng/ha.", id="costs are not told"),
        pytest.param("Doanh thu 200 triệu đồng; trừ chi phí, mỗi hộ lãi từ 60 đến 80 triệu đồng.", id="of each"),
        pytest.param("Tổng thu 40 triệu đồng, tổng chi 35 triệu đồng; lãi suất vay 8 triệu đồng.", id="interest"),
    ],
)
def test_what_is_left_is_right_or_not_told(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_MODEL.format(left="155"), "155 triệu đồng", id="a model"),
        pytest.param(_LINES.format(left="351,8"), "351,8 triệu đồng", id="lines"),
        pytest.param(_PLAN.format(left="640"), "640 triệu đồng", id="a plan"),
    ],
)
def test_what_is_left_is_wrong(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
