"""Praise and blame of one thing for one quality."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Công tác quản lý đất đai chặt chẽ.\nCông tác quản lý đất đai ở một số thôn còn lỏng lẻo.",
        "Công tác quản lý đất đai chặt chẽ.\nCông tác quản lý trật tự xây dựng còn lỏng lẻo.",
        "Công tác quản lý đất đai chặt chẽ.\nCông tác quản lý đất đai chưa đồng bộ.",
        "Việc họp chi hội từng bước nền nếp.\nViệc họp chi hội có lúc chưa nền nếp.",
        "Trước đây việc họp chi hội chưa đều đặn.\nViệc họp chi hội đều đặn.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Công tác quản lý đất đai chặt chẽ.\nCông tác quản lý đất đai còn lỏng lẻo.",
        "Bến đò được giám sát chặt chẽ, thường xuyên.\nBến đò chưa được giám sát chặt chẽ.",
        "Công tác tuyên truyền được triển khai sâu rộng.\nCông tác tuyên truyền chưa sâu rộng.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Sinh hoạt chi bộ đi vào nền nếp.\nSinh hoạt chi bộ chưa thành nền nếp.", 1),
        ("Đội ngũ công chức bố trí đủ, đáp ứng yêu cầu.\nĐội ngũ công chức còn thiếu, chưa đáp ứng yêu cầu.", 1),
        ("Đội ngũ công chức bố trí đủ, đáp ứng yêu cầu.\nĐội ngũ trưởng thôn còn thiếu, chưa đáp ứng yêu cầu.", 0),
    ],
)
def test_ways_of_praise(body: str, told: int, findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    assert len(findings_of(body, "body-appendix-mismatch")) == told
