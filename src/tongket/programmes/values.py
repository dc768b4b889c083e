"""What a cell or a figure says for an indicator: the number, its qualifier, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.model.figures import Figure
from tongket.model.observations import Status
from tongket.model.programmes import FormColumn, FormRow, Indicator, Programme
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.programmes.words import normal
from tongket.vietnamese.unicode import folded, key

_NONE = frozenset(
    key(word) for word in ("không", "không có", "không phát sinh", "chưa có", "chưa phát sinh", "không tổ chức")
)
_DASH = re.compile(r"[-–—_]+")
_DOTS = re.compile(r"[.…\s]+|[nN]/?[aA]")
_LEAST_MONEY = 10_000  # đồng; less is an amount whose step ('triệu đồng') is not printed
_CROSS = re.compile(r"[xX×]")
_PENDING = tuple(
    normal(word) for word in ("chờ", "đang tổng hợp", "chưa tổng hợp", "đang thẩm định", "chưa có số liệu")
)
_STEPS = (
    (normal("tỷ đồng"), Decimal(10**9)),
    (normal("triệu đồng"), Decimal(10**6)),
    (normal("nghìn đồng"), Decimal(1000)),
    (normal("ngàn đồng"), Decimal(1000)),
)


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: a value with its qualifier, or a status without number."""

    value: Quantity | None
    status: Status
    qualifier: str = ""


def said_by_words(text: str) -> Said | None:
    """The answer of a cell without number: blank, 'không', a dash, dots, a cross, or words of waiting.

    A dash is 'none occurred', as in statistical tables; dots and blanks are missing. None for other words.
    """
    bare = text.strip().strip(".;,").strip()
    folded = key(bare)
    if not bare or _DOTS.fullmatch(text.strip()):
        return Said(None, "missing")
    if folded in _NONE or _DASH.fullmatch(bare):
        return Said(None, "none-occurred")
    if _CROSS.fullmatch(bare):
        return Said(None, "not-applicable")
    if any(words in normal(bare) for words in _PENDING):
        return Said(None, "pending")
    return None


def said_by_figure(figure: Figure, part: str = "value") -> Said:
    """The answer of a figure; ``part`` picks the number of a share, pair or range that is meant."""
    qualifier = figure.qualifier or ""
    status: Status = "estimated" if key(qualifier).startswith("ước") else "reported"
    return Said(pick(figure.base_value, part), status, qualifier)


def pick(value: Quantity, part: str) -> Quantity | None:
    """The number of ``value`` that ``part`` names; None when it has no such number."""
    match value:
        case Share(first, second) | Pair(first, second):
            return {"part": first, "first": first, "whole": second, "second": second}.get(part, value)
        case Range():
            return value if part == "value" else None
        case _:
            return value if part in ("value", "part", "first") else None


def in_steps(said: Said, figure: Figure, words: str) -> Said:
    """Money whose step stands in the row's label or the column's title ('(triệu đồng)') and not in the cell."""
    if "đồng" in figure.unit or not isinstance(said.value, Decimal) or figure.base_value != figure.value:
        return said
    return Said(said.value * step_of(words), said.status, said.qualifier)


@lru_cache(maxsize=4096)
def step_of(words: str) -> Decimal:
    """How many đồng the words of a label or title count in: 'Kinh phí (triệu đồng)' in 1.000.000; 1 without a step."""
    plain = normal(words)
    return next((factor for step, factor in _STEPS if step in plain), Decimal(1))


def unit_text(indicator: Indicator, label: str = "") -> str:
    """The unit word as a form prints it; money keeps the step that the label states."""
    if indicator.kind == "money":
        steps = ("triệu đồng", "tỷ đồng", "nghìn đồng", "ngàn đồng")
        return next((step for step in steps if step in folded(label)), indicator.unit_word)
    return {"yes-no": "có/không", "text": "chữ"}.get(indicator.kind, indicator.unit_word)


def row_units(programme: Programme, row: FormRow) -> str:
    """The unit words of what a row asks for, with a slash between those of two figures."""
    found = [programme.indicator(code) for code in row.indicators]
    return "/".join(unit_text(one, row.label) for one in found if one is not None)


def is_unit_column(column: FormColumn) -> bool:
    """Whether a column prints the unit words of its rows (cột 'Đơn vị tính')."""
    return column.role == "note" and folded(column.title).strip(" .") in ("đơn vị tính", "đvt", "đơn vị")


def is_small_change(number: Decimal) -> bool:
    """Whether ``number`` is too little for an amount in đồng: its step ('triệu đồng') was left out."""
    return 0 < number < _LEAST_MONEY


def fits(value: Quantity | None, indicator: Indicator) -> bool:
    """Whether ``value`` can be an amount of ``indicator``: whole where it counts, no small change, a share to 200%."""
    numbers = _numbers(value)
    if indicator.kind in ("integer", "money") and any(number != number.to_integral_value() for number in numbers):
        return False
    if indicator.kind == "money" and any(map(is_small_change, numbers)):
        return False
    if indicator.kind == "share" and indicator.unit_word == "%":
        return all(0 <= number <= 200 for number in numbers)
    return all(number >= 0 for number in numbers)


def _numbers(value: Quantity | None) -> tuple[Decimal, ...]:
    match value:
        case Decimal():
            return (value,)
        case Range(low, high):
            return low, high
        case Share(first, second) | Pair(first, second):
            return first, second
        case _:
            return ()
