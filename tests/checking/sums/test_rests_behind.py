"""What is told as the rest behind its number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Tiếp nhận 09 đơn thư, trong đó thụ lý 04 đơn tố cáo; 05 đơn thư còn lại không thuộc thẩm quyền.",
            id="right",
        ),
        pytest.param(
            "Có 14 hồ sơ chậm. Trong đó 9 hồ sơ nộp thiếu; 05 hồ sơ còn lại đã trả.", id="of the sentence before"
        ),
        pytest.param(
            "Nhận 38 đơn, trong đó 31 đơn thuộc thẩm quyền, đã giải quyết 26/31 đơn, đạt 83,87%, "
            "07 đơn còn lại đã chuyển.",
            id="of all, of whom those of the share are some",
        ),
        pytest.param("Xã có 9 thôn. Năm trước 4 thôn đạt chuẩn; 03 thôn còn lại đăng ký năm nay.", id="another time"),
        pytest.param("Tiếp nhận 09 đơn thư. Đã rà soát 05 đơn thư còn lại của năm 2025.", id="no parts"),
    ],
)
def test_rests_that_are_right_or_of_another_time(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Tiếp nhận 09 đơn thư, trong đó thụ lý 04 đơn tố cáo; 04 đơn thư còn lại không thuộc thẩm quyền.",
            "09 đơn thư",
            id="one too few",
        ),
        pytest.param(
            "Có 14 hồ sơ chậm. Trong đó 9 hồ sơ nộp thiếu; 06 hồ sơ còn lại đã trả.", "14 hồ sơ", id="one too many"
        ),
    ],
)
def test_rests_that_do_not_follow(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
