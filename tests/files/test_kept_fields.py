"""Fields of old Word files keep what was printed."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from compound_files import compound
from word_files import zipped

from tongket.files.compound import open_compound
from tongket.files.kept_fields import is_encrypted_doc, keep_fields

DATE, HYPERLINK, TEXT_INPUT, KEPT = 31, 88, 70, 81


def doc(kinds: list[int], *, flags: int = 0x0200, table: int = 16) -> bytes:
    """A .doc with fields of ``kinds``: no text, only the head and the table of fields."""
    count = 3 * len(kinds)
    fields = struct.pack(f"<{count + 1}I", *range(count + 1))
    fields += b"".join(bytes((0x13, kind, 0x14, 0xFF, 0x15, 0x80)) for kind in kinds)
    head = bytearray(900)
    head[10:12] = struct.pack("<H", flags)
    head[0x9A + 8 * table : 0x9A + 8 * table + 8] = struct.pack("<II", 64, len(fields))
    return compound({"1Table": bytes(64) + fields, "WordDocument": bytes(head)})


def kinds(data: bytes) -> list[int]:
    found = open_compound(data)
    assert found is not None
    return [
        one for one, mark in zip(found.read("1Table")[1::2], found.read("1Table")[::2], strict=False) if mark == 0x13
    ]


@pytest.mark.parametrize("table", [16, 17, 18, 57], ids=["body", "header", "footnotes", "text boxes"])
def test_computed_fields_of_a_doc_become_text(table: int) -> None:
    was = doc([DATE, HYPERLINK, TEXT_INPUT], table=table)
    made = keep_fields(was, "doc")
    assert kinds(made) == [KEPT, HYPERLINK, TEXT_INPUT]
    assert sum(one != other for one, other in zip(was, made, strict=True)) == 1


def test_a_doc_that_is_not_understood_stays_as_it_is() -> None:
    for data in (b"\xd0\xcf\x11\xe0", compound({"WordDocument": b"\xec\xa5"}), doc([DATE])[:3000]):
        assert keep_fields(data, "doc") == data


def test_a_doc_with_a_password_is_told_by_its_head() -> None:
    assert is_encrypted_doc(doc([], flags=0x0300))
    assert not is_encrypted_doc(doc([]))
    assert not is_encrypted_doc(b"")


@pytest.mark.parametrize(
    ("was", "made"),
    [
        pytest.param(rb'{\*\fldinst HYPERLINK "http://a"}', rb'{\*\fldinst HYPERLINK "http://a"}', id="a link stays"),
        pytest.param(rb"{\*\fldinst PAGE }", rb"{\*\fldinst PAGE }", id="a page number stays"),
        pytest.param(rb"DATE 2019", rb"DATE 2019", id="words outside fields stay"),
        pytest.param(rb'{\*\fldinst{ DATE \\@ "d/M"}}', rb'{\*\fldinst{ XDATE \\@ "d/M"}}', id="a date"),
        pytest.param(
            rb"\fldinst {\rtlch\af0 \ltrch REF _a}", rb"\fldinst {\rtlch\af0 \ltrch XREF _a}", id="a reference"
        ),
        pytest.param(rb"{\*\fldinst =SUM(ABOVE)}", rb"{\*\fldinst X=SUM(ABOVE)}", id="a formula"),
    ],
)
def test_fields_of_rich_text(was: bytes, made: bytes) -> None:
    assert keep_fields(was, "rtf") == made


def test_fields_of_an_open_document() -> None:
    content = (
        b'<text:p>Ng\xc3\xa0y <text:date style:data-style-name="N1">05/02/2019</text:date> <text:span>m</text:span>'
        b'<text:bookmark-ref text:ref-name="x">7</text:bookmark-ref><text:page-number>2</text:page-number></text:p>'
    )
    was = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    with zipfile.ZipFile(io.BytesIO(keep_fields(was, "odt"))) as archive:
        assert archive.namelist() == ["mimetype", "content.xml"]
        assert archive.read("content.xml").decode() == (
            "<text:p>Ngày 05/02/2019 <text:span>m</text:span>7<text:page-number>2</text:page-number></text:p>"
        )


def test_an_open_document_that_is_damaged_stays_as_it_is() -> None:
    assert keep_fields(b"PK\x03\x04x", "odt") == b"PK\x03\x04x"
