"""A number and the share that tells it again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Đã kết nạp 15 đảng viên, đạt 125% kế hoạch (15/12 đảng viên).", id="its part"),
        pytest.param("Có 20 thôn, đạt 80% (16/20 thôn).", id="its whole"),
        pytest.param("Cấp 1.236 thẻ, đạt 95,2% (7.616/8.000 người).", id="another unit"),
        pytest.param("Giải ngân 2.760 triệu đồng, đạt 80% (2.760/3.450).", id="a share without its unit"),
        pytest.param("Tiếp nhận 15 đơn, đã giải quyết 12/13 đơn thuộc thẩm quyền.", id="nearly as many for them"),
        pytest.param("Tiếp nhận 60 đơn, đã giải quyết 48/51 đơn thuộc thẩm quyền.", id="of those for them"),
    ],
)
def test_shares_that_tell_the_same(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đã kết nạp 51 đảng viên, đạt 125% kế hoạch (15/12 đảng viên).", "51 đảng viên", id="its part"),
        pytest.param("Có 151 đơn thuộc thẩm quyền, đã giải quyết 108/115 đơn.", "151 đơn", id="its whole"),
    ],
)
def test_shares_that_tell_another_number(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "body-appendix-mismatch")] == [found]
