"""Syllables that hardly stand alone, are cut by a blank or stand twice; keys of Telex left as they were typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Trạm không đảm yêu cầu về vệ sinh.", "không đảm yêu", id="'bảo' left out before 'đảm'"),
        pytest.param("Các đơn vị thực và báo cáo kết quả.", "vị thực và", id="before a word of grammar"),
        pytest.param("Khi đủ điều thiện thì gửi hồ sơ về xã.", "điều thiện thì", id="another syllable by a slip"),
        pytest.param("Theo nghị của thôn, xã sửa đường.", "Theo nghị của", id="behind the first word of a sentence"),
        pytest.param("Đã họp. Triển các lớp học nghề cho dân.", "Triển các", id="at the head of a sentence"),
        pytest.param("- Phối với thôn Khe dọn đường.", "Phối với", id="at the head of a point"),
        pytest.param("Hội đồng đã hành Công ước về mức thu.", "đã hành Công", id="before the name of an act"),
        pytest.param("Xã chi theo quy của pháp luật.", "theo quy của", id="in a pair that says nothing by itself"),
        pytest.param("Thôn hưởng ứng cuộc vận của huyện.", "cuộc vận của", id="which only a third syllable ends"),
        pytest.param("Xã sửa các quy của mình.", "các quy của", id="'định' left out behind 'quy'"),
        pytest.param("Thôn kiểm tra tình trật tự chợ.", "tra tình trật", id="'hình' left out behind 'tình'"),
        pytest.param("Hạn nộp là 05 ngày làm việc kể ngày nhận.", "việc kể ngày", id="'từ' left out behind 'kể'"),
        pytest.param("Bản đồ trường quặng lệ 1:5.000 đã in.", "quặng lệ", id="before a number"),
        pytest.param("Các cập, các ngành của xã đã họp.", "Các cập", id="before a comma that parts it from the rest"),
    ],
)
def test_a_syllable_that_no_neighbour_holds(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("alone", here)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Mua văn phòng phẩm theo định mức của xã.", id="the last of three syllables"),
        pytest.param("Cập nhật dữ liệu theo thời gian thực.", id="a technical term"),
        pytest.param("Giải quyết hồ sơ thuộc thẩm QT-DN-18.", id="torn by the code in another column"),
        pytest.param("Trao giải nhất cho đội có tài nghệ hát ru.", id="a word beside another"),
        pytest.param("Vùng đồng bào có đạo đã đổi thay.", id="a noun of two syllables with a verb"),
        pytest.param("Mỗi hộ quy ra thóc để tiện tính toán.", id="beside the words that they stand alone with"),
        pytest.param("Thôn đã kiểm phiếu, trao quà tình nghĩa.", id="a verb and a noun of their own"),
        pytest.param("Giá nguyên, nhiên vật liệu tăng cao.", id="sharing their second half with what is behind"),
        pytest.param("Xã lãnh, chỉ đạo các thôn.", id="sharing it over a comma"),
        pytest.param("Số vụ: không có\n\nphạm pháp hình sự: 02 vụ.", id="in the next cell of a table"),
        pytest.param("Số dân theo đạo Thiên chúa giáo tập trung ở bản Lin.", id="a faith"),
        pytest.param("Số vụ giám đốc thẩm, tái thẩm không tăng.", id="the last of a term before a comma"),
    ],
)
def test_terms_hold_their_syllables(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã đã th ực hiện kế hoạch.", ("needless-blank", "th ực"), id="before its other half"),
        pytest.param("Ban chỉ đạo do xã tổ c hức.", ("needless-blank", "c hức"), id="behind its other half"),
        pytest.param("Mức chi tại điểm c khoản 3.", None, id="the letter of a point"),
    ],
)
def test_a_blank_inside_a_syllable(body: str, found: tuple[str, str] | None, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == ([found] if found else [])


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Làm đúng theo quy ddinhj của xã.", "ddinhj", id="mark and tone"),
        pytest.param("Các thôn nhận huwowngs dẫn kỹ thuật.", "huwowngs", id="two marks"),
        pytest.param("Kết quả cuar các thôn còn thấp.", "cuar", id="a word of grammar"),
    ],
)
def test_keys_of_telex(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Đặt cos nền cao hơn mặt đường.", id="a symbol of builders"),
        pytest.param("Mở lớp dạy roof top bar cho thanh niên.", id="foreign words"),
    ],
)
def test_foreign_letters_are_no_keys(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Xã bảo đảm an an ninh, trật tự.", "an an", id="'bảo an' is no word here"),
        pytest.param("Trừ trường hợp hợp quy định có khác.", "hợp hợp", id="'hợp quy' is no word here"),
        pytest.param("Tại thời điểm điểm xây dựng trạm bơm.", "điểm điểm", id="a noun that is no verb"),
    ],
)
def test_a_syllable_of_two_words_twice(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("doubled", here)]


def test_a_noun_before_a_word_that_begins_alike(findings_of: Found) -> None:
    assert findings_of("Các xã xã hội hóa việc thu gom rác.", "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Làm đúng quy định vế mức chi của xã.", "vế", id="'về'"),
        pytest.param("Xã phối hợp vơi các thôn.", "vơi", id="'với'"),
        pytest.param("Đây là đơn vị chưa có đại diện cua cơ sở sản xuất.", "cua", id="'của', before a common word"),
        pytest.param("Thuộc thẩm quyền heo quy định của xã.", "heo", id="'theo', beside what no pig has"),
        pytest.param("Xã phối hợp với cát đơn vị và hội.", "cát", id="'các', behind a word of grammar"),
        pytest.param("Thu gom rác heo giờ quy định.", "heo", id="'theo', before a word of its own"),
        pytest.param("Có mặt tại địa bàn tĩnh Kim Sa.", "tĩnh", id="'tỉnh', behind 'địa bàn'"),
    ],
)
def test_words_of_grammar_mistyped(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Câu thiếu vế chính.", id="a part of a sentence"),
        pytest.param("Nuôi cua biển, giá thịt heo quay giảm.", id="crabs and pigs"),
        pytest.param("Khai thác cát trái phép; xử lý tro xỉ đúng quy định.", id="sand and ash"),
        pytest.param("Trồng cây đước ven biển; mực nước vơi dần.", id="a tree, and what grows less"),
    ],
)
def test_words_of_their_own(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Triển khai Kế hoạch xố 12/KH-UBND của xã.", "xố", id="before the number of an act"),
        pytest.param("Trong 06 thang đầu năm, xã thu đủ.", "thang", id="half a year"),
        pytest.param("Theo điểm c khoan 2 Điều 4 của quy chế.", "khoan", id="before an article"),
        pytest.param("An ninh trật tự năn 2018 ổn định.", "năn", id="before a year"),
    ],
)
def test_words_before_numbers(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


def test_words_that_stand_before_numbers_too(findings_of: Found) -> None:
    assert findings_of("Sau 3 trận thắng đầu năm, đội vào sổ 4/BC của miền nam 2020.", "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Các thôn triển khai hực hiện kế hoạch.", "hực hiện", id="a letter left out"),
        pytest.param("Các chi nộ trực thuộc đã họp.", "chi nộ", id="the key beside"),
        pytest.param("Hồ sơ của Ban Quản lỳ Khu di tích.", "Quản lỳ", id="in the name of a body"),
        pytest.param("Dùng nguồn nước tự niên của suối.", "tự niên", id="behind a word of grammar that begins many"),
    ],
)
def test_one_common_word_near_by(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


def test_what_follows_the_name_of_a_person_is_no_slip_of_it(findings_of: Found) -> None:
    assert findings_of("Ông Lò Văn Quản lý giải rõ; bà Hoa trình bày.", "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Báo cáo Ủy ban nhân dân tinh xem xét.", "tinh", id="'tỉnh', behind 'nhân dân'"),
        pytest.param("Theo đề nghị của UBND xả và các thôn.", "xả", id="'xã', behind an abbreviation"),
        pytest.param("Ra quân dọp dẹp đường làng.", "dọp dẹp", id="any letter of a syllable that no table holds"),
    ],
)
def test_units_and_strange_syllables(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Bảo đảm an ninh an toàn cho người dân.", [("comma", "an ninh an toàn")], id="two matters"),
        pytest.param("Xã đã cập nhật bổ sung danh sách.", [("comma", "cập nhật bổ sung")], id="two acts"),
        pytest.param("Lực lượng đấu tranh phản bác luận điệu sai trái.", [], id="one act, by another"),
    ],
)
def test_more_matters_of_one_rank(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Lập quy hoạch chỉ tiết của xã.", [("slip", "chỉ tiết")], id="'chi tiết'"),
        pytest.param("Xã chỉ tiết kiệm được ít kinh phí.", [], id="a syllable that the next word needs"),
        pytest.param("Chính sách dối với hộ nghèo.", [("slip", "dối với")], id="'đối với'"),
        pytest.param("Thuốc gâi nghiện bị thu giữ.", [("slip", "gâi")], id="no word, for one that every page has"),
    ],
)
def test_words_that_many_mistake(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Thôn lập hồ sơ cho người động ở xa.", "người động", id="'lao' of 'người lao động'"),
        pytest.param("Xã chi đúng theo định của tỉnh.", "theo định", id="'quy' of 'theo quy định'"),
    ],
)
def test_the_term_that_lacks_its_middle_is_named(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("left-out", here)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Sửa các mục này và này và gửi lại.", [("doubled", "này và này và")], id="two that are no word"),
        pytest.param("Xã đã nâng cấp cầu đường đã nâng cấp.", [], id="with words between"),
        pytest.param("Thi tuyển trưởng chi cục thuộc cục thuộc bộ.", [], id="bodies within bodies"),
        pytest.param(
            "Việc thu đối với với những hộ này đã xong.", [("doubled", "với với")], id="the end of a word twice"
        ),
    ],
)
def test_two_words_twice(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found
