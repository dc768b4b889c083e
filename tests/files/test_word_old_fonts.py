"""Word files typed in fonts of before Unicode: decoded run by run, by the font of each run."""

from __future__ import annotations

import pytest
from word_files import cell, level, lines, numbering, paragraph, part, row, run, shown, source, styles, table

from tongket.model.sources import Source


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


TCVN3, CAPITALS, VNI = font(".VnTime"), font(".VnTimeH"), font("VNI-Times")
UNICODE = font("Times New Roman")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(run("©n µ", UNICODE), "©n µ", id="the same letters in a font of Unicode stay"),
        pytest.param(run("Cộng hòa", TCVN3), "Cộng hòa", id="Unicode pasted into an old font stays"),
        pytest.param(run("Céng hoµ x· héi", TCVN3), "Cộng hoà xã hội", id="TCVN3"),
        pytest.param(run("céng hoµ", CAPITALS), "CỘNG HOÀ", id="a font of capitals"),
        pytest.param(run("Uûy ban nhaân daân", VNI), "Ủy ban nhân dân", id="VNI"),
        pytest.param(
            run("Uûy ban nha", VNI) + run("ân daân", VNI), "Ủy ban nhân dân", id="a letter cut in two by runs"
        ),
        pytest.param(run("Trung \xad¬ng", TCVN3), "Trung ương", id="the soft hyphen is a letter"),
        pytest.param(
            f'<w:r><w:rPr>{TCVN3}</w:rPr><w:t xml:space="preserve">Trung </w:t><w:softHyphen/><w:t>¬ng</w:t></w:r>',
            "Trung ương",
            id="the soft hyphen as LibreOffice writes it",
        ),
        pytest.param(run("Trung", TCVN3) + "<w:r><w:softHyphen/></w:r>", "Trung", id="a real soft hyphen is none"),
        pytest.param(run("xã ", UNICODE) + run("vµ", TCVN3) + run(" ©", UNICODE), "xã và ©", id="mixed with Unicode"),
        pytest.param(run("ñ", TCVN3 + "<w:caps/>"), "Ủ", id="capitals by format, of the letter that is meant"),
        pytest.param(
            '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:hAnsiTheme="minorHAnsi"/></w:rPr>'
            "<w:t>©n</w:t></w:r>",
            "©n",
            id="the font of the theme comes first",
        ),
        pytest.param(
            '<w:r><w:sym w:font=".VnTime" w:char="F0B5"/></w:r>' + run("n", TCVN3), "àn", id="a letter taken for a sign"
        ),
    ],
)
def test_runs(content: str, text: str) -> None:
    assert lines(source(paragraph(content))) == [text]


def test_fonts_are_inherited() -> None:
    old = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
        f'<w:style w:type="paragraph" w:styleId="Old"><w:rPr>{VNI}</w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="New"><w:rPr>{UNICODE}</w:rPr></w:style>'
    )
    body = (
        paragraph("vµ")
        + paragraph("daân", '<w:pStyle w:val="Old"/>')
        + paragraph(run("vµ", '<w:rStyle w:val="New"/>'), '<w:pStyle w:val="Old"/>')
    )
    assert lines(source(body, {"styles": styles(old, defaults=TCVN3)})) == ["và", "dân", "vµ"]


def test_offsets_move_with_the_letters() -> None:
    found = source(
        paragraph(
            run("Uûy ban ", VNI)
            + run("nhaân daân", VNI + "<w:b/>")
            + f'<w:r><w:rPr>{VNI}</w:rPr><w:br/><w:t>xaõ</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
            + run(" naøy", VNI)
        ),
        {"footnotes": part("footnotes", f'<w:footnote w:id="1">{paragraph(run("ghi chuù", VNI))}</w:footnote>')},
    )
    assert lines(found) == ["Ủy ban nhân dân xã1 này", "1 ghi chú"]
    assert shown(found, found.blocks[0]) == [("bold", "nhân dân"), ("superscript", "1")]
    assert [found.text[at : at + 3] for at in found.blocks[0].breaks] == [" xã"]
    assert [found.text[one.start : one.end] for one in found.anchors] == ["1"]


def test_cells_and_the_runs_around_them() -> None:
    found = source(table(row(cell(paragraph(run("Uûy ban", VNI)), paragraph(run("xaõ", VNI))), "b")))
    assert lines(found) == ["Ủy ban xã\tb"]
    assert [found.text[one.start : one.end] for one in found.blocks[0].cells] == ["Ủy ban xã", "b"]


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(level(0, "decimal", "§iÒu %1.", f"<w:rPr>{TCVN3}</w:rPr>"), id="the level names the font"),
        pytest.param(level(0, "decimal", "§iÒu %1."), id="the font is that of the paragraph's mark"),
    ],
)
def test_automatic_numbers(item: str) -> None:
    body = paragraph(
        run("Ph¹m vi", TCVN3),
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>{TCVN3}</w:rPr>',
    )
    found = source(body, {"numbering": numbering([item], {1: (0, "")})})
    assert (lines(found), found.blocks[0].number) == (["Điều 1. Phạm vi"], "Điều 1.")


def test_headers_and_boxes() -> None:
    def text(found: Source) -> list[str]:
        return [*lines(found), *found.headers]

    inside = paragraph(run("MËt", TCVN3))
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    header = part("hdr", paragraph(run("b¸o c¸o", CAPITALS)))
    assert text(source(paragraph(box) + section, {"header1": header})) == ["", "Mật", "BÁO CÁO"]


def test_a_private_character_of_a_font_taken_for_symbols() -> None:
    assert lines(source(paragraph(run("v\uf0b5", TCVN3) + run("x", UNICODE) + run("\uf0b7", font("Symbol"))))) == [
        "vàx•"
    ]


def test_a_paragraph_of_very_many_runs() -> None:
    pieces = ["Uû", "y ", "ban ", "nha", "ân ", "daân "] * 120
    found = source(paragraph("".join(run(piece, VNI) for piece in pieces)))
    assert found.text == "Ủy ban nhân dân " * 120
