"""The nodes of a programme's workbook: the same that its YAML would give, each with its sheet and cell."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from tongket.errors import ProgrammeError, ReadError
from tongket.files.workbooks import open_workbook
from tongket.messages import LANGUAGES, N_, Said, say
from tongket.programmes.choices import code_of, said
from tongket.programmes.entries import Mistakes
from tongket.programmes.nodes import ListNode, MapNode, Node, Spot, TextNode
from tongket.programmes.records import Key
from tongket.programmes.sheets import (
    CODE_OF,
    FIRST_ROW,
    HEAD_HEADINGS,
    HEAD_TITLE,
    TEXT,
    HeadLine,
    Sheet,
    SheetColumn,
    head_lines,
    sheets,
)
from tongket.vietnamese.unicode import key as compared

MOST_BYTES = 20 << 20
_MOST_UNPACKED = 200 << 20
_MOST_ROWS = 50_000
_LINES = 100_000  # of each sheet: one number names a row of the whole workbook
_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_MEND = N_("Start from the workbook that 'tongket programmes show PROGRAMME --xlsx FILE' writes.")


def workbook_node(name: str, data: bytes, mistakes: Mistakes) -> MapNode:
    """The programme of a workbook as one mapping; what cannot be used is noted. ``name`` is how messages call it.

    Raises:
        ProgrammeError: it is no workbook, too large, or has no sheet of a programme's head.
    """
    book = _open(name, data)
    titles = {
        title: _Table(name, f"{name}, {title}", index * _LINES, _rows(book, title, f"{name}, {title}"))
        for index, title in enumerate(book.sheet_names)
    }
    head = _find_head(titles)
    if head is None:
        raise ProgrammeError(N_("The workbook has no sheet with a programme's head."), _MEND, where=name)
    tree = _Tree(mistakes)
    _read_head(tree, head)
    for sheet in sheets():
        table = _find(sheet, titles)
        if table is not None:
            _read_sheet(tree, sheet, table)
    return tree.root.node()


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet's rows from the first on, cells as calamine gives them. ``lines`` is added to a row to make its line."""

    file: str
    title: str
    lines: int
    rows: list[list[Any]]

    def spot(self, row: int, column: int = 0) -> Spot:
        """Where a cell stands; ``row`` counts from 1 and ``column`` from 0."""
        return Spot(self.file, self.lines + row, f"{self.title}!{_letters(column)}{row}")


@dataclass(slots=True)
class _Growing:
    """A mapping that sheets still add to."""

    spot: Spot
    pairs: list[tuple[TextNode, Node]] = field(default_factory=list)
    below: dict[str, list[_Growing | TextNode]] = field(default_factory=dict)
    single: dict[str, _Growing] = field(default_factory=dict)

    def node(self) -> MapNode:
        """The mapping, with all that stands below it."""
        pairs = list(self.pairs)
        for name, one in self.single.items():
            pairs.append((TextNode(one.spot, name), one.node()))
        for name, items in self.below.items():
            nodes = tuple(item if isinstance(item, TextNode) else item.node() for item in items)
            pairs.append((TextNode(nodes[0].spot, name), ListNode(nodes[0].spot, nodes)))
        return MapNode(self.spot, tuple(pairs))


class _Tree:
    """The programme as it grows sheet by sheet; entries are found again by path and codes."""

    def __init__(self, mistakes: Mistakes) -> None:
        self.mistakes = mistakes
        self.root = _Growing(Spot("", 1, ""))
        self.by_code: dict[tuple[tuple[str, ...], tuple[str, ...]], _Growing] = {}

    def parent(self, path: tuple[str, ...], codes: tuple[str, ...]) -> _Growing | None:
        """The entry that a row of the list at ``path`` belongs to."""
        if len(path) == 1:
            return self.root
        if codes:
            return self.by_code.get((path[:-1], codes))
        return self.root.single.setdefault(path[0], _Growing(self.root.spot))


def _open(name: str, data: bytes) -> Any:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if len(data) <= MOST_BYTES and size <= _MOST_UNPACKED:
            return open_workbook(data, file=name)
    except (ReadError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise ProgrammeError(
            N_("The file cannot be opened as an Excel workbook (.xlsx)."), _MEND, where=name
        ) from error
    raise ProgrammeError(N_("The workbook is larger than {limit} MB."), _MEND, where=name, limit=MOST_BYTES >> 20)


def _rows(book: Any, title: str, where: str) -> list[list[Any]]:
    rows: list[list[Any]] = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    if len(rows) > _MOST_ROWS:
        raise ProgrammeError(N_("The sheet has more than {limit} rows."), _MEND, where=where, limit=_MOST_ROWS)
    return rows


def _find_head(titles: dict[str, _Table]) -> _Table | None:
    for title, table in titles.items():
        if table.rows and (_cell(table.rows[0], 0) == "programme" or _is_called(title, HEAD_TITLE, "programme")):
            return table
    return None


def _find(sheet: Sheet, titles: dict[str, _Table]) -> _Table | None:
    own = sheet.columns[sheet.parents].path
    for table in titles.values():
        if table.rows and own in (str(cell) for cell in table.rows[0]):
            return table
    found = [table for title, table in titles.items() if table.rows and _is_called(title, sheet.title, sheet.name)]
    return found[0] if found else None


def _is_called(title: str, message: str, name: str) -> bool:
    return compared(title) in {compared(name), *(compared(say(message, lang)) for lang in LANGUAGES)}


def _read_head(tree: _Tree, table: _Table) -> None:
    """The first sheet: one key a line; column A names it, column C holds what is written."""
    lines = {line.path: line for line in head_lines()}
    hidden = _cell(table.rows[0], 0) == "programme"
    tree.root.spot = table.spot(1)
    for number, row in enumerate(table.rows, 1):
        named = _cell(row, 0) if hidden else _head_path(_cell(row, 0))
        value = row[2] if hidden and len(row) > 2 else row[1] if not hidden and len(row) > 1 else ""
        line = lines.get(named)
        if line is None:
            if number >= FIRST_ROW and (named or _text(value)):
                _unread(tree, table.spot(number).where, named or _text(value))
            continue
        spot = table.spot(number, 2 if hidden else 1)
        target = tree.root
        if line.under is not None:
            target = tree.root.single.get(line.under.name) or _Growing(spot)
        if _text(value):
            tree.root.single.update({line.under.name: target} if line.under else {})
            target.pairs.append((TextNode(spot, line.key.name), _value(tree, line.key, value, spot)))


def _head_path(words: str) -> str:
    """The path of a line by its words, in any language; "" where none is called so."""
    for line in head_lines():
        if words and compared(words) in {compared(head_words(line, lang)) for lang in LANGUAGES} | {line.path}:
            return line.path
    return "" if words in {say(one, lang) for one in HEAD_HEADINGS for lang in LANGUAGES} else words


def head_words(line: HeadLine, lang: str | None = None) -> str:
    """How a line of the first sheet is called: 'Chỉ đạo: Ngày'."""
    own = say(line.key.title, lang)
    return f"{say(line.under.title, lang)}: {own}" if line.under else own


def column_words(column: SheetColumn, lang: str | None = None) -> str:
    """The heading of a column."""
    own = say(column.title, lang)
    return own if column.key else say(CODE_OF, lang, what=own)


def _read_sheet(tree: _Tree, sheet: Sheet, table: _Table) -> None:
    places, first = _places(tree, sheet, table)
    for number, row in enumerate(table.rows[first - 1 :], first):
        if not any(_text(cell) for cell in row):
            continue
        cells = {path: (row[place], table.spot(number, place)) for path, place in places.items() if place < len(row)}
        _read_row(tree, sheet, cells, table.spot(number))


def _places(tree: _Tree, sheet: Sheet, table: _Table) -> tuple[dict[str, int], int]:
    """Where each column stands, and the first row of entries; columns that are none of ours are noted if filled."""
    paths = {column.path for column in sheet.columns}
    top = [_cell(table.rows[0], place) for place in range(len(table.rows[0]))]
    if paths & set(top):
        found = {path: place for place, path in enumerate(top) if path in paths}
        first = FIRST_ROW
    else:
        words = {compared(column_words(one, lang)): one.path for one in sheet.columns for lang in LANGUAGES}
        found = {words[compared(text)]: place for place, text in enumerate(top) if compared(text) in words}
        first = 2
    for place in range(max((len(row) for row in table.rows), default=0)):
        filled = next((n for n, row in enumerate(table.rows[first - 1 :], first) if _cell(row, place)), 0)
        if filled and place not in found.values():
            heading = _cell(table.rows[first - 2], place)
            _unread(tree, table.spot(filled, place).where, heading or _letters(place))
    return found, first


def _unread(tree: _Tree, where: str, heading: str) -> None:
    tree.mistakes.warn(
        where,
        N_("'{heading}' is not read: no part of a programme is called so."),
        N_("Keep it as a remark of your own, or use the headings of the workbook that tongket writes."),
        heading=heading,
    )


def _read_row(tree: _Tree, sheet: Sheet, cells: dict[str, tuple[Any, Spot]], spot: Spot) -> None:
    columns = sheet.columns[: sheet.parents]
    codes = tuple(_text(cells[one.path][0]) if one.path in cells else "" for one in columns)
    parent = tree.parent(sheet.path, codes)
    if parent is None:
        named = next((cells[one.path][1] for one in columns if one.path in cells), spot)
        tree.mistakes.add(
            named.where,
            N_("The row belongs to '{code}', which stands in no row of '{sheet}'."),
            N_("Write there the code of an entry of that sheet."),
            code=" / ".join(codes),
            sheet=Said((columns[-1].title,)),
        )
        return
    own = sheet.columns[sheet.parents :]
    filled = [(one, *cells[one.path]) for one in own if one.path in cells and _text(cells[one.path][0])]
    if own[0].path.endswith(f"/{TEXT}") and own[0].key is not None and own[0].key.record is None:
        texts = [TextNode(place, _text(value), is_plain=False) for _column, value, place in filled]
        if texts:
            parent.below.setdefault(sheet.path[-1], []).extend(texts)
        else:
            what, mend = (
                N_("The row names an entry and says nothing."),
                N_("Write the text beside it, or delete the row."),
            )
            tree.mistakes.add(spot.where, what, mend)
        return
    grown = _Growing(spot)
    for column, value, place in filled:
        assert column.key is not None
        grown.pairs.append((TextNode(place, column.key.name), _value(tree, column.key, value, place)))
    _hang(tree, sheet, parent, grown, codes, filled)


def _hang(
    tree: _Tree, sheet: Sheet, parent: _Growing, grown: _Growing, codes: tuple[str, ...], filled: Iterable[Any]
) -> None:
    """Put the entry of a row below its parent, where the rows below it find it."""
    name = sheet.path[-1]
    if _is_single(sheet):
        parent.single.setdefault(name, grown)
        tree.by_code.setdefault((sheet.path, codes), grown)
        return
    parent.below.setdefault(name, []).append(grown)
    code = next((_text(value) for column, value, _spot in filled if column.path == f"{sheet.name}/code"), "")
    tree.by_code.setdefault((sheet.path, (*codes, code)), grown)


def _is_single(sheet: Sheet) -> bool:
    return sheet.path[-1] == "counted"


def _value(tree: _Tree, key: Key, value: Any, spot: Spot) -> Node:
    if key.kind in ("texts", "choices", "modules"):
        texts = [" ".join(text.split()) for text in _text(value).split("\n")]
        return ListNode(spot, tuple(_text_node(tree, key, text, spot) for text in texts if text))
    return _text_node(tree, key, _text(value), spot)


def _text_node(tree: _Tree, key: Key, text: str, spot: Spot) -> TextNode:
    if key.kind == "date":
        day = _DAY.fullmatch(text)
        text = f"{int(day[3]):04}-{int(day[2]):02}-{int(day[1]):02}" if day else text
    if key.kind in ("choice", "choices") and key.choices:
        text = _choice(tree, key, text, spot)
    return TextNode(spot, text, is_plain=False)


def _choice(tree: _Tree, key: Key, text: str, spot: Spot) -> str:
    assert key.choices is not None
    code = code_of(key.choices, text)
    if code in key.choices:
        return code
    tree.mistakes.add(
        spot.where,
        N_("The value '{value}' of '{key}' cannot be used."),
        N_("Write one of: {choices}."),
        value=text,
        key=Said((key.title,)),
        choices=said(key.choices, key.choices, "; "),
    )
    return next(iter(key.choices))


def _cell(row: list[Any], place: int) -> str:
    return _text(row[place]) if place < len(row) else ""


def _text(value: Any) -> str:
    """A cell as it would be typed into YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 10**15 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date) else str(value).strip()


def _letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
