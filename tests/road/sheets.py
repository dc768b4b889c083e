"""Workbooks of invented forms for the tests: rows as written, '<' and '^' for cells that their neighbour covers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

LEFT, ABOVE = "<", "^"


def write_workbook(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook with a sheet for each entry; '<' merges with the cell on the left, '^' with the cell above."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value not in (LEFT, ABOVE, None, ""):
                    sheet.cell(number, column, value)
        for area in _merged(rows):
            sheet.merge_cells(start_row=area[0], start_column=area[1], end_row=area[2], end_column=area[3])
    book.save(path)
    return path


def _merged(rows: Sequence[Sequence[object]]) -> list[tuple[int, int, int, int]]:
    found = []
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value in (LEFT, ABOVE):
                continue
            right, down = column, at
            while right + 1 < len(row) and row[right + 1] == LEFT:
                right += 1
            while down + 1 < len(rows) and column < len(rows[down + 1]) and rows[down + 1][column] == ABOVE:
                down += 1
            if right > column or down > at:
                found.append((at + 1, column + 1, down + 1, right + 1))
    return found
