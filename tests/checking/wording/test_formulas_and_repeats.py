"""Formulas of official prose with a slip in them, and the same said twice in a sentence; first what is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Sửa đổi một số điểm của quy chế; có hiệu quả rõ rệt; theo quy trình.", id="other words there"),
        pytest.param("Đoàn trao đổi với các hộ, họp với các thôn.", id="a word that its neighbour holds"),
        pytest.param("Công khai tên cơ sở vi phạm.", id="a name beside 'cơ sở'"),
        pytest.param("Hàng năm, xã lập kế hoạch kiểm tra hàng năm.", id="a time that belongs to a noun"),
        pytest.param("Hàng năm, xã tổ chức ngày hội. Báo cáo gửi hàng năm.", id="two sentences"),
        pytest.param("Tảo hôn vẫn còn xảy ra, nhất là ở vùng cao; tai nạn vẫn còn xảy ra.", id="two matters"),
        pytest.param("Tổ chức việc thu gom rác; thực hiện tốt việc triển khai.", id="another verb"),
        pytest.param("Xã có 3 website, 2 festivals và camera.", id="words of English"),
        pytest.param("Quy hoạch giai đoạn năm 2021 - 2025 và đến năm 2045.", id="a phase of two years"),
        pytest.param("Mở lớp tạo việc làm mỗi năm cho 40 thanh niên.", id="other words at the end of a formula"),
        pytest.param("Làm tốt công tác dẫn dòng khi thi công.", id="half of a formula"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Sửa đổi một số điệu của quy chế.", ("slip", "điệu"), id="the last syllable"),
        pytest.param("Quyết định này cỏ hiệu lực thi hành.", ("slip", "cỏ"), id="the first, a word of its own"),
        pytest.param("Có hiệu lực thi hành kẻ từ ngày ký.", ("slip", "kẻ"), id="before a word of grammar"),
        pytest.param("Chính sách đổi với các hộ nghèo.", ("slip", "đổi"), id="'đối với'"),
        pytest.param("Làm đúng quy định ủa pháp luật.", ("slip", "ủa"), id="'của'"),
        pytest.param("Số thu tăng 5% so với cũng kỳ năm 2022.", ("slip", "cũng"), id="a word of grammar among four"),
        pytest.param("Đoàn do đồng chỉ Bí thư Đảng ủy dẫn đầu.", ("slip", "chỉ"), id="a word that stands alone"),
        pytest.param("Đưa tỷ lệ họ nghèo xuống thấp.", ("slip", "họ"), id="a word of grammar for a noun"),
        pytest.param("Quy hoạch giai đoạn năm 2045 của xã.", ("left-out", "giai đoạn năm 2045"), id="a phase"),
        pytest.param("Hằng năm, xã rà soát hằng năm các hộ nghèo.", ("repeated", "hằng năm"), id="a time twice"),
        pytest.param(
            "Đã triển khai tốt việc triển khai chuyển đổi số.", ("repeated", "triển khai"), id="a verb and its noun"
        ),
        pytest.param("Trình chiếu hollogram tại lễ hội.", ("slip", "hollogram"), id="a word of English"),
        pytest.param("Tập trung hướng mạnh cac hoạt động về cơ sở.", ("slip", "cac"), id="'các' without its mark"),
        pytest.param("Cơ chế liên thôn gtrong giải quyết hồ sơ.", ("slip", "thôn gtrong"), id="a blank too early"),
        pytest.param(
            "Hỗ trợ nhà ở cho người có công cách mạng.", ("left-out", "người có công cách mạng"), id="'với' left out"
        ),
        pytest.param(
            "Tảo hôn vẫn còn xảy ra, nhất là ở thôn vùng cao vẫn còn xảy ra.",
            ("repeated", "vẫn còn xảy ra"),
            id="a predicate twice",
        ),
    ],
)
def test_what_is_wrong(body: str, found: tuple[str, str], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [found]


_THRICE = "Bố trí 12 mũi thi công; thêm 05 mũi thi công; giữ số mũi thi công đã có. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_THRICE + "Lập 04 tổ thi công.", [], id="another word"),
        pytest.param("Bố trí 12 mũi thi công. Lập 04 múi thi công.", [], id="no usage"),
        pytest.param(_THRICE + "Lập 04 múi thi công.", [("slip", "múi")], id="behind a number, as elsewhere"),
        pytest.param(_THRICE + "Rà soát số múi thi công.", [("slip", "múi")], id="behind the same word"),
    ],
)
def test_words_unlike_the_usage_of_the_report(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Khối lượng đạt (38/54 km) bằng 70%.", [], id="two verbs"),
        pytest.param("Thôn (Khe Bạc) thôn (Khe Lạn) đã họp.", [], id="nouns of a list"),
        pytest.param("Phối hợp chặt chẽ với các đoàn thể và với Nhân dân.", [], id="once beside its manner"),
        pytest.param(
            "Phối hợp với chặt chẽ với các đoàn thể.", [("doubled", "với chặt chẽ với")], id="twice beside a manner"
        ),
        pytest.param("Tuyến tránh TP. Hòa Bình, tỉnh Hòa Bình đã thông xe.", [], id="a province"),
        pytest.param(
            "Tuyến tránh TP. Hòa Bình, tính Hòa Bình đã thông xe.", [("slip", "tính")], id="another tone behind a comma"
        ),
        pytest.param("Khối lượng đạt (38/54 km) đạt 70%.", [("doubled", "đạt (38/54 km) đạt")], id="a verb"),
    ],
)
def test_words_twice_beside_a_bracket(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found


_DRAWINGS = "Bản vẽ thi công (BVTC) đã duyệt. Hồ sơ BVTC đủ. Dự toán BVTC đã nộp. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_DRAWINGS + "Đã trình BVTH của gói 2.", [], id="another letter, not alike"),
        pytest.param("Hồ sơ BVTC đủ. Đã trình BYTC của gói 2.", [], id="each once"),
        pytest.param(_DRAWINGS + "Đã trình BYTC của gói 2.", [("short-form", "BYTC")], id="a letter alike"),
    ],
)
def test_short_abbreviations_mistyped(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found
