"""Units that the prose calls the highest or the lowest, against the column of their table (đơn vị cao nhất, thấp nhất,
đứng đầu).

Cases of ``body-appendix-mismatch``, whose page stands with the text against the tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tongket.checking.evidence.members_of_tables import Entry, Mention, mentions_of_members, words_of
from tongket.checking.evidence.near_numbers import amount, counts_alike, prose_of
from tongket.checking.tables.cells_told import is_told_of_table, sentence_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import folded

_HIGHEST = re.compile(
    r"(?<!\w)(?:(?:nhiều|cao|lớn|đông|dài|rộng|tốt)(?: [^\W\d_]+){0,6} nhất|(?:dẫn|đứng) đầu"
    r"|(?:đứng|xếp) thứ nhất)(?!\w)"
)
_LOWEST = re.compile(r"(?<!\w)(?:(?:ít|thấp|nhỏ|ngắn|kém)(?: [^\W\d_]+){0,6} nhất|(?:đứng|xếp) (?:cuối|chót))(?!\w)")
_NOT_OF_ALL = re.compile(
    r"(?<!\w)(?:thứ (?:hai|ba|tư|nhì)|nhì|trước đến nay|từ trước|trong (?:các|những|nhóm|số)|một trong|qua các năm|nhóm"
    r"|cả nước|vùng|khu vực|trong \d+|lần đầu|hai|ba|đồng (?:hạng|xếp))(?!\w)"
)
_TURNS = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|tiến bộ)(?: [^\W\d_]+){0,4} (?:nhất|đầu)(?!\w)|nhất về (?:mức |tốc độ )?(?:tăng|giảm)"
)
_RATE = re.compile(r"(?<!\w)(?:tỷ|tỉ) lệ (?P<of>(?:(?!đạt|là|chiếm|cao|thấp|nhiều|ít|còn|của|toàn|lớn)[^\W\d_]+ )+)")
_BEHIND = re.compile(r"\)?(?: [^.,;()\d\n]{0,40})?[,(–-] ?(?P<said>[^.;()\d\n]{0,60})")


@dataclass(frozen=True, slots=True)
class _Claim:
    """That a unit is the highest or the lowest of something, and the words that say of what."""

    mention: Mention
    highest: bool
    said: str


def check_ends_told(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text calls a unit the highest or the lowest of a column that it is
    not, or gives it another number there: 'huyện A đạt thấp nhất (95,2%)' of a table in which huyện B has 91,4%.

    Not flagged: the second or third; records of years; units that share their place; columns that the words leave open.
    """
    for claim in _claims(report):
        mention, one = claim.mention, claim.mention.figure
        held = [each for each in mention.member.entries if each.cell.amount == amount(one)]
        entry = _of_held(claim, held) if held else _meant(report, claim)
        if entry is None or (_TURNS.search(claim.said) and not _TURNS.search(folded(entry.title))):
            continue
        column = mention.of.counted(entry.words)
        best = (max if claim.highest else min)(column, key=attrgetter("amount"))
        off = best.amount != entry.cell.amount
        if held and not off:
            continue
        label = next(
            member.label for member in mention.of.members for each in member.entries if each.cell.at == best.at
        )
        if held:
            facts = {"text": one.text, "table": best.shown(), "label": label}
            related = (entry.cell.at, best.at)
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, related)
        elif off and best.amount == amount(one):
            facts = {"text": one.text, "table": entry.cell.shown(), "label": mention.member.label, "other": label}
            related = (entry.cell.at, best.at)
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "row", facts, related)
        else:
            facts = {"text": one.text, "table": entry.cell.shown(), "label": f"{mention.member.label}, {entry.title}"}
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (entry.cell.at,))


def _claims(report: Report) -> Iterator[_Claim]:
    mentions = mentions_of_members(report)
    by_figure: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_figure[mention.figure.start].append(mention)
    figures = prose_of(report)
    starts = [one.start for one in figures]
    for mention in mentions:
        one = mention.figure
        if mention.member is mention.of.whole:
            continue
        at = bisect_left(starts, one.start)
        begin, _ = sentence_of(report, mention)
        if at and figures[at - 1].end > begin:
            begin = figures[at - 1].end
        begin = max(begin, report.text.rfind(";", begin, mention.start) + 1)
        if begin > mention.start or _is_shared(by_figure[one.start], mention):
            continue
        until = figures[at + 1].start if at + 1 < len(figures) else len(report.text)
        highest, said = _extreme(report.text, begin, one, until)
        if highest is not None and is_told_of_table(report, mention):
            yield _Claim(mention, highest, said)


def _is_shared(beside: Sequence[Mention], mention: Mention) -> bool:
    """Whether another unit stands before the same number."""
    here = (one for one in beside if one.of is mention.of and one.member is not mention.of.whole)
    return any(one.member is not mention.member for one in here)


def _extreme(text: str, begin: int, one: Figure, until: int) -> tuple[bool | None, str]:
    """Whether the words around a number speak of the highest, of the lowest, or of neither (None); and these words."""
    before = folded(text[begin : one.number_start])
    behind = _BEHIND.match(text, one.end, max(until, one.end))
    for said in (before, folded(behind["said"]) if behind else ""):
        high, low = _HIGHEST.search(said), _LOWEST.search(said)
        if bool(high) != bool(low):
            at = high or low
            around = said[max(at.start() - _BESIDE, 0) : at.end() + _BESIDE] if at else ""
            words = f"{before} {said} {folded(_TAIL.findall(text[one.number_end : one.end + _AFTER])[0])}"
            return (None, "") if _NOT_OF_ALL.search(around) else (bool(high), words)
    return None, ""


_AFTER, _BESIDE = 60, 25
_TAIL = re.compile(r"^[^.,;:()\d\n]*")


def _of_held(claim: _Claim, held: Sequence[Entry]) -> Entry | None:
    """The entry whose number the text repeats: the only one, unless the words name another column."""
    if len(held) > 1:
        return _most_fully(held, words_of(claim.said))
    said = words_of(claim.said)
    others = (entry for entry in claim.mention.member.entries if entry is not held[0] and len(entry.words) > 1)
    named = held[0].words <= said or not any(entry.words <= said for entry in others)
    return held[0] if named else None


def _meant(report: Report, claim: _Claim) -> Entry | None:
    """The entry that the words name of whose noun the number is."""
    mention, one = claim.mention, claim.mention.figure
    entries = mention.member.entries
    if one.unit != "%":
        return _most_fully([each for each in entries if counts_alike(one, each.cell.figure)], words_of(claim.said))
    rates = [each for each in entries if each.cell.unit == "%"]
    begin, _ = sentence_of(report, mention)
    named = list(_RATE.finditer(folded(report.text[begin : one.start]) + " "))
    if not named:
        return None
    said = named[-1]["of"].split()
    of, first = words_of(" ".join(said)), words_of(" ".join(said[:2]))
    title = words_of(mention.of.title)
    told = [each for each in rates if first <= each.words | title]  # the rest may narrow it ('cho trẻ dưới 1 tuổi')
    most = max((len(of & each.words) for each in told), default=0)
    best = [each for each in told if len(of & each.words) == most]
    return best[0] if len(best) == 1 else None


def _most_fully(entries: Sequence[Entry], said: frozenset[str]) -> Entry | None:
    """The one entry all whose words are said, of the most words."""
    whole = [entry for entry in entries if len(entry.words) > 1 and entry.words <= said]
    most = max((len(entry.words) for entry in whole), default=0)
    best = [entry for entry in whole if len(entry.words) == most]
    return best[0] if len(best) == 1 else None
