"""How headings of one rank end (dấu câu cuối tiêu đề): one with a colon or a stop among others without, and a comma.

A case of ``layout``, whose page stands with the small things of form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.form.norms import TYPES_OF_NORMS
from tongket.checking.form.numbering import ordinal, siblings_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section

_MARKS = ".:;"
_TWO = 2  # ways to end, of which one heading alone has the one
_RANKS = ("I", "1", "a")
_LONGEST = 220  # letters of a heading that stands alone
_WORDS = 26  # of a heading; what is longer is a sentence
_LINE_ENDS = re.compile(r"[ *_\t]*(?:\n|\Z)")
_ANNOUNCES = re.compile(r"(?<!\w)(?:sau|gồm|đó|cụ thể)\s?:$")
_BELOW = re.compile(r"[ \t]*\n\s*(?:[-–+*•]\s?|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s)")


def check_ends_of_headings(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) once for the headings that do not end as all their sisters do: 'b) Hạn chế:' and
    'c) Đề xuất:' below 'a) Thực trạng'.

    Not flagged: ranks of two headings, or with several that stand out; articles; headings that announce ('như sau:')
    and those that a sentence goes on with; recognised text.
    """
    if report.letterhead.doc_type in TYPES_OF_NORMS or is_recognised(report):
        return
    ranks: list[list[Section]] = []
    for siblings in siblings_of(report.sections):
        styles: dict[str, list[Section]] = defaultdict(list)
        for one in siblings:
            found = ordinal(one.number or "") if _stands_alone(report, one) else None
            if found is not None:
                styles[found[0]].append(one)
        ranks += (row for style, row in styles.items() if style in _RANKS)
    odd = [pair for row in ranks if (pair := _odd_one(report, row))]
    for one, usual in odd[:1]:
        facts = {"here": _last_words(report, one), "usual": _last_words(report, usual), "times": str(len(odd))}
        yield Finding(
            "layout", "info", _at(report, one), "heading-end", facts, tuple(_at(report, it) for it, _ in odd[1:])
        )


def _odd_one(report: Report, row: Sequence[Section]) -> tuple[Section, Section] | None:
    """The one heading of a rank that ends otherwise than all others, with one of these."""
    ends: dict[str, list[Section]] = defaultdict(list)
    for one in row:
        last = report.text[_end(report, one) - 1]
        ends[last if last in _MARKS else ""].append(one)
    odd = [(mark, found[0]) for mark, found in ends.items() if len(found) == 1]
    if len(ends) != _TWO or len(odd) != 1:
        return None
    mark, one = odd[0]
    usual = next(found[0] for other, found in ends.items() if other != mark)
    alike = (one.title or "").isupper() == (usual.title or "").isupper()  # capitals are told by themselves
    return (one, usual) if alike else None


def _stands_alone(report: Report, one: Section) -> bool:
    """Whether a heading has its lines to itself."""
    end = _end(report, one)
    if one.kind != "heading" or not one.title or not one.start < end <= one.start + _LONGEST:
        return False
    if _ANNOUNCES.search(report.text, one.start, end) or len(report.text[one.start : end].split()) > _WORDS:
        return False
    return _LINE_ENDS.match(report.text, end) is not None


def _end(report: Report, one: Section) -> int:
    """Where the last sign of a heading ends."""
    return one.start + len(report.text[one.start : one.head_end].rstrip(" *_\t\r\n"))


def _at(report: Report, one: Section) -> Span:
    return Span(one.start, _end(report, one))


def _last_words(report: Report, one: Section) -> str:
    """The number of a heading with its last words: '2. … cuộc họp của địa phương.'"""
    words = report.text[one.start : _end(report, one)].split()
    return " ".join(words if len(words) <= _SHOWN else [words[0], "…", *words[2 - _SHOWN :]])


_SHOWN = 7  # words of a heading that a message shows


def check_commas_of_headings(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where a numbered line ends in a comma and its own points begin below it.

    Not flagged: provisions; recognised text.
    """
    if report.letterhead.doc_type in TYPES_OF_NORMS or is_recognised(report):
        return
    for one in report.walk_sections():
        if not one.number or not one.children:
            continue
        end = one.start + len(report.text[one.start : one.children[0].start].rstrip(" *_\t\r\n"))
        if report.text[end - 1] == "," and end - one.start <= _LONGEST and _BELOW.match(report.text, end):
            yield Finding("layout", "info", Span(report.text.rfind(" ", 0, end) + 1, end), "heading-comma", {})


CHECKS = (check_ends_of_headings, check_commas_of_headings)
