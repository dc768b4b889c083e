"""A graph of documents as a picture (SVG) and as a plain value for JSON.

The picture is one file without scripts, printable in black and white: every kind of tie has a line of its own, not only
a colour. Documents that are tied to another are drawn in layers, of very many those with few ties together; these, and
those that are merely cited, follow as lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from itertools import pairwise

from tongket.messages import N_, say
from tongket.model.documents import DocumentGraph, DocumentNode, RelationKind
from tongket.vietnamese.dates import printed_day
from tongket.writing.document_folding import LEVELS, fold
from tongket.writing.document_layers import BOX_HEIGHT, BOX_WIDTH, Box, Layers, Path, lay_out
from tongket.writing.naming import written_name

KINDS: dict[RelationKind, tuple[str, str, str, float]] = {
    "reviews": (N_("reviews"), "#b3261e", "", 2.2),
    "implements": (N_("implements"), "#1f5fa8", "", 1.4),
    "makes-concrete": (N_("details or guides"), "#0b6e69", "9 3", 1.6),
    "based-on": (N_("is based on"), "#7a5c00", "2 3", 1.6),
    "answers": (N_("answers"), "#7b3294", "10 3 2 3", 1.6),
    "promulgates": (N_("issues as its annex"), "#4d6b1f", "14 4", 2.2),
    "amends": (N_("amends"), "#b35c00", "5 3", 1.6),
    "replaces": (N_("replaces"), "#222222", "6 3 1 3", 2.2),
    "repeals": (N_("repeals"), "#222222", "3 5", 2.2),
    "joint": (N_("is joint with"), "#5a6470", "1 3", 1.6),
    "cites": (N_("cites in its title"), "#5a6470", "1 4", 1.4),
}
"""The words, colour, dashes and width of each kind of tie; no two share their dashes and width."""

_FONT = "'IBM Plex Sans','Noto Sans','Segoe UI','DejaVu Sans',Arial,sans-serif"
_MARGIN = 28
_SIDE = 112  # room for the names of levels
_LEAST_WIDTH = 980
_LIST_LINE = 19
_LIST_COLUMN = 330
_SUBJECT_LINES = 4
_ENOUGH = 160  # characters of the symbols in a box of several: more never fit


def graph_value(graph: DocumentGraph) -> dict[str, object]:
    """``graph`` as plain lists and dicts; evidence points into the texts that ``read --json`` gives."""
    return {
        "nodes": [asdict(node) for node in graph.nodes],
        "edges": [asdict(edge) | {"count": edge.count} for edge in graph.edges],
    }


def graph_svg(graph: DocumentGraph) -> str:
    """``graph`` as one SVG document."""
    drawn = fold(graph)
    layers = lay_out(drawn.graph)
    width = max(layers.width + _SIDE + 2 * _MARGIN, _LEAST_WIDTH)
    shift = _SIDE + _MARGIN + (width - _SIDE - 2 * _MARGIN - layers.width) / 2
    kinds = [kind for kind in KINDS if any(edge.kind == kind for edge in graph.edges)]
    top = 96 + 24 * _legend_rows(kinds, width)
    at = top + layers.height + (64 if layers.boxes else 20)
    listed: list[str] = []
    for one in _lists(graph, drawn.stacks):
        lines, at = _list(one, at, width)
        listed += lines
    parts = [
        *_head(graph, width, at),
        *_legend(kinds, width),
        *_bands(layers, top, width),
        f'<g transform="translate({shift:.1f},{top:.1f})">',
        *_lines(layers.paths),
        *_boxes(layers.boxes, drawn.stacks),
        "</g>",
        *listed,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _head(graph: DocumentGraph, width: float, height: float) -> Iterator[str]:
    reports = len({file for node in graph.nodes for file in node.reports})
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="0 0 {width:.0f} {height:.0f}" font-family="{escape(_FONT)}" font-size="12" fill="#1c1e21"'
        ' role="img">'
    )
    title = say(N_("Documents and what they do to one another"))
    yield f"<title>{escape(title)}</title>"
    yield "<defs>"
    for kind, (_, colour, _, _) in KINDS.items():
        yield (
            f'<marker id="end-{kind}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse"'
            f' markerWidth="10" markerHeight="10" orient="auto"><path d="M0 0.8L10 5L0 9.2z" fill="{colour}"/></marker>'
        )
    yield "</defs>"
    yield '<rect width="100%" height="100%" fill="#ffffff"/>'
    yield f'<text x="{_MARGIN}" y="38" font-size="20" font-weight="600">{escape(title)}</text>'
    template = N_("{documents} documents in {reports} reports; {ties} ties read from their words")
    counts = say(template, documents=len(graph.nodes), reports=reports, ties=sum(one.count for one in graph.edges))
    yield f'<text x="{_MARGIN}" y="60" font-size="13" fill="#4a5058">{escape(counts)}</text>'


def _legend_width(kind: RelationKind) -> float:
    return 58 + _text_width(say(KINDS[kind][0]), 12) + 26


def _legend_rows(kinds: Sequence[RelationKind], width: float) -> int:
    return max((row for row, _, _ in _legend_places(kinds, width)), default=-1) + 1


def _legend_places(kinds: Sequence[RelationKind], width: float) -> Iterator[tuple[int, float, RelationKind]]:
    row, x = 0, float(_MARGIN)
    for kind in kinds:
        if x + _legend_width(kind) > width - _MARGIN and x > _MARGIN:
            row, x = row + 1, float(_MARGIN)
        yield row, x, kind
        x += _legend_width(kind)


def _legend(kinds: Sequence[RelationKind], width: float) -> Iterator[str]:
    """Samples of the lines, pointing from the document that acts to the one that it acts on."""
    for row, x, kind in _legend_places(kinds, width):
        y = 86 + 24 * row
        yield f'<path d="M{x:.0f} {y}h46" {_stroke(kind)}/>'
        yield f'<text x="{x + 54:.0f}" y="{y + 4}">{escape(say(KINDS[kind][0]))}</text>'


def _stroke(kind: RelationKind) -> str:
    _, colour, dashes, width = KINDS[kind]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'fill="none" stroke="{colour}" stroke-width="{width}"{dashed} marker-end="url(#end-{kind})"'


def _bands(layers: Layers, top: float, width: float) -> Iterator[str]:
    """The name of each level beside its rows, with a hairline above."""
    tops = {
        level: min(box.y for box in layers.boxes if box.level == level) for level in {b.level for b in layers.boxes}
    }
    for level, y in sorted(tops.items()):
        if y:
            yield f'<path d="M{_MARGIN} {top + y - 38:.0f}H{width - _MARGIN:.0f}" stroke="#d9dce0"/>'
        yield (
            f'<text x="{_MARGIN}" y="{top + y + 16:.0f}" font-size="13" font-weight="600" fill="#4a5058">'
            f"{escape(say(LEVELS[level]))}</text>"
        )


def _lines(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        template = N_("{subject} {does} {object} ({count} passages)")
        does = say(KINDS[path.edge.kind][0])
        words = say(template, subject=path.edge.subject, does=does, object=path.edge.object, count=path.edge.count)
        yield f'<path d="{_curve(path.points)}" {_stroke(path.edge.kind)}><title>{escape(words)}</title></path>'


def _curve(points: Sequence[tuple[float, float]]) -> str:
    """A line that leaves and enters every point upright."""
    pieces = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (x, y), (next_x, next_y) in pairwise(points):
        middle = (y + next_y) / 2
        straight = abs(x - next_x) < 1
        pieces.append(
            f"L{next_x:.1f} {next_y:.1f}"
            if straight
            else f"C{x:.1f} {middle:.1f} {next_x:.1f} {middle:.1f} {next_x:.1f} {next_y:.1f}"
        )
    return "".join(pieces)


def _boxes(boxes: Sequence[Box], stacks: Mapping[str, Sequence[DocumentNode]]) -> Iterator[str]:
    for box in boxes:
        node = box.node
        several = stacks.get(node.id, ())
        is_report = node.kind == "report"
        fill, edge, line = ("#eef3f9", "#1f5fa8", "1.6") if is_report else ("#ffffff", "#6b7280", "1")
        rect = f'width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="3" fill="{fill}" stroke="{edge}" stroke-width="{line}"'
        whole = node.id if several else _whole(node)
        yield f'<g transform="translate({box.x:.1f},{box.y:.1f})"><title>{escape(whole)}</title>'
        if several:  # the edges of sheets behind the first
            yield from (f'<rect x="{step}" y="{step}" {rect}/>' for step in (8, 4))
        yield f"<rect {rect}/>"
        bold, *small = _stack_lines(node, len(several)) if several else _box_lines(node)
        yield f'<text x="9" y="19" font-size="12.5" font-weight="600">{escape(bold)}</text>'
        for order, words in enumerate(small):
            ink = "#1c1e21" if order else "#4a5058"
            yield f'<text x="9" y="{37 + 15.5 * order:.1f}" font-size="11" fill="{ink}">{escape(words)}</text>'
        yield "</g>"


def _stack_lines(node: DocumentNode, count: int) -> list[str]:
    """What stands in a box of several: their type, how many they are, and the first of their symbols."""
    room = BOX_WIDTH - 18
    told = say(N_("{count} documents, listed below"), count=count)
    return [
        _cut(node.type, 14.4, room),
        _cut(told, 11, room),
        *_wrapped((node.title or "")[:_ENOUGH], 11, room, _SUBJECT_LINES),
    ]


def _box_lines(node: DocumentNode) -> list[str]:
    """What stands in a box: the document, its date with who issued it or how many cite it, and what it is about."""
    room = BOX_WIDTH - 18
    head = _name(node) if node.kind == "document" or not node.issuer else written_name(node.issuer, None)
    if node.kind == "document" and node.symbol and _text_width(head, 14.4) > room:
        head = node.symbol  # rather without its type than without its end
    date = printed_day(node.date or "")
    told = [date] if date else []
    told.append(_cited(node) if node.kind == "document" else _name(node))
    lines = [_cut(head, 14.4, room), _cut(" · ".join(told), 11, room)]
    return lines + _wrapped(_subject(node), 11, room, _SUBJECT_LINES)


def _name(node: DocumentNode) -> str:
    """What a document is called: type and symbol; of a report without number its body; else its printed name."""
    if node.symbol:
        return f"{node.type} {node.symbol}"
    if node.kind == "report":
        return node.type
    return node.id if node.id.startswith(node.type) else next(iter(node.names), node.id)


def _cited(node: DocumentNode) -> str:
    return say(N_("reports: {count}"), count=len(node.reports))


def _subject(node: DocumentNode) -> str:
    title = node.title or ""
    for lead in ("về việc ", "về "):
        if title.lower().startswith(lead):
            title = title[len(lead) :]
            break
    title = title.strip(' “”"')
    return title[:1].upper() + title[1:]


def _whole(node: DocumentNode) -> str:
    parts = [_name(node)]
    parts += [part for part in (printed_day(node.date or ""), _issuer(node), _subject(node)) if part]
    return "; ".join(parts) + f" ({', '.join(node.reports)})"


def _issuer(node: DocumentNode) -> str:
    return written_name(node.issuer or "", None)


@dataclass(frozen=True, slots=True)
class _List:
    """Documents that have no box of their own, each with what is told of it, in columns of ``column`` pixels."""

    head: str
    lines: Sequence[tuple[DocumentNode, str]]
    column: int


def _lists(graph: DocumentGraph, stacks: Mapping[str, Sequence[DocumentNode]]) -> Iterator[_List]:
    """Those that stand together in a box, with their ties; and those that are tied to no other."""
    acts: dict[str, list[str]] = defaultdict(list)
    names = {node.id: node.symbol or _name(node) for node in graph.nodes}
    for edge in graph.edges:
        acts[edge.subject].append(f"{say(KINDS[edge.kind][0])} {names[edge.object]}")
    folded = sorted((node for several in stacks.values() for node in several), key=_list_order)
    yield _List(
        say(N_("Drawn together, with what each does")),
        [
            (node, " · ".join(filter(None, (_issuer(node), ", ".join(acts[node.id]) or _cited(node)))))
            for node in folded
        ],
        2 * _LIST_COLUMN,
    )
    tied = {end for edge in graph.edges for end in (edge.subject, edge.object)}
    loose = sorted((node for node in graph.nodes if node.id not in tied), key=_list_order)
    head = say(N_("Cited, and tied to no other document"))
    yield _List(head, [(node, _cited(node)) for node in loose], _LIST_COLUMN)


def _list_order(node: DocumentNode) -> tuple[str, str, str]:
    return node.type, node.date or "9", node.id


def _list(one: _List, top: float, width: float) -> tuple[list[str], float]:
    """The documents of a list, down its columns, and where the next thing may stand; nothing of an empty one."""
    if not one.lines:
        return [], top
    columns = max(1, int((width - 2 * _MARGIN) // one.column))
    rows = -(-len(one.lines) // columns)
    drawn = [
        f'<text x="{_MARGIN}" y="{top:.0f}" font-size="13" font-weight="600" fill="#4a5058">{escape(one.head)}</text>'
    ]
    for order, (node, told) in enumerate(one.lines):
        x = _MARGIN + (order // rows) * one.column
        y = top + 24 + (order % rows) * _LIST_LINE
        words = " · ".join(part for part in (_name(node), printed_day(node.date or ""), told) if part)
        whole = f"{_whole(node)}; {told}"
        line = _cut(words, 12, one.column - 18)
        drawn.append(f'<text x="{x}" y="{y:.0f}"><title>{escape(whole)}</title>{escape(line)}</text>')
    return drawn, top + rows * _LIST_LINE + 34 + _MARGIN


_NARROW = frozenset("iíìỉĩịjlt1.,;:'|()[]/- rf")
_WIDE = frozenset("mwMWĐƯƠ%—")


def _text_width(text: str, size: float) -> float:
    """About how wide ``text`` is in pixels, rather too wide than too narrow, whatever font of the family is there."""
    units = 0.0
    for char in text:
        units += 0.36 if char in _NARROW else 0.88 if char in _WIDE else 0.72 if char.isupper() else 0.6
    return units * size


def _cut(text: str, size: float, room: float) -> str:
    """``text`` with its end left out where it does not fit."""
    if _text_width(text, size) <= room:
        return text
    while text and _text_width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """``text`` in at most ``most`` lines; what does not fit is left out with '…'."""
    lines: list[str] = []
    current = ""
    words = text.split()
    for index, word in enumerate(words):
        longer = f"{current} {word}".strip()
        if _text_width(longer, size) <= room:
            current = longer
            continue
        if len(lines) == most - 1:
            return [*lines, _cut(f"{current} {' '.join(words[index:])}".strip(), size, room)]
        lines += [_cut(current, size, room)] if current else []
        current = word
    return [*lines, _cut(current, size, room)] if current else lines
