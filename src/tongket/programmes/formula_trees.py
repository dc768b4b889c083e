"""The tree of a formula (cây công thức): its nodes, the names in it, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.model.formulas import Call, Chain, Formula, Name, Node, Number, Unary
from tongket.programmes.formula_tokens import NOT_RANK, RANK, SIGN_RANK

GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
"""A number that may have a point between its thousands, and is none of a formula."""


def names(formula: Formula) -> tuple[Name, ...]:
    """The names in ``formula``, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(node for node in nodes(formula.root) if isinstance(node, Name)))


def nodes(root: Node) -> Iterator[Node]:
    """``root`` and every node below it, from left to right, each before those below it."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(below(node))


def below(node: Node) -> tuple[Node, ...]:
    """The nodes right below ``node``, from left to right."""
    match node:
        case Unary(operand=operand):
            return (operand,)
        case Chain(first=first, rest=rest):
            return (first, *(operand for _, operand in rest))
        case Call(arguments=arguments):
            return arguments
        case _:
            return ()


def write(node: Node) -> str:
    """``node`` in the canonical spelling: parsed again it is the same tree."""
    match node:
        case Number(value=value):
            digits = f"{value:f}"
            return f"{digits}0" if GROUPED.fullmatch(digits) else digits
        case Name():
            return _write_name(node)
        case Unary(operator=operator, operand=operand):
            rank = NOT_RANK if operator == "not" else SIGN_RANK
            return f"{operator}{' ' if operator == 'not' else ''}{_within(operand, rank - 1)}"
        case Chain(first=first, rest=rest):
            rank = RANK[rest[0][0]]
            return "".join([_within(first, rank), *(f" {sign} {_within(operand, rank)}" for sign, operand in rest)])
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(write(one) for one in arguments)})"


def _within(node: Node, rank: int) -> str:
    """``node`` as an operand of an operator of ``rank``: in parentheses unless it holds tighter."""
    return write(node) if _rank(node) > rank else f"({write(node)})"


def _rank(node: Node) -> int:
    match node:
        case Chain(rest=rest):
            return RANK[rest[0][0]]
        case Unary(operator=operator):
            return NOT_RANK if operator == "not" else SIGN_RANK
        case _:
            return SIGN_RANK + 1


def _write_name(name: Name) -> str:
    cell = "" if name.cell is None else f"/{name.cell}"
    return "previous(" * name.back + f"{{{name.indicator}{cell}}}" + ")" * name.back
