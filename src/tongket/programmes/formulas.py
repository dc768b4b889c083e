"""The formula language: text into a tree, by a tokenizer and operator precedence. Nothing is ever run as code.

Names in braces: ``{QT-01}``, ``{QT-02/dtn}``, ``{QT-02/}`` (its total), ``{QT-02/*}`` (all its cells, in sum, min, max
and count). Operators from loose to tight: or, and, not, comparison, + -, * /, sign. Functions: if, coalesce, sum, min,
max, count, abs, round, previous. A point begins decimals and nothing parts thousands. Docs: docs/formulas.md.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NoReturn, cast

from tongket.errors import FormulaError
from tongket.messages import N_
from tongket.model.formulas import Call, Chain, Formula, Function, Name, Node, Number, Operator, Unary
from tongket.vietnamese.unicode import nfc

MOST_CHARACTERS = 4000
MOST_DEPTH = 30  # of parentheses, signs and functions within each other
MOST_DIGITS = 30  # of a number as written
MOST_BACK = 24  # periods that previous(previous(...)) goes back

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
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_INNER = re.compile(r"(?P<code>[^/?]+)(?:(?P<slash>/)(?P<cell>[^/?]*))?")
_BARE = re.compile(r"\w+(?:[-./]\w+)*")
_TEXT = re.compile("[\"'“”‘’]")

TokenKind = Literal["name", "number", "word", "sign", "end"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula: ``text`` in its canonical form, at ``start``..``end`` as written."""

    kind: TokenKind
    text: str
    start: int
    end: int


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
            return f"{digits}0" if _GROUPED.fullmatch(digits) else digits
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
        _fail(text, at, N_("A brace is opened and never closed."), N_("Write the code between braces: {example}."))
    if char == "}":
        _fail(text, at, N_("A brace is closed that was never opened."), N_("Write the code between braces: {example}."))
    if _TEXT.match(char):
        _fail(text, at, N_("A text stands where a number belongs."), N_("Formulas hold numbers and names in braces."))
    _fail(
        text,
        at,
        N_("'{char}' has no place in a formula."),
        N_("Use names in braces, numbers, + - * / ( ), comparisons, and, or, not, and functions."),
        char=char,
    )


def _fail(text: str, at: int, what: str, mend: str, **facts: object) -> NoReturn:
    facts.setdefault("example", "{QT-01}")
    raise FormulaError(what, mend, text=text, at=at, where="", **facts)


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
        if _GROUPED.fullmatch(token.text):
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
        arguments = self._arguments(self._next(), word)
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

    def _arguments(self, opened: Token, function: Token) -> tuple[Node, ...]:
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
        _fail(self.text, at, what, mend, **facts)
