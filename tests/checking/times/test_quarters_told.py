"""A quarter in the title above half a year in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
_HALF = "Trong 6 tháng đầu năm, xã thu 2 tỷ đồng. Sáu tháng đầu năm, xã gieo 40 ha. 6 tháng, xã họp 3 kỳ."


def _quarters(found_in: FoundIn, title: str, body: str) -> list[str]:
    found = found_in(f"{HEAD}BÁO CÁO\n{title}\n\n{body}{TAIL}", "period-mismatch")
    return [said for case, said in found if case == "quarter"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        pytest.param(
            "Tình hình kinh tế - xã hội quý II năm 2026", f"{_HALF} Quý II thu 1 tỷ đồng.", id="the text, too"
        ),
        pytest.param("Kết quả quý II và 6 tháng đầu năm 2026", _HALF, id="both in the title"),
        pytest.param("Kết quả quý II năm 2026", "Lũy kế 6 tháng đầu năm, xã thu 2 tỷ đồng.", id="once only"),
        pytest.param("Kết quả quý I, nhiệm vụ quý II năm 2026", _HALF, id="a quarter of the tasks"),
        pytest.param("Kết quả 6 tháng đầu năm 2026", _HALF, id="half a year in both"),
    ],
)
def test_a_quarter_may_stand_beside_the_months(title: str, body: str, found_in: FoundIn) -> None:
    assert _quarters(found_in, title, body) == []


def test_a_text_on_half_a_year_below_a_title_on_a_quarter(found_in: FoundIn) -> None:
    title = "Tình hình kinh tế - xã hội quý II và nhiệm vụ trọng tâm 6 tháng cuối năm 2026"
    assert _quarters(found_in, title, _HALF) == ["quý II"]


def test_a_line_that_heads_a_passage_is_its_title(found_in: FoundIn) -> None:
    text = f"Báo cáo tình hình kinh tế - xã hội Quý II năm 2026\n\n{_HALF}"
    assert [said for case, said in found_in(text, "period-mismatch") if case == "quarter"] == ["Quý II"]
