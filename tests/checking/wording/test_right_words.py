"""Words that look like slips and are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tiếp công dân vào thứ Tư trong tuần; họp kỳ thứ Tư.", id="a day of the week (Decree 30/2020)"),
        pytest.param(
            "Xã trồng 12 ha chôm chôm, nuôi ba ba trong ao.", id="a fruit and an animal by a doubled syllable"
        ),
        pytest.param("Nhà máy chế biến dầu mỡ động thực vật.", id="two words that share their last syllable"),
        pytest.param("Phát hiện ổ dịch lở mồm long móng týp O.", id="a word of another tongue, written as it is heard"),
        pytest.param("Đồng chí Bí thư tái đắc cử nhiệm kỳ mới.", id="a word between the halves of another"),
        pytest.param("VỀ VIỆC CÔNG BỐ THỦ TỤC HÀNH CHÍNH", id="the end of a word before a formula"),
    ],
)
def test_right_words(text: str, findings_of: FindingsOf) -> None:
    assert [
        one for one in findings_of(text + "\n", "spelling") if one[0] in ("slip", "doubled", "alone", "left-out")
    ] == []
