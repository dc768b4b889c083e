"""Words that a sentence makes one wait for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "incomplete"


@pytest.mark.parametrize(
    "body",
    [
        "Số đơn thư là 24 đơn, tăng 5 đơn so với năm 2025.",
        "Tổng đàn giảm 3,4% so với cùng kỳ.",
        "Tổng đàn giảm so với cùng kỳ năm trước.",
        "Số người được tập huấn là 120 người, đạt 95% kế hoạch.",
        "Việc lồng ghép không những tiết kiệm kinh phí mà còn thu hút người dân.",
        "Một mặt, xã tuyên truyền tới từng hộ. Mặt khác, xã kiểm tra thường xuyên.",
        "Số hộ nghèo và hộ cận nghèo lần lượt là 86 hộ và 120 hộ.",
        "Các thôn lần lượt là điểm tổ chức hội thi.",
        "Số lớp/số học viên: 06 lớp/180 học viên.",
        "Số đảng viên/năm: 12 đảng viên.",
        "Người dân không những chấp hành tốt. Họ còn vận động người khác cùng làm.",
        "Một mặt đẩy mạnh tuyên truyền, một mặt xử lý nghiêm vi phạm.",
        "Chỉ số hài lòng và chỉ số đúng hạn lần lượt là 86,5%; 87,2%.",
        "Xã lần lượt có 3 đồng chí chủ tịch.",
        "Hai bản lần lượt là bản Nà Pản và bản Lũng Vài cách trung tâm 5 km.",
        "Số máy tính/cán bộ: 1 máy.",
        "Số học sinh/ giáo viên: 15.",
        "Mặc dù gặp nhiều khó khăn, xã vẫn trồng được 12 ha rừng.",
        "Tuy kinh phí còn hạn hẹp nhưng phong trào được duy trì.",
        "Tỷ lệ khá, giỏi của khối 6, khối 7 lần lượt là 45% và 52%.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Số đơn thư là 24 đơn, tăng 5 đơn so với.",
        "Tổng đàn giảm 3,4% so với cùng kỳ năm.",
        "Số người được tập huấn là người, đạt 95% kế hoạch.",
        "Việc lồng ghép không những giúp tiết kiệm kinh phí.",
        "Một mặt, xã tăng cường tuyên truyền tới từng hộ dân.",
        "Số hộ nghèo và hộ cận nghèo lần lượt là 86 hộ.",
        "Số lớp/số học viên: 06 lớp.",
        "Tuy kinh phí còn hạn hẹp.\n\nXã trồng được 12 ha rừng.",
        "Các chi bộ đã thực hiện nghiêm túc việc sinh hoạt, đồng thời",
        "Tỷ lệ học sinh giỏi, khá, trung bình lần lượt là 24% và 46%.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
