"""Changes told before what there is, against what there was in words of its own, and as a part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("So với năm 2023 (155 hộ), số hộ nghèo giảm 42 hộ, xuống còn 113 hộ.", [], id="turned, right"),
        pytest.param("So với tổng số hộ (155 hộ), hộ nghèo giảm 24 hộ, còn 13 hộ.", [], id="of all, not of then"),
        pytest.param(
            "So với năm 2023 (155 hộ), số hộ nghèo giảm 24 hộ, xuống còn 113 hộ.", ["24 hộ"], id="turned, wrong"
        ),
        pytest.param(
            "Xã còn 18,52% hộ nghèo (giảm 1,59 điểm phần trăm so với năm 2023; năm trước 20,11%).", [], id="then, right"
        ),
        pytest.param(
            "Xã còn 18,52% hộ nghèo (giảm 1,95 điểm phần trăm so với năm 2023; năm trước 20,11%).",
            ["1,95 điểm phần trăm"],
            id="what there was behind a semicolon",
        ),
        pytest.param(
            "Tỷ lệ hộ khá đạt 45,3%; so với năm 2023 tăng 3,0% (42,3%).", [], id="compared before the change, right"
        ),
        pytest.param(
            "Tỷ lệ hộ khá đạt 45,3%; so với năm 2023 tăng 2,1% (42,3%).", ["2,1%"], id="compared before the change"
        ),
        pytest.param("Có 155 hộ nghèo, giảm 27 hộ, bằng 85,2% so với năm 2023.", [], id="a part of what there was"),
        pytest.param("Có 155 hộ nghèo, giảm 27 hộ, bằng 14,8% so với năm 2023.", [], id="the rate of the fall"),
        pytest.param(
            "Có 155 hộ nghèo, giảm 27 hộ, bằng 24,8% so với năm 2023.", ["24,8%"], id="neither a part nor a rate"
        ),
        pytest.param(
            "Số hộ nuôi ong đạt 710 hộ (cùng kỳ 784 hộ, tăng 21,6%).",
            ["21,6%"],
            id="a digit of what there was turns it",
        ),
        pytest.param("Số hộ nuôi ong đạt 710 hộ (cùng kỳ 950 hộ, tăng 21,6%).", ["21,6%"], id="both in its brackets"),
        pytest.param(
            "Số hộ nuôi ong đạt 710 hộ. Cùng kỳ 950 hộ, số đàn tăng 21,6%.", [], id="no slip, of something else"
        ),
    ],
)
def test_changes_of_two_values(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "change-mismatch")] == found


def test_a_share_that_tells_two_times_is_no_share(findings_of: FindingsOf) -> None:
    assert findings_of("Xảy ra 132 vụ/104 vụ, tăng 28 vụ so với cùng kỳ.", "ratio-mismatch") == []
    assert findings_of("Xử lý 132 vụ/104 vụ, tăng 8 vụ so với cùng kỳ.", "ratio-mismatch") != []
