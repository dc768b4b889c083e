"""Congresses of one organisation by their ordinals and terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

WOMEN = (
    "Báo cáo tại Đại hội đại biểu phụ nữ huyện lần thứ XII, nhiệm kỳ 2021 - 2026. Thực hiện Nghị quyết Đại hội đại "
    "biểu phụ nữ huyện lần thứ {}, nhiệm kỳ 2016 - 2021, Hội đã triển khai 02 phong trào thi đua."
)
PARTY = (
    "Thực hiện Nghị quyết Đại hội Đảng bộ huyện Khe Bạc lần thứ XXI, nhiệm kỳ 2020 - 2025. Kết quả thực hiện Nghị "
    "quyết Đại hội đại biểu Đảng bộ huyện lần thứ {}, nhiệm kỳ 2020 - 2025 như sau."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(WOMEN.format("XI"), id="one after the other"),
        pytest.param(PARTY.format("XXI"), id="the same"),
        pytest.param(
            "Đại hội Đảng bộ xã Nà Pàn lần thứ V, nhiệm kỳ 2020 - 2025 và Đại hội Đảng bộ xã Khe Bạc lần thứ XII, "
            "nhiệm kỳ 2020 - 2025 được chọn làm điểm.",
            id="of two communes",
        ),
        pytest.param(
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020 - 2025 và Đại hội Đảng bộ huyện lần thứ XXI, "
            "nhiệm kỳ 2020 - 2025.",
            id="of two levels",
        ),
        pytest.param(
            "Nghị quyết Đại hội Đảng bộ xã lần thứ XXIV, nhiệm kỳ 2020 - 2025; chuẩn bị Đại hội Đảng bộ xã lần thứ I, "
            "nhiệm kỳ 2025 - 2030.",
            id="founded anew",
        ),
    ],
)
def test_congresses_in_order(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(WOMEN.format("X"), "phụ nữ huyện lần thứ X, nhiệm kỳ 2016 - 2021", id="one left out"),
        pytest.param(PARTY.format("XXII"), "Đảng bộ huyện lần thứ XXII, nhiệm kỳ 2020 - 2025", id="of one term"),
        pytest.param(
            "Ban Chấp hành Hội Nông dân xã khóa IX, nhiệm kỳ 2018 - 2023 báo cáo tại Đại hội đại biểu Hội Nông dân xã "
            "lần thứ XI, nhiệm kỳ 2023 - 2028.",
            "Hội Nông dân xã lần thứ XI, nhiệm kỳ 2023 - 2028",
            id="a committee and its congress",
        ),
    ],
)
def test_congresses_out_of_order(body: str, found: str, findings_of: FindingsOf) -> None:
    told = [words for _, words in findings_of(body, "body-appendix-mismatch")]
    assert len(told) == 1
    assert told[0].endswith(found)
