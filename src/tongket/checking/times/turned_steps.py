"""Steps that run backwards in quarters, hours and levels (trình tự ngược theo quý, theo giờ, theo cấp).

    'khởi công quý III/2024, đến quý I/2024 đã hoàn thành'; 'bắt đầu lúc 13 giờ, kết thúc lúc 11 giờ cùng ngày';
    congresses
    of the district before those of its communes, whose delegates they are to hear.

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.days import day_of, day_on
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_Q = r"[Qq]uý (?P<{0}q>III|II|IV|I|[1-4])(?:/| năm )(?P<{0}y>20\d\d)"
_BUILT = re.compile(
    rf"(?<!\w)(?:[Kk]hởi công|[Bb]ắt đầu|[Tt]riển khai)(?: từ| xây dựng| thi công| trong| vào)* {_Q.format('a')}"
    rf"[^.;\n\d]{{1,60}}?(?<!\w)(?:hoàn thành|đến|kết thúc|bàn giao|đưa vào sử dụng)(?: trong| vào)? {_Q.format('b')}"
)
_M = r"(?:tháng )?(?P<{0}m>\d{{1,2}})/(?P<{0}y>20\d\d)(?![\d/])"
_BUILT_BY_MONTHS = re.compile(
    rf"(?<!\w)(?:[Kk]hởi công|[Bb]ắt đầu(?: thi công)?)(?: từ| trong| vào)* tháng {_M.format('a')}"
    rf"[^.;\n\d]{{1,60}}?(?<!\w)(?:hoàn thành|kết thúc|bàn giao|đưa vào sử dụng)(?: trong| vào)? tháng {_M.format('b')}"
)
_H = r"(?P<{0}h>\d{{1,2}}) ?(?:giờ|h)(?: ?(?P<{0}m>\d{{2}})(?: phút)?)?"
_HOURS = re.compile(
    rf"(?<!\w)(?:[Bb]ắt đầu|[Kk]hai mạc|[Tt]ừ)(?: từ| lúc| vào)* {_H.format('a')}[^.;\n\d]{{1,40}}?(?<!\w)"
    rf"(?:kết thúc|bế mạc|đến)(?: lúc| vào)? {_H.format('b')}(?P<same> cùng ngày| trong ngày)?"
)
_LEVELS = (
    (r"thôn|chi hội|chi bộ(?: trực thuộc)?|chi đoàn", 0),
    (r"xã|cơ sở|đảng bộ cơ sở|cấp cơ sở", 1),
    (r"huyện|cấp trên trực tiếp", 2),
    (r"tỉnh", 3),
)
_DAY = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)(?![\d/])"
_CONGRESS = re.compile(
    r"(?<!\w)(?:[Đđ]ại hội )?(?:[Cc]ấp )?(?P<level>chi bộ trực thuộc|chi bộ|đảng bộ cơ sở|cấp trên trực tiếp|thôn|xã"
    r"|cơ sở"
    rf"|huyện|tỉnh)(?!\w)(?:[^.;,\n\d]{{0,50}}?(?:xong|hoàn thành|tổ chức|tiến hành)[^.;,\n\d]{{0,30}}?)? ?"
    rf"(?:trước|trong) ngày {_DAY}"
)


def check_turned_steps(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for works done before the quarter in which they began, and meetings that end before the
    hour at which they open.
    """
    for found in finds(_BUILT, report.text):
        begun = int(found["ay"]), _QUARTERS[found["aq"]]
        done = int(found["by"]), _QUARTERS[found["bq"]]
        if done < begun:
            yield _steps(found, f"{found['bq']}/{found['by']}", f"{found['aq']}/{found['ay']}")
    for found in finds(_BUILT_BY_MONTHS, report.text):
        if (int(found["by"]), int(found["bm"])) < (int(found["ay"]), int(found["am"])):
            yield _steps(found, f"{found['bm']}/{found['by']}", f"{found['am']}/{found['ay']}")
    for found in finds(_HOURS, report.text):
        begun = int(found["ah"]), int(found["am"] or 0)
        done = int(found["bh"]), int(found["bm"] or 0)
        evening = done[0] < _NOON and begun[0] >= _NOON and not found["same"]
        if done < begun and not evening and max(begun[0], done[0]) < _DAY_HOURS:
            yield _steps(found, f"{done[0]} giờ {done[1]:02}", f"{begun[0]} giờ {begun[1]:02}")


_NOON, _DAY_HOURS = 12, 24


def _steps(found: re.Match[str], last: str, first: str) -> Finding:
    said = " ".join(found[0].split())
    facts = {"last": said, "date": last, "first": said, "first_date": first}
    return Finding("date-chronology", "warning", Span(*found.span()), "steps", facts)


def check_levels_of_congresses(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where congresses of a level are to be done before those of the level below it."""
    text = report.text
    told: list[tuple[int, datetime.date, Span, str]] = []
    for found in finds(_CONGRESS, text):
        day = day_on(found["day"], found["month"], found["year"])
        low = max(found.start() - _NEAR, 0)
        if day is None or "ại hội" not in text[low : found.end()]:
            continue
        level = next(at for names, at in _LEVELS if re.fullmatch(names, found["level"]))
        told.append((level, day, Span(*found.span()), " ".join(found[0].split())))
    for (low_level, first, place, said), (level, second, other, again) in pairwise(told):
        if other.start - place.end > _NEAR or low_level == level or first.year != second.year:
            continue
        upper, lower = ((first, place, said), (second, other, again))
        if low_level < level:
            upper, lower = lower, upper
        if upper[0] < lower[0]:
            facts = {"last": upper[2], "date": printed_day(upper[0].isoformat())}
            facts |= {"first": lower[2], "first_date": printed_day(lower[0].isoformat())}
            yield Finding("date-chronology", "warning", upper[1], "steps", facts, (lower[1],))


_NEAR = 300
_ENDED = re.compile(
    r"(?P<when>(?:Kết thúc|Hết|Cả|Tổng kết|Đến hết|Đến ngày 31/12|Đến 31/12|Tính đến hết)(?:/| năm"
    r" )(?P<year>20\d\d)),? (?P<what>[^.;\n]{5,120})"
)
_NOT_DONE = re.compile(
    r"(?<!\w)(?:ước|dự kiến|phấn đấu|sẽ|mục tiêu|kế hoạch|chỉ tiêu|dự báo|ước tính|khoảng|phải|cần|giao|đề ra|đăng ký"
    r"|nghị quyết|theo)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?<!\w)(?:đã|có|thu được|đạt|thoát|hoàn thành)(?!\w)[^.;\n]{0,60}\d|(?<!\w)\d[\d.,]* [^\W\d_]+ (?:thoát|đạt)"
)
_LATE = 11


def check_years_ended(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for the results of a whole year in a report written before November of that year.

    Not flagged: what is estimated, planned or set; tasks.
    """
    today = None if "date" in report.letterhead.inferred else day_of(report.letterhead.date)
    tasks = tasks_of(report)
    for found in finds(_ENDED, report.text) if today else ():
        if today is None or int(found["year"]) != today.year or today.month >= _LATE:
            continue
        place = Span(*found.span("when"))
        line = report.text[max(found.start() - _BEFORE, 0) : found.start()].rpartition("\n")[2]
        if _DONE.search(found["what"]) and not _NOT_DONE.search(f"{line} {found[0]}") and not tasks.touch(place):
            facts = {"printed": found["when"], "report_date": printed_day(today.isoformat())}
            yield Finding("date-chronology", "warning", place, "not-yet", facts)


_BEFORE = 120

CHECKS = (check_turned_steps, check_levels_of_congresses, check_years_ended)
