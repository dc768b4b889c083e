"""Classes and pupils of a school against those of its grades (số lớp, số học sinh theo khối): 'Khối 6: 5 lớp với 160
học sinh; khối 7: ...' of '20 lớp với 612 học sinh'.

The grades of primary, lower and upper secondary schools are those of the Law on Education, Article 28; where all of a
school are listed, they are the whole. A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.model.reports import Report

_NUMBER = r"(?<![\d.,/])(?:\d{1,5}|\d{1,2}\.\d{3})(?![\d/%]|[.,]\d|\s?%)"
_PUPILS = r"(?:học sinh|HS|hs|em)(?!\w)"
_GRADE = re.compile(
    rf"(?<!\w)[Kk]hối(?: lớp)? (?P<grade>\d{{1,2}})\s?[:(]?\s?(?:có |gồm )?(?:(?P<classes>{_NUMBER}) lớp(?!\w))?"
    rf"(?:\s?(?:[,;/–-]|với|có|gồm)?\s?(?P<pupils>{_NUMBER}) {_PUPILS})?"
)
_KINDS = (
    ("classes", re.compile(rf"(?P<whole>{_NUMBER}) lớp(?!\w)")),
    ("pupils", re.compile(rf"(?P<whole>{_NUMBER}) {_PUPILS}")),
)
_SCHOOLS = tuple(frozenset(range(first, last + 1)) for first, last in ((1, 5), (6, 9), (10, 12), (1, 9), (6, 12)))
_FAR, _BEFORE = 320, 240  # letters from one grade to the next, and back to the whole
_CLOSE = 8  # grades may miss their whole by that part of it
_OF_MORE = re.compile(r"(?<!\w)(?:mẫu giáo|mầm non|nhà trẻ|ghép|năm học trước|[Kk]ế hoạch)(?!\w)")


def check_grades_of_schools(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the classes or pupils of all grades of a school do not make those told before them.

    Not flagged: lists that lack a grade, or tell one twice; those with classes of other kinds; recognised text with
    dirt.
    """
    if is_dirty(report) or "hối" not in report.text:
        return
    run: list[re.Match[str]] = []
    for found in finds(_GRADE, report.text):
        if run and (found.start() - run[-1].end() > _FAR or int(found["grade"]) != int(run[-1]["grade"]) + 1):
            yield from _check(report.text, run)
            run = []
        run.append(found)
    yield from _check(report.text, run)


def _check(text: str, run: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """What is told of grades that follow one another."""
    if frozenset(int(one["grade"]) for one in run) not in _SCHOOLS:
        return
    low = max(run[0].start() - _BEFORE, 0)
    if _OF_MORE.search(text, low, run[-1].end()):
        return
    for kind, pattern in _KINDS:
        wholes = list(pattern.finditer(text, low, run[0].start()))
        if not wholes or not all(one[kind] for one in run):
            continue
        whole, parts = Span(*wholes[-1].span("whole")), [Span(*one.span(kind)) for one in run]
        counts = [_amount(text, one) for one in parts]
        made, of = sum(counts, Decimal(0)), _amount(text, whole)
        if made == of or abs(made - of) * _CLOSE > of or max(counts) >= of:
            continue
        facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(of)}
        related: tuple[Place, ...] = tuple(parts)
        yield Finding("sum-mismatch", "error", Span(*wholes[-1].span()), "", facts, related)


def _amount(text: str, place: Span) -> Decimal:
    return Decimal(text[place.start : place.end].replace(".", ""))


CHECKS = (check_grades_of_schools,)
