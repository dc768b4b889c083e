"""Sentences and clauses around a place in running text, by punctuation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tongket.vietnamese.unicode import CAPITALS

# A sentence may begin with a number: '... năm 2025. 6 tháng đầu năm ...'. The mark stands before the choice, because a
# search for what begins so is many times faster; of a row of marks only the first is tried
_SENTENCE_END = re.compile(
    rf"[.!?…](?<![.!?…][.!?…])(?:[.!?…]*+[”\")]*\s+(?=[-+“\"(\d]*\s?[{CAPITALS}])"
    r"|(?:(?<=[^\W\d_][^\W\d_]\.)|(?<=\b(?:19|20)\d\d\.)|(?<=[%)”]\.))\s+(?=\d[\d.,]*(?:\s[^\W\d_]|%)))"
)
_ABBREVIATED = re.compile(r"(?:\b(?:TM|KT|TL|TUQ|Q|TP|TX|TT|Tr|ThS|TS|PGS|NXB|St|BS|GS|P|H|X)|đ/c)$")
_LIST_NUMBER = re.compile(r"[-+*\s(]*(?:[0-9.]{1,6}|[IVX]{1,5}|[a-zđ])$")
_CLAUSE_END = re.compile(r"[;:](?:(?<=;)\s*|(?<!;)(?<!\d:)\s+(?=[^\W\d_]))")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]``, in order, without the white space between them."""
    found, at = [], start
    for stop in _SENTENCE_END.finditer(text, start, end):
        if _ABBREVIATED.search(text, max(start, stop.start() - 4), stop.start()) or (
            stop.start() - at < 10 and _LIST_NUMBER.match(text, at, stop.start())
        ):
            continue
        found.append((at, stop.start() + len(stop.group().rstrip())))
        at = stop.end()
    if at < end:
        found.append((at, end))
    return found


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of the sentence ``text[start:end]``: parted by semicolons and by colons that open a list."""
    found, at = [], start
    for stop in _CLAUSE_END.finditer(text, start, end):
        found.append((at, stop.start()))
        at = stop.end()
    if at < end:
        found.append((at, end))
    return found


def holding(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """The span among ``spans`` (in order) that holds ``at``, or the last one before it."""
    if len(spans) == 1:
        return spans[0]
    return spans[max(bisect_right(spans, (at, 1 << 60)) - 1, 0)]
