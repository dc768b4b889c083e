"""Inputs to start from: the tests' own files of a kind, and small ones made here with a little of everything."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from PIL import Image, ImageDraw

TESTS = Path(__file__).resolve().parents[2] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "files")]  # the tests know how to make small files

ENDINGS = {
    "docx": (".docx",),
    "pdf": (".pdf",),
    "picture": (".png", ".tif", ".jpg"),
    "sheet": (".xlsx", ".ods", ".csv"),
    "html": (".html", ".mht"),
    "archive": (".zip",),
    "old": (".doc", ".rtf", ".odt"),
    "text": (".txt",),
    "letters": (".txt",),
    "report": (".txt",),
}
MOST_BYTES = {"docx": 5000, "pdf": 30_000}  # of a seed: larger ones take their time, and teach nothing more
_MOST_BYTES = 100_000  # of other seeds
_PIECE = 2500  # characters of a text
_ROWS = [
    ["", "PHỤ LỤC I"],
    [],
    ["TT", "Nội dung", "Đơn vị", "Năm 2024", "Tỷ lệ"],
    [1, "Cuộc đối thoại", "cuộc", 12, 0.5],
    [2, "Hộ nghèo", "hộ", 1234.5, 0.125],
    ["", "Tổng cộng", "", 1246.5, ""],
]


def seeds(name: str, *folders: Path) -> Iterator[tuple[str, bytes]]:
    """The seeds of the target ``name``, each with a name of its own; those found in ``folders``, too."""
    for folder in (TESTS, *folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() not in ENDINGS[name]:
                continue
            if ".txt" in ENDINGS[name]:
                text = path.read_text(encoding="utf-8", errors="replace")
                for at, piece in enumerate(_pieces(text)):
                    yield f"{path.parent.name}-{path.stem}-{at}", piece.encode()
            elif path.stat().st_size < MOST_BYTES.get(name, _MOST_BYTES):
                yield f"{path.parent.name}-{path.name}", path.read_bytes()
    yield from ((f"made-{at}", data) for at, data in enumerate(_MADE.get(name, list)()))


def phrases() -> list[str]:
    """Lines and half lines of the tests' reports, to be put in where they do not belong."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(TESTS.rglob("*.txt"))]
    lines = dict.fromkeys(line.strip() for text in texts for line in text.split("\n") if line.strip())
    return [piece for line in lines for piece in (line, *line.split(", ")) if len(piece) < 200]


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    for line in text.splitlines(keepends=True):
        piece += line
        if len(piece) > _PIECE:
            yield piece
            piece = ""
    if piece:
        yield piece


def _docx() -> list[bytes]:
    from test_word_fuzz import made
    from word_files import cell, docx, paragraph, row, run, table

    merged = table(row(cell("TT"), cell("Nội dung", properties='<w:gridSpan w:val="2"/>')), row("1", "Hộ nghèo", "12"))
    return [made(), docx(paragraph(run("Tổng số 12 hộ, trong đó 5 hộ nghèo")) + merged)]


def _pdf() -> list[bytes]:
    from pdf_files import Draw, Say, Sheet, pdf

    lines = [Draw(80, y, 300, y) for y in (200, 220, 240)] + [Draw(x, 200, x, 240) for x in (80, 150, 300)]
    words = [Say(85, 120, "BÁO CÁO"), Say(85, 140, "Tổng số 12 hộ, trong đó 5 hộ nghèo"), Say(85, 215, "TT")]
    cells = [Say(160, 215, "Nội dung"), Say(85, 235, "1"), Say(160, 235, "Hộ nghèo"), Say(85, 780, "1", 9)]
    stamped = [Say(85, 60, "173")]
    return [pdf([Sheet([*lines, *words, *cells], stamped=stamped), Sheet([*words, *lines], rotate=90)])]


def _pictures() -> list[bytes]:
    page = Image.new("RGB", (210, 297), "white")
    draw = ImageDraw.Draw(page)
    for top in range(30, 250, 9):
        draw.rectangle((25, top, 180 - top % 40, top + 3), fill=(10, 10, 10))
    draw.ellipse((120, 190, 170, 240), outline=(205, 35, 45), width=3)
    draw.rectangle((30, 100, 150, 160), outline=0)
    found = []
    for form, mode in (("PNG", "RGB"), ("PNG", "P"), ("PNG", "1"), ("TIFF", "L"), ("JPEG", "RGB"), ("GIF", "P")):
        held = io.BytesIO()
        page.convert(mode).save(held, form, dpi=(100, 100))
        found.append(held.getvalue())
    held = io.BytesIO()
    page.convert("1").save(held, "TIFF", compression="group4", save_all=True, append_images=[page.convert("1")])
    return [*found, held.getvalue()]


def _sheets() -> list[bytes]:
    from test_sheets import open_document

    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Biểu 1")
        for at, row in enumerate(_ROWS):
            sheet.write_row(at, 0, row)
        sheet.write(7, 4, 0.85, book.add_format({"num_format": "0.0%"}))
        sheet.merge_range(8, 0, 9, 2, "Ghi chú")
        book.add_worksheet("Ẩn").hide()
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="{"float" if isinstance(one, int | float) else "string"}"'
            f' office:value="{one}" table:number-columns-spanned="1"><text:p>{one}</text:p></table:table-cell>'
            for one in row
        )
        + "</table:table-row>"
        for row in _ROWS
    )
    blank = '<table:table-row table:number-rows-repeated="10"><table:table-cell/></table:table-row>'
    table = f'<table:table table:name="Biểu">{rows}{blank}{rows}</table:table>'
    plain = "\n".join(";".join(str(one) for one in row) for row in _ROWS)
    return [held.getvalue(), open_document(table), plain.encode(), plain.replace(";", "\t").encode()]


def _archives() -> list[bytes]:
    found = []
    inner = b""
    for _ in range(3):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xã A/báo cáo.txt", "BÁO CÁO\n")
            archive.writestr("phu-luc.csv", "TT;Số\n1;2\n")
            archive.writestr("thư mục/", "")
            if inner:
                archive.writestr("trong.zip", inner)
        inner = held.getvalue()
        found.append(inner)
    return found


def _old() -> list[bytes]:
    from compound_files import compound
    from test_word_fuzz import made, parts_of

    inside = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content.decode()}</pkg:xmlData></pkg:part>'
        for name, content in parts_of(made()).items()
    )
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    flat = f"<?xml version='1.0'?><pkg:package xmlns:pkg='{space}'>{inside}</pkg:package>".encode()
    files = {"WordDocument": bytes(900), "1Table": bytes(5000), "\x05SummaryInformation": bytes(200)}
    return [flat, compound(files), b"{\\rtf1\\ansi{\\field{\\*\\fldinst {DATE}}{\\fldrslt 5/2}}\\par}"]


_PAGE = """<html><head><meta charset=utf-8></head><body><header>đầu</header><h1>BÁO CÁO</h1>
<p>Tổng số 12 hộ<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a>, <b>trong đó</b> 5 hộ</p>
<ol type=I start=2><li>một<ol><li>hai</ol></ol><table><tr><th rowspan=2>TT<th colspan=2>Số<tr><td>1<td>2</table>
<div id=ftn1><a href='#_ftnref1'>[1]</a> chú</div>"""
_MAIL = b"""MIME-Version: 1.0
Content-Type: multipart/related; boundary=b

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>B=C3=81O C=C3=81O<p style=3D'font-family:.VnTime'>x
--b--
"""


def _pages() -> list[bytes]:
    return [_PAGE.encode(), _MAIL]


_MADE = {
    "html": _pages,
    "docx": _docx,
    "pdf": _pdf,
    "picture": _pictures,
    "sheet": _sheets,
    "archive": _archives,
    "old": _old,
}
