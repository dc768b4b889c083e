"""Vietnamese as it was typed before Unicode, for tests; written apart from the program's tables."""

from __future__ import annotations

import unicodedata

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = tuple(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES)
SIGNED = (*(letter for letter in LETTERS if not letter.isascii()), "đ")

# The letters of a row in the order of LETTERS: a, à, ả, ã, á, ạ, then ă ...
_TCVN3 = (
    "a µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë e Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö i × Ø Ü Ý Þ o ß á â ã ä « å æ ç è é ¬ ê ë ì í î"
    " u ï ñ ò ó ô \xad õ ö ÷ ø ù y ú û ü ý þ ®"
)
_VNI = (
    "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò"
    " o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ"
)


def typed_tcvn3(text: str) -> str:
    """``text`` in an ABC font: capitals with a tone have no letter and are typed small."""
    table = dict(zip((*LETTERS, "đ"), _TCVN3.split(" "), strict=True))
    table |= dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
    table |= {letter.upper(): table[letter] for letter in LETTERS if letter.upper() not in table}
    return "".join(table.get(char, char) if not char.isascii() else char for char in text)


def typed_vni(text: str) -> str:
    """``text`` in a VNI font, a capital with a capital mark."""
    table = dict(zip((*LETTERS, "đ"), _VNI.split(" "), strict=True))
    table |= {letter.upper(): typed.upper() for letter, typed in table.items()}
    return "".join(table.get(char, char) for char in text)
