"""Automatic list numbers, as Word shows them."""

from __future__ import annotations

import pytest
from word_files import level, lines, listed, numbering, paragraph, source, styles

from tongket.files.docx.numbering import numeral_text

OUTLINE = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
DECIMAL = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "decimal", "%1.%2.%3.")


def read(body: str, *abstracts: str, overrides: str = "", more: str = "") -> list[str]:
    nums = {1: (0, ""), 2: (0, overrides)}
    nums |= {at + 2: (at, "") for at in range(1, len(abstracts))}
    parts = {"numbering": numbering(abstracts, nums)}
    if more:
        parts["styles"] = more
    return lines(source(body, parts))


def test_a_paragraph_without_a_list_has_no_number() -> None:
    assert read(paragraph("Kính gửi") + listed("Bỏ số", 0) + listed("Số lạ", 99), OUTLINE) == [
        "Kính gửi",
        "Bỏ số",
        "Số lạ",
    ]


def test_lower_levels_start_again_under_a_higher_one() -> None:
    body = "".join(listed("x", 1, at) for at in (0, 1, 1, 2, 2, 0, 1, 2))
    assert read(body, OUTLINE) == ["I. x", "1. x", "2. x", "a) x", "b) x", "II. x", "1. x", "a) x"]


def test_numbers_of_several_levels() -> None:
    body = "".join(listed("x", 1, at) for at in (0, 1, 1, 2, 1, 0, 1))
    assert read(body, DECIMAL) == ["1. x", "1.1. x", "1.2. x", "1.2.1. x", "1.3. x", "2. x", "2.1. x"]


def test_a_skipped_level_counts_as_used_once() -> None:
    assert read("".join(listed("x", 1, at) for at in (1, 1, 0)), DECIMAL) == ["1.1. x", "1.2. x", "2. x"]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert read(listed("x", 1) + listed("x", 2), DECIMAL) == ["1. x", "2. x"]
    body = listed("x", 1) + listed("x", 2) + listed("x", 2) + listed("x", 1)
    assert read(body, DECIMAL, overrides=override) == ["1. x", "1. x", "2. x", "3. x"]


def test_an_override_may_bring_its_own_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)", start=3)}</w:lvlOverride>'
    assert read(listed("x", 2), DECIMAL, overrides=own) == ["c) x"]


def test_restart_may_be_forbidden_or_tied_to_one_level() -> None:
    never = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    assert read("".join(listed("x", 1, at) for at in (0, 1, 0, 1)), never) == ["I. x", "1. x", "II. x", "2. x"]
    after_first = OUTLINE.replace('<w:lvlText w:val="%3)"/>', '<w:lvlRestart w:val="1"/><w:lvlText w:val="%3)"/>')
    body = "".join(listed("x", 1, at) for at in (0, 1, 2, 1, 2, 0, 2))
    assert read(body, after_first) == ["I. x", "1. x", "a) x", "2. x", "b) x", "II. x", "a) x"]


def test_legal_numbers_are_digits_throughout() -> None:
    legal = level(0, "upperRoman", "Chương %1") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    assert read(listed("x", 1) + listed("x", 1, 1), legal) == ["Chương I x", "1.1. x"]


def test_an_empty_paragraph_of_a_list_has_its_number() -> None:
    assert read(listed("", 1) + listed("x", 1), DECIMAL) == ["1.", "2. x"]


@pytest.mark.parametrize(
    ("text", "font", "printed"),
    [
        pytest.param("-", "Times New Roman", "- x", id="dash"),
        pytest.param("+", "", "+ x", id="plus"),
        pytest.param("•", "", "• x", id="dot"),
        pytest.param("\uf0b7", "Symbol", "- x", id="a sign of a symbol font"),
        pytest.param("\uf02b", "Symbol", "+ x", id="a plus of a symbol font"),
        pytest.param("§", "Wingdings", "- x", id="a letter that a symbol font shows as a sign"),
        pytest.param("o", "Courier New", "- x", id="Word's ring"),
        pytest.param("", "", "- x", id="a picture"),
    ],
)
def test_bullets(text: str, font: str, printed: str) -> None:
    bullet = level(0, "bullet", text).replace(
        "</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    )
    assert read(listed("x", 1), bullet) == [printed]


@pytest.mark.parametrize(
    ("count", "numeral", "printed"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (3, "ordinal", "3rd"),
        (5, "none", ""),
        (4, "ordinalText", "tư"),
        (21, "vietnameseCounting", "hai mươi mốt"),
        (15, "cardinalText", "mười lăm"),
        (3, "japaneseCounting", "3"),
        (0, "upperRoman", "0"),
    ],
)
def test_number_formats(count: int, numeral: str, printed: str) -> None:
    assert numeral_text(count, numeral) == printed


def test_a_custom_format_pads_with_zeros() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
        ' w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert read(listed("x", 1), custom) == ["007 x"]


IN_LIST = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
HEADINGS = styles(
    f'<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>{IN_LIST.format(1)}</w:style>',
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>',
    f'<w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="H1"/>{IN_LIST.format(0)}</w:style>',
    f'<w:style w:type="numbering" w:styleId="Dieu">{IN_LIST.format(1)}</w:style>',
)


def test_numbers_come_through_styles_and_their_ancestors() -> None:
    tied = level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>') + level(
        1, "decimal", "%1.%2.", '<w:pStyle w:val="H2"/>'
    )
    body = "".join(paragraph("x", f'<w:pStyle w:val="{style}"/>') for style in ("H1", "H2", "Plain", "H2", "H1"))
    body += paragraph("x", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert read(body, tied, more=HEADINGS) == ["I. x", "I.1. x", "x", "I.2. x", "II. x", "x"]


def test_a_list_may_link_to_a_numbering_style() -> None:
    assert read(listed("x", 3) + listed("x", 3), DECIMAL, '<w:numStyleLink w:val="Dieu"/>', more=HEADINGS) == [
        "1. x",
        "2. x",
    ]


def test_the_block_keeps_number_and_level() -> None:
    found = source(listed("x", 1, 1), {"numbering": numbering([OUTLINE], {1: (0, "")})})
    assert [(block.number, block.level) for block in found.blocks] == [("1.", 1)]
