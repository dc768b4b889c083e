"""Tasks that are told as done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "period-mismatch"


def _told(body: str, tasks: str, found_in: FoundIn, title: str = "NHIỆM VỤ TRỌNG TÂM THÁNG 10 NĂM 2026") -> list[str]:
    text = (
        f"{HEAD}BÁO CÁO\nKết quả công tác tháng 9 năm 2026\n\nI. KẾT QUẢ\n\n{body}\n\nII. {title}\n\n{tasks}"
        "\n\nIII. KIẾN NGHỊ\n\nKhông có."
    )
    return [passage for case, passage in found_in(text + TAIL, KIND) if case == "done-ahead"]


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        pytest.param("Trong thời gian tới, xã sẽ cấp giấy cho 45 hộ.", "Duy trì trực ban.", id="what will be done"),
        pytest.param("Thời gian tới, thực hiện các mục tiêu đã đề ra.", "Duy trì trực ban.", id="what was set"),
        pytest.param("Thời gian tới, xã nhân rộng các mô hình đã triển khai.", "Trực ban.", id="what was done before"),
        pytest.param("Trong thời gian qua, xã đã cấp giấy cho 45 hộ.", "Duy trì trực ban.", id="the time that is over"),
        pytest.param("Đạt khá.", "- Tiếp tục duy trì kết quả đã đạt được.", id="what has been reached"),
        pytest.param("Đạt khá.", "- Đã rà soát 12/15 bản; tiếp tục rà soát 03 bản.", id="of which some is left"),
        pytest.param("Đạt khá.", "- Đã hoàn thành 12 bản, tiếp tục thực hiện 03 bản.", id="the same without a stop"),
    ],
)
def test_tasks_that_lie_ahead(body: str, tasks: str, found_in: FoundIn) -> None:
    assert _told(body, tasks, found_in) == []


def test_grounds_of_a_request_may_be_told(found_in: FoundIn) -> None:
    assert _told("Đạt khá.", "- Đã xây dựng 03 đề án.", found_in, "KIẾN NGHỊ NĂM TỚI") == []


@pytest.mark.parametrize(
    ("body", "tasks", "said"),
    [
        pytest.param("Trong thời gian tới, xã đã cấp giấy cho 45 hộ.", "Trực ban.", "đã cấp", id="the time to come"),
        pytest.param("Tháng tới UBND xã đã tổ chức 02 lớp tập huấn.", "Trực ban.", "đã tổ chức", id="next month"),
        pytest.param("Sắp tới, Ban Chỉ huy Quân sự xã đã huấn luyện 45 dân quân.", "Trực ban.", "đã huấn", id="soon"),
        pytest.param("Đạt khá.", "- Đã tổ chức khám cho 350 người.", "Đã tổ chức", id="a point of the tasks"),
        pytest.param("Đạt khá.", "1. Đã hoàn thành 02 km đường.", "Đã hoàn thành", id="one with a number"),
    ],
)
def test_tasks_that_are_told_as_done(body: str, tasks: str, said: str, found_in: FoundIn) -> None:
    assert [one.startswith(said) for one in _told(body, tasks, found_in)] == [True]
