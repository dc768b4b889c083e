"""More provinces than the country has (số tỉnh, thành phố của cả nước): 34 since 12/6/2025, 63 from 2008.

A case of ``implausible-magnitude``, whose page stands with the magnitudes: Resolution 202/2025/QH15, Resolution
15/2008/QH12. Whose number is as before is of history: a report of 2026 may tell what 63 provinces did in 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_MERGED, _OF_NOW, _OF_BEFORE = "2025-07-01", 34, 63
_COUNT = re.compile(
    r"\d(?<![\d.,/-].)(?P<rest>\d?)(?:/(?P<all>\d\d))? tỉnh, ?(?:thành phố|TP)(?!\w)(?! (?:trực thuộc tỉnh|và))"
)
_BEFORE_THEN = re.compile(r"(?<!\w)(?:20(?:0\d|1\d|2[0-4])|trước|cũ|sắp xếp|sáp nhập)(?!\w)|[/-]2025|năm 2025")
_SENTENCE = 300


def check_provinces(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more provinces and cities than the country has on the day of the report.

    Not flagged: numbers of before the merger, in a sentence of that time.
    """
    date = report.letterhead.date or ""
    if not date:
        return
    text = report.text
    for found in finds(_COUNT, text):
        count = int(found["all"] or f"{text[found.start()]}{found['rest']}")
        low = sentence_start(text, found.start(), _SENTENCE)
        past = _BEFORE_THEN.search(text, low, sentence_end(text, found.end(), _SENTENCE))
        if count > _OF_BEFORE or (date >= _MERGED and count > _OF_NOW and not past):
            facts = {"amount": found[0], "thing": "tỉnh, thành phố"}
            yield Finding("implausible-magnitude", "warning", Span(*found.span()), "measure", facts)


CHECKS = (check_provinces,)
