"""The amounts of a paragraph as members of lists: what opens a list, what breaks it off, where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.links.linked import single

SORTED = r"(?:[Qq]ua|[Kk]ết quả|[Tt]heo) phân loại,? (?:có|gồm)|[Pp]hân loại(?: ra)?:"
LISTS = re.compile(rf"[Tt]rong đó|[Gg]ồm|[Cc]hia ra|[Cc]ụ thể(?: là)?\s*:|[Bb]ao gồm|{SORTED}")
"""What opens a list of parts."""
_LISTS_HOLD = ("rong đó", "ồm", "hia ra", "ụ thể", "hân loại")
_TAIL = re.compile(r"[,;.)\n]")
_OPEN_END = re.compile(r"\.\.\.|…|v\.v|\bvà các\b|chủ yếu|tiêu biểu|nổi bật")
_LIST_BROKEN = re.compile(r"[Tt]rong đó|so với|[,;] (?:kết quả|đến nay|qua đó)(?!\w)")
# The mark stands before the choice, because a search for what begins so is many times faster
_LIST_CUT = re.compile(r"[.!?\n](?:(?<=\n)|(?<!\d.)(?=\s+[^\W\d_a-zđ])|(?<=\d\.)(?=\s)|(?<!\n)\s*$)")
_TAKEN_OFF = re.compile(r"(?<!\w)(?:(?:sau khi|đã) trừ|trừ (?:đi|ra)|không (?:kể|tính))\s$")
_DENIED = re.compile(r"(?<!\w)chưa (?P<what>[^\d.,;:()\n]{2,30}?)\s?$")
_DONE_OF_PART = re.compile(r"[,;(]\s*(?:đã|đang|chưa|còn)\s(?:[^\d.;,]{0,40}\s)?$")
_LONGEST = 2500  # letters of a list
_TAIL_LETTERS = 30
DOTS = 3  # of an open end


def opens_a_list(between: str) -> re.Match[str] | None:
    """What opens a list of parts in the words between two amounts; most hold not even a piece of it."""
    return LISTS.search(between) if any(map(between.__contains__, _LISTS_HOLD)) else None


class _Coming:
    """Where a pattern is found next, for questions that move on through a text: each stretch is searched once."""

    __slots__ = ("_found", "_pattern", "_since", "_stop", "_text")

    def __init__(self, pattern: re.Pattern[str], text: str, stop: int) -> None:
        self._pattern = pattern
        self._text = text
        self._stop = stop
        self._since = 0
        self._found = (-1, -1)

    def after(self, at: int) -> tuple[int, int]:
        """The first place from ``at`` on; an empty one at the end where there is none."""
        if not self._since <= at <= self._found[0]:
            found = self._pattern.search(self._text, at, self._stop)
            self._since, self._found = at, found.span() if found else (self._stop, self._stop)
        return self._found


class Listed:
    """The amounts of a paragraph as members of lists: what each list asks of them is looked for once."""

    def __init__(self, text: str, amounts: Sequence[Amount], stop: int) -> None:
        self.text = text
        self.amounts = amounts
        self.stop = stop  # where the paragraph ends in ``text``
        self.values = [single(amount) for amount in amounts]
        self._sentence_ends = _Coming(_LIST_CUT, text, stop)
        self._open_ends = _Coming(_OPEN_END, text, stop + DOTS)

    def between(self, index: int) -> str:
        """The words between the amount before and this one."""
        return self.text[self.amounts[index - 1].end : self.amounts[index].start]

    @cached_property
    def breaks(self) -> list[bool]:
        """Whether the words before each amount break off the list that stands before them."""
        joints = [self.between(index) if index else "" for index in range(len(self.amounts))]
        closed = [before > after for before, after in pairwise([0, *self.depths])]
        return [
            _LIST_BROKEN.search(joint.partition(")")[2] if closes else joint) is not None
            for joint, closes in zip(joints, closed, strict=True)
        ]

    @cached_property
    def dones(self) -> list[str]:
        """The mark that leads each amount to what was done with the part before it, "" where none does."""
        found = [_DONE_OF_PART.search(self.between(index)) if index else None for index in range(len(self.amounts))]
        return [done[0][0] if done else "" for done in found]

    @cached_property
    def denied(self) -> list[str]:
        """What the words before each amount say that was not done: 'chưa hài lòng 05 phiếu'; "" for most."""
        found = [_DENIED.search(self.between(index)) if index else None for index in range(len(self.amounts))]
        return [denied["what"] if denied else "" for denied in found]

    @cached_property
    def slashed(self) -> list[bool]:
        """Whether nothing but a stroke parts each amount from the one before it."""
        return [bool(index and self.between(index).strip() == "/") for index in range(len(self.amounts))]

    @cached_property
    def taken_off(self) -> list[bool]:
        """Whether the words before each amount take it off another: 'sau khi trừ đi 40 ha'."""
        return [bool(index and _TAKEN_OFF.search(self.between(index))) for index in range(len(self.amounts))]

    @cached_property
    def depths(self) -> list[int]:
        """In how many more brackets than the first each amount stands."""
        depths: list[int] = []
        for index in range(len(self.amounts)):
            joint = self.between(index) if index else ""
            depths.append((depths[-1] if depths else 0) + joint.count("(") - joint.count(")"))
        return depths

    @cached_property
    def labels(self) -> list[str]:
        """What says which part each amount is: the words before it, and those behind its unit up to the next mark."""
        return [self._label(index) for index in range(len(self.amounts))]

    def _label(self, index: int) -> str:
        since = self.amounts[index].unit.end
        tail = _TAIL.search(self.text, since, since + _TAIL_LETTERS)
        words = self.text[since : tail.start() if tail else since + _TAIL_LETTERS]
        return (self.between(index) if index else "") + words

    def list_end(self, at: int, *, in_brackets: bool) -> int:
        """Where a list that begins before ``at`` ends: the closing bracket, or the sentence."""
        stop = min(self.stop, at + _LONGEST)
        if in_brackets:
            closing = self.text.find(")", at, stop)
            return closing if closing >= 0 else stop
        return min(self._sentence_ends.after(at)[0], stop)

    def is_open(self, start: int, end: int) -> bool:
        """Whether a list in that range says that it goes on: 'v.v', three dots, 'chủ yếu'."""
        found = self._open_ends.after(start)
        return found[0] < found[1] <= end
