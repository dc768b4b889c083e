"""What a share leaves, told later in words of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Có 13/15 chỉ tiêu đạt kế hoạch. Tuy nhiên, còn 2 chỉ tiêu chưa đạt.", id="right"),
        pytest.param(
            "Có 13/15 chỉ tiêu đạt. Còn 1 chỉ tiêu chưa đánh giá và 1 chỉ tiêu chưa đạt.", id="two kinds of the rest"
        ),
        pytest.param("Có 13/15 chỉ tiêu kinh tế đạt kế hoạch. Về xã hội, còn 3 chỉ tiêu chưa đạt.", id="other aims"),
        pytest.param(
            "Có 12/16 xã, phường hoàn thành số hóa. 3 xã chưa hoàn thành, 1 phường đang nghiệm thu.",
            id="one of two kinds",
        ),
        pytest.param("Năm 2024 có 13/15 chỉ tiêu đạt. Năm 2025 còn 3 chỉ tiêu chưa đạt.", id="another year"),
        pytest.param("Xã có 11/14 thôn đạt chuẩn. Còn 1 thôn chưa có nhà văn hóa.", id="another thing denied"),
        pytest.param("Đã giải quyết 34/38 đơn. Còn 2 đơn quá hạn chưa giải quyết.", id="some of the rest"),
        pytest.param(
            "Có 22/25 chi bộ hoàn thành tốt nhiệm vụ. Còn 1 chi bộ chưa hoàn thành nhiệm vụ.", id="another grade"
        ),
        pytest.param(
            "Trong 22 sản phẩm có 15 sản phẩm được công nhận, 05 sản phẩm không được công nhận, số còn lại chờ xét.",
            id="others are left",
        ),
        pytest.param("Có 8/10 trường đạt chuẩn mức độ 1. Còn 6 trường chưa đạt chuẩn mức độ 2.", id="another level"),
        pytest.param(
            "Có 11/14 thôn đạt chuẩn văn hóa. Mưa lớn gây thiệt hại. Sản xuất gặp khó khăn. Giá vật tư tăng. Hiện còn 5"
            " thôn chưa đạt chuẩn.",
            id="far off and in fewer words",
        ),
    ],
)
def test_rests_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Có 13/15 chỉ tiêu đạt và vượt kế hoạch. Các lĩnh vực chuyển biến. Tuy nhiên, còn 3 chỉ tiêu chưa đạt.",
            "3 chỉ tiêu",
            id="a sentence between",
        ),
        pytest.param("Đã giải quyết 34/38 đơn. Còn 6 đơn đang giải quyết.", "6 đơn", id="still under way"),
        pytest.param(
            "Đã kiểm tra 15/24 tổ chức đảng theo kế hoạch. Số tổ chức đảng chưa kiểm tra là 8 tổ chức.",
            "8 tổ chức",
            id="denied before the number",
        ),
        pytest.param(
            "Trong 15 chỉ tiêu Nghị quyết giao, có 13 chỉ tiêu đạt và vượt, 3 chỉ tiêu không đạt.",
            "3 chỉ tiêu",
            id="a whole named first",
        ),
    ],
)
def test_rests_that_are_another_number(body: str, found: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == [("", found)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Còn 02 tiêu chí chưa đạt là Thu nhập và Môi trường.\nHạn chế: Còn 03 tiêu chí chưa đạt.",
            ["03 tiêu chí chưa đạt"],
            id="criteria",
        ),
        pytest.param(
            "Hiện còn 14 hộ chưa có nhà tiêu.\nTuy nhiên vẫn còn 41 hộ chưa có nhà tiêu.",
            ["41 hộ chưa có nhà tiêu"],
            id="households",
        ),
        pytest.param(
            "Còn 02 tiêu chí chưa đạt là Thu nhập và Môi trường.\nHạn chế: Còn 02 tiêu chí chưa đạt.", [], id="the same"
        ),
        pytest.param(
            "Xã Nà Pàn còn 02 tiêu chí chưa đạt.\nXã Khe Lạnh còn 03 tiêu chí chưa đạt.", [], id="two communes"
        ),
        pytest.param("Đầu năm còn 05 tiêu chí chưa đạt.\nHiện còn 03 tiêu chí chưa đạt.", [], id="two times"),
        pytest.param("Còn 14 hộ chưa có nhà tiêu.\nCòn 41 hộ chưa có nước sạch.", [], id="two things"),
    ],
)
def test_what_is_left_told_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
