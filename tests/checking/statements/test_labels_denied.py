"""Events denied behind their label, and counted in another place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "text"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- Cháy rừng: không xảy ra.\n\n- Tai nạn giao thông: xảy ra 02 vụ.", id="two events"),
        pytest.param("- Cháy rừng: Không.\n\nDiễn tập chữa cháy rừng 01 cuộc.", id="a drill"),
        pytest.param("- Tai nạn giao thông: không.\n\nNăm 2025 xảy ra 02 vụ tai nạn giao thông.", id="another year"),
        pytest.param("- Tai nạn giao thông: không.\n\nTừ đầu năm xảy ra 02 vụ tai nạn giao thông.", id="a longer time"),
        pytest.param(
            "- Tai nạn giao thông nghiêm trọng: không.\n\nXảy ra 02 vụ tai nạn giao thông.", id="of another gravity"
        ),
        pytest.param("- Cháy rừng: không.\n\nTại xã Nà Khoang xảy ra 02 vụ cháy rừng.", id="at a neighbour's"),
        pytest.param("- Cháy rừng: không.\n\nXử lý 0 vụ cháy rừng.", id="none is counted"),
        pytest.param("- Sạt lở đất: không.\n\nNguy cơ xảy ra 03 điểm sạt lở đất.", id="what may happen"),
        pytest.param("- Tảo hôn: không.\n\nTư vấn cho 12 trường hợp có nguy cơ tảo hôn.", id="a danger"),
        pytest.param(
            "- Bạo lực gia đình: không.\n\nTổ chức 04 buổi về phòng, chống bạo lực gia đình.", id="work at it"
        ),
        pytest.param("Đề nghị: không có. Nhận 03 đơn đề nghị cấp đất.", id="a label of the form"),
    ],
)
def test_what_is_denied_is_not_told(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("- Cháy rừng: không xảy ra.\n\nXảy ra 02 vụ cháy rừng tại bản Nậm Ngà.", "Cháy rừng", id="fires"),
        pytest.param(
            "- Tình hình tai nạn giao thông: Không.\n\nXảy ra 01 vụ tai nạn giao thông làm 01 người bị thương.",
            "tai nạn giao thông",
            id="accidents",
        ),
        pytest.param("- TNGT: không có.\n\nCông an xã xử lý 01 vụ tai nạn giao thông.", "TNGT", id="in short"),
        pytest.param("- Sạt lở đất: chưa phát sinh.\n\nĐã khắc phục 03 điểm sạt lở đất.", "Sạt lở đất", id="slides"),
        pytest.param("- Đơn khiếu nại: 0 đơn.\n\nTiếp nhận 02 đơn khiếu nại về đất đai.", "Đơn khiếu nại", id="papers"),
        pytest.param("- Tảo hôn: Không có.\n\nCòn 01 trường hợp tảo hôn ở bản Pu Lau.", "Tảo hôn", id="marriages"),
        pytest.param(
            "- Ngộ độc thực phẩm: không xảy ra.\n\nCó 05 ca ngộ độc thực phẩm.", "Ngộ độc thực phẩm", id="cases"
        ),
        pytest.param(
            "- Bạo lực gia đình: không.\n\nHòa giải 02 vụ bạo lực gia đình.", "Bạo lực gia đình", id="quarrels"
        ),
        pytest.param(
            "1. Phá rừng trái phép: chưa ghi nhận.\n\nPhát hiện 03 vụ phá rừng trái phép.", "Phá rừng", id="felling"
        ),
        pytest.param("+ Trẻ em đuối nước: không có;\n\nĐã có 01 trẻ em đuối nước.", "Trẻ em đuối nước", id="children"),
    ],
)
def test_what_is_denied_is_told(body: str, said: str, findings_of: FindingsOf) -> None:
    found = _told(findings_of(body, KIND))
    assert [said in one for one in found] == [True]
