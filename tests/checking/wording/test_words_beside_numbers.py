"""Words beside numbers: the words of dates, blanks, symbols of units, bounds; first what is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Trước 20/8/2023, xã đã báo cáo; đến ngày 15 tháng 6 năm 2023 thì xong.", id="dates as they are"),
        pytest.param("NGÀY 15 THÁNG 6 NĂM 2023, xã họp.", id="dates in capitals"),
        pytest.param("Trồng 5ha rừng, mở 10km đường, mua 50kg giống.", id="symbols of units"),
        pytest.param("Các lớp 5a, 6b; mẫu 02b; khu 4hecta.", id="letters behind numbers"),
        pytest.param("Các hộ khen thưởng5 đã nhận tiền.", id="the number of a note"),
        pytest.param("Đường dây 22 kV dài 5 km; máy phát 30 kVA.", id="symbols as the law has them"),
        pytest.param("TUYẾN 22KV DÀI 5 KM", id="a line in capitals"),
        pytest.param(
            "Trẻ sốt 39 độ; in sổ 12 trang; đạt 5% so với năm trước.", id="words of their own before a number"
        ),
        pytest.param("Hộ có từ 3 ha trở lên; người trên 18 tuổi.", id="one bound"),
        pytest.param("Thực hiện đúng quy định tại Nghị quyết số 12-NQ/TW.", id="'tại' stands"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xong từ ngày 15 thàng 6 năm 2023.", ("slip", "thàng"), id="the month"),
        pytest.param("Xong từ ngày 15 tháng 6 nắm 2023.", ("slip", "nắm"), id="the year"),
        pytest.param("Theo Công văn só     /CV-UBND của xã.", ("slip", "só"), id="a number that is left blank"),
        pytest.param("Thang 02 năm 2023 xã họp hai lần.", ("slip", "Thang"), id="the month that opens a sentence"),
        pytest.param("Nẳm 2023 tình hình ổn định.", ("slip", "Nẳm"), id="the year that opens a sentence"),
        pytest.param("Theo Thông tư số 07/2023/TT-BTC này 18/7/2023.", ("slip", "này"), id="the day of an act"),
        pytest.param("Xong từ ngầy 15/6/2023.", ("slip", "ngầy"), id="the day"),
        pytest.param("Xong từ ngay 15/6/2023.", ("slip", "ngay"), id="the day, another word"),
        pytest.param("Trường Mầm non sô 2 đã khai giảng.", ("slip", "sô"), id="the number of a school"),
        pytest.param("Lớp có 12 nư, 15 nam.", ("slip", "nư"), id="women counted"),
        pytest.param("Điếu 2. Giao Văn phòng thi hành.", ("slip", "Điếu"), id="the head of an article"),
        pytest.param("Tỷ lệ100% hộ có nước sạch.", ("blank", "Tỷ lệ100"), id="glued before a percentage"),
        pytest.param("Huyện có 05xã đạt chuẩn.", ("blank", "05xã"), id="glued to what is counted"),
        pytest.param("Mỗi năm họp 2lần.", ("blank", "2lần"), id="glued to a noun of times"),
        pytest.param("Họp ngày15 tháng 6 năm 2023.", ("blank", "ngày15"), id="the number behind its word"),
        pytest.param("Theo Điều5 của quy chế.", ("blank", "Điều5"), id="an article"),
        pytest.param("Học sinh lớp7 được hỗ trợ.", ("blank", "lớp7"), id="a form of a school"),
        pytest.param("Đường dây 22KV đi qua xã.", ("slip", "22KV"), id="volts"),
        pytest.param("Máy phát điện 30KVA của trạm.", ("slip", "30KVA"), id="volt-amperes"),
        pytest.param("Làm được 5 Km đường.", ("slip", "5 Km"), id="kilometres"),
        pytest.param("Nhà rộng 50 M2, lợp tôn.", ("slip", "50 M2"), id="square metres"),
        pytest.param("Mưa trên 100 mm trở lên thì trực.", ("bounds", "trên 100 mm trở lên"), id="two lower bounds"),
        pytest.param("Hộ có dưới 3 ha trở xuống.", ("bounds", "dưới 3 ha trở xuống"), id="two upper bounds"),
        pytest.param(
            "Mức hỗ trợ quy định Nghị quyết số 12/2023/NQ-HĐND.", ("left-out", "quy định Nghị quyết"), id="'tại'"
        ),
    ],
)
def test_what_is_wrong(body: str, found: tuple[str, str], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [found]


def test_a_text_that_lost_its_blanks_is_passed_over(findings_of: Found) -> None:
    assert findings_of("Có 05xã, 12thôn, 30hộ, 45người, 60nhà.", "spelling") == []


def test_marks_of_notes_stand_behind_any_word(findings_of: Found) -> None:
    assert findings_of("Các trường3 và lớp4 học trực tuyến.", "spelling") == []


def test_symbols_of_units_are_asked_for_in_a_text_with_dirt_too(findings_of: Found) -> None:
    dirty = "¬ § « » { } Đường dây 22KV đi qua xã; có 05xã."
    assert findings_of(dirty, "spelling") == [("slip", "22KV")]
