"""Changes with both their values in brackets behind them, and runs of changes before what there was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Thiệt hại tăng 12,6 tỷ đồng (148,2/136,2 tỷ đồng).", ["12,6 tỷ đồng"]),
        ("Thiệt hại tăng 12,0 tỷ đồng (148,2/136,2 tỷ đồng).", []),
        ("Diện tích ngô giảm 15,5 ha (212/227,5 ha).", []),
        ("Số thu tăng 850 triệu đồng (12,4/11,6 tỷ đồng).", []),
        ("Số thu tăng 1.250 hợp đồng (4.820/3.470 hợp đồng).", ["1.250 hợp đồng"]),
        ("Đơn thư tăng 12 đơn (45/50 đơn đã giải quyết).", []),
        ("Tai nạn tăng 5 người bị thương (24/20 người).", ["5 người"]),
        ("Khởi tố 34 vụ, 52 bị can (tăng 6 vụ, giảm 8 bị can so với cùng kỳ 28 vụ, 62 bị can).", ["8 bị can"]),
        ("Khởi tố 34 vụ, 52 bị can (tăng 6 vụ, giảm 10 bị can so với cùng kỳ 28 vụ, 62 bị can).", []),
        ("Đàn trâu 640 con, đàn bò 890 con. So với đầu năm, đàn bò giảm 40 con (đầu năm 850 con).", ["40 con"]),
        ("Đàn trâu 640 con, đàn bò 890 con. So với đầu năm, đàn bò tăng 40 con (đầu năm 850 con).", []),
        ("Nhận 07 đơn (05 kiến nghị, 02 khiếu nại), giảm 03 đơn so với cùng kỳ năm 2025 (09 đơn).", ["03 đơn"]),
        (
            "Trong năm kết nạp được 24 đảng viên mới, công nhận chính thức 19 đồng chí; số đảng viên mới tăng 4 đồng "
            "chí so với năm 2025 (20 đồng chí).",
            [],
        ),
    ],
)
def test_changes_with_both_values(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found


def test_pairs_behind_a_change_are_no_parts_of_wholes(findings_of: FindingsOf) -> None:
    body = "Phạm pháp hình sự tăng 9,5% (46/42 vụ); thiệt hại tăng 12,0 tỷ đồng (148,2/136,2 tỷ đồng)."
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Trong năm giảm 131 lao động, xuống còn 1.317 lao động (năm 2023: 1.448 lao động).", []),
        ("Trong năm giảm 631 lao động, xuống còn 1.317 lao động (năm 2023: 1.448 lao động).", [("", "631 lao động")]),
        ("Rừng trồng trong năm giảm 9,8 ha, lên 51,4 ha (năm 2023: 41,6 ha).", [("direction", "9,8 ha")]),
        ("Trong năm giảm 631 lao động, xuống còn 1.317 lao động (riêng năm 2023: 1.448 lao động).", []),
    ],
    ids=("right", "by how much", "which way", "of something else"),
)
def test_changes_to_levels(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found
