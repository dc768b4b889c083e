"""What a mention of a document leaves out or changes (viện dẫn thiếu ngày, viện dẫn nhầm văn bản ở câu kết).

Cases of ``citation-incomplete`` and ``citation-conflict``, whose pages stand with the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.checking.evidence.spans import in_tables
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import known_documents
from tongket.vietnamese.unicode import key

_BY_NAME_OR_YEAR = re.compile(r"/QH\d|/UBTVQH|\d/(?:19|20)\d\d/(?:NĐ-CP|TTLT?-|PL-)")
_IN_BRACKETS = re.compile(r"[^.;\n]{0,80}\(\s?(?:ngày )?\d{1,2}[/.-]\d{1,2}")
_DAY_BEFORE = re.compile(
    r"[Nn]gày \d{1,2}(?:[/.-]| tháng )\d[^.;\n]{0,100}(?<!\w)(?:ký|ban hành|có|ra|phê duyệt|thông qua)(?: ban hành)?\s$"
)
_CLAUSE = 140  # letters before a mention in which its day may stand
_MOST = 3  # of four statutes, that many must carry day or issuer before one with neither is a slip
_HABIT = 8  # dated documents beside which one of the Government's is looked for too that has its subject alone
_ONE_BY_ONE = 8  # documents without a day that are told singly; more of them are a habit, told once


def check_days_left_out(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a document of an office that is cited by its symbol and never with its day
    (Decree 30/2020/NĐ-CP, annex I, and the Party's guide 36-HD/VPTW: type, number, day, issuer and subject at the first
    mention): numbers begin again with each year or term, so that a number alone names several documents.

    Where many are without, that is told once. Not flagged: laws, decrees and circulars, whose symbols tell what they
    are; documents that everybody knows; the report's own; mentions in tables and lists of numbers; recognised text.
    """
    bare = _never_dated(report)
    if len(bare) > _ONE_BY_ONE:
        facts = {"count": str(len(bare)), "printed": _printed(report, bare[0])}
        first, *others = (Span(one.start, one.end) for one in bare)
        yield Finding("citation-incomplete", "info", first, "no-days", facts, tuple(others))
        return
    for one in bare:
        facts = {"printed": _printed(report, one)}
        yield Finding("citation-incomplete", "info", Span(one.start, one.end), "no-day", facts)


@of_last_report
def _never_dated(report: Report) -> list[Citation]:
    """The first mentions of documents that the report cites and nowhere dates, if the day is needed to find them."""
    if is_recognised(report):
        return []
    rows = in_tables(report)
    dated = {one.symbol for one in report.citations if one.date}
    found: dict[str, Citation] = {}
    for one in report.citations:
        symbol = one.symbol or ""
        if one.kind != "full" or not symbol or symbol in dated or symbol in found or _is_own(report, one):
            continue
        plain = not (one.shared or one.misread or one.repaired or rows.hold(one.start))
        by_subject = _COUNTED_BY_YEARS.match(symbol) and len(dated) < _HABIT
        tells_itself = by_subject or _BY_NAME_OR_YEAR.search(symbol)
        if plain and not tells_itself and not known_documents().of_symbol(symbol) and _is_undated(report, one):
            found[symbol] = one
    return list(found.values())


def _is_undated(report: Report, one: Citation) -> bool:
    """Whether no day belongs to a mention: none behind it, none that opens its clause ('ngày 08/4 Chủ tịch UBND ký
    Quyết định số ...'). What only shows how numbers are written ('Số 24-BS/UBKTTU') is no mention.
    """
    text = report.text
    before = _DAY_BEFORE.search(text, max(one.start - _CLAUSE, 0), one.start)
    shown = text.startswith("Số ", one.start) or text.endswith("Số ", max(one.start - 3, 0), one.start)
    return not (before or shown or _tells_day(report, one) or _IN_BRACKETS.match(text, one.end))


def _printed(report: Report, one: Citation) -> str:
    """A mention as it is printed; by its symbol where the letters are spaced out."""
    printed = " ".join(report.text[one.start : one.end].split())
    return printed if (one.number or "") in printed else f"{one.type} số {one.symbol}"


_COUNTED_BY_YEARS = re.compile(r"\d+/(?:CT|QĐ|CĐ|NQ)-(?:TTg|CP)$")
_OF_ITS_YEAR = re.compile(r"(?:của|do) (?:Thủ tướng Chính phủ|Thủ tướng|Chính phủ|TTg|TTCP)[ ,]{1,2}(?:ban hành )?")


def check_numbers_of_any_year(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a directive or decision of the Prime Minister, or a resolution of the
    Government, that is cited by its number alone, which each year has again: 'Chỉ thị số 16/CT-TTg'.

    Decree 30/2020/NĐ-CP, annex I, asks for the day at the first mention. Not flagged: a subject behind the number, or
    the day in another mention; programmes of years, whose number everybody knows; rows of tables and lists of numbers.
    """
    rows = in_tables(report)
    dated = {one.symbol for one in report.citations if one.date or one.title}
    told = {one.symbol or "" for one in _never_dated(report)}
    for one in report.citations:
        symbol = one.symbol or ""
        if one.kind != "full" or symbol in dated or symbol in told or not _COUNTED_BY_YEARS.match(symbol):
            continue
        told.add(symbol)
        in_row = rows.hold(one.start)
        if not (in_row or one.shared or one.misread or _names_subject(report, one) or _tells_day(report, one)):
            facts = {"printed": _printed(report, one)}
            yield Finding("citation-incomplete", "info", Span(one.start, one.end), "no-day", facts)


_SUBJECT = re.compile(r"\s?[,(]?\s?(?:về|phê duyệt|quy định|ban hành|\(|“|\")")


def _names_subject(report: Report, one: Citation) -> bool:
    issuer = _OF_ITS_YEAR.match(report.text, one.core_end + 1)
    end = max(one.end, issuer.end() if issuer else 0)
    return _SUBJECT.match(report.text, end) is not None or _DAY.match(report.text, end) is not None


_OF_STATUTES = re.compile(r"\d+/(?:19|20)\d\d/(?:NĐ-CP|TT|TTLT|QĐ-TTg|NQ-CP|QH\d|UBTVQH)")


_MANY = 8  # statutes told with day or issuer: they have names of their own, and many reports give the symbol alone


def check_statutes_barely_cited(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a decree, circular or law that is cited by its symbol alone, with neither day
    nor issuer, where nearly all others of the report carry one of the two.

    Not flagged: statutes that another mention tells whole; lists of such; mentions in tables.
    """
    rows = in_tables(report)
    statutes = [one for one in report.citations if one.kind == "full" and _OF_STATUTES.match(one.symbol or "")]
    told = {one.symbol for one in statutes if one.date or one.issuer}
    bare = [one for one in statutes if one.symbol not in told]
    if len(told) < _MANY or len({one.symbol for one in bare}) * (_MOST + 1) > len(told) + len(bare):
        return
    seen = {one.symbol for one in _never_dated(report)}
    for one in bare:
        in_row = rows.hold(one.start)
        if one.symbol not in seen and not in_row and not _tells_day(report, one):
            seen.add(one.symbol)
            facts = {"printed": _printed(report, one)}
            yield Finding("citation-incomplete", "info", Span(one.start, one.end), "bare", facts)


_DAY = re.compile(r"\s?[,(]?\s?(?:ban hành |ký )?(?:ngày|năm|tháng)(?!\w)")


def _tells_day(report: Report, one: Citation) -> bool:
    """Whether a day is printed that could not be read."""
    return "ngày" in report.text[one.start : one.end] or _DAY.match(report.text, one.end) is not None


_HARDLY = 2  # of so many documents of a text less than one may be told without issuer and subject
_RESTED_ON = re.compile(r"(?<!\w)(?:(?<!kèm )theo|căn cứ|áp dụng)(?: quy định(?: tại)?| nội dung| tinh thần)?\s$")
_BY_NAME = re.compile(r"\d+/(?:\d{4}/)?(?:QH\d|UBTVQH)")
_GOES_ON = re.compile(
    r"\s?[,(“\"]?\s?(?:của|do|về|V/v|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|thành lập|kiện toàn|\(|“"
    r"|(?:và|,)\s(?:các\s)?(?:[A-ZĐ]|số))"
)


def check_documents_barely_told(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a document that a text rests on ('theo Quyết định số 53/QĐ-UBND ngày 28/12')
    and nowhere tells by its issuer or its subject, where most others are told by one of the two.

    Decree 30/2020/NĐ-CP, annex I, section II: type, number, day, issuer and subject at the first mention; of laws the
    name. Not flagged: in papers of the Party; notes, rows of tables and lists; documents not named behind 'theo';
    known documents, which their symbol tells; texts that leave such things out by habit; recognised text.
    """
    if report.letterhead.regime != "state" or is_dirty(report):
        return
    mentions: dict[str, list[Citation]] = {}
    for one in report.citations:
        if one.kind == "full" and one.symbol and not _BY_NAME.match(one.symbol) and not _is_own(report, one):
            mentions.setdefault(one.symbol, []).append(one)
    bare = [symbol for symbol, cited in mentions.items() if not any(_is_told(report.text, one) for one in cited)]
    if len(bare) * _HARDLY > len(mentions):
        return
    rows = in_tables(report)
    for symbol in bare:
        first = mentions[symbol][0]
        alone = not (first.in_footnote or first.shared or rows.hold(first.start))
        rested = _RESTED_ON.search(report.text, max(first.start - _REST, 0), first.start)
        if alone and rested and first.date and not known_documents().of_symbol(symbol):
            facts = {"printed": _printed(report, first)}
            yield Finding("citation-incomplete", "info", Span(first.start, first.end), "untold", facts)


_REST = 30


def _is_own(report: Report, one: Citation) -> bool:
    own = report.letterhead.number_at
    return own is not None and one.core_start < own.end


def _is_told(text: str, one: Citation) -> bool:
    """Whether issuer or subject stand with a mention."""
    return bool(one.issuer or one.title) or _GOES_ON.match(text, one.end) is not None


def check_document_of_closing(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the closing sentence says that the report is on another document than the one
    the title names: 'sơ kết 03 năm thực hiện Nghị quyết số 19-NQ/TU ... Trên đây là báo cáo ... thực hiện Nghị quyết số
    16-NQ/TU'.

    Not flagged: closing sentences that name the title's document too, or one of another type or issuer.
    """
    title, closing = report.letterhead.title_at, report.closing
    if title is None or closing is None:
        return
    reviewed = _within(report.citations, title.start, title.end)
    named = _within(report.citations, closing.start, closing.end)
    symbols = {one.symbol for one in reviewed}
    if not reviewed or not named or symbols & {one.symbol for one in named}:
        return
    for one in named[:1]:
        for other in reviewed:
            if key(one.type) == key(other.type) and _organ(one) == _organ(other) and one.role == other.role:
                facts = {"here": one.symbol or "", "there": other.symbol or ""}
                place = Span(one.core_start, one.core_end)
                yield Finding("citation-conflict", "error", place, "closing", facts, (Span(other.start, other.end),))
                return


def _within(citations: Sequence[Citation], low: int, high: int) -> list[Citation]:
    return [one for one in citations if low <= one.start < high and one.symbol]


def _organ(one: Citation) -> str:
    """The letters of a symbol, without its number: 'NQ/TU'."""
    return re.sub(r"^\d+[-/]?", "", one.symbol or "")
