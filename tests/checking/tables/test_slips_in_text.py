"""Numbers of the text that are a cell's but for the order of their digits, or beside a total that agrees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_TABLE = """

Lĩnh vực	Cấp tỉnh	Cấp xã	Tổng số
Nông nghiệp	124	863	987
Thương mại	96	415	511
Tổng số	220	1.278	1.498
"""


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Lĩnh vực nông nghiệp tiếp nhận 978 hồ sơ.", [("", "978 hồ sơ")], id="two digits changed places"),
        pytest.param("Lĩnh vực nông nghiệp tiếp nhận 987 hồ sơ.", [], id="as in the table"),
        pytest.param("Lĩnh vực du lịch tiếp nhận 978 hồ sơ.", [], id="of another row"),
        pytest.param("Lĩnh vực nông nghiệp tiếp nhận trên 978 hồ sơ.", [], id="with a qualifier"),
        pytest.param("Toàn xã nhận 1.489 hồ sơ (Phụ lục I).", [("", "1.489 hồ sơ")], id="a total that points there"),
        pytest.param("Toàn xã nhận 1.489 hồ sơ.", [], id="which points nowhere"),
        pytest.param("Có 836 hồ sơ ở xã, cả thảy 987 hồ sơ.", [], id="beside one other number of the row"),
        pytest.param(
            "Có 124 hồ sơ ở tỉnh, 836 hồ sơ ở xã, cả thảy 987 hồ sơ.",
            [("", "836 hồ sơ")],
            id="beside the others of the row",
        ),
        pytest.param(
            "Có 124 hồ sơ ở tỉnh, 683 hồ sơ ở xã, cả thảy 987 hồ sơ.",
            [("", "683 hồ sơ")],
            id="its first digits changed places",
        ),
        pytest.param("Nhận 1.498 hồ sơ, cấp tỉnh 250 hồ sơ.", [("", "250 hồ sơ")], id="beside a total that agrees"),
        pytest.param("Nhận 1.498 hồ sơ, cấp tỉnh 220 hồ sơ.", [], id="both agree"),
        pytest.param("Nhận 1.498 hồ sơ, cấp huyện 250 hồ sơ.", [], id="a label that the table has not"),
    ],
)
def test_text_against_a_table(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body + _TABLE, KIND) == found


_TITLED = """

Chi tiết ở bảng sau:

Bảng 1. Kết quả {title}

TT\tĐơn vị\tNam\tNữ\tCộng
1\tChi bộ thôn Khe Lạnh\t3\t4\t7
2\tChi bộ thôn Khe Ấm\t5\t1\t6
3\tChi bộ thôn Lũng Sâu\t2\t2\t4
\tTổng số\t10\t7\t17
"""


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        pytest.param(
            "đảng viên được khen thưởng năm 2026",
            "Riêng Chi bộ thôn Khe Ấm có 09 đảng viên được khen thưởng.",
            [("", "09 đảng viên")],
            id="of one row",
        ),
        pytest.param(
            "kết nạp đoàn viên mới của xã",
            "Nhiều nhất là Chi bộ thôn Khe Lạnh (8 đoàn viên mới kết nạp).",
            [("", "8 đoàn viên")],
            id="in brackets",
        ),
        pytest.param(
            "đảng viên được khen thưởng năm 2026",
            "Riêng Chi bộ thôn Khe Ấm có 06 đảng viên được khen thưởng.",
            [],
            id="as in the table",
        ),
        pytest.param(
            "đảng viên được khen thưởng năm 2026",
            "Riêng Chi bộ thôn Khe Ấm có 05 đảng viên được khen thưởng là nam.",
            [],
            id="another column",
        ),
        pytest.param(
            "đảng viên được khen thưởng năm 2026", "Chi bộ thôn Khe Ấm có 42 đảng viên.", [], id="more than the title"
        ),
        pytest.param(
            "đảng viên được khen thưởng năm 2026",
            "Chi bộ thôn Khe Ấm có 02 đảng viên được khen thưởng về học tập.",
            [],
            id="less than the title",
        ),
        pytest.param(
            "đảng viên được khen thưởng năm 2026",
            "Năm 2025, Chi bộ thôn Khe Ấm có 09 đảng viên được khen thưởng.",
            [],
            id="of another year",
        ),
        pytest.param(
            "đảng viên được khen thưởng năm 2026",
            "Chi bộ thôn Khe Ấm có trên 05 đảng viên được khen thưởng.",
            [],
            id="with a qualifier",
        ),
    ],
)
def test_a_row_in_the_words_of_the_title(
    title: str, body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body + _TITLED.format(title=title), KIND) == found


def test_a_row_may_begin_with_the_word_of_totals(findings_of: FindingsOf) -> None:
    table = "\n\nSTT\tNội dung\tSố lượng\n1\tTổng số chi bộ\t14\n2\tTổng số đảng viên\t312\n3\tĐảng viên nữ\t118\n"
    body = "Đảng bộ có 14 chi bộ trực thuộc với 321 đảng viên."
    assert findings_of(body + table, KIND) == [("", "321 đảng viên")]


def test_a_rate_of_all_is_not_that_of_a_row_with_the_same_digits(findings_of: FindingsOf) -> None:
    rows = "1\tBan Quản lý dự án\t1.045,0\t57,62\n2\tSở Y tế\t640,0\t41,38\n"
    table = f"\n\nTT\tĐơn vị\tKế hoạch\tTỷ lệ giải ngân (%)\n{rows}"
    assert findings_of("Tỷ lệ giải ngân trên số vốn đã phân bổ đạt 52,76%." + table, KIND) == []
