"""Numbers against plans and aims told farther off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        pytest.param(
            "Chỉ tiêu tỉnh giao kết nạp 420 đoàn viên. Xã đã kết nạp được 461 đoàn viên mới, vượt 19,8% chỉ tiêu.",
            "ratio-mismatch",
            ["19,8%"],
            id="past a plan",
        ),
        pytest.param(
            "Giải quyết việc làm cho 420 lao động, đạt 105% kế hoạch năm. Kế hoạch giao giải quyết việc làm cho 380 lao"
            " động.",
            "ratio-mismatch",
            ["105%"],
            id="the plan told later",
        ),
        pytest.param(
            "Giải quyết việc làm cho 420 lao động, đạt 105% kế hoạch năm. Kế hoạch giao đào tạo nghề cho 250 lao động.",
            "ratio-mismatch",
            [],
            id="another plan told later",
        ),
        pytest.param(
            "Chỉ tiêu tỉnh giao kết nạp 420 đoàn viên. Xã đã kết nạp được 461 đoàn viên mới, vượt 9,8% chỉ tiêu.",
            "ratio-mismatch",
            [],
            id="past a plan, right",
        ),
        pytest.param(
            "Giải quyết việc làm cho 21.840 lao động. Nghị quyết đề ra chỉ tiêu 20.000 lao động, như vậy toàn xã hoàn"
            " thành 102,9% kế hoạch.",
            "ratio-mismatch",
            ["102,9%"],
            id="a plan right before its percentage",
        ),
        pytest.param(
            "Toàn xã có 5.348 đoàn viên.\n\nII. NHIỆM VỤ\n\nPhấn đấu kết nạp thêm 450 đoàn viên, đưa tổng số lên 5.898"
            " đoàn viên.",
            "sum-mismatch",
            ["5.898 đoàn viên"],
            id="what an aim adds",
        ),
        pytest.param(
            "Toàn xã có 5.348 đoàn viên.\n\nII. NHIỆM VỤ\n\nPhấn đấu kết nạp thêm 450 đoàn viên, đưa tổng số lên 5.798"
            " đoàn viên.",
            "sum-mismatch",
            [],
            id="what an aim adds, right",
        ),
    ],
)
def test_plans_and_aims(body: str, kind: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, kind)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Còn 2/11 chi hội sinh hoạt chưa đều, tức gần 1/3 số chi hội.", ["1/3"], id="of a share"),
        pytest.param("Còn 3/11 chi hội sinh hoạt chưa đều, tức gần 1/3 số chi hội.", [], id="of a share, right"),
        pytest.param(
            "Có 120 hộ nghèo và 80 hộ cận nghèo, trong đó gần một nửa số hộ có nhà kiên cố.",
            [],
            id="of other households",
        ),
        pytest.param("Có 120 hộ nghèo, 80 hộ cận nghèo, gần một nửa số hộ thiếu đất.", [], id="tells something new"),
        pytest.param(
            "Tổng hợp 9.846 ý kiến. Số ý kiến về đất đai là 3.938 ý kiến, xấp xỉ một nửa tổng số ý kiến.",
            ["một nửa"],
            id="in words",
        ),
    ],
)
def test_fractions(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found
