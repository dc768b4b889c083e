"""What changed after a report was frozen, in words: which number, where it stands, what it is now."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import Truncator

from tongket.messages import N_, say
from tongket.model.programmes import Programme
from tongket.site.rollups.reports.changes import Changed, Changes, Unsaid
from tongket.site.rollups.reports.sheet import Cell, Sheet, Told

MOST = 60  # lines of either sort that are told


def changes_told(changes: Changes, sheet: Sheet, programme: Programme) -> list[Told]:
    """The words that are no longer said; then the numbers: each sentence by itself, appendices together."""
    words = [_unsaid(one) for one in changes.words[:MOST]]
    return words + list(_numbers(changes.figures[:MOST], sheet, programme))


def _unsaid(one: Unsaid) -> Told:
    address = f"#p{one.paragraph}" if one.paragraph >= 0 else "#t1"
    gone = say(N_("The body does not say this any more."))
    return Told("warning", one.quote.file, gone, _quoted(one.quote.text), address)


def _numbers(figures: tuple[Changed, ...], sheet: Sheet, programme: Programme) -> Iterator[Told]:
    """Where a number stands in an appendix, its rows are named; it is told once for all of them."""
    rows = _rows(sheet)
    listed: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in figures:
        indicator = programme.indicator(one.figure.indicator)
        name = indicator.name if indicator else one.figure.indicator
        what = say(N_("{then} is {now} now."), then=one.figure.shown, now=one.now)
        if one.sentence:
            yield Told("warning", name, what, _quoted(one.sentence), f"#p{one.paragraph}")
        elif one.figure.key in rows:
            listed.setdefault((name, what), []).append(rows[one.figure.key])
        else:
            yield Told("warning", name, what, "")
    for (name, what), found in listed.items():
        places = dict.fromkeys(place for place, _ in found)
        yield Told("warning", name, what, say(N_("In {places}."), places="; ".join(places)), found[0][1])


def _quoted(sentence: str) -> str:
    return f"“{Truncator(sentence).chars(160)}”"


def _rows(sheet: Sheet) -> dict[str, tuple[str, str]]:
    """By the key of a figure in an appendix: which row of which appendix, and its address."""
    return {
        cell.key: (", ".join(filter(None, (table.label or table.title, _title(row)))), f"#t{number}")
        for number, table in enumerate(sheet.tables, start=1)
        for row in table.rows
        for cell in row
        if cell.key
    }


def _title(row: tuple[Cell, ...]) -> str:
    """What a row is about: its first cell in words."""
    return next((cell.text for cell in row if any(map(str.isalpha, cell.text)) and len(cell.text) > len("VIII")), "")
