"""A programme as plain entries again: what its files must say so that reading them gives the same programme.

Keys that say what absent ones mean anyway are left out, and so is what comes from modules.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket.model.programmes import Programme
from tongket.programmes.format import PROGRAMME
from tongket.programmes.modules import module_file
from tongket.programmes.records import Key, Record

# A tree: mappings in the order of the format; texts, numbers, flags, lists of texts, mappings and lists of mappings.
Tree = dict[str, Any]
_OF_MODULES = ("dimensions", "registers", "scorecards", "indicators", "forms", "sums", "rules", "outline", "expected")


def programme_tree(programme: Programme) -> Tree:
    """What the files of ``programme`` say."""
    return _record_tree(programme, PROGRAMME, 0, _files_of_modules(programme))


def record_tree(value: Any, record: Record) -> Tree:
    """What an entry of ``record`` says, of a module too."""
    return _record_tree(value, record, 0, frozenset())


def _files_of_modules(programme: Programme) -> frozenset[str]:
    """The files of the modules that the programme uses: what names them is not the programme's own."""
    folder = Path(programme.file).parent
    found = (module_file(one.code, folder) for one in programme.modules)
    return frozenset(str(file) for file in found if file)


def _record_tree(value: Any, record: Record, scale: int, foreign: frozenset[str]) -> Tree:
    given = _slots(value, record)
    scale = given.get("scale", scale)
    defaults = record.defaults({name: given[name] for name in record.made_from})
    tree: Tree = {}
    for key in record.keys:
        held = given[key.slot]
        if key.kind == "lined":
            held = tuple(one for one in held if not one.file)
        elif key.name in _OF_MODULES and record is PROGRAMME:
            held = tuple(one for one in held if getattr(one, "file", "") not in foreign)
        if key.required or (held != defaults[key.slot] and held is not None):
            tree[key.name] = _written(held, key, scale, foreign)
    return tree


def _slots(value: Any, record: Record) -> dict[str, Any]:
    if isinstance(value, tuple):  # a pair, in the order of the keys
        return dict(zip((key.slot for key in record.keys), value, strict=True))
    return {key.slot: getattr(value, key.slot) for key in record.keys}


def _written(value: Any, key: Key, scale: int, foreign: frozenset[str]) -> Any:
    if key.kind == "amount":
        return decimal_of(value, scale)
    if key.kind == "entry":
        assert key.record is not None
        return _record_tree(value, key.record, scale, foreign)
    if key.kind == "entries":
        assert key.record is not None
        return [_record_tree(one, key.record, scale, foreign) for one in value]
    if key.kind == "lined":
        return [one.text for one in value]
    if key.kind == "modules":
        return [one.code for one in value]
    return list(value) if isinstance(value, tuple) else value


def decimal_of(amount: int, scale: int) -> Decimal:
    """An amount at ``scale`` as the shortest number: 1250 at 2 is 12.5."""
    text = f"{Decimal(amount).scaleb(-scale):f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def sub_tree(tree: Tree, keys: Iterable[str]) -> Tree:
    """The part of ``tree`` under ``keys``, in the order of the tree."""
    wanted = set(keys)
    return {name: value for name, value in tree.items() if name in wanted}
