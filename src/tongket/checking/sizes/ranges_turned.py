"""Ranges that end below where they begin (khoảng số viết ngược): 'từ 25-20 người', 'mưa phổ biến 200-150 mm'.

A case of ``implausible-magnitude``, whose page stands with the magnitudes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.numbers import SCALES, parse_number

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+)?"
_FIRST = r"(?P<first>\d(?<![\w.,/%+-]\d)(?:\d{0,2}(?:\.\d{3})+(?!\d)|\d*)(?:,\d+)?)"
_UNIT = r"\s?(?P<unit>%|[^\W\d_]+[23]?(?:/[^\W\d_]+)?(?: [^\W\d_]+){0,2})"
_RANGE = re.compile(
    rf"{_FIRST}(?P<joint>[-–]|\s[-–]\s|(?: [^\W\d_]+)? đến )(?P<last>{_NUMBER})(?![\d.,/-]*[-–/]\d){_UNIT}"
)
_LED = re.compile(r"(?<!\w)(?:[Tt]ừ|[Kk]hoảng|[Pp]hổ biến|[Dd]ao động|[Mm]ức)(?: từ| khoảng| giá)?\s$")
_FALLS = re.compile(
    r"(?<!\w)(?:giảm|hạ|đưa|kéo|xuống|rút|lùi|tụt|thấp dần|thắng|thua|hòa|tỷ số|tỉ số)(?!\w)[^.;,\d\n]{0,25}$"
    r"|(?<!\w)(?:ngày|tháng|năm|số|thứ|hạng|vị trí|lớp|khối|khóa|khoá|điều|mục|tổ|thôn|xóm|ấp|bản|khu|đường|quốc lộ|QL"
    r"|km|nhóm|loại|cấp|đội|kênh|tờ|thửa|trang|giai đoạn|nhiệm kỳ|quý|vụ|mùa|kỳ|lần|tuần|hồi|lúc|trận|ghế|bàn|phòng)"
    r"(?: từ| số)?\s$",
    re.IGNORECASE,
)
_TIMES = frozenset(("giờ", "h", "ngày", "tháng", "năm", "quý", "kỳ", "khóa", "tuần", "nhiệm", "phút", "lần", "điểm"))
_WIDEST = 50  # times that the first of a range turned may be the last
_YEARS = range(1900, 2101)


def check_ranges_turned(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where a range is told from the higher number to the lower: 'từ 17 đến 9 thành
    viên'.

    Not flagged: falls ('giảm từ 25 đến 20'), hours and dates, numbers of rows, scores; '500-1 triệu đồng', whose first
    number leaves its thousands out; a dash with blanks, unless words lead a range.
    """
    for found in () if is_dirty(report) else _RANGE.finditer(report.text):
        first, last = parse_number(found["first"]), parse_number(found["last"])
        unit = _unit_of(found["unit"])
        if first is None or last is None or not unit or not last < first <= last * _WIDEST:
            continue
        if _is_no_range(report.text, found) or ("." not in found["first"] and int(first) in _YEARS):
            continue
        if unit.split()[0] in SCALES and first >= last * 10:
            continue
        facts = {"low": f"{found['first']} {unit}", "high": f"{found['last']} {unit}"}
        place = Span(found.start(), found.start("unit") + len(unit))
        yield Finding("implausible-magnitude", "warning", place, "order", facts)


def _unit_of(said: str) -> str:
    """What is counted or measured; "" where no unit is known, or it tells a time."""
    words = said.split()
    if words[0] == "%":
        return "%"
    matched = match_unit(words) if words[0].lower() not in _TIMES else None
    return " ".join(words[: matched[1]]) if matched else ""


def _is_no_range(text: str, found: re.Match[str]) -> bool:
    """Whether the words before two numbers say that they fall or count a row, or none lead a range with blanks."""
    before = text[max(found.start() - 40, 0) : found.start()]
    return (len(found["joint"]) > 1 and _LED.search(before) is None) or _FALLS.search(before) is not None


CHECKS = (check_ranges_turned,)
