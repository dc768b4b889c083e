"""A commune that speaks of itself as the level above (lẫn cấp: 'toàn huyện có 09 thôn', 'trên địa bàn 9/9 xã').

A case of ``unit-unknown``, whose page stands with the stale units. Reports are written over those of the level above,
whose words stay where they were not replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.levels import level_of_report, unit_described
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

# Villages are what a commune has: a sentence that opens with a greater unit and counts few of them means the commune.
_OF_VILLAGES = re.compile(
    r"(?:(?<=[.;] )|(?<=\n)|(?<=[-+*] ))(?P<unit>(?:Toàn|Trên địa bàn(?: toàn)?|Trong toàn|Hiện nay,? toàn)"
    r" (?:huyện|tỉnh|quận|thành phố)),? (?:hiện |đã |hiện nay )?có (?P<count>\d{1,2})(?:/\d{1,2})?"
    r" (?:thôn|bản|ấp|khu dân cư|khu phố|tổ dân phố|buôn|làng|xóm)(?!\w)"
)
_ALL_COMMUNES = re.compile(
    r"(?<![\d.,/])(?<!thứ )(?<!hạng )(?P<unit>(?P<all>\d{1,3})/(?P=all) (?:xã|phường|xã, (?:phường|thị trấn)))"
    r"(?! cũ)(?!\w)"
)
_MOST_VILLAGES = 40
# What is reckoned, or said to be so, in the whole of a unit: the commune reports on its own.
_IN_THE_WHOLE = re.compile(
    r"(?:(?<=[.;:] )|(?<=\n)|(?<=[-+*] ))(?:Tổng|T[ỷỉ] lệ|Diện tích|Số|Sản lượng|Năng suất|Tình hình|Công tác) "
    r"[^.;:\n]{0,90}?(?P<unit>trên địa bàn (?:toàn )?(?:huyện|quận|thị xã))"
    r"(?= (?:là |đạt |có |dài |hiện |ước )?(?:\d|cơ bản|ổn định|tiếp tục"
    r"|được (?:tăng cường|quan tâm|duy trì|triển khai)|đã (?:được|không)|không (?:để )?xảy ra))"
)


def check_levels_told(report: Report) -> Iterator[Finding]:
    """Yield ``unit-unknown`` where a commune tells of 'toàn huyện' with as few villages as a commune has, or of all of
    several communes: 'trên địa bàn 9/9 xã'; or where it reckons something in the whole district: 'Tổng chiều dài đường
    trên địa bàn huyện 8,33 km'.

    Not flagged: other levels; what is compared with the level above or told of others.
    """
    if level_of_report(report) != "commune":
        return
    for found in finds(_OF_VILLAGES, report.text):
        if 0 < int(found["count"]) <= _MOST_VILLAGES:
            yield _finding(report, found)
    for found in finds(_IN_THE_WHOLE, report.text):
        if not _OF_OTHERS.search(found[0]):
            yield _finding(report, found)
    for found in finds(_ALL_COMMUNES, report.text):
        low, high = line_start(report.text, found.start(), _LEAD), line_end(report.text, found.end(), _LEAD)
        if int(found["all"]) > 1 and not _OF_ABOVE.search(report.text, low, high):
            yield _finding(report, found)


_OF_ABOVE = re.compile(
    r"(?<!\w)(?:[Hh]uyện|[Tt]ỉnh|[Cc]ụm|[Tt]hành phố|[Qq]uận|[Kk]hối|[Ss]ắp xếp|[Ss]áp nhập|[Hh]ợp nhất)(?!\w)"
)
_OF_OTHERS = re.compile(r"(?<!\w)(?:của (?:huyện|tỉnh|quận)|liên xã|cấp huyện|các xã|hai xã|cùng với|so với)(?!\w)")
_LEAD = 80  # letters beside a number in which the level above is named


def _finding(report: Report, found: re.Match[str]) -> Finding:
    facts = {"here": " ".join(found["unit"].split()), "own": report.letterhead.issuing_body or unit_described(report)}
    return Finding("unit-unknown", "warning", Span(*found.span("unit")), "own-level", facts)


CHECKS = (check_levels_told,)
