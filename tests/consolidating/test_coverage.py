"""Who answered of those that were asked."""

from __future__ import annotations

from dataclasses import replace

from tongket.consolidating.coverage import coverage_lines
from tongket.model.consolidations import ReportRead
from tongket.model.observations import Observation
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.reports import Letterhead, Report, Subject
from tongket.model.rounds import Asked, Round
from tongket.model.sources import Source
from tongket.model.units import Unit

UNITS = {
    "ms": Unit("ms", "", "province", "tỉnh", "Mẫu Sơn", "vn"),
    "x1": Unit("x1", "", "commune", "xã", "Lũng Ẳng", "ms"),
    "x2": Unit("x2", "", "commune", "xã", "Phja Mạ", "ms"),
}
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 5, "", "", 0.6, (),
    (Indicator("A", "", ""), Indicator("B", "", "", levels=("commune",)), Indicator("C", "", "", owner="mttq")),
    (), (), (), (),
)  # fmt: skip
ASKED = (
    Asked("x1", "Ủy ban nhân dân xã Lũng Ẳng", due="2026-10-15"),
    Asked("x2", "Ủy ban nhân dân xã Phja Mạ", due="2026-10-15"),
    Asked("ms", "Ủy ban MTTQ Việt Nam tỉnh Mẫu Sơn", "mttq"),
)
ROUND = Round("p", "ms", "UBND tỉnh Mẫu Sơn", "", "", "", asked=ASKED)


def sent(unit: str, body: str, date: str = "2026-10-10", kind: str = "ubnd") -> ReportRead:
    report = Report(Source(body, "", "txt", "", ()), Letterhead(date=date), Subject())
    return ReportRead(f"{body}.txt", report, UNITS.get(unit), body, kind=kind)


def said(unit: str, body: str, indicator: str, kind: str = "ubnd", status: str = "reported") -> Observation:
    return Observation(
        indicator, "", unit, "area", "/", body, "p", 1, 1, 1, None, 0, "", "", status, "read", 1.0, "", "", 0, 0, "",  # type: ignore[arg-type]  # texts of a test
        body_kind=kind,
    )  # fmt: skip


def test_who_has_sent_a_report() -> None:
    reports = [sent("x1", "UỶ BAN NHÂN DÂN XÃ LŨNG ẲNG"), sent("x9", "UBND xã Khác", "")]
    observations = [said("x1", "UỶ BAN NHÂN DÂN XÃ LŨNG ẲNG", code) for code in "AAB"]
    lines = coverage_lines(ROUND, reports, observations, PROGRAMME)
    assert [(line.unit, line.asked, bool(line.file), line.answered, line.indicators) for line in lines] == [
        ("x1", True, True, 2, 3), ("x2", True, False, 0, 3), ("ms", True, False, 0, 3), ("", False, True, 0, 3),
    ]  # fmt: skip


def test_two_bodies_of_one_unit_are_kept_apart() -> None:
    lines = coverage_lines(
        ROUND, [sent("ms", "UBND tỉnh Mẫu Sơn"), sent("ms", "MTTQ tỉnh", kind="mttq")], [], PROGRAMME
    )
    assert [(line.body, line.file) for line in lines if line.unit == "ms"] == [
        ("Ủy ban MTTQ Việt Nam tỉnh Mẫu Sơn", "MTTQ tỉnh.txt"),
        ("UBND tỉnh Mẫu Sơn", "UBND tỉnh Mẫu Sơn.txt"),
    ]


def test_nobody_knows_who_was_asked() -> None:
    lines = coverage_lines(replace(ROUND, asked=()), [sent("x1", "UBND xã Lũng Ẳng")], [], PROGRAMME)
    assert [(line.unit, line.asked) for line in lines] == [("x1", False)]
