"""The dress of headings (bold, italic, underlined): how far it goes in a paragraph."""

from __future__ import annotations

from bisect import bisect_left

from tongket.model.sources import Source
from tongket.reading.running.flow import Flow, FlowParagraph


def styled_prefix(source: Source, flow: Flow, paragraph: FlowParagraph, text: str, at: int) -> tuple[int, int] | None:
    """A bold, italic or underlined beginning that ends in or before a colon or full stop, text following."""
    block = source.blocks[paragraph.blocks[0]]
    if not block.styles:
        return None
    begin = flow.raw(paragraph.start + at)
    for style in block.styles:
        if style.style == "superscript" or not (style.start <= begin + 1 and style.end > begin + 1):
            continue
        reach = flow_offset(flow, paragraph, style.end) - paragraph.start
        reach = _over_the_cut(text, reach, open_to_the_end=style.end >= block.end - 3 and len(paragraph.blocks) > 1)
        title = text[at:reach].rstrip()
        after = reach
        while after < len(text) and text[after] in " :\u00a0":
            after += 1
        closed = title.endswith((":", ".")) or ":" in text[len(title) + at : after]
        if closed and 3 <= len(title) <= 420 and after < len(text) and ". " not in title:
            return (reach if title.endswith((":", ".")) else after), after
    return None


def _over_the_cut(text: str, reach: int, *, open_to_the_end: bool) -> int:
    """A heading that a page break cut in two: its dress ends at the cut, its colon follows on the other side."""
    if not open_to_the_end or text[:reach].rstrip().endswith(":"):
        return reach
    colon = text.find(":", reach, reach + 200)
    stop = text.find(". ", reach, reach + 200)
    return colon + 1 if colon >= 0 and (stop < 0 or colon < stop) else reach


def flow_offset(flow: Flow, paragraph: FlowParagraph, raw: int) -> int:
    """The flow offset within ``paragraph`` of the first character at or after source offset ``raw``."""
    start = paragraph.start
    return start + bisect_left(range(start, paragraph.end), raw, key=flow.raw)


def is_styled(source: Source, flow: Flow, paragraph: FlowParagraph, start: int, end: int) -> bool:
    """Whether ``start``..``end`` of a paragraph is bold from end to end."""
    block = source.blocks[paragraph.blocks[0]]
    if not block.styles or len(paragraph.blocks) > 1:
        return False
    low, high = flow.raw(paragraph.start + start), flow.raw(paragraph.start + end - 1)
    return any(style.style == "bold" and style.start <= low and style.end >= high for style in block.styles)
