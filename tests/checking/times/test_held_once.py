"""Meetings of which a body has one a year, told with two days."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_MEETING = (
    "Thực hiện Nghị quyết Đại hội thành viên thường niên ngày {first}.\nĐại hội thường niên ngày {again} đã kiến nghị."
)
_STAFF = "Hội nghị {who} được tổ chức ngày 12/9/2025.\nTại Hội nghị viên chức, người lao động ngày 21/9/2025 đã bầu tổ."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            _MEETING.format(first="17/3/2026", again="19/3/2026"),
            ["Đại hội thường niên ngày 19/3/2026"],
            id="of a cooperative",
        ),
        pytest.param(
            _STAFF.format(who="viên chức, người lao động"),
            ["Hội nghị viên chức, người lao động ngày 21/9/2025"],
            id="of a staff",
        ),
        pytest.param(
            "Lễ khai giảng năm học 2025-2026 diễn ra vào sáng ngày 05/9/2025.\nTrường dự Lễ khai giảng ngày 06/9/2025.",
            ["Lễ khai giảng ngày 06/9/2025"],
            id="of a school",
        ),
        pytest.param(
            "Lễ khai giảng ngày 05/9/2026.\nLễ khai giảng ngày 07/9/2026 tại điểm trường Nà Pằn.", [], id="at a place"
        ),
        pytest.param(_MEETING.format(first="17/3/2026", again="17/3/2026"), [], id="one day"),
        pytest.param(
            _STAFF.format(who="viên chức, người lao động").replace("21/9", "03/1"),
            ["Hội nghị viên chức, người lao động ngày 03/1/2025"],
            id="months apart",
        ),
        pytest.param(
            _STAFF.format(who="viên chức, người lao động").replace("21/9", "03/12").replace("12/9", "05/1"),
            [],
            id="of two years",
        ),
        pytest.param(_MEETING.format(first="17/3/2025", again="19/3/2026"), [], id="two years"),
        pytest.param(_STAFF.format(who="cán bộ, công chức các thôn"), [], id="others"),
        pytest.param(
            "Đại hội thường niên tại các chi hội ngày 12/3/2026.\nĐại hội thường niên ngày 19/3/2026.", [], id="many"
        ),
    ],
)
def test_meetings_held_once(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
