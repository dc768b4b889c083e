"""Dossiers that were late, and a report that gives no reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "incomplete"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "late"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Giải quyết 373 hồ sơ (trước hạn 370 hồ sơ, đúng hạn 03 hồ sơ, trễ hạn 0 hồ sơ).", id="none late"),
        pytest.param("Giải quyết 420 hồ sơ, không có hồ sơ trễ hạn.", id="none, in words"),
        pytest.param("Giải quyết 420 hồ sơ; trễ hạn 03 hồ sơ do phần mềm lỗi.", id="why stands behind"),
        pytest.param(
            "Giải quyết 420 hồ sơ; trễ hạn 03 hồ sơ. Nguyên nhân: hồ sơ đất đai phải xác minh.",
            id="in the next sentence",
        ),
        pytest.param(
            "Giải quyết 420 hồ sơ; trễ hạn 03 hồ sơ.\n\n2. Hạn chế\n\nCòn hồ sơ trễ hạn vì thiếu người.",
            id="in another part",
        ),
        pytest.param("Hồ sơ giải quyết đúng hạn đạt 100% (420/420 hồ sơ).", id="all in time"),
        pytest.param("Dư nợ 45 tỷ đồng, nợ quá hạn 0,12%.", id="debts"),
        pytest.param("Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt 98% trở lên.", id="an aim"),
        pytest.param("Tỷ lệ hồ sơ đúng hạn đạt 98,6%; do mất điện nên 05 hồ sơ bị chậm.", id="why the rest were"),
        pytest.param("Quá hạn nộp đơn 15 ngày thì không xem xét.", id="a rule"),
    ],
)
def test_dossiers_in_time_or_told_why(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Giải quyết 373 hồ sơ (đúng hạn 370 hồ sơ, trễ hạn 03 hồ sơ).", "trễ hạn 03 hồ sơ", id="a count"),
        pytest.param("Giải quyết 420 hồ sơ, quá hạn: 12 hồ sơ.", "quá hạn: 12 hồ sơ", id="with a colon"),
        pytest.param("Đã trả 415 hồ sơ, còn 05 hồ sơ trễ hạn.", "05 hồ sơ trễ hạn", id="the count before"),
        pytest.param("Có 07 hồ sơ đã giải quyết quá hạn.", "07 hồ sơ đã giải quyết quá hạn", id="words between"),
        pytest.param(
            "Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt 98,95% (1.036/1.047 hồ sơ).",
            "đúng hạn và trước hạn đạt 98,95%",
            id="a share",
        ),
        pytest.param("Thủ tục hành chính giải quyết đúng hạn 96,4%.", "đúng hạn 96,4%", id="a bare share"),
        pytest.param("Trả kết quả 250 hồ sơ, trong đó trễ hạn 04.", "trễ hạn 04", id="no unit behind"),
        pytest.param("TTHC lĩnh vực đất đai: trễ hẹn 09 hồ sơ.", "trễ hẹn 09 hồ sơ", id="past the appointment"),
        pytest.param("Hồ sơ chậm hạn: 02 hồ sơ hộ tịch.", "chậm hạn: 02 hồ sơ", id="in other words"),
        pytest.param("Tỷ lệ hồ sơ đúng hạn chỉ đạt 89%.", "đúng hạn chỉ đạt 89%", id="a low one"),
    ],
)
def test_late_dossiers_without_a_reason(body: str, said: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == [said]
