"""Who speaks in a document: the same body where it opens and where it closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "layout"
TITLE = "BÁO CÁO\nKết quả công tác quý III năm 2026\n\n"
ORDER = "CHỈ THỊ\nVề việc phòng, chống cháy rừng\n\n"
BODY = "\n\nI. KẾT QUẢ\n\nĐã kết nạp 12 đảng viên.\n\n"
END = "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nCHỦ TỊCH\n(Đã ký)\n"


def _told(found_in: FoundIn, opening: str, closing: str, title: str = TITLE) -> list[str]:
    text = HEAD + title + opening + BODY + closing + END
    return [passage for case, passage in found_in(text, KIND) if case == "speaker"]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        pytest.param(
            "Đảng ủy xã Lũng Ẳng báo cáo kết quả như sau:",
            "Trên đây là báo cáo của Đảng ủy xã Lũng Ẳng./.",
            id="the same",
        ),
        pytest.param(
            "Đảng ủy xã báo cáo như sau:", "Trên đây là báo cáo quý III; kính gửi Ban Tổ chức Tỉnh ủy.", id="none"
        ),
        pytest.param(
            "Theo yêu cầu của Thường trực Tỉnh ủy, Đảng ủy xã báo cáo như sau:",
            "Trên đây là báo cáo của Đảng ủy xã, kính trình Thường trực Tỉnh ủy./.",
            id="another that is reported to",
        ),
        pytest.param("Ủy ban nhân dân xã báo cáo như sau:", "Trên đây là báo cáo của UBND xã./.", id="in short"),
        pytest.param(
            "Thực hiện Công văn số 12-CV/TU của Thường trực Tỉnh ủy về báo cáo quý III, Đảng ủy xã báo cáo như sau:",
            "Trên đây là kết quả quý III của Đảng bộ xã./.",
            id="whose results they are",
        ),
        pytest.param(
            "Ban Thường vụ Đảng ủy xã giao Văn phòng Đảng ủy báo cáo. Đảng ủy xã báo cáo như sau:",
            "Trên đây là báo cáo của Đảng ủy xã./.",
            id="one that was told to report",
        ),
        pytest.param(
            "Ban Thường vụ Đảng ủy xã báo cáo như sau:",
            "Ủy ban Kiểm tra Đảng ủy báo cáo kết quả trước ngày 10/12/2026.",
            id="an organ of it, which is to report",
        ),
    ],
)
def test_one_speaker(opening: str, closing: str, found_in: FoundIn) -> None:
    assert _told(found_in, opening, closing) == []


@pytest.mark.parametrize(
    ("opening", "closing", "said"),
    [
        pytest.param(
            "Đảng ủy xã Lũng Ẳng báo cáo kết quả như sau:",
            "Trên đây là báo cáo của Ban Thường vụ Đảng ủy xã Lũng Ẳng về kết quả quý III./.",
            "Ban Thường vụ Đảng ủy",
            id="its standing committee",
        ),
        pytest.param(
            "Đảng ủy xã báo cáo tình hình như sau:",
            "Trên đây là báo cáo quý III; Thường trực Đảng ủy xã báo cáo Tỉnh ủy biết./.",
            "Thường trực Đảng ủy",
            id="its standing members, who act",
        ),
        pytest.param(
            "Ủy ban nhân dân xã báo cáo như sau:",
            "Trên đây là báo cáo của Chủ tịch UBND xã./.",
            "Chủ tịch UBND",
            id="its chairman",
        ),
        pytest.param(
            "Thường trực HĐND xã báo cáo như sau:",
            "Trên đây là báo cáo của Hội đồng nhân dân xã./.",
            "Hội đồng nhân dân",
            id="the whole for its part",
        ),
    ],
)
def test_two_speakers(opening: str, closing: str, said: str, found_in: FoundIn) -> None:
    assert _told(found_in, opening, closing) == [said]


def test_an_order_of_two_speakers(found_in: FoundIn) -> None:
    opening = "Để chủ động phòng cháy, Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn thực hiện:"
    assert _told(found_in, opening, "Ủy ban nhân dân xã yêu cầu các thôn nghiêm túc thực hiện./.", ORDER) == [
        "Ủy ban nhân dân"
    ]


def test_a_chairman_may_order_what_a_committee_reports(found_in: FoundIn) -> None:
    opening = "Để chủ động phòng cháy, Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn thực hiện:"
    assert _told(found_in, opening, "Chủ tịch UBND xã yêu cầu các thôn nghiêm túc thực hiện./.", ORDER) == []
