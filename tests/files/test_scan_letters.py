"""What is mended of recognised letters by where they stand and by the ink, on pictures drawn here."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw

from tongket.files.scan.raised import with_raised
from tongket.files.scan.repairs import repaired
from tongket.files.scan.rules import Box
from tongket.files.scan.tesseract import Letter, SeenWord

SIZE, BASE = 58.0, 100
PAGE = (600, 160)
STEPS = 30  # dots from one letter to the next


def seen(text: str, left: int = 40) -> SeenWord:
    """A word of letters as high as 'n' is."""
    letters = tuple(
        Letter(letter, left + STEPS * at, BASE - 27, left + STEPS * at + 24, BASE, 0.9)
        for at, letter in enumerate(text)
    )
    return SeenWord(left, BASE - 27, letters[-1].right, BASE, float(BASE), SIZE, 1, 0.9, letters)


def drawn(word: SeenWord, *figures: Box) -> Image.Image:
    """The page with a bar of ink for each letter, and one for each raised figure."""
    ink = Image.new("L", PAGE, 0)
    draw = ImageDraw.Draw(ink)
    for one in word.letters:
        if one.text.isalnum():
            draw.rectangle((one.left, one.top, one.right - 1, one.bottom - 1), fill=255)
    for left, top, right, bottom in figures:
        draw.rectangle((left, top, left + STEPS - 7, BASE), fill=0)
        draw.rectangle((left, top, right - 1, bottom - 1), fill=255)
    return ink


def after(word: SeenWord, letters: int) -> Box:
    """Where a raised figure stands behind so many letters."""
    left = word.left + STEPS * letters
    return left, BASE - 42, left + 14, BASE - 20


def said(word: SeenWord, ink: Image.Image, figures: Sequence[str]) -> list[tuple[str, bool]]:
    found = with_raised([word], {1: SIZE}, ink, lambda boxes: figures[: len(boxes)])
    return [(one.text, one.is_mark) for one in found]


@pytest.mark.parametrize(
    ("text", "behind", "figure", "expected"),
    [
        pytest.param("khau'", 4, "1", [("khau", False), ("1", True)], id="taken for a quotation mark"),
        pytest.param("khau", 4, "2", [("khau", False), ("2", True)], id="dropped"),
        pytest.param("khau.", 4, "12", [("khau", False), ("12", True), (".", False)], id="under the box of the stop"),
        pytest.param("15m2", 3, "2", [("15m²", False)], id="a square"),
        pytest.param("km", 2, "2", [("km²", False)], id="a square that was dropped"),
        pytest.param("nam", 3, "2", [("nam", False), ("2", True)], id="no metre"),
        pytest.param("khau", 4, "", [("khau", False)], id="no figure in the ink"),
    ],
)
def test_raised_figures_are_found_by_their_ink(
    text: str, behind: int, figure: str, expected: list[tuple[str, bool]]
) -> None:
    word = seen(text)
    ink = drawn(word, after(word, behind))
    assert said(word, ink, [figure]) == expected


@pytest.mark.parametrize(
    "box",
    [
        pytest.param((160, 62, 176, 77), id="a quotation mark, lower"),
        pytest.param((160, 58, 176, 100), id="a letter, down to the baseline"),
        pytest.param((160, 58, 190, 80), id="wider than a figure"),
        pytest.param((230, 58, 244, 80), id="away from the word"),
    ],
)
def test_other_ink_is_no_raised_figure(box: Box) -> None:
    word = seen("khau")
    assert said(word, drawn(word, box), ["1"]) == [("khau", False)]


def test_a_letter_seen_twice_is_one() -> None:
    boxes = {"Đ": (40, 57), "Ð": (42, 81), "U": (84, 116)}
    letters = tuple(Letter(text, left, BASE - 38, right, BASE, 0.9) for text, (left, right) in boxes.items())
    word = SeenWord(40, BASE - 38, 116, BASE, float(BASE), SIZE, 1, 0.5, letters)
    assert repaired(word, SIZE, Image.new("L", PAGE, 0))[0] == "ĐU"


def test_letters_beside_each_other_are_two() -> None:
    assert repaired(seen("1122"), SIZE, Image.new("L", PAGE, 0))[0] == "1122"
