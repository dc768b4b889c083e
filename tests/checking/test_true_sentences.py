"""Sentences of reports that are right, near what the checks look for; and their twins that are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_KINDS = (
    "ratio-mismatch",
    "sum-mismatch",
    "change-mismatch",
    "table-total-mismatch",
    "body-appendix-mismatch",
    "implausible-magnitude",
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Xử phạt 05 đơn vị, mức phạt thấp nhất 6 triệu đồng, cao nhất 38 triệu đồng, tổng số tiền 84 triệu đồng.",
            id="the most beside the least",
        ),
        pytest.param(
            "Ủy ban khóa này có 35 vị, gồm: tổ chức thành viên 12 vị, cá nhân tiêu biểu 17 vị, chuyên trách 06 vị;"
            " trong đó nữ 14 vị, dân tộc thiểu số 19 vị.",
            id="of all the list, and not of its last part",
        ),
        pytest.param(
            "Vận động mỗi hội viên ủng hộ một ngày công với số tiền 92.400.000 đồng, bình quân 231.000 đồng/hội viên.",
            id="what all gave, with its mean",
        ),
        pytest.param(
            "Tổng thu: 815.000.000 đồng. Trong đó:\n- Hội phí: 395.000.000 đồng\n- Hỗ trợ: 402.000.000 đồng\n"
            "- Thu khác: 18.000.000 đồng\nTổng chi: 785.100.000 đồng. Trong đó:\n- Thăm hỏi: 585.100.000 đồng\n"
            "- Phong trào: 200.000.000 đồng",
            id="a total that opens its own list",
        ),
        pytest.param(
            "Thăm dò 320 phiếu: rất hài lòng 214 phiếu, hài lòng 97 phiếu, chưa hài lòng 09 phiếu.",
            id="what an earlier part is not",
        ),
        pytest.param("Kiểm tra 71 tổ chức đảng, đạt 118,3% kế hoạch (71/60).", id="beyond its plan, both in brackets"),
        pytest.param("Kiểm tra khi có dấu hiệu đạt 137,5% kế hoạch năm (11/8 đảng viên).", id="beyond the year's plan"),
        pytest.param(
            "Tổng số cán bộ, giáo viên: 41 người, nữ 28; gồm cán bộ quản lý 02, giáo viên 33, Tổng phụ trách Đội 01,"
            " nhân viên 05.",
            id="a post that begins with a word for totals",
        ),
        pytest.param(
            "Cấp cứu 1.508 ca, trong đó trẻ em 412 ca (bằng 3,4% số ca khám trẻ em), người lớn 1.096 ca.",
            id="a share of all of the part's own kind",
        ),
        pytest.param(
            "Bộ phận một cửa tiếp nhận 964 hồ sơ đất đai; đã giải quyết 940 hồ sơ, đúng hạn đạt trên 98% (928 hồ sơ), "
            "quá hạn 12 hồ sơ; còn 24 hồ sơ đang giải quyết.",
            id="what is late divides what is done",
        ),
        pytest.param(
            "Thu 12.845 triệu đồng, bằng 107,04% dự toán giao (12.000 triệu đồng), tăng 8,4% so với cùng kỳ.",
            id="a change against a time, beside a plan",
        ),
        pytest.param(
            "Toàn tỉnh còn 9.604 hộ nghèo, chiếm tỷ lệ 3,14%; hộ cận nghèo là 6.943 hộ, chiếm tỷ lệ 2,27%.",
            id="two parts, each with its rate",
        ),
        pytest.param(
            "Khởi tố 370 vụ, 1.042 bị can; xảy ra 9.398 vụ tai nạn, làm chết 5.293 người. So với cùng kỳ năm 2024, giảm"
            " 3.009 vụ (-24,25%), giảm 201 người chết (-3,66%).",
            id="a change whose rate tells its base",
        ),
        pytest.param(
            "Toàn huyện có 2.332 hộ nghèo, chiếm 9,51% tổng số hộ. Xã Lũng Ẳng có 120 hộ nghèo, chiếm 5,2%.",
            id="a part of the district and one of the commune",
        ),
        pytest.param(
            "Có 5/9 huyện đạt tỷ lệ này dưới 3% và cả 9/9 huyện đạt tỷ lệ dưới 10%.",
            id="a bound that each of them keeps",
        ),
        pytest.param(
            "Có 480 hộ đạt (cấp xã 404 hộ, cấp huyện 51 hộ, cấp tỉnh 23 hộ, cấp TW 2 hộ).",
            id="parts down to the centre's",
        ),
        pytest.param(
            "Thu 12.845 triệu đồng, bằng 107,04% dự toán (12.000 triệu đồng), tăng 8,4% so với cùng kỳ (11.850 triệu"
            " đồng).",
            id="a change against a time, past the plan in brackets",
        ),
        pytest.param(
            "Diện tích lúa 28.460 ha, đạt 98,65% kế hoạch (28.850 ha), giảm 452 ha (1,56%) so với vụ mùa 2018.",
            id="a change of what stands before its plan",
        ),
        pytest.param(
            "Đầu năm xã có 500 hộ nghèo, tỷ lệ 16,67%. Trong năm 120 hộ thoát nghèo; cuối năm còn 380 hộ, tỷ lệ"
            " 12,58%.",
            id="one thing at two times, each with its rate",
        ),
        pytest.param(
            "Về thiếu hụt của 391 hộ nghèo: việc làm 212 hộ (54,22%), nhà tiêu 158 hộ (40,41%), thông tin 121 hộ"
            " (30,95%).",
            id="groups that overlap, each with its rate",
        ),
        pytest.param(
            "So với năm 2025 (215 lao động), năm nay giải quyết việc làm cho 240 lao động, tăng 25 lao động (11,6%),"
            " vượt 40 lao động so với kế hoạch.",
            id="beyond a plan, beside an earlier year",
        ),
        pytest.param(
            "Đàn trâu 845 con, giảm 25 con; đàn bò 400 con, tăng 32 con so với cùng kỳ (lần lượt là 870 con và 368"
            " con).",
            id="earlier values in turn",
        ),
        pytest.param(
            "Đón 18.200 lượt khách, tăng 2.400 lượt so với năm 2025 và gấp 1,47 lần năm 2024 (12.400 lượt).",
            id="times are no earlier value",
        ),
        pytest.param(
            "Nhận 48 đơn, giảm 20% so với cùng kỳ (60 đơn), trong đó khiếu nại 12 đơn, giảm 25% (16 đơn).",
            id="the change of a part",
        ),
        pytest.param("Có 13/15 thôn đạt 100% số hộ đăng ký gia đình văn hóa.", id="so many that have all"),
        pytest.param("Cử tri đi bầu đạt 99,8%; có 12/15 khu vực bỏ phiếu đạt 100%.", id="so many areas that have all"),
        pytest.param(
            "Tiêm 4.215 liều, trong đó trâu, bò 1.120 liều, đạt 90% diện tiêm (1.245 con); chó 862 liều, đạt 86,2%.",
            id="rates of aims of their own",
        ),
        pytest.param(
            "Nhận 4.334 hồ sơ, trong đó trực tuyến 3.901 hồ sơ, đạt 90,01%; đã giải quyết 4.205 hồ sơ, trước hạn 2.915"
            " hồ sơ, đúng hạn 1.283 hồ sơ.",
            id="what was done with the whole",
        ),
        pytest.param(
            "Nhận 18 đơn, trong đó 12 đơn khiếu nại, đã giải quyết 10 đơn; 06 đơn tố cáo, đã giải quyết 06 đơn.",
            id="what was done with each part",
        ),
        pytest.param(
            "Toàn xã có 15 thôn, trong đó 12 thôn đạt chuẩn văn hóa, 09 thôn đạt chuẩn nông thôn mới và 04 thôn đạt"
            " chuẩn nông thôn mới kiểu mẫu.",
            id="standards that one may attain together",
        ),
        pytest.param(
            "Năm 2026 huy động 11,2 tỷ đồng (năm 2024: 9,1 tỷ đồng; năm 2025: 10,8 tỷ đồng).", id="other years"
        ),
        pytest.param(
            "Xây mới 12 nhà, sửa chữa 08 nhà với tổng kinh phí 1.040 triệu đồng (xây mới 60 triệu đồng/nhà, sửa chữa 40"
            " triệu đồng/nhà).",
            id="what one costs is no part",
        ),
        pytest.param(
            "Thu hồi nợ đọng 312/425 triệu đồng, đạt 73,4%; số nợ còn lại 113 triệu đồng.", id="a share of money"
        ),
        pytest.param(
            "Có 14 chi hội với 312 hội viên, bình quân 22,3 hội viên/chi hội, quỹ hội 62,4 triệu đồng, bình quân"
            " 200.000 đồng/hội viên.",
            id="a mean behind a mean",
        ),
        pytest.param(
            "Nguồn vốn đạt 612,4 tỷ đồng, tăng 48,6 tỷ đồng so với đầu năm, trong đó vốn trung ương 486,2 tỷ đồng, vốn"
            " ủy thác 58,4 tỷ đồng (cấp tỉnh 36 tỷ đồng, cấp xã 22,4 tỷ đồng), vốn huy động 67,8 tỷ đồng.",
            id="parts of a part",
        ),
        pytest.param(
            "Huy động 1.245,6 tỷ đồng; bình quân mỗi xã 7,5 tỷ đồng; trong đó vốn lồng ghép 612 tỷ đồng, vốn tín dụng"
            " 480 tỷ đồng.",
            id="a mean is no whole",
        ),
        pytest.param(
            "Rừng hiện có 29.412,5 ha, gồm rừng tự nhiên 21.204,3 ha và rừng trồng 8.208,2 ha (trong đó chưa thành rừng"
            " 1.412 ha); diện tích tự nhiên 45.110 ha.",
            id="what follows the brackets of a list",
        ),
        pytest.param(
            "Tổng số 5.214 hộ, trong đó 5.008 hộ đăng ký gia đình văn hóa (96%), kết quả có 4.536 hộ đạt, bằng 90,6% số"
            " hộ đăng ký.",
            id="some, and of those some",
        ),
        pytest.param(
            "Thu 45,2 tỷ đồng, bằng 107,6% dự toán (42 tỷ đồng), trong đó: thu tiền sử dụng đất 18 tỷ đồng (bằng 120%),"
            " thuế 12,4 tỷ đồng (bằng 103,3%), thu khác 8 tỷ đồng.",
            id="more than all, of a plan",
        ),
        pytest.param(
            "Bệnh tại 02 thôn, tiêu hủy 48 con (gồm 42 con mắc bệnh và 06 con cùng chuồng), trọng lượng 2.640 kg, bình"
            " quân 55 kg/con.",
            id="the mean of all, not of the last part",
        ),
        pytest.param(
            "Sản lượng 2.348,8 tấn, vượt 1,2% kế hoạch (2.320 tấn), tăng 70,8 tấn so với năm 2025.",
            id="a change against a year, past the plan",
        ),
        pytest.param(
            "Xuất khẩu 1.204 triệu USD, tăng 15,6% so với cùng kỳ, nhập khẩu 986 triệu USD, giảm 3,2%.",
            id="a change against a time, before another matter",
        ),
        pytest.param(
            "Cà phê 1.245 ha, trong đó kinh doanh 1.100 ha, năng suất 28,5 tạ/ha; trồng mới 45 ha.",
            id="two that are picked out",
        ),
        pytest.param(
            "Đánh giá: hoàn thành tốt 398 đồng chí (79,6%), hoàn thành xuất sắc 78 đồng chí (15,6%), hoàn thành 20 đồng"
            " chí (4,0%), không hoàn thành 04 đồng chí (0,8%).",
            id="parts of one whole that is not told",
        ),
        pytest.param(
            "Trồng 12.500 cây phân tán (quy đổi 1.000 cây/ha là 12,5 ha) và 30 ha rừng tập trung, mật độ 1.600 cây/ha.",
            id="round numbers are no slips of one another",
        ),
        pytest.param(
            "Tổng kinh phí 600 triệu đồng cho 12 hộ, mỗi hộ 50 triệu đồng, bình quân 50 triệu đồng/hộ.",
            id="what each takes, told twice",
        ),
        pytest.param(
            "Có 05 tập thể đạt danh hiệu năm 2025; năm 2026 đề nghị 07 tập thể, tăng 02 tập thể.", id="years told after"
        ),
        pytest.param(
            "Công suất 600 m³/ngày, cấp cho 1.157 hộ, bình quân 0,45 m³/hộ/ngày.", id="what may be taken is not taken"
        ),
        pytest.param(
            "Đất ở 112 ha; đất lúa 412 ha (hai vụ 300 ha, một vụ 112 ha); đất rừng 2.941 ha; đất khác 1.045 ha; tổng"
            " diện tích tự nhiên 4.510 ha.",
            id="a total behind parts of a part",
        ),
        pytest.param(
            "Nhân dân đóng góp 1,7 tỷ đồng.\n\nThu nhập bình quân đạt 42,5 triệu đồng/người/năm.\n\nCán bộ, công chức"
            " có 42 người.",
            id="a mean of neither number of other paragraphs",
        ),
        pytest.param(
            "Quỹ khuyến học đạt 245 triệu đồng, bình quân 24.900 đồng/người dân.\n\nCó 98 học sinh nữ.",
            id="pupils are not the inhabitants",
        ),
        pytest.param(
            "Thu nhập bình quân 42,5 triệu đồng/người/năm, tăng 14 triệu đồng so với năm 2021 (28,5 triệu đồng).\n\nQuỹ"
            " có 86 triệu đồng, chi 62 triệu đồng.",
            id="the change of a mean",
        ),
        pytest.param("Quyên góp được 12 tấn gạo. Gieo cấy 512 ha lúa, năng suất 60,2 tạ/ha.", id="a yield of no gift"),
        pytest.param(
            "Có 812/2.387 hộ tham gia; hơn hai phần ba số hộ (1.612 hộ) đã có nhà tiêu hợp vệ sinh.",
            id="a fraction of another matter",
        ),
        pytest.param(
            "Xảy ra 05 vụ tai nạn.\n\nĐất ở 112 ha; đất lúa 412 ha (hai vụ 300 ha, một vụ 112 ha).",
            id="a harvest is no accident",
        ),
        pytest.param(
            "Kỳ này nhận 396 hồ sơ (kể cả 24 hồ sơ kỳ trước chuyển sang là 420 hồ sơ).", id="what is counted with it"
        ),
        pytest.param(
            "Mật độ dân số như sau:\n\nTT\tĐịa phương\tDân số (người)\tDiện tích (km²)\tMật độ (người/km²)\n"
            "1\tXã Nà Pồ\t9.842\t45,12\t218\n2\tXã Nà Lạn\t7.415\t38,70\t192\n3\tXã Lũng Càng\t6.120\t52,40\t117\n"
            "\tTổng cộng\t23.377\t136,22\t172",
            id="a quotient below quotients",
        ),
        pytest.param(
            "Kết quả giám sát:\n\nSTT\tNội dung\tTổng số\tCấp tỉnh\tCấp xã\n1\tSố cuộc giám sát\t9\t1\t8\n"
            "2\tSố kiến nghị\t21\t4\t17\n3\tSố kiến nghị được tiếp thu\t19\t4\t15\n4\tTỷ lệ (%)\t90,5\t100\t88,2",
            id="a row of rates below a total column",
        ),
    ],
)
def test_right_sentences(body: str, findings_of: FindingsOf) -> None:
    assert [(kind, *found) for kind in _KINDS for found in findings_of(body, kind)] == []


def test_a_total_row_leaves_ranks_blank(findings_of: FindingsOf) -> None:
    rows = "STT\tTên trường\tSố lớp\tXếp hạng\n1\tMầm non\t24\t2\n2\tTiểu học\t34\t1\n3\tTrung học\t20\t3\n\tTổng\t78\t"
    assert findings_of(f"Quy mô các trường:\n\n{rows}", "incomplete") == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(
            "Đã giải quyết 19/33 vụ việc, 14 vụ còn lại đang giải quyết. Đã thi hành 12/15 vụ, còn 3 vụ chưa thi hành.",
            "sum-mismatch",
            id="rests of two shares",
        ),
        pytest.param(
            "Xã có 1.236 hộ. Có 1.180/1.236 hộ đăng ký gia đình văn hóa. Kết quả có 1.109 hộ đạt, chiếm 94% số hộ đăng"
            " ký.",
            "ratio-mismatch",
            id="of the part of a share",
        ),
        pytest.param(
            "Đã hỗ trợ xây mới 7 nhà, sửa chữa 4 nhà, tổng kinh phí 510 triệu đồng, bình quân 60 triệu đồng/nhà xây"
            " mới.",
            "ratio-mismatch",
            id="a mean of one of two kinds",
        ),
        pytest.param(
            "Tổ chức:\n\nSTT\tNội dung\tSố lượng\tKinh phí\n1\tSố nhà được hỗ trợ\t20\t1.040\n\tTrong đó:\t\t\n"
            "\t- Xây mới\t12\t720\n\t- Sửa chữa\t8\t320\n2\tSố hộ vay vốn\t0\t0",
            "incomplete",
            id="a row that only leads to those below",
        ),
        pytest.param(
            "1. Công tác văn thư\n\nVăn phòng đã theo dõi, đôn đốc việc giải quyết toàn bộ văn bản đến\n\n2. Công tác"
            " lưu trữ\n\nĐã chỉnh lý 12 mét tài liệu.",
            "incomplete",
            id="papers that come in",
        ),
        pytest.param(
            "Sở cấp phép cho 12 cơ sở; nơi nhận điện; nội dung bản văn; Nhân dân làm cỏ; trồng tái canh 45 ha.",
            "spelling",
            id="two words that look like a slip of one",
        ),
        pytest.param("Trồng hoa dã quỳ, rau mùng tơi; làm cỏ sục bùn.", "spelling", id="plants"),
        pytest.param("Ổ dịch phát sinh ngày 05/6/2026, hết ngày 20/8/2026.", "personal-data", id="no birth"),
        pytest.param(
            "Đại hội tổ chức ngày 12/8/2024; chuẩn y kết quả ngày 25/8/2024.", "period-mismatch", id="a result of a day"
        ),
    ],
)
def test_right_words(body: str, kind: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, kind) == []


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        pytest.param(
            "Thu 12.845 triệu đồng, bằng 107,04% dự toán (12.000 triệu đồng), tăng 18,4% so với cùng kỳ (11.850 triệu"
            " đồng).",
            "change-mismatch",
            ["18,4%"],
            id="a change against a time, past the plan in brackets",
        ),
        pytest.param(
            "Diện tích lúa 28.460 ha, đạt 98,65% kế hoạch (28.850 ha), giảm 452 ha (2,6%) so với vụ mùa 2018.",
            "change-mismatch",
            ["2,6%"],
            id="a change of what stands before its plan",
        ),
        pytest.param(
            "Giải quyết 13/15 vụ, đạt 100%.", "ratio-mismatch", ["100%"], id="the rate of what was dealt with"
        ),
        pytest.param(
            "Thu hồi nợ đọng 312/425 triệu đồng, số nợ còn lại 123 triệu đồng.",
            "sum-mismatch",
            ["123 triệu đồng"],
            id="a share of money",
        ),
        pytest.param(
            "Ban có 12 vị, chuyên trách 06 vị, trong đó nữ 14 vị.", "implausible-magnitude", ["14 vị"], id="of one part"
        ),
        pytest.param("Có 104/96 chi hội họp hè.", "ratio-mismatch", ["104/96 chi hội"], id="more than there are"),
        pytest.param(
            "Tổng số cán bộ, giáo viên: 41 người, nữ 28; gồm cán bộ quản lý 02, giáo viên 34, Tổng phụ trách Đội 01,"
            " nhân viên 05.",
            "sum-mismatch",
            ["41 người"],
            id="a post among the staff",
        ),
        pytest.param(
            "Nhận 18 đơn, trong đó 14 đơn khiếu nại, 06 đơn tố cáo.", "sum-mismatch", ["18 đơn"], id="parts alone"
        ),
    ],
)
def test_their_wrong_twins(body: str, kind: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, kind)] == found
