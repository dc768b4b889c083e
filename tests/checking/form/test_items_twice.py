"""Items and documents that stand twice in one report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_ITEM = "- Triển khai nguồn vốn của chương trình giảm nghèo bền vững đến từng thôn trên địa bàn xã.\n"
_OTHER = "- Kiểm tra vệ sinh an toàn thực phẩm tại các trường học và chợ trung tâm của xã.\n"
_PLAN = "Kế hoạch số 12/KH-UBND ngày 05/3/2026 về phòng dịch; Công văn số 40/UBND-VX ngày 06/3/2026 về tiêm phòng"


def _twice(body: str, findings_of: FindingsOf) -> list[str]:
    return [words.rstrip() for case, words in findings_of(body, "layout") if case == "twice"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_ITEM + _OTHER, [], id="two items"),
        pytest.param(_ITEM + _OTHER + _ITEM, [_ITEM.rstrip()], id="one of them again"),
        pytest.param("- Giao cho các thôn.\n" + _OTHER + "- Giao cho các thôn.\n", [], id="a few words"),
        pytest.param(
            _OTHER.replace("- Kiểm", "- Việc cần làm: Kiểm") + _ITEM + _OTHER.replace("- Kiểm", "- Việc cần làm: Kiểm"),
            [],
            id="behind a label",
        ),
    ],
)
def test_items_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert _twice("1. Kết quả\n" + body, findings_of) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Xã đã ban hành: {_PLAN}.", [], id="each once"),
        pytest.param(
            f"Xã đã ban hành: {_PLAN}; Quyết định số 50/QĐ-UBND ngày 09/3/2026 thay thế Kế hoạch số 12/KH-UBND.",
            [],
            id="named again for another matter",
        ),
        pytest.param(
            f"Xã đã ban hành: {_PLAN}; Kế hoạch số 12/KH-UBND ngày 05/3/2026 về phòng dịch.",
            ["12/KH-UBND ngày 05/3/2026 về phòng dịch."],
            id="listed again",
        ),
    ],
)
def test_documents_listed_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert _twice(body, findings_of) == found
