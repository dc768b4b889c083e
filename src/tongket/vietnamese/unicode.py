"""Forms of Vietnamese text for comparing. Nothing here is ever written back into a source's text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "2", "\u0301": "5", "\u0303": "4", "\u0309": "3", "\u0323": "6"}
_LOOK_ALIKES = str.maketrans(
    {
        "Ð": "Đ",
        "Ɖ": "Đ",
        "ð": "đ",
        "ɖ": "đ",
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\ufeff": None,
        "\u00ad": None,
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
    }
)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def nfc(text: str) -> str:
    """``text`` in NFC: one code point a letter, tone and all."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold_marks(text: str) -> str:
    """NFC, with look-alike letters, dashes, quotes and spaces made one; case, accents and length kept except for
    characters without width, which go.
    """
    return nfc(text).translate(_LOOK_ALIKES)


@lru_cache(maxsize=65536)
def syllable_key(syllable: str) -> str:
    """A key of one lower-case syllable in which the place of the tone does not count: 'hòa' and 'hoà' -> 'hoa2'.

    'i' and 'y' after a consonant count the same ('kĩ thuật', 'kỹ thuật'; 'Mỹ Quí', 'Mỹ Quý').
    """
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    base = unicodedata.normalize("NFC", "".join(letters))
    if len(base) > 1 and base.endswith("y") and base[-2] not in "aâuo":
        base = base[:-1] + "i"
    elif base == "quy":
        base = "qui"
    return base + tone


def key(text: str) -> str:
    """A key for comparing words: case, spacing, tone placement, i/y, dashes and quotes do not count; accents do."""
    folded = fold_marks(text).lower()
    return _SPACES.sub(" ", _WORD.sub(lambda word: syllable_key(word.group()), folded)).strip()


def folded(text: str) -> str:
    """``text`` for plain comparison with words written here: NFC, lower case, dashes, quotes and spaces made one."""
    return _SPACES.sub(" ", fold_marks(text).lower()).strip()


def plain(text: str) -> str:
    """A key without accents: 'Đăk Glei' and 'Đắk Glei' -> 'dak glei'. Meanings collide; for search and names only."""
    folded = fold_marks(text).lower().replace("đ", "d")
    bare = "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))
    return _SPACES.sub(" ", bare).strip()


def differ_by_one(one: str, other: str) -> bool:
    """Whether one letter put in, left out or changed makes ``one`` of ``other``."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + (len(one) >= len(other)) :] == other[same + (len(other) >= len(one)) :]


_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}


def sort_key(text: str) -> tuple[tuple[int, ...], tuple[str, ...], str]:
    """Vietnamese order: letters over the whole text first, tones as tie-break, case last."""
    letters: list[int] = []
    tones: list[str] = []
    for word in fold_marks(text).lower().split():
        tone = "1"
        for char in unicodedata.normalize("NFC", word):
            parts = unicodedata.normalize("NFD", char)
            found = [mark for mark in parts if mark in _TONES]
            base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
            tone = {"2": "2", "3": "3", "4": "4", "5": "5", "6": "6"}[_TONES[found[0]]] if found else tone
            letters.append(_ALPHABET.get(base, 100 + ord(base[0])))
        letters.append(-1)
        tones.append(tone)
    return tuple(letters), tuple(tones), text
