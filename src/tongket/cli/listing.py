"""Tables of results: laid out for a person at a terminal, tab-separated where the output goes to a file or program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TextIO

from tongket.messages import say


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], stream: TextIO | None = None) -> None:
    """Print rows under columns, which are message ids, on ``stream`` (None: stdout)."""
    out = stream or sys.stdout
    heads = [say(column) for column in columns]
    if not out.isatty():
        for row in [heads, *rows]:
            out.write("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row).rstrip("\t") + "\n")
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, head in enumerate(heads):
        cells = [row[number] for row in rows]
        one_word = not any(" " in cell for cell in cells)  # a day, a code, a symbol: never cut, the others wrap
        width = max((len(cell) for cell in cells), default=0) if one_word else None
        table.add_column(head, no_wrap=one_word and len(head) <= (width or 0), min_width=width, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(file=out, markup=False, highlight=False, emoji=False).print(table)


def print_json(value: object) -> None:
    """Print one JSON value, in UTF-8 as it is."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
