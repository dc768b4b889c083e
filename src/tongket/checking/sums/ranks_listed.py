"""Ranks of a list against its points (danh sách điểm và thứ hạng): 'xã A 92,5 điểm (xếp thứ 1), xã B 90,1 điểm (xếp thứ
3), xã C 88 điểm (xếp thứ 2)'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds, holds
from tongket.checking.evidence.ranked import out_of_rank
from tongket.checking.evidence.totals_of_points import amount_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_VALUE = r"(?P<{0}>\d{{1,3}}(?:,\d{{1,2}})?)(?:/\d{{2,3}})?\s?(?:%|điểm(?!\w))"
_RANKED = re.compile(
    rf"(?:{_VALUE.format('first')}[,;]?\s?\(?(?:xếp|đứng|hạng|thứ|vị trí)(?: (?:thứ|hạng|vị trí|ở)){{0,2}} "
    rf"(?P<rank>\d{{1,2}})(?![\d/,.%]\d|\d|/)"
    rf"|(?<!\w)(?:[Hh]ạng|[Tt]hứ|[Vv]ị trí thứ|[Xx]ếp thứ) (?P<place>\d{{1,2}}):? "
    rf"[^.;:()\d\n]{{2,50}}?[,:(]? ?(?:đạt |với )?{_VALUE.format('second')})"
)
_PLACED = re.compile(
    r"(?:[Xx]ếp|đứng|[Hh]ạng|[Tt]hứ|[Vv]ị trí)(?: (?:thứ|hạng|vị trí|ở)){0,2} \d"
)  # each match holds one
_BREAKS = re.compile(r"(?<![A-ZĐ\d])\.\s|\n[^\S\n]*\n")
_NEAR = 90  # letters between two of a list


def check_ranks_listed(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one of a list has a better rank than another, or the same, and
    fewer points.

    Not flagged: lists of less than three, and those whose ranks follow no order.
    """
    run: list[re.Match[str]] = []
    for found in finds(_RANKED, report.text) if holds(_PLACED, report.text) else ():
        if run and not _goes_on(report.text, run[-1], found):
            yield from _check(report, run)
            run = []
        run.append(found)
    yield from _check(report, run)


def _goes_on(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    same = (one["rank"] is None) == (other["rank"] is None)
    return same and len(between) <= _NEAR and not _BREAKS.search(between)


def _check(report: Report, run: Sequence[re.Match[str]]) -> Iterator[Finding]:
    values = [amount_of(one["first"] or one["second"]) for one in run]
    ranks = [int(one["rank"] or one["place"]) for one in run]
    pair = out_of_rank(values, ranks)
    if pair is not None:
        one, other = (Span(*run[at].span()) for at in pair)
        yield told_otherwise(report.text, other, one)


CHECKS = (check_ranks_listed,)
