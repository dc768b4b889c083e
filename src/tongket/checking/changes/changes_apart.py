"""Changes whose two values stand in sentences of their own, where only two may be meant (mức tăng, giảm nêu ở câu sau).

Unlike those of ``changes_told`` they may be ever so far off, and the values may be rates. Cases of ``change-mismatch``,
whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.expressions import WAY_OF_RISE
from tongket.checking.evidence.near_numbers import amount, before, behind, ends_between, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, rounding, shown_as, single
from tongket.checking.evidence.same_matter import A_YEAR, CHANGE_WORDS, keys_of, lead_of, names_new
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_alike
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.sums_over_months import is_added_up

_EARLIER = re.compile(
    r"(?<!\w)(?:[Cc]ùng (?:kỳ|thời điểm)|[Nn]ăm (?:trước|ngoái)|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)"
    r"|[Cc]uối năm (?:trước|(?:19|20)\d\d)|(?:[Qq]uý|[Tt]háng|[Kk]ỳ|[Nn]hiệm kỳ|[Vv]ụ|[Nn]ăm học) trước"
    r"|[Tt]rước đây|[Kk]hi đó)(?!\w)"
)
_GROWTH = re.compile(
    r"(?<!\w)[Tt]ốc độ tăng(?: trưởng)?(?:\s[^\W\d_]+){0,4}\s$|(?<!\w)(?:tỷ lệ|mức) tăng(?:\s(?:là|đạt|thu))*\s$"
)
_MORE = re.compile(r"(?<!\w)[Tt]ăng(?!\w)")
_LESS = re.compile(r"(?<!\w)[Gg]iảm(?!\w)")
_ASIDE = re.compile(
    r"(?<!\w)(?:[Rr]iêng|[Tt]rong đó|[Bb]ình quân|[Tt]rung bình|[Mm]ỗi|kế hoạch|chỉ tiêu|dự toán|vượt)(?!\w)"
)
_IN_BRACKETS = re.compile(r"(?:\s(?:so )?(?:với )?[^.;,()\d\n]{0,30})?\s?\([^()%\n]{0,45}$")
_TIME_WORDS = keys_of(
    "đầu cuối năm kỳ cùng thời điểm trước ngoái nay hiện đến quý tháng nhiệm từ hết trong khi đó chỉ xuống"
)
_NEAR, _FAR = 8, 500  # numbers and letters before a change among which its values stand
_MOST_ENDS = 2
_TIMES = 4  # a change in per cent that is further off, and no slip of the pen, is of something else


@dataclass(frozen=True, slots=True)
class _Pair:
    """What there is now and what there was."""

    now: Figure
    then: Figure


def check_changes_apart(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change is not that between the only two numbers told before it, of which one
    stands with an earlier time: 'Tỷ lệ hộ nghèo đầu năm là 12,35%. Cuối năm còn 9,87%. Như vậy giảm 3,17%'.

    Of rates the change may be in points or in per cent. Not flagged: changes that name anything that the two do not, or
    another year; parts; what any two numbers of their unit near them make.
    """
    for change in prose_of(report):
        way = _way(report, change)
        if not way or is_hedged(change) or change.target or not single(change.base_value) or "/" in change.unit:
            continue
        pair = _pair_of(report, change)
        if pair is None or not amount(pair.then):
            continue
        finding = _checked(report, change, pair, way)
        if finding is not None:
            yield finding


def _way(report: Report, change: Figure) -> int:
    """Which way a change is said to go: 1 up, -1 down; 0 where it is none."""
    low, high = lead_of(report, change)
    if _ASIDE.search(report.text, low, high):
        return 0
    if change.change:
        return 1 if change.change == "up" else -1
    if change.unit == "%" and _GROWTH.search(report.text, low, high):
        return 1
    more, less = _MORE.search(report.text, low, high), _LESS.search(report.text, low, high)
    return 0 if bool(more) == bool(less) or change.unit != "%" else 1 if more else -1


def _pair_of(report: Report, change: Figure) -> _Pair | None:
    """The only two numbers that a change may be between, in the fewest sentences before it that hold both."""
    base = _base_behind(report, change) or _base_in_next(report, change)
    told = [one for one in before(report, change, _NEAR, _FAR) if change.unit == "%" or not _is_own_rate(report, one)]
    held = [one for one in told if _is_value(one)]
    if not held or told[-1] is not held[-1]:
        return None
    held = [one for one in held if _are_of_one(one, held[-1]) and _may_be_of(change, one)]
    for ends in range(_MOST_ENDS + 1):
        near = [one for one in held if len(ends_between(report, one.end, change.start)) <= ends]
        near = [*near, base] if base is not None and near and _are_of_one(base, near[-1]) else near
        if len({amount(one) for one in near}) > 1:
            break
    else:
        return None
    pair = _in_time(report, near) if len({amount(one) for one in near}) == 2 else None
    if pair is None or _names_another(report, change, pair, base):
        return None
    return pair


def _is_own_rate(report: Report, one: Figure) -> bool:
    """Whether a percentage stands in brackets behind a number: '412 hộ (12,35%)'."""
    return one.unit == "%" and report.text[max(one.start - 2, 0) : one.start] == " (" and report.text[one.end] == ")"


def _base_behind(report: Report, change: Figure) -> Figure | None:
    """What there was, in brackets behind a change: 'tăng 12,6% (cùng kỳ 190 doanh nghiệp)'."""
    after = behind(report, change, 1, 60)
    if not after or not _is_value(after[0]) or not report.text.startswith(")", after[0].end):
        return None
    joint = report.text[change.end : after[0].start]
    return after[0] if _IN_BRACKETS.fullmatch(joint) and _EARLIER.search(joint) else None


def _base_in_next(report: Report, change: Figure) -> Figure | None:
    """What there was, in the next sentence: 'xảy ra 08 vụ, giảm 03 vụ. Cùng kỳ năm trước xảy ra 13 vụ'."""
    after = behind(report, change, 1, 120)
    if not after or not _is_value(after[0]) or len(ends_between(report, change.end, after[0].start)) != 1:
        return None
    low, high = lead_of(report, after[0])
    opens = _EARLIER.search(report.text, low, high)
    if opens is None or report.text[low : opens.start()].strip(" \n-+*•"):
        return None
    first = sentence_start(report.text, change.start)
    return None if names_new(report, after[0], first, CHANGE_WORDS | _TIME_WORDS) else after[0]


def _is_value(one: Figure) -> bool:
    if is_hedged(one) or one.change or one.target or isinstance(one.value, Share):
        return False
    return single(one.base_value) is not None and one.base_unit not in ("", "lần", "hạng", "năm")


def _are_of_one(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit == "%" or is_alike(one, other)


def _may_be_of(change: Figure, one: Figure) -> bool:
    if one.unit == "%":
        return change.unit in ("%", "điểm %", "điểm phần trăm")
    return change.unit == "%" or is_alike(change, one)


_FROM = re.compile(r"(?<!\w)[Tt]ừ(?: mức| chỗ)?\s$")
_OF_THE_FIRST = re.compile(r"^[^,;(]*?(?:[,;]|\([^()]*\)[,;]?|(?=(?<!\w)(?:xuống|lên|còn|đến|và|thì|nay)(?!\w)))")


def _in_time(report: Report, near: Sequence[Figure]) -> _Pair | None:
    """Which of two numbers is the earlier, by the words of time before each."""
    first, second = near[0], next(one for one in near if amount(one) != amount(near[0]))
    leads = [report.text[slice(*lead_of(report, one))] for one in (first, second)]
    if any(map(_ASIDE.search, leads)) or _FROM.search(leads[0]):
        return None  # 'giảm từ 497 hộ (cuối năm 2025) xuống còn 412 hộ' is told elsewhere
    if is_added_up(leads[0], report.text[first.end : second.number_start]):
        return None
    leads[1] = _OF_THE_FIRST.sub("", leads[1]) if leads[1] == report.text[first.end : second.number_start] else leads[1]
    earlier = [_EARLIER.search(lead) is not None for lead in leads]
    if not any(earlier):
        earlier = [_is_then(report, one) for one in (first, second)]
    if earlier[0] != earlier[1]:
        return _Pair(second, first) if earlier[0] else _Pair(first, second)
    years = [int(found[-1]) if (found := A_YEAR.findall(lead)) else 0 for lead in leads]
    if any(earlier) or not all(years) or years[0] == years[1]:
        return None
    return _Pair(second, first) if years[0] < years[1] else _Pair(first, second)


_NOW = re.compile(
    r"(?<!\w)(?:[Cc]uối (?:năm|kỳ|nhiệm kỳ|quý)(?! trước| (?:19|20)\d\d)|[Đđ]ến (?:nay|cuối|hết)|[Hh]iện(?: nay)?"
    r"|[Nn]ăm nay|[Kk]ỳ này)(?!\w)"
)


_COMPARES = re.compile(
    r"(?<!\w)so(?: với)?(?: cùng (?:kỳ|thời điểm))?\s$"
)  # 'tăng 27,3% so với cùng kỳ': the time of what is not told


def _is_then(report: Report, one: Figure) -> bool:
    """Whether the last time that its clause names before a rate is the earlier: 'đầu năm có 96 trẻ, chiếm 12,4%'."""
    if one.unit != "%":
        return False
    said = re.split(r"[.;]\s|\n", report.text[max(one.start - _CLAUSE, 0) : one.number_start])[-1]
    then, now = ([found.start() for found in times.finditer(said)] for times in (_EARLIER, _NOW))
    then = [at for at in then if not _COMPARES.search(said, max(at - 16, 0), at)]
    return bool(then) and max(then) > max(now, default=-1)


_CLAUSE = 200  # letters


def _names_another(report: Report, change: Figure, pair: _Pair, base: Figure | None) -> bool:
    """Whether the clause of a change names a thing, a time or a year that its values are not told with."""
    text, first = report.text, sentence_start(report.text, min(pair.now.start, pair.then.start))
    low, _ = lead_of(report, change)
    of_base = keys_of("cùng kỳ") if base is not None else frozenset()
    if names_new(report, change, first, CHANGE_WORDS | of_base):
        return True
    later = max(pair.now, pair.then, key=lambda one: one.start)
    if later is not base and names_new(report, later, first, CHANGE_WORDS | _TIME_WORDS):
        return True  # 'tỷ lệ hộ nghèo 12,35%; tỷ lệ hộ cận nghèo 9,87%'
    tail = re.split(r"[.;,(\n]", text[change.end : change.end + 60])[0]
    than = text[low : change.start] + " " + tail
    if not set(A_YEAR.findall(than)) <= set(A_YEAR.findall(text[first:low])):
        return True
    lead = text[slice(*lead_of(report, pair.then))]
    return base is None and not _is_of_time(than, lead) and not _is_then(report, pair.then)


_THE_YEAR_BEFORE = re.compile(r"(?<!\w)(?:cùng (?:kỳ|thời điểm)|năm (?:trước|ngoái|(?:19|20)\d\d)|kỳ trước)(?!\w)")


def _is_of_time(than: str, lead: str) -> bool:
    """Whether the time with which a change compares, where it is said, is that of the earlier value."""
    than, lead = than.lower(), lead.lower()
    named = [found[0] for found in _EARLIER.finditer(than)]
    if not named or any(one in lead for one in named):
        return True
    return _THE_YEAR_BEFORE.search(than) is not None and _THE_YEAR_BEFORE.search(lead) is not None


def _checked(report: Report, change: Figure, pair: _Pair, way: int) -> Finding | None:
    moved = amount(pair.now) - amount(pair.then)
    stated, room = abs(amount(change)), sum((_half(one) for one in (pair.now, pair.then)), Decimal(0))
    of_rates, per_cent = pair.now.unit == "%", change.unit == "%"
    relative, relative_room = 100 * moved / amount(pair.then), 200 * room / amount(pair.then) + 2 * _last(change)
    fits = [abs(abs(relative) - stated) <= relative_room] if per_cent else []
    if of_rates or not per_cent:
        fits.append(abs(abs(moved) - stated) <= room + _half(change))
    right_way = moved == 0 or (moved > 0) == (way > 0)
    true = moved if of_rates or not per_cent else relative
    if any(fits):
        return None if right_way or not moved else _finding(change, pair, true, way, case="direction")
    far = abs(true) * _TIMES < stated or abs(true) > stated * _TIMES
    scale = (single(change.value) or Decimal(1)) / amount(change) if not per_cent else Decimal(1)
    slip = is_pen_slip(abs(stated * scale), abs(true) * abs(scale), change.decimals)
    beside = pair.then.start > change.start  # its base in brackets behind it: whatever it is
    if not moved or (not beside and (not right_way or (far and not slip))) or _is_borne_out(report, change, way):
        return None
    return _finding(change, pair, true, way, case="")


def _half(one: Figure) -> Decimal:
    """How far a printed number may be off in its base unit: a per cent that is printed whole, by half."""
    return half_last_digit(one.decimals) if one.unit == "%" else rounding(one.value, one.base_value)


def _last(change: Figure) -> Decimal:
    return half_last_digit(change.decimals)


def _is_borne_out(report: Report, change: Figure, way: int) -> bool:
    """Whether any two numbers of one unit near a change make it."""
    around = (*before(report, change, 2 * _NEAR, 2 * _FAR), *behind(report, change, 2, 120))
    near = [(one, amount(one)) for one in around if _is_value(one) and amount(one) and _may_be_of(change, one)]
    stated, room, last = abs(amount(change)), _half(change), 2 * _last(change)
    for now, is_now in near:
        for then, was in near:
            if now is then or not _are_of_one(now, then):
                continue
            moved = way * (is_now - was)
            if abs(moved - stated) <= room and (change.unit != "%" or now.unit == "%"):
                return True
            if change.unit == "%" and abs(100 * moved / was - stated) <= last:
                return True
    return False


def _finding(change: Figure, pair: _Pair, true: Decimal, way: int, *, case: str) -> Finding:
    facts = {"now": shown_as(amount(pair.now), pair.now), "before": shown_as(amount(pair.then), pair.then)}
    if case:
        facts |= {"true_way": WAY_OF_RISE[true > 0], "way": WAY_OF_RISE[way > 0]}
    else:
        digits = max(change.decimals, 1) if change.unit == "%" else None
        told = shown_as(round(abs(true), digits) if digits else abs(true), change, digits)
        facts |= {"true": told, "change": shown_as(abs(amount(change)), change)}
    related = tuple(Span(one.start, one.end) for one in (pair.now, pair.then))
    return Finding("change-mismatch", "error", Span(change.start, change.end), case, facts, related)
