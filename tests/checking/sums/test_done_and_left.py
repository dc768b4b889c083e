"""What is done and what is left of a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Đã chi 4.310 triệu đồng, còn lại 1.190 triệu đồng trên tổng kế hoạch 5.500 triệu đồng.", id="right"
        ),
        pytest.param(
            "Đã làm 14 nhà, sửa 9 nhà, còn 12 nhà trên tổng số 35 nhà phải làm trong năm.", id="of two that are done"
        ),
        pytest.param("Trong 18 tiêu chí, xã đã đạt 15 tiêu chí, còn 3 tiêu chí chưa đạt.", id="all of them"),
        pytest.param("Tỉnh giao 32 nhiệm vụ, đã hoàn thành 20 nhiệm vụ, 6 nhiệm vụ đang triển khai.", id="some untold"),
        pytest.param("Quyết toán 18 công trình (đã duyệt 11, đang thẩm tra 05, chưa lập 02).", id="a third state"),
        pytest.param("Tiếp nhận 361 hồ sơ. Đã giải quyết 328 hồ sơ, trả lại 10 hồ sơ, còn 23 hồ sơ.", id="given back"),
        pytest.param("Được giao 361 nhiệm vụ. Đã hoàn thành 328 nhiệm vụ (90,9%), còn 33 nhiệm vụ.", id="right, apart"),
        pytest.param(
            "Tiếp nhận 32 đơn, đã giải quyết 30 đơn, kỳ trước chuyển sang 4 đơn, còn 6 đơn đang giải quyết.",
            id="left from before",
        ),
        pytest.param("Hội đồng có 25 đại biểu, nay còn 23 đại biểu do 02 đại biểu chuyển công tác.", id="who went"),
        pytest.param(
            "Hội đồng có 25 đại biểu, nay còn 24 đại biểu do 02 đại biểu chuyển công tác, bầu bổ sung 01 đại biểu.",
            id="who went and who came",
        ),
        pytest.param(
            "Biên chế được giao 32 người, hiện có 27 người, còn thiếu 03 giáo viên tiếng Anh.", id="lack of some"
        ),
        pytest.param(
            "Giám sát 9 cuộc, phát hiện 16 vấn đề, kiến nghị 16 vấn đề, đã giải quyết 13 vấn đề, còn 03 vấn đề đang"
            " xem xét.",
            id="found and asked for",
        ),
        pytest.param(
            "Đã có 17 chi bộ thực hiện, đạt 77,3% tổng số 22 chi bộ; còn 05 chi bộ chưa thực hiện.", id="of a total"
        ),
        pytest.param("Biên chế được giao 64 người, hiện có 61 người, còn thiếu 03 người.", id="posts not filled"),
    ],
)
def test_what_is_done_and_left_makes_the_whole(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã chi 4.310 triệu đồng, còn lại 1.910 triệu đồng trên tổng kế hoạch 5.500 triệu đồng.",
            "1.910 triệu đồng",
            id="behind both",
        ),
        pytest.param(
            "Trong 18 tiêu chí, xã đã đạt 15 tiêu chí, còn 5 tiêu chí chưa đạt.", "5 tiêu chí", id="rest as such"
        ),
        pytest.param(
            "Tỉnh giao 32 nhiệm vụ, đã hoàn thành 28 nhiệm vụ, 6 nhiệm vụ đang triển khai.", "6 nhiệm vụ", id="too many"
        ),
        pytest.param(
            "Tiếp nhận 3.163 hồ sơ (trực tuyến 2.840 hồ sơ, trực tiếp 323 hồ sơ); đã giải quyết 3.041 hồ sơ, trong đó"
            " đúng hạn 2.891 hồ sơ, quá hạn 150 hồ sơ; đang giải quyết 212 hồ sơ.",
            "212 hồ sơ",
            id="past what brackets and lists tell",
        ),
        pytest.param(
            "Hội đồng có 25 đại biểu, nay còn 24 đại biểu do 02 đại biểu chuyển công tác.", "24 đại biểu", id="who went"
        ),
        pytest.param(
            "Giám sát 9 cuộc, phát hiện 16 vấn đề, kiến nghị 16 vấn đề, đã giải quyết 13 vấn đề, còn 07 vấn đề đang"
            " xem xét.",
            "07 vấn đề",
            id="found and asked for",
        ),
        pytest.param(
            "Biên chế được giao 64 người, hiện có 61 người (công chức 52, viên chức 09), còn thiếu 01 người.",
            "01 người",
            id="posts not filled",
        ),
        pytest.param(
            "Được giao 361 nhiệm vụ. Đã hoàn thành 128 nhiệm vụ (90,9%), còn 33 nhiệm vụ.",
            "33 nhiệm vụ",
            id="in a sentence of its own, a digit of what is done",
        ),
        pytest.param("Hiện có 139/400 biên chế, còn thiếu 81 biên chế.", "81 biên chế", id="a share with a slip"),
        pytest.param(
            "Tổng số vụ việc tòa án huyện thụ lý: 420; đã giải quyết xong: 219; còn: 129.", "129", id="bare numbers"
        ),
    ],
)
def test_what_is_done_and_left_does_not_make_the_whole(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "sum-mismatch")] == [found]
