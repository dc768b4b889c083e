"""The order of reading, on one page."""

from __future__ import annotations

from tongket.model.reports import Letterhead, Report, Subject
from tongket.model.sources import Source
from tongket.reading.flow import build_flow
from tongket.reading.footnotes import read_footnotes
from tongket.reading.frame import find_frame
from tongket.reading.outline import read_outline
from tongket.reading.signature import read_tail
from tongket.reading.tables import read_tables


def read_source(source: Source) -> Report:
    """Everything that ``source`` says."""
    flow = build_flow(source)
    frame = find_frame(flow)
    tail = read_tail(source, flow, frame)
    tables, appendices = read_tables(source, flow, frame)
    return Report(
        source=source,
        letterhead=Letterhead(),
        subject=Subject(),
        sections=read_outline(source, flow, frame),
        tables=tables,
        appendices=appendices,
        footnotes=read_footnotes(source, flow),
        recipients=tail.recipients,
        recipients_at=tail.recipients_at,
        signature=tail.signature,
    )
