"""What a cell of a form answers to an indicator: a number with its qualifier, a choice, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.exchange.templates.cells import CellMistake, cell_text, read_amount, read_choice, read_day, read_text
from tongket.exchange.templates.columns import YES_NO_WORDS, Column
from tongket.messages import N_, say
from tongket.model.observations import Status
from tongket.model.programmes import Indicator
from tongket.programmes.values import said_by_words
from tongket.vietnamese.numbers import format_number
from tongket.vietnamese.unicode import key

# Qualifiers as consolidation knows them; the longer first.
_QUALIFIERS = (
    "không dưới", "không quá", "ít nhất", "tối thiểu", "tối đa", "chưa đến", "chưa tới", "chưa đầy", "khoảng", "trên",
    "hơn", "dưới", "gần", "ước", ">=", "<=", "≥", "≤", ">", "<", "~",
)  # fmt: skip
_RANGE = re.compile(r"(\d[\d.,]*)\s*(?:-|–|đến)\s*(\d[\d.,]*)")
_RANK = re.compile(r"(\d+)\s*/\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer at the indicator's scale; ``status`` 'missing' where the cell says nothing."""

    amount: int | None = None
    amount_high: int | None = None
    qualifier: str = ""
    status: Status = "reported"
    text: str = ""


def read_answer(cell: object, indicator: Indicator) -> Answer:
    """What ``cell`` answers to ``indicator``.

    Raises:
        CellMistake: it is no answer to it.
    """
    if isinstance(cell, str) or cell is None:
        said = said_by_words(cell or "")
        # 'Không' is an answer to yes or no, and may be a text of its own.
        if said is not None and not (indicator.kind in ("yes-no", "text", "choice") and said.status == "none-occurred"):
            return Answer(status=said.status)
    match indicator.kind:
        case "text":
            return Answer(text=read_text(cell))
        case "date":
            return Answer(text=read_day(cell))
        case "yes-no":
            words = tuple((code, say(one)) for code, one in YES_NO_WORDS.items())
            chosen = read_choice(cell, Column(indicator.code, indicator.name, "yes-no", choices=words))
            return Answer(int(chosen == "yes"))
        case "choice":
            choices = tuple((one.code, one.name) for one in indicator.choices)
            other = tuple((one.code, alias) for one in indicator.choices for alias in one.aliases)
            return Answer(
                text=read_choice(cell, Column(indicator.code, indicator.name, "choice", choices=choices, other=other))
            )
    return _within(_read_number(cell, indicator), indicator)


def read_pair(cell: object, indicators: tuple[Indicator, ...]) -> tuple[Answer, ...]:
    """The answers of a cell that asks for two numbers, 'a/b'.

    Raises:
        CellMistake: it holds one number, or no numbers.
    """
    text = cell_text(cell)
    said = said_by_words(text)
    if said is not None:
        return tuple(Answer(status=said.status) for _ in indicators)
    parts = text.split("/")
    if len(parts) != len(indicators):
        raise CellMistake(
            N_("'{text}' is not {count} numbers with '/' between them."),
            N_("Write them in the order in which the row names them, such as 12/345."),
            text=text,
            count=len(indicators),
        )
    return tuple(read_answer(part.strip(), one) for part, one in zip(parts, indicators, strict=True))


def _read_number(cell: object, indicator: Indicator) -> Answer:
    if not isinstance(cell, str):
        return Answer(read_amount(cell, indicator.scale))
    text = cell_text(cell)
    qualifier = next((one for one in _QUALIFIERS if key(text).startswith(key(one))), "")
    bare = text[len(qualifier) :].strip().removesuffix("%").strip()
    status: Status = "estimated" if qualifier == "ước" else "reported"
    ranked = _RANK.fullmatch(bare) if indicator.kind == "rank" else None
    if ranked:
        return Answer(int(ranked[1]), text=f"{int(ranked[1])}/{int(ranked[2])}")
    ends = _RANGE.fullmatch(bare)
    if ends is None:
        return Answer(read_amount(bare, indicator.scale), None, qualifier, status)
    low, high = (read_amount(end, indicator.scale) for end in ends.groups())
    if high < low:
        raise CellMistake(
            N_("'{text}' goes down: the second number is smaller."), N_("Write the smaller number first."), text=text
        )
    return Answer(low, high, qualifier, status)


def _within(answer: Answer, indicator: Indicator) -> Answer:
    """``answer``, when it lies between the bounds of its indicator."""
    ends = [end for end in (answer.amount, answer.amount_high) if end is not None]
    for bound, sign, words in (
        (indicator.low, -1, N_("'{text}' is less than {bound}, the least that '{name}' can be.")),
        (indicator.high, 1, N_("'{text}' is more than {bound}, the most that '{name}' can be.")),
    ):
        if bound is not None and any(sign * end > sign * bound for end in ends):
            raise CellMistake(
                words,
                N_("Correct the value, or the unit that it is written in."),
                text=" - ".join(_printed(end, indicator.scale) for end in ends),
                bound=_printed(bound, indicator.scale),
                name=indicator.name,
            )
    return answer


def _printed(amount: int, scale: int) -> str:
    return format_number(Decimal(amount).scaleb(-scale))
