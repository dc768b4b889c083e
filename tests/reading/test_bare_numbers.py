"""Numbers without a unit of their own (số không kèm đơn vị): parts of a list, behind a label, named elsewhere."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_texts import figures_of, printed, shown


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Có 12 cuộc, trong đó: xã 7, thôn 5.", [12, 7, 5], id="parts take the unit of their whole"),
        pytest.param("Có 49 vị, trong đó nữ 12 (24,5%).", [49, 12, Decimal("24.5")], id="with a rate in brackets"),
        pytest.param("Có 25 người (đại học 20, cao đẳng 5).", [25, 20, 5], id="in brackets"),
        pytest.param("Có 3 thôn (thôn 1, thôn 2, thôn 3).", [3], id="names in brackets"),
        pytest.param("Có 39 vị, gồm năm 2021 18, năm 2022 21.", [39, 18, 21], id="behind the year of each part"),
        pytest.param("Có 163 em: khối 6 84, khối 7 79.", [163, 84, 79], id="behind the number of each part"),
        pytest.param("Có 163 em, đông nhất khối 6 84.", [163], id="one such number is no list"),
        pytest.param("Có 12 cuộc. Theo Chương trình phổ thông 2018 ban hành năm đó.", [12], id="a year and a verb"),
        pytest.param("Có 12 đơn vị, gồm 04 UBND cấp huyện và 08 UBND xã, phường.", [12, 4, 8], id="committees"),
        pytest.param("Có 14 đơn vị, gồm 03 UBND cấp huyện và 11 UBND xã.", [14, 3, 11], id="more than nine committees"),
        pytest.param("Có 14 đơn vị. Ở thôn 11 UBND xã đã mở lớp.", [14], id="who acts, behind a number"),
        pytest.param("Có 12 cuộc. Năm 2023, thôn 7 và thôn 8 tốt.", [12], id="another sentence is no list"),
        pytest.param("Có 12 cuộc, trong đó có nội dung theo Điều 5.", [12], id="an article is no part"),
        pytest.param("Doanh số 101.400 tỷ đồng (tăng 4% so với 2024).", [101400, 4], id="a year that is compared with"),
    ],
)
def test_bare_numbers_in_a_list(text: str, values: list[Decimal]) -> None:
    assert [figure.value for figure in figures_of(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Xảy ra 04 vụ, làm chết 0, bị thương 4.", ["4|vụ", "0", "4"], id="labels of a list"),
        pytest.param("Đã giải quyết 6.311, đúng hạn 6.311.", ["6311", "6311"], id="grouped thousands"),
        pytest.param("Tổng số lớp: 25; số học sinh: 780.", ["25|lớp", "780|học sinh"], id="the label's noun"),
        pytest.param("Thạc sĩ 05, đại học 120, trung cấp 10.", ["5", "120", "10"], id="degrees"),
        pytest.param("Thôn 1: 45 hộ; thôn 2: 50 hộ.", ["45|hộ", "50|hộ"], id="behind a numbered name"),
        pytest.param("Năm 2021: 12 cuộc; năm 2022: 15.", ["12|cuộc", "15"], id="behind a year"),
        pytest.param("Số vụ tăng 01 (+ 5,8%).", ["1|vụ", "5.8|%"], id="a change"),
        pytest.param(
            "Các hội lần lượt có 12, 15 và 20 hội nghị.", ["12|hội nghị", "15|hội nghị", "20|hội nghị"], id="in order"
        ),
        pytest.param(
            "Xếp loại 45 đảng viên: xuất sắc 6, tốt 39.", ["45|đảng viên", "6|đảng viên", "39|đảng viên"], id="a rating"
        ),
        pytest.param(
            "Kết nạp 18, chuyển đi 12, khai trừ 01 đảng viên.",
            ["18|đảng viên", "12|đảng viên", "1|đảng viên"],
            id="the unit stands behind the last",
        ),
        pytest.param(
            "Nâng tổng số hội viên toàn tỉnh từ 1.204 lên 1.318, đạt kế hoạch.",
            ["1204|hội viên", "1318|hội viên"],
            id="from and to",
        ),
        pytest.param("Theo Nghị quyết 18, giảm 02 phòng.", ["2|phòng"], id="a document is none of a list"),
        pytest.param("Thôn 5, thôn 7 làm 12 nhà.", ["12|nhà"], id="nor are hamlets"),
        pytest.param(
            "Huy động 100 người (bộ đội 06, dân quân 20, lực lượng khác 74).",
            ["100|người", "6", "20|người", "74|người"],
            id="soldiers are counted, a team has a number",
        ),
        pytest.param(
            "Giành 47 huy chương: 11 vàng, 14 bạc, 22 đồng.",
            ["47|huy chương", "11|huy chương vàng", "14|huy chương bạc", "22|huy chương đồng"],
            id="medals are no money",
        ),
        pytest.param("Diện tích: 101,82 ha 3 - Phân khu", ["101.82|ha"], id="a page's number is none"),
    ],
)
def test_bare_numbers_with_a_label(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "Thu 520 kg giấy vụn (lần 1: 150, lần 2: 180, lần 3: 190).",
            ["520 kg", "150", "180", "190"],
            id="parts named by a number",
        ),
        pytest.param(
            "Cấp 60 bản tin (văn phòng 05, nhà văn hóa thôn 42, trạm y tế 13).",
            ["60 bản tin", "05", "42", "13"],
            id="things of places",
        ),
        pytest.param("Kiểm tra 03 thôn (thôn 12, thôn 31, thôn 40).", ["03 thôn"], id="places by their numbers"),
        pytest.param(
            "Nạo vét 30,5 km kênh, gồm kênh cấp xã 12,2, kênh thôn 18,3.",
            ["30,5 km", "12,2", "18,3"],
            id="parts of a length",
        ),
        pytest.param("Xếp loại chi hội: vững mạnh 21, khá 8, trung bình 3.", ["21", "8", "3"], id="a rating"),
        pytest.param(
            "Bồi dưỡng 1.200 đảng viên ưu tú, kết nạp Đảng 1.150, đạt tốt.",
            ["1.200 đảng viên", "1.150"],
            id="thousands behind a name",
        ),
        pytest.param(
            "Vốn ngân sách trung ương 98,5 tỷ đồng, ngân sách tỉnh 20 tỷ đồng.",
            ["98,5 tỷ đồng", "20 tỷ đồng"],
            id="money of a level",
        ),
        pytest.param("Có 17 trong tổng số 25 hợp tác xã hoạt động tốt.", ["17", "25 hợp tác xã"], id="one of so many"),
        pytest.param("Có nơi nộp chậm từ 2 đến 4 ngày.", ["từ 2 đến 4 ngày"], id="how late"),
        pytest.param("Tổng số đoàn viên: 32 Nữ: 18 Trong đó: Quản lý: 03.", ["32", "18", "03"], id="labels in a row"),
        pytest.param("Ở tổ: 32 Suối Mơ có đường mới.", [], id="a name behind the number"),
        pytest.param("Thụ lý 14 vụ, xong 08 vụ và 06 đang xử lý.", ["14 vụ", "08 vụ", "06"], id="a state"),
        pytest.param("Thụ lý 14 vụ, khoản 3 và 6 chưa áp dụng.", ["14 vụ"], id="a point and what is not yet done"),
        pytest.param("Giải quyết dứt điểm 14 kiến nghị.", ["14 kiến nghị"], id="a word that ends like a place's"),
    ],
)
def test_numbers_whose_unit_stands_elsewhere(text: str, figures: list[str]) -> None:
    assert printed(text) == figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Năm 2020 kết nạp 118; năm 2021: 124.", [118, 124], id="a colon behind the second"),
        pytest.param("Năm 2020 kết nạp 118, năm 2021 kết nạp 124.", [118, 124], id="a verb for each"),
        pytest.param("Năm 2020 khởi công tuyến số 3; năm 2021: 12 tuyến.", [12], id="the number of a thing"),
        pytest.param("Năm 2020 phục hồi quốc lộ 118; năm 2023: 12 tuyến.", [12], id="years apart"),
    ],
)
def test_a_row_of_years(text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_of(text)] == values
