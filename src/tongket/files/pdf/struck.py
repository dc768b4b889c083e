"""Words that a line strikes out (chữ bị gạch bỏ): changes that were still marked when the document was printed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tongket.model.pages import Rule, Word

_THICK = 2.5  # points: no thicker is the line
_ACROSS = (0.15, 0.45)  # of the size: how far above the baseline it strikes letters; an underline lies below
_COVERED = 0.8  # of the word's width: edges of tables that touch a word strike out nothing
_OVER = 0.5  # of the size: how far beyond its words it reaches, which the line of a table does


def without_struck(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[list[Word], list[Rule]]:
    """The words that no line strikes out, and the lines that strike out none.

    A line strikes out what it covers from its first word to its last; one that reaches farther is an edge of a table.
    """
    lines = [rule for rule in rules if rule.is_flat and rule.bottom - rule.top <= _THICK]
    if not lines or not words:
        return list(words), list(rules)
    ordered = sorted(range(len(words)), key=lambda index: words[index].baseline)
    baselines = [words[index].baseline for index in ordered]
    tallest = max(word.size for word in words) * _ACROSS[1]
    struck: set[int] = set()
    striking: set[Rule] = set()
    for rule in lines:
        middle = (rule.top + rule.bottom) / 2
        near = ordered[bisect_left(baselines, middle) : bisect_left(baselines, middle + tallest)]
        found = [index for index in near if _strikes(rule, middle, words[index])]
        if found and _fits(rule, [words[index] for index in found]):
            struck.update(found)
            striking.add(rule)
    if not struck:
        return list(words), list(rules)
    kept = [word for index, word in enumerate(words) if index not in struck]
    return kept, [rule for rule in rules if rule not in striking]


def _strikes(rule: Rule, middle: float, word: Word) -> bool:
    low, high = _ACROSS
    if not low * word.size <= word.baseline - middle <= high * word.size:
        return False
    covered = min(rule.right, word.right) - max(rule.left, word.left)
    return covered >= _COVERED * (word.right - word.left)


def _fits(rule: Rule, words: Sequence[Word]) -> bool:
    """Whether the line ends where its words end."""
    over = _OVER * max(word.size for word in words)
    left, right = min(word.left for word in words), max(word.right for word in words)
    return left - rule.left <= over and rule.right - right <= over
