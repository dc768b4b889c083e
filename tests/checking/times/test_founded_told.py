"""Years since the founding."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "period-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Trường thành lập năm 2001. Năm 2026, nhà trường kỷ niệm 25 năm ngày thành lập.",
        "Câu lạc bộ ra đời năm 2021, đến nay đã hoạt động được 5 năm.",
        "Trường thành lập năm 1998, sáp nhập năm 2018, qua 8 năm hoạt động đã ổn định.",
        "Hợp tác xã thành lập năm 2015. Sau 3 năm hoạt động, năm 2018 hợp tác xã mở rộng quy mô.",
        "Xã thành lập năm 1994. Sau 15 năm xây dựng nông thôn mới, xã đã về đích.",
        "Hợp tác xã thành lập năm 2016, qua 10 năm hoạt động đã có 45 thành viên.",
        "Xã thành lập từ ngày 01/7/2025. Qua 01 năm vận hành xã mới, bộ máy đã ổn định.",
        "Qua 03 năm vận hành xã mới, bộ máy đã ổn định.",
        "Câu lạc bộ thành lập năm 2021.\n- Hội Cựu chiến binh: kỷ niệm 35 năm thành lập.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Trường thành lập năm 1998. Năm 2026, nhà trường kỷ niệm 25 năm ngày thành lập.",
        "Câu lạc bộ ra đời năm 2021, đến nay đã hoạt động được 8 năm.",
        "Xã thành lập từ ngày 01/7/2025. Qua 03 năm vận hành xã mới, bộ máy đã ổn định.",
        "Qua 04 năm vận hành chính quyền địa phương 2 cấp, bộ máy đã ổn định.",
        "Hội thành lập năm 2016, trải qua 20 năm xây dựng và trưởng thành.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
