"""Texts that are made to be slow: what lies beyond the limits is left out, and that is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tongket.checking.catalogue import message
from tongket.checking.evidence import near_numbers
from tongket.checking.sizes import magnitude
from tongket.checking.sums import outcomes_told, parts_of_wholes
from tongket.checking.wording import spelling
from tongket.checking.wording.spelling import _RUN, _places, check_spelling
from tongket.files import limits
from tongket.files.open import source_of
from tongket.messages import Told, say
from tongket.model.reports import Report
from tongket.reading.links import listed
from tongket.reading.read import read_source


@pytest.mark.parametrize(
    ("line", "kept"),
    [("a\n\n", 100), ("a\tb\tc\td\n", 50), ("1 và 2\n", 75), ("a b c d e f\n", 80)],
    ids=["lines", "cells", "numbers", "letters"],
)
def test_what_lies_beyond_the_limits_is_said_to_be_left_out(
    line: str, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 100)
    monkeypatch.setattr(limits, "MOST_CELLS", 200)
    monkeypatch.setattr(limits, "MOST_NUMBERS", 150)
    monkeypatch.setattr(limits, "MOST_LETTERS", 880)
    within = source_of((line * kept).encode(), "within.txt")
    beyond = source_of((line * (kept + 1)).encode(), "beyond.txt")
    assert (len(within.blocks), within.warnings) == (kept, ())
    (told,) = beyond.warnings
    assert isinstance(told, Told)
    assert (len(beyond.blocks), told.message) == (kept, limits.CUT)
    assert "0 thousand numbers was not read" in say(told, "en")


def test_lines_that_are_put_together_to_rows_count_as_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 100)
    rows = "".join(f"{n}\nThôn {n}\n{n + 20}\n{n + 50}\n12,5\n" for n in range(1, 31))
    source = source_of(f"BÁO CÁO\n\n{rows}".encode(), "rows.txt")
    assert len(source.blocks) < 30
    assert [told.message for told in source.warnings if isinstance(told, Told)] == [limits.CUT]


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        pytest.param("có 12 hộ, " * 101, {"MOST_NUMBERS": 100}, "có 12 hộ, " * 100 + "có", id="numbers"),
        pytest.param(
            "trước **đậm** sau " * 3, {"MOST_MARKS": 4}, "trước **đậm** sau trước **đậm** sau trước", id="marks"
        ),
        pytest.param("một\thai\tba\tbốn", {"MOST_CELLS": 2}, "một\thai", id="cells"),
        pytest.param("1;2;3;4;5;6", {"MOST_NUMBERS": 4}, "1;2;3;4;", id="numbers without a blank between them"),
        pytest.param("năm xã vùng cao", {"MOST_LETTERS": 9}, "năm xã", id="letters"),
        pytest.param("12 hộ", {"MOST_NUMBERS": 0}, None, id="nothing left of it"),
    ],
)
def test_a_paragraph_that_passes_a_limit_is_read_up_to_the_word_before(
    text: str, most: dict[str, int], kept: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in most.items():
        monkeypatch.setattr(limits, name, value)
    source = source_of(text.encode(), "long.txt")
    assert [source.text[block.start : block.end] for block in source.blocks] == ([] if kept is None else [kept])
    assert [told.message for told in source.warnings if isinstance(told, Told)] == [limits.CUT]
    assert source.text == text


def test_what_is_kept_of_a_paragraph_is_read_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_NUMBERS", 100)
    source = source_of(("12 hộ, " * 101).encode(), "numbers.txt")
    assert len(read_source(source).figures) == 100


def test_cells_and_styles_of_a_cut_block_lie_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CELLS", 3)
    monkeypatch.setattr(limits, "MOST_MARKS", 2)
    row, paragraph = (source_of(text.encode(), "cut.txt").blocks[0] for text in ("a\tb\tc\td\te", "**a** **b** c"))
    assert [(cell.start, cell.end) for cell in row.cells] == [(0, 1), (2, 3), (4, 5)]
    assert (len(paragraph.markup), [(one.start, one.end) for one in paragraph.styles]) == (2, [(2, 3)])


def test_a_paragraph_of_thousands_of_numbers_is_read() -> None:
    report = read_source(source_of(("có 12 hộ, " * 6000).encode(), "numbers.txt"))
    assert len(report.figures) == 6000


def test_a_word_without_end_is_looked_at_from_its_first_letter_alone() -> None:
    text = "a" * 32 + " hộ"
    assert _RUN.match(text) is not None
    assert [at for at in range(1, 32) if _RUN.match(text, at)] == []


def test_a_run_of_many_slips_is_parted_into_words_once() -> None:
    _places.cache_clear()
    list(check_spelling(_read("của của tỉnh " * 200)))
    assert _places.cache_info().misses == 1
    assert _places.cache_info().hits > 100


class _Counted:
    """Something to be called, and how often it was."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self.work = work
        self.times = 0

    def __call__(self, *given: Any, **named: Any) -> Any:
        self.times += 1
        return self.work(*given, **named)

    search = __call__


def test_the_end_of_lists_is_looked_for_once_where_wholes_stand_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = _Counted(listed._LIST_CUT.search)
    monkeypatch.setattr(listed, "_LIST_CUT", ends)
    assert len(_read("120 hộ gồm: " * 300).figure_links) == 298
    assert ends.times == 1


def test_a_part_of_many_wholes_is_put_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    report = _read("120 hộ gồm: " * 300)
    shown = _Counted(parts_of_wholes.shown_as)
    monkeypatch.setattr(parts_of_wholes, "shown_as", shown)
    found = list(parts_of_wholes.check_sums(report))
    assert len(found) == 298
    assert shown.times <= 300 + 2 * len(found)  # sum and total of each


def test_the_fund_of_each_sum_of_money_is_looked_for_and_not_held_against_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = _read("huy động 500 đồng; " * 100)
    fund = _Counted(magnitude._fund)
    monkeypatch.setattr(magnitude, "_fund", fund)
    assert len(list(magnitude.check_money(report))) == 100
    assert fund.times == 200


def test_the_end_of_a_sentence_is_looked_for_no_farther_than_the_next_paragraph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = _read("Ngày 8/4 kết luận\nmột\thai\n" + "một\thai\n" * 200 + "Xã có 5 hộ.")
    ends = _Counted(near_numbers._last_letter)
    monkeypatch.setattr(near_numbers, "_last_letter", ends)
    assert list(outcomes_told.check_conclusions(report)) == []
    assert ends.times == 1


def test_of_one_slip_over_and_over_only_so_many_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "MOST_TOLD", 20)
    *told, more = check_spelling(_read("Chính sách của của Nhà nước. " * 50))
    assert [one.case for one in told] == ["doubled"] * 20
    assert more.case == "more"
    assert "20 slips or more" in message(more, "en")


def _read(text: str) -> Report:
    return read_source(source_of(text.encode(), "long.txt"))
