"""Half of a word left out (thiếu tiếng): 'tiếp thực hiện' for 'tiếp tục thực hiện', 'xây kế hoạch', 'hiện nhiệm vụ'.

The half that is left may stand alone elsewhere; what reports set behind the whole word tells that it does not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.vietnamese.words import Words, cut_short, printed


class _Left(NamedTuple):
    """The place of a half, and the whole word."""

    at: int
    right: str


def cut_words(runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """One half of a word before what is set behind it.

    Not flagged: a half that makes a word with a neighbour ('dịch vụ công trực tuyến'), capitals inside a sentence, the
    beginning of a line or cell, where the other half may stand before a mark ('lãnh, chỉ đạo thực hiện').
    """
    behind = cut_short()
    for run in runs:
        if behind.keys().isdisjoint(run.pairs):
            continue
        for left in [left for i, pair in enumerate(run.pairs[1:]) if pair in behind for left in _left(run, i, table)]:
            here = " ".join(run.shown[left.at : left.at + 3])
            rest = " ".join(run.shown[left.at + 1 : left.at + 3])
            facts = {"here": here, "right": f"{printed(left.right)} {rest}"}
            yield Finding("spelling", "warning", run.span(left.at, left.at + 2), "left-out", facts)


def _left(run: Running, i: int, table: Words) -> Iterator[_Left]:
    """The half at ``i``, if it is one and nothing before or behind it makes it whole."""
    word = run.words[i]
    right = cut_short()[run.pairs[i + 1]].get(word)
    if not right or run.held[i] or run.held[i + 1] or word in table.grammar or word in _WHOLE:
        return
    if i and run.words[i - 1] not in table.all:
        return  # a piece of it, rather: 'th ực hiện kế hoạch'
    if run.shown[i].islower() if i else run.shown[0].istitle() and right.startswith(f"{word} "):
        yield _Left(i, right)


# Halves that are words of their own before the same: 'các bộ quản lý', 'hóa thành kế hoạch', 'hợp với các xã'.
_WHOLE = frozenset(
    {
        *("ban", "bộ", "chính", "dân", "dựng", "giá", "góp", "hợp", "mạnh"),
        *("nâng", "phần", "sách", "thành", "thường", "toàn", "truyền", "tăng"),
    }
)
