"""A graph of many documents made small enough to be looked at: what has few ties stands together in one box.

A pile of a thousand reports ties thousands of plans to some dozens of directives. Drawn one by one they are a wall of
boxes as wide as a street, and the work grows with the square of their number; so the documents that most others are
tied to are drawn by themselves, and the rest by level and type: 'Kế hoạch: 840, commune'.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tongket.messages import N_, say
from tongket.model.documents import DocumentEdge, DocumentGraph, DocumentNode, Evidence, RelationKind
from tongket.writing.document_layers import LEVEL_NAMES, levels_of

LEVELS = (N_("Nation"), N_("Province"), N_("District"), N_("Commune"), N_("Reports read"))
MOST_DRAWN = 120
_MOST_ALONE = 60


@dataclass(frozen=True, slots=True)
class Folded:
    """``graph`` is what to draw; ``stacks`` are the documents behind those of its nodes that stand for several."""

    graph: DocumentGraph
    stacks: Mapping[str, tuple[DocumentNode, ...]]


def fold(graph: DocumentGraph) -> Folded:
    """``graph`` with at most about ``MOST_DRAWN`` tied documents; as it is, where it has no more.

    By itself stands what has more ties than any that is folded: of many with as many ties none is picked by chance.
    Ties within one box are not drawn. Documents without ties are left alone: they are listed, not drawn.
    """
    ties = Counter(end for edge in graph.edges for end in (edge.subject, edge.object))
    if len(ties) <= MOST_DRAWN:
        return Folded(graph, {})
    most = sorted(ties.values(), reverse=True)[_MOST_ALONE]
    levels = levels_of(graph, graph.nodes)
    behind: dict[tuple[int, str], list[DocumentNode]] = defaultdict(list)
    for node in graph.nodes:
        if 0 < ties[node.id] <= most:
            behind[levels[node.id], node.type].append(node)
    stacks = [
        (_stack(level, several), tuple(several)) for (level, _), several in sorted(behind.items()) if len(several) > 1
    ]
    box_of = {node.id: stack.id for stack, several in stacks for node in several}
    # told now, since the reports that tell it may be folded
    alone = [replace(node, level=LEVEL_NAMES[levels[node.id]]) for node in graph.nodes if node.id not in box_of]
    drawn = DocumentGraph((*alone, *(stack for stack, _ in stacks)), tuple(_edges(graph.edges, box_of)))
    return Folded(drawn, {stack.id: several for stack, several in stacks})


def _stack(level: int, several: Sequence[DocumentNode]) -> DocumentNode:
    """One node in place of ``several`` of one type and level."""
    first = several[0]
    template = N_("{type}: {count} documents, {level}")
    label = say(template, type=first.type, count=len(several), level=say(LEVELS[level]))
    return DocumentNode(
        id=label,
        kind=first.kind,
        type=first.type,
        symbol=None,
        date=None,
        issuer=None,
        title=", ".join(dict.fromkeys(node.symbol or node.id for node in several)),
        names=(label,),
        reports=tuple(dict.fromkeys(file for node in several for file in node.reports)),
        level=LEVEL_NAMES[level],
    )


def _edges(edges: Sequence[DocumentEdge], box_of: Mapping[str, str]) -> Iterator[DocumentEdge]:
    """The ties between boxes, each with every passage of those that it stands for."""
    found: dict[tuple[RelationKind, str, str], list[Evidence]] = defaultdict(list)
    for edge in edges:
        subject, of = box_of.get(edge.subject, edge.subject), box_of.get(edge.object, edge.object)
        if subject != of:
            found[edge.kind, subject, of] += edge.evidence
    for (kind, subject, of), evidence in found.items():
        yield DocumentEdge(kind, subject, of, tuple(evidence))
