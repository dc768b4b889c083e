"""Numbers without the unit that their sentence asks for (thiếu đơn vị): 'chiếm 89,65 (khiếu nại ...)', 'năng suất đạt
55,9 tạ', 'sản lượng đạt 281,3'.

A case of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_STOPS = r"(?=[ \t]*(?:[;)(]|[,.](?!\d)))"
_SHARE = re.compile(
    r"(?:chiếm(?: (?:tỷ|tỉ) lệ)?|[Tt](?:ỷ|ỉ) lệ(?: [^\W\d_]+){0,8}) (?P<number>\d{1,2},\d{1,2})"
    rf"(?!\d)(?:{_STOPS}|(?= (?:kế hoạch|so với|tổng|số|dân số|toàn|trong|dự toán|trở lên)(?!\w))"
    r"|(?=[ \t]*(?:\n[ \t]*\n|\Z)))"
    r"|(?:đạt|bằng) (?P<of_plan>\d{1,3},\d{1,2})(?= (?:kế hoạch|dự toán|chỉ tiêu|so với (?:kế hoạch|dự toán|cùng kỳ)))"
    r"|\((?:đạt|chiếm|bằng) (?P<beside>\d{1,3},\d{1,2})(?=\))"
    rf"|đạt (?P<among>\d{{1,3}},\d{{1,2}}){_STOPS}"
)
_FRACTION = re.compile(r"\d/\d+[^()]{0,30}$")
_SHARES = re.compile(r"đạt \d{1,3}(?:,\d+)? ?%")
_YIELD = re.compile(rf"[Nn]ăng suất(?: [^\W\d_]+){{1,6}}:?[ \t](?P<number>\d[\d.,]*)[ \t]?(?P<unit>tạ|tấn|kg){_STOPS}")
_AMOUNT = re.compile(
    r"(?:[Dd]iện tích|[Ss]ản lượng)(?: [^\W\d_]+){0,6}(?<!năm)(?<!số)(?<!lô)(?<!vụ)(?<!đợt)(?<!tháng)(?<!quý)"
    r"(?<!kỳ):?[ \t]"
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|(?P<bare>\d{2,4}))(?![\d/])"
    r"(?!(?:, \d[\d.,]{0,9}){0,6} và \d[\d.,]{0,9} [^\W\d_])"  # '120, 135 và 150 tấn'
    rf"(?:{_STOPS}|(?=,? (?:so với|tăng|giảm|đạt|bằng|vượt) ))"
)
_NO_SHARE = re.compile(r"(?:tỷ|tỉ) (?:suất|số)|lần|điểm|hệ số|chỉ số|bình quân|giới tính", re.IGNORECASE)
_OF_SO_MANY = re.compile(  # 'tỷ lệ bác sĩ trên một vạn dân đạt 9,5': so many of ten thousand, and no percentage
    r"(?<!\w)(?:trên|của|mỗi|/)\s?(?:một |1 ?)?(?:vạn|nghìn|ngàn|trăm|triệu)(?!\w)", re.IGNORECASE
)
_UNIT_ABOVE = re.compile(r"\((?:%|ha|tấn|tạ|m2|km2|tạ/ha|đvt|đơn vị)", re.IGNORECASE)
_LINE = 400  # letters of a line that are looked at to either side


def check_units_lost(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a share without '%', a yield that does not say of what ('55,9 tạ'), and an area or a
    harvest that is a bare number.

    Not flagged: tables; lines that give the unit in brackets; means, indices and marks, which have none; scans.
    """
    if is_recognised(report):
        return
    rows = in_tables(report)
    for pattern, make in ((_SHARE, _share), (_YIELD, _of_area), (_AMOUNT, _amount)):
        for found in finds(pattern, report.text):
            place = Span(*found.span())
            line = report.text[line_start(report.text, place.start, _LINE) : line_end(report.text, place.end, _LINE)]
            right = make(found, line)
            if (
                right
                and not rows.touch(place)
                and not _UNIT_ABOVE.search(line)
                and "|" not in line
                and "\t" not in line
            ):
                facts = {"printed": " ".join(found[0].split()), "right": right}
                yield Finding("incomplete", "info" if pattern is _YIELD else "warning", place, "unit", facts)


def _share(found: re.Match[str], line: str) -> str:
    """The share with its sign; "" where what is told may be no share."""
    number = found["number"] or found["of_plan"] or found["beside"] or found["among"]
    if found["among"] and len(_SHARES.findall(line)) < _PARALLEL:
        return ""
    before = line.partition(found[0])[0][-_NEAR:]
    if _OF_SO_MANY.search(before + found[0]):
        return ""
    if found["beside"] and not _FRACTION.search(before):
        return ""
    return "" if _NO_SHARE.search(before) else f"{number}%"


_PARALLEL = 2  # shares with their sign that stand beside one without
_NEAR = 60  # letters before a number that say what it is


def _of_area(found: re.Match[str], line: str) -> str:
    return f"{found['number']} {found['unit']}/ha" if "/con" not in line else ""


def _amount(found: re.Match[str], line: str) -> str:
    """The amount with the unit that its line uses; "" where it may be no amount."""
    unit = "ha" if found[0].lower().startswith("diện tích") else "tấn"
    used = re.search(rf"\d ?{unit}(?!\w)", line) is not None
    if found["bare"] and not used:
        return ""
    return f"{found['number']} {unit}" if used else f"{found['number']} …"


CHECKS = (check_units_lost,)
