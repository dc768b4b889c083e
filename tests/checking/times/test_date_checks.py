"""Dates and periods that cannot all be right. The report made here is of 12/9/2026, on a directive of 07/9/2021."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
DIRECTIVE = "Chỉ thị số 06-CT/TU ngày 07/9/2021"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"UBND xã ban hành Kế hoạch số 09/KH-UBND ngày 18/10/2021 thực hiện {DIRECTIVE}.", [], id="later"),
        pytest.param("Căn cứ Kế hoạch số 09/KH-UBND ngày 18/6/2021, UBND xã đã chỉ đạo.", [], id="older, merely cited"),
        pytest.param(
            "Rà soát Kế hoạch số 09/KH-UBND ngày 18/6/2021 về chuyển đổi số\nThực hiện Công văn số 31-CV/ĐU, ngày"
            " 10/3/2026 của Đảng ủy xã, UBND xã báo cáo.",
            [],
            id="a title and what follows it",
        ),
        pytest.param(
            "Kế hoạch số 25-KH/TU ngày 30/11/2021 của Ban Thường vụ Tỉnh ủy thực hiện Kết luận số 100-KL/TW ngày"
            " 18/8/2020 của Ban Bí thư và Kết luận số 111-KL/TU ngày 14/8/2022 của Ban Thường vụ Tỉnh ủy.",
            [],
            id="a document set beside it with 'và'",
        ),
        pytest.param("Kế hoạch số 09/KH-UBND năm 2021 được triển khai.", [], id="only the year is known"),
        pytest.param("Họp ngày 29/02/2024 và ngày 31/12/2025.", [], id="a leap year, an ordinary day"),
        pytest.param(
            f"UBND xã ban hành Kế hoạch số 09/KH-UBND ngày 18/6/2021 thực hiện {DIRECTIVE}.",
            [("before", "Kế hoạch số 09/KH-UBND ngày 18/6/2021")],
            id="older than what it implements",
        ),
        pytest.param(
            "UBND xã ban hành Kế hoạch số 09/KH-UBND ngày 18/10/2026.",
            [("after", "Kế hoạch số 09/KH-UBND ngày 18/10/2026")],
            id="after the report itself",
        ),
        pytest.param("Họp ngày 29/02, ngày 31 tháng 12 và số ngày 31/6.", [], id="days of any year, no day"),
        pytest.param("Lễ hội ngày 30/2 (âm lịch).", [], id="a day of the lunar calendar"),
        pytest.param("Họp từ ngày 31/4 đến 15/5/2024.", [("impossible", "ngày 31/4")], id="no such day of any year"),
        pytest.param(
            "Ngày 30 tháng 02 năm 2024 họp.",
            [("impossible", "Ngày 30 tháng 02 năm 2024")],
            id="a sentence opens so",
        ),
        pytest.param("Họp ngày 31/9. Đã báo cáo.", [("impossible", "ngày 31/9")], id="no such day before a full stop"),
        pytest.param("Họp vào các ngày 12/7, 15/8, 31/9.", [("impossible", "31/9")], id="the last of several days"),
        pytest.param("Họp vào các ngày 12/7, 15/8 và 30/9; đạt 31/9 điểm.", [], id="days that there are"),
        pytest.param("Họp ngày 31/9/2023.", [("impossible", "31/9/2023")], id="no such day"),
        pytest.param(
            "Họp ngày 30 tháng 2 năm 2023.", [("impossible", "ngày 30 tháng 2 năm 2023")], id="no such day, in words"
        ),
        pytest.param(
            "Ngày 08/8/2026, Chủ tịch UBND tỉnh ban hành Công điện số 06/CĐ-UBND. Xã có Kế hoạch số 22/KH-UBND ngày"
            " 25/7/2026 thực hiện Công điện số 06/CĐ-UBND.",
            [("before", "Kế hoạch số 22/KH-UBND ngày 25/7/2026")],
            id="the day of the directive is told before it",
        ),
    ],
)
def test_chronology(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "date-chronology") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hoàn thành vào tháng 6/2024, ngày 30/6/2024.", [], id="a month and a day"),
        pytest.param("Báo cáo 6 tháng 30/6/2024.", [], id="months that are counted"),
        pytest.param("Hoàn thành vào tháng 30/6/2024.", ["tháng 30/6/2024"], id="a day that is called a month"),
        pytest.param("Tháng 5/6/2024 khởi công.", ["Tháng 5/6/2024"], id="the same at the head of a sentence"),
    ],
)
def test_days_called_months(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = [text for case, text in findings_of(body, "date-chronology") if case == "day-as-month"]
    assert told == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Qua 05 năm thực hiện Chỉ thị số 06-CT/TU, nhận thức được nâng lên.", [], id="the same length"),
        pytest.param("Xã đã sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU.", [], id="a review held before"),
        pytest.param("Qua 03 năm thực hiện Chỉ thị số 05-CT/TW, nhận thức được nâng lên.", [], id="another document"),
        pytest.param("Trong giai đoạn 2021 - 2025, kinh tế phát triển.", [], id="a period that runs on"),
        pytest.param(
            "Qua 03 năm thực hiện Chỉ thị số 06-CT/TU, nhận thức được nâng lên.",
            [("years", "03 năm thực hiện Chỉ thị số 06-CT/TU")],
            id="another length of the same document",
        ),
        pytest.param(
            "Nhìn lại 03 năm thực hiện Chỉ thị, nhận thức được nâng lên.",
            [("years", "03 năm thực hiện Chỉ thị")],
            id="the document named by its type alone",
        ),
        pytest.param(
            "Qua 03 năm thi hành Chỉ thị, nhận thức được nâng lên.",
            [("years", "03 năm thi hành Chỉ thị")],
            id="enforced",
        ),
        pytest.param("Trong 02 năm học 2022 - 2024 có 03 trường đạt chuẩn.", [], id="two school years"),
        pytest.param(
            "Năm học 2022 - 2024 có 03 trường đạt chuẩn.",
            [("school-year", "Năm học 2022 - 2024")],
            id="a school year",
        ),
        pytest.param("Quy hoạch thời kỳ 2030 - 2021.", [("backwards", "thời kỳ 2030 - 2021")], id="a time backwards"),
        pytest.param(
            "Trong giai đoạn 2025 - 2021, kinh tế phát triển.", [("backwards", "giai đoạn 2025 - 2021")], id="backwards"
        ),
    ],
)
def test_periods(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "period-mismatch") == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param(
            "Qua 05 năm thực hiện QCDC, nội bộ đoàn kết.", [("years", "05 năm thực hiện QCDC")], id="initials"
        ),
        pytest.param(
            "Qua 05 năm thực hiện Quy chế dân chủ, nội bộ đoàn kết.",
            [("years", "05 năm thực hiện Quy chế dân chủ")],
            id="in full",
        ),
        pytest.param("Qua 10 năm thực hiện QCDC, nội bộ đoàn kết.", [], id="as in the title"),
        pytest.param("Qua 05 năm thực hiện Quy chế chi tiêu nội bộ, quỹ tăng.", [], id="another rule"),
    ],
)
def test_the_years_of_a_rule_that_has_a_name(
    said: str, found: list[tuple[str, str]], found_in: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    title = "BÁO CÁO\nTổng kết 10 năm thực hiện Quy chế dân chủ trong hoạt động của nhà trường\n\nI. KẾT QUẢ\n\n"
    assert found_in(HEAD + title + said + TAIL, "period-mismatch") == found


@pytest.mark.parametrize(
    ("day", "found"),
    [pytest.param("14/10/2021", [], id="behind it"), pytest.param("14/7/2021", ["steps"], id="before it")],
)
def test_the_directive_that_is_followed(day: str, found: list[str], findings_of: FindingsOf) -> None:
    body = (
        "Ngay sau khi Chỉ thị của Ban Thường vụ Tỉnh ủy được ban hành, Đảng ủy xã đã xây dựng Kế hoạch số 07-KH/ĐU"
        f" ngày {day} để tổ chức học tập."
    )
    assert [case for case, _ in findings_of(body, "date-chronology")] == found
