"""The order of reading, on one page."""

from __future__ import annotations

from collections.abc import Iterator

from tongket.model.places import Span
from tongket.model.reports import Paragraph, Report
from tongket.model.sources import Source
from tongket.reading.citations.citations import read_citations
from tongket.reading.citations.relations import read_relations
from tongket.reading.evaluation import paragraph_spans, read_evaluation
from tongket.reading.figures.figures import read_figures
from tongket.reading.footnotes import read_footnotes
from tongket.reading.form.frame import Frame, find_frame
from tongket.reading.form.letterhead import read_letterhead
from tongket.reading.form.signature import Tail, read_tail
from tongket.reading.form.subject import read_basis, read_subject
from tongket.reading.outline.outline import read_outline
from tongket.reading.running.flow import Flow, build_flow
from tongket.reading.running.scan import scan
from tongket.reading.tables.tables import read_tables
from tongket.reading.tables.torn_rows import read_torn_rows


def read_source(source: Source) -> Report:
    """Everything that ``source`` says."""
    flow = build_flow(source)
    frame = find_frame(flow)
    tail = read_tail(source, flow, frame)
    head = read_letterhead(source, flow, frame, tail.signature)
    sections = read_outline(source, flow, frame)
    tables, appendices = read_tables(source, flow, frame)
    tokens = scan(flow.text)
    citations = read_citations(flow, tokens, own=head.number_at, doubts=source.doubts)
    relations = read_relations(source.text, citations)
    figures, figure_links = read_figures(
        flow, tokens, citations, sections, tables, read_torn_rows(source), tail.recipients_at
    )
    evaluation = read_evaluation(source, flow, frame, sections)
    return Report(
        source=source,
        letterhead=head,
        subject=read_subject(flow, frame, head.title, head.title_at, citations, relations),
        basis=read_basis(flow, frame),
        closing=_span(flow, frame.closing),
        sections=sections,
        citations=citations,
        relations=relations,
        figures=figures,
        figure_links=figure_links,
        tables=tables,
        appendices=appendices,
        footnotes=read_footnotes(source, flow, frame),
        recipients=tail.recipients,
        recipients_at=tail.recipients_at,
        signature=tail.signature,
        co_signatures=tail.co_signatures,
        passages=evaluation.passages,
        declared_none=evaluation.declared_none,
        paragraphs=tuple(_paragraphs(source, flow, frame, tail)),
    )


def _span(flow: Flow, index: int | None) -> Span | None:
    if index is None:
        return None
    paragraph = flow.paragraphs[index]
    return flow.span(paragraph.start, paragraph.end)


def _paragraphs(source: Source, flow: Flow, frame: Frame, tail: Tail) -> Iterator[Paragraph]:
    """The running text paragraph by paragraph, each with the part of the document that it belongs to."""
    for index, paragraph in enumerate(flow.paragraphs):
        spans = paragraph_spans(source, flow, paragraph)
        text = flow.text[paragraph.start : paragraph.end]
        if paragraph.kind != "body":
            yield Paragraph(paragraph.kind, text, spans)
        elif index in frame.head or index in frame.title or index == frame.type_at:
            yield Paragraph("head", text, spans)
        elif index in frame.tail:
            received = tail.recipients_at is not None and bool(spans) and spans[0].touches(tail.recipients_at)
            yield Paragraph("recipients" if received else "signature", text, spans)
        else:
            yield Paragraph("body", text, spans)
