"""Formulas (công thức): what indicators are computed by and what rules compare, parsed once. See docs/formulas.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Operator = Literal["or", "and", "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/"]
Function = Literal["if", "coalesce", "sum", "min", "max", "count", "abs", "round"]
FormulaValue = Decimal | bool | None
"""What a formula gives: a number, a truth, or None where something that it needs is missing."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written. ``start``/``end`` are the place in the formula's text, here and in every other node."""

    value: Decimal
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """The value of an indicator: ``{QT-01}``.

    ``cell``: None for the cell that is being computed, "" for the grand total (``{QT-01/}``), '*' for all its cells,
    else a cell of its own (``{QT-02/dtn}``). ``back``: how many periods before the one computed (``previous``).
    """

    indicator: str
    cell: str | None = None
    back: int = 0
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign or a 'not' before ``operand``."""

    operator: Literal["-", "not"]
    operand: Node
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands between operators of one rank, from left to right: ``a + b - c``. A comparison has two operands.

    One node for the whole chain, so that depth grows with parentheses alone.
    """

    first: Node
    rest: tuple[tuple[Operator, Node], ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: Function
    arguments: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


Node = Number | Name | Unary | Chain | Call


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as written, where it is written ('file:line'), and its tree."""

    text: str
    root: Node
    where: str = ""
