"""Figures of the running text (số liệu): every stated quantity, with what it counts, of whom, when.

Document numbers, dates, list numbers and names that hold numbers are none; a table's cells are read elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from tongket.model.documents import Citation
from tongket.model.figures import Figure, FigureLink
from tongket.model.places import Span
from tongket.model.reports import Section, Table
from tongket.reading.amounts.amounts import number_tokens, read_amounts
from tongket.reading.amounts.printed_amounts import Amount, base_value
from tongket.reading.amounts.spelled import find_spelled, read_spelled
from tongket.reading.figures.bullets import ReadParagraph, link_bullets
from tongket.reading.figures.clauses import holding, sentences
from tongket.reading.figures.counted import Sentence, extent_of, of_whom, what_is_counted
from tongket.reading.figures.periods import period_of, time_mentions
from tongket.reading.figures.table_figures import read_table_figures
from tongket.reading.links.linked import AmountLink
from tongket.reading.links.links import link_amounts, renumbered
from tongket.reading.outline.heading_dress import flow_offset
from tongket.reading.running.flow import Flow, FlowParagraph
from tongket.reading.running.scan import Token
from tongket.vietnamese.dates import PeriodMention, find_times
from tongket.vietnamese.numbers import NumberStyle, style_of

# The first letter stands before the choice, because a search for what begins so is many times faster
_GOAL = re.compile(
    r"[PpMmCcDdKkNn](?:(?<=[Pp])(?:hấn đấu|hải (?:đạt|bảo đảm))|(?<=[Mm])ục tiêu\s*(?:là\b|:|đến\b|đạt\b)"
    r"|(?<=[Cc])hỉ tiêu\s*(?:là\b|:)|(?<=[Dd])ự kiến"
    r"|(?:(?<=[Kk])ế hoạch(?: giao| đề ra)?|(?<=[Cc])hỉ tiêu|(?<=K)H|(?<=[Nn])ghị quyết)\s*(?:là|:|năm \d{4})?\s*$)"
)
_GOAL_WORDS = ("hấn đấu", "hải ", "ục tiêu", "hỉ tiêu", "ự kiến", "ế hoạch", "KH", "ghị quyết")
"""One of these stands in each of them."""
_GOAL_FIRST = re.compile(r"[-+*•–\s\d.)]{0,8}(?:[^\W\d_]+ ){0,4}?(?:[Pp]hấn đấu|Mục tiêu|Chỉ tiêu)(?=[\s:])")
_GOAL_DONE = re.compile(r"(?:đã đạt|vượt|hoàn thành|đạt được|so với)\s+(?:mục tiêu|chỉ tiêu|kế hoạch)")
_TASKS = ("nhiệm vụ", "phương hướng", "giải pháp", "mục tiêu")
_RESULTS = ("kết quả", "thực hiện", "tình hình", "chức năng")


def read_figures(
    flow: Flow,
    tokens: Iterable[Token],
    citations: Iterable[Citation] = (),
    sections: Iterable[Section] = (),
    tables: Iterable[Table] = (),
    torn: Sequence[Figure] = (),
    recipients: Span | None = None,
) -> tuple[tuple[Figure, ...], tuple[FigureLink, ...]]:
    """The figures of ``flow`` and of ``tables`` in reading order, and the ties between them.

    ``sections`` tell which parts speak of tasks: a figure there is a target, not a result; their numbers are none, also
    where a scan left dirt before them. ``torn`` are those of rows
    that a lost table left as lines: their lines hold no others. Whom a document goes to ('- 15 chi hội;') is no figure.
    """
    cited = sorted((citation.start, citation.end) for citation in citations)
    rows = sorted({(one.clause_start, one.clause_end) for one in torn})
    held = _Held([*cited, *rows, *_own_numbers(sections)])
    numbers = [token for token in number_tokens(tokens) if flow.raw(token.start) not in held]
    style = style_of("\n".join(flow.text[token.start : token.end + 2] for token in numbers))
    starts = [token.start for token in numbers]
    tasks = _Held(_task_spans(sections))
    documents = _Held(cited)
    found: list[Figure] = []
    links: list[AmountLink] = []
    read: list[ReadParagraph] = []
    spelled = find_spelled(flow.text)
    for paragraph in flow.paragraphs:
        if paragraph.kind == "row" or (recipients and recipients.start <= flow.raw(paragraph.start) < recipients.end):
            continue
        low, high = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        words = spelled[bisect_left(spelled, (paragraph.start, 0)) : bisect_left(spelled, (paragraph.end, 0))]
        if low < high or words:
            amounts, figures, tied = _of_paragraph(flow, paragraph, numbers[low:high], words, style, documents, tasks)
            links += renumbered(tied, len(found))
            read.append(ReadParagraph(paragraph.start, paragraph.end, len(found), amounts))
            found += figures
        elif paragraph.kind == "body":
            read.append(ReadParagraph(paragraph.start, paragraph.end, len(found), ()))
    links += link_bullets(flow.text, read)
    return _in_order([*found, *read_table_figures(tables), *torn], links)


def _in_order(
    figures: Sequence[Figure], links: Iterable[AmountLink]
) -> tuple[tuple[Figure, ...], tuple[FigureLink, ...]]:
    """Figures by their place in the source, and the links with the numbers that they then have."""
    order = sorted(range(len(figures)), key=lambda index: (figures[index].start, figures[index].end))
    place = {old: new for new, old in enumerate(order)}
    return tuple(figures[index] for index in order), tuple(
        FigureLink(link.kind, place[link.of], tuple(place[index] for index in link.by), link.exhaustive)
        for link in links
    )


class _Held:
    """Stretches of the source, of which some may hold others, for the question what stands in one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self._starts = [start for start, _ in self.spans]
        self._reach = list(accumulate((end for _, end in self.spans), max))  # how far those up to each one go

    def __contains__(self, at: int) -> bool:
        index = bisect_right(self._starts, at)
        return index > 0 and at < self._reach[index - 1]

    def between(self, low: int, high: int) -> list[tuple[int, int]]:
        """Those that begin from ``low`` on and before ``high``."""
        return self.spans[bisect_left(self._starts, low) : bisect_left(self._starts, high)]


def _own_numbers(sections: Iterable[Section]) -> Iterable[tuple[int, int]]:
    """Where the numbers of sections stand that begin with a digit."""
    for section in sections:
        for one in section.walk():
            if one.number and one.number[0].isdigit():
                yield one.start, one.start + 1


def _task_spans(sections: Iterable[Section]) -> Iterable[tuple[int, int]]:
    for section in sections:
        title = (section.title or "").lower()
        if any(word in title for word in _TASKS) and not any(word in title for word in _RESULTS):
            yield section.start, section.end
        elif "kết quả" not in title or any(word in title for word in _TASKS):  # below results, tasks are those done
            yield from _task_spans(section.children)


def _of_paragraph(
    flow: Flow,
    paragraph: FlowParagraph,
    numbers: Sequence[Token],
    words: list[tuple[int, int]],
    style: NumberStyle,
    cited: _Held,
    tasks: _Held,
) -> tuple[list[Amount], list[Figure], list[AmountLink]]:
    text, start, end = flow.text, paragraph.start, paragraph.end
    times, periods = find_times(text, start, end)
    amounts = list(read_amounts(text, start, end, numbers, style, times))
    if words:
        amounts = sorted([*amounts, *read_spelled(text, words, start, end)], key=attrgetter("start"))
    if not amounts:
        return [], [], []
    whole = sentences(text, start, end)
    mentions = [mention for mention in time_mentions(text, start, end, periods) if flow.raw(mention.start) not in cited]
    # What is said of time, and the documents cited: neither is counted
    aside = sorted([*mentions, *_cited_here(flow, paragraph, cited)], key=attrgetter("start"))
    anchor = _anchor_of(flow, paragraph)
    figures: list[Figure] = []
    around: _Around | None = None
    for index, amount in enumerate(amounts):
        place = holding(whole, amount.start)
        if around is None or (around.sentence.start, around.sentence.end) != place:
            around = _Around(Sentence(text, *place), _within(aside, place), _within(mentions, place))
        is_task = (flow.bounds(amount.start, amount.end)[0] if anchor is None else anchor) in tasks
        figures.append(_figure(flow, paragraph, amounts, index, around, is_task=is_task))
    return amounts, figures, list(link_amounts(text, amounts, end))


class _Around(NamedTuple):
    """A sentence; ``spoken``: its times; ``aside``: these and the documents cited there, which are not counted."""

    sentence: Sentence
    aside: Sequence[PeriodMention]
    spoken: Sequence[PeriodMention]


def _figure(
    flow: Flow, paragraph: FlowParagraph, amounts: Sequence[Amount], index: int, around: _Around, *, is_task: bool
) -> Figure:
    text, amount, sentence = flow.text, amounts[index], around.sentence
    place, clause = (sentence.start, sentence.end), sentence.clause(amount.start)
    first, last = flow.bounds(amount.start, amount.end)
    number = flow.bounds(amount.number_start, amount.number_end)
    said = flow.bounds(*clause)
    return Figure(
        start=first,
        end=last,
        text=text[amount.start : amount.end],
        value=amount.value,
        unit=amount.unit.text,
        base_value=base_value(amount.value, amount.unit.scale),
        base_unit=amount.unit.base,
        qualifier=amount.qualifier,
        what=what_is_counted(text, clause, amounts, index, around.aside),
        of=of_whom(sentence, amount.start),
        period=period_of(text, around.spoken, (amount.start, amount.end), clause, place),
        extent=extent_of(sentence, clause, amount.start),
        in_footnote=paragraph.kind == "note",
        number_start=number[0],
        number_end=number[1],
        decimals=amount.decimals,
        clause_start=said[0],
        clause_end=said[1],
        target=is_task or _is_goal(text, clause, place, amount),
        change=amount.change,
    )


def _within(mentions: Sequence[PeriodMention], place: tuple[int, int]) -> Sequence[PeriodMention]:
    """Those of ``mentions``, in order, that begin in ``place``."""
    start = attrgetter("start")
    return mentions[bisect_left(mentions, place[0], key=start) : bisect_left(mentions, place[1], key=start)]


def _cited_here(flow: Flow, paragraph: FlowParagraph, cited: _Held) -> list[PeriodMention]:
    """The citations of a paragraph, in the flow, shaped as mentions without a date."""
    low, high = flow.raw(paragraph.start), flow.raw(max(paragraph.end - 1, paragraph.start))
    here = cited.between(low, high)
    if high - low == paragraph.end - 1 - paragraph.start:  # in one piece, as nearly all
        shift = paragraph.start - low
        return [PeriodMention(start + shift, min(end + shift, paragraph.end)) for start, end in here]
    return [
        PeriodMention(flow_offset(flow, paragraph, start), flow_offset(flow, paragraph, end)) for start, end in here
    ]


def _anchor_of(flow: Flow, paragraph: FlowParagraph) -> int | None:
    """Where the mark of a note stands: a note belongs to its mark's section, wherever the page put it."""
    if paragraph.kind != "note":
        return None
    return next((anchor.start for anchor in flow.anchors if anchor.mark == paragraph.mark), None)


def _is_goal(text: str, clause: tuple[int, int], sentence: tuple[int, int], amount: Amount) -> bool:
    """Whether the words before the amount set a goal and do not say that it was reached: in its clause, or at the head
    of its sentence ('Phấn đấu ...; ...').
    """
    if _GOAL_FIRST.match(text, sentence[0], amount.start):
        return True
    before = text[max(clause[0], amount.start - 120) : amount.start]
    if not any(map(before.__contains__, _GOAL_WORDS)):
        return False
    goals = list(_GOAL.finditer(before))
    return bool(goals) and not _GOAL_DONE.search(before, max(goals[-1].start() - 12, 0))
