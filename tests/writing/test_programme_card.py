"""A programme in words, for people who read no formulas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tongket.messages import use_language
from tongket.model.programmes import Target
from tongket.programmes.load import load_programme
from tongket.writing.programme_card import formula_words, target_words


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    use_language("vi")


def test_a_formula_is_said_in_words() -> None:
    programme = load_programme("ct-06-tu")
    said = formula_words(programme, "if({KT-03} > 0 and not {KT-04} = 0, sum({KT-03}, {KT-04}), 0)")
    asked, mended = (programme.indicator(code).name for code in ("KT-03", "KT-04"))  # type: ignore[union-attr]
    assert said == f"nếu («{asked}» > 0 và không phải «{mended}» = 0, tổng («{asked}», «{mended}»), 0)"


@pytest.mark.parametrize(
    ("unit", "says"), [("%", "từ 95% trở lên"), ("xã", "từ 95 xã trở lên")], ids=["per cent stands close", "a count"]
)
def test_a_target_is_said_with_its_unit(unit: str, says: str) -> None:
    indicator = replace(load_programme("ct-06-tu").indicators[0], unit_word=unit)
    assert says in target_words(indicator, Target(amount=95, direction="up"))
