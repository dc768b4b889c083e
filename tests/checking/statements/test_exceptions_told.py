"""All that did something, and the one of which 'riêng' says that it will."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Mạng lưới cộng tác viên dân số đã được kiện toàn ở tất cả các thôn. Còn 03 thôn chưa có cộng tác viên dân số.",
        "Tủ sách pháp luật đã được trang bị tại 100% các xã. Hạn chế: 05 xã còn thiếu tủ sách pháp luật.",
        "12/12 khu dân cư đã tổ chức xong hội nghị đại biểu. Riêng khu dân cư Đồng Cốc dự kiến tổ chức vào ngày 28/11.",
        "100% chi bộ đã hoàn thành đại hội nhiệm kỳ 2025 - 2027. Riêng chi bộ Trạm Y tế dự kiến đại hội trong tháng 4.",
        "Tất cả các thôn đã nghiệm thu công trình nước sạch; riêng thôn Đồng Chùa sẽ nghiệm thu công trình vào"
        " tháng sau.",
        "9/9 thôn đều đạt chuẩn văn hóa; riêng thôn Nà Pằn chưa đạt do có người vi phạm pháp luật.",
        "100% cán bộ, công chức đã ký cam kết, chỉ còn 1 trường hợp chưa ký do nghỉ ốm.",
        "100% trường học đã lắp camera; riêng Trường Mầm non Hoa Ban chưa lắp vì đang sửa chữa.",
        "100% công chức đã nộp bản kê khai, chỉ còn 2 đồng chí chưa nộp vì đi học.",
    ],
)
def test_one_has_yet_to_do_what_all_did(body: str, findings_of: FindingsOf) -> None:
    assert "text" in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        "Tủ sách pháp luật đã được trang bị tại 100% các xã. Hạn chế: 05 thôn còn thiếu tủ sách pháp luật.",
        "Tủ sách pháp luật đã được trang bị tại 100% các xã. Đầu năm có 05 xã còn thiếu tủ sách pháp luật.",
        "Tổ hòa giải đã được thành lập ở tất cả các thôn. Còn 03 thôn chưa có nhà văn hóa.",
        "11/12 khu dân cư đã tổ chức xong hội nghị đại biểu. Riêng khu dân cư Đồng Cốc dự kiến tổ chức vào ngày 28/11.",
        "100% chi bộ đã hoàn thành đại hội. Riêng chi bộ Trường học sẽ được khen thưởng.",
        "100% thôn đã có nhà văn hóa; riêng thôn Hạ đang chuẩn bị xây nhà văn hóa mới.",
        "100% chi bộ đã sinh hoạt chuyên đề quý III; riêng chi bộ Công an sẽ sinh hoạt chuyên đề quý IV.",
        "Tất cả các trường đã khai giảng năm học. Riêng trường Hoa Mai sẽ khai giảng lớp năng khiếu vào tháng 10.",
        "100% cán bộ, công chức đã ký cam kết, chỉ còn 1 trường hợp chưa học lớp trung cấp.",
        "Trừ thôn Nà Lò, tất cả các thôn đã nghiệm thu công trình nước sạch. Riêng thôn Nà Lò sẽ nghiệm thu công"
        " trình vào tháng sau.",
    ],
)
def test_no_exception_to_all(body: str, findings_of: FindingsOf) -> None:
    assert "text" not in [case for case, _ in findings_of(body, KIND)]
