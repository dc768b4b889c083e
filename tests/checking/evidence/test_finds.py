"""What is looked for only at the words with which it can begin is found as by looking everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from tongket import checking
from tongket.checking.evidence.finds import finds, finds_in, holds
from tongket.checking.evidence.heads import Head, heads_of

REPORT = Path(__file__).parents[2] / "handwritten" / "dang-uy-xa-cot-may-2026.txt"


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        pytest.param(r"(?<!\w)[Tt]rên \d", [Head(0, "trên", opens=True, closes=True)], id="a word of its own"),
        pytest.param(r"[Tt]rên(?!\w)", [Head(0, "trên", opens=False, closes=True)], id="the end of a word"),
        pytest.param(r"\bTrên", [Head(0, "trên", opens=True, closes=False)], id="the first letters of a word"),
        pytest.param(r"ên\w", [Head(0, "ên", opens=False, closes=False)], id="letters of a word"),
        pytest.param(r", nhất là", [Head(2, "nhất", opens=True, closes=True)], id="a mark before the word"),
        pytest.param(r"(?<=\n)Căn cứ", [Head(0, "căn", opens=True, closes=True)], id="at the beginning of a line"),
        pytest.param(
            r"(?<!\w)(?:bao )?gồm\s",
            [Head(0, "bao", opens=True, closes=True), Head(0, "gồm", opens=True, closes=True)],
            id="a word that may be missing",
        ),
        pytest.param(
            r"(?<!\w)(?i:xã|phường)\s",
            [Head(0, "phường", opens=True, closes=True), Head(0, "xã", opens=True, closes=True)],
            id="one of several",
        ),
        pytest.param(
            r"(?<!\w)[3-5]a\s",
            [Head(0, f"{digit}a", opens=True, closes=True) for digit in (3, 4, 5)],
            id="letters one after the other",
        ),
    ],
)
def test_the_words_with_which_an_expression_begins_are_read_from_it(pattern: str, heads: list[Head]) -> None:
    assert heads_of(re.compile(pattern)) == tuple(heads)


@pytest.mark.parametrize("pattern", [r"\d+ hộ", r"[^.]+ xã", r"(?:xã )?", r"\w+", r"(?:xã|\d)", r".xã", r"\s*xã"])
def test_of_an_expression_that_begins_with_anything_nothing_is_read(pattern: str) -> None:
    assert heads_of(re.compile(pattern)) is None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param(r"hộ hộ", "hộ hộ hộ hộ hộ", id="side by side"),
        pytest.param(r"(?i)xã \w+", "XÃ Đoài, xã Đông, Xã", id="in capitals"),
        pytest.param(r"(?<!\d )ha\w*", "hai 5 ha ha, ngoại hai haha", id="inside words"),
        pytest.param(r"(?:\n|^)I\.", "I. Một\nI. Hai", id="at the beginning of a line"),
        pytest.param(r"(?<=tại )xã", "tại xã, xã", id="behind a word"),
        pytest.param(r"(?i)si", "ſi SI si", id="a letter that is no small form"),
        pytest.param(r"(?i)an", "İan An an", id="a small letter of two"),
        pytest.param(r"xã", "", id="no text"),
        pytest.param(r"không (?=có)", "không có gì mà không (có)", id="with what follows"),
    ],
)
def test_matches_at_words_are_those_of_the_whole_text(pattern: str, text: str) -> None:
    expression, longer = re.compile(pattern), text + "\nvăn bản" * 100
    assert [one.span() for one in finds(expression, longer)] == [one.span() for one in expression.finditer(longer)]
    assert holds(expression, text) == (expression.search(text) is not None)


@pytest.mark.parametrize(("start", "end"), [(0, 11), (3, 20), (7, 13), (20, 20), (6, 500)])
def test_matches_in_a_part_are_those_of_that_part(start: int, end: int) -> None:
    expression, text = re.compile(r"(?<!\w)hộ(?!\w)(?: nghèo)?"), "hộ nghèo, hộ nghèo, hộ" + "\nvăn bản" * 100
    found = [one.span() for one in finds_in(expression, text, start, end)]
    assert found == [one.span() for one in expression.finditer(text, start, end)]


def _expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each expression that a module of the checks holds by a name."""
    for module in walk_packages(checking.__path__, f"{checking.__name__}."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value


def test_every_expression_of_the_checks_is_found_at_its_words_as_everywhere() -> None:
    text = REPORT.read_text(encoding="utf-8")
    unlike = [
        name
        for name, expression in _expressions()
        if [one.span() for one in finds(expression, text)] != [one.span() for one in expression.finditer(text)]
    ]
    assert unlike == []
