"""Two shares with their percentages, told of two times, against the change between them (tỷ lệ và số hộ của hai thời
điểm): 'từ 62/310 hộ (20%) xuống còn 45/312 hộ (14,42%), giảm 5,85%, tương ứng giảm 71 hộ'.

A case of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, are_in_one_sentence, before, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, shown, single
from tongket.checking.evidence.told import is_alike
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_POINTS = ("%", "điểm phần trăm", "điểm %")
_MOST, _FAR = 8, 300  # numbers and letters before a change
_PAIR = 2
_ALL = 100


def check_shares_of_two_times(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change told behind two shares and their percentages is a slip of the one that
    they make.

    Not flagged: sentences of more shares or percentages than two; changes in per cent of what there was.
    """
    for change in prose_of(report):
        stated = single(change.value)
        if change.change is None or is_hedged(change) or stated is None:
            continue
        near = [
            one for one in before(report, change, _MOST, _FAR) if are_in_one_sentence(report, one.start, change.start)
        ]
        shares = [one for one in near if isinstance(one.value, Share)]
        rates = [one for one in near if one.unit == "%" and not one.change]
        if (
            len(shares) != _PAIR
            or len(rates) != _PAIR
            or not is_alike(shares[0], shares[1])
            or any(map(is_hedged, near))
        ):
            continue
        if not all(map(_is_its_rate, shares, rates)):
            continue
        pair = rates if change.unit in _POINTS else shares if is_alike(change, shares[0]) else []
        if pair:
            yield from _check(change, abs(stated), pair, shares)


def _is_its_rate(share: Figure, rate: Figure) -> bool:
    """Whether a percentage is that of a share, as far as it is printed."""
    assert isinstance(share.value, Share)
    true = _ALL * share.value.part / share.value.whole if share.value.whole else Decimal(0)
    return abs(true - (single(rate.value) or Decimal(0))) <= 2 * half_last_digit(rate.decimals)


def _check(change: Figure, stated: Decimal, pair: Sequence[Figure], shares: Sequence[Figure]) -> Iterator[Finding]:
    then, now = (amount(one) if isinstance(one.value, Share) else single(one.value) or Decimal(0) for one in pair)
    true = abs(now - then)
    digits = max(change.decimals, *(one.decimals for one in pair))
    room = 2 * half_last_digit(digits) if pair[0].unit == "%" else Decimal(0)
    of_then = [_ALL * true / then] if then else []
    first, last = map(amount, shares)
    of_then += [_ALL * abs(last - first) / first] if first else []
    in_per_cent = change.unit == "%" and any(
        abs(one - stated) <= 2 * half_last_digit(change.decimals) for one in of_then
    )
    if abs(true - stated) > room and not in_per_cent and is_pen_slip(stated, true, change.decimals):
        unit = "%" if pair[0].unit == "%" else f" {change.unit}"
        facts = {"now": pair[1].text, "before": pair[0].text, "change": change.text.lstrip("+-–")}
        facts["true"] = f"{shown(round(true, digits))}{unit}"
        related = (Span(pair[1].start, pair[1].end), Span(pair[0].start, pair[0].end))
        yield Finding("change-mismatch", "error", Span(change.start, change.end), "", facts, related)


CHECKS = (check_shares_of_two_times,)
