"""Harm, floods and epidemics that are denied as a whole, and told at another place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
FLOOD = "Mưa lớn làm sạt lở 03 điểm trên tuyến đường bản, ngập 12 nhà."
PLAGUE = "Dịch tả lợn châu Phi xảy ra tại bản Nậm Ngà."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"{FLOOD}\n\nThiệt hại về người: Không có.", id="harm of people is denied, of goods told"),
        pytest.param(f"{FLOOD}\n\nTrong ngày không có thiệt hại.", id="of one day"),
        pytest.param("Có nguy cơ sạt lở 03 điểm.\n\nThiệt hại: Không có.", id="a risk"),
        pytest.param(
            "Tai nạn giao thông làm 02 người chết.\n\nXảy ra 04 vụ cháy, không có thiệt hại về người.",
            id="other events",
        ),
        pytest.param("Tại xã bạn, lũ làm sập 04 nhà.\n\nThiệt hại: Không có.", id="of neighbours"),
        pytest.param("Mưa lớn không làm ngập 12 nhà ven suối.\n\nThiệt hại: Không có.", id="denied twice"),
        pytest.param(f"{PLAGUE}\n\nĐàn trâu, bò không phát sinh dịch bệnh.", id="other beasts"),
        pytest.param("Tiêm 450 liều vắc xin lở mồm long móng.\n\nKhông phát sinh dịch bệnh.", id="vaccines"),
        pytest.param("Diễn tập xử lý sạt lở 02 điểm.\n\nKhông có thiệt hại.", id="a drill"),
    ],
)
def test_denials_that_hold(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(f"{FLOOD}\n\nThiệt hại: Không có.", "Thiệt hại: Không có", id="harm as a whole"),
        pytest.param(
            "Lũ cuốn làm 01 người mất tích.\n\nThiệt hại về người: Chưa ghi nhận.",
            "Thiệt hại về người: Chưa ghi nhận",
            id="of people",
        ),
        pytest.param(
            "Lốc làm 14 nhà bị tốc mái.\n\nKhông có thiệt hại về người và tài sản.",
            "Không có thiệt hại về người và tài sản",
            id="of goods",
        ),
        pytest.param(
            "Ngập lụt khoảng 10 ha lúa.\n\nKhu vực ngập cục bộ: đang theo dõi, chưa có phát sinh.",
            "ngập cục bộ: đang theo dõi, chưa có phát sinh",
            id="water",
        ),
        pytest.param(f"{PLAGUE}\n\nKhông phát sinh dịch bệnh.", "Không phát sinh dịch bệnh", id="an epidemic"),
        pytest.param(
            "Tiêu hủy 34 con lợn.\n\nChưa phát hiện dịch bệnh trên đàn vật nuôi.",
            "Chưa phát hiện dịch bệnh trên đàn vật nuôi",
            id="by what was done",
        ),
    ],
)
def test_denial_of_what_is_told(body: str, said: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("text", said)]
