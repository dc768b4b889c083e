"""Which pieces of text every match of a regular expression holds, read from the expression itself.

Checks that read every sentence try an expression only in those that hold its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tongket.checking.evidence.heads import letters_of, tree_of

_MOST = 60  # pieces of which one is looked for
_LONG = 6  # letters from which a piece is as rare as a longer one
_SETS = 4  # that are asked for


def may_hold(pattern: re.Pattern[str], small: str) -> bool:
    """Whether a sentence, in ``small`` letters, has what every match of ``pattern`` holds: to ask that is many times
    faster than to try the expression.
    """
    held = _known.get(id(pattern))
    if held is None:
        held = _known[id(pattern)] = (pattern, pieces_of(pattern))  # held, no other has its number
    for pieces in held[1]:
        for piece in pieces:
            if piece in small:
                break
        else:
            return False
    return True


_known: dict[int, tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]] = {}


def pieces_of(pattern: re.Pattern[str]) -> tuple[tuple[str, ...], ...]:
    """Sets of pieces, in small letters; of each every match of ``pattern`` holds one; the most telling first."""
    tree = tree_of(pattern)
    asked = set() if tree is None else set(map(_shortest, _asked(tree)))
    return tuple(tuple(sorted(one)) for one in sorted(asked, key=_tells)[:_SETS])


def _shortest(pieces: frozenset[str]) -> frozenset[str]:
    """Pieces without those that hold another of them, beside which they ask nothing."""
    return frozenset(one for one in pieces if not any(other in one for other in pieces if other != one))


def _is_rare(piece: str) -> bool:
    """Whether a piece is more than a letter or a mark that stands everywhere."""
    return len(piece.strip()) > 1 or (piece.strip() not in ("", ",", ".", "-") and not piece.strip().isalnum())


def _tells(pieces: frozenset[str]) -> tuple[int, int, list[str]]:
    """The order of sets of pieces: one of few is soon asked for and seldom there, least of all where they are long."""
    return len(pieces), -min(min(map(len, pieces)), _LONG), sorted(pieces)


def _asked(ops: Iterable[Sequence[Any]]) -> list[frozenset[str]]:
    """The sets of pieces of operations that follow each other."""
    asked: list[frozenset[str]] = []
    run = ""
    for operation, given in _flat(ops):
        letter = _letter(str(operation), given)
        if letter:
            run += letter
            continue
        if run:
            asked.append(frozenset((run,)))
            run = ""
        asked += _of(str(operation), given)
    if run:
        asked.append(frozenset((run,)))
    return [one for one in asked if len(one) <= _MOST and all(map(_is_rare, one))]


def _of(operation: str, given: Any) -> list[frozenset[str]]:
    match operation:
        case "BRANCH":
            branches = [min(_asked(branch), key=_tells, default=None) for branch in given[1]]
            told = [one for one in branches if one is not None]
            return [frozenset().union(*told)] if len(told) == len(branches) else []
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _asked(given[2]) if given[0] else []
        case "ASSERT":
            return _asked(given[1]) if given[0] > 0 else []
        case _:
            return []


def _flat(ops: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """Operations without the groups around them."""
    for operation, given in ops:
        if str(operation) in ("SUBPATTERN", "ATOMIC_GROUP"):
            yield from _flat(given[3] if str(operation) == "SUBPATTERN" else given)
        else:
            yield operation, given


def _letter(operation: str, given: Any) -> str:
    """The one letter, small, that an operation matches; "" if it may match several."""
    if operation == "LITERAL" and not chr(given).isalnum():
        return chr(given)
    letters = letters_of(operation, given) or ""
    return letters if len(letters) == 1 else ""
