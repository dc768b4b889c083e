"""Patterns that also fit what a scanner makes of Vietnamese words: accents lost or exchanged, never other letters."""

from __future__ import annotations

import re
import unicodedata

_FAMILIES = ("aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ", "dđ")
_CLASS = {letter: f"[{family}]" for family in _FAMILIES for letter in family[1:]} | {
    letter.upper(): f"[{family.upper()}]" for family in _FAMILIES for letter in family[1:]
}
_PARTS = re.compile(r"\[[^\]]*\]|\\.|.", re.DOTALL)


def loosen(pattern: str) -> str:
    """``pattern`` with each accented letter outside a character class also fitting its letter without that accent."""
    pieces = _PARTS.findall(unicodedata.normalize("NFC", pattern))
    return "".join(_CLASS.get(piece, piece) for piece in pieces)
