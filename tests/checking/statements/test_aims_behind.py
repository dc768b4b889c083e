"""Aims behind what is reached already."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Tỷ lệ hộ nghèo cuối năm 2026 còn 4,8%.\nMục tiêu năm 2027: giảm tỷ lệ hộ nghèo xuống còn dưới 4%.",
        "Năm 2026, tỷ lệ bao phủ bảo hiểm y tế đạt 96,2%.\nChỉ tiêu năm 2027: tỷ lệ bao phủ bảo hiểm y tế đạt 97%.",
        "Tỷ lệ hộ nghèo giảm 3,1%.\nPhấn đấu năm 2027 tỷ lệ hộ nghèo còn dưới 8%.",
        "Thu nhập bình quân đạt 52 triệu đồng/người/năm.\nMục tiêu năm 2027: thu nhập bình quân tăng 4 triệu đồng.",
        "Tỷ lệ hộ nghèo của hội viên còn 2,1%.\nMục tiêu năm 2027 tỷ lệ hộ nghèo còn 4%.",
        "Tỷ lệ hộ nghèo cuối năm 2026 còn 2,8%.\nMục tiêu năm 2026 là tỷ lệ hộ nghèo còn dưới 4%.",
        "Tỷ lệ hộ nghèo cuối năm 2026 còn 2,8%.\nMục tiêu năm 2027: tỷ lệ hộ nghèo dân tộc thiểu số còn dưới 6%.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Tỷ lệ hộ nghèo cuối năm 2026 còn 2,8%.\nMục tiêu năm 2027: giảm tỷ lệ hộ nghèo xuống còn dưới 4%.",
        "Năm 2026, tỷ lệ bao phủ bảo hiểm y tế đạt 96,2%.\nChỉ tiêu năm 2027: tỷ lệ bao phủ bảo hiểm y tế đạt 93%.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
