"""What every match of an expression holds is read from it, and never asked of a sentence that has a match."""

from __future__ import annotations

import re

import pytest
from report_texts import read_text

from tongket.checking.evidence.clauses import sentences
from tongket.checking.evidence.pieces import may_hold, pieces_of


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        pytest.param(r"\d+ [Hh]ộ nghèo", ((" hộ nghèo",),), id="words behind a number"),
        pytest.param(r"\d+(?: xã| phường)\b", (("phường", "xã"),), id="one of several"),
        pytest.param(r"(?:không )?còn hộ\w*", (("còn hộ",),), id="what may be missing is not asked"),
        pytest.param(r"\d+ \w+ (?=đạt)", (("đạt",),), id="what must follow"),
        pytest.param(r"(?<!chưa )(?<=đã )\w+", (), id="what stands before is not asked"),
        pytest.param(r"(?:\d+|xã)", (), id="a number that may stand for the word"),
        pytest.param(r"[\w ,.]+", (), id="nothing of its own"),
        pytest.param(r"\d+\s?/\s?\d+ thôn", ((" thôn",), ("/",)), id="a mark and a word"),
    ],
)
def test_the_pieces_of_an_expression_are_read_from_it(pattern: str, pieces: tuple[tuple[str, ...], ...]) -> None:
    assert pieces_of(re.compile(pattern)) == pieces


def test_a_sentence_without_the_pieces_is_not_tried() -> None:
    pattern = re.compile(r"\d+ (?i:hộ nghèo|hộ cận nghèo)")
    assert may_hold(pattern, "xã có 5 hộ cận nghèo")
    assert not may_hold(pattern, "xã có 5 hộ khá")


def test_a_sentence_finds_what_its_text_has_in_capitals_too() -> None:
    (one,) = sentences(read_text("Toàn xã có 5 HỘ NGHÈO và 7 Hộ nghèo mới"))
    pattern = re.compile(r"\d (?i:hộ nghèo)")
    assert [found[0] for found in one.finds(pattern)] == ["5 HỘ NGHÈO", "7 Hộ nghèo"]
    first = one.search(pattern)
    assert first is not None
    assert first[0] == "5 HỘ NGHÈO"
    assert one.search(re.compile(r"\d thôn")) is None
