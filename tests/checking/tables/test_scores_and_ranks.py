"""Points and ranks in tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

HEAD = "STT\tNội dung\tĐiểm tối đa\tĐiểm tự chấm\n"
ROWS = "1\tTuyên truyền\t30\t28\n2\tTổ chức\t50\t47\n3\tBáo cáo\t20\t19\n"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        pytest.param(f"Kết quả:\n{HEAD}{ROWS}\tTổng cộng\t100\t94", [], id="they make it"),
        pytest.param(f"Kết quả:\n{HEAD}{ROWS}\tTổng cộng\t100\t95", ["table-total-mismatch"], id="they do not"),
        pytest.param(f"Kết quả:\n{HEAD}{ROWS}\tTổng cộng\t120\t95", [], id="the greatest points do not add up"),
        pytest.param(f"Tổng điểm tự chấm là 94/100 điểm.\n{HEAD}{ROWS}", [], id="the total of the text"),
        pytest.param(
            f"Tổng điểm tự chấm là 95/100 điểm.\n{HEAD}{ROWS}", ["body-appendix-mismatch"], id="another total"
        ),
    ],
)
def test_scores(body: str, kinds: list[str], findings_of: FindingsOf) -> None:
    told = [kind for kind in ("body-appendix-mismatch", "table-total-mismatch") for _ in findings_of(body, kind)]
    assert told == kinds


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        pytest.param("Xã A\t92,5\t1\nXã B\t90,0\t2\nXã C\t88,1\t3\nXã D\t70,2\t4", False, id="in order"),
        pytest.param("Xã A\t92,5\t1\nXã B\t90,0\t2\nXã C\t88,1\t2\nXã D\t70,2\t4", True, id="one rank for two"),
        pytest.param("Xã A\t92,5\t1\nXã B\t90,0\t2\nXã C\t90,0\t2\nXã D\t70,2\t4", False, id="as many points"),
        pytest.param("Xã A\t92,5\t1\nXã B\t88,1\t2\nXã C\t90,0\t3\nXã D\t70,2\t4", True, id="turned"),
        pytest.param("Xã A\t92,5\t4\nXã B\t88,1\t2\nXã C\t90,0\t1\nXã D\t95,2\t3", False, id="ranks of something else"),
    ],
)
def test_ranks(rows: str, *, wrong: bool, findings_of: FindingsOf) -> None:
    body = f"Kết quả thi đua:\nĐơn vị\tTổng điểm\tXếp hạng\n{rows}"
    assert bool(findings_of(body, "body-appendix-mismatch")) is wrong


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param("1\tXã A\t12\t30\t42\n2\tXã B\t15\t44\t59\n3\tXã C\t18\t51\t69", 0, id="each adds up"),
        pytest.param("1\tXã A\t12\t51\t42\n2\tXã B\t15\t30\t59\n3\tXã C\t18\t44\t69", 1, id="one row too low"),
        pytest.param("1\tXã A\t12\t51\t99\n2\tXã B\t15\t30\t98\n3\tXã C\t18\t44\t97", 0, id="of something else"),
    ],
)
def test_columns_that_slipped(rows: str, found: int, findings_of: FindingsOf) -> None:
    body = f"Kết quả:\nSTT\tĐơn vị\tNam\tNữ\tTổng số\n{rows}"
    assert len(findings_of(body, "table-total-mismatch")) == found
