"""All are said to have done it, and a share or a rest did not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Các kiến nghị sau giám sát được giải quyết 100%.\nĐã giải quyết 08/08 kiến nghị sau giám sát.",
        "Tỷ lệ trẻ 5 tuổi ra lớp đạt 100%.\nCòn 6 trẻ 3 tuổi chưa ra lớp.",
        "100% khu dân cư tổ chức Ngày hội.\nCó 141/162 khu dân cư đạt danh hiệu văn hóa.",
        "Các kiến nghị sau giám sát được giải quyết 100%.\nNăm 2024, đã giải quyết 06/08 kiến nghị sau giám sát.",
        "Công tác sản xuất dầm đạt 100%.\nSản xuất dầm hộp cầu Nà Tảo: 45/57 dầm.",
        "Tất cả các thôn xây dựng hương ước.\nMột số thôn chưa thực hiện tốt hương ước về việc cưới.",
        "Toàn bộ đảng viên được học tập nghị quyết.\nCòn 3 đảng viên chưa nộp bài thu hoạch học tập nghị quyết.",
        "Thu ngân sách đạt 100% kế hoạch.\nCòn 3 khoản thu chưa đạt kế hoạch.",
        "Tỷ lệ chi bộ sinh hoạt chuyên đề đạt 100%.\nMột số chi bộ sinh hoạt chuyên đề chất lượng thấp.",
        "100% cơ sở kinh doanh được kiểm tra.\nQua kiểm tra có 45/52 cơ sở đạt loại tốt.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Các kiến nghị sau giám sát được giải quyết 100%.\nĐã giải quyết 06/08 kiến nghị sau giám sát.",
        "Tỷ lệ trẻ 5 tuổi ra lớp đạt 100%.\nCòn 6 trẻ 5 tuổi chưa ra lớp.",
        "100% hộ kinh doanh đã ký cam kết bảo đảm an toàn thực phẩm.\nHạn chế: còn 6 hộ kinh doanh chưa ký cam kết.",
        "Tỷ lệ ký số văn bản đạt 100%.\nMột số công chức chưa thực hiện ký số văn bản.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
