"""Who was called, who came and who stayed away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đại hội triệu tập 150 đại biểu, có mặt 146 đại biểu, vắng 04 đại biểu.", [], id="all are told of"
        ),
        pytest.param("Hội nghị mời 30 đại biểu, có mặt 35 đại biểu, vắng 02 đại biểu.", [], id="guests came too"),
        pytest.param("Có 146/150 đại biểu dự, đạt 97,3%, vắng mặt 04 đại biểu.", [], id="of a share"),
        pytest.param(
            "Triệu tập 150 đại biểu; có mặt 148 đại biểu; vắng có lý do 01, vắng không lý do 01.",
            [],
            id="away in two ways",
        ),
        pytest.param("Kỳ họp có 25 đại biểu; tiếp theo, vắng 02 đại biểu.", [], id="none who came"),
        pytest.param(
            "Đại hội triệu tập 150 đại biểu, có mặt 146 đại biểu, vắng 06 đại biểu.",
            ["150 đại biểu"],
            id="too many stayed away",
        ),
        pytest.param("Tổng số đại biểu: 150, có mặt: 146, vắng: 3 (có lý do 3).", ["150"], id="in short"),
        pytest.param("Có 146/150 đại biểu dự, đạt 97,3%, vắng mặt 06 đại biểu.", ["150"], id="of a share, too many"),
        pytest.param(
            "Hội nghị triệu tập 165 đại biểu, có mặt 158 đại biểu, đạt 95,8%; vắng mặt 07 đại biểu.",
            [],
            id="with their rate",
        ),
        pytest.param(
            "Hội nghị triệu tập 165 đại biểu, có mặt 158 đại biểu, đạt 95,8%; vắng mặt 09 đại biểu.",
            ["165 đại biểu"],
            id="with their rate, too many",
        ),
        pytest.param(
            "Có 29 đồng chí dự họp (vắng 04 đồng chí có lý do) trên tổng số 33 đồng chí được triệu tập.",
            [],
            id="all told behind",
        ),
        pytest.param(
            "Có 29 đồng chí dự họp (vắng 06 đồng chí có lý do) trên tổng số 33 đồng chí được triệu tập.",
            ["33 đồng chí"],
            id="all told behind, too many",
        ),
    ],
)
def test_attendance(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
