"""Texts that are made to be slow: what lies beyond the limits is left out, and that is said."""

from __future__ import annotations

import time

import pytest

from tongket.checking.spelling import _places, check_spelling
from tongket.files import limits
from tongket.files.open import source_of
from tongket.messages import Told, say
from tongket.reading.read import read_source


@pytest.mark.parametrize(
    ("line", "kept"), [("a\n\n", 100), ("a\tb\tc\td\n", 50), ("có 1 và 2\n", 75)], ids=["lines", "cells", "numbers"]
)
def test_what_lies_beyond_the_limits_is_said_to_be_left_out(
    line: str, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 100)
    monkeypatch.setattr(limits, "MOST_CELLS", 200)
    monkeypatch.setattr(limits, "MOST_NUMBERS", 150)
    within = source_of((line * kept).encode(), "within.txt")
    beyond = source_of((line * (kept + 1)).encode(), "beyond.txt")
    assert (len(within.blocks), within.warnings) == (kept, ())
    (told,) = beyond.warnings
    assert isinstance(told, Told)
    assert (len(beyond.blocks), told.message) == (kept, limits.CUT)
    assert "0 thousand numbers was not read" in say(told, "en")


def test_a_paragraph_of_more_numbers_than_any_report_is_left_out_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MOST_NUMBERS", 100)
    source = source_of(("12 hộ, " * 101).encode(), "numbers.txt")
    assert (source.blocks, len(source.warnings)) == ((), 1)
    assert read_source(source).figures == ()


def test_a_paragraph_of_thousands_of_numbers_is_read() -> None:
    report = read_source(source_of(("có 12 hộ, " * 6000).encode(), "numbers.txt"))
    assert len(report.figures) == 6000


def _work(text: str) -> float:
    """The least CPU seconds of three that the words of ``text`` take to check."""
    report = read_source(source_of(text.encode(), "long.txt"))
    spent = []
    for _ in range(3):
        start = time.process_time()
        list(check_spelling(report))
        spent.append(time.process_time() - start)
    return min(spent)


def test_a_word_without_end_is_looked_at_once_and_not_from_each_of_its_letters() -> None:
    assert _work("a" * 32_000) < 30 * max(_work("a" * 4000), 0.001)  # 8 times the letters; each from each: 64 times


def test_a_run_of_many_slips_is_parted_into_words_once() -> None:
    _places.cache_clear()
    _work("của của tỉnh " * 200)
    assert _places.cache_info().misses == 1
    assert _places.cache_info().hits > 100
