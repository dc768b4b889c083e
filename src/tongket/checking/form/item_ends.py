"""How the items of lists end (dấu câu cuối gạch đầu dòng): one without a mark among many with one, and words that
announce a list without a colon.

Cases of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_ITEM = re.compile(rf"^[ \t*_]*(?P<mark>[-–—+•])[ \t]*(?=[{CAPITALS}])", re.MULTILINE)
_ENDED = ".;:,!?…/)”\"'*_|-–"
_FEWEST = 6  # items with an end mark that make it the habit of a text
_SHARE = 5  # of so many with a mark one may lack it by a slip
_LONG = 55  # letters of an item that is a sentence, and no label
_NEXT = 25  # letters on the first line of the next item: what is shorter may be the end of a broken line ('- Vĩnh Hy')
_PAGE_NUMBER = re.compile(r"\n\s*\d{1,3}\s*$")
_TELEPHONE = re.compile(r"\d[\d.]{6,}$")


@dataclass(frozen=True, slots=True)
class _Item:
    mark: str
    start: int
    end: int  # of its last sign


def check_ends_of_items(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for an item of a list without end mark, where nearly all others have one and the
    next item of the list follows.

    Not flagged: labels and addresses; the last item of a list, behind which other checks look; recognised text.
    """
    if is_recognised(report):
        return
    items = list(_items(report))
    open_ones = [one for one in items if report.text[one.end - 1] not in _ENDED]
    ended = len(items) - len(open_ones)
    if ended < _FEWEST or len(open_ones) * _SHARE > ended:
        return
    for one in open_ones:
        said = report.text[one.start : one.end]
        if len(said) >= _LONG and not _TELEPHONE.search(said) and "|" not in said and "\t" not in said:
            start = max(report.text.rfind(" ", 0, one.end), report.text.rfind("\n", 0, one.end)) + 1
            facts = {"word": report.text[start : one.end]}
            yield Finding("incomplete", "info", Span(start, one.end), "stop", facts)


def _items(report: Report) -> Iterator[_Item]:
    """The items that another one of the same mark follows at once, in the body of a report."""
    text = report.text
    last = min([len(text), *(part.start for part in (report.signature, report.recipients_at) if part)])
    starts = [found for found in _ITEM.finditer(text) if found.start("mark") < last]
    others = sorted(_other_starts(report))
    for one, after in pairwise(starts):
        start = one.start("mark")
        end = start + len(_PAGE_NUMBER.sub("", text[start : after.start()]).rstrip())
        line = text.find("\n", after.start("mark"))
        first = text[after.end() : line if line >= 0 else len(text)]
        between = bisect_right(others, end) - bisect_right(others, start)
        if one["mark"] == after["mark"] and not between and len(first) >= _NEXT and start < end:
            yield _Item(one["mark"], start, end)


def _other_starts(report: Report) -> Iterator[int]:
    """Where something begins that is no part of an item: headings, tables, notes, paragraphs."""
    yield from (one.start for one in report.walk_sections() if one.number)
    yield from (one.start for one in report.tables)
    yield from (one.start for one in report.footnotes)
    yield from (one.spans[0].start for one in report.paragraphs if one.spans)


_ANNOUNCES = re.compile(
    r"(?<!\w)(?P<word>[Tt]rong đó|(?:[Cc]ụ thể )?như sau|[Cc]ụ thể|bao gồm|gồm có|gồm|sau đây"
    r"|(?:chủ yếu|trọng tâm|cụ thể|nội dung|giải pháp|nhiệm vụ|kết quả|chính) sau)"
    rf"[ \t]*[\n ][ \t]*(?:[-–+•]|\(?(?:1|a|i)[.)])[ \t]?(?=[{CAPITALS}])"
)


def check_colons_of_lists(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where words that announce a list stand without a colon, and the list begins on the
    next line: 'Biên chế được giao: 72 người. Trong đó' above '- Khối Đảng: ...'.

    A broken line may have been joined before: then a blank stands in its place. Not flagged: recognised text.
    """
    if is_recognised(report):
        return
    for found in finds(_ANNOUNCES, report.text):
        facts = {"word": found["word"]}
        yield Finding("incomplete", "info", Span(*found.span("word")), "colon", facts)


CHECKS = (check_ends_of_items, check_colons_of_lists)
