"""Words written twice, and words left out of fixed terms (lặp từ, thiếu từ)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.words import Words, printed


class Running(Protocol):
    """Words that follow each other, as printed and in canonical form."""

    @property
    def shown(self) -> Sequence[str]:
        """As printed."""

    @property
    def words(self) -> Sequence[str]:
        """In canonical form."""

    def span(self, first: int, last: int) -> Span:
        """The place of words ``first``..``last``, both included."""


# Words that are said twice on purpose: reduplication, names of places.
_TWICE_WORDS = (
    "luôn thường ngày người nhà dần từ mãi lâu xa gần đều vừa khác riêng chung xanh đỏ vàng đời năm tháng đêm sáng "
    "chiều tối ai đâu đó này kia nơi chốn lớp hàng từng ba hai rất nhanh chậm nhẹ lẳng thỉnh chầm mỗi đây sau trước "
    "thật rồi hơn cao thấp nho nhỏ to béo đông tây bắc nam sơn hồ hà chư tà ha ho hoe sâu xưa mới"
)
_GRAMMAR_WORDS = (
    "của các và được trong để cho với là những tại về theo đã không do nhằm bằng có hoặc cũng đang sẽ khi vào nếu bởi "
    "trên dưới vì như bị đến thì mà qua"
)
_TWICE = frozenset(_TWICE_WORDS.split(" "))
_NEVER_TWICE = frozenset(_GRAMMAR_WORDS.split(" "))


def doubled(runs: Sequence[Running], lexicon: Words) -> Iterator[Finding]:
    """Words and words of two syllables that stand twice: 'của của', 'công tác công tác', 'Năm năm 2021'.

    Not flagged: reduplication, and a syllable that ends one word and begins the next ('nhân dân dân chủ').
    """
    for run in runs:
        words = run.words
        for i in range(len(words) - 1):
            if words[i] == words[i + 1] and _is_slip(words, run.shown, i, lexicon):
                facts = {"here": f"{run.shown[i]} {run.shown[i + 1]}", "right": run.shown[i]}
                yield Finding("spelling", "warning", run.span(i, i + 1), "doubled", facts)
            elif words[i : i + 2] == words[i + 2 : i + 4] and words[i] != words[i + 1]:
                pair = f"{words[i]} {words[i + 1]}"
                if pair in lexicon.common and not run.shown[i + 2][:1].isupper():
                    here = " ".join(run.shown[i : i + 4])
                    facts = {"here": here, "right": " ".join(run.shown[i : i + 2])}
                    yield Finding("spelling", "warning", run.span(i, i + 3), "doubled", facts)


def _is_slip(words: Sequence[str], shown: Sequence[str], i: int, lexicon: Words) -> bool:
    word = words[i]
    if word in _NEVER_TWICE:
        return not (i and f"{words[i - 1]} {word}" in lexicon.known)
    if word in _TWICE or len(word) < 2 or shown[i + 1][:1].isupper() or shown[i].isupper():
        return False
    if word not in lexicon.firsts and word not in lexicon.seconds:
        return False
    before = i > 0 and f"{words[i - 1]} {word}" in lexicon.known
    after = i + 2 < len(words) and f"{word} {words[i + 2]}" in lexicon.known
    return not (before or after) or (word in lexicon.alone and not (before and after) and not after)


def shortened(runs: Sequence[Running], lexicon: Words) -> Iterator[Finding]:
    """Fixed terms of four syllables and more that lack one: 'Ủy ban nhân tỉnh', 'Ban công Mặt trận'."""
    starts = _starts(lexicon)
    for run in runs:
        words = run.words
        for i, word in enumerate(words):
            for size in starts.get(word, ()):
                short = " ".join(words[i : i + size])
                right = lexicon.terms.get(short)
                if right and _is_left_out(right, words, i, size, lexicon):
                    here = " ".join(run.shown[i : i + size])
                    shown = right.capitalize() if here[:1].isupper() else right
                    yield Finding(
                        "spelling", "warning", run.span(i, i + size - 1), "left-out", {"here": here, "right": shown}
                    )
                    break


def _starts(lexicon: Words) -> dict[str, tuple[int, ...]]:
    """How long the shortened terms are that begin with a word."""
    found: dict[str, set[int]] = {}
    for short in lexicon.terms:
        words = short.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


def _is_left_out(right: str, words: Sequence[str], i: int, size: int, lexicon: Words) -> bool:
    """Whether the words make no sense as they stand: a syllable that needs another is left without it."""
    part = words[i : i + size]
    around = [*words[max(0, i - 1) : i], *part, *words[i + size : i + size + 1]]
    first = min(i, 1)
    for at in range(first, first + len(part)):
        word = around[at]
        if word in lexicon.alone or word in lexicon.grammar:
            continue
        before = at > 0 and f"{around[at - 1]} {word}" in lexicon.known
        after = at + 1 < len(around) and f"{word} {around[at + 1]}" in lexicon.known
        if not before and not after:
            return printed(right) != " ".join(part)
    return False
