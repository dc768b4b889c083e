"""What of a report answers a programme, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.figures import Extent
from tongket.model.observations import Status
from tongket.model.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Match:
    """A figure or an empty cell of a report, tied to an indicator.

    ``value`` is in the base unit, None for a status without number. ``confidence`` runs from 0 to 1; ``reason`` is a
    message id saying what lowers it. ``figure`` indexes ``Report.figures`` or is None for words ('Không', a blank).
    """

    indicator: str
    cell: str
    value: Quantity | None
    qualifier: str
    status: Status
    extent: Extent | None
    confidence: float
    start: int
    end: int
    passage: str
    where: Literal["table", "prose", "footnote"]
    figure: int | None = None
    reason: str = ""
    level: str = ""  # unit kind whose column or row it stands in
    form: str = ""  # code of the form whose row it was found in


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a report answers a programme, and by what.

    ``directive``: it names the followed document; ``via``: it names a document that implements it; ``form``: it names
    no document but fills in the programme's forms; ``no``: none of these. ``named`` is the symbol of the directive
    that the report names ("" when none), ``via`` the symbol of the implementing document. ``sure`` is False where the
    report gives neither date nor issuer, so that another document of the same symbol is possible.
    """

    how: Literal["directive", "via", "form", "no"]
    named: str = ""
    via: str = ""
    sure: bool = True
