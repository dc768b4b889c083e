"""What one cited document does to another, on invented sentences."""

from __future__ import annotations

import pytest

from tongket.files.text import text_blocks
from tongket.model.sources import Source
from tongket.reading.citations.citations import read_citations
from tongket.reading.citations.relations import read_relations
from tongket.reading.running.flow import build_flow
from tongket.reading.running.scan import scan


def relations_of(text: str) -> list[tuple[str, str | None, str | None]]:
    flow = build_flow(Source("x.txt", "", "txt", text, text_blocks(text)))
    citations = read_citations(flow, scan(flow.text))
    return [
        (tie.kind, citations[tie.subject].symbol, citations[tie.object].symbol)
        for tie in read_relations(text, citations)
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Quán triệt Chỉ thị số 06-CT/TU và Kế hoạch số 05-KH/HU.", id="named one after the other"),
        pytest.param("Kết luận 62-KL/TW gắn với thực hiện Kế hoạch 03-KH/TU", id="together with"),
        pytest.param("Thực hiện Chỉ thị số 06-CT/TU. Kế hoạch số 05-KH/HU đã ban hành.", id="two sentences"),
        pytest.param("Thực hiện Chỉ thị số 06-CT/TU; thực hiện Kế hoạch số 05-KH/HU", id="two clauses"),
    ],
)
def test_no_tie(text: str) -> None:
    assert relations_of(text) == []


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        pytest.param(
            "Kế hoạch số 05-KH/HU ngày 04/10/2021 của Ban Thường vụ Huyện ủy về việc thực hiện Chỉ thị số 06-CT/TU",
            [("implements", "05-KH/HU", "06-CT/TU")],
            id="carries out",
        ),
        pytest.param(
            "Công văn số 81/UBND-NV về triển khai Chỉ thị số 33/CT-TTg và Quyết định số 311-QĐ/TU",
            [("implements", "81/UBND-NV", "33/CT-TTg"), ("implements", "81/UBND-NV", "311-QĐ/TU")],
            id="carries out two",
        ),
        pytest.param(
            "Công văn số 12/SNV-TG về việc báo cáo sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU",
            [("reviews", "12/SNV-TG", "06-CT/TU")],
            id="asks for a review",
        ),
        pytest.param(
            "Thực hiện Chỉ thị số 06-CT/TU của Tỉnh ủy, Ủy ban nhân dân xã đã ban hành Kế hoạch số 12/KH-UBND",
            [("implements", "12/KH-UBND", "06-CT/TU")],
            id="the subject issues",
        ),
        pytest.param(
            "Căn cứ Nghị quyết số 20/NQ-HĐND, Ủy ban nhân dân xã xây dựng Kế hoạch số 12/KH-UBND",
            [("based-on", "12/KH-UBND", "20/NQ-HĐND")],
            id="rests on",
        ),
        pytest.param(
            "Quy chế số 01-QC/HU ban hành kèm theo Quyết định số 55-QĐ/HU",
            [("promulgates", "55-QĐ/HU", "01-QC/HU")],
            id="attached",
        ),
        pytest.param(
            "Quyết định số 23-QĐ/TW thay thế Quyết định số 290-QĐ/TW",
            [("replaces", "23-QĐ/TW", "290-QĐ/TW")],
            id="replaces",
        ),
        pytest.param(
            "Nghị định số 59/2023/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật số 10/2022/QH15",
            [("makes-concrete", "59/2023/NĐ-CP", "10/2022/QH15")],
            id="details",
        ),
    ],
)
def test_ties(text: str, ties: list[tuple[str, str, str]]) -> None:
    assert relations_of(text) == ties
