"""Areas and harvests of the crops of a year against those of all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

TWO = (
    "Tổng diện tích gieo trồng lúa 9 tháng là {} ha, vụ Đông Xuân 985 ha, năng suất 62,4 tạ/ha, vụ Hè Thu 861 ha, năng "
    "suất 56,8 tạ/ha."
)
THREE = (
    "Diện tích lúa cả năm đạt {} ha; trong đó vụ Đông Xuân 1.150 ha, năng suất 66,2 tạ/ha; vụ Hè Thu 1.148 ha, năng "
    "suất 58,7 tạ/ha; vụ Thu Đông 1.024 ha, năng suất 55,1 tạ/ha."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(TWO.format("1.846"), id="two"),
        pytest.param(THREE.format("3.322"), id="three"),
        pytest.param(
            "Diện tích lúa cả năm 1.300 ha, vụ Xuân 610 ha, năng suất 61,5 tạ/ha, vụ Mùa đang gieo cấy.", id="not all"
        ),
        pytest.param(
            "Tổng diện tích gieo trồng cây hằng năm là 3.846 ha, lúa vụ Đông Xuân 985 ha, năng suất 62,4 tạ/ha, vụ Hè "
            "Thu 861 ha, năng suất 56,8 tạ/ha; ngô 2.000 ha.",
            id="of several plants",
        ),
        pytest.param(
            "Diện tích lúa cả năm 2.500 ha, vụ Xuân 985 ha, năng suất 62,4 tạ/ha, vụ Mùa 861 ha, năng suất 56,8 tạ/ha.",
            id="a third may be left out",
        ),
    ],
)
def test_crops_that_make_all_or_not_all(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(TWO.format("1.946"), "1.946 ha", id="a slip"),
        pytest.param(THREE.format("3.412"), "3.412 ha", id="three"),
        pytest.param(
            "Diện tích ngô cả năm 420 ha, trong đó vụ Xuân gieo trồng 265 ha, năng suất 45 tạ/ha, vụ Mùa gieo trồng "
            "185 ha, năng suất 41 tạ/ha.",
            "420 ha",
            id="more than all",
        ),
        pytest.param(
            "Sản lượng lúa cả năm là 11.307 tấn, vụ Đông Xuân 6.146,4 tấn (985 ha, 62,4 tạ/ha), vụ Hè Thu 4.890,5 "
            "tấn (861 ha, 56,8 tạ/ha).",
            "11.307 tấn",
            id="harvests",
        ),
    ],
)
def test_crops_that_do_not_make_all(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
