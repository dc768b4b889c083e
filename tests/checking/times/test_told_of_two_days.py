"""One event told of two days, with two numbers of people or at two places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_BETWEEN = "\nCông tác tuyên truyền được duy trì.\n"
_HELD = "Lễ phát động trồng cây được tổ chức ngày 12/5/2026 với 85 đại biểu tham dự."


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (_HELD, "Tại Lễ phát động trồng cây (ngày 12/5/2026), các thôn đã đăng ký."),
        (_HELD, "Lễ phát động xây dựng nông thôn mới được tổ chức ngày 15/6/2026."),
        (_HELD, "Lễ phát động trồng cây dự kiến được tổ chức ngày 19/5/2026."),
        (_HELD, "Lễ phát động trồng cây ngày 12/5/2026 có 12 đại biểu là nữ."),
        (
            "Hội thi dân vũ lần thứ 2 được tổ chức ngày 12/5/2026.",
            "Hội thi dân vũ lần thứ 3 được tổ chức ngày 20/8/2026.",
        ),
        (
            "Lễ khánh thành nhà văn hóa được tổ chức ngày 12/5/2026 tại thôn Nà Pục.",
            "Lễ khánh thành nhà văn hóa được tổ chức ngày 20/5/2026 tại thôn Khe Lạnh.",
        ),
        (
            "Đại hội Đảng bộ xã diễn ra trong 02 ngày 15, 16/6/2026.",
            "Đại hội Đảng bộ xã (ngày 15/6/2026) thành công tốt đẹp.",
        ),
    ],
)
def test_what_may_be(first: str, then: str, findings_of: FindingsOf) -> None:
    assert findings_of(first + _BETWEEN + then, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("first", "then", "words"),
    [
        (
            _HELD,
            "Tại Lễ phát động trồng cây (ngày 21/5/2026), các thôn đã đăng ký.",
            "Lễ phát động trồng cây (ngày 21/5/2026",
        ),
        (
            _HELD,
            "Lễ phát động trồng cây ngày 12/5/2026 có 95 đại biểu tham dự.",
            "Lễ phát động trồng cây ngày 12/5/2026",
        ),
        (
            "Ngày 12/5/2026, xã tổ chức diễn tập phòng thủ tại thôn Nà Pục.",
            "Cuộc diễn tập phòng thủ ngày 12/5/2026 tại thôn Khe Lạnh đạt loại giỏi.",
            "diễn tập phòng thủ ngày 12/5/2026",
        ),
        (
            "Ngày 12/5/2026, xã tổ chức diễn tập phòng thủ.",
            "Cuộc diễn tập phòng thủ ngày 15/5/2026 đạt loại giỏi.",
            "diễn tập phòng thủ ngày 15/5/2026",
        ),
    ],
)
def test_told_of_another(first: str, then: str, words: str, findings_of: FindingsOf) -> None:
    assert findings_of(first + _BETWEEN + then, "body-appendix-mismatch") == [("text", words)]
