"""A table as a form (biểu mẫu): which rows are its header, what each column is for, how the rows hang together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.programmes.drafting.form_rows import ROW_NUMBER, ReadColumn, ReadRow, Role, rows_of
from tongket.programmes.drafting.grids import Grid, GridRow, is_label_title, is_ordinal_title
from tongket.programmes.drafting.units import bracket_unit, counting, is_unit_word
from tongket.vietnamese.unicode import folded

_UNIT_TITLE = re.compile(r"(?:đơn vị tính|đvt|đ\.?v\.?\s?tính|đv tính|đơn vị(?: đo)?|tính bằng)\.?")
_CODE_TITLE = re.compile(r"(?:mã số|mã chỉ tiêu|mã|ms|mã biểu)\.?")
_NOTE_TITLE = re.compile(
    r"(?:ghi chú|chú thích|diễn giải|minh chứng|tài liệu (?:minh chứng|kiểm chứng)|giải trình|lý do|căn cứ"
    r"|nguồn số liệu|cơ quan (?:chủ trì|cung cấp|theo dõi|thực hiện)|đơn vị (?:chủ trì|cung cấp|theo dõi|thực hiện)).*"
)
_TITLE_FORMULA = re.compile(r"\s*\(?(\d{1,2})\)?\s*=\s*(\(?\d{1,2}\)?(?:\s*[+\-*/:x]\s*\(?\d{1,3}\)?){1,20})\s*%?\s*$")
_COLUMN_NUMBER = re.compile(r"\(?\s*([A-Ea-e]|\d{1,2})\s*\)?\s*(?:=\s*(.+))?")


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A form as printed."""

    where: str
    appendix: str
    heading: str
    title: str
    caption: str
    unit: str  # stated for the whole table
    columns: tuple[ReadColumn, ...]
    rows: tuple[ReadRow, ...]
    remarks: tuple[str, ...] = ()

    def of_role(self, role: Role) -> tuple[ReadColumn, ...]:
        """The columns of that role, left to right."""
        return tuple(column for column in self.columns if column.role == role)


_LABEL_LINE = re.compile(
    r"(?P<label>(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|MẪU BIỂU|Mẫu biểu|MẪU|Mẫu|BIỂU|Biểu|BẢNG|Bảng)"
    r"(?:\s+(?:SỐ|số))?(?:[\s:]*(?:[IVX]+|\d{1,3}(?:[./\-]\d{1,2})*[A-Za-z]?(?:[./-][A-ZĐ]{1,6})*|[A-Z])(?=$|[\s.:,–-]))?)"
    r"\s*[.:–-]?\s*(?P<rest>.*)"
)
_UNIT_LINE = re.compile(r"\(?\s*(?:Đơn vị tính|Đơn vị|ĐƠN VỊ TÍNH|ĐVT|Đvt|đvt)\s*:\s*(.{1,40}?)\s*\)?\s*\.?$")
_CAPTION = re.compile(
    r"[Ss]ố liệu|[Tt]ính (?:đến|từ)|[Gg]iai đoạn|[Tt]ừ (?:ngày|tháng|năm)|[Đđ]ến (?:ngày|tháng|năm)|[Tt]hời điểm"
    r"|[Kk]ỳ báo cáo|[Nn]ăm (?:\d{4}|[.…]+)|[Mm]ốc|[Tt]hời kỳ"
)
_SKIPPED = re.compile(
    r"\(?\s*(?:Kèm theo|Ban hành kèm|Tên (?:cơ quan|đơn vị)|Đơn vị báo cáo|Cơ quan báo cáo|Đơn vị nhận|Cơ quan nhận"
    r"|Ngày nhận|Mẫu dùng|Dùng cho|Áp dụng)|[.…_\s]+$|CỘNG H|Độc lập|ĐẢNG CỘNG SẢN VIỆT NAM$|Nơi nhận|- "
)


def read_form(grid: Grid) -> ReadForm | None:
    """The form that a table is, or None where it has no room for answers (a list of recipients, a schedule)."""
    height = _header_height(grid)
    body = grid.rows[height:]
    columns = _columns(grid, height, body)
    if not any(column.role == "label" for column in columns) and _counted(columns):
        columns = (ReadColumn(-1, ("Đơn vị",), "label"), *columns)  # one answer a column, and no rows
    if not any(column.role == "value" for column in columns) or not any(column.role == "label" for column in columns):
        return None
    rows = tuple(rows_of(columns, body))
    appendix, heading, title, caption, unit = _titles(grid.above)
    unit = unit or bracket_unit(title) or bracket_unit(heading)
    return ReadForm(grid.where, appendix, heading, title, caption, unit, columns, rows, grid.below)


def _counted(columns: Sequence[ReadColumn]) -> bool:
    """Whether the columns count things by their own titles, and so need no rows."""
    values = [column for column in columns if column.role == "value"]
    return len(values) > 1 and sum(counting("", column.title).sure for column in values) > len(values) / 2


def _titles(lines: Sequence[str]) -> tuple[str, str, str, str, str]:
    """Appendix label, the appendix's own title, the table's title, its caption, and its unit."""
    appendix, caption, unit = "", "", ""
    titles: list[str] = []
    for line in lines:
        text = " ".join(line.split())
        if stated := _UNIT_LINE.match(text):
            unit = stated[1] if is_unit_word(stated[1]) else unit
        elif (found := _LABEL_LINE.fullmatch(text) if len(text) < 300 else None) and _is_label(found):
            appendix, titles, caption = found["label"].strip(), [], ""
            if found["rest"].strip():
                titles.append(found["rest"].strip())
        elif _SKIPPED.match(text):
            continue
        elif text.startswith("(") and text.endswith(")"):
            caption = text if _CAPTION.search(text) and not caption else caption
        elif _CAPTION.match(text) and len(text) < 120 and titles:
            caption = caption or text
        elif len(text) < 400:
            titles.append(text)
    if not appendix and len(titles) > 4:
        titles = titles[-2:]  # a table in the middle of a letter: the sentences before it are no titles
    numbered = [index for index, text in enumerate(titles) if re.match(r"(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s", text)]
    if numbered and numbered[-1]:
        return appendix, " ".join(titles[: numbered[-1]]), " ".join(titles[numbered[-1] :]), caption, unit
    return appendix, "", " ".join(titles), caption, unit


def _is_label(found: re.Match[str]) -> bool:
    """Whether a line opens an appendix: 'PHỤ LỤC', 'Biểu số 2: ...'; 'BIỂU TỔNG HỢP' is a title."""
    numbered = len(found["label"].split()) > 1 and any(char.isdigit() or char in "IVX" for char in found["label"])
    return numbered or not found["rest"].strip() or found["label"].lower().startswith("phụ lục")


def _header_height(grid: Grid) -> int:
    """How many rows the header has: to the row of column numbers, else as far as its merged and blank cells reach."""
    rows = grid.rows
    for index, row in enumerate(rows[:7]):
        if index and _is_numbers(row):
            return index + 1
    marked = sum(1 for row in rows if row.heading)
    if marked and marked < len(rows):
        return marked
    height = max((cell.rows for cell in rows[0].cells), default=1)
    while height < len(rows) - 1 and height < 5 and _goes_on(rows[0], rows[height]):
        height += 1
    return min(max(height, 1), len(rows))


def _is_numbers(row: GridRow) -> bool:
    """'(A) (B) (1) (2) (3)=(1)+(2)' below a header: names of columns, not figures."""
    texts = [cell.text for cell in row.filled]
    found = [_COLUMN_NUMBER.fullmatch(" ".join(text.split())) for text in texts]
    if len(texts) < 2 or not all(found):
        return False
    numbers = [int(one[1]) for one in found if one and one[1].isdecimal()]
    letters = [one[1] for one in found if one and not one[1].isdecimal()]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))) or numbers[0] > 2:
        return False
    return len(texts) > 2 or bool(letters) or any("(" in text for text in texts)


def _goes_on(first: GridRow, row: GridRow) -> bool:
    """Whether a row still belongs to the header: words under wide titles, nothing under those of number and label."""
    if not row.filled:
        return False
    leads = [cell for cell in first.cells if cell.text][:2]
    under_wide = [cell for cell in row.filled if _is_under_wide(first, cell.column)]
    if any(row.text(cell.column) for cell in leads if cell.columns == 1) or not under_wide:
        return False
    numbers = (cell.text for cell in row.filled if re.fullmatch(r"[\d.,%]+", cell.text))
    return all(re.fullmatch(r"20\d\d", number) for number in numbers)


def _is_under_wide(first: GridRow, column: int) -> bool:
    """Whether a wide title, or a blank after a title, stands above ``column``."""
    for cell in first.cells:
        if cell.column <= column < cell.column + cell.columns:
            return cell.columns > 1 or not cell.text or cell.column > 1
    return True


def _columns(grid: Grid, height: int, body: Sequence[GridRow]) -> tuple[ReadColumn, ...]:
    header = list(grid.rows[:height])
    numbers: dict[int, tuple[str, str]] = {}
    if header and _is_numbers(header[-1]):
        for cell in header.pop().filled:
            found = _COLUMN_NUMBER.fullmatch(" ".join(cell.text.split()))
            if found:
                numbers[cell.column] = (found[1], (found[2] or "").strip())
    titles = _spread(header, grid.width)
    for at, title in enumerate(titles):
        if title and (formula := _TITLE_FORMULA.search(title[-1])) and formula.start():
            numbers.setdefault(at, (formula[1], formula[2]))
            titles[at] = (*title[:-1], title[-1][: formula.start()])
    texts = [[row.text(column) for row in body] for column in range(grid.width)]
    roles = _roles(titles, texts)
    return tuple(
        ReadColumn(at, titles[at], roles[at], *numbers.get(at, ("", "")))
        for at in range(grid.width)
        if titles[at] or any(texts[at]) or roles[at] != "value"
    )


def _spread(header: Sequence[GridRow], width: int) -> list[tuple[str, ...]]:
    """The titles above each column; a title reaches over the blanks after it where titles stand beneath them."""
    titles: list[list[str]] = [[] for _ in range(width)]
    for index, row in enumerate(header):
        below = {cell.column for under in header[index + 1 :] for cell in under.filled}
        reach = 0
        text = ""
        for cell in row.cells:
            if cell.text:
                text, reach = cell.text, cell.column + cell.columns
            elif cell.column in below and reach == cell.column and reach - 1 in below:
                reach = cell.column + 1
            else:
                text = ""
            if not text:
                continue
            for column in range(cell.column, min(cell.column + cell.columns, width)):
                own = " ".join(text.split())
                if own not in titles[column]:
                    titles[column].append(own)
    return [tuple(title) for title in titles]


def _roles(titles: Sequence[tuple[str, ...]], texts: Sequence[Sequence[str]]) -> list[Role]:
    roles: list[Role] = []
    for at, title in enumerate(titles):
        words = folded(" ".join(title)).strip(" :.")
        if is_ordinal_title(" ".join(title)) or (at == 0 and not words and _all_numbers(texts[at])):
            roles.append("ordinal")
        elif _CODE_TITLE.fullmatch(words):
            roles.append("code")
        elif _UNIT_TITLE.fullmatch(words) and _mostly_units(texts[at]):
            roles.append("unit")
        elif _NOTE_TITLE.fullmatch(words):
            roles.append("note")
        else:
            roles.append("value")
    label_at = _label_at(titles, texts, roles)
    if label_at is not None:
        roles[label_at] = "label"
    return roles


def _all_numbers(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and sum(bool(ROW_NUMBER.fullmatch(text)) for text in filled) >= 0.8 * len(filled)


def _mostly_units(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return not filled or sum(is_unit_word(text) or text in ('"', "nt", "-nt-") for text in filled) >= 0.5 * len(filled)


def _label_at(titles: Sequence[tuple[str, ...]], texts: Sequence[Sequence[str]], roles: Sequence[Role]) -> int | None:
    """The column that names the rows: by its title among the first three, else the one with most words."""
    free = [at for at, role in enumerate(roles) if role == "value"]
    named = [at for at in free[:2] if titles[at] and is_label_title(titles[at][0])]
    filled = {at: sum(bool(re.search(r"[^\W\d_]{2}", text)) for text in texts[at]) for at in free}
    if named and (filled[named[0]] or not any(filled.values())):
        return named[0]
    if not any(filled.values()) and sum(counting("", " ".join(titles[at])).sure for at in free) > len(free) / 2:
        return None
    if free and any(filled.values()):
        best = max(free, key=lambda at: (filled[at], -at))
        return best if filled[best] else None
    return free[0] if free else None
