"""Numbers with a mark, a blank or a digit too many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_CASES = ("slip", "needless-blank", "groups")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Thu đạt 50,06% kế hoạch, chi 1.234.500 đồng.", id="as they are written"),
        pytest.param("Hai xã lần lượt tăng 5, 10% so với năm trước.", id="one after the other"),
        pytest.param("Xã có 5, 6 hộ nghèo ở thôn 3. 120 hộ đã được hỗ trợ.", id="a sentence that begins with a number"),
        pytest.param("Họp ngày 12.5.2025 tại thôn.", id="a day"),
        pytest.param("Diện tích lần lượt là 12,5,7 ha; tổng 1,234,567 ha.", id="a list, and English thousands"),
        pytest.param("Từ ngày 16/7/20 21 hộ được hỗ trợ.", id="what is counted behind a short year"),
        pytest.param("Liên hệ 0912.345.6789 để đăng ký.", id="a telephone"),
    ],
)
def test_whole_numbers_are_not_flagged(body: str, findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "spelling") if one[0] in _CASES] == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thu đạt 50,,06% kế hoạch.", ("slip", "50,,06"), id="two commas"),
        pytest.param("Thu đạt 50, 06% kế hoạch.", ("needless-blank", "50, 06%"), id="a blank before decimals"),
        pytest.param("Xã có 3. 443 người lao động.", ("needless-blank", "3. 443"), id="a blank in thousands"),
        pytest.param("Xã họp ngày 16/7/20 21.", ("needless-blank", "16/7/20 21"), id="a blank in a year"),
        pytest.param("Chi 16.000.0000 đồng.", ("groups", "16.000.0000"), id="a group of four"),
        pytest.param("Chi 1.25.000 đồng.", ("groups", "1.25.000"), id="a group of two within"),
        pytest.param("Hỗ trợ 50.700.00 ngàn đồng.", ("groups", "50.700.00"), id="thousands of thousands"),
        pytest.param("Đất lúa có 776,84,1 ha.", ("groups", "776,84,1"), id="two commas for decimals"),
        pytest.param("Chi 1.234.50 đồng.", ("groups", "1.234.50"), id="a group of two"),
        pytest.param("Xã có 3.4430 người.", ("groups", "3.4430"), id="one group of four"),
    ],
)
def test_spoilt_numbers(body: str, found: tuple[str, str], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "spelling") if one[0] in _CASES] == [found]
