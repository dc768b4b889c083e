"""Sentences that only lead in: a verb and a time, or an aim that a full stop closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Phấn đấu năm 2027.", ["Phấn đấu năm 2027"], id="a verb and a year"),
        pytest.param(
            "Xã đạt 5 chỉ tiêu. Phấn đấu đến hết năm 2027. Các thôn đã họp.",
            ["Phấn đấu đến hết năm 2027"],
            id="between sentences",
        ),
        pytest.param(
            "- Tiếp tục đẩy mạnh trong thời gian tới.", ["Tiếp tục đẩy mạnh trong thời gian tới"], id="two verbs"
        ),
        pytest.param("Đề nghị. Các thôn đã họp.", ["Đề nghị"], id="a verb alone"),
        pytest.param("Phấn đấu năm 2027 đạt 19 tiêu chí.", [], id="it says what"),
        pytest.param("Hoàn thành trong quý II năm 2027.", [], id="the time is the answer"),
        pytest.param("Tiếp tục nâng cao; kịp thời động viên các thôn.", [], id="the sentence goes on"),
        pytest.param("Quan tâm hỗ trợ các hộ nghèo.", [], id="whom"),
        pytest.param("2. Kiến nghị.\nĐề nghị cấp trên hỗ trợ kinh phí sửa đường.", [], id="a heading with a full stop"),
    ],
)
def test_a_verb_without_what_is_to_be_done(body: str, found: list[str], findings_of: Found) -> None:
    assert findings_of(body, "incomplete") == [("opening", one) for one in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nhằm đưa việc đọc sách trở thành nền nếp trong mọi cán bộ, đảng viên. Đảng ủy đã mở tủ sách.",
            ["viên."],
            id="a list behind the comma",
        ),
        pytest.param(
            "Để hoàn thành các chỉ tiêu được giao. Đảng ủy tập trung chỉ đạo các chi bộ.", ["giao."], id="'được giao'"
        ),
        pytest.param(
            "Nhằm thực hiện có hiệu quả các chương trình, nông thôn mới. UBND xã đã ban hành kế hoạch.",
            ["mới."],
            id="'có hiệu quả'",
        ),
        pytest.param(
            "Nhằm nâng cao trách nhiệm của các cấp, các ngành. Ban Chỉ đạo xã đã phân công thành viên.",
            ["ngành."],
            id="'các ngành' acts no more than 'các cấp'",
        ),
        pytest.param(
            "Nhằm nâng cao nhận thức, UBND xã tổ chức 12 hội nghị. UBND xã đã phát 300 tờ rơi.", [], id="who acts"
        ),
        pytest.param(
            "Để hoàn thành nhiệm vụ Đảng ủy tập trung chỉ đạo các chi bộ. Đảng ủy đã phân công cấp ủy viên.",
            [],
            id="who acts, without a comma",
        ),
        pytest.param(
            "Để đạt chỉ tiêu này, các thôn vận động từng hộ. UBND xã đã hỗ trợ xi măng.", [], id="who acts, in small"
        ),
        pytest.param("Để lại ấn tượng tốt trong lòng người dân. UBND xã đã tặng hoa.", [], id="another word"),
    ],
)
def test_an_aim_that_a_full_stop_closes(body: str, found: list[str], findings_of: Found) -> None:
    assert findings_of(body, "incomplete") == [("opening", one) for one in found]
