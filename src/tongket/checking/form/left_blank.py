"""Places for a number, a day or a name that were left open (để trống): dots inside a sentence, cells of a table.

Cases of ``incomplete``, whose page stands with sentences that break off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.cells import is_open
from tongket.checking.form.norms import TYPES_OF_NORMS
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import SMALL

_FORM = 8  # places left open beyond which a text is a form to be filled in
_DOTS = re.compile(
    rf"(?<=[{SMALL}] )(?:(?:\.{{4,}}|…{{2,}}|_{{4,}})(?= [{SMALL}%])|…+\.[.…]*(?= [{SMALL}])"
    r"|(?:\.{6,}|…{3,}|_{6,})(?=\s?[,;]))"
)
_DOTS_AT_END = re.compile(  # no page number follows
    rf"(?:(?<=[{SMALL}])|(?<=[{SMALL}] ))(?:\.{{5,}}|…{{2,}})(?=[ \t]*\n\s*(?:[^\d\s]|\d{{1,2}}[.)]\s))"
)
_GAP = r"(?:(?<!\.\.)\.{2,}+|(?<!……)…++|_{2,}+)"  # from the beginning of its run: each run is looked at once
# Names of units and schools, and years: 'trường TH ……….. đã', 'năm học 20…-20…'; no page number follows
_OPEN_NAMES = re.compile(
    r"(?<!\w)(?:[Tt]rường|TRƯỜNG|TH|THCS|THPT|MN|[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Hh]uyện|HUYỆN|[Tt]ỉnh|TỈNH|UBND|GD(?:&?ĐT)?)"
    r"(?: (?:Tiểu học|Mầm non|Trung học cơ sở|TIỂU HỌC|MẦM NON|TH|THCS|THPT|xã|huyện))? (?:\.{4,}+|…[.…]++)(?![ \t]*\d)"
)
_YEAR_GAP = r"(?:19|20)(?:\.{2,}+|…[.…]*)"
_OPEN_YEARS = re.compile(rf"(?<!\w)[Nn]ăm(?: học)?\s?:?\s?{_YEAR_GAP}(?:\s?[-–]\s?{_YEAR_GAP})?")
_OPEN_DAYS = re.compile(
    rf"(?<!\w)(?:{_GAP}\s?[/-]\s?(?:{_GAP}|\d{{1,2}})|\d{{1,2}}\s?[/-]\s?{_GAP})\s?[/-]\s?(?:(?:19|20)(?:\d\d|{_GAP})|{_GAP})"
    rf"|ngày\s?(?:{_GAP}|\s)\s?tháng\s?(?:{_GAP}|\d{{1,2}}|\s)\s?năm(?:\s(?:19|20)\d\d|\s?{_GAP})"
    r"|ngày\s{1,6}/\s?\d{1,2}\s?/\s?(?:19|20)\d\d"
    rf"|(?<!\w)(?:ngày|tháng|quý) {_GAP}(?:/\d{{1,4}})+|(?<!\w)(?:ngày|tháng) \d{{1,2}}/{_GAP}"
)


def check_dotted_blanks(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for dots or a rule inside a sentence, where a number, day or name was to be filled in.

    Not flagged: a few dots at the end of a line, dots before a page number (a table of contents), number and date in
    the head, which are flagged as missing there, and below the title of what a decision issues; blank forms, also those
    behind provisions.
    """
    head = report.letterhead.type_at.end if report.letterhead.type_at else 0
    lines = _open_lines(report.text, head)
    found = [
        match
        for pattern in (_DOTS, _DOTS_AT_END, _OPEN_DAYS, _OPEN_NAMES, _OPEN_YEARS)
        for span in lines
        for match in pattern.finditer(report.text, *span)
    ]
    found = _each_once(found)
    forms = _forms(report)
    for match in found if len(found) <= _FORM else ():
        if match.start() >= forms or _OWN_DECISION.search(report.text, max(match.start() - 80, 0), match.start()):
            continue
        facts = {"printed": _around(report.text, match.start(), match.end())}
        yield Finding("incomplete", "warning", Span(match.start(), match.end()), "dots", facts)


def _each_once(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """What was found, but of two that share dots the first."""
    kept: list[re.Match[str]] = []
    for one in sorted(found, key=lambda match: (match.start(), -match.end())):
        if not kept or one.start() >= kept[-1].end():
            kept.append(one)
    return kept


def _forms(report: Report) -> int:
    """Where the forms begin that provisions have behind them ('Mẫu số 01'), and some reports below their signature,
    with blanks for those who fill them in.
    """
    if report.letterhead.doc_type not in TYPES_OF_NORMS:
        sent_along = _SENT_ALONG.search(report.text, report.signature.end) if report.signature else None
        return sent_along.start() if sent_along else len(report.text)
    own = [one.start for one in report.appendices]
    form = _FORM_TITLE.search(report.text)
    return min(
        [*own, *([report.signature.start] if report.signature else []), *([form.start()] if form else [])]
        or [len(report.text)]
    )


_SENT_ALONG = re.compile(r"(?m)^[^\w\n]*(?:Mẫu|MẪU) (?:số|SỐ|phiếu|PHIẾU|biểu|BIỂU|đơn|ĐƠN)(?!\w)")  # below a report
_FORM_TITLE = re.compile(r"(?m)^[^\w\n]*(?:Mẫu|MẪU|PHỤ LỤC|Phụ lục)(?: (?:số|SỐ))? [\dIVX]+")


def _around(text: str, start: int, end: int) -> str:
    """What is left open at a place with the word behind it or, at the end of a line, with the words before it."""
    word = text.find(" ", end + 1)
    printed = text[start : word if 0 <= word - end < _NEXT_WORD else end].split("\n")[0].rstrip(" .,;")
    if any(map(str.isalnum, printed)):
        return printed
    return " ".join([*text[max(start - 2 * _NEXT_WORD, 0) : start].split("\n")[-1].split()[-2:], text[start:end]])


_NEXT_WORD = 20  # letters in which a word ends
_OWN_DECISION = re.compile(r"\((?:Ban hành )?[Kk]èm theo [^()\n]*$")  # its number is stamped on the first page
_OPEN = (re.compile(r"\.\.|__|…"), re.compile(r"ngày\s{1,6}(?:tháng|/)"))
_NEXT_LINE = re.compile(r"\n\s*\S[^\n]*\n?")


def _open_lines(text: str, head: int) -> list[tuple[int, int]]:
    """The lines from ``head`` on in which something is left open, each with the next line of text below it."""
    lines: list[tuple[int, int]] = []
    looked = -1  # where the last line with a gap ends
    for place in sorted(found.start() for pattern in _OPEN for found in pattern.finditer(text, head)):
        if place < looked:
            continue
        looked = text.find("\n", place)
        looked = len(text) if looked < 0 else looked
        start = max(head, text.rfind("\n", head, place) + 1)
        below = _NEXT_LINE.match(text, looked)
        if lines and start < lines[-1][1]:
            start = lines.pop()[0]
        lines.append((start, below.end() if below else len(text)))
    return lines


_NUMBER_CELL = re.compile(r"\s*\d[\d.,/]*\s*%?\s*")


def check_open_cells(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for dots or question marks in the cell of a table where the other rows have numbers.

    Not flagged: rows that are open altogether, and those without a label (a list that goes on); blank forms.
    """
    for table in report.tables:
        counted = {cell.column for row in table.rows for cell in row.cells if _NUMBER_CELL.fullmatch(cell.text)}
        found = [
            cell
            for row in table.rows
            if any(_NUMBER_CELL.fullmatch(cell.text) for cell in row.cells[1:])
            for cell in row.cells
            if cell.column in counted and is_open(cell.text)
        ]
        for cell in found if len(found) <= _FEW_CELLS else ():
            yield Finding("incomplete", "warning", Span(cell.start, cell.end), "dots", {"printed": cell.text.strip()})


_FEW_CELLS = 3  # of one table: more of them, and it is a form


CHECKS = (check_dotted_blanks, check_open_cells)
