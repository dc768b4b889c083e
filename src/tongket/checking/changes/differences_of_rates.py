"""Differences of rates in points (chênh lệch giữa hai tỷ lệ): 'đạt 86,25% dân số, thấp hơn 5,25% so với chỉ tiêu được
giao (91,5%)'.

A case of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.near_numbers import before, ends_between, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, shown, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ORDER = 3  # times: a difference that is further off than that, and no slip, is of something else
_BEYOND = re.compile(r"(?<!\w)(?:(?P<more>cao hơn|vượt|tăng|hơn)|(?P<less>thấp hơn|kém|giảm))(?: thêm)?\s$")
_THAN = re.compile(
    r"\s?(?:điểm(?: %| phần trăm)?\s)?so với (?:[^.;()%\n]{2,90}\((?:[^()\d%]{0,30}\s)?"
    r"|(?:kế hoạch|chỉ tiêu|mục tiêu|[Nn]ghị quyết)(?: [^\W\d_]+){0,5} )"
)
_THAN_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<more>cao hơn|vượt|tăng|hơn)|(?P<less>thấp hơn|kém|giảm))(?: so với)?"
    r" (?:cùng kỳ|(?:năm|nhiệm kỳ|kỳ|quý|khóa) trước|năm \d{4}|đầu (?:năm|kỳ|nhiệm kỳ)|kế hoạch|chỉ tiêu|mục tiêu"
    r"|bình quân|mức bình quân)(?: [^\W\d_]+){0,5}\s$"
)
_THAN_LED = re.compile(
    r"(?<!\w)[Ss]o với (?:cùng kỳ|(?:năm|nhiệm kỳ|kỳ|quý|khóa) trước|năm \d{4}|đầu|cuối|thời điểm)[^.;,()%\n]{0,30}"
    r" (?:(?P<more>tăng)|(?P<less>giảm))(?: thêm)?\s$"
)
_ITS_BRACKET = re.compile(r"\s?(?:điểm(?: %| phần trăm)?\s)?\((?:[^()\d%]{0,30}\s)?")
_REACH = 90  # letters of what it differs from
_THAN_THAT = re.compile(
    r"(?<!\w)(?:(?P<more>cao hơn|vượt|tăng)|(?P<less>thấp hơn|kém|giảm))(?: so với)? [^.;()%\n]{2,60}"
    r"\((?:[^()\d%]{0,30}\s)?$"
)
_POINTS = re.compile(r"\),?(?: là| tới| đến)?\s")
_IN_BRACKETS = re.compile(r"\([^()]*$")


def check_differences_of_rates(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a rate does not differ by the points told from the rate in brackets: 'đạt 86,25%
    dân số, thấp hơn 5,25% so với chỉ tiêu được giao (91,5%)'.

    Not flagged: differences that any rate of the sentence bears out, in points or in per cent of the earlier rate.
    """
    text = report.text
    for change, base, up in _told(report):
        if base.unit != "%" or not change.unit.startswith(("%", "điểm")) or base.qualifier or change.qualifier:
            continue
        first = min(change, base, key=attrgetter("start"))
        told = before(report, first, 6, 300)
        yearly = max((one.end for one in told if one.unit.startswith("%/")), default=0)  # 'lãi suất 6,6%/năm, thấp hơn'
        near = [one for one in told if one.start > yearly and _is_rate_told(text, one, first, base)]
        near = [one for one in near if not ends_between(report, one.end, first.start)]
        if (
            len(near) == 1
            and _goes_other_way(near[0], base, change, up=up)
            and _AT_ONCE.fullmatch(text, near[0].end, change.start)
            and not _AGAINST_AN_AIM.search(text, near[0].end, change.start)
        ):
            yield _other_way(change, near[0], base, up=up)
        elif near and not any(_differs(one, base, change) for one in near):
            yield from _check_difference(change, base, near, up=up)


def _told(report: Report) -> Iterator[tuple[Figure, Figure, bool]]:
    """The differences that are told, each with the rate from which something differs, before it or behind, and whether
    it is more: 'thấp hơn 5,25% so với chỉ tiêu (91,5%)', 'cao hơn cùng kỳ (45,12%) là 3,18 điểm phần trăm'.
    """
    text = report.text
    for one, other in pairwise(prose_of(report)):
        if other.unit == "%" and _THAN.fullmatch(text, one.end, other.start):
            said = _BEYOND.search(text, max(one.start - 16, 0), one.number_start)
            if said is not None or one.change is not None:
                yield one, other, bool(said["more"]) if said else one.change == "up"
        elif other.unit == "%" and one.unit == "%" and _ITS_BRACKET.fullmatch(text, one.end, other.start):
            low = max(one.start - _REACH, 0)
            said = _THAN_BEFORE.search(text, low, one.number_start) or _THAN_LED.search(text, low, one.number_start)
            if said is not None:
                yield one, other, bool(said["more"])
        elif one.unit == "%" and other.unit.startswith("điểm") and _POINTS.fullmatch(text, one.end, other.start):
            said = _THAN_THAT.search(text, max(one.start - _REACH, 0), one.start)
            if said is not None:
                yield other, one, bool(said["more"])


def _is_rate_told(text: str, one: Figure, first: Figure, base: Figure) -> bool:
    """Whether a number is a rate that is told for itself: no difference, and not in brackets, unless these close right
    before what is told of it: '15.608/17.940 hộ (87%), giảm 2% so với năm trước (89%)'; or a difference that an aim
    sets, too: 'giảm 2,33%, vượt 0,33% so với chỉ tiêu giảm 2%'.
    """
    grown = one.change is not None and (one.change == base.change or first.unit.startswith("điểm"))
    if grown and one.unit == "%" and not is_hedged(one):  # and 'tăng 8,5%, cao hơn 1,7 điểm phần trăm'
        return first.change is None and _AT_ONCE.fullmatch(text, one.end, first.start) is not None
    if one.unit != "%" or one.change or one.qualifier or single(one.value) is None:
        return False
    apart = _BEYOND.search(text, max(one.start - 16, 0), one.number_start)
    if apart is not None:
        return False
    return _AT_ONCE.fullmatch(text, one.end, first.start) is not None or not _IN_BRACKETS.search(
        text, max(one.start - 60, 0), one.start
    )


_AT_ONCE = re.compile(r"\s?\)?[,;]?\s\(?(?:[^\W\d_]+\s){0,6}")


_AGAINST_AN_AIM = re.compile(r"(?<!\w)(?:vượt|kém)(?!\w)")  # which may be to have less: 'còn 9,8%, vượt 0,2%'


def _goes_other_way(one: Figure, base: Figure, change: Figure, *, up: bool) -> bool:
    """Whether two rates differ by the points told, but the other way."""
    moved = (single(one.value) or Decimal(0)) - (single(base.value) or Decimal(0))
    stated = abs(single(change.value) or Decimal(0))
    return moved != 0 and abs(moved) == stated and (moved > 0) != up


def _other_way(change: Figure, one: Figure, base: Figure, *, up: bool) -> Finding:
    ways = ("tăng", "giảm") if up else ("giảm", "tăng")
    facts = {"now": one.text, "before": base.text, "true_way": ways[1], "way": ways[0]}
    related = (Span(one.start, one.end), Span(base.start, base.end))
    return Finding("change-mismatch", "error", Span(change.start, change.end), "direction", facts, related)


def _differs(one: Figure, base: Figure, change: Figure) -> bool:
    now, then, stated = (abs(single(value.value) or Decimal(0)) for value in (one, base, change))
    room = 2 * half_last_digit(min(one.decimals, max(change.decimals, base.decimals)))
    off = abs(now - then)
    return abs(off - stated) <= room or (then > 0 and abs(100 * off / then - stated) <= room)


def _check_difference(change: Figure, base: Figure, near: Sequence[Figure], *, up: bool) -> Iterator[Finding]:
    """The difference from the first rate of a sentence, where it is a slip or of the order of what is told."""
    stated, then = single(change.value) or Decimal(0), single(base.value) or Decimal(0)
    for one in near:
        moved = (single(one.value) or Decimal(0)) - then
        slips = (
            is_pen_slip(stated, abs(moved), change.decimals),
            is_pen_slip(then, then + moved - (stated if up else -stated), base.decimals),
            is_pen_slip(then + moved, then + (stated if up else -stated), one.decimals),
        )
        right_way = (moved > 0) == up
        if any(slips) or (right_way and len(near) == 1 and moved and abs(abs(moved) - stated) * _ORDER <= stated):
            digits = max(change.decimals, one.decimals, base.decimals)
            facts = {"now": one.text, "before": base.text, "change": change.text}
            facts["true"] = f"{shown(round(abs(moved), digits))}%"
            related = (Span(one.start, one.end), Span(base.start, base.end))
            yield Finding("change-mismatch", "warning", Span(change.start, change.end), "", facts, related)
            return


CHECKS = (check_differences_of_rates,)
