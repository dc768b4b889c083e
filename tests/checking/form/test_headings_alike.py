"""Headings of one rank are written alike: all in capitals, or none of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

Found = Callable[[str, str], list[tuple[str, str]]]
TITLE = "BÁO CÁO\nKết quả công tác dân vận năm 2025\n\n"
MANY = "I. KẾT QUẢ\n\nĐã làm 5 việc.\n\nII. HẠN CHẾ\n\nCòn chậm.\n\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(
            MANY + "III. Đề xuất, kiến nghị:\n\nKhông.\n", "III. Đề xuất, kiến nghị:", id="one in small letters"
        ),
        pytest.param(
            "I. Kết quả\n\nĐã làm.\n\nII. HẠN CHẾ\n\nCòn chậm.\n\nIII. Kiến nghị\n\nKhông.\n",
            "II. HẠN CHẾ",
            id="one in capitals",
        ),
    ],
)
def test_the_fewer_headings_are_told(body: str, told: str, found_in: Found) -> None:
    assert found_in(HEAD + TITLE + body + TAIL, "layout") == [("heading", told)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(MANY + "III. KIẾN NGHỊ\n\nKhông.\n", id="all alike"),
        pytest.param("I. KẾT QUẢ\n\nĐã làm.\n\nII. Hạn chế\n\nCòn chậm.\n", id="one against one"),
        pytest.param(MANY + "III. Về kiến nghị, xã không có nội dung nào gửi cấp trên.\n", id="a sentence"),
        pytest.param(MANY + "1. Đề xuất\n\nKhông.\n", id="another rank"),
    ],
)
def test_headings_that_may_differ_are_left_alone(body: str, found_in: Found) -> None:
    assert found_in(HEAD + TITLE + body + TAIL, "layout") == []
