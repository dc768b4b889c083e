"""Parts that have a number and no title, and labels with nothing behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, read_text

from tongket.checking.form.empty_sections import check_labels_alone

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("PHẦN THỨ NHẤT\nKẾT QUẢ NĂM 2025\n\nI. THUẬN LỢI\n\nDân đồng tình.", [], id="a title below"),
        pytest.param("PHẦN THỨ NHẤT: KẾT QUẢ\n\nI. THUẬN LỢI\n\nDân đồng tình.", [], id="a title behind"),
        pytest.param("PHẦN THỨ NHẤT\n\nI. THUẬN LỢI\n\nDân đồng tình.", ["PHẦN THỨ NHẤT"], id="no title"),
    ],
)
def test_parts_without_titles(body: str, found: list[str], findings_of: Found) -> None:
    assert [printed for case, printed in findings_of(body, "incomplete") if case == "untitled"] == found


@pytest.mark.parametrize(
    ("label", "found"),
    [
        pytest.param("- Nguyên nhân chủ quan:", ["Nguyên nhân chủ quan:"], id="nothing"),
        pytest.param("- Nguyên nhân chủ quan: cán bộ còn mới.", [], id="its text behind it"),
        pytest.param("- Nguyên nhân chủ quan:\n+ Cán bộ còn mới.", [], id="its items below"),
    ],
)
def test_labels_above_the_next_heading(label: str, found: list[str], findings_of: Found) -> None:
    body = f"1. Nguyên nhân\n- Nguyên nhân khách quan: địa bàn rộng.\n{label}\n\n2. Bài học\nGiữ vững đoàn kết."
    assert [printed for _, printed in findings_of(body, "incomplete")] == found


def test_a_label_that_announces_what_is_numbered_below_it(findings_of: Found) -> None:
    body = "- Kết quả cụ thể:\n\n1. Tuyên truyền\nĐã tuyên truyền.\n\n2. Vận động\nĐã vận động."
    assert findings_of(body, "incomplete") == []


def test_labels_of_an_outline_are_to_be_filled_in() -> None:
    body = "1. Nhiệm vụ\n- Họp dân.\n- Mục tiêu then chốt:\n\n2. Giải pháp\n- Tuyên truyền.\n"
    told = [
        [found.case for found in check_labels_alone(read_text(f"{kind}\nCông tác năm 2026\n\n{body}{TAIL}"))]
        for kind in (f"{HEAD}BÁO CÁO", "ĐỀ CƯƠNG")
    ]
    assert told == [["section"], []]
