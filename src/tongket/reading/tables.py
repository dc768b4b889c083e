"""Tables of figures and the appendices that hold them (bảng biểu, phụ lục).

A table is Word's own, or rows of cells between tabs. Page breaks and ruled lines inside it are no rows; a new header
begins a new table. The columns of a letterhead or a signature are no table.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tongket.model.places import Span
from tongket.model.reports import Appendix, Table, TableCell, TableRow
from tongket.model.sources import Block, Cell, Source
from tongket.reading.flow import Flow
from tongket.reading.frame import Frame
from tongket.reading.heading_numbers import roman_value
from tongket.reading.joining import AUTHORITY
from tongket.vietnamese.unicode import INVISIBLE, nfc

_NUMBER_HEADER = re.compile(r"(?:STT|TT|Số TT|Stt|S\s?TT|Số\s+thứ\s+tự|TT\.|STT\.|MS|Mã số)$")
_ROW_NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-H]|\d{1,3}(?:\.\d{1,2})*|[a-zđ]|\*|[-–+])[.)]?$")
_LETTERHEAD = re.compile(
    r"CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$|(?:^|[\s*])Nơi nhận\s*:|NƠI NHẬN|Độc lập\s?[-–]\s?Tự do"
    r"|^Số\s*:?\s*[\d.…]*\s*[/-]"
)
_TAIL = re.compile(rf"{AUTHORITY}|(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|NGƯỜI LẬP BIỂU|Người lập biểu)$")
_CAPTION = re.compile(
    r"[Ss]ố liệu|[Tt]ính (?:đến|từ)|[Gg]iai đoạn|[Tt]ừ (?:ngày|tháng|năm)|[Đđ]ến (?:ngày|tháng|năm)|[Tt]hời điểm"
    r"|[Nn]ăm \d{4}"
)
_TABLE_TITLE = re.compile(
    r"(?:\d{1,2}|[IVX]{1,5}|[A-H]|[a-zđ])\s?[.)/-]\s*\S|(?:Bảng|BẢNG|Biểu|BIỂU|Phụ biểu|PHỤ BIỂU)\b"
)
_LABEL = re.compile(
    r"((?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|BIỂU|Biểu)(?:\s+(?:SỐ|số))?"
    r"(?:\s*:?\s*(?:[IVX]+|\d+[A-Za-z]?|[A-Z])(?=$|[\s.:,/-]))?)\s*[.:\-–]?\s*"
)
_TOTAL = re.compile(r"(?:TỔNG CỘNG|Tổng cộng|TỔNG SỐ|Tổng số|CỘNG|Cộng|TỔNG|Tổng|Toàn (?:tỉnh|huyện|xã))\s*:?$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?")  # with the year of a school year
_UNIT_LINE = re.compile(r"\(?(?:Đơn vị tính|Đơn vị|ĐƠN VỊ TÍNH|ĐVT|Đvt|đvt)\s*:?\s*(.{1,40}?)\)?\s*$")
_MARK = re.compile(r"([-–+*•])\s*")
_ON_A_LINE = dict.fromkeys(map(ord, f"\n\r{INVISIBLE}"), " ")  # a cell of plain lines may hold several
_UNNUMBERED, _DASH, _PLUS = 70, 70, 80


@dataclass(frozen=True, slots=True)
class _Row:
    block: Block
    start: int
    end: int
    cells: tuple[TableCell, ...]
    paragraph: int  # index into the flow's paragraphs


def read_tables(source: Source, flow: Flow, frame: Frame) -> tuple[tuple[Table, ...], tuple[Appendix, ...]]:
    """The tables and the appendices, in reading order."""
    appendices = _appendices(flow, frame)
    tables = []
    starts = [one.start for one in appendices]
    for run in _runs(source, flow):
        if not _is_data(run):
            continue
        for part in _at_headers(run):
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


def _runs(source: Source, flow: Flow) -> list[list[_Row]]:
    """Rows that stand together: of one Word table, or with nothing between them but ruled lines."""
    runs: list[list[_Row]] = []
    last: tuple[int, int | None] | None = None
    calls = sorted(Span(one.start, one.end) for one in flow.anchors)  # a note's mark in a cell is not its text
    anchor = 0
    for index, paragraph in enumerate(flow.paragraphs):
        if paragraph.kind != "row":
            if last is not None and _is_rule(flow.text[paragraph.start : paragraph.end]):
                last = (index, last[1])
            continue
        block = source.blocks[paragraph.blocks[0]]
        while anchor < len(calls) and calls[anchor].start < block.start:
            anchor += 1
        beyond = anchor
        while beyond < len(calls) and calls[beyond].start < block.end:
            beyond += 1
        own = calls[anchor:beyond]
        row = _row(source, block, index, own)
        if last is not None and last[0] == index - 1 and last[1] == block.table:
            runs[-1].append(row)
        else:
            runs.append([row])
        last = (index, block.table)
    return runs


def _is_rule(text: str) -> bool:
    return not text.strip(" -–—_=*.\t|")


def _row(source: Source, block: Block, paragraph: int, calls: Sequence[Span]) -> _Row:
    cuts = sorted([*block.markup, *calls])
    cells = tuple(_cell(source, cuts, cell) for cell in block.cells or _tabbed(source.text, block))
    return _Row(block, block.start, block.end, cells, paragraph)


def _tabbed(text: str, block: Block) -> Iterable[Cell]:
    """The cells of a line that is a row only by its neighbours: its words between tabs."""
    at = block.start
    for column, piece in enumerate(text[block.start : block.end].split("\t")):
        yield Cell(at, at + len(piece), column)
        at += len(piece) + 1


def _start(span: Span) -> int:
    return span.start


def _cell(source: Source, cuts: Sequence[Span], cell: Cell) -> TableCell:
    pieces, at = [], cell.start
    low, high = cell.end, cell.start
    first, beyond = bisect_left(cuts, cell.start, key=_start), bisect_left(cuts, cell.end, key=_start)
    for mark in [*cuts[first:beyond], Span(cell.end, cell.end)]:
        stop = min(mark.start, cell.end)
        piece = source.text[at:stop]
        if piece.strip():
            low = min(low, at + len(piece) - len(piece.lstrip()))
            high = max(high, at + len(piece.rstrip()))
            pieces.append(piece)
        if mark.start >= cell.end:
            break
        at = mark.end
    text = nfc("".join(pieces).translate(_ON_A_LINE)).strip()
    if not text:
        low = high = cell.start
    return TableCell(text, low, high, cell.column, cell.columns, cell.rows)


def _is_data(run: Sequence[_Row]) -> bool:
    """Two rows and two columns at least, of which none says that this is a head or a signature."""
    if len(run) < 2 or max(len(row.cells) for row in run) < 2:
        return False
    texts = [cell.text for row in run[:12] for cell in row.cells if cell.text]
    if any(_LETTERHEAD.search(text) for text in texts):
        return False
    headed = _is_header(run[0])
    return headed or (not any(_TAIL.match(text) for text in texts) and any(map(_has_digit, texts)))


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _is_header(row: _Row) -> bool:
    first = next((cell.text for cell in row.cells if cell.text), "")
    return bool(_NUMBER_HEADER.fullmatch(first)) or row.block.heading_row


def _at_headers(run: Sequence[_Row]) -> Iterable[list[_Row]]:
    """A run cut where a new header begins; the same header again, as Word repeats it on each page, cuts nothing."""
    part: list[_Row] = []
    header: tuple[str, ...] = ()
    for row in run:
        if _is_header(row) and not row.block.heading_row:
            titles = _texts(row)
            if part and titles == header:
                continue
            if any(not _is_header(one) for one in part):
                yield part
                part = []
            header = titles
        part.append(row)
    if part:
        yield part


def _table(flow: Flow, frame: Frame, run: Sequence[_Row]) -> Table | None:
    height = _header_height(run)
    repeated = {_texts(row) for row in run[:height]}
    rows = [
        row
        for row in run[height:]
        if not all(_is_rule(cell.text) for cell in row.cells)
        and not _is_column_numbers(row)
        and _texts(row) not in repeated  # typed again where a page begins
    ]
    if not rows:
        return None
    width = max(cell.column + cell.columns for row in run for cell in row.cells)
    header = _header(run[:height], width)
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


def _texts(row: _Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _header_height(run: Sequence[_Row]) -> int:
    """How many rows the header has: Word's own mark, else the first row and what its merged cells reach over."""
    marked = sum(1 for row in run if row.block.heading_row)
    if marked and marked < len(run):
        return marked
    first = run[0]
    if not _is_header(first) and any(
        _is_value(cell.text) and not _YEAR.fullmatch(cell.text) for cell in first.cells[1:]
    ):
        return 0
    height = max((cell.rows for cell in first.cells), default=1)
    merged = any(cell.columns > 1 for cell in first.cells)
    while height < min(len(run) - 1, 3) and (merged or height == 1) and _is_second_header(run[height]):
        height += 1
        merged = False
    return min(height, len(run) - 1)


def _is_second_header(row: _Row) -> bool:
    """A row of words under the header whose first cells are blank or belong to the row above."""
    texts = [cell.text for cell in row.cells]
    blank_first = not row.cells or row.cells[0].column > 0 or not texts[0]
    second_blank = row.cells[0].column > 1 if row.cells else False
    second_blank = second_blank or (len(texts) > 1 and not texts[1])
    return (
        blank_first
        and second_blank
        and any(texts)
        and not any(_is_value(text) and not _YEAR.fullmatch(text) for text in texts)
    )


def _is_value(text: str) -> bool:
    return bool(text) and _has_digit(text) and not any(char.isalpha() for char in text)


def _is_column_numbers(row: _Row) -> bool:
    """'A | B | 1 | 2 | 3' or '(1) | (2) | (3)' under a header: names of columns and no figures."""
    texts = [cell.text.strip("() ") for cell in row.cells]
    if len(texts) < 3 or not all(texts):
        return False
    plain = [text.split("=")[0].strip("() ") for text in texts]
    letters = [text for text in plain if text in {"A", "B", "C", "D"}]
    numbers = [int(text) for text in plain[len(letters) :] if text.isdecimal()]
    first = 1 if letters else numbers[0] if numbers else 0
    return len(letters) + len(numbers) == len(plain) and first == 1 and numbers == list(range(1, len(numbers) + 1))


def _header(rows: Sequence[_Row], width: int) -> tuple[str, ...]:
    """The title of each column: the titles above one another, joined, a merged one over all that it covers."""
    titles: list[list[str]] = [[] for _ in range(width)]
    for cells in _spread(rows, width):
        for cell in cells:
            for column in range(cell.column, min(cell.column + cell.columns, width)):
                if cell.text and cell.text not in titles[column]:
                    titles[column].append(cell.text)
    return tuple(" ".join(" ".join(title).split()) for title in titles)


def _spread(rows: Sequence[_Row], width: int) -> list[tuple[TableCell, ...]]:
    """The cells of the header rows, with the reach of merged titles that plain text has lost.

    Tabs tell no spans: a title reaches over the blanks after it that have titles beneath. Where the first row is short
    by some columns and the second holds titles under some of it only, each unbroken group of those lies under one
    title, which reaches over it.
    """
    cells = [row.cells for row in rows]
    if len(rows) != 2 or any(cell.columns > 1 for cell in cells[0]):
        return cells
    if len(cells[0]) >= width:
        return [_over_blanks(cells[0], {cell.column for cell in cells[1] if cell.text}), cells[1]]
    below = [cell.column for cell in cells[1] if cell.text]
    missing = width - len(cells[0])
    groups = len(below) - missing
    if groups < 1 or len(below) % groups or below != list(range(below[0], below[0] + len(below))):
        return cells
    size, first = len(below) // groups, below[0]
    spread: list[TableCell] = []
    for index, cell in enumerate(cells[0]):
        covers = size if first <= index < first + groups else 1
        column = spread[-1].column + spread[-1].columns if spread else cell.column
        spread.append(replace(cell, column=column, columns=covers))
    return [tuple(spread), cells[1]]


def _over_blanks(cells: Sequence[TableCell], below: set[int]) -> tuple[TableCell, ...]:
    spread: list[TableCell] = []
    for cell in cells:
        if spread and not cell.text and {cell.column, spread[-1].column} <= below:
            spread[-1] = replace(spread[-1], columns=spread[-1].columns + 1)
        else:
            spread.append(cell)
    return tuple(spread)


def _label_column(header: Sequence[str], rows: Sequence[_Row]) -> int:
    """The column that names the rows: the second where the first numbers them, else the first."""
    if header and _NUMBER_HEADER.fullmatch(header[0]):
        return 1
    firsts = [next((cell.text for cell in row.cells if cell.column == 0), "") for row in rows]
    numbered = sum(1 for text in firsts if not text or _ROW_NUMBER.fullmatch(text))
    return 1 if numbered >= len(firsts) * 0.8 and any(firsts) else 0


def _with_paths(rows: Sequence[_Row], column: int) -> Iterable[TableRow]:
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
        if paragraph.kind != "body" or _LABEL.match(text) or index in frame.title:
            break
        if text.startswith("(") or _UNIT_LINE.match(text):
            if (stated := _UNIT_LINE.match(text)) and not unit:
                unit = stated.group(1)
            if _CAPTION.search(text) and not caption:
                caption, caption_at = text, flow.span(paragraph.start, paragraph.end)
            continue
        if _TABLE_TITLE.match(text) and len(text) < 300 and not text.endswith((".", ";")):
            title = text.rstrip(":").strip()
        break
    return title, caption, caption_at, unit


def _appendices(flow: Flow, frame: Frame) -> tuple[Appendix, ...]:
    """Each label with the title lines and the caption that follow it, to the next label or the end."""
    found: list[Appendix] = []
    indexes = list(frame.appendices)
    labels = [index for index in indexes if _is_label(flow, index)]
    if indexes and indexes[0] not in labels:
        labels.insert(0, indexes[0])
    for order, index in enumerate(labels):
        stop = labels[order + 1] if order + 1 < len(labels) else frame.appendices.stop
        found.append(_appendix(flow, index, stop))
    return tuple(found)


def _is_label(flow: Flow, index: int) -> bool:
    paragraph = flow.paragraphs[index]
    if paragraph.kind != "body" or paragraph.end - paragraph.start > 250:
        return False
    text = flow.text[paragraph.start : paragraph.end]
    found = _LABEL.match(text)
    if not found:
        return False
    rest = text[found.end() :]
    return found.group(1).isupper() or not rest or found.group(1)[-1].isdigit()


def _appendix(flow: Flow, index: int, stop: int) -> Appendix:
    paragraph = flow.paragraphs[index]
    text = flow.text[paragraph.start : paragraph.end]
    found = _LABEL.match(text)
    label = found.group(1).strip() if found else ""
    titles = [text[found.end() :]] if found and text[found.end() :] else []
    caption, caption_at = "", None
    for after in range(index + 1, stop):
        other = flow.paragraphs[after]
        line = flow.text[other.start : other.end]
        if other.kind != "body" or _TABLE_TITLE.match(line) or len(line) > 300:
            break
        if line.startswith("("):
            if not caption and _CAPTION.search(line):
                caption, caption_at = line, flow.span(other.start, other.end)
        elif not _is_rule(line) and not caption and len(titles) < 3:
            titles.append(line)
    last = flow.paragraphs[stop - 1]
    end = flow.span(last.start, last.end).end
    return Appendix(label, " ".join(titles).strip(), flow.raw(paragraph.start), end, caption, caption_at)
