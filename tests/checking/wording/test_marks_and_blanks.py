"""Commas, blanks and other marks: what is flagged, where, and above all what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.check import check_report

Found = Callable[[str, str], list[tuple[str, str]]]


def _said(found: list[tuple[str, str]], *cases: str) -> list[str]:
    return [words for case, words in found if case in cases]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Các cơ quan, đơn vị và các tổ chức, cá nhân chấp hành tốt.", id="with their commas"),
        pytest.param("Cơ quan chủ trì phối hợp với các xã.", id="the body that presides works together"),
        pytest.param("Đoàn kiểm tra giám sát việc thi công.", id="the team that inspects oversees"),
        pytest.param("Các cơ quan tổ chức hội nghị.", id="a noun and its verb"),
        pytest.param("Các xã huyện Ví Dụ, các phường thành phố Mẫu.", id="units above each other"),
        pytest.param("Các tỉnh thành lập tổ công tác; các sở ban hành kế hoạch.", id="a verb that looks like a unit"),
        pytest.param("Các ban ngành và các sở, ban ngành tham gia.", id="a word of its own"),
    ],
)
def test_no_comma_is_missing(body: str, findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "comma") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Các cơ quan đơn vị chấp hành tốt.", "cơ quan đơn vị", id="two nouns"),
        pytest.param("Chủ trì phối hợp với các xã rà soát.", "Chủ trì phối hợp", id="two verbs"),
        pytest.param("Qua thanh tra kiểm tra giám sát, xã đã chấn chỉnh.", "thanh tra kiểm tra giám sát", id="three"),
        pytest.param("Báo cáo đầy đủ kịp thời.", "đầy đủ kịp thời", id="two adverbs"),
        pytest.param("Gửi các huyện thành phố để biết.", "huyện thành phố", id="two units of a rank"),
        pytest.param("Các xã, phường thị trấn đã báo cáo.", "xã, phường thị trấn", id="one of two commas"),
        pytest.param("Các sở ban ngành đã báo cáo.", "sở ban ngành", id="departments, boards and branches"),
    ],
)
def test_a_comma_is_missing(body: str, found: str, findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "comma") == [found]


def test_the_same_words_are_said_once(findings_of: Found) -> None:
    body = "Các cơ quan đơn vị chấp hành tốt. Các cơ quan đơn vị báo cáo. Thủ trưởng cơ quan đơn vị chỉ đạo."
    assert _said(findings_of(body, "spelling"), "comma") == ["cơ quan đơn vị"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Công tác phòng, chống dịch; phòng, chống thiên tai; phòng chống cháy rừng.",
            ["phòng chống"],
            id="unlike the others of the text",
        ),
        pytest.param("Công tác phòng chống dịch, phòng chống thiên tai.", [], id="the habit of the text"),
        pytest.param(
            "Công tác phòng, chống dịch; phòng, chống thiên tai; Ban Chỉ huy Phòng chống thiên tai.",
            [],
            id="the name of a body",
        ),
    ],
)
def test_short_terms_that_are_parted_elsewhere(body: str, found: list[str], findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "mark") == found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Gồm: cây giống, phân bón (đợt 1), vật tư...; đã cấp đủ./.", id="as the Decree has it"),
        pytest.param("Họ và tên : ..........", id="a form"),
        pytest.param(
            "Trong đó, Tpa : số tiền; http://vidu.vn; V/v: báo cáo; tỷ lệ 1:2.", id="no words beside the mark"
        ),
        pytest.param("Ban hành ngày ... tháng ... năm ...", id="to be filled in"),
        pytest.param("Người khai: ông…Trưởng thôn…Xã…Huyện tại .", id="more to be filled in"),
        pytest.param("Tải tệp .docx về máy, không gửi tệp .PDF.", id="names of files"),
        pytest.param("Giai đoạn 2021 - 2025, năm học 2024-2025; xe Hà Nội-Huế.", id="blanks on both sides, or on none"),
    ],
)
def test_blanks_are_right(body: str, findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "blank", "needless-blank") == []


@pytest.mark.parametrize(
    ("body", "case", "found"),
    [
        pytest.param("Rà soát phương án , xem xét thủ tục.", "needless-blank", "án ,", id="before a comma"),
        pytest.param("Gồm các hình thức như : tổ hợp tác.", "needless-blank", "như :", id="before a colon"),
        pytest.param("Xã đã cấp giống .\nDân đồng tình.", "needless-blank", "giống .", id="before a full stop"),
        pytest.param("Nhiều loại hình ( hợp tác xã).", "needless-blank", "( hợp", id="behind a bracket"),
        pytest.param("Gồm bàn, ghế, nước... ) phục vụ.", "needless-blank", "nước... )", id="before a bracket"),
        pytest.param("Vở diễn “ Quê hương”.", "needless-blank", "“ Quê", id="behind a quotation mark"),
        pytest.param("Các đơn vị thực hiện ./.", "needless-blank", "hiện ./.", id="before the last mark"),
        pytest.param("Gồm thuốc, vật tư ... để xử lý.", "needless-blank", "tư ...", id="before dots"),
        pytest.param("Các việc còn lại:Công trình nước sạch.", "blank", "lại:Công", id="behind a colon"),
        pytest.param("Khơi mương, cống thu...đảm bảo tiêu nước.", "blank", "thu...đảm", id="behind dots"),
        pytest.param("Ô nhiễm đất, nước, môi trường…Trong đó có 5 vụ.", "blank", "trường…Trong", id="dots, a sentence"),
        pytest.param("Cấm khai thác (thực vật) ; nuôi trồng.", "needless-blank", "vật) ;", id="behind a bracket's end"),
        pytest.param("Phong trào “ TOÀN DÂN đoàn kết”.", "needless-blank", "“ TOÀN", id="before capitals"),
        pytest.param("Nhóm từ 20 người trở lại .\nDân vui.", "needless-blank", "lại .", id="behind a word of grammar"),
        pytest.param("Kinh tế ,xã hội ổn định.", "needless-blank", "tế ,xã", id="a comma at the wrong word"),
        pytest.param(
            "Xã đã cấp giống .Trong năm dân được mùa.", "needless-blank", "giống .Trong", id="a full stop at it"
        ),
        pytest.param("Nhiệm kỳ 2026 -2031 bắt đầu.", "blank", "2026 -2031", id="between years"),
        pytest.param("Ban Kinh tế- Ngân sách thẩm tra.", "blank", "tế- Ngân", id="in a name"),
        pytest.param("Phối hợp với xã(thị trấn) lân cận.", "blank", "xã(thị", id="before a bracket that opens"),
    ],
)
def test_blanks_are_wrong(body: str, case: str, found: str, findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "blank", "needless-blank") == [found]
    assert _said(findings_of(body, "spelling"), case) == [found]


def test_a_habit_of_blanks_is_said_once(findings_of: Found) -> None:
    body = "Xã họp , dân bàn , thôn làm , cán bộ kiểm tra , tất cả đồng tình , không ai phản đối."
    assert len(_said(findings_of(body, "spelling"), "needless-blank")) == 1


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã họp ngày 05, tháng 3 năm 2024.", ["ngày 05, tháng"], id="between a day and its month"),
        pytest.param("Xã họp ngày 05 tháng 3, thôn họp sau.", [], id="behind a date"),
        pytest.param("Trực 24/24, giờ trong mùa mưa.", ["24/24, giờ"], id="before the hours"),
        pytest.param("Trường hợp, các hộ chưa nộp thì nhắc nhở.", ["Trường hợp, các"], id="before the object"),
        pytest.param("Theo đó, các hộ đã nộp; trong, ngoài xã đều biết.", [], id="commas that belong"),
    ],
)
def test_commas_too_many(body: str, found: list[str], findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "needless-comma") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã mở hội “Hoa ban, nay đã xong. Dân vui.", ["“Hoa ban, nay đã"], id="quotation mark not closed"),
        pytest.param("Xã có 12 thôn (trong đó 3 thôn xa. Dân vui.", ["(trong đó 3 thôn"], id="bracket not closed"),
        pytest.param("Nguồn vốn sự nghiệp, hỗ trợ) đã giải ngân.", ["sự nghiệp, hỗ trợ)"], id="bracket not opened"),
        pytest.param("Đề án Hoa ban” đã xong từ lâu.", ["Đề án Hoa ban”"], id="quotation mark not opened"),
        pytest.param("Xã mở hội “Hoa ban” (lần 1) và “Mùa lúa”.", [], id="all in pairs"),
        pytest.param('Xã mở hội “Hoa ban" và (theo điểm a) khoản 1) các hội khác.', [], id="closed by a straight one"),
        pytest.param("Xã mở hội ‘‘Hoa ban” và ‘‘Mùa lúa’’.", [], id="opened by two marks of one stroke"),
        pytest.param("Gồm: a) lúa; b) ngô; c) khoai.", [], id="brackets of items"),
        pytest.param('Xã mở hội "Hoa ban năm 2026"², rất vui.', [], id="a straight pair with a number and a note"),
        pytest.param('Xã mở hội "Hoa ban, nay đã xong. Dân vui.', ['"Hoa ban, nay đã'], id="a straight one not closed"),
        pytest.param('Cơ chế "một cửa tại xã đã chạy.', ['"một cửa tại xã'], id="a straight one before a small letter"),
        pytest.param('Mua 03 máy 32" và 02 máy 40".', [], id="inches"),
        pytest.param("Lễ hội (28/6)), các thôn dự.", ["Lễ hội (28/6))"], id="a bracket closed twice"),
        pytest.param("Theo phụ lục ((đính kèm) của xã.", ["((đính kèm) của xã."], id="a bracket opened twice"),
        pytest.param("Sửa như sau: “1. Xã họp.\n2. Thôn họp.\n3. Tổ họp.”.", [], id="a quoted article of paragraphs"),
        pytest.param("Tọa độ 21°24’40,0”N; ống 24”.", [], id="seconds and inches"),
        pytest.param("Thay cụm từ “khoản 7” bằng “khoản 8”.", [], id="a number before the mark"),
        pytest.param(
            "Thực hiện hướng dẫn v/v” báo cáo kết quả” của xã.",
            ["hiện hướng dẫn v/v”"],
            id="a quotation that begins with the mark of its end",
        ),
        pytest.param(
            "Phong trào “Dân vận khéo“ của xã.",
            ["“Dân vận khéo“ của"],
            id="one that ends with the mark of its beginning",
        ),
    ],
)
def test_brackets_and_quotation_marks(body: str, found: list[str], findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "unclosed", "unopened") == found


ITEMS = "".join(f"- Thôn {one} đã họp dân và hoàn thành các khoản đóng góp.\n" for one in range(1, 19))


@pytest.mark.parametrize(
    ("item", "found"),
    [
        pytest.param("- Thôn Mẫu vận động dân hiến đất và làm đường mới\n", ["đường mới"], id="no full stop"),
        pytest.param("- Thôn Mẫu vận động dân làm đường (theo phụ lục)\n", ["phụ lục)"], id="behind a bracket"),
        pytest.param("- Địa điểm: thôn Mẫu\n", [], id="a label"),
        pytest.param("- Thôn Mẫu vận động dân hiến đất và làm đường mới.\n", [], id="as the others"),
    ],
)
def test_ends_of_items(item: str, found: list[str], findings_of: Found) -> None:
    body = f"1. Kết quả\n{ITEMS}{item}II. PHƯƠNG HƯỚNG\nThực hiện tốt các nhiệm vụ được giao."
    assert _said(findings_of(body, "spelling"), "end") == found


def test_a_report_that_does_without_full_stops(findings_of: Found) -> None:
    body = ITEMS.replace(".\n", "\n") + "II. PHƯƠNG HƯỚNG\nThực hiện tốt các nhiệm vụ được giao."
    assert _said(findings_of(body, "spelling"), "end") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã đã họp dân; Tổ chức biểu dương các hộ.", ["Tổ chức"], id="a task"),
        pytest.param("Xã đã họp dân; tổ chức biểu dương các hộ.", [], id="a small letter"),
        pytest.param("Gồm: Hội Nông dân; Tổ chức xã hội; Kế hoạch số 5.", [], id="names"),
        pytest.param("- Xã đã họp dân;\n- Tổ chức biểu dương các hộ.", [], id="an item of its own"),
    ],
)
def test_capitals_behind_semicolons(body: str, found: list[str], findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "capital") == found


def test_a_mark_that_begins_a_line_wrapped_by_hand(findings_of: Found) -> None:
    body = "Xã đã họp dân, bàn việc làm đường và vận động các hộ ở những thôn dọc tuyến hiến đất\n, cả xã đồng tình."
    assert _said(findings_of(body, "spelling"), "needless-blank") == []


@pytest.mark.parametrize(
    ("item", "found"),
    [
        pytest.param("- Nghị quyết về cải cách hành chính giai đoạn 2011 - 2020\n", ["- 2020"], id="a term of years"),
        pytest.param("- Công ty dịch vụ thương mại của thôn Mẫu: 0243.6269.37.23\n", [], id="a number of a telephone"),
    ],
)
def test_ends_of_items_in_numbers(item: str, found: list[str], findings_of: Found) -> None:
    body = f"1. Kết quả\n{ITEMS}{item}II. PHƯƠNG HƯỚNG\nThực hiện tốt các nhiệm vụ được giao."
    assert _said(findings_of(body, "spelling"), "end") == found


def test_the_same_unit_twice_is_no_enumeration(findings_of: Found) -> None:
    assert _said(findings_of("Các bộ, ngành ngành dọc đã báo cáo.", "spelling"), "comma") == []


def test_tourist_places_are_parted(findings_of: Found) -> None:
    assert _said(findings_of("Các khu điểm du lịch đã mở cửa.", "spelling"), "comma") == ["khu điểm"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xã đã họp dân,; thôn làm đường.", ["dân,;"], id="a comma and a semicolon"),
        pytest.param("Xã đã họp dân;.", ["dân;."], id="a semicolon and a full stop"),
        pytest.param("Gồm lúa, ngô, v.v.; thôn làm đường...", [], id="abbreviations and dots"),
        pytest.param("I.. KẾT QUẢ", ["I.."], id="behind the number of a heading"),
        pytest.param("Các lớp 4, 5.. Em nào cũng đến.", [], id="two points behind a number in a sentence"),
    ],
)
def test_two_marks_for_one(body: str, found: list[str], findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "marks") == found


def test_a_manner_before_another(findings_of: Found) -> None:
    assert _said(findings_of("Báo cáo kịp thời đúng quy định.", "spelling"), "comma") == ["kịp thời đúng quy định"]
    assert _said(findings_of("Báo cáo kịp thời, đúng quy định; làm đúng quy định.", "spelling"), "comma") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Phát triển kinh tế xã hội của xã.", ["kinh tế xã hội"], id="economy and society"),
        pytest.param("Các tổ chức chính trị xã hội của xã.", ["chính trị xã hội"], id="organisations"),
        pytest.param("Phát triển kinh tế - xã hội; các tổ chức chính trị - xã hội.", [], id="with the dash"),
        pytest.param("Nền kinh tế xã hội chủ nghĩa.", [], id="a socialist economy"),
    ],
)
def test_dashes_of_set_terms(body: str, found: list[str], findings_of: Found) -> None:
    assert _said(findings_of(body, "spelling"), "dash") == found


def test_a_syllable_of_the_word_before(findings_of: Found) -> None:
    assert _said(findings_of("Cán bộ trực tiếp nhận xử lý hồ sơ.", "spelling"), "comma") == []
    assert _said(findings_of("Xã đã tiếp nhận xử lý hồ sơ.", "spelling"), "comma") == ["tiếp nhận xử lý"]


@pytest.mark.parametrize(("scanned", "severity"), [(False, "warning"), (True, "info")])
def test_a_bracket_in_a_scan_is_a_hint(scanned: bool, severity: str) -> None:
    report = read_text(HEAD + TITLE + "Xã có 12 thôn (trong đó 3 thôn xa. Dân vui." + TAIL)
    report = replace(report, source=replace(report.source, scanned=scanned, confidence=0.95))
    assert [one.severity for one in check_report(report) if one.case == "unclosed"] == [severity]


@pytest.mark.parametrize(("scanned", "severity"), [(False, "warning"), (True, "info")])
def test_a_blank_that_a_scan_lost_is_a_hint(scanned: bool, severity: str) -> None:
    report = read_text(HEAD + TITLE + "Xã đã họp ngày15 tháng 6 năm 2026." + TAIL)
    report = replace(report, source=replace(report.source, scanned=scanned, confidence=0.95))
    assert [one.severity for one in check_report(report) if one.case == "blank"] == [severity]


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        pytest.param("Xem tại trang dichvucong.Các thôn đã biết.", "info", id="behind no word of the language"),
        pytest.param("Xã giữ vững an ninh, trật tự.Trong năm, xã không có án.", "warning", id="between two sentences"),
        pytest.param("Xã sửa nội quy,quy chế của chợ.", "info", id="behind a comma"),
    ],
)
def test_a_blank_missing_behind_a_mark(body: str, severity: str) -> None:
    report = read_text(HEAD + TITLE + body + TAIL)
    assert [one.severity for one in check_report(report) if one.case == "blank"] == [severity]
