"""Wholes that are of two kinds or more by nature (chia theo loại)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Huyện có 53 tổ chức cơ sở đảng, gồm 31 đảng bộ và 19 chi bộ cơ sở.", ["53 tổ chức cơ sở đảng"], id="Party"
        ),
        pytest.param("Huyện có 50 tổ chức cơ sở đảng, gồm 31 đảng bộ và 19 chi bộ cơ sở.", [], id="they make it"),
        pytest.param(
            "Tỉnh có 124 đơn vị hành chính cấp xã (105 xã, 17 phường và 1 đặc khu).",
            ["124 đơn vị hành chính"],
            id="units, in brackets",
        ),
        pytest.param("Huyện có 53 tổ chức cơ sở đảng, trong đó có 19 chi bộ.", [], id="one kind is picked out"),
        pytest.param(
            "Đoàn giám sát tại 20 đơn vị, gồm 05 sở, ngành, 06 UBND cấp huyện và 11 UBND xã, phường.",
            ["20 đơn vị"],
            id="authorities",
        ),
        pytest.param(
            "Đoàn giám sát tại 22 đơn vị, gồm 05 sở, ngành, 06 UBND cấp huyện và 11 UBND xã, phường.",
            [],
            id="authorities, right",
        ),
        pytest.param(
            "Tổng số cán bộ, giáo viên, nhân viên là 31 người; trong đó quản lý 03, giáo viên 22, nhân viên 05; hợp"
            " đồng 04 người.",
            ["31 người"],
            id="each noun of the whole",
        ),
        pytest.param(
            "Tổng số cán bộ, giáo viên, nhân viên là 30 người; trong đó quản lý 03, giáo viên 22, nhân viên 05; hợp"
            " đồng 04 người.",
            [],
            id="each noun of the whole, right",
        ),
        pytest.param(
            "Tổng số cán bộ, giáo viên, nhân viên là 31 người; trong đó đảng viên 12, nữ 22, dân tộc 05.",
            [],
            id="other nouns than those of the whole",
        ),
        pytest.param(
            "Kiểm tra tại 30 cơ quan, đơn vị, trong đó: 08 sở, ngành, 06 đơn vị cấp huyện và 17 đơn vị cấp xã.",
            ["30"],
            id="more authorities than there are",
        ),
        pytest.param(
            "Kiểm tra tại 30 cơ quan, đơn vị, trong đó: 08 sở, ngành và 06 đơn vị cấp huyện.", [], id="some of them"
        ),
        pytest.param("Kiểm tra 30 đơn vị, gồm 05 xã, 03 phòng và một số trường.", [], id="some more"),
        pytest.param("Nhắc nhở 15 đơn vị chậm (02 xã, 03 phường chậm nhất).", [], id="authorities picked out"),
        pytest.param("Xã có 12 thôn, gồm 1.250 hộ và 5.600 nhân khẩu.", [], id="what lives in it"),
        pytest.param(
            "Huyện có 41 tổ chức cơ sở đảng, gồm 24 đảng bộ, 14 chi bộ và 3.412 đảng viên.", [], id="the list goes on"
        ),
    ],
)
def test_kinds_of_a_whole(body: str, found: list[str], findings_of: FindingsOf) -> None:
    said = findings_of(body, "sum-mismatch")
    assert [words[: len(one)] for (_, words), one in zip(said, found, strict=True)] == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        pytest.param("07 văn bản khác", [], id="they make it"),
        pytest.param("05 công điện", [], id="nothing says that these are all"),
        pytest.param("09 văn bản khác và một số tờ trình", [], id="the list goes on"),
        pytest.param("09 văn bản khác", ["26 văn bản"], id="they do not make it"),
    ],
)
def test_kinds_that_close_with_all_others(last: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Ban đã trình ký 26 văn bản, trong đó 09 kế hoạch, 06 báo cáo, 04 công văn và {last}."
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
