"""Days of the year that are told in a report on another time of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "period-mismatch"
TET = "Giá cả hàng hóa phục vụ Tết Nguyên đán ổn định."


def _report(title: str, body: str) -> str:
    return f"{HEAD}BÁO CÁO\nKết quả công tác {title}\n\nI. KẾT QUẢ\n\n{body}\n\nII. NHIỆM VỤ\n\nGiữ vững kết quả.{TAIL}"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "season"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        pytest.param("quý I năm 2026", TET, id="the quarter in which it falls"),
        pytest.param("quý IV năm 2025, phương hướng quý I năm 2026", TET, id="the quarter in which it is prepared"),
        pytest.param("6 tháng đầu năm 2026", TET, id="half a year"),
        pytest.param("năm 2025", TET, id="a year"),
        pytest.param("quý III năm 2026", "Tổ chức mít tinh Tết Độc lập 02/9.", id="a feast of that name in autumn"),
        pytest.param("quý III năm 2026", "Lượng khách giảm so với dịp Tết Nguyên đán.", id="which it is compared with"),
        pytest.param("tháng 8 năm 2026", "Chuẩn bị lễ khai giảng năm học mới.", id="what is prepared"),
        pytest.param("tháng 9 năm 2026", "Tổ chức đêm Tết Trung thu cho 450 cháu.", id="the feast of autumn"),
    ],
)
def test_day_that_falls_in_the_time_of_the_report(title: str, body: str, found_in: FoundIn) -> None:
    assert _told(found_in(_report(title, body), KIND)) == []


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        pytest.param("quý III năm 2026", TET, "hàng hóa phục vụ Tết Nguyên đán", id="new year in the third quarter"),
        pytest.param(
            "quý III và nhiệm vụ trọng tâm quý IV năm 2026", TET, "hàng hóa phục vụ Tết Nguyên đán", id="with tasks"
        ),
        pytest.param("tháng 7 năm 2026", "Tặng quà Tết cho 45 hộ.", "quà Tết", id="new year in July"),
        pytest.param("tháng 3 năm 2026", "Giá sách dịp khai giảng ổn định.", "dịp khai giảng", id="school in March"),
        pytest.param("quý II năm 2026", "Tổ chức đêm Tết Trung thu cho 450 cháu.", "đêm Tết Trung thu", id="in spring"),
        pytest.param("quý III năm 2026", "Lễ giao nhận quân bảo đảm an toàn.", "Lễ giao nhận quân", id="recruits"),
    ],
)
def test_day_of_another_time_of_the_year(title: str, body: str, said: str, found_in: FoundIn) -> None:
    assert [one.lower() for one in _told(found_in(_report(title, body), KIND))] == [said.lower()]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Vụ mùa gieo cấy từ tháng 6 được 45 ha lúa.", []),
        ("Vụ mùa thu hoạch xong trong tháng 11.", []),
        ("Nhân dịp Tết Nguyên đán tháng 02/2026, xã tặng 45 suất quà.", []),
        ("Nhân ngày Quốc tế Phụ nữ tháng 3/2026, Hội tổ chức gặp mặt.", []),
        ("Vụ đông xuân gieo cấy từ tháng 6 được 45 ha lúa.", ["months-of"]),
        ("Vụ mùa thu hoạch xong trong tháng 5.", ["months-of"]),
        ("Nhân dịp Tết Trung thu tháng 02/2026, xã tặng 45 suất quà.", ["months-of"]),
        ("Nhân ngày Quốc tế Phụ nữ tháng 8/2026, Hội tổ chức gặp mặt.", ["months-of"]),
    ],
)
def test_months_of_seasons(body: str, told: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "date-chronology")] == told
