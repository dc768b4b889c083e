"""Scores above the most that can be had (điểm số vượt thang điểm): '112,4/100 điểm', '104 điểm trên thang điểm 100'.

A case of ``implausible-magnitude``, whose page stands with the magnitudes. Points of honour are told with their name
('điểm thưởng', 'điểm cộng'), and the sum with them may pass the scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = r"\d{1,3}(?:\.\d{3})?(?:,\d{1,2})?"
_OF = re.compile(
    rf"\d(?<![\d.,/-].)(?P<rest>[\d.,]{{0,8}})(?: điểm)?\s?(?:/\s?|trên thang điểm |(?:trên|trong) tổng số )"
    rf"(?P<most>{_NUMBER})(?: điểm)?(?!\w|[/,.]\d)"
)
_POINTS = re.compile(r"(?<!\w)(?:điểm|[Đđ]iểm số|[Cc]hấm|thang)(?!\w)")
_MORE = re.compile(
    r"(?<!\w)(?:thưởng|cộng|tự nguyện|quy đổi|ưu tiên|khuyến khích|kế hoạch"
    r"|điểm (?:trường|cầu|đo|bưu điện|bán|dân cư|sinh hoạt))(?!\w)"
)
_SCALES = frozenset(("10", "100", "1.000", "1000", "40", "60", "80"))
_BACK = 120


def check_scores(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more points than the scale beside them has.

    Not flagged: scores with points added for merit; shares of anything but points.
    """
    text = report.text
    for found in finds(_OF, text):
        if found["most"] not in _SCALES:
            continue
        said = text[found.start() : found.end("rest")].rstrip(".,")
        value, most = parse_number(said), parse_number(found["most"])
        if value is None or most is None or value <= most:
            continue
        low = sentence_start(text, found.start(), _BACK)
        high = sentence_end(text, found.end(), _BACK)
        told = "điểm" in found[0] or text.startswith(" điểm", found.end())
        if told and _POINTS.search(text, low, high) and not _MORE.search(text, low, high):
            facts = {"label": found[0], "whole": found["most"]}
            yield Finding("implausible-magnitude", "warning", Span(*found.span()), "part", facts)


CHECKS = (check_scores,)
