"""A score sheet of a template read back: the answers about the sheet, and the points of each criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from tongket.exchange.templates import book as marks
from tongket.exchange.templates.cells import CellMistake, EntryMistake, cell_text, read_amount, read_choice, read_text
from tongket.exchange.templates.columns import entry_columns, scorecards
from tongket.exchange.templates.entry_reading import Keeper, read_entry
from tongket.messages import N_
from tongket.model.entries import Entry, ScoreLine
from tongket.model.programmes import Programme
from tongket.model.registers import Criterion, Register, Scorecard
from tongket.programmes.scoring import leaf_criteria
from tongket.registry.units import Registry
from tongket.vietnamese.numbers import format_number

_OWN, _APPRAISED, _REASON = 4, 5, 6  # columns of the sheet
_ANSWER = 3  # column in which the answers about the sheet stand


@dataclass(frozen=True, slots=True)
class ScoresRead:
    """A score sheet, or the mistakes in it; ``places`` are the cells of what the mistakes name."""

    entry: Entry | None
    mistakes: tuple[EntryMistake, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


def read_scores(
    rows: Sequence[tuple[int, Sequence[Any]]],
    register: Register,
    programme: Programme,
    keeper: Keeper,
    registry: Registry,
    sheet: str,
) -> ScoresRead | None:
    """The score sheet that ``rows`` hold; None where no points were given."""
    given: dict[str, Any] = {}
    points: dict[str, tuple[Any, Any, Any]] = {}
    places: dict[str, str] = {}
    for number, cells in rows:
        kind, _, code = cell_text(cells[0]).partition(":")
        wide = [*cells, *[""] * 8]
        if kind == marks.ENTRY:
            places[code] = f"D{number}"
            if cell_text(wide[_ANSWER]):
                given[code] = wide[_ANSWER]
        elif kind == marks.CRITERION:
            points[code] = (wide[_OWN], wide[_APPRAISED], wide[_REASON])
            places.update(
                {f"{code}:own": f"E{number}", f"{code}:appraised": f"F{number}", f"{code}:reason": f"G{number}"}
            )
    if not any(cell_text(cell) for three in points.values() for cell in three):
        return None
    card = _card(register, programme, given)
    if card is None:  # its version is refused with everything else about the sheet
        found = read_entry(register, programme, given, keeper, registry, place=sheet)
        return ScoresRead(None, found.mistakes, places)
    lines, mistakes = read_lines(card, points)
    found = read_entry(register, programme, given, keeper, registry, place=sheet, lines=lines)
    mistakes = (*found.mistakes, *mistakes)
    return ScoresRead(None if mistakes else found.entry, mistakes, places)


def _card(register: Register, programme: Programme, given: Mapping[str, Any]) -> Scorecard | None:
    """The scorecard of the version that was written."""
    column = next(one for one in entry_columns(register, programme) if one.code == "version")
    try:
        version = read_choice(given.get("version"), column)
    except CellMistake:
        return None
    return next((card for card in scorecards(register, programme) if card.version == version), None)


def read_lines(
    card: Scorecard, points: Mapping[str, tuple[Any, Any, Any]]
) -> tuple[tuple[ScoreLine, ...], tuple[EntryMistake, ...]]:
    """The lines of a score sheet out of (own, appraised, reason) by criterion, and what is wrong with them.

    Points stand at the innermost criteria; where the appraiser gave others than the body itself, a reason must stand.
    """
    lines: list[ScoreLine] = []
    mistakes: list[EntryMistake] = []
    leaves = leaf_criteria(card)
    for criterion in leaves:
        cells = points.get(criterion.code, ("", "", ""))
        line = ScoreLine(criterion.code, None)
        for name, cell in zip(("own", "appraised"), cells, strict=False):
            if cell_text(cell):
                try:
                    amount = _points(cell, criterion, card)
                    line = replace(line, own=amount) if name == "own" else replace(line, appraised=amount)
                except CellMistake as mistake:
                    mistakes.append(EntryMistake(f"{criterion.code}:{name}", mistake.what, mistake.mend, mistake.facts))
        try:
            line = replace(line, reason=read_text(cells[2]))
        except CellMistake as mistake:
            mistakes.append(EntryMistake(f"{criterion.code}:reason", mistake.what, mistake.mend, mistake.facts))
        if None not in (line.own, line.appraised) and line.own != line.appraised and not line.reason:
            mistakes.append(
                EntryMistake(
                    f"{criterion.code}:reason",
                    N_("criterion {code}: the appraised points differ from the body's own, and no reason is given."),
                    N_("Write why points were taken off or added."),
                    {"code": criterion.code},
                )
            )
        if line != ScoreLine(criterion.code, None):
            lines.append(line)
    unknown = [code for code in points if code not in {one.code for one in card.criteria}]
    mistakes += [
        EntryMistake(
            code,
            N_("the scorecard has no criterion '{code}'."),
            N_("Write one of: {choices}."),
            {"code": code, "choices": ", ".join(one.code for one in leaves)},
        )
        for code in unknown
    ]
    return tuple(lines), tuple(mistakes)


def _points(cell: Any, criterion: Criterion, card: Scorecard) -> int:
    amount = read_amount(cell, card.scale)
    if amount > criterion.most:
        raise CellMistake(
            N_("criterion {code}: '{text}' is more than the {most} points that it gives at most."),
            N_("Correct the points."),
            code=criterion.code,
            text=cell_text(cell),
            most=format_number(Decimal(criterion.most).scaleb(-card.scale)),
        )
    return amount
