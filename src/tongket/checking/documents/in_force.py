"""Days from which a document is said to be in force, before it was issued (hiệu lực trước ngày ban hành): 'Luật Đất
đai năm 2024 có hiệu lực từ ngày 01/8/2023', which is of 18/01/2024.

A case of ``citation-conflict``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.days import DAY, date_of, day_of
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import known_documents
from tongket.vietnamese.dates import printed_day

_IN_FORCE = re.compile(rf"[^.;:\n\d]{{0,60}}?(?<!\w)có hiệu lực(?: thi hành)?,? (?:kể )?từ (?:ngày )?(?P<day>{DAY})")
_REPLACES = re.compile(r"(?<!\w)(?:thay thế|sửa đổi|bãi bỏ|hết hiệu lực)(?!\w)")
_OF_RULES = re.compile(r"/(?:19|20)\d\d/")  # '07/2026/QĐ-UBND'
_YEAR = re.compile(r"(?:năm |/)(?P<year>(?:19|20)\d\d)(?!\d)")


def check_in_force(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a document is said to be in force from a day before it was issued, by its own
    day, by what is known under its number or name, or by the year in its name.

    Not flagged: days behind another citation, or of what it replaces; decisions on persons and single matters, which
    may name a day before their own.
    """
    starts = {one.start for one in report.citations}
    for one in report.citations:
        if one.symbol and not _OF_RULES.search(one.symbol):
            continue
        found = _IN_FORCE.match(report.text, one.end)
        if found is None or any(one.end <= start < found.end() for start in starts):
            continue
        told = _DAY.match(found["day"])
        on, issued = date_of(told) if told else None, _issued(one)
        if on is None or issued is None or on >= issued or _REPLACES.search(found[0]):
            continue
        facts = {
            "document": " ".join(report.text[one.core_start : one.core_end].split()),
            "issued": printed_day(issued.isoformat()),
            "on": printed_day(on.isoformat()),
        }
        place, cited = Span(*found.span("day")), Span(one.start, one.end)
        yield Finding("citation-conflict", "error", place, "in-force", facts, (cited,))


_DAY = re.compile(DAY)


def _issued(one: Citation) -> datetime.date | None:
    """When a cited document was issued: its day here, or that of the only one known under its number or name."""
    if (own := day_of(one.date)) is not None:
        return own
    year = _YEAR.search(one.text)
    if one.symbol:
        known = known_documents().of_symbol(one.symbol, one.date)
    else:
        known = known_documents().of_name(one.type, one.text, one.date or (year["year"] if year else None))
    return day_of(known[0].date) if len(known) == 1 else None


CHECKS = (check_in_force,)
