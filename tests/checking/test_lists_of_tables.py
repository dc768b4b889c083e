"""Lists of the text that tell the rows of a table again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
TABLE = (
    "\n\nBảng 1. Số đơn theo lĩnh vực (đơn vị tính: đơn)\n\nLĩnh vực\tKhiếu nại\tKiến nghị\tCộng\n"
    "Đất đai\t11\t73\t84\nChính sách xã hội\t3\t19\t22\nMôi trường\t0\t14\t14\nLĩnh vực "
    "khác\t5\t9\t14\nCộng\t19\t115\t134\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Phân loại: đất đai 84 đơn; chính sách xã hội 22 đơn; môi trường 15 đơn.", ["15 đơn"], id="a total"
        ),
        pytest.param(
            "Có kiến nghị về đất đai 73 đơn, chính sách xã hội 21 đơn, môi trường 14 đơn.", ["21 đơn"], id="a column"
        ),
        pytest.param(
            "Phân loại: đất đai 84 đơn (62,7%); chính sách xã hội: 22 đơn; môi trường có 16 đơn, chủ yếu là bụi.",
            ["16 đơn"],
            id="with shares, and words between",
        ),
        pytest.param(
            "Phân loại: đất đai 84 đơn; chính sách xã hội 22 đơn; môi trường 14 đơn.", [], id="as in the table"
        ),
        pytest.param("Năm trước: đất đai 84 đơn; chính sách xã hội 20 đơn; môi trường 15 đơn.", [], id="another time"),
        pytest.param("Phân loại: đất đai 84 đơn; chính sách xã hội 22 đơn; môi trường 0 đơn.", [], id="another column"),
        pytest.param("Phân loại: đất đai 84 đơn; chính sách xã hội 22 đơn; môi trường gần 20 đơn.", [], id="rounded"),
        pytest.param("Phân loại: đất đai 84 đơn; chính sách xã hội 22 đơn; môi trường 15 hộ.", [], id="other things"),
    ],
)
def test_a_list_that_tells_the_rows_of_a_table(body: str, found: list[str], findings_of: Found) -> None:
    assert [text for _, text in findings_of(body + TABLE, "body-appendix-mismatch")] == found
