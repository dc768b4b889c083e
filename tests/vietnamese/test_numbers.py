"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese.numbers import (
    VIETNAMESE,
    NumberStyle,
    counted,
    format_number,
    parse_number,
    parse_words,
    printed_decimals,
    style_of,
)

FOREIGN = NumberStyle(dot_is_decimal=True, comma_groups=True)


@pytest.mark.parametrize(
    "text", ["", "a", "1.2.3", "12,34,5", "1.234.56", "1,2.3", "-", "1..2", "12.", "IV", "1.23.456"]
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        pytest.param("05", VIETNAMESE, "5", id="zero-padded"),
        pytest.param("1.234.567", VIETNAMESE, "1234567", id="dots part thousands"),
        pytest.param("12,5", VIETNAMESE, "12.5", id="a comma begins the decimals"),
        pytest.param("149.364,5", VIETNAMESE, "149364.5", id="both"),
        pytest.param("1 234 567", VIETNAMESE, "1234567", id="spaces part thousands"),
        pytest.param("1\u00a0234,5", VIETNAMESE, "1234.5", id="hard space"),
        pytest.param("1,234,567.8", VIETNAMESE, "1234567.8", id="foreign, beyond doubt"),
        pytest.param("12.5", VIETNAMESE, "12.5", id="a dot before other than three digits is decimal"),
        pytest.param("1.234", VIETNAMESE, "1234", id="in doubt: thousands by dot"),
        pytest.param("1.234", FOREIGN, "1.234", id="in a document with decimal dots"),
        pytest.param("1,234", VIETNAMESE, "1.234", id="in doubt: decimal comma"),
        pytest.param("1,234", FOREIGN, "1234", id="in a document that groups by commas"),
        pytest.param("0.125", VIETNAMESE, "0.125", id="no thousands begin with zero"),
        pytest.param("0,125", FOREIGN, "0.125", id="likewise"),
        pytest.param("-5,2", VIETNAMESE, "-5.2", id="negative"),
        pytest.param("44,962.000", VIETNAMESE, "44962000", id="groups by both marks: a slip"),
        pytest.param("44,962.000", FOREIGN, "44962.000", id="foreign decimals"),
        pytest.param("69,90", VIETNAMESE, "69.90", id="trailing zero kept"),
    ],
)
def test_digits(text: str, style: NumberStyle, expected: str) -> None:
    value = parse_number(text, style)
    assert value == Decimal(expected)
    assert str(value) == expected


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        pytest.param("999.999.999.999.999.999", True, id="eighteen digits"),
        pytest.param("1.000.000.000.000.000.000", False, id="nineteen"),
        pytest.param("1234567890123456789", False, id="nineteen without marks"),
        pytest.param("0,33333333333333333333", True, id="a fraction that a spreadsheet computed"),
        pytest.param("0," + "3" * 60, False, id="a fraction of any length"),
    ],
)
def test_a_number_has_no_more_digits_than_what_a_nation_counts(text: str, is_one: bool) -> None:
    assert (parse_number(text) is not None) == is_one


def test_what_has_no_fractions_takes_three_digits_for_thousands() -> None:
    assert parse_number("1,234", whole=True) == 1234


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        pytest.param("Xã có 1.234 hộ, 51,59% hộ nghèo, 215.910.000 đồng.", False, id="Vietnamese"),
        pytest.param("Tổng 1,234,567.50 đồng, tăng 12.5%", True, id="foreign"),
        pytest.param("Mục 1.1, ngày 05.01.2020, có 1.234 hộ", False, id="sections and dates prove nothing"),
        pytest.param("Đạt 51,59% và 12,5% hộ, bảng ghi 1,234,567", False, id="one spreadsheet number does not turn it"),
    ],
)
def test_the_document_shows_its_style(text: str, foreign: bool) -> None:
    assert style_of(text) == (FOREIGN if foreign else VIETNAMESE)


@pytest.mark.parametrize(
    "text", ["", "hàng trăm", "vài chục", "mấy nghìn", "năm mươi không", "trăm", "một một", "mười năm", "xã"]
)
def test_words_that_spell_no_number(text: str) -> None:
    assert parse_words(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ba", 3),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("bốn mươi tư", 44),
        ("năm mươi lăm", 55),
        ("ba chục", 30),
        ("một trăm linh năm", 105),
        ("hai trăm lẻ bảy", 207),
        ("chín trăm chín mươi chín", 999),
        ("một nghìn không trăm linh một", 1001),
        ("Hai mươi nghìn", 20_000),
        ("ba triệu hai trăm ngàn", 3_200_000),
        ("hai triệu rưỡi", 2_500_000),
        ("một trăm rưỡi triệu", 150_000_000),
        ("một tỷ ba trăm triệu", 1_300_000_000),
    ],
)
def test_words(text: str, expected: int) -> None:
    assert parse_words(text) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", None),
        ("vài", None),
        ("LX", 60),
        ("07", 7),
        ("IV", 4),
        ("XIV", 14),
        ("Sáu", 6),
        ("nhất", 1),
        ("tư", 4),
        ("mười tư", 14),
        ("hai mươi tư", 24),
    ],
)
def test_counts_and_turns(said: str, expected: int | None) -> None:
    assert counted(said) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1234567, None, "1.234.567"),
        (Decimal("1234.50"), None, "1.234,5"),
        (Decimal("86.3250"), 2, "86,33"),
        (Decimal("-0.004"), 2, "0,00"),
        (Decimal("-1234.5"), 1, "-1.234,5"),
        (0, None, "0"),
    ],
)
def test_format(value: Decimal | int, decimals: int | None, expected: str) -> None:
    assert format_number(value, decimals) == expected


def test_printed_decimals() -> None:
    assert printed_decimals("69,90", Decimal("69.90")) == 2
    assert printed_decimals("1.234", Decimal(1234)) == 0


@given(st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, places=None).map(lambda d: round(d, 6)))
def test_what_is_written_reads_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value


@given(st.integers(-(10**18), 10**18), st.integers(0, 4))
def test_fixed_decimals_read_back(value: int, decimals: int) -> None:
    exact = Decimal(value).scaleb(-decimals)
    text = format_number(exact, decimals)
    assert parse_number(text) == exact
    assert printed_decimals(text, exact) == decimals


DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def spell(value: int) -> str:
    """Spell a whole number the way schoolbooks do: what the parser is tried against."""
    for name, scale in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 1000)):
        if value >= scale:
            high, low = divmod(value, scale)
            tail = "" if not low else " " + ("không trăm " if low < 100 else "") + spell_low(low)
            return f"{spell(high)} {name}{tail}"
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return spell_tens(rest)
    return f"{DIGITS[hundreds]} trăm" + ("" if not rest else f" {spell_low(rest)}")


def spell_low(value: int) -> str:
    return f"linh {DIGITS[value]}" if value < 10 else spell(value)


def spell_tens(value: int) -> str:
    tens, unit = divmod(value, 10)
    if tens == 0:
        return DIGITS[unit]
    last = {0: "", 5: " lăm"}.get(unit, f" {DIGITS[unit]}")
    if tens == 1:
        return f"mười{last}"
    return f"{DIGITS[tens]} mươi" + (" mốt" if unit == 1 else last)


@given(st.integers(0, 10**12))
def test_what_is_spelled_reads_back(value: int) -> None:
    assert parse_words(spell(value)) == value


@given(st.text(alphabet="0123456789., -", max_size=20))
def test_any_digits_give_a_number_or_none(text: str) -> None:
    value = parse_number(text)
    assert value is None or value.is_finite()


@pytest.mark.parametrize("length", [28, 40, 6000])
@pytest.mark.parametrize("decimals", [None, 0, 2])
def test_a_number_of_any_length_is_written(length: int, decimals: int | None) -> None:
    written = format_number(Decimal("9" * length + ".5"), decimals)
    assert len(written.split(",")[0].replace(".", "")) in (length, length + 1)
