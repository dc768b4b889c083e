"""The list of unit words."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tongket.registry.unit_words import MEASURES, match_unit, nouns_of_all, one_of, unit_words


@pytest.mark.parametrize(
    ("words", "unit", "count"),
    [
        ("hội nghị lồng ghép", "hội nghị", 2),
        ("hoà giải viên", "hòa giải viên", 3),
        ("Hội nghị", "hội nghị", 2),
        ("tổ tự quản đường biên", "tổ tự quản", 3),
        ("m² đất", "m²", 1),
        ("KDC văn hóa", "KDC", 1),
    ],
)
def test_the_longest_word_counts(words: str, unit: str, count: int) -> None:
    found = match_unit(words.split())
    assert found is not None
    assert (found[0].word, found[1]) == (unit, count)


@pytest.mark.parametrize("words", ["", "tại chỗ", "sạch", "không", "của", "M", "kdc"])
def test_other_words_are_none(words: str) -> None:
    assert match_unit(words.split()) is None


@pytest.mark.parametrize(
    ("word", "base", "factor"),
    [("tạ", "tấn", "0.1"), ("trđ", "đồng", "1000000"), ("tấn", "tấn", "1"), ("hộ", "hộ", "1")],
)
def test_bases(word: str, base: str, factor: str) -> None:
    found = match_unit([word])
    assert found is not None
    assert (found[0].base, found[0].factor) == (base, Decimal(factor))


def test_a_base_is_a_unit_of_the_same_kind_and_its_own_base() -> None:
    for unit in unit_words().values():
        if unit.kind in MEASURES and unit.base not in ("%", "‰", "điểm %"):
            found = match_unit(unit.base.split())
            assert found is not None, unit
            assert (found[0].kind, found[0].base, found[0].factor) == (unit.kind, unit.base, Decimal(1))


@pytest.mark.parametrize(
    ("said", "noun"),
    [
        ("tổ hòa giải đã họp", "tổ hòa giải"),
        ("tổ đã họp", "tổ"),
        ("hộ nghèo có thẻ", "hộ"),
        ("quá trình", None),
        ("của tổ", None),
    ],
)
def test_nouns_of_all_are_found_whole_and_ones_own_first(said: str, noun: str | None) -> None:
    found = re.match(rf"(?:{nouns_of_all('hộ')})(?!\w)", said)
    assert (found[0] if found else None) == noun


def test_any_of_some_phrases_is_the_longest() -> None:
    found = re.match(one_of(["ban", "ban công tác", "bản"]), "ban công tác xã")
    assert found is not None
    assert found[0] == "ban công tác"
