"""Opening files: what is read, and what is said of everything else, in both languages."""

from __future__ import annotations

import contextlib
import io
import os
import random
import re
import tracemalloc
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from word_files import document, docx, listed, paragraph, part, row, run, table, zipped

from tongket.errors import ReadError
from tongket.files import open as opening
from tongket.files.open import open_source, source_of

REPORT = docx(paragraph("BÁO CÁO") + table(row("1", "2")) + listed("x", 1))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(64)


def bomb() -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * (40 << 20)})


def entities() -> bytes:
    return docx(ENTITIES + document(paragraph("x")).encode())


def entities_in_utf_16() -> bytes:
    return docx((ENTITIES.decode() + document(paragraph("x"))).encode("utf-16"))


def without_part() -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<s/>"})


BROKEN = [
    pytest.param("a.zip", {"xã A/a.docx": "x" * 400}, "archive", id="an archive"),
    pytest.param(
        "a", {"xã A/a.docx": "[Content_Types].xml"}, "archive", id="an archive of another name, of Word files"
    ),
    pytest.param("a.docx", {"xã A/a.docx": "x" * 400}, "Word file", id="named as a Word file"),
    pytest.param("a", {"[Content_Types].xml": "<Types/>"}, "Word file", id="a Word file by its first part"),
    pytest.param("a.xlsx", {"x": "x" * 400}, "spreadsheet", id="named as a workbook"),
    pytest.param("a", {"_rels/.rels": "", "xl/workbook.xml": "<w/>"}, "spreadsheet", id="a workbook by its parts"),
]


@pytest.mark.parametrize(("name", "parts", "called"), BROKEN)
def test_a_zip_that_is_cut_off_is_called_what_it_was(name: str, parts: dict[str, str | bytes], called: str) -> None:
    with pytest.raises(ReadError) as refused:
        opening.source_of(zipped(parts)[:-30], name)
    said = refused.value.message("en")
    assert [kind for kind in ("archive", "Word file", "spreadsheet") if kind in said] == [called]


MAIL = (
    b"Return-Path: <a@mau-son.example>\r\nFrom: a@mau-son.example\r\nTo: b@mau-son.example\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Xin gui</p>\r\n'
    b"--x--\r\n"
)


def test_what_a_browser_keeps_in_the_form_of_a_mail_is_a_page() -> None:
    kept = MAIL.replace(b"To: b@mau-son.example\r\n", b"").replace(b"Return-Path: <a@mau-son.example>\r\n", b"")
    assert "Xin gui" in opening.source_of(kept, "trang.mht").text


def test_a_text_that_quotes_the_head_of_a_mail_is_a_text() -> None:
    text = "From: Văn phòng\nTo: các xã\nSubject: Báo cáo\n\nXã có 12 thôn."
    assert opening.source_of(text.encode(), "a.txt").text == text


BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("an empty file", lambda: b"", "empty"),
    ("a renamed PDF", lambda: b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    ("a spreadsheet of old", lambda: stream("Workbook"), "spreadsheet"),
    ("a container of nothing known", lambda: stream("Strange"), "damaged"),
    ("a password", lambda: stream("EncryptedPackage"), "password"),
    ("Word as XML", lambda: b'<?xml version="1.0"?><pkg:package/>', "neither"),
    ("a spreadsheet", lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"}), "spreadsheet"),
    ("slides", lambda: zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<w/>"}), "slides"),
    ("an archive of reports", lambda: zipped({"bao-cao.docx": REPORT}), "archive"),
    ("an archive of another kind", lambda: b"Rar!\x1a\x07\x00", ".rar"),
    ("a mail", lambda: MAIL, "mail"),
    ("a mail as Outlook keeps it", lambda: stream("__properties_version1.0"), "mail"),
    ("a picture of a phone", lambda: b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
    ("a shortcut of Windows", lambda: b"L\0\0\0\x01\x14\x02\0" + bytes(40), "shortcut"),
    ("a picture", lambda: b"\xff\xd8\xff\xe0JFIF", "picture"),
    ("noise", lambda: bytes(range(256)) * 8, "neither"),
    ("text in an encoding that is not known", lambda: "Čeština přečíst řádky".encode("iso-8859-2"), "encoding"),
    ("a zip cut off", lambda: REPORT[: len(REPORT) // 2], "damaged"),
    ("a part cut off", lambda: docx(document(paragraph("x")).encode()[:-20]), "damaged"),
    ("no document part", without_part, "no Word document"),
    ("another root", lambda: docx(b"<x/>"), "no Word document"),
    ("a zip bomb", bomb, "unpacks"),
    ("an entity bomb", entities, "entities"),
    ("an entity bomb in UTF-16", entities_in_utf_16, "entities"),
    ("pictures of pages alone", lambda: docx(paragraph("<w:r><w:drawing/></w:r>")), "no text"),
    ("blank text", lambda: b" \n\n", "no text"),
    ("tables in tables without end", lambda: docx("<w:tbl><w:tr><w:tc>" * 400), "damaged"),
]


_OLD_WORD = pytest.param(  # LibreOffice is started to look at it, which takes ten seconds the first time
    lambda: stream("WordDocument"), ".doc", id="a renamed old Word file", marks=pytest.mark.office
)


_EACH = [*(pytest.param(data, says, id=name) for name, data, says in BAD), _OLD_WORD]


@pytest.mark.parametrize(("data", "says"), _EACH)
def test_bad_input_gets_one_clear_line(tmp_path: Path, data: Callable[[], bytes], says: str) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(data())
    with pytest.raises(ReadError) as caught:
        open_source(path)
    english, vietnamese = caught.value.message("en"), caught.value.message("vi")
    assert english.startswith("bao-cao.docx: ")
    assert says in english
    for message in (english, vietnamese):
        assert "\n" not in message
        assert "{" not in message
    assert caught.value.mend


def test_a_missing_file_a_folder_and_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match=r"không có|no such file"):
        open_source(tmp_path / "không có.docx")
    with pytest.raises(ReadError):
        open_source(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text("Báo cáo", encoding="utf-8")
    monkeypatch.setattr(opening, "MAX_FILE", 4)
    with pytest.raises(ReadError):
        open_source(path)


def test_what_word_keeps_beside_an_open_document_is_told_from_the_document(tmp_path: Path) -> None:
    path = tmp_path / "~$o cao.docx"
    path.write_bytes(b"\x05user" + bytes(150))
    with pytest.raises(ReadError) as caught:
        open_source(path)
    assert "keeps beside a document that is open" in caught.value.message("en")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind neither Windows nor root here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReadError):
        open_source(path)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["NFC", "NFD"])
def test_names_with_accents_open_however_they_are_spelled(tmp_path: Path, form: str, asked: str) -> None:
    stored = tmp_path / unicodedata.normalize(form, "Báo cáo xã Lũng Ẳng (số 2).docx")
    stored.write_bytes(REPORT)
    assert open_source(tmp_path / unicodedata.normalize(asked, stored.name)).text.startswith("BÁO CÁO")


def test_long_paths(tmp_path: Path) -> None:
    folder = tmp_path
    while len(str(folder)) < 260:
        folder = folder / ("Báo cáo của các xã " + "x" * 30)
    folder.mkdir(parents=True)
    (folder / "báo cáo.docx").write_bytes(REPORT)
    assert open_source(folder / "báo cáo.docx").format == "docx"


def test_the_name_does_not_decide(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_bytes(REPORT)
    assert open_source(path).format == "docx"
    path = tmp_path / "bao-cao.docx"
    path.write_text("Báo cáo", encoding="utf-8")
    assert open_source(path).format == "txt"


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    assert open_source(path).sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


FULL = docx(
    paragraph(run("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>') + table(row("1", "2")),
    {"footnotes": part("footnotes", f'<w:footnote w:id="1">{paragraph("x")}</w:footnote>')},
)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_damage_is_never_more_than_a_read_error(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(FULL)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path = tmp_path / "a.docx"
    for round_number in range(500):
        if round_number % 2:
            path.write_bytes(flipped(FULL, chance))
        else:
            path.write_bytes(zipped({name: flipped(inner, chance) for name, inner in parts.items()}))
        with contextlib.suppress(ReadError):
            open_source(path)


def flipped(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((0, 1, 2, 8))):
        found[chance.randrange(len(found))] = chance.choice((chance.randrange(256), *b'0129azAZ<>/"'))
    return bytes(found[: chance.randrange(len(found))] if chance.random() < 0.1 else found)


def test_a_type_part_that_unpacks_beyond_measure_is_never_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({"mimetype": b"x" * (64 << 20), "word/x.xml": "<x/>"}))
    tracemalloc.start()
    with pytest.raises(ReadError):
        open_source(tmp_path / "a.docx")
    assert tracemalloc.get_traced_memory()[1] < 8 << 20
    tracemalloc.stop()


def test_a_text_longer_than_any_report_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a " * (6 << 20))
    with pytest.raises(ReadError) as refused:
        open_source(tmp_path / "a.txt")
    assert "10 MB" in refused.value.message("en")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadError):
        open_source(tmp_path / "a.txt")


def test_more_blanks_in_a_row_than_any_page_has_move_no_place() -> None:
    text = f"BÁO CÁO\n\nXã có 120 hộ.{15_000 * ' '}\n\nTrong đó 40 hộ nghèo."
    source = source_of(text.encode(), "bao-cao.txt")
    assert len(source.text) == len(text)
    assert source.text.index("40 hộ") == text.index("40 hộ")
    assert max(map(len, re.findall(r"\s+", source.text))) < 200
