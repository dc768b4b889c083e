"""The titles under which documents are cited (trích yếu) against each other and against those that are known.

Cases of ``citation-conflict``, whose page stands with the documents.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tongket.checking.documents.citing import is_within
from tongket.checking.documents.issuing import are_two_levels, are_two_units
from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.documents import Citation, Document
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.documents import known_documents
from tongket.vietnamese.unicode import key

_SMALL = frozenset(key("và các những của về việc một số cho với đối ban hành trong").split())
_LEAST = 6  # words of a known title that tell it from others
_BEYOND = 6  # words behind a title that may have been read with it
_APART = 0.34  # of the words of the shorter title: with so few in common they are of two subjects
_MOST = 50  # titles that are not their document's own, for which others are sought: each costs a look at all


def check_titles_of_known_documents(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a known document is cited under its title with the words in another order
    ('tăng cường sự đổi mới lãnh đạo' for 'tăng cường và đổi mới sự lãnh đạo'), or under that of another document.

    Not flagged: shortened titles; scans; documents of which only the number is known.
    """
    if is_recognised(report):
        return
    strange = 0
    for one in report.citations:
        known = known_documents().of_symbol(one.symbol, one.date) if one.symbol and one.title else ()
        title = _words(one.title or "")
        if len(known) != 1 or not title:
            continue
        own = known[0]
        facts = {"symbol": own.symbol, "known": own.subject}
        if not _LISTS.search(own.subject) and _is_turned(_words(own.subject), title):
            yield Finding("citation-conflict", "info", _place(one), "title-order", facts)
        elif is_whole(one.date) and _is_strange(own, one.title or "") and strange < _MOST:
            strange += 1
            if (other := _bearer_of(title, own)) is not None:
                told = {**facts, "other": other.symbol}
                yield Finding("citation-conflict", "info", _place(one), "title-other", told)


_LISTS = re.compile(r"[,;]")  # what a title lists may stand in any order in ours, which is shorter


def _place(one: Citation) -> Span:
    if one.title_start is not None and one.title_end is not None:
        return Span(one.title_start, one.title_end)
    return Span(one.start, one.end)


@lru_cache(maxsize=4096)
def _words(title: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"\w+", key(title)) if word not in _SMALL)


def _is_turned(known: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether all words of a known title stand there, and not in its order."""
    near = printed[: len(known) + _BEYOND]
    return len(known) >= _LEAST and set(known) <= set(near) and not is_within(known, near)


_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:[Cc]hỉ thị|[Nn]ghị quyết|[Kk]ết luận|[Nn]ghị định|[Qq]uyết định|[Tt]hông tư|[Ll]uật) (?:số|\d|[A-ZĐ])"
)
_NOT_ITS_OWN, _ITS_OWN = 0.5, 0.85  # of the words of one title: those that stand in another


def _is_strange(own: Document, title: str) -> bool:
    """Whether at most half of what is printed as its title is in that of a document, and at most half of that in it;
    none that names another document, on which it goes on.
    """
    known, printed = _words(own.subject), _words(title)
    return not _OF_ANOTHER.search(title) and max(_held(printed, known), _held(known, printed)) <= _NOT_ITS_OWN


def _held(some: Sequence[str], words: Sequence[str]) -> float:
    """The share of ``some`` that stand in ``words``."""
    return sum(word in words for word in some) / max(len(some), 1)


def _bearer_of(title: Sequence[str], own: Document) -> Document | None:
    """The only other known document of that type whose title is printed, whole or all but a few of its words."""
    others = [
        (other, words)
        for other in known_documents().all
        if other.type == own.type and other.symbol != own.symbol and len(words := _words(other.subject)) >= _LEAST
    ]
    whole = [other for other, words in others if is_within(words, title[: len(words) + _BEYOND])]
    found = whole or [other for other, words in others if _is_short_for(title, words)]
    return found[0] if len(found) == 1 else None


def _is_short_for(title: Sequence[str], known: Sequence[str]) -> bool:
    return len(title) >= _LEAST and _held(title, known) >= _ITS_OWN


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    words, others = set(one), set(other)
    return len(words & others) / max(min(len(words), len(others)), 1)


def check_titles_of_one_document(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where one document, by number and day, is cited under two titles that have hardly a
    word in common. The later one is flagged.

    Not flagged: documents of two offices; titles of a few words; scans.
    """
    if is_recognised(report):
        return
    titled: dict[tuple[str, str | None], list[Citation]] = defaultdict(list)
    for one in report.citations:
        if one.symbol and is_whole(one.date) and len(_words(one.title or "")) >= _LEAST:
            titled[one.symbol, one.date].append(one)
    for mentions in titled.values():
        first = mentions[0]
        for one in mentions[1:]:
            apart = _share(_words(first.title or ""), _words(one.title or "")) < _APART
            if apart and not are_two_units(one, first) and not are_two_levels(one, first):
                facts = {"symbol": one.symbol or "", "here": _shown(one), "there": _shown(first)}
                yield Finding("citation-conflict", "info", _place(one), "two-titles", facts, (_place(first),))
                break


def _shown(one: Citation) -> str:
    return " ".join((one.title or "").split())[:80]


CHECKS = (check_titles_of_known_documents, check_titles_of_one_document)
