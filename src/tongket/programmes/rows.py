"""Which row of a report's table is which line of a form, in spite of renumbering, new order, gaps and other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.model.reports import Table, TableRow
from tongket.programmes.layouts import Layout, Line, is_total
from tongket.programmes.words import alike, holds, know, normal

SURE = 0.9  # a label from here on is the form's own, give or take a filler
_LEAST = 0.6
_LEAD = re.compile(r"^\s*(?:[-+*•–]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?(?=\s)|[IVX]{1,4}[.)](?=\s)|[a-zđ][.)](?=\s))\s*")


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row of a table and the line that it is; ``group`` are the lines that one row answers for together."""

    row: int
    line: Line
    score: float
    group: tuple[Line, ...] = ()


def bare_label(label: str) -> str:
    """A label without the list mark or number before it."""
    return _LEAD.sub("", label.strip())


def match_rows(table: Table, layout: Layout) -> tuple[RowMatch, ...]:
    """The rows of ``table`` that are lines of ``layout``: each line once, each row once."""
    labels = [bare_label(row.label) for row in table.rows]
    scores = {label: _scores(label, layout) for label in set(labels)}
    anchors = _anchors(labels, scores, layout)
    used = set(anchors.values())
    found: list[RowMatch] = []
    last = -1
    for index, row in enumerate(table.rows):
        if index in anchors:
            line = layout.lines[anchors[index]]
            found.append(RowMatch(index, line, scores[labels[index]][line.index]))
            last = line.index
            continue
        best = _best(row, labels[index], scores[labels[index]], layout, used, last)
        if best is not None:
            found.append(RowMatch(index, best.line, best.score, best.group))
            used.update(line.index for line in best.group or (best.line,))
            last = (best.group or (best.line,))[-1].index
    return tuple(found)


def _scores(label: str, layout: Layout) -> tuple[float, ...]:
    if not normal(label).strip():
        return (0.0,) * len(layout.lines)
    weights, own = layout.weights, know(label, layout.weights)
    total = 1.0 if is_total(label) else 0.0
    scores = [total if line.is_total else 0.0 for line in layout.lines]
    for index in set[int]().union(*[layout.naming.get(word, ()) for word in own.words]):
        if not layout.lines[index].is_total:  # lines that share no word are not alike
            scores[index] = max([alike(own, other, weights) for other in layout.known[index]])
    return tuple(scores)


def _anchors(labels: Sequence[str], scores: dict[str, tuple[float, ...]], layout: Layout) -> dict[int, int]:
    """Rows whose label is one line's own, and no other row's or line's: they hold the order of the rest."""
    found: dict[int, int] = {}
    for index, label in enumerate(labels):
        if labels.count(label) > 1:
            continue
        sure = [line.index for line in layout.lines if scores[label][line.index] >= 0.97]
        if len(sure) == 1 and not layout.lines[sure[0]].is_twin and sure[0] not in found.values():
            found[index] = sure[0]
    return found


def _best(
    row: TableRow, label: str, scores: tuple[float, ...], layout: Layout, used: set[int], last: int
) -> RowMatch | None:
    """The free line that fits the row best: by label, by the labels above, and by coming after the last one."""
    ranked: list[tuple[float, float, Line]] = []
    for line in layout.lines:
        if line.index in used or scores[line.index] < _LEAST:
            continue
        place = _place(row, line, layout, last)
        ranked.append((scores[line.index] + 0.3 * place, scores[line.index], line))
    if not ranked:
        return _grouped(label, layout, used, last)
    ranked.sort(key=lambda one: (-one[0], one[2].index))
    fit, score, line = ranked[0]
    rival = ranked[1][0] if len(ranked) > 1 else 0.0
    # Two lines that fit alike: the row is one of them, but nobody can say which.
    return RowMatch(0, line, min(score, 0.7) if fit - rival < 0.03 else score)


def _place(row: TableRow, line: Line, layout: Layout, last: int) -> float:
    """How well the line's surroundings are the row's, 0 to 1."""
    above = _above(row, line, layout)
    step = line.index - last
    order = 1 / step if step > 0 else 0.0
    kin = 1.0 if line.parent == last or (last >= 0 and line.parent == layout.lines[last].parent) else 0.0
    return 0.5 * above + 0.25 * order + 0.25 * kin


def _above(row: TableRow, line: Line, layout: Layout) -> float:
    printed = [know(bare_label(label), layout.weights) for label in row.path[:-1]]
    if not line.above or not printed:
        return 0.5 if line.above or printed else 1.0
    above = layout.known_above[line.index]
    likest = [max(alike(label, other, layout.weights) for other in printed) for label in above]
    # The nearest label above tells twins apart; those farther up are shared by many.
    return 0.7 * likest[-1] + 0.3 * sum(likest) / len(likest)


def _grouped(label: str, layout: Layout, used: set[int], last: int) -> RowMatch | None:
    """One row for several lines of one parent ('- Cao cấp, cử nhân - Trung cấp - Sơ cấp')."""
    folded = normal(label)
    families: dict[int, list[Line]] = {}
    for line in layout.lines:
        if line.index not in used and line.indicators and holds(folded, normal(line.labels[0])):
            families.setdefault(line.parent, []).append(line)
    best: tuple[Line, ...] = ()
    for family in _in_order(families, last):
        covered = sum(len(normal(line.labels[0])) - 1 for line in family)
        if len(family) > max(1, len(best)) and covered >= 0.8 * (len(folded) - 1):
            best = tuple(family)
    return RowMatch(0, best[0], SURE, best) if best else None


def _in_order(families: dict[int, list[Line]], last: int) -> Iterator[list[Line]]:
    """The families, those after the last matched line first."""
    yield from (family for parent, family in sorted(families.items()) if parent >= last)
    yield from (family for parent, family in sorted(families.items()) if parent < last)
