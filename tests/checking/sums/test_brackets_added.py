"""Measures of each in brackets behind its name, against those of all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

MERGED = (
    "Xã được thành lập trên cơ sở nhập 03 xã: Khe Lạnh (31,42 km2; 9.846 người), Nà Pàn (27,15 km2; 8.214 người) và "
    "Lũng Ẳng (38,63 km2; 7.905 người). Sau sắp xếp, xã có diện tích tự nhiên {area} km2, dân số {people} người."
)
SCHOOLS = (
    "Toàn xã có 03 trường gồm Trường Mầm non Khe Bạc (12 lớp, 318 học sinh), Trường Tiểu học Khe Bạc (18 lớp, 562 học "
    "sinh) và Trường Trung học cơ sở Khe Bạc (10 lớp, 371 học sinh); tổng số 40 lớp, {pupils} học sinh."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(MERGED.format(area="97,20", people="25.965"), id="merged"),
        pytest.param(MERGED.format(area="97,2", people="25.965"), id="rounded"),
        pytest.param(SCHOOLS.format(pupils="1.251"), id="schools"),
        pytest.param(
            "Các xã đông dân là Lũng Ẳng (1.912 hộ, 7.915 khẩu), Nà Pàn (1.580 hộ, 6.195 khẩu). Toàn huyện có 18.204 "
            "hộ, 76.311 khẩu.",
            id="some of them",
        ),
        pytest.param(
            "Mưa lớn tại Khe Lạnh (12 ha lúa, 03 ngôi nhà), Nà Pàn (9 ha lúa, 02 ngôi nhà); thiệt hại khoảng 25 ha "
            "lúa, 05 ngôi nhà.",
            id="hedged",
        ),
        pytest.param(
            "Xã nhập từ Khe Lạnh (31,42 km2; 9.846 người) và Nà Pàn (27,15 km2; 8.214 người). Năm 2030, xã phấn đấu "
            "dân số 19.060 người.",
            id="another time",
        ),
    ],
)
def test_brackets_that_make_their_whole_or_not_all(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(MERGED.format(area="97,02", people="25.965"), "97,02 km2", id="area"),
        pytest.param(MERGED.format(area="97,20", people="25.695"), "25.695 người", id="people"),
        pytest.param(SCHOOLS.format(pupils="1.215"), "1.215 học sinh", id="pupils"),
        pytest.param(
            "Xã có diện tích 112,6 km2, dân số 14.830 người, được thành lập trên cơ sở nhập hai xã Lũng Ẳng (68,4 km2; "
            "7.915 người) và Nà Pàn (44,2 km2; 6.195 người).",
            "14.830 người",
            id="told before",
        ),
    ],
)
def test_brackets_that_do_not_make_their_whole(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [one[1] for one in findings_of(body, "sum-mismatch")] == [found]
