"""Documents told by a bare number, or with the number left blank (viện dẫn thiếu số, ký hiệu).

Cases of ``citation-incomplete``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tongket.checking.documents.issuing import are_two_levels
from tongket.checking.evidence.finds import finds
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import known_documents
from tongket.vietnamese.unicode import key


def check_incomplete_citations(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a type with a bare number that nothing in the report resolves, once.

    A full form of another issuer resolves nothing. Not flagged: bare numbers whose symbol type and issuer settle, or
    with a full form elsewhere; laws and resolutions cited by name. The Party's numbers begin again with each term:
    without a day they are settled by the term, or where but one document of that symbol is known.
    """
    full: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for one in report.citations:
        if one.symbol and one.kind == "full":
            full[key(one.type), re.split(r"[-/]", one.symbol)[0]].append(one)
    told: set[tuple[str, str, str]] = set()
    for one in report.citations:
        if one.kind != "short" or not one.number:
            continue
        same = full.get((key(one.type), one.number), ())
        others = bool(same) and all(are_two_levels(one, other) for other in same)
        settled = one.symbol and re.search(r"[-/]", one.symbol) and not one.symbol.endswith(_EACH_YEAR_ANEW)
        settled = settled and not _is_of_any_term(report.text, one)
        if not others and (same or settled or (one.date and one.symbol)):
            continue
        if one.date and known_documents().of_number(one.type, one.number, one.date):
            continue
        case = "no-symbol" if one.date else ""
        if (key(one.type), one.number, case) in told:
            continue
        told.add((key(one.type), one.number, case))
        facts = {"printed": report.text[one.start : one.end]}
        yield Finding("citation-incomplete", "info", Span(one.start, one.end), case, facts)


_EACH_YEAR_ANEW = ("/QĐ-TTg", "/CT-TTg", "/CĐ-TTg", "/NQ-CP", "-UBND")
_OF_THE_PARTY = re.compile(r"\d-[A-ZĐ][A-Za-zĐđ]*/(?:TW|T[UƯ]|H[UƯ]|Đ[UƯ])$")
_OF_TERM = re.compile(r"[^.;\n]{0,40}?(?:[Kk]h[óo][áa]|nhiệm kỳ)\s[IVX\d]")


def _is_of_any_term(text: str, one: Citation) -> bool:
    """Whether a number without a day may be that of several documents of the Party: 'Nghị quyết 18 của Trung ương'."""
    if one.date or one.shared or not _OF_THE_PARTY.search(one.symbol or "") or _OF_TERM.match(text, one.core_end):
        return False
    return len(known_documents().of_symbol(one.symbol or "")) != 1


_BLANK = re.compile(
    r"số(?<!\wsố):?[ \t.…_]*/(?:(?:19|20)\d\d/)?(?:[A-ZĐ][A-Za-zĐđ]*)(?:-[A-ZĐ&]+)+"
    r"|số(?<!\wsố):?[ \t.…_]*-(?:[A-ZĐ][A-Za-zĐđ]*)/[A-ZĐ&]+(?!\w)"
    r"|\(số(?: ?[.…_]{2,}|[ \t]{2,}),? ngày(?!\w)[^()\n\d]{0,30}\)"
)
_UNNUMBERED = re.compile(
    r"(?:Kế hoạch|Công văn|Quyết định|Chỉ thị|Hướng dẫn|Thông báo|Chương trình|Nghị quyết|Kết luận|Tờ trình)"
    r" (?:ngày )(?=\d{1,2}(?:[/.-]| tháng ))\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4}"
)


def check_blank_numbers(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a cited document whose number is left blank or not given at all.

    Not flagged: the report's own number in its head.
    """
    head = report.letterhead.number_at
    top = report.letterhead.type_at.start if report.letterhead.type_at else 0
    for pattern in (_BLANK, _UNNUMBERED):
        for match in finds(pattern, report.text):
            place = Span(*match.span())
            if place.start >= top and not (head and head.touches(place)):
                yield Finding("citation-incomplete", "warning", place, "blank", {})


CHECKS = (check_incomplete_citations, check_blank_numbers)
