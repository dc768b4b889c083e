"""Blanks beside marks (dấu cách quanh dấu câu): 'dự án , xem xét', '( hợp tác xã', 'còn lại:Công', '2026 -2031'.

Decree 30/2020/NĐ-CP sets its own text so: no blank before a mark nor inside brackets and quotation marks, one behind a
mark, and one on both sides of a dash between words or years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.model.reports import Report
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.words import lexicon

_LETTER = rf"[{CAPITALS}{SMALL}]"
_BLANK = r"[ \u00a0]"
_LAST = re.compile(rf"(?<!\w){_LETTER}*[{SMALL}](?P<tail>[^\w\s]{{0,4}})$")
_FIRST = re.compile(rf"{_LETTER}(?:[{SMALL}]*|[{CAPITALS}]+)(?!\w)")
_LONGEST = 16  # letters of a word with the marks behind it
_FEW = 3  # places that are said one by one; more are one habit, said once
_CONVERTED = 30  # places from where a text lost or won its blanks on the way
_ENUMERATED = 60  # letters in which a comma tells an enumeration
_OPEN = frozenset(
    ("ngày", "tháng", "năm", "số", "của", "tại", "là", "về", "trang", "mẫu")
)  # dots behind these are to be filled in
# Words of grammar with which a sentence may end: 'từ 20 người trở lại .'
_MAY_END = frozenset(("lại", "này", "đó", "trên", "sau", "nay", "được", "đi", "ra", "lên", "nữa", "nhau", "hết", "cả"))


class _Sort(NamedTuple):
    """A fault: where, whether words stand on both sides, and what comes in the place of what was found. Every match
    begins with one of ``signs``: it is tried there alone.
    """

    case: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    before: bool
    behind: bool
    right: Callable[[str], str]


def _closed(printed: str) -> str:
    return "".join(printed.split())


def _blank_behind(printed: str) -> str:
    return f"{printed} "


def _moved(printed: str) -> str:
    return f"{printed.strip()} "


def _blank_before(printed: str) -> str:
    return f" {printed}"


def _dashed(printed: str) -> str:
    return f" {printed.strip()} "


def _needless(marks: str, pattern: str) -> _Sort:
    """A blank before one of ``marks``."""
    signs = tuple(f"{blank}{mark}" for blank in (" ", "\u00a0") for mark in marks)
    return _Sort("needless-blank", signs, re.compile(pattern), before=True, behind=False, right=_closed)


def _missing(signs: tuple[str, ...], pattern: str, right: Callable[[str], str]) -> _Sort:
    return _Sort("blank", signs, re.compile(pattern), before=True, behind=True, right=right)


_SIDES = (" -", " –", "- ", "– ")
_SORTS = (
    _needless(",;:!?", rf"{_BLANK}[,;:!?](?!\S|{_BLANK}?[.…_])"),
    _needless(".", rf"{_BLANK}\.(?:/\.|(?=\n|$|{_BLANK}[{CAPITALS}]))"),
    _needless(")”", rf"{_BLANK}[)”](?!\w)"),
    _needless(".…", rf"(?<![,.…]){_BLANK}(?:\.\.\.|…)(?=[);,]|\n|$|{_BLANK}[{SMALL}])"),
    _Sort(
        "needless-blank",
        ("( ", "“ ", "(\u00a0", "“\u00a0"),
        re.compile(rf"(?<!\w)[(“]{_BLANK}(?={_LETTER}{{2}})"),
        before=False,
        behind=True,
        right=_closed,
    ),
    _Sort(
        "needless-blank",
        tuple(f"{blank}{mark}" for blank in (" ", "\u00a0") for mark in ",;:."),
        re.compile(rf"{_BLANK}(?:[,;:](?={_LETTER}{{2}})|\.(?=[{CAPITALS}][{SMALL}]))"),
        before=True,
        behind=True,
        right=_moved,
    ),
    _missing((";", ":"), rf"(?<=[{SMALL}])[;:](?={_LETTER}{{2}})", _blank_behind),
    _missing((",",), rf"(?<=[{SMALL}][{SMALL}]),(?=[{CAPITALS}][{SMALL}])", _blank_behind),
    _missing(("...", "…"), rf"(?<![.…])(?:\.\.\.|…)(?={_LETTER}[{SMALL}])", _blank_behind),
    _missing((")",), rf"\)(?=[{SMALL}]{{2}})", _blank_behind),
    _missing(("(",), rf"(?<=[{SMALL}][{SMALL}])\((?={_LETTER}{{2}})", _blank_before),
    _missing(_SIDES, rf"(?<=[{SMALL}])(?:{_BLANK}[-–]|[-–]{_BLANK})(?=[{CAPITALS}][{SMALL}])", _dashed),
)
_YEARS = re.compile(rf"[12][90]\d\d(?<![\w/.-]....)(?:{_BLANK}[-–]|[-–]{_BLANK})(?:19|20)\d\d(?![\w/])")


@of_last_report
def line_ends(report: Report) -> frozenset[int]:
    """Where lines of paragraphs that were wrapped by hand end: blanks stand there for the ends of lines."""
    return frozenset([span.end for paragraph in report.paragraphs for span in paragraph.spans[:-1]])


def blanks_beside_marks(report: Report) -> Iterator[Finding]:
    """Hints where a blank stands before a mark or inside brackets, where none stands behind a mark, and where a dash
    has one on one side alone. Of many in one text the first is said, with its other places.

    Not flagged: marks beside what is no word of the language (formulas, addresses, dirt of a scan); dots that are to be
    filled in; texts that lost their blanks on the way; a mark that begins a line of a text wrapped by hand, where the
    blank stands for the end of a line.
    """
    text = report.text
    for sort in _SORTS:
        yield from few_of_many(list(_found(text, sort, line_ends(report))))
    yield from few_of_many(
        [_finding("blank", match[0], re.sub(r"\D+", " - ", match[0]), match.start()) for match in finds(_YEARS, text)]
    )


def few_of_many(found: Sequence[Finding], most: int = _CONVERTED) -> Iterator[Finding]:
    """Faults of one sort as they are said: few one by one, many once, with the other places; ``most`` or more come from
    elsewhere than a writer, and are not said.
    """
    if len(found) <= _FEW:
        yield from found
    elif len(found) < most:
        first, *others = found
        related: tuple[Place, ...] = tuple(one.place for one in others if one.place is not None)
        yield Finding(first.kind, first.severity, first.place, first.case, first.facts, related)


def _finding(case: str, here: str, right: str, at: int) -> Finding:
    facts = {"here": " ".join(here.split()), "right": right}
    return Finding("spelling", "info", Span(at, at + len(here)), case, facts)


def _found(text: str, sort: _Sort, joints: AbstractSet[int]) -> Iterator[Finding]:
    signs = sort.signs if "\u00a0" in text else [sign for sign in sort.signs if "\u00a0" not in sign]
    for at in sorted(places_of(text, *signs)):
        match = sort.pattern.match(text, at)
        if match is None or not joints.isdisjoint(range(*match.span())):
            continue
        low, high = match.span()
        before = _LAST.search(text, max(low - _LONGEST, 0), low) if sort.before else None
        behind = _FIRST.match(text, high) if sort.behind else None
        if (sort.before and not _is_word(before, "...")) or (sort.behind and not _is_word(behind)):
            continue
        start, end = before.start() if before else low, behind.end() if behind else high
        if before and match[0].strip(" \u00a0.…/") == "" and not _may_end(text, match[0].strip(), before):
            continue
        right = text[start:low] + sort.right(match[0]) + text[high:end]
        yield _finding(sort.case, text[start:end], right, start)


def _may_end(text: str, dots: str, before: re.Match[str]) -> bool:
    """Whether a full stop may end what stands before it, and whether dots break off an enumeration there and are not to
    be filled in.
    """
    if dots == "./.":
        return True
    word, tail = before[0].rstrip(",.…"), before["tail"]
    if dots == ".":
        return not tail and (canonical(word) not in lexicon().grammar or word in _MAY_END)
    listed = "," in tail or ", " in text[max(before.start() - _ENUMERATED, 0) : before.end()].replace("\n", " ")
    return listed and "." not in tail and word.lower() not in _OPEN


def _is_word(found: re.Match[str] | None, tail: str = "") -> bool:
    """Whether a word of the language of two letters or more was found."""
    if found is None:
        return False
    word = found[0].rstrip(f"{tail},)”")
    return len(word) > 1 and canonical(word.lower()) in lexicon().all
