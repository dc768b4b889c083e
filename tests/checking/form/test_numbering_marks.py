"""How the numbers of sections are written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.form.numbering_marks import CHECKS
from tongket.model.findings import Finding

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _lines(numbers: str) -> str:
    """Sections with these numbers, each with a title and a sentence."""
    return "".join(
        f"{number} Công tác thứ {at}\n\nĐã tổ chức các lớp tập huấn.\n\n"
        for at, number in enumerate(numbers.split(), 1)
    )


def _found(*numbers: str) -> list[Finding]:
    report = read_text(HEAD + TITLE + "".join(map(_lines, numbers)) + TAIL)
    return [one for check in CHECKS for one in check(report)]


def test_dots_left_out_are_told_where_they_are_missing() -> None:
    found = _found("1. 1.1. 1.2 1.3. 2. 2.1. 2.2 2.3.")

    assert [(one.case, one.severity, one.facts["number"]) for one in found] == [
        ("mark", "info", "1.2"),
        ("mark", "info", "2.2"),
    ]


def test_many_dots_left_out_are_told_once_with_their_count() -> None:
    [found] = _found("1. 1.1. 1.2. 1.3. 1.4 1.5 1.6 2. 2.1. 2.2 2.3")

    assert (found.case, found.facts["number"], found.facts["times"]) == ("mark", "1.4", "5")


def test_dot_of_one_number_of_two() -> None:
    [found] = _found("1. 1.1 1.2.")

    assert (found.case, found.facts["number"], found.facts["other"]) == ("mark", "1.1", "1.2.")


def test_list_that_goes_from_e_to_g_has_the_vietnamese_letters() -> None:
    [found] = _found("1. a) b) c) d) e) g)")

    assert (found.case, found.severity, found.facts["missing"]) == ("skipped", "warning", "đ")


def test_letters_closed_by_another_mark() -> None:
    [found] = _found("1. a) b) c)", "2. a) b/")

    assert (found.case, found.facts["number"], found.facts["other"]) == ("closing", "b/", "b)")


def test_letter_that_the_vietnamese_order_does_not_have() -> None:
    [found] = _found("1. a) b) c) d) đ) e) f)")

    assert (found.case, found.severity, found.facts["right"]) == ("letter", "warning", "g")


def test_letter_left_out_where_another_list_has_it(findings_of: FindingsOf) -> None:
    found = findings_of(_lines("1. a) b) c) d) đ) e)") + _lines("2. a) b) c) d) e)"), "numbering")

    assert [case for case, _ in found] == ["skipped"]


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param("1. 1.1. 1.2. 1.1.1 1.1.2 2. 2.1.", id="another depth without dots"),
        pytest.param("1. 1.1 1.2 2. 2.1 2.2", id="no dots at all"),
        pytest.param("1. a) b) c) d) đ) e) g) h) i) k) l) m)", id="letters in their order"),
        pytest.param("1. a) b) c) d) e)", id="the Latin order, kept throughout"),
    ],
)
def test_numbers_that_are_written_alike(numbers: str) -> None:
    assert _found(numbers) == []
