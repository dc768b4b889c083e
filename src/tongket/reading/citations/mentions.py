"""What the grammars of citations hand to one another: a mention being read, and the words just before a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tongket.model.documents import CitationKind
from tongket.reading.citations.symbols import Symbol
from tongket.registry.types import TYPE_BY_SPOKEN, TYPE_BY_WORDS
from tongket.vietnamese.unicode import differ_by_one, plain

Range = tuple[int, int]

JOIN = r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng|hoặc|với|cùng với|đến)\s+|\s*&\s*)(?:(?:[Ss]ố|SỐ)\s*:?\s*)?"
"""What stands between two documents of a list."""


@dataclass(slots=True)
class Mention:
    """A citation in the making; all offsets are of the flow. ``head`` is False for the bare remainder of a list."""

    start: int
    end: int
    core_start: int
    core_end: int
    type: str
    kind: CitationKind
    number: str | None = None
    symbol: Symbol | None = None
    canonical: str | None = None
    date: str | None = None
    date_at: Range | None = None
    issuer: str | None = None
    title_at: Range | None = None
    head: bool = True
    amends: bool = False
    doubtful: bool = False  # a citation only if the report prints its number in full elsewhere
    misread: bool = False  # the symbol is not as a scan shows it, but as it can only be
    shared: list[str] = field(default_factory=list)


class Head(NamedTuple):
    """The type word before a number: where it starts, the type's name, and whether 'số' stands between.

    A named tuple, as ``Token``.
    """

    start: int
    type: str
    so: bool
    capital: bool


_BLANKS = " \n\u00a0"
_BLANKS_AND_COLON = f"{_BLANKS}:"
_SO = frozenset(first + second for first in "Ss" for second in "ốôóổỗòỏồỐÓ") | {"SỐ", "So", "SO"}
_SO_LAST = frozenset(form[-1] for form in _SO)
_SIGNS = ("ký hiệu", "Ký hiệu")
_REACH = 48  # characters: the longest type word with 'số' and what may stand between
_URGENT = re.compile(r"[ \n\u00a0](?:hỏa tốc|hoả tốc|thượng khẩn|khẩn|mật)[ \n\u00a0]*$")
_ODD_BLANK = re.compile(r"[\n\u00a0]|  ")  # between two words where one blank is usual
_WORDS = re.compile(r"[^\W\d_][\w&]*")
_LONGEST = max(len(words.split()) for words in TYPE_BY_WORDS)


def _so_start(chunk: str) -> int | None:
    """Where 'số' starts that ends ``chunk``, with a colon or full stop or without; None where it does not."""
    bare = chunk.rstrip(_BLANKS)
    if bare[-1:] in (":", "."):
        bare = bare[:-1].rstrip(_BLANKS)
    if bare[-1:] not in _SO_LAST and bare[-1:] != "u":
        return None
    start = len(bare) - (2 if bare[-2:] in _SO else len("ký hiệu") if bare.endswith(_SIGNS) else len(bare) + 1)
    if start < 0 or _is_letter(bare[start - 1 : start]):
        return None
    return start - len("số ") if bare[:start].endswith(" số ") else start  # printed twice: 'công văn số Số: 520'


def _is_letter(char: str) -> bool:
    """Whether ``char``, which may be "", belongs to a word."""
    return char.isalnum() or char == "_"


def head_before(text: str, at: int) -> Head | None:
    """The type word that ends just before ``at``, with or without 'số'; None where another word stands there.

    Type words are known in any casing ('Nghị Quyết', 'KẾT LUẬN') and across a line end.
    """
    low = at - _REACH if at > _REACH else 0
    chunk = text[low:at]
    so = len(chunk) - 3 if chunk.endswith(" số ") else _so_start(chunk)  # so nearly all are printed
    if so is not None:
        before = chunk[:so].rstrip(_BLANKS)
        if before.endswith(" từ"):  # 'từ số 12 đến số 15/QĐ-UBND'
            before = before[: -len(" từ")].rstrip(_BLANKS)
        if before[-2:] in ("ốc", "ẩn", "ật"):
            before = _URGENT.sub("", before)
        before = before.rstrip(_BLANKS_AND_COLON)
    else:
        before = chunk.rstrip(_BLANKS)
        if before[-1:] == ":":
            return None
    forms = _BY_ENDING.get(before[-3:].lower(), ())
    for form in forms:
        start = len(before) - len(form)
        if start >= 0 and before[start:].lower() == form:
            if not start or not (_is_letter(before[start - 1]) or before[start - 1] == "&"):
                return Head(low + start, TYPE_BY_WORDS[form], so is not None, before[start].isupper())
            break
    else:
        spoken = before[-2:] in TYPE_BY_SPOKEN or before[-3:] in TYPE_BY_SPOKEN or before[-4:] in TYPE_BY_SPOKEN
        if not spoken and not (forms and _ODD_BLANK.search(before)):
            return None  # as before most numbers
    words = list(_WORDS.finditer(before))[-_LONGEST:]
    if not words or words[-1].end() != len(before):
        return None
    return _longest_type(before, words, low, so=so is not None)


def damaged_head_before(text: str, at: int, likely: str = "") -> Head | None:
    """As ``head_before``, for type words whose accents or single letters a scanner lost: 'Quyét định', 'Tò trinh'.

    Only before a number that is a document's for certain, since plain words come near type words, too. ``likely`` is
    the type that the symbol names, for words that may be of several.
    """
    low = max(0, at - 60)
    chunk = text[low:at]
    so = _so_start(chunk)
    before = chunk[:so].rstrip(_BLANKS_AND_COLON)
    last = before.rsplit(None, 1)
    if len(last) < 2 or not _WORDS.fullmatch(last[1]):
        return None  # no two words with a blank between them
    if last[1].lower() == "bão":
        return None  # storms have numbers: 'DIỄN BIẾN BÃO SỐ 11' is no 'biên bản'
    words = list(_WORDS.finditer(before))
    for count in (3, 2):
        part = words[-count:]
        if len(part) == count and all(before[a.end() : b.start()].isspace() for a, b in pairwise(part)):
            exact, near = _damaged_type(" ".join(word.group() for word in part))
            name = exact or (near and (likely or near))
            if name:
                return Head(low + part[0].start(), name, so is not None, part[0].group()[0].isupper())
    return None


@lru_cache(maxsize=4096)
def _damaged_type(printed: str) -> tuple[str, str]:
    """The type that words without accents name, and the one that they come near to; "" for none."""
    words = plain(printed)
    exact = _BY_PLAIN.get(words, "")
    return exact, "" if exact else _near_type(words)


@lru_cache(maxsize=1024)
def type_of_words(printed: str) -> str:
    """The type that a type word names, its accents spoiled or not; "" for none."""
    words = " ".join(printed.lower().split())
    return TYPE_BY_WORDS.get(words) or TYPE_BY_SPOKEN.get(printed) or _BY_PLAIN.get(plain(words), "")


_BY_PLAIN = {plain(words): name for words, name in TYPE_BY_WORDS.items()}

_BY_ENDING: dict[str, list[str]] = {}
for _words in sorted(TYPE_BY_WORDS, key=len, reverse=True):
    _BY_ENDING.setdefault(_words[-3:], []).append(_words)
"""Type words by their last three letters, the longest first."""

_BY_LENGTH: dict[int, list[str]] = {}
for _known in _BY_PLAIN:
    if len(_known) >= len("bao cao") and " " in _known:
        _BY_LENGTH.setdefault(len(_known), []).append(_known)


def _near_type(words: str) -> str:
    """The type whose name without accents differs from ``words`` by one letter, "" for none."""
    lengths = (len(words) - 1, len(words), len(words) + 1)
    near = (known for length in lengths for known in _BY_LENGTH.get(length, ()) if differ_by_one(known, words))
    return _BY_PLAIN.get(next(near, ""), "")


def _longest_type(before: str, words: list[re.Match[str]], low: int, *, so: bool) -> Head | None:
    printed = [word.group() for word in words]
    small = [word.lower() for word in printed]
    for first, word in enumerate(words):
        name = TYPE_BY_WORDS.get(" ".join(small[first:]))
        if name is None and first == len(words) - 1:
            name = TYPE_BY_SPOKEN.get(printed[first])
        if name and not any(before[a.end() : b.start()].strip(" \n\u00a0") for a, b in pairwise(words[first:])):
            return Head(low + word.start(), name, so, printed[first][0].isupper())
    return None


def so_before(text: str, at: int) -> int | None:
    """Where 'số' starts that stands just before ``at``, or None."""
    low = max(0, at - 12)
    start = _so_start(text[low:at])
    return None if start is None else low + start
