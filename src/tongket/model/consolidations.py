"""What a folder of reports adds up to, before it is written (kết quả tổng hợp): the input of ``writing``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.errors import ReadError
from tongket.messages import Told
from tongket.model.entries import Entry
from tongket.model.findings import Finding
from tongket.model.matches import Match
from tongket.model.observations import Observation, Rollup
from tongket.model.places import ObservationKey
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.model.rounds import Round
from tongket.model.units import Unit

AnsweredBy = Literal["directive", "via", "form"]


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report that answers the programme: its file, what it says, whose it is, and what was taken from it.

    ``file`` is the name relative to the folder and unique in it. ``unit`` is None where the unit is not known.
    ``how`` says by what it answers: it names the directive, names a document that implements it (``via`` is that
    document's symbol), or fills in the programme's forms.
    """

    file: str
    report: Report
    unit: Unit | None
    body: str  # the body's name as written: 'Ủy ban nhân dân xã Lũng Ẳng'
    findings: tuple[Finding, ...] = ()
    matches: tuple[Match, ...] = ()
    how: AnsweredBy = "directive"
    via: str = ""
    kind: str = "ubnd"  # code of the body kind


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of the folder that is not in the consolidation; ``reason`` is a whole sentence in the user's language, and
    ``told`` the same for those who read it later in theirs, where the programme it answers is the reason.
    """

    file: str
    reason: str
    told: Told | None = None

    @property
    def line(self) -> str:
        """The reason with the file's name, once."""
        return self.reason if self.reason.startswith(self.file) else f"{self.file}: {self.reason}"


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One body that was asked, or that reported without being asked (``asked`` False).

    ``file`` is "" when it has not reported. ``answered`` of ``indicators`` counts the indicators with an observation.
    """

    unit: str
    body: str
    kind: str = "ubnd"
    due: str = ""
    file: str = ""
    date: str = ""  # of the report, ISO, cut where unknown
    answered: int = 0
    indicators: int = 0
    asked: bool = True


@dataclass(frozen=True, slots=True)
class DoubtfulMatch:
    """A match below the programme's threshold: listed for a person, and not used."""

    file: str
    unit: str  # id, "" when not known
    body: str
    match: Match


@dataclass(frozen=True, slots=True)
class Consolidation:
    """Everything that the written outputs say.

    ``rollups`` hold the totals (``unit`` is ``unit.id``) and the values by unit (``unit`` is a unit's id); both may
    stand in extents own and area. ``units`` are all units named anywhere here. ``findings`` are those between reports;
    those of one report stand with it. ``date`` is of the report to be written, ISO, cut where open ('2026-11').
    """

    programme: Programme
    round: Round
    unit: Unit
    date: str
    reports: tuple[ReportRead, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    observations: tuple[Observation, ...] = ()
    rollups: tuple[Rollup, ...] = ()
    coverage: tuple[CoverageLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    doubtful: tuple[DoubtfulMatch, ...] = ()
    units: tuple[Unit, ...] = ()
    entries: tuple[Entry, ...] = ()  # of registers, that values are counted from

    def unit_named(self, identifier: str) -> Unit | None:
        """The unit of that id, or None."""
        if identifier == self.unit.id:
            return self.unit
        return next((one for one in self.units if one.id == identifier), None)


@dataclass(frozen=True, slots=True)
class DoubtfulKey:
    """Which unused match is meant: where it stands, and what it would answer."""

    file: str
    indicator: str
    cell: str
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person wrote into the workbook beside one value.

    ``verdict``: "confirmed" keeps or takes it ('x'), "dropped" leaves it out ('bỏ'), "" only changes the value.
    ``amount`` is at ``scale``; None when the cell was emptied. ``changed`` says whether value, high end or qualifier
    differ from what was written. ``source`` is the SHA-256 of the file that the observation came from.
    """

    key: ObservationKey | DoubtfulKey
    verdict: Literal["confirmed", "dropped", ""]
    amount: int | None
    amount_high: int | None
    scale: int
    qualifier: str
    changed: bool
    source: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A corrected workbook taken back: what can be used, and a whole sentence for every row that cannot."""

    corrections: tuple[Correction, ...]
    refused: tuple[ReadError, ...] = ()
