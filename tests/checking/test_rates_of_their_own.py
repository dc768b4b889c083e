"""Rates of wholes of their own: changes in brackets, rates of what was then, of what each took in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Toàn vùng trồng mới được 20.049 ha rừng, tăng 6,5% so với cùng kỳ năm trước. Trong đó huyện Đông trồng"
            " nhanh nhất, đạt 1.406,5 ha (430,3%); huyện Tây đạt 14.177 ha (+26,2%); huyện Nam đạt 1.827 ha (-21,5%);"
            " huyện Bắc đạt 2.638 ha (-47,3%).",
            id="changes in brackets, by their sign or by being more than all",
        ),
        pytest.param(
            "Lúa đông xuân: Các xã đã gieo cấy được trên 360,5 ha, bằng 69,4% so với cùng kỳ.\n"
            "- Cây màu vụ đông: Đến ngày 15/11, diện tích ngô đạt 78,9 ha, bằng 91,2% so cùng kỳ; khoai lang đạt 16,9"
            " ha, bằng 91,4%; lạc đạt 4,6 ha, bằng 85,2%.",
            id="rates of what was then, said without 'với'",
        ),
        pytest.param(
            "Toàn tỉnh có 14.506 thí sinh dự thi, kết quả có 12.847 thí sinh đậu, chiếm tỷ lệ 88,56%. Trong đó, cụm thi"
            " số 1 có 8.925 thí sinh đậu, chiếm tỷ lệ 94,27%, cụm thi số 2 có 3.922 thí sinh đậu, chiếm tỷ lệ 77,83%.",
            id="each of two places has a rate of those who sat there",
        ),
        pytest.param(
            "Hai cấp tòa đã giải quyết 3.803 vụ án (đạt tỷ lệ 62,7%). Trong đó, tòa án tỉnh giải quyết 334 vụ (68,9%);"
            " tòa án khu vực giải quyết 3.469 vụ (62,2%).",
            id="each of two courts has a rate of what it took in",
        ),
        pytest.param(
            "Trong 6 tháng, hai cấp tòa đã thụ lý án các loại. Trong đó, tòa án tỉnh thụ lý 485 vụ án, tòa án khu vực"
            " thụ lý 5.581 vụ án. Hai cấp tòa đã giải quyết 3.803 vụ án (đạt tỷ lệ 62,7%).",
            id="of what two courts took in together",
        ),
        pytest.param(
            "Đã thu nộp ngân sách 2.310 triệu đồng, trong đó, thu hồi theo kết luận thanh tra 2.279,3 triệu đồng (đạt"
            " 79,44%); thu theo quyết định xử phạt số tiền 30,7 triệu đồng (đạt 100%).",
            id="all of what was to be paid",
        ),
        pytest.param(
            "Các huyện đã thu hoạch được 1.556,6 ha lúa, bằng 94,1% cùng kỳ năm trước, trong đó vùng ven sông đạt 1.411"
            " ha, chiếm 89,6% diện tích gieo cấy và bằng 99,7% so cùng kỳ.",
            id="of what was sown, where what was cut is told",
        ),
        pytest.param(
            "Đầu tư nông nghiệp: Khối lượng thực hiện 8 tháng ước đạt 606,7 tỷ đồng, bằng 75,8% kế hoạch, giải ngân"
            " ước đạt 439,7 tỷ đồng, bằng 54,9% kế hoạch.",
            id="what was paid is no plan",
        ),
        pytest.param(
            "Kế hoạch vốn trái phiếu năm 2017 được giao là 4.052,52 tỷ đồng.\nKhối lượng thực hiện 8 tháng của nguồn"
            " vốn trái phiếu ước đạt 625 tỷ đồng, bằng 27,8% kế hoạch, giải ngân ước đạt 214,1 tỷ đồng, bằng 9,53% kế"
            " hoạch.",
            id="two rates of one plan that is not told",
        ),
        pytest.param(
            "Hiện toàn tỉnh có 190 trường đạt chuẩn quốc gia, chiếm 43,58% tổng số trường trên địa bàn. Trong đó, mầm"
            " non có 43 trường, tiểu học có 109 trường, trung học cơ sở có 38 trường.",
            id="parts that the next sentence tells are no whole",
        ),
    ],
)
def test_rates_of_their_own_wholes(text: str, findings_of: FindingsOf) -> None:
    assert findings_of(text + "\n", "ratio-mismatch") == []


def test_fewer_than_then_is_no_part_of_it(findings_of: FindingsOf) -> None:
    text = "So với cùng kỳ năm trước, số án khởi tố tăng 6 vụ (12/6 vụ).\n"
    assert findings_of(text, "ratio-mismatch") == []


def test_a_share_of_what_was_sown_is_still_checked(findings_of: FindingsOf) -> None:
    text = "Toàn huyện đã gieo cấy 1.556,6 ha lúa, đã thu hoạch 1.411 ha, chiếm 96,05% diện tích gieo cấy.\n"
    assert len(findings_of(text, "ratio-mismatch")) == 1
