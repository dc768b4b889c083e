"""Words that call a share less or more than its two numbers make."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "doubtful-reading"


@pytest.mark.parametrize(
    "body",
    [
        "Kết quả có gần 100% tổ dân phố (36/36 tổ) ký cam kết.",
        "Có hơn 50% số thôn (06/12 thôn) có nhà văn hóa đạt chuẩn.",
        "Hầu hết các trường (18/18 trường) đã có bếp ăn một chiều.",
        "Đa số các tổ (03/11 tổ) đã họp bình xét.",
        "Có 27/30 hộ đăng ký, đạt gần 90% tổng số hộ.",
    ],
)
def test_share_is_not_as_the_word_says(body: str, findings_of: FindingsOf) -> None:
    assert "share" in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        "Gần 100% tổ dân phố (35/36 tổ) ký cam kết.",
        "Hơn 50% số thôn (07/12 thôn) có nhà văn hóa.",
        "Hầu hết các trường (17/18 trường) có bếp ăn.",
        "Có 28/30 hộ đăng ký, đạt trên 90% tổng số hộ.",
        "Thu phí tăng gần 20% (12/10 triệu đồng).",
        "Có hơn 66,7% số tổ (02/03 tổ) đã họp.",
    ],
)
def test_share_is_as_the_word_says(body: str, findings_of: FindingsOf) -> None:
    assert "share" not in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Có trên 90% hộ dân (89,2%) tham gia bảo hiểm y tế.", True),
        ("Xã vận động được gần 500 triệu đồng (512 triệu đồng).", True),
        ("Có gần 90% hộ dân (89,2%) tham gia bảo hiểm y tế.", False),
        ("Có trên 1.200 hộ (350 hộ nghèo) được vay vốn.", False),
        ("Có trên 90% hộ dùng điện, nước (85,2%) và nhà vệ sinh.", False),
        ("Có trên 90% thôn vượt kế hoạch giao (85%).", False),
        ("Tỷ lệ hộ tham gia đạt trên 95% (năm 2025: 93,6%).", False),
    ],
)
def test_brackets_give_the_round_number_itself(body: str, told: bool, findings_of: FindingsOf) -> None:
    assert ("bound" in [case for case, _ in findings_of(body, KIND)]) is told
