"""Years of a period told one by one, and one that is left out (kể từng năm mà bỏ sót một năm).

    'từng năm giai đoạn 2021 - 2025 như sau: năm 2021: 12; năm 2022: 14; năm 2024: 11; năm 2025: 13'

A case of ``missing-part``, whose page stands with the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PERIOD = re.compile(
    r"(?<![\d/.-])(?P<first>20\d\d)\s?(?:[-–]|đến(?: năm)?|tới(?: năm)?)\s?(?P<last>20\d\d)(?![\d/-])"
    r"(?P<between>[^.\n]{0,160}?)[:;,(]\s*(?=(?:[Nn]ăm )?20\d\d)"
)
_ONE_BY_ONE = re.compile(
    r"(?<!\w)(?:từng năm|các năm|qua (?:các|từng) năm|(?:hằng|hàng) năm|mỗi năm|lần lượt|cụ thể|như sau|chia ra"
    r"|gồm)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/.-])(?P<year>20\d\d)(?![\d/-]|\s?[-–]\s?20)")
_TOLD = re.compile(r"\s?(?:[:(=]|(?:là|có|đạt|được|thu|trồng|chi|kết nạp|giải quyết)(?!\w))?\s?(?:[^\W\d_]+ ){0,4}\d")
_SEVERAL = re.compile(r"20\d\d\s?(?:[-–]|đến(?: năm)?)\s?20\d\d")  # years that are told together
_PICKS = re.compile(
    r"(?<!\w)(?:riêng|trong đó|tiêu biểu|điển hình|nhất là|một số|năm đầu|năm cuối|cao nhất|thấp nhất|so với|tăng"
    r"|giảm)(?!\w)"
)
_STOP, _REACH = re.compile(r"\.(?=\s|$)|\n"), 900  # letters of a list
_FEWEST, _LONGEST = 3, 12  # years that are told, and of a period
_BEFORE = 60  # letters before a period that may say that its years are told one by one
_ENDED = "11"  # month from which a year is told as a whole


def check_years_of_series(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a sentence tells the years of a period one by one, and one of them is not there.

    Not flagged: years that some are picked from, or of which the sentence speaks in any way; the last year of a period
    that is not over; scans.
    """
    if is_recognised(report):
        return
    for period in finds(_PERIOD, report.text):
        low = line_start(report.text, period.start(), _BEFORE)
        announced = report.text[low : period.start()] + period["between"]
        if not _ONE_BY_ONE.search(announced) or _PICKS.search(announced):
            continue
        end = _end(report.text, period.end())
        said = [(int(one["year"]), one) for one in _YEAR.finditer(report.text, period.end(), end)]
        told = [year for year, one in said if _TOLD.match(report.text, one.end(), end)]
        first, last = int(period["first"]), _last(report, int(period["last"]))
        if len(told) < _FEWEST or told != sorted(set(told)) or not first <= told[0] <= told[-1] <= int(period["last"]):
            continue
        named = {year for year, _ in said} | {int(one["year"]) for one in _YEAR.finditer(period["between"])}
        missing = sorted(set(range(first, last + 1)) - named)
        if (
            missing
            and last - first < _LONGEST
            and len(missing) < len(told)
            and not _PICKS.search(report.text, period.end(), end)
            and not _SEVERAL.search(report.text, period.end(), end)
        ):
            facts = {"period": f"{period['first']} - {period['last']}", "missing": ", ".join(map(str, missing))}
            place = Span(period.start("first"), period.end("last"))
            yield Finding("missing-part", "warning", place, "year", facts)


def _end(text: str, at: int) -> int:
    """Where the sentence ends that holds the list."""
    found = _STOP.search(text, at, at + _REACH)
    return found.start() if found else min(at + _REACH, len(text))


def _last(report: Report, year: int) -> int:
    """The last year of a period that was over when the report was written."""
    written, _, rest = (report.letterhead.date or "").partition("-")
    over = written.isdigit() and (int(written) > year or (int(written) == year and rest[:2] >= _ENDED))
    return year if over else min(year, int(written)) - 1 if written.isdigit() else year - 1


CHECKS = (check_years_of_series,)
