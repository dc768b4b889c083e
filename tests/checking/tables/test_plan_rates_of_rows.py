"""How much of its plan a row of a table reached, told in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_TABLE = (
    "\n\nBiểu 1. Diện tích gieo trồng\nCây trồng\tĐơn vị tính\tKế hoạch\tThực hiện\t% kế hoạch\n"
    "Lúa mùa\tha\t240\t252\t105\nNgô lai\tha\t160\t128\t80\nLạc\tha\t50\t56\t112"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Ngô lai đạt 80% kế hoạch.", [], id="as the table has it"),
        pytest.param("Ngô lai đạt 85% kế hoạch.", [("", "85%")], id="another rate"),
        pytest.param("Diện tích ngô lai của xã chỉ đạt 85% so với kế hoạch.", [("", "85%")], id="with its measure"),
        pytest.param("Diện tích ngô lai đạt 128 ha, bằng 85% kế hoạch.", [("", "85%")], id="behind its number"),
        pytest.param("Sản lượng ngô lai đạt 85% kế hoạch.", [], id="another measure"),
        pytest.param("Vụ xuân, ngô lai giống mới đạt 85% kế hoạch.", [], id="a part of the row"),
        pytest.param("Quý I, ngô lai đạt 35% kế hoạch.", [], id="another time"),
        pytest.param("Ngô lai đạt 85% kế hoạch vụ xuân.", [], id="another plan"),
        pytest.param("Ngô lai đạt 85% so với cùng kỳ.", [], id="not of the plan"),
        pytest.param("Ngô lai đạt 80% kế hoạch, các cây khác đều vượt chỉ tiêu.", [], id="what others did beside it"),
    ],
)
def test_rates_of_plans(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body + _TABLE, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Ba quý đầu năm có 39 cuộc giám sát chuyên đề.", [], id="what was before the period"),
        pytest.param("Trong năm có 35 cuộc giám sát chuyên đề.", [("", "35 cuộc")], id="what no column makes"),
    ],
)
def test_columns_that_run_on(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    table = "\n\nNội dung\tQuý IV\tLũy kế cả năm\nCuộc giám sát chuyên đề\t14\t53\nCuộc khảo sát thực tế\t9\t21"
    assert findings_of(body + table, KIND) == found
