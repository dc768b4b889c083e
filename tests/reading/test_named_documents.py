"""Documents cited by name, one line each: laws, charters, resolutions of congresses and plenums."""

from __future__ import annotations

import pytest
from cited import finds

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
    (
        "Nghị quyết Hội nghị Ban chấp hành Trung ương Đảng lần thứ 5 (khoá XI) về đất đai",
        ("~Nghị quyết Hội nghị Ban chấp hành Trung ương Đảng lần thứ 5 (khoá XI)",),
    ),
    ("Nghị quyết Trung ương Đảng lần thứ 5 (khoá XI)", ("~Nghị quyết Trung ương Đảng lần thứ 5 (khoá XI)",)),
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
    ("Luật Tổ chức HĐND và UBND ngày 26/11/2003", ("~Luật Tổ chức HĐND và UBND|2003-11-26",)),
    (
        "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Ủy ban nhân dân, ngày 03/12/2004",
        ("~Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân và Ủy ban nhân dân|2004-12-03",),
    ),
    ("Luật Đầu tư và công trình ngày 05/6/2020", ("~Luật Đầu tư",)),
    ("Luật Đất đai (sửa đổi) năm 2024", ("~Luật Đất đai|2024",)),
    ("Luật Đất đai số 31/2024/QH15 ngày 18/01/2024", ("31/2024/QH15|2024-01-18",)),
    ("Luật Đất đai (số 31/2024/QH15)", ("31/2024/QH15",)),
    ("Cương lĩnh xây dựng đất nước", ()),
)


@pytest.mark.parametrize(("text", "found"), [*NAMED])
def test_name(text: str, found: tuple[str, ...]) -> None:
    assert finds(f"Các cơ quan đã triển khai: {text}.", found) == list(found)
