"""Resolutions of the Central Committee and the plenums that passed them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("said", "slips"),
    [
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII", False),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII", True),
        ("Nghị quyết số 25-NQ/TW ngày 03/6/2013 Hội nghị lần thứ 7 Ban Chấp hành Trung ương Đảng (khóa XI)", False),
        ("Nghị quyết số 25-NQ/TW ngày 03/6/2013 Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng (khóa XI)", True),
        ("Nghị quyết số 29-NQ/TW, ngày 04/11/2013 của Hội nghị Trung ương 8 (khóa XI)", False),
        ("Nghị quyết số 29-NQ/TW, ngày 04/11/2013 của Hội nghị Trung ương 8 (khóa XII)", True),
        ("Nghị quyết Trung ương 4 khóa XII (Nghị quyết số 04-NQ/TW ngày 30/10/2016)", False),
        ("Nghị quyết Trung ương 4 khóa XI (Nghị quyết số 04-NQ/TW ngày 30/10/2016)", True),
        ("Nghị quyết số 12-NQ/TW ngày 16/01/2012 của Ban Chấp hành Trung ương (Hội nghị Trung ương 4 khóa XI)", False),
        ("Kết luận số 21-KL/TW ngày 25/10/2021 của Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XIII", False),
        ("Nghị quyết số 19-NQ/TW ngày 16/6/2022 của Trung ương Đảng khóa XIII tại Hội nghị lần thứ năm", False),
        ("Nghị quyết số 19-NQ/TW ngày 16/6/2022 của Trung ương Đảng khóa XIII tại Hội nghị lần thứ tư", True),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ Sáu khóa XII", False),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ Năm khóa XII", True),
        ("Kết luận số 75-KL/TW ngày 02/6/2020 của Hội nghị lần thứ mười hai Ban Chấp hành Trung ương khóa XII", False),
        ("Kết luận số 75-KL/TW ngày 02/6/2020 của Hội nghị lần thứ mười một Ban Chấp hành Trung ương khóa XII", True),
        ("Kết luận số 51-KL/TW ngày 30/5/2019 của Ban Bí thư về Nghị quyết Hội nghị Trung ương 8 khóa XI", False),
    ],
)
def test_a_resolution_is_signed_soon_after_its_plenum(said: str, slips: bool, findings_of: FindingsOf) -> None:
    found = findings_of(f"Đảng ủy xã đã quán triệt {said} trong 12 chi bộ.", "citation-conflict")

    assert [case for case, _ in found if case == "plenum"] == ["plenum"] * slips
