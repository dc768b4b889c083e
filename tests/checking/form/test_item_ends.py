"""Items of lists without an end mark, and lists that no colon announces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _items(*ends: str) -> str:
    matters = ("tổ chức tuyên truyền", "vận động Nhân dân", "xây dựng mô hình", "tham gia góp ý", "củng cố tổ chức")
    lines = [
        f"- Các chi hội đã {matters[at % 5]} theo kế hoạch được giao từ đầu năm và báo cáo đúng hạn{end}"
        for at, end in enumerate(ends)
    ]
    return "1. Kết quả\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_items(*"........"), [], id="all have a mark"),
        pytest.param(_items("", ".", "", ".", "", ".", ".", "."), [], id="a text that is careless with them"),
        pytest.param(
            "1. Đơn vị\n" + "- Trạm Y tế xã\n" * 2 + _items(*"........").removeprefix("1. Kết quả\n"), [], id="labels"
        ),
        pytest.param(_items(".", ".", ".", "", ".", ".", ".", "."), ["hạn"], id="one of many lacks it"),
    ],
)
def test_items_without_end_mark(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "incomplete") if case == "stop"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Biên chế được giao 72 người. Trong đó:\n- Khối Đảng 31 người.\n- Khối chính quyền 41 người.",
            [],
            id="colon",
        ),
        pytest.param("Có 72 người, trong đó nữ 30 người.\n- Khối Đảng có 31 người.", [], id="no list"),
        pytest.param(
            "Biên chế được giao 72 người. Trong đó\n- Khối Đảng 31 người.\n- Khối chính quyền 41 người.",
            ["Trong đó"],
            id="none",
        ),
        pytest.param(
            "Các đoàn thể đã làm được một số việc như sau\n1. Hội Phụ nữ vận động tốt.\n2. Hội Nông dân vận động tốt.",
            ["như sau"],
            id="before numbers",
        ),
        pytest.param(
            "Xã thực hiện các giải pháp chủ yếu sau\n- Tăng cường tuyên truyền.\n- Đẩy mạnh kiểm tra.",
            ["chủ yếu sau"],
            id="a bare 'sau'",
        ),
    ],
)
def test_lists_without_a_colon(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "incomplete") if case == "colon"] == found
