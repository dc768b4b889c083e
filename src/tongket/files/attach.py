"""A report and its appendices in files of their own (phụ lục kèm theo): read as one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tongket.model.places import Span
from tongket.model.sources import Block, Source


def with_appendices(source: Source, appendices: Sequence[Source]) -> Source:
    """``source`` with the text and blocks of ``appendices`` after its own, in their order.

    The offsets of ``source`` stay as they are; it keeps its name, hash, format and pages.
    """
    for other in appendices:
        shift = len(source.text) + 1
        tables = 1 + max((block.table for block in source.blocks if block.table is not None), default=-1)
        blocks = len(source.blocks)
        source = replace(
            source,
            text=f"{source.text}\n{other.text}",
            blocks=source.blocks + tuple(_moved(block, shift, tables) for block in other.blocks),
            anchors=source.anchors
            + tuple(
                replace(one, start=one.start + shift, end=one.end + shift, note=one.note + blocks)
                for one in other.anchors
            ),
            comments=source.comments + other.comments,
            warnings=tuple(dict.fromkeys(source.warnings + other.warnings)),
            scanned=source.scanned or other.scanned,
            confidence=min((one for one in (source.confidence, other.confidence) if one is not None), default=None),
            doubts=source.doubts
            + tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in other.doubts),
        )
    return source


def _moved(block: Block, shift: int, tables: int) -> Block:
    return replace(
        block,
        start=block.start + shift,
        end=block.end + shift,
        styles=tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in block.styles),
        markup=tuple(Span(one.start + shift, one.end + shift) for one in block.markup),
        cells=tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in block.cells),
        breaks=tuple(at + shift for at in block.breaks),
        table=None if block.table is None else block.table + tables,
        page=None,
    )
