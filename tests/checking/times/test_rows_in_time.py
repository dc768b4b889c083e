"""Rows of a schedule in the order of their times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_HOURS = "Thời gian\tNội dung\n7 giờ 30\tĐón tiếp\n8 giờ 00\tKhai mạc\n{}\tThảo luận\n10 giờ 30\tBế mạc"
_STEPS = (
    "Bước\tThời gian\tNội dung\nBước 1\tTừ 01/3/2026 đến 15/3/2026\tXây dựng\nBước 2\tTừ 16/3/2026 đến 30/4/2026\tTổ"
    " chức"
    "\nBước 3\tTừ {} đến 15/5/2026\tKiểm tra\nBước 4\tTừ 16/5/2026 đến 30/5/2026\tTổng kết"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_HOURS.format("9 giờ 00"), []),
        (_STEPS.format("01/5/2026"), []),
        ("Đơn vị\tThời gian\nThôn B\t12/5/2026\nThôn C\t10/5/2026\nThôn D\t14/5/2026\nThôn Đ\t15/5/2026", []),
        (_HOURS.format("7 giờ 45"), ["7 giờ 45"]),
        (_STEPS.format("01/4/2026"), ["Từ 01/4/2026 đến 15/5/2026"]),
        (_STEPS.format("01/3/2026"), ["Từ 01/3/2026 đến 15/5/2026"]),
    ],
)
def test_rows_in_time(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "date-chronology") if case == "item-order"] == found


@pytest.mark.parametrize(("until", "found"), [("9 giờ 00", 0), ("8 giờ 05", 1)])
def test_a_row_that_ends_before_it_begins(until: str, found: int, findings_of: FindingsOf) -> None:
    body = _HOURS.format(f"8 giờ 30 - {until}")
    assert [case for case, _ in findings_of(body, "period-mismatch")].count("backwards") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Hội nghị họp ngày 20/6/2026; trước đó, ngày 15/6/2026, Đảng ủy đã cho ý kiến.", 0),
        ("Hội nghị họp ngày 20/6/2026; sau đó, ngày 25/6/2026, xã đã ban hành kế hoạch.", 0),
        ("Hội nghị họp ngày 20/6/2026; trước đó, ngày 25/6/2026, Đảng ủy đã cho ý kiến.", 1),
        ("Hội nghị họp ngày 20/6/2026; sau đó, ngày 15/6/2026, xã đã ban hành kế hoạch.", 1),
    ],
)
def test_before_and_after(body: str, found: int, findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "date-chronology")].count("steps") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Ông Lò Văn Ơn sinh năm 1965, tham gia công tác từ năm 1985.", []),
        ("Ông Lò Văn Ơn sinh năm 1995, con trai nhập ngũ năm 1985.", []),
        ("Ông Lò Văn Ơn sinh năm 1995, tham gia công tác từ năm 1985.", ["tham gia công tác từ năm 1985"]),
    ],
)
def test_years_of_life(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
