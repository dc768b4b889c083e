"""Tables as they stand on paper, from Word or from a sheet: one value for both, before anybody says what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.model.sources import Block, Source
from tongket.vietnamese.unicode import nfc

_STT = re.compile(r"(?:S[Tt]{1,2}|TT|Stt|Tt|S\s?TT|(?:Số|SỐ) (?:TT|[Tt]hứ tự|THỨ TỰ))\.?")
_LABEL_TITLE = re.compile(
    r"(?:nội dung|chỉ tiêu|tiêu chí|danh mục|hạng mục|nhiệm vụ|mục tiêu|tên |tổ chức|đơn vị|cơ quan|lĩnh vực|chỉ số"
    r"|phân loại|loại|diễn giải|hoạt động|mô hình|phong trào|thông tin|công việc|các chỉ tiêu|kết quả|số liệu"
    r"|địa phương|ngành|nhóm|đối tượng|khoản mục|hình thức|văn bản|xã|huyện|khu vực|thành phần)(?!\w)"
)
_VALUE_TITLE = re.compile(
    r"(?:mã số|tổng số|tổng cộng|số lượng|đvt|đơn vị tính|kế hoạch|thực hiện|trong đó.*|ghi chú|chia (?:ra|theo).*"
    r"|kết quả|năm 20\d\d"
    r"|cấp (?:tỉnh|huyện|xã|cơ sở).*)"
)
_FORM_HEAD = re.compile(
    r"(?:Biểu|BIỂU|Mẫu|MẪU|Phụ lục|PHỤ LỤC) |(?:Đơn vị|Cơ quan) (?:báo cáo|nhận|gửi)|Ngày nhận|Ban hành kèm"
)
_APPENDIX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|MẪU BIỂU|Mẫu biểu|MẪU|Mẫu|BIỂU|Biểu|BẢNG|Bảng)"
    r"(?: (?:SỐ|số))?(?:[ :]*(?:[IVX]+|\d{1,3}(?:[.\-/]\d{1,2})*[A-Za-z]?|[A-Z])(?=$|[\s.:,/\-–]))?"
)
_DATELINE = re.compile(r"[^,;:]{0,40},?\s*[Nn]gày[\s\d.…_/]*(?:tháng[\s\d.…_]*)?(?:năm[\s\d.…_]*)?$")
_TAIL = re.compile(
    r"(?:NGƯỜI|Người) (?:LẬP|lập)|(?:THỦ TRƯỞNG|Thủ trưởng)|TM\.|KT\.|TL\.|Nơi nhận|NƠI NHẬN|(?:Ký|KÝ)[,( ]|\(Ký"
    r"|(?:Xác nhận|XÁC NHẬN) (?:của|CỦA)|(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN)$"
)
_FRAME_WORDS = (
    "Độc lập - Tự do",
    "CỘNG HÒA XÃ HỘI",
    "CỘNG HOÀ XÃ HỘI",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Nơi nhận",
    "NƠI NHẬN",
)
_RULE = re.compile(r"[-–—=_\s\t|]{3,}")
_REMARK = re.compile(r"(?:Ghi chú|GHI CHÚ|Lưu ý|LƯU Ý|Chú thích|Chú ý|\*+)\s*:?\s*\S*")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its text (lines parted by '\\n'), its column from 0, and how far it reaches."""

    text: str
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with its place for messages: 'Biểu 1!5' or 'bảng 2, dòng 5'. Cells that another covers are not listed."""

    cells: tuple[GridCell, ...]
    where: str = ""
    heading: bool = False  # marked as a header by the format

    def text(self, column: int) -> str:
        """The text in ``column``, "" where a cell from above or from the left covers it."""
        return next((cell.text for cell in self.cells if cell.column == column), "")

    @property
    def filled(self) -> tuple[GridCell, ...]:
        """The cells that hold text."""
        return tuple(cell for cell in self.cells if cell.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the lines right above it (title, period, unit) and the remarks right below."""

    where: str
    above: tuple[str, ...]
    rows: tuple[GridRow, ...]
    below: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((cell.column + cell.columns for row in self.rows for cell in row.cells), default=0)


def is_header(row: GridRow) -> bool:
    """Whether a table begins with this row: 'STT', or two titles and more of which one names what the rows are."""
    texts = [" ".join(cell.text.split()) for cell in row.filled]
    if not texts:
        return False
    if _STT.fullmatch(texts[0]):
        return len(texts) > 1
    if any(_FORM_HEAD.match(text) for text in texts):
        return False
    worded = len(texts) > 1 and not any(re.fullmatch(r"[\d.,%/ ]+", text) for text in texts)
    told = any(is_label_title(text) for text in texts[:2]) or sum(map(_is_value_title, texts)) > 1
    return worded and told and all(len(text) < 120 for text in texts)


def _is_value_title(text: str) -> bool:
    return bool(_VALUE_TITLE.fullmatch(text.strip().lower()))


def is_label_title(title: str) -> bool:
    """Whether a column of this title names the rows: 'Nội dung', 'Chỉ tiêu', 'Tổ chức'."""
    return bool(_LABEL_TITLE.match(title.strip().lower()))


def is_ordinal_title(title: str) -> bool:
    """Whether a column of this title numbers the rows: 'STT', 'TT'."""
    return bool(_STT.fullmatch(" ".join(title.split())))


def grids_of_source(source: Source, start: int = 0) -> tuple[Grid, ...]:
    """The tables of a Word file or text from offset ``start`` on, with the lines around them."""
    found: list[Grid] = []
    lines: list[str] = []
    rows: list[GridRow] = []
    table: int | None = None
    for block in source.blocks:
        if block.start < start or block.kind in ("note", "text_box"):
            continue
        text = _clean(source, block.start, block.end, block)
        typed = block.kind != "row" and bool(rows) and "\t" in source.text[block.start : block.end]
        if block.kind == "row" or typed:
            if rows and block.table != table:
                found += _closed(rows, lines, len(found))
                rows, lines = [], []
            table = block.table
            where = f"{source.file}, {len(found) + 1}!{len(rows) + 1}"
            rows.append(_typed_row(source, block, where) if typed else _row(source, block, where))
            continue
        if _RULE.fullmatch(text):
            continue
        if rows:
            closed = _closed(rows, lines, len(found))
            rows, lines = [], []
            found += closed
        if text:
            lines.append(text)
    if rows:
        found += _closed(rows, lines, len(found))
    return tuple(_with_remarks(found, lines if not rows else []))


def _typed_row(source: Source, block: Block, where: str) -> GridRow:
    """A line of plain text inside a table typed with tabs: its cells, blank ones too."""
    pieces = source.text[block.start : block.end].split("\t")
    marks = re.compile(r"</?\w+>|[*_]{2,}")
    return GridRow(tuple(GridCell(marks.sub("", nfc(one)).strip(), at) for at, one in enumerate(pieces)), where)


def _closed(rows: Sequence[GridRow], lines: Sequence[str], number: int) -> list[Grid]:
    """The tables that a run of rows is; a letterhead or signature without borders is none."""
    return split_rows(rows, tuple(lines), str(number + 1))


def _row(source: Source, block: Block, where: str) -> GridRow:
    cells = tuple(
        GridCell(_clean(source, cell.start, cell.end, block), cell.column, cell.columns, cell.rows)
        for cell in block.cells
    )
    return GridRow(cells, where, block.heading_row)


def _clean(source: Source, start: int, end: int, block: Block) -> str:
    """The words between two offsets without marks of emphasis; breaks inside a cell become line ends."""
    cuts = {offset for span in block.markup for offset in range(span.start, span.end)} if block.markup else frozenset()
    breaks = frozenset(block.breaks)
    letters = ["\n" if at in breaks else source.text[at] for at in range(start, end) if at not in cuts]
    return nfc("".join(letters)).replace("\u00a0", " ").strip()


def split_rows(rows: Sequence[GridRow], above: tuple[str, ...], where: str) -> list[Grid]:
    """The tables in a run of rows: each begins at a header; the lines between are titles and remarks.

    A run without any header is one table where it has two columns, and none where it is a letterhead or signature.
    """
    starts = _starts(rows)
    if not starts:
        plain = len(rows) > 1 and max((len(row.filled) for row in rows), default=0) > 1
        if not plain or any(_is_frame(row) for row in rows):
            return []
        first = next(index for index, row in enumerate(rows) if len(row.filled) > 1)
        before = tuple(text for row in rows[:first] for text in _line(row))
        return [Grid(rows[first].where or where, (*above, *before), tuple(rows[first:]))]
    found: list[Grid] = []
    lines = [*above, *(text for row in rows[: starts[0]] for text in _line(row))]
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(rows)
        body, after = _cut_tail(rows[start:stop], keep_titles=number + 1 < len(starts))
        titles, remarks = _parted(after) if number + 1 < len(starts) else ([], after)
        found.append(Grid(body[0].where, tuple(lines), tuple(body), tuple(remarks)))
        lines = titles
    return found


def _starts(rows: Sequence[GridRow]) -> list[int]:
    """Where tables begin: at headers, but not at one that repeats the header above or belongs to it."""
    found: list[int] = []
    titles: tuple[str, ...] = ()
    for index, row in enumerate(rows):
        if not is_header(row) or _is_frame(row):
            continue
        own = tuple(cell.text for cell in row.filled)
        fresh = not found or _is_new(rows, found[-1], index, row)
        if fresh and (own != titles or _gap(rows, index)):
            found.append(index)
            titles = own
    return found


def _is_new(rows: Sequence[GridRow], last: int, index: int, row: GridRow) -> bool:
    """Whether a header-like row after a header opens a table: 'STT' does; others only after a gap or a title line."""
    if is_ordinal_title(row.filled[0].text):
        return index - last > 1
    return index - last > 2 and _gap(rows, index)


def _gap(rows: Sequence[GridRow], index: int) -> bool:
    return index > 0 and len(rows[index - 1].filled) <= 1 and not _numbered(rows[index - 1])


def _numbered(row: GridRow) -> bool:
    return bool(row.filled) and row.filled[0].column == 0 and bool(re.match(r"(?:[IVX]+|\d+)\b", row.filled[0].text))


def _is_frame(row: GridRow) -> bool:
    return any(mark in cell.text for cell in row.cells for mark in _FRAME_WORDS)


def _line(row: GridRow) -> Iterator[str]:
    for cell in row.filled:
        yield from (line.strip() for line in cell.text.split("\n") if line.strip())


def _cut_tail(rows: Sequence[GridRow], *, keep_titles: bool) -> tuple[list[GridRow], list[str]]:
    """The rows of the table itself, and the lines after it: remarks, signature, the titles of the next table."""
    body, after = list(rows), []
    for index, row in enumerate(rows[1:], 1):
        texts = list(_line(row))
        if not texts:
            continue
        ends = (
            (bool(_DATELINE.match(texts[0])) and len(row.filled) == 1)
            or bool(_TAIL.match(texts[0]))
            or (len(row.filled) == 1 and (bool(_REMARK.match(texts[0])) or bool(_APPENDIX.match(texts[0]))))
        )
        if ends or (keep_titles and _opens_title(rows, index)):
            body, rest = list(rows[:index]), rows[index:]
            after = [text for one in rest for text in _line(one)]
            break
    while len(body) > 1 and not body[-1].filled:
        body.pop()
    return body, after


def _opens_title(rows: Sequence[GridRow], index: int) -> bool:
    """Whether only lines of one cell stand from here to the next table, with a blank row before them."""
    if rows[index - 1].filled:
        return False
    return all(len(row.filled) <= 1 for row in rows[index:])


def _parted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The titles of the next table, and before them the remarks of this one."""
    for index, line in enumerate(lines):
        if not _REMARK.match(line) and not _TAIL.match(line) and not _DATELINE.match(line):
            return list(lines[index:]), list(lines[:index])
    return [], list(lines)


def _with_remarks(grids: Sequence[Grid], after: Sequence[str]) -> Iterator[Grid]:
    """Each table with the remarks that stand between it and the next one's titles."""
    for number, grid in enumerate(grids):
        lines = grids[number + 1].above if number + 1 < len(grids) else tuple(after)
        remarks: list[str] = []
        for line in lines:
            if not _REMARK.match(line):
                break
            remarks.append(line)
        above = grid.above
        while above and number and _REMARK.match(above[0]):
            above = above[1:]
        yield replace(grid, above=above, below=(*grid.below, *remarks))
