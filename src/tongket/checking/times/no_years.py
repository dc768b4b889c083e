"""Years that no document means (năm gõ sai): 'năm 2205', '15/4/2205', '5/5/20210', 'giai đoạn 2021 - 2052'.

Cases of ``date-chronology`` and ``period-mismatch``, whose pages stand with the dates. A year is typed of four keys:
two change places, or one is hit twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_FAR = re.compile(
    r"(?:gày (?<=[Nn]gày )\d{1,2} tháng \d{1,2} năm |ăm (?<=[Nn]ăm )|\d(?<![\d/.-].)\d?[/.-]\d{1,2}[/.-])"
    r"(?P<year>2(?!100)[1-9]\d\d)(?!\d|[/.,-]\d)"
)
_TWICE = re.compile(
    r"ăm (?<=[Nn]ăm )(?P<year>20[0-4](?P<last>\d)(?P=last))(?!\d)(?=[ \t]*[,;:)\n]|\.(?!\d)| [a-zđà-ỹ])"
)
# No note is called by 0: behind a year it is a digit too many
_LONGER = re.compile(
    r"(?:gày (?<=[Nn]gày )\d{1,2} tháng \d{1,2} năm |\d(?<![\d/.-].)\d?[/.-]\d{1,2}[/.-]"
    r"|ăm (?<=[Nn]ăm )(?=\d{5}[,;:)\n]))"
    r"20[0-4]\d0(?!\d|[.,]\d)|(?:háng (?<=[Tt]háng )|HÁNG (?<=THÁNG ))\d{1,2} ?/ ?20\d{3}(?!\d|[.,]\d)"
)
_MAY_BE = re.compile(r"2(?:[1-9]\d\d|0\d{3})(?![\d/])")
_COUNTED = re.compile(r" (?:người|hộ|lượt|đồng|triệu|tỷ|ha|tấn|con|cái|suất|trường hợp|hồ sơ|cây|m)(?!\w)")
_NOTE_MARK = re.compile(r"[a-zà-ỹđ][1-9]\d?(?=[ .,;:\n])")


def check_years_that_are_none(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a year after 2100 in a day or behind 'năm', and for one with a digit too many:
    behind a month, the last typed twice, or a 0: '15/4/2205', 'tháng 4/20123', 'năm 20255', '5/5/20210'.

    Not flagged: what is counted ('trong năm 2150 hộ'); 2100, up to which the climate is foretold; texts in which the
    marks of notes stand at words and numbers; recognised text.
    """
    if is_recognised(report) or not _MAY_BE.search(report.text):
        return
    for found in (*finds(_FAR, report.text), *finds(_LONGER, report.text)):
        if not _COUNTED.match(report.text, found.end()):
            yield _none(report, found)
    doubled = [one for one in finds(_TWICE, report.text) if not _COUNTED.match(report.text, one.end())]
    if doubled and not report.footnotes and not _NOTE_MARK.search(report.text):
        for found in doubled:
            yield _none(report, found)


def _none(report: Report, found: re.Match[str]) -> Finding:
    start = found.start() - (not found[0][0].isdigit())  # 'năm' and 'ngày' are found by their second letter
    printed = " ".join(report.text[start : found.end()].split())
    return Finding("date-chronology", "error", Span(start, found.end()), "no-year", {"printed": printed})


_PERIOD = re.compile(
    r"iai (?<=[Gg]iai )đoạn\s+(?P<first>20[0-4]\d)\s*[-–]\s*(?P<last>20(?P<ten>\d)(?P<one>\d))(?![\d/])"
)
_LONG, _LONGEST = 20, 10  # years of a period that no plan has, and of the one that is meant
_ROUND = 5  # years of the ends of far plans: 2045, 2050


def check_turned_years(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the digits of a period's last year are turned: 'giai đoạn 2021 - 2052'.

    Not flagged: far ends of plans, which are round (2045, 2050), unless the text has the right period too.
    """
    for found in finds(_PERIOD, report.text):
        first, last = int(found["first"]), int(found["last"])
        turned = 2000 + int(found["one"] + found["ten"])
        if last - first <= _LONG or not first < turned <= first + _LONGEST:
            continue
        right = re.compile(rf"{first}\s*[-–]\s*{turned}(?!\d)")
        if last % _ROUND or right.search(report.text):
            facts = {"printed": f"{first} - {last}", "right": f"{first} - {turned}"}
            yield Finding("period-mismatch", "warning", Span(found.start() - 1, found.end()), "turned", facts)


CHECKS = (check_years_that_are_none, check_turned_years)
