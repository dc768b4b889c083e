"""Figures of tables (số liệu trong biểu): one for each filled number cell that is data, with its unit and path.

The unit is looked for in the cell, the unit column (ĐVT), the brackets of label and column title ('(người)'), the
nouns that these count ('Số cuộc ...'), and last in the labels above the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.model.figures import Figure, FigurePeriod
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.model.reports import Table, TableCell, TableRow
from tongket.reading.amounts.amounts import number_tokens, read_amounts
from tongket.reading.amounts.printed_amounts import base_value
from tongket.reading.figures.periods import figure_period
from tongket.reading.running.scan import scan
from tongket.registry.unit_words import UnitWord, match_unit
from tongket.vietnamese.dates import find_periods, find_times
from tongket.vietnamese.numbers import SCALES, NumberStyle, parse_number, printed_decimals, style_of, without_share
from tongket.vietnamese.years import IS_YEAR

_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile(r"(?:S\s?T\s?T|T\s?T|Số TT|Số thứ tự|Stt|TT)\.?$")
_UNIT_COLUMN = re.compile(r"(?:ĐVT|Đvt|Đơn vị tính|Đơn vị\s*$|ĐV tính|Đ\.v\.t)", re.MULTILINE)
_NO_DATA = re.compile(
    r"(?:Ghi chú|Số,? ?ký hiệu|Số hiệu|Mã số|Mã\b|Điện thoại|Số CCCD|CCCD|CMND|Năm sinh|Ngày|Năm$"
    r"|Số (?:văn bản|quyết định)(?=\s*(?:$|[,;/(]|và |ngày|công nhận|thành lập|phê duyệt))"
    r"|Năm thành lập|Số tài khoản|SĐT|Thời gian|Thời hạn|Tiến độ|Nhiệm kỳ|Khóa\b|Khoá\b|Địa chỉ)"
)
_GOAL = re.compile(r"(?:.*\b(?:19|20)\d\d\s+)?(?:Kế hoạch|KH\b|Chỉ tiêu(?! đạt)|Mục tiêu|Dự toán|DT\b|Giao\b)")
_DONE = re.compile(r"(?:thực hiện|TH\b|so với|/|%|ước|đạt)", re.IGNORECASE)  # column titles stand in every casing
_NEGATIVE = re.compile(r"\((?P<number>\d{1,3}(?:[.,]\d+)+|\d{2,})\)(?P<unit>)(?P<hedge>)?(?P<second>)?(?P<high>)?")
_BEFORE_SHARE = re.compile(r"(\d[\d.,]*)(?:\s*\(\s*|\s+)\d[\d.,]*\s?%\s*\)?")
_BEFORE_BRACKETS = re.compile(r"(\d[\d.,]*(?:\s?/\s?\d[\d.,]*)?)\s*\((?=[^()]*[^\W\d_])[^()]{2,60}\)")
_VALUE = re.compile(
    r"(?P<hedge>[><≥≤~]|[Tt]rên|[Hh]ơn|[Kk]hoảng|[Gg]ần|[Dd]ưới|[Tt]ừ)?\s*(?P<number>[-−–+]?\s?\d+(?:[.,\u00a0 ]\d+)*)"
    r"(?:\s*[-–]\s*(?P<high>\d+(?:[.,]\d+)*))?(?:\s*/\s*(?P<second>\d+(?:[.,\u00a0 ]\d+)*))?"
    r"\s*(?P<unit>%|[^\W\d_][^\d]{0,24})?"
)
_BRACKETS = re.compile(r"\(([^()]{1,40})\)")
_COUNTING = re.compile(
    r"^(?:[-+*•]\s*)?(?:Tổng số lượt|Tổng số|Tổng|Số lượng|Số lượt|Số|TỔNG SỐ|SỐ)\s+(?=\w)|(?<=/)\s*Số\s+(?=\w)"
)
_STATED_UNIT = re.compile(r"(?:ĐVT|Đvt|[Đđ]ơn vị tính|Đơn vị)\s*:\s*([^.;()\n]{1,30})")
_YEAR_LAST = re.compile(r"(?:^|\s)((?:19|20)\d\d)$")
_LEADING = re.compile(r"^[-+*•\s]*(?:[IVX\d]+[.)]\s*)?")
_WORDS = re.compile(r"[^\W\d_]+[23²³]?")
_JOINED = re.compile(r",\s|\bvà\b")
# Words whose first syllable alone would be a noun that is counted.
_NO_NOUNS = frozenset(
    (("xã", "hội"), ("giải", "ngân"), ("giải", "quyết"), ("giải", "trình"), ("giải", "phóng"), ("ban", "hành"))
)
_PEOPLE = UnitWord("người", "person", "người", Decimal(1))
# What is counted by the occasion, where the label names the work and not its unit.
_BY_TOPIC = (
    (re.compile(r"[Kk]iểm tra|[Gg]iám sát|[Tt]hanh tra|[Đđ]ối thoại|[Pp]hản biện|[Tt]iếp xúc"), "cuộc"),
    (re.compile(r"[Bb]an hành|[Vv]ăn bản"), "văn bản"),
    (re.compile(r"[Tt]rình độ|[Cc]án bộ"), "cán bộ"),
    (re.compile(r"[Tt]ỷ lệ|[Tt]ỉ lệ"), "%"),
)


@dataclass(frozen=True, slots=True)
class _CellUnit:
    """A unit for a cell: as printed or counted, with its scale and base."""

    text: str
    scale: Decimal = Decimal(1)
    base: str = ""
    whole: bool = True


def read_table_figures(tables: Iterable[Table]) -> tuple[Figure, ...]:
    """The figures of ``tables``, in reading order. List numbers, dates, codes and blank cells are none."""
    found: list[Figure] = []
    for index, table in enumerate(tables):
        style = style_of("\n".join(cell.text for row in table.rows for cell in row.cells))
        data = frozenset(column for column, title in enumerate(table.header) if _is_data(title.strip()))
        beyond = len(table.header)
        for at, row in enumerate(table.rows):
            cells = [
                cell
                for cell in row.cells
                if (cell.column in data or cell.column >= beyond)
                and not cell.text.isspace()
                and not _is_label(row, cell)
            ]
            if _numbers_the_columns(row):
                continue
            if any(_DIGIT.search(cell.text) for cell in cells):
                found += _of_row(table, index, row, at, cells, style)
            for cell in row.cells:
                if _is_prose(cell.text) and not _is_label(row, cell):
                    found += _of_prose(table, index, row, at, cell, style)
    return tuple(found)


def _is_prose(text: str) -> bool:
    """Whether a cell holds words about numbers, and not a number: 'Đã tổ chức 12 lớp với 350 học viên'."""
    return _DIGIT.search(text) is not None and len(text.split()) >= 4 and _VALUE.fullmatch(text.strip()) is None


def _of_prose(
    table: Table, index: int, row: TableRow, at: int, cell: TableCell, style: NumberStyle
) -> Iterator[Figure]:
    """The amounts that the words of a cell state, as those of running text; only where a unit is printed."""
    text = cell.text
    times, _ = find_times(text, 0, len(text))
    title = _title(table, cell.column)
    for amount in read_amounts(text, 0, len(text), number_tokens(scan(text)), style, times):
        if not amount.unit.kind:
            continue
        yield Figure(
            start=cell.start + amount.start,
            end=cell.start + amount.end,
            text=text[amount.start : amount.end],
            value=amount.value,
            unit=amount.unit.text,
            base_value=base_value(amount.value, amount.unit.scale),
            base_unit=amount.unit.base,
            qualifier=amount.qualifier,
            what=" > ".join(part for part in (*_path(row), title) if part) or None,
            of=table.title,
            period=_period(table, title),
            in_table=True,
            number_start=cell.start + amount.number_start,
            number_end=cell.start + amount.number_end,
            decimals=amount.decimals,
            clause_start=cell.start,
            clause_end=cell.end,
            target=bool(_GOAL.match(title)) and not _DONE.search(title),
            change=amount.change,
            table=index,
            row=at,
            column=cell.column,
        )


def _numbers_the_columns(row: TableRow) -> bool:
    """The row under a header that only numbers the columns: 'A', 'B', '1', '2', '3=1+2'."""
    texts = [cell.text.strip(" ()") for cell in row.cells if cell.text.strip()]
    digits = [int(text) for text in texts if text.isdecimal()]
    letters = [text for text in texts if re.fullmatch(r"[A-Z]|\d+\s?=.*", text)]
    return (
        len(digits) >= 2
        and len(digits) + len(letters) == len(texts)
        and digits == list(range(digits[0], digits[0] + len(digits)))
        and digits[0] <= 3
    )


def _is_data(title: str) -> bool:
    return not (_ORDINAL.match(title) or _NO_DATA.match(title))


def _of_row(
    table: Table, index: int, row: TableRow, at: int, cells: Iterable[TableCell], style: NumberStyle
) -> Iterator[Figure]:
    stated = _stated_unit(table, row)
    for cell in cells:
        title = _title(table, cell.column)
        figure = _of_cell(table, row, cell, title, stated, style)
        if figure is not None:
            value, unit, hedge, decimals, start, end = figure
            yield Figure(
                start=cell.start + start,
                end=cell.start + end,
                text=cell.text[start:end],
                value=value,
                unit=unit.text,
                base_value=base_value(value, unit.scale),
                base_unit=unit.base or unit.text,
                qualifier=hedge,
                what=" > ".join(part for part in (*_path(row), title) if part) or None,
                of=table.title,
                period=_period(table, title),
                in_table=True,
                number_start=cell.start + start,
                number_end=cell.start + end,
                decimals=decimals,
                clause_start=row.start,
                clause_end=row.end,
                target=bool(_GOAL.match(title)) and not _DONE.search(title),
                table=index,
                row=at,
                column=cell.column,
            )


def _stated_unit(table: Table, row: TableRow) -> str:
    """What stands in the column of units; a column 'Đơn vị' that names the rows lists offices, not units."""
    named = (cell for cell in row.cells if _UNIT_COLUMN.match(_title(table, cell.column)) and not _is_label(row, cell))
    return next((cell.text.strip() for cell in named), "")


def _title(table: Table, column: int) -> str:
    return table.header[column].strip() if column < len(table.header) else ""


def _is_label(row: TableRow, cell: TableCell) -> bool:
    """The row's label and what stands before it, its list number."""
    if row.label_end > row.label_start:
        return cell.start < row.label_end
    return bool(row.number) and cell.text.strip(" .") == row.number


def _path(row: TableRow) -> tuple[str, ...]:
    return row.path or ((row.label,) if row.label else ())


def _of_cell(
    table: Table, row: TableRow, cell: TableCell, title: str, stated: str, style: NumberStyle
) -> tuple[Quantity, _CellUnit, str | None, int, int, int] | None:
    """Value, unit, hedge, decimals and place within the cell of a cell that is one number."""
    inner = cell.text.strip()
    first = _BEFORE_BRACKETS.fullmatch(inner) or _BEFORE_SHARE.fullmatch(inner)
    if first is not None:
        inner = first.group(1)  # '15 (nữ 05)', '15 (7,5%)'
    found = _NEGATIVE.fullmatch(inner) or _VALUE.fullmatch(inner)
    if found is None:
        return None
    printed = (found.group("unit") or "").strip(" .;")
    unit = _printed_unit(printed) if printed else _unit(table, row, title, stated)
    if unit is None:
        return None
    value = _value(found, row, title, style, whole=unit.whole)
    if value is None:
        return None
    start = cell.text.index(inner)
    shown = value if isinstance(value, Decimal) else Decimal(0)
    decimals = printed_decimals(found.group("number"), shown)
    return value, unit, found.group("hedge"), decimals, start, start + len(inner)


def _value(found: re.Match[str], row: TableRow, title: str, style: NumberStyle, *, whole: bool) -> Quantity | None:
    """A number, a range, a share or two counts: 'a/b' under a label or title that itself is a pair ('đoàn viên/hội
    viên'). A number in brackets is below zero, as accountants write.
    """
    first = parse_number(found.group("number").replace("\u00a0", " "), style, whole=whole)
    if first is not None and found.re is _NEGATIVE:
        return -first
    if first is not None and found.group("high") is not None:
        high = parse_number(found.group("high"), style, whole=whole)
        years = IS_YEAR.fullmatch(found.group("number")) and IS_YEAR.fullmatch(found.group("high"))
        return None if high is None or high <= first or years else Range(first, high)
    if first is None or found.group("second") is None:
        return first
    second = parse_number(found.group("second"), style, whole=whole)
    if second is None:
        return None
    paired = any("/" in part for part in (row.label, title))
    return Pair(first, second) if paired or first > second else Share(first, second)


def _unit(table: Table, row: TableRow, title: str, stated: str) -> _CellUnit | None:
    """The unit of a bare number, by where it may be printed; an empty one where nothing says it."""
    labels = tuple(without_share(label) for label in reversed(_path(row)))
    if "%" in title:
        return _CellUnit("%", base="%", whole=False)
    for text in (stated, *_bracketed(title), *(_bracketed(labels[0]) if labels else ())):
        unit = _printed_unit(text)
        if unit is not None:
            return unit
    if re.search(r"[Tt]ỷ lệ|[Tt]ỉ lệ", title):
        return _CellUnit("%", base="%", whole=False)
    for text in (title, *labels):
        if counted := _counted(text, explicit=True):
            return counted
    if table.unit and (unit := _printed_unit(table.unit)) is not None:
        return unit
    for text in (title, *labels[:2]):
        if counted := _counted(text, explicit=False):
            return counted
    around = _STATED_UNIT.search(f"{table.title or ''}\n{table.caption}")
    unit = _printed_unit(around.group(1)) if around else None
    if unit is not None:
        return unit
    for text in labels:
        for topic, word in _BY_TOPIC:
            if topic.search(text):
                return _CellUnit(word, base=word, whole=word != "%")
    for text in labels[2:]:
        if counted := _counted(text, explicit=False):
            return counted
    return _CellUnit("", whole=False)


def _bracketed(text: str) -> list[str]:
    return _BRACKETS.findall(text)


def _printed_unit(text: str) -> _CellUnit | None:
    """'triệu đồng', '%', 'người', 'tr.đ', 'Cuộc': a unit and nothing else, or nothing."""
    words = text.strip(" .:;").split("/")[0].split()
    if not words or len(words) > 5:
        return None
    if words[0].startswith("%"):
        return _CellUnit(text.strip(), base="%", whole=False)
    scale = Decimal(1)
    while words and words[0].lower() in SCALES:
        scale *= SCALES[words[0].lower()]
        words = words[1:]
    if not words:
        return _CellUnit(text.strip(), scale, "đồng", whole=False)
    matched = match_unit([word.rstrip(",") for word in words])
    if matched is None or (matched[1] < len(words) and scale == 1 and "," not in text):
        return None
    word = matched[0]
    whole = scale == 1 and not word.is_measure
    return _CellUnit(text.strip(" .:;"), scale * word.factor, word.base, whole=whole)


@lru_cache(maxsize=4096)  # the same labels stand above many cells
def _counted(label: str, *, explicit: bool) -> _CellUnit | None:
    """The noun that a label or title counts: after 'Số', 'Tổng số' (``explicit``), or at its head.

    Of 'đoàn viên/hội viên' both nouns.
    """
    text = _LEADING.sub("", label.strip())
    counting = _COUNTING.match(text)
    if explicit != (counting is not None):
        return None
    nouns: list[UnitWord] = []
    for part in (text[counting.end() :] if counting else text).split("/")[:2]:
        words = _WORDS.findall(_COUNTING.sub("", part.strip()))
        matched = None if tuple(word.lower() for word in words[:2]) in _NO_NOUNS else match_unit(words)
        if matched is None and not explicit and not nouns:
            matched = next((found for at in range(len(words)) if (found := _event(words[at:]))), None)
        if matched is None or _is_name(words, matched) or _is_numbered(part, matched[0]):
            break
        nouns.append(_PEOPLE if _lists_people(part, words, matched) else matched[0])
    if not nouns:
        return None
    said = "/".join(noun.word for noun in nouns)
    return _CellUnit(said, base=said, whole=not nouns[0].is_measure)


_PLACES = frozenset(
    (
        *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "thôn", "bản", "ấp"),
        *("xóm", "khóm", "buôn", "làng", "khu", "khu phố", "tổ", "tổ dân phố", "cụm", "khối", "lớp", "trường", "trạm"),
        *("đảng bộ", "chi bộ", "chi hội", "chi đoàn"),
    )
)


def _is_name(words: list[str], matched: tuple[UnitWord, int]) -> bool:
    """Whether a label is the name of a place or body, which counts nothing: 'Thành phố Mẫu Sơn', 'Đông Rìa'."""
    if len(words) > 1 and all(word.istitle() for word in words):
        return True
    return matched[0].word in _PLACES and len(words) > matched[1] and words[matched[1]][:1].isupper()


def _is_numbered(label: str, matched: UnitWord) -> bool:
    """Whether a label is the name of one of several that are numbered, which counts nothing: 'Khối 1', 'Lớp 4A'."""
    return matched.word in _PLACES and _NUMBERED.fullmatch(label.strip()) is not None


_NUMBERED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} \d{1,2}[A-Z]?\d?")


def _lists_people(part: str, words: list[str], matched: tuple[UnitWord, int]) -> bool:
    """Whether a label goes on from one class of people to another, counted together: 'Cán bộ, đoàn viên, người lao
    động được tuyên truyền'.
    """
    if matched[0].kind != "person":
        return False
    after = words[matched[1] :]
    following = match_unit(after[1:] if after[:1] == ["và"] else after)
    return following is not None and following[0].kind == "person" and _JOINED.search(part) is not None


def _event(words: list[str]) -> tuple[UnitWord, int] | None:
    """A noun for an occasion ('hội nghị') that ``words`` begin with, inside a longer label."""
    matched = match_unit(words[:3])
    return matched if matched is not None and matched[0].kind == "event" and matched[1] > 1 else None


def _period(table: Table, title: str) -> FigurePeriod | None:
    """The period that the column title, the caption or the table's title names, in that order."""
    if title and (own := _dated(title)) is not None:
        return own
    if bare := _YEAR_LAST.search(title):
        return FigurePeriod(bare[1], bare[1], bare[1])
    return next((period for text in (table.caption, table.title) if text and (period := _dated(text))), None)


@lru_cache(maxsize=1024)  # one title or caption serves many cells
def _dated(text: str) -> FigurePeriod | None:
    """The first period that ``text`` prints, if it has a date."""
    mention = next(iter(find_periods(text)), None)
    dated = mention is not None and (mention.since or mention.until or mention.as_of)
    return figure_period(text, mention) if mention is not None and dated else None
