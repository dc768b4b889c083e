"""Measures told in the unit of another (đơn vị không hợp với đại lượng): a level in cubic metres, an area in tonnes.

    'Mực nước hồ đạt 1,25 triệu m3', 'Sản lượng lương thực ước đạt 3.200 ha'.

A case of ``implausible-magnitude``, whose page stands with sizes. A number belongs to a measure when the measure is
named before it with 'đạt', 'là' or a colon between, and no other measure, mark or verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.checking.evidence.places import places_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import unit_words

_MEASURES = {  # each with the kinds of units in which it is never told
    "diện tích": frozenset(("weight", "volume", "length", "temperature")),
    "sản lượng": frozenset(("area", "length", "temperature")),
    "năng suất": frozenset(("area", "length", "temperature")),
    "mực nước": frozenset(("volume", "area", "weight", "temperature")),
    "dung tích": frozenset(("length", "area", "weight", "temperature")),
    "lượng mưa": frozenset(("volume", "area", "weight", "temperature")),
    "nhiệt độ": frozenset(("length", "area", "weight", "volume")),
    "chiều dài": frozenset(("area", "weight", "volume", "temperature")),
    "chiều cao": frozenset(("area", "weight", "volume", "temperature")),
    "chiều rộng": frozenset(("area", "weight", "volume", "temperature")),
    "trọng lượng": frozenset(("area", "length", "volume", "temperature")),
}
_OTHER = rf"(?:{'|'.join(_MEASURES)}|lưu lượng|khối lượng|trữ lượng|thể tích|công suất|tốc độ)"
_DOES = r"(?:thu|thu hái|cho|cung cấp|giao|bán|mua|nuôi|được|có|và|với|để|trên|thêm|tăng|giảm|mất|hỗ trợ)"
_TO_NUMBER = re.compile(
    rf"(?:\shiện có|\s(?!(?:{_DOES}|{_OTHER})(?!\w))[^\W\d_]+){{0,7}}?\s?"
    r"(?::|(?<!\w)(?:đạt|là|còn|ước|đo được|bằng)(?:\s(?:đạt|là|khoảng|trên|gần|hơn|được))*)\s"
)
_LIST = re.compile(r"[^.;:\n]{0,90}(?:\n[^.;:\n]{0,60})?như\s?sau\s?:")
_REACH = 70  # letters between a measure and its number
_A_FIRST = 60  # letters of a list in which its first number stands
_PER = re.compile(r"\s?/|\s(?:mỗi|một|trên)\s")


def check_measured_otherwise(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where a measure is told in a unit of another kind.

    Not flagged: rates, counts, so much of one for another ('tấn/ha'); numbers behind a verb or another measure.
    """
    small = report.text.replace("\n", " ").lower()
    starts: dict[int, Figure] | None = None
    for name, never in _MEASURES.items():
        for at in places_of(small, name):
            starts = {one.number_start: one for one in report.figures if not one.in_table} if starts is None else starts
            figure = _told(small, at + len(name), starts)
            if figure is None or _kinds().get(figure.base_unit) not in never or _PER.match(report.text, figure.end):
                continue
            yield _finding(report.text, Span(at, at + len(name)), figure)
    yield from _levels_in_percent(report.text)
    yield from _yields_of_harvests(report.text)


_FROM = re.compile(r"từ\s\d+(?:,\d+)?\s?%[^.;:%]{0,40}?(?<!\w)(?:lên|xuống|còn)\s(?:[^.;:%]{0,12}\s)?\d+(?:,\d+)?\s?%")
_LEVEL = re.compile(  # of money or goods, which a share of them is not
    r"(?<!\w)(?P<what>giá\strị\s(?:sản\sxuất|tăng\sthêm|gia\stăng)|sản\slượng|doanh\sthu|thu\snhập|kim\sngạch)"
    r"(?!\w)(?:(?!tăng|giảm)[^.;:%\d]){0,60}$",
    re.IGNORECASE,
)
_SENTENCE = 400  # letters before two percentages in which their measure is named
_SHARE = re.compile(r"tỷ\s(?:trọng|lệ|suất)|cơ\scấu|tốc\sđộ|tăng\strưởng|mức\stăng|chiếm|so\svới", re.IGNORECASE)


def _levels_in_percent(text: str) -> Iterator[Finding]:
    """'giá trị tăng thêm của ngành từ 61% lên 61,5%': the share of it is meant."""
    for found in _FROM.finditer(text):
        low = max(found.start() - _SENTENCE, 0)
        low = max(low, *(text.rfind(mark, low, found.start()) + 1 for mark in (".", ";", "\n\n")))
        level = _LEVEL.search(text, low, found.start())
        if level is not None and not _SHARE.search(text, max(level.start() - 25, low), found.end()):
            place = Span(level.start(), found.end())
            facts = {"thing": " ".join(level["what"].split()), "amount": " ".join(found.group().split())}
            yield Finding("implausible-magnitude", "warning", place, "dimension", facts)


_AMOUNT = r"\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?"
_HARVEST = re.compile(  # no other measure, number or mark between
    rf"(?<!\w)(?P<what>[Ss]ản\slượng)(?:\s(?!năng|suất|diện|thuộc|đối|với|và|cho|tăng|giảm|để)[^\W\d_]+){{0,6}}?"
    rf"\s?:?\s(?P<amount>{_AMOUNT}\s?(?:tạ|tấn|kg)\s?/\s?(?:ha|sào|công|mẫu))(?!\w)"
)


def _yields_of_harvests(text: str) -> Iterator[Finding]:
    """'Sản lượng đạt 46,8 tạ/ha': so much of an area is the yield of it (năng suất)."""
    for at in places_of(text, "ản lượng"):
        found = _HARVEST.match(text, max(at - 1, 0))
        if found is not None:
            facts = {"thing": " ".join(found["what"].split()), "amount": " ".join(found["amount"].split())}
            yield Finding("implausible-magnitude", "warning", Span(*found.span()), "dimension", facts)


def _told(small: str, end: int, starts: dict[int, Figure]) -> Figure | None:
    """The number in which a measure is told that is named up to ``end``; the first of its list."""
    direct = _TO_NUMBER.match(small, end, end + _REACH)
    if direct is not None and direct.end() in starts:
        return starts[direct.end()]
    listed = _LIST.match(small, end, end + 2 * _REACH)
    if listed is None:
        return None
    first = (at for at in range(listed.end(), listed.end() + _A_FIRST) if at in starts)
    return starts.get(next(first, -1))


def _finding(text: str, measure: Span, figure: Figure) -> Finding:
    name = text[measure.start : measure.end]
    near = figure.start - measure.end <= _REACH and "\n" not in text[measure.end : figure.start]
    place = Span(measure.start, figure.end) if near else measure
    facts = {"thing": " ".join(name.split()), "amount": " ".join(figure.text.split())}
    return Finding("implausible-magnitude", "warning", place, "dimension", facts, (Span(figure.start, figure.end),))


@cache
def _kinds() -> dict[str, str]:
    """The kind of each base unit of a measure."""
    return {one.base: one.kind for one in unit_words().values() if one.is_measure}


CHECKS = (check_measured_otherwise,)
