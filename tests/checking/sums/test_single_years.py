"""Single years against what several years have together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Kết nạp 29 đảng viên mới (năm 2021: 08, năm 2022: 11, năm 2023: 10).", [], id="as added"),
        pytest.param("Hiện còn 10 hộ nghèo (năm 2021: 18, năm 2022: 14, năm 2023: 10).", [], id="a stock"),
        pytest.param("Kết nạp 31 đảng viên mới (năm 2019: 08, năm 2022: 11, năm 2023: 10).", [], id="a gap"),
        pytest.param(
            "Kết nạp 31 đảng viên mới (năm 2021: 08, năm 2022: 11, năm 2023: 10).", ["31 đảng viên"], id="two too few"
        ),
    ],
)
def test_years_in_brackets(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for _, text in findings_of(body, "sum-mismatch")] == found


_ALL = "Qua 03 năm, Đảng ủy biểu dương 18 tập thể, 47 cá nhân."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"{_ALL} Riêng năm 2023 biểu dương 07 tập thể và 19 cá nhân.", [], id="fewer"),
        pytest.param(f"{_ALL} Riêng năm 2023 có 60 cá nhân được giới thiệu.", [], id="another verb"),
        pytest.param("Qua 03 năm giảm 45 hộ nghèo. Riêng năm 2023 còn 120 hộ nghèo.", [], id="a stock"),
        pytest.param(
            f"{_ALL} Riêng năm 2023 Đảng ủy biểu dương 07 tập thể và 49 cá nhân.", ["49 cá nhân"], id="more than all"
        ),
    ],
)
def test_years_picked_out(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for case, text in findings_of(body, "implausible-magnitude") if case == "part"] == found
