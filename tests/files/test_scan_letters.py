"""What is mended of recognised letters by where they stand and by the ink, on pictures drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from tongket.files.scan.blanks import with_true_blanks, without_false_blanks
from tongket.files.scan.compounds import in_context
from tongket.files.scan.raised import with_raised
from tongket.files.scan.repairs import repaired
from tongket.files.scan.rules import Box
from tongket.files.scan.tesseract import Letter, SeenWord
from tongket.files.scan.words import is_noise, part_raised

SIZE, BASE = 58.0, 100
PAGE = (600, 160)
STEPS = 30  # dots from one letter to the next


def seen(text: str, left: int = 40, height: int = 27) -> SeenWord:
    """A word of letters as high as 'n' is."""
    letters = tuple(
        Letter(letter, left + STEPS * at, BASE - height, left + STEPS * at + 24, BASE, 0.9)
        for at, letter in enumerate(text)
    )
    return SeenWord(left, BASE - height, letters[-1].right, BASE, float(BASE), SIZE, 1, 0.9, letters)


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


@pytest.mark.parametrize("beside", ["°", ")", "3"])
def test_a_square_seen_beside_its_ink_is_one(beside: str) -> None:
    word = seen("km")
    ink = drawn(word, after(word, 2))
    box = Letter(beside, 88, BASE - 42, 106, BASE + 8, 0.9)
    comma = Letter(",", 100, BASE - 40, 128, BASE + 8, 0.9)
    assert said(replace(word, right=128, letters=(*word.letters, box, comma)), ink, ["2"]) == [("km²,", False)]


def test_a_figure_with_ink_of_its_own_stays_before_a_mark() -> None:
    word = seen("khau1")
    assert said(word, drawn(word, after(word, 5)), ["2"]) == [("khau1", False), ("2", True)]


def test_a_square_is_no_mark_of_a_note() -> None:
    letters = (*seen("km").letters, Letter("²", 100, BASE - 42, 114, BASE - 20, 0.9))
    word = replace(seen("km"), right=114, letters=letters)
    assert [one.text for one in part_raised(word, SIZE)] == ["km²"]


@pytest.mark.parametrize(
    ("wide", "expected"), [pytest.param(6, ["1", "Ban"], id="narrow"), pytest.param(14, ["'", "Ban"], id="any figure")]
)
def test_a_faint_mark_before_a_note_is_1_where_it_is_as_narrow(wide: int, expected: list[str]) -> None:
    sign, word = seen("'"), seen("Ban", left=100)
    letter = Letter("'", 40, BASE - 42, 40 + wide, BASE - 20, 0.9)
    sign = replace(sign, right=letter.right, top=letter.top, bottom=letter.bottom, letters=(letter,))
    ink = drawn(word, (40, BASE - 42, 40 + wide, BASE - 20))
    found = with_raised([sign, word], {1: SIZE}, ink, lambda boxes: [""] * len(boxes))
    assert [one.text for one in found] == expected


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
    ink = Image.new("L", PAGE, 0)
    for left, right in ((42, 81), (84, 116)):
        ImageDraw.Draw(ink).rectangle((left, BASE - 38, right - 1, BASE - 1), fill=255)
    assert repaired(word, SIZE, ink)[0] == "ĐU"


def test_letters_beside_each_other_are_two() -> None:
    assert repaired(seen("1122"), SIZE, Image.new("L", PAGE, 0))[0] == "1122"


@pytest.mark.parametrize(
    ("letters", "stem", "expected"),
    [
        pytest.param([("T", 40, 73), ("T", 41, 112), ("Q", 114, 153)], (40, 112), "TTQ", id="capitals"),
        pytest.param([("4", 40, 98), ("4", 72, 100), ("1", 103, 120)], (40, 99), "441", id="figures"),
        pytest.param([("C", 40, 75), ("C", 58, 76), ("Q", 80, 118)], (40, 76), "CQ", id="one capital"),
    ],
)
def test_letters_that_touch_are_two_where_one_is_not_so_wide(
    letters: list[tuple[str, int, int]], stem: tuple[int, int], expected: str
) -> None:
    assert of_stems(letters, [stem, letters[-1][1:]]) == expected


def of_stems(letters: Sequence[tuple[str, int, int]], stems: Sequence[tuple[int, int]]) -> str:
    """What is said of letters with those boxes, where the ink stands between those columns."""
    boxes = tuple(Letter(text, left, BASE - 38, right, BASE, 0.9) for text, left, right in letters)
    word = SeenWord(boxes[0].left, BASE - 38, boxes[-1].right, BASE, float(BASE), SIZE, 1, 0.9, boxes)
    ink = Image.new("L", PAGE, 0)
    for left, right in stems:
        ImageDraw.Draw(ink).rectangle((left, BASE - 38, right - 1, BASE - 1), fill=255)
    return repaired(word, SIZE, ink)[0]


@pytest.mark.parametrize(
    ("letters", "stems", "expected"),
    [
        pytest.param([("H", 40, 75)], [(40, 55), (60, 75)], "II", id="paper between the stems of H"),
        pytest.param([("H", 40, 79)], [(40, 79)], "H", id="a true H"),
        pytest.param(
            [("/", 40, 56), ("T", 50, 78), ("U", 92, 133)], [(40, 87), (92, 133)], "/TU", id="a stroke over a T"
        ),
        pytest.param([("T", 40, 55), ("V", 58, 99)], [(40, 55), (58, 99)], "IV", id="a T as narrow as I"),
        pytest.param([("T", 40, 55), ("W", 75, 130)], [(40, 130)], "TW", id="letters that touch"),
        pytest.param([("T", 40, 55), ("V", 75, 110)], [(40, 73), (75, 110)], "TV", id="a T with a narrow box"),
        pytest.param([("H", 40, 59), ("I", 63, 104)], [(40, 59), (63, 80), (84, 104)], "III", id="three stems in bold"),
        pytest.param(
            [("P", 40, 68), ("C", 73, 106), ("T", 93, 110), ("I", 112, 127)],
            [(40, 68), (73, 106), (112, 127)],
            "PCI",
            id="a letter without ink of its own",
        ),
        pytest.param(
            [("N", 40, 79), ("N", 66, 98), (",", 82, 130)], [(40, 79), (83, 122)], "NN,", id="two letters, two stems"
        ),
        pytest.param([("4", 40, 67), ("6", 59, 76), ("G", 70, 95)], [(40, 67), (70, 95)], "46", id="a figure twice"),
        pytest.param([("Y", 40, 80), ("T", 79, 88), ("T", 86, 120)], [(40, 80), (84, 120)], "YT", id="a sliver of a T"),
        pytest.param([("l", 40, 50), ("ư", 52, 80), ("u", 68, 100)], [(40, 50), (52, 100)], "lưu", id="ư is no u"),
    ],
)
def test_capitals_and_figures_are_what_their_ink_can_be(
    letters: list[tuple[str, int, int]], stems: list[tuple[int, int]], expected: str
) -> None:
    assert of_stems(letters, stems) == expected


@pytest.mark.parametrize(
    ("letters", "stems", "expected"),
    [
        pytest.param([("I", 40, 59), (".", 63, 73)], [(40, 59)], "I.", id="a stop"),
        pytest.param([("I", 40, 59), (".", 63, 95)], [(40, 59), (63, 81)], "II.", id="a stem in the box of the stop"),
        pytest.param(
            [("V", 40, 80), ("I", 83, 102), (".", 106, 139)], [(40, 80), (83, 102), (106, 124)], "VII.", id="a third"
        ),
        pytest.param([("A", 40, 80), (".", 83, 116)], [(40, 80), (83, 101)], "A.", id="no Roman number"),
        pytest.param([("I", 40, 59), (".", 63, 120)], [(40, 59), (63, 110)], "I.", id="wider than a stem"),
    ],
)
def test_a_stop_does_not_rise(letters: list[tuple[str, int, int]], stems: list[tuple[int, int]], expected: str) -> None:
    boxes = tuple(Letter(text, left, BASE - 38, right, BASE, 0.9) for text, left, right in letters)
    word = SeenWord(boxes[0].left, BASE - 38, boxes[-1].right, BASE, float(BASE), SIZE, 1, 0.9, boxes)
    ink = Image.new("L", PAGE, 0)
    for left, right in stems:
        ImageDraw.Draw(ink).rectangle((left, BASE - 38, right - 1, BASE - 1), fill=255)
    stop = boxes[-1].right - 10
    ImageDraw.Draw(ink).rectangle((stop, BASE - 9, stop + 9, BASE - 1), fill=255)
    assert repaired(word, SIZE, ink)[0] == expected


@pytest.mark.parametrize(("seen_as", "printed"), [("2_", "2"), ("12ˆ", "12"), ("a_", "a_"), ("2%", "2%")])
def test_a_number_ends_without_lines_of_its_table(seen_as: str, printed: str) -> None:
    assert repaired(seen(seen_as), SIZE, Image.new("L", PAGE, 0))[0] == printed


@pytest.mark.parametrize("printed", ["12/CĐ-T'Tg", "7/QĐ-S”YT"])
def test_no_symbol_has_quotation_marks(printed: str) -> None:
    letters = printed.replace("'", "").replace("”", "")
    assert repaired(seen(printed, height=38), SIZE, Image.new("L", PAGE, 0))[0] == letters


@pytest.mark.parametrize(
    ("first", "last", "blank", "expected"),
    [
        pytest.param("61-CV/BDV", "TW", 3, ["61-CV/BDVTW"], id="letters of one word"),
        pytest.param("BAN", "TỔ", 18, ["BAN", "TỔ"], id="a blank"),
        pytest.param("số", "TW", 3, ["số", "TW"], id="a small letter before"),
        pytest.param("61", "TW", 3, ["61", "TW"], id="a figure before"),
        pytest.param("CỨ", "VÀ", 3, ["CỨ", "VÀ"], id="two syllables whose letters lean over the blank"),
        pytest.param("NGH", "ỊCH", 3, ["NGHỊCH"], id="one syllable"),
    ],
)
def test_words_are_one_where_the_ink_has_no_blank(first: str, last: str, blank: int, expected: list[str]) -> None:
    one = seen(first, height=38)
    other = seen(last, left=one.right + blank, height=38)
    ink = drawn(one)
    ink.paste(255, (0, 0), drawn(other))
    assert [word.text for word in without_false_blanks([one, other], {1: SIZE}, ink)] == expected


@pytest.mark.parametrize(
    ("text", "at", "blank", "expected"),
    [
        pytest.param("CỨVÀ", 2, 12, ["CỨ", "VÀ"], id="two syllables"),
        pytest.param("CỨVÀ", 2, 2, ["CỨVÀ"], id="no paper between"),
        pytest.param("UBND", 2, 12, ["UBND"], id="an abbreviation"),
        pytest.param("NGHỊCH", 3, 12, ["NGHỊCH"], id="one syllable"),
        pytest.param("V.ƯU", 2, 12, ["V.", "ƯU"], id="a heading's number"),
        pytest.param("V.ƯU", 2, 4, ["V.ƯU"], id="a number without a blank"),
        pytest.param("TP.HCM", 3, 12, ["TP.HCM"], id="no number"),
        pytest.param("cứvà", 2, 12, ["cứvà"], id="small letters are left alone"),
    ],
)
def test_words_that_grew_together_are_two(text: str, at: int, blank: int, expected: list[str]) -> None:
    narrow = [replace(one, right=one.left + 28) for one in seen(text, height=38).letters]
    letters = [
        replace(one, left=one.left + (index >= at) * (blank - 2), right=one.right + (index >= at) * (blank - 2))
        for index, one in enumerate(narrow)
    ]
    word = replace(seen(text, height=38), right=letters[-1].right, letters=tuple(letters))
    ink = Image.new("L", PAGE, 0)
    for one in letters:
        ImageDraw.Draw(ink).rectangle((one.left, one.top, one.right - 1, one.bottom - 1), fill=255)
    assert [piece.text for piece in with_true_blanks([word], {1: SIZE}, ink)] == expected


def test_the_mark_of_a_note_is_found_though_taken_for_a_sign() -> None:
    mark, word = seen("'"), seen("Chi", left=70)
    box = (44, BASE - 42, 52, BASE - 18)
    ink = drawn(word, box)
    told = with_raised([mark, word], {1: SIZE}, ink, lambda boxes: ["1" for _ in boxes])
    assert [(one.text, one.is_mark) for one in told] == [("1", True), ("Chi", False)]
    assert told[1].left - told[0].right < 0.3 * SIZE
    quoted = drawn(word, (44, BASE - 42, 52, BASE - 28))  # lower than a figure
    assert [one.text for one in with_raised([mark, word], {1: SIZE}, quoted, lambda boxes: ["1"])] == ["'", "Chi"]


@pytest.mark.parametrize("seen_as", ["92/Tr-UBND", "92/T'Tr-UBND"])
def test_a_proposal_has_its_abbreviation(seen_as: str) -> None:
    assert repaired(seen(seen_as, height=38), SIZE, Image.new("L", PAGE, 0))[0] == "92/TTr-UBND"


def test_a_word_of_the_next_pair_is_left_to_it() -> None:
    assert in_context([("cần", 0.5), ("bổ", 0.5), ("sung", 0.9)]) == ["cần", "bổ", "sung"]
    assert in_context([("giải", 0.9), ("ngần", 0.93)]) == ["giải", "ngân"]


@pytest.mark.parametrize(
    ("said", "sure", "is_dirt"),
    [
        pytest.param("Mẫu", 0.4, False, id="a word"),
        pytest.param("-", 0.3, False, id="the mark of a list"),
        pytest.param("12", 0.2, False, id="a figure"),
        pytest.param("ˆ", 0.9, True, id="a mark without a letter under it"),
        pytest.param("'", 0.3, True, id="a sign of which recognition is not sure"),
    ],
)
def test_signs_of_dirt_are_no_words(said: str, sure: float, *, is_dirt: bool) -> None:
    assert is_noise(said, sure) == is_dirt
