"""Two people in one post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        (
            "Đồng chí Lục Văn Bằng, Bí thư Đảng ủy xã, chủ trì hội nghị.\nĐồng chí Hà Thị Nết, Phó Bí thư Đảng "
            "ủy xã, phát biểu."
        ),
        (
            "Đồng chí Lục Văn Bằng, Bí thư Đảng ủy xã, chủ trì hội nghị.\nĐồng chí Hà Thị Nết, nguyên Bí thư "
            "Đảng ủy xã, phát biểu."
        ),
        (
            "Đồng chí Lục Văn Bằng, Bí thư Chi bộ Nà Tảo, chủ trì.\nĐồng chí Hà Thị Nết, Bí thư Chi bộ Cốc "
            "Lải, phát biểu."
        ),
        (
            "Đồng chí Lục Văn Bằng, Chủ tịch UBND xã giai đoạn 2021 - 2024.\nĐồng chí Hà Thị Nết, Chủ tịch UBND "
            "xã, ký quyết định."
        ),
        "Ông Lục Văn Bằng, Trưởng ban chỉ đạo xã.\nBà Hà Thị Nết, Trưởng ban chỉ đạo xã về giảm nghèo.",
        "Đồng chí Lục Văn Bằng, Bí thư Đảng ủy xã, chủ trì hội nghị.\nĐồng chí Bằng, Bí thư Đảng ủy xã, kết luận.",
        (
            "Tới dự có đồng chí Trần Văn Quế, Chủ tịch UBND xã Khe Bạc.\nĐồng chí Lê Thị Mận, Chủ tịch UBND xã "
            "Lũng Ẳng, ghi nhận."
        ),
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        (
            "Đồng chí Lục Văn Bằng, Bí thư Đảng ủy xã, chủ trì hội nghị.\nĐồng chí Hà Thị Nết, Bí thư Đảng ủy "
            "xã, phát biểu kết luận."
        ),
        (
            "Hiệu trưởng nhà trường, cô Đàm Thị Lý, khai mạc buổi lễ.\nThầy Ma Văn Thụ, Hiệu trưởng nhà "
            "trường, trao thưởng."
        ),
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
