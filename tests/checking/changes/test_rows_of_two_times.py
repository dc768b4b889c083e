"""Rises and falls told in the text against rows that give two times and the change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[..., list[tuple[str, str]]]

TABLE = """
PHỤ LỤC
Bảng giá thị trường tháng 8

TT\tMặt hàng\tGiá kỳ trước\tGiá kỳ này\tTăng (giảm)
1\tXăng E5\t20.880\t19.610\t-1.270
2\tXăng A95\t22.020\t20.530\t-1.490
3\tDầu ăn\t42.000\t42.000\t0
4\tDầu diezen\t17.960\t16.980\t-980
5\tGas đun\t362.000\t293.500\t-68.500
6\tPhân đạm\t400.000\t400.000\t0
7\tThịt bò thăn\t240.000\t260.000\t20.000
8\tThịt bò bắp\t220.000\t240.000\t20.000
9\tGà ta\t110.000\t110.000\t0
10\tGạo tẻ\t11.000\t11.500\t400
"""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("Giá xăng giảm so với tháng trước.", [], id="so it is"),
        pytest.param("Giá xăng tăng so với cùng kỳ năm trước.", [], id="another time"),
        pytest.param("Giá dầu tăng so với tháng trước.", [], id="things of which some rows say nothing of the kind"),
        pytest.param("Giá gas thế giới tăng.", [], id="prices of elsewhere"),
        pytest.param("Giá gạo giảm.", [], id="a row that does not bear itself out"),
        pytest.param("Giá gas giảm 68.500 đồng/bình.", [], id="by as much"),
        pytest.param("Giá phân bón giảm.", [], id="nearly so"),
        pytest.param("Giá xăng tăng so với tháng trước.", ["Giá xăng tăng"], id="the other way"),
        pytest.param(
            "Giá gas trong nước giảm 33.000 đồng/bình.", ["Giá gas trong nước giảm 33.000 đồng"], id="by less"
        ),
        pytest.param(
            "Giá phân bón, công lao động đều tăng.", ["Giá phân bón, công lao động đều tăng"], id="all rose but one"
        ),
        pytest.param("Giá thực phẩm vẫn ổn định.", ["Giá thực phẩm vẫn ổn định"], id="two of a class were not steady"),
    ],
)
def test_ways_of_things_in_rows(said: str, found: list[str], found_in: FoundIn) -> None:
    findings = found_in(f"{HEAD}{TITLE}{said}{TAIL}{TABLE}", "body-appendix-mismatch")
    assert [printed for case, printed in findings if case == "text"] == found


def test_tables_of_plans_tell_no_change_in_time(found_in: FoundIn) -> None:
    table = TABLE.replace("Giá kỳ trước\tGiá kỳ này", "Kế hoạch\tThực hiện")
    assert found_in(f"{HEAD}{TITLE}Giá xăng tăng.{TAIL}{table}", "body-appendix-mismatch") == []
