"""Text of before Unicode to Unicode: by the font of each run, or by its letters where fonts are lost.

'Uû ban nh©n d©n' is TCVN3, 'Uûy ban nhaân daân' VNI, both as they look when a program takes their bytes for Latin-1.
A text is given here as characters, each the byte that was typed: as Latin-1, or as Windows-1252 has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from tongket.vietnamese.legacy_tables import SINGLE_BYTE, VNI_LETTERS, VNI_PAIRS, Encoding
from tongket.vietnamese.legacy_words import is_syllable
from tongket.vietnamese.unicode import nfc

__all__ = [
    "Encoding",
    "decode",
    "decode_run",
    "decode_runs",
    "decode_words",
    "decoded_words",
    "encoding_of_font",
    "is_capital_font",
    "restore_capitals",
]

# '.VnTime', 'VnTime' as PostScript writes it, 'VNI-Times', 'VPS Times', 'VI Times'; an 'ABCDEF+' is that of a PDF.
_SUBSET = re.compile(r"[A-Z]{6}\+")
_TCVN3 = re.compile(r"\.vn ?[a-z0-9]|vn(?:time|arial|avant|book|helv|univers|centur|courier|bahamas|black)(?!s)")
_VNI = re.compile(r"vni[- _](?!dos|internet|email)[a-z0-9]|vni(?:times|helve)")
_VPS = re.compile(r"vps[- ]?[a-z]")
_VISCII = re.compile(
    r"vi (?:times|arial|helv|courier|univers|garamond|palatino)|(?:hoangyen|minhquan|phuongthao|thahuong|uhoai)"
)
_CAPITALS = re.compile(r"\.?vn.*h|v(?:ps|i)[- ].* hoa")
_LOOKS = re.compile(r"(?:[,-] ?|\s+)(?:bold|italic|regular|normal|oblique|bolditalic|mt|bold italic)$")

# Letters that only Unicode has: a word with one of them was not typed in bytes.
_BEYOND = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)
# Controls are letters of some, and the marks of prose of those in which Windows-1252 shows letters as such marks.
_BLANK = "\\t\\n\\x0b\\x0c\\r !-@\\[-`{-~\\u2000-\\u200b\\u3000"
_WORD = re.compile(f"[^{_BLANK}\xa0\u2010-\u2027\u2030-\u205e]+")
_WORD_OF_ALL = re.compile(f"[^{_BLANK}]+")
# What a PDF's fonts, and Word, give for bytes of TCVN3 beside letters: ư, ã, à.
_GLYPHS = {"\u2212": "\xad", "\u2219": "\xb7", "\u22c5": "\xb7", "\u03bc": "\xb5"}
_GLYPH = re.compile("(?<=[^\\W\\d_])[\u2212\u2219\u22c5]|[\u2212\u2219\u22c5](?=[^\\W\\d_])|\u03bc")
# Windows-1252 at the bytes of other letters.
_DOUBLE = re.compile("[\xa0\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u02c6\u02dc]")
_AROUND_DOUBLE = re.compile(f"[^\\W\\d_]*{_DOUBLE.pattern}[^\\W\\d_]*(?:{_DOUBLE.pattern}[^\\W\\d_]+)*")
_INSIDE = re.compile("(?<=[^\\W\\d_])[\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u02c6\u02dc](?=[^\\W\\d_])")
_ONLY_SMALL = frozenset("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
_DECODED = re.compile(r"[^\W\d_]+")
_CAPS_RUN = re.compile(
    "[A-ZĂÂÊÔƠƯĐ]{2}|[A-ZĂÂÊÔƠƯĐ][àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ][A-ZĂÂÊÔƠƯĐ]"
)
_VNI_LETTER = re.compile(
    "[aA][øûõùïâàåãáäêèúüéëØÛÕÙÏÂÀÅÃÁÄÊÈÚÜÉË]|[eoEO][øûõùïâàåãáäØÛÕÙÏÂÀÅÃÁÄ]|[uyiôöUYIÔÖ][øûõùïØÛÕÙÏ]|[ñôöíìæóòîÑÔÖÍÌÆÓÒÎ]"
)


@lru_cache(maxsize=1024)
def encoding_of_font(font: str) -> Encoding | None:
    """The encoding that ``font`` shows, by its name; None for a font of Unicode and for one that is not known."""
    name = _bare(font)
    if _TCVN3.match(name):
        return "tcvn3"
    if _VNI.match(name):
        return "vni"
    if _VPS.match(name):
        return "vps"
    return "viscii" if _VISCII.match(name) else None


@lru_cache(maxsize=1024)
def is_capital_font(font: str) -> bool:
    """Whether ``font`` shows small letters as capitals: '.VnTimeH', 'VPS ... Hoa'."""
    return encoding_of_font(font) is not None and _CAPITALS.fullmatch(_bare(font)) is not None


def _bare(font: str) -> str:
    """``font`` in small letters without the marks of a PDF's subset and of a style."""
    name = _SUBSET.sub("", font.strip().strip("'\"")).lower()
    while (cut := _LOOKS.sub("", name)) != name:
        name = cut
    return name


def decode(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """``text`` of bytes in ``encoding``, in NFC. ``capitals``: its font shows them as capitals.

    Characters that are none of the encoding's stay as they are.
    """
    if encoding == "vni":
        found = _VNI_LETTER.sub(_vni_letter, text)
    elif encoding == "tcvn3":
        found = _GLYPH.sub(lambda glyph: _GLYPHS[glyph.group()], text).translate(_table(encoding))
    else:
        found = text.translate(_table(encoding))
        if _DOUBLE.search(found):
            found = _AROUND_DOUBLE.sub(lambda word: _without_doubles(word.group(), encoding), found)
    found = nfc(found)
    if capitals:
        return found.upper()
    return restore_capitals(found) if encoding == "tcvn3" else found


@cache
def _table(encoding: Encoding) -> dict[int, str]:
    """Characters to letters; letters at 80 to 9F also as Windows-1252 shows them.

    Not so the marks of prose that Windows-1252 has there: they are in ``_doubles``; of TCVN3 they are themselves, for
    its fonts show quotes.
    """
    table = {code: letter for code, letter in SINGLE_BYTE[encoding].items() if code != 0xA0}
    if encoding != "tcvn3":
        for code, shown in _shown_by_windows():
            if code in table and not _DOUBLE.match(shown):
                table[ord(shown)] = table[code]
    return table


def _shown_by_windows() -> list[tuple[int, str]]:
    """The bytes 80 to 9F with what Windows-1252 shows for them."""
    codes = [(code, bytes([code]).decode("cp1252", "ignore")) for code in range(0x80, 0xA0)]
    return [(code, shown) for code, shown in codes if shown]


@cache
def _doubles(encoding: Encoding) -> dict[int, str]:
    """Marks of prose in Windows-1252 -> the letters that have their bytes in ``encoding``."""
    table = SINGLE_BYTE[encoding]
    shown = [(code, char) for code, char in (*_shown_by_windows(), (0xA0, "\xa0")) if _DOUBLE.match(char)]
    return {ord(char): table[code] for code, char in shown if code in table}


def _without_doubles(word: str, encoding: Encoding) -> str:
    """``word`` with marks of prose as letters where that makes it a syllable: 'T–NH' as 'TỈNH', '“Về' as it is."""
    for start in range(min(len(word), 2)):  # the first may be a quote
        found = nfc(word[start:].translate(_doubles(encoding)))
        capital = any(_doubles(encoding).get(ord(char), "").isupper() for char in word[start:])
        if len(found) > 1 and is_syllable(found) and (found.isupper() or not capital or not is_syllable(word[1:])):
            return word[:start] + found
    return _INSIDE.sub(lambda mark: _doubles(encoding).get(ord(mark.group()), mark.group()), word)


def restore_capitals(text: str) -> str:
    """Decoded TCVN3 with the capitals that its fonts lack: 'TØNH' was typed for 'TỈNH' and shows as 'TỉNH'.

    A word in capitals but for letters that have none becomes all capitals; one that leaves it open ('Hà', 'ở') only
    between words in capitals. 'Hà Nội', 'UBND xã' and 'Pà' stay.
    """
    if not _CAPS_RUN.search(text):
        return text
    words = [(found.start(), found.end()) for found in _DECODED.finditer(text)]
    cases = [_case(text[start:end]) for start, end in words]
    pieces, at = [], 0
    for index, (start, end) in enumerate(words):
        if cases[index] == "open" and _between_capitals(text, words, cases, index):
            cases[index] = "capitals"
        if cases[index] == "capitals":
            pieces += [text[at:start], text[start:end].upper()]
            at = end
    return "".join((*pieces, text[at:]))


def _case(word: str) -> str:
    """How ``word`` is written: "capitals", "open", or "fixed" where a small letter was typed.

    It is open where it has at most one capital, and every small letter is one that TCVN3 has only small.
    """
    certain = [char for char in word if char not in _ONLY_SMALL]
    if any(not char.isupper() for char in certain):
        return "fixed"
    if len(certain) > 1:
        return "capitals"
    return "open" if len(certain) < len(word) else "fixed"


def _between_capitals(text: str, words: list[tuple[int, int]], cases: list[str], index: int) -> bool:
    """Whether syllables in capitals stand on both sides; at an end of the text, in the whole text beside open words."""
    if index in (0, len(words) - 1) and "fixed" in cases:
        return False
    found = False
    for beside in (index - 1, index + 1):
        if not 0 <= beside < len(words):
            continue
        low, high = sorted((beside, index))
        if text[words[low][1] : words[high][0]].strip(' \u00a0,-\u2013"\u201c\u201d'):
            return False
        if cases[beside] == "fixed":
            return False
        found = found or (cases[beside] == "capitals" and is_syllable(text[slice(*words[beside])].upper()))
    return found


@cache
def _vni_letters() -> dict[str, str]:
    """Everything that VNI types -> letter; the case is the vowel's."""
    pairs = VNI_PAIRS | {f"i{mark}": letter for mark, letter in zip("øûõùï", "ìỉĩíị", strict=True)} | {"yï": "ỵ"}
    found = VNI_LETTERS | {typed.upper(): letter.upper() for typed, letter in VNI_LETTERS.items()}
    for typed, letter in pairs.items():
        vowel, mark = typed[0], typed[1]
        found |= {vowel + mark: letter, vowel + mark.upper(): letter}
        found |= {vowel.upper() + mark: letter.upper(), typed.upper(): letter.upper()}
    return found


def _vni_letter(found: re.Match[str]) -> str:
    return _vni_letters()[found.group()]


def decode_run(text: str, font: str) -> str:
    """``text`` of one run set in ``font``, in Unicode; itself for a font of Unicode.

    ``text`` is as the file has it: Word's optional hyphen ('w:softHyphen') as U+00AD, which is 'ư' in TCVN3, and
    characters of the private use area (F020 to F0FF) as they are. Words that are Unicode although the font is not
    (they were pasted) stay.
    """
    encoding = encoding_of_font(font)
    if encoding is None or not text:
        return text
    return decode_words(_from_private(text), encoding, capitals=is_capital_font(font))


def decode_words(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """``decode``, but for words that are Unicode already: they stay as they are."""
    if text.isascii():
        return text.upper() if capitals else text
    found = _joined(text, decoded_words(text, encoding))
    return found.upper() if capitals and not _BEYOND.search(text) else found


def decoded_words(text: str, encoding: Encoding) -> list[tuple[int, int, str]]:
    """The words of ``text`` that decoding rewrites: where they stand, and what each becomes."""
    pasted = _BEYOND.search(text) is not None
    read = _decode_pasted if pasted else _decode_word
    words = [(found.start(), found.end(), read(found.group(), encoding)) for found in _words(encoding).finditer(text)]
    if encoding == "tcvn3" and not pasted:
        words = _with_capitals(text, words)
    return [(start, end, word) for start, end, word in words if word != text[start:end]]


def _words(encoding: Encoding) -> re.Pattern[str]:
    return _WORD_OF_ALL if encoding in ("viscii", "vps") else _WORD


def _joined(text: str, words: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, word in words:
        pieces += [text[at:start], word]
        at = end
    return "".join((*pieces, text[at:]))


def _with_capitals(text: str, words: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """``words`` with the capitals that only the whole line tells."""
    line = restore_capitals(_joined(text, words))
    shift, found = 0, []
    for start, end, word in words:
        low = start + shift
        found.append((start, end, line[low : low + len(word)]))
        shift += len(word) - (end - start)
    return found


def decode_runs(runs: Sequence[tuple[str, str]]) -> list[str]:
    """The texts of the runs (text, font) of one paragraph in Unicode, as many as were given.

    Runs beside each other in one font are decoded as one text, for Word cuts words anywhere and VNI writes a letter
    in two characters; such a letter goes to the run that it begins in.
    """
    texts = [text for text, _ in runs]
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and runs[end][1] == runs[at][1]:
            end += 1
        if encoding_of_font(runs[at][1]) is not None:
            texts[at:end] = _decode_pieces(texts[at:end], runs[at][1])
        at = end
    return texts


def _decode_pieces(pieces: list[str], font: str) -> list[str]:
    """The pieces of one text, decoded together; where decoding shortens it, cuts stand as near as they can."""
    if len(pieces) == 1:
        return [decode_run(pieces[0], font)]
    whole = "".join(pieces)
    found = decode_run(whole, font)
    cuts, length = [], 0
    for piece in pieces[:-1]:
        length += len(piece)
        cuts.append(min(len(decode_run(whole[:length], font)), len(found)))
    bounds = [0, *cuts, len(found)]
    return [found[low:high] for low, high in pairwise(bounds)]


@lru_cache(maxsize=16384)
def _decode_word(word: str, encoding: Encoding) -> str:
    """``word`` decoded, but for one that is a syllable as it stands and none when decoded."""
    found = decode(word, encoding)
    return found if found == word or is_syllable(found) or not is_syllable(nfc(word)) else word


def _decode_pasted(word: str, encoding: Encoding) -> str:
    """A word of a run that holds letters of Unicode: decoded only where that alone makes it a syllable."""
    if _BEYOND.search(word) or is_syllable(word):
        return word
    found = decode(word, encoding)
    return found if is_syllable(found) else word


def _from_private(text: str) -> str:
    """``text`` with the characters F020 to F0FF, which Word writes for fonts that it takes for symbols, as bytes."""
    if not any("\uf020" <= char <= "\uf0ff" for char in text):
        return text
    return "".join(chr(ord(char) - 0xF000) if "\uf020" <= char <= "\uf0ff" else char for char in text)
