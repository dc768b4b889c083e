"""The staff of a school against managers, teachers and servants."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Tổng số CB, GV, NV: 20. Trong đó: CBQL: 02; GV: 15; NV: 03.", id="right"),
        pytest.param("Tổng số CBGVNV: 24. Trong đó: CBQL: 02; GV: 15 (đạt chuẩn 12/15); NV: 07.", id="with a share"),
        pytest.param("Tổng số CBGVNV: 22. Trong đó: CBQL: 02; GV: 15; TPT: 01; NV: 03.", id="another kind"),
        pytest.param("Tổng số CBGVNV: 22. Trong đó: GV: 15; NV: 03.", id="a kind that is not told"),
        pytest.param(
            "Tổng số CBGVNV: 31. Trong đó: CBQL: 02; GV: 25, GV dạy giỏi: 12; GV: 20 nữ; NV: 04.", id="told twice"
        ),
        pytest.param("Tổng số CBGVNV: 22. Trong đó: CBQL: 02; GV: 15; NV: 03; hợp đồng 02.", id="a kind behind them"),
        pytest.param(
            "Tổng số CBGVNV: 22. Trình độ: CBQL: 02 đại học; GV: 14 đại học; NV: 03.", id="only some of a kind"
        ),
    ],
)
def test_staff_that_is_right_or_not_told_whole(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tổng số CB, GV, NV: 22. Trong đó: CBQL: 02; GV: 15; NV: 03.", "22", id="short names"),
        pytest.param(
            "Số liệu đội ngũ cán bộ GV-CNV: 54 đồng chí\n\n- Ban giám hiệu: 03 đồng chí\n\n"
            "- Giáo viên:      43 đồng chí\n\n- Nhân viên:     09 đồng chí",
            "54 đồng chí",
            id="a list below",
        ),
        pytest.param("Tổng số CB, GV, NV: 22. CBQL: 2; GV: 15 (biên chế 12; hợp đồng 3); NV: 3.", "22", id="divided"),
        pytest.param(
            "Toàn trường có 42 cán bộ, giáo viên, nhân viên, gồm 3 cán bộ quản lý, 31 giáo viên và 6 nhân viên.",
            "42",
            id="a sentence",
        ),
        pytest.param(
            "Đầu năm học toàn trường có 24 CB,GV,CNV.\nCBQL: 2. Trình độ đại học: 2\nGV:  15; đạt chuẩn 15/15\n"
            "Nhân viên: 3 đ/c\n",
            "24",
            id="lines",
        ),
    ],
)
def test_kinds_that_do_not_make_the_staff(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "sum-mismatch") if one[1].startswith(found)] != []
