"""Women, Party members and ranks told at two places."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text

from tongket.checking.sums.groups_told_twice import check_party_members_told_twice

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_WOMEN = "Đoàn viên công đoàn 348/352 người (98,86%), trong đó nữ 241 đồng chí.\nBan Nữ công phụ trách "
_RANK = "Chỉ số PAR năm 2025 đạt 87,62 điểm, tăng 2 bậc so với năm 2024 (85 điểm), xếp thứ 4/9 xã.\nChỉ số PAR "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_WOMEN + "241 nữ đoàn viên.", []),
        (_WOMEN + "214 nữ đoàn viên.", ["214 nữ đoàn viên"]),
        (_WOMEN + "ba tổ; kết nạp 14 nữ đoàn viên.", []),
        (
            "Kinh phí xã hội hóa là 128.600.000 đồng.\nTrường đạt chỉ tiêu, huy động xã hội hóa 126.800.000 đồng.",
            ["Trường đạt chỉ tiêu, huy động xã hội hóa 126.800.000 đồng"],
        ),
        (_RANK + "năm 2025 xếp thứ 4/9 xã.", []),
        (_RANK + "năm 2025 xếp thứ 5/9 xã.", ["xếp thứ 5/9"]),
        (_RANK + "năm 2026 xếp thứ 5/9 xã.", []),
    ],
)
def test_told_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Có 36 người. Đảng viên 21/36 đồng chí.\nChi bộ nhà trường có 21 đảng viên.", []),
        ("Có 36 người. Đảng viên 20/36 đồng chí.\nChi bộ có 21 đảng viên, kết nạp 01 đảng viên.", []),
        ("Có 36 người. Đảng viên 19/36 đồng chí.\nChi bộ có 21 đảng viên, kết nạp 01 đảng viên.", ["19/36 đồng chí"]),
    ],
)
def test_party_members_of_a_school(body: str, found: list[str]) -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN", "UBND XÃ LŨNG ẲNG").replace(
        "XÃ LŨNG ẲNG\tĐộc", "TRƯỜNG MẦM NON HOA MẬN\tĐộc"
    )
    report = read_text(head + TITLE + body + TAIL)
    assert [passage(report, one) for one in check_party_members_told_twice(report)] == found
