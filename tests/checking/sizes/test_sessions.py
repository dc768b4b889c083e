"""People at sessions of which each takes a few."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Thường trực HĐND tiếp công dân 08 buổi với 5.200 lượt công dân.", "5.200 lượt công dân"),
        ("Trong năm tiếp công dân 24 ngày với 9.800 lượt người.", "9.800 lượt người"),
        ("Mở 02 lớp dạy nghề cho 3.150 học viên là lao động nông thôn.", "3.150 học viên"),
    ],
)
def test_more_than_come_to_a_session(body: str, said: str, findings_of: FindingsOf) -> None:
    assert ("attendance", said) in findings_of(body, KIND)


@pytest.mark.parametrize(
    "body",
    [
        "Trong năm tiếp công dân 24 ngày với 98 lượt người.",
        "Mở 02 lớp dạy nghề cho 70 học viên là lao động nông thôn.",
        "Tổ chức 06 hội nghị tuyên truyền với 4.500 lượt người tham gia.",
        "Tiếp công dân 06 buổi; tuyên truyền pháp luật cho 4.500 lượt người.",
    ],
)
def test_as_many_as_may_come(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []
