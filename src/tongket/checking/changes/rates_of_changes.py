"""Changes told with their rate (mức tăng, giảm kèm tỷ lệ): 'xảy ra 53 vụ, 31 người chết. So với cùng kỳ giảm 9 vụ
(14,52%), giảm 2 người chết (6,06%)'.

Cases of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.asides import main_line
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    chance_of,
    chance_of_slip,
    counts_alike,
    ends_between,
    is_pen_slip,
    prose_of,
)
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, rounding, shown, shown_as, single
from tongket.checking.evidence.told import is_measured, is_off_by_zeros, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_TIME = r"(?:năm|tháng|quý|kỳ|ngày|thời điểm) [\dIV][\d/.-]*"
_AT_A_RATE = re.compile(
    rf"(?:[^.;,()\d\n]|(?<!\w){_TIME}){{0,60}}?(?:\s?\(\s?"
    r"(?:(?:tăng|giảm|tương ứng|tương đương|bằng|tỷ lệ|tỉ lệ|tức|=|[+–-])\s?)*"  # '(đạt 90%)' is of what there is
    r"|,\s(?:với )?(?:tương ứng|tương đương|(?:tỷ lệ|tỉ lệ|tốc độ) (?:tăng|giảm)|tức)"
    r"(?: (?:tăng|giảm|với|đạt|là|tỷ lệ))*\s)"
)
_AND_SO = re.compile(r"[,;] (?:tăng|giảm) ")
_AS_PART = re.compile(r"\s?[,;]\s(?:bằng|đạt)(?: tỷ lệ)?\s")
_THAN = re.compile(
    r"\s?so với (?:cùng kỳ|năm|đầu|cuối|thời điểm|nhiệm kỳ|kỳ|quý|tháng|(?:0?6|0?9|\d{1,2}) tháng)(?!\w)"
)
_OF_OTHERS = re.compile(r"\s?(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH(?!\w)|tổng|dân số|số |trên |trong )")
_NEAR, _FAR = 14, 700  # numbers and letters before a change among which stands what there is now
_MOST_SENTENCES = 3
_IN_BRACKETS = re.compile(r"\([^()]*$")
_ORDER = 3  # times: a rate that is further off than that, and no slip, is of something else
_FEW = 10
_SAID = 0.3  # chance that a slip of a number that the words name is none
_SURE = 0.03  # chance that a slip of a number that no word names is none
_CLAUSE = re.compile(r"[.,;:!?()]\s|\n|[()]|\d[\d.,/]*")
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    key(word)
    for word in (
        *(
            "số",
            "tổng",
            "các",
            "của",
            "so",
            "với",
            "năm",
            "kỳ",
            "cùng",
            "trước",
            "đã",
            "được",
            "có",
            "là",
            "toàn",
            "và",
        ),
        *("làm", "xảy", "ra", "tăng", "giảm", "trong", "đó", "người", "vụ", "thêm", "đạt", "còn", "thì", "cũng", "đến"),
    )
)


def check_rates_of_changes(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the rate that stands with a change is not that of the change from what there was:
    'có 18.011 người, tăng 2.640 người (tăng 14,65%) so với cùng kỳ'.

    Allowed: a whole unit of the last printed digit. Not flagged: rates that any number near them bears out; what
    there is now where no word tells which number it is, but for a slip.
    """
    for change, rate in pairwise(prose_of(report)):
        stated = single(rate.value)
        if not change.change or change.unit == "%" or rate.unit != "%" or not stated or not amount(change):
            continue
        if change.qualifier or rate.qualifier or change.target or single(change.base_value) is None:
            continue
        as_part = _AS_PART.fullmatch(report.text, change.end, rate.start) and _THAN.match(report.text, rate.end)
        told = as_part or _AT_A_RATE.fullmatch(report.text, change.end, rate.start)
        alike = change.change == rate.change and _AND_SO.fullmatch(report.text, change.end, rate.number_start)
        if not (told or alike) or _OF_OTHERS.match(report.text, rate.end):
            continue
        near = _values_near(report, change, rate)
        if as_part and any(_is_part_of_then(change, rate, one) for one in near):
            continue
        if _is_of_a_hedge(report, change, near) or _is_of_the_whole(report, change, rate, near):
            continue
        true = {one.start: _rate(change, one) for one in near}
        now = _now(report, change, near) if near else None
        if near and not any(_bears_out(change, rate, one, is_now=one is now) for one in near):
            if _leaves_none(report, change, rate, now):
                continue
            if now is not None and (_is_beside(report, change, now) or _may_be(change, rate, now, true[now.start])):
                yield _finding(change, rate, now, true[now.start])
            elif now is None:
                yield from _slips(change, rate, near)


def _is_part_of_then(change: Figure, rate: Figure, now: Figure) -> bool:
    """Whether a rate is what there is in what there was: '155 hộ, giảm 27 hộ, bằng 85,2% so với năm trước'."""
    then = amount(now) + (amount(change) if change.change == "down" else -amount(change))
    stated = single(rate.value) or Decimal(0)
    return then > 0 and abs(100 * amount(now) / then - stated) <= 2 * half_last_digit(rate.decimals) + _ROOM


_ROOM = Decimal("0.01")


def _values_near(report: Report, change: Figure, rate: Figure) -> list[Figure]:
    """The numbers of its unit near a change, the nearest first."""
    held = [*reversed(before(report, change, _NEAR, _FAR)), *behind(report, rate, 1, 60)]
    return [
        one
        for one in held
        if is_plain(one)
        and amount(one)
        and counts_alike(one, change)
        and not (one.start < change.start and _IN_BRACKETS.search(report.text, max(one.start - 60, 0), one.start))
        and (one.start > change.start or len(ends_between(report, one.end, change.start)) <= _MOST_SENTENCES)
    ]


def _is_of_a_hedge(report: Report, change: Figure, near: Sequence[Figure]) -> bool:
    """Whether the number of its unit that stands nearest before a change, in its sentence, is told as one of about that
    size: 'nợ xấu khoảng 360 tỷ đồng, ...; so với đầu năm tăng 208 tỷ đồng (+136%)'.
    """
    nearest = max((one.start for one in near if one.start < change.start), default=0)
    hedged = (one for one in before(report, change, _NEAR, _FAR) if one.qualifier and not is_plain(one))
    return any(
        one.start > nearest and counts_alike(one, change) and not ends_between(report, one.end, change.start)
        for one in hedged
    )


_OWN_RATE = re.compile(r"[^.;,()\d\n]{0,30}(?:\s?\(|,\s(?:chiếm|đạt|bằng)\s)(?:(?:tỷ lệ|tỉ lệ|chiếm|đạt|bằng)\s)*")


def _is_of_the_whole(report: Report, change: Figure, rate: Figure, near: Sequence[Figure]) -> bool:
    """Whether a rate is in points of the whole of which what there is now is a rate too: 'có 540 xã (60%) đạt chuẩn,
    tăng 9 xã (1%)'.
    """
    stated = abs(single(rate.value) or Decimal(0))
    for one in near:
        own = behind(report, one, 1, 60) if one.start < change.start else ()
        share = single(own[0].value) if own and own[0].unit == "%" and not own[0].change else None
        if not share or not _OWN_RATE.fullmatch(report.text, one.end, own[0].start):
            continue
        room = half_last_digit(rate.decimals) + stated * half_last_digit(own[0].decimals) / share
        if abs(amount(change) * share / amount(one) - stated) <= room:
            return True
    return False


def _rate(change: Figure, now: Figure) -> Decimal:
    """The true rate of a change to what there is now; zero where there was nothing."""
    moved = amount(change)
    then = amount(now) - moved if change.change == "up" else amount(now) + moved
    return 100 * moved / then if then > 0 else Decimal(0)


def _bears_out(change: Figure, rate: Figure, one: Figure, *, is_now: bool) -> bool:
    """Whether a rate is that of the change to a number, or from one that is not what there is now."""
    stated, moved = abs(single(rate.value) or Decimal(0)), amount(change)
    room = half_last_digit(rate.decimals) + 100 * _room(change, one) / amount(one)
    of_then, of_now = abs(_rate(change, one) - stated), abs(100 * moved / amount(one) - stated)
    return of_then <= room + half_last_digit(rate.decimals) or (of_now <= room and not is_now)


def _room(change: Figure, one: Figure) -> Decimal:
    return _rounded(change) + _rounded(one)


def _rounded(one: Figure) -> Decimal:
    """How far a number may be from the exact one: a measure in whole tons or hectares by half of one."""
    exact, printed = single(one.base_value), single(one.value)
    if not one.decimals and exact and printed and is_measured(one):
        return half_last_digit(0) * abs(exact / printed)
    return rounding(one.value, one.base_value)


def _now(report: Report, change: Figure, near: Sequence[Figure]) -> Figure | None:
    """The number that the change is of: that right before it; in the nearest sentence, the only one, or that whose
    words its own words repeat.
    """
    earlier = [one for one in near if one.start < change.start]
    if not earlier:
        return None
    divided = [one for one in main_line(report, change) if one in earlier]
    if len(divided) == 1 < len(earlier) and report.text.startswith(";", earlier[0].end):
        return divided[0]  # 'có 6.480 người, trong đó bắt buộc 4.950 người, tự nguyện 1.530 người; tăng 480 người (8%)'
    if _is_beside(report, change, earlier[0]):
        return earlier[0]
    earlier = [one for one in earlier if _are_of_one_unit(one, change)]
    if not earlier:
        return None
    ends = len(ends_between(report, earlier[0].end, change.start))
    earlier = [one for one in earlier if len(ends_between(report, one.end, change.start)) == ends]
    mine = _words(report.text, change)
    scores = [len(mine & _words(report.text, one)) for one in earlier]
    best = max(scores)
    if best and scores.count(best) == 1:
        return earlier[scores.index(best)]
    return earlier[0] if len(earlier) == 1 and not _is_beside_a_share(report, change, earlier[0]) else None


def _is_beside_a_share(report: Report, change: Figure, now: Figure) -> bool:
    """Whether the sentence of a number tells two others of its unit as 'a/b', any of which may be what there is now:
    'điều tra 341/360 vụ, khám phá 35 vụ rất nghiêm trọng'.
    """
    shares = (one for one in before(report, change, _NEAR, _FAR) if isinstance(one.value, Share))
    return any(
        _are_of_one_unit(one, change) and not ends_between(report, min(one.end, now.end), max(one.start, now.start))
        for one in shares
    )


def _are_of_one_unit(one: Figure, other: Figure) -> bool:
    first, second = f"{one.base_unit} ", f"{other.base_unit} "
    return first.startswith(second) or second.startswith(first)


def _is_beside(report: Report, change: Figure, now: Figure) -> bool:
    """Whether a number stands right before the change in one sentence."""
    last = before(report, change, 1, _FAR)
    return bool(last) and last[0] is now and not ends_between(report, now.end, change.start)


def _leaves_none(report: Report, change: Figure, rate: Figure, now: Figure | None) -> bool:
    """Whether a fall is by all there was, and no number stands right before it: that none are left, words tell: 'không
    xảy ra vụ nào. So với cùng kỳ giảm 1 vụ (100%)'.
    """
    beside = now is not None and _is_beside(report, change, now)
    return change.change == "down" and single(rate.value) == _ALL and not beside


def _words(text: str, one: Figure) -> frozenset[str]:
    """The telling words of the clause that a number stands in, up to the next numbers."""
    tail = _CLAUSE.search(text, one.number_end, one.number_end + 40)
    said = text[one.number_end : tail.start() if tail else one.number_end + 40]
    said += " " + _CLAUSE.split(text[max(one.start - 50, 0) : one.number_start])[-1]
    return frozenset(key(word) for word in _WORD.findall(said)) - _EMPTY


def _may_be(change: Figure, rate: Figure, now: Figure, true: Decimal) -> bool:
    """Whether a rate is meant for a change that it is not of: it is of its order, or one of the three is a slip."""
    stated = abs(single(rate.value) or Decimal(0))
    few = amount(change) < _FEW and single(change.value) == amount(change)  # of one digit, which a slip makes another
    order = _ORDER * (1 + few)
    if true and true <= order * stated <= order * order * true:
        return True
    return bool(true and is_off_by_zeros(stated, true)) or _is_slip(change, rate, now)


def _is_slip(change: Figure, rate: Figure, now: Figure) -> bool:
    """Whether the rate, the change or what there is now is a slip of what the two others make."""
    stated, true = abs(single(rate.value) or Decimal(0)), _rate(change, now)
    if true and is_pen_slip(stated, round(true, rate.decimals), rate.decimals):
        return True
    room, up = half_last_digit(rate.decimals), change.change == "up"
    low, high = max(stated - room, room / 10), stated + room
    moved = [amount(now) * one / (100 + one if up else 100 - one) for one in (low, high) if up or one < _ALL]
    ends = [amount(change) * (100 + one if up else 100 - one) / one for one in (high, low)]
    spans = ((change, moved), (now, ends))
    return any(len(span) == 2 and chance_of_slip(one, min(span), max(span)) <= _SAID for one, span in spans)


_ALL = 100


def _slips(change: Figure, rate: Figure, near: Sequence[Figure]) -> Iterator[Finding]:
    for now in near:
        if _is_slip(change, rate, now) and chance_of(single(rate.value) or Decimal(0), len(near)) <= _SURE:
            yield _finding(change, rate, now, _rate(change, now))
            return


_EQUAL = r"(?:(?:tương ứng|tương đương|bằng|tức(?: là)?|hay)(?: với)?\s)"
_OPENS_A_CHANGE = (
    re.compile(  # 'tăng 3,2% (+58 con)', 'tăng 0,74% so với cùng kỳ (bằng 837 ha)', 'tăng 1,68%, bằng 2.217 tấn'
        r"(?:\s(?:so )?với [^.;,()\n]{2,60}?)?"
        rf"(?:\s?(?P<bracket>\()\s?{_EQUAL}?|,\s(?:và )?{_EQUAL}|\shay\s)(?P<way>[+–−-]|tăng|giảm)?\s?"
    )
)
_CLOSES = re.compile(r"[^()\d\n]{0,20}\)")
_NOT_OF_IT = re.compile(
    r"[^.;,()\n]{0,12}(?:kế hoạch|chỉ tiêu|dự toán|KH(?!\w)|năm (?:19|20)\d\d)"
)  # 'bằng 45 ha năm 2020'
_HEDGED_ROOM = Decimal("0.2")  # of a rate, where what there is now is told as 'trên 280.000 con'


def check_changes_behind_rates(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the change that stands behind its rate is not that rate of what there was: 'đàn
    trâu có 2.783 con, tăng 3,2% (+58 con)', 'sản lượng đạt 134.161 tấn, tăng 1,68%, bằng 2.217 tấn so với cùng kỳ'.

    Allowed: a whole unit of the last printed digit. Not flagged: rates of another order; numbers that may be what
    there was.
    """
    figures = prose_of(report)
    for now, rate, change in zip(figures, figures[1:], figures[2:], strict=False):
        stated = single(rate.value)
        if rate.unit != "%" or not rate.change or change.unit == "%" or not stated or not amount(change):
            continue
        if not _is_change_behind(report.text, rate, change) or change.qualifier or rate.qualifier:
            continue
        if single(now.base_value) is None or now.change or now.unit == "%" or not counts_alike(now, change):
            continue
        if ";" not in report.text[now.end : rate.start] and not ends_between(report, now.end, rate.start):
            yield from _check_behind(report.text, now, rate, change)


def _is_change_behind(text: str, rate: Figure, change: Figure) -> bool:
    """Whether a number behind a rate is told as the change that the rate is of."""
    opened = _OPENS_A_CHANGE.fullmatch(text, rate.end, change.number_start)
    if opened is None or _NOT_OF_IT.match(text, change.end):
        return False
    return not opened["bracket"] or _CLOSES.match(text, change.end) is not None


def _check_behind(text: str, now: Figure, rate: Figure, change: Figure) -> Iterator[Finding]:
    stated, moved = single(rate.value) or Decimal(0), abs(amount(change))
    then = amount(now) - moved if rate.change == "up" else amount(now) + moved
    if then <= 0:
        return
    true = 100 * moved / then
    room = 2 * half_last_digit(rate.decimals) + 100 * _room(change, now) / then
    if is_hedged(now):
        room += max(true, stated) * _HEDGED_ROOM
    signed = change.change is not None or amount(change) < 0 or text[change.number_start - 1] == "+"
    if not signed and _ORDER * moved > then:
        return  # 'giảm 60% (2.500 con)': what there was
    likely = true <= _ORDER * stated <= _ORDER * _ORDER * true or is_pen_slip(stated, true, rate.decimals)
    if abs(true - stated) > room and (likely or is_off_by_zeros(stated, true)):
        yield _told(rate, (now, change), then, true)


def _finding(change: Figure, rate: Figure, now: Figure, true: Decimal) -> Finding:
    moved = amount(change)
    then = amount(now) - moved if change.change == "up" else amount(now) + moved
    return _told(rate, (now, change), then, true)


def _told(rate: Figure, by: tuple[Figure, Figure], then: Decimal, true: Decimal) -> Finding:
    now, change = by
    digits = max(rate.decimals, 1)
    facts = {"now": shown_as(amount(now), now), "before": shown_as(then, now)}
    facts |= {"true": f"{shown(round(true, digits), digits)}%", "change": rate.text.lstrip("+-–")}
    related = (Span(now.start, now.end), Span(change.start, change.end))
    return Finding("change-mismatch", "warning", Span(rate.start, rate.end), "", facts, related)
