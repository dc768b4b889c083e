"""Answers in words (trả lời bằng lời): they are in no sum; an appendix lists what each body said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.model.consolidations import Consolidation
from tongket.model.drafts import DraftTable
from tongket.model.observations import Observation
from tongket.model.programmes import Indicator
from tongket.writing.masking import mask_words
from tongket.writing.naming import short_body
from tongket.writing.numerals import count_text

MOST = 500  # answers to one indicator that are printed
TITLE = "Nội dung trả lời bằng lời của các cơ quan, đơn vị"


def answered_in_words(consolidation: Consolidation) -> frozenset[str]:
    """The indicators that ask for words and were answered."""
    asked = {one.code for one in consolidation.programme.indicators if one.kind == "text"}
    return frozenset(one.indicator for one in consolidation.observations if one.text and one.indicator in asked)


def answers_tables(consolidation: Consolidation) -> Iterator[list[DraftTable]]:
    """The appendix of all answers in words, a table for each indicator and cell; none where nobody was asked."""
    answered = answered_in_words(consolidation)
    tables = [
        _table(indicator, consolidation, cell, said)
        for indicator in consolidation.programme.indicators
        if indicator.code in answered
        for cell, said in _by_cell(consolidation, indicator)
    ]
    if tables:
        first = tables[0]
        yield [replace(first, title=f"{TITLE}\n{first.title}"), *tables[1:]]


def _by_cell(consolidation: Consolidation, indicator: Indicator) -> Iterator[tuple[str, list[Observation]]]:
    """The answers of each cell, in the order of the round; of several of one body at one period the latest."""
    latest: dict[tuple[str, ...], Observation] = {}
    for one in consolidation.observations:
        if one.indicator == indicator.code:
            place = (one.cell, one.unit, one.body, one.extent, one.period)
            if place not in latest or latest[place].revision < one.revision:
                latest[place] = one
    order = {(line.unit, line.body): number for number, line in enumerate(consolidation.coverage)}
    said = [one for one in latest.values() if one.text.strip()]
    said.sort(key=lambda one: (order.get((one.unit, one.body), len(order)), one.unit, one.period))
    for cell in dict.fromkeys(one.cell for one in said):
        yield cell, [one for one in said if one.cell == cell]


def _table(indicator: Indicator, consolidation: Consolidation, cell: str, said: Sequence[Observation]) -> DraftTable:
    values = {value.code: value.name for one in consolidation.programme.dimensions for value in one.values}
    of_cell = f" ({', '.join(values.get(one, one) for one in cell.split('+'))})" if cell else ""
    rows = [(str(number), short_body(one.body), answer_text(one.text)) for number, one in enumerate(said[:MOST], 1)]
    left = len(said) - len(rows)
    return DraftTable(
        label="",
        title=f"{indicator.name}{of_cell}",
        caption="",
        header=("TT", "Cơ quan, đơn vị", "Nội dung trả lời"),
        widths=(0.06, 0.28, 0.66),
        rows=tuple(rows),
        centred_columns=(0,),
        notes=(f"Còn {count_text(left)} câu trả lời khác trong báo cáo của các đơn vị.",) if left else (),
    )


def answer_text(text: str) -> str:
    """An answer as it is printed: line by line, personal data masked."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return mask_words("\n".join(line for line in lines if line))
