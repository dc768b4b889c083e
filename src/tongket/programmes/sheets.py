"""The sheets of a programme's workbook, by the table of the format: the head down one sheet, each list on its own.

A row of a list below another names the entry that it belongs to in its first columns. The first row of a sheet is
hidden and holds the paths of its columns ('indicators/phrases/units'), so headings may be in any language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongket.messages import N_
from tongket.programmes.format import PROGRAMME
from tongket.programmes.records import Key, Record

HEAD_TITLE = N_("Programme")
HEAD_HEADINGS = (N_("Entry"), N_("What is written"), N_("Explanation"))
FIRST_ROW = 3  # as Excel counts: below the keys and the titles
TEXT = "text"  # the one column of a sheet of texts
CODE_OF = N_("{what}: code")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the path in the hidden row, its heading, and the key that it holds; None names an entry above."""

    path: str
    title: str
    key: Key | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``path`` are the lists down to its own; ``parents`` how many columns name the entries above."""

    path: tuple[str, ...]
    title: str
    columns: tuple[SheetColumn, ...]
    parents: int
    record: Record | None = None  # of its entries; None of texts

    @property
    def name(self) -> str:
        """'indicators/phrases'."""
        return "/".join(self.path)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the first sheet: the path of its key ('directive/symbol'), and the key with that of its entry."""

    path: str
    key: Key
    under: Key | None = None


@cache
def head_lines() -> tuple[HeadLine, ...]:
    """The lines of the first sheet, in order."""
    lines: list[HeadLine] = []
    for key in PROGRAMME.keys:
        if key.kind == "entry":
            assert key.record is not None
            plain = (one for one in key.record.keys if not is_list(one))
            lines += [HeadLine(f"{key.name}/{one.name}", one, key) for one in plain]
        elif key.kind != "entries":
            lines.append(HeadLine(key.name, key))
    return tuple(lines)


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sheets of lists, in order, each with those below it."""
    return tuple(_below(PROGRAMME, (), ()))


def is_list(key: Key) -> bool:
    """Whether the key has a sheet of its own."""
    return key.kind in ("entry", "entries", "lined")


def _below(record: Record, path: tuple[str, ...], above: tuple[Record, ...]) -> Iterator[Sheet]:
    for key in record.keys:
        if not is_list(key):
            continue
        here = (*path, key.name)
        inner = key.record
        in_head = record is PROGRAMME and key.kind == "entry"
        if not in_head:
            yield _sheet(key, here, above)
        if inner is not None:
            named = key.kind == "entries" and any(one.name == "code" for one in inner.keys)
            yield from _below(inner, here, (*above, inner) if named else above)


def _sheet(key: Key, path: tuple[str, ...], above: tuple[Record, ...]) -> Sheet:
    parents = [SheetColumn(one.name + "/", one.title, None) for one in above]
    name = "/".join(path)
    if key.record is None:
        own = [SheetColumn(f"{name}/{TEXT}", key.title, key)]
    else:
        own = [SheetColumn(f"{name}/{one.name}", one.title, one) for one in key.record.keys if not is_list(one)]
    return Sheet(path, key.record.title if key.record else key.title, (*parents, *own), len(parents), key.record)
