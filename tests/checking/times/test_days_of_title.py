"""The days that a title names against opening, closing and what is counted; months in reports on a week."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD

FoundIn = Callable[..., list[tuple[str, str]]]
KIND = "period-mismatch"
ON_ONE_DAY = "Tình hình mưa, lũ trên địa bàn xã Lũng Ẳng\n(Ngày 12/9/2026)"
ON_A_WEEK = "Tình hình công tác tuần (từ ngày 04/9/2026 - 11/9/2026)"


def report(title: str, body: str, until: str = "") -> str:
    closing = f"Trên đây là báo cáo tình hình trên địa bàn xã{until}./."
    return (
        f"{HEAD}BÁO CÁO\n{title}\n\nI. KẾT QUẢ THỰC HIỆN\n\n{body}\n\n{closing}\n\n"
        "Nơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\n"
    )


@pytest.mark.parametrize(
    ("title", "until", "found"),
    [
        pytest.param(ON_ONE_DAY, " đến ngày 12/9/2026", [], id="the day itself"),
        pytest.param(ON_ONE_DAY, " đến ngày 13/9/2026", [], id="the day after"),
        pytest.param(ON_ONE_DAY, " theo Kế hoạch số 12/KH-UBND ngày 02/8/2026", [], id="the day of a document"),
        pytest.param("Tình hình mưa, lũ", " đến ngày 02/9/2026", [], id="a title without a time"),
        pytest.param(ON_ONE_DAY, " đến ngày 02/9/2026", ["ngày 02/9/2026"], id="a day before it"),
        pytest.param(ON_A_WEEK, " đến ngày 03/9/2026", ["ngày 03/9/2026"], id="a day before the week"),
        pytest.param("Kết quả tháng 9 năm 2026", " đến ngày 31/8/2026", ["ngày 31/8/2026"], id="the month before"),
        pytest.param("Kết quả tháng 9 năm 2026", " đến ngày 12/9/2026", [], id="within the month"),
    ],
)
def test_the_day_up_to_which_the_closing_reports(title: str, until: str, found: list[str], found_in: FoundIn) -> None:
    assert [printed for _, printed in found_in(report(title, "Làm tốt.", until), KIND)] == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param(ON_A_WEEK, [], id="a week"),
        pytest.param(
            "Tình hình công tác tuần (từ ngày 28/8/2026 đến ngày 11/9/2026)",
            [("week", "từ ngày 28/8/2026 đến ngày 11/9/2026")],
            id="two weeks",
        ),
        pytest.param("Tình hình công tác 02 tuần (từ ngày 28/8/2026 đến ngày 11/9/2026)", [], id="said to be two"),
        pytest.param("Công tác tuần và tháng (từ ngày 28/8/2026 đến ngày 11/9/2026)", [], id="a month too"),
    ],
)
def test_a_week_has_the_days_of_one(title: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(report(title, "Làm tốt."), KIND) == found


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        pytest.param(
            ON_A_WEEK,
            "Kết quả tiếp nhận hồ sơ từ ngày 07/9/2026 - 11/9/2026: 76 hồ sơ.",
            [],
            id="working days of the week",
        ),
        pytest.param(
            ON_A_WEEK,
            "Kết quả đợt cao điểm làm sạch dữ liệu từ ngày 01/9/2026 đến ngày 08/9/2026: 76 hồ sơ.",
            [],
            id="a campaign",
        ),
        pytest.param(
            ON_A_WEEK,
            "Kết quả tiếp nhận lũy kế từ ngày 01/7/2026 đến ngày 11/9/2026: 976 hồ sơ.",
            [],
            id="all that was since the beginning",
        ),
        pytest.param(
            "Tình hình công tác tháng 9 năm 2026",
            "Kết quả tiếp nhận hồ sơ từ ngày 31/8/2026 - 04/9/2026: 76 hồ sơ.",
            [],
            id="a report on a month",
        ),
        pytest.param(
            ON_A_WEEK,
            "Kết quả tiếp nhận hồ sơ từ ngày 01/9/2026 - 05/9/2026: 76 hồ sơ.",
            ["từ ngày 01/9/2026 - 05/9/2026"],
            id="another week that meets it",
        ),
        pytest.param(
            ON_A_WEEK,
            "Trong tuần đã tiếp nhận 76 hồ sơ (từ ngày 28/8 đến ngày 03/9/2026).",
            ["từ ngày 28/8 đến ngày 03/9/2026"],
            id="the week before",
        ),
    ],
)
def test_days_over_which_a_week_is_counted(title: str, body: str, found: list[str], found_in: FoundIn) -> None:
    assert [printed for _, printed in found_in(report(title, body), KIND)] == found


@pytest.mark.parametrize(
    ("title", "body", "cases"),
    [
        pytest.param(ON_A_WEEK, "Trong tuần, đã tiếp 12 lượt người.", [], id="the week"),
        pytest.param("Kết quả tháng 9 năm 2026", "Trong tháng, đã tiếp 12 lượt người.", [], id="a report on a month"),
        pytest.param(
            "Tình hình công tác tuần 2, tháng 9 năm 2026", "Trong tháng, đã tiếp 12 người.", [], id="both named"
        ),
        pytest.param(
            ON_A_WEEK, "Tháng 9 là tháng an toàn. Trong tháng, đã tiếp 12 lượt người.", [], id="a month named before"
        ),
        pytest.param(ON_A_WEEK, "Việc này sẽ xong trong tháng 10.", [], id="a month by its number"),
        pytest.param(ON_A_WEEK, "Trong tháng, đã tiếp 12 lượt người.", ["frame"], id="a month in a report on a week"),
        pytest.param(
            ON_A_WEEK,
            "Xã tập trung chỉ đạo các nhiệm vụ trọng tâm trong tháng: làm đường.",
            ["frame"],
            id="of tasks done",
        ),
    ],
)
def test_months_in_a_report_on_a_week(title: str, body: str, cases: list[str], found_in: FoundIn) -> None:
    assert [case for case, _ in found_in(report(title, body), KIND)] == cases
