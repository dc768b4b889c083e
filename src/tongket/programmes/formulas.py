"""The formula language: text into a tree, by a tokenizer and operator precedence. Nothing is ever run as code.

Names in braces: ``{QT-01}``, ``{QT-02/dtn}``, ``{QT-02/}`` (its total), ``{QT-02/*}`` (all its cells, in sum, min, max
and count). Operators from loose to tight: or, and, not, comparison, + -, * /, sign. Functions: if, coalesce, sum, min,
max, count, abs, round, previous. A point begins decimals and nothing parts thousands. Docs: docs/formulas.md.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NoReturn, cast

from tongket.errors import FormulaError
from tongket.messages import N_
from tongket.model.formulas import Call, Chain, Formula, Function, Name, Node, Number, Operator, Unary
from tongket.programmes.formula_tokens import (
    ARGUMENTS,
    COMPARISON,
    NOT_RANK,
    OVER_CELLS,
    RANK,
    SIGN_RANK,
    Token,
    fail,
    tokens,
)
from tongket.programmes.formula_trees import GROUPED, nodes, write
from tongket.vietnamese.unicode import nfc

MOST_CHARACTERS = 4000
MOST_DEPTH = 30  # of parentheses, signs and functions within each other
MOST_DIGITS = 30  # of a number as written
MOST_BACK = 24  # periods that previous(previous(...)) goes back
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_INNER = re.compile(r"(?P<code>[^/?]+)(?:(?P<slash>/)(?P<cell>[^/?]*))?")
_BARE = re.compile(r"\w+(?:[-./]\w+)*")


def parse(text: str, where: str = "") -> Formula:
    """The formula that ``text`` is; ``where`` ('file:line') is for messages.

    Raises:
        FormulaError: it is none; the message says why, where and how to mend it.
    """
    try:
        return replace(_parse(nfc(text)), where=where)
    except FormulaError as error:
        error.where = where
        raise


@lru_cache(maxsize=4096)
def _parse(text: str) -> Formula:
    return _Parser(text).formula()


class _Parser:
    """One parse: the tokens, the current one, and how deep it is."""

    def __init__(self, text: str) -> None:
        self.text, self.depth = text, 0
        if len(text) > MOST_CHARACTERS:
            self._fail(
                MOST_CHARACTERS,
                N_("The formula has {count} characters; {most} is the most."),
                N_("Compute a part of it in an indicator of its own."),
                count=len(text),
                most=MOST_CHARACTERS,
            )
        self._tokens = tokens(text)
        self._last_end = 0
        self.token = next(self._tokens)

    def formula(self) -> Formula:
        """The whole text as one formula."""
        if self.token.kind == "end":
            self._fail(0, N_("The formula is empty."), N_("Write what is computed, for instance {example}."))
        if self.token.text == "=":
            self._fail(self.token.start, N_("A formula does not begin with '='."), N_("Leave out the first '='."))
        root = self._expression(0)
        self._end()
        self._check_cells(root)
        return Formula(self.text, root)

    def _expression(self, floor: int) -> Node:
        """What holds tighter than ``floor``."""
        left = self._operand()
        while (rank := self._operator_rank()) > floor:
            left = self._chain(left, rank)
        return left

    def _operator_rank(self) -> int:
        return RANK.get(self.token.text, 0) if self.token.kind in ("sign", "word") else 0

    def _chain(self, first: Node, rank: int) -> Node:
        rest: list[tuple[Operator, Node]] = []
        while self._operator_rank() == rank:
            if rank == COMPARISON and rest:
                self._fail(
                    self.token.start,
                    N_("Two comparisons stand in a row."),
                    N_("Join them with 'and': a < b and b < c."),
                )
            operator = cast(Operator, self._next().text)
            rest.append((operator, self._expression(rank)))
        return Chain(first, tuple(rest), first.start, rest[-1][1].end)

    def _operand(self) -> Node:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            self._fail(
                self.token.start,
                N_("Parentheses and functions stand within each other more than {most} times."),
                N_("Compute a part of it in an indicator of its own."),
                most=MOST_DEPTH,
            )
        node = self._operand_at()
        self.depth -= 1
        return node

    def _operand_at(self) -> Node:
        token = self.token
        if token.kind == "number":
            return self._number()
        if token.kind == "name":
            return self._name()
        if token.kind == "sign" and token.text == "(":
            return self._parenthesis()
        if token.kind == "sign" and token.text in ("-", "+"):
            self._next()
            operand = self._expression(SIGN_RANK - 1)
            return replace(Unary("-", operand), start=token.start, end=operand.end) if token.text == "-" else operand
        if token.kind == "word" and token.text == "not":
            self._next()
            operand = self._expression(NOT_RANK)
            return Unary("not", operand, token.start, operand.end)
        if token.kind == "word" and token.text not in RANK:
            return self._call()
        return self._unexpected()

    def _parenthesis(self) -> Node:
        opened = self._next()
        if self.token.text == ")":
            self._fail(opened.start, N_("Nothing stands in the parentheses."), N_("Write what is computed first."))
        inner = self._expression(0)
        closed = self._close(opened)
        return replace(inner, start=opened.start, end=closed.end)

    def _number(self) -> Number:
        token = self._next()
        if GROUPED.fullmatch(token.text):
            self._fail(
                token.start,
                N_("'{number}' may be {whole} or {decimal}."),
                N_("Write {whole}, without a point between thousands; or one more zero for decimals: {longer}."),
                number=token.text,
                whole=token.text.replace(".", ""),
                decimal=token.text.replace(".", ",", 1),
                longer=f"{token.text}0",
            )
        if not _DECIMAL.fullmatch(token.text) or len(token.text) > MOST_DIGITS:
            self._fail(
                token.start,
                N_("'{number}' is not a number of a formula."),
                N_("Write digits, with one point before decimals, at most {most} characters: 12.5."),
                number=token.text,
                most=MOST_DIGITS,
            )
        return Number(Decimal(token.text), token.start, token.end)

    def _name(self) -> Name:
        token = self._next()
        found = _INNER.fullmatch(token.text[1:-1].strip())
        if found is None or not found["code"].strip():
            self._fail(
                token.start,
                N_("'{name}' names no indicator."),
                N_("Write a code between braces, and its cell after a slash: {example}."),
                name=token.text,
                example="{QT-02/dtn}",
            )
        cell = found["cell"].strip() if found["slash"] else None
        return Name(found["code"].strip(), cell, 0, token.start, token.end)

    def _call(self) -> Node:
        word = self._next()
        if self.token.text != "(":
            self._unknown_word(word)
        if word.text not in ARGUMENTS:
            self._unknown_function(word)
        arguments = self._arguments(self._next())
        end = self._last_end
        least, most = ARGUMENTS[word.text]
        if len(arguments) < least or (most is not None and len(arguments) > most):
            self._fail(
                word.start,
                N_("{function} takes {wanted}, and {count} stand here."),
                N_("Part what it takes with commas; decimals begin with a point (12.5)."),
                function=word.text,
                wanted=str(least) if least == most else f"{least}-{most}" if most else f"{least}+",
                count=len(arguments),
            )
        if word.text == "previous":
            return self._previous(word, arguments[0], end)
        if word.text == "round" and len(arguments) == 2:
            self._check_digits(arguments[1])
        return Call(cast(Function, word.text), arguments, word.start, end)

    def _arguments(self, opened: Token) -> tuple[Node, ...]:
        found: list[Node] = []
        if self.token.text == ")":
            self._next()
            return ()
        while True:
            found.append(self._expression(0))
            if self.token.text != ",":
                break
            self._next()
        self._close(opened)
        return tuple(found)

    def _previous(self, word: Token, argument: Node, end: int) -> Name:
        if not isinstance(argument, Name):
            self._fail(
                argument.start,
                N_("previous takes one name in braces."),
                N_("Write previous({example}), and compute with what it gives."),
                example="{QT-01}",
            )
        if argument.back >= MOST_BACK:
            self._fail(
                word.start,
                N_("The formula goes back more than {most} periods."),
                N_("Look back over fewer periods."),
                most=MOST_BACK,
            )
        return replace(argument, back=argument.back + 1, start=word.start, end=end)

    def _check_digits(self, digits: Node) -> None:
        sign = isinstance(digits, Unary) and digits.operator == "-"
        number = digits.operand if isinstance(digits, Unary) else digits
        if not isinstance(number, Number) or number.value > 15 or number.value % 1 or (sign and not number.value):
            self._fail(
                digits.start,
                N_("The digits of round are not a whole number from -15 to 15."),
                N_("Write round(x, 2) for two decimals, round(x, -3) for thousands."),
            )

    def _check_cells(self, root: Node) -> None:
        """That all cells of an indicator stand only where many values may."""
        over = {
            id(argument)
            for node in nodes(root)
            if isinstance(node, Call) and node.function in OVER_CELLS
            for argument in node.arguments
        }
        for node in nodes(root):
            if isinstance(node, Name) and node.cell == "*" and id(node) not in over:
                self._fail(
                    node.start,
                    N_("All cells of an indicator stand where one number belongs."),
                    N_("Say what to make of them: sum({name}), min, max or count."),
                    name=write(replace(node, back=0)),
                )

    def _next(self) -> Token:
        """The current token; the one after it is then the current."""
        taken = self.token
        self._last_end = taken.end
        if taken.kind != "end":
            self.token = next(self._tokens)
        return taken

    def _end(self) -> None:
        if self.token.kind != "end":
            self._unexpected()

    def _close(self, opened: Token) -> Token:
        if self.token.text == ")":
            return self._next()
        if self.token.kind == "end":
            self._fail(
                opened.start,
                N_("A parenthesis is opened and never closed."),
                N_("Write ')' where it ends."),
            )
        return self._unexpected()

    def _unknown_function(self, word: Token) -> NoReturn:
        near = difflib.get_close_matches(word.text, ARGUMENTS, 1, 0.6)
        self._fail(
            word.start,
            N_("There is no function '{function}'."),
            N_("Did you mean {near}? There are {known}.") if near else N_("There are {known}."),
            function=word.text,
            near=near[0] if near else "",
            known=", ".join(ARGUMENTS),
        )

    def _unknown_word(self, word: Token) -> NoReturn:
        if word.text in ARGUMENTS:
            self._fail(
                self._last_end,
                N_("{function} has no parenthesis after it."),
                N_("Write what it takes in parentheses: {function}(...)."),
                function=word.text,
            )
        code = _BARE.match(self.text, word.start)
        bare = code[0] if code else word.text
        self._fail(
            word.start,
            N_("'{word}' is neither a name nor a function."),
            N_("Names of indicators stand in braces: {example}."),
            word=bare,
            example=f"{{{bare}}}",
        )

    def _unexpected(self) -> NoReturn:
        """Say why the current token cannot stand here."""
        token = self.token
        if token.kind == "end":
            self._fail(token.start, N_("The formula ends too early."), N_("Write what comes after the last sign."))
        if token.text == ")":
            self._fail(
                token.start,
                N_("A parenthesis is closed where none is open, or nothing stands before it."),
                N_("Count the parentheses, and write an operand before each ')'."),
            )
        if token.text == ",":
            self._fail(
                token.start,
                N_("A comma stands outside of a function."),
                N_("Decimals begin with a point (12.5); commas part what a function takes."),
            )
        if token.kind == "sign" or token.text in RANK:
            self._fail(
                token.start,
                N_("Before or after '{sign}' something is missing."),
                N_("Write a name, a number or a parenthesis on both sides."),
                sign=token.text,
            )
        self._fail(
            token.start,
            N_("Between '{left}' and '{right}' a sign is missing."),
            N_("Write + - * / or a comparison between them."),
            left=self.text[: token.start].rstrip()[-20:],
            right=self.text[token.start : token.end][:40],
        )

    def _fail(self, at: int, what: str, mend: str, **facts: object) -> NoReturn:
        fail(self.text, at, what, mend, **facts)
