"""Plans that give tasks and set no term for any."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
TASK = "- Phòng Kinh tế chủ trì, phối hợp với các bản vận động người dân vệ sinh chuồng trại, thu gom rác thải.\n\n"


def _told(body: str, found_in: FoundIn, kind: str = "Kế hoạch", times: int = 30) -> list[str]:
    head = HEAD.replace("BC-UBND", "KH-UBND") + f"{kind.upper()}\nVệ sinh môi trường năm 2026\n\n"
    text = f"{head}I. MỤC TIÊU\n\nGiữ môi trường sạch.\n\nII. TỔ CHỨC THỰC HIỆN\n\n{TASK * times}{body}"
    return [passage for case, passage in found_in(text + TAIL, "incomplete") if case == "no-term"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- Hoàn thành trước ngày 30/6/2026.", id="a day"),
        pytest.param("- Xong trong tháng 6.", id="a month"),
        pytest.param("- Định kỳ hằng quý báo cáo UBND xã.", id="an interval"),
        pytest.param("- Thời gian thực hiện: cả mùa khô.", id="a heading of time"),
        pytest.param("- Tổ chức sơ kết, tổng kết.", id="a review"),
    ],
)
def test_plan_with_a_term(body: str, found_in: FoundIn) -> None:
    assert _told(body, found_in) == []


def test_short_plans_and_reports_need_none(found_in: FoundIn) -> None:
    assert _told("- Thực hiện tốt.", found_in, times=3) == []
    assert _told("- Thực hiện tốt.", found_in, "Báo cáo") == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- Thực hiện tốt.", id="nothing of time"),
        pytest.param("- Theo Công văn số 12/UBND ngày 05/02/2026 của UBND tỉnh.", id="the day of a letter"),
    ],
)
def test_plan_without_any_term(body: str, found_in: FoundIn) -> None:
    assert [one.startswith("II. TỔ CHỨC THỰC HIỆN") for one in _told(body, found_in)] == [True]
