"""Outlines of offices of many kinds, made up, each with the sections that a reader of outlines would give.

A section is a heading with a number or mark of its own, or a numbered paragraph; also a phrase about a matter on a line
of its own or before a colon ('- Hạn chế: ...'). Captions of tables, labels before a bare value ('- Còn hiệu lực: 39 văn
bản.') and what an appendix holds are none.
"""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """A text, and level, number or mark, and title of its sections in reading order."""

    text: str
    sections: list[tuple[int, str, str | None]]


SHAPES = {
    "a Party committee: Roman numbers and a dash": Shape(
        """\
ĐẢNG BỘ TỈNH MẪU SƠN		ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ KHE VÂN
*		Khe Vân, ngày 12 tháng 6 năm 2026
Số 45-BC/ĐU

BÁO CÁO
kết quả lãnh đạo thực hiện nhiệm vụ 6 tháng đầu năm 2026
-----
Thực hiện Chương trình công tác năm 2026, Ban Chấp hành Đảng bộ xã báo cáo như sau:

I- TÌNH HÌNH VÀ CÔNG TÁC LÃNH ĐẠO
1- Tình hình chung
Xã có 14 thôn, 22 chi bộ trực thuộc.
2- Công tác lãnh đạo, chỉ đạo
Đảng ủy đã ban hành 12 văn bản.
II- KẾT QUẢ THỰC HIỆN NHIỆM VỤ
1- Công tác xây dựng Đảng
1.1- Công tác chính trị, tư tưởng
Đã mở 3 hội nghị học tập.
1.2- Công tác tổ chức, cán bộ
a) Kết nạp đảng viên
Kết nạp 9 đảng viên.
b) Đào tạo, bồi dưỡng: Cử 11 đồng chí đi học.
1.3- Công tác kiểm tra, giám sát: Kiểm tra 4 chi bộ, giám sát 3 chi bộ.
2- Lãnh đạo phát triển kinh tế
Thu ngân sách đạt 62% dự toán.
III- NHIỆM VỤ 6 THÁNG CUỐI NĂM
(1) Tiếp tục củng cố các chi bộ yếu.
(2) Hoàn thành việc rà soát hộ nghèo trước ngày 15/11/2026.
(3) Chuẩn bị tốt hội nghị tổng kết năm.

Nơi nhận:		T/M BAN THƯỜNG VỤ
- Lưu Văn phòng.		BÍ THƯ
""",
        [
            (1, "I", "TÌNH HÌNH VÀ CÔNG TÁC LÃNH ĐẠO"),
            (2, "1", "Tình hình chung"),
            (2, "2", "Công tác lãnh đạo, chỉ đạo"),
            (1, "II", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ"),
            (2, "1", "Công tác xây dựng Đảng"),
            (3, "1.1", "Công tác chính trị, tư tưởng"),
            (3, "1.2", "Công tác tổ chức, cán bộ"),
            (4, "a", "Kết nạp đảng viên"),
            (4, "b", "Đào tạo, bồi dưỡng"),
            (3, "1.3", "Công tác kiểm tra, giám sát"),
            (2, "2", "Lãnh đạo phát triển kinh tế"),
            (1, "III", "NHIỆM VỤ 6 THÁNG CUỐI NĂM"),
            (2, "1", None),
            (2, "2", None),
            (2, "3", None),
        ],
    ),
    "a Front committee: parts, letters and numbers of three steps": Shape(
        """\
ỦY BAN MTTQ VIỆT NAM
TỈNH VÂN GIANG
BAN THƯỜNG TRỰC

BÁO CÁO
Tổng kết 05 năm thực hiện cuộc vận động, giai đoạn 2021 - 2025

PHẦN THỨ NHẤT
KẾT QUẢ 05 NĂM THỰC HIỆN CUỘC VẬN ĐỘNG,
GIAI ĐOẠN 2021 - 2025

A. ĐẶC ĐIỂM TÌNH HÌNH
Tỉnh có 96 xã, phường.

B. KẾT QUẢ THỰC HIỆN
I. Công tác tuyên truyền
1. Tuyên truyền trên báo, đài
Đã đăng 1.204 tin.
2. Tuyên truyền miệng
2.1. Ở cấp tỉnh
2.1.1. Hội nghị báo cáo viên
Tổ chức 12 hội nghị.
2.1.2. Sinh hoạt chuyên đề
Tổ chức 5 buổi.
2.2. Ở cấp xã
Tổ chức 310 buổi.
II. Công tác vận động
1. Quỹ “Vì người nghèo”
Vận động được 12,4 tỷ đồng.
2. Xóa nhà tạm
Đã xóa 1.120 nhà.

PHẦN THỨ HAI
PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN 2026 - 2030

I. PHƯƠNG HƯỚNG
Tiếp tục đổi mới nội dung cuộc vận động.
II. NHIỆM VỤ TRỌNG TÂM
Thứ nhất, đẩy mạnh tuyên truyền ở cơ sở.
Thứ hai, nâng cao chất lượng giám sát.
Thứ ba, chăm lo cho người nghèo.

TM. BAN THƯỜNG TRỰC
CHỦ TỊCH
""",
        [
            (1, "PHẦN THỨ NHẤT", "KẾT QUẢ 05 NĂM THỰC HIỆN CUỘC VẬN ĐỘNG, GIAI ĐOẠN 2021 - 2025"),
            (2, "A", "ĐẶC ĐIỂM TÌNH HÌNH"),
            (2, "B", "KẾT QUẢ THỰC HIỆN"),
            (3, "I", "Công tác tuyên truyền"),
            (4, "1", "Tuyên truyền trên báo, đài"),
            (4, "2", "Tuyên truyền miệng"),
            (5, "2.1", "Ở cấp tỉnh"),
            (6, "2.1.1", "Hội nghị báo cáo viên"),
            (6, "2.1.2", "Sinh hoạt chuyên đề"),
            (5, "2.2", "Ở cấp xã"),
            (3, "II", "Công tác vận động"),
            (4, "1", "Quỹ “Vì người nghèo”"),
            (4, "2", "Xóa nhà tạm"),
            (1, "PHẦN THỨ HAI", "PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN 2026 - 2030"),
            (2, "I", "PHƯƠNG HƯỚNG"),
            (2, "II", "NHIỆM VỤ TRỌNG TÂM"),
            (3, "Thứ nhất", None),
            (3, "Thứ hai", None),
            (3, "Thứ ba", None),
        ],
    ),
    "a school: slashes behind the numbers": Shape(
        """\
PHÒNG GD&ĐT HUYỆN NÀ SÁN		CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG THCS PHÚ KHÊ		Độc lập - Tự do - Hạnh phúc
Số: 21/BC-THCSPK		Phú Khê, ngày 25 tháng 5 năm 2023

BÁO CÁO
Tổng kết năm học 2022 - 2023

I/ ĐẶC ĐIỂM TÌNH HÌNH:
1/ Thuận lợi:
- Được sự quan tâm của Đảng ủy, UBND xã.
- Đội ngũ giáo viên trẻ, nhiệt tình.
2/ Khó khăn:
- Cơ sở vật chất còn thiếu.
II/ KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM HỌC:
1/ Quy mô trường, lớp: Toàn trường có 12 lớp với 418 học sinh.
2/ Chất lượng giáo dục:
a/ Hạnh kiểm: Tốt 360 em, khá 58 em.
b/ Học lực:
Giỏi	52
Khá	171
Trung bình	195
c/ Học sinh giỏi các cấp: Cấp huyện có 14 em.
3/Công tác phổ cập giáo dục
Duy trì vững chắc kết quả phổ cập.
III/ PHƯƠNG HƯỚNG NĂM HỌC 2023 - 2024:
1/ Giữ vững sĩ số, không để học sinh bỏ học.
2/ Bồi dưỡng giáo viên dạy chương trình mới.

		HIỆU TRƯỞNG
""",
        [
            (1, "I", "ĐẶC ĐIỂM TÌNH HÌNH"),
            (2, "1", "Thuận lợi"),
            (2, "2", "Khó khăn"),
            (1, "II", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM HỌC"),
            (2, "1", "Quy mô trường, lớp"),
            (2, "2", "Chất lượng giáo dục"),
            (3, "a", "Hạnh kiểm"),
            (3, "b", "Học lực"),
            (3, "c", "Học sinh giỏi các cấp"),
            (2, "3", "Công tác phổ cập giáo dục"),
            (1, "III", "PHƯƠNG HƯỚNG NĂM HỌC 2023 - 2024"),
            (2, "1", None),
            (2, "2", None),
        ],
    ),
    "a hospital: lines of a PDF, headings over two lines, glued numbers": Shape(
        """\
SỞ Y TẾ TỈNH ĐÔNG HOÀI
BỆNH VIỆN ĐA KHOA HUYỆN KHE LẠNH
Số: 118/BC-BV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Lạnh, ngày 10 tháng 7 năm 2024

BÁO CÁO
Kết quả công tác 6 tháng đầu năm và phương hướng, nhiệm vụ
6 tháng cuối năm 2024

I.KẾT QUẢ THỰC HIỆN CÔNG TÁC CHUYÊN MÔN VÀ CÔNG TÁC
QUẢN LÝ 6 THÁNG ĐẦU NĂM 2024
1.Công tác khám bệnh, chữa bệnh và phòng, chống dịch bệnh trên địa bàn
huyện trong 6 tháng đầu năm
Tổng số lượt khám bệnh là 48.210 lượt, tăng so với cùng kỳ năm trước. Công
suất sử dụng giường bệnh đạt 91%. Bệnh viện đã triển khai thêm 06 kỹ thuật mới
thuộc phân tuyến tỉnh.
1.1.Khám bệnh ngoại trú
Khám 41.020 lượt người bệnh có thẻ bảo hiểm y tế, chiếm phần lớn số lượt
khám của bệnh viện.
1.2.Điều trị nội trú
Điều trị 7.190 lượt người bệnh, số ngày điều trị bình quân là 6,2 ngày cho
mỗi đợt.
2 . Công tác dược, vật tư, trang thiết bị y tế
Bảo đảm đủ thuốc thiết yếu cho người bệnh nội trú, không để xảy ra tình
trạng thiếu thuốc kéo dài.
3. Công tác tài chính kế toán, thực hiện cơ chế tự chủ theo Nghị định của
Chính phủ
Bệnh viện tự bảo đảm một phần chi thường xuyên, thu nhập tăng thêm của
viên chức ổn định.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024
1. Duy trì công suất sử dụng giường bệnh, nâng cao chất lượng chăm sóc
người bệnh toàn diện tại các khoa lâm sàng.
2. Hoàn thành đề án vị trí việc làm trình Sở Y tế phê duyệt trước ngày
30/9/2024.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.
GIÁM ĐỐC
""",
        [
            (1, "I", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CHUYÊN MÔN VÀ CÔNG TÁC QUẢN LÝ 6 THÁNG ĐẦU NĂM 2024"),
            (
                2,
                "1",
                "Công tác khám bệnh, chữa bệnh và phòng, chống dịch bệnh trên địa bàn huyện trong 6 tháng đầu năm",
            ),
            (3, "1.1", "Khám bệnh ngoại trú"),
            (3, "1.2", "Điều trị nội trú"),
            (2, "2", "Công tác dược, vật tư, trang thiết bị y tế"),
            (2, "3", "Công tác tài chính kế toán, thực hiện cơ chế tự chủ theo Nghị định của Chính phủ"),
            (1, "II", "PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024"),
            (2, "1", None),
            (2, "2", None),
        ],
    ),
    "a court: Arabic numbers at the top": Shape(
        """\
TÒA ÁN NHÂN DÂN
TỈNH LÂM PHƯỚC

BÁO CÁO
Kết quả công tác năm 2022 của Tòa án nhân dân hai cấp tỉnh Lâm Phước

1. Kết quả giải quyết, xét xử các loại vụ án
1.1. Án hình sự
Thụ lý 612 vụ với 1.048 bị cáo; đã giải quyết 598 vụ.
1.2. Án dân sự: Thụ lý 2.310 vụ; đã giải quyết 2.044 vụ.
1.3. Áp dụng biện pháp xử lý hành chính
Đã giải quyết 201 hồ sơ.
2. Công tác tổ chức cán bộ.
2.1. Về biên chế
Toàn ngành có 148 biên chế.
2.2. Về đào tạo, bồi dưỡng. Cử 31 lượt công chức đi học.
3. Tồn tại, hạn chế và nguyên nhân
3.1. Tồn tại, hạn chế
- Một số vụ án dân sự còn để quá hạn luật định.
- Tỷ lệ hòa giải thành chưa cao.
3.2. Nguyên nhân
a. Nguyên nhân khách quan: Số lượng án tăng, biên chế không tăng.
b. Nguyên nhân chủ quan: Một số thẩm phán chưa chủ động.
4. Phương hướng, nhiệm vụ năm 2023
Thứ nhất: Giải quyết án đúng thời hạn luật định.
Thứ hai: Tăng cường hòa giải, đối thoại tại Tòa án.

CHÁNH ÁN
""",
        [
            (1, "1", "Kết quả giải quyết, xét xử các loại vụ án"),
            (2, "1.1", "Án hình sự"),
            (2, "1.2", "Án dân sự"),
            (2, "1.3", "Áp dụng biện pháp xử lý hành chính"),
            (1, "2", "Công tác tổ chức cán bộ."),
            (2, "2.1", "Về biên chế"),
            (2, "2.2", "Về đào tạo, bồi dưỡng"),
            (1, "3", "Tồn tại, hạn chế và nguyên nhân"),
            (2, "3.1", "Tồn tại, hạn chế"),
            (2, "3.2", "Nguyên nhân"),
            (3, "a", "Nguyên nhân khách quan"),
            (3, "b", "Nguyên nhân chủ quan"),
            (1, "4", "Phương hướng, nhiệm vụ năm 2023"),
            (2, "Thứ nhất", None),
            (2, "Thứ hai", None),
        ],
    ),
    "a company: numbers without a stop, small Roman numbers": Shape(
        """\
CÔNG TY CỔ PHẦN CẤP NƯỚC SÔNG GIÀ		CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 88/BC-CNSG		Độc lập - Tự do - Hạnh phúc

BÁO CÁO
Tình hình sản xuất kinh doanh quý II năm 2025

Kính gửi: Hội đồng quản trị Công ty

I TÌNH HÌNH SẢN XUẤT KINH DOANH
1 Sản lượng nước
1.1 Nước sản xuất
Đạt 2,31 triệu m3, bằng 102% kế hoạch quý.
1.2 Nước thương phẩm
Đạt 1,98 triệu m3.
2 Doanh thu, lợi nhuận
Doanh thu đạt 18,6 tỷ đồng. Lợi nhuận trước thuế đạt 2,1 tỷ đồng.
II CÔNG TÁC ĐẦU TƯ
1 Dự án nâng cấp nhà máy
Đang thi công, dự kiến hoàn thành quý IV.
2 Dự án chống thất thoát
(i) Đã thay 1.240 đồng hồ.
(ii) Đã lắp 14 van giảm áp.
(iii) Tỷ lệ thất thoát còn 14,2%.
III KIẾN NGHỊ
Đề nghị Hội đồng quản trị xem xét, phê duyệt phương án vay vốn.

TỔNG GIÁM ĐỐC
""",
        [
            (1, "I", "TÌNH HÌNH SẢN XUẤT KINH DOANH"),
            (2, "1", "Sản lượng nước"),
            (3, "1.1", "Nước sản xuất"),
            (3, "1.2", "Nước thương phẩm"),
            (2, "2", "Doanh thu, lợi nhuận"),
            (1, "II", "CÔNG TÁC ĐẦU TƯ"),
            (2, "1", "Dự án nâng cấp nhà máy"),
            (2, "2", "Dự án chống thất thoát"),
            (3, "(i)", None),
            (3, "(ii)", None),
            (3, "(iii)", None),
            (1, "III", "KIẾN NGHỊ"),
        ],
    ),
    "a trade union: Markdown": Shape(
        """\
# BÁO CÁO

**Kết quả hoạt động công đoàn năm 2024**

Thực hiện chương trình công tác, Ban Chấp hành Công đoàn Công ty báo cáo như sau:

## I. TÌNH HÌNH CHUNG

### 1. Tình hình lao động

Tổng số lao động là 412 người.

### 2. Việc làm, thu nhập

Thu nhập bình quân 9,4 triệu đồng/người/tháng.

## II. KẾT QUẢ HOẠT ĐỘNG

**1. Chăm lo, bảo vệ quyền lợi đoàn viên**

- **Thăm hỏi, trợ cấp:** Đã thăm 64 lượt đoàn viên.
- **Đối thoại định kỳ:** Tổ chức 2 cuộc.

**2. Phong trào thi đua:** Có 38 sáng kiến được công nhận.

**3. Xây dựng tổ chức công đoàn**

**a) Kết nạp đoàn viên**

Kết nạp 27 đoàn viên mới.

**b) Bồi dưỡng cán bộ công đoàn**

Mở 3 lớp.

## III. PHƯƠNG HƯỚNG NĂM 2025

1. Tổ chức đại hội công đoàn cơ sở.
2. Ký lại thỏa ước lao động tập thể.

TM. BAN CHẤP HÀNH
CHỦ TỊCH
""",
        [
            (1, "I", "TÌNH HÌNH CHUNG"),
            (2, "1", "Tình hình lao động"),
            (2, "2", "Việc làm, thu nhập"),
            (1, "II", "KẾT QUẢ HOẠT ĐỘNG"),
            (2, "1", "Chăm lo, bảo vệ quyền lợi đoàn viên"),
            (3, "-", "Thăm hỏi, trợ cấp"),
            (3, "-", "Đối thoại định kỳ"),
            (2, "2", "Phong trào thi đua"),
            (2, "3", "Xây dựng tổ chức công đoàn"),
            (3, "a", "Kết nạp đoàn viên"),
            (3, "b", "Bồi dưỡng cán bộ công đoàn"),
            (1, "III", "PHƯƠNG HƯỚNG NĂM 2025"),
            (2, "1", None),
            (2, "2", None),
        ],
    ),
    "a decision with its plan": Shape(
        """\
ỦY BAN NHÂN DÂN		CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LŨNG PHÌN		Độc lập - Tự do - Hạnh phúc
Số: 77/QĐ-UBND		Lũng Phìn, ngày 03 tháng 3 năm 2026

QUYẾT ĐỊNH
Ban hành Kế hoạch phòng, chống cháy rừng năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Theo đề nghị của Trưởng phòng Kinh tế.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống cháy rừng năm 2026.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Điều 3. Chánh Văn phòng, Trưởng phòng Kinh tế chịu trách nhiệm thi hành.

Nơi nhận:		TM. ỦY BAN NHÂN DÂN
- Như Điều 3;		CHỦ TỊCH
- Lưu: VT.

KẾ HOẠCH
Phòng, chống cháy rừng năm 2026
(Kèm theo Quyết định số 77/QĐ-UBND ngày 03/3/2026)

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Hạn chế thấp nhất số vụ cháy rừng.
2. Yêu cầu
Bám sát phương châm bốn tại chỗ.
II. NỘI DUNG
1. Tuyên truyền
a) Đối tượng: chủ rừng, các hộ nhận khoán.
b) Hình thức: họp thôn, loa truyền thanh.
2. Tuần tra, canh gác
Tổ chức 4 tổ tuần tra.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế: Chủ trì, theo dõi việc thực hiện Kế hoạch.
2. Công an xã: Phối hợp kiểm tra, xử lý vi phạm.
3. Các thôn
- Họp dân, ký cam kết.
- Báo ngay khi có cháy.
""",
        [
            (1, "Điều 1", None),
            (1, "Điều 2", None),
            (1, "Điều 3", None),
            (1, "I", "MỤC ĐÍCH, YÊU CẦU"),
            (2, "1", "Mục đích"),
            (2, "2", "Yêu cầu"),
            (1, "II", "NỘI DUNG"),
            (2, "1", "Tuyên truyền"),
            (3, "a", "Đối tượng"),
            (3, "b", "Hình thức"),
            (2, "2", "Tuần tra, canh gác"),
            (1, "III", "TỔ CHỨC THỰC HIỆN"),
            (2, "1", "Phòng Kinh tế"),
            (2, "2", "Công an xã"),
            (2, "3", "Các thôn"),
        ],
    ),
    "rules with chapters, divisions and articles": Shape(
        """\
BAN CHẤP HÀNH ĐẢNG BỘ XÃ NÀ VẠC

QUY CHẾ
làm việc của Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025 - 2030
-----

Chương I
NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Quy chế này quy định nguyên tắc, chế độ làm việc.

Điều 2. Nguyên tắc làm việc
1. Tập trung dân chủ, tập thể lãnh đạo, cá nhân phụ trách.
2. Mỗi đồng chí chịu trách nhiệm về:
a) Lĩnh vực được phân công;
b) Địa bàn được phân công.

Chương II
TRÁCH NHIỆM, QUYỀN HẠN

Mục 1
BAN CHẤP HÀNH

Điều 3. Nhiệm vụ của Ban Chấp hành
1. Quyết định chủ trương lớn.

Mục 2
BAN THƯỜNG VỤ

Điều 4. Nhiệm vụ của Ban Thường vụ
1. Lãnh đạo công tác thường xuyên.
2. Chuẩn bị hội nghị Ban Chấp hành.

T/M BAN CHẤP HÀNH
BÍ THƯ
""",
        [
            (1, "Chương I", "NHỮNG QUY ĐỊNH CHUNG"),
            (2, "Điều 1", "Phạm vi điều chỉnh"),
            (2, "Điều 2", "Nguyên tắc làm việc"),
            (3, "1", None),
            (3, "2", "Mỗi đồng chí chịu trách nhiệm về"),
            (4, "a", None),
            (4, "b", None),
            (1, "Chương II", "TRÁCH NHIỆM, QUYỀN HẠN"),
            (2, "Mục 1", "BAN CHẤP HÀNH"),
            (3, "Điều 3", "Nhiệm vụ của Ban Chấp hành"),
            (4, "1", None),
            (2, "Mục 2", "BAN THƯỜNG VỤ"),
            (3, "Điều 4", "Nhiệm vụ của Ban Thường vụ"),
            (4, "1", None),
            (4, "2", None),
        ],
    ),
    "headings in capitals without numbers": Shape(
        """\
HỘI CỰU CHIẾN BINH VIỆT NAM
HỘI CỰU CHIẾN BINH XÃ CẦU VÒNG

BÁO CÁO

Kết quả công tác Hội năm 2025

Thực hiện nghị quyết đại hội, Hội Cựu chiến binh xã báo cáo như sau:

ĐẶC ĐIỂM TÌNH HÌNH

Toàn xã có 312 hội viên, sinh hoạt ở 11 chi hội.

KẾT QUẢ CÔNG TÁC

Công tác tuyên truyền

Tổ chức 14 buổi nói chuyện truyền thống.

Công tác giúp nhau làm kinh tế

Dư nợ vốn vay là 6,4 tỷ đồng.

ĐÁNH GIÁ CHUNG

Ưu điểm: Các chi hội sinh hoạt đều.

Hạn chế: Một số chi hội chưa có quỹ.

PHƯƠNG HƯỚNG NĂM 2026

Tiếp tục giúp hội viên thoát nghèo.

TM. BAN CHẤP HÀNH
CHỦ TỊCH
""",
        [
            (1, "", "ĐẶC ĐIỂM TÌNH HÌNH"),
            (1, "", "KẾT QUẢ CÔNG TÁC"),
            (2, "", "Công tác tuyên truyền"),
            (2, "", "Công tác giúp nhau làm kinh tế"),
            (1, "", "ĐÁNH GIÁ CHUNG"),
            (2, "", "Ưu điểm"),
            (2, "", "Hạn chế"),
            (1, "", "PHƯƠNG HƯỚNG NĂM 2026"),
        ],
    ),
    "a department: tasks by groups, tables and captions between": Shape(
        """\
SỞ NỘI VỤ TỈNH MẪU SƠN		CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 302/BC-SNV		Độc lập - Tự do - Hạnh phúc

BÁO CÁO
Kết quả cải cách hành chính quý III năm 2026

Phần I
CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH

1. Ban hành văn bản
Sở đã ban hành 21 văn bản.

Bảng 1. Số văn bản theo loại
TT	Loại văn bản	Số lượng
1	Kế hoạch	4
2	Công văn	17

2. Kiểm tra
Kiểm tra 12 đơn vị.

Phần II
KẾT QUẢ THỰC HIỆN

1. Cải cách thể chế
1.1. Xây dựng văn bản quy phạm pháp luật:
Trình 3 văn bản.
1.2. Rà soát văn bản:
Rà soát 45 văn bản, trong đó:
- Còn hiệu lực: 39 văn bản.
- Hết hiệu lực: 6 văn bản.
2. Cải cách thủ tục hành chính
Nhóm 1: Thủ tục nội bộ
Đã công bố 14 thủ tục.
Nhóm 2: Thủ tục liên thông
Đã công bố 6 thủ tục.

Phần III
KIẾN NGHỊ, ĐỀ XUẤT

Không có.

Nơi nhận:		GIÁM ĐỐC
- Lưu: VT.
""",
        [
            (1, "Phần I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"),
            (2, "1", "Ban hành văn bản"),
            (2, "2", "Kiểm tra"),
            (1, "Phần II", "KẾT QUẢ THỰC HIỆN"),
            (2, "1", "Cải cách thể chế"),
            (3, "1.1", "Xây dựng văn bản quy phạm pháp luật"),
            (3, "1.2", "Rà soát văn bản"),
            (2, "2", "Cải cách thủ tục hành chính"),
            (3, "Nhóm 1", "Thủ tục nội bộ"),
            (3, "Nhóm 2", "Thủ tục liên thông"),
            (1, "Phần III", "KIẾN NGHỊ, ĐỀ XUẤT"),
        ],
    ),
    "a women's union: marks below the numbers, an appendix of prose": Shape(
        """\
HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN CHẤP HÀNH HUYỆN TÂN KIÊN
***
Số: 19/BC-BTV		Tân Kiên, ngày 02 tháng 12 năm 2019

BÁO CÁO
Sơ kết 3 năm thực hiện Đề án

I. Kết quả thực hiện:
1. Công tác chỉ đạo, triển khai:
* Cấp huyện:
- Ban hành 4 kế hoạch.
- Mở 2 lớp tập huấn.
* Cấp xã:
- 18/18 cơ sở có kế hoạch.
2. Kết quả cụ thể:
a. Vốn vay:
+ Ngân hàng Chính sách xã hội: Dư nợ 84 tỷ đồng.
+ Quỹ tương trợ: 1,2 tỷ đồng.
b. Dạy nghề:
Mở 11 lớp cho 330 học viên.
II. Đánh giá chung:
1. Ưu điểm:
Đề án được chị em hưởng ứng.
2. Hạn chế, nguyên nhân:
- Hạn chế: Số mô hình còn ít.
- Nguyên nhân: Kinh phí hạn hẹp.
III. Phương hướng:
1. Nhân rộng mô hình tổ tiết kiệm;
2. Tiếp tục tập huấn cho cán bộ hội.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

PHỤ LỤC
ĐỀ CƯƠNG BÁO CÁO CỦA CƠ SỞ

I. Tình hình chung
Nêu khái quát tình hình của cơ sở.
II. Kết quả thực hiện
1. Công tác chỉ đạo
Nêu các văn bản đã ban hành.
2. Kết quả cụ thể
Nêu số liệu đến ngày 30/11/2019.
""",
        [
            (1, "I", "Kết quả thực hiện"),
            (2, "1", "Công tác chỉ đạo, triển khai"),
            (3, "*", "Cấp huyện"),
            (3, "*", "Cấp xã"),
            (2, "2", "Kết quả cụ thể"),
            (3, "a", "Vốn vay"),
            (3, "b", "Dạy nghề"),
            (1, "II", "Đánh giá chung"),
            (2, "1", "Ưu điểm"),
            (2, "2", "Hạn chế, nguyên nhân"),
            (3, "-", "Hạn chế"),
            (3, "-", "Nguyên nhân"),
            (1, "III", "Phương hướng"),
            (2, "1", None),
            (2, "2", None),
        ],
    ),
    "a letter without a type": Shape(
        """\
UBND TỈNH MẪU SƠN
SỞ TÀI CHÍNH
Số: 123/STC-QLNS
V/v báo cáo tình hình giải ngân
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu Sơn, ngày 12 tháng 5 năm 2025

Kính gửi: Ủy ban nhân dân các xã, phường

Thực hiện Công văn số 45/UBND-TH ngày 02/5/2025 của UBND tỉnh, Sở Tài chính đề nghị các đơn vị:

1. Rà soát toàn bộ dự án chậm giải ngân.
2. Báo cáo theo các nội dung sau:
a) Kết quả giải ngân đến ngày 30/4/2025;
b) Khó khăn, vướng mắc;
c) Kiến nghị, đề xuất.
3. Gửi báo cáo trước ngày 20/5/2025.

Đề nghị các đơn vị quan tâm thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT, QLNS.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
""",
        [
            (1, "1", None),
            (1, "2", "Báo cáo theo các nội dung sau"),
            (2, "a", None),
            (2, "b", None),
            (2, "c", None),
            (1, "3", None),
        ],
    ),
    "minutes of a meeting": Shape(
        """\
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BIÊN BẢN
Họp giao ban tháng 5 năm 2025

I. Thời gian, địa điểm
- Thời gian: 8h00 ngày 05/5/2025.
- Địa điểm: Hội trường xã.
II. Thành phần
1. Chủ trì: Chủ tịch UBND xã
2. Thư ký: Công chức Văn phòng
3. Thành phần dự họp: Trưởng các phòng, trưởng 14 thôn
III. Nội dung
1. Chủ tịch UBND xã thông qua báo cáo tháng 4.
2. Các ý kiến thảo luận
- Trưởng thôn Nà Mạ: Đề nghị sửa đường.
- Trưởng thôn Khe Vân: Nhất trí với báo cáo.
3. Kết luận
Giao Phòng Kinh tế tham mưu.
Cuộc họp kết thúc lúc 11h00 cùng ngày.

CHỦ TRÌ		THƯ KÝ
""",
        [
            (1, "I", "Thời gian, địa điểm"),
            (2, "-", "Thời gian"),
            (2, "-", "Địa điểm"),
            (1, "II", "Thành phần"),
            (2, "1", "Chủ trì"),
            (2, "2", "Thư ký"),
            (2, "3", "Thành phần dự họp"),
            (1, "III", "Nội dung"),
            (2, "1", None),
            (2, "2", "Các ý kiến thảo luận"),
            (2, "3", "Kết luận"),
        ],
    ),
    "a notice of conclusions": Shape(
        """\
VĂN PHÒNG UBND TỈNH MẪU SƠN
Số: 77/TB-VP

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 5

Ngày 06/5/2025, Chủ tịch UBND tỉnh chủ trì phiên họp. Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:

1. Về phát triển kinh tế
1.1. Giao Sở Công Thương:
- Theo dõi sản xuất công nghiệp.
- Báo cáo trước ngày 15/5/2025.
1.2. Giao Sở Tài chính đôn đốc giải ngân.
2. Về văn hóa - xã hội:
Sở Giáo dục và Đào tạo chuẩn bị kỳ thi.
3. Các nội dung khác
Thống nhất chủ trương theo đề nghị của Sở Nội vụ.

Nơi nhận:
- Lưu: VT.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
""",
        [
            (1, "1", "Về phát triển kinh tế"),
            (2, "1.1", "Giao Sở Công Thương"),
            (2, "1.2", None),
            (1, "2", "Về văn hóa - xã hội"),
            (1, "3", "Các nội dung khác"),
        ],
    ),
    "a resolution with Roman numbers below its articles": Shape(
        """\
HỘI ĐỒNG NHÂN DÂN
TỈNH MẪU SƠN
Số: 12/NQ-HĐND

NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm 2025

HỘI ĐỒNG NHÂN DÂN TỈNH MẪU SƠN
KHÓA XV, KỲ HỌP THỨ 20

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Xét Tờ trình số 45/TTr-UBND ngày 01/12/2024 của UBND tỉnh;

QUYẾT NGHỊ:

Điều 1. Thông qua nhiệm vụ năm 2025 với những nội dung chủ yếu sau:
I. MỤC TIÊU TỔNG QUÁT
Phấn đấu tăng trưởng 8,5%.
II. CÁC CHỈ TIÊU CHỦ YẾU
1. Chỉ tiêu kinh tế: Tăng trưởng kinh tế 8,5%.
2. Chỉ tiêu xã hội
a) Giảm hộ nghèo 3%;
b) Tạo việc làm cho 12.000 lao động.
Điều 2. Tổ chức thực hiện
1. Giao UBND tỉnh tổ chức thực hiện.
2. Thường trực HĐND tỉnh giám sát.
Nghị quyết này được HĐND tỉnh thông qua ngày 10/12/2024./.

Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
""",
        [
            (1, "Điều 1", "Thông qua nhiệm vụ năm 2025 với những nội dung chủ yếu sau"),
            (2, "I", "MỤC TIÊU TỔNG QUÁT"),
            (2, "II", "CÁC CHỈ TIÊU CHỦ YẾU"),
            (3, "1", "Chỉ tiêu kinh tế"),
            (3, "2", "Chỉ tiêu xã hội"),
            (4, "a", None),
            (4, "b", None),
            (1, "Điều 2", "Tổ chức thực hiện"),
            (2, "1", None),
            (2, "2", None),
        ],
    ),
    "a project with parts that have no number": Shape(
        """\
ỦY BAN NHÂN DÂN TỈNH MẪU SƠN

ĐỀ ÁN
Phát triển du lịch cộng đồng giai đoạn 2025 - 2030

PHẦN MỞ ĐẦU
SỰ CẦN THIẾT XÂY DỰNG ĐỀ ÁN

I. SỰ CẦN THIẾT
Du lịch là ngành kinh tế quan trọng.
II. CĂN CỨ PHÁP LÝ
Luật Du lịch năm 2017.

PHẦN I
THỰC TRẠNG

1. Tài nguyên du lịch
1.1. Tài nguyên tự nhiên
Có 12 hang động.
2. Kết quả
Đón 120.000 lượt khách.

PHẦN II
MỤC TIÊU, GIẢI PHÁP

I. QUAN ĐIỂM
II. MỤC TIÊU
1. Mục tiêu chung
2. Mục tiêu cụ thể
- Đến năm 2027: Đón 200.000 lượt.
- Đến năm 2030: Đón 350.000 lượt.

PHẦN KẾT LUẬN
Đề nghị cấp có thẩm quyền phê duyệt.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
""",
        [
            (1, "PHẦN MỞ ĐẦU", "SỰ CẦN THIẾT XÂY DỰNG ĐỀ ÁN"),
            (2, "I", "SỰ CẦN THIẾT"),
            (2, "II", "CĂN CỨ PHÁP LÝ"),
            (1, "PHẦN I", "THỰC TRẠNG"),
            (2, "1", "Tài nguyên du lịch"),
            (3, "1.1", "Tài nguyên tự nhiên"),
            (2, "2", "Kết quả"),
            (1, "PHẦN II", "MỤC TIÊU, GIẢI PHÁP"),
            (2, "I", "QUAN ĐIỂM"),
            (2, "II", "MỤC TIÊU"),
            (3, "1", "Mục tiêu chung"),
            (3, "2", "Mục tiêu cụ thể"),
            (1, "PHẦN KẾT LUẬN", None),
        ],
    ),
}
