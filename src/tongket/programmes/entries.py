"""Typed values out of YAML whose mistakes name file, line and mend: the ground of programmes and rounds.

A file is composed into nodes, never constructed into objects: scalars stay text, so '07' and '2026-11' are what was
written, and every value still knows its line. Mistakes are gathered, so that one look at a file shows all of them.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable
from pathlib import Path

import yaml

from tongket.errors import ProgrammeError, ProgrammeErrors
from tongket.messages import N_

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_YES, _NO = ("true", "yes", "có"), ("false", "no", "không")


class Mistakes:
    """The mistakes found so far in the files of one programme or round."""

    def __init__(self) -> None:
        self._found: list[ProgrammeError] = []

    def add(self, where: str, what: str, mend: str, **facts: object) -> None:
        """Note one mistake; ``where`` is 'file:line'."""
        self._found.append(ProgrammeError(what, mend, where=where, **facts))

    def stop(self) -> None:
        """Raise what was noted.

        Raises:
            ProgrammeError: one mistake was noted.
            ProgrammeErrors: several were.
        """
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise ProgrammeErrors(tuple(self._found))


class Entry:
    """A mapping of a YAML file. Asking for a key marks it as known; ``close`` reports the keys nobody asked for."""

    def __init__(self, file: str, node: yaml.MappingNode, mistakes: Mistakes) -> None:
        self.file, self.line, self.mistakes = file, _line(node), mistakes
        self._values: dict[str, yaml.Node] = {}
        self._lines: dict[str, int] = {}
        self._asked: set[str] = set()
        for key, value in node.value:
            self._add(key, value)

    def _add(self, key: yaml.Node, value: yaml.Node) -> None:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        where = f"{self.file}:{_line(key)}"
        if not name:
            self.mistakes.add(where, N_("A key must be one word."), N_("Write 'key: value'."))
        elif name in self._values:
            self.mistakes.add(
                where, N_("The key '{key}' is written twice."), N_("Keep one of the two, or merge them."), key=name
            )
        else:
            self._values[name], self._lines[name] = value, _line(key)

    def where(self, key: str = "") -> str:
        """'file:line' of ``key``, or of the whole entry."""
        return f"{self.file}:{self._lines.get(key, self.line)}"

    def has(self, key: str) -> bool:
        """Whether the key is written and not left empty."""
        self._asked.add(key)
        node = self._values.get(key)
        return node is not None and not (isinstance(node, yaml.ScalarNode) and node.value in ("", "~", "null"))

    def _missing(self, key: str) -> None:
        self.mistakes.add(
            self.where(), N_("The key '{key}' is missing."), N_("Add a line '{key}: ...' to this entry."), key=key
        )

    def _wrong(self, key: str, mend: str, **facts: object) -> None:
        node = self._values[key]
        value = node.value if isinstance(node, yaml.ScalarNode) else "..."
        self.mistakes.add(
            f"{self.file}:{_line(node)}",
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
        if isinstance(node, yaml.ScalarNode):
            return " ".join(str(node.value).split())
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
        if isinstance(node, yaml.ScalarNode):
            return (self.text(key),)
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if not all(isinstance(item, yaml.ScalarNode) and item.value for item in items):
            self._wrong(key, N_("Write a list of texts: [one, two], or one a line after '- '."))
            return ()
        return tuple(" ".join(str(item.value).split()) for item in items)

    def lined_texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """A list of texts with their lines."""
        texts = self.texts(key)
        node = self._values.get(key)
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple((text, _line(item)) for text, item in zip(texts, items, strict=False))

    def entry(self, key: str) -> Entry | None:
        """A mapping under ``key``; it must be there."""
        if not self.has(key):
            self._missing(key)
            return None
        node = self._values[key]
        if isinstance(node, yaml.MappingNode):
            return Entry(self.file, node, self.mistakes)
        self._wrong(key, N_("Write 'key: value' lines there, indented by two spaces."))
        return None

    def entries(self, key: str) -> tuple[Entry, ...]:
        """A list of mappings; () where the key is absent."""
        if not self.has(key):
            return ()
        node = self._values[key]
        if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.MappingNode) for item in node.value):
            return tuple(Entry(self.file, item, self.mistakes) for item in node.value)
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


def _line(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node is not None else 1


def open_entry(name: str, text: str, mistakes: Mistakes) -> Entry:
    """The top mapping of a YAML file; ``name`` is how the file is called in messages.

    Raises:
        ProgrammeError: the file is empty, is no mapping, holds anchors, or is not YAML at all.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark is not None else name
        raise ProgrammeError(
            N_("This line breaks the rules of YAML: {problem}."),
            N_("Check the indentation (spaces, no tabs), and put texts that hold ': ' or '#' in quotes."),
            where=where,
            problem=getattr(error, "problem", None) or str(error).splitlines()[0],
        ) from error
    if not isinstance(node, yaml.MappingNode):
        raise ProgrammeError(
            N_("The file holds no 'key: value' lines."),
            N_("Start from the example in docs/programmes.md."),
            where=f"{name}:{_line(node)}",
        )
    _refuse_anchors(name, node, set())
    return Entry(name, node, mistakes)


def _refuse_anchors(name: str, node: yaml.Node, seen: set[int]) -> None:
    # An alias gives back the anchor's own node: shared nodes make small files unfold without end.
    if id(node) in seen:
        raise ProgrammeError(
            N_("Anchors and aliases ('&' and '*') are not used in these files."),
            N_("Write the value out in both places."),
            where=f"{name}:{_line(node)}",
        )
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _refuse_anchors(name, key, seen)
            _refuse_anchors(name, value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_anchors(name, item, seen)


def read_text(path: Path) -> str:
    """A UTF-8 file's text.

    Raises:
        ProgrammeError: the file is absent or not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise ProgrammeError(
            N_("There is no such file."), N_("Check the name and the folder."), where=str(path)
        ) from error
    except (UnicodeDecodeError, OSError) as error:
        raise ProgrammeError(
            N_("The file cannot be read as UTF-8 text."), N_("Save it again as UTF-8."), where=str(path)
        ) from error
