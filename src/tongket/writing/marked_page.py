"""The report as read, on one page: what was understood is marked in place, and told beside it (``read --show``).

Nothing in the page comes from outside, and it is whole without a script. Personal data that the checks found are
masked, as in all outputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from tongket.checking.catalogue import mend, message, title
from tongket.messages import N_, Told, language, say
from tongket.model.consolidations import ReportRead
from tongket.model.documents import Citation
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.model.reports import PassageKind, Report, Section
from tongket.model.sources import Block
from tongket.vietnamese.dates import printed_day
from tongket.writing.findings_html import asset
from tongket.writing.marking import FINDING_LOOKS, Marks, Piece, marks_of
from tongket.writing.masking import NO_WIDTH, mask_quote, masked_text

_LAYERS = (
    ("cit", N_("Citations")),
    ("fig", N_("Figures")),
    ("head", N_("Headings")),
    ("anchor", N_("Notes")),
    ("find", N_("Errors and places to check")),
    ("hint", N_("Remarks of the check")),
)
_KINDS = {"full": N_("number and symbol"), "short": N_("short form"), "named": N_("by name")}
_PASSAGES: dict[PassageKind, str] = {
    "strengths": N_("Strengths"),
    "limitations": N_("Limitations"),
    "causes": N_("Causes"),
    "lessons": N_("Lessons"),
    "tasks": N_("Tasks"),
    "recommendations": N_("Recommendations"),
    "advantages": N_("Advantages"),
    "difficulties": N_("Difficulties"),
    "forecast": N_("Forecast"),
}


_PRINTED_MARKS = str.maketrans(",.", ".,")  # groups and decimals as Vietnamese documents print them
Masker = Callable[[str], str]  # what is quoted from the report, without its personal data


def marked_page(report: Report, findings: Sequence[Finding]) -> str:
    """The whole page in the language in use."""
    heading = say(N_("The report as read"))
    whose = ReportRead(report.source.file, report, None, "", tuple(findings))
    text = masked_text(whose)

    def masked(words: str) -> str:
        return mask_quote(words, whose)

    marks = marks_of(report, findings, masked)
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language()}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(report.source.file)} · {escape(heading)}</title>",
            f"<style>\n{asset('page.css')}{asset('marked.css')}</style></head>",
            "<body>",
            f'<a class="skip" href="#main">{_say(N_("To the main content"))}</a>',
            _head(report, heading, masked),
            _legend(report, findings),
            '<main id="main" class="read">',
            f'<article class="text" lang="vi">{"".join(_blocks(report, text, marks))}</article>',
            f'<aside class="side">{"".join(_lists(report, findings, text, masked))}</aside>',
            "</main>",
            f"<script>\n{asset('marked.js')}</script>",
            "</body></html>",
            "",
        ]
    )


def _say(text: str | Told, **facts: object) -> str:
    return escape(say(text, **facts))


def _head(report: Report, heading: str, masked: Masker) -> str:
    head, source = report.letterhead, report.source
    facts = [source.file, source.format, head.issuing_body, head.canonical, head.date and printed_day(head.date)]
    lines = [f'<p class="over">{escape(" · ".join(part for part in facts if part))}</p><h1>{escape(heading)}</h1>']
    named = f"{head.whole_type or ''}: {head.title or ''}".strip(": ")
    lines += [f'<p class="lede">{escape(masked(named))}</p>'] if named else []
    if report.subject.directives:
        reviewed = ", ".join(one.symbol for one in report.subject.directives)
        lines.append(f'<p class="lede">{_say(N_("Reviews: {directives}"), directives=reviewed)}</p>')
    if source.scanned:
        sure = "" if source.confidence is None else f"{source.confidence:.0%}"
        told = N_("This is a scan: its words were recognised with a mean confidence of {sure}. Compare doubtful ones.")
        lines.append(f'<p class="lede"><b>{_say(told, sure=sure)}</b></p>')
    lines += [f'<p class="lede">{_say(warning)}</p>' for warning in source.warnings]
    return f'<header class="head">{"".join(lines)}</header>'


def _legend(report: Report, findings: Sequence[Finding]) -> str:
    """What each mark means, with its count; a box takes the marks of its kind away and brings them back."""
    counts = {
        "cit": len(report.citations),
        "fig": len(report.figures),
        "head": sum(1 for _ in report.walk_sections()),
        "anchor": len(report.footnotes),
        "find": sum(1 for one in findings if one.severity != "info"),
        "hint": sum(1 for one in findings if one.severity == "info"),
    }
    boxes = "".join(
        f'<label class="box"><input type="checkbox" value="{layer}" checked>'
        f'<span class="key {layer}">{_say(name)}</span> {counts[layer]}</label>'
        for layer, name in _LAYERS
    )
    if report.source.doubts:
        boxes += f'<span class="key unsure">{_say(N_("Doubtful letters"))}</span> {len(report.source.doubts)}'
    return f'<form class="legend" id="legend" aria-label="{_say(N_("What is marked"))}">{boxes}</form>'


def _blocks(report: Report, text: str, marks: Marks) -> Iterator[str]:
    """The text block by block: paragraphs with the number of their heading in the margin, rows as tables."""
    heads = {one.start: one for one in report.walk_sections()}
    passages = {span.start: one.kind for one in report.passages for span in one.spans[:1]}
    rows: list[Block] = []
    for block in report.source.blocks:
        if rows and (block.kind != "row" or block.table != rows[0].table):
            yield _table(rows, text, marks)
            rows = []
        if block.kind == "row":
            rows.append(block)
        else:
            yield _paragraph(block, text, marks, heads, passages)
    if rows:
        yield _table(rows, text, marks)


def _paragraph(
    block: Block, text: str, marks: Marks, heads: dict[int, Section], passages: dict[int, PassageKind]
) -> str:
    looks = [block.kind, "centred" if block.centred else ""]
    section = next((heads[at] for at in range(block.start, block.end) if at in heads), None)
    kind = next((passages[at] for at in range(block.start, block.end) if at in passages), None)
    margin = ""
    if section is not None:
        looks.append(f"heading level-{min(section.level, 4)} {section.kind}")
        margin = f'<span class="margin number">{escape(section.number or section.marker or "¶")}</span>'
    elif kind is not None:
        margin = f'<span class="margin part">{_say(_PASSAGES[kind])}</span>'
    words = _words(block.start, block.end, text, marks, block.breaks)
    return f'<p class="{" ".join(look for look in looks if look)}">{margin}{words}</p>'


def _table(rows: Sequence[Block], text: str, marks: Marks) -> str:
    body = "".join(f"<tr>{''.join(_cells(row, text, marks))}</tr>" for row in rows)
    return f'<div class="scroll" tabindex="0"><table>{body}</table></div>'


def _cells(row: Block, text: str, marks: Marks) -> Iterator[str]:
    for cell in row.cells:
        spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        tag = "th" if row.heading_row else "td"
        yield f"<{tag}{spans}>{_words(cell.start, cell.end, text, marks, row.breaks)}</{tag}>"


_TAB = "\u2003" * 3  # what stands behind a tab in a paragraph (the right column of a letterhead) stands apart


def _words(start: int, end: int, text: str, marks: Marks, breaks: Sequence[int] = ()) -> str:
    return "".join(_piece(piece, text, breaks) for piece in marks.pieces(start, end))


def _piece(piece: Piece, text: str, breaks: Sequence[int]) -> str:
    words = escape(
        "".join("\n" if piece.start + at in breaks else char for at, char in enumerate(text[piece.start : piece.end]))
    ).replace(NO_WIDTH, "")
    words = words.replace("\t", _TAB)
    if not piece.marks or not words:
        return words
    looks = " ".join(dict.fromkeys(one.look for one in piece.marks))
    hint = next((one.hint for one in reversed(piece.marks) if one.hint), "")
    begun = [one for one in piece.marks if one.first and one.start == piece.start]
    anchors = "".join(f'<i id="p{one.entry}"></i>' for one in begun)
    entry = next((one.entry for one in piece.marks if one.entry), "")
    said = f' title="{escape(hint)}"' if hint else ""
    if entry:
        return f'{anchors}<a href="#{entry}" class="{looks}"{said}>{words}</a>'
    return f'{anchors}<span class="{looks}"{said}>{words}</span>'


def _lists(report: Report, findings: Sequence[Finding], text: str, masked: Masker) -> Iterator[str]:
    told = [(one.severity == "info", _finding(number, one)) for number, one in enumerate(findings, 1)]
    yield _list(N_("Errors and places to check"), [entry for is_remark, entry in told if not is_remark])
    yield _list(N_("Remarks of the check"), [entry for is_remark, entry in told if is_remark], "remarks")
    yield _list(N_("Citations"), [_citation(number, one, masked) for number, one in enumerate(report.citations, 1)])
    yield _list(N_("Figures"), [_figure(number, one, text, masked) for number, one in enumerate(report.figures, 1)])
    notes = [
        _entry(f"n{number}", one.mark, [" ".join(text[one.start : one.end].split())])
        for number, one in enumerate(report.footnotes, 1)
    ]
    yield _list(N_("Notes"), notes)


def _list(name: str, entries: Sequence[str], look: str = "listed") -> str:
    if not entries:
        return ""
    head = f"<h2>{_say(name)} <small>{len(entries)}</small></h2>"
    return f'<section class="{look}">{head}<ol>{"".join(entries)}</ol></section>'


def _entry(key: str, lead: str, parts: Iterable[str | None], look: str = "") -> str:
    told = "".join(f"<span>{escape(part)}</span>" for part in parts if part)
    return f'<li id="{key}" class="{look}"><a href="#p{key}">{escape(lead)}</a>{told}</li>'


def _finding(number: int, one: Finding) -> str:
    return _entry(f"x{number}", title(one.kind), [message(one), mend(one)], FINDING_LOOKS[one.severity])


def _citation(number: int, one: Citation, masked: Masker) -> str:
    parts = [
        one.symbol if one.symbol and one.symbol != one.number else None,
        one.date and printed_day(one.date),
        one.issuer,
        one.title and f"«{masked(one.title)}»",
        one.role or None,
        say(_KINDS[one.kind]),
    ]
    lead = f"{one.type} {one.number}" if one.number else masked(" ".join(one.text.split())) or one.type
    return _entry(f"c{number}", lead, parts)


def _figure(number: int, one: Figure, text: str, masked: Masker) -> str:
    parts = [
        one.what and masked(one.what),
        one.of and masked(one.of),
        one.period.text if one.period else None,
        one.qualifier,
        f"= {_amount(one.base_value)} {one.base_unit}" if one.base_value != one.value else None,
        say(N_("a target, no result")) if one.target else None,
    ]
    lead = " ".join(text[one.start : one.end].replace(NO_WIDTH, "").split()) or f"{_amount(one.value)} {one.unit}"
    return _entry(f"f{number}", lead, dict.fromkeys(parts))


def _amount(value: Quantity) -> str:
    match value:
        case Share():
            return f"{_amount(value.part)}/{_amount(value.whole)}"
        case Range():
            return f"{_amount(value.low)}–{_amount(value.high)}"
        case Pair():
            return f"{_amount(value.first)}/{_amount(value.second)}"
    return f"{value:,f}".translate(_PRINTED_MARKS)
