"""Which encoding a text of lost fonts is in, by what its words become (đoán bảng mã)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tongket.vietnamese.legacy import decode
from tongket.vietnamese.legacy_tables import Encoding
from tongket.vietnamese.legacy_words import is_syllable

# Bytes shown as Latin-1 or Windows-1252 (and ư and ã as fonts of PDFs show them), no digits, no marks of prose.
_WORD = re.compile(
    "[A-Za-z\x80-\x9f\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u20ac\u2020\u2021\u2030\u2039\u203a\u2122\u2212\u2219\u03bc]+"
)
_SEEN = re.compile("[^\x00-\x7f]")
# Most common first: what equal counts are decided by.
_ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni", "viscii", "vps", "cp1258")
_FEWEST = 3  # different words that a guess needs
_SHARE = 0.8  # of the words with signs that have to become syllables


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of ``words`` with letters beyond ASCII: how many are syllables as they stand, and decoded (``right``).

    ``different`` counts the decoded syllables that are no syllables as they stand, each once.
    """

    encoding: Encoding
    words: int
    as_is: int
    right: int
    different: int

    @property
    def speaks(self) -> bool:
        """Whether it is enough by itself."""
        return self.different >= _FEWEST and self.right >= self.words * _SHARE and self.right - self.as_is >= _FEWEST

    @property
    def leans(self) -> bool:
        """Whether it is enough in a document that holds the encoding elsewhere."""
        return self.right > self.as_is and self.right * 2 >= self.words


def guess(text: str) -> Encoding | None:
    """The encoding of before Unicode that ``text`` is in; None for Unicode, other languages, and too few words."""
    found = weigh(text)
    return found.encoding if found is not None and found.speaks else None


def weigh(text: str, encodings: tuple[Encoding, ...] = _ENCODINGS) -> Evidence | None:
    """The best evidence that ``text`` gives for one of ``encodings``; None where nothing but ASCII could be bytes."""
    words = [word for word in _byte_words(text) if _SEEN.search(word)]
    if not words:
        return None
    as_is = {word: _is_word(unicodedata.normalize("NFC", word)) for word in words}
    standing = sum(as_is[word] for word in words)
    best: Evidence | None = None
    for encoding in encodings:
        decoded = {word: _reads(word, encoding) for word in as_is}
        right = sum(decoded[word] for word in words)
        different = sum(decoded[word] and not as_is[word] for word in as_is)
        if best is None or (right, different) > (best.right, best.different):
            best = Evidence(encoding, len(words), standing, right, different)
    return best


@lru_cache(maxsize=65536)
def _reads(word: str, encoding: Encoding) -> bool:
    return _is_word(decode(word, encoding))


def _is_word(text: str) -> bool:
    """A syllable of two letters or more: single ones come out of any noise."""
    return len(text) > 1 and is_syllable(text)


def _byte_words(text: str) -> list[str]:
    """Words that could have been typed in bytes: no letter of Unicode touches them."""
    found = []
    for word in _WORD.finditer(text):
        start, end = word.span()
        if (start and _is_letter(text[start - 1])) or (end < len(text) and _is_letter(text[end])):
            continue
        found.append(word.group())
    return found


def _is_letter(char: str) -> bool:
    return char.isalpha() or unicodedata.combining(char) != 0
