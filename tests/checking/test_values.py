"""Numbers with their precision and qualifiers, levels, and ranges that are asked often."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.checking.evidence.levels import level_of_label
from tongket.checking.evidence.numbers import fits, half_last_digit, shown, single
from tongket.checking.evidence.spans import Spans
from tongket.model.figures import Figure
from tongket.model.places import Span
from tongket.model.quantities import Pair, Quantity, Range, Share


@pytest.mark.parametrize(
    ("value", "qualifier", "true", "right"),
    [
        pytest.param("80", None, "79.6", True, id="within half of the last digit"),
        pytest.param("80", None, "79.4", False, id="beyond it"),
        pytest.param("80", "trên", "95", True, id="'trên' leaves room above"),
        pytest.param("80", "trên", "79", False, id="and none below"),
        pytest.param("80", "dưới", "60", True, id="'dưới' leaves room below"),
        pytest.param("80", "khoảng", "85", True, id="'khoảng' leaves a tenth"),
        pytest.param("80", "khoảng", "95", False, id="and no more"),
    ],
)
def test_what_a_printed_number_can_stand_for(value: str, qualifier: str | None, true: str, right: bool) -> None:
    printed = Figure(0, 2, value, Decimal(value), "%", Decimal(value), qualifier=qualifier)
    assert fits(printed, Decimal(true), half_last_digit(0)) is right


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(Decimal("1234.5"), "1.234,5", id="Vietnamese marks"),
        pytest.param(Decimal("1E+3"), "1.000", id="no exponent"),
        pytest.param(Share(Decimal(1), Decimal(2)), "1/2", id="share"),
        pytest.param(Pair(Decimal(3), Decimal(4)), "3/4", id="pair"),
        pytest.param(Range(Decimal(5), Decimal(6)), "5-6", id="range"),
    ],
)
def test_numbers_are_shown_as_readers_write_them(value: Quantity, text: str) -> None:
    assert shown(value) == text
    assert (single(value) is None) == (not isinstance(value, Decimal))


@pytest.mark.parametrize(
    ("label", "level"),
    [
        pytest.param("Số cuộc giám sát", None, id="no level"),
        pytest.param("Cấp huyện, cấp xã", None, id="two levels"),
        pytest.param("- Cấp xã và tương đương", "commune", id="commune"),
        pytest.param("CẤP TỈNH", "province", id="capitals"),
    ],
)
def test_levels_of_labels(label: str, level: str | None) -> None:
    assert level_of_label(label) == level


spans = st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=8), spans.filter(len))
def test_sorted_ranges_answer_as_each_of_them_would(many: list[Span], place: Span) -> None:
    assert Spans(many).touch(place) == any(len(one) > 0 and place.touches(one) for one in many)
