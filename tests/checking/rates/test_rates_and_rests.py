"""What is done with its rate, and what is left, of a whole that nobody names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "ratio-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Cấp được 612 giấy, đạt 85% kế hoạch, còn 108 giấy chưa cấp.", id="right"),
        pytest.param("Đã rà soát 238 thửa trong tổng số 245 thửa, đạt 97,1%, còn 7 thửa.", id="a whole between"),
        pytest.param("Đã phân bổ 4.103,2 triệu đồng, đạt 95,72% kế hoạch; còn lại 183,5 triệu đồng.", id="rounded"),
        pytest.param("Giải quyết đúng hạn 95 hồ sơ, đạt 95%, còn 12 hồ sơ chưa giải quyết.", id="of those in time"),
        pytest.param("Kết nạp 18 đảng viên, đạt 120% kế hoạch, còn 3 đảng viên dự bị.", id="more than planned"),
        pytest.param(
            "Thi hành xong 46 việc, đạt 92% số việc có điều kiện, còn 14 việc chưa có điều kiện.", id="of some of them"
        ),
        pytest.param(
            "Đã dự học 45 đảng viên, đạt 90%, còn 10 đảng viên chưa viết thu hoạch.", id="what else they lack"
        ),
        pytest.param("Đã giải ngân 410 triệu đồng, đạt 82%, còn 150 triệu đồng chưa phân bổ.", id="another step"),
        pytest.param("Có 850 hộ dùng nước sạch, đạt 92%, còn 120 hộ chưa có nhà tiêu.", id="another thing they lack"),
        pytest.param("Đã tập huấn 64 người, đạt 80%, còn 26 người già yếu.", id="what only 'còn' tells"),
    ],
)
def test_rests_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "rate"),
    [
        pytest.param("Cấp được 612 giấy, đạt 85% kế hoạch, còn 128 giấy chưa cấp.", "85%", id="a plan"),
        pytest.param("Đã thu 1.240 triệu đồng (đạt 80%), còn phải thu 410 triệu đồng.", "80%", id="in brackets"),
        pytest.param(
            "Đã đo đạc 412 ha (chiếm 82,4% diện tích), diện tích còn lại chưa đo là 68 ha.", "82,4%", id="an area"
        ),
        pytest.param("Đã kiểm tra 27 cơ sở, đạt 90% kế hoạch; còn lại 05 cơ sở.", "90%", id="few"),
    ],
)
def test_rests_that_the_rate_denies(body: str, rate: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, KIND)] == [rate]
