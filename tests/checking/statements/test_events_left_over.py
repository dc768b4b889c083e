"""The event of a plan, spoken of as an event of another kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
TITLE = "KẾ HOẠCH\nTổ chức Lễ hội Hoa mận Lũng Ẳng năm 2026\n\nI. NHIỆM VỤ\n\n"
OWN = "Quảng bá Lễ hội Hoa mận.\n\nTrang trí khu vực Lễ hội.\n\nTrực cấp cứu trong thời gian Lễ hội.\n\n"


def _plan(body: str, title: str = TITLE) -> str:
    return HEAD.replace("BC-UBND", "KH-UBND") + title + OWN + body + TAIL


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Bảo đảm an ninh trước, trong và sau Lễ hội.", id="its own kind"),
        pytest.param("Trong Lễ hội có hội thi giã bánh; Ban Tổ chức hội thi chấm điểm.", id="a part that is told of"),
        pytest.param("Cấp điện trong thời gian diễn ra Ngày hội Văn hóa các dân tộc.", id="with its own name"),
        pytest.param("Phục vụ các hội thi, hội diễn của xã.", id="several"),
        pytest.param("Vận động người dân tham gia ngày hội.", id="which may be another"),
    ],
)
def test_event_that_may_be_named(body: str, found_in: FoundIn) -> None:
    assert found_in(_plan(body), KIND) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Bảo đảm an ninh trước, trong và sau Ngày hội.", ["Ngày hội"], id="in passing"),
        pytest.param(
            "Cấp điện trong thời gian tổ chức ngày hội.\n\nBan Tổ chức Ngày hội được kiện toàn.",
            ["ngày hội", "Ngày hội"],
            id="twice",
        ),
        pytest.param("Cấp nước đầy đủ phục vụ Liên hoan.", ["Liên hoan"], id="another kind"),
    ],
)
def test_event_of_another_plan(body: str, said: list[str], found_in: FoundIn) -> None:
    assert [passage for _, passage in found_in(_plan(body), KIND)] == said


def test_documents_that_are_no_plan_of_an_event_are_left_alone(found_in: FoundIn) -> None:
    title = "KẾ HOẠCH\nBảo đảm an ninh trật tự năm 2026\n\nI. NHIỆM VỤ\n\n"
    assert found_in(_plan("Bảo đảm an ninh trước, trong và sau Ngày hội.", title), KIND) == []
