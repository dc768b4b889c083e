"""Words left out and words turned round: what is left alone, and what only looks so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Thực hiện đúng quy định; hoàn thành trong thời gian ngắn.", id="the other half follows"),
        pytest.param("UBND các huyện, thành, thị chỉ đạo duy trì lịch trực.", id="first syllables of kinds"),
        pytest.param("Cấp ủy lãnh, chỉ đạo sát sao.", id="one half for both, before a comma"),
        pytest.param("Xử lý tin báo về tội phạm; hướng dẫn bón phân cho lúa.", id="words in either order"),
        pytest.param("Mua theo giá mua của đơn vị; mức giá bán ra.", id="two words that stand alone"),
        pytest.param("Phân công cán bộ theo dõi; giải thích các từ ngữ dưới đây.", id="words with one of grammar"),
        pytest.param("Xâm hại địa tầng của khu nhượng hạ; viết như hưng ngữ thì giữ.", id="words that no table holds"),
        pytest.param("Bài học của chính bản thân người dân.", id="'chính' before a noun"),
        pytest.param("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập", id="run into the line below"),
        pytest.param("Trẻ suy dinh dưỡng còn 5%; làm theo quy định của luật.", id="a half that says the whole"),
        pytest.param("Kế hoạch cải thiện chất lượng sống của dân.", id="a verb that says the whole"),
        pytest.param("Mặt trận đạt nhiều kết quả; tình hình dịch Covid-19 giảm.", id="a shorter way to say it"),
        pytest.param("Phương án khẩn nguy; siêu âm tuyến giáp trạng cho 20 người.", id="rarer words"),
    ],
)
def test_whole_words_are_passed_over(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Hỗ trợ các hộ đồng bào dân tộc thiểu tại chỗ.",
            ("left-out", "đồng bào dân tộc thiểu"),
            id="left out of a term, told once",
        ),
        pytest.param(
            "Xã nhận chương trình mục quốc gia giảm nghèo.",
            ("left-out", "chương trình mục quốc gia"),
            id="a half that is a word elsewhere, in a long term",
        ),
        pytest.param(
            "Ban Chỉ đạo Phổ giáo dục tiểu học đã họp.",
            ("left-out", "Phổ giáo dục tiểu học"),
            id="the first half alone",
        ),
        pytest.param(
            "Phòng Thi hành án dân khu vực đã bàn giao.",
            ("left-out", "Phòng Thi hành án dân khu vực"),
            id="in the name of a body",
        ),
        pytest.param("Ban Quản lý chịu trách toàn diện.", ("alone", "chịu trách toàn"), id="'nhiệm' left out"),
        pytest.param("Góp vốn trên cơ tự nguyện.", ("alone", "trên cơ tự"), id="beside a word of grammar"),
        pytest.param("Xã phân công. Thể như sau:\n1. Thôn Mu.", ("left-out", "Thể như sau"), id="'cụ' left out"),
        pytest.param("Các xã đã hoàn thành nhiệm.", ("alone", "thành nhiệm"), id="before a full stop"),
    ],
)
def test_a_syllable_alone(body: str, found: tuple[str, str], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đó là nội dung yếu chủ của đề án.", "yếu chủ", id="before a word of grammar"),
        pytest.param("Người lao động đã hưu nghỉ được thăm hỏi.", "hưu nghỉ", id="behind 'đã'"),
        pytest.param("Việc nhận xác hộ nghèo còn chậm.", "nhận xác", id="behind 'việc'"),
    ],
)
def test_words_turned_round(body: str, found: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", found)]


def test_an_abbreviation_beside_it_hides_no_slip(findings_of: Found) -> None:
    assert findings_of("Theo tiêu chuẩn kỹ thuật của nghành TCVN.", "spelling") == [("slip", "nghành")]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Sửa vá đường ngõ xóm; bị phạt tù nhưng cho hưởng án treo.", id="words of their own"),
        pytest.param("Các hộ nuôi tôm, cua; trồng rừng đước phòng hộ.", id="beasts and trees"),
        pytest.param("Giao trưởng các thôn, làng vận động nhân dân.", id="heads of several"),
        pytest.param("Ngày ngày các em đến lớp; quản lý lý lịch cán bộ.", id="twice, in two words"),
    ],
)
def test_words_that_only_look_like_slips_are_passed_over(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã dã phối hợp với các ngành.", ("slip", "dã"), id="'đã'"),
        pytest.param("Quyết định này co hiệu lực kể từ hôm nay.", ("slip", "co"), id="'có'"),
        pytest.param("Phù hợp với tùng đối tượng.", ("slip", "tùng"), id="'từng'"),
        pytest.param("Cấp bằng khen cho tập thể hoắc thành tích cá nhân.", ("slip", "hoắc"), id="'hoặc'"),
        pytest.param("Đã giao xong thiết thiết bị cho trường.", ("doubled", "thiết thiết"), id="a half word twice"),
        pytest.param("Xong trong tháng tháng 6 năm 2023.", ("doubled", "tháng tháng"), id="the word of a month twice"),
    ],
)
def test_small_words(body: str, found: tuple[str, str], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Khi đọc sách, các rất có ý thức.", [("alone", "các rất")], id="nothing that 'các' counts"),
        pytest.param("Xã lo cho các đã ốm lâu ngày.", [("alone", "các đã")], id="nor before a verb"),
        pytest.param("Xã dọn các không gian chung, các bị can được báo.", [], id="words that begin as these do"),
        pytest.param(
            "Chương trình mục tiêu quốc gia xây dựng nông thôn năm 2024.",
            [("left-out", "xây dựng nông thôn")],
            id="the countryside of the programme is new",
        ),
        pytest.param("Chương trình mục tiêu quốc gia xây dựng nông thôn mới năm 2024.", [], id="and said to be"),
    ],
)
def test_what_is_counted_and_what_is_new(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found
