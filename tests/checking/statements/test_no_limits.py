"""Limits that are denied and told of, and works that are finished and not begun."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.statements import done_and_not, no_limits

_CAUSES = "2. Nguyên nhân của hạn chế\n\n- Cán bộ thôn kiêm nhiệm nhiều việc.\n"


def _told(body: str) -> int:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    return sum(1 for check in (*no_limits.CHECKS, *done_and_not.CHECKS) for _ in check(report))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"1. Hạn chế\n\nKhông có.\n\n{_CAUSES}", 1),
        (f"1. Hạn chế\n\nViệc thu gom rác còn chậm.\n\n{_CAUSES}", 0),
        ("1. Hạn chế\n\nKhông có.\n\n2. Nguyên nhân\n\nKhông có.\n", 0),
        ("Nhìn chung không có tồn tại, hạn chế.\n\nVề tồn tại, việc thu gom rác còn chậm.", 1),
        ("Không có hạn chế lớn.\n\nVề tồn tại, việc thu gom rác còn chậm.", 0),
        ("1. Thu gom rác\n\nKhông có hạn chế.\n\n2. Thủy lợi\n\nHạn chế: kênh chậm nạo vét.", 0),
        ("Đường Nà Pằn - Cốc Mười đã hoàn thành.\n\nĐường Nà Pằn - Cốc Mười chưa khởi công do vướng mặt bằng.", 1),
        ("Đường Nà Pằn - Cốc Mười đã hoàn thành.\n\nĐường Nà Pằn - Khuổi Lịa chưa khởi công do vướng mặt bằng.", 0),
    ],
)
def test_what_is_denied_and_told(body: str, told: int) -> None:
    assert _told(body) == told
