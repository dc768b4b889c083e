"""Values out of entries, by the table of the format."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from tongket.messages import N_
from tongket.model.programmes import Sentence
from tongket.programmes.entries import Entry
from tongket.programmes.format_indicators import PHRASE
from tongket.programmes.records import Key, Record
from tongket.programmes.registers import read_counted, read_register, read_scorecard

# Read when the scale is known, which may stand below them or follow from other keys.
_LATER = ("amount", "entry", "entries")
_OWN_READERS = {"registers": read_register, "scorecards": read_scorecard}


def read_record(entry: Entry, record: Record, scale: int = 0) -> Any:
    """The value of ``record`` that ``entry`` holds; its mistakes are noted. ``scale`` is of the record above."""
    if record.name in _OWN_READERS:
        return _OWN_READERS[record.name](entry)
    values = read_keys(entry, record, scale)
    _place(record, values, entry)
    if record is PHRASE:
        _check_phrase(entry)
    entry.close()
    return record.type(**values)


def read_keys(entry: Entry, record: Record, scale: int = 0, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """What stands under the keys of ``record``, by slot, and what absent ones mean; ``but`` are left out."""
    keys = [key for key in record.keys if key.name not in but]
    given = {key.slot: _read_plain(entry, key) for key in keys if key.kind not in _LATER and _is_asked(entry, key)}
    values = {**record.defaults(given), **given}
    scale = values.get("scale", scale)
    for key in keys:
        if key.kind in _LATER and _is_asked(entry, key):
            values[key.slot] = _read_later(entry, key, scale)
    return values


def _is_asked(entry: Entry, key: Key) -> bool:
    """Whether to read ``key``: it is written, or must be, so that reading it notes that it is not."""
    return entry.has(key.name) or key.required


def _read_plain(entry: Entry, key: Key) -> Any:
    match key.kind:
        case "choice":
            return entry.choice(key.name, key.choices or ())
        case "choices":
            return entry.choices(key.name, key.choices or ())
        case "texts" | "modules":
            if key.required:
                entry.must_have(key.name)
            return entry.texts(key.name)
        case "lined":
            return tuple(Sentence(text, line) for text, line in entry.lined_texts(key.name))
        case "integer":
            return entry.integer(key.name, low=key.low, high=key.high)
        case "fraction":
            return entry.fraction(key.name, 0)
        case "flag":
            return entry.flag(key.name)
        case "date":
            return entry.date(key.name)
    return entry.text(key.name)


def _read_later(entry: Entry, key: Key, scale: int) -> Any:
    if key.kind == "amount":
        if key.required:
            entry.must_have(key.name)
        found = entry.amount(key.name, scale)
        return 0 if found is None and key.required else found
    if key.name == "counted":
        return read_counted(entry)
    assert key.record is not None
    if key.kind == "entry":
        inner = entry.entry(key.name)
        return read_record(inner, key.record, scale) if inner else None
    return tuple(read_record(one, key.record, scale) for one in entry.entries(key.name))


def _place(record: Record, values: dict[str, Any], entry: Entry) -> None:
    own = {one.name for one in fields(record.type)} if is_dataclass(record.type) else set()
    values.update({name: value for name, value in (("line", entry.line), ("file", entry.file)) if name in own})


def _check_phrase(entry: Entry) -> None:
    if not any(entry.has(key) for key in ("words", "any", "near")):
        entry.mistakes.add(
            entry.where(),
            N_("A phrase needs 'units' and one of 'words', 'any', 'near'."),
            N_("Say which unit word the figure carries and which words stand with it."),
        )
