"""Totals of points as the text tells them (tổng điểm): 'tổng điểm 93/100', 'tổng cộng 93 điểm'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.model.places import Span
from tongket.model.reports import Report

POINTS = r"\d{1,3}(?:,\d{1,2})?"
"""Points as they are printed."""
_TOTAL = re.compile(
    rf"(?:(?<!\w)[Tt]ổng(?: số| cộng)?(?P<said> điểm)?(?: [^\W\d_]+){{0,6}}?(?: ?:| là)? "
    rf"|(?<!\w)(?:đạt|[Cc]hấm|[Cc]ộng:?)(?: [^\W\d_]+){{0,3}}? )"
    rf"(?P<points>{POINTS})(?:\s?/\s?(?P<most>\d{{1,3}}))?(?![\d/%]|,\d|\s?%)(?P<unit> điểm)?"
    r"(?P<opens> \()?"
)


@dataclass(frozen=True, slots=True)
class TotalOfPoints:
    """A total: its points, the most that can be had, where that is told, where it stands; ``opens``: a bracket."""

    points: Decimal
    most: Decimal | None
    place: Span
    opens: bool


@of_last_report
def totals_of_points(report: Report) -> Sequence[TotalOfPoints]:
    """The totals of points that the text tells."""
    if "điểm" not in report.text:
        return ()
    found: list[TotalOfPoints] = []
    for one in finds(_TOTAL, report.text):
        is_total = one[0][:4].lower() == "tổng" or one[0].lower().startswith("cộng")
        if (one["unit"] or one["said"]) and (is_total or one["opens"]):
            most = Decimal(one["most"]) if one["most"] else None
            place = Span(one.start("points"), one.end("most") if one["most"] else one.end("points"))
            found.append(TotalOfPoints(amount_of(one["points"]), most, place, bool(one["opens"])))
    return found


def amount_of(printed: str) -> Decimal:
    """Points as a number."""
    return Decimal(printed.replace(",", "."))
