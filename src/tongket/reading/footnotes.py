"""The notes of a report with the places that call them (chú thích)."""

from __future__ import annotations

from tongket.model.places import Span
from tongket.model.reports import Footnote
from tongket.model.sources import Source
from tongket.reading.form.frame import Frame
from tongket.reading.running.flow import Flow


def read_footnotes(source: Source, flow: Flow, frame: Frame) -> tuple[Footnote, ...]:
    """Every note in the order in which it stands; each mark in the text calls the next note with that mark."""
    waiting: dict[str, list[int]] = {}
    for anchor in flow.anchors:
        waiting.setdefault(anchor.mark, []).append(anchor.start)
    notes = [paragraph for paragraph in flow.paragraphs if paragraph.kind == "note"]
    lost = _lost_anchors(source, flow, frame, len(notes)) if notes and not flow.anchors else []
    found = []
    for order, paragraph in enumerate(notes):
        block = source.blocks[paragraph.blocks[0]]
        line = source.text[block.start : block.end]
        start = block.end - len(line.lstrip())
        span = flow.span(paragraph.start, paragraph.end)
        if paragraph.end <= paragraph.start:  # a mark and no words, which has no place in the flow
            span = Span(start + len(line.strip()), start + len(line.strip()))
        called = waiting.get(paragraph.mark)
        anchor_at = called.pop(0) if called else lost[order] if lost else None
        found.append(Footnote(paragraph.mark, anchor_at, start, span.end, span.start))
    return tuple(found)


def _lost_anchors(source: Source, flow: Flow, frame: Frame, notes: int) -> list[int]:
    """Where the marks stood that a converter lost: each left a line end inside a sentence.

    Only where there are as many such line ends as notes; in a text that is wrapped by hand they tell nothing.
    """
    breaks = [
        source.blocks[index].end
        for part in (frame.opening, frame.body)
        for order in part
        if flow.paragraphs[order].kind == "body"
        for index in flow.paragraphs[order].blocks[:-1]
    ]
    return breaks if len(breaks) == notes else []
