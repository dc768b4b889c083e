"""Plans of the year that is over among the tasks of the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[..., list[tuple[str, str]]]


def found(title: str, heading: str, task: str, found_in: FoundIn) -> list[str]:
    body = f"I. KẾT QUẢ THỰC HIỆN\n\nLàm tốt.\n\nII. {heading}\n\n{task}"
    findings = found_in(f"{HEAD}BÁO CÁO\n{title}\n\n{body}\n{TAIL}", "period-mismatch")
    return [printed for case, printed in findings if case == "tasks"]


@pytest.mark.parametrize(
    ("task", "plans"),
    [
        pytest.param("Triển khai Kế hoạch cải cách hành chính năm 2026.", [], id="of the next year"),
        pytest.param("Tiếp tục thực hiện Kế hoạch dân vận giai đoạn 2021 - 2025.", [], id="of several years"),
        pytest.param("Hoàn thành tốt nhiệm vụ trở lên (năm 2025 là 95,83%).", [], id="compared in brackets"),
        pytest.param("Thực hiện các nhiệm vụ còn lại của kế hoạch năm 2025.", [], id="what is left"),
        pytest.param("Tổng kết việc thực hiện Chương trình công tác năm 2025.", [], id="a review of it"),
        pytest.param("Thực hiện Kế hoạch số 12/KH-UBND ngày 03 tháng 5 năm 2025 của tỉnh.", [], id="a day"),
        pytest.param(
            "Triển khai thực hiện Kế hoạch cải cách hành chính năm 2025.",
            ["Kế hoạch cải cách hành chính năm 2025"],
            id="of the year that is over",
        ),
    ],
)
def test_tasks_carry_out_plans_to_come(task: str, plans: list[str], found_in: FoundIn) -> None:
    assert found("Kết quả dân vận năm 2025", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026", task, found_in) == plans


def test_a_report_signed_before_the_end_of_its_year(found_in: FoundIn) -> None:
    task = "Triển khai thực hiện Kế hoạch cải cách hành chính năm 2026."
    assert found("Kết quả dân vận năm 2026", "PHƯƠNG HƯỚNG, NHIỆM VỤ", task, found_in) == []


def test_headings_of_the_last_months(found_in: FoundIn) -> None:
    task = "Triển khai thực hiện Kế hoạch cải cách hành chính năm 2025."
    assert found("Kết quả dân vận năm 2025", "NHIỆM VỤ NHỮNG THÁNG CUỐI NĂM", task, found_in) == []


@pytest.mark.parametrize(
    ("means", "found"),
    [
        pytest.param("Kinh phí thực hiện từ dự toán ngân sách xã năm 2026.", [], id="of its year"),
        pytest.param("Kinh phí từ nguồn năm 2025 chuyển sang.", [], id="carried over"),
        pytest.param("Kinh phí từ ngân sách xã năm 2025 chưa sử dụng hết.", [], id="not spent yet"),
        pytest.param("Kinh phí năm 2026 tăng so với dự toán năm 2025.", [], id="compared"),
        pytest.param("Kinh phí theo Quyết định số 12/QĐ-UBND ngày 05 tháng 12 năm 2025 của xã.", [], id="a day"),
        pytest.param(
            "Kinh phí tuyên truyền lấy từ ngân sách nhà\nnước cấp cho xã theo quy định năm 2025.",
            ["năm 2025"],
            id="of the year before, over two lines",
        ),
    ],
)
def test_a_plan_is_paid_for_out_of_its_year(means: str, found: list[str], found_in: FoundIn) -> None:
    plan = HEAD.replace("BC-UBND", "KH-UBND").replace("ngày 12 tháng 9", "ngày 05 tháng 01")
    text = f"{plan}KẾ HOẠCH\nTuyên truyền năm 2026\n\nI. MỤC ĐÍCH\n\nLàm tốt.\n\nII. KINH PHÍ\n\n{means}\n"
    assert [printed for case, printed in found_in(text, "period-mismatch") if case == "means"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trên đây là Kế hoạch tuyên truyền năm 2026 của xã.", [], id="closes as one of its year"),
        pytest.param("Tỉnh ban hành Kế hoạch cải cách hành chính năm 2025.", [], id="another's plan"),
        pytest.param("Tỉnh ban hành Kế hoạch cải cách năm 2025 với nội dung cụ thể.", [], id="another's, with more"),
        pytest.param("Xã ban hành Kế hoạch tuyên truyền năm 2026 như sau:", [], id="opens as one of its year"),
        pytest.param("Trên đây là Kế hoạch tuyên truyền năm 2025 của xã.", ["năm 2025"], id="closes as the last one"),
        pytest.param("Xã ban hành Kế hoạch tuyên truyền năm 2025, cụ thể như sau:", ["năm 2025"], id="opens as it"),
    ],
)
def test_a_plan_opens_and_closes_as_one_of_its_year(body: str, found: list[str], found_in: FoundIn) -> None:
    plan = HEAD.replace("BC-UBND", "KH-UBND")
    text = f"{plan}KẾ HOẠCH\nTuyên truyền năm 2026\n\nI. MỤC ĐÍCH\n\nLàm tốt.\n\n{body}\n"
    assert [printed for case, printed in found_in(text, "period-mismatch") if case == "heading"] == found


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("Phương hướng năm 2026: giảm 12 hộ nghèo.", []),
        ("Kết quả thực hiện kế hoạch năm 2025: giảm 12 hộ nghèo.", []),
        ("Nhiệm vụ năm 2025: đã hoàn thành.", []),
        ("Phương hướng năm 2027: giảm 12 hộ nghèo.", ["năm 2027"]),
        ("Bảng 2. Chỉ tiêu kế hoạch năm 2024\nChỉ tiêu\tKế hoạch\nHộ nghèo\t45", ["năm 2024"]),
        ("Trong năm 2025, Ủy ban nhân dân xã tiếp tục tuyên truyền.", ["năm 2025"]),
    ],
)
def test_years_of_aims(body: str, printed: list[str], found_in: FoundIn) -> None:
    head = f"{HEAD}BÁO CÁO\nKết quả dân vận năm 2025 và phương hướng, nhiệm vụ năm 2026\n\nI. KẾT QUẢ\n\n"
    assert [words for case, words in found_in(f"{head}{body}{TAIL}", "period-mismatch") if case == "heading"] == printed
