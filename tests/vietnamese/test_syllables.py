"""Syllables: one form for two habits of writing, the rules of spelling, and what a slip makes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese.syllables import (
    canonical,
    is_of_one_letter,
    is_well_spelt,
    of_keys,
    of_one_letter,
    slips,
    typed,
)
from tongket.vietnamese.words import lexicon, printed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hoà", "hòa", id="place of the tone"),
        pytest.param("Thuỷ", "thủy", id="place of the tone, capital"),
        pytest.param("kỹ", "kĩ", id="y and i"),
        pytest.param("quý", "quí", id="y and i after qu"),
    ],
)
def test_two_habits_are_one_syllable(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize("word", ["nghĩa", "giữa", "quyền", "khuỷu", "gì", "yêu", "Đảng", "thuyền"])
def test_syllables_are_well_spelt(word: str) -> None:
    assert is_well_spelt(word)


@pytest.mark.parametrize("word", ["nhieu", "kông", "nge", "cính", "internet", "thuơng", "tac"])
def test_what_breaks_the_rules_is_not_well_spelt(word: str) -> None:
    assert not is_well_spelt(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param("tham", "thăm", id="a mark of a letter lost"),
        pytest.param("chuyên", "chuyển", id="a tone lost"),
        pytest.param("phát", "pháp", id="a like sound at the end"),
        pytest.param("nhieu", "nhiễu", id="all marks lost"),
        pytest.param("nghành", "ngành", id="ngh for ng"),
        pytest.param("xuất", "suất", id="x for s"),
    ],
)
def test_one_slip_away(wrong: str, right: str) -> None:
    assert canonical(right) in slips(canonical(wrong))


@given(st.sampled_from(sorted(lexicon().seconds)))
def test_no_syllable_is_a_slip_of_itself_and_canonical_forms_stay(word: str) -> None:
    assert word not in slips(word)
    assert canonical(canonical(word)) == canonical(word)


@pytest.mark.parametrize("word", ["guyết", "ciáo", "qui", "ti", "hòa", "đnh", "trương"])
def test_what_one_letter_makes_is_told_without_making_it_all(word: str) -> None:
    made = of_one_letter(word)
    assert all(is_of_one_letter(one, word) for one in made)
    assert not any(is_of_one_letter(one, word) for one in (word, "nghiêng", "nhà", "tý") if one not in made)


def test_the_tables_hold_canonical_forms_and_common_words_are_known() -> None:
    words = lexicon()
    assert words.common <= words.known
    assert all(canonical(part) == part for pair in words.common for part in pair.split(" "))
    assert printed("kĩ thuật") == "kỹ thuật"


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        pytest.param("dduowcj", ("được", 3), id="marks and tone"),
        pytest.param("nuwowcs", ("nước", 3), id="one vowel of two letters"),
        pytest.param("too", ("tô", 1), id="one key"),
        pytest.param("schools", None, id="no syllable"),
        pytest.param("học", None, id="typed with the tool"),
    ],
)
def test_keys_of_the_telex_method(keys: str, meant: tuple[str, int] | None) -> None:
    assert of_keys(keys) == meant


def test_a_word_without_blanks_is_no_syllable_that_was_typed() -> None:
    assert "và" in typed("vfa")
    assert typed("đnh" * 400) == frozenset()
