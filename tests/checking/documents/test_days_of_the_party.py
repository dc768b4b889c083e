"""One number of a Party office with two days: of one document within a year, unless a congress began a new count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("other", "cases"),
    [
        pytest.param("ngày 10/5/2019 của Ban Bí thư", [], id="the same day"),
        pytest.param("ngày 15/10/2024 của Ban Bí thư", [], id="another term"),
        pytest.param("ngày 15/10/2019 của Ban Bí thư", ["date"], id="another day of the year"),
    ],
)
def test_two_days_of_one_number(other: str, cases: list[str], findings_of: FindingsOf) -> None:
    body = f"Thực hiện Kết luận số 490-KL/TW ngày 10/5/2019 của Ban Bí thư. Quán triệt Kết luận số 490-KL/TW {other}."
    assert [case for case, _ in findings_of(body, "citation-conflict")] == cases


def test_a_congress_begins_a_new_count(findings_of: FindingsOf) -> None:
    body = (
        "Thực hiện Kết luận số 490-KL/TW ngày 10/01/2016 của Ban Bí thư. Quán triệt Kết luận số 490-KL/TW ngày "
        "15/10/2016 của Ban Bí thư."
    )
    assert findings_of(body, "citation-conflict") == []
