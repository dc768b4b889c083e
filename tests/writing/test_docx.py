"""The Word file: whole, readable by others, laid out by the decree, the same bytes for the same draft."""

from __future__ import annotations

import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import mau_son
import pytest
from lxml import etree

from tongket.files.open import open_source
from tongket.model.drafts import Draft
from tongket.registry.layouts import layout_for, layouts, state_layout
from tongket.writing.compose import compose
from tongket.writing.docx import docx_bytes, write_docx
from tongket.writing.word.metrics import bold_width, lines_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def draft() -> Draft:
    return compose(mau_son.consolidation())


@pytest.fixture(scope="module")
def parts(draft: Draft) -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(docx_bytes(draft))) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def words(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def test_the_same_draft_gives_the_same_bytes(draft: Draft) -> None:
    assert docx_bytes(draft) == docx_bytes(draft)


def test_another_library_opens_it(draft: Draft) -> None:
    opened = docx.Document(BytesIO(docx_bytes(draft)))
    assert opened.core_properties.author == "Tổng kết"
    assert opened.core_properties.language == "vi-VN"
    section = opened.sections[0]
    assert [round(side.mm) for side in (section.top_margin, section.bottom_margin)] == [20, 20]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [30, 15]
    assert section.different_first_page_header_footer


def test_our_own_reader_reads_back_what_was_written(draft: Draft, tmp_path: Path) -> None:
    write_docx(draft, tmp_path / "bao-cao.docx")
    text = open_source(tmp_path / "bao-cao.docx").text
    for paragraph in draft.paragraphs:
        plain = "".join(run.text for run in paragraph.runs if not run.note)
        assert plain[:60] in text
    assert "414" in text


def test_figures_are_content_controls_inside_bookmarks_of_one_key(
    draft: Draft, parts: dict[str, etree._Element]
) -> None:
    document = parts["word/document.xml"]
    keys = {figure.key for figure in draft.figures}
    controls = [node.get(f"{W}val") for node in document.iter(f"{W}alias")]
    assert set(controls) == keys
    assert {node.get(f"{W}name") for node in document.iter(f"{W}bookmarkStart")} == {f"lf_{key}" for key in keys}
    assert len(controls) == len(set(controls))
    assert all(control.find(f"{W}text") is not None for control in document.iter(f"{W}sdtPr"))


def test_footnotes_have_separators_and_as_many_marks_as_notes(parts: dict[str, etree._Element]) -> None:
    notes = parts["word/footnotes.xml"]
    kinds = [note.get(f"{W}type") for note in notes]
    assert kinds[:2] == ["separator", "continuationSeparator"]
    marks = [node.get(f"{W}id") for node in parts["word/document.xml"].iter(f"{W}footnoteReference")]
    assert marks == [note.get(f"{W}id") for note in notes if note.get(f"{W}type") is None]
    assert len(marks) == 2


def test_tables_repeat_their_head_and_cut_no_row(parts: dict[str, etree._Element]) -> None:
    bordered = [
        table for table in parts["word/document.xml"].iter(f"{W}tbl") if table.find(f".//{W}tblBorders") is not None
    ]
    assert bordered
    for table in bordered:
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_wide_appendices_lie_across(parts: dict[str, etree._Element]) -> None:
    turns = [size.get(f"{W}orient") for size in parts["word/document.xml"].iter(f"{W}pgSz")]
    assert "landscape" in turns
    assert turns[0] is None


def test_number_and_day_are_left_to_fill_in_and_nobody_signs(parts: dict[str, etree._Element]) -> None:
    text = words(parts["word/document.xml"])
    assert "Số:      /BC-UBND" in text
    assert "Mẫu Sơn, ngày      tháng 11 năm 2026" in text
    assert "TM. ỦY BAN NHÂN DÂN" in text


def test_characters_that_xml_forbids_do_not_break_the_file(draft: Draft) -> None:
    assert docx_bytes(replace(draft, title="Sơ kết\x00\x0b 03 năm"))


def test_a_title_is_set_in_even_lines_and_a_number_stays_by_its_word() -> None:
    lines = lines_of("Sơ kết 03 năm thực hiện Chỉ thị số 12-CT/TU ngày 15-9-2023 của Ban Thường vụ Tỉnh ủy", 14, 120)
    assert len(lines) == 2
    assert abs(bold_width(lines[0], 14) - bold_width(lines[1], 14)) < 35
    assert not any(line.endswith(("số", "ngày")) for line in lines)


@pytest.mark.parametrize(
    ("regime", "date", "code"),
    [
        ("state", "2026-11", "nd-30-2020"),
        ("party", "2024-02-01", "hd-36-2018"),
        ("party", "2026-05-27", "hd-05-2026"),
        ("party", "2026-05-26", "hd-36-2018"),
    ],
)
def test_the_date_chooses_the_layout(regime: str, date: str, code: str) -> None:
    found = layout_for(regime, date)  # type: ignore[arg-type]
    assert found is not None
    assert found.code == code


def test_what_is_written_keeps_the_rules_of_its_own_table() -> None:
    for layout in layouts():
        for allowed in (*layout.margins.values(), layout.indent, layout.space_after, layout.page_number):
            assert allowed.holds(allowed.write)
        assert all(part.size.holds(part.size.write) for part in layout.parts.values())
    assert state_layout("").code == "nd-30-2020"


@pytest.mark.office
def test_libreoffice_opens_it_and_shows_every_heading(draft: Draft, tmp_path: Path) -> None:
    written = tmp_path / "bao-cao.docx"
    write_docx(draft, written)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(written)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    command = ["pdftotext", "-layout", str(written.with_suffix(".pdf")), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert "Nơi nhận:" in text
    assert "III. ĐÁNH GIÁ CHUNG" in text
