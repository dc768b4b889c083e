"""The state of a task in a column of its own, against the result that is told beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
HEAD = "TT | Nhiệm vụ | Cơ quan | Tiến độ | Kết quả\n1. | Lập quy hoạch chợ | Phòng Kinh tế | {state} | {result}\n"
MORE = "2. | Số hóa hồ sơ hộ tịch | Phòng Văn hóa - Xã hội | {state} | {result}\n"
PLAIN = MORE.format(state="Hoàn thành", result="Đã số hóa 12.450 trang.")


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "text"]


def _table(state: str, result: str) -> str:
    return f"Kết quả thực hiện nhiệm vụ:\n\n{HEAD.format(state=state, result=result)}{PLAIN}"


@pytest.mark.parametrize(
    ("state", "result"),
    [
        pytest.param("Hoàn thành", "Quyết định số 45/QĐ-UBND ngày 12/5/2026 phê duyệt quy hoạch.", id="a document"),
        pytest.param("Hoàn thành", "Đã bàn giao; thời gian tới sẽ mở rộng ra 03 thôn.", id="what comes after it"),
        pytest.param("Hoàn thành", "Phần mềm giúp hồ sơ sẽ được cắt giảm 30%.", id="what it will bring"),
        pytest.param("Đang thực hiện", "Chủ tịch UBND xã sẽ ban hành trước ngày 30/9.", id="still to come"),
        pytest.param("Chưa thực hiện", "Đang chờ hướng dẫn của Sở.", id="not begun"),
        pytest.param("Hoàn thành", "Không còn hộ nào chưa được cấp nước.", id="none is left"),
        pytest.param("Thường xuyên", "Đang thực hiện theo kế hoạch.", id="all along"),
        pytest.param("Hoàn thành 80%", "Đang xây dựng phần mái.", id="in part"),
    ],
)
def test_state_that_the_result_bears_out(state: str, result: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(_table(state, result), KIND)) == []


@pytest.mark.parametrize(
    ("state", "result"),
    [
        pytest.param("Hoàn thành", "Chủ tịch UBND xã sẽ xem xét, ban hành trước ngày 30/9.", id="to be issued"),
        pytest.param("Đã hoàn thành", "Dự kiến trình HĐND xã tại kỳ họp cuối năm.", id="to be laid before"),
        pytest.param("Hoàn thành", "Đang xây dựng dự thảo, lấy ý kiến các thôn.", id="in the making"),
        pytest.param("Hoàn thành", "Chưa ban hành do thiếu kinh phí.", id="not issued"),
        pytest.param("Đã xong", "Sẽ tổ chức nghiệm thu trong quý IV.", id="to be taken over"),
        pytest.param("Chưa thực hiện", "Đã ban hành Kế hoạch số 12/KH-UBND.", id="done all the same"),
        pytest.param("HOÀN THÀNH", "Phòng đang tổng hợp, tham mưu phê duyệt.", id="an office is at it"),
    ],
)
def test_state_that_the_result_denies(state: str, result: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(_table(state, result), KIND)) == [state]


def test_columns_of_two_states_are_no_result(findings_of: FindingsOf) -> None:
    body = "Kết quả đánh giá:\n\nKhối | Hoàn thành tốt | Hoàn thành | Chưa hoàn thành\n1 | 12 | 20 | 03\n"
    assert _told(findings_of(body, KIND)) == []


def test_one_result_under_two_states(findings_of: FindingsOf) -> None:
    result = "Chính phủ đã trình Quốc hội xem xét tại Kỳ họp thứ 9."
    body = HEAD.format(state="Hoàn thành", result=result) + MORE.format(state="Đang thực hiện", result=result)
    assert _told(findings_of(f"Kết quả thực hiện nhiệm vụ:\n\n{body}", KIND)) == ["Hoàn thành"]
