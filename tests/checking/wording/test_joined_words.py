"""Blanks lost at capitals, and letters that a font lost: told by what no syllable has; names are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Dùng phần mềm eOffice và iCloud của xã.", id="names of programs"),
        pytest.param("Hai xã Êđê và Krôngkiến nghị.", id="names before a word"),
        pytest.param("Đoàn đến buôn Jrăng, bản Pơng và xã Krơng Ana.", id="names of other languages"),
        pytest.param("NGÂN HÀNG VIETINBANK HUYỆN", id="a firm"),
        pytest.param("UBND HUYỆN KRÔNGPAK", id="a name in capitals"),
        pytest.param("Mỏ bôxít và mẫu makét đã được duyệt.", id="foreign words with marks"),
        pytest.param("Hà NỘI và Cà MAU đã ký.", id="names whose capitals were forgotten"),
        pytest.param("Gỗ lim làm xà NHÀ.", id="a word of its own"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Nhân dân phườngLong Đức đã họp.", "phườngLong", id="before a name"),
        pytest.param("Nghị quyết của Trung ương Đảngvề công tác cán bộ.", "Đảngvề", id="behind a name"),
        pytest.param("Xã Lũng Ẳngđã hoàn thành kế hoạch.", "Ẳngđã", id="behind a name that is no word"),
        pytest.param("Tỉnh Mẫu Sơnbiểu dương xã.", "Sơnbiểu", id="the first half of a word behind a name"),
        pytest.param("Các lớpvới số lượng học sinh được duy trì.", "lớpvới", id="before a word of grammar"),
        pytest.param("Trongnăm học vừa qua, nhà trường đã cố gắng.", "Trongnăm", id="at the start"),
        pytest.param("Các phong trào trongtoàntrường đã lan tỏa.", "trongtoàntrường", id="three words"),
        pytest.param("PHÒNG GIÁO DỤC CẤPTIỂUHỌC", "CẤPTIỂUHỌC", id="in capitals"),
        pytest.param("CHỦ NGHĨA VIỆT NAMTRƯỜNG MẦM NON", "NAMTRƯỜNG", id="two columns of a head"),
        pytest.param("CỘNG HÒA Xà HỘI CHỦ NGHĨA VIỆT NAM", "Xà", id="a capital that became small"),
        pytest.param("ỦY BAN NHÂN DÂN Xà LŨNG ẲNG", "Xà", id="before the name of a commune"),
        pytest.param("Xã ở phía Đơng Bắc của huyện.", "Đơng", id="a rhyme of no word"),
    ],
)
def test_what_is_wrong(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]
