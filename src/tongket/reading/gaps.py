"""Lines of a table that came over as text with wide blanks between its columns (bảng mất kẻ).

They are read as no table, for their columns are lost; but a number that opens one of them opens no section either.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tongket.model.sources import Source

_GAP = re.compile(r"\S[ \u00a0]{3,}\S")
_NUMBER = re.compile(r"\W{0,3}(?:\w{1,4}[.)-]\w{0,3}){0,4}\s+")
_LEAST = 3  # lines with gaps that make a table
_APART = 3  # lines at most from one of them to the next


def gapped_blocks(source: Source) -> frozenset[int]:
    """The indexes of the blocks in such tables: the lines with gaps, and what stands close between them."""
    if source.format != "txt" or "   " not in source.text:
        return frozenset()
    gapped = [index for index, block in enumerate(source.blocks) if _is_gapped(source.text, block.start, block.end)]
    found: set[int] = set()
    run = gapped[:1]
    for last, index in pairwise([*gapped, 1 << 60]):
        if index - last <= _APART:
            run.append(index)
            continue
        if len(run) >= _LEAST:
            found.update(range(run[0], run[-1] + 1))
        run = [index]
    return frozenset(found)


def _is_gapped(text: str, start: int, end: int) -> bool:
    """Whether wide blanks part the line, other than those behind its number."""
    number = _NUMBER.match(text, start, end)
    return bool(_GAP.search(text, number.end() if number else start, end))
