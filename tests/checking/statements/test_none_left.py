"""What is said to be no more, or not to have happened, and is told elsewhere."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.statements.none_left import CHECKS


@pytest.mark.parametrize(
    ("claim", "other", "told"),
    [
        ("Toàn xã không còn hộ nghèo.", "Hiện xã còn 23 hộ nghèo, chủ yếu ở thôn Nà Pằn.", True),
        ("Thôn Nà Pằn không còn hộ nghèo.", "Hiện xã còn 23 hộ nghèo.", False),
        ("Toàn xã không còn hộ nghèo.", "Đầu năm xã còn 23 hộ nghèo.", False),
        ("Toàn xã không còn hộ nghèo.", "Hiện xã còn 23 hộ cận nghèo.", False),
        ("Trong kỳ không xảy ra cháy rừng.", "Vụ cháy rừng tại thôn Nà Pằn đã thiêu rụi 2 ha.", True),
        ("Trong kỳ không xảy ra cháy rừng.", "Tuy nhiên, vụ cháy rừng tại thôn Nà Pằn đã thiêu rụi 2 ha.", True),
        ("Từ tháng 5 đến nay không xảy ra cháy rừng.", "Sau vụ cháy rừng tại thôn Nà Pằn, xã rút kinh nghiệm.", False),
        ("Trong kỳ không xảy ra cháy rừng.", "Xã tuyên truyền về vụ cháy rừng tại huyện Khe Bạc.", False),
        ("Trong kỳ không xảy ra cháy rừng.", "Năm 2019 có vụ cháy rừng tại thôn Nà Pằn.", False),
        ("Xã đã đạt 19/19 tiêu chí nông thôn mới.", "Tiêu chí giao thông và môi trường chưa đạt, do thiếu vốn.", True),
        ("Xã đã đạt 19/19 tiêu chí nông thôn mới.", "Tiêu chí thu nhập của bộ tiêu chí nâng cao chưa đạt.", False),
        ("Xã đã đạt 19/19 tiêu chí nông thôn mới.", "Theo bộ tiêu chí mới, tiêu chí thu nhập chưa đạt.", False),
        ("Xã đã đạt 17/19 tiêu chí nông thôn mới.", "Tiêu chí giao thông và môi trường chưa đạt, do thiếu vốn.", False),
    ],
)
def test_none_and_some(claim: str, other: str, told: bool) -> None:
    report = read_text(f"{HEAD}{TITLE}{claim}\n\nXã tổ chức 25 buổi tuyên truyền tại 9 thôn.\n\n{other}{TAIL}")
    assert bool([one for check in CHECKS for one in check(report)]) is told
