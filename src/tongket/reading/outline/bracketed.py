"""Numbers in brackets that begin paragraphs: points of the outline, or items of one sentence (số trong ngoặc đơn).

'(1) Chính phủ đã ban hành ... .' below a heading is a numbered paragraph as '1. ...' is. '(1) thu ngân sách đạt 95%;'
'(2) giá cả tăng 3%;' are the parts of a sentence that a colon opened, and a single '(4)' is the middle of one.
Numbers of people behind a colon are no points either, whatever marks they bear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongket.reading.outline.heading_numbers import ARABIC, ARTICLE
from tongket.reading.outline.headings import Head
from tongket.reading.running.flow import Flow
from tongket.vietnamese.unicode import CAPITALS, SMALL

Read = tuple[int, Head | None]
"""A paragraph's index in the flow, and the heading that it begins with."""

_FEWEST = 2  # numbers that make a row


def items_of_sentences(flow: Flow, paragraphs: Sequence[Read]) -> frozenset[int]:
    """The indexes of the paragraphs whose number in brackets is none of the outline.

    '(1).' with a full stop behind the bracket always is one.
    """
    items: set[int] = set()
    last: dict[int, int] = {}  # the last number of a row above, which may go on below the next heading
    for row in _rows(paragraphs):
        rank, first = row[0][1].rank, row[0][1].value
        goes_on = rank in last and first == last[rank] + 1
        counts = goes_on or (first == 1 and len(row) >= _FEWEST)
        if counts and not _is_sentence(flow, [index for index, _ in row]):
            last[rank] = row[-1][1].value
        else:
            items.update(index for index, head in row if head.style == "bracketed")
    return frozenset(items)


def lone_labels(paragraphs: Sequence[Read]) -> frozenset[int]:
    """The indexes of the paragraphs whose label ('Nhóm 1') no neighbour of the same name counts with ('Nhóm 2').

    A first one on a line of its own counts alone where the points below it begin right there.
    """
    named: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    over: set[int] = set()  # the points below them
    for (index, head), (after, below) in pairwise([*paragraphs, (-1, None)]):
        if head is not None and head.number is not None and head.style == "label":
            named[head.number.rsplit(None, 1)[0]].append((index, head.value))
            is_first = head.kind == "heading" and head.value == 1 and after == index + 1
            if is_first and below is not None and (below.rank, below.value) == (ARABIC, 1):
                over.add(index)
    lone: set[int] = set()
    for row in named.values():
        values = [0, *(value for _, value in row), 0]
        for place, (index, value) in enumerate(row, 1):
            if not (value > 1 and values[place - 1] == value - 1) and values[place + 1] != value + 1:
                lone.add(index)
    return frozenset(lone - over)


_PERSON = re.compile(rf"\d{{1,2}}\s?[./)]\s?(?:Đồng chí|Đ/c|Ông|Bà)\s?:?\s(?:\(|[{CAPITALS}][{SMALL}]*\s[{CAPITALS}])")


def lists_of_people(flow: Flow, paragraphs: Sequence[Read]) -> frozenset[int]:
    """The indexes of the paragraphs that number people behind a colon ('gồm 03 đồng chí:', '1. Đồng chí ...') or one
    right below the other with nothing behind their names and posts.

    None in an act of articles, whose clauses may name one each.
    """
    if any(head is not None and head.rank == ARTICLE for _, head in paragraphs):
        return frozenset()
    found: set[int] = set()
    row: list[int] = []
    is_open = False  # behind a colon, or behind people who stand behind it
    for index, head in [*paragraphs, (-1, None)]:
        text = flow.text[flow.paragraphs[index].start : flow.paragraphs[index].end] if index >= 0 else ""
        named = head is not None and _PERSON.match(text)
        alone = head is not None and head.body is None and (not row or row[-1] == index - 1)
        if named and (is_open or alone):
            row.append(index)
            continue
        found.update(row if len(row) >= _FEWEST else ())
        row, is_open = [], text.rstrip().endswith(":")
    return frozenset(found)


def _rows(paragraphs: Sequence[Read]) -> Iterator[list[tuple[int, Head]]]:
    """The bracketed numbers of one rank that rise one after another with no higher number between."""
    open_rows: dict[int, list[tuple[int, Head]]] = {}
    for index, head in paragraphs:
        if head is None or head.number is None:
            continue
        for rank in [rank for rank in open_rows if rank > head.rank]:
            yield open_rows.pop(rank)
        if not head.style.startswith("bracketed"):
            continue
        row = open_rows.setdefault(head.rank, [])
        if row and head.value <= row[-1][1].value:
            yield row
            row = open_rows[head.rank] = []
        row.append((index, head))
    yield from open_rows.values()


def _is_sentence(flow: Flow, row: Sequence[int]) -> bool:
    """Whether most of its items but the last end as parts of a sentence do."""
    ends = [flow.text[flow.paragraphs[index].start : flow.paragraphs[index].end].rstrip()[-1:] for index in row]
    return 2 * sum(end in ";," for end in ends[:-1]) >= max(len(ends[:-1]), 1)
