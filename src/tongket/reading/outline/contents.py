"""A table of contents whose page numbers no dots lead to (mục lục): 'II. TỰ ĐÁNH GIÁ 11'."""

from __future__ import annotations

import re

from tongket.reading.outline.bracketed import Read
from tongket.reading.running.flow import Flow

_CONTENTS = re.compile(r"MỤC LỤC|Mục lục")
_LONGEST_CAPTION = 30  # characters
_MOST_ABOVE = 8  # paragraphs between the caption and the first numbered line
_PAGE = re.compile(r"[^\W_][\s.…]+(\d{1,3})$")
_MOST_WITHOUT_PAGE = 3  # lines in a row: the head of the list, a title cut in two
_FEWEST_LINES = 3


def contents_lines(flow: Flow, read: list[Read]) -> frozenset[int]:
    """The indexes of the paragraphs of a table of contents: lines below its caption that end in pages which never fall.

    The caption may stand above the first paragraph that is read.
    """
    first = read[0][0] if read else 0
    texts = [flow.text[flow.paragraphs[index].start : flow.paragraphs[index].end] for index, _ in read]
    above = flow.paragraphs[max(first - _MOST_ABOVE, 0) : first]
    found: set[int] = set()
    if any(_is_caption(flow.text[one.start : one.end]) for one in above):
        found.update(read[at][0] for at in _lines(texts, 0))
    for order, text in enumerate(texts):
        if _is_caption(text) and read[order][0] not in found:
            found.update(read[at][0] for at in _lines(texts, order + 1))
    return frozenset(found)


def _is_caption(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and _CONTENTS.match(text) is not None


def _lines(texts: list[str], start: int) -> range:
    """The orders of the lines of the list that begins at ``start``; none of too short a list."""
    page, count, end = 0, 0, start
    for order in range(start, len(texts)):
        printed = _PAGE.search(texts[order], max(len(texts[order]) - 12, 0))
        number = int(printed.group(1)) if printed else 0
        if number and number >= page:
            page, count, end = number, count + 1, order + 1
        elif number or order - end >= _MOST_WITHOUT_PAGE:
            break
    return range(start, end) if count >= _FEWEST_LINES else range(start, start)
