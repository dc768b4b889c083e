"""The work of checking grows with the length of a text, whatever it repeats."""

from __future__ import annotations

import time

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from counted_work import calls_of
from tongket.checking.check import check_report

TITLED = "Kế hoạch số {n}/KH-UBND ngày {day}/02/2023 của UBND huyện Sông Gia về triển khai công tác dân vận năm {n}. "


@pytest.mark.parametrize(
    "repeated",
    [
        pytest.param("Quyết định số {n}/QĐ-UBND ngày 01/02/2023 của UBND huyện Sông Gia; ", id="documents of one day"),
        pytest.param("Quyết định số {n}/QĐ-UBND ngày {day}/02/2023 của UBND huyện Sông Gia; ", id="of many days"),
        pytest.param(TITLED, id="documents of one title"),
        pytest.param(
            "Kế hoạch số 12/KH-UBND của UBND xã Lũng {n}. Kế hoạch số 21/KH-UBND của UBND xã Pa {n}. ",
            id="two numbers again and again",
        ),
        pytest.param("Tổng số {n} hộ, trong đó {n} hộ nghèo, gồm {n} hộ dân tộc, ", id="wholes in one sentence"),
    ],
)
def test_work_grows_with_the_text(repeated: str) -> None:
    few, many = (_work(repeated, times) for times in (150, 600))
    assert many < 5 * few


def _work(repeated: str, times: int) -> int:
    body = "".join(repeated.replace("{n}", str(n)).replace("{day}", str(n % 28 + 1)) for n in range(100, 100 + times))
    report = read_text(HEAD + TITLE + body + TAIL)
    return calls_of(lambda: check_report(report))


@pytest.mark.parametrize("repeated", [pytest.param(" ", id="blanks"), pytest.param("…", id="dots")])
def test_a_long_run_of_one_mark_is_passed_over(repeated: str) -> None:
    report = read_text(HEAD + TITLE + "Tổng số hộ" + 200_000 * repeated + "ok" + TAIL)
    before = time.process_time()
    check_report(report)
    assert time.process_time() - before < _SECONDS


_SECONDS = 20  # it takes a fraction of one; minutes where each mark looks at all that follow it
