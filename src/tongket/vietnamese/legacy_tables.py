"""The letters of the encodings of before Unicode, by byte (bảng mã TCVN3, VNI, VPS, VISCII, Windows-1258).

Sources: TCVN 5712:1993 (VN1; ABC fonts show its VN3, which has no capitals with tones), RFC 1456 (VISCII), the tables
of the VPS and VNI-Windows fonts, Windows code page 1258.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

Encoding = Literal["tcvn3", "vni", "vps", "viscii", "cp1258"]

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of TCVN 5712


def _letters(base: str) -> str:
    """``base`` with each tone, in the order of TCVN 5712."""
    return "".join(unicodedata.normalize("NFC", base + tone) for tone in _TONES)


def _run(first: int, letters: str) -> dict[int, str]:
    """``letters`` at consecutive bytes; '.' leaves a byte out."""
    return {first + at: letter for at, letter in enumerate(letters) if letter != "."}


# Lower case is the same in VN1, VN2 and VN3.
TCVN3: dict[int, str] = {
    **_run(0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    **_run(0xB5, "àảãáạ"),
    **_run(0xBB, "ằẳẵắ"),
    **_run(0xC6, "ặầẩẫấậè"),
    **_run(0xCE, "ẻẽéẹềểễếệìỉ"),
    **_run(0xDC, "ĩíịò"),
    **_run(0xE1, "ỏõóọồổỗốộờởỡớợù"),
    **_run(0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    # Capitals with tones, of VN1 alone; ABC fonts leave these bytes to other signs, and texts do not use them.
    **_run(0x01, "ÚỤ.ỪỬỮ"),
    **_run(0x11, "ỨỰỲỶỸÝỴ"),
    **_run(0x80, "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"),
    0xAF: "Ằ",
    0xBA: "Ẳ",
    **_run(0xBF, "ẴẮẦẨẪẤỀ"),
    0xCD: "Ể",
    **_run(0xD9, "ỄẾỒ"),
    0xE0: "Ổ",
    0xF0: "Ỗ",
    0xFF: "Ố",
}

VISCII: dict[int, str] = {
    **_run(0x02, "Ẳ..ẴẪ"),
    0x14: "Ỷ",
    0x19: "Ỹ",
    0x1E: "Ỵ",
    **_run(0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"),
    **_run(0x90, "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"),
    **_run(0xA0, "Õắằặấầẩậẽẹếềểễệố"),
    **_run(0xB0, "ồổỗỠƠộờởịỰỨỪỬơớƯ"),
    **_run(0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"),
    **_run(0xD0, "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
    **_run(0xE0, "àáâãảăữẫèéêẻìíĩỉ"),
    **_run(0xF0, "đựòóôõỏọụùúũủýợỮ"),
}

VPS: dict[int, str] = {
    **_run(0x02, "ẠẬẶẸỆ"),
    **_run(0x10, "ỊỌỘỢỤỰ"),
    0x19: "Ỵ",
    **_run(0x1C, "ẪỮ"),
    **_run(0x80, "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"),
    **_run(0x90, "Ế..ỀỂỄỐỒỔỖýỷỵỚỜỞ"),
    **_run(0xA1, "ắằẳẵặỠớÙờởỡŨỨợỪ"),
    **_run(0xB0, "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"),
    **_run(0xC0, "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"),
    **_run(0xD0, "ƯỦồốÔỏơÈừứÚũưÝẺ"),
    **_run(0xE0, "àáâãảạăếèéêẽìí.ĩ"),
    **_run(0xF0, "ẴĐòóôõ.Ơụùúủ.ỶẼỳ"),
}
del VPS[0xE7]  # shown as itself

CP1258: dict[int, str] = {
    code: letter
    for code in range(0x80, 0x100)
    if (letter := bytes([code]).decode("cp1258", "replace")) not in ("\ufffd", bytes([code]).decode("latin-1"))
}

# VNI-Windows writes a vowel, then its mark as a letter of its own; a mark's case follows the vowel's or is small.
_VNI_VOWELS = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_VNI_TONES = "øûõùï"  # the order of _TONES
_VNI_CIRCUMFLEX = "âàåãáä"  # none, then the order of _TONES
_VNI_BREVE = "êèúüéë"
VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_pairs() -> dict[str, str]:
    """Vowel and mark, both small -> letter, small."""
    pairs = {
        typed + mark: letter
        for typed, base in _VNI_VOWELS.items()
        for mark, letter in zip(_VNI_TONES, _letters(base), strict=True)
    }
    for base in "aeo":
        hatted = unicodedata.normalize("NFC", base + "\u0302")
        pairs |= {base + mark: letter for mark, letter in zip(_VNI_CIRCUMFLEX, hatted + _letters(hatted), strict=True)}
    pairs |= {"a" + mark: letter for mark, letter in zip(_VNI_BREVE, "ă" + _letters("ă"), strict=True)}
    del pairs["yï"]  # ỵ has a letter of its own
    return pairs


VNI_PAIRS = _vni_pairs()

SINGLE_BYTE: dict[Encoding, dict[int, str]] = {"tcvn3": TCVN3, "viscii": VISCII, "vps": VPS, "cp1258": CP1258}
