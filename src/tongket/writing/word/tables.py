"""The appendices' tables: heads repeated on every page, no row cut in two, wide ones on a landscape page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tongket.model.drafts import Draft, DraftTable
from tongket.registry.layouts import Layout
from tongket.writing.word.body import Numbers, live_figure
from tongket.writing.word.elements import Element, paragraph, run, twips, val, w
from tongket.writing.word.metrics import column_widths, lines_of
from tongket.writing.word.styles import SMALL_SIZE, TABLE_SIZE

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MANY = 7  # columns, and
_LONG = 40  # rows, above which a table is set in the smaller size
_LAST_ROWS = 3  # stay on one page: a total does not stand alone at the top of one
_TITLE_SHARE = 0.9  # of the text width


def appendix(tables: Sequence[DraftTable], draft: Draft, layout: Layout, numbers: Numbers) -> list[Element]:
    """All tables of one appendix, with its label, title and the line that ties it to the report."""
    first = tables[0]
    width = layout.text_width_across if first.landscape else layout.text_width
    content = [paragraph("AppendixLabel", [run(first.label)])]
    for number, table in enumerate(tables):
        if number:  # a further part of a wide table; the narrow ones follow on the same page
            content.append(paragraph("Gap", (), *([w("pageBreakBefore")] if table.landscape else [])))
        if table.title:
            title = lines_of(table.title.upper(), layout.parts["appendix_title"].size.write, width * _TITLE_SHARE)
            content.append(paragraph("AppendixTitle", [run("\n".join(title))]))
        if number == 0:
            content.append(paragraph("AppendixReference", [run(f"({reference_line(draft, across=first.landscape)})")]))
        if table.caption:
            content.append(paragraph("AppendixReference", [run(f"({table.caption.strip('()')})")]))
        content.append(data_table(table, width, numbers))
        content += [paragraph("TableNote", [run(note)]) for note in table.notes]
    return content


def reference_line(draft: Draft, *, across: bool) -> str:
    """'Kèm theo Báo cáo số      /BC-UBND ngày      tháng 11 năm 2026 của Ủy ban nhân dân tỉnh ...'."""
    body = _sentence_case(draft.issuing_body)
    number = f"{draft.doc_type.capitalize()} số      {draft.symbol}"
    return f"Kèm theo {number} {draft.date_line}{' ' if across else chr(10)}của {body}"


_LOWER = {"TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG", "THỊ XÃ", "ĐẶC KHU"}


def _sentence_case(body: str) -> str:
    """'ỦY BAN NHÂN DÂN\\nTỈNH MẪU SƠN' -> 'Ủy ban nhân dân tỉnh Mẫu Sơn'."""
    lines = body.split("\n")
    words = lines[0].capitalize()
    for line in lines[1:]:
        kind = next((one for one in sorted(_LOWER, key=len, reverse=True) if line.startswith(one + " ")), "")
        name = line[len(kind) :].strip().title() if kind else line.title()
        words += f" {kind.lower()} {name}" if kind else f" {name}"
    return words


def data_table(table: DraftTable, width: float, numbers: Numbers, *, whole: bool = False) -> Element:
    """A table of ``width`` mm, its head repeated on every page; ``whole``: it is not cut by the end of a page."""
    small = len(table.header) > _MANY or len(table.rows) > _LONG
    family, size = ("Small", SMALL_SIZE) if small else ("Table", TABLE_SIZE)
    texts = [[title, *_measured(table, column)] for column, title in enumerate(table.header)]
    columns = [twips(one) for one in column_widths(table.widths, texts, size, width, table.number_columns)]
    keys: dict[tuple[int, int], list[str]] = {}
    for row, column, key in table.figures:
        keys.setdefault((row, column), []).append(key)
    heads = [
        _cell(f"{family}Head", [run(title)], one, together=whole)
        for title, one in zip(table.header, columns, strict=True)
    ]
    rows = [w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *heads)]
    last = len(table.rows) if whole else _LAST_ROWS
    rows += [_row(table, index, columns, keys, family, numbers, last) for index in range(len(table.rows))]
    return w("tbl", _properties(sum(columns)), w("tblGrid", *(w("gridCol", w=one) for one in columns)), *rows)


def _measured(table: DraftTable, column: int) -> list[str]:
    """The column's cells as they are measured: what is centred or a number stays on one line."""
    whole = column in table.number_columns or column in table.centred_columns
    blank = table.room and whole and not any(row[column] for row in table.rows[1:])
    room = "0" * table.room if blank else ""
    return [row[column].replace(" ", "\u00a0") or room if whole else row[column] for row in table.rows]


def _properties(width: int) -> Element:
    borders = w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="000000") for edge in _EDGES))
    margins = w("tblCellMar", w("left", w=60, type="dxa"), w("right", w=60, type="dxa"))
    measure = w("tblW", w=width, type="dxa")
    return w("tblPr", measure, val("jc", "center"), borders, w("tblLayout", type="fixed"), margins)


def _row(
    table: DraftTable,
    index: int,
    columns: Sequence[int],
    keys: Mapping[tuple[int, int], list[str]],
    family: str,
    numbers: Numbers,
    last: int,
) -> Element:
    bold = index in table.bold_rows
    together = len(table.rows) - last <= index < len(table.rows) - 1
    cells = []
    for column, (text, width) in enumerate(zip(table.rows[index], columns, strict=True)):
        words = _words(text, keys.get((index, column), []), bold, numbers)
        cells.append(_cell(family + _style(table, column, bold=bold), words, width, together=together))
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _style(table: DraftTable, column: int, *, bold: bool) -> str:
    if column in table.number_columns:
        return "Total" if bold else "Number"
    return "Centre" if column in table.centred_columns else "Text"


def _words(text: str, keys: list[str], bold: bool, numbers: Numbers) -> list[Element]:
    """The cell's words; of a pair 'a/b' each half is a figure of its own."""
    if not keys:
        return [run(text, bold=bold)] if text else []
    halves = text.split("/") if len(keys) > 1 else [text]
    content: list[Element] = []
    for number, (key, half) in enumerate(zip(keys, halves, strict=True)):
        content += [run("/", bold=bold)] if number else []
        content += live_figure(key, [run(half, bold=bold)], numbers)
    return content


def _cell(style: str, content: list[Element], width: int, *, together: bool = False) -> Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"), val("vAlign", "center"))
    return w("tc", properties, paragraph(style, content, *([w("keepNext")] if together else [])))
