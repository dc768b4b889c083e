"""Typed values out of nodes, whose mistakes name place and mend: the ground of programmes and rounds.

Mistakes are gathered, so that one look at a file shows all of them.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from tongket.errors import ProgrammeError, ProgrammeErrors
from tongket.messages import N_
from tongket.model.observations import LARGEST
from tongket.programmes.nodes import ListNode, MapNode, Node, TextNode, yaml_node

_YES, _NO = ("true", "yes", "có", "x"), ("false", "no", "không")
_AMOUNT = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,9})?")


class Mistakes:
    """The mistakes and warnings found so far in the files of one programme or round."""

    def __init__(self) -> None:
        self._found: list[ProgrammeError] = []
        self._warned: list[ProgrammeError] = []
        self._places: dict[tuple[str, int, str], str] = {}

    def add(self, where: str, what: str, mend: str, **facts: object) -> None:
        """Note one mistake; ``where`` is 'file:line'."""
        self._found.append(ProgrammeError(what, mend, where=where, **facts))

    def warn(self, where: str, what: str, mend: str, **facts: object) -> None:
        """Note what is doubtful: the programme can be used as it is."""
        self._warned.append(ProgrammeError(what, mend, where=where, **facts))

    def include(self, errors: Iterable[ProgrammeError]) -> None:
        """Note mistakes that were found elsewhere."""
        self._found += errors

    def copy(self) -> Mistakes:
        """The same list; what is noted there is not noted here."""
        other = self.beside()
        other._found, other._warned = list(self._found), list(self._warned)
        return other

    def beside(self) -> Mistakes:
        """An empty list over the same files: what is noted there is not noted here."""
        other = Mistakes()
        other._places = self._places
        return other

    def note_place(self, file: str, line: int, key: str, where: str) -> None:
        """Remember where ``key`` ("": the whole) of the entry that begins at ``line`` of ``file`` is written."""
        self._places.setdefault((file, line, key), where)

    def at(self, file: str, line: int, key: str = "") -> str:
        """Where a value that begins at ``line`` of ``file`` is written, or its ``key`` where that is known."""
        places = self._places
        return places.get((file, line, key)) or places.get((file, line, "")) or (f"{file}:{line}" if line else file)

    @property
    def errors(self) -> tuple[ProgrammeError, ...]:
        """The mistakes so far."""
        return tuple(self._found)

    @property
    def warnings(self) -> tuple[ProgrammeError, ...]:
        """What is doubtful so far."""
        return tuple(self._warned)

    def stop(self) -> None:
        """Raise what was noted; warnings are not.

        Raises:
            ProgrammeError: one mistake was noted.
            ProgrammeErrors: several were.
        """
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise ProgrammeErrors(tuple(self._found))


class Entry:
    """A mapping of a file. Asking for a key marks it as known; ``close`` reports the keys nobody asked for."""

    def __init__(self, node: MapNode, mistakes: Mistakes) -> None:
        self.file, self.line, self.mistakes = node.spot.file, node.spot.line, mistakes
        self._place = node.spot.where
        self._values: dict[str, Node] = {}
        self._places: dict[str, str] = {}
        self._asked: set[str] = set()
        mistakes.note_place(self.file, self.line, "", self._place)
        for key, value in node.pairs:
            self._add(key, value)

    def _add(self, key: TextNode, value: Node) -> None:
        name, where = key.value, key.spot.where
        if not name:
            self.mistakes.add(where, N_("A key must be one word."), N_("Write 'key: value'."))
        elif name in self._values:
            self.mistakes.add(
                where, N_("The key '{key}' is written twice."), N_("Keep one of the two, or merge them."), key=name
            )
        else:
            self._values[name], self._places[name] = value, where
            self.mistakes.note_place(self.file, self.line, name, value.spot.where)

    def where(self, key: str = "") -> str:
        """Where ``key``, or the whole entry, is written: 'file:line', or sheet and cell."""
        return self._places.get(key, self._place)

    def keys(self) -> tuple[str, ...]:
        """The keys that are written, in order; asking so makes all of them known."""
        self._asked.update(self._values)
        return tuple(self._values)

    def has(self, key: str) -> bool:
        """Whether the key is written and not left empty."""
        self._asked.add(key)
        node = self._values.get(key)
        return node is not None and not (isinstance(node, TextNode) and node.is_empty)

    def must_have(self, key: str) -> None:
        """Note that ``key`` is missing where it is."""
        if not self.has(key):
            self._missing(key)

    def _missing(self, key: str) -> None:
        self.mistakes.add(
            self.where(), N_("The key '{key}' is missing."), N_("Add a line '{key}: ...' to this entry."), key=key
        )

    def _wrong(self, key: str, mend: str, **facts: object) -> None:
        node = self._values[key]
        value = node.value if isinstance(node, TextNode) else "..."
        self.mistakes.add(
            node.spot.where,
            N_("The value '{value}' of '{key}' cannot be used."),
            mend,
            key=key,
            value=value,
            **facts,
        )

    def text(self, key: str, default: str | None = None) -> str:
        """A text; ``default`` None: it must be there."""
        if not self.has(key):
            if default is None:
                self._missing(key)
            return default or ""
        node = self._values[key]
        if isinstance(node, TextNode):
            return " ".join(node.value.split())
        self._wrong(key, N_("Write one text there, in quotes if it holds ': ' or '#'."))
        return default or ""

    def choice(self, key: str, choices: Iterable[str], default: str | None = None) -> str:
        """One word of ``choices``."""
        value, allowed = self.text(key, default), tuple(choices)
        if value in allowed or (not value and default == ""):
            return value
        if self.has(key):
            self._wrong(key, N_("Write one of: {choices}."), choices=", ".join(allowed))
        return default or (allowed[0] if allowed else "")

    def integer(self, key: str, default: int | None = None, *, low: int = 0, high: int = 10**9) -> int:
        """A whole number from ``low`` to ``high``."""
        value = self.text(key, None if default is None else str(default))
        if value.isdecimal() and low <= int(value) <= high:
            return int(value)
        if self.has(key):
            self._wrong(key, N_("Write a whole number from {low} to {high}."), low=low, high=high)
        return default if default is not None else low

    def amount(self, key: str, scale: int, default: int | None = None) -> int | None:
        """A decimal number with a point, as an integer at ``scale`` digits; ``default`` where it is absent."""
        if not self.has(key):
            return default
        text = self.text(key)
        value = Decimal(text).scaleb(scale) if _AMOUNT.fullmatch(text) else None
        if value is not None and value == value.to_integral_value() and abs(value) <= LARGEST:
            return int(value)
        self._wrong(
            key, N_("Write a number with a point and at most {scale} decimals, below 10^16 in all."), scale=scale
        )
        return default

    def fraction(self, key: str, default: float) -> float:
        """A number from 0 to 1, with a point."""
        if not self.has(key):
            return default
        try:
            value = float(self.text(key))
        except ValueError:
            value = -1.0
        if 0 <= value <= 1:
            return value
        self._wrong(key, N_("Write a number from 0 to 1 with a point, such as 0.75."))
        return default

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Yes or no."""
        if not self.has(key):
            return default
        value = self.text(key).lower()
        if value not in _YES + _NO:
            self._wrong(key, N_("Write 'true' or 'false'."))
        return value in _YES

    def date(self, key: str, default: str | None = None, *, cut: bool = False) -> str:
        """An ISO date; ``cut`` allows '2026-11' and '2026'."""
        value = self.text(key, default)
        if not value or is_date(value, cut=cut):
            return value
        self._wrong(key, N_("Write a date of the calendar as year-month-day, such as 2026-09-30."))
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        if not self.has(key):
            return ()
        node = self._values[key]
        if isinstance(node, TextNode):
            return (self.text(key),)
        items = node.items if isinstance(node, ListNode) else (node,)
        texts = tuple(" ".join(item.value.split()) for item in items if isinstance(item, TextNode))
        if len(texts) < len(items) or not all(texts):
            self._wrong(key, N_("Write a list of texts: [one, two], or one a line after '- '."))
            return ()
        return texts

    def choices(self, key: str, choices: Iterable[str]) -> tuple[str, ...]:
        """A list of words out of ``choices``."""
        texts, allowed = self.texts(key), tuple(choices)
        for text in texts:
            if text not in allowed:
                self.mistakes.add(
                    self.where(key),
                    N_("The value '{value}' of '{key}' cannot be used."),
                    N_("Write one of: {choices}."),
                    value=text,
                    key=key,
                    choices=", ".join(allowed),
                )
        return tuple(text for text in texts if text in allowed)

    def lined_texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """A list of texts with their lines."""
        texts = self.texts(key)
        node = self._values.get(key)
        items = node.items if isinstance(node, ListNode) else (node,) if node else ()
        for item in items:
            self.mistakes.note_place(item.spot.file, item.spot.line, "", item.spot.where)
        return tuple((text, item.spot.line) for text, item in zip(texts, items, strict=False))

    def entry(self, key: str) -> Entry | None:
        """A mapping under ``key``; it must be there."""
        if not self.has(key):
            self._missing(key)
            return None
        node = self._values[key]
        if isinstance(node, MapNode):
            return Entry(node, self.mistakes)
        self._wrong(key, N_("Write 'key: value' lines there, indented by two spaces."))
        return None

    def entries(self, key: str) -> tuple[Entry, ...]:
        """A list of mappings; () where the key is absent."""
        if not self.has(key):
            return ()
        node = self._values[key]
        items = node.items if isinstance(node, ListNode) else ()
        found = tuple(Entry(item, self.mistakes) for item in items if isinstance(item, MapNode))
        if isinstance(node, ListNode) and len(found) == len(items):
            return found
        self._wrong(key, N_("Write a list there: each entry begins with '- ' and holds 'key: value' lines."))
        return ()

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for name in self._values:
            if name in self._asked:
                continue
            close = difflib.get_close_matches(name, self._asked, n=1)
            mend = N_("Did you mean '{close}'?") if close else N_("Delete it, or write one of: {known}.")
            self.mistakes.add(
                self.where(name),
                N_("The key '{key}' is not known here."),
                mend,
                key=name,
                close=close[0] if close else "",
                known=", ".join(sorted(self._asked)),
            )


def is_date(value: str, *, cut: bool = False) -> bool:
    """Whether ``value`` is a date of the calendar in ISO form; ``cut`` allows a month or a year alone."""
    padded = {4: value + "-01-01", 7: value + "-01"}.get(len(value), value) if cut else value
    try:
        return len(padded) == 10 and dt.date.fromisoformat(padded).isoformat() == padded
    except ValueError:
        return False


def open_entry(name: str, text: str, mistakes: Mistakes) -> Entry:
    """The top mapping of a YAML file; ``name`` is how the file is called in messages.

    Raises:
        ProgrammeError: as :func:`tongket.programmes.nodes.yaml_node`.
    """
    return Entry(yaml_node(name, text), mistakes)


def read_text(path: Path) -> str:
    """A UTF-8 file's text.

    Raises:
        ProgrammeError: the file is absent or not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ProgrammeError(
            N_("The file cannot be read as UTF-8 text."), N_("Save it again as UTF-8."), where=str(path)
        ) from error


def read_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        ProgrammeError: the file is absent or cannot be opened.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ProgrammeError(
            N_("There is no such file."), N_("Check the name and the folder."), where=str(path)
        ) from error
    except OSError as error:
        raise ProgrammeError(
            N_("The file cannot be opened."), N_("Close it in other programs and try again."), where=str(path)
        ) from error
