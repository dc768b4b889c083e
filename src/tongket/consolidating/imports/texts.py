"""Texts of an imported table as such: the day that one writes, the known name that one resembles."""

from __future__ import annotations

from datetime import date

from rapidfuzz import fuzz, process

from tongket.vietnamese.unicode import plain

_LIKE = 72  # of 100: how much a known name must resemble a wrong one to be offered


def most_like(text: str, names: list[str]) -> str:
    """The name that ``text`` resembles most, or ""."""
    found = process.extractOne(plain(text), [plain(name) for name in names], scorer=fuzz.ratio, score_cutoff=_LIKE)
    return names[found[2]] if found else ""


def day_of(text: str) -> str | None:
    """The ISO date of '2025-12-31' or '31/12/2025', or None."""
    written = text.strip().replace(".", "/").replace("-", "/").split("/")
    if len(written) != 3 or not all(part.isascii() and part.isdigit() for part in written):
        return None
    year, month, day = written if len(written[0]) == 4 else reversed(written)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
