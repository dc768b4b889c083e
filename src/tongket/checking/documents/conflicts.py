"""Citations against each other, against their own parts, and against the documents that the registry knows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from tongket.checking.documents.issuing import are_two_levels, are_two_units, is_issued_at_another_level
from tongket.checking.evidence.days import is_whole
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.documents import Citation, Document
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import agree, known_documents
from tongket.registry.history import DISTRICT_LAST_DAY, next_day
from tongket.registry.types import DOCUMENT_TYPES
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import folded, key, plain

CITATION_CONFLICT = Kind(
    name="citation-conflict",
    title=N_("Two citations disagree"),
    meaning=N_(
        "One document is cited with two dates, two symbols or two numbers, or a citation contradicts itself: its "
        "type, its issuer or the sentence around it name another body than its symbol."
    ),
    example="Chỉ thị số 05-CT/TW ngày 15/5/2016 được quán triệt. Học tập Chỉ thị 05-CT/TW, ngày 5/5/2016.",
    not_flagged=N_(
        "The same date written in two ways (07-9-2021, 07/9/2021); two documents that share a number (another term, "
        "another subject); a citation without a date beside one with a date."
    ),
    severities=("error", "warning", "info"),
    cases={
        "date": Case(
            N_("{symbol} is dated {here} here and {there} elsewhere in the report."),
            N_("Check the document, and use its date in both places."),
        ),
        "known-date": Case(
            N_("{symbol} is dated {here} here; the document known under this number is of {there}."),
            N_("Check the document, and correct the date."),
        ),
        "closing": Case(
            N_("The report closes as one on {here}; its title names {there}."),
            N_("Name the same document in both places."),
        ),
        "plenum": Case(
            N_("{document} ({date}) is said to be of '{plenum}', which opened on {opened}."),
            N_("Check the document; correct the plenum, the number or the date."),
        ),
        "symbol": Case(N_("'{here}' is written '{there}' everywhere else in the report."), N_("Write '{there}'.")),
        "type": Case(
            N_("It is called '{type}', but its symbol '{symbol}' is that of a '{by_symbol}'."),
            N_("Check the document; correct the type or the symbol."),
        ),
        "issuer": Case(
            N_("The symbol '{symbol}' is that of a body of {by_symbol} level, the text names '{issuer}'."),
            N_("Check who issued it; correct the symbol or the issuer."),
        ),
        "family": Case(
            N_("The symbol '{symbol}' is one of {by_symbol}, the text names '{issuer}'."),
            N_("Check who issued it; correct the symbol or the issuer."),
        ),
        "two-issuers": Case(
            N_("'{issuers}' names two bodies with nothing between them."),
            N_("Name the body that issued the document, or the document of the other as well."),
        ),
        "known-issuer": Case(
            N_("{symbol} is said to be of '{issuer}'; the document known under this number is of {known}."),
            N_("Check who issued it, and correct the issuer."),
        ),
        "known-number": Case(
            N_("The document of {date} with this title is known as {known}, not as {symbol}."),
            N_("Check the document, and correct the number."),
        ),
        "title-order": Case(
            N_("The title of {symbol} is '{known}'; its words stand in another order here."),
            N_("Copy the title from the document."),
        ),
        "title-other": Case(
            N_("{symbol} is known as on '{known}'; the title here is that of {other}."),
            N_("Check the document; correct the title, or number and day."),
        ),
        "two-titles": Case(
            N_("{symbol} is cited here as '{here}', and elsewhere in the report as '{there}'."),
            N_("Check the document, and use its title in both places."),
        ),
        "year": Case(
            N_("{symbol} is dated {date}; by its symbol it is of {year}."),
            N_("Check the document; correct the symbol or the date."),
        ),
        "organ": Case(
            N_("{symbol} is said to be of '{here}' here and of '{there}' elsewhere in the report."),
            N_("Check the document, and name the same issuer in both places."),
        ),
        "law-year": Case(
            N_("'{printed}': the law of this name is of {year}."), N_("Use the year in which it was passed.")
        ),
        "assembly": Case(
            N_("'{symbol}': in {year} the National Assembly was of term {term}."),
            N_("Check the document; correct the term or the year of its symbol."),
        ),
        "name": Case(N_("'{printed}': the law is called '{name}'."), N_("Write '{name}'.")),
        "twin": Case(
            N_("{here} and {there} are both cited as the {type} of the same parties for {term}."),
            N_("Check which of the two is in force, and cite that one."),
        ),
    },
)
CITATION_INCOMPLETE = Kind(
    name="citation-incomplete",
    title=N_("Citation without what identifies it"),
    meaning=N_("A document is cited by its type and a bare number, and nothing in the report says which one it is."),
    example="Thực hiện Nghị định 100 của Chính phủ.",
    not_flagged=N_("Short forms whose full form stands elsewhere in the report; laws cited by name."),
    severities=("info", "warning"),
    cases={
        "": Case(
            N_("'{printed}' has no symbol and no date: several documents may be meant."),
            N_("Write number, symbol and date at the first mention."),
        ),
        "no-symbol": Case(
            N_("'{printed}' has no symbol: several documents may be meant."),
            N_("Write number, symbol and date at the first mention."),
        ),
        "blank": Case(N_("The number of the document is left blank."), N_("Enter number and date.")),
        "bare": Case(
            N_("'{printed}' is cited with neither day nor issuer, and nowhere in the report with them."),
            N_("Add the day and who issued it at the first mention."),
        ),
        "no-type": Case(
            N_("'{printed}' does not say what type of document it is, as the report does elsewhere."),
            N_("Write the type before the number."),
        ),
        "no-day": Case(
            N_("'{printed}' is cited without its day, and nowhere in the report with it."),
            N_("Add the day on which it was issued."),
        ),
    },
)
KINDS = (CITATION_CONFLICT, CITATION_INCOMPLETE)


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
        usual = max(dates, key=lambda date: (date in known, dates[date], date))
        for one in mentions:
            if one.date in (usual, None) or (one.date in known and usual in known):
                continue
            other = next(other for other in mentions if other.date == usual)
            if not (_one_document(one, other) or _said_to_be_one(report.text, one, other)):
                continue
            if any(is_issued_at_another_level(report.text, *pair) for pair in ((one, other), (other, one))):
                continue
            facts = {"symbol": symbol, "here": printed_day(one.date), "there": printed_day(usual)}
            yield Finding("citation-conflict", "error", _date_place(one), "date", facts, (_date_place(other),))
        yield from _against_registry(symbol, mentions, of_symbol)


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
            _is_slip(date, document.date)
            or (len(known) == 1 and _OF_THE_CENTRE.match(symbol) and not _is_of_that_day(one))
            or (date[4:] == document.date[4:] and (len(known) == 1 or _alike(one.title or "", document.subject)))
        )
    }
    if len(near) == 1:
        facts = {"symbol": symbol, "here": printed_day(date), "there": printed_day(near.pop())}
        yield Finding("citation-conflict", "warning", _date_place(one), "known-date", facts)


_OF_THE_CENTRE = re.compile(r"\d+/(?:19|20)\d\d/(?:NĐ-CP|TT-B[A-ZĐ&]+|QĐ-TTg|QH\d+|UBTVQH\d+)$")


def _is_of_that_day(one: Citation) -> bool:
    """Whether a document of another number is known by the printed day and title, so that the number is wrong."""
    others = known_documents().of_day(one.type, one.date or "")
    return any(_alike(one.title or "", other.subject) for other in others if other.symbol != one.symbol)


def _one_document(one: Citation, other: Citation) -> bool:
    if are_two_units(one, other) or are_two_levels(one, other):
        return False
    if one.date and other.date and (_is_slip(one.date, other.date) or one.date[4:] == other.date[4:]):
        return True
    same_issuer = bool(one.issuer and other.issuer) and plain(one.issuer or "") == plain(other.issuer or "")
    same_title = bool(one.title and other.title) and _alike(one.title or "", other.title or "")
    if same_title and (_holds(one, other) or _holds(other, one)):  # 'Kế hoạch 25 ngày ... về A và Kế hoạch 25 ... về B'
        return False
    return same_issuer and (same_title or _counted_together(one, other))


def _holds(one: Citation, other: Citation) -> bool:
    """Whether the words behind a citation that were taken for its title hold the other citation."""
    return one.title_start is not None and one.title_start <= other.start < (one.title_end or 0)


_DISTRICT_ENDED = next_day(DISTRICT_LAST_DAY)
_STATE_SYMBOL = re.compile(r"\d+[a-d]?/")  # '14/KH-UBND' is counted by years, '14-KH/HU' by terms
_NAMED_ABOVE = re.compile(r"[^.;\n]{0,80}?\b(?:nêu|nói) (?:ở )?trên\b")


def _counted_together(one: Citation, other: Citation) -> bool:
    """Whether one number of their office stands for one document: state offices count by years.

    In 2025 the communes and provinces of after the district level began anew.
    """
    first, last = sorted((one.date or "", other.date or ""))
    begins_anew = first < _DISTRICT_ENDED <= last
    return bool(_STATE_SYMBOL.match(one.symbol or "")) and first[:4] == last[:4] and not begins_anew


def _said_to_be_one(text: str, one: Citation, other: Citation) -> bool:
    """Whether the later of two citations is of the document 'nêu trên', and no other issuer is named."""
    if one.issuer and other.issuer and plain(one.issuer) != plain(other.issuer):
        return False
    later = max(one, other, key=lambda citation: citation.start)
    return _NAMED_ABOVE.match(text, later.end) is not None


def _is_slip(one: str, other: str) -> bool:
    """Whether two ISO dates of a year differ as a slip of the pen does: day, month, or the order of digits."""
    if len(one) != len(other) or one[:4] != other[:4]:
        return False
    differing = sum(a != b for a, b in zip(one.split("-"), other.split("-"), strict=True))
    return differing == 1 or sorted(one) == sorted(other)


def _alike(one: str, other: str) -> bool:
    words, others = set(key(one).split()), set(key(other).split())
    return len(words & others) >= 0.7 * min(len(words), len(others)) > 2


def _date_place(one: Citation) -> Span:
    if one.date_start is not None and one.date_end is not None:
        return Span(one.core_start, one.date_end)
    return Span(one.start, one.end)


_YEAR_BEHIND = re.compile(r",? năm ((?:19|20)\d\d)(?!\d)(?! (?:về|của) (?:kế hoạch|dự toán))")
_WITH_YEAR = re.compile(r"\d+[a-zđ]?/((?:19|20)\d\d)/")


def check_years_of_symbols(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the year inside the symbol is not that of the date: '33/2023/NĐ-CP ngày
    10/6/2022'.

    Not flagged: a date of the January after that year, for some are numbered before they are signed.
    """
    for one in report.citations:
        found = _WITH_YEAR.match(one.symbol or "")
        if found is None or "date" in one.shared:
            continue
        behind = _YEAR_BEHIND.match(report.text, one.core_end)  # 'Nghị định số 07/2021/NĐ-CP năm 2022'
        printed = one.date if is_whole(one.date) else behind[1] if behind else ""
        if not printed:
            continue
        if printed[:4] != found[1] and printed[:7] != f"{int(found[1]) + 1}-01":
            facts = {"symbol": one.symbol or "", "date": printed_day(printed), "year": found[1]}
            place = Span(one.core_start, behind.end()) if behind and not is_whole(one.date) else _date_place(one)
            yield Finding("citation-conflict", "warning", place, "year", facts)


_LEVELS = {"TW": "nation", "TU": "province", "ThU": "city", "HU": "district", "QU": "district", "ĐU": "commune"}
_COMMITTEE_OF = r"(?:Ban Chấp hành|BCH) (?:Đ|đ)ảng bộ"
_LEVEL_WORDS = (
    ("province", re.compile(rf"[Tt]ỉnh [ủu](?:ỷ|y)|[Tt]ỉnh (?:ủy|uỷ)|{_COMMITTEE_OF} tỉnh")),
    ("district", re.compile(rf"(?:[Hh]uyện|[Qq]uận|[Tt]hị) (?:ủy|uỷ)|{_COMMITTEE_OF} (?:huyện|quận)")),
    (
        "commune",
        re.compile(
            rf"[Đđ]ảng (?:ủy|uỷ) (?:xã|phường|thị trấn)|^Đảng (?:ủy|uỷ)$|{_COMMITTEE_OF} (?:xã|phường|thị trấn)"
        ),
    ),
    (
        "nation",
        re.compile(
            r"Bộ [Cc]hính trị|Ban Bí thư|Trung ương Đảng|Ban Chấp hành Trung ương"
            r"|(?:Ban|Văn phòng|[ỦU]y ban) (?:[A-ZĐ]\w+ \w+ )?Trung ương"
        ),
    ),
)
_LEVEL_NAMES = {"nation": "Trung ương", "province": "tỉnh", "district": "huyện", "commune": "xã"}


def check_issuers(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the symbol's body is of another level than the issuer that the text names.

    The issuer is that of the citation itself or, for a note that is a citation without one, the only Party committee
    that the sentence names to which the note belongs. Not flagged: state symbols (UBND and HĐND name no level), cities;
    the closing sentence, at whose end stands who reports; notes that begin in words of their own ('Theo Tờ trình ...').
    """
    for one in report.citations:
        by_symbol = _symbol_level(one.symbol or "")
        if by_symbol in ("", "city") or _names_who_reports(report, one):
            continue
        words = one.issuer or (_sentence_of_note(report, one) if one.in_footnote else "")
        named = {level for level, pattern in _LEVEL_WORDS if pattern.search(words)}
        if len(named) == 1 and by_symbol not in named:
            (level,) = named
            found = next(p.search(words) for name, p in _LEVEL_WORDS if name == level)
            issuer = one.issuer or (found.group() if found else "")
            facts = {"symbol": one.symbol or "", "by_symbol": _LEVEL_NAMES[by_symbol], "issuer": issuer}
            yield Finding("citation-conflict", "warning", _date_place(one), "issuer", facts)


def _names_who_reports(report: Report, one: Citation) -> bool:
    """Whether what follows the citation is the body whose report it is: 'Trên đây là báo cáo ... của ...'."""
    closing = report.closing
    return closing is not None and not one.date and closing.start <= one.start < closing.end


_ORGANS = (
    ("executive committee", re.compile(r"Ban Chấp hành|BCH")),
    ("standing committee", re.compile(r"Ban Thường vụ|BTV|Thường trực")),
    ("politburo", re.compile(r"Bộ Chính trị")),
    ("secretariat", re.compile(r"Ban Bí thư")),
)


def check_organs(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where one Party document is said to be of two organs: full and standing committee.

    Of the two, the rarer is flagged; of as many, the later, as a note. Not flagged: 'Tỉnh ủy', which may be either;
    twins of another date or subject.
    """
    days: dict[str, set[str]] = defaultdict(set)
    for one in report.citations:
        if one.symbol and one.date:
            days[one.symbol].add(one.date)
    named: dict[tuple[str, str | None], list[tuple[Citation, str]]] = defaultdict(list)
    for one in report.citations:
        organs = {organ for organ, words in _ORGANS if words.search(one.issuer or "")}
        if one.symbol and "/" in one.symbol and len(organs) == 1 and "issuer" not in one.shared:
            only = days[one.symbol] if len(days[one.symbol]) == 1 else {None}
            named[one.symbol, one.date or next(iter(only))].append((one, organs.pop()))
    for (symbol, date), mentions in named.items():
        counts = Counter(organ for _, organ in mentions)
        usual = counts.most_common(1)[0][0]
        if date is None or len(counts) != len(("usual", "other")):
            continue
        tie = len(set(counts.values())) == 1
        usual = mentions[0][1] if tie else usual
        there = next(one for one, organ in mentions if organ == usual)
        for one, organ in mentions:
            if organ != usual:
                facts = {"symbol": symbol, "here": one.issuer or "", "there": there.issuer or ""}
                severity: Severity = "info" if tie else "warning"
                yield Finding("citation-conflict", severity, Span(one.start, one.end), "organ", facts)


def _symbol_level(symbol: str) -> str:
    if "/" not in symbol or not re.match(r"\d+[a-d]?-", symbol):
        return ""
    body = symbol.split("/", 1)[1].split("-")[0]
    for suffix, level in _LEVELS.items():
        if body.endswith(suffix) and (len(body) == len(suffix) or body.startswith(("B", "V", "U"))):
            return level
    return ""


def _sentence_of_note(report: Report, one: Citation) -> str:
    """The sentence before the mark of the note whose first document ``one`` is."""
    note = next((note for note in report.footnotes if note.start <= one.start < note.end), None)
    if note is None or note.anchor is None:
        return ""
    text = report.text
    if any(map(str.isalpha, text[note.start : one.core_start])) or one.type in _SENT_UPWARDS:
        return ""
    start = (
        max(text.rfind(". ", 0, note.anchor), text.rfind("\n", 0, note.anchor), text.rfind(": ", 0, note.anchor)) + 1
    )
    return text[start : note.anchor]


_SENT_UPWARDS = ("Tờ trình", "Báo cáo", "Công văn")  # the sentence names to whom


# 'QĐ' of a Party body may be a Quyết định or a Quy định (36-HD/VPTW); 'QĐi' was used in 2018-2019 only.
_ANY_TYPE = {"văn bản", "công văn"}  # said of any document; official letters carry any symbol
_ALSO = {"QĐ": ("Quy định",), "QC": ("Quy chế phối hợp",), "CTR": ("Chương trình hành động", "Chương trình phối hợp")}
_ALSO |= {f"CT{mark}": ("Chương trình",) for mark in ("", "PH", "HĐ", "LT", "LN", "CT")}


def check_types(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the type word and the type inside the symbol differ.

    Not flagged: abbreviations of several types (QĐ: Quyết định, Quy định), joint symbols (QCPH), symbols without type.
    A programme of the Party under 'CT' is a note: its mark is 'CTr' (36-HD/VPTW), and some committees leave out the r.
    """
    for one in report.citations:
        inside = _type_in(one.symbol or "") if one.kind == "full" and one.core_start < one.core_end else None
        if inside is None:
            continue
        severity: Severity = "warning"
        apart = _TYPE_APART.search(report.text, max(one.core_start - _LONGEST_TYPE, 0), one.core_start)
        called = apart["type"] if apart else one.type
        by_symbol = _other_type(called, inside)
        if not by_symbol and inside == "CT" and _PARTY_PROGRAMME.match(one.symbol or "") and one.type in _PROGRAMMES:
            by_symbol, severity = "Chỉ thị", "info"
        if by_symbol:
            facts = {"type": called, "symbol": one.symbol or "", "by_symbol": by_symbol}
            yield Finding("citation-conflict", severity, Span(one.core_start, one.core_end), "type", facts)


_TYPE_APART = re.compile(
    r"(?<!\w)(?P<type>Nghị quyết|Kế hoạch|Chỉ thị|Kết luận|Quyết định|Báo cáo|Chương trình)"
    r" (?:chuyên đề|chuyên đề riêng|hỏa tốc|cá biệt|liên tịch) $"
)  # the word between type and number belongs to no type
_LONGEST_TYPE = 32
_PARTY_PROGRAMME = re.compile(r"\d+[a-d]?-CT/")
_PROGRAMMES = ("Chương trình", "Chương trình hành động")


@lru_cache(maxsize=1024)
def _other_type(printed: str, inside: str) -> str:
    """The type that ``inside`` of a symbol stands for where it cannot be the ``printed`` one; else ""."""
    fitting = _types_of(inside) or _types_of(re.sub(r"P?H$", "", inside))
    word = folded(printed)
    if word in _ANY_TYPE or any(word.startswith(folded(name)) or folded(name).startswith(word) for name in fitting):
        return ""
    return fitting[0] if fitting else ""


def _types_of(abbreviation: str) -> tuple[str, ...]:
    """The types that an abbreviation in capitals stands for."""
    named = tuple(entry.name for entry in DOCUMENT_TYPES if entry.abbreviation.upper() == abbreviation)
    return named + _ALSO.get(abbreviation, ())


def _type_in(symbol: str) -> str | None:
    party = re.match(r"\d+[a-d]?-([A-ZĐÊa-z]+)/", symbol)
    state = re.match(r"\d+[a-d]?/(?:\d{4}/)?([A-ZĐÊa-z]+)-", symbol)
    found = party or state
    return found.group(1).upper() if found else None


_TERM = re.compile(r"giai đoạn (\d{4})\s*[-–]\s*(\d{4})")
_SAME_BODIES = {"UBMT": "MTTQ", "UBMTTQVN": "MTTQ", "UBMTTQ": "MTTQ", "MTTQVN": "MTTQ", "UBMTTQVNX": "MTTQ"}


def check_twins(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where two coordination rules of the same parties for the same term differ in number.

    Not flagged: the same document cited twice, other parties, another term.
    """
    joint: list[tuple[Citation, frozenset[str], str]] = []
    for one in report.citations:
        parties = _parties(one.symbol or "")
        found = _TERM.search(report.text, one.end, one.end + 220)
        if len(parties) > 1 and found and "phối hợp" in report.text[one.start : found.start()]:
            joint.append((one, parties, found.group()))
    for (one, parties, term), (other, others, other_term) in combinations(joint, 2):
        same_kind = key(one.type).split()[:2] == key(other.type).split()[:2]
        if parties == others and _years(term) == _years(other_term) and same_kind and one.symbol != other.symbol:
            facts = {"here": other.symbol or "", "there": one.symbol or "", "type": one.type.lower(), "term": term}
            yield Finding("citation-conflict", "warning", _date_place(other), "twin", facts, (_date_place(one),))


def _parties(symbol: str) -> frozenset[str]:
    _, _, bodies = symbol.partition("-")
    return frozenset(_SAME_BODIES.get(body, body) for body in bodies.split("-") if body)


def _years(term: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d{4}", term))


def check_incomplete_citations(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a type with a bare number that nothing in the report resolves.

    A full form of another issuer resolves nothing. Not flagged: bare numbers whose symbol type and issuer settle, or
    with a full form elsewhere; laws and resolutions cited by name. The Party's numbers begin again with each term:
    without a day they are settled by the term, or where but one document of that symbol is known.
    """
    full: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for one in report.citations:
        if one.symbol and one.kind == "full":
            full[key(one.type), re.split(r"[-/]", one.symbol)[0]].append(one)
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
    r"số(?<!\wsố):?[ \t.…_]*/(?:[A-ZĐ][A-Za-zĐđ]*)(?:-[A-ZĐ&]+)+"
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
        for match in pattern.finditer(report.text):
            place = Span(*match.span())
            if place.start >= top and not (head and head.touches(place)):
                yield Finding("citation-incomplete", "warning", place, "blank", {})
