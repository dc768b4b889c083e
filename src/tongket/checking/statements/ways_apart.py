"""Rises and falls told in words against the changes and series of numbers told elsewhere (tăng, giảm trái số liệu).

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from tongket.checking.evidence.cells import cells_of_tables
from tongket.checking.evidence.clauses import Sentence, matter_at, sentences, told_otherwise, words_of
from tongket.checking.evidence.expressions import NUMBER, OTHER_WAY
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.registry.unit_words import match_unit

_UP = "tăng|gia tăng|nhiều hơn|cao hơn"
_DOWN = "giảm|sụt giảm|suy giảm|ít hơn|thấp hơn"
_SAID = re.compile(
    r"(?<!\w)(?:(?P<lead>[Ss]ố(?: lượng)?|[Tt]ổng số|[Ll]ượng) )(?P<what>(?!liệu)[^.,;:()\d\n“”\"]{3,50}?)"
    r"(?: (?:trong kỳ|trong năm|tiếp tục|có xu hướng|có chiều hướng|lại|vẫn|còn|đều|bị|cũng|ngày càng|đã))*"
    rf" (?P<way>{_UP}|{_DOWN})(?: (?:mạnh|nhẹ|cao|nhiều|đáng kể|rõ rệt|dần))*"
    r"(?=\s*(?:[.,;)\n]|$)| so với (?:năm|cùng kỳ|kỳ)(?! \d{4} là)[^.,;\d\n]{0,20}(?:\d{4})?\s*(?:[.,;)\n]|$))"
)
_OF = r"\s?%| [^\W\d_]+(?: (?!so(?!\w))[^\W\d_]+)?"
_CHANGED = re.compile(
    rf"(?<![\d.,/])(?P<now>{NUMBER}) (?P<what>[^.;:,()\d\n]{{2,60}})(?P<between>[^;\n\d]{{0,50}}?)"
    rf"(?:[.;,(] ?(?:[Ss]o với (?:cùng kỳ|năm|kỳ)[^;\n]{{0,45}}?[,) ])?\s?)(?P<way>tăng|giảm) (?P<by>{NUMBER})"
    rf"(?P<unit>{_OF})"
)
_COMPARED = re.compile(
    rf"[Ss]o với (?:cùng kỳ|năm|kỳ)(?:[^.;\n]|\.(?=\d)){{0,60}}?[,) ]\s?(?P<way>tăng|giảm) (?P<by>{NUMBER})"
    rf"(?P<unit>{_OF})"
)
_MOVES = re.compile(r"tăng|giảm")
_COUNT = re.compile(rf"(?<![\d.,/]){NUMBER} (?P<what>[^.;:,()\d\n]{{2,60}})")
_LEAST = 2
_MOST = 300  # changes: no report has more, and each number of a sentence is held against all
_NAMING = 25  # letters before a number that may name what it counts: 'Đàn lợn 4.210 con'


@dataclass(frozen=True, slots=True)
class _Change:
    """A number told with its change: the words around, those that it counts, the way, how the text puts it."""

    place: Span
    words: frozenset[str]
    counted: str
    way: str
    quoted: str = ""


def check_ways_told_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the number of something is said to rise, or fall, and elsewhere the same
    number is told with a change the other way: 'số vụ việc tăng', then '09 vụ việc ..., giảm 03 vụ so với cùng kỳ'.

    Not flagged: things whose changes go both ways in the report; another unit or more words than the number's own; a
    number of one kind of them, unless that kind is what the paragraph is about.
    """
    told = sentences(report)
    changes = list(islice(_changes(told), _MOST))
    for one in told if changes else ():
        for said in one.finds(_SAID) if one.now else ():
            what, way = words_of(said["what"]), "tăng" if re.fullmatch(_UP, said["way"]) else "giảm"
            around = words_of(matter_at(report, one.place.end))
            near = [
                change
                for change in changes
                if what <= change.words
                and _heads(said["what"], change.counted, bool(what))
                and _is_of_these(change.counted, said["what"], around)
            ]
            if {change.way for change in near} == {OTHER_WAY[way]} and not near[0].place.touches(one.place):
                yield told_otherwise(report.text, one.place_of(said), near[0].place, near[0].quoted)


def _changes(told: tuple[Sentence, ...]) -> Iterator[_Change]:
    """Where a number is told with its change, in its sentence or the one behind it."""
    for index, one in enumerate(told):
        if not (one.now or one.search(_COMPARED)) or not one.search(_MOVES):
            continue
        for found in one.finds(_CHANGED):
            before = one.text[max(found.start() - _NAMING, 0) : found.start()]
            served = _SERVED.search(before)  # 'việc làm cho 120 lao động', 'kết nạp mới 25 hội viên' count those alone
            if _same_unit(found["what"], found["unit"]):
                counted = f"{found['what']} {before}" if served else found["what"]
                words = words_of(f"{before} {found['what']} {found['between']}")
                yield _Change(one.place_of(found), words, counted, found["way"])
        compared = _COMPARED.match(one.text.strip())
        last = told[index - 1] if index and compared else None
        if compared is None or last is None or one.place.start - last.place.end > _LEAST:
            continue
        number = _COUNT.search(last.text)
        if number is not None and _same_unit(number["what"], compared["unit"]):
            place = Span(last.place.start + number.start(), one.place.start + compared.end())
            quoted = f"{number[0].strip()} … {compared['way']} {compared['by']}{compared['unit']}"
            yield _Change(place, words_of(last.text[: number.end()]), number["what"], compared["way"], quoted)


_SERVED = re.compile(r"(?<!\w)(?:cho|mới)\s$")


def _is_of_these(counted: str, said: str, around: frozenset[str]) -> bool:
    """Whether a number counts what is said, not one kind of it; ``around``: the words of the paragraph."""
    unit = match_unit(counted.split())
    words = words_of(" ".join(counted.split()[unit[1] :] if unit else counted.split())) - words_of(said)
    new = _NEW.search(counted) is not None and _NEW.search(said) is None
    return not new and (not words or bool(words & around))


_NEW = re.compile(r"(?<!\w)mới(?!\w)")


def _same_unit(what: str, unit: str) -> bool:
    return unit.strip() == "%" or what.split()[0] == unit.split()[0]


def _heads(said: str, counted: str, telling: bool) -> bool:
    """Whether both begin with the same noun: 'vụ việc' and 'vụ việc về trật tự'."""
    least = 1 if telling else _LEAST  # 'vụ việc' has no word that tells more
    first, other = said.lower(), counted.lower()
    pairs = ((first, other), (first.removeprefix("lượt "), other.removeprefix("lượt ")))  # 'lượt khách' are 'khách'
    return any(len(one.split()) >= least and one.split()[:least] == two.split()[:least] for one, two in pairs)


_SERIES = re.compile(
    r"(?P<what>[^.,;:()\d\n]{5,70}?) (?:(?:đều|liên tục|luôn|vẫn|tiếp tục) )*(?:có năm )?"
    r"(?P<way>tăng|sụt giảm|giảm)(?: (?:đều|dần|liên tục|mạnh|ổn định))*"
    r"(?P<when> (?:qua|theo) (?:các|từng) năm| (?:hằng|hàng) năm| so với năm trước)"
)
_YEARLY = re.compile(r"(?:từng|hằng|hàng|các) năm|năm trước")
_OF_YEAR = re.compile(r"(?:[Nn]ăm )?(?P<year>(?:19|20)\d\d)(?: ?[-–] ?(?:19|20)\d\d)?")
_LEAST_YEARS = 3


def check_series_told(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where something is said to grow (or fall) every year, or to have fallen in some
    year, and the table of the years has it otherwise.

    Not flagged: tables of fewer than three years, whose head or the paragraph before does not name the thing.
    """
    cells = cells_of_tables(report)
    for one in sentences(report):
        said = one.search(_SERIES) if report.tables and one.search(_YEARLY) else None
        if said is None:
            continue
        what, some = words_of(said["what"]), "có năm " in said[0]
        if not some and "so với năm trước" in said["when"]:
            continue
        for table, held in zip(report.tables, cells, strict=True):
            series = _series(report, table, what)
            values = [held[at].amount for at in series if at in held]
            if len(values) < max(_LEAST_YEARS, len(series)):
                continue
            up = said["way"] == "tăng"
            against = [b <= a if up else b >= a for a, b in pairwise(values)]
            if all(against) if some else any(against):
                places = [held[cell].at for cell in series]
                quoted = " → ".join(report.text[cell.start : cell.end].strip() for cell in places)
                yield told_otherwise(report.text, one.place_of(said), places[0], quoted)
                break


def _series(report: Report, table: Table, what: frozenset[str]) -> list[tuple[int, int]]:
    """The cells of what is named, year after year: down a column or along a row."""
    at = max(table.start - _BEFORE_TABLE, 0)
    around = words_of(f"{table.title or ''} {report.text[at : table.start]}")
    rows = [(number, got["year"]) for number, row in enumerate(table.rows) if (got := _OF_YEAR.fullmatch(row.label))]
    heads = [(at, got["year"]) for at, head in enumerate(table.header) if (got := _OF_YEAR.fullmatch(head.strip()))]
    if _in_order(rows):
        for column, head in enumerate(table.header):
            named = words_of(re.sub(r"\(.*?\)", "", head))
            if named and named <= what <= named | around:
                return [(number, column) for number, _ in rows]
    if _in_order(heads):
        for number, row in enumerate(table.rows):
            named = words_of(row.label)
            if len(named) >= _LEAST and what <= named | around and len(named & what) * 3 >= len(named | what) * 2:
                return [(number, column) for column, _ in heads]
    return []


_BEFORE_TABLE = 700  # letters before a table that may say what its numbers are of


def _in_order(years: list[tuple[int, str]]) -> bool:
    told = [year for _, year in years]
    return len(told) >= _LEAST_YEARS and told == sorted(set(told))


CHECKS = (check_ways_told_apart, check_series_told)
