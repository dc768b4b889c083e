"""A commune that speaks of itself as the level above."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.units.levels_told import check_levels_told


def _told(body: str, head: str = HEAD) -> list[str]:
    report = read_text(head + TITLE + body + TAIL)
    return [one.facts["here"] for one in check_levels_told(report)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Toàn huyện có 12 thôn, 1.245 hộ.", "Toàn huyện"),
        ("Trên địa bàn huyện hiện có 9/12 bản có nhà văn hóa.", "Trên địa bàn huyện"),
        ("Phong trào được triển khai ở 9/9 xã.", "9/9 xã"),
        ("Tổng chiều dài đường nội đồng trên địa bàn huyện 8,33 km.", "trên địa bàn huyện"),
        ("Tình hình dịch bệnh trên địa bàn huyện cơ bản được kiểm soát.", "trên địa bàn huyện"),
    ],
)
def test_a_commune_that_tells_of_the_level_above(body: str, told: str) -> None:
    assert _told(body) == [told]


@pytest.mark.parametrize(
    "body",
    [
        "Toàn xã có 12 thôn, 1.245 hộ.",
        "Toàn huyện có 145 thôn, xã chiếm 12 thôn.",
        "So với bình quân toàn huyện, xã cao hơn 2%.",
        "Xã là một trong 9/9 xã của huyện đạt chuẩn.",
        "Phong trào được triển khai ở 9/9 thôn.",
        "Xã xếp thứ 9/9 xã về chuyển đổi số.",
        "Tổng chiều dài đường liên xã trên địa bàn huyện 48 km.",
        "Số lao động làm việc cho doanh nghiệp trên địa bàn huyện tăng.",
    ],
)
def test_what_a_commune_says_of_others(body: str) -> None:
    assert not _told(body)


def test_a_district_tells_of_its_communes() -> None:
    assert not _told("Toàn huyện có 12 bản vùng cao ở 9/9 xã.", HEAD.replace("XÃ LŨNG ẲNG", "HUYỆN KHE BẠC"))


def test_communes_of_before_a_merger_are_no_level_above() -> None:
    assert _told("03/03 xã cũ đều đã đạt chuẩn nông thôn mới trước khi sắp xếp.\n") == []


def test_a_unit_without_a_head_is_known_by_what_is_said_of_it() -> None:
    described = "Xã Lũng Ẳng có tổng diện tích tự nhiên 92 km².\nPhong trào được triển khai ở 9/9 xã.\n"
    assert [one.facts["here"] for one in check_levels_told(read_text(described))] == ["9/9 xã"]
    of_two = described + "Xã Khe Lạn có 5 thôn.\n"
    assert not list(check_levels_told(read_text(of_two)))
