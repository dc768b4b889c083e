"""The registry of units as the site knows it: the built-in table, with the office's own units file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from tongket.model.units import Unit
from tongket.registry.units import Registry, load_units
from tongket.site.interface.clock import today
from tongket.vietnamese.unicode import nfc, plain


def registry() -> Registry:
    """The units, read again when the office's own file changes."""
    own = settings.DATA.units_file
    return _registry(own, own.stat().st_mtime_ns) if own.exists() else _registry(None, 0)


@lru_cache(maxsize=2)
def _registry(own: Path | None, _changed: int) -> Registry:
    return load_units(own)


def units_like(words: str, most: int) -> tuple[Unit, ...]:
    """The units of today that ``words`` name or begin to name; nearly named ones where there is none."""
    text, day = nfc(words).strip()[:120], today()
    if len(text) < 2:
        return ()
    known = registry()
    found = list(known.find(text, day))[:most]
    ids = {unit.id for unit in found}
    inner, *outer = [plain(part) for part in text.split(",") if part.strip()] or [""]
    for name, above, unit_id in _names(known, day.isoformat()):
        if len(found) >= most:
            break
        if unit_id not in ids and f" {inner}" in name and all(f" {part}" in above for part in outer):
            unit = known.unit(unit_id, day)
            found += [unit] if unit else []
    return tuple(found or known.similar(text, day)[:most])


@lru_cache(maxsize=2)
def _names(known: Registry, day: str) -> tuple[tuple[str, str, str], ...]:
    """(name, names of what is above, id) of every unit of a day but hamlets, without marks, from province down."""
    parents = known.parents(day)
    names = {}
    for unit_id in parents:
        unit = known.unit(unit_id, day)
        if unit is not None and unit.kind not in ("nation", "hamlet"):
            names[unit_id] = (unit.kind != "province", f" {plain(unit.full_name)}")
    rows = (
        (deep, name, names.get(parents.get(unit_id, ""), (False, ""))[1], unit_id)
        for unit_id, (deep, name) in names.items()
    )
    return tuple((name, above, unit_id) for _deep, name, above, unit_id in sorted(rows))
