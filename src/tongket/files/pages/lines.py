"""Words to lines by where they stand, whatever order and fonts they came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from statistics import median

from tongket.model.pages import Word
from tongket.vietnamese.unicode import nfc

_SAME_LINE = 0.3  # of the smaller size: how far the baselines of one line lie apart
_BLANK = 0.12  # of the size: a wider gap between two words is a blank
_OVERLAP = 0.5  # of the size: how far boxes of letters may overlap over a written blank
_WIDE = 1.6  # of the size: a wider gap parts two pieces of a line
_SMALL = 0.86  # of the line's size: a raised mark is smaller than that
_RAISED = 0.14  # of the line's size: how far above the baseline a raised mark stands at least
_REACH = 0.75  # of the line's size: how far above or below its baseline a mark still belongs to a line
_LETTERS_APART = 4  # single letters in a row that make a spaced-out heading
_STRETCHED = 0.6  # of the size: the widest gap between letters of a stretched line
_LOOK_BACK = 4  # lines above that a word may still belong to
_FROM_LEFT = attrgetter("left")
_FROM_ABOVE = attrgetter("baseline", "left")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line, from left to right, with the box around them, in points.

    ``text`` has blanks where gaps are, in NFC.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    size: float
    text: str

    @property
    def centre(self) -> float:
        """Where its middle stands."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """From its first to its last letter."""
        return self.right - self.left

    @property
    def is_bold(self) -> bool:
        """Whether its words are bold, raised marks aside."""
        return all(word.bold for word in self.words if not self.is_raised(word))

    def is_raised(self, word: Word) -> bool:
        """Whether ``word`` is a small mark above the line."""
        return word.size <= self.size * _SMALL and word.baseline <= self.baseline - self.size * _RAISED


def make_line(words: Iterable[Word]) -> Line:
    """The line of ``words``: its size and baseline are those of most of its letters."""
    ordered = tuple(sorted(words, key=_FROM_LEFT))
    size, baseline = _prevailing(ordered)
    return Line(
        ordered,
        ordered[0].left,
        max(word.right for word in ordered),
        min(word.top for word in ordered),
        max(word.bottom for word in ordered),
        baseline,
        size,
        words_text(ordered),
    )


def words_text(words: Sequence[Word]) -> str:
    """The words of a line from left to right as text."""
    pieces = [words[0].text]
    for before, word in pairwise(words):
        pieces.append(f" {word.text}" if is_apart(before, word) else word.text)
    return nfc("".join(pieces))


def is_apart(before: Word, word: Word) -> bool:
    """Whether a blank stands between two neighbours of a line."""
    gap = word.left - before.right
    if word.spaced and gap > -_OVERLAP * word.size:
        return True
    return gap >= _BLANK * before.size or gap >= _BLANK * word.size


def first_word_width(line: Line) -> float:
    """How wide the first word is, in points, pieces in other fonts included."""
    right = line.words[0].right
    for before, word in pairwise(line.words):
        if is_apart(before, word):
            break
        right = word.right
    return right - line.left


def read_lines(words: Sequence[Word]) -> list[Line]:
    """The lines of a page from top to bottom; text columns that stand side by side still share lines."""
    groups = _attach_marks(_by_baseline(words))
    lines = [make_line(spaced) for group in groups if (spaced := _close_letters(group))]
    return sorted(lines, key=_FROM_ABOVE)


def pieces(line: Line, gap: float = _WIDE) -> list[Line]:
    """The parts of a line between gaps wider than ``gap`` of its size."""
    groups: list[list[Word]] = [[line.words[0]]]
    reach = line.words[0].right
    for word in line.words[1:]:
        left, right = word.left, word.right
        if left > reach and left - reach > gap * max(min(line.size, word.size), 1.0):
            groups.append([])
        groups[-1].append(word)
        if right > reach:
            reach = right
    return [line] if len(groups) == 1 else [make_line(group) for group in groups]


def _prevailing(words: Sequence[Word]) -> tuple[float, float]:
    """Size and baseline of the style with most letters; that of a tie stands lower, for marks are raised."""
    first = words[0]
    if all(word.size == first.size and word.baseline == first.baseline for word in words):
        return first.size, first.baseline
    letters: dict[tuple[float, float], int] = {}
    for word in words:
        key = (round(word.size, 1), round(word.baseline, 1))
        letters[key] = letters.get(key, 0) + len(word.text)
    return max(letters, key=lambda key: (letters[key], key[1]))


def _by_baseline(words: Sequence[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in sorted(words, key=_FROM_ABOVE):
        baseline, reach = word.baseline, _SAME_LINE * word.size
        for group in groups[: -_LOOK_BACK - 1 : -1]:
            away = baseline - group[0].baseline
            if away <= reach and away <= _SAME_LINE * group[0].size:
                group.append(word)
                break
        else:
            groups.append([word])
    return groups


def _attach_marks(groups: list[list[Word]]) -> list[list[Word]]:
    """Raised and lowered words ('nhân khẩu¹', 'm²', letters of another font) go to the line whose words they touch."""
    sizes = [median(word.size for word in group) for group in groups]
    result = [list(group) for group in groups]
    for index, group in enumerate(groups):
        largest = max(sizes[max(index - 2, 0) : index + _LOOK_BACK]) * _SMALL
        for word in group:
            if word.size > largest:
                continue
            target = _touched(word, groups, sizes, index)
            if target is not None:
                result[index].remove(word)
                result[target].append(word)
    return [group for group in result if group]


def _touched(word: Word, groups: list[list[Word]], sizes: list[float], own: int) -> int | None:
    """The line near by, of larger letters, one of whose words ``word`` touches; None where it stands by itself."""
    if len(word.text) > 6:
        return None
    near = [
        index
        for index in range(max(own - 2, 0), min(own + _LOOK_BACK, len(groups)))
        if index != own and word.size <= sizes[index] * _SMALL
    ]
    if not near or any(other is not word and _touches(word, other) for other in groups[own]):
        return None
    for index in near:
        away = groups[index][0].baseline - word.baseline
        if not -_REACH * 0.4 * sizes[index] <= away <= _REACH * sizes[index]:
            continue
        if any(_touches(word, other) for other in groups[index]):
            return index
    return None


def _touches(word: Word, other: Word) -> bool:
    reach = 0.35 * max(other.size, word.size)
    return (-reach <= word.left - other.right <= reach) or (-reach <= other.left - word.right <= reach)


def _close_letters(group: Sequence[Word]) -> list[Word]:
    """The words of a line in order; letters spaced out over a heading or a line ('B Á O  C Á O') are words again.

    With them figures and marks that stand among the letters at the same distance ('s ố  4 0 / Q Đ').
    """
    words = sorted(group, key=_FROM_LEFT)
    if sum(len(word.text) == 1 for word in words) < _LETTERS_APART:
        return words
    result: list[Word] = []
    at = 0
    while at < len(words):
        stop = at
        while stop < len(words) and len(words[stop].text) == 1:
            stop += 1
        letters = words[at:stop]
        if not _is_stretched(letters):  # figures and marks among them stand by themselves
            stop = at
            while stop < len(words) and len(words[stop].text) == 1 and words[stop].text.isalpha():
                stop += 1
            letters = words[at:stop]
        if len(letters) >= _LETTERS_APART and all(is_apart(*pair) for pair in pairwise(letters)):
            result += _spelled(letters)
            at = stop
        else:
            stop = max(stop, at + 1)
            result += words[at:stop]
            at = stop
    return result


def _is_stretched(letters: Sequence[Word]) -> bool:
    """Whether single characters are a text whose letters were parted: near each other, in one size, without blanks."""
    if sum(letter.text.isalpha() for letter in letters) < _LETTERS_APART:
        return False
    if sum(letter.spaced for letter in letters) * 2 > len(letters):  # typed so: 'a b c d 1 2 3 4'
        return False
    usual = median(after.left - before.right for before, after in pairwise(letters))
    return usual <= _STRETCHED * letters[0].size and len({round(letter.size) for letter in letters}) == 1


def _spelled(letters: Sequence[Word]) -> list[Word]:
    """Words out of single letters: the gaps between words are wider than those between letters."""
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    usual = median(gaps)
    found = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        last = found[-1]
        if gap > usual * 1.5 + 0.05 * letter.size:
            found.append(letter)
        else:
            found[-1] = replace(
                last,
                text=last.text + letter.text,
                right=letter.right,
                top=min(last.top, letter.top),
                bottom=max(last.bottom, letter.bottom),
                confidence=min(last.confidence, letter.confidence),
            )
    return found
