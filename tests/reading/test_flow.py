"""The running text: what is one paragraph, what is a note, and where each character stands in the source."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.files.text import text_blocks
from tongket.model.places import Span
from tongket.model.sources import Source
from tongket.reading.running.flow import Flow, build_flow

SourceOf = Callable[[str], Source]


def texts(flow: Flow, kind: str = "body") -> list[str]:
    return [flow.text[one.start : one.end] for one in flow.paragraphs if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("Xã có 12 thôn.\nDân số tăng.", ["Xã có 12 thôn.", "Dân số tăng."], id="each line a paragraph"),
        pytest.param("1. Ưu điểm\nCấp ủy quan tâm.", ["1. Ưu điểm", "Cấp ủy quan tâm."], id="a heading stays alone"),
        pytest.param("Diện tích 45.044m² đất", ["Diện tích 45.044m² đất"], id="a square metre is no note"),
        pytest.param("gồm:\n- một việc;\n- hai việc.", ["gồm:", "- một việc;", "- hai việc."], id="items stay items"),
        pytest.param(
            "hoạt động phong\n\ntrào do xã phát động", ["hoạt động phong trào do xã phát động"], id="page break"
        ),
        pytest.param(
            "của Tỉnh ủy\n; chỉ đạo các xã", ["của Tỉnh ủy; chỉ đạo các xã"], id="a lost mark left a line end"
        ),
        pytest.param("trên địa bàn\n.\nĐồng thời", ["trên địa bàn.", "Đồng thời"], id="a lone full stop goes back"),
        pytest.param("giai đoạn 2016-\n2020 của xã", ["giai đoạn 2016-2020 của xã"], id="a span of years keeps whole"),
        pytest.param(
            "Đoàn đã trình cấp trên xem xét theo đúng\n\n16\n\n\fthẩm quyền được giao.",
            ["Đoàn đã trình cấp trên xem xét theo đúng thẩm quyền được giao."],
            id="a page number before a form feed",
        ),
        pytest.param(
            "Xã đã đón tiếp được một lượng rất lớn\n\n7\n\ndu khách đến thăm.\n\n8\n\nĐã họp.",
            ["Xã đã đón tiếp được một lượng rất lớn du khách đến thăm.", "Đã họp."],
            id="a page number alone where a sentence is cut, and the next",
        ),
        pytest.param("Số hộ nghèo\n\n7\n\nhộ", ["Số hộ nghèo", "7 hộ"], id="a number below a label"),
        pytest.param("Kế hoạch của Ban\n**Thường** vụ", ["Kế hoạch của Ban", "Thường vụ"], id="emphasis is no text"),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str], source_of: SourceOf) -> None:
    assert texts(build_flow(source_of(text))) == paragraphs


def test_blank_lines_after_all_lines_of_a_page_part_no_paragraph(source_of: SourceOf) -> None:
    said = "Ủy ban nhân dân xã đã chỉ đạo các thôn, các ban ngành rà soát lại toàn bộ số hộ nghèo trên địa bàn của xã."
    page = "\n".join("\n".join(wrap(f"{number}. {said}", 60)) for number in range(1, 16))

    assert texts(build_flow(source_of(page.replace("\n", "\n\n")))) == [f"{n}. {said}" for n in range(1, 16)]


def test_a_line_that_comes_again_at_the_top_of_the_pages_is_no_text(source_of: SourceOf) -> None:
    pages = ["Xã đã họp với", "các thôn về", "nhà văn hóa của", "từng thôn."]
    text = "".join(f"{page}\n\fTập san của xã, số 5 - trang {number}\n" for number, page in enumerate(pages, 2))

    assert texts(build_flow(source_of(f"{text}Hết.\n"))) == [" ".join(pages), "Hết."]


@pytest.mark.parametrize("top", ["Điều {}. Tổ chức", "PHỤ LỤC {}", "QUYẾT ĐỊNH"])
def test_parts_that_begin_a_page_each_stay_text(top: str, source_of: SourceOf) -> None:
    text = "".join(f"Đã làm xong.\n\f{top.format(number)}\n" for number in range(1, 6))

    assert any(one.startswith(top.format(3)) for one in texts(build_flow(source_of(text))))


TABLE = "TT\tThôn\tSố hộ\n1\tKhe Vân\t12\n2\tNà Mạ\t14\n"


def test_paragraphs_that_a_tab_indents_are_no_rows_of_the_table_beside_them(source_of: SourceOf) -> None:
    above = "".join(f"\tThôn đã họp {number} lần, bà con đồng tình\n" for number in range(6))
    found = build_flow(source_of(f"{above}{TABLE}\tI. NHIỆM VỤ\n\tTiếp tục vận động bà con\n"))

    assert texts(found, "row") == TABLE.splitlines()


@pytest.mark.parametrize("line", ["\tThôn đã họp dân xong.", "\t" + "Thôn đã họp bàn và thống nhất " * 6])
def test_a_sentence_that_a_tab_indents_is_no_row_of_the_table_above(line: str, source_of: SourceOf) -> None:
    assert texts(build_flow(source_of(TABLE + line + "\nXã ghi nhận.\n")))[0] == line.strip()


def test_notes_thrown_into_a_sentence_come_after_the_body(source_of: SourceOf) -> None:
    text = "Thường trực Huyện ủy¹ đã chỉ đạo các xã, thị\n\n"
    text += "¹ Kế hoạch số 05-KH/HU.\n\n¹²Gồm 3 lớp.\n\ntrấn thực hiện tốt¹²."
    flow = build_flow(source_of(text))
    assert texts(flow) == ["Thường trực Huyện ủy đã chỉ đạo các xã, thị trấn thực hiện tốt."]
    assert texts(flow, "note") == ["Kế hoạch số 05-KH/HU.", "Gồm 3 lớp."]
    assert [one.mark for one in flow.paragraphs if one.kind == "note"] == ["1", "12"]
    assert [(anchor.mark, text[anchor.start : anchor.end]) for anchor in flow.anchors] == [("1", "¹"), ("12", "¹²")]
    assert flow.text[: flow.anchors[0].at].endswith("Huyện ủy")


def test_typed_marks_are_notes_only_when_called(source_of: SourceOf) -> None:
    called = build_flow(source_of("Đã tổ chức 12 hội nghị[1].\n\n[1] Gồm 3 hội nghị cấp xã."))
    listed = build_flow(source_of("Các chỉ tiêu:\n\n(1) Thu ngân sách đạt.\n\n(2) Thu nhập tăng."))
    assert texts(called) == ["Đã tổ chức 12 hội nghị."]
    assert texts(called, "note") == ["Gồm 3 hội nghị cấp xã."]
    assert texts(listed, "note") == []


def test_a_heading_cut_by_a_note_block_is_whole_again(source_of: SourceOf) -> None:
    text = "- **Việc vận động quần chúng tại vùng**\n\n¹ Kế hoạch số 05-KH/HU.\n\nđồng bào dân tộc: Xã đã làm tốt¹."
    assert texts(build_flow(source_of(text))) == [
        "- Việc vận động quần chúng tại vùng đồng bào dân tộc: Xã đã làm tốt."
    ]


WRAPPED = """BÁO CÁO
Tình hình thực hiện công tác dân vận năm 2024

Thực hiện Công văn số 12/UBND-NV ngày 02/8/2024 của Ủy ban nhân dân huyện
Lũng Ẳng về việc báo cáo công tác dân vận, Ủy ban nhân dân xã báo cáo như sau:
I. Kết quả thực hiện
Trong năm, xã đã tổ chức 12 hội nghị quán triệt các chủ trương của Đảng, chính
sách, pháp luật của Nhà nước đến cán bộ, đảng viên và nhân dân trên địa bàn xã.
2
- Kế hoạch số 05-KH/ĐU ngày 06/11/2023 về công tác dân vận giai đoạn năm 2023-
2025.
II. Hạn chế
Một số thôn chưa quan tâm.
"""


def test_a_number_that_its_noun_left_at_the_end_of_a_line_begins_no_list(source_of: SourceOf) -> None:
    line = "Hướng dẫn các thôn giải ngân nguồn vốn thuộc dự án 9, tiểu dự án\n2. Đến nay có 02/04 thôn gửi danh sách.\n"
    found = texts(build_flow(source_of(WRAPPED.replace("II. Hạn chế\n", f"{line}II. Hạn chế\n"))))
    assert any("tiểu dự án 2. Đến nay" in one for one in found)


def test_the_head_of_a_table_goes_on_no_sentence(source_of: SourceOf) -> None:
    notes = "Các vụ án xâm phạm trật tự xã hội được khởi tố, điều tra trong kỳ, gồm cả các vụ án về\nSTT\nNội dung\n"
    assert "STT" in texts(build_flow(source_of(WRAPPED + notes)))


@pytest.mark.parametrize(
    "end",
    [
        "phát triển kinh tế 6 tháng đầu năm",
        "trọng tâm 6 tháng cuối năm",
        "duy trì hằng năm",
        "trong thời gian qua",
        "thực hiện các nội dung nêu trên",
        "trong thời gian tiếp theo",
    ],
)
def test_a_phrase_that_a_word_of_linking_closes_is_a_title(end: str, source_of: SourceOf) -> None:
    title = f"1. Kết quả thực hiện nhiệm vụ {end}"
    below = "Thực hiện Kế hoạch số 12/KH-UBND, xã báo cáo như sau:"
    assert texts(build_flow(source_of(f"{title}\n{below}"))) == [title, below]


@pytest.mark.parametrize(
    ("end", "below"),
    [
        pytest.param("đến hết 6 tháng đầu năm", "2026 đạt 45% kế hoạch.", id="the year of a part of it stands below"),
        pytest.param("chỉ đạo trực tiếp của", "Đảng ủy xã được giữ vững.", id="whose it is stands below"),
        pytest.param("được Đảng ủy thông qua", "Nghị quyết về kinh tế.", id="what was passed stands below"),
    ],
)
def test_a_word_of_linking_with_nothing_before_it_to_close_goes_on(end: str, below: str, source_of: SourceOf) -> None:
    above = f"Việc thực hiện nhiệm vụ của xã {end}"
    assert texts(build_flow(source_of(f"{above}\n{below}"))) == [f"{above} {below}"]


def test_hard_wrapped_lines_join_by_grammar(source_of: SourceOf) -> None:
    found = texts(build_flow(source_of(WRAPPED)))
    assert [one[:24] for one in found] == [
        "BÁO CÁO",
        "Tình hình thực hiện công",
        "Thực hiện Công văn số 12",
        "I. Kết quả thực hiện",
        "Trong năm, xã đã tổ chức",
        "- Kế hoạch số 05-KH/ĐU n",
        "II. Hạn chế",
        "Một số thôn chưa quan tâ",
    ]
    assert found[5].endswith("năm 2023-2025.")
    assert "2\n" not in "\n".join(found)


@given(st.text(alphabet="aAđĐệẻ ê\u0323\u0301.,;:¹²*-\n\t(1)[]", max_size=120))
def test_every_character_of_the_flow_stands_in_the_source(text: str) -> None:
    source = Source("x.txt", "", "txt", text, text_blocks(text))
    flow = build_flow(source)
    for one in flow.paragraphs:
        for span in flow.spans(one.start, one.end):
            assert 0 <= span.start < span.end <= len(text)
        if one.end > one.start:
            whole = flow.span(one.start, one.end)
            assert whole.start == flow.raw(one.start)


def test_look_alikes_are_read_and_what_shows_nothing_is_not_there() -> None:
    text = "Quyết định số 12/Q\u00d0-U\u0412ND của xã\u200b Mẫu\u00ad, dân\u2060 chủ"
    flow = build_flow(Source("a.txt", "", "txt", text, text_blocks(text)))
    assert flow.text == "Quyết định số 12/QĐ-UBND của xã Mẫu, dân chủ"
    at = flow.text.index("dân")
    assert flow.span(at, at + len("dân chủ")) == Span(text.index("dân"), len(text))


def test_marks_of_fields_that_a_converter_left_in_are_not_there() -> None:
    text = "\x04I. KẾT QUẢ CHUNG\x05\n\nXã có \x1312 thôn\x15."
    flow = build_flow(Source("a.txt", "", "txt", text, text_blocks(text)))
    assert flow.text == "I. KẾT QUẢ CHUNG\nXã có 12 thôn."


def test_a_letter_with_a_hyphen_begins_a_point_of_a_list(source_of: SourceOf) -> None:
    flow = build_flow(source_of("2. Phong trào sản xuất giỏi\na- Đăng ký: 12 hộ.\nb- Kết quả: 10 hộ.\n"))
    assert flow.text.splitlines() == ["2. Phong trào sản xuất giỏi", "a- Đăng ký: 12 hộ.", "b- Kết quả: 10 hộ."]


def _word(text: str) -> Source:
    """A Word file each of whose paragraphs is a line of ``text``."""
    return Source("a.docx", "", "docx", text, text_blocks(text))


_PROSE = (
    "Ủy ban nhân dân xã đã chỉ đạo các thôn rà soát hộ nghèo, hộ cận nghèo theo đúng quy trình, bảo đảm công khai, "
    "dân chủ; đồng thời phối hợp với Mặt trận Tổ quốc và các đoàn thể vận động Nhân dân tham gia làm đường, trồng rừng "
    "và giữ gìn vệ sinh môi trường ở khu dân cư."
)


def test_a_word_file_whose_paragraphs_are_lines_of_a_page_is_joined_as_one() -> None:
    paragraphs = [f"{number}. {_PROSE}" for number in range(1, 9)]
    flow = build_flow(_word("\n".join("\n".join(wrap(one, 72)) for one in paragraphs)))
    assert flow.text.replace("\n", " ") == " ".join(paragraphs)
    assert len(flow.paragraphs) == len(paragraphs)


def test_a_word_file_of_short_paragraphs_keeps_them() -> None:
    lines = [f"Thôn {number} có {number * 3} hộ" for number in range(1, 30)]
    assert len(build_flow(_word("\n".join(lines))).paragraphs) == len(lines)


def test_grounds_above_a_decision_whose_type_was_misread_are_joined(source_of: SourceOf) -> None:
    text = (
        "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG\n\n"
        '" hi QUYÉT ĐINH\n\n'
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 của\n"
        "Quốc hội và các văn bản quy định chi tiết thi hành Luật này tại địa phương;\n"
        "Theo đề nghị của Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã tại\n"
        "Tờ trình số 12/TTr-VP ngày 03 tháng 4 năm 2026 về việc giao nhiệm vụ.\n\n"
        "QUYẾT ĐỊNH:\n\n"
        "Điều 1. Giao nhiệm vụ cho các phòng chuyên môn thuộc Ủy ban nhân dân xã\n"
        "theo phụ lục kèm theo Quyết định này.\n"
    )
    flow = build_flow(source_of(text))
    assert "năm 2025 của Quốc hội và các văn bản" in flow.text


def test_a_place_in_a_decomposed_text_ends_behind_the_marks_of_its_last_letter() -> None:
    text = unicodedata.normalize("NFD", "Xã có 97 hộ nghèo.")
    flow = build_flow(Source("a.txt", "", "txt", text, text_blocks(text)))
    at = flow.text.index("97 hộ")
    span = flow.span(at, at + len("97 hộ"))
    assert unicodedata.normalize("NFC", text[span.start : span.end]) == "97 hộ"
    assert flow.spans(at, at + len("97 hộ"))[-1].end == span.end


def test_blanks_and_hyphens_that_no_line_breaks_at_are_read_as_plain_ones() -> None:
    text = "1.\u00a0Có 02\u00a0trường\u202fhợp, Quyết định số 12/QĐ\u2011UBND ngày 05\u201103\u20112026"
    flow = build_flow(Source("a.txt", "", "txt", text, text_blocks(text)))
    assert flow.text == "1. Có 02 trường hợp, Quyết định số 12/QĐ-UBND ngày 05-03-2026"
    assert flow.span(0, len(flow.text)) == Span(0, len(text))
