"""Charts in the Word file: a picture that is described in words, its data as a table, in an appendix of its own."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

import docx
import mau_son
import pytest

from tongket.model.drafts import Draft, DraftChart
from tongket.writing.compose import compose
from tongket.writing.docx import charts_label, docx_bytes

BARS = DraftChart(
    "Hội nghị: nhiều nhất xã Nà Lầu", "hội nghị, quý IV/2026, trục từ 0",
    "Hội nghị theo đơn vị: nhiều nhất xã Nà Lầu (17).",
    ("Đơn vị", "Hội nghị"), (("xã Nà Lầu", "17"), ("xã Lũng Ẳng", "5")),
)  # fmt: skip


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def drawn() -> Draft:
    return replace(compose(mau_son.consolidation()), charts=(BARS, BARS))


def test_a_chart_is_a_picture_with_words_and_the_table_of_its_data(drawn: Draft) -> None:
    opened = docx.Document(BytesIO(docx_bytes(drawn, [png(1200, 600), png(300, 9000)])))
    shapes = opened.inline_shapes
    told = [shape._inline.docPr.get("descr") for shape in shapes]
    table = opened.tables[-1]

    assert told == [BARS.sentence, BARS.sentence]
    assert round(shapes[0].width.mm), round(shapes[0].height.mm) == (100, 50)
    assert shapes[1].height.mm <= 190
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list(BARS.header), *map(list, BARS.rows)]
    assert any(one.text == f"Biểu đồ 1. {BARS.title}" for one in opened.paragraphs)
    assert any(one.text == charts_label(drawn) for one in opened.paragraphs)


def test_the_package_names_its_pictures_once_and_none_where_there_are_none(drawn: Draft) -> None:
    with_charts = zipfile.ZipFile(BytesIO(docx_bytes(drawn, [png(3, 3), png(4, 4)])))
    without = zipfile.ZipFile(BytesIO(docx_bytes(replace(drawn, charts=()))))

    assert [name for name in with_charts.namelist() if "media" in name] == [
        "word/media/chart1.png",
        "word/media/chart2.png",
    ]
    assert b"image/png" not in without.read("[Content_Types].xml")
    assert not any("media" in name for name in without.namelist())
