"""The pieces of a formula (ký hiệu, số và tên trong công thức): the words and signs of the language, and how a text is
cut into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NoReturn, cast

from tongket.errors import FormulaError
from tongket.messages import N_

RANK: dict[str, int] = {
    "or": 1, "and": 2, "=": 4, "<>": 4, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6,
}  # fmt: skip
NOT_RANK, COMPARISON, SIGN_RANK = 3, 4, 7
# Least and most arguments; None: any number.
ARGUMENTS: dict[str, tuple[int, int | None]] = {
    "if": (3, 3), "coalesce": (1, None), "sum": (1, None), "min": (1, None), "max": (1, None), "count": (1, None),
    "abs": (1, 1), "round": (1, 2), "previous": (1, 1),
}  # fmt: skip
OVER_CELLS = ("sum", "min", "max", "count")  # functions that take {X/*}
# As keyboards and Word write the same signs.
_SAME = {"≤": "<=", "≥": ">=", "≠": "<>", "!=": "<>", "==": "=", "×": "*", "÷": "/", "−": "-", "–": "-", ";": ","}
_TOKEN = re.compile(
    r"\s*(?:(?P<name>\{[^{}]*\})|(?P<number>\d[\d.]*)|(?P<word>[^\W\d]\w*)"
    r"|(?P<sign><=|>=|<>|!=|==|[-+*/()=<>,;≤≥≠×÷−–])|(?P<end>\Z))"
)
_TEXT = re.compile("[\"'“”‘’]")
TokenKind = Literal["name", "number", "word", "sign", "end"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula: ``text`` in its canonical form, at ``start``..``end`` as written."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The pieces of ``text``, then an end.

    Raises:
        FormulaError: a character that has no place in a formula.
    """
    at = 0
    while True:
        found = _TOKEN.match(text, at)
        if found is None:
            _strange(text, len(text) - len(text[at:].lstrip()))
        kind = cast(TokenKind, found.lastgroup)
        start, end = found.span(kind)
        raw = text[start:end]
        yield Token(kind, raw.lower() if kind == "word" else _SAME.get(raw, raw), start, end)
        if kind == "end":
            return
        at = end


def _strange(text: str, at: int) -> NoReturn:
    """Say what is wrong with the character at ``at``, which begins no token."""
    char = text[at]
    if char == "{":
        fail(text, at, N_("A brace is opened and never closed."), N_("Write the code between braces: {example}."))
    if char == "}":
        fail(text, at, N_("A brace is closed that was never opened."), N_("Write the code between braces: {example}."))
    if _TEXT.match(char):
        fail(text, at, N_("A text stands where a number belongs."), N_("Formulas hold numbers and names in braces."))
    fail(
        text,
        at,
        N_("'{char}' has no place in a formula."),
        N_("Use names in braces, numbers, + - * / ( ), comparisons, and, or, not, and functions."),
        char=char,
    )


def fail(text: str, at: int, what: str, mend: str, **facts: object) -> NoReturn:
    """Say what is wrong at ``at``, and how to mend it.

    Raises:
        FormulaError: always.
    """
    facts.setdefault("example", "{QT-01}")
    raise FormulaError(what, mend, text=text, at=at, where="", **facts)
