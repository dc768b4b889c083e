"""The days of documents against each other, against their own symbols, and against those that are known.

Cases of ``citation-conflict``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tongket.checking.documents.issuing import are_two_levels, are_two_units, is_issued_at_another_level
from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.spans import Spans
from tongket.model.documents import Citation, Document
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import agree, known_documents
from tongket.registry.history import DISTRICT_LAST_DAY, next_day
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key, plain
from tongket.vietnamese.years import YEAR


def check_dates_of_documents(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where one document carries two dates.

    Two documents may share a number: only dates that differ as slips do (the day or month, or the year alone), that go
    with the same issuer and subject, that the text says to be of one document ('nêu trên'), or that lie in one year of
    an office which counts by years, count as one document's; of the two, the rarer or the unknown one is flagged.
    """
    dated: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for one in report.citations:
        if one.symbol and one.date and len(one.date) == 10 and "date" not in one.shared:
            dated[key(one.type), one.symbol].append(one)
    for (_, symbol), mentions in dated.items():
        dates = Counter(one.date for one in mentions if one.date)
        of_symbol = known_documents().of_symbol(symbol)
        known = {document.date for document in of_symbol}
        grounds = {one.date for one in mentions if _GROUND.search(report.text, max(one.start - _LINE, 0), one.start)}
        usual = max(dates, key=lambda date: (date in known, dates[date], date in grounds, date))
        for one in mentions:
            if one.date in (usual, None) or (one.date in known and usual in known):
                continue
            other = next(other for other in mentions if other.date == usual)
            if not (_one_document(one, other) or _said_to_be_one(report.text, one, other)):
                continue
            if any(is_issued_at_another_level(report.text, *pair) for pair in ((one, other), (other, one))):
                continue
            facts = {"symbol": symbol, "here": printed_day(one.date), "there": printed_day(usual)}
            yield Finding("citation-conflict", "error", date_place(one), "date", facts, (date_place(other),))
        yield from _against_registry(symbol, mentions, of_symbol)


_GROUND = re.compile(r"(?:\A|\n)[ \t*_–-]*Căn cứ [^\n]*$")  # its day was copied from the document itself
_LINE = 300


def _against_registry(symbol: str, mentions: Sequence[Citation], known: Sequence[Document]) -> Iterator[Finding]:
    """A single date that is a slip of the known one: day or month differ in one place, or the year alone. A symbol
    that holds the year has no namesake: there any other day is wrong.

    Of several documents of one number the one of that year is meant, or the one that bears the printed title.
    """
    one = next((one for one in mentions if one.title), mentions[0])
    date = one.date or ""
    if len({one.date for one in mentions}) != 1 or any(agree(document.date, date) for document in known):
        return
    near = {
        document.date
        for document in known
        if len(document.date) == len(date)
        and (
            is_slip(date, document.date)
            or (len(known) == 1 and _OF_THE_CENTRE.match(symbol) and not _is_of_that_day(one))
            or (date[4:] == document.date[4:] and (len(known) == 1 or _alike(one.title or "", document.subject)))
        )
    }
    if len(near) == 1:
        facts = {"symbol": symbol, "here": printed_day(date), "there": printed_day(near.pop())}
        yield Finding("citation-conflict", "warning", date_place(one), "known-date", facts)


_OF_THE_CENTRE = re.compile(r"\d+/(?:19|20)\d\d/(?:NĐ-CP|TT-B[A-ZĐ&]+|QĐ-TTg|QH\d+|UBTVQH\d+)$")


def _is_of_that_day(one: Citation) -> bool:
    """Whether a document of another number is known by the printed day and title, so that the number is wrong."""
    others = known_documents().of_day(one.type, one.date or "")
    return any(_alike(one.title or "", other.subject) for other in others if other.symbol != one.symbol)


def _one_document(one: Citation, other: Citation) -> bool:
    if are_two_units(one, other) or are_two_levels(one, other):
        return False
    if one.date and other.date and (is_slip(one.date, other.date) or one.date[4:] == other.date[4:]):
        return True
    same_issuer = bool(one.issuer and other.issuer) and plain(one.issuer or "") == plain(other.issuer or "")
    same_title = bool(one.title and other.title) and _alike(one.title or "", other.title or "")
    if same_title and (_holds(one, other) or _holds(other, one)):  # 'Kế hoạch 25 ngày ... về A và Kế hoạch 25 ... về B'
        return False
    # Plans of one name are made each year
    years = [(YEAR.findall(it.title or ""), (it.date or "")[:4]) for it in (one, other)]
    of_year = all(here != there for here, there in zip(*years, strict=True))  # a programme of each year
    return same_issuer and ((same_title and not of_year) or _counted_together(one, other))


def _holds(one: Citation, other: Citation) -> bool:
    """Whether the words behind a citation that were taken for its title hold the other citation."""
    return one.title_start is not None and one.title_start <= other.start < (one.title_end or 0)


_DISTRICT_ENDED = next_day(DISTRICT_LAST_DAY)
_STATE_SYMBOL = re.compile(r"\d+[a-d]?/")  # '14/KH-UBND' is counted by years, '14-KH/HU' by terms
_OF_PARTY_CENTRE = re.compile(r"\d+[a-d]?-[^\W\d_]+/TW$")  # other offices of a name are many
_TERM, _CONGRESSES = 5, (0, 1)  # years of a term, and those in which congresses are held: 2015 and 2016, 2020 and 2021
_NAMED_ABOVE = re.compile(r"[^.;\n]{0,80}?\b(?:nêu|nói) (?:ở )?trên\b")


def _counted_together(one: Citation, other: Citation) -> bool:
    """Whether one number of their office stands for one document: state offices count by years, the centre of the Party
    by terms, which begin with a congress.

    In 2025 the communes and provinces of after the district level began anew.
    """
    first, last = sorted((one.date or "", other.date or ""))
    if _OF_PARTY_CENTRE.match(one.symbol or ""):
        return first[:4] == last[:4] and int(first[:4]) % _TERM not in _CONGRESSES
    begins_anew = first < _DISTRICT_ENDED <= last
    return bool(_STATE_SYMBOL.match(one.symbol or "")) and first[:4] == last[:4] and not begins_anew


def _said_to_be_one(text: str, one: Citation, other: Citation) -> bool:
    """Whether the later of two citations is of the document 'nêu trên', and no other issuer is named."""
    if one.issuer and other.issuer and plain(one.issuer) != plain(other.issuer):
        return False
    later = max(one, other, key=lambda citation: citation.start)
    return _NAMED_ABOVE.match(text, later.end) is not None


def is_slip(one: str, other: str) -> bool:
    """Whether two ISO dates of a year differ as a slip of the pen does: day, month, or the order of digits."""
    if len(one) != len(other) or one[:4] != other[:4]:
        return False
    differing = sum(a != b for a, b in zip(one.split("-"), other.split("-"), strict=True))
    return differing == 1 or sorted(one) == sorted(other)


def _alike(one: str, other: str) -> bool:
    words, others = set(key(one).split()), set(key(other).split())
    return len(words & others) >= 0.7 * min(len(words), len(others)) > 2


def date_place(one: Citation) -> Span:
    """Where number and day of a citation stand; all of it where it has no day."""
    if one.date_start is not None and one.date_end is not None:
        return Span(one.core_start, one.date_end)
    return Span(one.start, one.end)


_YEAR_BEHIND = re.compile(r",? năm ((?:19|20)\d\d)(?!\d)(?! (?:về|của) (?:kế hoạch|dự toán))")
_WITH_YEAR = re.compile(r"(?P<number>\d+)[a-zđ]?/(?P<year>(?:19|20)\d\d)/")
_FIRST = 60  # decrees, of some hundred and fifty a year


def check_years_of_symbols(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the year inside the symbol is not that of the date: '33/2023/NĐ-CP ngày
    10/6/2022'.

    Not flagged: a date of the January after that year, for some are numbered before they are signed; the first decrees
    of a year are not.
    """
    for one in report.citations:
        found = _WITH_YEAR.match(one.symbol or "")
        if found is None or "date" in one.shared:
            continue
        behind = _YEAR_BEHIND.match(report.text, one.core_end)  # 'Nghị định số 07/2021/NĐ-CP năm 2022'
        printed = one.date if is_whole(one.date) else behind[1] if behind else ""
        if not printed:
            continue
        first = one.symbol is not None and one.symbol.endswith("/NĐ-CP") and int(found["number"]) <= _FIRST
        if printed[:4] != found["year"] and (first or printed[:7] != f"{int(found['year']) + 1}-01"):
            facts = {"symbol": one.symbol or "", "date": printed_day(printed), "year": found["year"]}
            place = Span(one.core_start, behind.end()) if behind and not is_whole(one.date) else date_place(one)
            yield Finding("citation-conflict", "warning", place, "year", facts)


_DAY = r"\d{1,2}(?:\s?[/.-]\s?| tháng )\d{1,2}(?:\s?[/.-]\s?| năm )(?:19|20)\d\d"
_ISSUED_ON = re.compile(
    rf"(?:^|[.;,:\n(+–-]\s*)[Nn]gày (?P<day>{_DAY}), [^.;:\d\n]{{3,90}}?(?:đã |có )?(?:ban hành|ký ban hành|ký|gửi|có) "
    r"(?:[^.;:\d\n]{0,12})?$"
)
_LEAD = 160  # letters


def check_days_of_issuing(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the day on which a document is said to be issued is not its date: 'ngày
    25/8/2020, Sở Nội vụ đã ban hành Công văn số 628/SNV ngày 28/5/2020'.

    Not flagged: documents that implement another, of which the day before may be told; those that share a date.
    """
    around = Spans(Span(one.start + 1, one.end + 2) for one in report.citations)
    for one in report.citations:
        if not is_whole(one.date) or one.date is None or "date" in one.shared or not one.symbol:
            continue
        found = _ISSUED_ON.search(report.text, max(one.start - _LEAD, 0), one.start)
        of_another = found and around.hold(found.end("day"))
        said = re.findall(r"\d+", found["day"]) if found and not of_another else []
        told = f"{said[2]}-{int(said[1]):02}-{int(said[0]):02}" if said else one.date
        if told != one.date:
            facts = {"symbol": one.symbol, "here": printed_day(one.date), "there": printed_day(told)}
            yield Finding("citation-conflict", "warning", date_place(one), "date", facts)


CHECKS = (check_dates_of_documents, check_years_of_symbols, check_days_of_issuing)
