"""Findings that numbers do not make one another, put into facts in one way, whichever check holds them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount
from tongket.checking.evidence.numbers import is_cut_off, room_of_whole, shown, shown_as
from tongket.model.figures import Figure
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.quantities import Share


def sum_mismatch(
    whole: Figure, of: Decimal, parts: Sequence[Figure], made: Decimal, *, like: Figure | None = None, less: int = 0
) -> Finding:
    """That parts, of which the last ``less`` are taken off, make ``made`` and not ``of``, the amount of the whole or of
    a share's term; ``like``: the number in whose unit both are shown. A hint where rounding may have made it so.
    """
    like = like or whole
    words = [shown_as(amount(one), one) for one in parts]
    added = max(len(words) - less, 1)
    facts = {
        "parts": " - ".join((" + ".join(words[:added]), *words[added:])),
        "sum": shown_as(made, like),
        "total": shown_as(of, like),
    }
    related = tuple(Span(one.start, one.end) for one in parts)
    severity: Severity = "info" if abs(made - of) <= room_of_whole(whole, parts) else "error"
    return Finding("sum-mismatch", severity, Span(whole.start, whole.end), "", facts, related)


def rate_mismatch(rate: Figure, part: Figure, whole: Figure, of: Decimal) -> Finding:
    """That a percentage is not what its part is of ``of``, the amount of the whole or of a share's term."""
    facts = {
        "part": shown_as(amount(part), part),
        "whole": shown(of) if isinstance(whole.value, Share) else shown_as(of, whole),
    }
    return rate_told(rate, 100 * amount(part) / of, facts, [part, whole])


def rate_told(rate: Figure, true: Decimal, of: Mapping[str, str], by: Sequence[Figure]) -> Finding:
    """That a percentage is not ``true``, which ``by`` make of it; a hint where it is, but for rounding up: '97,21%' of
    97,2156. ``of``: how its part and its whole are shown.
    """
    place, related = Span(rate.start, rate.end), tuple(Span(one.start, one.end) for one in by)
    if is_cut_off(rate, true):
        digits = rate.decimals + 1
        facts = {**of, "true_pct": shown(round(true, digits), digits), "pct": shown(rate.value)}
        facts["rounded"] = shown(round(true, rate.decimals), rate.decimals)
        return Finding("ratio-mismatch", "info", place, "cut", facts, related)
    digits = max(rate.decimals, 2)
    facts = {**of, "true_pct": shown(round(true, digits), digits), "pct": shown(rate.value)}
    return Finding("ratio-mismatch", "error", place, "", facts, related)
