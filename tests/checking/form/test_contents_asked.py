"""Contents that a report was asked for, and one that it leaves out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "missing-part"


@pytest.mark.parametrize(
    "body",
    [
        "Theo yêu cầu của Sở, Trường báo cáo 03 nội dung: cơ sở vật chất, đội ngũ giáo viên và bếp ăn bán trú.\n1."
        " Cơ sở vật chất: có 24 phòng học.\n2. Đội ngũ giáo viên: 41 người.\nTrên đây là báo cáo.",
        "Hội báo cáo ba nội dung sau: vốn vay, tổ viên và nợ quá hạn.\n1. Vốn vay: 12 tỷ đồng.\n2. Tổ viên: 412"
        " người.\nHội xin báo cáo.",
    ],
)
def test_one_content_is_left_out(body: str, findings_of: FindingsOf) -> None:
    assert "content" in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        "Theo yêu cầu của Sở, Trường báo cáo 03 nội dung: cơ sở vật chất, đội ngũ giáo viên và bếp ăn bán trú.\n1."
        " Cơ sở vật chất: có 24 phòng học.\n2. Đội ngũ giáo viên: 41 người.\n3. Bếp ăn: 02 bếp.\nTrên đây là báo cáo.",
        "Theo yêu cầu của Sở, Trường báo cáo 03 nội dung: cơ sở vật chất, đội ngũ giáo viên và bếp ăn bán trú.\n1."
        " Cơ sở vật chất: có 24 phòng học, 02 bếp ăn bán trú.\n2. Đội ngũ giáo viên: 41 người.\nTrên đây là báo cáo.",
        "Theo yêu cầu của Sở, Trường báo cáo 02 nội dung: cơ sở vật chất, đội ngũ giáo viên và bếp ăn bán trú.\n1."
        " Cơ sở vật chất: có 24 phòng học.\n2. Đội ngũ giáo viên: 41 người.\nTrên đây là báo cáo.",
    ],
)
def test_all_contents_are_told(body: str, findings_of: FindingsOf) -> None:
    assert "content" not in [case for case, _ in findings_of(body, KIND)]
