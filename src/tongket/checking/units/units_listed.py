"""All units of a level, and a closed list behind them that names only some (nói 'các huyện', kể chưa đủ huyện).

A case of ``missing-part``, whose page stands with the form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Footnote, Report
from tongket.model.units import Unit, UnitKind
from tongket.registry.units import Registry, load_units, name_key

_LEVELS: tuple[tuple[UnitKind, str], ...] = (
    ("district", r"(?:huyện|thị|thành|quận) (?:ủy|uỷ)|huyện|thị xã|thành phố|quận"),
    ("commune", r"(?:đảng ủy|đảng uỷ|đảng bộ)? ?(?:các )?(?:xã|phường|thị trấn|đặc khu)"),
)
_ALL = tuple(
    (
        kind,
        re.compile(  # 'các' first, so that the search leaps to it
            rf"ác (?<=[Cc]ác )(?<!\w[Cc]ác )(?:{names})(?:(?:,| và)? (?:{names}))* (?:đều |đã )+[^.;\n]{{10,400}}"
        ),
    )
    for kind, names in _LEVELS
)
_CLOSED = re.compile(r"\W*(?P<opens>(?:Bao g|G)ồm(?: có)?\s?:?\s?[^;\n]{0,60})")
_GOES_ON = re.compile(r"\.\.\.|…|v\.v|(?<!\w)(?:tiêu biểu|điển hình|chủ yếu|một số|trừ|riêng)(?!\w)", re.IGNORECASE)
_LEAST = 3


def check_units_listed(report: Report, registry: Registry | None = None) -> Iterator[Finding]:
    """Yield ``missing-part`` where all units of a level are said to have done a thing, and the note that opens with
    'Gồm' names most of them and not all.

    Not flagged: lists that go on or pick some out; those that name less than half, for they are of something else;
    reports of units that the table does not know. ``registry`` None: the built-in table.
    """
    if not any(_CLOSED.match(report.text, one.text_start or one.start, one.end) for one in report.footnotes):
        return
    said = [(kind, found) for kind, pattern in _ALL for found in finds(pattern, report.text)]
    units = _units(report, registry or load_units()) if said else ()
    notes = sorted((one for one in report.footnotes if one.anchor is not None), key=_anchor)
    anchors = [_anchor(one) for one in notes]
    for kind, found in said:
        below = [one for one in units if one.kind == kind]
        first = bisect_right(anchors, found.start())
        for note in notes[first : bisect_right(anchors, found.end() + 1)]:
            start = note.text_start or note.start
            opens, listed = _CLOSED.match(report.text, start, note.end), report.text[start : note.end]
            if opens is not None and not _GOES_ON.search(listed):
                place = Span(opens.start("opens"), opens.end("opens"))
                yield from _check(place, Span(found.start() - 1, found.end()), f"C{found[0]}", below, name_key(listed))


def _anchor(note: Footnote) -> int:
    return note.anchor or 0


def _units(report: Report, registry: Registry) -> tuple[Unit, ...]:
    """The units below that of the body that reports, on the day of the report."""
    on = report.letterhead.date
    own = registry.of_body(report.letterhead.issuing_body or "", on)
    return registry.children(own[0].id, on) if on and len(own) == 1 else ()


def _check(place: Span, claim: Span, said: str, below: list[Unit], listed: str) -> Iterator[Finding]:
    missing = [one.name for one in below if name_key(one.name) not in listed]
    named = len(below) - len(missing)
    if missing and named >= _LEAST and 2 * named > len(below):
        facts = {"said": " ".join(said.split()[:_SHOWN]), "named": str(named), "total": str(len(below))}
        facts["missing"] = ", ".join(missing)
        yield Finding("missing-part", "warning", place, "units", facts, (claim,))


_SHOWN = 8  # words of what is said
