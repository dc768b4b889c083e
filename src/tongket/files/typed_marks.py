"""Marks of emphasis typed into Word files and pages (dấu ** và # gõ thẳng vào văn bản): text that was written elsewhere
and pasted keeps its '**bold**' and '## heading', which are style and not text, as they are in a plain text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tongket.files.emphasis import read_emphasis
from tongket.model.sources import Block, Source

_FEWEST = 3  # paragraphs with marks; a file with fewer means the stars as they stand
_BOLD = re.compile(r"\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*")
_HEADING = re.compile(r"#{1,4} \S")
_MAY_HOLD = frozenset({"paragraph", "row"})


def with_typed_marks(source: Source) -> Source:
    """``source`` with its typed marks read as what they stand for; as it was where it has none."""
    if "**" not in source.text and "# " not in source.text:
        return source
    if sum(_is_marked(source.text, block) for block in source.blocks) < _FEWEST:
        return source
    return replace(source, blocks=tuple(_read(source.text, block) for block in source.blocks))


def _is_marked(text: str, block: Block) -> bool:
    if block.kind not in _MAY_HOLD:
        return False
    has_heading = _HEADING.match(text, block.start, block.end) is not None
    return has_heading or _BOLD.search(text, block.start, block.end) is not None


def _read(text: str, block: Block) -> Block:
    if block.kind not in _MAY_HOLD or not any(sign in text[block.start : block.end] for sign in "*#"):
        return block
    own = read_emphasis(text, [(block.start, block.end)])[0]
    return replace(
        block,
        markup=tuple(sorted({*block.markup, *own.markup})),
        styles=tuple(sorted({*block.styles, *own.styles}, key=lambda one: (one.start, one.end, one.style))),
        level=block.level if own.level is None else own.level,
    )
