"""Bodies listed below the title of a head that they do not have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "layout"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "head-of"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Giám đốc các sở: Tài chính, Xây dựng, Y tế chịu trách nhiệm.", id="departments"),
        pytest.param("Giám đốc các sở: Tài chính, Xây dựng; Trưởng Ban Dân tộc tỉnh thực hiện.", id="its own head"),
        pytest.param("Thủ trưởng các sở, ngành: Tài chính, Ban Dân tộc, Bộ Chỉ huy Quân sự.", id="a title of all"),
        pytest.param("Giám đốc các Sở: Tài chính, Y tế, Công an tỉnh thực hiện.", id="the police, who have one"),
        pytest.param(
            "Giám đốc các Sở: Tài chính, Y tế; Ủy ban nhân dân các xã chịu trách nhiệm thi hành.",
            id="who acts as a body",
        ),
        pytest.param("Giám đốc các Sở: Tài chính, Kho bạc Nhà nước khu vực thực hiện.", id="the treasury"),
        pytest.param("Giám đốc các Sở, Ban, ngành và Chủ tịch UBND các xã thực hiện.", id="no list"),
        pytest.param("Giám đốc các Sở: Tài chính, Ban Quản lý dự án tỉnh thực hiện.", id="a board with a director"),
        pytest.param("Trưởng các phòng: Kinh tế, Văn hóa - Xã hội, Công an xã thực hiện.", id="who heads the police"),
        pytest.param("Gửi các sở: Tài chính, Ban Dân tộc, Thanh tra tỉnh.", id="no head"),
    ],
)
def test_heads_that_fit(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Giám đốc các sở: Tài chính, Y tế, Ban Dân tộc tỉnh thực hiện.", "Ban Dân tộc", id="a board"),
        pytest.param(
            "Giám đốc các sở, ngành: Tài chính; Y tế; Bộ Chỉ huy Quân sự tỉnh thực hiện.", "Bộ Chỉ huy", id="a command"
        ),
        pytest.param(
            "Giám đốc các Sở: Tài chính, Nội vụ, Thanh tra tỉnh thực hiện.", "Thanh tra tỉnh", id="inspectors"
        ),
        pytest.param("Giám đốc các Sở: Y tế, Văn phòng UBND tỉnh thực hiện.", "Văn phòng", id="an office"),
        pytest.param(
            "Giám đốc các Sở: Y tế, Tài chính và Ủy ban nhân dân các xã.", "Ủy ban nhân dân", id="a committee"
        ),
        pytest.param("Giám đốc các Sở: Y tế, Cục Thống kê tỉnh thực hiện.", "Cục Thống kê", id="a bureau"),
        pytest.param("Giám đốc các Sở: Y tế, Hội Nông dân tỉnh thực hiện.", "Hội Nông dân", id="an association"),
        pytest.param("Giám đốc các sở, ban, ngành: Y tế, Ban Tôn giáo thực hiện.", "Ban Tôn giáo", id="words between"),
        pytest.param("Trưởng các phòng: Kinh tế, Văn phòng HĐND và UBND xã thực hiện.", "Văn phòng", id="of a commune"),
        pytest.param("Trưởng các phòng: Kinh tế, Ban Chỉ huy Quân sự xã thực hiện.", "Ban Chỉ huy", id="its command"),
    ],
)
def test_head_that_a_body_does_not_have(body: str, said: str, findings_of: FindingsOf) -> None:
    assert [one.startswith(said) for one in _told(findings_of(body, KIND))] == [True]
