"""One item that a list tells twice with two numbers (một mục kể hai lần, hai số khác nhau): 'thép các loại 112 triệu
USD; vải 490 triệu USD; thép các loại 145 triệu USD'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import folded

_STRETCH = re.compile(r"[^;.\n](?:[^.\n]++|\.(?!\s)|\n(?![ \t\r\u00a0]*(?:\n|[-+*•–]\s)))*+")
"""A sentence of a list; lines that a page wraps are of one, those that a bullet opens are not."""
_ITEM = re.compile(
    r"\s*(?:[-+*•–]\s*)?(?:và\s)?(?P<label>[^\W\d_][^;:.()\d]{4,60}?)(?:\s?:\s|\s\(|\s(?:là\s|có\s|đạt\s)?)"
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?:\s(?P<unit>(?:triệu|tỷ|nghìn)\s[^\W\d_]+|[^\W\d_]+)|\s?%)"
    r"(?![^\s;,.()]*\d)"
)
_COUNTED = re.compile(
    r"\s*(?:[-+*•–]\s*)?(?:và\s)?(?P<number>\d{1,3}(?:\.\d{3})+|\d+)\s(?P<label>(?P<unit>[^\W\d_]+)(?:\s[^\W\d_]+){2,7})\s*$"
)  # '12 trường tiểu học': a thing that needs three words is named, not only counted
_LINE = re.compile(r"(?m)^[ \t]*(?P<mark>[-+*•–])[ \t]*(?P<said>[^\n]+)$")
_NO_ITEM = re.compile(
    r"(?:[Tt]rong đó|[Tt]ổng|(?:[Ss]ố|[Vv]ới|[Tt]rị giá|[Gg]iá trị|[Dd]iện tích|[Ss]ản lượng|[Nn]ăng suất|[Cc]hiếm"
    r"|[Cc]òn|[Kk]inh phí|[Dd]ự toán|[Nn]guồn|[Vv]ốn|[Nn]gân sách|[Tt]ăng|[Gg]iảm|[Đđ]ạt|[Bb]ao gồm|[Gg]ồm|[Nn]ữ|[Nn]am"
    r"|[Đđ]ã|[Tt]ỷ lệ|[Kk]ết quả|[Tt]heo|[Bb]ổ sung|[Hh]ết|[Ll]oại|[Mm]ức))(?!\w)"
)  # what may be told of each of several things
_LEAST = 4  # items of a list


@dataclass(frozen=True, slots=True)
class _Item:
    """An item: what it is called, how much it is, where it stands."""

    label: str
    number: str
    unit: str
    place: Span


def check_items_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a list tells one item twice, in the same words and unit, with two numbers.

    Not flagged: lists of less than four items, or of which many are no thing with its number; what may be told of each
    of several things ('trị giá', 'diện tích'), lists of two levels, in which several items come again.
    """
    tables = in_tables(report)
    tasks = tasks_of(report)
    for items in (*_in_sentences(report.text), *_in_lines(report.text)):
        counts = Counter((one.label, one.unit) for one in items)
        twice = [key for key, count in counts.items() if count > 1]
        if len(twice) != 1 or counts[twice[0]] != len(("first", "again")):
            continue
        first, again = (one for one in items if (one.label, one.unit) == twice[0])
        whole = Span(first.place.start, again.place.end)
        if first.number != again.number and not tables.touch(whole) and not tasks.touch(whole):
            yield told_otherwise(report.text, again.place, first.place)


def _in_sentences(text: str) -> Iterator[list[_Item]]:
    """The lists whose items semicolons part, or commas where there are none."""
    for found in _STRETCH.finditer(text):
        mark = ";" if ";" in found[0] else ","
        if found[0].count(mark) >= _LEAST - 1:
            yield from _list(text, _parted(text, found, mark))


def _parted(text: str, stretch: re.Match[str], mark: str) -> list[Span]:
    """The pieces of a sentence; what stands before a colon of the first only opens the list."""
    pieces: list[Span] = []
    low = stretch.start()
    first = text.find(mark, low, stretch.end())
    colon = text.rfind(": ", low, first)
    low = colon + 1 if colon >= 0 and _item(text, Span(colon + 1, first)) else low
    for joint in re.finditer(rf"{mark}(?=\s)", stretch[0]):
        at = stretch.start() + joint.start()
        if at > low:
            pieces.append(Span(low, at))
            low = at + 1
    return [*pieces, Span(low, stretch.end())]


def _in_lines(text: str) -> Iterator[list[_Item]]:
    """The lists whose items stand on lines of their own, each behind the same mark."""
    run: list[re.Match[str]] = []
    for found in _LINE.finditer(text):
        if run and (found["mark"] != run[-1]["mark"] or text[run[-1].end() : found.start()].strip()):
            yield from _list(text, [Span(*one.span()) for one in run])
            run = []
        run.append(found)
    yield from _list(text, [Span(*one.span()) for one in run])


def _list(text: str, pieces: Sequence[Span]) -> Iterator[list[_Item]]:
    """The items, where nearly all pieces are a thing with its number, and there are enough."""
    if len(pieces) < _LEAST or any(_HEAD.search(text, one.start, one.end) for one in pieces[1:]):
        return
    items: list[_Item] = []
    for piece in pieces:
        found = _item(text, piece)
        if found is not None and not _NO_ITEM.match(found["label"]) and len(found["label"].split()) > 1:
            place = Span(min(found.start("label"), found.start("number")), found.end())
            items.append(_Item(folded(found["label"]), found["number"], folded(found["unit"] or "%"), place))
    if len(items) >= max(_LEAST, len(pieces) * 3 // 4):
        yield items


_KIND = (
    r"(?:nghị quyết|quyết định|chỉ thị|kế hoạch|báo cáo|công văn|tờ trình|thông báo|hướng dẫn|kết luận|chương trình"
    r"|giấy mời|biên bản|quy chế|quy định|đề án|thông tri|kịch bản)"
)
_KINDS = re.compile(
    rf"(?<![\w.,/])(?:\d{{1,4}} )?{_KIND}(?:(?:,| và|;) (?:và )?(?:\d{{1,4}} )?{_KIND}(?=[,;.)]| và|\s*\n|$)){{2,20}}"
)
_ONE_KIND = re.compile(rf"(?:(?P<number>\d{{1,4}}) )?(?P<kind>{_KIND})")


def check_kinds_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one list tells one kind of documents twice: '12 kế hoạch, 5 báo cáo, 30 kế
    hoạch'.

    Not flagged: kinds of which more is told than their name.
    """
    for found in finds(_KINDS, report.text):
        counts = Counter(one["kind"] for one in _ONE_KIND.finditer(found[0]))
        kind, count = counts.most_common(1)[0]
        places = [one for one in _ONE_KIND.finditer(report.text, found.start(), found.end()) if one["kind"] == kind]
        if count == len(("first", "again")) and not in_tables(report).touch(Span(*found.span())):
            first, again = (Span(*one.span()) for one in places)
            yield Finding("body-appendix-mismatch", "warning", again, "twice", {"text": kind}, (first,))


_HEAD = re.compile(r":\s(?!\d)")  # 'thôn B: cây ngô 14 ha' opens another list within the list


def _item(text: str, piece: Span) -> re.Match[str] | None:
    return _ITEM.match(text, piece.start, piece.end) or _COUNTED.match(text, piece.start, piece.end)


CHECKS = (check_items_told_twice, check_kinds_told_twice)
