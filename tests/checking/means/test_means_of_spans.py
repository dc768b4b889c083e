"""What each month or quarter takes, against what its span takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Lương bình quân mỗi tháng là 7,5 triệu đồng/người, cả năm đạt 90 triệu đồng/người.", id="a year"),
        pytest.param(
            "Thu nhập bình quân 3,5 triệu đồng/người/tháng, tương đương 42 triệu đồng/người/năm.", id="itself"
        ),
        pytest.param("Tổng thu 9 tháng đạt 16.200 triệu đồng, bình quân mỗi tháng thu 1.800 triệu đồng.", id="nine"),
        pytest.param("Bình quân mỗi tháng có 3,2 vụ, cả năm xảy ra 38 vụ.", id="rounded"),
        pytest.param("Bình quân mỗi tháng giải quyết 45 hồ sơ, cả năm tiếp nhận 700 hồ sơ.", id="another matter"),
        pytest.param("Bình quân mỗi tháng 45 hồ sơ, cùng kỳ cả năm tiếp nhận 700 hồ sơ.", id="another time"),
        pytest.param(
            "Lương bình quân mỗi tháng 8,5 triệu đồng/người, cả năm đạt 112 triệu đồng/người gồm cả thưởng.",
            id="more than the months",
        ),
        pytest.param("Mỗi tháng sinh hoạt khoảng 2 buổi, cả năm sinh hoạt 35 buổi.", id="hedged"),
    ],
)
def test_means_that_their_spans_have(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Lương bình quân mỗi tháng là 7,5 triệu đồng/người, cả năm đạt 96 triệu đồng/người.",
            "7,5 triệu đồng/người",
            id="a year",
        ),
        pytest.param(
            "Thu nhập bình quân 3,5 triệu đồng/người/tháng, tương đương 35 triệu đồng/người/năm.",
            "3,5 triệu đồng/người/tháng",
            id="itself",
        ),
        pytest.param(
            "Trung bình mỗi quý tổ chức 5 buổi tuyên truyền, cả năm tổ chức được 30 buổi.",
            "5 buổi tuyên truyền",
            id="quarters",
        ),
        pytest.param(
            "Tổng thu 9 tháng đạt 16.200 triệu đồng, bình quân mỗi tháng thu 1.900 triệu đồng.",
            "1.900 triệu đồng",
            id="nine months",
        ),
    ],
)
def test_means_that_their_spans_do_not_have(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "ratio-mismatch")] == [found]
