"""Figures of tables in exact words, and the notes that their marks need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tongket.consolidating.shown_values import words_of
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator
from tongket.programmes.values import step_of
from tongket.writing.numerals import lead_words, number_text


def exact_text(rollup: Rollup, indicator: Indicator | None = None, heading: str = "") -> str:
    """The whole value with its qualifier: 'trên 1.250', '15 - 20'; of ``indicator`` a date, a choice, 'có' in words.

    Money stands in the step that the label or title of its cell prints: 12.500.000 under '(triệu đồng)' is '12,5'.
    """
    ends = [rollup.amount or 0]
    if rollup.amount_high is not None and rollup.amount_high != rollup.amount:
        ends.append(rollup.amount_high)
    in_dong = indicator is not None and indicator.kind == "money" and indicator.unit_word == "đồng"
    scale = rollup.scale + (step_of(heading).adjusted() if in_dong else 0)
    texts = [(words_of(end, indicator) if indicator else None) or number_text(end, scale) for end in ends]
    return f"{lead_words(rollup)} {' - '.join(texts)}".strip()


def mark_notes(rollups: Iterable[Rollup]) -> Iterator[str]:
    """What a reader must know of estimated, broken and like figures among these."""
    marks = {mark for one in rollups for mark in one.marks}
    if "estimated" in marks:
        yield "Số có chữ “ước” gồm cả phần ước tính, chưa phải số chính thức."
    if "break" in marks:
        yield "Số liệu trước và sau khi sắp xếp đơn vị hành chính không so sánh trực tiếp với nhau được."
