"""What the grammars of citations hand to one another: a mention being read, and the words just before a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from tongket.model.documents import CitationKind
from tongket.reading.symbols import Symbol
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
    shared: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Head:
    """The type word before a number: where it starts, the type's name, and whether 'số' stands between."""

    start: int
    type: str
    so: bool
    capital: bool


_SO = re.compile(r"(?:(?<!\w)(?:[Ss][ốôóổỗòỏồỐÓ]|SỐ|S[oO]|[Kk]ý hiệu))[ \n\u00a0]*[:.]?[ \n\u00a0]*$")
_REACH = 48  # characters: the longest type word with 'số' and what may stand between
_URGENT = re.compile(r"[ \n\u00a0](?:hỏa tốc|hoả tốc|thượng khẩn|khẩn|mật)[ \n\u00a0]*$")
_WORDS = re.compile(r"[^\W\d_][\w&]*")
_LONGEST = max(len(words.split()) for words in TYPE_BY_WORDS)


def head_before(text: str, at: int) -> Head | None:
    """The type word that ends just before ``at``, with or without 'số'; None where another word stands there.

    Type words are known in any casing ('Nghị Quyết', 'KẾT LUẬN') and across a line end.
    """
    low = max(0, at - _REACH)
    chunk = text[low:at]
    so = _SO.search(chunk)
    stop = so.start() if so else len(chunk)
    before = (_URGENT.sub("", chunk[:stop]) if so else chunk[:stop]).rstrip(" \n\u00a0:")
    if so is None and chunk[len(before) :].strip(" \n\u00a0"):
        return None
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
    found = _damaged_head(text[low:at], likely)
    return replace(found, start=low + found.start) if found else None


@lru_cache(maxsize=4096)
def _damaged_head(chunk: str, likely: str) -> Head | None:
    """The damaged type word at the end of ``chunk``; offsets are of the chunk."""
    so = _SO.search(chunk)
    before = chunk[: so.start() if so else len(chunk)].rstrip(" \n\u00a0:")
    words = list(_WORDS.finditer(before))
    if not words or words[-1].end() != len(before):
        return None
    for count in (3, 2):
        part = words[-count:]
        if len(part) == count and all(before[a.end() : b.start()].isspace() for a, b in pairwise(part)):
            words_of = plain(" ".join(word.group() for word in part))
            name = _BY_PLAIN.get(words_of) or (_near_type(words_of) and (likely or _near_type(words_of)))
            if name:
                return Head(part[0].start(), name, so is not None, part[0].group()[0].isupper())
    return None


@lru_cache(maxsize=1024)
def type_of_words(printed: str) -> str:
    """The type that a type word names, its accents spoiled or not; "" for none."""
    words = " ".join(printed.lower().split())
    return TYPE_BY_WORDS.get(words) or TYPE_BY_SPOKEN.get(printed) or _BY_PLAIN.get(plain(words), "")


_BY_PLAIN = {plain(words): name for words, name in TYPE_BY_WORDS.items()}

_BY_LENGTH: dict[int, list[str]] = {}
for _known in _BY_PLAIN:
    if len(_known) >= len("bao cao") and " " in _known:
        _BY_LENGTH.setdefault(len(_known), []).append(_known)


@lru_cache(maxsize=1024)
def _near_type(words: str) -> str | None:
    """The type whose name without accents differs from ``words`` by one letter."""
    lengths = (len(words) - 1, len(words), len(words) + 1)
    near = (known for length in lengths for known in _BY_LENGTH.get(length, ()) if differ_by_one(known, words))
    return _BY_PLAIN.get(next(near, ""))


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
    found = _SO.search(text[low:at])
    return low + found.start() if found else None
