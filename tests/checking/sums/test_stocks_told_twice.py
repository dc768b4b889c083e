"""What there is in the whole of a unit, and things called by their names, told twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đảng bộ xã có 17 chi bộ trực thuộc (gồm 11 chi bộ thôn) với 346 đảng viên. Đến nay toàn Đảng bộ có "
            "364 đảng viên.",
            ["toàn Đảng bộ có 364 đảng viên"],
            id="members of a party body",
        ),
        pytest.param(
            "Toàn xã có 16 thôn, 2.913 hộ với 12.408 nhân khẩu. Xã hiện có 18 thôn, mỗi thôn có tủ sách.",
            ["Xã hiện có 18 thôn"],
            id="hamlets",
        ),
        pytest.param(
            "Xã có 9 thôn, 1.046 hộ. Đến nay toàn xã có 1.064 hộ, trong đó 120 hộ nghèo.",
            ["toàn xã có 1.064 hộ"],
            id="digits exchanged",
        ),
        pytest.param(
            "Đảng bộ xã có 14 chi bộ với 251 đảng viên. Trong năm kết nạp 11 đảng viên mới, nâng tổng số đảng viên toàn"
            " Đảng bộ lên 261 đồng chí.",
            ["nâng tổng số đảng viên toàn Đảng bộ lên 261 đồng chí"],
            id="raised to another number",
        ),
        pytest.param(
            "Đảng bộ xã có 14 chi bộ với 250 đảng viên. Trong năm kết nạp 11 đảng viên mới, nâng tổng số đảng viên toàn"
            " Đảng bộ lên 261 đồng chí.",
            [],
            id="raised by the new ones",
        ),
        pytest.param(
            "Đảng bộ xã có 14 chi bộ với 261 đảng viên. Phấn đấu kết nạp 09 đảng viên mới, nâng tổng số đảng viên toàn"
            " Đảng bộ lên 268 đồng chí.",
            [],
            id="to be raised",
        ),
        pytest.param(
            "Đảng bộ xã có 14 chi bộ với 312 đảng viên. Đầu nhiệm kỳ, Đảng bộ xã có 290 đảng viên.",
            [],
            id="another time",
        ),
        pytest.param(
            "Toàn xã có 27 thôn, 5.284 hộ. Trong đợt lũ, xã có 3 thôn, 120 hộ bị ngập.",
            [],
            id="some of them, in a flood",
        ),
        pytest.param(
            "Đảng bộ xã có 14 chi bộ với 312 đảng viên. Toàn Đảng bộ có 96 đảng viên nữ.", [], id="a kind of them"
        ),
        pytest.param(
            "Hội đồng nhân dân xã có 25 đại biểu. Hội đồng nhân dân xã gồm 27 đại biểu.",
            ["Hội đồng nhân dân xã gồm 27 đại biểu"],
            id="members of a body",
        ),
        pytest.param("Hội Nông dân xã có 9 chi hội. Hội Nông dân huyện có 27 chi hội.", [], id="a body above it"),
        pytest.param("Toàn xã có 27 thôn. Xã có 3 thôn đạt chuẩn.", [], id="those that reached something"),
        pytest.param("Toàn xã có 27 thôn. Xã Nà Pàn có 12 thôn.", [], id="another unit"),
        pytest.param("Toàn xã có 5.284 hộ. Cuối năm, toàn xã có 5.290 hộ.", [], id="the end of the year"),
    ],
)
def test_what_a_whole_unit_has(body: str, found: list[str], findings_of: Found) -> None:
    assert [text for _, text in findings_of(body, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("results", "assessment", "found"),
    [
        pytest.param(
            '- Nhà "Mái ấm": bàn giao 04 nhà với 200 triệu đồng, mỗi nhà 50 triệu đồng. Từ năm 2018 có 21 nhà.',
            'Công tác chăm lo được quan tâm, đã hỗ trợ 05 nhà "Mái ấm" trong năm.',
            ["05 nhà"],
            id="another number",
        ),
        pytest.param('Xã trao 12 suất "Vì em".', 'Đã trao 12 suất "Vì em".', [], id="the same"),
        pytest.param('Xã trao 12 suất "Vì em".', 'Nhiệm kỳ qua trao 60 suất "Vì em".', [], id="of several years"),
        pytest.param(
            'Thôn Đông xây 2 nhà "Mái ấm". Thôn Tây xây 3 nhà "Mái ấm".', 'Đã xây 5 nhà "Mái ấm".', [], id="of parts"
        ),
        pytest.param('Xã trao 12 suất "Vì em".', 'Đã trao 15 suất "Tiếp sức".', [], id="of another name"),
    ],
)
def test_things_called_by_their_names(results: str, assessment: str, found: list[str], findings_of: Found) -> None:
    body = f"I. KẾT QUẢ\n{results}\n\nII. ĐÁNH GIÁ CHUNG\n{assessment}"
    assert [text for _, text in findings_of(body, "body-appendix-mismatch")] == found
