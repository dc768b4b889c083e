"""Points of criteria and their total; ranks of a list and its points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

IN_LINES = "Kết quả:\n- Xây dựng Đảng: 28/30 điểm;\n- Kinh tế: 37/50 điểm;\n- Văn hóa: 17/20 điểm\n- {}"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Kết quả đạt 28/30, 37/50, 17/20; tổng 82 điểm.", [], id="they make it"),
        pytest.param("Kết quả đạt 28/30, 37/50, 17/20; tổng 83 điểm.", ["83"], id="they do not make it"),
        pytest.param("Xã tự chấm đạt 83 điểm (Đảng 28/30, kinh tế 37/50, xã hội 17/20).", ["83"], id="in a bracket"),
        pytest.param("Đạt 28/30, 37/50; tổng 83 điểm.", [], id="of no round number"),
        pytest.param("Đạt 28/30, 37/50; tổng điểm 83/100.", [], id="one criterion is told of elsewhere"),
        pytest.param("Có 28/30 hộ, 37/50 thôn, 17/20 xã; tổng 83 hộ.", [], id="no points"),
        pytest.param(IN_LINES.format("Tổng cộng: 82/100 điểm"), [], id="lines that make it"),
        pytest.param(IN_LINES.format("Tổng cộng: 83/100 điểm"), ["83/100"], id="lines that do not make it"),
    ],
)
def test_points(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        pytest.param(
            "xã A 92,5 điểm (xếp thứ 1), xã B 90 điểm (xếp thứ 2), xã C 88 điểm (xếp thứ 3).", False, id="order"
        ),
        pytest.param(
            "xã A 92,5 điểm (xếp thứ 1), xã B 90 điểm (xếp thứ 2), xã C 88 điểm (xếp thứ 2).", True, id="twice"
        ),
        pytest.param(
            "xã A 92,5 điểm (xếp thứ 1), xã B 90 điểm (xếp thứ 2), xã C 90 điểm (xếp thứ 2).", False, id="alike"
        ),
        pytest.param(
            "xã A 92,5 điểm (xếp thứ 1), xã B 88 điểm (xếp thứ 2), xã C 90 điểm (xếp thứ 3).", True, id="turned"
        ),
        pytest.param(
            "xã A 1,5% (xếp thứ 1), xã B 2% (xếp thứ 2), xã C 3,5% (xếp thứ 3).", False, id="the least is best"
        ),
        pytest.param("xã A 92,5 điểm (xếp thứ 3), xã B 90 điểm (xếp thứ 1).", False, id="two alone"),
    ],
)
def test_ranks(body: str, *, wrong: bool, findings_of: FindingsOf) -> None:
    assert bool(findings_of(f"Kết quả thi đua: {body}", "body-appendix-mismatch")) is wrong
