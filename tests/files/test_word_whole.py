"""What Word files hold beside plain text: letterheads, forms, breaks, frames, embedded sheets; traps of the zip."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import xlsxwriter
from compound_files import compound
from word_files import (
    cell,
    content_types,
    document,
    docx,
    level,
    lines,
    listed,
    numbering,
    package,
    paragraph,
    part,
    row,
    run,
    source,
    table,
)

from tongket.errors import ReadError
from tongket.files.docx.read import read_docx
from tongket.model.sources import Source

FIELD = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'


def field(instruction: str, result: str, data: str = "") -> str:
    told = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    shown = FIELD.format("separate", "") + result if result else ""
    return FIELD.format("begin", data) + told + shown + FIELD.format("end", "")


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


# Letterheads


def test_a_letterhead_as_a_table_without_borders() -> None:
    found = source(table(row(cell("TỈNH ỦY MẪU SƠN", "*"), cell("ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu Sơn, ngày 05/02/2026"))))
    assert lines(found) == ["TỈNH ỦY MẪU SƠN *\tĐẢNG CỘNG SẢN VIỆT NAM Mẫu Sơn, ngày 05/02/2026"]
    assert [found.text[at + 1 :][:3] for at in found.blocks[0].breaks] == ["*\tĐ", "Mẫu"]


def test_a_letterhead_with_tabs() -> None:
    inner = run("UBND XÃ") + "<w:r><w:tab/><w:t>CỘNG HÒA</w:t></w:r>"
    assert lines(source(paragraph(inner))) == ["UBND XÃ\tCỘNG HÒA"]


def test_a_letterhead_in_text_boxes() -> None:
    def box(*inner: str) -> str:
        held = f"<w:txbxContent>{''.join(map(paragraph, inner))}</w:txbxContent>"
        drawn = f"<w:drawing><wps:txbx>{held}</wps:txbx></w:drawing>"
        old = f"<w:pict><v:textbox>{held}</v:textbox></w:pict>"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    found = source(paragraph(box("UBND XÃ", "Số: 12/BC-UBND") + box("CỘNG HÒA")) + paragraph("BÁO CÁO"))
    assert [(block.kind, found.text[block.start : block.end]) for block in found.blocks] == [
        ("text_box", "UBND XÃ"),
        ("text_box", "Số: 12/BC-UBND"),
        ("text_box", "CỘNG HÒA"),
        ("paragraph", "BÁO CÁO"),
    ]


# Numbers


def test_typed_numbers_stand_beside_automatic_ones() -> None:
    body = listed("Kết quả", 1) + paragraph("1. Gõ tay") + listed("Tồn tại", 1)
    found = source(body, {"numbering": numbering([level(0, "upperRoman", "%1.")], {1: (0, "")})})
    assert lines(found) == ["I. Kết quả", "1. Gõ tay", "II. Tồn tại"]
    assert [block.number for block in found.blocks] == ["I.", "", "II."]


def test_numbers_of_lines_are_not_in_the_text() -> None:
    assert lines(source(paragraph("a") + '<w:sectPr><w:lnNumType w:countBy="1"/></w:sectPr>')) == ["a"]


# Fields and forms


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(field(" REF _Ref1 \\h ", run("mục 7")), "mục 7", id="cross-reference"),
        pytest.param(field(" IF 1 ", field(" MERGEFIELD x ", run("xã A"))), "xã A", id="a field in a field's result"),
        pytest.param(field(" IF " + "x ", run("có")), "có", id="condition"),
        pytest.param(f'<w:fldSimple w:instr=" DATE ">{run("05/02/2026")}</w:fldSimple>', "05/02/2026", id="simple"),
        pytest.param(field(' DDEAUTO c:\\\\cmd.exe "/c calc" ', run("12")), "12", id="data of another program"),
        pytest.param(field(' INCLUDETEXT "http://example.invalid/a" ', run("đã gộp")), "đã gộp", id="text of another"),
        pytest.param(field(" FORMTEXT ", run("3 xã"), "<w:ffData><w:textInput/></w:ffData>"), "3 xã", id="filled in"),
        pytest.param(
            field(" FORMCHECKBOX ", "", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>") + run(" Có"),
            "☑ Có",
            id="a ticked box",
        ),
        pytest.param(
            field(" FORMCHECKBOX ", "", '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>')
            + run(" Không"),
            "☐ Không",
            id="an open box",
        ),
        pytest.param(
            field(
                " FORMDROPDOWN ",
                "",
                '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Đạt"/><w:listEntry w:val="Chưa đạt"/>'
                "</w:ddList></w:ffData>",
            ),
            "Chưa đạt",
            id="a chosen line",
        ),
    ],
)
def test_fields_show_what_was_printed(content: str, text: str) -> None:
    assert lines(source(paragraph(content))) == [text]


def test_a_table_of_contents_keeps_its_lines() -> None:
    begin = FIELD.format("begin", "") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + FIELD.format("separate", "")
    entry = f"<w:hyperlink>{run('I. KẾT QUẢ')}<w:r><w:tab/></w:r>{field(' PAGEREF _Toc1 ', run('2'))}</w:hyperlink>"
    found = source(paragraph(begin + entry) + paragraph(entry.replace("I.", "II.") + FIELD.format("end", "")))
    assert lines(found) == ["I. KẾT QUẢ\t2", "II. KẾT QUẢ\t2"]


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_content_controls_at_every_level() -> None:
    repeated = control(control(row("1", "Xã A")) + control(row("2", "Xã B")), "<w15:repeatingSection/>")
    body = control(paragraph(run("Kính gửi: ") + control(run("Tỉnh ủy")))) + table(
        row("TT", "Xã"), repeated, f"<w:tr>{control(cell('3'))}{cell('Xã C')}</w:tr>"
    )
    assert lines(source(body)) == ["Kính gửi: Tỉnh ủy", "TT\tXã", "1\tXã A", "2\tXã B", "3\tXã C"]


def test_the_prompt_of_a_cell_that_nobody_filled_in_is_no_answer() -> None:
    prompt = control(cell("Bấm để nhập"), "<w:showingPlcHdr/>")
    found = source(table(f"<w:tr>{cell('Số hội nghị')}{prompt}</w:tr>"))
    assert (lines(found), len(found.blocks[0].cells)) == (["Số hội nghị\t"], 2)


# Signs, frames, changes


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(run("a", font("Times New Roman")), "a", id="a letter"),
        pytest.param(run("\u00fe Có", font("Wingdings")), "☑ ", id="a letter that is a ticked box"),
        pytest.param(run("\u00b3", font("Symbol")) + run(" 3"), "≥ 3", id="a letter that is a sign"),
        pytest.param(run("R", font("Wingdings 2")), "☑", id="a box of the second Wingdings"),
        pytest.param(run("xã", font("Symbol")), "ξ", id="letters that the font lacks"),
        pytest.param(run("số hộ", font("Symbol")), "số hộ", id="words that no symbol font can show"),
        pytest.param("<w:bdo>" + run("a") + "</w:bdo><w:dir>" + run("b") + "</w:dir>", "ab", id="directions"),
    ],
)
def test_letters_of_symbol_fonts(content: str, text: str) -> None:
    assert source(paragraph(content)).text == text


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert lines(source(paragraph("T", frame) + paragraph("rong năm qua"))) == ["Trong năm qua"]


def test_a_frame_is_a_paragraph() -> None:
    assert lines(source(paragraph("Số: 12", '<w:framePr w:w="100"/>') + paragraph("a"))) == ["Số: 12", "a"]


def test_a_moved_paragraph_stands_where_it_was_moved_to() -> None:
    gone = "<w:rPr><w:moveFrom/></w:rPr>"
    body = (
        paragraph(f"<w:moveFrom>{run('a')}</w:moveFrom>", gone)
        + paragraph("b")
        + paragraph(f"<w:moveTo>{run('a')}</w:moveTo>")
    )
    assert lines(source(body)) == ["b", "a"]


# Pages

PAGE = '<w:r><w:br w:type="page"/></w:r>'
SHOWN = "<w:r><w:lastRenderedPageBreak/></w:r>"
NEXT = "<w:sectPr/>"
SAME = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'


def pages(found: Source) -> dict[str, int | None]:
    return {found.text[block.start : block.end].strip(): block.page for block in found.blocks}


@pytest.mark.parametrize(
    ("body", "counted", "on"),
    [
        pytest.param(paragraph("a") + paragraph(PAGE) + paragraph("b"), 3, None, id="more pages than breaks"),
        pytest.param(paragraph("a") + paragraph(PAGE) + paragraph("b"), 2, 2, id="a break"),
        pytest.param(paragraph("a") + paragraph("b", "<w:pageBreakBefore/>"), 2, 2, id="a break before"),
        pytest.param(paragraph("a", NEXT) + paragraph("b") + NEXT, 2, 2, id="a section on a new page"),
        pytest.param(paragraph("a", NEXT) + paragraph("b") + SAME, 1, 1, id="a section on the same page"),
        pytest.param(paragraph("a") + paragraph(PAGE + SHOWN + run("b")), 9, 2, id="a break that a layout saw"),
    ],
)
def test_pages_are_those_of_breaks_where_these_are_all(body: str, counted: int, on: int | None) -> None:
    assert pages(source(body, pages=counted))["b"] == on


# Sheets and drawings that are embedded


def workbook() -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    other, sheet = book.add_worksheet("Khác"), book.add_worksheet("Số liệu")
    other.write("A1", "không hiện")
    sheet.write_row("B2", ["TT", "Xã", "Số hội nghị"])
    sheet.write_row("B3", [1, "Lũng Ẳng", 12])
    sheet.activate()
    book.close()
    return held.getvalue()


def with_object(data: bytes, *, name: str = "embeddings/sheet.xlsx", aspect: str = "Content") -> Source:
    office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    ole = f'<o:OLEObject {office} Type="Embed" ProgID="Excel.Sheet.12" DrawAspect="{aspect}" r:id="rIdSheet"/>'
    body = paragraph(f"{run('Biểu số liệu:')}<w:r><w:object><v:shape/>{ole}</w:object></w:r>") + paragraph("sau")
    return read_docx(package(body, {f"word/{name}": data}, {"rIdSheet": ("package", name)}), file="a.docx")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(workbook(), "embeddings/sheet.xlsx", id="as a workbook"),
        pytest.param(compound({"Package": workbook()}), "embeddings/oleObject1.bin", id="wrapped in an object"),
    ],
)
def test_an_embedded_sheet_becomes_rows_in_its_place(data: bytes, name: str) -> None:
    found = with_object(data, name=name)
    assert lines(found) == ["Biểu số liệu:", "TT\tXã\tSố hội nghị", "1\tLũng Ẳng\t12", "sau"]
    assert [(block.kind, block.table, len(block.cells)) for block in found.blocks[1:3]] == [("row", 0, 3)] * 2
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("data", "aspect"),
    [
        pytest.param(workbook(), "Icon", id="an icon shows nothing"),
        pytest.param(b"PK\x03\x04xl/" + bytes(50), "Content", id="a damaged workbook"),
        pytest.param(compound({"WordDocument": b"x"}), "Content", id="another Word file"),
    ],
)
def test_what_is_embedded_and_not_read_is_said(data: bytes, aspect: str) -> None:
    found = with_object(data, aspect=aspect)
    assert lines(found) == ["Biểu số liệu:", "sau"]
    assert len(found.warnings) == 1


def test_boxes_of_a_drawing_are_text_boxes() -> None:
    drawn = "http://schemas.openxmlformats.org/drawingml/2006"
    names = f'xmlns:dgm="{drawn}/diagram" xmlns:a="{drawn}/main"'

    def point(text: str, kind: str = "node") -> str:
        return f'<dgm:pt type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'

    points = point("Tỉnh ủy") + point("x", "pres") + point("Huyện ủy")
    data = f"<dgm:dataModel {names}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>"
    body = paragraph(f'<w:r><w:drawing><dgm:relIds {names} r:dm="rIdData"/></w:drawing></w:r>')
    found = read_docx(
        package(body, {"word/diagrams/data1.xml": data}, {"rIdData": ("diagramData", "diagrams/data1.xml")}), file="a"
    )
    assert [found.text[one.start : one.end] for one in found.blocks if one.kind == "text_box"] == [
        "Tỉnh ủy",
        "Huyện ủy",
    ]


# Kinds of packages, and traps of the zip


@pytest.mark.parametrize("kind", ["document.macroEnabled.main", "template.main", "template.macroEnabledTemplate.main"])
def test_files_with_macros_and_templates_read_like_the_rest(kind: str) -> None:
    types = content_types({}).replace("wordprocessingml.document.main", f"wordprocessingml.{kind}")
    data = package(paragraph("a"), {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}, {})
    assert read_docx(data, file="a.docm").text == "a"


def test_what_lies_outside_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    outside = {
        "rIdSheet": ("oleObject", "http://example.invalid/a.xlsx"),
        "rIdH": ("header", "http://example.invalid/h"),
    }
    body = paragraph("a") + '<w:sectPr><w:headerReference r:id="rIdH"/></w:sectPr>'
    found = read_docx(package(body, {}, outside, external=True), file="a")
    assert (found.text, found.headers) == ("a", ())


def raw(entries: list[tuple[str, bytes]]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return held.getvalue()


def parts_of(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_counts_as_zip_programs_count_it() -> None:
    first, second = docx(paragraph("trước")), document(paragraph("sau")).encode()
    assert read_docx(raw([*parts_of(first), ("word/document.xml", second)]), file="a").text == "sau"


class Pipe(io.RawIOBase):
    """A stream that cannot go back: sizes then stand behind the parts, as downloads and web programs write them."""

    def __init__(self) -> None:
        self.held = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.held += bytes(data)
        return len(bytes(data))


def test_sizes_behind_the_parts_do_no_harm() -> None:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(docx(paragraph("a"))):
            archive.writestr(name, content)
    assert read_docx(pipe.held, file="a").text == "a"


def test_backslashes_and_capitals_in_names_do_no_harm() -> None:
    parts = [
        (name.replace("word/", "WORD\\") if name != "word/document.xml" else name, one)
        for name, one in parts_of(docx(paragraph("a")))
    ]
    assert read_docx(raw(parts), file="a").text == "a"


def changed(data: bytes, find: bytes, to: bytes, which: int) -> bytes:
    at = -1
    for _ in range(which):
        at = data.index(find, at + 1)
    return data[:at] + to + data[at + len(find) :]


def test_names_that_differ_between_part_and_list_are_damage() -> None:
    with pytest.raises(ReadError):
        read_docx(changed(docx(paragraph("a")), b"word/document.xml", b"word/documenu.xml", 1), file="a")


def test_a_size_that_lies_is_damage_or_a_bomb() -> None:
    data = docx(paragraph("a" * 5000))
    size = struct.pack("<I", len(document(paragraph("a" * 5000)).encode()))
    for lie in (10, 1 << 31):
        with pytest.raises(ReadError):
            read_docx(data.replace(size, struct.pack("<I", lie)), file="a")


@pytest.mark.parametrize("name", ["styles", "numbering", "footnotes", "header1"])
def test_entities_are_refused_in_every_part(name: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + part("styles", "&b;")
    body = paragraph("a") + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    with pytest.raises(ReadError, match=r"entities|thực thể"):
        read_docx(docx(body, {name: bomb}), file="a")


def test_a_file_outside_is_not_read_through_an_entity() -> None:
    inside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + document(
        paragraph("<w:r><w:t>&a;</w:t></w:r>")
    )
    with pytest.raises(ReadError):
        read_docx(docx(inside.encode()), file="a")
