"""Lists of the text that tell the rows of a table again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from counted_work import calls_of
from tongket.checking.tables.lists_of_tables import check_lists_of_tables

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


def test_the_work_grows_with_the_rows_of_a_table() -> None:
    few, many = (_work_of_table(rows) for rows in (200, 800))
    assert many < 6 * few


def _work_of_table(rows: int) -> int:
    table = "".join(f"{n}\tHộ nghèo xã {n}\t12\t15\n" for n in range(rows))
    report = read_text(HEAD + TITLE + "TT\tNội dung\tNăm 2022\tNăm 2023\n" + table + TAIL)
    return calls_of(lambda: list(check_lists_of_tables(report)))
