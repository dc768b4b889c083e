"""Numbers and days of one series of documents (số và ngày văn bản): what is numbered later is not of an earlier day.

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as day
from itertools import pairwise
from typing import NamedTuple

from tongket.checking.documents.issuing import SHORT_OF_ORGAN
from tongket.checking.evidence.days import day_of, is_whole
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_start
from tongket.model.documents import Citation
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.history import DISTRICT_LAST_DAY
from tongket.registry.marks import is_abbreviation
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import differ_by_one, plain

_SYMBOL = re.compile(r"0*(?P<number>\d+)(?P<mark>[-/])(?:(?P<year>(?:19|20)\d\d)/)?(?P<rest>[^\W\d_].*)$")
_LETTERS = ("Công văn", "Văn bản")
_OF_THE_CENTRE = re.compile(r"(?:^|-)(?:CP|TTg|B[A-ZĐ&]+)$")
_OF_MANY = re.compile(r"UBND|HĐND|/|^[^-]*-(?:BCĐ|BCH|UB)")  # marks that every unit of the country has
_A_TERM_BEGINS = (0, 1)  # last digit of the year by five: congresses of units, then of the nation
_CLOSE = 15  # days by which a pair of numbers may be out of order: a back-dated paper
_BESIDE = 2  # the same, where two and more other numbers say so


class _Numbered(NamedTuple):
    number: int
    on: day
    cited: Citation


def check_order_of_numbers(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where of two documents of one type and office in one year the one with the higher
    number is of an earlier day: 'Công văn số 1226/STC-QLNS ngày 23/8/2018' beside '1572/STC-VP ngày 21/8/2018'.

    Where a third and a fourth bear one of the two out, the other is flagged, else the later in the text; a few days
    are a note, for papers are dated back. Not flagged: offices that may be two; years in which numbers begin anew;
    documents whose day a list shares; offices whose numbers and days often disagree.
    """
    for held in _series(report).values():
        wrong = _out_of_order(list(held.values()))
        worst = _most_at_odds([pair for pair in wrong if abs(_days(*pair)) >= _BESIDE])
        if worst is not None:
            yield _finding(*worst)
        rest = [pair for pair in wrong if worst is None or worst[0] not in pair]
        if len(rest) == 1:
            one, other = sorted(rest[0], key=lambda numbered: -numbered.cited.start)
            yield _finding(one, other, "warning" if abs(_days(one, other)) >= _CLOSE else "info")


def _most_at_odds(wrong: Sequence[tuple[_Numbered, _Numbered]]) -> tuple[_Numbered, _Numbered] | None:
    """The one number with which all the others are out of order, and one of them; None where there is no such."""
    against: dict[_Numbered, list[_Numbered]] = defaultdict(list)
    for one, other in wrong:
        against[one].append(other)
        against[other].append(one)
    worst = max(against, key=lambda one: len(against[one]), default=None)
    if worst is None or len(against[worst]) == 1 or len(against[worst]) < len(wrong):
        return None
    return worst, against[worst][0]


def _out_of_order(held: Sequence[_Numbered]) -> list[tuple[_Numbered, _Numbered]]:
    """The pairs of which the later number is of an earlier day, in the order of ``held``; none where there are more
    than one wrong number can make, which tell nothing.
    """
    earlier: list[tuple[day, int]] = []  # by day, with the place in held
    wrong: list[tuple[int, int]] = []
    for at in sorted(range(len(held)), key=lambda at: held[at].number):
        behind = bisect_right(earlier, (held[at].on, len(held)))
        wrong += [(min(at, other), max(at, other)) for _, other in earlier[behind:]]
        if len(wrong) >= len(held):
            return []
        earlier.insert(behind, (held[at].on, at))
    return [(held[one], held[other]) for one, other in sorted(wrong)]


def _days(one: _Numbered, other: _Numbered) -> int:
    return (one.on - other.on).days


def _series(report: Report) -> Mapping[tuple[str, ...], dict[int, _Numbered]]:
    """The documents of each series by number: of one type, office and year."""
    found: dict[tuple[str, ...], dict[int, _Numbered]] = defaultdict(dict)
    for one in report.citations:
        symbol = _SYMBOL.match(one.symbol or "")
        if symbol is None or one.kind != "full" or not is_whole(one.date) or "date" in one.shared:
            continue
        series = _series_of(report.text, one, symbol)
        on = day_of(one.date)
        if series is not None and on is not None:
            found[series].setdefault(int(symbol["number"]), _Numbered(int(symbol["number"]), on, one))
    return found


def _series_of(text: str, one: Citation, symbol: re.Match[str]) -> tuple[str, ...] | None:
    """What tells a series of numbers, None where the office or the beginning of its numbers is not sure."""
    year, rest = (one.date or "")[:4], symbol["rest"]
    letter = one.type in _LETTERS and not is_abbreviation(rest.split("-")[0])
    office = rest.split("-")[0] if letter else rest
    issuer = "" if _OF_THE_CENTRE.search(office) else plain(one.issuer or _issuer_before(text, one))
    if symbol["mark"] == "-" and int(year) % 5 in _A_TERM_BEGINS:
        return None
    if not issuer and _OF_MANY.search(office):
        return None
    anew = "2" if (one.date or "") > DISTRICT_LAST_DAY and year == DISTRICT_LAST_DAY[:4] and issuer else "1"
    return "Công văn" if letter else one.type, symbol["mark"], office, issuer, symbol["year"] or "", year, anew


_ISSUED_BY = re.compile(
    r"(?<!\w)(?P<organ>UBND|HĐND|[Ủủ]y ban nhân dân|Hội đồng nhân dân)"
    r" (?P<level>tỉnh|huyện|xã|phường|thành phố|thị trấn)(?!\w)"
    r"(?:(?!UBND|HĐND|[Ủủ]y ban|Hội đồng)[^.;:\n\d]){0,60}?(?<!\w)(?:ban hành|có (?:các )?văn bản)(?!\w)"
)
_OTHER_OFFICE = re.compile(
    r"(?<!\w)(?:của|do|theo|thực hiện|căn cứ|triển khai)\s(?:các\s)?"
    r"(?:UBND|HĐND|[Ủủ]y ban|Hội đồng|Đảng|Sở|Phòng|Ban|Bộ|Chính phủ|Thủ tướng|Tỉnh ủy|Huyện ủy"
    r"|Kế hoạch|Công văn|Quyết định|Chỉ thị|Nghị quyết|$)(?!\w)"
)
_SENTENCE = 900  # letters of a sentence that lists what an office issued


def _issuer_before(text: str, one: Citation) -> str:
    """Who is said to have issued a document, or the list that it stands in: 'UBND tỉnh ban hành Quyết định số ...',
    'UBND phường đã có văn bản chỉ đạo: Công văn số 355 ...; Công văn số 412 ...'.
    """
    low = line_start(text, one.start, _SENTENCE)
    low = max(low, text.rfind(". ", low, one.start))
    told = list(_ISSUED_BY.finditer(text, low, one.start))
    if not told or _OTHER_OFFICE.search(text[told[-1].end() : one.start]):
        return ""
    organ = plain(told[-1]["organ"])
    return f"{SHORT_OF_ORGAN.get(organ, organ)} {told[-1]['level']}"


def _finding(one: _Numbered, other: _Numbered, severity: Severity = "warning", case: str = "number") -> Finding:
    facts = {
        "document": one.cited.symbol or "",
        "date": printed_day(one.on.isoformat()),
        "other": other.cited.symbol or "",
        "other_date": printed_day(other.on.isoformat()),
    }
    place, related = Span(one.cited.start, one.cited.end), (Span(other.cited.start, other.cited.end),)
    return Finding("date-chronology", severity, place, case, facts, related)


_BESIDE_EACH_OTHER = 250  # letters between two citations of one list or of notes in a row
_NEIGHBOURS = 3  # so far apart are numbers that an office gave on one day or the next
_FAR, _TIMES = 10, 8  # days, and times the days that so many numbers of that office took in that year


def check_days_of_neighbours(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where of two documents of one symbol that are cited side by side the numbers are
    neighbours and the days are not: 'Quyết định số 6078/QĐ-UBND ngày 19/12' beside '6077/QĐ-UBND ngày 07/12'.

    How many days lie between neighbours is told by the number itself: 6078 by December are 17 a day. Where others of
    the list bear one of the two out, the other is flagged, else the later in the text. Not flagged: offices of which
    another issuer is named; small numbers; days that a list shares.
    """
    numbered = _by_symbol(report)
    ordered = {one for held in _series(report).values() for one in held.values()}  # held against each other above
    told: set[_Numbered] = set()
    for symbol in numbered.values():
        for at, one in enumerate(symbol):
            for other in symbol[at + 1 : at + 1 + _NEIGHBOURS]:
                out_of_order = (one.number < other.number) != (one.on < other.on)
                if {one, other} & told or (out_of_order and {one, other} <= ordered):
                    continue
                if _are_far_apart(one, other):
                    wrong, right = (one, other) if _has_neighbour(other, one, symbol) else (other, one)
                    told.add(wrong)
                    yield _finding(wrong, right, case="number-beside")


def _by_symbol(report: Report) -> Mapping[tuple[str, ...], list[_Numbered]]:
    """Documents with their whole day, by what their symbols have in common, in the order of the text."""
    found: dict[tuple[str, ...], list[_Numbered]] = defaultdict(list)
    for one in report.citations:
        symbol = _SYMBOL.match(one.symbol or "")
        on = day_of(one.date)
        if symbol and symbol["mark"] == "/" and on and one.kind == "full" and not {"date", "issuer"} & set(one.shared):
            found[one.type, symbol["rest"], str(on.year)].append(_Numbered(int(symbol["number"]), on, one))
    return found


def _are_far_apart(one: _Numbered, other: _Numbered) -> bool:
    """Whether two numbers are neighbours, and many more days lie between them than between others of that year."""
    apart, days = abs(one.number - other.number), abs(_days(one, other))
    if not 0 < apart <= _NEIGHBOURS or other.cited.start - one.cited.end > _BESIDE_EACH_OTHER or days < _FAR:
        return False
    issuers = {plain(numbered.cited.issuer) for numbered in (one, other) if numbered.cited.issuer}
    a_number = max(one.on, other.on).timetuple().tm_yday / max(one.number, other.number)
    begins_anew = min(one.on, other.on).isoformat() <= DISTRICT_LAST_DAY < max(one.on, other.on).isoformat()
    return days > _TIMES * apart * a_number and len(issuers) < len((one, other)) and not begins_anew


def _has_neighbour(one: _Numbered, wrong: _Numbered, symbol: Sequence[_Numbered]) -> bool:
    """Whether a third document bears ``one`` out: a number beside it of about its day, far from that of ``wrong``."""
    return any(
        0 < abs(third.number - one.number) <= _NEIGHBOURS
        and abs(_days(third, one)) <= 1
        and abs(_days(third, wrong)) >= _FAR
        for third in symbol
    )


def check_order_of_garbled_symbols(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where of two documents of one type side by side the later number is of a day weeks
    earlier, and one symbol has a letter more than the other, as the garbled forms of one do: 'Thông báo số 511/TYV5-TH
    ngày 16/7/2019 ..., Thông báo số 529/TYVS5-TH ngày 17/1/2019'.

    A note in recognised text. Not flagged: days of two years; short symbols; symbols that differ in a letter, as those
    of two offices do ('STC', 'STP').
    """
    told = [
        (symbol, _Numbered(int(symbol["number"]), on, one))
        for one in sorted(report.citations, key=lambda citation: citation.start)
        if (symbol := _SYMBOL.match(one.symbol or "")) and (on := day_of(one.date)) and "date" not in one.shared
    ]
    severity: Severity = "info" if is_dirty(report) else "warning"
    for (symbol, one), (others, other) in pairwise(told):
        marks = (symbol["rest"], others["rest"])
        near = other.cited.start - one.cited.end <= _BESIDE_EACH_OTHER and one.cited.type == other.cited.type
        garbled = len(marks[0]) != len(marks[1]) and differ_by_one(*marks)  # a changed letter makes another office's
        if not (near and garbled) or min(map(len, marks)) < _LONG_MARK or one.on.year != other.on.year:
            continue
        days = _days(one, other) if one.number > other.number else _days(other, one)
        if days <= -_CLOSE:
            yield _finding(other, one, severity)


_LONG_MARK = 6  # letters of a symbol, of which one more or less is hardly that of another office

CHECKS = (check_order_of_numbers, check_days_of_neighbours, check_order_of_garbled_symbols)
