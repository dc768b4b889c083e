"""Trends that are claimed of several years, against the years that are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

RANKS = (
    "\n\n¹ Năm 2023 (Chỉ số PAR Index hạng 9, Chỉ số SIPAS hạng {}), năm 2024 (Chỉ số PAR Index hạng 7, Chỉ số SIPAS"
)
RANKS += " hạng {}).\n"


@pytest.mark.parametrize(
    ("claim", "ranks", "found"),
    [
        pytest.param("Chỉ số SIPAS có tiến triển qua các năm¹.", (3, 1), [], id="a better rank is a smaller number"),
        pytest.param("Chỉ số PAR Index có tiến triển qua các năm¹.", (1, 3), [], id="another index"),
        pytest.param("Phấn đấu Chỉ số SIPAS có tiến triển qua các năm¹.", (1, 3), [], id="an aim"),
        pytest.param("Chỉ số SIPAS chưa được cải thiện¹.", (1, 3), [], id="denied"),
        pytest.param(
            "Chỉ số SIPAS có tiến triển qua các năm¹.", (1, 3), [("direction", "tiến triển qua các năm")], id="worse"
        ),
        pytest.param(
            "Chỉ số cải cách (PAR Index) và chỉ số hài lòng (SIPAS) được cải thiện, rất đáng mừng¹.",
            (1, 3),
            [("direction", "cải thiện")],
            id="one of two indices",
        ),
    ],
)
def test_ranks(claim: str, ranks: tuple[int, int], found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(claim + RANKS.format(*ranks), "change-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Chỉ số cải cách của xã tiếp tục được nâng lên: năm 2021 xếp hạng 9/15, năm 2022 xếp hạng 12/15 xã.",
            [("direction", "nâng lên")],
            id="a rank of so many that is worse",
        ),
        pytest.param(
            "Chỉ số cải cách của xã tiếp tục được nâng lên: năm 2021 xếp hạng 12/15, năm 2022 xếp hạng 9/15 xã.",
            [],
            id="a rank of so many that is better",
        ),
        pytest.param(
            "Tỷ lệ hồ sơ trực tuyến tăng qua các năm. Cụ thể: Năm 2023 đạt 50,4%, năm 2024 đạt 82,8%.",
            [],
            id="so it is",
        ),
        pytest.param(
            "Tỷ lệ hồ sơ trực tuyến tăng qua các năm. Năm 2023 có 12 hộ nghèo, năm 2024 có 9 hộ nghèo.",
            [],
            id="another matter",
        ),
        pytest.param(
            "Số vụ tăng dần, năm 2025 có 12 vụ, năm 2023 có 15 vụ.", [], id="years that are not told in their order"
        ),
        pytest.param(
            "Tỷ lệ hồ sơ trực tuyến tăng qua các năm. Cụ thể: Năm 2023 đạt 82,8%, năm 2024 đạt 50,4%.",
            [("direction", "tăng qua các năm")],
            id="rates that fall",
        ),
        pytest.param(
            "Tỷ lệ giảm dần qua các năm, từ 6,1% năm 2023 xuống 5,2% năm 2025.", [], id="down to a lower level"
        ),
        pytest.param("Chất lượng được nâng cao, từ 3 lên 5 sao.", [], id="no rank"),
        pytest.param(
            "Tỷ lệ giảm dần qua các năm, từ 5,2% năm 2023 lên 6,1% năm 2025.",
            [("direction", "giảm dần qua các năm, từ 5,2% năm 2023 lên 6,1%")],
            id="up to a higher level",
        ),
        pytest.param(
            "Xếp loại thi đua được cải thiện, từ hạng 2 năm 2024 xuống hạng 5 năm 2025.",
            [("direction", "cải thiện, từ hạng 2 năm 2024 xuống hạng 5 năm")],
            id="down in rank",
        ),
        pytest.param(
            "Thu ngân sách năm sau cao hơn năm trước: năm 2023 đạt 5,2 tỷ đồng, năm 2024 đạt 4,8 tỷ đồng.",
            [("direction", "năm sau cao hơn năm trước")],
            id="sums that fall",
        ),
        pytest.param(
            "Số hộ nghèo giảm dần qua từng năm, năm 2023 còn 45 hộ nghèo, năm 2024 còn 54 hộ nghèo.",
            [("direction", "giảm dần qua từng năm")],
            id="counts that rise",
        ),
    ],
)
def test_rates_and_counts(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found
