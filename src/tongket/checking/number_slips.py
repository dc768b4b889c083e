"""Numbers of one document that differ by a slip of the pen: '45/KH-UBND' here and '54/KH-UBND' there, of one day.

A case of ``citation-conflict``, whose page stands with the documents.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tongket.checking.issuing import are_two_levels, are_two_units
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import fold_symbol, known_documents
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import differ_by_one, key, plain

_SYMBOL = re.compile(r"(?P<number>\d+)(?P<tail>[-/].+)$")
_WHOLE_DAY = len("2024-03-12")
_LEAST_WORDS, _ALIKE, _NOT_ANOTHER = 5, 0.8, 0.5  # of two titles: words, and the share of them that both have
_SENTENCE = re.compile(r"[.\n]\s")


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
            mentions[key(one.type), found["tail"]][_number(found["number"])].append(one)
    for numbers in mentions.values():
        for (first, ones), (second, others) in combinations(numbers.items(), 2):
            exchanged = _are_exchanged(first, second)
            slip = exchanged or differ_by_one(first, second)
            short = not exchanged and max(len(first), len(second)) <= len("10")
            if slip and short and not _have_one_day_and_title(ones, others):
                continue
            if slip and _are_one(report.text, ones, others, exchanged=exchanged):
                wrong, right = _in_doubt(ones, others)
                facts = {"here": wrong.number or "", "there": right.symbol or ""}
                place, related = Span(wrong.core_start, wrong.core_end), (Span(right.core_start, right.core_end),)
                yield Finding("citation-conflict", "warning", place, "symbol", facts, related)


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
        if found is None or len(one.date or "") != _WHOLE_DAY or "date" in one.shared or not one.title:
            continue
        if documents.of_symbol(one.symbol or "", one.date):
            continue
        tail = fold_symbol(found["tail"])
        near = [
            document
            for document in documents.of_day(one.type, one.date or "")
            if fold_symbol(document.symbol).lstrip("0123456789") == tail and _has_title(document.subject, one.title)
        ]
        if len(near) == 1:
            facts = {"symbol": one.symbol or "", "date": printed_day(one.date or ""), "known": near[0].symbol}
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


def _are_exchanged(one: str, other: str) -> bool:
    """Whether two digits that stand side by side have changed places."""
    places = [at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours]
    return sorted(one) == sorted(other) and len(places) == 2 and places[1] - places[0] == 1


def _are_one(text: str, ones: list[Citation], others: list[Citation], *, exchanged: bool) -> bool:
    """Whether the mentions of two numbers are of one document, as far as days, issuers, titles and places tell."""
    pairs = [(one, other) for one in ones for other in others]
    if any(are_two_levels(*pair) or are_two_units(*pair) or _stand_together(text, *pair) for pair in pairs):
        return False
    issuers = [{plain(one.issuer) for one in mentions if one.issuer} for mentions in (ones, others)]
    if issuers[0] and issuers[1] and not issuers[0] & issuers[1]:
        return False
    days = [{one.date for one in mentions if len(one.date or "") == _WHOLE_DAY} for mentions in (ones, others)]
    titles = [[key(one.title).split() for one in mentions if one.title] for mentions in (ones, others)]
    if days[0] and days[1] and not days[0] & days[1]:
        return False
    shares = [_share(one, other) for one in titles[0] for other in titles[1]]
    if any(share >= _ALIKE for share in shares):
        return True
    return exchanged and bool(days[0] & days[1]) and all(share >= _NOT_ANOTHER for share in shares)


def _have_one_day_and_title(ones: list[Citation], others: list[Citation]) -> bool:
    """Whether two numbers of two digits, of which many differ by one, are told of one day and under one title."""
    return any(
        one.date == other.date
        and len(one.date or "") == _WHOLE_DAY
        and bool(one.title and other.title)
        and min(len(key(one.title or "").split()), len(key(other.title or "").split())) >= _LEAST_WORDS
        and _share(key(one.title or "").split(), key(other.title or "").split()) == 1
        for one in ones
        for other in others
    )


def _stand_together(text: str, one: Citation, other: Citation) -> bool:
    low, high = sorted((one, other), key=lambda citation: citation.start)
    return _SENTENCE.search(text, low.end, high.start) is None


def _share(one: list[str], other: list[str]) -> float:
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
