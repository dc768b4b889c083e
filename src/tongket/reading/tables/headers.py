"""The header of a table: its rows, its height, the title of each column, and the row that numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tongket.model.reports import TableCell
from tongket.reading.tables.rows import Row

NUMBER_HEADER = re.compile(r"(?:STT|TT|Số TT|Stt|S\s?TT|Số\s+thứ\s+tự|TT\.|STT\.|MS|Mã số)$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?")  # with the year of a school year


def has_digit(text: str) -> bool:
    """Whether any digit stands in a cell."""
    return any(char.isdigit() for char in text)


def is_header(row: Row) -> bool:
    """Whether a row begins with the name of a column of numbers, or Word marks it as a heading."""
    first = next((cell.text for cell in row.cells if cell.text), "")
    return bool(NUMBER_HEADER.fullmatch(first)) or row.block.heading_row


def at_headers(run: Sequence[Row]) -> Iterable[list[Row]]:
    """A run cut where a new header begins; the same header again, as Word repeats it on each page, cuts nothing."""
    part: list[Row] = []
    header: tuple[str, ...] = ()
    for row in run:
        if is_header(row) and not row.block.heading_row:
            titles = texts_of(row)
            if part and titles == header:
                continue
            if any(not is_header(one) for one in part):
                yield part
                part = []
            header = titles
        part.append(row)
    if part:
        yield part


def texts_of(row: Row) -> tuple[str, ...]:
    """What the cells of a row say."""
    return tuple(cell.text for cell in row.cells)


def header_height(run: Sequence[Row]) -> int:
    """How many rows the header has: Word's own mark, else the first row and what its merged cells reach over."""
    marked = sum(1 for row in run if row.block.heading_row)
    if marked and marked < len(run):
        return marked
    first = run[0]
    if not is_header(first) and any(
        _is_value(cell.text) and not _YEAR.fullmatch(cell.text) for cell in first.cells[1:]
    ):
        return 0
    height = max((cell.rows for cell in first.cells), default=1)
    merged = any(cell.columns > 1 for cell in first.cells)
    while height < min(len(run) - 1, 3) and (merged or height == 1) and _is_second_header(run[height]):
        height += 1
        merged = False
    return min(height, len(run) - 1)


def _is_second_header(row: Row) -> bool:
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
    return bool(text) and has_digit(text) and not any(char.isalpha() for char in text)


def is_column_numbers(row: Row) -> bool:
    """'A | B | 1 | 2 | 3' or '(1) | (2) | (3)' under a header: names of columns and no figures."""
    texts = [cell.text.strip("() ") for cell in row.cells]
    if len(texts) < 3 or not all(texts):
        return False
    plain = [text.split("=")[0].strip("() ") for text in texts]
    letters = [text for text in plain if text in {"A", "B", "C", "D"}]
    numbers = [int(text) for text in plain[len(letters) :] if text.isdecimal()]
    first = 1 if letters else numbers[0] if numbers else 0
    return len(letters) + len(numbers) == len(plain) and first == 1 and numbers == list(range(1, len(numbers) + 1))


def header_of(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """The title of each column: the titles above one another, joined, a merged one over all that it covers."""
    titles: list[list[str]] = [[] for _ in range(width)]
    for cells in _spread(rows, width):
        for cell in cells:
            for column in range(cell.column, min(cell.column + cell.columns, width)):
                if cell.text and cell.text not in titles[column]:
                    titles[column].append(cell.text)
    return tuple(" ".join(" ".join(title).split()) for title in titles)


def _spread(rows: Sequence[Row], width: int) -> list[tuple[TableCell, ...]]:
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
