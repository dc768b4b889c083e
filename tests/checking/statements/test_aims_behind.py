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


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Xã đạt 15/19 tiêu chí.\n\nII. NHIỆM VỤ\n\nPhấn đấu năm 2027 xã đạt 17 tiêu chí.", 0),
        ("Xã đạt 15/19 tiêu chí.\n\nII. NHIỆM VỤ\n\nPhấn đấu năm 2027 xã đạt thêm 02 tiêu chí.", 0),
        ("Xã đạt 15/19 tiêu chí.\n\nII. NHIỆM VỤ\n\nPhấn đấu năm 2027 xã giữ vững 13 tiêu chí.", 1),
        (
            "Thu nhập bình quân đầu người đạt 46,5 triệu đồng.\n\nII. NHIỆM VỤ\n\n"
            "Thu nhập bình quân đầu người năm 2027 phấn đấu đạt 45 triệu đồng.",
            1,
        ),
        (
            "Tỷ lệ hộ nghèo cuối năm còn 3,01%.\n\nII. NHIỆM VỤ\n\nNăm 2027, tập trung giảm tỷ lệ hộ nghèo xuống dưới"
            " 3,2%.",
            1,
        ),
    ],
)
def test_aims_of_what_stays(body: str, told: int, findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    assert len(findings_of(body, "body-appendix-mismatch")) == told
