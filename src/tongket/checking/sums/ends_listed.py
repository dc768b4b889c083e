"""Places and bodies that the text calls the highest or the lowest, against the list that gives each its number (nơi cao
nhất, thấp nhất): 'Khe Lạnh 63,5%, Nà Pàn 66,7%, Lũng Ẳng 71%. Thấp nhất là Nà Pàn 66,7%'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. What tables tell is held against
them elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS

_OF = (
    r"(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hành phố|[Tt]hôn|[Bb]ản|[Ấấ]p|[Kk]hóm|[Ss]ở|[Cc]ụm|[Kk]hối|[Tt]rường)"
)
_NAME = rf"(?:{_OF} )?(?P<name>[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{0,4}})"
_ITEM = re.compile(
    rf"(?<!\w){_NAME}(?: đạt| có| với| là| còn)?(?: ?:| \(|,)? ?(?P<number>\d{{1,3}}(?:\.\d{{3}})*(?:,\d{{1,2}})?)"
    r"(?: ?(?P<unit>%)|(?= (?P<words>[^\W\d_]+)))"
)
_JOINT = re.compile(
    r"\)?(?: (?:tỷ|triệu|nghìn)? ?[^\W\d_]{1,9}(?: [^\W\d_]{1,9}){0,2})?\)?"
    r"(?: \([^()\d\n]{2,40}\))?(?:[,;] (?:và )?| và |;?\.?\n[ \t]*[-+*•–] ?)"
)
_HIGHEST = re.compile(r"(?<!\w)(?:(?:cao|lớn|nhiều|đông) nhất|dẫn đầu)(?!\w)")
_END = re.compile(r"(?<!\w)(?:[Cc]ao|[Ll]ớn|[Nn]hiều|[Đđ]ông|[Tt]hấp|[Íí]t|[Nn]hỏ) nhất(?!\w)|(?<!\w)[Dd]ẫn đầu(?!\w)")
_OTHERWISE = re.compile(
    r"(?<!\w)(?:thứ (?:hai|ba|nhì)|nhì|trong (?:các|những|nhóm|số|\d)|một trong|tăng|giảm|mức|vượt|cùng kỳ|năm trước"
    r"|so với|từ trước|qua các năm|nhóm|khối|cả nước|toàn quốc|quý|tháng|tốc độ|cao hơn|thấp hơn)"
    r"(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<!\w){_NAME}(?!\w)")
_FEWEST, _MOST = 3, 60
_NEAREST = 4  # lists before a word of which it may speak
_FAR = 6000  # letters behind a list in which it may be spoken of
_WORDS = 2  # words that a list and what is said of it share
_SMALL = frozenset(
    [
        "của",
        "các",
        "địa",
        "phương",
        "đơn",
        "vị",
        "là",
        "có",
        "đạt",
        "với",
        "và",
        "năm",
        "ngày",
        "đến",
        "số",
        "tỷ",
        "lệ",
        "tổng",
        "cao",
        "thấp",
        "nhất",
        "về",
        "như",
        "sau",
        "xã",
    ]
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list: the number of each name, its unit, the words that open it, where it stands."""

    values: dict[str, Decimal]
    places: dict[str, Span]
    unit: str
    of: frozenset[str]
    place: Span


def check_ends_listed(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where another of a list has more than what is called the highest, or less than
    the lowest.

    Not flagged: the second; what grew most; some of the list; lists of names that stand twice; another matter than that
    of the list, by the words of both.
    """
    text = report.text
    ends = [end for end in finds(_END, text) if not in_tables(report).touch(Span(*end.span()))]
    listed = list(_lists(report)) if ends else []
    starts = [one.place.start for one in listed]
    for end in ends if listed else ():
        before = listed[max(bisect_left(starts, end.start()) - _NEAREST, 0) : bisect_left(starts, end.start())]
        near = (one for one in reversed(before) if end.start() - one.place.end < _FAR)
        denied = next((found for one in near if (found := _denied(text, one, end)) is not None), None)
        if denied is not None:
            yield told_otherwise(text, denied[0], denied[1])


def _lists(report: Report) -> Iterator[_Listed]:
    run: list[re.Match[str]] = []
    text = report.text
    for item in chain(finds(_ITEM, text), (None,)):
        if item is not None and in_tables(report).touch(Span(*item.span())):
            continue
        joined = run and item is not None and _JOINT.fullmatch(text, run[-1].end(), item.start()) is not None
        if run and not joined:
            listed = _list(text, run)
            if listed is not None:
                yield listed
            run = []
        if item is not None:
            run.append(item)


def _list(text: str, run: Sequence[re.Match[str]]) -> _Listed | None:
    """The list that items make; None where they are few, or name one thing twice, or count several things."""
    units = Counter(one["unit"] or one["words"] for one in run)
    if not _FEWEST <= len(run) <= _MOST or len(units) > 1:
        return None
    values = {one["name"]: parse_number(one["number"]) for one in run}
    filled = {name: value for name, value in values.items() if value is not None}
    if len(filled) < len(run):
        return None
    opens = text[sentence_start(text, run[0].start()) : run[0].start()]
    places = {one["name"]: Span(one.start("name"), one.end()) for one in run}
    return _Listed(filled, places, next(iter(units)), _words(opens), Span(run[0].start(), run[-1].end()))


def _words(said: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", said.lower())) - _SMALL


def _denied(text: str, listed: _Listed, end: re.Match[str]) -> tuple[Span, Span] | None:
    """What is called the highest or the lowest, and what is more or less; None where nothing denies it."""
    name = _marked(text, listed, end)
    inside = bool(name) or end.start() < listed.place.end
    start, stop = sentence_start(text, end.start()), sentence_end(text, end.end(), _FEWEST * 100)
    if inside:
        around = text[max(end.start() - 20, 0) : end.end() + 20]
    else:
        start = max(start, listed.place.end)
        around = text[start:stop]
        names = {one["name"] for one in _NAMED.finditer(text, start, stop)} & set(listed.values)
        name = names.pop() if len(names) == 1 else ""
    of_one_matter = inside or start - listed.place.end < _BESIDE or len(_words(around) & listed.of) >= _WORDS
    if not name or not of_one_matter or _OTHERWISE.search(around.replace(end[0], "", 1)):
        return None
    value = listed.values[name]
    if not inside and _tells_another(around, listed, value):
        return None
    highest = _HIGHEST.fullmatch(end[0].lower()) is not None
    best = (max if highest else min)(listed.values, key=lambda one: listed.values[one])
    if listed.values[best] == value:
        return None
    return Span(min(start, end.start()) if not inside else listed.places[name].start, end.end()), listed.places[best]


_BESIDE = 8  # letters behind a list in which a sentence that speaks of it begins


def _marked(text: str, listed: _Listed, end: re.Match[str]) -> str:
    """The item that a bracket right behind it calls the highest or lowest."""
    last = max((place.end, name) for name, place in listed.places.items() if place.start < end.start())
    between = text[last[0] : end.start()]
    return last[1] if re.fullmatch(r"(?: [^\W\d_]+){0,3} \((?:đạt )?", between) else ""


def _tells_another(said: str, listed: _Listed, value: Decimal) -> bool:
    """Whether a sentence gives another number of that unit than the list."""
    pattern = rf"(?<![\d.,/])(\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?) ?{re.escape(listed.unit)}"
    numbers = [parse_number(one) for one in re.findall(pattern, said)]
    return bool(numbers) and value not in numbers


CHECKS = (check_ends_listed,)
