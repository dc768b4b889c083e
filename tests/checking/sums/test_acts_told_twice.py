"""What was done in all the year, told twice with two numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_ADMITTED = "Trong năm kết nạp 14 đảng viên mới.\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"{_ADMITTED}Về phát triển đảng, cả năm kết nạp được 12 đảng viên.",
            ["cả năm kết nạp được 12 đảng viên"],
            id="admitted",
        ),
        pytest.param(
            "Năm 2026 toàn xã thành lập 03 hợp tác xã.\nTrong năm đã thành lập được 02 hợp tác xã, giải thể 01.",
            ["Trong năm đã thành lập được 02 hợp tác xã"],
            id="founded",
        ),
        pytest.param(
            "Toàn xã khởi công 17 nhà tình thương.\nTrong năm đã khởi công 18 nhà tình thương, bàn giao 15 nhà.",
            ["Trong năm đã khởi công 18 nhà tình thương"],
            id="begun",
        ),
        pytest.param(f"{_ADMITTED}Cả năm kết nạp được 14 đảng viên.", [], id="the same"),
        pytest.param(f"{_ADMITTED}Trong năm, chi bộ thôn Hạ kết nạp 02 đảng viên.", [], id="a part of the unit"),
        pytest.param(f"{_ADMITTED}Toàn trường kết nạp 5 đảng viên.", [], id="a school of the unit"),
        pytest.param(
            "Trong năm tổ chức 12 cuộc tuyên truyền.\nVề ma túy: Trong năm tổ chức 5 cuộc tuyên truyền.",
            [],
            id="what each field of work has",
        ),
        pytest.param(f"{_ADMITTED}Năm 2025 kết nạp 12 đảng viên.", [], id="another year"),
        pytest.param("Trong năm mở 17 lớp.\nTrong năm, Hội Phụ nữ mở 5 lớp.", [], id="a body of the unit"),
        pytest.param("Trong năm ban hành 24 văn bản.\nTrong năm ban hành 11 văn bản chỉ đạo.", [], id="a kind of them"),
        pytest.param(
            "1. Hội Nông dân\nTrong năm kết nạp 24 hội viên.\n2. Hội Phụ nữ\nTrong năm kết nạp 30 hội viên.",
            [],
            id="under the headings of two bodies",
        ),
    ],
)
def test_acts_told_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
