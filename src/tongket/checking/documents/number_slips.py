"""Numbers of one document that differ by a slip of the pen: '45/KH-UBND' here and '54/KH-UBND' there, of one day.

A case of ``citation-conflict``, whose page stands with the documents.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, product
from typing import NamedTuple

from tongket.checking.documents.issuing import are_two_levels, are_two_units
from tongket.checking.evidence.days import is_whole
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import fold_symbol, known_documents
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key, plain

_SYMBOL = re.compile(r"(?P<number>\d+)(?P<tail>[-/].+)$")
_LEAST_WORDS, _ALIKE, _NOT_ANOTHER = 5, 0.8, 0.5  # of two titles: words, and the share of them that both have
_SENTENCE = re.compile(r"[.\n](?=\s)")


def check_numbers_of_one_document(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where two numbers of one type and body are those of one document: their digits are
    exchanged and their day is one, or they differ by a digit and their subject is one (of small numbers, their day
    too).

    The rarer is flagged, of two that are told as often the one that is not known, or the later. Not flagged: numbers
    that one sentence names side by side, of two bodies, or whose titles differ.
    """
    mentions: dict[tuple[str, str], dict[str, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for one in report.citations:
        found = _SYMBOL.match(one.symbol or "") if one.kind == "full" else None
        if found is not None:
            named = replace(one, title=one.title or _named_before(report.text, one))
            mentions[key(one.type), found["tail"]][_number(found["number"])].append(named)
    ends: list[int] = []
    for numbers in mentions.values():
        series = [_cited(*one) for one in numbers.items()]
        near = _near_each_other(series)
        if near and not ends:
            ends = [found.start() for found in _SENTENCE.finditer(report.text)]
        for first, second in _told_for_each_other(series, near, ends):
            wrong, right = _in_doubt(first.mentions, second.mentions)
            facts = {"here": wrong.number or "", "there": right.symbol or ""}
            place, related = Span(wrong.core_start, wrong.core_end), (Span(right.core_start, right.core_end),)
            yield Finding("citation-conflict", "warning", place, "symbol", facts, related)


_NAMED = re.compile(  # 'Đề án "Nuôi ong lấy mật" theo Quyết định số ...'
    r"(?:Đề án|Chương trình|Dự án|Chiến lược|Kế hoạch|Phong trào|Cuộc vận động|Quy hoạch|Quy chế|Quy định) "
    r"(?:[“\"](?P<name>[^“”\"\n]{12,160})[”\"]|(?P<bare>[^.;:()“”\"\n]{20,160}?)),? ?(?:\(|,)? ?"
    r"(?:(?:được |đã )?(?:ban hành|phê duyệt) )?(?:kèm )?(?:theo|tại)\s$"
)
_BEFORE = 230  # letters before a document in which what it approves is named


def _named_before(text: str, one: Citation) -> str | None:
    """The name of what a document approved, told before it."""
    found = _NAMED.search(text, max(one.core_start - _BEFORE, 0), one.core_start)
    return (found["name"] or found["bare"]) if found else None


class _Cited(NamedTuple):
    """All mentions of a number and what they say, once: a text may cite one number thousands of times."""

    number: str
    mentions: list[Citation]
    issued: list[Citation]  # a mention for each issuer
    issuers: frozenset[str]
    titles: list[tuple[str, ...]]  # by their words
    days: frozenset[str]
    on_days: list[tuple[str, tuple[str, ...]]]  # titles with the whole day beside them


_MOST = 20  # issuers and titles of a number that are held against those of another: more would tell no more


def _cited(number: str, mentions: list[Citation]) -> _Cited:
    issued = {one.issuer: one for one in reversed(mentions)}
    titled = {(one.date or "", one.title): tuple(key(one.title).split()) for one in mentions if one.title}
    return _Cited(
        number,
        mentions,
        list(islice(issued.values(), _MOST)),
        frozenset([plain(issuer) for issuer in issued if issuer]),
        list(islice(dict.fromkeys(titled.values()), _MOST)),
        frozenset([one.date for one in mentions if is_whole(one.date)]),
        list(islice([(day, words) for (day, _), words in titled.items() if is_whole(day)], _MOST)),
    )


_SERIES = 8  # numbers that one may be a slip of; what is told for more is of one series with them


def _told_for_each_other(
    numbers: Sequence[_Cited], near: Sequence[tuple[int, int]], ends: Sequence[int]
) -> Iterator[tuple[_Cited, _Cited]]:
    """The numbers that are told for one another, two by two, of those ``near`` each other."""
    found: list[tuple[int, int]] = []
    times: Counter[int] = Counter()
    for pair in near:
        one, other = numbers[pair[0]], numbers[pair[1]]
        if max(times[pair[0]], times[pair[1]]) <= _SERIES and _are_one(ends, one, other):
            found.append(pair)
            times.update(pair)
    yield from ((numbers[i], numbers[j]) for i, j in found if max(times[i], times[j]) <= _SERIES)


def _near_each_other(numbers: Sequence[_Cited]) -> list[tuple[int, int]]:
    """Which numbers a slip may make of each other: digits exchanged, or a digit where both have a title to compare.

    Each is looked up among the others, for to compare all pairs takes minutes where thousands of numbers are cited.
    """
    places = {one.number: at for at, one in enumerate(numbers)}
    titled = {one.number: at for at, one in enumerate(numbers) if any(len(own) >= _LEAST_WORDS for own in one.titles)}
    pairs = {(places[one], places[other]) for one in places for other in _exchanged(one) if other in places}
    pairs |= {(titled[one], titled[other]) for one in titled for other in _digit_off(one) if other in titled}
    return sorted({(i, j) if i < j else (j, i) for i, j in pairs})


def _exchanged(number: str) -> Iterator[str]:
    """What exchanging two different digits side by side makes of a number."""
    for at in range(len(number) - 1):
        if number[at] != number[at + 1]:
            yield number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _digit_off(number: str) -> Iterator[str]:
    """What leaving out or changing a digit makes of a number, and the number beside it: 109 and 110."""
    yield from (str(int(number) + step).zfill(2) for step in (-1, 1))
    for at, own in enumerate(number):
        yield number[:at] + number[at + 1 :]
        yield from (number[:at] + digit + number[at + 1 :] for digit in "0123456789" if digit != own)


_LEAST_KNOWN, _KNOWN_SHARE = 4, 0.75  # words of a known title, and the share of the shorter one that both have
_OF_ANY_TITLE = frozenset(
    key(
        "về việc ban hành đối với và của trong quy định chi tiết một số điều khoản luật thi hành sửa đổi bổ sung"
        " biện pháp hướng dẫn thực hiện công tác"
    ).split()
)


def check_numbers_of_known_documents(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where type, body, day and title are those of a known document, and the number is
    another: 'Nghị định số 95/2023/NĐ-CP ngày 14/8/2023' with the title of 59/2023/NĐ-CP.

    Not flagged: citations without whole day or title; numbers under which another document of that day is known.
    """
    documents = known_documents()
    for one in report.citations:
        found = _SYMBOL.match(one.symbol or "") if one.kind == "full" else None
        if found is None or not is_whole(one.date) or "date" in one.shared or not one.title:
            continue
        if documents.of_symbol(one.symbol or "", one.date):
            continue
        tail = fold_symbol(found["tail"])
        near = [
            document
            for document in documents.of_day(one.type, one.date)
            if fold_symbol(document.symbol).lstrip("0123456789") == tail and _has_title(document.subject, one.title)
        ]
        if len(near) == 1:
            facts = {"symbol": one.symbol or "", "date": printed_day(one.date), "known": near[0].symbol}
            place = Span(one.core_start, one.core_end)
            yield Finding("citation-conflict", "warning", place, "known-number", facts)


def _has_title(known: str, printed: str) -> bool:
    """Whether a printed title is the known one, which may be shortened, or cut it short."""
    words, said = ([word for word in key(title).split() if word not in _OF_ANY_TITLE] for title in (known, printed))
    fewest = min(len(words), len(said))
    return fewest >= _LEAST_KNOWN and len(set(words) & set(said)) >= _KNOWN_SHARE * fewest


def _number(printed: str) -> str:
    """The digits of a number, of which there are two at least: '5' and '05' are one."""
    return printed.lstrip("0").zfill(2)


def _are_one(ends: Sequence[int], one: _Cited, other: _Cited) -> bool:
    """Whether two numbers are of one document, as far as days, issuers, titles and places tell."""
    exchanged = sorted(one.number) == sorted(other.number)
    if (
        not exchanged
        and max(len(one.number), len(other.number)) <= len("10")
        and not _have_one_day_and_title(one, other)
    ):
        return False
    if (one.issuers and other.issuers and not one.issuers & other.issuers) or (
        one.days and other.days and not one.days & other.days
    ):
        return False
    shares = [_share(mine, yours) for mine in one.titles for yours in other.titles]
    by_day = exchanged and one.days & other.days and all(share >= _NOT_ANOTHER for share in shares)
    if not by_day and not any(share >= _ALIKE for share in shares):
        return False
    if any(are_two_levels(*pair) or are_two_units(*pair) for pair in product(one.issued, other.issued)):
        return False
    return not _stand_together(ends, one.mentions, other.mentions)


def _have_one_day_and_title(one: _Cited, other: _Cited) -> bool:
    """Whether two numbers of two digits, of which many differ by one, are told of one day and under one title."""
    return any(
        mine[0] == yours[0] and min(len(mine[1]), len(yours[1])) >= _LEAST_WORDS and _share(mine[1], yours[1]) == 1
        for mine in one.on_days
        for yours in other.on_days
    )


def _stand_together(ends: Sequence[int], ones: Sequence[Citation], others: Sequence[Citation]) -> bool:
    """Whether a sentence names both numbers; if any does, it does so in mentions that follow each other."""
    both = sorted([(one.start, one.end, 0) for one in ones] + [(one.start, one.end, 1) for one in others])
    for low, high in pairwise(both):
        if low[2] != high[2]:
            after = bisect_left(ends, low[1])
            if after == len(ends) or ends[after] + 2 > high[0]:
                return True
    return False


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    """How many of the words of the shorter title stand at the beginning of the longer one; 0.5 of titles too short."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_WORDS:
        return _NOT_ANOTHER
    return len(set(short) & set(long[: len(short) + 2])) / len(set(short))


def _in_doubt(ones: list[Citation], others: list[Citation]) -> tuple[Citation, Citation]:
    """The mention that is wrong and one that is right."""
    if len(ones) != len(others):
        wrong, right = sorted((ones, others), key=len)
        return wrong[0], right[0]
    documents = known_documents()
    known = [bool(documents.of_symbol(one.symbol or "", one.date)) for one in (ones[0], others[0])]
    if known[0] != known[1]:
        return (others[0], ones[0]) if known[0] else (ones[0], others[0])
    early, late = sorted((ones[0], others[0]), key=lambda citation: citation.start)
    return late, early
