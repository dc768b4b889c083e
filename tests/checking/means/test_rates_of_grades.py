"""The rate of a school against those of its grades, of so many things against those of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Lớp 1: 97,2%; lớp 2: 98,1%; lớp 3: 97,8%; toàn trường đạt 97,7%.", id="between"),
        pytest.param("Học sinh giỏi toàn trường đạt 20%, trong đó khối 6 đạt 25%, khối 7 đạt 22%.", id="picked out"),
        pytest.param("Khối 6 đạt 95%, khối 7 đạt 96%; toàn trường đạt 98%, tăng 1% so với năm học trước.", id="growth"),
        pytest.param("Khối 6 đạt 95%, khối 7 đạt 96%; toàn trường đạt 98%.", id="half of a school"),
        pytest.param("Khối 6 đạt 95%, khối 7 đạt 96%; kế hoạch chung toàn trường là 98%.", id="a plan"),
        pytest.param("Giảm nghèo 84%, nông thôn mới 92%; chung cả hai chương trình đạt 88%.", id="of two"),
        pytest.param("Giảm nghèo 84%, nông thôn mới 92%; chung cả ba chương trình đạt 95%.", id="one untold"),
    ],
)
def test_rates_between_those_of_their_parts(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Lớp 1: 97,2%; lớp 2: 98,1%; lớp 3: 97,8%; toàn trường đạt 98,7%.", "98,7%", id="above"),
        pytest.param(
            "Chuyên cần toàn trường đạt 94%, trong đó khối 6 đạt 95%, khối 7 đạt 96%, khối 8 đạt 96%, khối 9 đạt 97%.",
            "94%",
            id="below all four",
        ),
        pytest.param("Giảm nghèo 84%, nông thôn mới 92%; chung cả hai chương trình đạt 95%.", "95%", id="of two"),
    ],
)
def test_rates_outside_those_of_their_parts(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "ratio-mismatch")] == [found]
