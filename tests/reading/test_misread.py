"""Symbols of which a scan spoiled a letter: what they can only be, and what stays as it was seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.files.text import text_blocks
from tongket.model.documents import Citation
from tongket.model.sources import Doubt, Source
from tongket.reading.citations.misread import looks_like
from tongket.reading.read import read_source


def cited(text: str, *unsure: str) -> tuple[Citation, ...]:
    """The citations of a scan in which some words are in doubt."""
    doubts = tuple(Doubt(text.index(word), text.index(word) + len(word), 0.4) for word in unsure)
    source = Source("a.png", "", "picture", text, text_blocks(text), scanned=True, confidence=0.9, doubts=doubts)
    return read_source(source).citations


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        pytest.param("Kết luận số 62-KL/IW", "62-KL/TW", id="a body of the Party"),
        pytest.param("Chỉ thị số 40-CT/UW", "40-CT/TW", id="T and U"),
        pytest.param("Kế hoạch số 12-KH/BTGTV", "12-KH/BTGTV", id="it may be TU or TW"),
        pytest.param("Tờ trình số 343-TIr/HNDTW", "343-TTr/HNDTW", id="a type"),
        pytest.param("Chương trình phối hợp số 03/CTIPH-HPN-CAX", "03/CTrPH-HPN-CAX", id="a type, of two bodies"),
        pytest.param("Kế hoạch số 68/KH-SNNMTT", "68/KH-SNNMT", id="a letter seen twice"),
        pytest.param("Quyết định số 15/QĐ-UBNO", "15/QĐ-UBND", id="a body of the state"),
        pytest.param("Quyết định số 15/QĐ-PTC", "15/QĐ-PTC", id="a body that nobody knows, like no other"),
        pytest.param("Kế hoạch số 15/KH-STC", "15/KH-STC", id="a known body"),
        pytest.param("Công văn số 214/SNV-XDCQ", "214/SNV-XDCQ", id="a letter without type"),
    ],
)
def test_a_symbol_in_doubt_is_what_it_can_only_be(seen: str, expected: str) -> None:
    text = f"Căn cứ {seen} ngày 22/11/2014, xã đã triển khai.\n"
    (citation,) = cited(text, seen.split()[-1])
    assert citation.symbol == expected
    assert citation.number == seen.split()[-1]
    assert citation.misread == (expected != seen.split()[-1])


def test_what_recognition_is_sure_of_stays() -> None:
    (citation,) = cited("Căn cứ Kết luận số 62-KL/IW ngày 08/12/2009.\n")
    assert (citation.symbol, citation.misread) == ("62-KL/IW", False)


def test_a_body_that_the_report_names_surely_elsewhere_stays() -> None:
    text = "Căn cứ Kết luận số 62-KL/IW ngày 08/12/2009 và Kết luận số 63-KL/IW ngày 09/12/2009.\n"
    assert [one.symbol for one in cited(text, "62-KL/IW")] == ["62-KL/IW", "63-KL/IW"]


def test_the_number_in_the_head_is_no_citation_beside_dirt() -> None:
    text = "BCH ĐOÀN XÃ LŨNG ẲNG\nG de Số 28-BC/ĐTN\n\nBÁO CÁO\nCông tác năm 2026\n\nXã đã làm 12 việc.\n"
    assert cited(text, "28-BC/ĐTN") == ()


@given(st.text("ABCDĐGHITUVWlr01", min_size=1, max_size=8))
def test_no_word_looks_like_itself_and_likeness_of_shapes_has_no_direction(word: str) -> None:
    assert not looks_like(word, word)
    spoiled = word.replace("T", "U", 1)
    assert looks_like(spoiled, word) == looks_like(word, spoiled) == ("T" in word)
