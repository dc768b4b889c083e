"""Numbers told side by side, time after time: where one count adds up, the other must."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Phát hiện 64 vụ với 97 đối tượng. Trong đó, khởi tố 38 vụ, 51 bị can; xử phạt 22 vụ, 37 đối tượng với 80 "
            "triệu đồng. Đang xác minh 4 vụ với 8 đối tượng.",
            ["97 đối tượng"],
            id="the people",
        ),
        pytest.param(
            "Phát hiện 46 vụ với 96 đối tượng; khởi tố 38 vụ, 51 bị can; xử phạt 26 vụ, 45 đối tượng.",
            ["46 vụ"],
            id="the cases, two digits changed places",
        ),
        pytest.param(
            "Phát hiện 64 vụ với 96 đối tượng; khởi tố 38 vụ, 51 bị can; xử phạt 26 vụ, 45 đối tượng.", [], id="right"
        ),
        pytest.param(
            "Khởi tố 48 vụ, 64 bị can: trật tự xã hội 26 vụ, 36 bị can; kinh tế 9 vụ, 8 bị can; công nghệ cao có 1 vụ; "
            "ma túy 12 vụ, 20 bị can.",
            [],
            id="a case without people",
        ),
        pytest.param(
            "Họp 14 phiên với 62 lượt người, giám sát 3 cuộc với 12 lượt người, tiếp xúc 8 cuộc với 450 lượt người.",
            [],
            id="counts of their own",
        ),
        pytest.param(
            "Đã giải quyết 18/93 ý kiến; 37/93 ý kiến được giải trình; 39/93 ý kiến đang giải quyết.",
            [],
            id="done behind",
        ),
        pytest.param(
            "Có 18/93 ý kiến đã được giải quyết; 37/93 ý kiến được giải trình; 39/93 ý kiến đang giải quyết.",
            ["39/93 ý kiến"],
            id="shares of one whole",
        ),
        pytest.param(
            "Có 18/39 ý kiến đã được giải quyết; 37/93 ý kiến được giải trình; 38/93 ý kiến đang giải quyết.",
            ["18/39 ý kiến"],
            id="one of another whole",
        ),
        pytest.param(
            "Có 18/20 thôn đã đạt chuẩn văn hóa, 12/20 thôn có nhà văn hóa, 9/20 thôn chưa có sân thể thao.",
            [],
            id="shares that one may have together",
        ),
    ],
)
def test_numbers_told_side_by_side(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nêu 640 vấn đề, trong đó có 153 vấn đề của xã; giải trình tại chỗ 83 vấn đề, còn lại 60 vấn đề ghi nhận.",
            ["60 vấn đề"],
            id="wrong",
        ),
        pytest.param(
            "Nêu 640 vấn đề, trong đó có 153 vấn đề của xã; giải trình tại chỗ 83 vấn đề, còn lại 70 vấn đề ghi nhận.",
            [],
            id="right of the last whole",
        ),
        pytest.param(
            "Có 153 vấn đề; giải trình 83 vấn đề, chuyển lên 30 vấn đề, còn lại 40 vấn đề đang xem xét.",
            [],
            id="two parts",
        ),
    ],
)
def test_what_is_left_of_the_last_whole(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
