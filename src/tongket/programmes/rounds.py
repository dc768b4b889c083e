"""A round (đợt báo cáo) out of ``dot-bao-cao.yaml``: what ties a folder of reports to a programme."""

from __future__ import annotations

from pathlib import Path

from tongket.messages import N_
from tongket.model.rounds import Asked, Round
from tongket.programmes.entries import Entry, Mistakes, open_entry, read_text

ROUND_FILE = "dot-bao-cao.yaml"


def load_round(path: Path) -> Round:
    """The round of a file, or of the ``dot-bao-cao.yaml`` in a folder. The keys stand in docs/programmes.md.

    Raises:
        ProgrammeError: the file is absent or holds a mistake (ProgrammeErrors: several).
    """
    file = path / ROUND_FILE if path.is_dir() else path
    mistakes = Mistakes()
    entry = open_entry(str(file), read_text(file), mistakes)
    found = _read_round(entry, file)
    entry.close()
    mistakes.stop()
    return found


def _read_round(entry: Entry, file: Path) -> Round:
    programme, unit = entry.text("programme"), entry.text("unit")
    body, place = entry.text("body"), entry.text("place")
    start, end = _read_period(entry)
    due = entry.date("due", "")
    written = entry.entries("asked")
    asked = tuple(_read_asked(one, due) for one in written)
    _refuse_twins(written, asked)
    return Round(
        programme=programme,
        unit=unit,
        body=body,
        place=place,
        period_start=start,
        period_end=end,
        date=entry.date("date", "", cut=True),
        request=entry.text("request", ""),
        asked=asked,
        recipients=entry.texts("recipients"),
        units_file=_beside(file, entry.text("units_file", "")),
        file=str(file),
        review=entry.choice("review", ("sơ kết", "tổng kết"), ""),
        years=entry.integer("years", 0, high=99),
    )


def _read_period(entry: Entry) -> tuple[str, str]:
    """The period; ("", "") where it is absent: then the programme's own counts."""
    if not entry.has("period"):
        return "", ""
    period = entry.entry("period")
    if period is None:
        return "", ""
    start, end = period.date("from"), period.date("to")
    if start and end and start > end:
        period.mistakes.add(
            period.where("to"),
            N_("The period ends ({end}) before it begins ({start})."),
            N_("Put the earlier date under 'from'."),
            start=start,
            end=end,
        )
    period.close()
    return start, end


def _read_asked(entry: Entry, due: str) -> Asked:
    asked = Asked(entry.text("unit"), entry.text("body"), entry.text("kind", "ubnd"), entry.date("due", due))
    entry.close()
    return asked


def _refuse_twins(entries: tuple[Entry, ...], asked: tuple[Asked, ...]) -> None:
    seen: set[tuple[str, str, str]] = set()
    for entry, one in zip(entries, asked, strict=True):
        key = (one.unit, one.kind, one.body)
        if one.unit and key in seen:
            entry.mistakes.add(
                entry.where(),
                N_("The body '{body}' is asked twice."),
                N_("Delete one of the two entries."),
                body=one.body,
            )
        seen.add(key)


def _beside(file: Path, name: str) -> str:
    return str((file.parent / name).resolve()) if name else ""
