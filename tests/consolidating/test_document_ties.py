"""A pile of reports as a graph of documents: what is one document, what is two, and who does what to whom."""

from __future__ import annotations

import pytest

from tongket.consolidating.documents import graph_of
from tongket.files.text import text_blocks
from tongket.model.documents import DocumentGraph
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.read import read_source

HEAD = "ỦY BAN NHÂN DÂN\nXÃ {name}\n\nSố: {number}/BC-UBND\n{place}, ngày 05 tháng 5 năm 2024\n\nBÁO CÁO\n{title}\n\n"


def report(body: str, name: str = "LŨNG ẲNG", number: int = 12, title: str = "Kết quả công tác dân vận") -> Report:
    text = HEAD.format(name=name, number=number, place=name.title(), title=title) + body + "\n"
    return read_source(Source("x.txt", "", "txt", text, text_blocks(text)))


def graph(*bodies: str) -> DocumentGraph:
    names = ("LŨNG ẲNG", "KHE VÂN", "BA SÒI")
    every = enumerate(zip(bodies, names, strict=False))
    return graph_of((f"{index}.txt", report(body, name)) for index, (body, name) in every)


def cited(found: DocumentGraph, symbol: str) -> list[tuple[str | None, int]]:
    """Dates of the documents called ``symbol``, and in how many reports each is."""
    return [(node.date, len(node.reports)) for node in found.nodes if node.symbol == symbol]


@pytest.mark.parametrize(
    ("bodies", "symbol", "documents"),
    [
        pytest.param(
            ("Thực hiện Kết luận số 62-KL/TW ngày 08/12/2009.", "Thực hiện Kết luận 62-KL/TW, ngày 08-12-2009."),
            "62-KL/TW",
            [("2009-12-08", 2)],
            id="one date in two ways",
        ),
        pytest.param(
            ("Kế hoạch số 83-KH/TU ngày 17/5/2010 của Tỉnh ủy.", "Kế hoạch số 83-KH/TU ngày 13/02/2023 của Tỉnh ủy."),
            "83-KH/TU",
            [("2010-05-17", 1), ("2023-02-13", 1)],
            id="Party numbers start again each term",
        ),
        pytest.param(
            (
                "Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương khóa IX về công tác tôn giáo.",
                "Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương khóa XI về công tác dân vận.",
            ),
            "25-NQ/TW",
            [("2003-03-12", 1), ("2013-06-03", 1)],
            id="twins told apart by the issuer's term",
        ),
        pytest.param(
            (
                "Nghị quyết số 25-NQ/TW ngày 03/6/2013; Nghị quyết số 25-NQ/TW ngày 12/3/2003.",
                "Thực hiện Nghị quyết số 25-NQ/TW được chú trọng.",
            ),
            "25-NQ/TW",
            [("2013-06-03", 1), ("2003-03-12", 1), (None, 1)],
            id="a bare twin stays open",
        ),
        pytest.param(
            (
                "Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND xã.",
                "Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND xã.",
            ),
            "12/KH-UBND",
            [("2024-03-05", 1), ("2024-03-05", 1)],
            id="each commune has its own plan 12",
        ),
        pytest.param(
            (
                "Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND huyện.",
                "Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND huyện.",
            ),
            "12/KH-UBND",
            [("2024-03-05", 2)],
            id="the district's is one",
        ),
        pytest.param(
            ("Luật Thực hiện dân chủ ở cơ sở được phổ biến.", "Thực hiện Luật số 10/2022/QH15 ngày 10/11/2022."),
            "10/2022/QH15",
            [("2022-11-10", 2)],
            id="a law by name and by number",
        ),
    ],
)
def test_identity(bodies: tuple[str, ...], symbol: str, documents: list[tuple[str | None, int]]) -> None:
    assert sorted(map(str, cited(graph(*bodies), symbol))) == sorted(map(str, documents))


def ties(found: DocumentGraph) -> list[tuple[str, str, str, int]]:
    names = {node.id: node.symbol or node.id for node in found.nodes}
    return [(edge.kind, names[edge.subject], names[edge.object], edge.count) for edge in found.edges]


def test_ties_are_counted_over_reports_with_their_passages() -> None:
    body = "Huyện ủy ban hành Kế hoạch số 05-KH/HU ngày 04/10/2021 về thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021."
    found = graph(body, body)
    assert ties(found) == [("implements", "05-KH/HU", "06-CT/TU", 2)]
    first, second = found.edges[0].evidence
    assert (first.file, second.file) == ("0.txt", "1.txt")
    assert report(body).text[first.start : first.end].startswith("Kế hoạch số 05-KH/HU")


def test_the_report_itself_reviews_and_answers() -> None:
    body = (
        "Thực hiện Công văn số 9/SNV-XDCQ ngày 02/4/2024 của Sở Nội vụ về việc báo cáo; UBND xã báo cáo như sau:\n\n"
        "I. KẾT QUẢ\n\nĐã tổ chức 3 hội nghị.\n"
    )
    title = "Sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Ban Thường vụ Tỉnh ủy"
    found = graph_of([("a.txt", report(body, title=title))])
    assert ("reviews", "12/BC-UBND", "06-CT/TU", 1) in ties(found)
    assert ("answers", "12/BC-UBND", "9/SNV-XDCQ", 1) in ties(found)


def test_nobody_carries_out_a_document_of_a_body_below() -> None:
    found = graph("Kết luận số 43-KL/TW ngày 07/01/2019 về thực hiện Kế hoạch số 5-KH/HU ngày 02/02/2020.")
    assert ties(found) == []


def test_no_reports_no_documents() -> None:
    assert graph_of([]) == DocumentGraph((), ())
