"""Dates, issuers and short forms of citations, and what stands around them, one line each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cited import finds

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

# Dates, issuers, short forms and what stands around
CONTEXTS = (
    (
        "Quyết định của Ủy ban nhân dân tỉnh số 12/QĐ-UBND ngày 05/3/2024",
        ("12/QĐ-UBND|2024-03-05|Ủy ban nhân dân tỉnh",),
    ),
    (
        "Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND tỉnh V/v ban hành quy chế",
        ("12/QĐ-UBND|2024-03-05|UBND tỉnh",),
    ),
    ("Thực hiện Chỉ thị số 05-CT/TW, ngày 15 tháng 5 năm 2016 của Bộ Chính trị", ("05-CT/TW|2016-05-15|Bộ Chính trị",)),
    ("Chỉ thị số 05-CT/TW (ngày 15/5/2016) của Bộ Chính trị", ("05-CT/TW|2016-05-15|Bộ Chính trị",)),
    ("Chỉ thị số 05-CT/TW của Bộ Chính trị khóa XII ngày 15-5-2016", ("05-CT/TW|2016-05-15|Bộ Chính trị khóa XII",)),
    ("Chỉ thị 05 ngày 15/5/2016 của Bộ Chính trị", ("05-CT/TW|2016-05-15|Bộ Chính trị",)),
    ("Chỉ thị 05 của Bộ Chính trị", ("05-CT/TW||Bộ Chính trị",)),
    (
        "Kế hoạch số 12/KH-UBND ngày 5 tháng 3 năm 2024 của UBND huyện Sông Quao",
        ("12/KH-UBND|2024-03-05|UBND huyện Sông Quao",),
    ),
    ("Kế hoạch số 12/KH-UBND tháng 5/2016 của UBND huyện", ("12/KH-UBND|2016-05|UBND huyện",)),
    (
        "Kế hoạch số 12/KH-CĐGD ngày 05/3/2024 của Công đoàn Giáo dục huyện Mẫu Sơn về thi đua",
        ("12/KH-CĐGD|2024-03-05|Công đoàn Giáo dục huyện Mẫu Sơn",),
    ),
    (
        "Hướng dẫn số 09-HD/HU ngày 05/3/2024 của huyện uỷ Mẫu Sơn về kiểm điểm",
        ("09-HD/HU|2024-03-05|huyện uỷ Mẫu Sơn",),
    ),
    (
        "Kế hoạch số 12/KH-BCĐ ngày 05/3/2024 của Ban chỉ đạo thực hiện Quy chế dân chủ (QCDC) ở cơ sở huyện Mẫu Sơn;",
        ("12/KH-BCĐ|2024-03-05|Ban chỉ đạo thực hiện Quy chế dân chủ (QCDC) ở cơ sở huyện Mẫu Sơn",),
    ),
    (
        "Kế hoạch số 12/KH-BCĐ ngày 05/3/2024 của Ban chỉ đạo QCDC ngành GD&ĐT huyện Mẫu Sơn",
        ("12/KH-BCĐ|2024-03-05|Ban chỉ đạo QCDC ngành GD&ĐT huyện Mẫu Sơn",),
    ),
    (
        "Quyết định số 12/QĐ-BGDĐT ngày 05/3/2024 của Bộ trưởng Bộ Giáo Dục & Đào Tạo ban hành quy chế",
        ("12/QĐ-BGDĐT|2024-03-05|Bộ trưởng Bộ Giáo Dục & Đào Tạo",),
    ),
    (
        "Công văn số 12/LĐLĐ thành phố Mẫu Sơn ngày 05/3/2024 về thi đua",
        ("12/LĐLĐ|2024-03-05|LĐLĐ thành phố Mẫu Sơn",),
    ),
    (
        "công văn số 12/CV-PGDĐT Mẫu Sơn, ngày 05 tháng 3 năm 2024 về tổng kết",
        ("12/CV-PGDĐT|2024-03-05|PGDĐT Mẫu Sơn",),
    ),
    (
        "Quyết định số: 12/QĐ-CĐGD ngày 05 tháng 3 năm 2024 của CĐGD huyện Mẫu Sơn.",
        ("12/QĐ-CĐGD|2024-03-05|CĐGD huyện Mẫu Sơn",),
    ),
    ("Kế hoạch số 12/KH-UBND Mẫu Sơn đã ban hành", ("12/KH-UBND",)),
    (
        "Hướng dẫn số 12/HD-BCĐ về “Báo cáo kết quả thi đua” ngày 05/3/2024 của UBND huyện Mẫu Sơn",
        ("12/HD-BCĐ|2024-03-05|UBND huyện Mẫu Sơn",),
    ),
    ("Quyết định số 12/QĐ-UBND ngày 05.3.2024", ("12/QĐ-UBND|2024-03-05",)),
    ("Quyết định số 12/QĐ-UBND, 05/3/2024", ("12/QĐ-UBND|2024-03-05",)),
    ("Quyết định số 12/QĐ-UBND (05/3/2024)", ("12/QĐ-UBND|2024-03-05",)),
    ("Quyết định số 12/QĐ-UBND do Chủ tịch UBND tỉnh ký ngày 05/3/2024", ("12/QĐ-UBND|2024-03-05|Chủ tịch UBND tỉnh",)),
    (
        "Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh về việc phê duyệt đề án, ban hành ngày 05/3/2024",
        ("12/QĐ-UBND||Chủ tịch UBND tỉnh",),
    ),
    ("Quyết định số 12 ngày 05/3/2024 của UBND tỉnh", ("12||UBND tỉnh",)),
    ("Kế hoạch ngày 12/3/2024 của UBND xã", ()),
    ("Ban Chỉ đạo thực hiện Nghị quyết số 18-NQ/TW của tỉnh", ("18-NQ/TW",)),
    ("Ban Chỉ đạo 35 tỉnh họp", ()),
    ("Tổ công tác Đề án 06 của huyện", ("06",)),
    ("Thực hiện Đề án 06 của Chính phủ", ("06||Chính phủ",)),
    ("theo Quyết định 1719 của Thủ tướng", ("1719/QĐ-TTg||Thủ tướng",)),
    ("Chương trình mục tiêu quốc gia 1719", ()),
    ("NĐ 04 của Chính phủ", ("04||Chính phủ",)),
    ("QĐ số 290 của Bộ Chính trị", ("290-QĐ/TW||Bộ Chính trị",)),
    ("NQ số 25 của BCH Trung ương khóa XI", ("25-NQ/TW||BCH Trung ương khóa XI",)),
    ("CT 33/CT-TTg", ("33/CT-TTg",)),
    ("TT 01/2020/TT-VPCP", ("01/2020/TT-VPCP",)),
    ("KL 43-KL/TW", ("43-KL/TW",)),
    (
        "Nghị quyết 18-NQ/TW và Nghị quyết 19-NQ/TW, khóa XII",
        (
            "18-NQ/TW",
            "19-NQ/TW",
        ),
    ),
    (
        "Quyết định số 12/QĐ-UBND và Kế hoạch số 15/KH-UBND ngày 05/3/2024",
        (
            "12/QĐ-UBND|-|-",
            "15/KH-UBND|2024-03-05",
        ),
    ),
    ("Nghị quyết số 48/2013/NĐ-CP", ("48/2013/NĐ-CP",)),
    ("Thông tư 12/QĐ-BNV", ("12/QĐ-BNV",)),
    ("Căn cứ điểm a khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP", ("30/2020/NĐ-CP",)),
    ("Điều 15 của Luật Tiếp công dân", ("~Luật Tiếp công dân",)),
    ("khoản 2, khoản 3 Điều 8 Luật Khiếu nại", ("~Luật Khiếu nại",)),
    ("Nghị định 59 ngày 14/8/2023 của Chính phủ", ("59/2023/NĐ-CP|2023-08-14",)),
    ("Nghị định số 59/2023 của Chính phủ", ("59/2023/NĐ-CP",)),
    ("Nghị định 59/2023", ("59/2023/NĐ-CP",)),
    ("Thông tư 01/2020", ("01/2020",)),
    ("Luật 10/2022/QH15", ("10/2022/QH15",)),
    ("Pháp lệnh 34", ("34/2007/PL-UBTVQH11",)),
    ("Công văn của Sở Nội vụ số 12/SNV-CCHC ngày 05/3/2024", ("12/SNV-CCHC|2024-03-05",)),
    ("theo công văn số 12 của Sở Nội vụ", ("12||Sở Nội vụ",)),
    ("Tại Văn bản số 12/UBND-NC", ("12/UBND-NC",)),
    ("văn bản 12/UBND-NC ngày 05/3/2024", ("12/UBND-NC|2024-03-05",)),
    ("Hợp đồng số 12/HĐ-KT", ("12/HĐ-KT",)),
    ("Giấy mời số 12/GM-UBND", ("12/GM-UBND",)),
    (
        "Tờ trình số 12/TTr-UBND, số 13/TTr-UBND",
        (
            "12/TTr-UBND",
            "13/TTr-UBND",
        ),
    ),
    ("Công văn hỏa tốc số 12/UBND-NC", ("12/UBND-NC",)),
    ("Công văn số 12-CV/BTGTU", ("12-CV/BTGTU",)),
    ("Thông báo số 12/TB-VPCP", ("12/TB-VPCP",)),
    ("Thông báo số 12/TB-UBND ngày 5/3/2024 về Kết luận của Chủ tịch UBND tỉnh", ("12/TB-UBND|2024-03-05",)),
    ("Quyết định số 1234/QĐ-UBND-HC ngày 12/9/2023 của UBND huyện", ("1234/QĐ-UBND-HC|2023-09-12",)),
    ("Quyết định số 12/QĐ.UBND", ("12/QĐ-UBND",)),
    ("Quyết định số 12/QĐ-UB", ("12/QĐ-UB",)),
    ("Quyết định số 12/QĐUB", ("12/QĐ-UB",)),
    ("Kế hoạch số: 12/KH-UBND, ngày 5/3/2024", ("12/KH-UBND|2024-03-05",)),
    ("Kế hoạch số 12 /KH-UBND, ngày 5/3/2024", ("12/KH-UBND|2024-03-05",)),
    ("Kế hoạch 12/KH-UBND-NV", ("12/KH-UBND-NV",)),
    ("Kế hoạch số 12/KH.UBND ngày 5/3/2024", ("12/KH-UBND|2024-03-05",)),
    ("Kế hoạch số 12/KH–UBND", ("12/KH-UBND",)),
    ("Chỉ thị số 05-ct/tw", ("05-CT/TW",)),
    ("Nghị quyết số 05-NQ/Tw", ("05-NQ/TW",)),
    ("Nghị quyết số 05-NQ/TƯ", ("05-NQ/TW",)),
    ("Nghị quyết số 05/NQ-ĐU", ("05-NQ/ĐU",)),
    ("Nghị quyết số 05-NQ/Đ.U", ("05-NQ/ĐU",)),
    ("Nghị quyết số 05-NQ/HU ngày 20/5/2021 của BCH Đảng bộ huyện", ("05-NQ/HU|2021-05-20|BCH Đảng bộ huyện",)),
    ("Chỉ thị số 05-CT/HU của BTV Huyện ủy", ("05-CT/HU||BTV Huyện ủy",)),
    ("Kế hoạch số 12/KH-BCĐ của Ban Chỉ đạo thực hiện quy chế dân chủ cơ sở tỉnh", ("12/KH-BCĐ",)),
    (
        "Kế hoạch số 12/KH-BCĐ ngày 05/3/2024 của Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh",
        ("12/KH-BCĐ|2024-03-05",),
    ),
    ("Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15", ("10/2022/QH15",)),
    ("Luật số 10/2022/QH15 về Thực hiện dân chủ ở cơ sở", ("10/2022/QH15",)),
    (
        "Nghị định số 59/2023/NĐ-CP, ngày 14-8-2023 của Chính phủ quy định chi tiết Luật Thực hiện dân chủ ở cơ sở",
        (
            "59/2023/NĐ-CP|2023-08-14|Chính phủ",
            "~Luật Thực hiện dân chủ ở cơ sở",
        ),
    ),
    (
        "Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW của Bộ Chính trị (khóa XI)",
        (
            "217-QĐ/TW||Bộ Chính trị (khóa XI)",
            "218-QĐ/TW||Bộ Chính trị (khóa XI)",
        ),
    ),
    ("Quy định 11-QĐi/TW", ("11-QĐi/TW",)),
    ("Quy định số 47-QĐ/TW", ("47-QĐ/TW",)),
    ("Nghị quyết 04-NQ/TW (khóa XII)", ("04-NQ/TW",)),
    ('"Nghị quyết số 05-NQ/TU"', ("05-NQ/TU",)),
    ("(Nghị quyết số 05-NQ/TU)", ("05-NQ/TU",)),
    ("-Nghị quyết số 05-NQ/TU", ("05-NQ/TU",)),
    ("+ Số 12/KH-UBND ngày 05/3/2024 về dân vận", ("12/KH-UBND|2024-03-05",)),
    (
        "Kế hoạch 01/KH-MTTQ-BTT; 02/KH-MTTQ-BTT",
        (
            "01/KH-MTTQ-BTT",
            "02/KH-MTTQ-BTT",
        ),
    ),
    ("Kết luận của Ban Bí thư tại Thông báo số 12-TB/TW", ("12-TB/TW",)),
    (
        "Nghị quyết số 12/2021/NQ-HĐND (sau đây gọi tắt là Nghị quyết số 12)",
        (
            "12/2021/NQ-HĐND",
            "12/2021/NQ-HĐND",
        ),
    ),
    ("Nghị quyết 35 của HĐND tỉnh", ("35||HĐND tỉnh",)),
    ("Nghị quyết số 35/2022/NQ-HĐND của HĐND tỉnh khóa X", ("35/2022/NQ-HĐND",)),
    ("Chương trình hành động số 15 của Huyện ủy", ("15-CTr/HU",)),
    (
        "Báo cáo số 19/BC-TTPVHCC của Trung tâm Phục vụ hành chính công tỉnh về kết quả quý",
        ("19/BC-TTPVHCC|-|Trung tâm Phục vụ hành chính công tỉnh",),
    ),
    ("Kế hoạch số 345/KH-TGCP ngày 01/4/2022 của Ban Tôn giáo Chính phủ", ("345/KH-TGCP||Ban Tôn giáo Chính phủ",)),
    (
        "Thông tư số 41/2013/TT-BNNPTNT của Bộ nông nghiệp và phát triển nông thôn hướng dẫn",
        ("41/2013/TT-BNNPTNT||Bộ nông nghiệp và phát triển nông thôn",),
    ),
    (
        "Kế hoạch số 74/KH-CTĐ của Cụm thi đua Thanh tra các tỉnh Bắc trung bộ",
        ("74/KH-CTĐ||Cụm thi đua Thanh tra các tỉnh Bắc trung bộ",),
    ),
    (
        "công văn số Số: 520/PGDĐT-GDTrH của Phòng giáo dục và Đào tạo",
        ("520/PGDĐT-GDTrH||Phòng giáo dục và Đào tạo",),
    ),
    ("Công văn số 5555/BGD ĐT-GDTrH ngày 08/10/2014", ("5555/BGDĐT-GDTrH|2014-10-08",)),
    ("Chương trình 03-Ctr/TU ngày 28/6/2016", ("03-CTr/TU|2016-06-28",)),
    (
        "Nghị định 108/2014 của Chính phủ, nay theo Nghị định 108 về tinh giản biên chế",
        ("108/2014/NĐ-CP||Chính phủ", "108/2014/NĐ-CP"),
    ),
    (
        "Nghị quyết Hội nghị lần thứ tư, Ban Chấp hành Trung ương Đảng khóa XI về xây dựng Đảng",
        ("~Nghị quyết Hội nghị lần thứ tư||Ban Chấp hành Trung ương Đảng khóa XI",),
    ),
    ("Nghị quyết Đại hội IX Công đoàn tỉnh Mẫu Sơn", ("~Nghị quyết Đại hội IX Công đoàn tỉnh Mẫu Sơn",)),
    (
        "Quyết định số 24/2021/QĐ-TTg ngày 16/7/20 21 của Thủ tướng Chính phủ",
        ("24/2021/QĐ-TTg|2021-07-16|Thủ tướng Chính phủ",),
    ),
    (
        "Kế hoạch số 41/KH-UBND, Mẫu Sơn, ngày 05 tháng 8 năm 2020 của Ban Chỉ đạo huyện về tổng kết",
        ("41/KH-UBND|2020-08-05|Ban Chỉ đạo huyện",),
    ),
    ("Kế hoạch số 41/KH-UBND, Trường Tiểu học Mẫu Sơn, ngày 05 tháng 8 năm 2020 đã mở hội nghị", ("41/KH-UBND|-",)),
    ("Quyết định số 12/QĐ-UBND của UBND Quận 12 về giao chỉ tiêu", ("12/QĐ-UBND||UBND Quận 12",)),
    ("Quyết định số 12/QĐ-UBND của UBND TP. Mẫu Sơn về giao chỉ tiêu", ("12/QĐ-UBND||UBND TP. Mẫu Sơn",)),
    (
        "Quyết định số 12/QĐ-SLĐ của Sở Lao động -\nThương binh và Xã hội về giao chỉ tiêu",
        ("12/QĐ-SLĐ||Sở Lao động - Thương binh và Xã hội",),
    ),
    ("Quyết định số 12/QĐ-UBND của UBND phường 12 hộ được cấp đất", ("12/QĐ-UBND||UBND phường",)),
    ("Luật Giáo dục 2005 là căn cứ đổi tên trường", ("~Luật Giáo dục|2005",)),
)


@pytest.mark.parametrize(("text", "found"), [*CONTEXTS])
def test_citation(text: str, found: tuple[str, ...]) -> None:
    assert finds(f"Các cơ quan đã triển khai: {text}.", found) == list(found)


def test_a_list_below_a_heading_that_ends_in_a_name_goes_on_no_name(report_of: ReportOf) -> None:
    report = report_of("BÁO CÁO\n\nKết quả\n\n2- Nhiệm vụ theo Điều 32 Điều lệ Đảng\n\n- Giám sát 53 tổ chức đảng.\n")
    assert [report.text[one.start : one.end] for one in report.citations] == ["Điều lệ Đảng"]
