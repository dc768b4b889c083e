"""Registers, scorecards and counted indicators out of YAML (sổ, bộ tiêu chí chấm điểm, chỉ tiêu đếm từ sổ)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import cast, get_args

from tongket.messages import N_
from tongket.model.dimensions import DimensionValue
from tongket.model.programmes import Comparison, Condition, Counted
from tongket.model.registers import Band, Criterion, Field, FieldKind, Register, RegisterKind, Scorecard
from tongket.programmes.entries import Entry

WHATS = ("count", "sum", "distinct", "min", "max", "latest")
WHENS = ("during", "at-end")
_MOST_SCALE = 6

# What can be asked of every entry beside the register's own fields; 'standing' is the state on the period's last day.
OF_EVERY: dict[str, FieldKind] = {
    "unit": "unit",
    "level": "choice",
    "body": "choice",
    "on": "date",
    "until": "date",
    "year": "integer",
    "state": "choice",
    "standing": "choice",
    "directive": "document",
    "days-from-directive": "integer",
}
OF_KIND: dict[RegisterKind, dict[str, FieldKind]] = {
    "event": {"combined": "yes-no"},
    "item": {"confirmed": "yes-no"},
    "agreement": {
        "confirmed": "yes-no",
        "party": "body",
        "symbol": "document",
        "meetings-due": "integer",
        "meetings-held": "integer",
    },
    "obligation": {
        "asked-by": "body",
        "due": "date",
        "answered-on": "date",
        "is-late": "yes-no",
        "days-late": "integer",
        "transferred-to": "body",
    },
    "score-sheet": {
        "own": "decimal",
        "appraised": "decimal",
        "points": "decimal",
        "deducted": "decimal",
        "band": "choice",
        "rank": "integer",
        "among": "integer",
        "version": "text",
    },
}
STATES: dict[RegisterKind, tuple[str, ...]] = {
    "event": ("planned", "held", "cancelled"),
    "item": ("active", "dormant", "ended"),
    "agreement": ("active", "dormant", "ended"),
    "obligation": ("open", "answered", "done", "refused", "transferred"),
    "score-sheet": ("self", "appraised", "announced", "pending"),
}
STANDINGS: dict[RegisterKind, tuple[str, ...]] = {
    **STATES,
    "item": ("active", "dormant", "lapsed", "ended"),
    "agreement": ("active", "due-for-renewal", "dormant", "lapsed", "expired", "ended"),
    "obligation": ("open", "overdue", "answered", "done", "refused", "transferred"),
}


def built_in_fields(kind: RegisterKind) -> dict[str, FieldKind]:
    """What can be asked of every entry of such a register, beside its own fields: code -> kind."""
    return {**OF_EVERY, **OF_KIND[kind]}


def read_register(entry: Entry) -> Register:
    """One entry of the list ``registers``."""
    found = Register(
        code=entry.text("code"),
        name=entry.text("name"),
        kind=cast(RegisterKind, entry.choice("kind", get_args(RegisterKind))),
        fields=tuple(_read_field(one) for one in entry.entries("fields")),
        owner=entry.text("owner", ""),
        scorecard=entry.text("scorecard", ""),
        yearly=entry.flag("yearly"),
        definition=entry.text("definition", ""),
        line=entry.line,
        file=entry.file,
    )
    entry.close()
    return found


def _read_field(entry: Entry) -> Field:
    found = Field(
        code=entry.text("code"),
        name=entry.text("name"),
        kind=cast(FieldKind, entry.choice("kind", get_args(FieldKind), "text")),
        unit_word=entry.text("unit", ""),
        choices=_read_choices(entry),
        dimension=entry.text("dimension", ""),
        required=entry.flag("required"),
        scale=entry.integer("scale", 0, high=_MOST_SCALE),
        note=entry.text("note", ""),
        line=entry.line,
    )
    entry.close()
    return found


def _read_choices(entry: Entry) -> tuple[DimensionValue, ...]:
    found = []
    for one in entry.entries("choices"):
        found.append(DimensionValue(one.text("code"), one.text("name"), one.texts("aliases")))
        one.close()
    return tuple(found)


def read_scorecard(entry: Entry) -> Scorecard:
    """One entry of the list ``scorecards``; points are written as people write them and kept at the scale."""
    scale = entry.integer("scale", 0, high=_MOST_SCALE)
    criteria, bands = [], []
    for one in entry.entries("criteria"):
        depth = one.integer("depth", 0, high=9)
        criteria.append(Criterion(one.text("code"), one.text("name"), _points(one, "most", scale), depth, one.line))
        one.close()
    for one in entry.entries("bands"):
        bands.append(Band(one.text("code"), one.text("name"), _points(one, "at_least", scale)))
        one.close()
    found = Scorecard(
        code=entry.text("code"),
        version=entry.text("version"),
        name=entry.text("name"),
        scale=scale,
        criteria=tuple(criteria),
        bands=tuple(bands),
        line=entry.line,
        file=entry.file,
    )
    entry.close()
    return found


def _points(entry: Entry, key: str, scale: int) -> int:
    """A number of points as an integer at ``scale``."""
    text = entry.text(key)
    try:
        points = Decimal(text.replace(",", ".")).scaleb(scale)
    except InvalidOperation:
        points = Decimal("NaN")
    if points.is_finite() and points == points.to_integral_value() and points >= 0:
        return int(points)
    if entry.has(key):
        entry.mistakes.add(
            entry.where(key),
            N_("'{value}' is not a number of points with at most {scale} decimals."),
            N_("Write points such as 10 or 2.5, or raise the scorecard's 'scale'."),
            value=text,
            scale=scale,
        )
    return 0


def read_counted(entry: Entry) -> Counted | None:
    """What stands under ``counted`` of an indicator's ``entry``; None where nothing does."""
    if not entry.has("counted"):
        return None
    found = entry.entry("counted")
    if found is None:
        return None
    counted = Counted(
        register=found.text("register"),
        what=found.choice("what", WHATS, "count"),  # type: ignore[arg-type]  # 'choice' gives one of WHATS
        field=found.text("field", ""),
        where=tuple(_read_condition(one) for one in found.entries("where")),
        cells=tuple(_read_cell(one) for one in found.entries("cells")),
        when=found.choice("when", WHENS, "during"),  # type: ignore[arg-type]  # 'choice' gives one of WHENS
        line=found.line,
    )
    found.close()
    return counted


def _read_condition(entry: Entry) -> Condition:
    found = Condition(
        field=entry.text("field"),
        values=entry.texts("is"),
        comparison=cast(Comparison, entry.choice("comparison", get_args(Comparison), "=")),
        line=entry.line,
    )
    entry.close()
    return found


def _read_cell(entry: Entry) -> tuple[str, str]:
    dimension = entry.text("dimension")
    found = dimension, entry.text("field", dimension)
    entry.close()
    return found
