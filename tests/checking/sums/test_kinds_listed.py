"""Kinds of what is counted, each with a noun of its own, behind 'gồm'."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Đã ban hành 61 văn bản bao gồm: 35 quyết định và 26 văn bản hành chính khác.", id="documents"),
        pytest.param("Trường có 52 người gồm 03 CBQL; 01 TPT Đội; 40 GV; 08 NV.", id="staff by their initials"),
        pytest.param("Đã ban hành 61 văn bản gồm 35 quyết định, 12 kế hoạch...", id="a list that goes on"),
        pytest.param("Đoàn có 52 người gồm 03 CBQL, 05 xe và 40 GV.", id="other things among them"),
        pytest.param("Đoàn có 15 người, gồm 05 cán bộ, 03 chuyên viên và lái xe.", id="a kind without a number"),
        pytest.param("Đoàn kiểm tra làm việc với 08 đơn vị (03 phòng chuyên môn và 05 xã).", id="bodies in brackets"),
        pytest.param("Đã làm việc với 06 đơn vị (04 xã, mỗi xã 02 thôn).", id="how many of each"),
        pytest.param("Tạm giữ 42 phương tiện (38 xe mô tô, 02 ô tô), còn lại là xe thô sơ.", id="and the rest"),
        pytest.param("Xã có 25 đơn vị trực thuộc (trong đó có 12 thôn, 04 trường).", id="some of the bodies"),
    ],
)
def test_kinds_that_make_their_whole_or_not_all(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã ban hành 61 văn bản bao gồm: 35 quyết định và 62 văn bản hành chính khác.", "61 văn bản", id="documents"
        ),
        pytest.param("Trường có 52 người gồm 03 CBQL; 01 TPT Đội; 44 GV; 08 NV.", "52 người", id="staff"),
        pytest.param("Đoàn kiểm tra làm việc với 07 đơn vị (03 phòng và 05 xã).", "07 đơn vị", id="bodies in brackets"),
        pytest.param(
            "Đã kiểm tra 14 tổ chức (9 chi bộ thôn, 3 chi bộ cơ quan, 1 chi bộ trường học).", "14 tổ chức", id="cells"
        ),
    ],
)
def test_kinds_that_do_not(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]


def test_a_list_with_commas_ends_before_a_semicolon(findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    schools = "158 trường mầm non, 172 trường tiểu học, 139 trường trung học cơ sở và 07 trung tâm"
    body = f"Toàn tỉnh có 478 cơ sở giáo dục, gồm {schools}; 48.300 học sinh."
    assert [text for _, text in findings_of(body, "sum-mismatch")] == ["478 cơ sở giáo dục"]
    assert findings_of(body.replace("478", "476"), "sum-mismatch") == []
