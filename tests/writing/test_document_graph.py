"""The picture of a graph of documents: well-formed, complete, without overlap."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tongket.messages import use_language
from tongket.model.documents import DocumentEdge, DocumentGraph, DocumentNode, Evidence
from tongket.writing import document_layers
from tongket.writing.document_folding import MOST_DRAWN, fold
from tongket.writing.document_graph import KINDS, graph_svg, graph_value
from tongket.writing.document_layers import BOX_HEIGHT, BOX_WIDTH, lay_out

LEVELS = ("nation", "province", "district", "commune", "")


def node(index: int, level: str = "nation", kind: str = "document") -> DocumentNode:
    title = "về tăng cường <công tác> dân vận & phối hợp trên địa bàn"
    return DocumentNode(
        f"n{index}",
        kind,
        "Kế hoạch",
        f"{index}-KH/TU",
        "2021-09-07",
        "Tỉnh ủy",
        title,
        (f"n{index}",),
        ("a.txt",),
        level,  # type: ignore[arg-type]  # drawn from the lists
    )


def edge(kind: str, subject: int, of: int) -> DocumentEdge:
    return DocumentEdge(kind, f"n{subject}", f"n{of}", (Evidence("a.txt", 0, 9),))  # type: ignore[arg-type]  # a kind


@st.composite
def graphs(draw: st.DrawFn) -> DocumentGraph:
    count = draw(st.integers(0, 24))
    nodes = [
        node(i, draw(st.sampled_from(LEVELS)), draw(st.sampled_from(["document", "report"]))) for i in range(count)
    ]
    pairs = st.tuples(st.integers(0, max(count - 1, 0)), st.integers(0, max(count - 1, 0)))
    drawn = draw(st.lists(st.tuples(st.sampled_from(list(KINDS)), pairs), max_size=40, unique=True)) if count else []
    return DocumentGraph(tuple(nodes), tuple(edge(kind, *pair) for kind, pair in drawn if pair[0] != pair[1]))


@given(graphs())
def test_no_two_boxes_overlap_and_every_line_ends_at_its_boxes(graph: DocumentGraph) -> None:
    layers = lay_out(graph)
    for one, other in combinations(layers.boxes, 2):
        assert abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT
    at = {box.node.id: box for box in layers.boxes}
    for path in layers.paths:
        for (x, y), end in ((path.points[0], path.edge.subject), (path.points[-1], path.edge.object)):
            assert at[end].x <= x <= at[end].x + BOX_WIDTH
            assert y in (at[end].y, at[end].y + BOX_HEIGHT)
        assert all(one != other for one, other in pairwise(path.points))


@given(graphs())
def test_the_picture_is_well_formed_and_names_every_document(graph: DocumentGraph) -> None:
    root = etree.fromstring(graph_svg(graph).encode())
    words = " ".join(root.itertext())
    assert all(f"{one.type} {one.symbol}" in words for one in graph.nodes)
    assert not root.xpath("//*[local-name()='script']")


def test_every_kind_of_tie_has_a_line_of_its_own_without_colour() -> None:
    lines = [(dashes, width) for _, _, dashes, width in KINDS.values()]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("count", [0, 1, 30])
def test_a_star_keeps_to_the_page(count: int) -> None:
    star = DocumentGraph(
        tuple(node(i, "nation" if i == 0 else "commune") for i in range(count + 1)),
        tuple(edge("implements", i, 0) for i in range(1, count + 1)),
    )
    assert lay_out(star).width < 12 * BOX_WIDTH


def test_the_value_counts_what_is_said() -> None:
    use_language("en")
    value = graph_value(DocumentGraph((node(0), node(1)), (edge("replaces", 1, 0),)))
    assert value["edges"] == [
        {
            "kind": "replaces",
            "subject": "n1",
            "object": "n0",
            "evidence": ({"file": "a.txt", "start": 0, "end": 9},),
            "count": 1,
        }
    ]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("TỈNH ỦY MẪU SƠN", "Tỉnh ủy Mẫu Sơn"),
        ("ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG", "Ủy ban nhân dân xã Lũng Ẳng"),
        ("BAN DÂN VẬN", "Ban dân vận"),
        ("HUYỆN ĐOÀN NGÂN PÁ", "Huyện đoàn Ngân Pá"),
        ("UBND XÃ PÀ VẦY - HỘI NÔNG DÂN XÃ PÀ VẦY", "UBND xã Pà Vầy - Hội Nông dân xã Pà Vầy"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
    ids=[
        "a committee",
        "a unit's name",
        "a body without unit",
        "the youth of a district",
        "two bodies",
        "in small letters",
    ],
)
def test_a_body_in_capitals_is_labelled_in_ordinary_letters(printed: str, shown: str) -> None:
    report = replace(node(0, kind="report"), issuer=printed)
    svg = graph_svg(DocumentGraph((report, node(1)), (edge("cites", 0, 1),)))
    assert f"; {shown}; " in svg  # the whole, beside the pointer
    assert f">{shown[:14]}" in svg


def test_moving_a_row_looks_at_that_row_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pile of thousands of documents has hundreds of rows: work may not grow with their square."""
    seen: list[int] = []
    shares = document_layers._shares
    monkeypatch.setattr(document_layers, "_shares", lambda row: seen.append(len(row)) or shares(row))
    chain = tuple(edge("implements", i, (i + 1) % 200) for i in range(200))  # 200 in a circle: one below the other
    lay_out(DocumentGraph(tuple(node(i) for i in range(200)), chain))
    rows = document_layers._rows([node(i) for i in range(200)], {f"n{i}": 0 for i in range(200)}, chain)
    assert len(rows) >= 200
    assert len(seen) == len(rows) * 7  # once, then in each of six sweeps


def pile(count: int, above: int = 5) -> DocumentGraph:
    """``count`` plans of communes, each under one of a few directives of the nation."""
    return DocumentGraph(
        tuple(node(i, "nation" if i < above else "commune") for i in range(above + count)),
        tuple(edge("implements", above + i, i % above) for i in range(count)),
    )


@pytest.mark.parametrize("count", [0, 20, MOST_DRAWN - 5])
def test_a_graph_that_a_person_can_overlook_is_drawn_whole(count: int) -> None:
    drawn = fold(pile(count))
    assert drawn.graph == pile(count)
    assert not drawn.stacks


def test_of_very_many_those_with_few_ties_stand_in_one_box() -> None:
    use_language("en")
    drawn = fold(pile(400))
    assert [(one.id, len(one.names)) for one in drawn.graph.nodes][5:] == [("Kế hoạch: 400 documents, Commune", 1)]
    assert [(one.subject, one.object, one.count) for one in drawn.graph.edges] == [
        ("Kế hoạch: 400 documents, Commune", f"n{i}", 80) for i in range(5)
    ]
    words = " ".join(etree.fromstring(graph_svg(pile(400)).encode()).itertext())
    assert all(f"Kế hoạch {i}-KH/TU" in words for i in range(405))  # the list below names each
    assert "Kế hoạch 5-KH/TU · 07/9/2021 · Tỉnh ủy · implements 0-KH/TU" in words


def test_the_picture_grows_no_wider_with_the_pile() -> None:
    assert lay_out(fold(pile(9000)).graph).width == lay_out(fold(pile(900)).graph).width
    ring = DocumentGraph(
        tuple(node(i) for i in range(3000)), tuple(edge("implements", i, (i + 1) % 3000) for i in range(3000))
    )
    assert graph_svg(ring).count("<text") > 3000  # nobody has more ties than another: all in one box, and in the list


@given(st.integers(0, 60), st.integers(0, 400))
def test_a_folded_graph_keeps_every_document_and_passage_between_boxes(stars: int, plans: int) -> None:
    graph = pile(plans, stars + 1)
    drawn = fold(graph)
    behind = [one.id for several in drawn.stacks.values() for one in several]
    assert sorted([*behind, *(one.id for one in drawn.graph.nodes if one.id not in drawn.stacks)]) == sorted(
        one.id for one in graph.nodes
    )
    if stars == 0:
        assert sum(one.count for one in drawn.graph.edges) == plans
