"""Another unit named once as if it were the own one. The report is of the commune Lũng Ẳng."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
OWN = "Xã Lũng Ẳng có 9 thôn; các thôn của xã Lũng Ẳng đều có đường. Đảng ủy xã Lũng Ẳng chỉ đạo sát."


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Nhân dân xã Lũng Ẳng đã hiến đất.", id="its own people"),
        pytest.param("Xã hỗ trợ nhân dân xã Nà Pàn 20 triệu đồng.", id="help for others"),
        pytest.param("Cán bộ, nhân dân xã Nà Pàn và xã Lũng Ẳng cùng đắp đập.", id="two units"),
        pytest.param("Trước đây nhân dân xã Nà Pàn dùng chung trạm bơm.", id="the past"),
        pytest.param("Xã đã sáp nhập. Nhân dân xã Nà Pàn phấn khởi.", id="merged units"),
        pytest.param("Xã Nà Pàn ở phía nam. Nhân dân xã Nà Pàn làm nghề rừng.", id="told of more than once"),
        pytest.param("Công an xã Nà Pàn bắt giữ 02 người.", id="what its organ did"),
        pytest.param("Kết quả đó là nhờ có sự giúp đỡ của Đảng ủy xã Nà Pàn.", id="help of others"),
        pytest.param("Nhân dân huyện Nà Pàn phấn khởi.", id="another level"),
        pytest.param("Vụ cháy xảy ra trên địa bàn xã Nà Pàn.", id="what happened at another place"),
        pytest.param("Tuyến đường liên xã đi qua trên địa bàn xã Nà Pàn.", id="a road through it"),
    ],
)
def test_other_units_may_be_told_of(said: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"{OWN} {said}", KIND) == []


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        pytest.param("Đó là nhờ sự đoàn kết của nhân dân xã Nà Pàn.", "xã Nà Pàn", id="the people"),
        pytest.param("Đó là nhờ sự vào cuộc của Hội đồng nghĩa vụ quân sự xã Nà Pàn.", "xã Nà Pàn", id="its organ"),
        pytest.param("Kết quả trên là do Đảng ủy xã Nà Pàn chỉ đạo sát sao.", "xã Nà Pàn", id="its committee"),
        pytest.param("Đội ngũ cán bộ, công chức xã Nà Pàn trưởng thành.", "xã Nà Pàn", id="the officers"),
        pytest.param("Tình hình an ninh trên địa bàn xã Nà Pàn giữ vững.", "xã Nà Pàn", id="the territory"),
        pytest.param("Đến nay toàn xã Nà Pàn có 12 hộ nghèo.", "xã Nà Pàn", id="the whole of it"),
        pytest.param("Đời sống nhân dân phường Cầu Tre nâng lên.", "phường Cầu Tre", id="another kind of one level"),
    ],
)
def test_what_was_left_of_another_report(said: str, unit: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"{OWN} {said}", KIND) == [("text", unit)]


def test_the_body_that_speaks_in_the_text_names_the_own_unit(findings_of: FindingsOf) -> None:
    body = (
        "Huyện Sông Chu có 12 xã. Các đơn vị trên địa bàn huyện Núi Vọng chấp hành tốt. UBND huyện Sông Chu kiến nghị"
        " tỉnh bố trí vốn."
    )
    assert findings_of(body, KIND) == [("text", "huyện Núi Vọng")]
