"""Word files changed at random, or made to take long: they read, or say why not, and nothing else happens.

Seconds are not asserted here: they are those of the machine.
"""

from __future__ import annotations

import contextlib
import io
import random
import sys
import zipfile
from pathlib import Path

import pytest
from compound_files import compound
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import cell, document, docx, level, listed, numbering, package, paragraph, part, row, run, styles, table

from tongket.errors import ReadError
from tongket.files.compound import open_compound, summary_number
from tongket.files.docx.flat import unfold
from tongket.files.docx.read import read_docx
from tongket.files.formats import sniff
from tongket.files.kept_fields import is_encrypted_doc, keep_fields

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from fuzzing.mutations import byte_change

pytestmark = pytest.mark.slow

HANDWRITTEN = sorted((Path(__file__).resolve().parents[1] / "handwritten").glob("*.docx"))


def made() -> bytes:
    """A small file with a little of everything, so that a change hits something that counts."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        table(row(cell("a", properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), "b"), row("c", "d", "e"))
        + listed("x", 1)
        + listed("y", 1, 1)
        + paragraph(run("©n", '<w:rFonts w:hAnsi=".VnTime"/>') + '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + paragraph(field.format("begin") + run("DATE") + field.format("separate") + run("5/2") + field.format("end"))
        + paragraph(
            f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('hộp')}</w:txbxContent></v:textbox></w:pict></w:r>"
        )
        + paragraph("T", '<w:framePr w:dropCap="drop"/><w:sectPr><w:headerReference r:id="header1"/></w:sectPr>')
    )
    items = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", '<w:pStyle w:val="S"/>')
    return docx(
        body,
        {
            "numbering": numbering(
                [items], {1: (0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>')}
            ),
            "styles": styles('<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="S"/></w:style>'),
            "footnotes": part("footnotes", f'<w:footnote w:id="1">{paragraph("chú")}</w:footnote>'),
            "header1": part("hdr", paragraph("đầu trang")),
        },
        pages=2,
    )


CHANCES = st.integers(0, 1 << 32).map(random.Random)
SEEDS = [made(), *(path.read_bytes() for path in HANDWRITTEN[:2])]


def reads_or_says_why_not(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        read_docx(data, file="a.docx")


@settings(max_examples=800, deadline=None)
@given(st.sampled_from(SEEDS), CHANCES, st.integers(1, 6))
def test_bytes_of_the_package(data: bytes, chance: random.Random, strokes: int) -> None:
    reads_or_says_why_not(byte_change(data, chance, strokes))


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SEEDS), st.floats(0, 1))
def test_a_package_cut_off(data: bytes, share: float) -> None:
    reads_or_says_why_not(data[: int(len(data) * share)])


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


@settings(max_examples=800, deadline=None)
@given(st.sampled_from(SEEDS), CHANCES, st.integers(1, 4))
def test_bytes_of_a_part(data: bytes, chance: random.Random, strokes: int) -> None:
    parts = parts_of(data)
    name = chance.choice([one for one in parts if one.endswith((".xml", ".rels"))])
    reads_or_says_why_not(zipped(parts | {name: byte_change(parts[name], chance, strokes)}))


def shuffled(data: bytes, chance: random.Random, strokes: int) -> bytes:
    """An XML part with elements moved, doubled and taken out, and values changed: well-formed, and nonsense."""
    root = etree.fromstring(data)
    for _ in range(strokes):
        elements = [one for one in root.iter() if one.getparent() is not None]
        if not elements:
            break
        one, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(5):
            case 0:
                one.getparent().remove(one)
            case 1 if one not in list(other.iterancestors()) and one is not other:
                other.append(one)
            case 2:
                one.addnext(etree.fromstring(etree.tostring(one)))
            case 3 if one.attrib:
                key = chance.choice(list(one.attrib))
                values = ("", "-1", "0", "9" * 30, "99999", "restart", "end", "%1%9", "\u0660", "1.5", "true")
                one.attrib[key] = chance.choice(values)
            case _:
                one.tag = other.tag
    return etree.tostring(root)


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(SEEDS), CHANCES, st.integers(1, 12))
def test_elements_of_a_part(data: bytes, chance: random.Random, strokes: int) -> None:
    parts = parts_of(data)
    names = [one for one in parts if one.startswith("word/") and one.endswith(".xml")]
    name = chance.choice([*names, *["word/document.xml"] * len(names)])
    reads_or_says_why_not(zipped(parts | {name: shuffled(parts[name], chance, strokes)}))


@settings(max_examples=400, deadline=None)
@given(CHANCES, st.integers(1, 6))
def test_word_as_one_xml_document(chance: random.Random, strokes: int) -> None:
    names = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    inside = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content.decode()}</pkg:xmlData></pkg:part>'
        for name, content in parts_of(SEEDS[0]).items()
    )
    data = f"<?xml version='1.0'?><pkg:package {names}>{inside}</pkg:package>".encode()
    with contextlib.suppress(ReadError):
        reads_or_says_why_not(unfold(byte_change(data, chance, strokes), file="a.xml"))


@settings(max_examples=1000, deadline=None)
@given(CHANCES, st.integers(1, 8))
def test_old_word_files_before_libreoffice_sees_them(chance: random.Random, strokes: int) -> None:
    head = bytearray(chance.randrange(256) for _ in range(900))
    files = {
        "WordDocument": bytes(head),
        "1Table": bytes(5000),
        "0Table": head * 7,
        "\x05SummaryInformation": head[:200],
    }
    data = byte_change(compound({name: bytes(content) for name, content in files.items()}), chance, strokes)
    sniff(data)
    is_encrypted_doc(data)
    assert len(keep_fields(data, "doc")) == len(data)
    found = open_compound(data)
    if found is not None:
        summary_number(found, 14)


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"{\\rtf1", b"{\\*\\fldinst ", b"\\fldinst{" * 50, b"<text:date>"]))
def test_fields_in_noise(noise: bytes, start: bytes) -> None:
    keep_fields(start + noise, "rtf")
    keep_fields(start + noise, "word-xml")


@pytest.mark.parametrize("kind", ["rtf", "word-xml"])
@pytest.mark.parametrize(
    "text", [b"\\fldinst {", b"\\fldinst \\a1 ", b"<text:date ", b"<text:date>", b"{" * 20, b"\\*"]
)
def test_long_repeats_come_to_an_end(kind: str, text: bytes) -> None:
    keep_fields(text * (2_000_000 // len(text)), kind)


OLD = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
MANY = 20_000
OPEN_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
CLOSED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CUSTOM = '<w:footnoteReference w:customMarkFollows="1" w:id="5"/>'


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(paragraph("".join(run("nhaân ", OLD) for _ in range(MANY))), id="runs of an old font"),
        pytest.param(paragraph((OPEN_FIELD + run("a")) * MANY + CLOSED * MANY), id="fields in fields"),
        pytest.param(paragraph(f"<w:r>{CUSTOM * MANY}</w:r>"), id="marks without notes"),
        pytest.param(table(*[row(cell("a", properties="<w:vMerge/>"))] * MANY), id="merged cells"),
        pytest.param(table(row(cell(*["a"] * MANY))), id="paragraphs in a cell"),
        pytest.param(paragraph("a", "<w:rPr><w:vanish/></w:rPr>") * MANY, id="paragraphs without marks"),
    ],
)
def test_many_of_a_thing_come_to_an_end(body: str) -> None:
    parts = {"word/document.xml": document(body).encode()}
    reads_or_says_why_not(zipped(parts_of(SEEDS[0]) | parts))


def test_relations_to_what_is_missing_come_to_an_end() -> None:
    relations = {f"rId{at}": ("x", f"missing{at}.xml") for at in range(MANY)}
    reads_or_says_why_not(package(paragraph("a"), {f"word/p{at}.xml": "<a/>" for at in range(9000)}, relations))


def test_a_long_text_of_a_number_is_no_bomb() -> None:
    lists = numbering([level(0, "decimal", "x" * 100_000)], {1: (0, "")})
    assert len(read_docx(docx(listed("a", 1) * 1000, {"numbering": lists}), file="a").text) < 1_000_000
