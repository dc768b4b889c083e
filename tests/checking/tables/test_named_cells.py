"""Rows of a table that the text names beside their number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
TABLE = (
    "\n\nTT\tHuyện\tĐăng ký\tCông nhận\n1\tSông Gia\t117\t108\n2\tNà Khoang\t84\t71\n3\tĐại Khê\t39\t36\n"
    "4\tKhe Lanh\t44\t41\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Ít nhất là Khe Lanh với 41 mô hình.", ["41 mô hình"], id="not the lowest"),
        pytest.param(
            "Nà Khoang là nơi có nhiều mô hình được công nhận nhất với 71 mô hình.", ["71 mô hình"], id="words between"
        ),
        pytest.param("Huyện Sông Gia có 180 mô hình.", ["180 mô hình"], id="its digits in another order"),
        pytest.param("- Sông Gia: đăng ký 171 mô hình.", ["171 mô hình"], id="its column between"),
        pytest.param("- Sông Gia: phấn đấu có 171 mô hình.", [], id="other words between"),
        pytest.param("Ít nhất là Đại Khê với 36 mô hình.", [], id="the lowest"),
        pytest.param("Huyện Đại Khê có 39 mô hình được công nhận.", ["39 mô hình"], id="of another column"),
        pytest.param("Huyện Đại Khê có 36 mô hình được công nhận.", [], id="of its column"),
        pytest.param("Huyện Đại Khê đăng ký 39 mô hình, sau được công nhận ít hơn.", [], id="of both columns"),
    ],
)
def test_a_named_row_has_its_number(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + TABLE, "body-appendix-mismatch")] == found


def test_rows_beyond_a_total_are_not_compared(findings_of: FindingsOf) -> None:
    table = (
        "\n\nTT\tNội dung\tThực hiện\nA\tTổng thu\t22.660\n1\tThu ngoài quốc doanh\t10.150\n2\tThu tiền đất\t8.310\n"
        "3\tThu phí\t4.200\nB\tTổng chi\t156.820\n1\tChi giáo dục\t98.400\n2\tChi y tế\t58.420\n"
    )
    body = "Khoản thu lớn nhất là thu ngoài quốc doanh 10.150 triệu đồng." + table
    assert findings_of(body, "body-appendix-mismatch") == []


AIMS = (
    "\n\nTT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\tĐạt (%)\n"
    '1\tVận động Quỹ "Vì người nghèo"\ttriệu đồng\t450\t512\t113,8\n'
    "2\tTổng đàn lợn\tcon\t4.120\t4.365\t105,9\n"
    "3\tTỷ lệ hộ nghèo\t%\t8,0\t7,6\t\n4\tTạo việc làm\tngười\t385\t412\t107,0\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            'Vận động Quỹ "Vì người nghèo" đạt 512 triệu đồng, đạt 113,8% kế hoạch.', [], id="a rate of its plan"
        ),
        pytest.param("Tổng đàn lợn 4.365 con.", [], id="a row that begins with 'Tổng'"),
        pytest.param("Tỷ lệ hộ nghèo giảm còn 7,6%.", [], id="a rate"),
        pytest.param("Tổng đàn lợn 4.635 con.", ["4.635 con"], id="not that of a row that begins with 'Tổng'"),
        pytest.param("Tỷ lệ hộ nghèo giảm còn 6,7%.", ["6,7%"], id="a rate with its digits in another order"),
    ],
)
def test_a_named_indicator_has_its_number(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + AIMS, "body-appendix-mismatch")] == found
