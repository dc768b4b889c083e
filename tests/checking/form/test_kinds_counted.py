"""Kinds announced by their number and told with one number each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

CLUBS = (
    "Hội xây dựng được 47 câu lạc bộ với 1.560 thành viên thuộc {} loại hình: 16 câu lạc bộ phụ nữ với pháp luật, 14 "
    "câu lạc bộ gia đình hạnh phúc, 08 câu lạc bộ nuôi con khỏe, 05 câu lạc bộ dân vũ, 04 câu lạc bộ khởi nghiệp."
)
LOANS = (
    "Dư nợ tập trung ở {} chương trình: cho vay hộ nghèo 4.120 triệu đồng; hộ cận nghèo 9.865 triệu đồng; hộ mới thoát "
    "nghèo 11.240 triệu đồng; giải quyết việc làm 10.300 triệu đồng."
)
GOODS = (
    "Huyện có 196 sản phẩm thuộc {} lĩnh vực (nông sản 96 sản phẩm, thực phẩm chế biến 48 sản phẩm, đồ uống 27 sản "
    "phẩm, dược liệu 25 sản phẩm)."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(CLUBS.format("05"), id="clubs"),
        pytest.param(LOANS.format("04"), id="loans"),
        pytest.param(GOODS.format("4"), id="in brackets"),
        pytest.param(
            "Năm qua có 03 chương trình: tổng vốn giao 120 tỷ đồng, giải ngân 85 tỷ đồng, chuyển sang năm sau 35 tỷ "
            "đồng và dự phòng 4 tỷ đồng.",
            id="what was done with them",
        ),
        pytest.param(
            "Cho vay theo 08 chương trình, trong đó hộ nghèo 4.120 triệu đồng, hộ cận nghèo 9.865 triệu đồng, việc làm "
            "10.300 triệu đồng.",
            id="some of them",
        ),
        pytest.param(
            "Có 03 loại hình: 16 câu lạc bộ pháp luật, 14 câu lạc bộ dân vũ, 08 câu lạc bộ võ thuật, 05 CLB khác.",
            id="and others",
        ),
    ],
)
def test_as_many_kinds_as_announced_or_not_all(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(CLUBS.format("04"), "04 loại hình", id="numbers first"),
        pytest.param(LOANS.format("05"), "05 chương trình", id="names first"),
        pytest.param(GOODS.format("6"), "6 lĩnh vực", id="in brackets"),
        pytest.param(
            "Các đơn vị triển khai 03 loại hình bảo hiểm gồm: bảo hiểm xã hội bắt buộc, bảo hiểm xã hội tự nguyện, bảo "
            "hiểm y tế và bảo hiểm thất nghiệp.",
            "03 loại hình",
            id="without numbers, each with the noun",
        ),
    ],
)
def test_other_kinds_than_announced(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
