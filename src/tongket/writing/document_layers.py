"""A layered drawing of a graph of documents: the body above stands above, ties run through gaps between boxes.

Sugiyama's way in its plainest form: rows by level, places in a row by the mean place of neighbours, and a thread
through every row that a long tie passes. All numbers are pixels of the drawing; nothing depends on chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isqrt

from tongket.model.documents import DocumentEdge, DocumentGraph, DocumentNode
from tongket.registry.document_levels import Level

BOX_WIDTH = 184
BOX_HEIGHT = 104
BOX_GAP = 26
THREAD_WIDTH = 16
ROW_GAP = 76
_LEAST_IN_ROW, _MOST_IN_ROW = 7, 14
_SWEEPS = 6
LEVEL_NAMES: tuple[Level, ...] = ("nation", "province", "district", "commune", "")
_LEVELS = {name: order for order, name in enumerate(LEVEL_NAMES) if name}
_REPORTS = 4


@dataclass(frozen=True, slots=True)
class Box:
    """Where a document stands: its upper left corner; ``level`` counts from 0 (nation) to 4 (the reports)."""

    node: DocumentNode
    x: float
    y: float
    level: int


@dataclass(frozen=True, slots=True)
class Path:
    """A tie as a line from its subject to its object: the points that it passes."""

    edge: DocumentEdge
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """The drawing: boxes, lines, and how much room they take."""

    boxes: tuple[Box, ...]
    paths: tuple[Path, ...]
    width: float
    height: float


def lay_out(graph: DocumentGraph) -> Layers:
    """The documents of ``graph`` that are tied to another, in layers; those that are merely cited are not drawn."""
    tied = {end for edge in graph.edges for end in (edge.subject, edge.object)}
    nodes = [node for node in graph.nodes if node.id in tied]
    levels = levels_of(graph, nodes)
    rows = _rows(nodes, levels, graph.edges)
    row_of = {item: index for index, row in enumerate(rows) for item in row}
    threads = _thread(rows, row_of, graph.edges)
    _order(rows, threads)
    places = _places(rows, threads)
    height = len(rows) * (BOX_HEIGHT + ROW_GAP) - ROW_GAP if rows else 0
    width = max((places[item] + _width(item) for row in rows for item in row), default=0)
    boxes = tuple(Box(node, places[node.id], _top(row_of[node.id]), levels[node.id]) for node in nodes)
    return Layers(boxes, tuple(_paths(graph.edges, row_of, threads, places)), width, height)


def _top(row: int) -> float:
    return row * (BOX_HEIGHT + ROW_GAP)


def levels_of(graph: DocumentGraph, nodes: Sequence[DocumentNode]) -> dict[str, int]:
    """The level of each node as in ``Box``; where nothing tells, that of the lowest body whose report cites it."""
    citing = {
        file: _LEVELS[one.level] for one in graph.nodes if one.kind == "report" and one.level for file in one.reports
    }
    return {node.id: _REPORTS if node.kind == "report" else _level(node, citing) for node in nodes}


def _level(node: DocumentNode, citing: Mapping[str, int]) -> int:
    if node.level:
        return _LEVELS[node.level]
    return max((citing[file] for file in node.reports if file in citing), default=_LEVELS["district"])


def _rows(nodes: Sequence[DocumentNode], levels: Mapping[str, int], edges: Sequence[DocumentEdge]) -> list[list[str]]:
    """Rows from above: by level, then what serves below what it serves, no row longer than the page is wide."""
    serves: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if levels[edge.subject] == levels[edge.object]:
            serves[edge.subject].append(edge.object)
    depths: dict[str, int] = {}
    groups: dict[tuple[int, int], list[DocumentNode]] = defaultdict(list)
    for node in nodes:
        groups[levels[node.id], _depth(node.id, serves, depths, frozenset())].append(node)
    rows = []
    for place in sorted(groups):
        ids = [node.id for node in sorted(groups[place], key=lambda node: (node.date or "9", node.id))]
        most = min(max(isqrt(2 * len(ids)), _LEAST_IN_ROW), _MOST_IN_ROW)
        rows += [ids[at : at + most] for at in range(0, len(ids), most)]
    return rows


def _depth(node: str, serves: Mapping[str, Sequence[str]], known: dict[str, int], above: frozenset[str]) -> int:
    """How many documents of the same level stand above it; ties in a circle end where they began."""
    if node not in known:
        inner = above | {node}
        depths = [_depth(one, serves, known, inner) for one in serves.get(node, ()) if one not in inner]
        known[node] = max(depths, default=-1) + 1
    return known[node]


def _thread(rows: list[list[str]], row_of: Mapping[str, int], edges: Sequence[DocumentEdge]) -> dict[int, list[str]]:
    """The threads of each edge (by its index), from its upper end to its lower, put into the rows that it passes.

    Ties of one kind that end in one box share their threads: a hundred plans under one directive are one trunk.
    """
    threads: dict[int, list[str]] = {}
    known = {row: set[str]() for row in range(len(rows))}
    for index, edge in enumerate(edges):
        upper, lower = sorted((edge.subject, edge.object), key=lambda one: row_of[one])
        inner = []
        for row in range(row_of[upper] + 1, row_of[lower]):
            thread = f"\0{upper}\0{_bundle(edge, upper)}\0{row}"
            inner.append(thread)
            if thread not in known[row]:
                known[row].add(thread)
                rows[row].append(thread)
        threads[index] = [upper, *inner, lower]
    return threads


def _bundle(edge: DocumentEdge, upper: str) -> str:
    return f"{edge.kind}{'up' if edge.object == upper else 'down'}"


def _order(rows: list[list[str]], threads: Mapping[int, Sequence[str]]) -> None:
    """Move items towards the mean place of their neighbours, down and up in turn, so that few lines cross."""
    up: dict[str, list[str]] = defaultdict(list)
    down: dict[str, list[str]] = defaultdict(list)
    for line in threads.values():
        for one, other in pairwise(line):
            down[one].append(other)
            up[other].append(one)
    shares = {item: share for row in rows for item, share in _shares(row)}
    for sweep in range(_SWEEPS):
        downward = sweep % 2 == 0
        neighbours = up if downward else down
        for row in rows if downward else reversed(rows):
            row.sort(key=lambda item: _mean((shares[one] for one in neighbours[item]), shares[item]))
            shares.update(_shares(row))  # of this row alone: a pile of thousands has hundreds of rows


def _shares(row: Sequence[str]) -> Iterator[tuple[str, float]]:
    """How far along its row each item stands, from 0 to 1."""
    return ((item, place / len(row)) for place, item in enumerate(row))


def _mean(values: Iterable[float], otherwise: float) -> float:
    every = list(values)
    return sum(every) / len(every) if every else otherwise


def _width(item: str) -> float:
    return THREAD_WIDTH if item.startswith("\0") else BOX_WIDTH


def _places(rows: Sequence[Sequence[str]], threads: Mapping[int, Sequence[str]]) -> dict[str, float]:
    """The left edge of every item: rows packed about a common middle, then drawn towards their neighbours."""
    near: dict[str, list[str]] = defaultdict(list)
    for line in threads.values():
        for one, other in pairwise(line):
            near[one].append(other)
            near[other].append(one)
    room = max((_room(row) for row in rows), default=0)
    places: dict[str, float] = {}
    for row in rows:
        at = (room - _room(row)) / 2
        for item in row:
            places[item] = at
            at += _width(item) + BOX_GAP
    for _ in range(_SWEEPS):
        for row in rows:
            _draw(row, near, places, room)
    return places


def _room(row: Sequence[str]) -> float:
    return sum(_width(item) + BOX_GAP for item in row) - BOX_GAP


def _draw(row: Sequence[str], near: Mapping[str, Sequence[str]], places: dict[str, float], room: float) -> None:
    """Put the items of a row as near to the middle of their neighbours as their order and the page allow."""
    wanted = [
        _mean((places[one] + _width(one) / 2 for one in near.get(item, ())), places[item] + _width(item) / 2)
        - _width(item) / 2
        for item in row
    ]
    least = 0.0
    for item, want in zip(row, wanted, strict=True):
        places[item] = max(want, least)
        least = places[item] + _width(item) + BOX_GAP
    most = room
    for item in reversed(row):
        places[item] = min(places[item], most - _width(item))
        most = places[item] - BOX_GAP


def _paths(
    edges: Sequence[DocumentEdge],
    row_of: Mapping[str, int],
    threads: Mapping[int, Sequence[str]],
    places: Mapping[str, float],
) -> list[Path]:
    ports = _ports(edges, threads, places)
    paths = []
    for index, edge in enumerate(edges):
        upper, *inner, lower = threads[index]
        points = [(ports[_bundle(edge, upper), upper], _top(row_of[upper]) + BOX_HEIGHT)]
        for row, thread in enumerate(inner, start=row_of[upper] + 1):
            middle = places[thread] + THREAD_WIDTH / 2
            points += [(middle, _top(row)), (middle, _top(row) + BOX_HEIGHT)]
        points.append((ports[str(index), lower], _top(row_of[lower])))
        paths.append(Path(edge, tuple(points if edge.subject == upper else reversed(points))))
    return paths


def _ports(
    edges: Sequence[DocumentEdge], threads: Mapping[int, Sequence[str]], places: Mapping[str, float]
) -> dict[tuple[str, str], float]:
    """Where each tie meets the sides of its boxes: spread over a side in the order of where the ties come from.

    Below a box by bundle, above it by the index of the edge.
    """
    sides: dict[tuple[str, bool], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for index, line in threads.items():
        sides[line[0], False][_bundle(edges[index], line[0])].append(_middle(line[1], places))
        sides[line[-1], True][str(index)].append(_middle(line[-2], places))
    ports = {}
    for (box, _), ties in sides.items():
        ordered = sorted(ties, key=lambda tie: (_mean(ties[tie], 0), tie))
        for order, tie in enumerate(ordered, start=1):
            ports[tie, box] = places[box] + BOX_WIDTH * order / (len(ties) + 1)
    return ports


def _middle(item: str, places: Mapping[str, float]) -> float:
    return places[item] + _width(item) / 2
