"""Documents counted and then listed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
TWO = "Kế hoạch số 12/KH-UBND ngày 05/3/2024, Kế hoạch số 15/KH-UBND ngày 12/4/2024"
NOTED = "Kế hoạch số 12/KH-UBND ngày 05/3/2024; Công văn số 45/UBND-VP ngày 06/5/2024 thực hiện Kế hoạch số 12/KH-UBND"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Xã ban hành 03 kế hoạch: {TWO}.", ["03 kế hoạch"], id="one is missing"),
        pytest.param(f"Xã ban hành 02 kế hoạch: {TWO}.", [], id="as many"),
        pytest.param(f"Xã ban hành 03 văn bản chỉ đạo ({TWO}).", ["03 văn bản"], id="in brackets"),
        pytest.param(f"Ban hành 02 kế hoạch, gồm: {TWO} và Kế hoạch số 19/KH-UBND.", ["02 kế hoạch"], id="one more"),
        pytest.param(f"Ban hành 02 văn bản: {NOTED}.", [], id="an item carries one out"),
        pytest.param(f"Ban hành 03 văn bản: {NOTED}.", ["03 văn bản"], id="what is carried out is no item"),
        pytest.param(f"Ban hành 12 kế hoạch, trong đó có: {TWO}.", [], id="some are picked out"),
        pytest.param(f"Ban hành 03 kế hoạch: {TWO}, ...", [], id="the list goes on"),
        pytest.param(f"Ban hành 03 văn bản: {TWO}; Hướng dẫn về thi đua.", [], id="one is named without a number"),
        pytest.param(f"Ban hành 03 nghị quyết: {TWO}.", [], id="of another type"),
    ],
)
def test_documents_against_their_number(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "named"] == found
