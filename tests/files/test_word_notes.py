"""Footnotes and endnotes of a Word file."""

from __future__ import annotations

import pytest
from word_files import lines, paragraph, part, run, shown, source

REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
CUSTOM = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{}"/><w:t>(*)</w:t></w:r>'
OWN_MARK = "<w:r><w:footnoteRef/></w:r>"


def notes(kind: str = "footnote", **found: str) -> str:
    separator = f'<w:{kind} w:type="separator" w:id="-1">{paragraph("---")}</w:{kind}>'
    return part(
        f"{kind}s",
        separator + "".join(f'<w:{kind} w:id="{name[1:]}">{text}</w:{kind}>' for name, text in found.items()),
    )


def test_notes_are_numbered_by_their_anchors_and_follow_the_body() -> None:
    parts = {
        "footnotes": notes(
            n7=paragraph(OWN_MARK + "<w:r><w:tab/></w:r>" + run(" một", "<w:b/>")),
            n3=paragraph("hai"),
            n9=paragraph("không ai nhắc"),
        )
    }
    found = source(paragraph(run("a") + REFERENCE.format(3) + run("b") + REFERENCE.format(7)) + paragraph("c"), parts)
    assert lines(found) == ["a1b2", "c", "1 hai", "2 một"]
    assert [(found.text[one.start : one.end], found.blocks[one.note].mark) for one in found.anchors] == [
        ("1", "1"),
        ("2", "2"),
    ]
    assert [block.kind for block in found.blocks] == ["paragraph", "paragraph", "note", "note"]
    assert shown(found, found.blocks[0]) == [("superscript", "1"), ("superscript", "2")]
    assert shown(found, found.blocks[3]) == [("bold", "một")]


def test_a_mark_set_by_hand_does_not_count() -> None:
    parts = {"footnotes": notes(n1=paragraph("(*) riêng"), n2=paragraph("chung"))}
    found = source(paragraph(run("a") + CUSTOM.format(1) + run("b") + REFERENCE.format(2)), parts)
    assert lines(found) == ["a(*)b1", "(*) riêng", "1 chung"]


def test_paragraphs_of_a_note_stand_on_one_line() -> None:
    parts = {"footnotes": notes(n1=paragraph("một") + paragraph("hai"))}
    found = source(paragraph(run("a") + REFERENCE.format(1)), parts)
    assert lines(found) == ["a1", "1 một hai"]
    assert [found.text[:at].rsplit("\n", 1)[-1] for at in found.blocks[1].breaks] == ["1 một"]


def test_endnotes_follow_footnotes_in_roman_numbers() -> None:
    parts = {"footnotes": notes(n1=paragraph("chân")), "endnotes": notes("endnote", n1=paragraph("cuối"))}
    body = paragraph(run("a") + '<w:r><w:endnoteReference w:id="1"/></w:r>' + run("b") + REFERENCE.format(1))
    assert lines(source(body, parts)) == ["aib1", "1 chân", "i cuối"]


@pytest.mark.parametrize(
    ("restart", "marks"),
    [
        pytest.param("continuous", ["1", "2", "3"], id="through the document"),
        pytest.param("eachPage", ["1", "1", "2"], id="on each page"),
        pytest.param("eachSect", ["1", "2", "1"], id="in each section"),
    ],
)
def test_where_numbers_start_again(restart: str, marks: list[str]) -> None:
    parts = {
        "footnotes": notes(n1=paragraph("x"), n2=paragraph("y"), n3=paragraph("z")),
        "settings": part("settings", f'<w:footnotePr><w:numRestart w:val="{restart}"/></w:footnotePr>'),
    }
    new_page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = (
        paragraph(run("a") + REFERENCE.format(1))
        + paragraph(new_page + run("b") + REFERENCE.format(2), "<w:sectPr/>")
        + paragraph(run("c") + REFERENCE.format(3))
        + "<w:sectPr/>"
    )
    assert [block.mark for block in source(body, parts).blocks if block.kind == "note"] == marks


def test_a_mark_without_its_note_is_nothing() -> None:
    assert source(paragraph(run("a") + REFERENCE.format(5))).text == "a"


def test_a_deleted_mark_takes_its_note_away() -> None:
    parts = {"footnotes": notes(n1=paragraph("x"), n2=paragraph("y"))}
    body = paragraph(run("a") + f"<w:del>{REFERENCE.format(1)}</w:del>" + REFERENCE.format(2))
    assert lines(source(body, parts)) == ["a1", "1 y"]


def test_a_note_in_a_table() -> None:
    parts = {"footnotes": notes(n1=paragraph("x"))}
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(run('12') + REFERENCE.format(1))}</w:tc></w:tr></w:tbl>"
    found = source(cell, parts)
    assert found.text == "121\n1 x"
    assert found.text[found.anchors[0].start : found.anchors[0].end] == "1"
