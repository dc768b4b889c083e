"""What a span of years made, and what a year is said to make of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nhiệm kỳ 2020 - 2025, Hội kết nạp 85 hội viên; bình quân mỗi năm có 19 hội viên mới.",
            ["19 hội viên"],
            id="behind a semicolon",
        ),
        pytest.param(
            "Trong 04 năm qua, Hội mở 52 lớp dạy nghề, bình quân 16 lớp/năm.",
            ["16 lớp/năm"],
            id="so many years, a rate",
        ),
        pytest.param(
            "Giai đoạn 2016 - 2020, huyện đào tạo 12.500 lao động, bình quân mỗi năm đào tạo 2.050 lao động.",
            ["2.050 lao động"],
            id="with a verb of its own",
        ),
        pytest.param("Nhiệm kỳ 2020 - 2025, Hội kết nạp 85 hội viên; bình quân mỗi năm 17 hội viên.", [], id="five"),
        pytest.param("Giai đoạn 2016 - 2021, Hội kết nạp 90 hội viên; bình quân mỗi năm 15 hội viên.", [], id="six"),
        pytest.param(
            "Giai đoạn 2016 - 2020, Hội kết nạp 85 hội viên; phấn đấu mỗi năm kết nạp 25 hội viên.", [], id="an aim"
        ),
        pytest.param(
            "Giai đoạn 2016 - 2020, Hội có 850 hội viên; bình quân mỗi năm kết nạp 40 hội viên.",
            [],
            id="another matter",
        ),
        pytest.param("Các cụ trồng 6.000 cây, bình quân mỗi năm 1.200 cây.", [], id="the years of the title"),
        pytest.param("Riêng năm 2023 trồng 6.000 cây, bình quân mỗi năm 120 cây.", [], id="of one year"),
        pytest.param("Đã khám cho 5.860 lượt người, bình quân gần 1.200 lượt/năm.", [], id="about so many"),
        pytest.param("Trồng 12.500 cây, bình quân mỗi năm 1.250 cây trong 10 năm.", [], id="other years behind"),
        pytest.param(
            "Các cụ trồng 6.000 cây, bình quân mỗi năm 120 cây.", ["120 cây"], id="a zero lost, years of the title"
        ),
        pytest.param(
            "Đã khám cho 5.860 lượt người, bình quân gần 1.900 lượt/năm.",
            ["gần 1.900 lượt/năm"],
            id="far from about so many",
        ),
        pytest.param(
            "Mặt trận vận động 1.250 suất quà; trung bình mỗi năm 350 suất quà.", ["350 suất quà"], id="of the title"
        ),
    ],
)
def test_means_of_a_span(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(("yearly", "found"), [("250 hộ", []), ("350 hộ", ["350 hộ"])])
def test_means_of_so_many_years_of_what_fell(yearly: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Trong 5 năm, toàn huyện giảm được 1.250 hộ nghèo, bình quân mỗi năm giảm {yearly}."
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("60", [], id="as reckoned"),
        pytest.param("75", ["12 hội nghị"], id="another total"),
    ],
)
def test_a_total_behind_its_mean(
    body: str, found: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    said = f"Trong 05 năm, bình quân mỗi năm tổ chức 12 hội nghị, tổng cộng {body} hội nghị."
    assert [text for _, text in findings_of(said, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("years", "found"),
    [pytest.param("03", [], id="as many years"), pytest.param("04", ["1,87 điểm phần trăm"], id="a year too many")],
)
def test_years_behind_a_mean(years: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Tỷ lệ hộ nghèo giảm 5,62 điểm phần trăm, bình quân mỗi năm giảm 1,87 điểm phần trăm trong {years} năm."
    assert [text for _, text in findings_of(body, "ratio-mismatch")] == found
