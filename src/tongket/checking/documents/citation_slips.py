"""Slips in the words around a document's number (lỗi gõ quanh viện dẫn): a blank, a word too many or too few.

Cases of ``citation-malformed``, ``citation-incomplete`` and ``spelling``, whose pages stand elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tongket.checking.evidence.places import matches_near
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import in_tables
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.document_levels import level_of_body, level_of_symbol
from tongket.registry.marks import is_abbreviation
from tongket.vietnamese.unicode import CAPITALS

_GROWN = re.compile(r"(?<!\w)(?P<word>[Ss]ố|[Nn]gày)(?=\d)")
_NO_DAY = re.compile(r",? (?P<here>ngày (?:của|do)) ")


def check_words_grown_together(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` for a number or a day without the blank before it: 'Kết luận số114-KL/TW'.

    Not flagged: scans, and texts whose converter lost blanks.
    """
    if is_recognised(report):
        return
    for one in report.citations:
        for found in _GROWN.finditer(report.text, one.core_start, one.date_end or one.core_end):
            printed = report.text[found.start() : one.core_end if found.start() < one.core_end else one.date_end]
            facts = {"here": printed, "right": f"{found['word']} {printed[len(found['word']) :]}"}
            place = Span(found.start(), found.start() + len(printed))
            yield Finding("citation-malformed", "info", place, "blank", facts)


def check_days_without_number(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` for 'ngày' behind a number with no day behind it: 'Thông tư số 342/2016/TT-BTC ngày
    của Bộ Tài chính ngày 30/12/2016'.
    """
    for one in report.citations:
        found = _NO_DAY.match(report.text, one.core_end) if one.symbol else None
        if found is not None:
            place = Span(one.core_start, found.end("here"))
            yield Finding("citation-malformed", "warning", place, "day-word", {"here": found["here"]})


_SECOND_DAY = re.compile(r" \d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\w/]|[ ]?[-–,;]|[ ](?:và|đến)(?!\w))")


def check_days_twice(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` for a second day right behind that of a document, of which one was to go: 'Chỉ thị
    số 55-CT/TU ngày 20/12/2024 22/12/2025 của Ban Thường vụ Tỉnh ủy'.

    Not flagged: tables and lists of numbers or days; scans.
    """
    if is_recognised(report):
        return
    rows = in_tables(report)
    for one in report.citations:
        found = _SECOND_DAY.match(report.text, one.date_end) if one.date_end and not one.shared else None
        if found is None or one.date_start is None:
            continue
        place = Span(one.date_start, found.end())
        if not rows.touch(place):
            facts = {"here": report.text[place.start : place.end]}
            yield Finding("citation-malformed", "warning", place, "two-days", facts)


_YEAR_CUT = re.compile(
    r"(?<!\w)[Nn]gày (?P<here>\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)[12]\d\d)(?=[\s,;)]|[.](?!\d)|$)"
)


def check_years_cut(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a day whose year lacks a digit: 'ngày 26/01/202'.

    Not flagged: scans; years of two digits, which are a manner of writing.
    """
    if is_recognised(report):
        return
    for found in matches_near(_YEAR_CUT, report.text, "gày ", before=1):
        yield Finding("date-chronology", "error", Span(*found.span("here")), "impossible", {"printed": found["here"]})


_BESIDE = re.compile(r"(?:[,;:(–-]|(?<!\w)(?:và|với|cùng|hoặc|số|các|những))\s*$")
_HABIT = 3  # letters called by their type that show that the report does so


def check_types_left_out(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a letter without the word for its type where the report calls the others by
    it: 'ý kiến chỉ đạo tại 1348/UBND-KTKH ngày 10/4/2018' beside 'tại Công văn số 1495/UBND-KTKH'.

    Not flagged: members of a list, whose type stands before the first; tables.
    """
    rows = in_tables(report)
    named = Counter(_office(one) for one in report.citations if _is_named(report.text, one))
    for one in report.citations:
        if not _office(one) or not report.text[one.core_start : one.core_start + 1].isdigit() or not one.date:
            continue
        before = report.text[max(one.start - 12, 0) : one.start]
        place = Span(one.start, one.end)
        if named[_office(one)] >= _HABIT and not _BESIDE.search(before) and not rows.touch(place):
            facts = {"printed": report.text[one.start : one.date_end or one.end]}
            yield Finding("citation-incomplete", "info", Span(one.start, one.date_end or one.end), "no-type", facts)


_LETTER = re.compile(r"\d+[a-dđ]?/(?P<office>[^\W\d_]+)-[^\W\d_]")


def _office(one: Citation) -> str:
    """The office of a letter, whose symbol names no type; "" of other documents."""
    found = _LETTER.match(one.symbol or "")
    return found["office"] if found and not is_abbreviation(found["office"]) else ""


def _is_named(text: str, one: Citation) -> bool:
    """Whether the word for the type of a letter stands before it."""
    return bool(_office(one)) and text[one.core_start : one.core_start + len(one.type)].lower() == one.type.lower()


_BODY = re.compile(
    r" (?P<first>Ban|BTV|BCH|Bộ|UBND|HĐND|[ỦU][ỷy]|Hội|Chính|Thủ|Tỉnh|Huyện|Thành|Đảng)"
    rf"(?= (?:Chấp|Thường|Bí|Chính|ban|đồng|phủ|tướng|ủy|uỷ|tỉnh|huyện|xã|phường|[{CAPITALS}]))"
    r"[^.,;:()\n\d“\"]{3,60}?"
    r"(?= (?:kh[óo][áa]|nhiệm kỳ|về|V/v)(?!\w)|[.,;)\n])"
)


def check_of_left_out(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` where no 'của' stands between a document's day and the body that issued it: 'Kế hoạch số
    47-KH/HU ngày 18/01/2022 Ban Chấp hành Đảng bộ huyện khóa X'.

    Not flagged: a body of another level than the symbol's, and one that begins the next clause.
    """
    for one in report.citations:
        found = _BODY.match(report.text, one.date_end) if one.date_end and one.symbol else None
        if found is None or not _may_issue(one.symbol or "", found[0].strip()):
            continue
        place = Span(one.date_end or one.end, found.end("first"))
        facts = {"here": report.text[one.date_start : place.end], "right": f"của {found['first']}"}
        yield Finding("spelling", "info", Span(one.date_start or place.start, place.end), "left-out", facts)


def _may_issue(symbol: str, body: str) -> bool:
    """Whether the body named is of the level of the symbol, or of its office where that tells no level."""
    level = level_of_symbol(symbol)
    if level:
        return level_of_body(body) == level
    named = _SEATS.get(re.split(r"[-/]", symbol)[-1])
    return named is not None and named.match(body) is not None


_SEATS = {"UBND": re.compile(r"UBND|[ỦU][ỷy] ban [Nn]hân dân"), "HĐND": re.compile(r"HĐND|Hội đồng [Nn]hân dân")}


CHECKS = (
    check_words_grown_together,
    check_days_without_number,
    check_days_twice,
    check_years_cut,
    check_types_left_out,
    check_of_left_out,
)
