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


def mistyped_formulas(shown: Sequence[str], words: Sequence[str], pairs: Sequence[str], table: Words) -> Iterator[Slip]:
    """Slips in one run: three syllables of a formula, one of which is another word that one slip makes of it.

    Not flagged: another word of grammar in its place, a word that its other neighbour holds, capitals.
    """
    gaps = _gaps()
    if gaps.pairs.isdisjoint(pairs) and gaps.first.isdisjoint(words):
        return
    for at, right in _asked(words, pairs, gaps):
        if shown[at].islower() and _is_mistyped(at, right, words, table):
            yield Slip(at, at, printed(right))


def _asked(words: Sequence[str], pairs: Sequence[str], gaps: _Gaps) -> Iterator[tuple[int, str]]:
    """Places beside or between two syllables of a formula, and what the formula has there."""
    for i in () if gaps.pairs.isdisjoint(pairs) else [i for i, pair in enumerate(pairs) if pair in gaps.pairs]:
        if i + 2 < len(words):
            yield from ((i + 2, right) for right in gaps.behind.get(pairs[i], ()) if right != words[i + 2])
        if i:
            yield from ((i - 1, right) for right in gaps.before.get(pairs[i], ()) if right != words[i - 1])
    for i in [i for i, word in enumerate(words[:-2]) if word in gaps.first]:
        yield from ((i + 1, right) for right in gaps.around.get((words[i], words[i + 2]), ()) if right != words[i + 1])


def _is_mistyped(at: int, right: str, words: Sequence[str], table: Words) -> bool:
    word = words[at]
    if word in table.grammar:
        return False
    around = [" ".join(words[first : first + 2]) for first in (at - 1, at) if first >= 0 and first + 2 <= len(words)]
    if any(pair in table.known for pair in around):
        return False
    return right in slips(word) or right in heard_alike(word) or (word not in table.all and right in typed(word))


class _Gaps(NamedTuple):
    """The three syllables of a formula with one left out: what stands behind two, before two, and between two;
    ``pairs``: the twos that stand together; ``first``: of the twos between which one stands.
    """

    pairs: frozenset[str]
    first: frozenset[str]
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
        pairs=frozenset(behind) | frozenset(before),
        first=frozenset([first for first, _ in around]),
        behind={pair: frozenset(found) for pair, found in behind.items()},
        before={pair: frozenset(found) for pair, found in before.items()},
        around={ends: frozenset(found) for ends, found in around.items()},
    )
