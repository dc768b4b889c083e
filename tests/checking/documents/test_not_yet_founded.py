"""Documents of bodies that did not exist on their day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_CASES = ("not-yet", "no-longer")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Thông tư số 05/2025/TT-BNNMT ngày 15/5/2025 của Bộ Nông nghiệp và Môi trường.", []),
        ("Quyết định số 12/QĐ-SNNMT ngày 15/02/2025 của Sở Nông nghiệp và Môi trường.", []),
        ("Kế hoạch số 12/KH-UBND ngày 15/5/2025 của UBND huyện Khe Bạc.", []),
        (
            "Xã Khe Lạnh thành lập từ ngày 01/7/2025. Kế hoạch số 12/KH-UBND ngày 15/5/2025 của UBND xã Nà Pục.",
            [],
        ),
        ("Thông tư số 05/2025/TT-BNNMT ngày 15/01/2025 của Bộ Nông nghiệp và Môi trường.", ["not-yet"]),
        ("Kế hoạch số 11/KH-SDTTG ngày 15/11/2024 của Sở Dân tộc và Tôn giáo.", ["not-yet"]),
        ("Kế hoạch số 12/KH-UBND ngày 15/8/2025 của UBND huyện Khe Bạc.", ["no-longer"]),
        (
            "Xã Khe Lạnh được thành lập từ ngày 01/7/2025. Kế hoạch số 12/KH-UBND ngày 15/5/2025 của UBND xã Khe Lạnh.",
            ["not-yet"],
        ),
    ],
)
def test_bodies_of_another_time(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "citation-conflict") if case in _CASES] == found
