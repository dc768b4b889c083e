"""Headings that name two matters, and a text that answers one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[..., list[tuple[str, str]]]

ONE = (
    "Ủy ban nhân dân xã đã đối thoại với Nhân dân 4 lần, tiếp công dân vào thứ Hai hằng tuần, trả lời mọi kiến nghị. "
    "Công chức làm việc với thái độ đúng mực; không ai phải đi lại nhiều lần để xin một giấy tờ. Sổ góp ý được đặt tại "
    "trụ sở và được mở mỗi tuần một lần trước mặt đại diện của thôn. Dân vận chính quyền nhờ vậy có nhiều tiến bộ."
)


@pytest.mark.parametrize(
    ("heading", "text", "found"),
    [
        pytest.param("Công tác dân vận chính quyền", ONE, [], id="one matter"),
        pytest.param(
            "Công tác dân vận chính quyền; việc tiếp công dân và trả lời kiến nghị", ONE, [], id="both are answered"
        ),
        pytest.param("Dân vận chính quyền và quy chế giao ban với Mặt trận Tổ quốc", "Làm tốt.", [], id="a short text"),
        pytest.param(
            "Dân vận chính quyền và quy chế giao ban với Mặt trận Tổ quốc",
            f"{ONE} Giao ban với MTTQ được giữ đều.",
            [],
            id="named by its first letters",
        ),
        pytest.param(
            "Dân vận chính quyền và quy chế giao ban với Mặt trận Tổ quốc",
            ONE,
            ["quy chế giao ban với Mặt trận Tổ quốc"],
            id="the second is never spoken of",
        ),
        pytest.param(
            "Công tác dân vận chính quyền; chăm lo quyền, lợi ích của Nhân dân", ONE, [], id="told in other words"
        ),
        pytest.param("Quản lý và tiếp công dân", ONE, [], id="one word is too little to tell"),
        pytest.param(
            "Tiếp công dân và phòng, chống tham nhũng",
            ONE,
            ["phòng, chống tham nhũng"],
            id="two kinds of work",
        ),
        pytest.param(
            "Công tác dân vận chính quyền; phong trào thi đua sản xuất giỏi",
            ONE,
            ["phong trào thi đua sản xuất giỏi"],
            id="behind a semicolon",
        ),
    ],
)
def test_each_matter_of_a_heading_is_answered(heading: str, text: str, found: list[str], found_in: FoundIn) -> None:
    findings = found_in(f"{HEAD}{TITLE}1. {heading}\n\n{text}\n\n2. Hạn chế\n\nCòn chậm.{TAIL}", "missing-part")
    assert [printed for case, printed in findings if case == "matter"] == found
