"""Proposals that are much older than the decision that they asked for (tờ trình đề ngày quá xa văn bản).

A decision names the proposal on which it rests: 'Theo đề nghị của Sở ... tại Tờ trình số ... ngày ...'. Days or
weeks lie between the two; a year between them is a slip of the year, most often made in January.

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_ASKED = re.compile(r"(?<!\w)(?:Theo đề nghị|Xét(?: đề nghị)?)(?!\w)[^.;]{0,250}$")
_GROUNDS = 300  # letters before a citation in which its ground begins
_LONG = 330  # days


def check_proposals(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the proposal that a decision rests on is dated about a year before it, or more.

    Not flagged: proposals told of elsewhere than among the grounds; dates that are inferred; recognised text.
    """
    head = report.letterhead
    issued = day_of(head.date)
    if issued is None or "date" in head.inferred or is_dirty(report):
        return
    for one in report.citations:
        asked = day_of(one.date) if one.type == "Tờ trình" else None
        if asked is None or (issued - asked).days < _LONG:
            continue
        if _ASKED.search(report.text, max(one.start - _GROUNDS, 0), one.start):
            facts = {"document": one.text, "date": printed_day(asked.isoformat())}
            facts["report_date"] = printed_day(issued.isoformat())
            yield Finding("date-chronology", "warning", Span(one.start, one.date_end or one.end), "long-before", facts)


CHECKS = (check_proposals,)
