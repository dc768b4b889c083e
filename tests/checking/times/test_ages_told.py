"""How old somebody is, against the year of birth."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Người cao tuổi nhất là cụ Lò Thị Xoan, sinh năm 1931, năm nay 95 tuổi.", [], id="right"),
        pytest.param(
            "Người cao tuổi nhất là cụ Lò Thị Xoan, sinh năm 1931, năm nay 96 tuổi.", [], id="a year more by custom"
        ),
        pytest.param("Liệt sĩ Lò Văn Pâng (sinh năm 1950), 20 tuổi khi hy sinh.", [], id="at an earlier time"),
        pytest.param("Đồng chí Lò Văn Pâng (sinh năm 1950), 50 tuổi đảng.", [], id="years of membership"),
        pytest.param(
            "Người cao tuổi nhất là cụ Lò Thị Xoan, sinh năm 1931, năm nay 100 tuổi.",
            ["năm nay 100 tuổi"],
            id="too old",
        ),
        pytest.param("Trao quà cho bà Lò Thị Xoan (sinh năm 1960), 46 tuổi, hộ nghèo.", ["46 tuổi"], id="a digit"),
        pytest.param("Cháu Vàng A Páo, 9 tuổi (sinh năm 2012), được hỗ trợ.", ["9 tuổi"], id="the age first"),
    ],
)
def test_ages_told(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Trao Huy hiệu 40 năm tuổi Đảng cho đồng chí Nông Văn Sính (68 tuổi).", []),
        ("Trao Huy hiệu 30 năm tuổi Đảng cho 05 đồng chí.", []),
        ("Trao Huy hiệu 60 năm tuổi Đảng cho đồng chí Nông Văn Sính, sinh năm 1962.", ["text"]),
    ],
)
def test_years_of_members(body: str, told: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "body-appendix-mismatch")] == told
