"""The issuer of a document against its symbol, and one document said to be of two organs of the Party.

Cases of ``citation-conflict``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import attrgetter

from tongket.checking.documents.days_told import date_place
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.stops import line_start
from tongket.model.documents import Citation
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Footnote, Report

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
            yield Finding("citation-conflict", "warning", date_place(one), "issuer", facts)


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
    note = _note_at(report, one.start)
    if note is None or note.anchor is None:
        return ""
    text = report.text
    if any(map(str.isalpha, text[note.start : one.core_start])) or one.type in _SENT_UPWARDS:
        return ""
    low = line_start(text, note.anchor)
    return text[max(low, *(text.rfind(mark, low, note.anchor) + 1 for mark in (". ", ": "))) : note.anchor]


def _note_at(report: Report, at: int) -> Footnote | None:
    """The note in which a place is."""
    notes = _notes(report)
    index = bisect_right(notes, at, key=attrgetter("start")) - 1
    return notes[index] if index >= 0 and at < notes[index].end else None


@of_last_report
def _notes(report: Report) -> list[Footnote]:
    return sorted(report.footnotes, key=attrgetter("start"))


_SENT_UPWARDS = ("Tờ trình", "Báo cáo", "Công văn")  # the sentence names to whom


CHECKS = (check_issuers, check_organs)
