"""Who is said to have issued a document, where the sentence says it beside the citation (cơ quan ban hành).

Cases of ``citation-conflict``, whose page stands with the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.document_levels import Level, level_of_body, level_of_symbol, place_of
from tongket.vietnamese.unicode import CAPITALS

_LEVEL_NAMES: dict[Level, str] = {"nation": "Trung ương", "province": "tỉnh", "district": "huyện", "commune": "xã"}
_OF_THE_PARTY = re.compile(r"\d+[a-dđ]?-[^\W\d_]+/")
_COMMITTEE = r"(?:Tỉnh|Huyện|Quận|Đảng) (?:ủy|uỷ)"  # a city's may be of a province or in one
_KIND = r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))?"
_PLACE = rf"(?: [{CAPITALS}]\w+)"
_GLUED_UNIT = r"(?: ?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu))?"
_WHO_ISSUED = re.compile(
    rf"(?<![{CAPITALS}\d])(?P<issuer>(?:(?:Ban [A-ZĐ]\w+ \w+|BTV|Thường trực|Văn phòng) )?{_COMMITTEE}{_GLUED_UNIT}"
    rf"{_PLACE}{{0,4}})"
    r" (?:(?:đã|kịp thời|chủ động|vừa|tiếp tục|cũng) )*(?:ban hành|ký kết|ký|thông qua) $"
)
_BESIDE_OTHERS = re.compile(r"(?:,|và|(?<=[^\n])-|/|của|các)\s?$")  # a dash that opens a line marks an item
_LOST_BLANK = re.compile(r"(?<=[ủỷ])(?=tỉnh|thành|huyện|quận|thị|xã|phường|đặc)")  # 'Đảng uỷxã' out of a PDF
_LONGEST_ISSUER = 90  # letters


def check_levels_of_who_issued(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the committee said to issue a document is of another level than its symbol:
    'Ban Thường vụ Huyện ủy đã ban hành Nghị quyết số 12-NQ/TU'.

    Not flagged: cities, whose committees may be of either level; several bodies side by side.
    """
    for one in report.citations:
        by_symbol = _level(one)
        low = max(one.start - _LONGEST_ISSUER, 0)
        found = _WHO_ISSUED.search(report.text, low, one.start) if by_symbol else None
        if found is None or _BESIDE_OTHERS.search(report.text, low, found.start()):
            continue
        issuer = _LOST_BLANK.sub(" ", found["issuer"])
        if level_of_body(issuer) not in ("", by_symbol):
            facts = {"symbol": one.symbol or "", "by_symbol": _LEVEL_NAMES[by_symbol], "issuer": issuer}
            yield Finding("citation-conflict", "warning", Span(found.start(), one.end), "issuer", facts)


def _level(one: Citation) -> Level:
    """The level that the symbol of a document of the Party tells, "" of any other."""
    return level_of_symbol(one.symbol or "") if _OF_THE_PARTY.match(one.symbol or "") else ""


_FEWEST = 2  # members of a list, each of a body of its own, that show that it goes by bodies


def check_levels_in_lists(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a list gives the documents of one body after another, and one of a pair has
    the symbol of another level: 'Gồm: Kế hoạch số 34-KH/TU, ngày ... và Chương trình số 28-CTr/HU, ngày ... của Huyện
    ủy A; Kế hoạch số 52-KH/HU, ngày ... của Huyện ủy B; ...'.

    Not flagged: pairs outside such lists, where the first may be of the level above: 'Nghị quyết số 09-NQ/TU và Kế
    hoạch số 12-KH/HU của Huyện ủy'.
    """
    for one, other in pairwise(sorted(report.citations, key=lambda citation: citation.start)):
        if one.issuer or not other.issuer or "issuer" in other.shared or not (one.date and other.date):
            continue
        level = level_of_body(other.issuer)
        if not level or _level(other) != level or _level(one) in ("", level):
            continue
        if report.text[one.end : other.start].split() == ["và"] and _goes_by_bodies(report, other, level):
            facts = {"symbol": one.symbol or "", "by_symbol": _LEVEL_NAMES[_level(one)], "issuer": other.issuer}
            place, related = Span(one.start, one.date_end or one.end), (Span(other.start, other.end),)
            yield Finding("citation-conflict", "warning", place, "issuer", facts, related)


def _goes_by_bodies(report: Report, other: Citation, level: Level) -> bool:
    """Whether the line of ``other`` lists documents of further bodies of its level, each by its name."""
    text = report.text
    listed = cited_between(report, line_start(text, other.start), line_end(text, other.end))
    places = {place_of(one.issuer) for one in listed if one.issuer and level_of_body(one.issuer) == level}
    return len(places - {"", place_of(other.issuer or "")}) >= _FEWEST


_OF_THE_CENTRE = r"Bộ Chính trị|Ban Bí thư|(?:Ban Chấp hành|BCH) (?:Trung ương(?: Đảng)?|TW)|Thủ tướng(?: Chính phủ)?"
_UNIT = rf"{_KIND}{_PLACE}{{0,3}}?"
_OF_PARTY = (
    r"(?:(?:Ban Thường vụ|BTV|Thường trực) )?(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng) (?:ủy|uỷ)"
    r"|(?:Ban Chấp hành|BCH) Đảng bộ (?:tỉnh|huyện|thành phố|thị xã|xã|phường)"
)
_OF_STATE = r"UBND|HĐND|[ỦU][ỷy] ban nhân dân|Hội đồng nhân dân"
_ABUTTING = re.compile(
    r"của (?<!\wcủa )(?P<issuers>"
    rf"(?:{_OF_THE_CENTRE})(?: kh[óo][áa] [IVX]+)? (?:{_OF_PARTY}|{_OF_STATE}){_UNIT}"
    rf"|(?:{_OF_PARTY}){_UNIT} (?:{_OF_STATE}|{_OF_PARTY}){_UNIT}"
    rf"|(?:{_OF_STATE}){_UNIT} (?:{_OF_PARTY}){_UNIT}"
    r")(?= (?:kh[óo][áa]|về|thực hiện|ngày|tại|nhiệm kỳ)(?!\w)|[,.;:)\n]|$)"
)


def check_abutting_issuers(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where two bodies that are not parts of each other stand side by side as who issued a
    document: 'Kết luận số 43-KL/TW của Ban Bí thư Ban Chấp hành Đảng bộ huyện'.

    Not flagged: 'Ban Bí thư Ban Chấp hành Trung ương'; a body with which the next clause begins.
    """
    ends = {end for one in report.citations for end in (one.core_end, one.date_end)}
    for found in finds(_ABUTTING, report.text):
        low = max(found.start() - 4, 0)
        if low + len(report.text[low : found.start()].rstrip(" ,")) in ends:
            facts = {"issuers": found["issuers"]}
            yield Finding("citation-conflict", "warning", Span(*found.span("issuers")), "two-issuers", facts)
