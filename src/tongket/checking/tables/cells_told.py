"""Numbers that the prose gives of a unit, against its cell of a table (số liệu của từng đơn vị trong bảng).

Cases of ``body-appendix-mismatch``, whose page stands with the text against the tables. What is counted is said by the
words behind the number ('thôn A còn 12 hộ nghèo'), or, of a bare number ('thôn A (12 hộ)'), by the sentence, which then
must give the same column's total or another unit's cell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.members_of_tables import (
    Entry,
    Mention,
    members_by_name,
    mentions_of_members,
    words_of,
)
from tongket.checking.evidence.near_numbers import amount, before, behind, counts_alike, is_pen_slip, swapped
from tongket.checking.evidence.numbers import is_earlier, is_hedged, single
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS
from tongket.vietnamese.years import YEAR

_SAYS = re.compile(
    r"(?:,? (?:đã|hiện|hiện nay|chỉ|vẫn|mới|cũng|đến nay))*(?P<named>(?: (?!có|còn|là|với|đạt)[^\W\d_]+){0,5}?)"
    r"(?: (?:có|còn|là|với|đạt|được|có tới|còn tới|chỉ còn|xảy ra|phát sinh))?\s*[:(–-]?\s*(?:có|còn|là|đạt)?\s*"
)
_TAIL = re.compile(r"[^.,;:()\d\n]{0,60}")
_TAIL_ENDS = re.compile(
    r"(?<!\w)(?:và|ở|tại|trong|trên|so với|chiếm|của|theo|tăng|giảm|bằng|đạt|nhiều|cao|thấp|ít|đông|là|vào|năm|cuối|đến"
    r"|nhất|từ|cho|để|với)(?!\w)"
)
_NOT_NOW = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự kiến|sẽ|[Tt]rước (?:đây|khi|đó)|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)"
    r"|[Cc]ùng kỳ|[Qq]uý [IV]+|[Tt]háng \d+|[Nn]ăm trước|[Nn]ăm ngoái|[Mm]ục tiêu|đăng ký)(?!\w)"
)
_PLAN = re.compile(r"kế hoạch|chỉ tiêu", re.IGNORECASE)  # of which a rate is
_LEAST_TOTAL = 10
_OPENING = 40  # letters
_BACK = 400  # letters of a sentence that are looked through


def check_cells_told(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text gives a unit of a table another number than its cell: 'thôn Suối
    Cạn (32 hộ)' of a row with 23 poor households, 'khối 3 còn 05 em chưa hoàn thành' of a table with 3.

    Not flagged: numbers that any table has of that unit; hedges, aims, changes and other times; what the words tell
    more narrowly than a column; bare numbers of a sentence that bears no column out.
    """
    told = _told(report)
    for mention in told.mentions:
        one = mention.figure
        if not is_told_of_table(report, mention) or told.is_held(one):
            continue
        entry = _meant(report, mention, told)
        if entry is None or entry.cell.amount == amount(one) or not counts_alike(one, entry.cell.figure):
            continue
        if mention.member is not mention.of.whole or _is_slip(one, entry):
            facts = {
                "text": one.text,
                "table": entry.cell.shown(),
                "label": f"{mention.member.label}, {entry.title}",
            }
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (entry.cell.at,))


@dataclass(frozen=True, slots=True)
class _Told:
    """The units that the prose gives a number of, in the order of the text, and the same by their numbers."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    by_figure: Mapping[int, Sequence[Mention]]

    def is_held(self, one: Figure) -> bool:
        """Whether any table has the number of the unit that is named before it."""
        here = self.by_figure.get(one.start, ())
        return any(entry.cell.amount == amount(one) for it in here for entry in it.member.entries)

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The units that are named between two places."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def _told(report: Report) -> _Told:
    near = [one for one in mentions_of_members(report) if _says(report, one) is not None]
    found = [*near, *(behind_it for one in near for behind_it in _goes_on(report, one))]
    found.sort(key=attrgetter("start"))
    by_figure: dict[int, list[Mention]] = defaultdict(list)
    for one in found:
        by_figure[one.figure.start].append(one)
    return _Told(tuple(found), tuple(one.start for one in found), by_figure)


_NEXT = re.compile(r"[^.;:\n\d" + CAPITALS + r"]{2,40}")
_MOST_BEHIND = 3


def _goes_on(report: Report, mention: Mention) -> Iterator[Mention]:
    """The numbers that stand behind the first one of a unit, which its table holds: 'xã A 12 vụ, làm 03 người chết'."""
    if all(entry.cell.amount != amount(mention.figure) for entry in mention.member.entries):
        return
    for one, other in pairwise([mention.figure, *behind(report, mention.figure, _MOST_BEHIND, _BACK)]):
        if not _NEXT.fullmatch(report.text, one.end, other.start):
            return
        yield replace(mention, figure=other)


def _says(report: Report, mention: Mention) -> frozenset[str] | None:
    """The words that stand between a name and its number beside the verb; None where these are no few words that the
    title of a column holds ('chi hội Bản Áng kết nạp 07 hội viên' of a column 'Kết nạp mới').
    """
    if mention.figure is not mention.first:
        return frozenset()
    said = _SAYS.fullmatch(report.text, mention.end, mention.figure.number_start)
    if said is None:
        return None
    named = words_of(said["named"])
    return named if not named or any(named <= entry.words for entry in mention.member.entries) else None


def sentence_of(report: Report, mention: Mention) -> tuple[int, int]:
    """Where the sentence begins that gives the number, and where it ends."""
    one = mention.figure
    low = max(mention.start - _BACK, 0)
    return sentence_start(report.text, one.start, one.start - low), sentence_end(report.text, one.end, _BACK)


def is_told_of_table(report: Report, mention: Mention) -> bool:
    """Whether a number is told as it is, of the time of the table."""
    one, text = mention.figure, report.text
    if is_hedged(one) or one.change or one.target or single(one.base_value) is None or is_earlier(text, one):
        return False
    start, _ = sentence_of(report, mention)
    after = _TAIL.match(text, one.end)
    opens = min(start + _OPENING, mention.start)  # 'Đầu năm, ...', 'Phấn đấu ...' hold for the whole sentence
    clause = max(text.rfind(mark, opens, mention.start) for mark in (";", ", "))
    said = text[start:opens] + text[max(clause, opens) : after.end() if after else one.end]
    if _NOT_NOW.search(_PLAN.sub("", said) if one.unit == "%" else said):
        return False
    table = mention.of.table
    title = f"{mention.of.title} {table.caption} {' '.join(table.header)}"
    head = report.letterhead.title_at
    title += report.text[head.start : head.end] if head else ""
    return set(YEAR.findall(said)) <= set(YEAR.findall(title))


def _is_slip(one: Figure, entry: Entry) -> bool:
    """Whether a number of all units is that of the table but for a slip: the table may be of some of them alone."""
    return is_pen_slip(amount(one), entry.cell.amount) or swapped(amount(one), entry.cell.amount)


def _meant(report: Report, mention: Mention, told: _Told) -> Entry | None:
    """The one entry of the unit that a number is said to be."""
    one = mention.figure
    between = _says(report, mention) or frozenset()
    said = _counted(report, one) | between
    unit = words_of(one.unit)
    entries = [entry for entry in mention.member.entries if (entry.cell.unit == "%") == (one.unit == "%")]
    if said - unit:
        left_out = _NEW if between else frozenset()
        named = [entry for entry in entries if entry.words - unit - left_out == said - unit - left_out]
        return named[0] if len(named) == 1 and _is_nowhere_else(report, mention, said) else None
    if one is not mention.first or mention.member is mention.of.whole:
        return None
    borne = [entry for entry in entries if _bears_out(report, mention, told, entry)]
    borne = borne or [entry for entry in entries if entry.words == unit and _is_beside(report, mention, entry)]
    return borne[0] if len(borne) == 1 else None


_NEW = words_of("mới được kết quả đã")


def _counted(report: Report, one: Figure) -> frozenset[str]:
    """The words behind a number that tell what it counts."""
    tail = _TAIL.match(report.text, one.number_end)
    return words_of(_TAIL_ENDS.split(tail[0] if tail else "")[0])


def _is_nowhere_else(report: Report, mention: Mention, said: frozenset[str]) -> bool:
    """Whether no other table counts the same of that unit."""
    namesakes = members_by_name(report).get(mention.member.name, ())
    others = (one for one in namesakes if one is not mention.member)
    return not any(said <= entry.words for one in others for entry in one.entries)


def _is_beside(report: Report, mention: Mention, entry: Entry) -> bool:
    """Whether the number right behind is another cell of the unit: '14 lớp với 318 trẻ'."""
    last = mention.figure
    following = next(
        (one for one in behind(report, last, 1, _BACK) if _NEXT.fullmatch(report.text, last.end, one.start)), None
    )
    others = (each for each in mention.member.entries if each is not entry and each.cell.amount >= _LEAST_TOTAL)
    return following is not None and any(each.cell.amount == amount(following) for each in others)


def _bears_out(report: Report, mention: Mention, told: _Told, entry: Entry) -> bool:
    """Whether the sentence is about a column: it gives its total in its words, or two units' cells; or it gives the
    cell of one unit behind the words of the column.
    """
    start, end = sentence_of(report, mention)
    parted = report.text.rfind(";", start, mention.start)
    listed = (one for one in told.between(max(parted, start), mention.start) if one.of is mention.of)
    first = next(listed, mention).start
    if parted >= 0 and len(report.text[parted:first].split()) > _FEW:
        start = parted  # another matter: not '; xã B 14 hộ' of one list
    column = {cell.at for cell in mention.of.counted(entry.words)}
    beside = [
        one
        for one in told.between(start, end)
        if one.of is mention.of
        and one.member is not mention.member
        and any(each.cell.at in column and each.cell.amount == amount(one.figure) for each in one.member.entries)
    ]
    total = _tells(report, mention, entry, start)
    led = _is_phrase(report.text[start : mention.start], entry.words)
    return total or len(beside) > 1 or (bool(beside) and led)


_FEW = 3  # words before a name that stands in a list


def _tells(report: Report, mention: Mention, entry: Entry, start: int) -> bool:
    """Whether the sentence has given the total of a column before a unit."""
    total = mention.of.total(entry.words)
    near = (one for one in before(report, mention.figure, _MOST_BEFORE, _BACK) if start <= one.start < mention.start)
    like = entry.cell.figure
    return total >= _LEAST_TOTAL and any(amount(one) == total and counts_alike(one, like) for one in near)


_MOST_BEFORE = 24  # numbers of a sentence


def _is_phrase(text: str, words: frozenset[str]) -> bool:
    """Whether words stand in a text next to one another."""
    said: list[str] = re.findall(r"[^\W\d_]+", text)
    size = len(words)
    return size > 1 and any(words_of(" ".join(said[at : at + size])) == words for at in range(len(said) - size + 1))
