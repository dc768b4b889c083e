"""The units that tables count by (thôn, xã, trường, khối lớp ...), wherever their names stand: one a row, or one a
column. And the numbers that the prose gives behind such a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from tongket.checking.evidence.cells import TOTAL, Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import prose_of
from tongket.model.figures import Figure
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import CAPITALS, folded, key

_KIND = (
    r"thôn|ấp|khóm|bản|buôn|làng|xóm|tổ dân phố|tổ|khu phố|khu dân cư|khu|xã|phường|thị trấn|huyện|quận|thị xã"
    r"|thành phố|tỉnh|khối|lớp|trường|chi bộ|chi hội|chi đoàn|đảng bộ|công đoàn|cụm"
)
_KIND_BEFORE = re.compile(rf"(?<!\w)(?:{_KIND}) $", re.IGNORECASE)
_LABEL = re.compile(rf"(?:(?P<kind>{_KIND}) )?(?P<name>.+)", re.IGNORECASE)
_HEAD = re.compile(rf"(?:tên )?(?:các )?(?P<kind>{_KIND})(?:[,/].*)?")  # of the column of names
_PROPER = re.compile(f"[{CAPITALS}]")
_NUMBERED = re.compile(r"(?:số )?\d{1,2}[A-Z]?\d?")
_MARKS = re.compile(r"^[\s\-+•*]+")
_GOES_ON = re.compile(rf"\w|[-/.]\w| (?:[{CAPITALS}]|\d+(?!\d*[^\W\d]* \d)(?![,.]\d)(?=[,.;:)]))")
_STANDS = re.compile(
    r"(?:^|[\n,;:(.\-–+*\"“]\s?|(?<!\w)(?:là|ở|tại|và|gồm|như|riêng|có|của|nhất|cho|do|thuộc|nhì|ba|đó|đầu)\s)$",
    re.IGNORECASE,
)
_MOST_NAMES, _LEAST_NAMES, _MOST_TABLES = 60, 3, 40
_LEAST_LETTERS = 4  # of a name that is looked for without the word of its kind
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell of a unit: the words that say what it counts, and how they are printed."""

    words: frozenset[str]
    title: str
    cell: NumberCell


@dataclass(frozen=True, slots=True)
class Member:
    """A unit that a table counts by: the word of its kind ('thôn') or "", its own name, and what is counted of it."""

    kind: str
    name: str
    label: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """A table by its units; ``whole`` is its line of all of them, None where there is none or are several."""

    table: Table
    title: str
    members: tuple[Member, ...]
    whole: Member | None

    def counted(self, words: frozenset[str]) -> list[NumberCell]:
        """The cells of all units that count the same."""
        return [entry.cell for member in self.members for entry in member.entries if entry.words == words]

    def total(self, words: frozenset[str]) -> Decimal:
        """What all units have together."""
        stated = [entry.cell.amount for entry in self.whole.entries if entry.words == words] if self.whole else []
        return stated[0] if stated else sum((cell.amount for cell in self.counted(words)), Decimal(0))


_FORMAL = frozenset(key(word) for word in ("số", "tổng", "lượng", "toàn", "cộng", "các", "của", "trong", "đó", "theo"))


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """The words that tell what is counted: without numbers and the words of every heading ('Tổng số')."""
    return frozenset(word for word in re.findall(r"\w+", key(text)) if not word.isdigit() and word not in _FORMAL)


@of_last_report
def members_of_tables(report: Report) -> list[Members]:
    """The tables of a report that count by three named units or more."""
    found: list[Members] = []
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        if cells:
            title = _title(report, table)
            found += [
                one for one in (_by_rows(table, cells, title), _by_columns(table, cells, title)) if one is not None
            ]
        if len(found) >= _MOST_TABLES:
            break
    return found


@of_last_report
def members_by_name(report: Report) -> Mapping[str, Sequence[Member]]:
    """The units that tables count by, by their names."""
    found: dict[str, list[Member]] = defaultdict(list)
    for of in members_of_tables(report):
        for member in of.members:
            found[member.name].append(member)
    return found


_ABOVE, _SHORT = 260, 120


def _title(report: Report, table: Table) -> str:
    """What stands above a table: its title, or the short lines that are no sentence."""
    if table.title:
        return table.title
    lines = report.text[max(table.start - _ABOVE, 0) : table.start].split("\n")[1:]
    above = [line.strip() for line in lines if line.strip()]
    return " ".join(line for line in above if len(line) < _SHORT and line[-1] not in ".;:,")


def _by_rows(table: Table, cells: Cells, title: str) -> Members | None:
    kind = next((head["kind"] for title in table.header if (head := _HEAD.fullmatch(folded(title).strip()))), "")
    members: list[Member] = []
    totals: list[Member] = []
    for number, row in enumerate(table.rows):
        mine = [cells[number, column] for column in range(len(table.header)) if (number, column) in cells]
        entries = tuple(_entry(table.header[cell.column], cell) for cell in mine)
        if TOTAL.match(folded(row.label)):
            totals.append(Member("", "", row.label.strip(), entries))
        elif entries and (member := _member(row.label, kind, entries)):
            members.append(member)
    return _members(table, title, members, totals)


def _by_columns(table: Table, cells: Cells, title: str) -> Members | None:
    members: list[Member] = []
    totals: list[Member] = []
    for column, name in enumerate(table.header):
        mine = [cells[number, column] for number in range(len(table.rows)) if (number, column) in cells]
        entries = tuple(_entry(table.rows[cell.row].label, cell) for cell in mine)
        if TOTAL.match(folded(name)):
            totals.append(Member("", "", name.strip(), entries))
        elif entries and (member := _member(name, "", entries)) and member.kind:
            members.append(member)
    return _members(table, title, members, totals)


def _members(table: Table, title: str, members: Sequence[Member], totals: Sequence[Member]) -> Members | None:
    names = [(one.kind, key(one.name)) for one in members]
    if not _LEAST_NAMES <= len(names) <= _MOST_NAMES or len(set(names)) < len(names):
        return None
    return Members(table, title, tuple(members), totals[0] if len(totals) == 1 and totals[0].entries else None)


def _entry(title: str, cell: NumberCell) -> Entry:
    unit = "" if cell.unit == "%" or "/" in cell.unit else cell.unit
    rate = " tỷ lệ" if cell.unit == "%" else ""
    return Entry(words_of(f"{title} {unit}{rate}"), " ".join(title.split()), cell)


def _member(label: str, kind: str, entries: tuple[Entry, ...]) -> Member | None:
    """The unit that a label names; None of what is no name of one."""
    printed = _MARKS.sub("", label).strip()
    parted = _LABEL.fullmatch(printed)
    if parted is None or "(" in printed or len(printed) > _LONGEST:
        return None
    said, name = (parted["kind"] or "").lower(), parted["name"]
    if said and kind and said != kind and " " not in name and _PROPER.match(name):
        said, name = "", printed  # 'Bản Mới' in a column of hamlets
    if (said or kind) and _NUMBERED.fullmatch(name):
        return Member(said or kind, name, printed, entries)
    words = name.split()
    ends = [_PROPER.match(words[0]) is not None, _PROPER.match(words[-1]) is not None]
    if not (any(ends) if said else all(ends)) or len(name) < _LEAST_LETTERS:  # 'Chi bộ thôn Hạ', 'Chi bộ Công an'
        return None
    return Member(said or kind, name, printed, entries)


_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit of a table that the prose names: where, and the number that stands next behind it."""

    start: int
    end: int
    of: Members
    member: Member
    figure: Figure
    first: Figure  # the number next to the name; another one may stand behind it


_FAR = 70  # letters from a name to its number
_MOST_MENTIONS = 20_000  # a thousand pages that name units of twenty tables at every third line have fewer


@of_last_report
def mentions_of_members(report: Report) -> list[Mention]:
    """Where the prose names units of tables with a number behind, in the order of the text; a place that two tables
    name stands twice.
    """
    figures = prose_of(report)
    starts = [one.start for one in figures]
    found: list[Mention] = []
    whole = list(finds(_WHOLE, report.text))
    for of in members_of_tables(report):
        for member in of.members:
            found += _mentions(_places(report.text, member), of, member, figures, starts)
        if of.whole is not None:
            found += _mentions([one.span() for one in whole], of, of.whole, figures, starts)
        if len(found) >= _MOST_MENTIONS:
            break
    return sorted(found, key=attrgetter("start"))


_WHOLE = re.compile(
    r"(?<!\w)(?:[Tt]oàn|[Cc]ả|[Tt]rên địa bàn(?: toàn)?) (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|trường"
    r"|đảng bộ|ngành|thôn|hội)(?!\w)"
)


def _mentions(
    places: Iterable[tuple[int, int]], of: Members, member: Member, figures: Sequence[Figure], starts: Sequence[int]
) -> Iterator[Mention]:
    for start, end in places:
        at = bisect_left(starts, end)
        if at < len(figures) and figures[at].start - end <= _FAR:
            yield Mention(start, end, of, member, figures[at], figures[at])


def _places(text: str, member: Member) -> Iterator[tuple[int, int]]:
    """Where a unit is named: behind the word of its kind, or, of two syllables, where no other word leads it."""
    at = text.find(member.name)
    while at >= 0:
        end = at + len(member.name)
        before = text[max(at - _BEFORE, 0) : at]
        led = before.lower().endswith(f"{member.kind} ") if member.kind else _KIND_BEFORE.search(before) is not None
        alone = " " in member.name and _STANDS.search(before) is not None
        if (led or alone) and not _GOES_ON.match(text, end):
            yield at - (len(member.kind) + 1 if led else 0), end
        at = text.find(member.name, at + 1)
