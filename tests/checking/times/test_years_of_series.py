"""Years of a period told one by one."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.times.years_of_series import check_years_of_series


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("Kết nạp từng năm giai đoạn 2021 - 2025: năm 2021: 12; năm 2022: 14; năm 2024: 11; năm 2025: 13.", ["2023"]),
        ("Trong 5 năm (2021 - 2025), lần lượt là: 2021: 31 hộ, 2022: 28 hộ, 2023: 35 hộ, 2024: 40 hộ.", ["2025"]),
        (
            "Kết nạp từng năm giai đoạn 2021 - 2025: năm 2021: 12; năm 2022: 14; năm 2023: không; năm 2024: 11;"
            " năm 2025: 13.",
            [],
        ),
        ("Giai đoạn 2021 - 2025 khen 45 tập thể, riêng năm 2021: 5, năm 2022: 10, năm 2024: 12.", []),
        ("Giai đoạn 2021 - 2025, trong đó: năm 2021: 5; năm 2022: 10; năm 2024: 12.", []),
        ("Nhiệm kỳ 2021 - 2026, cụ thể: 2021: 5, 2022: 7, 2023: 6, 2024 - 2025: 20 đảng viên.", []),
        ("Số vụ qua các năm 2022 - 2026: 2022: 12 vụ; 2023: 14 vụ; 2024: 9 vụ; 2025: 8 vụ.", []),
        (
            "Giai đoạn 2021 - 2024 có 27 hội viên, gồm năm 2021 có 5; năm 2022 có 9; năm 2023 có 6; năm 2024 có 7.",
            [],
        ),
        ("Từng năm 2021 - 2025: 2021: 12 vụ; 2022: 14 vụ.", []),
    ],
)
def test_a_year_that_is_left_out(body: str, missing: list[str]) -> None:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    assert [one.facts["missing"] for one in check_years_of_series(report)] == missing
