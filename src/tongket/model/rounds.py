"""One request for reports (đợt báo cáo): who must report to whom, for which period, by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.units import ShareKey

MapView = Literal["reported", "map", "apportioned"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A body that was asked: its unit id, name as written, and due date (ISO, "" when none)."""

    unit: str
    body: str
    kind: str = "ubnd"  # code of the body kind
    due: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """What ties a folder of reports to a programme. ``file`` is where it was read from.

    ``unit`` is the id of the unit whose report is to be written, ``body`` the issuing body's name.
    ``asked`` may be empty: then nobody knows how many should have answered, and the report says so.
    """

    programme: str
    unit: str
    body: str
    place: str
    period_start: str
    period_end: str
    date: str = ""  # of the report to be written; ISO, cut where open ('2026-11')
    request: str = ""  # the citation of the request letter, as it is to be printed
    asked: tuple[Asked, ...] = ()
    recipients: tuple[str, ...] = ()
    units_file: str = ""
    file: str = ""
    review: str = ""  # 'sơ kết' or 'tổng kết'; "" = as the programme says
    years: int = 0  # that are reviewed; 0 = as the programme says
    view: MapView = "reported"  # units as they reported, on the map of a day, or apportioned to that map
    as_of: str = ""  # the day whose map it is, "" = the period's end
    shared_by: ShareKey = "people"  # by what divided units are apportioned


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for beyond the round's file; "" leaves it as the file says.

    ``unit`` names the unit whose report is to be written (id, code or name), ``period`` the span that is looked at
    ('năm 2025', '2021-2025', '2021-09-07/2026-09-30'). ``view`` and ``as_of`` choose the map: units as they were when
    they reported, units of the day ``as_of``, or these with divided units apportioned by ``shared_by``.
    """

    unit: str = ""
    period: str = ""
    view: MapView = "reported"
    as_of: str = ""
    shared_by: ShareKey = "people"


AS_THE_ROUND_SAYS = Wanted()
