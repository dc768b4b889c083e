"""The JSON contract of ``tongket read --json``: what a report says, and its findings, as one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import msgspec

from tongket.messages import say
from tongket.model.documents import Citation
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import FileLine, ObservationKey, Place, SheetCell, Span
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.model.reports import Letterhead, Report, Section, Signature, Subject, Table

Wording = Callable[[Finding], str]

HEAD_FIELDS = (
    *("regime", "parent_body", "issuing_body", "number", "symbol"),
    *("canonical", "place", "date", "doc_type", "manner", "title"),
)


def report_object(report: Report, findings: Iterable[Finding], message: Wording, mend: Wording) -> dict[str, Any]:
    """The object of the contract. ``message`` and ``mend`` say a finding in the reader's language."""
    source = report.source
    return {
        "source": {
            "file": source.file,
            "sha256": source.sha256,
            "format": source.format,
            "pages": source.pages,
            "scanned": source.scanned,
            "confidence": None if source.confidence is None else round(source.confidence, 3),
            "made_by": source.made_by,
            "warnings": [say(warning) for warning in source.warnings],
        },
        "text": source.text,
        "letterhead": _letterhead(report.letterhead),
        "subject": _subject(report.subject),
        "sections": [_section(section) for section in report.sections],
        "citations": [_citation(citation) for citation in report.citations],
        "relations": [
            {"kind": relation.kind, "subject": relation.subject, "object": relation.object}
            for relation in report.relations
        ],
        "figures": [_figure(figure) for figure in report.figures],
        "tables": [_table(table) for table in report.tables],
        "footnotes": [
            {"mark": note.mark, "anchor": note.anchor, "start": note.start, "end": note.end}
            for note in report.footnotes
        ],
        "evaluation": [
            {"kind": passage.kind, "spans": [_span(span) for span in passage.spans], "text": passage.text}
            for passage in report.passages
        ],
        "declared_none": list(report.declared_none),
        "recipients": list(report.recipients),
        "signature": None if report.signature is None else _signature(report.signature),
        "co_signatures": [_signature(one) for one in report.co_signatures],
        "findings": [_finding(finding, message, mend) for finding in findings],
    }


def report_json(
    report: Report, findings: Iterable[Finding], message: Wording, mend: Wording, *, indent: int = 2
) -> bytes:
    """The object as UTF-8 JSON, indented by ``indent``; 0: on one line."""
    made = msgspec.json.encode(report_object(report, findings, message, mend))
    return msgspec.json.format(made, indent=indent) if indent else made


def _letterhead(head: Letterhead) -> dict[str, Any]:
    return {**{name: getattr(head, name) for name in HEAD_FIELDS}, "inferred": list(head.inferred)}


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "review": subject.review,
        "years": subject.years,
        "directive": subject.directive,
        "directives": [
            {"symbol": one.symbol, "date": one.date, "issuer": one.issuer, "via": one.via} for one in subject.directives
        ],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "number": section.number,
        "printed": section.printed or section.number,
        "title": section.title,
        "level": section.level,
        "start": section.start,
        "end": section.end,
        "kind": section.kind,
        "children": [_section(child) for child in section.children],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    names = [
        "start",
        "end",
        "core_start",
        "core_end",
        "text",
        "type",
        "number",
        "symbol",
        "date",
        "issuer",
        "title",
        "kind",
        "in_footnote",
    ]
    return {name: getattr(citation, name) for name in names}


def _figure(figure: Figure) -> dict[str, Any]:
    period = figure.period
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": _quantity(figure.value),
        "unit": figure.unit or None,
        "base_value": _quantity(figure.base_value),
        "qualifier": figure.qualifier,
        "what": figure.what,
        "of": figure.of,
        "period": period and {"from": period.start, "to": period.end, "as_of": period.as_of, "text": period.text},
        "extent": figure.extent,
        "target": figure.target,
        "in_table": figure.in_table,
        "in_footnote": figure.in_footnote,
    }


def _table(table: Table) -> dict[str, Any]:
    width = len(table.header)
    return {
        "start": table.start,
        "end": table.end,
        "title": table.title,
        "appendix": table.appendix or None,
        "header": list(table.header),
        "rows": [_cells(row.cells, width) for row in table.rows],
    }


def _cells(cells: Iterable[Any], width: int) -> list[str]:
    row = [""] * width
    for cell in cells:
        while len(row) <= cell.column:
            row.append("")
        row[cell.column] = cell.text
    return row


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "authority": signature.authority,
        "capacity": signature.capacity,
        "title": signature.title,
        "name": signature.name,
        "start": signature.start,
        "end": signature.end,
    }


def _finding(finding: Finding, message: Wording, mend: Wording) -> dict[str, Any]:
    place = finding.place
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "start": place.start if isinstance(place, Span) else None,
        "end": place.end if isinstance(place, Span) else None,
        "related": [place_object(one) for one in finding.related],
        "message": message(finding),
        "mend": mend(finding),
        **({} if isinstance(place, Span) else {"place": place_object(place)}),
    }


def place_object(place: Place) -> dict[str, Any]:
    """A place as JSON: a span, a cell of a sheet, a line of a file, or the key of an observation."""
    match place:
        case Span(start, end):
            return {"start": start, "end": end}
        case SheetCell(sheet, cell):
            return {"sheet": sheet, "cell": cell}
        case FileLine(file, line):
            return {"file": file, "line": line}
        case ObservationKey():
            return {name: getattr(place, name) for name in ["indicator", "cell", "unit", "extent", "period", "body"]}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _quantity(value: Quantity) -> Any:
    match value:
        case Decimal():
            return _number(value)
        case Share(part, whole):
            return {"part": _number(part), "whole": _number(whole)}
        case Pair(first, second):
            return {"first": _number(first), "second": _number(second)}
        case Range(low, high):
            return {"low": _number(low), "high": _number(high)}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
