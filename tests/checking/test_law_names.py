"""Laws under the names that they were promulgated with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("law", "slips"),
    [
        pytest.param("Luật Cán bộ, công chức", False, id="as promulgated"),
        pytest.param("Luật Dân chủ ở cơ sở", False, id="a short name"),
        pytest.param("Luật Đất đai năm 2024", False, id="with its year"),
        pytest.param("Luật Cán bộ công chức", True, id="no comma"),
        pytest.param("Luật Thực hiện dân chủ cơ sở", True, id="a word left out"),
    ],
)
def test_names(law: str, slips: bool, findings_of: FindingsOf) -> None:
    assert findings_of(f"Đã tuyên truyền {law}; mở 02 hội nghị.", "citation-conflict") == [("name", law)] * slips


def test_a_programme_of_the_party_has_its_own_mark(findings_of: FindingsOf) -> None:
    programme = "Chương trình hành động số 26-CT/TU"
    assert findings_of(f"Thực hiện {programme} của Tỉnh ủy.", "citation-conflict") == [("type", programme)]
    assert findings_of("Thực hiện Chương trình số 26-CTr/TU của Tỉnh ủy.", "citation-conflict") == []
