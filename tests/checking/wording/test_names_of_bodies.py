"""Names of bodies of which a syllable was left out, stands twice or in the wrong place."""

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


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Hội Nông dân Nam Trà và Hội Cựu chiến binh Nam Trà đã họp.", id="a unit behind the name"),
        pytest.param("Hội Phụ nữ, Nông dân, Cựu chiến binh phối hợp.", id="bodies that share their head"),
        pytest.param("Ban Tổ chức tỉnh tổng kết giải bóng đá.", id="a committee of a level"),
        pytest.param("Sở Nội vụ, Sở Tư pháp và Bộ Xây dựng phối hợp.", id="short names"),
        pytest.param("Ban Thường trực Mặt trận xã và Ban Công tác Mặt trận thôn đã họp.", id="of the Front"),
        pytest.param("Thường trực Đảng ủy, Thường trực Ủy ban MTTQ xã họp.", id="who leads a body"),
        pytest.param("Hội Thanh niên xung phong và Hội Người cao tuổi tặng quà.", id="names that hold others"),
        pytest.param("Hội Nông\ndân xã đã họp.", id="a syllable on the next line"),
        pytest.param("Văn phòng Phủ Chủ tịch đã trả lời.", id="a word that the name of another body holds"),
    ],
)
def test_names_that_begin_alike(body: str, findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "spelling") if one[0] in ("left-out", "slip", "doubled")] == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hội Nông xã đã họp.", ("left-out", "Hội Nông"), id="the last syllable, before a unit"),
        pytest.param("Hội Cựu chiến, Hội Phụ nữ dự.", ("left-out", "Hội Cựu chiến"), id="the last, before a comma"),
        pytest.param("Ủy ban Kiểm Đảng ủy họp.", ("left-out", "Ủy ban Kiểm Đảng ủy"), id="an inner one"),
        pytest.param("Ban Tuyên và Dân vận Tỉnh ủy dự.", ("left-out", "Ban Tuyên và Dân vận Tỉnh ủy"), id="of two"),
        pytest.param(
            "Phòng Lao động - Thương và Xã hội chi trả.",
            ("left-out", "Phòng Lao động - Thương và Xã hội"),
            id="behind a dash",
        ),
        pytest.param("Hội đồng dân nhân xã đã họp.", ("slip", "Hội đồng dân nhân"), id="two in the wrong order"),
        pytest.param("Hội Hội Nông dân xã đã họp.", ("doubled", "Hội Hội Nông dân"), id="the head twice"),
    ],
)
def test_a_syllable_lost_turned_or_twice(body: str, found: tuple[str, str], findings_of: FindingsOf) -> None:
    assert findings_of(body, "spelling") == [found]
