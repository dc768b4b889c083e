"""Documents listed for a sentence, in a note, in brackets or behind a colon: what the sentence says is said of each.

    'UBND huyện đã ban hành các kế hoạch triển khai thực hiện Chỉ thị số 06-CT/TU(1)' and, in the note,
    'Gồm: Kế hoạch số 12/KH-UBND, ngày 03/8/2021; Kế hoạch số 15/KH-UBND, ngày 20/10/2021'.

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tongket.checking.evidence.citations_at import cited_between, dated, indexes_between
from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.places import matches_near
from tongket.checking.evidence.stops import clause_start
from tongket.model.documents import Citation
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.document_levels import level_of_body, level_of_symbol
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key

_KINDS = r"văn bản|chương trình|kế hoạch|đề án|nghị quyết|chỉ thị|quyết định|hướng dẫn|công văn|quy chế|quy định"
_ISSUED = re.compile(
    rf"(?<!\w)(?:ban hành|xây dựng|cụ thể h[óo][áa])\s"
    rf"(?:(?:bằng|thành|các|những|nhiều|một số|\d+|đầy đủ|kịp thời|và)\s)*"
    rf"(?:(?:{_KINDS})(?:,\s|\svà\s)?)+"
    r"|(?<!\w)(?:ban hành|xây dựng|chỉ đạo)\s*$"
    rf"|^[\s\d¹²³⁴-⁹⁰()\]*+–-]*(?:Các|Những)\s(?:{_KINDS})\s(?=(?:triển khai|thực hiện|cụ thể)\s)"
)
_CARRIES_OUT = re.compile(
    r"(?<!\w)(?:[Tt]hực hiện|[Tt]riển khai|[Cc]ụ thể h[óo][áa]|[Qq]uán triệt|[Tt]rên cơ sở)(?!\w)[^.;:…]{0,160}$"
)
_OF_OLD = re.compile(
    r"(?<!\w)(?:[Tt]iếp tục|thay thế|sửa đổi|rà soát|duy trì|[Tt]rước (?:đây|đó|khi)|kế thừa|hiện hành)(?!\w)"
)
_OPENS_LIST = re.compile(
    r"[\s\d¹²³⁴-⁹⁰)\]�*+–-]*(?:\(?(?:[Gg]ồm|[Bb]ao gồm|[Nn]hư|[Cc]ụ thể|[Tt]rong đó|[Đđ]ó là|[Cc]ác văn bản)"
    r"(?:\s(?:có|là|như sau))?[\s:,]*)?"
)
_ANOTHER = re.compile(r"(?<!\w)(?:thực hiện|triển khai|căn cứ|theo|thay thế|sửa đổi|bổ sung|tiếp tục|tại|của)(?!\w)")
_NEAR = 1  # years: an older document is in force and listed with the others, not mistaken
_RANKS = {"nation": 0, "province": 1, "district": 2, "commune": 3}


class _Listing(NamedTuple):
    """The words that say what was issued, and where the documents stand of which they say it."""

    said: Span
    listed: Span


def check_listed_documents(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a document that a list gives for what was issued to carry out a directive, and
    that is dated before it.

    Of several directives of one sentence that of the own province or district binds; of those of the centre, which each
    body carries out as they come, all must be later.
    Not flagged: sentences that go on with, amend or check what was there; documents of the level above; older by more
    than a year; members of which the list says what they carry out.
    """
    carried_out = {one.subject: one.object for one in report.relations if one.kind in ("implements", "makes-concrete")}
    inner = {one.object for one in report.relations}
    for listing in (*_in_notes(report), *_in_brackets(report), *_behind_colons(report)):
        kinds = _kinds_issued(report.text[listing.said.start : listing.said.end])
        directives = _directives(report, listing.said) if kinds else []
        for at in _members(report, listing.listed) if directives else ():
            one = report.citations[at]
            found = _binding(one, directives) if at not in inner and _is_of_kind(one, kinds) else None
            other = carried_out.get(at)
            if found is not None and other is None:
                yield dated_before(one, found)
            elif found is not None and other is not None:
                yield from _with_its_own(report, at, other, directives)


def _with_its_own(report: Report, at: int, other: int, directives: Sequence[Citation]) -> Iterator[Finding]:
    """A member that carries out another document, and this one, where both are older than what the sentence says."""
    both = [(report.citations[it], _binding(report.citations[it], directives)) for it in (at, other)]
    if all(found is not None for _, found in both):
        yield from (dated_before(one, found) for one, found in both if found is not None)


def _in_notes(report: Report) -> Iterator[_Listing]:
    for note in report.footnotes:
        if note.anchor is not None:
            said = _sentence_before(report.text, note.anchor)
            goes_on = _GOES_ON.match(report.text, note.anchor)
            yield _Listing(Span(said.start, goes_on.end() if goes_on else said.end), Span(note.text_start, note.end))


_GOES_ON = re.compile(r"[\s\d()\[\]⁰¹²³⁴-⁹*]*(?:để |nhằm )?(?:triển khai|thực hiện|cụ thể h[óo][áa])(?!\w)[^.;\n]*")
_BRACKET = re.compile(r"\((?P<listed>[^()]{20,3000})\)")
_COLON = re.compile(
    r"(?::|,? (?:bao )?gồm(?: có)?|,? cụ thể(?: là)?|,? như) *(?:(?P<here>(?=[A-ZĐ])[^\n]{20,3000})"
    r"|\n(?P<below>(?:\s*[-–+*•][^\n]+\n)+))"
)


def _in_brackets(report: Report) -> Iterator[_Listing]:
    for found in _BRACKET.finditer(report.text):
        if _opens_with_document(report, found.start("listed")):
            yield _Listing(_sentence_before(report.text, found.start()), Span(*found.span("listed")))


def _behind_colons(report: Report) -> Iterator[_Listing]:
    for found in matches_near(_COLON, report.text, ":", " gồm", " bao gồm", " cụ thể", " như", before=1):
        listed = Span(*found.span("here" if found["here"] else "below"))
        if _opens_with_document(report, listed.start):
            yield _Listing(_sentence_before(report.text, found.start()), listed)


def _opens_with_document(report: Report, at: int) -> bool:
    """Whether what begins at ``at`` is a list of documents."""
    first = _OPENS_LIST.match(report.text, at)
    return first is not None and bool(indexes_between(report, first.end(), first.end() + 1))


_LONGEST_SENTENCE = 700  # letters


def _sentence_before(text: str, at: int) -> Span:
    low = max(at - _LONGEST_SENTENCE, 0)
    return Span(max(text.rfind("\n", low, at) + 1, text.rfind(". ", low, at) + 1, low), at)


def _kinds_issued(said: str) -> frozenset[str]:
    """The types of what a sentence says was issued, folded: of 'đã ban hành chương trình, kế hoạch' both."""
    found = _ISSUED.search(said)
    if found is None or _OF_OLD.search(said):
        return frozenset()
    return frozenset(key(kind) for kind in re.findall(_KINDS, found[0]) or ["văn bản"])


_NEXT = re.compile(r"[^.:]{0,200}[;,]\s*(?:và )?|\s*và\s+(?:các )?")


def _is_of_kind(one: Citation, kinds: frozenset[str]) -> bool:
    return key("văn bản") in kinds or key(one.type) in kinds


def _directives(report: Report, said: Span) -> list[Citation]:
    """The documents that a sentence says are carried out, with their days; those of one list go with its first."""
    found: list[Citation] = []
    end = said.start
    for one in cited_between(report, said.start, said.end):
        listed = found and _NEXT.fullmatch(report.text, end, one.start)
        if listed or _CARRIES_OUT.search(report.text, said.start, one.start):
            found.append(dated(report, one))
        end = one.end
    return found


def _member_start(text: str, listed: Span, one: Citation) -> int:
    """Where the member of a list begins in which a citation stands."""
    return max(listed.start, clause_start(text, one.start, _LONGEST_SENTENCE))


def _members(report: Report, listed: Span) -> Iterator[int]:
    """Which citations are the members of a list: none that stands in the title of another."""
    for at in indexes_between(report, listed.start, listed.end):
        one = report.citations[at]
        if not _ANOTHER.search(report.text, _member_start(report.text, listed, one), one.start):
            yield at


def _binding(one: Citation, directives: Sequence[Citation]) -> Citation | None:
    """The directive before which a member is dated; of several of the centre all must be later."""
    after = [other for other in directives if is_before(one, other) and not is_above(one, other)]
    near = [other for other in after if level_of_symbol(other.symbol or "") != "nation"]
    if not after or any(one.symbol == other.symbol for other in directives):
        return None
    return (near or after)[-1] if near or len(after) == len(directives) else None


_IN_ORDER_TO = re.compile(
    r"(?<!\w)(?:để|nhằm)(?:,?(?: và)? (?:lãnh đạo|chỉ đạo|tổ chức|quán triệt|triển khai|thực hiện|học tập"
    r"|cụ thể h[óo][áa]|tuyên truyền))+ (?:(?:tốt|có hiệu quả|các|nội dung) )*$"
)
_MAKES = re.compile(r"(?<!\w)(?:ban hành|xây dựng)\s")
_ACTS = re.compile(r"(?<!\w)(?:tổ chức|thành lập|phân công|chỉ đạo|giao|họp|mở|tuyên truyền|phối hợp|cử|đã)(?!\w)")
_LONGEST_PURPOSE = 90  # letters


def check_documents_of_a_purpose(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for any of the documents issued in order to carry out a later one: 'ban hành Kế hoạch
    số 12/KH-UBND ngày 03/8/2021, Kế hoạch số 14/KH-UBND ngày 20/10/2021 để triển khai Chỉ thị số 06-CT/TU'.
    """
    for other in report.citations:
        found = _IN_ORDER_TO.search(report.text, max(other.start - _LONGEST_PURPOSE, 0), other.start)
        if found is None:
            continue
        said = _sentence_before(report.text, found.start())
        verbs = list(_MAKES.finditer(report.text, said.start, said.end))
        members = cited_between(report, verbs[-1].end(), said.end) if verbs else []
        if not members or _ACTS.search(report.text, members[0].end, said.end):
            continue
        for one in members:
            own = _ANOTHER.search(report.text, verbs[-1].end(), one.start) is None
            binding = _binding(one, [dated(report, other)]) if own else None
            if binding is not None:
                yield dated_before(one, binding)


_STEPS = re.compile(r"triển khai|quán triệt|lãnh đạo, chỉ đạo|ban hành văn bản", re.IGNORECASE)
_ISSUES = re.compile(r"(?<!\w)(?:ban hành|xây dựng|ký kết)\s(?:\w+\s){0,2}$")


def check_documents_under_headings(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology``, as a note, for a document told as issued in the part of a review that tells how its
    directive was carried out ('I. Tình hình triển khai'), and dated before it.

    Not flagged: documents of the level above; those of which the text says what they carry out or rest on; what is
    said to have been there before.
    """
    directives = [one for one in report.subject.directives if is_whole(one.date)]
    parts = [Span(one.start, one.end) for one in report.sections if _STEPS.search(one.title or "")]
    if not report.subject.review or not directives or not parts:
        return
    first = min(directives, key=lambda one: one.date or "")
    mention = next((one for one in report.citations if one.symbol == first.symbol and one.date == first.date), None)
    tied = {at for one in report.relations for at in (one.subject, one.object)}
    for part in parts if mention is not None else ():
        for at in _issued_in(report, part):
            one = report.citations[at]
            if mention is not None and at not in tied and _binding(one, [mention]) is not None:
                yield dated_before(one, mention, "info")


def _issued_in(report: Report, part: Span) -> Iterator[int]:
    """Which citations are told in a part, or in the notes that it calls, as what was issued."""
    notes = [Span(one.text_start, one.end) for one in report.footnotes if part.start <= (one.anchor or -1) < part.end]
    for place in (part, *notes):
        issued = False
        for at in indexes_between(report, place.start, place.end):
            one = report.citations[at]
            before = report.text[_member_start(report.text, place, one) : one.start]
            issued = bool(_ISSUES.search(before)) or (issued and not before.strip())
            if issued and not _OF_OLD.search(before) and not _ANOTHER.search(before):
                yield at


def is_before(one: Citation, other: Citation) -> bool:
    """Whether ``one`` is dated before ``other``, by its own printed day and by no more than a year."""
    if not is_whole(one.date) or not is_whole(other.date) or "date" in one.shared:
        return False
    return one.date < other.date and int(other.date[:4]) - int(one.date[:4]) <= _NEAR


def is_above(one: Citation, other: Citation) -> bool:
    """Whether ``one`` is of a level above that of ``other``, and so cannot carry it out."""
    ranks = [_RANKS.get(level_of_symbol(it.symbol or "") or level_of_body(it.issuer or "")) for it in (one, other)]
    return ranks[0] is not None and (ranks[0] == 0 or (ranks[1] is not None and ranks[0] < ranks[1]))


def dated_before(one: Citation, directive: Citation, severity: Severity = "warning") -> Finding:
    """That ``one`` is said to carry out what is later; as a note: that it is told among the steps taken on it."""
    facts = {
        "document": one.symbol or one.number or one.type,
        "date": printed_day(one.date or ""),
        "directive": directive.symbol or directive.type,
        "directive_date": printed_day(directive.date or ""),
    }
    place = Span(one.start, one.date_end if one.date_end is not None else one.end)
    related = (Span(directive.start, directive.end),)
    return Finding("date-chronology", severity, place, "before" if severity == "warning" else "under", facts, related)
