"""More hours than a day has, more days than the month, the week or the year that is told of (quá số ngày của kỳ).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes: 'phát sóng 28 giờ mỗi ngày', 'trong tháng 8
trực 45 ngày'. What several do together is counted in shifts, rounds or days of work ('ngày công', 'ca', 'lượt').
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_MOST = {("giờ", "ngày"): 24, ("tiếng", "ngày"): 24, ("ngày", "tuần"): 7, ("buổi", "ngày"): 5}
_MOST |= {("ngày", "tháng"): 31, ("tuần", "tháng"): 6, ("tháng", "năm"): 12, ("ngày", "năm"): 366}
_RATE = re.compile(
    r"\d(?<![\d.,/:-].)(?P<count>\d{0,3}) ?(?P<of>giờ|tiếng|ngày|tuần|tháng|buổi) ?(?:/|trong một |mỗi |một |trên )"
    r"(?P<per>ngày|tuần|tháng|năm)(?!\w)(?!/| đêm\w)"
)
_EACH = re.compile(
    r"(?<!\w)(?:[Mm]ỗi|[Mm]ột) (?P<per>ngày|tuần|tháng)(?!\w)[^.;,:\d\n]{0,50}? (?P<count>\d{1,3}) (?P<of>giờ"
    r"|ngày)(?!\w)"
    r"(?! (?:công|tuổi|lương))"
)
_WITHIN = re.compile(
    r"(?<!\w)[Tt]rong (?P<per>tuần|tháng)(?: (?:đầu|qua|cuối|này|[1-9]|1[0-2]|0[1-9]))?(?:[/ ](?:năm )?20\d\d)?"
    r"(?: (?:tháng|của tháng) \d{1,2})?,? [^.;:\d\n]{0,80}? (?P<count>\d{1,3}) (?P<of>ngày)(?: đêm)?(?!\w)(?! (?:công"
    r"|lượt|tuổi))"
)
_IN_YEAR = re.compile(
    r"(?<!\w)(?:[Tt]rong |[Cc]ả )?[Nn]ăm(?: 20\d\d)?,? [^.;:\d\n]{0,80}? (?P<count>\d{3}) ngày(?!\w)(?! (?:công|lượt"
    r"|tuổi))"
)
_TOGETHER = re.compile(
    r"(?<!\w)(?:các|mỗi (?!ngày|tuần|tháng)[^\W\d_]+|tổng(?: số)?|lượt|ca|công|cộng|người|tổ viên|tăng|giảm|trước|sau"
    r"|hạn|kể từ|hạn trong|từ ngày"
    r"|thời hạn|quá|nghỉ|phép|cách ly)(?!\w)",
    re.IGNORECASE,
)


def check_spans_of_time(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more hours a day, or days a week, month or year, than there are.

    Not flagged: days of work, and of many together; terms and distances in time.
    """
    for pattern in (_RATE, _EACH, _WITHIN):
        for found in finds(pattern, report.text):
            most = _MOST.get((found["of"], found["per"]))
            number = report.text[found.start() : found.end("count")] if pattern is _RATE else found["count"]
            if most is None or int(number) <= most or _is_of_many(report.text, found):
                continue
            yield _finding(found, number, f"{found['of']}/{found['per']}", pattern is _RATE)
    for found in finds(_IN_YEAR, report.text):
        if int(found["count"]) > _MOST["ngày", "năm"] and not _is_of_many(report.text, found):
            yield _finding(found, found["count"], "ngày/năm", False)


def _is_of_many(text: str, found: re.Match[str]) -> bool:
    return _TOGETHER.search(text, sentence_start(text, found.start(), 100), found.end()) is not None


def _finding(found: re.Match[str], number: str, thing: str, opens: bool) -> Finding:
    start = found.start() if opens else found.start("count")
    end = found.end()
    facts = {"amount": number, "thing": thing}
    return Finding("implausible-magnitude", "warning", Span(start, end), "each", facts)


CHECKS = (check_spans_of_time,)
