"""Days and months that are counted, against the first and the last of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Lớp mở 03 ngày (từ ngày 19/02 đến ngày 21/02/2026).", id="both ends counted"),
        pytest.param("Lớp mở 02 ngày (từ ngày 19/02 đến ngày 21/02/2026).", id="one end counted"),
        pytest.param("Lớp mở 05 ngày (từ ngày 02/3/2026 đến ngày 08/3/2026).", id="working days of a week"),
        pytest.param("Lớp mở khoảng 10 ngày (từ ngày 19/02 đến ngày 21/02/2026).", id="about"),
        pytest.param("Ra quân 10 ngày từ ngày 01/3/2026 đến ngày 15/4/2026.", id="some of the days between"),
        pytest.param("Hội thi 03 ngày (19 - 21/02/2026).", id="numbers alone"),
        pytest.param("Trong 5 tháng (từ tháng 1 đến tháng 5/2026), xã đã họp.", id="as many months"),
        pytest.param("Trong 6 tháng (từ tháng 10/2025 đến tháng 3/2026), xã đã họp.", id="over the new year"),
    ],
)
def test_counts_that_are_right(body: str, findings_of: Found) -> None:
    assert "days-between" not in [case for case, _ in findings_of(body, "period-mismatch")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Lớp mở 05 ngày (từ ngày 19/02 đến ngày 21/02/2026).",
            "05 ngày (từ ngày 19/02 đến ngày 21/02/2026",
            id="more than there are",
        ),
        pytest.param(
            "Lớp mở 02 ngày (từ ngày 16/02/2026 đến ngày 27/02/2026).",
            "02 ngày (từ ngày 16/02/2026 đến ngày 27/02/2026",
            id="fewer in brackets",
        ),
        pytest.param(
            "Lớp mở 05 ngày, từ ngày 05 đến ngày 07/3/2026.",
            "05 ngày, từ ngày 05 đến ngày 07/3/2026",
            id="of one month",
        ),
        pytest.param("Hội thi 02 ngày (19 - 23/02/2026).", "02 ngày (19 - 23/02/2026)", id="numbers alone"),
        pytest.param(
            "Thời hạn 30 ngày, kể từ ngày 01/3/2026 đến hết ngày 15/3/2026.",
            "30 ngày, kể từ ngày 01/3/2026 đến hết ngày 15/3/2026",
            id="a term",
        ),
        pytest.param(
            "Từ ngày 01/3/2026 đến ngày 10/3/2026 (trong 12 ngày), đoàn làm việc tại xã.",
            "Từ ngày 01/3/2026 đến ngày 10/3/2026 (trong 12 ngày)",
            id="behind them",
        ),
        pytest.param(
            "Trong 3 tháng (từ tháng 1 đến tháng 5/2026), xã đã họp.",
            "3 tháng (từ tháng 1 đến tháng 5/2026",
            id="months",
        ),
    ],
)
def test_counts_that_are_wrong(body: str, found: str, findings_of: Found) -> None:
    assert ("days-between", found) in findings_of(body, "period-mismatch")


@pytest.mark.parametrize(
    ("length", "found"),
    [
        pytest.param("4 tháng", False, id="months"),
        pytest.param("3 tháng", True, id="too few months"),
        pytest.param("122 ngày", False, id="days"),
        pytest.param("92 ngày", True, id="too few days"),
    ],
)
def test_lengths_told_behind_their_days(length: str, *, found: bool, findings_of: Found) -> None:
    body = f"Đợt cao điểm từ ngày 01/3/2026 đến ngày 30/6/2026 ({length})."
    assert ("days-between" in [case for case, _ in findings_of(body, "period-mismatch")]) is found


@pytest.mark.parametrize(("years", "found"), [("04", False), ("05", False), ("06", True), ("03", True)])
def test_years_told_behind_a_stage(years: str, *, found: bool, findings_of: Found) -> None:
    body = f"Giai đoạn 2016 - 2020 ({years} năm), xã làm 12 km đường."
    assert ("length" in [case for case, _ in findings_of(body, "period-mismatch")]) is found


@pytest.mark.parametrize(
    ("body", "case"),
    [
        ("Đợt 1 (25/5/2026 - 10/6/2026) tại 5 thôn.", []),
        ("Đợt 1 (10/6/2026 - 25/5/2026) tại 5 thôn.", ["backwards"]),
        ("Điều tra trong 03 tuần, từ ngày 04/5/2026 đến ngày 24/5/2026.", []),
        ("Điều tra trong 05 tuần, từ ngày 04/5/2026 đến ngày 24/5/2026.", ["days-between"]),
    ],
)
def test_days_turned_and_weeks(body: str, case: list[str], findings_of: Found) -> None:
    assert [one for one, _ in findings_of(body, "period-mismatch")] == case
