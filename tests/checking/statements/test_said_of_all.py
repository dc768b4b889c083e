"""What is said of all, or denied of all, and told otherwise of some elsewhere. The report is of September 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    ("all_", "some", "found"),
    [
        pytest.param(
            "Toàn bộ công chức đã được cấp chữ ký số cá nhân.",
            "Việc ký còn vướng do 02 công chức chưa có chữ ký số.",
            ["Toàn bộ công chức đã được cấp chữ ký số cá nhân"],
            id="all and some",
        ),
        pytest.param(
            "12/12 thôn có nhà sinh hoạt cộng đồng.",
            "Còn 03 thôn chưa có nhà sinh hoạt cộng đồng.",
            ["12/12 thôn có nhà sinh hoạt cộng đồng"],
            id="as many as there are",
        ),
        pytest.param(
            "Tất cả các chi bộ đều đã ban hành quy chế làm việc.",
            "Còn 02 chi bộ (Nà Mạ, Co Muông) chưa ban hành quy chế làm việc.",
            ["Tất cả các chi bộ đều đã ban hành quy chế làm việc"],
            id="names in brackets",
        ),
        pytest.param(
            "Phấn đấu 100% thôn có nhà sinh hoạt cộng đồng.",
            "Còn 03 thôn chưa có nhà sinh hoạt cộng đồng.",
            [],
            id="an aim",
        ),
        pytest.param(
            "12/12 thôn có nhà sinh hoạt cộng đồng.",
            "Đầu năm còn 03 thôn chưa có nhà sinh hoạt cộng đồng.",
            [],
            id="as it was",
        ),
        pytest.param(
            "12/12 thôn có nhà sinh hoạt cộng đồng.", "Còn 03 trường chưa có nhà sinh hoạt chung.", [], id="of others"
        ),
        pytest.param(
            "Chưa để xảy ra vụ cháy rừng nào.",
            "Vụ cháy 1,2 ha rừng tre tại tiểu khu 412 cho thấy trực chưa nghiêm.",
            ["Chưa để xảy ra vụ cháy rừng nào"],
            id="nothing has happened",
        ),
        pytest.param(
            "Không có thôn nào chậm gửi kết quả đánh giá.",
            "Kết quả đánh giá của thôn Nà Mạ gửi chậm.",
            ["Không có thôn nào chậm gửi kết quả đánh giá"],
            id="nobody, and somebody by name",
        ),
        pytest.param(
            "Không có đảng viên bị xóa tên.",
            "Xóa tên 1 đảng viên do bỏ sinh hoạt.",
            ["Không có đảng viên bị xóa tên"],
            id="to nobody, and to somebody",
        ),
        pytest.param(
            "Không có thôn nào chậm gửi kết quả đánh giá.",
            "Kết quả đánh giá năm 2024 của thôn Nà Mạ gửi chậm.",
            [],
            id="of another year",
        ),
        pytest.param(
            "Chủ tịch tiếp đủ 12 kỳ, không ủy quyền kỳ nào.",
            "Hạn chế: kỳ tiếp dân tháng 5 phải ủy quyền cho Phó Chủ tịch.",
            ["không ủy quyền kỳ nào"],
            id="what is never done, and was",
        ),
        pytest.param(
            "36/36 chi bộ tổ chức đại hội đúng tiến độ.",
            "Chi bộ Nà Pàn chậm đại hội gần một tháng.",
            ["36/36 chi bộ tổ chức đại hội đúng tiến độ"],
            id="all in time, and some late",
        ),
        pytest.param(
            "36/36 chi bộ tổ chức đại hội đúng tiến độ.", "Tiến độ giải ngân chậm.", [], id="something else is late"
        ),
        pytest.param(
            "Nhà trường không thu khoản nào ngoài quy định.", "Khoản thu giữ xe là 10.000 đồng.", [], id="but for some"
        ),
        pytest.param(
            "Có 02 xã không mở được lớp dạy nghề nào.",
            "Các xã mở 14 lớp dạy nghề.",
            [],
            id="of some alone",
        ),
        pytest.param("Chưa để xảy ra vụ cháy rừng nào.", "Phòng ngừa cháy rừng tại 12 tiểu khu.", [], id="a danger"),
    ],
)
def test_all_and_some(all_: str, some: str, found: list[str], findings_of: FindingsOf) -> None:
    said = [passage for case, passage in findings_of(f"{all_}\n\n{some}", KIND)]
    assert said == found
