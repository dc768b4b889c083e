"""The notes of a report with the places that call them (chú thích)."""

from __future__ import annotations

from tongket.model.reports import Footnote
from tongket.model.sources import Source
from tongket.reading.flow import Flow


def read_footnotes(source: Source, flow: Flow) -> tuple[Footnote, ...]:
    """Every note in the order in which it stands; each mark in the text calls the next note with that mark."""
    waiting: dict[str, list[int]] = {}
    for anchor in flow.anchors:
        waiting.setdefault(anchor.mark, []).append(anchor.start)
    found = []
    for paragraph in flow.paragraphs:
        if paragraph.kind != "note":
            continue
        block = source.blocks[paragraph.blocks[0]]
        start = (
            block.start + len(source.text[block.start : block.end]) - len(source.text[block.start : block.end].lstrip())
        )
        span = flow.span(paragraph.start, paragraph.end)
        called = waiting.get(paragraph.mark)
        anchor_at = called.pop(0) if called else None
        found.append(Footnote(paragraph.mark, anchor_at, start, span.end, span.start))
    return tuple(found)
