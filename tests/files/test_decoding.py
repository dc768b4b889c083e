"""The bytes of plain texts: Unicode as it is, old encodings by their words, the rest refused with its mend."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacy_typing import typed_tcvn3, typed_vni
from tongket.errors import ReadError
from tongket.files.decoding import DAMAGED, decode_text
from tongket.files.old_fonts import CONVERTED
from tongket.vietnamese.legacy import Encoding
from tongket.vietnamese.legacy_tables import VISCII, VPS

TEXT = """Báo cáo của xã Lũng Vài về kết quả thực hiện quy chế dân chủ ở cơ sở năm 2025.
Đã tổ chức 12 cuộc đối thoại, tiếp 34 lượt người; giải quyết xong 05 vụ, đạt 80%.
"""


def in_table(text: str, table: dict[int, str]) -> bytes:
    bytes_of = {letter: code for code, letter in table.items()}
    return bytes(bytes_of.get(char, ord(char)) for char in text)


def in_windows_1258(text: str) -> bytes:
    """A letter with its hat, then its tone."""
    apart = unicodedata.normalize("NFD", text)
    hatted = re.sub("(\\w)(\u0323?)([\u0302\u0306\u031b])", r"\1\3\2", apart)
    joined = re.sub("\\w[\u0302\u0306\u031b]", lambda found: unicodedata.normalize("NFC", found.group()), hatted)
    return joined.encode("cp1258")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="nothing"),
        pytest.param(TEXT.encode(), TEXT, id="UTF-8"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), unicodedata.normalize("NFD", TEXT), id="decomposed"),
        pytest.param(f"\ufeff{TEXT}".encode(), f"\ufeff{TEXT}", id="a byte order mark stays, so that offsets hold"),
        pytest.param(TEXT.encode("utf-16"), TEXT, id="UTF-16 with its mark"),
        pytest.param((TEXT * 9).encode("utf-16-le"), TEXT * 9, id="UTF-16 without"),
        pytest.param("“A” – B…".encode("cp1252"), "“A” – B…", id="marks of prose alone"),
    ],
)
def test_what_is_read_as_it_is(data: bytes, text: str) -> None:
    assert decode_text(data, file="a.txt") == (text, ())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(typed_tcvn3(TEXT).encode("latin-1"), "tcvn3", id="TCVN3"),
        pytest.param(typed_vni(TEXT).encode("latin-1"), "vni", id="VNI"),
        pytest.param(in_table(TEXT, VISCII), "viscii", id="VISCII"),
        pytest.param(in_table(TEXT, VPS), "vps", id="VPS"),
        pytest.param(in_windows_1258(TEXT), "cp1258", id="Windows-1258"),
    ],
)
def test_what_is_converted(data: bytes, encoding: Encoding) -> None:
    assert decode_text(data, file="a.txt") == (TEXT, (CONVERTED[encoding],))


def test_quotes_of_windows_in_tcvn3() -> None:
    data = typed_tcvn3("Mô hình “Dân vận khéo” – phường, xã").encode("cp1252")
    assert decode_text(data, file="a.txt")[0] == "Mô hình “Dân vận khéo” – phường, xã"


def test_a_damaged_byte_does_not_sink_a_text() -> None:
    data = (TEXT * 9).encode().replace("cơ".encode(), b"c\xff", 1)
    text, warnings = decode_text(data, file="a.txt")
    assert text == (TEXT * 9).replace("cơ", "c\ufffd", 1)
    assert warnings == (DAMAGED,)


def test_marks_of_windows_in_utf_8_are_kept() -> None:
    assert decode_text((TEXT * 9).encode() + b"\x96 xong", file="a.txt") == (TEXT * 9 + "– xong", ())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Čeština přečíst řádky žluťoučký kůň".encode("iso-8859-2"), id="another language"),
        pytest.param(b"\xff\xfeB\x00\xe1", id="UTF-16 cut off"),
        pytest.param(bytes(range(128, 256)), id="noise"),
    ],
)
def test_what_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode_text(data, file="a.txt")
    assert "a.txt" in caught.value.message("en")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode_text(data, file="a.txt")
    except ReadError:
        return
    assert isinstance(text, str)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_utf_8_is_its_own_text(text: str) -> None:
    if not text.startswith(("\x00", "\ufffe")) and "\x00" not in text:
        assert decode_text(text.encode(), file="a.txt")[0] == text
