"""Percentages whose whole the words name (tỷ lệ trên kế hoạch, trên số đã nêu): a plan told alone, the number that
'trong số đó' points back to, the number before a list whose percentages all are of another one.

Unlike those of ``rates_near`` they need be no slip of the pen. Cases of ``ratio-mismatch``, whose page stands with the
arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, before, behind, counts_alike, ends_between, is_pen_slip
from tongket.checking.evidence.numbers import is_hedged, shown, shown_as, single
from tongket.checking.evidence.same_matter import are_of_two_years
from tongket.checking.evidence.told import is_plain, whole_range
from tongket.checking.rates.excused_rates import are_of_their_own, has_siblings, is_borne_out
from tongket.checking.rates.tied_rates import OF_A_PLAN, Told, is_rate_of, terms_near, tied_rates, told_rates
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")  # of what is stated, beyond which a percentage is of something else
_ENDS = re.compile(r"\s?[.,;)](?!\d)|\s*\n|\s*$")
_OF_ITS_PLAN = re.compile(
    r"\s?(?:so (?:với )?)?(?:tổng )?(?:kế hoạch|chỉ tiêu|dự toán|KH|DT)(?!\w)"
    r"(?! (?:\d|trung hạn|giai đoạn|nhiệm kỳ|cả nhiệm))"
)
_AMONG = re.compile(
    r"(?<!\w)[Tt]rong (?:tổng )?(?:số|đó)(?!\w)(?! (?:các|những) năm)[^.;\d\n]{0,70}$"
    r"|(?<!\w)(?:[Ss]ố này|[Tt]rong các [^.;,\d\n]{2,30} (?:này|đó|trên))(?!\w)[^.;\d\n]{0,50}$"
)
_ITS_OWN = re.compile(r"(?<!\w)(?:[Rr]iêng|cùng kỳ|năm trước|bình quân|lũy kế|[Ll]uỹ kế)(?!\w)")


def check_rates_of_said_wholes(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage is not that of the only plan near it, or of the number that 'trong số
    đó' points back to: 'Kế hoạch giao 375,8 tỷ đồng. Đã giải ngân 203,6 tỷ đồng, đạt 57% kế hoạch'.

    Not flagged: percentages that any two numbers near them make; what is far from its number, and so of another one.
    """
    for rate, part in tied_rates(report):
        told = Told(rate, part, tuple(terms_near(report, rate, part)))
        if not told.wholes or any(is_rate_of(told, of) for _, of in told.wholes):
            continue
        whole = _plan_of(report, told) or _total_of(report.text, told)
        whole = whole or _pointed_at(report, told) or _dealt_with(report, told)
        if whole is None or rate.value == _ALL:
            continue  # all: of those that it may deal with
        stated, true = single(told.rate.value) or Decimal(0), 100 * amount(told.part) / whole[1]
        if not stated * _LEAST <= true <= stated * _MOST or has_siblings(report, told):
            continue
        if not OF_A_PLAN.match(report.text, rate.end) and are_of_their_own(report, told, whole[1]):
            continue
        if not is_borne_out(report, told.rate):
            yield rate_mismatch(told.rate, told.part, *whole)


def _plan_of(report: Report, told: Told) -> tuple[Figure, Decimal] | None:
    """The plan that a percentage of a plan is of, where the sentence or the one before it tells one alone."""
    text, rate = report.text, told.rate
    if not _OF_ITS_PLAN.match(text, rate.end) or is_hedged(rate):
        return None
    plans = [(one, of) for one, of in told.wholes if not isinstance(one.value, Share)]
    if len({of for _, of in plans}) != 1 or plans[0][0].start > rate.start:
        return None
    plan = plans[0][0]
    between = before(report, told.part, _BETWEEN, told.part.start - plan.end)
    others = [one for one in between if one.unit == "%" or (counts_alike(one, plan) and is_plain(one))]
    alone = not others and len(ends_between(report, plan.end, told.part.start)) <= 1
    alone = alone and not are_of_two_years(report, plan, told.part)
    return plans[0] if alone and not _ITS_OWN.search(text, plan.end, told.part.start) else None


_ALL = 100
_BETWEEN = 4  # numbers between a plan and its result


_OF_TOTAL = re.compile(
    r"\s?(?:so với |trên |trong |của )?tổng (?:số )?(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,5}?)"
    r"(?=[.,;:)\n]|$|,? (?:của|trên|toàn|trong|đã|được|tại|cả|các|và|huyện|xã|tỉnh|phường|thị trấn)(?!\w))"
)
_TOTAL_IS = re.compile(r"(?<!\w)[Tt]ổng (?:số )?(?P<name>[^.,;:()\d\n]{3,110})$")
_GOES_ON = re.compile(
    r"(?: (?:các chương trình|trên địa bàn|toàn|của|là|đạt|đến|hiện|tại|năm|trong|được|thực hiện|ước|có|gồm)(?!\w).*)?"
    r"\s*"
)


def _total_of(text: str, told: Told) -> tuple[Figure, Decimal] | None:
    """The total that a percentage names, where only one near it bears that name: 'Tổng dư nợ trên địa bàn đạt 412,5
    tỷ đồng ... chiếm 33% tổng dư nợ'.
    """
    named = _OF_TOTAL.match(text, told.rate.end)
    if named is None or is_hedged(told.rate):
        return None
    found = [(one, of) for one, of in told.wholes if _bears(text, one, named["name"].lower()) and is_plain(one)]
    return found[0] if len({of for _, of in found}) == 1 else None


def _bears(text: str, one: Figure, name: str) -> bool:
    total = _TOTAL_IS.search(text, max(one.start - 130, 0), one.start)
    said = total["name"].lower() if total else ""
    return said.startswith(name) and _GOES_ON.fullmatch(said, len(name)) is not None


def _pointed_at(report: Report, told: Told) -> tuple[Figure, Decimal] | None:
    """The number right before a part that is said to be among it: 'có 85 người trúng cử, trong đó có 19 nữ, chiếm'."""
    text, part = report.text, told.part
    if OF_A_PLAN.match(text, told.rate.end) or not _ENDS.match(text, told.rate.end) or is_hedged(told.rate):
        return None
    if not told.wholes or not _is_among(text, told):
        return None
    whole, of = told.wholes[0]
    between = before(report, part, 1, part.start - whole.end)
    plain = is_plain(whole) and not whole.target and whole.end <= part.start and not between
    near = plain and len(ends_between(report, whole.end, part.start)) <= 1 and ";" not in text[whole.end : part.start]
    return (whole, of) if near and not _ITS_OWN.search(text, whole.end, part.start) else None


_TOTAL_OF_ALL = re.compile(r"(?<!\w)[Tt]rong (?:tổng )?số $")


def _is_among(text: str, told: Told) -> bool:
    whole, part = told.wholes[0][0], told.part
    if _AMONG.search(text, max(part.start - 110, 0), part.start):
        return True
    if _STOP.search(text, whole.end, part.start):
        return False
    if _TOTAL_OF_ALL.search(text, max(whole.start - 16, 0), whole.start):
        return True
    opens = _OPENS.search(text, max(whole.start - 12, 0), whole.start) is not None
    return opens and _THERE_ARE.search(text, whole.end, part.start) is not None


_STOP = re.compile(r"[.;:\n](?!\d)")
_OPENS = re.compile(r"(?:\A|[.;:\n] ?|[-+*•] )Trong $")  # 'Trong 128 cơ sở có 56 cơ sở được cấp giấy'
_THERE_ARE = re.compile(r"(?<!\w)(?:có|đã|mới)(?: chỉ)?(?: có)? $")


_DONE = re.compile(
    r"(?<!\w)(?:giải quyết|xử lý|khám phá|làm rõ|thi hành|hòa giải thành|hoà giải thành|trả lời|thu hồi|khắc phục"
    r"|phân bổ|giải ngân|sử dụng)"
    r"(?: xong| được| dứt điểm| đúng hạn)*\s$"
)


_IS_DONE = re.compile(
    r"[^.;,\d()\n]{0,40}(?<!\w)được (?:giải quyết|xử lý|trả lời|khắc phục)(?!\w)[^.;\d()\n]{0,25}\(?[^.;\d()\n]{0,15}"
)


def _dealt_with(report: Report, told: Told) -> tuple[Figure, Decimal] | None:
    """What there was to deal with, where the sentence of a part or the one before it tells one number alone, or what
    came and what was left: 'thụ lý 42 vụ/85 bị can. Cơ quan điều tra đã giải quyết 32 vụ/47 bị can (đạt 76,19%)'.
    """
    text, part = report.text, told.part
    led = _DONE.search(text, max(part.start - 45, 0), part.start)
    done = led or _IS_DONE.fullmatch(text, part.end, told.rate.start)
    if not done or not _ENDS.match(text, told.rate.end):
        return None
    if is_hedged(told.rate) or OF_A_PLAN.match(text, told.rate.end):
        return None
    wide = [(one, of) for one, of in told.wholes if 2 * of >= amount(part)]
    near = [(one, of) for one, of in wide if len(ends_between(report, one.end, part.start)) <= 1]
    added = [(one, of) for one, of in near if of != amount(one)]
    wholes = added or near
    if len({of for _, of in wholes}) != 1 or not is_plain(wholes[0][0]) or wholes[0][0].start > part.start:
        return None
    return None if _ITS_OWN.search(text, wholes[0][0].end, part.start) else wholes[0]


def check_rates_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the fraction in brackets behind a percentage tells its part anew, with another
    number: '6.482 hồ sơ, đạt 98,2% (6.842/6.967)'.

    Not flagged: fractions that are no slip of the part, and so of something else.
    """
    for rate, part in tied_rates(report):
        for share in behind(report, rate, 1, 3):
            if not isinstance(share.value, Share) or report.text[rate.end : share.start].strip() != "(":
                continue
            told = Told(rate, part, ((share, share.value.whole),))
            first = Told(rate, replace(part, base_value=share.value.part), told.wholes)
            slip = is_pen_slip(amount(part), share.value.part) and amount(part) >= _TELLING
            if slip and is_rate_of(first, share.value.whole) and not is_rate_of(told, share.value.whole):
                yield rate_mismatch(told.rate, told.part, share, share.value.whole)


_TELLING = 100


def check_wholes_of_rates(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the number before a list is, but for a slip of the pen, the one that all its
    percentages are of: '95 đại biểu, trong đó nữ 19 đại biểu (22,35%); dân tộc 24 đại biểu (28,24%)' of 85.

    Not flagged: lists of which any number near them is the whole; one percentage alone.
    """
    pairs = [told for told in told_rates(report) if _ENDS.match(report.text, told.rate.end)]
    for one, other in pairwise(pairs):
        if not counts_alike(one.part, other.part) or amount(one.part) == amount(other.part):
            continue
        near = before(report, other.part, 1, other.part.start - one.rate.end)
        ends = ends_between(report, one.rate.end, other.part.start)
        if near or ends or any(is_rate_of(one, of) for _, of in one.wholes):
            continue
        if any(is_rate_of(other, of) for _, of in other.wholes):
            continue
        meant = _meant(one, other)
        whole = _first_before(report, one)
        if meant and whole is not None and any(is_pen_slip(amount(whole), value) for value in meant):
            yield _finding(whole, (one.part, other.part), one.rate)


def _meant(one: Told, other: Told) -> list[Decimal]:
    """The counts of which two parts have their percentages; none where they leave many open."""
    (low, high), (least, most) = whole_range(one.part, one.rate), whole_range(other.part, other.rate)
    first = max(low, least).to_integral_value(ROUND_CEILING)
    last = min(high, most).to_integral_value(ROUND_FLOOR)
    if first > last or (last - first) * 100 > first:
        return []
    return [first + more for more in range(min(int(last - first), _OPEN) + 1)]


_OPEN = 8  # counts that two percentages may leave open


def _first_before(report: Report, told: Told) -> Figure | None:
    """The number that heads a list: the only one of its unit right before its first part."""
    if len(told.wholes) < 1:
        return None
    whole = told.wholes[0][0]
    next_to = whole.end <= told.part.start and not before(report, told.part, 1, told.part.start - whole.end)
    plain = is_plain(whole) and amount(whole) == single(whole.value)
    return whole if next_to and plain and len(ends_between(report, whole.end, told.part.start)) <= 1 else None


def _finding(whole: Figure, parts: Sequence[Figure], rate: Figure) -> Finding:
    facts = {
        "part": shown_as(amount(parts[0]), parts[0]),
        "whole": shown_as(amount(whole), whole),
        "true_pct": shown(round(100 * amount(parts[0]) / amount(whole), max(rate.decimals, 2))),
        "pct": shown(rate.value),
    }
    related = tuple(Span(one.start, one.end) for one in (*parts, whole))
    return Finding("ratio-mismatch", "error", Span(rate.start, rate.end), "", facts, related)
