"""Words that the numbers or the words beside them deny. The report is of 12 September 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Số vụ giảm từ 45 vụ năm 2024 xuống còn 32 vụ năm 2025.", False, id="as it is"),
        pytest.param("Thu nhập tăng từ 38,5 lên 41,2 triệu đồng.", False, id="more, of money"),
        pytest.param(
            "Tỷ trọng có xu thế tăng lên, từ 18,4% năm 2023 lên 15,9% năm 2024.", True, id="a trend, and less"
        ),
        pytest.param("Tỷ trọng có xu thế tăng lên, từ 18,4% năm 2023 lên 19,5% năm 2024.", False, id="a trend"),
        pytest.param("Đã giảm ở cấp huyện (cũ) từ 18 phòng (ban) xuống còn 31 ban.", True, id="of either name, more"),
        pytest.param("Đã giảm ở cấp huyện (cũ) từ 18 phòng (ban) xuống còn 13 ban.", False, id="of either name"),
        pytest.param("Số vụ tăng từ 45 vụ năm 2024 xuống còn 32 vụ năm 2025.", True, id="more, and down"),
        pytest.param("Tỷ lệ hộ nghèo giảm từ 6,2% lên 8,1%.", True, id="less, and up"),
        pytest.param("Số hội viên giảm từ 412 xuống còn 430 người.", True, id="less, and more of them"),
        pytest.param("Tỷ lệ che phủ rừng được nâng từ 56,2% lên 52,6%.", True, id="raised, and less"),
        pytest.param("Rút ngắn thời gian giải quyết từ 10 ngày xuống còn 15 ngày.", True, id="shortened, and longer"),
        pytest.param("Số đơn giảm từ 24 đơn (năm 2025) còn 31 đơn.", True, id="less, and more left"),
        pytest.param("Số đơn giảm từ 24 đơn năm trước, còn 31 hồ sơ đang xử lý.", False, id="what is left of another"),
        pytest.param("Thu ngân sách tăng từ 900 triệu đồng lên 1,2 tỷ đồng.", False, id="two units"),
        pytest.param("Xếp hạng chỉ số tăng từ 12 lên 8.", False, id="ranks"),
        pytest.param("Giảm nghèo, nâng thu nhập từ 45 lên 52 triệu đồng.", False, id="what was raised behind a fall"),
        pytest.param("Số vụ giảm: năm 2024 xảy ra 12 vụ, năm 2025 xảy ra 15 vụ.", True, id="years behind a colon"),
        pytest.param(
            "Số đơn giảm so với năm trước: năm 2024 là 21 đơn, năm 2025 là 34 đơn.", True, id="than the year before"
        ),
        pytest.param(
            "Tội phạm giảm: 8 tháng xảy ra 14 vụ phạm pháp, cùng kỳ năm 2025 xảy ra 11 vụ.",
            True,
            id="than in that time",
        ),
        pytest.param("Số vụ giảm (năm 2024: 15 vụ, năm 2025: 12 vụ).", False, id="years in brackets"),
    ],
)
def test_ways_of_moving(body: str, found: bool, findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "change-mismatch")] == ["direction"] * found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("100% chỉ tiêu đạt và vượt kế hoạch.", False, id="aims that are counted"),
        pytest.param("Thu đạt 112% dự toán, vượt chỉ tiêu giao.", False, id="more than all"),
        pytest.param("Thu đạt 87% dự toán, không đạt chỉ tiêu giao.", False, id="less than all"),
        pytest.param("Thu đạt 95% dự toán tỉnh giao, vượt dự toán huyện giao.", False, id="two plans"),
        pytest.param("Thu đạt 95% dự toán, vượt 2 bậc về tiến độ.", False, id="past another thing"),
        pytest.param("Thu đạt 87% dự toán, hoàn thành vượt mức chỉ tiêu giao.", True, id="less, told as more"),
        pytest.param("Thu đạt 112% kế hoạch, không đạt chỉ tiêu giao.", True, id="more, told as less"),
        pytest.param(
            "Chỉ tiêu tạo việc làm cho 150 lao động; kết quả đã tạo việc làm cho 126 lao động, vượt chỉ tiêu đề ra.",
            True,
            id="a number short of its plan",
        ),
        pytest.param(
            "Chỉ tiêu tạo việc làm cho 150 lao động; kết quả đã tạo việc làm cho 162 lao động, vượt chỉ tiêu đề ra.",
            False,
            id="a number past its plan",
        ),
        pytest.param(
            "Thu 9,8 tỷ đồng/10,5 tỷ đồng, đạt 93,3%, vượt dự toán giao.", True, id="a share short of its plan"
        ),
        pytest.param("Tỷ lệ bao phủ bảo hiểm y tế đạt 93,3%, vượt kế hoạch giao.", False, id="a rate past its plan"),
        pytest.param("Bao phủ bảo hiểm y tế vượt kế hoạch, đạt 93,3%.", False, id="past its plan, with a rate"),
        pytest.param("Thu vượt dự toán tỉnh giao, đạt 95% dự toán xã giao.", False, id="past one of two plans"),
        pytest.param("Thu ngân sách vượt dự toán, đạt 87% kế hoạch giao.", True, id="past its plan, told before"),
        pytest.param("Trồng rừng không đạt kế hoạch (đạt 112%).", True, id="short of its plan, told before"),
        pytest.param(
            "Các chỉ tiêu đều đạt và vượt kế hoạch. Trồng rừng chỉ đạt 76% kế hoạch.", True, id="all aims but one"
        ),
        pytest.param("Hầu hết chỉ tiêu đều đạt. Trồng rừng chỉ đạt 76% kế hoạch.", False, id="most aims"),
        pytest.param("Đa số hộ dân đồng tình: 215/240 hộ ký cam kết.", False, id="most are most"),
        pytest.param("Đa số hộ dân đồng tình: 85/240 hộ ký cam kết.", True, id="most are few"),
        pytest.param("Đa số là lao động trẻ, tỷ lệ thất nghiệp 2,3%.", False, id="a rate of something else"),
        pytest.param("Cơ bản các thôn (chỉ 4/12 thôn) đã có nhà văn hóa.", True, id="nearly all are few"),
        pytest.param(
            "Cơ bản các thôn đã có nhà văn hóa, 4/12 thôn có nhà đạt chuẩn.", False, id="few of another matter"
        ),
        pytest.param(
            "Hầu hết hộ nghèo thiếu vốn, chiếm 35% tổng số hộ toàn xã.", False, id="a rate of a greater whole"
        ),
        pytest.param("Hầu hết hộ nghèo thiếu vốn, chiếm 35% tổng số hộ nghèo.", True, id="a rate of that whole"),
        pytest.param("Tối thiểu số người dự, đạt 85%.", False, id="'thiểu số' in two words"),
        pytest.param("Thu đạt 78% kế hoạch, dự kiến cả năm hoàn thành vượt kế hoạch.", False, id="what is expected"),
        pytest.param(
            "Thu đạt 105% dự toán nhưng chưa hoàn thành dự toán giao.", True, id="more, told as less by 'but'"
        ),
        pytest.param("15/15 chỉ tiêu đều hoàn thành. Còn 02 chỉ tiêu chưa đạt.", True, id="all of so many aims"),
        pytest.param(
            "Các chỉ tiêu đều đạt. Riêng trồng rừng chỉ đạt 76% kế hoạch.", False, id="aims with an exception"
        ),
        pytest.param(
            "Các chỉ tiêu văn hóa đều đạt. Thu ngân sách mới đạt 87% dự toán.", False, id="aims of another kind"
        ),
        pytest.param(
            "Năm 2025, các chỉ tiêu đều đạt. Năm 2026 còn 02 chỉ tiêu chưa đạt.", False, id="aims of another year"
        ),
        pytest.param("Thu đạt 52% kế hoạch năm, hoàn thành kế hoạch 6 tháng.", False, id="the plan of a part"),
        pytest.param(
            "Chỉ tiêu kết nạp 12 đảng viên; 9 tháng kết nạp 8 đảng viên, đạt và vượt chỉ tiêu cả năm.",
            True,
            id="months short of the year's plan",
        ),
        pytest.param("Dân tộc thiểu số chiếm 87% dân số.", False, id="minorities are peoples"),
    ],
)
def test_verdicts(body: str, found: bool, findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "body-appendix-mismatch")] == ["text"] * found


@pytest.mark.parametrize(
    ("body", "denied"),
    [
        pytest.param(
            "Xã không có đơn thư khiếu nại, tố cáo. Đã giải quyết 04/05 đơn khiếu nại.",
            "không có đơn thư khiếu nại",
            id="complaints",
        ),
        pytest.param(
            "Xã không có đơn khiếu nại, tố cáo vượt cấp. Đã giải quyết 05 đơn khiếu nại.", None, id="of one kind"
        ),
        pytest.param(
            "Năm 2026 không tổ chức cuộc kiểm tra nào. Qua 05 cuộc kiểm tra đã nhắc nhở 03 đơn vị.",
            "không tổ chức cuộc kiểm tra nào",
            id="inspections",
        ),
        pytest.param(
            "Năm 2025 không tổ chức cuộc kiểm tra nào. Qua 05 cuộc kiểm tra đã nhắc nhở 03 đơn vị.",
            None,
            id="of another year",
        ),
        pytest.param("Tại thôn Hạ không xảy ra vụ cháy rừng. Toàn xã có 02 vụ cháy rừng.", None, id="of one place"),
        pytest.param("Không có hộ tái nghèo. Toàn xã còn 34 hộ nghèo.", None, id="other words"),
        pytest.param(
            "Không có cán bộ, đảng viên vi phạm kỷ luật. Đảng ủy thi hành kỷ luật 02 đảng viên.",
            "Không có cán bộ, đảng viên vi phạm kỷ luật",
            id="discipline",
        ),
        pytest.param(
            "Không có trường hợp sinh con thứ ba. Trong năm có 04 trường hợp sinh con thứ ba.",
            "Không có trường hợp sinh con thứ ba",
            id="cases",
        ),
        pytest.param(
            "Xã không tổ chức cuộc giám sát chuyên đề. Qua giám sát chuyên đề đã kiến nghị 12 nội dung.",
            "không tổ chức cuộc giám sát chuyên đề",
            id="told through what was not done",
        ),
        pytest.param(
            "Đầu nhiệm kỳ chưa có trường đạt chuẩn, đến nay có 05 trường đạt chuẩn.", None, id="at the beginning"
        ),
        pytest.param(
            "Xã không còn nhà tạm, nhà dột nát. Hiện còn 07 nhà tạm chưa được xóa.",
            "không còn nhà tạm",
            id="no more, and left",
        ),
        pytest.param(
            "100% hồ sơ được giải quyết đúng hạn; còn 18 hồ sơ trễ hạn.",
            "100% hồ sơ được giải quyết đúng hạn",
            id="all in time, and some late",
        ),
        pytest.param("100% hồ sơ được giải quyết đúng hạn; không có hồ sơ trễ hạn.", None, id="all in time"),
        pytest.param(
            "Cả 12/12 thôn đều đạt chuẩn văn hóa. Thôn Nà Lốc không đạt chuẩn văn hóa.",
            "12/12 thôn đều đạt chuẩn văn hóa",
            id="all, and one by name",
        ),
        pytest.param(
            "Việc bàn giao hồ sơ, tài liệu đã hoàn thành. Hồ sơ, tài liệu chưa được bàn giao xong.",
            "Việc bàn giao hồ sơ, tài liệu đã hoàn thành",
            id="finished, and not handed over",
        ),
        pytest.param(
            "Đã giải quyết dứt điểm các kiến nghị của cử tri. Hiện còn 06 kiến nghị chưa được giải quyết.",
            "giải quyết dứt điểm các kiến nghị",
            id="settled, and some left",
        ),
        pytest.param(
            "Toàn bộ 14 chi bộ đã tổ chức đại hội đúng quy định. Riêng Chi bộ thôn 7 chưa tổ chức đại hội.",
            "Toàn bộ 14 chi bộ đã tổ chức đại hội đúng quy định",
            id="all, and one that has not",
        ),
        pytest.param(
            "Việc lập danh sách hộ nghèo đã hoàn thành. Hiện nay danh sách hộ nghèo đang được rà soát.",
            "Việc lập danh sách hộ nghèo đã hoàn thành",
            id="finished, and going on",
        ),
        pytest.param("Chưa có sản phẩm OCOP 4 sao. Có 03 sản phẩm OCOP 3 sao.", None, id="of a number of its own"),
        pytest.param(
            "Không còn nhà tạm. Đến hết năm, toàn xã còn 07 nhà tạm.",
            "Không còn nhà tạm",
            id="no more, and left at last",
        ),
        pytest.param(
            "Thi hành kỷ luật 02 đảng viên.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\nKhông có đảng viên bị kỷ luật.",
            None,
            id="none is what is striven for",
        ),
        pytest.param(
            "Không có cán bộ lãnh đạo bị kỷ luật; thi hành kỷ luật 02 đảng viên.", None, id="none of the leaders"
        ),
        pytest.param(
            "Không có đảng viên bị kỷ luật. Kiểm tra việc thi hành kỷ luật 05 đảng viên.", None, id="who was inspected"
        ),
        pytest.param(
            "100% hồ sơ lĩnh vực hộ tịch được giải quyết đúng hạn; lĩnh vực đất đai còn 18 hồ sơ quá hạn.",
            None,
            id="late in another field",
        ),
        pytest.param(
            "100% hồ sơ được giải quyết đúng hạn; lĩnh vực đất đai còn 18 hồ sơ giải quyết quá hạn.",
            "100% hồ sơ được giải quyết đúng hạn",
            id="late in one field",
        ),
        pytest.param(
            "Đã giải quyết dứt điểm các kiến nghị kéo dài. Hiện còn 06 kiến nghị mới chưa được giải quyết.",
            None,
            id="old ones settled, new ones left",
        ),
        pytest.param(
            "Đã hoàn thành việc xây dựng quy hoạch chung. Quy hoạch chung đang được triển khai.",
            None,
            id="made, and carried out now",
        ),
        pytest.param(
            "Việc lập danh sách hộ nghèo đã hoàn thành. Hiện nay danh sách trẻ em đang được rà soát.",
            None,
            id="another list goes on",
        ),
    ],
)
def test_denied_and_told(body: str, denied: str | None, findings_of: FindingsOf) -> None:
    assert findings_of(body, "body-appendix-mismatch") == ([("text", denied)] if denied else [])
