"""The years on which a review looks back, against those of its title: five years of 'Chỉ thị số 06-CT/TU'."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        "Trong 05 năm qua, việc thực hiện Chỉ thị đã đạt nhiều kết quả.",
        "Trong 02 năm qua, việc trồng rừng đã đạt nhiều kết quả.",
        "Năm 2024, qua 03 năm triển khai thực hiện Chỉ thị, xã đã khen thưởng 05 tập thể.",
        "Trong 03 năm đầu triển khai thực hiện Chỉ thị, xã gặp nhiều khó khăn.",
        "Sơ kết 02 năm thực hiện Chỉ thị, xã đã khen thưởng. Sau 02 năm triển khai, quán triệt Chỉ thị, xã đã có 05"
        " mô hình.",
        "Tổng kinh phí trong 03 năm (2021 - 2023) là 2,4 tỷ đồng.",
        "Qua 10 năm triển khai, tổ chức thực hiện Nghị quyết, đời sống đã đổi khác.",
        "Trong 02 năm là 1,2 tỷ đồng, trong 02 năm sau là 2,1 tỷ đồng.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "period-mismatch") == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Trong 10 năm qua, việc thực hiện Chỉ thị đã đạt nhiều kết quả.", "10 năm qua"),
        ("Trong mười năm qua, cấp ủy đã chỉ đạo thực hiện tốt Chỉ thị.", "mười năm qua"),
        (
            "Qua 10 năm triển khai, quán triệt và tổ chức thực hiện Chỉ thị, xã đã đổi khác.",
            "10 năm triển khai, quán triệt và tổ chức thực hiện Chỉ thị",
        ),
        ("II. ĐÁNH GIÁ CHUNG 10 NĂM THỰC HIỆN CHỈ THỊ\nCác thôn làm tốt.", "10 NĂM THỰC HIỆN CHỈ THỊ"),
        ("Tổng kinh phí huy động trong 03 năm là 2,4 tỷ đồng.", "03 năm"),
    ],
)
def test_other_years(body: str, words: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "period-mismatch") == [("years", words)]
