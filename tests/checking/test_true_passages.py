"""Whole passages of reports that are right, of every field: nothing of them is told aloud."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text

from tongket.checking.check import check_report
from tongket.model.places import Span


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Trạm Y tế khám bệnh cho 5.412 lượt người, trong đó khám bảo hiểm y tế 4.986 lượt, điều trị nội trú 212"
            " lượt, chuyển tuyến 174 lượt.",
            id="visits that are of several kinds",
        ),
        pytest.param("Chứng thực bản sao 2.146 bản, chứng thực chữ ký 310 trường hợp.", id="copies, and no hamlets"),
        pytest.param(
            "Hỗ trợ xây mới 04 nhà, sửa chữa 06 nhà với tổng số tiền 320 triệu đồng (mỗi nhà xây mới 50 triệu đồng, mỗi"
            " nhà sửa chữa 20 triệu đồng).",
            id="what each of two kinds gets",
        ),
        pytest.param(
            "Chủ tịch UBND huyện tặng Giấy khen 04 tập thể, 11 cá nhân; Chủ tịch UBND xã tặng Giấy khen 09 tập thể.",
            id="praised in the years under review",
        ),
        pytest.param(
            "Đài Truyền thanh, địa chỉ: số 12 đường Khe Bạc, điện thoại 0213.3876.543, thư điện tử dtt@example.vn.",
            id="how an office is reached",
        ),
        pytest.param(
            "Lượng mưa tháng 7 đo được 486,2 mm, cao hơn trung bình nhiều năm 112 mm; mực nước cao nhất trên suối Nậm"
            " Khe 3,42 m, trên báo động II 0,22 m.",
            id="rain, and how high the water stood",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm từ 27,36% năm 2022 xuống còn 22,18% năm 2023, 17,9% năm 2024 và 13,66% năm 2025; tính"
            " chung giảm 13,7 điểm phần trăm.",
            id="a change since the first of a row",
        ),
        pytest.param(
            "Thời gian giải quyết rút ngắn từ 15 ngày làm việc xuống còn 10 ngày làm việc (giảm 33,3%); chi phí tuân"
            " thủ giảm 27%.",
            id="the change of another matter",
        ),
        pytest.param(
            "Nền đường rộng 5 m, dày 18 cm, giá trị quyết toán 7,84 tỷ đồng (tổng mức đầu tư được duyệt 8,1 tỷ đồng).",
            id="a value that is no price",
        ),
        pytest.param(
            "Thi hành kỷ luật 312 đảng viên (khiển trách 198, cảnh cáo 76, cách chức 09, khai trừ 29), chiếm 0,58% tổng"
            " số đảng viên (53.800 đảng viên).",
            id="the rate of what brackets divide",
        ),
        pytest.param(
            "Năm 2024 xây mới 18 nhà, sửa chữa 14 nhà. Năm 2025 xây mới 32 nhà, sửa chữa 09 nhà.",
            id="as many new ones in another year",
        ),
        pytest.param(
            "Công trình không sử dụng vốn ngân sách xã, do Nhân dân đóng góp 120 triệu đồng, ngân sách tỉnh hỗ trợ 80"
            " triệu đồng.",
            id="the budget of another level",
        ),
        pytest.param(
            "Đồng chí Lường Văn Xôm, Bí thư Chi bộ thôn Nà Pản; đồng chí Giàng A Tủa, Bí thư Chi bộ thôn Khe Lạnh.",
            id="posts of two hamlets",
        ),
        pytest.param(
            "Có 27/29 đại biểu dự họp (vắng 02), biểu quyết nhất trí 100% (27/27 đại biểu có mặt).",
            id="all of those who are present",
        ),
        pytest.param(
            "29/29 đại biểu được triệu tập có mặt vào phiên khai mạc; phiên bế mạc vắng 01 đồng chí.",
            id="absent from another session",
        ),
        pytest.param(
            "Lần đầu tiên xã tổ chức Ngày hội đọc sách (năm 2024); năm 2026 Ngày hội đọc sách lần thứ ba thu hút 412"
            " em.",
            id="the first time, and a later one",
        ),
        pytest.param(
            "Trường thành lập năm 1998, tách từ Trường Phổ thông cơ sở (thành lập năm 1972); năm 2026 kỷ niệm 28 năm"
            " thành lập.",
            id="the school that it was part of",
        ),
        pytest.param(
            "Tặng 120 suất quà, mỗi suất gồm 500.000 đồng tiền mặt và hiện vật; tổng trị giá 78 triệu đồng.",
            id="goods that go with the money",
        ),
        pytest.param("Trong tháng 7 lực lượng trực 31 ngày.", id="those on duty"),
        pytest.param(
            "Đầu năm có 4.962 hộ nghèo (31,42% của 15.793 hộ), cuối năm còn 4.263 hộ (26,85% của 15.877 hộ), giảm 699"
            " hộ, tương ứng 4,57 điểm phần trăm.",
            id="each rate with its whole behind it",
        ),
        pytest.param(
            "Kế hoạch có 31 chỉ tiêu, trong đó 12 chỉ tiêu kinh tế, 13 chỉ tiêu xã hội, 06 chỉ tiêu môi trường; 6"
            " tháng có 14 chỉ tiêu đạt từ 50% trở lên, 11 chỉ tiêu đạt dưới 50%.",
            id="what each of them reached",
        ),
        pytest.param(
            "Cấp tỉnh tổ chức 06 lớp tập huấn cho 412 cán bộ.\nCấp xã tổ chức 24 lớp tập huấn cho 1.186 cán bộ.",
            id="told of two levels",
        ),
        pytest.param(
            "Vụ xuân gieo cấy 212,4 ha, năng suất 52,1 tạ/ha.\nVụ mùa gieo cấy 356,2 ha, năng suất 46,4 tạ/ha.",
            id="told of two seasons",
        ),
        pytest.param(
            "Phát 1.500 tờ rơi tuyên truyền phòng, chống tảo hôn.\nPhát 800 tờ rơi tuyên truyền phòng, chống ma túy.",
            id="told of two matters",
        ),
        pytest.param(
            "01/03 trường đạt chuẩn mức độ 2.\nTồn tại: còn 02/03 trường chưa đạt chuẩn mức độ 2.", id="all but one"
        ),
        pytest.param(
            "Không có khiếu nại, tố cáo vượt cấp.\nTiếp nhận 05 đơn khiếu nại, 02 đơn tố cáo thuộc thẩm quyền.",
            id="letters, but not to the level above",
        ),
        pytest.param(
            "Giá trị sản xuất công nghiệp tăng 9,8%.\nĐánh giá chung: giá trị sản xuất nông nghiệp tăng 4,2%; giá trị"
            " sản xuất công nghiệp - xây dựng tăng 8,9%.",
            id="the growth of more",
        ),
        pytest.param(
            "Nhân dân hiến 4.250 m2 đất.\nVề giao thông, xã làm 03 tuyến.\nTuyến Khe Lạnh: 14 hộ hiến 2.400 m2 đất.",
            id="behind the label of a part",
        ),
        pytest.param(
            "Không có thiệt hại về người do cháy; tai nạn giao thông làm chết 02 người.\nĐuối nước 01 cháu tử vong.",
            id="harm by another cause",
        ),
        pytest.param(
            "Trả nợ đúng hạn 99,93%; lãi suất 6,6%/năm, thấp hơn 3,4 điểm % so với thị trường (10%).",
            id="a yearly rate beside another rate",
        ),
        pytest.param("Huy động 3.120 ngày công x 250.000 đồng = 780 triệu đồng.", id="the price of a day"),
    ],
)
def test_nothing_is_told_aloud(body: str) -> None:
    report = read_text(HEAD + TITLE + body + TAIL)
    within = range(len(HEAD + TITLE), len(HEAD + TITLE + body))
    told = [one for one in check_report(report) if one.severity != "info" and isinstance(one.place, Span)]
    assert [(one.kind, passage(report, one)) for one in told if one.place.start in within] == []


def test_a_form_below_the_signature_is_left_to_those_who_fill_it_in() -> None:
    form = (
        "\nLò Văn Pâng\n\nMẫu số 01\nPHIẾU LẤY Ý KIẾN\nNgày ..... tháng ..... năm .....\nVề: .......... trong dự thảo\n"
    )
    report = read_text(HEAD + TITLE + "Đã tiếp 128 lượt công dân." + TAIL + form)
    assert [one for one in check_report(report) if one.kind == "incomplete" and one.severity != "info"] == []
