"""What is true of a written report: figures, citations, planted faults, near misses, where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .pieces import CONTEXT, context
from .richtext import Mark, Text

KINDS = ("figure", "citation", "error", "near", "none", "blank", "heading")


@dataclass(frozen=True, slots=True)
class Truth:
    """One true thing. ``start``/``end`` index the file's text, for .txt; elsewhere ``before``/``after`` locate it."""

    kind: str
    text: str
    before: str
    after: str
    start: int | None
    end: int | None
    where: str  # 'prose', 'table', 'footnote', 'title', 'box'
    data: dict[str, Any]


def truths_of(
    text: Text, where: str, at: dict[int, int] | None = None, printed: str | None = None, lead: str = ""
) -> list[Truth]:
    """The truths of one paragraph. ``at`` maps its characters into the file ``printed``; ``lead`` stands before it."""
    found = []
    for mark in text.marks:
        if mark.kind not in KINDS:
            continue
        before, after = context(text, mark.start, mark.end)
        if mark.start == 0 and lead:
            before = lead[-CONTEXT:]
        start = end = None
        shown = text.text[mark.start : mark.end]
        if at is not None and printed is not None:
            start, end = at[mark.start], at[mark.end - 1] + 1
            shown = printed[start:end]
        found.append(Truth(mark.kind, shown, before, after, start, end, where, _plain(mark)))
    return found


def _plain(mark: Mark) -> dict[str, Any]:
    return {key: _json(value) for key, value in mark.data.items()}


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value
