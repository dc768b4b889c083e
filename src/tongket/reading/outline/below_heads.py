"""What stands below a line that may be a heading (dưới đề mục): text, its own points, cells of a table, or nothing.

A line that neither number nor dress tells is a heading where text stands below it, and a point of a list where the next
point does. So are letters whose points are all one line, and words over the cells of a table that came over as lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tongket.reading.outline.bracketed import Read
from tongket.reading.outline.heading_numbers import ARABIC, BRACKETED_LETTER, SMALL_LETTER
from tongket.reading.outline.heading_words import FINITE, NOMINAL, PREDICATE, is_act
from tongket.reading.running.flow import Flow

_LEAST_PROSE = 80  # characters of a paragraph of text
_FEW_WORDS, _WORDS_OF_A_LINE = 9, 16
_LONGEST_CELL = 25  # characters of a cell
_FEWEST_CELLS = 2
_DASHES = "-–+*•"
_END_MARKS = ".:;,…"
_FEWEST_POINTS = {SMALL_LETTER: 2, BRACKETED_LETTER: 2, ARABIC: 3}


def without_text(flow: Flow, read: Sequence[Read]) -> frozenset[int]:
    """The paragraphs that would be headings if text stood below them, and not another point of their list."""
    found = set()
    for (index, head), (after, other) in pairwise([*read, (-1, None)]):
        if head is None or not head.bare:
            continue
        first = flow.text[flow.paragraphs[after].start] if after == index + 1 else ""
        if other is not None and other.bare and other.marker == head.marker:
            found |= {index, after}
        elif head.marker and (first in ("", flow.text[head.start]) or (other is not None and other.number is not None)):
            found.add(index)
    return frozenset(found)


def over_text(flow: Flow, read: Sequence[Read]) -> frozenset[int]:
    """The few words on a line of their own that a paragraph of text stands below: '- Trồng trọt:' above 'Toàn xã gieo
    cấy ...'. A star stands over dashes, too, and over any line without a mark.
    """
    found = set()
    for (index, head), (after, _) in pairwise(read):
        if head is None or not head.weak or head.body is not None or after != index + 1:
            continue
        below = flow.text[flow.paragraphs[after].start : flow.paragraphs[after].end]
        prose = below[:1].isupper() and len(below) >= _LEAST_PROSE and below.endswith(".")
        over = prose or (head.marker == "*" and (below[:1] in "-–" or (head.bare and below[:1].isalpha())))
        alone = head.bare and not head.marker  # already known to stand over a sentence
        if over and len((head.title or "").split()) <= (_WORDS_OF_A_LINE if alone else _FEW_WORDS):
            found.add(index)
    return frozenset(found)


def points_of_lists(flow: Flow, read: Sequence[Read]) -> frozenset[int]:
    """The paragraphs behind letters that follow one another with nothing below them and name no matter:
    'a) Bớt dần lối dạy đọc chép', 'b) Dạy học theo nhóm'.
    """
    found: set[int] = set()
    row: list[int] = []
    named = False
    for (index, head), (after, other) in pairwise([*read, (-1, None)]):
        is_line = (
            head is not None and head.rank in _FEWEST_POINTS and head.kind == "heading" and not _has_colon(flow, index)
        )
        if head is None or not is_line:
            row, named = [], False
            continue
        row.append(index)
        named = named or NOMINAL.match(head.title or "") is not None
        if other is not None and after == index + 1 and other.rank == head.rank and other.value == head.value + 1:
            continue
        ends = after < 0 or (after == index + 1 and other is not None and other.rank <= head.rank)
        if ends and not named and (len(row) >= _FEWEST_POINTS[head.rank] or FINITE.search(head.title or "")):
            found.update(row)
        row, named = [], False
    return frozenset(found)


def over_dashes(flow: Flow, read: Sequence[Read]) -> frozenset[int]:
    """The numbered few words with a full stop that name a matter, where the dashes of its points stand right below:
    '1. Văn bản chỉ đạo điều hành.' above '- Thông tư số ...'.
    """
    found = set()
    for (index, head), (after, _) in pairwise(read):
        if head is None or head.kind != "item" or head.rank > SMALL_LETTER or head.number is None or after != index + 1:
            continue
        if flow.text[flow.paragraphs[after].start] not in _DASHES:
            continue
        said = flow.text[head.end : flow.paragraphs[index].end].strip()
        few = (
            said.endswith(".")
            and len(said.split()) <= _FEW_WORDS
            and said[:-1].replace(",", "").replace(" ", "").isalpha()
        )
        if (
            few
            and said[0].isupper()
            and not any(one.search(said[:-1]) for one in (FINITE, PREDICATE))
            and not is_act(said)
        ):
            found.add(index)
    return frozenset(found)


def _has_colon(flow: Flow, index: int) -> bool:
    paragraph = flow.paragraphs[index]
    return flow.text[paragraph.end - 1] == ":"


def over_cells(flow: Flow, read: Sequence[Read]) -> frozenset[int]:
    """The unnumbered words that stand over the cells of a table, one a line: 'NỘI DUNG' above 'Tổng số', 'Số nữ'."""
    found: set[int] = set()
    cells = 0  # that stand right below
    below = -1
    for index, head in reversed(read):
        text = flow.text[flow.paragraphs[index].start : flow.paragraphs[index].end]
        cells = cells if below == index + 1 else 0
        below = index
        is_short = len(text) <= _LONGEST_CELL and text[-1] not in _END_MARKS
        if not is_short or (head is not None and (head.number is not None or head.marker)):
            cells = 0
            continue
        if head is not None:
            if cells < _FEWEST_CELLS:
                cells = 0
                continue
            found.add(index)
        cells += 1
    return frozenset(found)
