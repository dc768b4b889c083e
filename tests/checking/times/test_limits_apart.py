"""Two limits of time for one task."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_BETWEEN = "\nCông tác tuyên truyền được duy trì.\n"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            "Các thôn gửi báo cáo sơ kết về Ủy ban nhân dân xã trước ngày 30/6/2026.",
            "Các thôn gửi báo cáo sơ kết chậm nhất ngày 30/6/2026.",
        ),
        (
            "Các thôn gửi báo cáo kết quả quý I về xã trước ngày 15/3/2026.",
            "Các thôn gửi báo cáo kết quả quý II về xã trước ngày 15/6/2026.",
        ),
        (
            "Thôn Nà Pục hoàn thành đường trục thôn trước ngày 30/6/2026.",
            "Thôn Khe Lạnh hoàn thành đường trục thôn trước ngày 31/7/2026.",
        ),
        (
            "Hồ sơ cấp giấy phép xây dựng được giải quyết trong 15 ngày làm việc.",
            "Hồ sơ cấp lại giấy phép xây dựng lần đầu được giải quyết trong 05 ngày.",
        ),
        (
            "Trong 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, bộ phận địa chính thẩm định.",
            "Trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Chủ tịch ký giấy phép.",
        ),
        (
            "Hoàn thành sửa chữa nhà văn hóa thôn trước ngày 30/6/2026.",
            "Đề nghị gia hạn hoàn thành sửa chữa nhà văn hóa thôn trước ngày 30/8/2026.",
        ),
    ],
)
def test_limits_of_their_own(first: str, then: str, findings_of: FindingsOf) -> None:
    assert findings_of(first + _BETWEEN + then, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            "Các thôn gửi báo cáo sơ kết về Ủy ban nhân dân xã trước ngày 30/9/2026.",
            "Báo cáo sơ kết của các thôn gửi chậm nhất ngày 15/10/2026.",
        ),
        (
            "Hồ sơ cấp giấy phép xây dựng được giải quyết trong 15 ngày làm việc kể từ khi nhận đủ hồ sơ.",
            "Thời hạn giải quyết hồ sơ cấp giấy phép xây dựng là 20 ngày làm việc.",
        ),
        (
            "Trước ngày 20 hằng tháng, các thôn báo cáo kết quả thu nộp các loại quỹ.",
            "Các thôn báo cáo kết quả thu nộp các loại quỹ trước ngày 25 hằng tháng.",
        ),
    ],
)
def test_two_limits(first: str, then: str, findings_of: FindingsOf) -> None:
    assert findings_of(first + _BETWEEN + then, "body-appendix-mismatch") == [("text", then.rstrip("."))]
