"""Documents of all kinds against the list of their kinds elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
TOTAL = "Năm 2026, xã đã ban hành 204 văn bản chỉ đạo.\nHọp dân 12 buổi.\n"


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        pytest.param(
            f"{TOTAL}Các loại văn bản đã ban hành: kế hoạch 88, báo cáo 71, công văn 45.", False, id="they make it"
        ),
        pytest.param(
            f"{TOTAL}Các loại văn bản đã ban hành: kế hoạch 88, báo cáo 71, công văn 55.", True, id="they do not"
        ),
        pytest.param(f"{TOTAL}Số văn bản đã ban hành: 88 kế hoạch; 71 báo cáo; 55 công văn.", True, id="numbers first"),
        pytest.param(f"{TOTAL}Đảng ủy có kế hoạch 88, báo cáo 71, công văn 55.", False, id="of something else"),
        pytest.param(f"{TOTAL}Số văn bản đã ban hành: 4 kế hoạch; 3 báo cáo; 2 công văn.", False, id="far off"),
        pytest.param(
            f"{TOTAL}Thống kê văn bản đã ban hành\nSTT\tLoại văn bản\tSố lượng\n1\tKế hoạch\t88\n2\tBáo cáo\t71\n"
            "3\tCông văn\t55",
            True,
            id="in a table",
        ),
    ],
)
def test_documents(body: str, *, wrong: bool, findings_of: FindingsOf) -> None:
    assert bool(findings_of(body, "sum-mismatch")) is wrong
