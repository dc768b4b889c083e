"""Words of a citation that were left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trường được thành lập theo Quyết định số 134/QĐ-UBND của UBND tỉnh.", [], id="with its type"),
        pytest.param("Quyết định thành lập trường, ban hành theo số 134/QĐ-UBND.", [], id="the type before"),
        pytest.param("Theo số liệu năm 2025, xã có 134 hộ.", [], id="no document"),
        pytest.param("Trường lập theo số 134/QĐ-UBND của UBND tỉnh.", ["số 134/QĐ-UBND"], id="without its type"),
    ],
)
def test_types_of_documents(body: str, found: list[str], findings_of: Found) -> None:
    assert [printed for case, printed in findings_of(body, "citation-incomplete") if case == "typeless"] == found


_OTHERS = "Căn cứ Luật Đầu tư công ngày 29/11/2024; Căn cứ Nghị định số 85/2025/NĐ-CP ngày 08/4/2025 của Chính phủ; "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Căn cứ Luật Đất đai ngày 18/01/2024.", [], id="with the word"),
        pytest.param("Căn cứ Luật Đất đai (18/01/2024).", [], id="in brackets"),
        pytest.param("Căn cứ Luật Đất đai 18/01/2024.", ["Luật Đất đai 18/01/2024"], id="a law without it"),
        pytest.param(
            "Căn cứ Kế hoạch số 12/KH-UBND, 15/3/2025 của UBND tỉnh.",
            ["Kế hoạch số 12/KH-UBND, 15/3/2025"],
            id="a plan without it",
        ),
    ],
)
def test_the_word_before_a_day(body: str, found: list[str], findings_of: Found) -> None:
    said = findings_of(_OTHERS + body, "citation-incomplete")
    assert [printed for case, printed in said if case == "no-day-word"] == found


def test_a_text_that_does_without_the_word(findings_of: Found) -> None:
    body = "Căn cứ Luật Đất đai 18/01/2024; Căn cứ Luật Đầu tư công 29/11/2024."
    assert "no-day-word" not in [case for case, _ in findings_of(body, "citation-incomplete")]


def test_a_letter_with_the_symbol_of_a_report(findings_of: Found) -> None:
    body = "Theo Công văn số 367/BC-SNN ngày 11/9/2025 về sự cố đê."
    assert ("type", "Công văn số 367/BC-SNN") in findings_of(body, "citation-conflict")
