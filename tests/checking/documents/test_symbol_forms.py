"""Symbols of cited documents: their parts, the order of these, and the body that they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thực hiện Quyết định số 327-CT ngày 15/9/1992.", [], id="from before the forms of today"),
        pytest.param("Theo Nghị định số 26-CP ngày 23/5/1993 của Chính phủ.", [], id="an old decree"),
        pytest.param("Tại Công văn số 609/UBND ngày 08/12/2022 của UBND tỉnh.", [], id="a letter names no type"),
        pytest.param("Tại Công văn số 45-CV/HU ngày 08/12/2022.", [], id="a letter of the Party does"),
        pytest.param("Theo Kế hoạch số 15/KH-STC ngày 05/3/2020.", [], id="whole"),
        pytest.param("Theo Kế hoạch số 15/KH ngày 07/12/2022.", [("no-body", "Kế hoạch số 15/KH")], id="no body"),
        pytest.param(
            "Theo Thông tư số 27/2020/TT-BGĐT ngày 04/9/2020.",
            [("mark", "Thông tư số 27/2020/TT-BGĐT")],
            id="a ministry without one of its letters",
        ),
        pytest.param(
            "Theo Thông tư số 40/2021/TT-BLĐTBHX ngày 31/12/2021.",
            [("mark", "Thông tư số 40/2021/TT-BLĐTBHX")],
            id="a ministry with its letters turned",
        ),
        pytest.param("Theo Thông tư số 03/2014/TT-BVHTT ngày 04/9/2014.", [], id="a ministry of former days"),
        pytest.param(
            "Theo Thông tư số 36/2017/TT-BGD&ĐT ngày 28/12/2017.",
            [("mark", "Thông tư số 36/2017/TT-BGD&ĐT")],
            id="a ministry with the sign of other offices",
        ),
        pytest.param(
            "Theo Hướng dẫn số 5937/BGDĐT-GDTH ngày 20/8/2012.",
            [("no-type", "Hướng dẫn số 5937/BGDĐT-GDTH")],
            id="a letter of a ministry that is called a guide",
        ),
        pytest.param("Theo Hướng dẫn số 12/HD-BNV ngày 20/8/2022.", [], id="a guide"),
        pytest.param(
            "Theo Kế hoạch số 15/KH-UBNND ngày 07/12/2022.",
            [("mark", "Kế hoạch số 15/KH-UBNND")],
            id="a committee with a letter twice",
        ),
        pytest.param("Theo Kế hoạch số 15/KH-UBDT ngày 07/12/2022.", [], id="another committee"),
        pytest.param(
            "Theo Chỉ thị số 10/CT-TTG ngày 19/4/2023.", [("order", "Chỉ thị số 10/CT-TTG")], id="a capital too many"
        ),
        pytest.param(
            "Theo Quyết định số 17/BGD&ĐT-GDTrH ngày 05/3/2009.",
            [("no-type", "Quyết định số 17/BGD&ĐT-GDTrH")],
            id="the number of a letter",
        ),
        pytest.param(
            "Theo Quyết định số 170/TTg ngày 08/7/2005.", [("no-type", "Quyết định số 170/TTg")], id="the Premier's"
        ),
        pytest.param("Theo Quyết định số 327/TTg ngày 15/9/1995.", [], id="the Premier's, of the years before"),
        pytest.param("Theo Quyết định số 12/UBMTTQ-BTT ngày 15/9/2015.", [], id="the Front's own style"),
        pytest.param("Theo Kế hoạch số 217-TU của Tỉnh ủy.", [("no-type", "Kế hoạch số 217-TU")], id="no type"),
        pytest.param(
            "Theo Nghị định số 30/NĐ-CP ngày 05/3/2020.", [("no-year", "Nghị định số 30/NĐ-CP")], id="no year"
        ),
        pytest.param(
            "Theo Pháp lệnh số 34/2007/PL-UBTVQH.", [("no-term", "Pháp lệnh số 34/2007/PL-UBTVQH")], id="no term"
        ),
        pytest.param(
            "Theo Quyết định số 60/ĐQ-UBND ngày 08/12/2022.", [("order", "Quyết định số 60/ĐQ-UBND")], id="letters"
        ),
        pytest.param(
            "Theo Kế hoạch số 1217/STC-KH ngày 05/3/2020.", [("order", "Kế hoạch số 1217/STC-KH")], id="parts"
        ),
        pytest.param(
            "Theo Nghị quyết số 193/2025/NQ-QH15 ngày 19/02/2025.",
            [("order", "Nghị quyết số 193/2025/NQ-QH15")],
            id="a type in a number of the National Assembly",
        ),
        pytest.param(
            "Tại Công văn số 609/CV-UBND ngày 08/12/2022.",
            [("letter", "Công văn số 609/CV-UBND")],
            id="a letter of the state with a type",
        ),
        pytest.param("Theo Nghị định số 81/2019//NĐ-CP.", [("order", "81/2019//NĐ-CP")], id="a mark typed twice"),
        pytest.param("Xem tại https://mau.vn//TT-BTC.", [], id="an address"),
    ],
)
def test_forms(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-malformed") == found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Theo Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Chính phủ.", id="said day by day"),
        pytest.param("Theo Thông tư số 12/2024/TT-BNN ngày 05/3/2024 của Bộ Nông nghiệp và PTNT.", id="initials"),
        pytest.param("Hồ sơ theo Nghị định số 13/2021/NĐ-CP do Ủy ban nhân dân cấp xã chuyển đến.", id="no issuer"),
        pytest.param("Kết quả thực hiện Nghị quyết số 05/NQ-HĐND của UBND xã đã nêu.", id="who carries it out"),
        pytest.param("Theo Thông tư liên tịch số 09/2016/TTLT-BTC-BNV của Bộ Nội vụ.", id="a joint document"),
        pytest.param(
            "Theo Tờ trình số 40/TTr-STC ngày 23/4/2026 và Báo cáo số 41/BC-STC ngày 26/4/2026 của UBND tỉnh tại Tờ "
            "trình số 83/TTr-UBND ngày 31/3/2026.",
            id="the issuer of the next",
        ),
    ],
)
def test_the_body_of_a_symbol(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-conflict") == []


@pytest.mark.parametrize(
    "citation",
    [
        "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Thủ tướng Chính phủ",
        "Thông tư số 36/2018/TT-BTC ngày 30/3/2018 của Bộ Nội vụ",
        "Nghị quyết số 05/NQ-HĐND ngày 09/12/2022 của Ủy ban nhân dân tỉnh",
        "Quyết định số 90/QĐ-TTg của Quốc hội",
    ],
)
def test_another_body_than_that_of_the_symbol(citation: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"Thực hiện {citation}.", "citation-conflict") == [("family", citation)]


def test_a_day_that_is_broken_over_two_lines_is_looked_up(findings_of: FindingsOf) -> None:
    broken = "ngày 31\ntháng 11 năm 2025"
    assert findings_of(f"Họp {broken} tại xã.", "date-chronology") == [("impossible", broken)]


def test_two_organs_of_one_document_where_one_place_gives_no_day(findings_of: FindingsOf) -> None:
    said = "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị. "
    wrong = "Kết luận 62-KL/TW của Ban Bí thư"
    assert findings_of(f"{said}{said}Kết quả theo {wrong}.", "citation-conflict") == [("organ", wrong)]


_TWO_LETTERS = "Công văn số 1655/BXD-QLHT ngày 08/4/2025 và Công văn số 1661/BXD-QLHT ngày 09/4/2025."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Theo Công văn số 1242/BXD-QLHT ngày 31/3/2025, {_TWO_LETTERS}", [], id="all of one mark"),
        pytest.param(f"Theo Công văn số 1242/BNV-QLHT ngày 31/3/2025, {_TWO_LETTERS}", [], id="another ministry"),
        pytest.param(f"Theo Công văn số 1242/BND-KHTC ngày 31/3/2025, {_TWO_LETTERS}", [], id="another office"),
        pytest.param(
            f"Theo Công văn số 1242/BND-QLHT ngày 31/3/2025, {_TWO_LETTERS}",
            ["Công văn số 1242/BND-QLHT"],
            id="one letter another",
        ),
        pytest.param(
            f"Theo Công văn số 1242/UBXD-QLHT ngày 31/3/2025, {_TWO_LETTERS}",
            ["Công văn số 1242/UBXD-QLHT"],
            id="one letter put in",
        ),
    ],
)
def test_marks_of_one_office(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for case, text in findings_of(body, "citation-malformed") if case == "mark"] == found
