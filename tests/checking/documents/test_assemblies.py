"""The term of the National Assembly that stands in the symbol of a law."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("law", "slips"),
    [
        pytest.param("Luật số 17/2008/QH12", False, id="of the term that sat then"),
        pytest.param("Luật số 17/2008/QH11", True, id="of the term before"),
        pytest.param("Luật số 71/2020/QH15", True, id="of the term after"),
        pytest.param("Nghị quyết số 845/2015/UBTVQH12", True, id="of its standing committee"),
        pytest.param("Luật số 09/2011/QH12", False, id="in a year of two terms: the one"),
        pytest.param("Luật số 09/2011/QH13", False, id="in a year of two terms: the other"),
        pytest.param("Luật số 09/2011/QH13 ngày 29/3/2011", True, id="on a day before the new term"),
        pytest.param("Luật số 09/2011/QH12 ngày 11/11/2011", True, id="on a day of the new term"),
        pytest.param("Nghị quyết số 24/1993/QH9", False, id="of long ago"),
    ],
)
def test_the_term_is_that_of_the_year(law: str, slips: bool, findings_of: FindingsOf) -> None:
    found = [case for case, _ in findings_of(f"Xã đã phổ biến {law} tới các thôn.", "citation-conflict")]
    assert found == ["assembly"] * slips
