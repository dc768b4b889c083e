"""Areas, yields and harvests: one of the three does not follow from the others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Diện tích lúa 486,2 ha; năng suất bình quân 52,5 tạ/ha; sản lượng 2.552,6 tấn.", id="right"),
        pytest.param("Diện tích lúa 486,2 ha; năng suất 52,5 tạ/ha; sản lượng 2.420 tấn.", id="a part was harvested"),
        pytest.param(
            "Diện tích lúa 486,2 ha, ngô 120 ha; năng suất ngô 45 tạ/ha; sản lượng 540 tấn.", id="the second area"
        ),
        pytest.param(
            "Diện tích lúa 486,2 ha. Kế hoạch năm sau: năng suất 62,5 tạ/ha, sản lượng 4.038,8 tấn.", id="an aim"
        ),
        pytest.param("Năng suất lúa 52,5 tạ/ha; sản lượng 2.552,6 tấn.", id="no area"),
        pytest.param("Diện tích lúa 240 ha, năng suất trên 55 tạ/ha, sản lượng 1.339 tấn.", id="more than so much"),
        pytest.param(
            "Diện tích lúa đạt 315 ha tăng 13,6% so với cùng kỳ, đạt 136% KH năm: lúa chiêm xuân trồng đạt 135 ha, năng"
            " suất đạt 53 tạ/ha, sản lượng đạt 715,5 tấn.",
            id="right, behind a percentage of the plan",
        ),
    ],
)
def test_harvests_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Năng suất 55,2 tạ/ha trên diện tích 486,2 ha, sản lượng 2.552,6 tấn.", "55,2 tạ/ha", id="area behind"
        ),
        pytest.param(
            "Diện tích lúa 486,2 ha (đạt 98,4% so kế hoạch), năng suất 55,2 tạ/ha; sản lượng 2.552,6 tấn.",
            "55,2 tạ/ha",
            id="the yield",
        ),
        pytest.param(
            "Cây lạc: diện tích 33/31,5 ha, năng suất 30 tạ/ha, sản lượng đạt 129 tấn.", "30 tạ/ha", id="with its plan"
        ),
        pytest.param(
            "Diện tích lúa 846,2 ha; năng suất 52,5 tạ/ha; sản lượng đạt hơn 2.552 tấn.", "52,5 tạ/ha", id="the area"
        ),
        pytest.param(
            "Diện tích thu hoạch 48,5 nghìn ha; sản lượng 523,6 nghìn tấn; năng suất đạt 52,5 tạ/ha.",
            "52,5 tạ/ha",
            id="the harvest",
        ),
        pytest.param(
            "Diện tích lúa 240 ha, năng suất trên 55 tạ/ha, sản lượng 1.125 tấn.", "trên 55 tạ/ha", id="less than told"
        ),
    ],
)
def test_a_harvest_is_its_area_times_its_yield(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == [found]


def test_two_seasons_each_of_its_own(findings_of: FindingsOf) -> None:
    body = (
        "Vụ xuân: diện tích 173 ha, năng suất 44,1 tạ/ha, sản lượng đạt 762,9 tấn. Vụ mùa: diện tích {} ha, năng suất"
        " 64,9 tạ/ha, sản lượng đạt 1.418,7 tấn."
    )
    assert findings_of(body.format("218,6"), "ratio-mismatch") == []
    assert [words for _, words in findings_of(body.format("281,6"), "ratio-mismatch")] == ["64,9 tạ/ha"]
