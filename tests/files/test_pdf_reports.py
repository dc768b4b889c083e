"""Whole reports as PDF say what their Word files say: citations, figures, sections, notes, tables, head and end.

``tests/files/pdf`` holds three of the handwritten reports as LibreOffice printed them: in one font, in a font of equal
widths, and in a font without Vietnamese letters, whose letters with marks come from another one.
"""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tongket.files import parts
from tongket.files.docx.read import read_docx
from tongket.files.pdf import leaves
from tongket.files.pdf.read import read_pdf
from tongket.model.reports import Report
from tongket.reading.read import read_source

HERE = Path(__file__).resolve().parent
WORD = HERE.parent / "handwritten"
PRINTED = sorted((HERE / "pdf").glob("*.pdf"))


def said(report: Report) -> dict[str, list[str]]:
    """What a report says, place apart."""
    head, signature = report.letterhead, report.signature
    return {
        "citations": [str(one.symbol or one.text) for one in report.citations],
        "figures": [f"{one.value} {one.unit}" for one in report.figures],
        "sections": [str((one.number, one.title)) for one in report.walk_sections()],
        "notes": [f"{one.mark} {one.anchor is not None}" for one in report.footnotes],
        "rows": [str([cell.text for cell in row.cells]) for table in report.tables for row in table.rows],
        "recipients": list(report.recipients),
        "head": [
            str(one) for one in (head.issuing_body, head.canonical, head.date, head.place, head.doc_type, head.title)
        ],
        "signature": [] if signature is None else [str((signature.authority, signature.capacity, signature.title))],
    }


def agreement(one: list[str], other: list[str]) -> float:
    """The share of what both say (F1)."""
    if not one and not other:
        return 1.0
    same = sum((Counter(one) & Counter(other)).values())
    return 2 * same / (len(one) + len(other))


def differences(word: Path, pdf: bytes, least: float) -> dict[str, float]:
    """The measures by which a PDF agrees with its Word file less than it should."""
    ours = said(read_source(read_docx(word.read_bytes(), file=word.name)))
    theirs = said(read_source(read_pdf(pdf, file="bao-cao.pdf")))
    found = {name: agreement(ours[name], theirs[name]) for name in ours}
    return {name: share for name, share in found.items() if share < least}


@pytest.mark.parametrize("pdf", PRINTED, ids=lambda path: path.stem)
def test_a_printed_report_says_what_its_word_file_says(pdf: Path) -> None:
    assert differences(WORD / f"{pdf.stem}.docx", pdf.read_bytes(), 1.0) == {}


def test_the_printed_reports_are_small() -> None:
    assert len(PRINTED) == 3
    assert all(pdf.stat().st_size < 60_000 for pdf in PRINTED)


@pytest.mark.office
def test_word_files_that_libreoffice_prints_are_read_alike(tmp_path: Path) -> None:
    soffice = parts.find(parts.LIBREOFFICE)
    if soffice is None:
        pytest.skip("LibreOffice is not here")
    # One of them has deleted words, which LibreOffice prints and Word does not count.
    words = [path for path in sorted(WORD.glob("*.docx")) if path.stem != "ubnd-phuong-tan-lung-2026"]
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", tmp_path, *words], check=True, timeout=180, capture_output=True, env={**os.environ}
    )
    found = {word.stem: differences(word, (tmp_path / f"{word.stem}.pdf").read_bytes(), 0.99) for word in words}
    assert {name: parts_ for name, parts_ in found.items() if parts_} == {}


NARROW = "Từ đầu kỳ, xã Phú Lễ tiếp nhận 198 hồ sơ; số vụ việc để quá hạn giảm, trụ sở cũ được sửa chữa xong."
STRETCHED = "Ủy ban nhân dân xã ban hành Quyết định số 40/QĐ-UBND ngày 01/7/2025, nhiệm kỳ 2021 – 2026 (1.250 hộ)."
JUSTIFIED = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="narrow" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:margin-right="11cm"/></style:style>
<style:style style:name="stretched" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"/>
<style:text-properties fo:letter-spacing="0.1cm"/></style:style>
</office:automatic-styles>
<office:body><office:text><text:p text:style-name="narrow">{NARROW}</text:p>
<text:p text:style-name="stretched">{STRETCHED}</text:p></office:text></office:body></office:document>
"""


@pytest.mark.office
def test_blanks_of_justified_and_stretched_lines_are_those_that_went_in(tmp_path: Path) -> None:
    soffice = parts.find(parts.LIBREOFFICE)
    if soffice is None:
        pytest.skip("LibreOffice is not here")
    (tmp_path / "justified.fodt").write_text(JUSTIFIED, encoding="utf-8")
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "justified.fodt"], check=True, timeout=180, capture_output=True
    )
    found = read_pdf((tmp_path / "justified.pdf").read_bytes(), file="justified.pdf")
    assert " ".join(found.text.split()) == f"{NARROW} {STRETCHED}"


def test_links_of_notes_are_no_stamps_and_do_not_have_the_page_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    pages_read: list[object] = []
    read_text = leaves.read_text
    monkeypatch.setattr(leaves, "read_text", lambda *given: pages_read.append(given) or read_text(*given))
    linked = next(file for file in PRINTED if b"/Link" in file.read_bytes())
    found = read_pdf(linked.read_bytes(), file=linked.name)
    assert len(pages_read) == found.pages
