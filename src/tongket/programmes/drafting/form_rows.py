"""Rows of a printed form: their numbers and labels, their depth, and how each relates to those above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tongket.programmes.drafting.grids import GridRow
from tongket.vietnamese.unicode import folded

Role = Literal["ordinal", "code", "label", "unit", "value", "note"]
ROW_NUMBER = re.compile(r"(?:[IVXLivx]{1,6}|[A-HĐ]|\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[-–+*•])[.)]?")
_LEAD = re.compile(
    r"(?P<number>(?:[IVX]{1,5}|[A-H])(?=[.)\-–]\s?\S|\.\s)|\d{1,3}(?:\.\d{1,3})*(?=[.)]\s?\D)|\d{1,2}(?:\.\d{1,2})+(?=\s)"
    r"|[a-zđ](?=[.)]\s?\S)|[-–+*•](?=\s?\S))\s?[.)\-–]?\s*"
)
_OF_WHICH = re.compile(r"(?:trong đó|trong số đó|trong tổng số|riêng)\s*[:,]?\s*")
_DIVIDED = re.compile(r"(?:chia ra|bao gồm|gồm|phân ra|chia theo|phân theo)\b[^:]{0,40}[:,]?\s*")
_FORMULA = re.compile(
    r"\s*[(\[]\s*(?:[\w.]{1,6}\s*)?=\s*([\w.()\s]{1,12}(?:[+\-*/:x,]\s*[\w.()\s]{1,12}){0,20})\s*[)\]]"
)
_SIGNS = re.compile(r"\s*\(\s*((?:[IVX]+|[A-H]|\d{1,2})(?:\s*[+\-–]\s*(?:[IVX]+|[A-H]|\d{1,2})){1,20})\s*\)$")
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|cộng|tổng|toàn (?:tỉnh|huyện|xã)|chung|tổng hợp)(?:\s*\(.*\))?\s*:?")
_CLOSED = re.compile(r"[xX×]")  # 'not asked here'; a form that somebody filled in has figures where it is open


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column: its titles from the top down, what it is for, its printed number and the formula beside that."""

    at: int
    titles: tuple[str, ...]
    role: Role
    number: str = ""
    formula: str = ""

    @property
    def title(self) -> str:
        """The whole title, joined over the header rows."""
        return " ".join(" ".join(self.titles).split())


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row: its number and label as printed, its depth, its unit cell, and how it relates to the row above it.

    ``tie`` is 'of-which' below 'Trong đó', 'divided' below 'Chia ra', else "". ``open_cells`` are the columns that wait
    for an answer (blank, dots); a cross or a dash printed in a blank form says 'not asked here'.
    """

    number: str
    label: str
    depth: int
    unit: str
    code: str
    where: str
    parent: int = -1
    tie: str = ""
    formula: str = ""
    is_total: bool = False
    heading: bool = False  # its label is merged over the value columns: nothing can be answered in it
    open_cells: tuple[int, ...] = ()


def rows_of(columns: Sequence[ReadColumn], body: Sequence[GridRow]) -> Iterator[ReadRow]:
    """The rows below the header, each with its depth among those above it."""
    label_at = next(column.at for column in columns if column.role == "label")
    ordinal_at = next((column.at for column in columns if column.role == "ordinal"), -1)
    unit_at = next((column.at for column in columns if column.role == "unit"), -1)
    code_at = next((column.at for column in columns if column.role == "code"), -1)
    values = tuple(column.at for column in columns if column.role == "value")
    stack: list[tuple[int, int]] = []  # rank and index of the open rows
    tie, tie_rank = "", 0
    unit_above, count = "", 0
    for row in body:
        read = _read_label(row, label_at, ordinal_at)
        if read is None:
            continue
        number, label, own_rank = read
        heading = _is_merged(row, label_at, ordinal_at, values)
        rank = _rank_without_mark(label, stack, heading=heading) if own_rank is None else own_rank
        bare, marked = _tied(label)
        if marked and not bare:  # 'Trong đó:' alone ties the rows after it
            tie, tie_rank = marked, rank
            continue
        while stack and stack[-1][0] >= rank:
            stack.pop()
        if tie and rank < tie_rank:
            tie = ""
        if marked and stack and rank <= 20:
            rank = stack[-1][0] + 1
        label = bare if marked else label
        own = " ".join(row.text(unit_at).split()) if unit_at >= 0 else ""
        own = unit_above if own in ('"', "nt", "-nt-", "''", "”") else own
        unit_above = own or unit_above
        label, formula = formula_of(label)
        code = row.text(code_at).strip() if code_at >= 0 else ""
        is_total = bool(_TOTAL.fullmatch(folded(label)))
        parent = stack[-1][1] if stack else -1
        yield ReadRow(
            number, label, len(stack), own, code, row.where, parent, marked or (tie if parent >= 0 else ""), formula,
            is_total, heading, tuple(at for at in values if _is_open(row, at)),
        )  # fmt: skip
        stack.append((rank, count))
        count += 1


def _is_open(row: GridRow, at: int) -> bool:
    text = row.text(at)
    return not _CLOSED.fullmatch(text)


def _is_merged(row: GridRow, label_at: int, ordinal_at: int, values: Sequence[int]) -> bool:
    """Whether the row's words reach over all value columns: a heading inside the table."""
    for cell in row.filled:
        if cell.column in (label_at, ordinal_at, 0) and values and cell.column + cell.columns > max(values):
            return True
    return False


def _read_label(row: GridRow, label_at: int, ordinal_at: int) -> tuple[str, str, int | None] | None:
    """Number, label and rank of a row; the rank is None where no mark tells it. None for a row without a label."""
    number = " ".join(row.text(ordinal_at).split()) if ordinal_at >= 0 else ""
    label = " ".join(row.text(label_at).split())
    if not label and number and not ROW_NUMBER.fullmatch(number):  # a heading merged from the first column on
        number, label = "", number
    if not label:
        first = next((cell for cell in row.filled if cell.column <= label_at and cell.columns > 1), None)
        if first is None or ROW_NUMBER.fullmatch(first.text):
            return None
        label = " ".join(first.text.split())
    if not re.search(r"[^\W\d_]", label):
        return None
    rank = _rank(number.strip(" .)")) if number else None
    found = _LEAD.match(label)
    if found and (rank is None or found["number"] in "-–+*•"):
        mark = found["number"]
        own = _rank(mark)
        label = label[found.end() :].strip() or label
        if rank is None:
            rank, number = own, "" if mark in "-–+*•" else mark
    return number.strip(" .)") if number.strip(" .)") not in ("-", "–", "+", "*", "•") else "", label, rank


def _rank(number: str) -> int | None:
    """A smaller rank stands above a greater one: A, I, 1, 1.1, a, -, +."""
    if not number:
        return None
    if number in "-–•*":
        return 80
    if number == "+":
        return 90
    if re.fullmatch(r"[IVX]+", number):
        return 10
    if re.fullmatch(r"[A-HĐ]", number):
        return 5
    if number[0].isdigit():
        return 20 + 10 * number.count(".")
    return 60


def _rank_without_mark(label: str, stack: Sequence[tuple[int, int]], *, heading: bool) -> int:
    """A row without number: a total stands at the top, a heading over the numbers, others below the last number."""
    words = folded(label)
    if _TOTAL.fullmatch(words):
        return 4
    if heading or (label.isupper() and len(label) > 6):
        return 8
    numbered = [rank for rank, _ in stack if rank < 70]
    return 80 if numbered and max(numbered) >= 20 else 70


def _tied(label: str) -> tuple[str, str]:
    """The label without 'Trong đó' or 'Chia ra' before it, and which of the two it was."""
    words = folded(label)
    for pattern, tie in ((_OF_WHICH, "of-which"), (_DIVIDED, "divided")):
        found = pattern.match(words)
        if found and (tie == "of-which" or found.end() == len(words)):
            rest = label[found.end() :].strip() if len(words) == len(label) else words[found.end() :]
            return rest[:1].upper() + rest[1:], tie
    return label, ""


def formula_of(label: str) -> tuple[str, str]:
    """The label without the formula in brackets after it, and the formula: 'Tổng số (3 = 1 + 2)'."""
    if signs := _SIGNS.search(label):
        return label[: signs.start()].strip(), " ".join(signs[1].split())
    found = _FORMULA.search(label)
    if not found or not re.search(r"\d|[IVX]|[a-z]\s*[+]", found[1]):
        return label, ""
    return (label[: found.start()] + label[found.end() :]).strip(), " ".join(found[1].split())
