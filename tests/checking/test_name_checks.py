"""Units, abbreviations, spellings of names, personal data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.units.issuing_units import check_issuing_unit

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trước đây, UBND huyện Thanh Lũng đã tổ chức 02 hội nghị.", [], id="told as history"),
        pytest.param(
            "Thực hiện Công văn số 12/UBND-NV ngày 02/3/2024 của UBND huyện Thanh Lũng.", [], id="an issuer of then"
        ),
        pytest.param(
            "Giai đoạn 2021 - 2024, UBND huyện Thanh Lũng đã hỗ trợ 02 hội nghị.", [], id="a period before the change"
        ),
        pytest.param(
            "Phối hợp với UBND huyện Thanh Lũng tổ chức 02 hội nghị.",
            [("level", "UBND huyện Thanh Lũng")],
            id="as if it acted",
        ),
        pytest.param(
            "Phối hợp với UBND huyện Ân Bình tổ chức 02 hội nghị.",
            [("level", "UBND huyện Ân Bình")],
            id="a name that begins with a letter with a sign",
        ),
        pytest.param(
            "Phối hợp với Ban Chỉ huy Quân sự huyện Thanh Lũng diễn tập.",
            [("level", "Ban Chỉ huy Quân sự huyện Thanh Lũng")],
            id="a board",
        ),
        pytest.param(
            "Báo cáo Hội Nông dân huyện Thanh Lũng hằng quý.",
            [("level", "Hội Nông dân huyện Thanh Lũng")],
            id="a union",
        ),
        pytest.param(
            "Phối hợp với Phòng Lao động - Thương binh và Xã hội huyện thẩm định trước ngày 20/10/2025.",
            [("level", "Phòng Lao động - Thương binh và Xã hội huyện")],
            id="a board of a long name",
        ),
        pytest.param("Trước đây Thanh tra huyện Thanh Lũng đã kết luận.", [], id="a board told as history"),
        pytest.param(
            "Sau sắp xếp còn 58 cơ sở; Hội Nông dân huyện Thanh Lũng chỉ đạo điểm.",
            [("level", "Hội Nông dân huyện Thanh Lũng")],
            id="the reform is told in another clause",
        ),
        pytest.param("Hội Nông dân huyện Thanh Lũng sau sắp xếp đã bàn giao xong.", [], id="in its own clause"),
        pytest.param(
            "Giao Ủy ban MTTQ Việt Nam các huyện rà soát, báo cáo trước ngày 15/02/2026.",
            [("level", "Ủy ban MTTQ Việt Nam các huyện")],
            id="a day to come is no history",
        ),
        pytest.param(
            "Hiện phòng Nội vụ các huyện đang thẩm định.", [("level", "phòng Nội vụ các huyện")], id="boards of all"
        ),
    ],
)
def test_stale_units(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "stale-unit") == found


@pytest.mark.parametrize(
    ("unit", "stale", "unknown"),
    [
        pytest.param("A LƯỚI 1", [], [], id="it lives"),
        pytest.param("KHE VẮNG", [], [""], id="nobody knows it"),
        pytest.param("ẲNG KHE", [], [""], id="nobody knows it: a capital with a sign begins it"),
        pytest.param("HỒNG KIM", ["issuer"], [], id="it ended before the report"),
    ],
)
def test_a_report_of_a_unit_that_had_ended(
    unit: str, stale: list[str], unknown: list[str], found_in: Callable[..., list[tuple[str, str]]]
) -> None:
    text = HEAD.replace("LŨNG ẲNG", unit) + TITLE + f"Xã {unit.title()} đã tổ chức 02 hội nghị." + TAIL
    assert [case for case, _ in found_in(text, "stale-unit")] == stale
    assert [case for case, _ in found_in(text, "unit-unknown")] == unknown


def test_units_that_ended_afterwards_are_noted_where_the_outline_names_them(found_in: Callable[..., Any]) -> None:
    head = HEAD.replace("LŨNG ẲNG", "HỒNG KIM").replace("năm 2026", "năm 2023")
    text = head + TITLE + "Xã Hồng Kim thuộc huyện A Lưới, đã tổ chức 02 hội nghị ở Hồng Kim." + TAIL
    assert found_in(text, "stale-unit") == [("later", "Hồng Kim"), ("later", "huyện A Lưới")]


def test_a_unit_whose_name_another_carries_on_has_not_ended(found_in: Callable[..., Any]) -> None:
    head = HEAD.replace("XÃ LŨNG ẲNG", "TỈNH QUẢNG NGÃI").replace("năm 2026", "năm 2018")
    text = head + TITLE + "Tỉnh Quảng Ngãi đã tổ chức 02 hội nghị; tỉnh Quảng Ngãi có 12 mô hình." + TAIL
    assert found_in(text, "stale-unit") == []


def test_a_unit_that_has_another_name_now() -> None:
    report = read_text(HEAD.replace("LŨNG ẲNG", "TRẢNG BOM") + TITLE + TAIL)
    (finding,) = check_issuing_unit(report)
    assert (finding.kind, finding.case) == ("stale-unit", "renamed")
    assert (finding.facts["unit"], finding.facts["now"]) == ("xã Trảng Bom", "phường Trảng Bom")
    assert finding.facts["on"] == "30/4/2026"


def test_what_became_of_the_unit_is_said() -> None:
    report = read_text(HEAD.replace("LŨNG ẲNG", "HỒNG KIM") + TITLE + TAIL)
    (finding,) = check_issuing_unit(report)
    assert finding.facts == {
        "unit": "xã Hồng Kim",
        "on": "30/6/2025",
        "date": "12/9/2026",
        "successors": "xã A Lưới 1",
    }


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Công tác của UBND, HĐND và MTTQ được đổi mới.", [], id="every office knows them"),
        pytest.param("Ban Công tác Mặt trận (BCTMT) họp định kỳ; các BCTMT hoạt động tốt.", [], id="written out once"),
        pytest.param(
            "Các BCTMT hoạt động tốt. Ban Công tác Mặt trận (BCTMT) họp định kỳ." + " Đã họp." * 20, [], id="near"
        ),
        pytest.param(
            "Các BCTMT hoạt động tốt." + " Đã họp." * 20 + " Ban Công tác Mặt trận (BCTMT) họp định kỳ.",
            [("known", "BCTMT")],
            id="written out long after its first use",
        ),
        pytest.param("Ban Quản lý Khu bảo tồn (BQL KBT) điều hành; BQL KBT họp hằng tháng.", [], id="two at once"),
        pytest.param("Thực hiện Kế hoạch số 12/KH-UBND.", [], id="a document's symbol"),
        pytest.param("- Thường trực HĐND xã;\n- Lưu: VT, VXQZ.", [], id="offices where a copy is filed"),
        pytest.param("Lưu ý: QXZT chưa báo cáo.", [("", "QXZT")], id="a note is no filing"),
        pytest.param("CÔNG TÁC XYZW CỦA TOÀN XÃ", [], id="a line in capitals"),
        pytest.param("Nhân dân xã KRÔNG NÔ tham gia tích cực vào các phong trào.", [], id="a name in capitals"),
        pytest.param("Toàn xã có 12 BCTMT hoạt động thường xuyên.", [("known", "BCTMT")], id="known to the glossary"),
        pytest.param("Xã còn vướng mắc về GPMB.", [("known", "GPMB")], id="known to those of one field"),
        pytest.param("Xã đã cấp thẻ BHYT, hoàn thành chương trình NTM.", [], id="known to those of all fields"),
        pytest.param("Đẩy mạnh ứng dụng CNTT trong giải quyết hồ sơ.", [("known", "CNTT")], id="a field of work"),
        pytest.param("Thủy điện Suối Lanh phát 300 MW, thủy điện Nậm Pìn 18,5MW.", [], id="a measure"),
        pytest.param("Vướng mắc xin liên hệ văn phòng xã, ĐT: 0200 000 000.", [], id="a telephone"),
        pytest.param("Toàn xã có 12 QXZT hoạt động thường xuyên.", [("", "QXZT")], id="known to nobody"),
    ],
)
def test_abbreviations(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "abbreviation-undefined") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("UBND xã Đắk Nua họp; nhân dân xã Đắk Nua tham gia.", [], id="one spelling"),
        pytest.param("UBND xã Đắk Nua họp; nhân dân xã Đắk Nưa và xã Đắk Nua tham gia.", [], id="another place"),
        pytest.param("Phong trào văn hóa; nhà văn hóa xã.", [], id="one habit"),
        pytest.param("Quý I và quy chế của tổ chức.", [], id="'qu' is one consonant"),
        pytest.param(
            "UBND xã Đăk Nua họp; nhân dân xã Đắk Nua và thôn của Đắk Nua tham gia.",
            [("name", "Đăk Nua")],
            id="two spellings",
        ),
        pytest.param("Đời sống văn hóa, nhà văn hóa; khu dân cư văn hoá.", [("tone", "hoá")], id="two habits"),
    ],
)
def test_orthography(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "mixed-orthography") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Kinh phí 912345678 đồng đã được giải ngân.", [], id="an amount"),
        pytest.param("Thư điện tử: ubnd.lungang@mauson.gov.vn.", [], id="an official address"),
        pytest.param("Thư điện tử: ubnd.lungang@mauson.gov.\nvn", [], id="an official address cut by the line"),
        pytest.param("- Công ty Thoát nước Mẫu Sơn: 0900 000 012.", [], id="a company's telephone"),
        pytest.param("Họp ngày 03.02.2025 14 giờ tại xã.", [], id="a date and an hour"),
        pytest.param(
            "Liên hệ ông trưởng thôn, điện thoại 0900 000 012.", [("telephone", "0900 000 012")], id="telephone"
        ),
        pytest.param(
            "Ông trưởng thôn, căn cước số 001099000012.", [("identity", "001099000012")], id="identity number"
        ),
        pytest.param(
            "Đường dây nóng về an ninh trật tự:\n+ Ông Lâm: 0900000012, 0900000034\n+ Bà Bắp: 0900000056",
            [],
            id="hotlines",
        ),
        pytest.param(
            "Đường dây nóng trực 24/24 giờ.\n\nTrưởng các thôn:\n+ Ông Lâm: 0900000012\n",
            [("telephone", "0900000012")],
            id="a list of persons below a sentence of hotlines",
        ),
        pytest.param("- Ông Hiền. SĐT0900000012", [("telephone", "0900000012")], id="its word without a blank"),
        pytest.param("Ủng hộ qua tài khoản số 1900 2000 3012.", [("account", "1900 2000 3012")], id="account"),
        pytest.param(
            "Bà Mẫu, sinh ngày 02/3/1980, là hội viên.", [("birth", "sinh ngày 02/3/1980")], id="date of birth"
        ),
        pytest.param("Gửi về mau.son.thu@example.com.", [("email", "mau.son.thu@example.com")], id="a private address"),
    ],
)
def test_personal_data(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "personal-data") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Quỹ 'Vì người nghèo' toàn xã vận động 200 triệu đồng.", [], id="money of a whole unit"),
        pytest.param("Vận động mỗi hộ đóng góp 200.000 đồng/hộ.", [], id="money of each household"),
        pytest.param("Thu ngân sách đạt 105% kế hoạch.", [], id="above the plan"),
        pytest.param("Tổ chức 10 hội nghị, 800 lượt người tham dự.", [], id="a plausible meeting"),
        pytest.param("Toàn xã có 946 hộ, 4.012 nhân khẩu.", [], id="a plausible household"),
        pytest.param("Thôn có trên 150 hộ được bố trí thêm 1 người phụ trách.", [], id="one who serves many"),
        pytest.param(
            "Quỹ 'Vì người nghèo' toàn xã vận động hơn 200.000 đồng.", [("money", "hơn 200.000 đồng")], id="lost zeros"
        ),
        pytest.param("Hộ nghèo chiếm 112%.", [("share", "112%")], id="more than the whole"),
        pytest.param(
            "Tổ chức 900 hội nghị, 80 lượt người tham dự.",
            [("attendance", "900 hội nghị, 80 lượt người")],
            id="fewer people than meetings",
        ),
        pytest.param(
            "Toàn xã có 946 hộ, 401 nhân khẩu.", [("household", "946 hộ, 401 nhân khẩu")], id="fewer people than homes"
        ),
    ],
)
def test_magnitude(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "implausible-magnitude") == found


def test_a_committee_of_the_party_is_no_name_of_a_unit() -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\t", "ĐẢNG BỘ TỈNH\t").replace("XÃ LŨNG ẲNG", "HUYỆN ỦY LŨNG ẲNG")
    assert not list(check_issuing_unit(read_text(head + TITLE + TAIL)))


def test_an_unknown_unit_is_named_whole() -> None:
    (finding,) = check_issuing_unit(read_text(HEAD + TITLE + TAIL))
    assert finding.facts == {"unit": "xã Lũng Ẳng"}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thu 12,5 tỷ đồng; chi 465.4 tỷ đồng; nợ 3,1 tỷ đồng; dư 0,7 tỷ đồng.", ["465.4"], id="one point"),
        pytest.param("Thu 12.5 tỷ đồng; chi 465.4 tỷ đồng; nợ 3.1 tỷ đồng.", [], id="points alone"),
        pytest.param("Thu 12,5 tỷ đồng; chi 465.400 tỷ đồng; nợ 3,1 tỷ đồng; dư 0,7 tỷ đồng.", [], id="thousands"),
        pytest.param("Thu 12,5 tỷ đồng; chi 465.4 tỷ đồng; nợ 3,1 tỷ đồng.", [], id="two habits"),
    ],
)
def test_a_decimal_point_among_commas(body: str, found: list[str], findings_of: Found) -> None:
    assert [passage for case, passage in findings_of(body, "mixed-orthography") if case == "decimal"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Có 2.858 hộ; 1.204 người; tỷ lệ 9,6%.", [], id="a comma"),
        pytest.param("Có 2.858 hộ; tỷ lệ 9.6%.", [], id="one other number is no usage"),
        pytest.param("Có 2.858 hộ; 1.204 người; tỷ lệ 9.6%.", ["9.6"], id="a point among thousands"),
    ],
)
def test_a_decimal_point_among_thousands(body: str, found: list[str], findings_of: Found) -> None:
    assert [passage for case, passage in findings_of(body, "mixed-orthography") if case == "decimal-point"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tiếp nhận 1.096 văn bản, xử lý 3.004 hồ sơ.", [], id="points in all"),
        pytest.param("Năm 2024 tiếp nhận 3.004 hồ sơ; đến năm 2030 đạt 95%.", [], id="years"),
        pytest.param("Tiếp nhận 3.004 hồ sơ; lắp ống 1435 mm.", [], id="a size of machines"),
        pytest.param("Tiếp nhận 1096 văn bản.", [], id="one alone, beside which none shows a habit"),
        pytest.param(
            "Tiếp nhận 1096 văn bản, xử lý 3.004 hồ sơ.", [("thousands", "1096")], id="beside one with a point"
        ),
        pytest.param(
            "Tiếp nhận 7202 văn bản, xử lý 2613 hồ sơ.", [("no-thousands", "7202")], id="points in none, told once"
        ),
    ],
)
def test_thousands_stand_before_a_point(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "mixed-orthography") == found


def test_a_name_that_has_once_another_accent(findings_of: Found) -> None:
    body = "Xã Pá Ngần có 12 bản. Dân Pá Ngần trồng quế. Chợ Pá Ngần họp hằng tuần. Đường lên Pá Ngấn còn xấu."
    assert findings_of(body, "mixed-orthography") == [("name", "Pá Ngấn")]
    assert findings_of(body.replace("Ngấn", "Ngần"), "mixed-orthography") == []
    named = "Hai xã Pá Ngần và Nà Mạ. Xã Pá Ngần có 12 bản. Dân Pá Ngấn trồng quế."
    assert findings_of(named, "mixed-orthography") == [("name", "Pá Ngấn")]
    listed = "Các xã Pá Ngần, Pá Ngấn và Nà Mạ. Xã Pá Ngần có 12 bản. Dân Pá Ngần trồng quế."
    assert findings_of(listed, "mixed-orthography") == []
