"""Blanks that a producer of PDF lost or added (dấu cách bị mất, bị thêm): 'hồsơ', 'H ộ i đ ồ n g', 'chi đoà n',
'tổng  số   120'.

Where the letters with two marks come from another font, many a text loses the blank behind them, or has one too many
beside them; where a line was justified by its letters, each letter of the text stands alone. Vietnamese is written in
syllables of a strict form, so the words can be told from their letters. Of use only for a text that shows the fault
throughout: in any other, two syllables in one are a slip of the writer, which is not to be passed over.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tongket.vietnamese.glued import TONED, cuts, is_known
from tongket.vietnamese.set_apart import set_apart
from tongket.vietnamese.spaced import spaced_below, spaced_runs
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.widened import widened

_VOWELS = "aăâeêioôơuưy" + TONED
# A syllable has but one tone and one group of vowels: behind a vowel with a tone, these begin another syllable.
_TWO_IN_ONE = re.compile(
    f"[{TONED}](?:[bcdđghklmnpqrstvx]{{1,3}}+[{_VOWELS}]|[{TONED}]|[{CAPITALS}][{_VOWELS}{CAPITALS}])"
)
_WORD = re.compile(r"[^\W\d_]{3,60}")
_RUN, _LONGEST_RUN = re.compile(r"[^\W\d_]{3,}"), 2_000  # letters without a blank; more of them are no prose
_FEWEST, _ONE_IN = 10, 300  # so many words that hold two, and one in so many words, are a fault of the producer
_SAMPLE, _STRETCH = 40_000, 2_000  # letters that tell it, in stretches from all over the text
_LEAST_SPACED = 40  # letters in lines of single letters that prove the fault by themselves
# Beside digits: a known word with a mark, so that neither symbols nor units ('QĐ01', '50kg') are parted.
_WORD_DIGITS = re.compile(rf"(?P<word>[^\W\d_]{{2,60}})(?=(?P<digits>\d+)(?P<more>[./\-]?\w|,\d| [{SMALL}])?)")
_DIGITS_WORD = re.compile(r"(?<=\d)(?P<word>[^\W\d_]{2,60})")
_BESIDE_MARKS = re.compile(
    rf"(?<=[{SMALL}][,;])(?=[^\W\d_])|(?<=[{SMALL}]:)(?=[{CAPITALS}])|(?<=[{TONED}])(?=[(“]|[-–] )"
)
# What announces a number: a figure of one or two digits behind another word may be the call of a note ('nhiệm vụ1').
_BEFORE_NUMBERS = frozenset({"số", "thứ", "kì", "từ", "giờ", "ngày", "tháng", "năm", "khóa", "độ", "có", "còn", "đủ"})


@dataclass(frozen=True, slots=True)
class Blanks:
    """What to put right: offsets of characters before which a blank was lost, and of blanks that are none (``added``).

    ``torn``: whether ``added`` are blanks within words whose letters stand apart here and there. ``joined``: where
    lines begin that go on the line above, each a word or two of a last line that was stretched.
    """

    lost: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    joined: frozenset[int] = frozenset()
    torn: bool = False

    def __bool__(self) -> bool:
        return bool(self.lost or self.added)

    def mended(self, text: str, start: int, end: int) -> str:
        """``text`` from ``start`` to ``end`` with its blanks put right."""
        pieces, at = [], start
        for lost in self.lost[bisect_left(self.lost, start + 1) : bisect_left(self.lost, end)]:
            pieces += [self._without_added(text, at, lost), " "]
            at = lost
        return "".join([*pieces, self._without_added(text, at, end)])

    def _without_added(self, text: str, start: int, end: int) -> str:
        pieces, at = [], start
        for added in self.added[bisect_left(self.added, start) : bisect_left(self.added, end)]:
            pieces.append(text[at:added])
            at = added + 1
        return "".join([*pieces, text[at:end]])


NO_FAULT = Blanks()


def find_blanks(text: str, *, composed: bool = False) -> Blanks:
    """The blanks that a producer lost in ``text`` or added to it; none where the fault is not throughout.

    Letters may be decomposed: the offsets are those of ``text``, where each letter begins. ``composed``: it is known
    that all of ``text`` is in NFC.
    """
    if composed or unicodedata.is_normalized("NFC", text):
        return _found(text)
    found = _found(unicodedata.normalize("NFC", text))
    if found == NO_FAULT:
        return found
    at = list(_beginnings(text))
    lost, added = (tuple(at[one] for one in ones) for ones in (found.lost, found.added))
    return Blanks(lost, added, frozenset(at[one] for one in found.joined), found.torn)


def _beginnings(text: str) -> Iterator[int]:
    """Where each letter of the composed ``text`` begins in it."""
    starts = [at for at in range(len(text)) if not at or not unicodedata.combining(text[at])]
    for start, end in pairwise([*starts, len(text)]):
        yield from [start] * len(unicodedata.normalize("NFC", text[start:end]))


def _found(text: str) -> Blanks:
    runs = spaced_runs(text)
    glued = _is_glued(text)
    if not glued and sum(len(run.letters) for run in runs) < _LEAST_SPACED:
        if apart := set_apart(text):
            return Blanks(added=tuple(apart), torn=True)
        return Blanks(added=tuple(added)) if (added := widened(text)) else NO_FAULT
    joined: list[int] = []
    known = {run.start: run for run in runs}
    for run in tuple(runs):
        below, goes_on = spaced_below(text, run, known)
        runs += below
        joined += goes_on
    added = sorted({*(at for run in runs for at in run.added), *_torn(text), *widened(text)})
    lost = sorted(set(_lost(text))) if glued else []
    inside = {at for run in runs for at in range(run.start, run.end)}
    return Blanks(tuple(at for at in lost if at not in inside), tuple(added), frozenset(joined))


def _is_glued(text: str) -> bool:
    """Whether words of two syllables are so many that the writer cannot have made them."""
    sample = _sample(text)
    possible = len(_TWO_IN_ONE.findall(sample))
    if possible < _FEWEST or possible < (fewest := sample.count(" ") // _ONE_IN):
        return False
    words = (word for word in _WORD.finditer(sample) if _TWO_IN_ONE.search(word.group()))
    proven = sum(1 for word in words if cuts(word.group()))
    return proven >= max(_FEWEST, fewest)


def _sample(text: str) -> str:
    """``text``, or of a long one as many letters as tell a fault throughout it, from its beginning to its end."""
    if len(text) <= _SAMPLE:
        return text
    starts = range(0, len(text), -(-len(text) * _STRETCH // _SAMPLE))
    return "\n".join(text[at : at + _STRETCH] for at in starts)


# A number, a point of an article or a class may bear one letter: '5 m', 'điểm c', 'lớp 4 b', 'loại d'.
_FIRST_LETTER = re.compile(
    r"(?:^|(?<=[\s;:,(“\"]))(?<!\d )(?<!điểm )(?<!khoản )(?<!mục )(?<!loại )(?<!lớp )(?<!nhóm )"
    r"(?P<first>[bcdđghklmnpqrstvx]) (?P<rest>[^\W\d_]{2,40})"
)


def _torn(text: str) -> Iterator[int]:
    """The blank behind the first letter of a word, with which a line of letters that stand alone ends: 'c hỉ đạo'."""
    for found in _FIRST_LETTER.finditer(text):
        rest = found["rest"]
        syllable = found["first"] + rest[: (cuts(rest) or (len(rest),))[0]]
        if rest[0].islower() and is_known(syllable):
            yield found.end("first")


def _lost(text: str) -> Iterator[int]:
    for run in _RUN.finditer(text):
        if len(run[0]) > _LONGEST_RUN:
            continue
        for word in _WORD.finditer(text, *run.span()):
            if not word.group().isascii():
                yield from (word.start() + at for at in cuts(word.group()))
    for found in _WORD_DIGITS.finditer(text):
        last, more = _last_known(found["word"]), found["more"]
        if last and (_is_no_note(found["digits"], more) or (more and canonical(last) in _BEFORE_NUMBERS)):
            yield found.end()
    for found in _DIGITS_WORD.finditer(text):
        letters: str = found["word"]
        first = letters[: (cuts(letters) or (len(letters),))[0]]
        if letters[0].islower() and not first.isascii() and is_known(first):
            yield found.start()
    yield from (found.start() for found in _BESIDE_MARKS.finditer(text))


def _is_no_note(digits: str, more: str | None) -> bool:
    """Whether ``digits`` behind a word cannot be the call of a note, by themselves or by what follows at once."""
    return len(digits) > 2 or digits[0] == "0" or (more is not None and more[0] != " ")


def _last_known(word: str) -> str:
    """The last syllable of ``word`` where it is a known one with a mark, in small letters; or nothing."""
    last = word[(cuts(word) or (0,))[-1] :]
    return last if last[1:].islower() and not last.isascii() and is_known(last) else ""
