"""Every form in which documents are cited, one line each: what is found, and what must not be."""

from __future__ import annotations

import pytest

from tongket.files.text import text_blocks
from tongket.model.sources import Source
from tongket.reading.citations import read_citations
from tongket.reading.flow import build_flow
from tongket.reading.scan import scan

# A find is "symbol", "symbol|date|issuer" or, by name, "~core|date|issuer"; what is left out is not looked at.
# Every family of numbers (reference: citation grammar, section 1), with the forms that older and newer documents use
FAMILIES = (
    ("Luật số 97/2025/QH15 ngày 27/6/2025", ("97/2025/QH15|2025-06-27",)),
    ("Nghị quyết số 30/2026/QH16", ("30/2026/QH16",)),
    ("Pháp lệnh số 34/2007/PL-UBTVQH11", ("34/2007/PL-UBTVQH11",)),
    ("Nghị quyết số 76/2025/UBTVQH15", ("76/2025/UBTVQH15",)),
    ("Nghị quyết số 388/NQ-UBTVQH16", ("388/NQ-UBTVQH16",)),
    ("Quyết định số 12/QĐ-CTN của Chủ tịch nước", ("12/QĐ-CTN||Chủ tịch nước",)),
    ("Công điện số 1725/CĐ-TTg", ("1725/CĐ-TTg",)),
    ("Công văn số 7197/BKHCN-CĐSQG", ("7197/BKHCN-CĐSQG",)),
    ("Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP", ("55/2005/TTLT-BNV-VPCP",)),
    ("Nghị quyết liên tịch số 09/2008/NQLT-CP-UBTWMTTQVN ngày 17/4/2008", ("09/2008/NQLT-CP-UBTWMTTQVN|2008-04-17",)),
    ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", ("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",)),
    ("Công văn số 34/UBND-NC", ("34/UBND-NC",)),
    ("Công văn số 125/SGDĐT-VP", ("125/SGDĐT-VP",)),
    ("Công văn số 249/MTTQ-BTT", ("249/MTTQ-BTT",)),
    ("Hướng dẫn số 11/HD-MTTW-BTT", ("11/HD-MTTW-BTT",)),
    ("Quyết định số 05-QĐ/MT", ("05-QĐ/MT",)),
    ("Quyết định số 367-QĐ/TWĐTN-VP", ("367-QĐ/TWĐTN-VP",)),
    ("Kế hoạch số 12-KH/ĐTN", ("12-KH/ĐTN",)),
    ("Kế hoạch số 15/KH-ĐCT", ("15/KH-ĐCT",)),
    ("Báo cáo số 45/BC-BTV", ("45/BC-BTV",)),
    ("Báo cáo số 17-BC/HND", ("17-BC/HND",)),
    ("Báo cáo số 17/BC-CCB", ("17/BC-CCB",)),
    ("Báo cáo số 17/BC-LĐLĐ", ("17/BC-LĐLĐ",)),
    ("Chỉ thị số 30-CT/TW ngày 18/02/1998", ("30-CT/TW|1998-02-18",)),
    ("Nghị định số 64-CP", ("64-CP",)),
    ("Nghị định số 187-CP ngày 20/11/1994", ("187-CP|1994-11-20",)),
    ("Quyết định số 327-CT ngày 15/9/1992", ("327-CT",)),
    ("Quyết định số 176-HĐBT", ("176-HĐBT",)),
    ("Nghị định số 64/HĐBT", ("64/HĐBT",)),
    ("Quyết định số 202 TTg ngày 02/5/1994 của Thủ tướng Chính phủ", ("202-TTg|1994-05-02",)),
    ("Quyết định số 202-TTg ngày 02/5/1994", ("202-TTg",)),
    ("Quyết định 661/QĐ-TTg", ("661/QĐ-TTg",)),
    ("Kế hoạch số 21/KH-BCĐQCDC", ("21/KH-BCĐQCDC",)),
    ("Biên bản số 02/BB-BTTND", ("02/BB-BTTND",)),
    ("Nghị quyết số 66.7/2025/NQ-CP", ("66.7/2025/NQ-CP",)),
    ("Công văn số 2775/SNV-CCHC&VTLT", ("2775/SNV-CCHC&VTLT",)),
    ("Tờ trình số 519/TTr-CAT-PC06", ("519/TTr-CAT-PC06",)),
    ("Luật số 164/2024/QH15", ("164/2024/QH15",)),
    ("Công văn Số: 905/STC-VP Đắk Nông, ngày 15 tháng 4 năm 2019", ("905/STC-VP",)),
    ("Kế hoạch số 119/KH-BCĐ389QNg ngày 10/01/2022", ("119/KH-BCĐ389QNg",)),
    ("Công văn số 05/Cty ngày 31/12/2024", ("05/Cty",)),
    ("Công văn số 4325/ĐU-VP", ("4325/ĐU-VP",)),
    ("Kế hoạch số 12-KH/BTGDVTU", ("12-KH/BTGDVTU",)),
    ("Quy định số 144-QĐ/TW", ("144-QĐ/TW",)),
    ("Thông tri số 02-TT/TU", ("02-TT/TU",)),
    ("Quyết định số 1234/QĐ-BGDĐT", ("1234/QĐ-BGDĐT",)),
    ("Công văn số 1234/BGD&ĐT-GDTrH", ("1234/BGD&ĐT-GDTrH",)),
    ("Chương trình số 15-CTr/HU", ("15-CTr/HU",)),
    ("Chương trình hành động số 15-CTrHĐ/HU", ("15-CTrHĐ/HU",)),
    ("Kế hoạch phối hợp số 05/KHPH-UBND-MTTQ", ("05/KHPH-UBND-MTTQ",)),
    ("Kế hoạch số 04-KH/ĐUK", ("04-KH/ĐUK",)),
    ("Hướng dẫn số 36-HD/VPTW", ("36-HD/VPTW",)),
    ("Quy chế số 02-QC/ĐU", ("02-QC/ĐU",)),
    ("Nghị quyết số 05-NQ/ĐU", ("05-NQ/ĐU",)),
    ("Đề án số 06-ĐA/HU", ("06-ĐA/HU",)),
    ("Quyết định số 15/QĐ-ĐTN", ("15/QĐ-ĐTN",)),
)

# What writers, converters and line ends do to numbers; the canonical form is meant
DAMAGE = (
    ("Quyết định số 367 - QĐ/TWĐTN", ("367-QĐ/TWĐTN",)),
    ("Quyết định số 84 QĐ/TWĐTN", ("84-QĐ/TWĐTN",)),
    ("Quyết định số 217/QĐ-TW", ("217-QĐ/TW",)),
    ("Quyết định số31-QĐ/TW", ("31-QĐ/TW",)),
    ("Thông báo số 90/TBMTTQ-BTT", ("90/TB-MTTQ-BTT",)),
    ("Nghị quyết số 59/2018/QHH14", ("59/2018/QH14",)),
    ("Quyết định số 47-QD/TW", ("47-QĐ/TW",)),
    ("NQ 834/NQ-UBTVQH 14", ("834/NQ-UBTVQH14",)),
    ("Nghị quyết 18/NQ-TW", ("18-NQ/TW",)),
    ("Báo cáo số140 /BC-STC", ("140/BC-STC",)),
    ("Kết luận số 62 – KL/TW", ("62-KL/TW",)),
    ("Nghị định 30/2020/ND-CP", ("30/2020/NĐ-CP",)),
    ("Nghị định số 30/2020/NÐ-CP", ("30/2020/NĐ-CP",)),
    ("Quyết định số 12/QÐ-UBND", ("12/QĐ-UBND",)),
    ("Nghị định số 54/2019/NĐ_CP ngày 19 tháng 6 năm 2019", ("54/2019/NĐ-CP|2019-06-19",)),
    ("Quyết định số 12/QĐ - UBND", ("12/QĐ-UBND",)),
    ("Quyết định số 12 / QĐ - UBND", ("12/QĐ-UBND",)),
    ("Nghị định số 30/2020 /NĐ-CP", ("30/2020/NĐ-CP",)),
    ("Nghị định số 30 /2020/NĐ-CP", ("30/2020/NĐ-CP",)),
    ("Nghị định 30/2020/NĐ- CP", ("30/2020/NĐ-CP",)),
    ("Nghị định 30/2020/NĐ -CP", ("30/2020/NĐ-CP",)),
    ("Nghị định số 59/NĐ-CP/2023 ngày 14/8/2023", ("59/2023/NĐ-CP",)),
    ("Kế hoạch số 12/KHUBND", ("12/KH-UBND",)),
    ("Kế hoạch số 12KH/UBND", ("12/KH-UBND",)),
    ("Kế hoạch số 53-KH-HU", ("53-KH/HU",)),
    ("Kế hoạch số 53/KH/HU", ("53-KH/HU",)),
    ("Nghị quyết số 25 NQ/TW", ("25-NQ/TW",)),
    ("Nghị quyết 25 -NQ/TW", ("25-NQ/TW",)),
    ("Nghị quyết số 25- NQ/TW", ("25-NQ/TW",)),
    ("Chỉ thị số 05-CT /TW", ("05-CT/TW",)),
    ("Chỉ thị 05-CT/ TW", ("05-CT/TW",)),
    ("Quy chế số 12-QĐ/TW", ("12-QĐ/TW",)),
    ("Chỉ thị số 12/CT-\nBCT ngày 12/11/2021", ("12/CT-BCT",)),
    ("Chỉ thị số\n12/CT-BCT ngày 12/11/2021", ("12/CT-BCT",)),
    ("Chỉ\nthị số 12/CT-BCT ngày\n12/11/2021", ("12/CT-BCT|2021-11-12",)),
    ("Nghị định số 30/\n2020/NĐ-CP", ("30/2020/NĐ-CP",)),
    ("Nghị định số 30/2020/\nNĐ-CP", ("30/2020/NĐ-CP",)),
    ("Nghị định số 30/2020/NĐ-\nCP", ("30/2020/NĐ-CP",)),
    ("Luật số 118/2025/QH15như sau", ("118/2025/QH15",)),
)

# What looks like a document's number or name and is none
TRAPS = (
    ("Số liệu chi tiết tại Biểu số 59/CK-NSNN", ()),
    ("5.2. Về triển khai chỉ thị số hóa", ()),
    ("ký bằng chỉ thị số", ()),
    ("Tính đến 05/2023 có 12/15 thôn", ()),
    ("Điện thoại: 0260.3862.345 - Fax 0260/3862", ()),
    ("Theo Mẫu số 01 ban hành", ()),
    ("Phụ lục số 02/PL kèm theo", ()),
    ("Bản án số 12/2023/HS-ST ngày 12/5/2023 của Tòa án nhân dân huyện", ()),
    ("Theo quy định tại Điều 5 Nghị định này", ()),
    ("Luật này có hiệu lực từ ngày 01/7/2023", ()),
    ("Kế hoạch này được triển khai từ ngày ký", ()),
    ("QCVN 01:2023/BXD, TCVN 9001:2015/ISO", ()),
    ("Theo Quyết định này", ()),
    ("Biển số xe 82A-123.45/XY", ()),
    ("Khoản 2 Điều 3 Luật này", ()),
    ("Quyết định có hiệu lực kể từ ngày 12/5/2023", ()),
    ("Báo cáo số liệu 6 tháng", ()),
    ("Công ty đã nộp 12/NĐ", ()),
    ("thôn 5/xã, số 12/KP3", ()),
    ("Đơn vị đạt 95%/KH năm, 12/KH", ()),
    ("Ấp 3, số 45/KDC Lũng Ẳng", ()),
    ("Hộ ông A ở số nhà 12/3B đường số 7", ()),
    ("Tờ bản đồ số 12, thửa đất số 34", ()),
    ("Máy bay F-16, vắc xin COVID-19, dịch A/H5N1", ()),
    ("Tiêu chuẩn ISO 9001:2015/TCVN", ()),
    ("Tổ 12/KP-ĐT, quỹ đất 20/QSDĐ", ()),
    ("Số điện thoại: 0905-123-456/Zalo", ()),
    ("Gói thầu số 12/XL", ()),
    ("Hợp đồng tín dụng 12 tháng", ()),
    ("Nghị quyết của Đảng về công tác dân vận", ()),
    ("Nghị quyết Đại hội Đảng các cấp", ()),
    ("Các Nghị quyết Trung ương", ()),
    ("Giấy phép lái xe số 790123456789", ()),
)

# Conjunctions, heads in the plural, ranges
LISTS = (
    (
        "các Công văn: số 12/UBND-NV ngày 01/3/2023, số 15/UBND-NV ngày 02/4/2023 và số 20/UBND-NV ngày 03/5/2023",
        (
            "12/UBND-NV|2023-03-01",
            "15/UBND-NV|2023-04-02",
            "20/UBND-NV|2023-05-03",
        ),
    ),
    (
        "các Quyết định số 217, 218-QĐ/TW của Bộ Chính trị",
        (
            "217-QĐ/TW",
            "218-QĐ/TW",
        ),
    ),
    (
        "các Nghị quyết 18, 19-NQ/TW",
        (
            "18-NQ/TW",
            "19-NQ/TW",
        ),
    ),
    (
        "các Nghị quyết: 18-NQ/TW, 19-NQ/TW, 20-NQ/TW",
        (
            "18-NQ/TW",
            "19-NQ/TW",
            "20-NQ/TW",
        ),
    ),
    (
        "Quyết định số 217-QĐ/TW và 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        (
            "217-QĐ/TW|2013-12-12|Bộ Chính trị",
            "218-QĐ/TW|2013-12-12|Bộ Chính trị",
        ),
    ),
    (
        "Nghị định số 48/2013/NĐ-CP, số 92/2017/NĐ-CP và số 61/2018/NĐ-CP",
        (
            "48/2013/NĐ-CP",
            "92/2017/NĐ-CP",
            "61/2018/NĐ-CP",
        ),
    ),
    (
        "Quyết định số 217/QĐ-UBND và số 218/QĐ-UBND ngày 12/12/2013",
        (
            "217/QĐ-UBND|2013-12-12",
            "218/QĐ-UBND|2013-12-12",
        ),
    ),
    (
        "Kế hoạch số 12-KH/TU; số 15-KH/TU; số 16-KH/TU",
        (
            "12-KH/TU",
            "15-KH/TU",
            "16-KH/TU",
        ),
    ),
    (
        "Chỉ thị 05-CT/TW, Kết luận 01-KL/TW",
        (
            "05-CT/TW",
            "01-KL/TW",
        ),
    ),
    (
        "Các Kế hoạch số 12, 15, 18/KH-UBND của UBND tỉnh",
        (
            "12/KH-UBND",
            "15/KH-UBND",
            "18/KH-UBND",
        ),
    ),
    (
        "Nghị quyết số 1654 đến số 1687/NQ-UBTVQH15",
        (
            "1654/NQ-UBTVQH15",
            "1687/NQ-UBTVQH15",
        ),
    ),
    (
        "Nghị quyết số 1654-1687/NQ-UBTVQH15",
        (
            "1654/NQ-UBTVQH15",
            "1687/NQ-UBTVQH15",
        ),
    ),
    (
        "Nghị quyết số 1654/NQ-UBTVQH15 đến số 1687/NQ-UBTVQH15",
        (
            "1654/NQ-UBTVQH15",
            "1687/NQ-UBTVQH15",
        ),
    ),
    (
        "Nghị quyết số 18 và số 19 của Ban Chấp hành Trung ương khóa XII",
        (
            "18-NQ/TW",
            "19-NQ/TW",
        ),
    ),
    (
        "Nghị quyết 18, Nghị quyết 19 của Trung ương",
        (
            "18-NQ/TW",
            "19-NQ/TW",
        ),
    ),
    (
        "Quyết định 217, Quyết định 218 của Bộ Chính trị",
        (
            "217-QĐ/TW",
            "218-QĐ/TW",
        ),
    ),
    (
        "Công văn 12/UBND-NV, 13/UBND-NV; Công văn 14/SNV-CCHC",
        (
            "12/UBND-NV",
            "13/UBND-NV",
            "14/SNV-CCHC",
        ),
    ),
    (
        "các văn bản: Chỉ thị số 05-CT/TW, Kế hoạch số 12-KH/TU",
        (
            "05-CT/TW",
            "12-KH/TU",
        ),
    ),
    (
        "Luật số 65/2025/QH15, Luật số 72/2025/QH15",
        (
            "65/2025/QH15",
            "72/2025/QH15",
        ),
    ),
    (
        "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương",
        (
            "18-NQ/TW|2017-10-25|Ban Chấp hành Trung ương",
            "19-NQ/TW|2017-10-25|Ban Chấp hành Trung ương",
        ),
    ),
)

# Documents by name: core as printed
NAMED = (
    ("Luật Mặt trận Tổ quốc Việt Nam năm 2015", ("~Luật Mặt trận Tổ quốc Việt Nam năm 2015|2015",)),
    ("Luật Mặt trận Tổ quốc Việt Nam 2015", ("~Luật Mặt trận Tổ quốc Việt Nam|2015",)),
    ("Luật Quy hoạch, ngày 24 tháng 11 năm 2017;", ("~Luật Quy hoạch|2017-11-24",)),
    ("Luật Quy hoạch đô thị, ngày 17 tháng 6 năm 2009", ("~Luật Quy hoạch đô thị|2009-06-17",)),
    (
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        ("~Luật Tổ chức chính quyền địa phương|2015-06-19",),
    ),
    ("Hiến pháp năm 2013", ("~Hiến pháp|2013",)),
    ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", ("~Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",)),
    ("Bộ luật Lao động năm 2019", ("~Bộ luật Lao động năm 2019|2019",)),
    ("Bộ luật Hình sự 2015", ("~Bộ luật Hình sự|2015",)),
    ("Pháp lệnh Dân số", ("~Pháp lệnh Dân số",)),
    ("Điều lệ Đảng Cộng sản Việt Nam", ("~Điều lệ Đảng Cộng sản Việt Nam",)),
    ("Điều lệ Đoàn TNCS Hồ Chí Minh", ("~Điều lệ Đoàn TNCS Hồ Chí Minh",)),
    ("Điều lệ Hội Liên hiệp Phụ nữ Việt Nam", ("~Điều lệ Hội Liên hiệp Phụ nữ Việt Nam",)),
    ("Điều lệ Công đoàn Việt Nam", ("~Điều lệ Công đoàn Việt Nam",)),
    ("Nghị quyết Trung ương 4 khóa XII", ("~Nghị quyết Trung ương 4 khóa XII",)),
    (
        "Nghị quyết Trung ương 4 (khóa XI, XII)",
        (
            "~Nghị quyết Trung ương 4 (khóa XI",
            "~XII",
        ),
    ),
    ("Nghị quyết Trung ương 4, khóa XIII", ("~Nghị quyết Trung ương 4, khóa XIII",)),
    ("Nghị quyết TW4 khóa XII", ("~Nghị quyết TW4 khóa XII",)),
    ("Nghị quyết TW 4 khóa XII", ("~Nghị quyết TW 4 khóa XII",)),
    ("Nghị quyết Hội nghị Trung ương 8 khóa XIII", ("~Nghị quyết Hội nghị Trung ương 8 khóa XIII",)),
    ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII", ("~Nghị quyết Hội nghị lần thứ tư",)),
    ("Nghị quyết Đại hội XIII của Đảng", ("~Nghị quyết Đại hội XIII của Đảng",)),
    ("Nghị quyết Đại hội XIII", ("~Nghị quyết Đại hội XIII",)),
    (
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        ("~Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",),
    ),
    ("Nghị quyết Đại hội Đảng bộ huyện lần thứ XVI", ("~Nghị quyết Đại hội Đảng bộ huyện lần thứ XVI",)),
    (
        "Nghị quyết Đại hội Đảng bộ tỉnh Mẫu Sơn lần thứ XVI, nhiệm kỳ 2020 - 2025",
        ("~Nghị quyết Đại hội Đảng bộ tỉnh Mẫu Sơn lần thứ XVI, nhiệm kỳ 2020 - 2025",),
    ),
    (
        "Nghị quyết Đại hội Đảng bộ xã Lũng Ẳng nhiệm kỳ 2025 - 2030",
        ("~Nghị quyết Đại hội Đảng bộ xã Lũng Ẳng nhiệm kỳ 2025 - 2030",),
    ),
    ("Nghị quyết Đại hội lần thứ XII của Đảng", ("~Nghị quyết Đại hội lần thứ XII của Đảng",)),
    ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIV", ("~Nghị quyết Đại hội Đảng toàn quốc lần thứ XIV",)),
    ("Nghị quyết Đại hội MTTQ Việt Nam lần thứ IX", ("~Nghị quyết Đại hội MTTQ Việt Nam lần thứ IX",)),
    (
        "Nghị quyết Đại hội đại biểu MTTQ Việt Nam tỉnh lần thứ X, nhiệm kỳ 2019 - 2024",
        ("~Nghị quyết Đại hội đại biểu MTTQ Việt Nam tỉnh lần thứ X, nhiệm kỳ 2019 - 2024",),
    ),
    ("Nghị quyết Đại hội Đảng bộ các cấp nhiệm kỳ 2020 - 2025", ()),
    ("Kết luận Hội nghị Trung ương 5 khóa XII", ("~Kết luận Hội nghị Trung ương 5 khóa XII",)),
    ("Nghị quyết Hội nghị lần thứ sáu BCH Trung ương khóa XII", ("~Nghị quyết Hội nghị lần thứ sáu",)),
    ("luật Đất đai năm 2024", ("~luật Đất đai năm 2024|2024",)),
    (
        "Luật Đất đai 2013, Luật Đất đai 2024",
        (
            "~Luật Đất đai|2013",
            "~Luật Đất đai|2024",
        ),
    ),
    (
        "Luật Phòng, chống tham nhũng, Luật Thực hành tiết kiệm, chống lãng phí",
        (
            "~Luật Phòng, chống tham nhũng",
            "~Luật Thực hành tiết kiệm, chống lãng phí",
        ),
    ),
    (
        "Luật Khiếu nại, Luật Tố cáo, Luật Tiếp công dân",
        (
            "~Luật Khiếu nại",
            "~Luật Tố cáo",
            "~Luật Tiếp công dân",
        ),
    ),
    (
        "các luật: Luật Thanh niên, Luật Trẻ em",
        (
            "~Luật Thanh niên",
            "~Luật Trẻ em",
        ),
    ),
    (
        "Luật BHXH, Luật BHYT",
        (
            "~Luật BHXH",
            "~Luật BHYT",
        ),
    ),
    (
        "Luật Dân quân tự vệ; Luật Nghĩa vụ quân sự",
        (
            "~Luật Dân quân tự vệ",
            "~Luật Nghĩa vụ quân sự",
        ),
    ),
    (
        "Luật Trật tự, an toàn giao thông đường bộ năm 2024",
        ("~Luật Trật tự, an toàn giao thông đường bộ năm 2024|2024",),
    ),
    ("Luật Cư trú (sửa đổi)", ("~Luật Cư trú",)),
    ("Luật Đất đai (sửa đổi) năm 2024", ("~Luật Đất đai|2024",)),
    ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", ("31/2024/QH15|2024-01-18",)),
    ("Luật Đất đai (số 31/2024/QH15)", ("31/2024/QH15",)),
    ("Cương lĩnh xây dựng đất nước", ()),
)

# Dates, issuers, short forms and what stands around
CONTEXTS = (
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
    ("theo Quyết định 1719 của Thủ tướng", ("1719||Thủ tướng",)),
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
)

# What scanners make of type words, symbols and digits
SCANNED = (
    ("Căn cứ Quyét định số 12/QÐ-UBND ngày 05/3/2024", ("12/QĐ-UBND|2024-03-05",)),
    ("Căn cứ Tò trình só 12/TTr-UBND", ("12/TTr-UBND",)),
    ("Thực hiện Kứ luận số 14-KL/TW", ("14-KL/TW",)),
    ("Thực hiện Kết luận số 114-KU/TW ngày 14/7/2015", ("114-KL/TW|2015-07-14",)),
    ("Thực hiện Chỉ thị số 16/CTTTg của Thủ tướng", ("16/CT-TTg",)),
    ("Thông tư số 18/2025/TT- -BCT ngày 13 tháng 3 năm 2025", ("18/2025/TT-BCT|2025-03-13",)),
    ("Công văn số 1257/SNV.-XDCQ&TCBM ngày 26/4/2024", ("1257/SNV-XDCQ&TCBM|2024-04-26",)),
    ("Quyết định số 133/0Đ-TTg ngày 17/01/2020", ("133/QĐ-TTg",)),
    ("Nghị quyết số 1 0/NQ-HĐND", ("10/NQ-HĐND",)),
    ("Chỉ thị số O5-CT/TW", ("05-CT/TW",)),
    ("Kế hoạch số l2/KH-UBND", ("12/KH-UBND",)),
    (
        "Nghị dinh số 77 của Chính phủ và Nghị định số 77/2018/NĐ-CP",
        (
            "77/2018/NĐ-CP",
            "77/2018/NĐ-CP",
        ),
    ),
    (
        "Nghị định só 77 và Nghị định số 77/2018/NĐ-CP",
        (
            "77/2018/NĐ-CP",
            "77/2018/NĐ-CP",
        ),
    ),
    ("Quyết định số 12/QĐ-ƯBND", ("12/QĐ-UBND",)),
    ("Quyết định số 12/QĐ-UBNĐ", ("12/QĐ-UBND",)),
    ("Nghị quyết số 12/NQ-HDND", ("12/NQ-HĐND",)),
    ("Nghị quyết số 12/NQ-HĐNĐ", ("12/NQ-HĐND",)),
    ("Chỉ thị số 12/CT-TTE", ("12/CT-TTg",)),
    ("Chỉ thị số 12/CT-TTs", ("12/CT-TTg",)),
    ("Nghị quyết số 12/NO-HĐND", ("12/NQ-HĐND",)),
    ("Nghị định số 12/2020/NÐ-CP", ("12/2020/NĐ-CP",)),
    ("Nghị định số 12/2020/ND-CP", ("12/2020/NĐ-CP",)),
    ("Quyết định số 12-ỌĐ/TW", ("12-QĐ/TW",)),
    ("Kế hoạch số 12/KI-UBND", ("12/KH-UBND",)),
    ("Kế hoach số 12/KH-UBND", ("12/KH-UBND",)),
    ("Kể hoạch số 12/KH-UBND", ("12/KH-UBND",)),
    ("Công vãn số 12/UBND-NC", ("12/UBND-NC",)),
    ("Thông bảo số 12/TB-UBND", ("12/TB-UBND",)),
    ("Bảo cáo số 12/BC-UBND", ("12/BC-UBND",)),
    ("Luật Tô chức chính quyền địa phương", ("~Luật Tô chức chính quyền địa phương",)),
    ("Luật Tiêp công dân", ("~Luật Tiêp công dân",)),
    (
        "Nghị quyêt Đại hội đại biểu toàn quốc lần thứ XIH của Đảng",
        ("~Nghị quyêt Đại hội đại biểu toàn quốc lần thứ XIH của Đảng",),
    ),
    ("Nghị quyết Đại hội đại biêu toàn quốc lần thứ XIII", ("~Nghị quyết Đại hội đại biêu toàn quốc lần thứ XIII",)),
    ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", ("~Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX",)),
    (
        "Quyết định sô 12/QĐ-UBND, số 13/QĐ-UBND",
        (
            "12/QĐ-UBND",
            "13/QĐ-UBND",
        ),
    ),
    ("Chi thị số 05-CT/TW", ("05-CT/TW",)),
    ("Chỉ thi số 05-CT/TW", ("05-CT/TW",)),
)


def finds(text: str, wanted: tuple[str, ...]) -> list[str]:
    """What is found, said as far as ``wanted`` says it."""
    flow = build_flow(Source("x.txt", "", "txt", text, text_blocks(text)))
    found = []
    for order, one in enumerate(read_citations(flow, scan(flow.text))):
        asked = wanted[order].split("|") if order < len(wanted) else [""]
        name = " ".join(text[one.core_start : one.core_end].split())
        told = [f"~{name}" if asked[0].startswith("~") else one.symbol or one.number or f"~{name}"]
        told += [
            value if asked[at] else ""
            for at, value in ((1, one.date or "-"), (2, one.issuer or "-"))
            if at < len(asked)
        ]
        found.append("|".join(told))
    return found


@pytest.mark.parametrize(("text", "found"), [*FAMILIES, *DAMAGE, *LISTS, *NAMED, *CONTEXTS, *SCANNED, *TRAPS])
def test_form(text: str, found: tuple[str, ...]) -> None:
    assert finds(f"Các cơ quan đã triển khai: {text}.", found) == list(found)
