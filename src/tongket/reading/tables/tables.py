"""Tables of figures and the appendices that hold them (bảng biểu, phụ lục).

A table is Word's own, or rows of cells between tabs. Page breaks and ruled lines inside it are no rows; a new header
begins a new table. The columns of a letterhead or a signature are no table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tongket.model.places import Span
from tongket.model.reports import Appendix, Table, TableRow
from tongket.model.sources import Source
from tongket.reading.form.frame import Frame
from tongket.reading.outline.heading_numbers import roman_value
from tongket.reading.running.flow import Flow
from tongket.reading.running.joining import AUTHORITY
from tongket.reading.tables.appendices import CAPTION, LABEL, TABLE_TITLE, read_appendices
from tongket.reading.tables.headers import (
    NUMBER_HEADER,
    at_headers,
    has_digit,
    header_height,
    header_of,
    is_column_numbers,
    is_header,
    texts_of,
)
from tongket.reading.tables.rows import Row, is_rule, runs_of_rows

_ROW_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-H]|\d{1,3}(?:\.\d{1,2})*|[a-zđ]|\*|[-–+])[.)]?$")
_LETTERHEAD = re.compile(
    r"CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$|(?:^|[\s*])Nơi nhận\s*:|NƠI NHẬN|Độc lập\s?[-–]\s?Tự do"
    r"|^Số\s*:?\s*[\d.…]*\s*[/-]"
)
_TAIL = re.compile(rf"{AUTHORITY}|(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|NGƯỜI LẬP BIỂU|Người lập biểu)$")
_TOTAL = re.compile(r"(?:TỔNG CỘNG|Tổng cộng|TỔNG SỐ|Tổng số|CỘNG|Cộng|TỔNG|Tổng|Toàn (?:tỉnh|huyện|xã))\s*:?$")
_UNIT_LINE = re.compile(r"\(?(?:Đơn vị tính|Đơn vị|ĐƠN VỊ TÍNH|ĐVT|Đvt|đvt)\s*:?\s*(.{1,40}?)\)?\s*$")
_MARK = re.compile(r"([-–+*•])\s*")
_LETTER = re.compile(r"[^\W\d_]")
_UNNUMBERED, _DASH, _PLUS = 70, 70, 80


def read_tables(source: Source, flow: Flow, frame: Frame) -> tuple[tuple[Table, ...], tuple[Appendix, ...]]:
    """The tables and the appendices, in reading order."""
    appendices = read_appendices(flow, frame)
    tables = []
    starts = [one.start for one in appendices]
    for run in runs_of_rows(source, flow):
        if not _is_data(run):
            continue
        for part in at_headers(run):
            table = _table(flow, frame, part)
            if table is not None:
                order = bisect_right(starts, table.start) - 1
                owner = appendices[order] if order >= 0 and table.start < appendices[order].end else None
                if owner is not None:
                    table = replace(
                        table,
                        appendix=owner.label,
                        caption=table.caption or owner.caption,
                        caption_at=table.caption_at or owner.caption_at,
                    )
                tables.append(table)
    return tuple(tables), appendices


def _is_data(run: Sequence[Row]) -> bool:
    """Two rows and two columns at least, of which none says that this is a head or a signature."""
    if len(run) < 2 or max(len(row.cells) for row in run) < 2:
        return False
    texts = [cell.text for row in run[:12] for cell in row.cells if cell.text]
    if any(_LETTERHEAD.search(text) for text in texts):
        return False
    headed = is_header(run[0])
    return headed or (not any(_TAIL.match(text) for text in texts) and any(map(has_digit, texts)))


def _table(flow: Flow, frame: Frame, run: Sequence[Row]) -> Table | None:
    height = header_height(run)
    repeated = {texts_of(row) for row in run[:height]}
    rows = [
        row
        for row in run[height:]
        if not all(is_rule(cell.text) for cell in row.cells)
        and not is_column_numbers(row)
        and texts_of(row) not in repeated  # typed again where a page begins
    ]
    if not rows:
        return None
    width = max(cell.column + cell.columns for row in run for cell in row.cells)
    header = header_of(run[:height], width)
    title, caption, caption_at, unit = _title(flow, frame, run[0].paragraph)
    return Table(
        start=run[0].start,
        end=run[-1].end,
        title=title,
        header=header,
        rows=tuple(_with_paths(rows, _label_column(header, rows))),
        caption=caption,
        caption_at=caption_at,
        unit=unit,
    )


def _label_column(header: Sequence[str], rows: Sequence[Row]) -> int:
    """The column that names the rows: the second where the first numbers them, else the first, also where it names them
    by numbers ('Khối', 'Năm') and the second counts.
    """
    if header and NUMBER_HEADER.fullmatch(header[0]):
        return 1
    firsts = [next((cell.text for cell in row.cells if cell.column == 0), "") for row in rows]
    numbered = sum(1 for text in firsts if not text or _ROW_NUMBER.fullmatch(text))
    if numbered < len(firsts) * 0.8 or not any(firsts):
        return 0
    seconds = [cell.text for row in rows for cell in row.cells if cell.column == 1]
    return 1 if any(map(_LETTER.search, seconds)) or not all(map(has_digit, seconds)) else 0


def _with_paths(rows: Sequence[Row], column: int) -> Iterable[TableRow]:
    """Each row with the labels above it: roman, arabic, 3.1, dashes; a row without mark belongs to the number above."""
    above: list[tuple[int, str]] = []
    for row in rows:
        number = next((cell.text for cell in row.cells if cell.column == 0), "") if column else ""
        cell = next((cell for cell in row.cells if cell.column == column), None)
        text = cell.text if cell else ""
        if number and not text and _spans(number):
            cell = next(cell for cell in row.cells if cell.column == 0)
            number, text = "", cell.text
        mark = _MARK.match(text)
        label = text[mark.end() :] if mark else text
        rank = _rank(number.strip(" .)"), mark.group(1) if mark else "", label, numbered=any(r < 70 for r, _ in above))
        while above and above[-1][0] >= rank:
            above.pop()
        above.append((rank, label))
        start = cell.end - len(label) if cell and mark else cell.start if cell else row.start
        yield TableRow(
            start=row.start,
            end=row.end,
            cells=row.cells,
            number=number,
            label=label,
            path=tuple(name for _, name in above if name),
            level=len(above) - 1,
            label_start=start,
            label_end=cell.end if cell else row.start,
        )


def _spans(number: str) -> bool:
    """Whether what stands in the column of numbers names the row, over both columns: 'Tổng cộng', 'Liên doanh'."""
    return not _ROW_NUMBER.fullmatch(number) and sum(map(str.isalpha, number)) > 1


def _rank(number: str, mark: str, label: str, *, numbered: bool) -> int:
    if number:
        if re.fullmatch(r"[IVX]+", number) and roman_value(number):
            return 10
        if re.fullmatch(r"[A-H]", number):
            return 5
        if number[0].isdigit():
            return 20 + 10 * number.count(".")
        if number in {"-", "–", "*"}:
            return _DASH
        return _PLUS if number == "+" else 60
    if _TOTAL.match(label):
        return 4
    if mark == "+":
        return _PLUS
    if mark or numbered:
        return _DASH
    return _UNNUMBERED


def _title(flow: Flow, frame: Frame, at: int) -> tuple[str | None, str, Span | None, str]:
    """Title, caption and unit ('Đơn vị tính: triệu đồng') from the lines just above a table."""
    title, caption, caption_at, unit = None, "", None, ""
    for index in range(at - 1, max(at - 5, -1), -1):
        paragraph = flow.paragraphs[index]
        text = flow.text[paragraph.start : paragraph.end]
        if paragraph.kind != "body" or LABEL.match(text) or index in frame.title:
            break
        if text.startswith("(") or _UNIT_LINE.match(text):
            if (stated := _UNIT_LINE.match(text)) and not unit:
                unit = stated.group(1)
            if CAPTION.search(text) and not caption:
                caption, caption_at = text, flow.span(paragraph.start, paragraph.end)
            continue
        if TABLE_TITLE.match(text) and len(text) < 300 and not text.endswith((".", ";")):
            title = text.rstrip(":").strip()
        break
    return title, caption, caption_at, unit
