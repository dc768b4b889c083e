"""The registry of units as the site knows it: the built-in table, with the office's own units file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from tongket.registry.units import Registry, load_units


def registry() -> Registry:
    """The units, read again when the office's own file changes."""
    own = settings.DATA.units_file
    return _registry(own, own.stat().st_mtime_ns) if own.exists() else _registry(None, 0)


@lru_cache(maxsize=2)
def _registry(own: Path | None, _changed: int) -> Registry:
    return load_units(own)
