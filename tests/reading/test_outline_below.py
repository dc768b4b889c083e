"""The outline by what stands below a line: a text, its own points, cells of a table, or nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

HEAD = "BÁO CÁO\n\nKết quả công tác năm 2024\n\nỦy ban nhân dân xã báo cáo như sau:\n\n"
PROSE = "Trong năm, toàn xã đã tổ chức 12 buổi nói chuyện cho người dân của tất cả các thôn."


def outline(report: Report) -> list[tuple[str, str | None]]:
    return [(one.number or one.marker or "", one.title) for one in report.walk_sections()]


@pytest.mark.parametrize(
    ("number", "read"),
    [("1.", "1"), ("1.1.", "1.1"), ("2.1", "2.1"), ("a)", "a"), ("II.", "II")],
)
def test_a_number_alone_on_its_line_has_its_title_below(number: str, read: str, report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ\n\n{number}\n\nCông tác tuyên truyền\n\n{PROSE}\n"
    assert (read, "Công tác tuyên truyền") in outline(report_of(HEAD + body))


def test_a_number_alone_over_cells_of_a_table_has_no_title(report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ\n\n{PROSE}\n\n1.\n\nTrồng ngô\n\nha\n\n120\n\n2.\n\nTrồng lạc\n\nha\n\n64\n"
    assert outline(report_of(HEAD + body)) == [("I", "KẾT QUẢ")]


LINES_OVER_TEXT = ["Ban Giám hiệu nhà trường", "Tổ chuyên môn và các thầy cô giáo", "Nguyên nhân của những hạn chế"]


@pytest.mark.parametrize("blank", ["", "\n"], ids=["no blank lines", "blank lines"])
def test_lines_that_lost_their_numbers_are_headings_between_sentences(blank: str, report_of: ReportOf) -> None:
    body = "".join(f"{line}\n{blank}{PROSE}\n{blank}" for line in LINES_OVER_TEXT)
    read = outline(report_of(f"{HEAD}I. PHÂN CÔNG\n{blank}{body}"))
    assert [title for _, title in read] == ["PHÂN CÔNG", *LINES_OVER_TEXT]


def test_one_line_between_sentences_is_no_heading_by_itself(report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ\n{PROSE}\nĐại diện các thôn cùng dự\n{PROSE}\n"
    assert [title for _, title in outline(report_of(HEAD + body))] == ["KẾT QUẢ"]


def test_lines_that_no_sentence_stands_below_are_no_headings(report_of: ReportOf) -> None:
    listed = "Thôn Nà Sa\nThôn Pắc Lùng\nThôn Khuổi Mò\n"
    body = f"I. KẾT QUẢ\n{PROSE}\n{listed}II. NHIỆM VỤ\n{PROSE}\n"
    assert [title for _, title in outline(report_of(HEAD + body))] == ["KẾT QUẢ", "NHIỆM VỤ"]


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param("a) Bớt dần lối dạy chép\nb) Dạy học theo nhóm nhỏ", id="letters"),
        pytest.param("1. Xã Lũng Ẳng\n2. Xã Nà Sa\n3. Xã Pắc Lùng", id="names"),
        pytest.param("1. Vận động đóng góp\n2. Tổ chức hội thi\n3. Chuẩn bị tổng kết", id="tasks"),
    ],
)
def test_points_with_nothing_below_have_no_titles(listed: str, report_of: ReportOf) -> None:
    read = outline(report_of(f"{HEAD}I. KẾT QUẢ\n{PROSE}\nII. NHIỆM VỤ\n{listed}\nIII. KIẾN NGHỊ\nKhông có.\n"))
    assert [title for _, title in read if title] == ["KẾT QUẢ", "NHIỆM VỤ", "KIẾN NGHỊ"]


def test_points_that_name_a_matter_have_titles_with_nothing_below(report_of: ReportOf) -> None:
    body = "I. ĐÁNH GIÁ\n1. Ưu điểm\n2. Hạn chế\n3. Nguyên nhân\nII. KIẾN NGHỊ\n"
    assert [title for _, title in outline(report_of(HEAD + body))][1:4] == ["Ưu điểm", "Hạn chế", "Nguyên nhân"]


def test_the_last_of_a_row_with_points_of_its_own_below_leaves_the_row_its_titles(report_of: ReportOf) -> None:
    body = "I. KẾT QUẢ\n1. Xây dựng Hội\n2. Giúp nhau làm giàu\n3. Vay vốn\n3.1. Vốn ngân hàng\n" + PROSE + "\n"
    assert [title for _, title in outline(report_of(HEAD + body))][1:4] == [
        "Xây dựng Hội",
        "Giúp nhau làm giàu",
        "Vay vốn",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "a) Số lớp học ở điểm trường lẻ: 12",
        "a) Số lớp được công nhận tiên tiến: 12",
        "1. Tổng số hộ: 1.200 hộ gia đình",
        "1. Thu ngân sách = 74 tỷ đồng",
        "1. Tổng số thôn của xã: thôn, trong đó:",
    ],
)
def test_a_quantity_is_no_title(line: str, report_of: ReportOf) -> None:
    read = outline(report_of(f"{HEAD}I. KẾT QUẢ\n\n{line}\n\n- Đã làm xong.\n"))
    assert [title for _, title in read] == ["KẾT QUẢ", None]


def test_words_over_the_cells_of_a_table_are_no_heading(report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ\n\n{PROSE}\n\nNỘI DUNG\n\nSỐ LIỆU\n\nTổng số\n\nSố nữ\n\nGhi chú\n\nII. NHIỆM VỤ\n\n{PROSE}\n"
    assert outline(report_of(HEAD + body)) == [("I", "KẾT QUẢ"), ("II", "NHIỆM VỤ")]


def test_a_plus_over_a_text_is_a_heading_as_a_dash_is(report_of: ReportOf) -> None:
    body = f"1. Kết quả học tập\n\n+ Về học lực\n\n{PROSE}\n\n+ Về hạnh kiểm\n\n{PROSE}\n"
    assert outline(report_of(HEAD + body))[1:] == [("+", "Về học lực"), ("+", "Về hạnh kiểm")]


def test_a_star_over_a_line_without_a_mark_is_a_heading(report_of: ReportOf) -> None:
    body = "I. CHỦ ĐỀ NĂM HỌC\n\n* Bài hát của năm học\n\nEm vui tới trường\n\nII. CHỈ TIÊU\n\n- Có 4 lớp.\n"
    assert ("*", "Bài hát của năm học") in outline(report_of(HEAD + body))


@pytest.mark.parametrize("title", ["Mục tiêu cụ thể", "Kết quả cụ thể"])
def test_the_adjective_of_a_title_opens_no_list(title: str, report_of: ReportOf) -> None:
    body = f"I. MỤC TIÊU\n\n* Mục tiêu chung\n\nGiữ danh hiệu.\n\n* {title}\n\nThêm 6 hội viên.\n"
    assert ("*", title) in outline(report_of(HEAD + body))


def test_dots_to_fill_in_go_on_no_heading(report_of: ReportOf) -> None:
    body = "I. ĐÁNH GIÁ\n1. Nhiệm vụ dạy học:\n. . . . . . . . . .\n2. Công tác khác:\n. . . . . . . . . .\n"
    assert outline(report_of(HEAD + body))[1:] == [("1", "Nhiệm vụ dạy học"), ("2", "Công tác khác")]


def test_people_one_below_the_other_are_no_points(report_of: ReportOf) -> None:
    people = "Thành viên\n1/ Bà Nông Thị A, Phó Trưởng phòng\n2/ Ông Bế Văn B, Chuyên viên\n"
    assert outline(report_of(f"{HEAD}I. THÀNH PHẦN\n{people}II. NỘI DUNG\n{PROSE}\n")) == [
        ("I", "THÀNH PHẦN"),
        ("II", "NỘI DUNG"),
    ]


def test_a_person_with_a_text_below_is_a_heading(report_of: ReportOf) -> None:
    body = f"I. KIỂM ĐIỂM\n1. Đồng chí Nông Văn A\n{PROSE}\n2. Đồng chí Bế Văn B\n{PROSE}\n"
    assert [title for _, title in outline(report_of(HEAD + body))][1:] == ["Đồng chí Nông Văn A", "Đồng chí Bế Văn B"]


@pytest.mark.parametrize("title", ["ĐẶT VẤN ĐỀ", "MỞ ĐẦU"])
def test_words_of_an_introduction_open_the_outline(title: str, report_of: ReportOf) -> None:
    text = f"BÁO CÁO\nTỔNG KẾT CHUYÊN ĐỀ\n\n{title}\n\n{PROSE}\n\nI. KẾT QUẢ\n\nĐã xong.\n"
    assert outline(report_of(text)) == [("", title), ("I", "KẾT QUẢ")]


def test_capitals_over_a_sentence_open_the_outline_above_the_first_number(report_of: ReportOf) -> None:
    assert outline(report_of(f"{HEAD}BỐI CẢNH TÌNH HÌNH\n\n{PROSE}\n\nI. KẾT QUẢ\n\nĐã xong.\n")) == [
        ("", "BỐI CẢNH TÌNH HÌNH"),
        ("I", "KẾT QUẢ"),
    ]


def test_the_body_that_enacts_opens_no_outline(report_of: ReportOf) -> None:
    grounds = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015 và các văn bản khác."
    text = f"QUYẾT ĐỊNH\nVề việc giao việc;\n\nHỘI ĐỒNG NHÂN DÂN XÃ\n\n{grounds}\n\nI. NỘI DUNG\n\nGiao việc.\n"
    assert outline(report_of(text)) == [("I", "NỘI DUNG")]


def test_capitals_between_two_sentences_need_no_blank_lines(report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ\n{PROSE}\nKẾT LUẬN CHUNG\n{PROSE}\n"
    assert outline(report_of(HEAD + body)) == [("I", "KẾT QUẢ"), ("", "KẾT LUẬN CHUNG")]


def test_a_table_of_contents_without_dots_is_no_outline(report_of: ReportOf) -> None:
    contents = "MỤC LỤC\n\nNỘI DUNG Trang\n\nI. ĐẶT VẤN ĐỀ 3\n\nII. TỰ ĐÁNH GIÁ 5\n\nIII. KẾT LUẬN 60\n\n"
    body = f"I. ĐẶT VẤN ĐỀ\n\n{PROSE}\n\nII. TỰ ĐÁNH GIÁ\n\n{PROSE}\n\nIII. KẾT LUẬN\n\n{PROSE}\n"
    read = outline(report_of(f"BÁO CÁO\nTự đánh giá năm 2024\n\n{contents}{body}"))
    assert read == [("I", "ĐẶT VẤN ĐỀ"), ("II", "TỰ ĐÁNH GIÁ"), ("III", "KẾT LUẬN")]


def test_lines_that_end_in_years_are_no_contents(report_of: ReportOf) -> None:
    body = f"I. KẾT QUẢ NĂM 2024\n\n{PROSE}\n\nII. NHIỆM VỤ NĂM 2025\n\n{PROSE}\n\nIII. KIẾN NGHỊ\n\n{PROSE}\n"
    assert len(outline(report_of(f"BÁO CÁO\nTổng kết\n\nMỤC LỤC\n\n{body}"))) == 3


def test_the_plan_that_titles_a_part_is_no_type_of_the_document(report_of: ReportOf) -> None:
    first = f"Phần I\n\nKẾT QUẢ NĂM 2024\n\n1. Cấp nước\n\n{PROSE}\n\n"
    text = f"{first}Phần II\n\nKẾ HOẠCH NĂM 2025\n\n1. Vệ sinh\n\n{PROSE}\n"
    assert outline(report_of(f"Chương trình nước sạch năm 2025\n\n{PROSE}\n\n{text}")) == [
        ("Phần I", "KẾT QUẢ NĂM 2024"),
        ("1", "Cấp nước"),
        ("Phần II", "KẾ HOẠCH NĂM 2025"),
        ("1", "Vệ sinh"),
    ]


def test_what_a_part_begins_with_is_not_of_its_title(report_of: ReportOf) -> None:
    body = f"Phần thứ nhất\nKẾT QUẢ THỰC HIỆN\nNGHỊ QUYẾT ĐẠI HỘI\nĐẶC ĐIỂM TÌNH HÌNH\n{PROSE}\nI. KINH TẾ\n{PROSE}\n"
    assert outline(report_of(HEAD + body))[0] == ("Phần thứ nhất", "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI")


@pytest.mark.parametrize("point", ["Thông qua Báo cáo kiểm điểm của Ban Chấp hành.", "Giao Ban Chấp hành thực hiện."])
def test_a_point_of_a_resolution_has_no_title(point: str, report_of: ReportOf) -> None:
    read = outline(report_of(f"NGHỊ QUYẾT\nĐại hội lần thứ XX\n\nI- Tán thành các báo cáo.\n\nII- {point}\n"))
    assert read == [("I", None), ("II", None)]


@pytest.mark.parametrize("value", ["không quá 15 người.", "xong trước tháng 3/2012.", "tối đa 27 người."])
def test_labels_of_bounds_are_no_headings(value: str, report_of: ReportOf) -> None:
    listed = f"- Đại hội chi đoàn: {value}\n\n- Đại hội cấp huyện: {value}\n"
    assert outline(report_of(f"{HEAD}I. CƠ CẤU\n\n{listed}")) == [("I", "CƠ CẤU")]


def test_a_first_label_counts_alone_over_points_of_its_own(report_of: ReportOf) -> None:
    body = f"I. TỰ ĐÁNH GIÁ\n\nTiêu chuẩn 1: Tổ chức nhà trường\n\n1. Hiện trạng\n\n{PROSE}\n"
    assert outline(report_of(HEAD + body))[1:] == [("Tiêu chuẩn 1", "Tổ chức nhà trường"), ("1", "Hiện trạng")]


@pytest.mark.parametrize("title", ["Mở đầu", "Kết luận"])
def test_words_of_an_introduction_and_an_end_are_titles(title: str, report_of: ReportOf) -> None:
    body = f"I. TỰ ĐÁNH GIÁ\n\n{title}: {PROSE}\n\n1. Hiện trạng\n\n{PROSE}\n"
    assert ("", title) in outline(report_of(HEAD + body))


def test_titles_of_columns_in_a_row_are_no_heading(report_of: ReportOf) -> None:
    body = f"I. KẾ HOẠCH\n\n{PROSE}\n\nThời gian Đối tượng Nội dung Phân công\n\n{PROSE}\n\nII. KINH PHÍ\n\n{PROSE}\n"
    assert outline(report_of(HEAD + body)) == [("I", "KẾ HOẠCH"), ("II", "KINH PHÍ")]


@pytest.mark.parametrize("rest", ["QUYẾT", "NGHỊ QUYẾT", "KẾ HOẠCH NĂM 2024"])
def test_a_long_title_in_capitals_goes_on_with_what_is_no_title_alone(rest: str, report_of: ReportOf) -> None:
    title = "CÔNG TÁC QUÁN TRIỆT, TRIỂN KHAI THỰC HIỆN"
    body = f"I- {title}\n{rest}\n1. Tuyên truyền\n{PROSE}\n"
    assert outline(report_of(HEAD + body))[0] == ("I", f"{title} {rest}")


def test_two_lines_with_a_colon_over_texts_are_headings(report_of: ReportOf) -> None:
    body = f"I. KẾ HOẠCH\n\nLịch kiểm tra tháng:\n\n{PROSE}\n\nLịch kiểm tra tuần:\n\n{PROSE}\n"
    assert outline(report_of(HEAD + body))[1:] == [("", "Lịch kiểm tra tháng"), ("", "Lịch kiểm tra tuần")]


def test_a_phrase_behind_a_star_over_dashes_may_end_in_a_full_stop(report_of: ReportOf) -> None:
    body = "I. KẾT QUẢ\n\n1/ Các phong trào:\n\n* Phong trào “Trường xanh”.\n\n- Trồng 40 chậu hoa.\n\n2/ Tồn tại:\n"
    assert ("*", "Phong trào “Trường xanh”") in outline(report_of(HEAD + body))


@pytest.mark.parametrize("head", ["PHỤ BIỂU", "CÁC BIỂU MẪU KÈM THEO", "BIỂU KÈM THEO"])
def test_numbered_lines_of_a_form_behind_the_signature_are_no_headings(head: str, report_of: ReportOf) -> None:
    tail = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\n\n"
    form = f"{head}\nMột số chỉ tiêu\n1. Số cuộc kiểm tra: 12 / 10 / +2\n2. Số cuộc giám sát: 8 / 9 / -1\n"
    report = report_of(f"{HEAD}1. Kết quả\n\n{PROSE}\n\n{tail}{form}")
    assert outline(report) == [("1", "Kết quả")]


def test_the_first_part_may_be_named_by_a_letter(report_of: ReportOf) -> None:
    body = f"PHẦN A. CẢI CÁCH HÀNH CHÍNH\n\nI. CHỈ ĐẠO\n\n{PROSE}\n\nPHẦN B. TIẾP CÔNG DÂN\n\nI. KẾT QUẢ\n\n{PROSE}\n"
    assert [number for number, _ in outline(report_of(HEAD + body))] == ["PHẦN A", "I", "PHẦN B", "I"]


def test_the_answers_of_a_form_are_no_headings(report_of: ReportOf) -> None:
    body = "6. Kết quả xếp loại của Anh/Chị\n6.1 Xuất sắc □ 6.2 Giỏi □\n6.3 Khá □ 6.4 Trung bình □\n"
    titles = [title for _, title in outline(report_of(f"{HEAD}I. THÔNG TIN\n{PROSE}\n{body}"))]
    assert not any(title and "Xuất sắc" in title for title in titles)


def test_criteria_of_a_standard_are_headings(report_of: ReportOf) -> None:
    titles = ("Tỷ lệ hộ dùng nước sạch", "Cảnh quan, không gian xanh")
    body = "".join(f"Tiêu chí số 17.{at}. {title}\n{PROSE}\n" for at, title in enumerate(titles, 1))
    assert outline(report_of(f"{HEAD}I. KẾT QUẢ\n{PROSE}\n{body}"))[1:] == [
        ("Tiêu chí số 17.1", titles[0]),
        ("Tiêu chí số 17.2", titles[1]),
    ]
