"""Ballots that were given out, came back, are valid, and what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_SENT = "Phát ra 25 phiếu, thu về 25 phiếu, hợp lệ 24 phiếu. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"{_SENT}Tín nhiệm cao 18 phiếu, tín nhiệm 05 phiếu, tín nhiệm thấp 01 phiếu.", [], id="as they add up"
        ),
        pytest.param(
            f"{_SENT}Tín nhiệm cao 18 phiếu, tín nhiệm 05 phiếu, tín nhiệm thấp 02 phiếu.",
            [("", "hợp lệ 24 phiếu")],
            id="more than the valid ones",
        ),
        pytest.param(
            f"{_SENT}Tín nhiệm cao 18 phiếu, tín nhiệm 04 phiếu, tín nhiệm thấp 01 phiếu.",
            [("", "hợp lệ 24 phiếu")],
            id="fewer than the valid ones",
        ),
        pytest.param(
            f"{_SENT}Chủ tịch: tín nhiệm cao 18 phiếu, tín nhiệm 05 phiếu, tín nhiệm thấp 01 phiếu; Phó Chủ tịch: tín"
            " nhiệm cao 20 phiếu, tín nhiệm 05 phiếu, tín nhiệm thấp 0 phiếu.",
            [("", "hợp lệ 24 phiếu")],
            id="of the second person",
        ),
        pytest.param(
            "Kết quả: tín nhiệm cao 18/24 phiếu, tín nhiệm 05/24 phiếu, tín nhiệm thấp 02/24 phiếu.",
            [("", "tín nhiệm thấp 02/24 phiếu")],
            id="each of its whole",
        ),
        pytest.param(
            "Phát ra 45 phiếu, thu về 45 phiếu; 44 phiếu hợp lệ và 02 phiếu không hợp lệ.",
            [("", "thu về 45 phiếu")],
            id="valid and invalid",
        ),
        pytest.param(
            "Phát ra 45 phiếu, thu về 44 phiếu; 41 phiếu đồng ý, 02 phiếu không đồng ý.",
            [],
            id="some that say nothing",
        ),
        pytest.param(
            "Số cử tri đồng ý là 1.120, không đồng ý 86, không có ý kiến 14 trên tổng số 1.210 cử tri bỏ phiếu.",
            [("", "trên tổng số 1.210 cử tri")],
            id="of all that voted",
        ),
        pytest.param(
            "Số phiếu hợp lệ 79 phiếu; tín nhiệm cao 78,5%, tín nhiệm 15,2%, tín nhiệm thấp 6,3%.", [], id="rates"
        ),
        pytest.param(
            "Nghị quyết được 41/44 đại biểu có mặt biểu quyết tán thành, đạt 93,2%; không tán thành 02 đại biểu.",
            [],
            id="one of whom nothing is told",
        ),
        pytest.param(
            "Nghị quyết được 41/44 đại biểu có mặt biểu quyết tán thành, đạt 93,2%; không tán thành 08 đại biểu.",
            [("", "không tán thành 08 đại biểu")],
            id="more than all, told once",
        ),
        pytest.param(
            "Lấy phiếu: tín nhiệm cao 26/30 phiếu (86,7%), tín nhiệm 05 phiếu (10%), tín nhiệm thấp 01 phiếu (3,3%).",
            [("", "tín nhiệm thấp 01 phiếu")],
            id="levels of a whole that is told once",
        ),
    ],
)
def test_ballots(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found
