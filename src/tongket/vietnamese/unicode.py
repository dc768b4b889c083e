"""Forms of Vietnamese text for comparing. Nothing here is ever written back into a source's text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps

_TONES = {"\u0300": "2", "\u0301": "5", "\u0303": "4", "\u0309": "3", "\u0323": "6"}
_LOOK_ALIKES = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u200e": None,
        "\u200f": None,
        "\u2060": None,
        "\ufeff": None,
        "\u00ad": None,
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2015": "-",
        "\u2212": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‛": "'",
        "ʼ": "'",
        "′": "'",
    }
)
_LOOK_ALIKE = re.compile("[" + "".join(re.escape(chr(code)) for code in _LOOK_ALIKES) + "]")
# Letters of other alphabets that look like Latin ones, each with its Latin letter: keyboards and scans mix them in.
_ALPHABETS = str.maketrans(
    "АВЕКМНОРСТУХІЅЈаеорсухіѕјһԁ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι",
    "ABEKMHOPCTYXISJaeopcyxisjhd" + "ABEZHIKMNOPTYXoi",
)
_ETHS = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL_WIDE = re.compile("[\uff01-\uff5e]+")
_ODD = re.compile("[\u0370-\u03ff\u0400-\u052fÐƉðɖ\uff01-\uff5e]")
_ODD_PAGES = (0x03, 0x04, 0x05, 0xFF)  # the upper bytes of Greek, Cyrillic and full-width letters
_OF_ANOTHER = re.compile(r"[\u0370-\u052f][^\W_]*")  # from the first letter of another alphabet in a word
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_CONTROLS = "".join(chr(code) for code in (*range(0x01, 0x09), *range(0x0E, 0x1C), 0x7F))  # of the fields of Word
INVISIBLE = f"\ufeff\u00ad\u200b\u200c\u200d\u200e\u200f\u2060{_CONTROLS}"  # stand in words and show nothing
BULLETS = "•●▪■◦○·⁃∙‣▶➢➤►✓✔❖♦◆◇❑❒⇒→★☆\uf02d\uf0b7\uf0a7\uf0d8\uf0fc\uf076"  # those of symbol fonts, too
CAPITALS = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
"""The capital letters, for a character class: a range such as 'À-Ỹ' would hold small letters too."""
SMALL = CAPITALS.lower()
"""The small letters, for a character class: 'à-ỹ' would hold capitals too."""
_SPACES = re.compile(r"\s+")
_SHORT = 120  # letters
_WORD = re.compile(r"\w+")


def nfc(text: str) -> str:
    """``text`` in NFC: one code point a letter, tone and all."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def as_read(text: str) -> str:
    """``text`` with the letters that a reader takes them for, character by character, so that offsets hold.

    'Ð' and 'ð' are 'Đ' and 'đ'; Cyrillic and Greek letters that look Latin are Latin in a word with Latin letters
    ('QĐ-UВND'), and stay in words of their own; full-width letters, digits and signs are plain.
    """
    if text.isascii() or not _ODD.search(text):
        return text
    text = _FULL_WIDE.sub(lambda run: run.group().translate(_FULL_WIDTH), text)
    text = "".join(_latin_words(text))
    for eth, letter in _ETHS.items():
        text = text.replace(eth, letter)
    return text


_UNBREAKABLE = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\u2010": "-"}


def breakable(text: str) -> str:
    """``text`` with plain blanks and hyphens for those that no line breaks at, so that offsets hold."""
    if text.isascii():
        return text
    for sign, plain_one in _UNBREAKABLE.items():
        if sign in text:
            text = text.replace(sign, plain_one)
    return text


def _latin_words(text: str) -> Iterator[str]:
    """The pieces of ``text``, with Latin letters for those of other alphabets in words that have some: each such word
    is looked at once, and no other.
    """
    done = 0
    made: dict[str, str] = {}
    for found in _OF_ANOTHER.finditer(text):
        start, end = found.span()
        while start > done and text[start - 1].isalnum():
            start -= 1
        word = text[start:end]
        if word not in made:
            made[word] = word.translate(_ALPHABETS) if _LATIN.search(word) else word
        yield text[done:start]
        yield made[word]
        done = end
    yield text[done:]


def may_be_misread(text: str) -> bool:
    """Whether ``as_read`` may change the long ``text``: by bytes, ten times as fast as by the class of letters."""
    if text.isascii():
        return False
    upper = text.encode("utf-16-le", "surrogatepass")[1::2]
    return any(page in upper for page in _ODD_PAGES) or any(letter in text for letter in "ÐƉðɖ")


def fold_marks(text: str) -> str:
    """NFC, with look-alike letters, dashes, quotes and spaces made one; case, accents and length kept except for
    characters without width, which go.
    """
    if text.isascii():
        return text
    text = as_read(nfc(text))
    return text.translate(_LOOK_ALIKES) if _LOOK_ALIKE.search(text) else text


def _parted(text: str) -> str:
    """``text`` with ligatures as the letters that they are of."""
    return text.translate(_LIGATURES) if _LIGATURE.search(text) else text


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


def _kept_when_short(work: Callable[[str], str]) -> Callable[[str], str]:
    """``work`` with its results kept for short texts: labels, names and units are compared over and over."""
    kept = lru_cache(maxsize=8192)(work)

    @wraps(work)
    def of(text: str) -> str:
        return kept(text) if len(text) < _SHORT else work(text)

    return of


@_kept_when_short
def key(text: str) -> str:
    """A key for comparing words: case, spacing, tone placement, i/y, dashes and quotes do not count; accents do."""
    folded = _parted(fold_marks(text).lower())
    return _SPACES.sub(" ", _WORD.sub(lambda word: syllable_key(word.group()), folded)).strip()


@_kept_when_short
def folded(text: str) -> str:
    """``text`` for plain comparison with words written here: NFC, lower case, dashes, quotes and spaces made one."""
    return _SPACES.sub(" ", _parted(fold_marks(text).lower())).strip()


@_kept_when_short
def plain(text: str) -> str:
    """A key without accents: 'Đăk Glei' and 'Đắk Glei' -> 'dak glei'. Meanings collide; for search and names only."""
    folded = _parted(fold_marks(text).lower()).replace("đ", "d")
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
