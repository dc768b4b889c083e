"""A Word file as it was typed before Unicode: the letters of TCVN3 or VNI, in their fonts.

Sources: TCVN 5712:1993 (VN3) and the keyboard tables of VNI-Windows. No part of the library is used.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from itertools import groupby

_RUN = re.compile(
    rb"<w:r><w:rPr>(?P<look>(?:(?!</w:rPr>).)*)</w:rPr>"
    rb"(?P<open><w:(?:t|delText)(?: [^>]*)?>)(?P<text>[^<]*)(?P<close></w:(?:t|delText)>)</w:r>"
)
_FONTS = {"tcvn3": b".VnTime", "vni": b"VNI-Times"}
_TCVN3 = dict(
    zip(
        "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        bytes.fromhex(
            "a8a9aaabacadae"
            "b5b6b7b8b9bbbcbdbec6c7c8c9cacb"
            "cccecfd0d1d2d3d4d5d6"
            "d7d8dcddde"
            "dfe1e2e3e4e5e6e7e8e9eaebecedee"
            "eff1f2f3f4f5f6f7f8f9"
            "fafbfcfdfe"
        ).decode("latin-1"),
        strict=True,
    )
)
_CAPITALS = {"Ă": "\xa1", "Â": "\xa2", "Ê": "\xa3", "Ô": "\xa4", "Ơ": "\xa5", "Ư": "\xa6", "Đ": "\xa7"}
_VNI_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_HATS = {  # circumflex and breve with their tones
    "\u0302": {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"},
    "\u0306": {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"},
}
_VNI_ALONE = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def typed_in(docx: bytes, encoding: str) -> bytes:
    """The file ``docx`` with every run in the letters and the font of ``encoding``."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as given, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            data = given.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                data = _RUN.sub(lambda run: _runs(run, encoding), data)
            if name == "word/styles.xml":
                data = data.replace(b"Times New Roman", _FONTS[encoding])
            made.writestr(name, data)
    return held.getvalue()


def _runs(run: re.Match[bytes], encoding: str) -> bytes:
    """The run in letters of ``encoding``: capitals that TCVN3 lacks are small letters in the font of capitals."""
    text = unicodedata.normalize("NFC", run["text"].decode())
    if encoding == "vni":
        return _run(run, "".join(map(_vni, text)), b"")
    made = []
    pieces = [(char, piece) for piece in re.split(r"(\s+)", text) for char in piece]
    for needs, chars in groupby(pieces, lambda one: _needs_capitals(*one)):
        typed = "".join(_CAPITALS.get(char) or _TCVN3.get(char.lower(), char) for char, _ in chars)
        made.append(_run(run, typed, b".VnTimeH" if needs else b""))
    return b"".join(made)


def _run(run: re.Match[bytes], typed: str, font: bytes) -> bytes:
    fonts = b'<w:rFonts w:ascii="%s" w:hAnsi="%s"/>' % (font, font) if font else b""
    opening = run["open"].replace(b"<w:t>", b'<w:t xml:space="preserve">')
    return b"<w:r><w:rPr>%s%s</w:rPr>%s%s%s</w:r>" % (fonts, run["look"], opening, typed.encode(), run["close"])


def _needs_capitals(char: str, word: str) -> bool:
    """Whether the letter is set in the font of capitals: every letter of a word in capitals that needs it is."""
    if len(word) > 1 and word.isupper():
        return any(_needs_capitals(one, one) for one in word)
    return char.isupper() and char not in _CAPITALS and char.lower() in _TCVN3


def _vni(char: str) -> str:
    low = char.lower()
    typed = _VNI_ALONE.get(low) or _vni_pair(low)
    return typed.upper() if char != low else typed


def _vni_pair(char: str) -> str:
    base, *marks = unicodedata.normalize("NFD", char)
    if not marks:
        return char
    horn = "\u031b" in marks
    base = {"o": "ô", "u": "ö"}.get(base, base) if horn else base
    hat = next((mark for mark in marks if mark in _VNI_HATS), "")
    tone = next((mark for mark in marks if mark in _VNI_TONES), "")
    return base + (_VNI_HATS[hat][tone] if hat else _VNI_TONES.get(tone, ""))
