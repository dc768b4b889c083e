"""Those that passed and those that did not, of all that were examined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Hội đồng xét công nhận cả 16 sản phẩm. Kết quả 12 sản phẩm đủ điều kiện, 03 sản phẩm không đạt; không sản"
            " phẩm nào phải xét lại.",
            [("", "03 sản phẩm")],
            id="one that is told nowhere",
        ),
        pytest.param(
            "Hội đồng xét công nhận cả 16 sản phẩm. Kết quả 12 sản phẩm đạt, 04 sản phẩm không đạt; không sản phẩm nào"
            " phải xét lại.",
            [],
            id="all of them",
        ),
        pytest.param(
            "Hội đồng xét công nhận cả 16 sản phẩm. Kết quả 12 sản phẩm đạt, 03 sản phẩm không đạt; sản phẩm còn lại"
            " chờ xét; không sản phẩm nào bị loại.",
            [],
            id="one is left",
        ),
        pytest.param(
            "Hội đồng xét công nhận cả 16 sản phẩm. Kết quả 12 sản phẩm đạt, 03 sản phẩm không đạt, 01 sản phẩm chờ"
            " xét; không sản phẩm nào bị loại.",
            [],
            id="a third outcome",
        ),
        pytest.param(
            "Hội đồng xét cả 16 sản phẩm. Kết quả 12 sản phẩm đủ điều kiện, 03 sản phẩm không đạt; không sản phẩm nào"
            " phải xét lại.\nNăm 2025 có 09 sản phẩm được bán ngoài tỉnh.",
            [("", "03 sản phẩm")],
            id="another matter behind",
        ),
        pytest.param(
            "Xã đánh giá 16 chi hội. Có 16 chi hội hoàn thành, trong đó 01 chi hội chưa đạt chỉ tiêu thu quỹ; không chi"
            " hội nào bị phê bình.",
            [],
            id="some of those that passed",
        ),
    ],
)
def test_outcomes(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã giám sát 05 chi bộ. Qua giám sát kết luận 03 chi bộ thực hiện tốt, 02 chi bộ còn hạn chế.",
            [],
            id="all of them",
        ),
        pytest.param(
            "Đã giám sát 07 chi bộ. Qua giám sát kết luận 03 chi bộ thực hiện tốt, 02 chi bộ còn hạn chế.",
            [],
            id="some are not judged yet",
        ),
        pytest.param(
            "Đã giám sát 04 chi bộ; kiểm tra 03 chi bộ. Kết quả, kết luận 02 chi bộ làm tốt, 05 chi bộ còn hạn chế.",
            [],
            id="of two inspections",
        ),
        pytest.param(
            "Đã củng cố 04 chi bộ. Qua đánh giá, kết luận 03 chi bộ thực hiện tốt, 02 chi bộ còn hạn chế.",
            [],
            id="of those that were not inspected",
        ),
        pytest.param(
            "Đã giám sát 04 chi bộ. Qua giám sát kết luận 03 chi bộ thực hiện tốt, 02 chi bộ còn hạn chế.",
            [("", "02 chi bộ")],
            id="more than were inspected",
        ),
        pytest.param(
            "Đã giám sát 03 chi bộ và 06 cá nhân, trong đó Đảng ủy giám sát 01 chi bộ và 02 cá nhân. Qua giám sát kết"
            " luận 02 chi bộ và 04 cá nhân thực hiện tốt, 02 chi bộ và 02 cá nhân còn khuyết điểm.",
            [("", "02 chi bộ")],
            id="beside those who are judged rightly",
        ),
    ],
)
def test_no_more_are_judged_than_were_inspected(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, "sum-mismatch") == found
