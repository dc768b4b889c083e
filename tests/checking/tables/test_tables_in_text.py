"""Numbers of the text around which it says what a row of a table is called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
TABLE = (
    "\nBIỂU KÈM THEO\nTT\tNội dung\tNăm 2026\tNăm 2025\n1\tGiám sát chuyên đề tổ chức đảng\t54\t47\n"
    "2\tGiám sát chuyên đề đảng viên\t88\t90"
)
OTHERS = (
    "\nPHỤ LỤC\nKẾT QUẢ\nTT\tChỉ tiêu\tĐVT\tKết quả\n1\tSố xã đạt chuẩn nông thôn mới\tXã\t68\n"
    "2\tSản phẩm OCOP được công nhận\tSản phẩm\t152\n3\tSố hộ đạt gia đình văn hóa\tHộ\t1.932\n"
    "4\tSố người chết do tai nạn giao thông\tNgười\t2"
)
CHECKED = "\nBIỂU KÈM THEO\nTT\tNội dung\tTổng số\n1\tKiểm tra định kỳ cơ sở in\t33\n2\tKiểm tra đột xuất cơ sở in\t8"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"Giám sát chuyên đề 54 tổ chức đảng và 88 đảng viên.{TABLE}", id="the row's own number"),
        pytest.param(f"Kiểm tra 12 tổ chức đảng, giám sát 52 đảng viên.{TABLE}", id="other words"),
        pytest.param(f"Quý I giám sát chuyên đề 50 tổ chức đảng.{TABLE}", id="another time"),
        pytest.param(f"Ngay từ quý I đã kiểm tra định kỳ 31 cơ sở in.{CHECKED}", id="a part of the year"),
        pytest.param(f"Còn 27 xã chưa đạt chuẩn nông thôn mới.{OTHERS}", id="those who have not"),
        pytest.param(f"Công nhận mới 31 sản phẩm OCOP trong năm.{OTHERS}", id="new ones"),
        pytest.param(f"Có 1.932 hộ đạt gia đình văn hóa trên tổng số 2.148 hộ.{OTHERS}", id="all of whom"),
        pytest.param(f"Tai nạn giao thông làm 02 người chết, 05 người bị thương.{OTHERS}", id="other harm"),
    ],
)
def test_numbers_that_no_row_denies(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Trong năm kiểm tra định kỳ 31 cơ sở in.{CHECKED}", "31 cơ sở", id="the whole year"),
        pytest.param(f"Giám sát chuyên đề 52 tổ chức đảng và 88 đảng viên.{TABLE}", "52 tổ chức đảng", id="a table"),
    ],
)
def test_numbers_that_their_row_denies(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, KIND)] == [found]


COURSES = "\nBIỂU TỔNG HỢP NĂM 2026\nSTT\tChỉ tiêu\tĐVT\tKết quả\n1\tLớp tập huấn kỹ thuật\tlớp\t30\n2\tRừng\tha\t84"
TOLD = "Mở 30 lớp tập huấn kỹ thuật.\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cùng kỳ năm trước mở 17 lớp tập huấn kỹ thuật.", [], id="the year before"),
        pytest.param("Năm 2023, mở 17 lớp tập huấn kỹ thuật.", [], id="a year that no title names"),
        pytest.param("Riêng thôn Nà Pàn mở 17 lớp tập huấn kỹ thuật.", [], id="a part"),
        pytest.param("Xã Khe Lạnh mở 17 lớp tập huấn kỹ thuật.", [], id="another unit"),
        pytest.param(f"{TOLD}Các đoàn thể mở 17 lớp tập huấn kỹ thuật.", [], id="told elsewhere as the table has it"),
        pytest.param(f"{TOLD}Đã mở 80 lớp tập huấn kỹ thuật.", ["80 lớp"], id="told elsewhere, and a slip"),
        pytest.param("Năm 2026, mở 17 lớp tập huấn kỹ thuật.", ["17 lớp"], id="the year of the table"),
    ],
)
def test_numbers_of_other_times_and_parts(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(f"{body}{COURSES}", "body-appendix-mismatch")] == found
