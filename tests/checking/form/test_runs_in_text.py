"""Numbers of a row that runs inside a text: in brackets, and those of steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Sửa ba tuyến: (1) tuyến Đông dài 3 km; (2) tuyến Tây dài 2 km; (4) tuyến Nam dài 1 km.\n",
            [("skipped", "4")],
            id="a number left out",
        ),
        pytest.param(
            "Sửa các tuyến: (1) tuyến Đông; (2) tuyến Tây; (2) tuyến Nam; (3) tuyến Bắc.\n",
            [("repeated", "2")],
            id="a number twice",
        ),
        pytest.param("Sửa các tuyến: (1) tuyến Đông; (2) tuyến Tây; (3) tuyến Nam.\n", [], id="in order"),
        pytest.param(
            "Sửa các tuyến: (1) tuyến Đông; (2) tuyến Tây. Nguồn vốn: (1) ngân sách; (2) xã hội hóa.\n",
            [],
            id="a row that begins anew",
        ),
        pytest.param(
            "Sửa các tuyến: (1) tuyến Đông; (3) tuyến Tây; (4) tuyến Nam.\n",
            [("skipped", "3")],
            id="the second",
        ),
        pytest.param("Xem mục (1) và mục (3) của biểu.\n", [], id="two of which nothing counts up"),
        pytest.param("Sửa: (1) tuyến Đông; (1) tuyến Tây; (2) tuyến Nam.\n", [("repeated", "1")], id="the first twice"),
        pytest.param("Cột (1) và cột (2) lấy từ biểu 3, cột (4) tự tính.\n", [], id="columns of a table"),
        pytest.param("Bước 1: Khám.\nBước 2: Tư vấn.\nBước 4: Tiêm.\n", [("skipped", "4")], id="a step left out"),
        pytest.param("Câu 1: Ai?\nCâu 2: Gì?\nCâu 4: Đâu?\n", [("skipped", "4")], id="a question left out"),
        pytest.param(
            "- Nhiệm vụ 1: Họp dân.\n- Nhiệm vụ 3: Làm đường.\n- Nhiệm vụ 4: Kiểm tra.\n",
            [("skipped", "3")],
            id="a task left out",
        ),
        pytest.param("Bước 1: Khám.\nBước 2: Tư vấn.\nBước 3: Tiêm.\n", [], id="all steps"),
        pytest.param("Bước 1: Khám.\nBước 2, bước 3 làm cùng ngày.\nBước 4: Tiêm.\n", [], id="steps taken together"),
    ],
)
def test_rows_that_run_in_a_text(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "numbering") == found
