"""Changes that are told by their way alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Nhận 15 đơn, giảm so với cùng kỳ năm trước (12 đơn).", ["direction"], id="it grew"),
        pytest.param("Trễ hạn 11 hồ sơ, tăng so với quý IV/2025 (17 hồ sơ).", ["direction"], id="it fell"),
        pytest.param("Tỷ lệ đạt 61%, thấp hơn so với giai đoạn trước (48%).", ["direction"], id="rates"),
        pytest.param("Tỷ lệ đạt 24,8%, thấp hơn năm học 2024 - 2025 (23,1%).", ["direction"], id="a school year"),
        pytest.param("Trợ cấp 702 hộ, tăng so với quý IV năm 2025 là 715 hộ.", ["direction"], id="without brackets"),
        pytest.param(
            "Với 14 cuộc đã làm, số cuộc giám sát tăng so với cùng kỳ năm trước (16 cuộc), có chất lượng hơn.",
            ["direction"],
            id="what is counted named once more",
        ),
        pytest.param("Nhận 15 đơn, tăng so với cùng kỳ năm trước (12 đơn).", [], id="as it is"),
        pytest.param("Nhận 15 đơn của 11 hộ, giảm so với cùng kỳ năm trước (12 hộ).", [], id="the nearest of its unit"),
        pytest.param("Có 15 thôn đạt, giảm so với chỉ tiêu năm 2026 (18 hộ).", [], id="other units"),
        pytest.param("Nhận khoảng 15 đơn, giảm so với năm trước (12 đơn).", [], id="a hedged number"),
    ],
)
def test_directions(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "change-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Số đăng ký tăng dần: năm 2024 là 812, năm 2025 là 774 hộ.", ["direction"], id="it fell"),
        pytest.param("Số đăng ký tăng dần: năm 2024 là 774, năm 2025 là 812 hộ.", [], id="it grew"),
        pytest.param("Tỷ lệ giảm qua các năm (năm 2024 còn 7,2%, năm 2025 còn 7,15%).", [], id="of decimals"),
        pytest.param("Số đăng ký tăng dần: năm 2025 là 774, năm 2024 là 812 hộ.", [], id="years out of order"),
    ],
)
def test_trends(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "change-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Tội phạm giảm rõ rệt: năm 2025 xảy ra 9 vụ, năm 2024 xảy ra 6 vụ.", ["direction"]),
        ("Vi phạm tăng mạnh: năm 2024 xử lý 45 vụ, năm 2025 xử lý 32 vụ.", ["direction"]),
        ("Vi phạm tăng mạnh: năm 2024 xử lý 32 vụ, năm 2025 xử lý 45 vụ.", []),
        ("Tội phạm giảm rõ rệt: năm 2025 xảy ra 6 vụ, năm 2024 xảy ra 9 vụ.", []),
    ],
)
def test_two_years_behind_a_colon(body: str, told: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "change-mismatch")] == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Xảy ra 6.371 vụ vi phạm, giảm so với năm 2024 là 41 vụ.", []),
        ("Xảy ra 6.371 vụ vi phạm, giảm so với năm 2024 là 6.120 vụ.", ["direction"]),
    ],
)
def test_by_so_many(body: str, told: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "change-mismatch")] == told


@pytest.mark.parametrize(
    ("brackets", "found"),
    [
        pytest.param("(năm 2024 là 24 vụ, năm 2023 là 19 vụ)", ["direction"], id="it grew"),
        pytest.param("so với trước (năm 2023: 19 vụ; năm 2024: 24 vụ)", ["direction"], id="years in their order"),
        pytest.param("(năm 2024 là 19 vụ, năm 2023 là 24 vụ)", [], id="it fell"),
        pytest.param("(năm 2024 là 24 vụ, 03 người chết, năm 2023 là 19 vụ, 05 người chết)", [], id="other numbers"),
    ],
)
def test_two_years_in_brackets(brackets: str, found: list[str], findings_of: FindingsOf) -> None:
    said = f"Các xã đều mở lớp tập huấn, nhờ đó số vụ cháy giảm {brackets}."
    assert [case for case, _ in findings_of(said, "change-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tỷ lệ hộ nghèo giảm còn 3,5%, giảm 0,4% so với năm trước.", [], id="one way"),
        pytest.param("Tỷ lệ hộ nghèo giảm còn 3,5%, tăng 0,4% so với chỉ tiêu.", [], id="against an aim"),
        pytest.param("Hộ nghèo giảm còn 124 hộ, hộ cận nghèo tăng 03 hộ so với năm trước.", [], id="of others"),
        pytest.param("Số vụ giảm còn 12 vụ so với đầu năm, tăng 03 vụ so với cùng kỳ.", [], id="two times"),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm còn 3,5%, tăng 0,4% so với năm trước.", ["giảm còn 3,5%, tăng 0,4%"], id="a rate"
        ),
        pytest.param(
            "Số hội viên tăng lên 1.245 người, giảm 25 người so với đầu nhiệm kỳ.",
            ["tăng lên 1.245 người, giảm 25 người"],
            id="people",
        ),
    ],
)
def test_two_ways_at_once(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for case, text in findings_of(body, "change-mismatch") if case == "two-ways"] == found
