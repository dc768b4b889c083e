"""Lines of a table that came over as text with wide blanks between its columns (bảng mất kẻ).

They are read as no table, for their columns are lost; but a number that opens one of them opens no section either.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tongket.model.sources import Source
from tongket.vietnamese.blanks import NO_FAULT, Blanks

_GAP = re.compile(r"\S[ \u00a0]{3,}\S")
_NUMBER = re.compile(r"\W{0,3}(?:\w{1,4}[.)-]\w{0,3}){0,4}\s+")
_LEAST = 3  # lines with gaps that make a table
_APART = 3  # lines at most from one of them to the next


def gapped_blocks(source: Source, blanks: Blanks = NO_FAULT) -> frozenset[int]:
    """The indexes of the blocks in such tables: the lines with gaps, and what stands close between them.

    ``blanks``: those to put right; what was widened throughout parts no columns.
    """
    if source.format != "txt" or "   " not in source.text:
        return frozenset()
    printed = (blanks.mended(source.text, block.start, block.end) for block in source.blocks)
    gapped = [index for index, line in enumerate(printed) if _is_gapped(line)]
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


def _is_gapped(line: str) -> bool:
    """Whether wide blanks part the line, other than those behind its number."""
    number = _NUMBER.match(line)
    return bool(_GAP.search(line, number.end() if number else 0))
