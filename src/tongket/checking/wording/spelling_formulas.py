"""Formulas of official prose (cụm từ công thức) with one syllable mistyped: 'một số điệu', 'này cỏ hiệu lực'.

Their words of grammar stand beside any word, so that a slip in one of them is told by the formula alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tongket.checking.wording.spelling_nonwords import Slip, heard_alike
from tongket.vietnamese.syllables import canonical, slips, typed
from tongket.vietnamese.words import Words, printed

_FORMULAS = (
    "một số điều",
    "có hiệu lực",
    "hiệu lực thi hành",
    "kể từ ngày",
    "có trách nhiệm",
    "chịu trách nhiệm",
    "theo quy định",
    "của pháp luật",
    "trên địa bàn",
    "trong thời gian",
    "có liên quan",
    "có thẩm quyền",
    "theo thẩm quyền",
    "triển khai thực hiện",
    "xem xét quyết định",
    "tạo điều kiện",
    "nâng cao chất lượng",
    "công tác tuyên truyền",
    "phòng cháy chữa cháy",
    "đối với các",
    "đối với những",
    "đối với việc",
    "đối với trường hợp",
    "theo quy định tại khoản",
    "theo quy định tại điều",
    "theo quy định của",
    "sau đây gọi là",
    "gọi chung là",
    "trong trường hợp",
    "trong quá trình",
    "chậm nhất là",
    "ngày làm việc",
    "làm căn cứ",
    "thông tư này",
    "nghị định này",
    "nghị quyết này",
    "quyết định này",
    "kế hoạch này",
    "trong phạm vi",
    "thuộc phạm vi",
    "các cấp các ngành",
    "cơ quan đơn vị",
    "nhà nước về",
    "và các đoàn thể",
    "so với cùng kỳ",
    "trong đó có",
    "đạt kết quả",
    "ủy ban nhân dân",
    "hội đồng nhân dân",
)


def mistyped_formulas(
    shown: Sequence[str], words: Sequence[str], pairs: Sequence[str], held: Sequence[int], table: Words
) -> Iterator[Slip]:
    """Slips in one run: three syllables of a formula, one of which is another word that one slip makes of it.

    ``held``: whether each word makes a known one with the word before it, and the last with what is behind.
    Not flagged: another word of grammar in its place, a word that its other neighbour holds, capitals.
    """
    for at, word in enumerate(words):
        if held[at] or held[at + 1] or word in table.grammar or not shown[at].islower():
            continue
        for right in _asked(at, words, pairs):
            if right in slips(word) or right in heard_alike(word) or (word not in table.all and right in typed(word)):
                yield Slip(at, at, printed(right))


def _asked(at: int, words: Sequence[str], pairs: Sequence[str]) -> Iterator[str]:
    """What a formula has in a place behind, before or between two of its syllables, if it is not what stands there."""
    gaps = _gaps()
    behind = gaps.behind.get(pairs[at - 2], ()) if at > 1 else ()
    before = gaps.before.get(pairs[at + 1], ()) if at + 1 < len(pairs) else ()
    around = gaps.around.get((words[at - 1], words[at + 1]), ()) if 0 < at < len(pairs) else ()
    return (right for right in (*behind, *before, *around) if right != words[at])


class _Gaps(NamedTuple):
    """The three syllables of a formula with one left out: what stands behind two, before two, and between two."""

    behind: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    around: Mapping[tuple[str, str], frozenset[str]]


@cache
def _gaps() -> _Gaps:
    behind: dict[str, set[str]] = {}
    before: dict[str, set[str]] = {}
    around: dict[tuple[str, str], set[str]] = {}
    for formula in _FORMULAS:
        words = [canonical(word) for word in formula.split(" ")]
        for first, middle, last in zip(words, words[1:], words[2:], strict=False):
            behind.setdefault(f"{first} {middle}", set()).add(last)
            before.setdefault(f"{middle} {last}", set()).add(first)
            around.setdefault((first, last), set()).add(middle)
    return _Gaps(
        behind={pair: frozenset(found) for pair, found in behind.items()},
        before={pair: frozenset(found) for pair, found in before.items()},
        around={ends: frozenset(found) for ends, found in around.items()},
    )
