"""Lists that a resolution leaves open with dots."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "incomplete"
RESOLUTION = "NGHỊ QUYẾT\nVề nhiệm vụ năm 2027\n\nQUYẾT NGHỊ:\n\nĐiều 1. Thông qua nhiệm vụ năm 2027.\n\n"


def _told(found_in: FoundIn, body: str, title: str = RESOLUTION) -> list[str]:
    text = HEAD.replace("BC-UBND", "NQ-HĐND") + title + body + TAIL
    return [passage for case, passage in found_in(text, KIND) if case == "open-list"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Trồng mới 45 ha rừng, chăm sóc 120 ha.", id="closed"),
        pytest.param("Ủy ban nhân dân xã báo cáo số liệu: .........", id="a place to fill in"),
        pytest.param("Theo Nghị quyết số .../NQ-HĐND ngày ... tháng ... năm 2026.", id="blanks of a number and a day"),
        pytest.param("Bỏ đoạn “hỗ trợ giống, phân bón...” tại khoản 2.", id="quoted"),
    ],
)
def test_resolution_that_leaves_nothing_open(body: str, found_in: FoundIn) -> None:
    assert _told(found_in, body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Chi cho người nghèo, đối tượng bảo trợ xã hội...", "hội...", id="three dots"),
        pytest.param("Kiểm tra khu Bãi Cát, Hang Dơi…; xử lý vi phạm.", "Dơi…", id="one sign"),
        pytest.param("Ưu tiên giáo dục, y tế ... và quốc phòng.", "tế ...", id="a blank before"),
        pytest.param("Hỗ trợ giống, phân bón, v.v... cho hộ nghèo.", "v.v...", id="and so on"),
    ],
)
def test_list_left_open(body: str, said: str, found_in: FoundIn) -> None:
    assert _told(found_in, body) == [said]


def test_it_is_told_once(found_in: FoundIn) -> None:
    assert len(_told(found_in, "Chi cho y tế, giáo dục...\n\nThu phí chợ, bến bãi...")) == 1


def test_reports_may_leave_lists_open(found_in: FoundIn) -> None:
    assert _told(found_in, "Tuyên truyền trên loa, báo...", TITLE) == []
