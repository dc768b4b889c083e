"""A plain passage, right and wrong, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from checking.report_texts import HEAD, TAIL, TITLE, read_text
from tongket.checking.check import check_report
from tongket.model.findings import Finding
from tongket.model.places import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as it should be and with one slip; ``choices`` are what it was combined from, by name."""

    choices: Mapping[str, str]
    right: str
    wrong: str


Family = Callable[[Random], Passage | None]
"""Makes a passage by chance; None where the choices do not go together."""

_OF_WORDS = ("spelling", "layout", "abbreviation-undefined")  # which tell nothing of numbers, days and statements


def told_aloud(body: str) -> list[Finding]:
    """What is told aloud of a body that stands in a whole small report, but for what is told of its words."""
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    low, high = len(f"{HEAD}{TITLE}"), len(f"{HEAD}{TITLE}{body}")
    return [
        one
        for one in check_report(report)
        if one.severity != "info"
        and one.kind not in _OF_WORDS
        and isinstance(one.place, Span)
        and low <= one.place.start <= high
    ]


def passages(family: Family, count: int, seed: str) -> list[Passage]:
    """So many passages of a family; one seed always gives the same."""
    random, found = Random(seed), list[Passage]()
    while len(found) < count:
        one = family(random)
        if one is not None:
            found.append(one)
    return found


def printed(value: Decimal, *, zero: bool = False) -> str:
    """A number as offices print it: '1.234,5'; ``zero`` puts one before a single digit ('05')."""
    text = f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"0{text}" if zero and len(text) == 1 else text


def slipped(value: Decimal, random: Random) -> Decimal:
    """A number with two neighbouring digits turned, or one digit wrong; as many digits as before."""
    text = f"{value:f}"
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    while True:
        letters = list(text)
        if len(digits) > 1 and random.random() < _TURNED:
            at = random.randrange(len(digits) - 1)
            one, other = digits[at : at + 2]
            letters[one], letters[other] = letters[other], letters[one]
        else:
            at = random.choice(digits)
            letters[at] = str((int(letters[at]) + random.choice((1, 2, 3, 5, 8, 9))) % 10)
        said = "".join(letters)
        if said != text and said[0] != "0":
            return Decimal(said)


_TURNED = 0.4
