"""The text of a Word file: runs, styles, tracked changes, fields, boxes, sections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import cell, document, docx, lines, paragraph, part, row, run, shown, source, styles, table

from tongket.files.docx.read import read_docx

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BOLD, HIDDEN = "<w:b/>", "<w:vanish/>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(run("Báo ") + run("cáo", BOLD), "Báo cáo", id="runs follow on"),
        pytest.param("<w:r><w:t> a </w:t></w:r>", "a", id="blanks at the ends count only when preserved"),
        pytest.param("<w:r><w:t>a\nb</w:t></w:r>", "a b", id="a line end in the XML is a blank"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", id="tab"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a b", id="a line break is a blank"),
        pytest.param('<w:r><w:br w:type="page"/><w:t>a</w:t></w:r>', "a", id="a break at the start is nothing"),
        pytest.param("<w:r><w:t>62</w:t><w:noBreakHyphen/><w:t>KL</w:t></w:r>", "62-KL", id="hard hyphen"),
        pytest.param("<w:r><w:t>tuyên</w:t><w:softHyphen/><w:t>t</w:t></w:r>", "tuyênt", id="soft hyphen"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥", id="a sign of the Symbol font"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑", id="a ticked box"),
        pytest.param('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>', "", id="a sign without equal"),
        pytest.param(run("ẩn", HIDDEN) + run("hiện"), "hiện", id="hidden text"),
        pytest.param(run("Báo cáo", "<w:caps/>"), "BÁO CÁO", id="capitals by format are printed as capitals"),
        pytest.param(f"<w:hyperlink>{run('a')}</w:hyperlink>", "a", id="link"),
        pytest.param(f"<w:smartTag>{run('a')}</w:smartTag><w:customXml>{run('b')}</w:customXml>", "ab", id="tags"),
        pytest.param(f"<w:ins>{run('mới')}</w:ins><w:del>{run('cũ')}</w:del>", "mới", id="tracked changes, accepted"),
        pytest.param(f"<w:moveFrom>{run('a')}</w:moveFrom><w:moveTo>{run('b')}</w:moveTo>", "b", id="moved"),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>r</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "b",
            id="ruby",
        ),
        pytest.param("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b", id="formula"),
    ],
)
def test_runs(content: str, text: str) -> None:
    assert source(paragraph(content)).text == text


def test_fields_show_their_result() -> None:
    nested = (
        FIELD.format("begin")
        + "<w:r><w:instrText>IF </w:instrText></w:r>"
        + FIELD.format("begin")
        + FIELD.format("separate")
        + run("trong")
        + FIELD.format("end")
        + FIELD.format("separate")
        + run("kết quả")
        + FIELD.format("end")
    )
    simple = f'<w:fldSimple w:instr="PAGE">{run("4")}</w:fldSimple>'
    assert source(paragraph(nested + run("; ") + simple)).text == "kết quả; 4"


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert source(paragraph(FIELD.format("begin") + run("a"))).text == "a"


def test_a_field_may_run_over_paragraphs() -> None:
    first = paragraph(FIELD.format("begin") + FIELD.format("separate") + run("a"))
    assert lines(source(first + paragraph(run("b") + FIELD.format("end")) + paragraph("c"))) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "gone",
    [
        pytest.param("<w:del/>", id="deleted mark"),
        pytest.param("<w:moveFrom/>", id="moved mark"),
        pytest.param("<w:vanish/>", id="hidden mark"),
    ],
)
def test_a_paragraph_without_its_mark_goes_on_in_the_next(gone: str) -> None:
    body = paragraph("Báo ", f"<w:rPr>{gone}</w:rPr>") + paragraph("cáo", '<w:jc w:val="center"/>')
    found = source(body)
    assert lines(found) == ["Báo cáo"]
    assert found.blocks[0].centred


def test_an_inserted_mark_is_a_mark() -> None:
    assert lines(source(paragraph("a", "<w:rPr><w:ins/></w:rPr>") + paragraph("b"))) == ["a", "b"]


def test_content_controls_show_what_was_filled_in_and_not_their_prompt() -> None:
    filled = f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{run('b')}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm để nhập')}</w:sdtContent></w:sdt>"
    assert lines(source(filled + paragraph(inline + run("c") + prompt))) == ["a", "bc"]


def test_what_inherits_its_look() -> None:
    sheet = styles(
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:b/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>',
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:b/><w:i/></w:rPr></w:style>',
        defaults='<w:u w:val="single"/>',
    )
    body = paragraph(
        run("a")
        + run("b", '<w:rStyle w:val="C"/>')
        + run("c", '<w:b w:val="0"/>')
        + run("d", '<w:vertAlign w:val="superscript"/><w:u w:val="none"/>'),
        '<w:pStyle w:val="Q"/>',
    )
    found = source(body, {"styles": sheet})
    assert shown(found, found.blocks[0]) == [
        ("bold", "a"),
        ("underline", "abc"),
        ("italic", "b"),
        ("bold", "d"),
        ("superscript", "d"),
    ]
    assert found.blocks[0].centred


def test_outline_levels_come_from_heading_styles_or_the_paragraph() -> None:
    sheet = styles('<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>')
    body = paragraph("a", '<w:pStyle w:val="H2"/>') + paragraph("b", '<w:outlineLvl w:val="0"/>') + paragraph("c")
    assert [block.level for block in source(body, {"styles": sheet}).blocks] == [1, 0, None]


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = BOX.format(paragraph("trong hộp") + paragraph("dòng hai"))
    found = source(paragraph(run("trước") + box + run(" sau")) + paragraph("tiếp"))
    assert lines(found) == ["trước sau", "trong hộp", "dòng hai", "tiếp"]
    assert [block.kind for block in found.blocks] == ["paragraph", "text_box", "text_box", "paragraph"]


def test_word_art_is_a_text_box() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    assert lines(source(paragraph(art + run("a")))) == ["a", "DỰ THẢO"]


def test_headers_footers_and_comments_stand_apart() -> None:
    section = paragraph(
        "a",
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>',
    )
    found = source(
        section,
        {
            "header1": part("hdr", paragraph("đầu trang")),
            "header2": part("hdr", paragraph("không dùng")),
            "footer1": part("ftr", paragraph("chân trang")),
            "comments": part("comments", f'<w:comment w:id="0">{paragraph("xem lại")}</w:comment>'),
        },
    )
    assert (found.text, found.headers, found.footers, found.comments) == (
        "a",
        ("đầu trang",),
        ("chân trang",),
        ("xem lại",),
    )


NATION = paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def headed(header: str, body: str, kind: str = "first", own: str = "<w:titlePg/>") -> tuple[str, tuple[str, ...]]:
    """The text, and the headers kept apart, of a report with a header."""
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="header1"/>{own}</w:sectPr>'
    found = source(body + section, {"header1": part("hdr", header)})
    return found.text, found.headers


@pytest.mark.parametrize(("kind", "own"), [("first", "<w:titlePg/>"), ("default", "")])
def test_a_letterhead_in_the_header_of_the_first_page_is_the_head_of_the_text(kind: str, own: str) -> None:
    head = table(row("XÃ LŨNG ẲNG", cell(NATION)), row("Số: 77/BC-UBND", "Lũng Ẳng, ngày 15 tháng 6 năm 2026"))
    said, apart = headed(head, paragraph("BÁO CÁO"), kind, own)
    assert said.split("\n") == [
        "XÃ LŨNG ẲNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 77/BC-UBND\tLũng Ẳng, ngày 15 tháng 6 năm 2026",
        "BÁO CÁO",
    ]
    assert apart == ()


@pytest.mark.parametrize(
    ("header", "body", "kind", "own"),
    [
        pytest.param(paragraph("UBND xã Lũng Ẳng"), paragraph("BÁO CÁO"), "first", "<w:titlePg/>", id="a running head"),
        pytest.param(NATION, NATION + paragraph("BÁO CÁO"), "first", "<w:titlePg/>", id="the text has its own"),
        pytest.param(NATION, paragraph("BÁO CÁO"), "first", "", id="the first page has no header of its own"),
        pytest.param(NATION, paragraph("BÁO CÁO"), "default", "<w:titlePg/>", id="on the other pages"),
    ],
)
def test_other_headers_stand_apart(header: str, body: str, kind: str, own: str) -> None:
    said, apart = headed(header, body, kind, own)
    assert said.endswith("BÁO CÁO")
    assert len(apart) == 1
    assert said.count("CỘNG HÒA") == body.count("CỘNG HÒA")


def test_pages_are_those_of_the_last_layout() -> None:
    page_break = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = source(paragraph("a") + paragraph(run("b") + page_break + run("c")) + paragraph("d"), pages=2)
    assert [block.page for block in found.blocks] == [1, 1, 2]
    assert found.pages == 2
    assert source(paragraph("a")).blocks[0].page is None


def test_a_stale_page_count_is_no_page_count() -> None:
    assert source(paragraph("chữ " * 3000), pages=1).pages is None


def test_strict_files_read_like_the_rest() -> None:
    strict = document(paragraph("Báo cáo", '<w:jc w:val="center"/>')).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    found = read_docx(docx(strict.encode()), file="a.docx")
    assert (found.text, found.blocks[0].centred) == ("Báo cáo", True)


def test_xml_in_utf_16_reads_like_the_rest() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + document(paragraph("Báo cáo"))
    assert read_docx(docx(xml.encode("utf-16")), file="a.docx").text == "Báo cáo"


def test_an_embedded_document_is_not_passed_over_in_silence() -> None:
    assert source(paragraph("a") + '<w:altChunk r:id="x"/>').warnings


printable = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\n\r\t\u2028\u2029"), max_size=40
)


@given(st.lists(st.lists(printable, max_size=4), min_size=1, max_size=6))
def test_any_text_reads_back_the_same(found: list[list[str]]) -> None:
    read = source("".join(paragraph("".join(map(run, runs))) for runs in found))
    assert lines(read) == ["".join(runs) for runs in found]


@given(st.lists(printable, min_size=1, max_size=6))
def test_blocks_are_the_lines_that_are_not_blank(found: list[str]) -> None:
    read = source("".join(map(paragraph_of, found)))
    assert [read.text[block.start : block.end] for block in read.blocks] == [line for line in found if line.strip()]


def paragraph_of(text: str) -> str:
    return paragraph(run(text))
