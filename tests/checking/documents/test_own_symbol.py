"""The symbol in the head of a report against its type and who issues it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        pytest.param("41/BC-UBND", [], id="of a report"),
        pytest.param("41/BCSK-UBND", [], id="a type that is not known"),
        pytest.param("   /BC-UBND", [], id="without a number"),
        pytest.param("41/BC-VP", [], id="of its office"),
        pytest.param("41/TTr-UBND", [("type", "Số: 41/TTr-UBND")], id="of a proposal"),
        pytest.param("41/KH-UBND", [("type", "Số: 41/KH-UBND")], id="of a plan"),
        pytest.param("41/2026/KH-UBND", [("type", "Số: 41/2026/KH-UBND")], id="of a plan, with its year"),
        pytest.param("41/UBND-VX", [("type", "Số: 41/UBND-VX")], id="of a letter"),
        pytest.param("41/TANDTC-PC", [("type", "Số: 41/TANDTC-PC")], id="of a letter of the highest court"),
        pytest.param("41/PGD&ĐT-TH", [("type", "Số: 41/PGD&ĐT-TH")], id="of a letter of those over the schools"),
        pytest.param("41/BC-HĐND", [("family", "Số: 41/BC-HĐND")], id="of the council"),
        pytest.param("41/BC-MTTQ", [("family", "Số: 41/BC-MTTQ")], id="of the Front"),
    ],
)
def test_the_symbol_is_of_the_type_and_of_the_body(
    symbol: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    text = HEAD.replace("41/BC-UBND", symbol) + TITLE + "Làm tốt." + TAIL
    assert found_in(text, "citation-conflict") == found


def test_a_joint_report_bears_the_symbol_of_either(found_in: FoundIn) -> None:
    head = HEAD.replace("XÃ LŨNG ẲNG", "XÃ LŨNG ẲNG - ỦY BAN MẶT TRẬN TỔ QUỐC").replace("BC-UBND", "BC-MTTQ")
    assert found_in(head + TITLE + "Làm tốt." + TAIL, "citation-conflict") == []


PARTY = (
    "ĐẢNG BỘ HUYỆN SƠN KHÊ\tĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ LŨNG ẲNG\tLũng Ẳng, ngày 12 tháng 9 năm 2024\n*\n"
    "Số 45-BC/ĐU\n\n"
)


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        pytest.param("45-BC/ĐU", [], id="of the committee of a commune"),
        pytest.param("45-BC/HU", [("family", "Số 45-BC/HU")], id="of the committee of a district"),
        pytest.param("45/BC-UBND", [("family", "Số 45/BC-UBND")], id="of the state"),
        pytest.param("45-KH/ĐU", [("type", "Số 45-KH/ĐU")], id="of a plan"),
    ],
)
def test_the_symbol_of_a_committee_is_of_its_level(
    symbol: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    assert found_in(PARTY.replace("45-BC/ĐU", symbol) + TITLE + "Làm tốt." + TAIL, "citation-conflict") == found


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        pytest.param("41/BC-SYT", [], id="its own"),
        pytest.param("41/BC-STC", [("family", "Số: 41/BC-STC")], id="another's"),
        pytest.param("41/SYT-VP", [("type", "Số: 41/SYT-VP")], id="of a letter"),
    ],
)
def test_the_symbol_of_a_department_spells_its_name(
    symbol: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN", "UBND TỈNH MẪU SƠN").replace("XÃ LŨNG ẲNG", "SỞ Y TẾ")
    assert found_in(head.replace("41/BC-UBND", symbol) + TITLE + "Làm tốt." + TAIL, "citation-conflict") == found


@pytest.mark.parametrize(
    ("head", "symbol", "found"),
    [
        pytest.param(HEAD, "41/BC-UBND", [], id="of the state"),
        pytest.param(HEAD, "    /BC-UBND", [], id="a number that is put in later"),
        pytest.param(HEAD, "41/UBND-VX", [], id="a letter"),
        pytest.param(PARTY, "45-BC/ĐU", [], id="of the Party"),
        pytest.param(HEAD, "41-BC/UBND", [("order", "Số: 41-BC/UBND")], id="the Party's marks at a body of the state"),
        pytest.param(PARTY, "45/BC-ĐU", [("order", "Số 45/BC-ĐU")], id="the state's marks at a committee"),
        pytest.param(HEAD, "41/BCUBND", [("order", "Số: 41/BCUBND")], id="type and body grown together"),
    ],
)
def test_the_marks_of_the_symbol_are_those_of_the_family(
    head: str, symbol: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    text = head.replace("41/BC-UBND", symbol).replace("45-BC/ĐU", symbol) + TITLE + "Làm tốt." + TAIL
    assert found_in(text, "citation-malformed") == found


@pytest.mark.parametrize(
    ("symbol", "found"),
    [
        pytest.param("41/2026/QĐ-UBND", [], id="of the year of the day"),
        pytest.param("41/QĐ-UBND", [], id="without a year"),
        pytest.param("41/2025/QĐ-UBND", [("year", "Số: 41/2025/QĐ-UBND")], id="of the year before"),
    ],
)
def test_the_year_of_a_symbol_is_that_of_its_day(symbol: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    text = HEAD.replace("41/BC-UBND", symbol) + "QUYẾT ĐỊNH\nBan hành Quy chế làm việc\n\nĐiều 1. Ban hành Quy chế.\n"
    assert [one for one in found_in(text, "citation-conflict") if one[0] == "year"] == found
