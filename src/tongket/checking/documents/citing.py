"""Citations against what they can be: the report's own date, the family of the symbol, the organ that is known.

Cases of ``citation-conflict`` and ``citation-malformed``, whose pages stand with the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.documents.issuing import are_two_levels
from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import Spans
from tongket.model.documents import Citation, Document
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import known_documents
from tongket.registry.marks import is_abbreviation, is_body
from tongket.registry.types import DOCUMENT_TYPES, TYPE_BY_ABBREVIATION, abbreviations_of
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import CAPITALS, differ_by_one, key, plain

_ATTACHED = re.compile(r"[Kk]èm theo\W{0,3}$|KÈM THEO\W{0,3}$|[Đđ]ính kèm\W{0,3}$")


def check_own_number(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where an appendix names the report that it belongs to by another day or number than
    the head: '(Kèm theo Báo cáo số 09/BC-BCĐ ngày 20/3/2026)' of a report of 25/3/2026.

    Not flagged: other documents to which something is attached; heads whose number or day is blank or inferred.
    """
    head = report.letterhead
    if not head.canonical or not is_whole(head.date) or {"date", "number"} & set(head.inferred):
        return
    start = head.title_at.end if head.title_at else 0
    for one in report.citations:
        attached = _ATTACHED.search(report.text, max(one.core_start - 14, 0), one.core_start)
        if one.core_start < start or not attached or one.type != head.doc_type or not one.symbol:
            continue
        own = one.symbol.lstrip("0") == head.canonical.lstrip("0")
        if own and is_whole(one.date) and one.date != head.date:
            facts = {"symbol": one.symbol, "here": printed_day(one.date), "there": printed_day(head.date)}
            yield Finding("citation-conflict", "error", Span(one.core_start, one.date_end or one.end), "date", facts)
        elif not own and one.date == head.date and _tail(one.symbol) == _tail(head.canonical):
            facts = {"here": one.number or one.symbol, "there": head.canonical}
            yield Finding("citation-conflict", "warning", Span(one.core_start, one.core_end), "symbol", facts)


def _tail(symbol: str) -> str:
    return symbol.lstrip("0123456789")


_OF_THE_PARTY = re.compile(r"\d+[a-dđ]?-[^\W\d_]+/(?:TW|TU|HU|QU|ĐU|ThU|TXU)$")
_OF_THE_STATE = re.compile(r"\d+[a-dđ]?/(?:\d{4}/)?(?:[^\W\d_]+-)(?:UBND|HĐND)$")
_STATE_BODY = re.compile(
    r"(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân|Ủy ban nhân dân|Hội đồng nhân dân|Chủ tịch UBND|Sở |Chính phủ|Thủ tướng"
    r"|Ban Thường trực (?:UB)?(?:Ủy ban )?M|Ủy ban (?:MTTQ|Mặt trận)|UBMTTQ|MTTQ)"
)
_PARTY_BODY = re.compile(
    r"(?:(?:Ban Thường vụ|BTV|Thường trực) )?(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng) (?:ủy|uỷ)|Bộ Chính trị|Ban Bí thư"
    r"|(?:Ban Chấp hành|BCH) Đảng bộ"
)
_OF = re.compile(r",? của (?P<issuer>[^.,;:()\n\d]{4,60})")
_SUBJECT = re.compile(r"\s(?:về|V/v|quy định|phê duyệt|ban hành|hướng dẫn|triển khai|thực hiện)(?!\w)")
_CARRIED_OUT = re.compile(
    r"(?:[Kk]ết quả|[Tt]ình hình|[Vv]iệc|[Bb]áo cáo|[Cc]ông tác|[Qq]uá trình|năm|[Ss]ơ kết|[Tt]ổng kết|đánh giá)"
    r"(?!\w)[^.;\n]{0,60}(?:thực hiện|triển khai|quán triệt|học tập|cụ thể hóa)[^.;\n]{0,12}$"
)
_LEVELS = ("tỉnh", "huyện", "xã", "phường", "thành phố", "thị trấn")


def check_families(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the symbol is of the Party and the text names a body of the state or the Front,
    or the other way round, or where two bodies of the state are named: 'Kế hoạch số 24-KH/HU ngày 12/3/2024 của UBND
    huyện', 'Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Thủ tướng Chính phủ'.

    Not flagged: joint documents; the body that carries a document out ('tình hình thực hiện Chỉ thị ... của UBND xã').
    """
    for one in report.citations:
        symbol = one.symbol or ""
        party, state = _OF_THE_PARTY.match(symbol), _OF_THE_STATE.match(symbol)
        seat = "" if party else _seat(symbol)
        if one.kind != "full" or not (party or state or seat):
            continue
        behind = _OF.match(report.text, one.end)
        issuer = one.issuer if one.issuer and "issuer" not in one.shared else behind["issuer"] if behind else ""
        issuer = _SUBJECT.split(issuer, maxsplit=1)[0]
        if not issuer and one.in_footnote is False:
            yield from _check_who_issued(report.text, one, party=party is not None, seat=symbol.rpartition("-")[2])
        if " và " in issuer or " - " in issuer:
            continue
        other = (_STATE_BODY if party else _PARTY_BODY).match(issuer) or (
            seat and _is_other_seat(seat, issuer) and _is_said_of_it(report.text, one, issuer)
        )
        if not other or _CARRIED_OUT.search(report.text, max(one.start - 100, 0), one.start):
            continue
        if not (_is_its_issuer(report, one, issuer) or _NATIONAL.match(issuer)):
            continue
        facts = {
            "symbol": symbol,
            "by_symbol": "cấp ủy" if party else seat or symbol.rpartition("-")[2],
            "issuer": issuer.strip(),
        }
        end = behind.start("issuer") + len(issuer) if behind and not one.issuer else one.end
        yield Finding("citation-conflict", "warning", Span(one.start, end), "family", facts)


_WHO_ISSUED = re.compile(
    r"(?<!\w)(?P<issuer>HĐND|UBND|Hội đồng nhân dân|[ỦU][ỷy] ban nhân dân|Đảng ủy|Huyện ủy|Tỉnh ủy)"
    r"(?: (?:xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh))? (?:đã )?(?:kịp thời )?(?:ban hành|thông qua) $"
)
_MINISTRY = re.compile(
    rf"(?<!\w)(?P<issuer>Bộ (?:trưởng Bộ )?[{CAPITALS}][^.;:()\d\n]{{1,40}}?) (?:đã )?(?:kịp thời )?(?:ban hành|có) $"
)
_BESIDE_OTHERS = re.compile(r"(?:,|và|-|/|của)\s?$")
_LONGEST_ISSUER = 60


def _check_who_issued(text: str, one: Citation, *, party: bool, seat: str) -> Iterator[Finding]:
    """'HĐND xã ban hành Nghị quyết số 12/NQ-UBND': who issued it stands before, and the symbol is another's.

    Not flagged: several bodies side by side.
    """
    if one.type == "Thông tư" and seat.startswith("B"):
        yield from _check_ministry(text, one, seat)
        return
    low = max(one.start - _LONGEST_ISSUER, 0)
    found = _WHO_ISSUED.search(text, low, one.start)
    if found is None or _BESIDE_OTHERS.search(text, low, found.start()):
        return
    issuer = found["issuer"]
    of_party = issuer.endswith("ủy")
    council, seat_of_council = issuer.startswith(("HĐND", "Hội đồng")), seat == "HĐND"
    if of_party != party or (not party and seat in ("HĐND", "UBND") and council != seat_of_council):
        facts = {"symbol": one.symbol or "", "by_symbol": "cấp ủy" if party else seat, "issuer": issuer}
        yield Finding("citation-conflict", "warning", Span(found.start(), one.end), "family", facts)


_SYMBOL = re.compile(r"\d+[a-dđ]?/(?:\d{4}/)?(?P<parts>[^\W\d_][^/]*)$")
_SEATS = (
    ("TTg", re.compile(r"Thủ tướng")),
    ("UBTVQH", re.compile(r"(?:[ỦU][ỷy] ban|UB) [Tt]hường vụ Quốc hội|UBTVQH")),
    ("VP", re.compile(r"Văn phòng")),
    ("CP", re.compile(r"(?<!Văn phòng )Chính phủ")),
    ("QH", re.compile(r"Quốc hội")),
    ("HĐND", re.compile(r"HĐND|Hội đồng [Nn]hân dân")),
    ("UBND", re.compile(r"UBND|(?:[ỦU][ỷy] ban|UB) [Nn]hân dân")),
    ("B", re.compile(r"Bộ(?= [A-Z])")),
    ("S", re.compile(r"(?:Sở|Phòng) (?=[A-ZĐ])")),
)
_NATIONAL = re.compile(r"Thủ tướng|Chính phủ|Quốc hội|Bộ ")  # none of them writes the reports that carry it out
_LOOSE = {("TTg", "CP"), ("UBTVQH", "QH")}  # said of the one for the other day by day


def _check_ministry(text: str, one: Citation, seat: str) -> Iterator[Finding]:
    """'Bộ Y tế ban hành Thông tư số 26/2021/TT-BGTVT': a circular under the mark of another ministry."""
    low = max(one.start - _LONGEST_ISSUER, 0)
    found = _MINISTRY.search(text, low, one.start)
    if found is None or _BESIDE_OTHERS.search(text, low, found.start()) or _TWO_MINISTRIES.search(found["issuer"]):
        return
    if not spells(found["issuer"], seat):
        facts = {"symbol": one.symbol or "", "by_symbol": seat, "issuer": found["issuer"]}
        yield Finding("citation-conflict", "warning", Span(found.start(), one.end), "family", facts)


_TWO_MINISTRIES = re.compile(r"(?:,| và| -) Bộ(?!\w)")


def _seat(symbol: str) -> str:
    """Whose a symbol of the state is: 'CP', 'TTg', 'QH', 'HĐND', 'UBND', 'BTC', 'STC'; "" where it does not tell."""
    found = _SYMBOL.match(symbol)
    parts = found["parts"].split("-") if found else []
    if len(parts) > 1 and is_abbreviation(parts[0]):
        parts = parts[1:]
    if len(parts) != 1:
        office = parts[0] if parts else ""  # 'NQLT/BTC-BNV' is of two
        return office if office in ("UBND", "HĐND") or DEPARTMENT.match(office) else ""
    seat = parts[0].rstrip("0123456789")
    of_office = (seat.startswith("B") and is_body(seat)) or DEPARTMENT.match(seat)
    return seat if seat in dict(_SEATS) or of_office else ""


DEPARTMENT = re.compile(
    r"S(?:TC|NV|TP|XD|YT|CT|GDĐT|GD&ĐT|KHCN|KH&CN|NNMT|NN&MT|NNPTNT|TNMT|VHTTDL|LĐTBXH|KHĐT|TTTT|GTVT)$"
)
"""Marks of provincial departments (Decrees 24/2014/NĐ-CP, 45/2025/NĐ-CP)."""


def _is_other_seat(seat: str, issuer: str) -> bool:
    """Whether the issuer is another body of the state than the one that the symbol stands for."""
    named = next((name for name, words in _SEATS if words.search(issuer)), "")
    if seat[:1] in "BS" and named == seat[:1]:
        return not spells(issuer, seat)
    return named not in ("", "VP", seat[:1] if seat[:1] in "BS" else seat) and (seat, named) not in _LOOSE


def _is_said_of_it(text: str, one: Citation, issuer: str) -> bool:
    """Whether 'của' stands before the issuer, and no document behind it that is the issuer's: '... của UBND tỉnh tại
    Tờ trình số ...'.
    """
    at = text.find(issuer, one.core_end, one.core_end + _ISSUER_REACH)
    said = at >= 0 and _OF_WHOM.search(text, max(at - 40, one.core_end), at) is not None
    return said and not text.startswith(" tại ", at + len(issuer))


_ISSUER_REACH = 160  # letters
_OF_WHOM = re.compile(r"(?<!\w)của\s(?:Bộ trưởng |Chủ tịch |Chủ nhiệm )?$")


def spells(issuer: str, seat: str) -> bool:
    """Whether the mark of a ministry or department is made of the initials of its name; either may leave out some."""
    words = re.findall(r"[^\W\d_]+", issuer.replace(" và ", " "))
    initials, mark = plain("".join(word if word.isupper() else word[0] for word in words)), plain(seat.replace("&", ""))
    if initials.startswith("bt") and "Bộ trưởng" in issuer:
        initials = initials[2:]
    return is_within(initials, mark) or is_within(mark, initials)


def is_within(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether ``some`` letters or words stand among ``others`` in their order."""
    rest = iter(others)
    return all(one in rest for one in some)


def _is_its_issuer(report: Report, one: Citation, issuer: str) -> bool:
    """Whether a body issued, and does not carry out: it stands behind a day, or is of another level."""
    if one.date_start is not None and "date" not in one.shared:
        return True
    own = plain(report.letterhead.issuing_body or "")
    named = [level for level in _LEVELS if f" {level}" in issuer]
    return bool(own and named) and plain(named[-1]) not in own


def check_levels_of_issuers(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where one document, by symbol and day, is said to be of two levels: 'Kế hoạch số
    118/KH-UBND ngày 22/8/2022' of 'UBND huyện' here and of 'UBND tỉnh' there.

    The later one is flagged. Not flagged: citations without day or issuer.
    """
    first: dict[tuple[str, str], Citation] = {}
    for one in report.citations:
        if one.symbol and is_whole(one.date) and one.issuer and not {"date", "issuer"} & set(one.shared):
            there = first.setdefault((one.symbol, one.date), one)
            if are_two_levels(one, there):
                facts = {"symbol": one.symbol, "here": one.issuer, "there": there.issuer or ""}
                place, related = Span(one.start, one.end), (Span(there.start, there.end),)
                yield Finding("citation-conflict", "warning", place, "organ", facts, related)


_ORGANS = {
    "Bộ Chính trị": re.compile(r"Bộ Chính trị"),
    "Ban Bí thư": re.compile(r"Ban Bí thư"),
    "Ban Chấp hành Trung ương": re.compile(r"Ban Chấp hành Trung ương|BCH Trung ương|BCH TW|Hội nghị"),
}


def are_two_organs(one: str, other: str) -> bool:
    """Whether two issuers are two organs of the Party's centre."""
    organs = [[name for name, words in _ORGANS.items() if words.search(issuer)] for issuer in (one, other)]
    return all(len(named) == 1 for named in organs) and organs[0] != organs[1]


def check_known_issuers(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the organ of the Party that is named is not that of the document known by this
    symbol and day: 'Kết luận số 114-KL/TW, ngày 14/7/2015 của Bộ Chính trị' (Ban Bí thư).

    One without a day is meant where its title is the known one, and told as a note, or where the report names the
    right organ elsewhere with the known day. Not flagged: 'Trung ương',
    documents that are not known.
    """
    for one in report.citations:
        if not one.symbol or not one.symbol.endswith("/TW") or not one.issuer or "issuer" in one.shared:
            continue
        dated = is_whole(one.date)
        known = known_documents().of_symbol(one.symbol, one.date)
        meant = len(known) == 1 and (dated or (not one.date and _is_titled(one, known[0])))
        told = len(known) == 1 and not one.date and _is_told_as_known(report, one, known[0])
        if (meant or told) and are_two_organs(one.issuer, known[0].issuer):
            facts = {"symbol": one.symbol, "issuer": one.issuer, "known": known[0].issuer}
            severity: Severity = "warning" if dated or told else "info"
            yield Finding("citation-conflict", severity, Span(one.start, one.end), "known-issuer", facts)


def _is_told_as_known(report: Report, one: Citation, known: Document) -> bool:
    """Whether the report cites the known document at another place with its day and its organ."""
    others = (other for other in report.citations if other.symbol == one.symbol and other.type == one.type)
    return any(
        other.date == known.date and other.issuer and not are_two_organs(other.issuer, known.issuer)
        for other in others
        if other is not one and "issuer" not in other.shared
    )


_ABOUT = re.compile(r"^\W*[Vv]ề(?: việc)?\s")
_LEAST_TITLE = 6  # syllables of a title that tell which document is meant


def _is_titled(one: Citation, known: Document) -> bool:
    """Whether the whole title of the known document stands at the beginning of the printed one."""
    words = re.findall(r"\w+", key(known.subject))
    printed = re.findall(r"\w+", key(_ABOUT.sub("", one.title or "")))
    return len(words) >= _LEAST_TITLE and printed[: len(words)] == words


_TYPES = "|".join(sorted({re.escape(one.name) for one in DOCUMENT_TYPES}, key=len, reverse=True))
_TYPED = re.compile(rf"(?<!\w)(?:{_TYPES}|Văn bản)$")
_LONGEST_TYPE = 40
_NUMBERED = re.compile(r" số:? ?(?P<number>[^\s,;()]*[0-9][^\s,;()]*)")
_FORM = re.compile(r"[^\s,;()]*[/-][^\s,;()]*[^\s,;().:]")
_APART = re.compile(r"(?P<number>\d{1,5}(?: |\.|\. )(?P<mark>[A-ZĐ][\wĐ]{1,4})[./_ –-]{1,2}[A-ZĐ][\wĐ]+)(?![\w/])")
_DOTTED = re.compile(r"\d{1,5}/(?:\d{4}/)?(?P<mark>[A-ZĐ][\wĐ]{0,3})\.[A-ZĐ][\wĐ-]+")
_BARE = re.compile(r"\d{1,5}(?!\d|\.\d|\s?[/-])")
_OF_A_MANNER = re.compile(r"(?<!\w)(?:Kết luận thanh tra|Kết luận kiểm tra|Thông báo kết luận|Kế hoạch liên tịch)$")
_DATED = re.compile(r",? ngày \d")
_ISSUED_BY = re.compile(
    r"(?<!\w)(?:Kết luận|Kế hoạch|Nghị quyết|Chỉ thị|Quyết định|Thông báo|Hướng dẫn|Công văn|Chương trình)"
    r" của [^.,;:()\n\d]{3,40}$"
)
_PARTY = re.compile(r"(?P<number>\d+)-(?P<type>[^\W\d_]+)/(?P<body>TW|TU|HU|QU|ĐU|ThU|TXU)$")


def check_numbers_unread(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` for a number behind 'số' that follows no form of document numbers ('Công văn số
    CV-31/BCĐ'), and for a mark of the type that no type has ('Quy định số 37-QDd/TW').

    Not flagged: scans, blanks, numbers of forms and lots; marks of other types, and joint ones.
    """
    if is_recognised(report):
        return
    starts = sorted((one.core_start, one.core_end) for one in report.citations)
    whole = Spans(Span(one.core_start, one.core_end) for one in report.citations if one.symbol)
    for found in _numbers(report):
        low = found.start("number")
        typed = _TYPED.search(report.text, max(found.start() - _LONGEST_TYPE, 0), found.start())
        if typed is None:
            continue
        apart = _APART.match(report.text, low)
        if apart is not None and _is_mark(apart["mark"]) and not whole.touch(Span(*apart.span("number"))):
            facts = {"printed": apart["number"], "symbol": _joined(apart["number"])}
            yield Finding("citation-malformed", "warning", Span(typed.start(), apart.end("number")), "order", facts)
        dotted = _DOTTED.match(report.text, low)
        if dotted is not None and _is_mark(dotted["mark"]):
            facts = {"printed": dotted[0], "symbol": dotted[0].replace(".", "-", 1)}
            yield Finding("citation-malformed", "warning", Span(typed.start(), dotted.end()), "order", facts)
            continue
        printed = _FORM.match(report.text, low)
        if printed is None or not printed[0][0].isalpha():
            continue
        over = [(start, end) for start, end in starts if start < printed.end() and low < end]
        if over and all(start > low for start, _ in over):
            facts = {"printed": printed[0], "symbol": report.text[over[0][0] : over[0][1]]}
            yield Finding("citation-malformed", "warning", Span(typed.start(), printed.end()), "order", facts)
    for one in report.citations:
        marked = _PARTY.match(one.symbol or "")
        if marked is None or one.repaired or one.misread or _is_mark(marked["type"]):
            continue
        near = [mark for mark in abbreviations_of(one.type) if differ_by_one(plain(mark), plain(marked["type"]))]
        if near:
            facts = {"printed": one.number or "", "symbol": f"{marked['number']}-{near[0]}/{marked['body']}"}
            yield Finding("citation-malformed", "warning", Span(one.core_start, one.core_end), "order", facts)


def _joined(printed: str) -> str:
    """'12 CTr.ĐU' as its family writes it: '12-CTr/ĐU', '12/KH-UBND'."""
    number, mark, body = re.split(r"[\s./_–-]+", printed)[:3]
    return f"{number}-{mark}/{body}" if _SEAT.fullmatch(body) else f"{number}/{mark}-{body}"


_SEAT = re.compile(r"TW|TU|HU|QU|ĐU|ThU|TXU")


def check_numbers_behind_issuers(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` where the issuer stands before a bare number: 'Kết luận của Huyện ủy số 214'."""
    cited = Spans(Span(one.start, one.end) for one in report.citations)
    for found in _numbers(report):
        bare = _BARE.match(report.text, found.start("number"))
        low = max(found.start() - 60, 0)
        named = _ISSUED_BY.search(report.text, low, found.start()) or _OF_A_MANNER.search(
            report.text, low, found.start()
        )
        place = Span(named.start(), bare.end()) if bare and named else None
        if place is not None and not cited.touch(place) and not _DATED.match(report.text, place.end):
            yield Finding("citation-incomplete", "info", place, "", {"printed": report.text[place.start : place.end]})


@of_last_report
def _numbers(report: Report) -> list[re.Match[str]]:
    """Where the text says 'số' and a number."""
    return list(finds(_NUMBERED, report.text))


def _is_mark(printed: str) -> bool:
    return printed in TYPE_BY_ABBREVIATION or printed.upper() in TYPE_BY_ABBREVIATION
