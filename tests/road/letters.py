"""Invented request letters for the tests: no real office, no name of a person."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MẪU SƠN\tĐộc lập - Tự do - Hạnh phúc

Số: 1234/UBND-NC\tMẫu Sơn, ngày 05 tháng 9 năm 2026
V/v báo cáo tổng kết 10 năm thực hiện
Nghị quyết số 25-NQ/TU

Kính gửi:
- Các sở, ban, ngành cấp tỉnh;
- Ủy ban nhân dân các xã, phường.

Thực hiện Nghị quyết số 25-NQ/TU ngày 12/10/2016 của Ban Chấp hành Đảng bộ tỉnh về xây dựng nông thôn mới, Ủy ban \
nhân dân tỉnh yêu cầu các cơ quan, đơn vị, địa phương xây dựng báo cáo theo đề cương và phụ lục gửi kèm.
"""
TERMS = """
1. Thời kỳ báo cáo: từ ngày 12/10/2016 đến ngày 30/9/2026; số liệu chốt đến hết ngày 30/9/2026.
2. Thời hạn: Ủy ban nhân dân cấp xã gửi báo cáo trước ngày 10/10/2026; các sở, ban, ngành cấp tỉnh gửi về Sở Nông \
nghiệp và Môi trường trước ngày 15/10/2026 để tổng hợp.
"""
SIGNATURE = """
Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
- Như trên;\tKT. CHỦ TỊCH
- Lưu: VT, NC.\tPHÓ CHỦ TỊCH
"""
OUTLINE = """
ĐỀ CƯƠNG
Báo cáo tổng kết 10 năm thực hiện Nghị quyết số 25-NQ/TU
(Kèm theo Công văn số 1234/UBND-NC ngày 05/9/2026 của Ủy ban nhân dân tỉnh Mẫu Sơn)

Phần thứ nhất
TÌNH HÌNH VÀ KẾT QUẢ 10 NĂM THỰC HIỆN NGHỊ QUYẾT

I. ĐẶC ĐIỂM TÌNH HÌNH (nếu có)
II. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO
1. Công tác quán triệt, tuyên truyền (nêu rõ số hội nghị, số lượt người tham dự)
2. Ban hành văn bản cụ thể hóa
3. Kiểm tra, giám sát
III. KẾT QUẢ THỰC HIỆN
1. Về xây dựng kết cấu hạ tầng
2. Về giảm nghèo và an sinh xã hội
IV. ĐÁNH GIÁ CHUNG
1. Những kết quả nổi bật
2. Tồn tại, hạn chế
3. Nguyên nhân
a) Nguyên nhân khách quan
b) Nguyên nhân chủ quan
4. Bài học kinh nghiệm

Phần thứ hai
PHƯƠNG HƯỚNG, NHIỆM VỤ, GIẢI PHÁP ĐẾN NĂM 2030

I. Dự báo tình hình
II. Nhiệm vụ, giải pháp

Phần thứ ba
KIẾN NGHỊ, ĐỀ XUẤT
1. Với Trung ương
2. Với tỉnh
"""
FORM = """
PHỤ LỤC 1
KẾT QUẢ XÂY DỰNG NÔNG THÔN MỚI
(Số liệu tính đến ngày 30/9/2026)

TT\tChỉ tiêu\tĐVT\tKết quả
I\tHạ tầng\t\t
1\tChiều dài đường giao thông nông thôn được cứng hóa\tkm\t
\tTrong đó: Nhân dân đóng góp\ttriệu đồng\t
2\tSố công trình thủy lợi được xây dựng, nâng cấp\tcông trình\t
II\tGiảm nghèo\t\t
1\tTổng số hộ\thộ\t
2\tSố hộ nghèo\thộ\t
3\tTỷ lệ hộ nghèo\t%\t
"""
PARTY = """\
TỈNH ỦY MẪU SƠN\tĐẢNG CỘNG SẢN VIỆT NAM
BAN DÂN VẬN\t
*\tMẫu Sơn, ngày 15 tháng 8 năm 2026
Số 45-CV/BDVTU
V/v sơ kết 05 năm thực hiện
Chỉ thị số 18-CT/TU

Kính gửi: - Đảng ủy các xã, phường trực thuộc Tỉnh ủy.

Ban Dân vận Tỉnh ủy đề nghị các đồng chí báo cáo sơ kết 05 năm thực hiện Chỉ thị số 18-CT/TU, ngày 20/7/2021 của Ban \
Thường vụ Tỉnh ủy về “tăng cường công tác dân vận trong tình hình mới”, với nội dung sau:

I- Tình hình triển khai, quán triệt
1- Việc quán triệt, học tập
2- Xây dựng chương trình, kế hoạch
II- Kết quả đạt được
1- Công tác dân vận của chính quyền
2- Hoạt động của Mặt trận Tổ quốc và các đoàn thể
III- Đánh giá
1- Ưu điểm
2- Hạn chế, khuyết điểm; nguyên nhân
3- Kinh nghiệm
IV- Nhiệm vụ, giải pháp thời gian tới
V- Đề xuất, kiến nghị

Báo cáo gửi về Ban Dân vận Tỉnh ủy chậm nhất ngày 20-9-2026.

Nơi nhận:\tK/T TRƯỞNG BAN
- Như trên,\tPHÓ TRƯỞNG BAN
- Lưu.
"""


def state_letter(terms: str = TERMS, outline: str = OUTLINE, form: str = FORM) -> str:
    """The letter of a People's Committee, with other terms, outline or form where wanted."""
    return HEAD + terms + SIGNATURE + outline + form


def written(path: Path, text: str) -> Path:
    """The letter as a text file."""
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
