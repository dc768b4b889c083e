"""Changes told with all that they are reckoned from (mức tăng, giảm nêu đủ số liệu): what there is now, the change, and
in brackets what there was or was planned: '1.560 người, vượt 60 người so với kế hoạch (1.500 người), đạt 104%', 'từ
1.250 hộ (10%) xuống còn 975 hộ (7,8%), giảm 275 hộ, tương ứng giảm 2,2%'.

Cases of ``change-mismatch`` and ``ratio-mismatch``, whose pages stand with the arithmetic. Nothing else stands between
the numbers, so that the words leave no doubt which of them are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.expressions import WAY_OF_RISE
from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, before, counts_alike, ends_between, prose_of
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, shown, shown_as, single
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_WAY = r"(?:(?P<more>tăng|vượt|cao hơn|nhiều hơn)|(?P<less>giảm|hụt|thấp hơn|ít hơn))(?: thêm)?"
_MOVED = re.compile(rf"[^.;:()\d\n]{{0,40}},\s(?:đã )?{_WAY}\s")
_ASIDE = re.compile(r"\s?\((?:(?:tăng|giảm|tương ứng|tương đương|bằng)\s){0,2}")
_THAN = re.compile(
    r"(?P<closed>\))?\sso (?:với )?(?P<time>(?:cùng kỳ|năm|đầu|kỳ|quý|tháng|kế hoạch|chỉ tiêu|dự toán)"
    r"(?:(?!so với|tăng|giảm|nhưng)[^.;:()\n]){0,40}?)\s?"
    r"\((?:(?:là|có|đạt|kế hoạch|năm \d{4})\s?:?\s){0,2}"
)
_PLANNED_RATE = re.compile(r"[^.;:()\d\n]{0,40},\s(?:đã )?(?:đạt|bằng)\s")
_PLAN = re.compile(r"(?:kế hoạch|chỉ tiêu|dự toán)(?!\w)")
_REACHED = re.compile(r"\),?(?: và)? (?:đạt|bằng)(?: tỷ lệ)?\s")
_OF_OTHERS = re.compile(r"\s?(?:so (?:với )?)?(?:cùng kỳ|năm|đầu|quý|tháng|tổng|số )")
_LISTS = re.compile(
    r"(?<!\w)(?:[Gg]ồm|[Tt]rong (?:số )?đó|[Cc]hia (?:ra|theo)|[Cc]ụ thể|[Rr]iêng)(?!\w)[^;]*$|\([^()]*$"
)
_ALL = 100


@dataclass(frozen=True, slots=True)
class _Told:
    """What there is now, the change, what it is reckoned from; ``up``: it is told as a rise."""

    now: Figure
    change: Figure
    base: Figure
    up: bool
    planned: bool
    aside: Figure | None


def check_complete_changes(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change is not that from the number in brackets right behind it to the number
    right before it, and ``ratio-mismatch`` where the rate behind these is not that of a plan.

    Not flagged: hedged numbers, numbers of other units, shares and percentages.
    """
    figures = prose_of(report)
    for index in range(1, len(figures) - 1):
        told = _told(report.text, figures, index)
        if told is None:
            continue
        if _LISTS.search(report.text, sentence_start(report.text, told.now.start), told.now.start):
            continue  # 'đạt 28 giải, gồm 02 giải nhất, 26 giải ba, tăng 05 giải so với năm trước (23 giải)'
        if _is_of_one_before(report, told):
            continue
        found = _change_of(told)
        if found is not None:
            yield found
        elif told.aside is not None:
            yield from _rate_of(told, told.aside)
        at = figures.index(told.base, index)
        rate = figures[at + 1] if at + 1 < len(figures) else None
        if told.planned and rate is not None and _is_its_rate(report.text, told, rate):
            true = _ALL * amount(told.now) / amount(told.base)
            likely = abs(true - (single(rate.value) or Decimal(0))) * 2 < true
            if likely and not fits(rate, true, 2 * half_last_digit(rate.decimals)):
                yield rate_mismatch(rate, told.now, told.base, amount(told.base))


def _is_of_one_before(report: Report, told: _Told) -> bool:
    """Whether a number told before in the sentence comes much nearer to what there was: 'nuôi dưỡng 74 người; tiếp nhận
    15, hồi gia 11, tăng 04 người so với đầu năm (70 người)'.
    """
    off = abs(amount(told.now) - amount(told.base))
    near = before(report, told.now, _EARLIER, _FAR)
    alike = (one for one in near if is_plain(one) and one.unit not in ("", "%") and counts_alike(one, told.base))
    return any(
        2 * abs(amount(one) - amount(told.base)) < off and not ends_between(report, one.end, told.now.start)
        for one in alike
    )


_EARLIER, _FAR = 6, 300  # numbers and letters before what there is


def _told(text: str, figures: Sequence[Figure], index: int) -> _Told | None:
    now, change = figures[index - 1], figures[index]
    said = _MOVED.fullmatch(text, now.end, change.number_start) if text[now.end : change.start].strip() else None
    if said is None or is_hedged(change) or not _is_term(now, change):
        return None
    last, at = change, index + 1
    if figures[at].unit == "%" and _ASIDE.fullmatch(text, change.end, figures[at].start):
        last, at = figures[at], at + 1
    base = figures[at] if at < len(figures) else None
    than = _THAN.fullmatch(text, last.end, base.start) if base is not None else None
    if base is None or than is None or bool(than["closed"]) != (last is not change) or not _is_term(base, change):
        return None
    if not text.startswith(")", base.end) or ("/" in now.unit) != ("/" in base.unit) or not amount(base):
        return None
    aside = last if last is not change else None
    return _Told(now, change, base, bool(said["more"]), _PLAN.match(than["time"]) is not None, aside)


def _is_term(one: Figure, change: Figure) -> bool:
    """Whether a number is one that a change may be of."""
    plain = is_plain(one) and one.change is None and one.unit not in ("", "%") and not one.target
    return plain and counts_alike(one, change) and single(change.base_value) is not None


def _change_of(told: _Told) -> Finding | None:
    moved, stated = amount(told.now) - amount(told.base), abs(single(told.change.base_value) or Decimal(0))
    room = sum((rounding(one.value, one.base_value) for one in (told.now, told.change, told.base)), Decimal(0))
    way = stated if told.up else -stated
    if abs(moved - way) <= room or not stated:
        return None
    place = Span(told.change.start, told.change.end)
    related = (Span(told.now.start, told.now.end), Span(told.base.start, told.base.end))
    facts = {"now": shown_as(amount(told.now), told.now), "before": shown_as(amount(told.base), told.base)}
    if moved and (moved > 0) != told.up:
        facts |= {"true_way": WAY_OF_RISE[moved > 0], "way": WAY_OF_RISE[told.up]}
        return Finding("change-mismatch", "error", place, "direction", facts, related)
    facts |= {"true": shown_as(abs(moved), told.change), "change": shown_as(stated, told.change)}
    return Finding("change-mismatch", "error", place, "", facts, related)


def _rate_of(told: _Told, rate: Figure) -> Iterator[Finding]:
    """The rate in brackets behind a change, which is of what there was."""
    true, stated = _ALL * abs(amount(told.change)) / amount(told.base), abs(single(rate.value) or Decimal(0))
    rounded = rounding(told.change.value, told.change.base_value) * _ALL / amount(told.base)
    if stated and not is_hedged(rate) and abs(true - stated) > 2 * half_last_digit(rate.decimals) + 2 * rounded:
        facts = {"now": shown_as(amount(told.now), told.now), "before": shown_as(amount(told.base), told.base)}
        facts |= {"true": f"{shown(round(true, max(rate.decimals, 1)))}%", "change": rate.text.lstrip("+-–")}
        related = (Span(told.now.start, told.now.end), Span(told.base.start, told.base.end))
        yield Finding("change-mismatch", "error", Span(rate.start, rate.end), "", facts, related)


def _is_its_rate(text: str, told: _Told, rate: Figure) -> bool:
    """Whether a rate right behind a plan says how much of it was reached."""
    if rate.unit != "%" or rate.change or is_hedged(rate) or single(rate.value) is None:
        return False
    joined = _REACHED.fullmatch(text, told.base.end, rate.start) is not None
    return joined and _OF_OTHERS.match(text, rate.end) is None


_GROWN = re.compile(rf"(?:\s(?:so (?:với )?)?(?:kế hoạch|dự toán|chỉ tiêu)[^.;:()\d\n]{{0,30}})?(?:,| và)\s{_WAY}\s")


def check_complete_growth(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where growth in per cent is not that from the number in brackets right behind it to the
    one before it, past the rate of a plan: '672 tỷ đồng, đạt 105% dự toán, tăng 8,4% so với cùng kỳ (620 tỷ đồng)'.
    """
    text, figures = report.text, prose_of(report)
    for now, rate, change, base in zip(figures, figures[1:], figures[2:], figures[3:], strict=False):
        if rate.unit != "%" or change.unit != "%" or rate.change or is_hedged(change) or not single(change.value):
            continue
        said = _GROWN.fullmatch(text, rate.end, change.number_start)
        than = _THAN.fullmatch(text, change.end, base.start) if said else None
        if said is None or than is None or than["closed"] or not _PLANNED_RATE.fullmatch(text, now.end, rate.start):
            continue
        if not _is_term(now, base) or not _is_term(base, now) or not amount(base) or not text.startswith(")", base.end):
            continue
        true, stated = _ALL * (amount(now) - amount(base)) / amount(base), abs(single(change.value) or Decimal(0))
        room = _ALL * (rounding(now.value, now.base_value) + rounding(base.value, base.base_value)) / amount(base)
        if abs(true - (stated if said["more"] else -stated)) > 2 * half_last_digit(change.decimals) + 2 * room:
            yield _grown(now, change, base, true, up=bool(said["more"]))


def _grown(now: Figure, change: Figure, base: Figure, true: Decimal, *, up: bool) -> Finding:
    facts = {"now": shown_as(amount(now), now), "before": shown_as(amount(base), base)}
    place, related = Span(change.start, change.end), (Span(now.start, now.end), Span(base.start, base.end))
    if true and (true > 0) != up:
        facts |= {"true_way": WAY_OF_RISE[true > 0], "way": WAY_OF_RISE[up]}
        return Finding("change-mismatch", "error", place, "direction", facts, related)
    facts |= {"true": f"{shown(round(abs(true), max(change.decimals, 1)))}%", "change": change.text.lstrip("+-–")}
    return Finding("change-mismatch", "error", place, "", facts, related)


_OPENS = re.compile(r"[^.;()\d\n]{0,30}\s?\((?:chiếm |tỷ lệ )?")
_TO = re.compile(r"\)(?:[^.;()\d\n]{0,20}\s)?(?:xuống|lên|còn|đến|nay)(?: còn| đến| thành)?\s")
_MOVES = re.compile(r"\),\s(?:tăng|giảm)\s")
_AND_MOVES = re.compile(
    r"[^.;()\d\n]{0,20}(?:,\s|\s?\()(?:tương (?:ứng|đương)(?: với)?|hay|tức|bằng)?\s?(?:tỷ lệ )?(?:tăng |giảm )?"
)
_STEPS = (_OPENS, _TO, _OPENS, _MOVES, _AND_MOVES)


def check_points_of_two_times(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where two counts told with their rates, 'từ ... xuống còn ...', differ by neither the
    points nor the percentage behind the change: 'từ 1.250 hộ (10%) xuống còn 975 hộ (7,8%), giảm 275 hộ, tương ứng
    giảm 2,2%'.
    """
    text, figures = report.text, prose_of(report)
    for index, moved in enumerate(figures[5:], 5):
        then, then_rate, now, now_rate, change = figures[index - 5 : index]
        if moved.unit not in ("%", "điểm %", "điểm phần trăm") or then_rate.unit != "%" or now_rate.unit != "%":
            continue
        told = pairwise((then, then_rate, now, now_rate, change, moved))
        if not all(
            words.fullmatch(text, one.end, other.number_start) for words, (one, other) in zip(_STEPS, told, strict=True)
        ):
            continue
        if not _is_term(then, change) or not _is_term(now, change) or not amount(then) or is_hedged(moved):
            continue
        stated = abs(single(moved.value) or Decimal(0))
        points = abs((single(then_rate.value) or Decimal(0)) - (single(now_rate.value) or Decimal(0)))
        of_then = _ALL * abs(amount(now) - amount(then)) / amount(then)
        room = 2 * half_last_digit(min(max(then_rate.decimals, now_rate.decimals), moved.decimals))
        if stated and all(abs(stated - one) > room for one in (points, of_then)):
            facts = {"now": now_rate.text, "before": then_rate.text, "change": moved.text, "true": f"{shown(points)}%"}
            related = (Span(now_rate.start, now_rate.end), Span(then_rate.start, then_rate.end))
            yield Finding("change-mismatch", "error", Span(moved.start, moved.end), "", facts, related)


CHECKS = (check_complete_changes, check_complete_growth, check_points_of_two_times)
