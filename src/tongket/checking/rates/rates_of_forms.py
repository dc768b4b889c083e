"""Percentages that a form sets beside its shares without a word (tỷ lệ ghi theo mẫu): '46/307 - 15%', or on the line
below, 'Số đơn vị đã thực hiện 18/71' above '- Tỷ lệ đạt 25%'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic. One such pair alone may be a share and a change;
that a pair beside it is right tells that the form is of percentages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import is_pen_slip
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report

_FORMS = (
    re.compile(r"\s?[-–]\s?"),
    re.compile(r"[ \t]*\n\s*(?:[-+*•–][ \t]*)?(?:[Tt][ỷỉ] lệ|[Đđ]ạt|[Cc]hiếm)(?![^\W\d_])[^.:;,()\d\n]{0,40}:?\s*"),
)
_ALL = 100
_TIMES = 5  # a percentage that is further off is of something else


def check_rates_of_forms(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the percentage that a form sets beside a share is not its own, while that of
    another share in the same form is.

    Not flagged: forms of which no pair is right; percentages that are far off; those that a word ties to their share.
    """
    tied = {report.figures[link.of].start for link in report.figure_links if link.kind == "percentage"}
    found: defaultdict[int, list[tuple[Figure, Figure]]] = defaultdict(list)
    for share, rate in pairwise(report.figures):
        if rate.unit == "%" and isinstance(share.value, Share) and share.value.whole and not is_hedged(rate):
            form = next(
                (at for at, form in enumerate(_FORMS) if form.fullmatch(report.text, share.end, rate.start)), -1
            )
            if form >= 0 and single(rate.value):
                found[form].append((share, rate))
    for pairs in found.values():
        wrong = [pair for pair in pairs if not _fits(*pair)]
        if len(wrong) < len(pairs):
            yield from (_finding(*pair) for pair in wrong if pair[1].start not in tied and _may_be_meant(*pair))


def _true(share: Figure) -> Decimal:
    return _ALL * share.value.part / share.value.whole if isinstance(share.value, Share) else Decimal(0)


def _fits(share: Figure, rate: Figure) -> bool:
    return fits(rate, _true(share), 2 * half_last_digit(rate.decimals))


def _may_be_meant(share: Figure, rate: Figure) -> bool:
    true, stated = _true(share), single(rate.value) or Decimal(0)
    return is_pen_slip(stated, true, rate.decimals) or stated < true * _TIMES < stated * _TIMES * _TIMES


def _finding(share: Figure, rate: Figure) -> Finding:
    whole = share.value.whole if isinstance(share.value, Share) else Decimal(0)
    told = rate_mismatch(rate, share, share, whole)
    return replace(told, related=told.related[:1])


CHECKS = (check_rates_of_forms,)
