"""Which words a regular expression can begin with, read from the expression itself.

An expression that is tried at every letter of a text costs a millisecond a report; tried where its first words stand,
next to nothing. What is read here may be too much, never too little: the expression itself has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple


class Head(NamedTuple):
    """How a match may begin: ``before`` letters that are of no word, then ``word``, in small letters; whether that
    ``opens`` and whether it ``closes`` the word of the text in which it stands.
    """

    before: int
    word: str
    opens: bool
    closes: bool


_parser: Any = import_module("re._parser") if find_spec("re._parser") else None  # without a public name: it may go
_MOST = 300  # beginnings of one expression that are worth looking up
_FEW = 12  # letters of a class that are told one by one


class _UnknownError(Exception):
    """The expression may begin with anything."""


class _Begun(NamedTuple):
    """A beginning that may go on: see ``Head``."""

    before: int = 0
    word: str = ""
    opens: bool = False


def heads_of(pattern: re.Pattern[str]) -> tuple[Head, ...] | None:
    """The beginnings of which every match of ``pattern`` has one; None where it may begin with anything."""
    tree = tree_of(pattern)
    if tree is None:
        return None
    heads: set[Head] = set()
    try:
        for begun in _walk(tree, {_Begun()}, heads):
            _close(begun, heads)
    except _UnknownError:
        return None
    return tuple(sorted(heads))


def tree_of(pattern: re.Pattern[str]) -> Any:
    """The operations of an expression; None where they cannot be read, or speak of other letters than all."""
    return None if _parser is None or pattern.flags & re.ASCII else _parser.parse(pattern.pattern, pattern.flags)


def _walk(ops: Iterable[Sequence[Any]], begun: set[_Begun], heads: set[Head]) -> set[_Begun]:
    """What the beginnings are behind some operations; those that are known are put among the ``heads``."""
    for operation, given in ops:
        if not begun:
            break
        begun = _step(str(operation), given, begun, heads)
        if len(begun) + len(heads) > _MOST:
            raise _UnknownError
    return begun


def _step(operation: str, given: Any, begun: set[_Begun], heads: set[Head]) -> set[_Begun]:
    match operation:
        case "LITERAL" | "IN" | "NOT_LITERAL" | "ANY":
            return _behind_letter(letters_of(operation, given), begun, heads)
        case "SUBPATTERN":
            return _walk(given[3], begun, heads)
        case "ATOMIC_GROUP":
            return _walk(given, begun, heads)
        case "BRANCH":
            return {one for branch in given[1] for one in _walk(branch, begun, heads)}
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, ops = given
            once = _walk(ops, begun, heads)
            if most != 1:  # it may come again, or what follows it
                for one in once:
                    _close(one, heads)
                once = set()
            return once | begun if least == 0 else once
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _beside(operation, given, begun, heads)
        case _:
            for one in begun:
                _close(one, heads)
            return set()


def _behind_letter(letters: str | None, begun: set[_Begun], heads: set[Head]) -> set[_Begun]:
    """The beginnings with one letter more; ``letters`` as ``letters_of`` has them."""
    behind: set[_Begun] = set()
    for one in begun:
        if letters is None:
            _close(one, heads)
        elif letters and _is_of_word(letters[0]):
            behind |= {one._replace(word=one.word + letter) for letter in letters}
        elif one.word:
            _close(one, heads, closes=True)
        else:
            behind.add(_Begun(one.before + 1, "", opens=True))
    return behind


def letters_of(operation: str, given: Any) -> str | None:
    """The letters of words, small, of which a class matches one; "" if it matches nothing of a word; None if others."""
    if operation == "LITERAL":
        members = [("LITERAL", given)]
    elif operation == "IN":
        members = [(str(kind), member) for kind, member in given]
    else:
        return None
    letters: set[str] = set()
    for kind, member in members:
        if kind == "LITERAL":
            letters.add(chr(member))
        elif kind == "RANGE" and member[1] - member[0] < _FEW:
            letters |= {chr(code) for code in range(member[0], member[1] + 1)}
        elif kind != "CATEGORY" or str(member) not in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"):
            return None
    if not any(map(_is_of_word, letters)):
        return ""
    small = {letter.lower() for letter in letters}
    is_told = all(kind != "CATEGORY" for kind, _ in members) and all(map(_is_of_word, letters))
    return "".join(sorted(small)) if is_told and all(map(_is_known, small)) else None


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _is_known(letter: str) -> bool:
    """Whether a letter is Latin, whose small and capital forms are one to one (but for those of ``ODD_LETTERS``)."""
    return len(letter) == 1 and (letter < "\u0250" or "\u1e00" <= letter <= "\u1eff") and letter != "µ"


ODD_LETTERS = "ıſẛ"
"""Letters that an expression without regard to capitals takes for 'i', 's' and 'ṡ'."""


def _beside(operation: str, given: Any, begun: set[_Begun], heads: set[Head]) -> set[_Begun]:
    """The beginnings behind a sign that takes no letter: the end of a word, of a line, or what stands beside."""
    if operation == "AT":
        opens = closes = str(given) != "AT_NON_BOUNDARY"
    else:
        direction, ops = given
        ops = list(ops)
        parts = _parts_from_words(operation, ops[-1 if direction < 0 else 0]) if ops else False
        parts = parts and (len(ops) == 1 or (operation == "ASSERT" and direction < 0))
        opens, closes = direction < 0 and parts, direction > 0 and parts
    behind: set[_Begun] = set()
    for one in begun:
        if closes and one.word:
            _close(one, heads, closes=True)
        else:
            behind.add(one._replace(opens=one.opens or (opens and not one.word)))
    return behind


def _parts_from_words(operation: str, seen: Sequence[Any]) -> bool:
    """Whether what stands or must not stand beside leaves no letter of a word there."""
    kind, given = str(seen[0]), seen[1]
    if operation == "ASSERT":
        return kind in ("LITERAL", "IN") and letters_of(kind, given) == ""
    if kind == "NOT_LITERAL":
        return not _is_of_word(chr(given))
    members = {str(member) for name, member in given if str(name) == "CATEGORY"} if kind == "IN" else set()
    negated = kind == "IN" and str(given[0][0]) == "NEGATE"
    return not negated and bool(members & {"CATEGORY_WORD", "CATEGORY_NOT_SPACE"})


def _close(begun: _Begun, heads: set[Head], *, closes: bool = False) -> None:
    """Put a beginning among those that are known; nothing is known of one without a word."""
    if not begun.word:
        raise _UnknownError
    heads.add(Head(begun.before, begun.word, begun.opens, closes))
