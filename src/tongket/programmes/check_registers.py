"""The rules of registers, scorecards and what is counted from them: what one names, the other has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tongket.messages import N_
from tongket.model.dimensions import DimensionValue
from tongket.model.programmes import ADDED_KINDS, Counted, Indicator, Programme
from tongket.model.registers import Field, FieldKind, Register, Scorecard
from tongket.programmes.check_indicators import known_body
from tongket.programmes.entries import Mistakes
from tongket.programmes.registers import STANDINGS, STATES, built_in_fields


def check_registers(programme: Programme, mistakes: Mistakes) -> None:
    """Note what is wrong with any register or scorecard, and with what indicators count from registers."""
    for register in programme.registers:
        _check_register(programme, register, mistakes)
    for card in programme.scorecards:
        _check_scorecard(card, mistakes)
    for indicator in programme.indicators:
        if indicator.counted is not None:
            _check_counted(programme, indicator, indicator.counted, mistakes)


def _check_register(programme: Programme, register: Register, mistakes: Mistakes) -> None:
    where = mistakes.at(register.file, register.line)
    if register.owner:
        known_body(register.owner, mistakes.at(register.file, register.line, "owner"), mistakes)
    if (register.kind == "score-sheet") != bool(register.scorecard):
        mistakes.add(
            where,
            N_("'{code}' must have both: kind 'score-sheet', and a 'scorecard'."),
            N_("Name the scorecard that its sheets are filled in by, or take another kind."),
            code=register.code,
        )
    if register.scorecard and programme.scorecard(register.scorecard) is None:
        mistakes.add(
            mistakes.at(register.file, register.line, "scorecard"),
            N_("The scorecard '{code}' does not exist."),
            N_("Write it under 'scorecards', or correct the code."),
            code=register.scorecard,
        )
    seen: set[str] = set()
    for field in register.fields:
        _check_field(programme, register, field, mistakes)
        if field.code in seen or field.code in built_in_fields(register.kind):
            mistakes.add(
                mistakes.at(register.file, field.line),
                N_("The register '{register}' has a field '{code}' already."),
                N_("Give the field another code; every entry has some fields of itself."),
                register=register.code,
                code=field.code,
            )
        seen.add(field.code)


def _check_field(programme: Programme, register: Register, field: Field, mistakes: Mistakes) -> None:
    where = mistakes.at(register.file, field.line)
    if field.dimension and programme.dimension(field.dimension) is None:
        mistakes.add(
            where,
            N_("The dimension '{code}' does not exist."),
            N_("Write it under 'dimensions', or correct the code."),
            code=field.dimension,
        )
    if field.kind == "choice" and not field.choices and not field.dimension:
        mistakes.add(
            where,
            N_("The field '{code}' is one of a list, but has no list."),
            N_("Write 'choices' with code and name, or the 'dimension' whose values they are."),
            code=field.code,
        )


def _check_scorecard(card: Scorecard, mistakes: Mistakes) -> None:
    points = [band.at_least for band in card.bands]
    if points != sorted(set(points), reverse=True):
        mistakes.add(
            mistakes.at(card.file, card.line, "bands"),
            N_("The classes of '{code}' do not go down from the best."),
            N_("Order them by 'at_least' from the most points down, each with fewer than the one before."),
            code=card.code,
        )
    above = -1
    for criterion in card.criteria:
        if criterion.depth > above + 1:
            mistakes.add(
                mistakes.at(card.file, criterion.line),
                N_("The criterion '{code}' lies deeper than one step below the one before it."),
                N_("Lower its 'depth' to {depth}."),
                code=criterion.code,
                depth=above + 1,
            )
        above = criterion.depth
    for index, criterion in enumerate(card.criteria):
        below = list(_children(card, index))
        if below and sum(below) != criterion.most:
            mistakes.warn(
                mistakes.at(card.file, criterion.line),
                N_("The criteria below '{code}' give at most {sum} points, it says {most}."),
                N_("Correct one of the numbers."),
                code=criterion.code,
                sum=sum(below) / 10**card.scale,
                most=criterion.most / 10**card.scale,
            )


def _children(card: Scorecard, index: int) -> Iterator[int]:
    """The points of the criteria right below the one at ``index``."""
    depth = card.criteria[index].depth
    for criterion in card.criteria[index + 1 :]:
        if criterion.depth <= depth:
            return
        if criterion.depth == depth + 1:
            yield criterion.most


def _check_counted(programme: Programme, indicator: Indicator, counted: Counted, mistakes: Mistakes) -> None:
    where = mistakes.at(indicator.file, counted.line)
    register = programme.register(counted.register)
    if register is None:
        mistakes.add(
            where,
            N_("The register '{code}' does not exist."),
            N_("Write it under 'registers', or correct the code."),
            code=counted.register,
        )
        return
    if (counted.what != "count") != bool(counted.field):
        mistakes.add(
            where,
            N_("'{code}' says what to take of the register, but not of which field, or the other way round."),
            N_("Write 'what' and 'field' together; the number of entries needs no field."),
            code=indicator.code,
        )
    if counted.field:
        kind = _kind_of(register, counted.field, where, mistakes)
        if kind and counted.what == "sum" and kind not in ADDED_KINDS:
            mistakes.add(
                where,
                N_("The field '{field}' holds no numbers and cannot be summed."),
                N_("Sum a field of numbers or money, or count different values with 'distinct'."),
                field=counted.field,
            )
    for condition in counted.where:
        line = mistakes.at(indicator.file, condition.line)
        _kind_of(register, condition.field, line, mistakes)
        known = _known_values(programme, register, condition.field)
        if known and condition.comparison in ("=", "<>"):
            _check_values(register, condition.field, condition.values, known, line, mistakes)
    _check_cells_counted(programme, indicator, counted, register, mistakes)


def _check_cells_counted(
    programme: Programme, indicator: Indicator, counted: Counted, register: Register, mistakes: Mistakes
) -> None:
    """That each dimension that is counted by a field is the indicator's, and the field's choices its values."""
    where = mistakes.at(indicator.file, counted.line)
    for dimension, field in counted.cells:
        if dimension not in indicator.dimensions:
            mistakes.add(
                where,
                N_("'{code}' counts cells of '{dimension}', which is none of its dimensions."),
                N_("Write the dimension under 'dimensions' of the indicator, or correct the code."),
                code=indicator.code,
                dimension=dimension,
            )
        _kind_of(register, field, where, mistakes)
        own, found = register.field(field), programme.dimension(dimension)
        if (
            own
            and found
            and own.dimension != dimension
            and not {one.code for one in own.choices} <= _codes(found.values)
        ):
            mistakes.add(
                where,
                N_("The choices of the field '{field}' are not the values of the dimension '{dimension}'."),
                N_("Write 'dimension: {dimension}' at the field, or give its choices the codes of the values."),
                field=field,
                dimension=dimension,
            )


def _codes(values: Iterable[DimensionValue]) -> set[str]:
    return {value.code for value in values}


def _known_values(programme: Programme, register: Register, field: str) -> tuple[str, ...]:
    """What a field of a closed list may hold; () where any value may stand."""
    if field in ("state", "standing"):
        return (STATES if field == "state" else STANDINGS)[register.kind]
    own = register.field(field)
    if own is None or own.kind != "choice":
        return ()
    dimension = programme.dimension(own.dimension)
    return tuple(value.code for value in own.choices or (dimension.values if dimension else ()))


def _check_values(
    register: Register, field: str, values: tuple[str, ...], known: tuple[str, ...], where: str, mistakes: Mistakes
) -> None:
    for value in values:
        if value not in known:
            mistakes.add(
                where,
                N_("The field '{field}' of the register '{register}' never holds '{value}'."),
                N_("Write one of: {choices}."),
                value=value,
                field=field,
                register=register.code,
                choices=", ".join(known),
            )


def _kind_of(register: Register, code: str, where: str, mistakes: Mistakes) -> FieldKind | None:
    """The kind of the field of that code; None, and noted, where the register has none."""
    own, built_in = register.field(code), built_in_fields(register.kind)
    if own is None and code not in built_in:
        known = sorted({*(one.code for one in register.fields), *built_in})
        mistakes.add(
            where,
            N_("The register '{register}' has no field '{code}'."),
            N_("Write one of: {choices}."),
            register=register.code,
            code=code,
            choices=", ".join(known),
        )
    return own.kind if own else built_in.get(code)
