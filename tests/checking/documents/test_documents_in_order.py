"""Documents whose days are not in the order that the text tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]
_KNOWN = "Đảng ủy ban hành Nghị quyết số 02-NQ/ĐU ngày 30/8/2026 về chuyển đổi số. "


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        pytest.param("Kế hoạch số 03-KH/ĐU ngày 05/9/2026 để tuyên truyền Nghị quyết số 02-NQ/ĐU", [], id="after it"),
        pytest.param("Kế hoạch số 03-KH/ĐU ngày 14/8/2026 về chuyển đổi số; Nghị quyết số 02-NQ/ĐU", [], id="no tie"),
        pytest.param(
            "Kế hoạch số 03-KH/ĐU ngày 14/8/2026 để tuyên truyền Nghị quyết số 02-NQ/ĐU",
            ["Kế hoạch số 03-KH/ĐU ngày 14/8/2026"],
            id="before what it is to make known",
        ),
        pytest.param(
            "Kế hoạch số 03-KH/ĐU ngày 14/8/2026 để phổ biến Nghị quyết số 57-NQ/TW, Nghị quyết số 02-NQ/ĐU",
            ["Kế hoạch số 03-KH/ĐU ngày 14/8/2026"],
            id="before the second of them",
        ),
    ],
)
def test_a_plan_comes_after_what_it_makes_known(plan: str, found: list[str], findings_of: Found) -> None:
    said = findings_of(f"{_KNOWN}Xã ban hành {plan} trong nhân dân.", "date-chronology")
    assert [printed for case, printed in said if case == "before"] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("Căn cứ {above} ngày 10/10/2022, UBND xã ban hành {own} ngày 04/11/2022.", [], id="after it"),
        pytest.param("Theo {above} ngày 10/10/2022, xã tiếp tục thực hiện {own} ngày 04/3/2019.", [], id="goes on"),
        pytest.param(
            "Căn cứ {above} ngày 10/10/2022, UBND xã ban hành {own} ngày 04/3/2022.", ["04/3/2022"], id="issued upon it"
        ),
        pytest.param(
            "Cụ thể hóa {above} ngày 10/10/2025, UBND xã xây dựng {own} ngày 04/3/2021.",
            ["04/3/2021"],
            id="years before what it carries out",
        ),
    ],
)
def test_what_is_issued_upon_a_document_is_never_older(said: str, found: list[str], findings_of: Found) -> None:
    body = said.format(above="Kế hoạch số 321/KH-UBND", own="Chương trình số 12/CTr-UBND")
    told = findings_of(body, "date-chronology")
    assert [printed.rpartition(" ")[2] for case, printed in told if case == "before"] == found
