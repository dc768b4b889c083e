"""What all are said to have done beside a count of those who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Các chi bộ đều sinh hoạt định kỳ. Có 3/6 chi bộ tổ chức sinh hoạt chuyên đề.", [], id="another thing"
        ),
        pytest.param(
            "Các chi bộ đều có sinh hoạt chuyên đề. Có 6/6 chi bộ tổ chức sinh hoạt chuyên đề.", [], id="all of them"
        ),
        pytest.param(
            "Các chi bộ đều tổ chức sinh hoạt chuyên đề. Năm trước, 3/6 chi bộ tổ chức sinh hoạt chuyên đề.",
            [],
            id="another time",
        ),
        pytest.param(
            "Các thôn đều tổ chức sinh hoạt chuyên đề. Có 3/6 chi bộ tổ chức sinh hoạt chuyên đề.", [], id="others"
        ),
        pytest.param(
            "Các chi bộ đều thực hiện nghiêm sinh hoạt định kỳ, sinh hoạt chuyên đề. Có 3/6 chi bộ trực thuộc tổ chức"
            " sinh hoạt chuyên đề với nội dung phong phú.",
            ["Các chi bộ đều thực hiện nghiêm sinh hoạt định kỳ, sinh hoạt chuyên đề"],
            id="half of them",
        ),
    ],
)
def test_all_and_a_part(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [said for case, said in findings_of(body, "body-appendix-mismatch") if case == "text"] == found
