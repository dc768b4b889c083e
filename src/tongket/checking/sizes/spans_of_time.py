"""More hours than a day has, more days than the month, the week or the year that is told of (quá số ngày của kỳ).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes: 'phát sóng 28 giờ mỗi ngày', 'trong tháng 8
trực 45 ngày liên tục'. Days behind a slash ('8 ngày/tuần') stand with the rates of ``measured``; the bounds are the
same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import rate_bounds

_PATTERNS = (
    re.compile(
        r"(?P<count>\d(?<![\d.,/:-].)\d{0,3}) ?(?P<of>giờ|ngày|tháng) ?(?:(?<=giờ)/|trong một |mỗi |một |trên )"
        r"(?P<per>ngày|tuần|tháng|năm)(?!\w)(?!/)"
    ),
    re.compile(
        r"(?<!\w)(?:[Mm]ỗi|[Mm]ột) (?P<per>ngày|tuần|tháng)(?!\w)[^.;,:\d\n]{0,50}? (?P<count>\d{1,3}) (?P<of>giờ|ngày)"
        r"(?= ?[.,;)\n]| liên tục| trở lên)"
    ),
    re.compile(  # days in a row: of others several may have their own
        r"(?<!\w)(?:(?:[Tt]rong |[Cc]ả )(?P<per>tuần|tháng)|(?:[Tt]rong |[Cc]ả )?[Nn]ăm)(?: [\d/]{1,7})?,? "
        r"[^.;:\d\n]{0,80}?(?:(?:liên tục|suốt)(?: trong)? (?P<count>\d{1,3}) ngày(?!\w)"
        r"|(?P<row>\d{1,3}) ngày (?:đêm )?liên tục)"
    ),
)
_TOGETHER = re.compile(
    r"(?<!\w)(?:các|mỗi (?!ngày|tuần|tháng)[^\W\d_]+|tổng(?: số)?|lượt|ca|công|cộng|người|tổ viên|cả đội|đợt|thi đua"
    r"|cao điểm)(?!\w)",
    re.IGNORECASE,
)


def check_spans_of_time(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more hours a day, or days a week, month or year, than there are.

    Not flagged: days of work, of many together, and such as are not in a row; terms and distances in time.
    """
    for pattern in _PATTERNS:
        for found in finds(pattern, report.text):
            told = found.groupdict()
            of, per = told.get("of") or "ngày", told["per"] or "năm"
            group = "count" if told["count"] else "row"
            bounds = rate_bounds().get((of, per))
            if bounds is None or int(found[group]) <= bounds.most or _is_of_many(report.text, found):
                continue
            facts = {"amount": found[group], "thing": f"{of}/{per}"}
            place = Span(found.start(group), found.end())
            yield Finding("implausible-magnitude", "warning", place, "each", facts)


def _is_of_many(text: str, found: re.Match[str]) -> bool:
    return _TOGETHER.search(text, sentence_start(text, found.start(), 100), found.end()) is not None


CHECKS = (check_spans_of_time,)
