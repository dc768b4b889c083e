"""The findings as one page (phat-hien.html): self-contained, printable, and whole without a script.

Nothing in it comes from outside: style and script are in the page, the fonts are those of the machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path

from tongket.checking.catalogue import mend, message, title
from tongket.messages import N_, language, say
from tongket.model.consolidations import Consolidation, ReportRead
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.vietnamese.dates import printed_day
from tongket.writing.context import Piece, context, place_words
from tongket.writing.masking import NO_WIDTH, masked_text
from tongket.writing.naming import short_body, with_written_names

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SEVERITY_WORDS: dict[Severity, str] = {"error": N_("Error"), "warning": N_("To check"), "info": N_("Note")}
_CLASSES = {"error": "", "warning": " warn", "info": " info"}
_MARKS = {"error": "bad", "warning": "doubt", "info": "note"}


def write_findings(consolidation: Consolidation, path: Path) -> None:
    """Write the page to ``path``."""
    path.write_bytes(findings_html(consolidation).encode())


def findings_html(consolidation: Consolidation) -> str:
    """The whole page in the language in use."""
    consolidation = with_written_names(consolidation)
    heading = say(N_("Findings in the reports"))
    subject = f"{consolidation.programme.title} · {consolidation.unit.full_name}"
    body = [
        f'<a class="skip" href="#main">{_say(N_("To the main content"))}</a>',
        f'<header class="head"><p class="over">{escape(subject)}</p><h1>{escape(heading)}</h1>',
        f'<p class="lede">{_summary(consolidation)}</p></header>',
        _filters(consolidation),
        f'<main id="main"><p class="none" id="none" hidden>{_say(N_("No finding fits this choice."))}</p>',
        *(_report(read, number) for number, read in enumerate(_in_order(consolidation.reports), 1)),
        _between(consolidation),
        _left_out(consolidation),
        "</main>",
    ]
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language()}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(heading)} · {escape(consolidation.programme.title)}</title>",
            f"<style>\n{asset('page.css')}{asset('findings.css')}</style></head>",
            "<body>",
            *body,
            f"<script>\n{asset('findings.js')}</script>",
            "</body></html>",
            "",
        ]
    )


def asset(name: str) -> str:
    """A stylesheet or script that goes into a page."""
    return (files("tongket.writing") / "assets" / name).read_text(encoding="utf-8")


def _say(text: str, **facts: object) -> str:
    return escape(say(text, **facts))


def _in_order(reads: Sequence[ReportRead]) -> list[ReportRead]:
    """Reports with errors first, then by doubts; those without a finding last."""
    return sorted(reads, key=lambda read: tuple(-count for count in _counts(read.findings)))


def _counts(findings: Iterable[Finding]) -> tuple[int, int, int]:
    found = Counter(one.severity for one in findings)
    return found["error"], found["warning"], found["info"]


def _all_findings(consolidation: Consolidation) -> Iterator[Finding]:
    for read in consolidation.reports:
        yield from read.findings
    yield from consolidation.findings


def _summary(consolidation: Consolidation) -> str:
    errors, warnings, notes = _counts(_all_findings(consolidation))
    clear = sum(not read.findings for read in consolidation.reports)
    parts = [
        _say(N_("{count} reports read"), count=len(consolidation.reports)),
        f"<b>{_say(N_('{count} errors'), count=errors)}</b>",
        _say(N_("{count} points to check"), count=warnings),
        _say(N_("{count} notes"), count=notes),
    ]
    if clear:
        parts.append(_say(N_("{count} reports without a finding"), count=clear))
    if consolidation.left_out:
        parts.append(_say(N_("{count} files left out"), count=len(consolidation.left_out)))
    return ", ".join(parts) + "."


def _filters(consolidation: Consolidation) -> str:
    """Choices that the script applies; without a script they are not shown."""
    found = list(_all_findings(consolidation))
    kinds = Counter(one.kind for one in found)
    options = "".join(
        f'<option value="{escape(kind)}">{_say(title(kind))} ({count})</option>'
        for kind, count in sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0]))
    )
    units = "".join(
        f'<option value="r{number}">{escape(short_body(read.body))} ({len(read.findings)})</option>'
        for number, read in enumerate(_in_order(consolidation.reports), 1)
        if read.findings
    )
    severities = Counter(one.severity for one in found)
    boxes = "".join(
        f'<label class="box"><input type="checkbox" name="severity" value="{one}" checked>'
        f'<span class="sev{_CLASSES[one]}" aria-hidden="true"></span>{_say(word)} ({severities[one]})</label>'
        for one, word in SEVERITY_WORDS.items()
    )
    return (
        f'<form class="filters" id="filters" hidden aria-label="{_say(N_("Choose findings"))}">'
        f'<fieldset><legend class="sr">{_say(N_("Severity"))}</legend>{boxes}</fieldset>'
        + _select("kind", N_("Kind"), N_("All kinds"), options)
        + _select("unit", N_("Unit"), N_("All units"), units)
        + f'<output id="shown" aria-live="polite" data-words="{_say(N_("findings shown"))}"></output></form>'
    )


def _select(name: str, label: str, every: str, options: str) -> str:
    return (
        f'<label>{_say(label)} <select name="{name}"><option value="">{_say(every)}</option>{options}</select></label>'
    )


def _report(read: ReportRead, number: int) -> str:
    errors, warnings, notes = _counts(read.findings)
    head = read.report.letterhead
    facts = [escape(read.file)]
    if head.canonical:
        facts.insert(0, escape(head.canonical))
    if head.date:
        facts.append(escape(printed_day(head.date)))
    counts = "".join(
        f'<span class="count{style}">{_say(words, count=count)}</span>'
        for style, words, count in (
            (" wrong", N_("{count} errors"), errors),
            (" back", N_("{count} points to check"), warnings),
            ("", N_("{count} notes"), notes),
        )
        if count
    )
    text = masked_text(read)
    ordered = sorted(read.findings, key=lambda one: (SEVERITIES.index(one.severity), _start(one)))
    items = "\n".join(_finding(one, place, read, text) for place, one in enumerate(ordered, 1))
    content = (
        f'<ol class="findings">\n{items}\n</ol>' if items else f'<p class="clear">{_say(N_("Nothing to look at."))}</p>'
    )
    return (
        f'<section class="report" id="r{number}" data-unit="r{number}"><header><h2>{escape(short_body(read.body))}</h2>'
        f'<p class="facts">{" · ".join(facts)}</p><p class="counts">{counts}</p></header>{content}</section>'
    )


def _start(finding: Finding) -> int:
    return finding.place.start if isinstance(finding.place, Span) else 0


def _finding(finding: Finding, number: int, read: ReportRead | None, text: str) -> str:
    severity = finding.severity
    where = f"{say(SEVERITY_WORDS[severity])} · {title(finding.kind)} · {place_words(finding.place, read)}"
    quote = ""
    if read is not None and isinstance(finding.place, Span):
        related = [one for one in finding.related if isinstance(one, Span)]
        quote = f'<blockquote class="quote">{_pieces(context(text, finding.place, related), severity)}</blockquote>'
        quote += "".join(_related(one, read, text) for one in related if not _shown(text, finding.place, related, one))
    return (
        f'<li class="finding{_CLASSES[severity]}" data-severity="{severity}" data-kind="{escape(finding.kind)}">'
        f'<span class="sev" aria-hidden="true">{number}</span><div><p class="where">{escape(where)}</p>'
        f'<p class="what">{escape(message(finding))}</p>{quote}<p class="mend">{escape(mend(finding))}</p></div></li>'
    )


def _shown(text: str, place: Span, related: Sequence[Span], one: Span) -> bool:
    """Whether the related place is already marked in the quoted passage."""
    words = text[one.start : one.end]
    return any(piece.mark == "related" and piece.text == words for piece in context(text, place, related))


def _related(place: Span, read: ReportRead, text: str) -> str:
    """A place elsewhere in the report that the finding rests on."""
    where = say(N_("Compare {place}"), place=place_words(place, read))
    words = _pieces(context(text, place), "info")
    return f'<blockquote class="quote other"><span class="where">{escape(where)}</span> {words}</blockquote>'


def _pieces(pieces: Iterable[Piece], severity: Severity) -> str:
    marks = {"place": _MARKS[severity], "related": "rel"}
    return "".join(
        f'<mark class="{marks[piece.mark]}">{_words(piece)}</mark>' if piece.mark else _words(piece) for piece in pieces
    )


def _words(piece: Piece) -> str:
    """The words of a piece; cells of a table row stand apart."""
    return escape(piece.text.replace("\t", " | ").replace(NO_WIDTH, ""))


def _between(consolidation: Consolidation) -> str:
    if not consolidation.findings:
        return ""
    items = "\n".join(_finding(one, place, None, "") for place, one in enumerate(consolidation.findings, 1))
    heading = _say(N_("Between reports"))
    head = f'<section class="report" id="between"><header><h2>{heading}</h2></header>'
    return f'{head}<ol class="findings">{items}</ol></section>'


def _left_out(consolidation: Consolidation) -> str:
    if not consolidation.left_out:
        return ""
    items = "".join(
        f"<li><b>{escape(one.file)}</b> {escape(one.reason.removeprefix(one.file + ': '))}</li>"
        for one in consolidation.left_out
    )
    heading = _say(N_("Files left out"))
    return f'<section class="report left" id="left-out"><header><h2>{heading}</h2></header><ul>{items}</ul></section>'
