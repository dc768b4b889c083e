"""Provisions of the document itself that its own words cite."""

from __future__ import annotations

import pytest
from report_texts import passage, read_text

from tongket.checking.documents.provisions import check_provisions

HEAD = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG GIA\nSố: 12/2019/NQ-HĐND\nSông Gia, ngày 10 tháng 7 năm 2019\n\n"
    "NGHỊ QUYẾT\n{title}\n\n"
)
ARTICLES = """Điều 1. Phạm vi điều chỉnh

1. Nghị quyết này quy định mức chi.

2. {scope}

Điều 2. Mức chi

1. Chi đón tiếp:

a) {point}

b) Chi tặng phẩm.

c) Chi khác.

2. {clause}

Điều 3. Tổ chức thực hiện

Giao Ủy ban nhân dân tỉnh thực hiện.
"""
TITLE = "Quy định mức chi tiếp khách"


def found(title: str = TITLE, **said: str) -> list[tuple[str, str]]:
    body = {"scope": "Áp dụng cho các cơ quan.", "point": "Chi hoa quà.", "clause": "Chi ăn."} | said
    report = read_text(HEAD.format(title=title) + ARTICLES.format(**body))
    return [(one.case, passage(report, one)) for one in check_provisions(report)]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"scope": "Thực hiện theo Điều 3 Nghị quyết này."}, id="the last article"),
        pytest.param({"scope": "Thực hiện theo Điều 12 Nghị định số 30/2020/NĐ-CP."}, id="another document's"),
        pytest.param({"point": "Chi hoa quà theo khoản 2 Điều này."}, id="the last clause"),
        pytest.param({"point": "Chi hoa quà, trừ điểm c khoản này."}, id="the last point"),
        pytest.param({"point": "Chi hoa quà theo quy định tại khoản này."}, id="this clause, without its number"),
        pytest.param({"clause": "Chi ăn theo các điểm a, b và c khoản 1 Điều này."}, id="points of another clause"),
        pytest.param(
            {"clause": "Chi ăn. Mức chi tại khoản 2 Điều này là tối đa."}, id="said later of the clause itself"
        ),
        pytest.param({"clause": "Thay “theo khoản 9 Điều này” bằng “theo luật”."}, id="quoted"),
        pytest.param(
            {
                "title": "Sửa đổi, bổ sung một số điều của Nghị quyết số 02/2015/NQ-HĐND",
                "point": "Theo khoản 9 Điều này.",
            },
            id="a document that amends another",
        ),
    ],
)
def test_provisions_that_are_there(said: dict[str, str]) -> None:
    assert found(**said) == []


@pytest.mark.parametrize(
    ("said", "case", "printed"),
    [
        pytest.param(
            {"scope": "Thực hiện theo Điều 12 của Nghị quyết này."},
            "no-provision",
            "Điều 12 của Nghị quyết này",
            id="an article beyond the last",
        ),
        pytest.param(
            {"point": "Chi hoa quà theo khoản 5 Điều này."}, "no-provision", "khoản 5 Điều này", id="a clause"
        ),
        pytest.param({"point": "Chi hoa quà, trừ điểm đ khoản này."}, "no-provision", "điểm đ khoản này", id="a point"),
        pytest.param(
            {"clause": "Chi ăn theo điểm a và điểm d khoản 1 Điều này."},
            "no-provision",
            "điểm a và điểm d khoản 1 Điều này",
            id="one of a list",
        ),
        pytest.param(
            {"point": "Chi hoa quà, trừ trường hợp quy định tại điểm a khoản này."},
            "itself",
            "điểm a khoản này",
            id="a point that cites itself",
        ),
        pytest.param(
            {"clause": "Chi ăn theo mức quy định tại khoản\n2 Điều này."},
            "itself",
            "khoản\n2 Điều này",
            id="a clause that cites itself, over two lines",
        ),
    ],
)
def test_provisions_that_cannot_be_meant(said: dict[str, str], case: str, printed: str) -> None:
    assert found(**said) == [(case, printed)]
