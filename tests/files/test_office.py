"""Old Word files: what LibreOffice makes of them, and what is said where it cannot."""

from __future__ import annotations

import base64
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from compound_files import compound
from word_files import docx, lines, listed, paragraph, row, source, table, zipped

from tongket.errors import ReadError
from tongket.files import office
from tongket.files.office import read_office, to_docx
from tongket.files.parts import ANTIWORD, CATDOC, LIBREOFFICE

RTF = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}\f0 {word}\par}"
ODT = "application/vnd.oasis.opendocument.text"
PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
posix = pytest.mark.skipif(os.name == "nt", reason="the part that is played is a script")

# Plays LibreOffice: makes each file in turn; 'damaged' it does not open, of 'deadly' it dies, at 'endless' it hangs.
PLAYED = f"""#!{sys.executable} -I
import pathlib, sys, time, os
made = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
files = [pathlib.Path(name) for name in sys.argv[sys.argv.index("--outdir") + 2:]]
made.mkdir()
calls = pathlib.Path(__file__).with_name("calls")
with calls.open("a") as log: log.write(" ".join(file.stem for file in files) + "\\n")
for file in files:
    data = file.read_bytes()
    if b"deadly" in data: os.abort()
    if b"endless" in data: time.sleep(60)
    if b"damaged" not in data:
        result = pathlib.Path(__file__).with_name("result.docx").read_bytes()
        (made / (file.stem + ".docx")).write_bytes(result[:100] if b"half" in data else result)
"""


def rtf(word: str) -> bytes:
    return RTF.replace(b"{word}", word.encode())


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A part that plays LibreOffice; gives the list of its calls."""
    (tmp_path / "result.docx").write_bytes(docx(paragraph("Báo cáo")))
    (tmp_path / "calls").touch()
    program = tmp_path / "soffice"
    program.write_text(PLAYED, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(LIBREOFFICE.variable, str(program))
    return tmp_path / "calls"


def converted(*words: str) -> list[str]:
    return ["" if isinstance(one, bytes) else one.message("en") for one in to_docx([("a.rtf", rtf(w)) for w in words])]


@posix
def test_many_files_take_one_call(played: Path) -> None:
    assert converted(*["good"] * 5) == [""] * 5
    assert played.read_text().split("\n")[:-1] == ["0 1 2 3 4"]


@posix
def test_a_call_takes_so_many_files_and_no_more(played: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_IN_A_CALL", 2)
    assert converted(*["good"] * 3) == [""] * 3
    assert played.read_text().split("\n")[:-1] == ["0 1", "2"]


@posix
@pytest.mark.parametrize(
    ("word", "says"),
    [
        pytest.param("damaged", "could not open", id="a file that it does not open"),
        pytest.param("deadly", "failed on this file", id="a file that it dies of"),
        pytest.param("half", "could not open", id="a file that it writes half"),
    ],
)
def test_a_bad_file_does_not_take_the_others_with_it(played: Path, word: str, says: str) -> None:
    first, bad, *others = converted("good", word, "good", "good")
    assert (first, others) == ("", ["", ""])
    assert says in bad


@pytest.mark.slow
@posix
def test_a_file_without_end_is_ended(played: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_START_SECONDS", 1.2)
    monkeypatch.setattr(office, "_FILE_SECONDS", 0.1)
    assert ["time" in said for said in converted("good", "endless", "good")] == [False, True, False]


@posix
def test_nothing_is_left_behind(played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    converted("good", "deadly")
    assert list((tmp_path / "temporary").iterdir()) == []


@posix
def test_names_on_the_disk_are_our_own(played: Path) -> None:
    name = "../../Báo cáo; rm -rf \"x\" 'y' $(z) " + "dài" * 200 + ".rtf"
    assert isinstance(to_docx([(name, rtf("good"))])[0], bytes)


@posix
def test_the_source_says_where_it_comes_from(played: Path) -> None:
    found = read_office(rtf("good"), file="bao-cao.rtf", format="rtf")
    assert (found.text, found.format, found.file) == ("Báo cáo", "rtf", "bao-cao.rtf")
    assert found.made_by.startswith("LibreOffice")


def test_what_was_converted_before_is_not_converted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBREOFFICE.variable, "/nowhere/soffice")
    ready = docx(paragraph("Báo cáo"))
    assert read_office(rtf("x"), file="a.rtf", format="rtf", converted=ready).text == "Báo cáo"


def test_without_libreoffice_the_file_the_part_and_the_command_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBREOFFICE.variable, "/nowhere/soffice")
    with pytest.raises(ReadError) as caught:
        read_office(rtf("x"), file="xã Mẫu Sơn.rtf", format="rtf")
    said = caught.value.message("en")
    assert all(word in said for word in ("xã Mẫu Sơn.rtf", "LibreOffice", LIBREOFFICE.command))


def test_a_protected_file_is_said_to_be_one() -> None:
    manifest = '<manifest:manifest><manifest:encryption-data manifest:checksum="x"/></manifest:manifest>'
    text = {"mimetype": ODT, "META-INF/manifest.xml": manifest}
    (said,) = to_docx([("a.odt", zipped(text))])
    assert isinstance(said, ReadError)
    assert "password" in said.message("en")


def flat(data: bytes) -> bytes:
    """A Word file written out as one XML document."""

    def part(name: str, content: bytes) -> str:
        if name.endswith((".xml", ".rels")):
            return f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content.decode()}</pkg:xmlData></pkg:part>'
        inner = base64.encodebytes(content).decode()
        return f'<pkg:part pkg:name="/{name}"><pkg:binaryData>{inner}</pkg:binaryData></pkg:part>'

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = "".join(part(name, archive.read(name)) for name in archive.namelist())
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="{PACKAGE}">{parts}</pkg:package>'.encode()


def test_word_as_one_xml_document_reads_like_the_rest_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBREOFFICE.variable, "/nowhere/soffice")
    body = paragraph("BÁO CÁO") + table(row("1", "2")) + listed("x", 1)
    found = read_office(flat(docx(body, pages=1)), file="a.xml", format="word-xml")
    like = source(body, pages=1)
    assert (found.text, found.blocks, found.format) == (like.text, like.blocks, "docx")


@pytest.mark.parametrize("cut", [-1, -200, 400])
def test_a_damaged_xml_document_is_said_to_be_one(cut: int) -> None:
    with pytest.raises(ReadError, match=r"damaged|hỏng"):
        read_office(flat(docx(paragraph("x")))[:cut], file="a.xml", format="word-xml")


def test_a_doc_with_a_password_is_said_to_have_one() -> None:
    head = bytearray(64)
    head[10:12] = b"\x00\x03"
    (said,) = to_docx([("a.doc", compound({"WordDocument": bytes(head)}))])
    assert isinstance(said, ReadError)
    assert "password" in said.message("en")


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param("<don-vi><ten>x</ten></don-vi>", id="of no word processor"),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY a "aaaa">]><x xmlns="http://schemas.microsoft.com/office/word/2003/wordml">&a;</x>',
            id="with entities",
        ),
    ],
)
def test_other_xml_is_not_taken_for_text(xml: str) -> None:
    (said,) = to_docx([("a.xml", f'<?xml version="1.0"?>{xml}'.encode())])
    assert isinstance(said, ReadError)


def test_a_bomb_never_reaches_libreoffice() -> None:
    (said,) = to_docx([("a.odt", zipped({"mimetype": ODT, "content.xml": b" " * (40 << 20)}))])
    assert isinstance(said, ReadError)
    assert "unpacks" in said.message("en")


# Plays antiword: a table, a note, an indented paragraph.
ANTIWORD_SAYS = """
    BÁO CÁO
Có 3 mô hình[1].
|TT   |Nội dung   |
|1    |x          |
-----------------------
[1] Theo kế hoạch
"""


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A part that plays antiword, and no LibreOffice; gives what it says."""
    says, program = tmp_path / "says", tmp_path / "antiword"
    says.write_text(ANTIWORD_SAYS, encoding="utf-8")
    program.write_text(f"#!/bin/sh\ncat '{says}'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv(LIBREOFFICE.variable, "/nowhere/soffice")
    monkeypatch.setenv(ANTIWORD.variable, str(program))
    monkeypatch.setenv(CATDOC.variable, "/nowhere/catdoc")
    return says


def doc() -> bytes:
    return compound({"WordDocument": bytes(64)})


@posix
def test_without_libreoffice_a_doc_is_read_as_bare_text_and_says_so(bare: Path) -> None:
    found = read_office(doc(), file="a.doc", format="doc")
    assert lines(found) == ["BÁO CÁO", "Có 3 mô hình[1].", "|TT|Nội dung|", "|1|x|", "[1] Theo kế hoạch"]
    assert [block.kind for block in found.blocks] == ["paragraph", "paragraph", "row", "row", "paragraph"]
    assert found.made_by.startswith("antiword")
    assert "LibreOffice is missing" in found.warnings[0]


@posix
@pytest.mark.parametrize(
    "says",
    [
        pytest.param("", id="nothing was read"),
        pytest.param("Trung ¬ng §¶ng, Uû ban nh©n d©n x· b¸o c¸o", id="letters of TCVN3, of which one is dropped"),
    ],
)
def test_bare_text_that_would_lose_letters_is_not_taken(bare: Path, says: str) -> None:
    bare.write_text(says, encoding="utf-8")
    with pytest.raises(ReadError, match="LibreOffice"):
        read_office(doc(), file="a.doc", format="doc")
