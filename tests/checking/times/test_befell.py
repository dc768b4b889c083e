"""Harm told of a day after the report, and figures that stood at an hour of such a day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "date-chronology"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Khoảng 19h00 ngày 21/9/2026 sạt lở vào lán trại của thợ rừng.", "21/9/2026", id="a landslide"),
        pytest.param("Đêm 16/9/2026 xảy ra 01 vụ va chạm trên tuyến đường liên xã.", "16/9/2026", id="an accident"),
        pytest.param("Có 02 nhà bị sập trong mưa lũ ngày 14/9/2026.", "14/9/2026", id="damage told before its day"),
        pytest.param("Mực nước hồ tính đến 15h00 ngày 13/9/2026 là 21 m.", "13/9/2026", id="up to an hour"),
    ],
)
def test_what_is_known_only_then(body: str, found: str, findings_of: FindingsOf) -> None:
    """The report is of 12 September 2026."""
    assert findings_of(body, KIND) == [("not-yet", found)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Khoảng 19h00 ngày 11/9/2026 sạt lở vào lán trại của thợ rừng.", id="before the report"),
        pytest.param("Dự báo ngày 14/9/2026 có nơi ngập lụt.", id="a forecast"),
        pytest.param("Ngày 14/9/2026 diễn tập phòng cháy rừng.", id="a drill"),
        pytest.param("Trực ban để không xảy ra cháy rừng từ nay đến ngày 30/9/2026.", id="a task"),
        pytest.param("Mực nước hồ tính đến 15h00 ngày 12/9/2026 là 21 m.", id="up to an hour of the day itself"),
        pytest.param("Họp giao ban vào 8h00 ngày 14/9/2026.", id="a meeting"),
    ],
)
def test_what_may_be_told_before(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã gửi Báo cáo số 74/BC-UBND ngày 19/8/2026 về tình hình mưa lũ (Tính đến 15h00 ngày 29/8/2026).",
            [("told-before", "29/8/2026")],
            id="later than the document",
        ),
        pytest.param(
            "Đã gửi Báo cáo số 74/BC-UBND ngày 19/8/2026 về tình hình mưa lũ (Tính đến 15h00 ngày 19/8/2026).",
            [],
            id="of its day",
        ),
        pytest.param(
            "Thực hiện Công điện số 74/CĐ-UBND ngày 19/8/2026; tính đến 15h00 ngày 29/8/2026 đã gặt xong.",
            [],
            id="behind a semicolon",
        ),
        pytest.param(
            "Đã gửi Báo cáo số 74/BC-UBND ngày 19/8/2026 về tình hình mưa lũ (số liệu đến ngày 29/8/2026).",
            [("told-before", "29/8/2026")],
            id="up to a day, in brackets",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 74/KH-UBND ngày 19/8/2026 về thu hoạch lúa mùa (tính đến ngày 29/8/2026).",
            [],
            id="a document that counts nothing",
        ),
        pytest.param(
            "Theo Báo cáo số 74/BC-UBND ngày 19/8/2026 về mưa lũ, nay đã sửa 5 cầu (tính đến ngày 29/8/2026).",
            [],
            id="of what was done since",
        ),
    ],
)
def test_up_to_a_day_after_the_document(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found
