"""Things counted and then named in brackets, and years counted and named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Chọn 02 địa phương (Mẫu Sơn, Khe Vang) làm thí điểm.", [], id="all are named"),
        pytest.param("Khởi công 03 dự án (Mẫu Sơn, Khe Vang).", [], id="where things are that have no names"),
        pytest.param("Có 05 doanh nghiệp (Viễn thông Mẫu Sơn, Điện lực Khe Vang, ...).", [], id="the list goes on"),
        pytest.param("Có 04 doanh nghiệp (tiêu biểu là Mẫu Sơn, Khe Vang).", [], id="some are picked out"),
        pytest.param("Sáp nhập 05 xã (huyện Mẫu Sơn, tỉnh Khe Vang).", [], id="names of another level"),
        pytest.param("Ký kết với 03 doanh nghiệp (Mẫu Sơn).", [], id="one name"),
        pytest.param("Chọn 03 địa phương (Mẫu Sơn, Khe Vang) làm thí điểm.", ["03 địa phương"], id="one is missing"),
        pytest.param(
            "Có 4 hồ chứa nước (hồ Sông Vang, hồ Nà Pàn và hồ Khe Lạnh).",
            ["4 hồ chứa nước"],
            id="the noun at each name",
        ),
        pytest.param(
            "Có 5 xã vùng ATK1 của huyện Mẫu Sơn (gồm xã Yên Lạc, Bản Pha, Nà Lốc và Khe Vang).",
            ["5 xã vùng ATK1 của huyện Mẫu Sơn"],
            id="behind 'gồm', of a longer noun",
        ),
        pytest.param(
            "Có 04 trường thành viên (bao gồm các trường: Đại học Mộc An, Đại học Văn hóa và Báo chí, Đại học Lâm Vĩ).",
            [],
            id="a name that may be two",
        ),
        pytest.param(
            "Có 07 trường thành viên (bao gồm các trường: Đại học Mộc An, Đại học Văn hóa và Báo chí, Đại học Lâm Vĩ).",
            ["07 trường thành viên"],
            id="too few, however they are parted",
        ),
        pytest.param(
            "Kiểm tra 03 tổ chức đảng trực thuộc (Đảng bộ Ủy ban nhân dân xã, Chi bộ Quân sự xã).",
            ["03 tổ chức đảng trực thuộc"],
            id="bodies by their names",
        ),
        pytest.param(
            "Lập 03 Đoàn (Đoàn Đảng ủy, Đoàn HĐND, Đoàn UBND, Đoàn Mặt trận) đi thăm.", ["03 Đoàn"], id="one too many"
        ),
    ],
)
def test_names_in_brackets(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trong 03 năm 2016, 2017, 2018, xã đã vận động 120 triệu đồng.", [], id="all are named"),
        pytest.param("Trong 03 năm 2016 - 2018, xã đã vận động 120 triệu đồng.", [], id="a period"),
        pytest.param("Trong 04 năm 2016, 2017, 2018, xã đã vận động 120 triệu đồng.", ["04 năm"], id="one is missing"),
    ],
)
def test_years_named(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hội thi diễn ra trong 2 ngày, 15 và 16 tháng 8 năm 2017.", [], id="each is named"),
        pytest.param("Hội thi diễn ra trong 3 ngày (từ ngày 15 đến ngày 17/8).", [], id="from the first to the last"),
        pytest.param("Hội thi diễn ra trong 3 ngày, 15 và 16 tháng 8 năm 2017.", ["3 ngày"], id="one is missing"),
        pytest.param("Lớp học diễn ra trong 03 ngày, từ ngày 03/6 đến ngày 07/6.", ["03 ngày"], id="five of three"),
    ],
)
def test_days_named(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tổ chức 04 hội nghị vào các ngày 03/3, 05/3, 07/3 và 10/3/2025.", [], id="as many days"),
        pytest.param(
            "Tổ chức 05 hội nghị vào các ngày 03/3, 05/3, 07/3 và 10/3/2025.", ["05 hội nghị"], id="one day less"
        ),
        pytest.param(
            "Tổ chức 05 hội nghị (ngày 03/3, ngày 05/3, ngày 07/3 và ngày 10/3).", ["05 hội nghị"], id="brackets"
        ),
        pytest.param("Tổ chức 05 hội nghị theo kế hoạch ngày 03/3, 05/3 và 07/3.", [], id="days of plans"),
        pytest.param("Tổ chức 20 buổi trong các ngày 03/3, 05/3 và 07/3.", [], id="many on each day"),
        pytest.param(
            "Mở 03 lớp, cụ thể:\n- Ngày 03/3 tại Nà Pàn;\n- Ngày 05/3 tại Ba Soi.\nHết.", ["03 lớp"], id="lines"
        ),
        pytest.param(
            "Mở 02 lớp, cụ thể:\n- Ngày 03/3 tại Nà Pàn;\n- Ngày 05/3 tại Ba Soi.\nHết.", [], id="as many lines"
        ),
        pytest.param(
            "Mở 04 lớp. Cụ thể như sau:\nSTT\tThời gian\tĐịa điểm\n1\t03/3/2025\tNà Pàn\n2\t05/3/2025\tBa Soi\n"
            "3\t09/3/2025\tBa Soi",
            ["04 lớp"],
            id="rows",
        ),
        pytest.param(
            "Mở 03 lớp. Cụ thể như sau:\nSTT\tThời gian\tĐịa điểm\n1\t03/3/2025\tNà Pàn\n2\t05/3/2025\tBa Soi\n"
            "3\t09/3/2025\tBa Soi",
            [],
            id="as many rows",
        ),
    ],
)
def test_days_of_events(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found
