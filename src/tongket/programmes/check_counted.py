"""The rules of counting beyond names that exist: values that can occur, scales that agree, nobody's personal data."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from tongket.messages import N_
from tongket.model.programmes import ADDED_KINDS, Condition, Counted, Indicator, Programme
from tongket.model.registers import Field, FieldKind, Register
from tongket.programmes.entries import Mistakes
from tongket.programmes.registers import built_in_fields
from tongket.vietnamese.unicode import key, plain

_MOST_DIMENSIONS = 3
# What names of fields say that would hold data of single persons; a number of people is not one of them.
_PERSONAL = (
    "họ và tên", "họ tên", "họ, tên", "tên người", "tên hộ", "chủ hộ", "căn cước", "cccd", "cmnd",
    "chứng minh nhân dân", "số định danh", "ngày sinh", "năm sinh", "điện thoại", "số đt", "sđt", "email",
    "số tài khoản", "địa chỉ nhà", "quê quán", "nguyên quán", "full name", "phone", "birth", "identity",
)  # fmt: skip


def check_counted(programme: Programme, mistakes: Mistakes) -> None:
    """Note what cannot be kept in a register, and what cannot be counted from one."""
    for register in programme.registers:
        for field in register.fields:
            _check_personal(register, field, mistakes)
    for indicator in programme.indicators:
        register_ = programme.register(indicator.counted.register) if indicator.counted else None
        if indicator.counted and register_:
            _check_indicator(programme, indicator, indicator.counted, register_, mistakes)


def _check_personal(register: Register, field: Field, mistakes: Mistakes) -> None:
    """Not flagged: numbers and choices about persons ('số chủ hộ là nữ'), which are no personal data."""
    if field.kind not in ("text", "date", "document"):
        return
    name, code = f" {key(field.name)} ", f" {field.code.replace('-', ' ')} "
    if any(f" {key(words)} " in name or f" {plain(words)} " in code for words in _PERSONAL):
        mistakes.add(
            mistakes.at(register.file, field.line),
            N_("The field '{field}' would hold data of single persons, and no register does."),
            N_("Count people instead: a field of kind 'integer' with a unit such as người or lượt người."),
            field=field.name,
        )


def _check_indicator(
    programme: Programme, indicator: Indicator, counted: Counted, register: Register, mistakes: Mistakes
) -> None:
    where = mistakes.at(indicator.file, counted.line)
    if indicator.numerator or indicator.formula:
        mistakes.add(
            where,
            N_("'{code}' is computed from other indicators and cannot be counted, too."),
            N_("Keep one of the two."),
            code=indicator.code,
        )
    if len(counted.cells) > _MOST_DIMENSIONS:
        mistakes.add(
            where,
            N_("'{code}' is counted by {count} dimensions; {most} is the most."),
            N_("Break it down by fewer, or make two indicators of it."),
            code=indicator.code,
            count=len(counted.cells),
            most=_MOST_DIMENSIONS,
        )
    _check_taken(programme, indicator, counted, register, where, mistakes)
    for condition in counted.where:
        _check_condition(programme, register, condition, mistakes.at(indicator.file, condition.line), mistakes)
    for dimension, code in counted.cells:
        field, values = register.field(code), programme.dimension(dimension)
        known = {one for value in values.values for one in (value.code, *value.aliases)} if values else set()
        for choice in _choices(programme, field) if values and field else ():
            if choice not in known:
                mistakes.add(
                    where,
                    N_("The choice '{choice}' of the field '{field}' is no value of the dimension '{dimension}'."),
                    N_("Let the field have that dimension, or give the dimension this value."),
                    choice=choice,
                    field=code,
                    dimension=dimension,
                )


def _check_taken(
    programme: Programme, indicator: Indicator, counted: Counted, register: Register, where: str, mistakes: Mistakes
) -> None:
    field = register.field(counted.field)
    kind = _kind(register, counted.field)
    is_word = indicator.kind in ("choice", "text", "rank")
    if counted.what in ("min", "max", "latest") and kind and kind not in ADDED_KINDS and not is_word:
        mistakes.add(
            where,
            N_("The field '{field}' holds no numbers, and '{code}' is one."),
            N_("Take a field of numbers, or make the indicator a choice or a text."),
            field=counted.field,
            code=indicator.code,
        )
    scale = field.scale if field else _scale(programme, register, counted.field)
    if counted.what not in ("count", "distinct") and kind in ADDED_KINDS and not is_word and scale != indicator.scale:
        mistakes.add(
            where,
            N_("'{code}' has {own} decimals, and the field '{field}' has {other}."),
            N_("Give both the same 'scale'."),
            code=indicator.code,
            own=indicator.scale,
            field=counted.field,
            other=scale,
        )


def _scale(programme: Programme, register: Register, field: str) -> int:
    """Decimals of what every entry has: points are at the scale of their scorecard, all else is whole."""
    if built_in_fields(register.kind).get(field) != "decimal":
        return 0
    card = programme.scorecard(register.scorecard)
    return card.scale if card else 0


def _check_condition(
    programme: Programme, register: Register, condition: Condition, where: str, mistakes: Mistakes
) -> None:
    kind = _kind(register, condition.field)
    if kind in ADDED_KINDS:
        for value in condition.values:
            if not _is_number(value):
                mistakes.add(
                    where,
                    N_("'{value}' is not a number, and the field '{field}' holds numbers."),
                    N_("Write a number with a point, such as 2.5."),
                    value=value,
                    field=condition.field,
                )
    field = register.field(condition.field)
    allowed = ("yes", "no") if kind == "yes-no" else tuple(_choices(programme, field)) if field else ()
    for value in condition.values if allowed and condition.comparison in ("=", "<>") else ():
        if value not in allowed:
            mistakes.add(
                where,
                N_("The field '{field}' never holds '{value}'."),
                N_("Write one of: {choices}."),
                field=condition.field,
                value=value,
                choices=", ".join(allowed),
            )
    if condition.comparison not in ("=", "<>") and len(condition.values) != 1:
        mistakes.add(
            where,
            N_("'{comparison}' compares with one value, and {count} are given."),
            N_("Keep one of them."),
            comparison=condition.comparison,
            count=len(condition.values),
        )


def _kind(register: Register, code: str) -> FieldKind | None:
    field = register.field(code)
    return field.kind if field else built_in_fields(register.kind).get(code)


def _choices(programme: Programme, field: Field | None) -> Iterator[str]:
    if field is None or field.kind != "choice":
        return
    dimension = programme.dimension(field.dimension) if field.dimension else None
    yield from (one.code for one in field.choices or (dimension.values if dimension else ()))


def _is_number(value: str) -> bool:
    try:
        return Decimal(value.replace(",", ".")).is_finite()
    except InvalidOperation:
        return False
