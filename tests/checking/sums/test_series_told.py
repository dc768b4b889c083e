"""Years and forms told one by one, against the number of them all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
YEARS = (
    "Tổng vốn cho cả giai đoạn là {} triệu đồng, do ngân sách cấp.\nPhân kỳ thực hiện:\na) Năm 2022: 912 hộ, kinh phí"
    " 18.226,4 triệu đồng.\nb) Năm 2023: 1.305 hộ, kinh phí 27.113,8 triệu đồng.\nc) Năm 2024: 1.128 hộ, kinh phí"
    " 23.904,1 triệu đồng."
)
FORMS = (
    "Trường có {} lớp với {} học sinh. Khối 6: 4 lớp, 163 học sinh; khối 7: 4 lớp, 158 học sinh; khối 8: 3 lớp, 127 học"
    " sinh; khối 9: 3 lớp, 121 học sinh."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(YEARS.format("69.244,3"), id="years that make it"),
        pytest.param(YEARS.format("85.000"), id="a whole of more years"),
        pytest.param(FORMS.format(14, 569), id="forms that make it"),
        pytest.param(
            "Toàn xã có 1.846 hộ. Số hộ nghèo cuối năm 2021: 268 hộ; năm 2022: 221 hộ; năm 2023: 168 hộ; năm 2024:"
            " 118 hộ; năm 2025: 71 hộ.",
            id="what there was at the end of each year",
        ),
        pytest.param(FORMS.format(20, 810), id="far off, with other forms"),
        pytest.param("Có 569 học sinh. Khối 6: 163 học sinh; khối 8: 127 học sinh; khối 9: 121 học sinh.", id="a gap"),
        pytest.param(
            "Có 596 học sinh. Khối 6: 163 học sinh; khối 7: đang rà soát; khối 8: 127 học sinh.", id="none told"
        ),
    ],
)
def test_series_that_are_right_or_not_whole(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(YEARS.format("69.424,3"), "69.424,3 triệu đồng", id="a slip of the whole of some years"),
        pytest.param(
            YEARS.format("69.244,3").replace("27.113,8", "27.131,8"), "69.244,3 triệu đồng", id="a slip of one year"
        ),
        pytest.param(FORMS.format(14, 596), "596 học sinh", id="a slip of the whole of some forms"),
    ],
)
def test_series_that_miss_their_whole_by_a_slip(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
