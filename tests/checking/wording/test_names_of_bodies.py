"""Names of bodies of which a syllable was left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _left_out(body: str, findings_of: FindingsOf) -> list[str]:
    return [words for case, words in findings_of(body, "spelling") if case == "left-out"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Ủy ban nhân dân xã phối hợp với Hội Liên hiệp Phụ nữ xã.", id="whole names"),
        pytest.param("Hội Phụ nữ và Ban Chấp hành đã họp.", id="shorter names that are names too"),
        pytest.param("Ủy ban Dân tộc và Ủy ban Dân nguyện đã có văn bản.", id="bodies that begin alike"),
        pytest.param("Tòa án dân sự xét xử 02 vụ.", id="a court by its matter"),
        pytest.param("Ngành giáo dục đào tạo mở 02 lớp.", id="a joint left out, as many do"),
    ],
)
def test_right_names(body: str, findings_of: FindingsOf) -> None:
    assert _left_out(body, findings_of) == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Ủy ban dân xã đã họp 02 buổi.", "Ủy ban dân", id="a committee"),
        pytest.param("Mặt trận Tổ Việt Nam xã đã họp.", "Mặt trận Tổ Việt Nam", id="the Front"),
        pytest.param("Hội Cựu binh xã tặng quà.", "Hội Cựu binh", id="an organisation"),
        pytest.param("Ban Chỉ quân sự xã tuần tra.", "Ban Chỉ quân sự", id="a command, with other capitals"),
        pytest.param("Sở Nông nghiệp và trường đã kiểm tra.", "Sở Nông nghiệp và trường", id="a department"),
    ],
)
def test_a_syllable_left_out(body: str, here: str, findings_of: FindingsOf) -> None:
    assert _left_out(body, findings_of) == [here]
