"""Votes and presence against their numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Đại biểu có mặt biểu quyết nhất trí 100% (29/29 phiếu tán thành).",
        "Đại hội có mặt 115/120 đại biểu được triệu tập, vắng 05 đại biểu có lý do.",
        "Hội nghị có 27/29 đại biểu tham dự, không có đại biểu nào vắng không lý do.",
        "Các đồng chí tham dự đầy đủ các phiên họp, đồng chí Páo vắng 1 phiên.",
        "100% cử tri tán thành chủ trương; có 480/512 cử tri tham gia họp.",
        "Có 27/29 đại biểu dự họp; các đại biểu có mặt nhất trí 100% thông qua nghị quyết.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Đại biểu có mặt biểu quyết nhất trí 100% (27/29 phiếu tán thành).",
        "Hội nghị thống nhất 100% với số phiếu 16/18.",
        "Hội nghị vắng 03 đại biểu; có mặt 42/42 đại biểu.",
        "Hội nghị có 35/38 đại biểu dự, không có đại biểu nào vắng.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
