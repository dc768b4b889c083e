"""All of them by one sentence, and fewer by a share elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_SHARE = "- Xét công nhận tốt nghiệp{of}: {share} học sinh.\n"
_ALL = "{when}100% học sinh lớp 9 được công nhận tốt nghiệp."


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_SHARE.format(of="", share="140/140") + _ALL.format(when=""), id="all by both"),
        pytest.param(_SHARE.format(of=" lớp 12", share="138/140") + _ALL.format(when=""), id="another form"),
        pytest.param(
            _SHARE.format(of="", share="138/140") + _ALL.format(when="Sau khi thi lại, "), id="what came after"
        ),
        pytest.param(_SHARE.format(of="", share="138/140") + _ALL.format(when="Phấn đấu "), id="an aim"),
        pytest.param(
            "Có 18/430 hội viên chưa ký cam kết bảo vệ rừng đợt đầu.\n100% hội viên ký cam kết bảo vệ rừng.",
            id="those who have not",
        ),
        pytest.param(
            "Có 12/20 cán bộ được tập huấn chuyển đổi số mức độ 2.\nTất cả cán bộ được tập huấn chuyển đổi số.",
            id="those who did more",
        ),
        pytest.param("Có 112/140 học sinh đạt loại giỏi.\n100% học sinh được lên lớp.", id="another thing"),
    ],
)
def test_nothing_is_denied(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            _SHARE.format(of=" THCS", share="138/140") + _ALL.format(when="Nhìn chung "),
            "100% học sinh lớp 9 được công nhận tốt nghiệp",
            id="a label and a share",
        ),
        pytest.param(
            "Đến nay 1.204/1.286 hộ sử dụng nước hợp vệ sinh.\nCó 100% hộ sử dụng nước hợp vệ sinh.",
            "100% hộ sử dụng nước hợp vệ sinh",
            id="households",
        ),
        pytest.param(
            "Có 412/430 hội viên ký cam kết bảo vệ môi trường.\nTất cả hội viên đều ký cam kết bảo vệ môi trường.",
            "Tất cả hội viên đều ký cam kết bảo vệ môi trường",
            id="all in words",
        ),
    ],
)
def test_a_share_denies_all(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, KIND)] == [found]
