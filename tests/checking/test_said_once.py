"""What several checks see at one place is told once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.checking.said_once import each_fault_once
from tongket.model.findings import Finding
from tongket.model.places import Span

Found = Callable[..., list[tuple[str, str]]]
TEXT = "Luật cán bộ công chức"
LAW = Finding(
    "citation-conflict", "info", Span(0, len(TEXT)), "name", {"printed": TEXT, "name": "Luật Cán bộ, công chức"}
)


def found_with(one: Finding, other: Finding = LAW, text: str = TEXT) -> list[str]:
    return [f"{left.kind} {left.case}".strip() for left in each_fault_once(text, [one, other])]


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(
            Finding("spelling", "warning", Span(5, 11), "slip", {"here": "cán bộ", "right": "cấp bộ"}),
            id="graver than the name",
        ),
        pytest.param(
            Finding("spelling", "info", Span(12, 21), "slip", {"here": "công chức", "right": "công chúc"}),
            id="of words that the name keeps",
        ),
        pytest.param(
            Finding("citation-superseded", "info", Span(0, 21), "", {"document": "Luật 22/2008/QH12"}),
            id="of the document, not of its words",
        ),
        pytest.param(
            Finding("spelling", "info", Span(9, 30), "mark", {"here": "bộ công chức, viên", "right": "bộ, công chức"}),
            id="reaching beyond the name",
        ),
    ],
)
def test_another_fault_in_a_passage_that_is_written_anew_stays(one: Finding) -> None:
    assert found_with(one, text=f"{TEXT}, viên chức") == [f"{one.kind} {one.case}".strip(), "citation-conflict name"]


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(
            Finding("spelling", "info", Span(0, 8), "capital", {"here": "Luật cán", "right": "Luật Cán"}),
            id="a capital that the name has",
        ),
        pytest.param(
            Finding(
                "spelling", "info", Span(5, 21), "mark", {"here": "cán bộ công chức", "right": "cán bộ, công chức"}
            ),
            id="a comma that the name has",
        ),
    ],
)
def test_what_the_name_of_a_law_mends_is_not_told_again(one: Finding) -> None:
    assert found_with(one) == ["citation-conflict name"]


def test_an_abbreviation_that_is_mistyped_needs_no_explaining() -> None:
    short = Finding("abbreviation-undefined", "info", Span(0, 6), "", {"short": "CBCCVV"})
    typed = Finding("spelling", "warning", Span(0, 6), "short-form", {"here": "CBCCVV", "right": "CBCCVC"})
    assert found_with(short, typed, "CBCCVV") == ["spelling short-form"]


def test_of_two_that_write_the_same_the_first_is_told() -> None:
    name = Finding("mixed-orthography", "info", Span(0, 8), "name-capital", {"here": "Hà phong", "usual": "Hà Phong"})
    word = Finding("spelling", "info", Span(0, 8), "capital", {"here": "Hà phong", "right": "Hà Phong"})
    assert found_with(name, word, "Hà phong") == ["mixed-orthography name-capital"]


def test_a_guess_at_a_word_gives_way_to_the_name_that_it_is_elsewhere() -> None:
    name = Finding("mixed-orthography", "info", Span(0, 9), "name-capital", {"here": "Tân thành", "usual": "Tân Thành"})
    guess = Finding("spelling", "info", Span(0, 9), "slip", {"here": "Tân thành", "right": "Tán thành"})
    assert found_with(name, guess, "Tân thành") == ["mixed-orthography name-capital"]


def test_a_year_that_denies_its_symbol_is_not_told_again_as_a_day_to_come() -> None:
    year = Finding("citation-conflict", "warning", Span(0, 40), "year", {"symbol": "06/2024/NĐ-CP"})
    after = Finding("date-chronology", "warning", Span(0, 52), "after", {"document": "06/2024/NĐ-CP"})
    other = Finding("date-chronology", "warning", Span(60, 90), "after", {"document": "07/2026/NĐ-CP"})
    assert each_fault_once("x" * 100, [year, after, other]) == [year, other]


def test_marks_in_the_own_number_are_no_abbreviations_to_be_explained(found_in: Found) -> None:
    head = "TRƯỜNG LŨNG ẲNG\nSố:12/ BC -THLA         Lũng Ẳng, ngày 05 tháng 6 năm 2024\n\nBÁO CÁO\nKết quả năm học\n"
    assert found_in(f"{head}\nTrường có 12 lớp.\n", "abbreviation-undefined") == []
