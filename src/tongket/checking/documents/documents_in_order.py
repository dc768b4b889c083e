"""Documents whose days are not in the order that the text tells (trình tự ban hành văn bản).

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.documents.listed_documents import dated_before
from tongket.checking.evidence.citations_at import cited_between, dated
from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.told import paragraph_starts
from tongket.model.documents import Citation, Relation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day


def check_order_of_documents(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for documents dated before the directive that they are said to implement.

    The tie is a relation read from the words between two citations. Not flagged: documents without a full date; older
    documents merely cited.
    """
    seen: set[int] = set()
    for relation in report.relations:
        one, other = report.citations[relation.subject], report.citations[relation.object]
        if relation.kind not in ("implements", "makes-concrete") and not _rests_on(report, relation, one, other):
            continue
        issued = dated(report, other)
        near = other.start < one.start or _is_near(one, issued)  # what is issued upon another is never older
        if one.start in seen or not (near and _is_before(one, issued)):
            continue
        downward = _is_local(one) or not _is_local(issued)  # what the centre issues carries out no local plan
        if downward and not _is_parted(report, one, other):
            seen.add(one.start)
            yield dated_before(one, issued)
    spread = (pair for pair in _made_to_spread(report) if _is_near(*pair))
    for one, other in (*_issued_once_it_was(report), *spread):
        if one.start not in seen and _is_before(one, other):
            seen.add(one.start)
            yield dated_before(one, other)


_SINCE = re.compile(
    r"(?<!\w)[Ss]au khi(?:,?(?: được)? (?:có|nhận được|tiếp thu|tiếp nhận|học tập|quán triệt|nghiên cứu))* $"
)
_BEFORE = 40  # letters of 'sau khi' with its verb
_ONCE_ISSUED = re.compile(
    r"(?: (?:được|có) (?:ban hành|triển khai|hiệu lực)| ra đời)?,[^.;\n\d]{2,80}"
    r"(?<!\w)(?:ban hành|xây dựng|cụ thể hóa) "
)


def _issued_once_it_was(report: Report) -> Iterator[tuple[Citation, Citation]]:
    """What is said to be issued after another: 'Ngay sau khi Nghị quyết 12 được ban hành, Huyện ủy ban hành ...'."""
    for other, one in pairwise(sorted(report.citations, key=lambda citation: citation.start)):
        after = _SINCE.search(report.text, max(other.start - _BEFORE, 0), other.start)
        if after and _ONCE_ISSUED.fullmatch(report.text, other.end, one.start) and one.symbol != other.symbol:
            yield one, dated(report, other)


_SPREADS = re.compile(
    r"[^.;“”\"\d]{0,80}?(?:tuyên truyền|học tập|quán triệt|phổ biến)(?:,? (?:triển khai|thực hiện|quán triệt))*"
    r"\s(?:nội dung\s|tinh thần\s)?"
)
_NEXT = re.compile(r"\s*(?:,|và|,\s*và)\s*")


def _made_to_spread(report: Report) -> Iterator[tuple[Citation, Citation]]:
    """A plan and each document that it is to make known: 'Kế hoạch số 03 ... để tuyên truyền Nghị quyết số 57, Nghị
    quyết số 02'.
    """
    made: Citation | None = None
    for one, other in pairwise(sorted(report.citations, key=lambda citation: citation.start)):
        if _SPREADS.fullmatch(report.text, one.end, other.start):
            made = one if one.type in _PLANS and is_whole(one.date) else None
        elif not _NEXT.fullmatch(report.text, one.end, other.start):
            made = None
        if made is not None and made.symbol != other.symbol:
            yield made, dated(report, other)


_PLANS = ("Kế hoạch", "Chương trình", "Công văn", "Hướng dẫn")
_OWN_ACT = re.compile(
    r"\s*,?\s*(?:(?:về )?(?:việc )?)?(?:thành lập|kiện toàn|đôn đốc|chấn chỉnh|phê duyệt|giao|cử|công nhận|khắc phục)\b"
)
_LONG_BEFORE = 3  # years: a document so much older is continued, not mistaken


def _rests_on(report: Report, relation: Relation, one: Citation, other: Citation) -> bool:
    """Whether ``one`` rests on ``other`` by its title, or was issued upon it: 'Quyết định 15 thành lập ... theo Kế
    hoạch 07', 'Căn cứ Kế hoạch 07, UBND xã ban hành Quyết định 15'.
    """
    if relation.kind != "based-on":
        return False
    return other.start < one.start or bool(_OWN_ACT.match(report.text, one.end, other.start))


def _is_near(one: Citation, other: Citation) -> bool:
    return int((other.date or "0")[:4]) - int((one.date or "0")[:4]) <= _LONG_BEFORE


def _is_parted(report: Report, one: Citation, other: Citation) -> bool:
    """Whether two citations may not be of one clause: a paragraph begins between them, since a title without a full
    stop is no part of what follows, or 'và' sets the second beside others.
    """
    starts = paragraph_starts(report)
    if bisect_right(starts, one.start) != bisect_right(starts, other.start):
        return True
    if _OPENS.search(report.text, one.end, other.start) is not None:
        return True
    between = cited_between(report, one.end, other.start)
    return any(_AND.fullmatch(report.text, each.end, other.start) for each in between)


_AND = re.compile(r"\s*,?\s*và\s+")  # 'Kế hoạch 25 thực hiện Kết luận 100 của X và Kết luận 111 của Y'
_OPENS = re.compile(r"\n\s*(?:Thực hiện|Căn cứ|Triển khai|Trên cơ sở|Theo)(?!\w)")


def _is_local(one: Citation) -> bool:
    """Whether a document can be one issued to carry out another: none of the centre."""
    symbol = one.symbol or ""
    return not re.search(r"/(?:TW|QH\d+)$|-(?:CP|TTg)$|UBTVQH", symbol) and one.type not in ("Luật", "Nghị định")


def _is_before(one: Citation, other: Citation) -> bool:
    return is_whole(one.date) and is_whole(other.date) and one.date < other.date


def check_documents_after_report(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for documents dated after the report.

    Not flagged: a report whose own date is blank, beyond what year and month tell; a date that is not printed
    in the head but in a citation, and so is another's.
    """
    head, own = report.letterhead, report.letterhead.date
    if not own or "date" in head.inferred:
        return
    if head.date_at and any(one.start <= head.date_at.start < one.end for one in report.citations):
        return
    for one in report.citations:
        if is_whole(one.date) and one.date[: len(own)] > own:
            facts = {
                "document": one.symbol or one.type,
                "date": printed_day(one.date),
                "report_date": printed_day(own),
            }
            yield Finding("date-chronology", "warning", Span(one.start, one.end), "after", facts)
