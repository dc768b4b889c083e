"""When a figure holds, as far as printed: in its own clause, its sentence, or right before it in the paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from tongket.model.figures import FigurePeriod
from tongket.vietnamese.dates import PeriodMention, find_relative

_COMPARED = re.compile(r"(?:gấp [\d.,]+ lần|so với|so cùng|với|cùng kỳ|bằng)\s+(?:cuối |đầu |cả |cùng kỳ )?$")
_COMPARISON = re.compile(r"[Ss]o với|[Cc]ùng kỳ")
_START = attrgetter("start")
_OF_A_NAME = re.compile(r"(?:[Hh]iến pháp|[Ll]uật|số \S+|khóa|về)\s+(?:ngày\s+)?$")


def time_mentions(text: str, start: int, end: int, periods: Sequence[PeriodMention]) -> list[PeriodMention]:
    """What ``text[start:end]`` says of time, in order: ``periods`` and relative words, without what is compared."""
    found = [*periods, *find_relative(text, start, end)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[PeriodMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        if _COMPARISON.match(text, mention.start):
            continue
        before = text[max(start, mention.start - 24) : mention.start]
        if _COMPARED.search(before) or _OF_A_NAME.search(before) or _is_day_of_work(text, before, mention.start):
            continue
        kept.append(mention)
    return kept


def _is_day_of_work(text: str, before: str, at: int) -> bool:
    """'thực hiện 05/3/2025': the date of a document whose name was left out."""
    return before.endswith("thực hiện ") and (text[at].isdigit() or text.startswith("ngày", at))


def period_of(
    text: str,
    mentions: Sequence[PeriodMention],
    figure: tuple[int, int],
    clause: tuple[int, int],
    sentence: tuple[int, int],
) -> FigurePeriod | None:
    """The period of a figure: the one named right after it ('12,5% năm 2021'), the last one before it in its clause,
    then in the sentence, then the first one after it in the clause.
    """
    if not mentions:
        return None
    at, end = figure
    after = bisect_left(mentions, end, key=_START)
    if after < len(mentions) and (start := mentions[after].start) <= end + 2 and not text[end:start].strip(" ("):
        return figure_period(text, mentions[after])
    following = bisect_left(mentions, at, key=_START)
    if following and mentions[following - 1].start >= sentence[0]:
        return figure_period(text, mentions[following - 1])
    if following < len(mentions) and mentions[following].start < clause[1]:
        return figure_period(text, mentions[following])
    return None


def figure_period(text: str, mention: PeriodMention) -> FigurePeriod:
    """The period as a figure carries it."""
    return FigurePeriod(text[mention.start : mention.end], mention.since, mention.until, mention.as_of)
