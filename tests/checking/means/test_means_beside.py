"""Means whose total and number stand right before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("15 xã đạt 240 tiêu chí, bình quân 16 tiêu chí/xã.", [], id="right"),
        pytest.param(
            "Có 06 xã đạt 19 tiêu chí, 03 xã đạt 15 tiêu chí, bình quân toàn huyện đạt 17,5 tiêu chí/xã.",
            [],
            id="what each of some reached",
        ),
        pytest.param("15 xã đạt 240 tiêu chí, bình quân 18 tiêu chí/xã.", ["18 tiêu chí/xã"], id="wrong"),
        pytest.param(
            "Có 42 lớp, 1.302 học sinh (tiểu học 25 lớp, 702 học sinh; trung học cơ sở 17 lớp, 600 học sinh), bình quân"
            " 31 học sinh/lớp.",
            [],
            id="of all, and not of the last in brackets",
        ),
        pytest.param(
            "Có 15 xã (10 xã vùng cao, 5 xã vùng thấp), đạt 240 tiêu chí, bình quân 18 tiêu chí/xã.",
            ["18 tiêu chí/xã"],
            id="past brackets",
        ),
    ],
)
def test_means_of_two_numbers_before_them(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "ratio-mismatch") if case == "mean"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cấp 12.500 tờ rơi cho 25 xã, mỗi xã 500 tờ.", [], id="named more shortly, right"),
        pytest.param(
            "Mở 62 lớp cho 5.208 lượt học viên (bình quân 84 học viên/lớp), trong đó 08 lớp mới với 562 người.",
            [],
            id="who came, however often, and some of them behind",
        ),
        pytest.param("Cấp 12.500 tờ rơi cho 25 xã, mỗi xã 600 tờ.", ["600 tờ"], id="named more shortly"),
        pytest.param("Huy động 2.400 ngày công, trị giá 480 triệu đồng (200.000 đồng/công).", [], id="work, right"),
        pytest.param(
            "Huy động 2.400 ngày công, trị giá 480 triệu đồng (300.000 đồng/công).", ["300.000 đồng/công"], id="work"
        ),
    ],
)
def test_what_each_takes_of_a_total(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "ratio-mismatch") if case == "mean"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thôn có 79 hộ với 343 khẩu, bình quân 4,31 khẩu/hộ.", ["4,31 khẩu/hộ"], id="off by a few units"),
        pytest.param("Thôn có 79 hộ với 343 khẩu, bình quân 4,35 khẩu/hộ.", [], id="rounded up"),
        pytest.param("Thôn có 79 hộ với 343 khẩu, bình quân 4,3 khẩu/hộ.", [], id="with fewer decimals"),
        pytest.param("Huyện có 79.200 hộ với 343.900 khẩu, bình quân 4,31 khẩu/hộ.", [], id="of rounded numbers"),
    ],
)
def test_means_of_small_numbers_are_held_to_their_decimals(
    body: str, found: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert [place for _, place in findings_of(body, "ratio-mismatch")] == found


def test_a_mean_of_those_that_a_share_counts(findings_of: FindingsOf) -> None:
    body = "Các tổ vận động 4.298/4.386 hộ gửi tiền với số dư 15.043 triệu đồng, bình quân {} đồng/hộ."
    assert findings_of(body.format("350.000"), "ratio-mismatch")
    assert not findings_of(body.format("3.500.000"), "ratio-mismatch")
