"""Days from which documents are said to be in force, against the days on which they were issued."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Luật Thanh tra năm 2022 có hiệu lực từ ngày 01/7/2023 được quán triệt.", [], id="after"),
        pytest.param(
            "Luật Thanh tra năm 2022 có hiệu lực từ ngày 01/7/2022 được quán triệt.", ["01/7/2022"], id="known by name"
        ),
        pytest.param(
            "Luật số 31/2024/QH15 có hiệu lực thi hành kể từ ngày 01/01/2023.", ["01/01/2023"], id="known by number"
        ),
        pytest.param(
            "Quyết định số 07/2026/QĐ-UBND ngày 16/3/2026 của UBND tỉnh (có hiệu lực từ ngày 01/3/2026).",
            ["01/3/2026"],
            id="its own day",
        ),
        pytest.param(
            "Quyết định số 07/2026/QĐ-UBND ngày 16/3/2026 của UBND tỉnh có hiệu lực từ ngày 16/3/2026.",
            [],
            id="at once",
        ),
        pytest.param(
            "Quyết định số 215/QĐ-UBND ngày 16/3/2026 bổ nhiệm Chánh Văn phòng có hiệu lực từ ngày 01/3/2026.",
            [],
            id="of a person",
        ),
        pytest.param(
            "Quyết định số 07/2026/QĐ-UBND ngày 16/3/2026 thay thế quyết định có hiệu lực từ ngày 01/01/2024.",
            [],
            id="of what it replaces",
        ),
    ],
)
def test_in_force(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = findings_of(body, "citation-conflict")
    assert [words for case, words in told if case == "in-force"] == found
