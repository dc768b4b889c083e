"""Changes that are told apart from their two values (tăng, giảm nêu tách khỏi số liệu): in another sentence, with other
words than 'tăng' and 'giảm', in times ('gấp'), beyond a plan ('vượt'), in ranks.

Cases of ``change-mismatch`` and ``ratio-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from tongket.checking.changes.values_of_changes import (
    SURE,
    TIMES,
    Pair,
    are_one,
    gap_of,
    is_of_another_base,
    pair_of,
    room_of,
    true_change,
    values_of,
)
from tongket.checking.evidence.expressions import WAY_OF_RISE
from tongket.checking.evidence.near_numbers import chance_of_slip, ends_between
from tongket.checking.evidence.numbers import fits, half_last_digit, shown, single
from tongket.checking.evidence.same_matter import A_YEAR, CHANGE_WORDS, keys_of, lead_of, names_new
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import (
    amount_of,
    is_alike,
    is_near_miss,
    neighbours,
)
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_MORE_WORDS = "tăng|nhiều hơn|cao hơn|lớn hơn|đông hơn|thêm|vượt|(?<!trở )lên|hơn|nâng"
_LESS_WORDS = "giảm|ít hơn|thấp hơn|nhỏ hơn|kém|kém hơn|bớt|hạ|đỡ|rút ngắn|xóa|xoá|thiếu|tụt|lùi|(?<!trở )xuống"
_CHANGES = re.compile(
    rf"(?<!\w)(?P<word>(?P<more>{_MORE_WORDS})|(?P<less>{_LESS_WORDS})"
    r"|chênh lệch|khoảng cách|cách nhau|chênh nhau)"
    r"(?:\s(?:được|thêm|đến|tới|là|hơn|đi|năm trước|năm ngoái|cùng kỳ|phải|chờ|mất|thời gian|so với|khoảng))*\s*\(?$"
)  # in small letters: a sentence may begin with the word
_WEAK = frozenset(("thêm", "lên", "hơn", "nâng", "xuống", "hạ", "xóa", "xoá", "thiếu"))
_OF_ONE_PART = re.compile(r"(?<!\w)(?:[Rr]iêng|[Tt]rong đó|[Cc]hủ yếu|[Bb]ình quân|[Tt]rung bình|[Mm]ỗi|mỗi)(?!\w)")


def check_changes_told(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change is not that of the two numbers beside which it stands: 'năm 2024 kết
    nạp 31 đảng viên. Năm nay kết nạp 39, tăng 06 đảng viên', 'từ 62 phút xuống 47 phút, đỡ phải chờ 25 phút'.

    Not flagged: changes that any two numbers near them bear out; parts ('riêng', 'trong đó'); hedged numbers.
    """
    linked = {report.figures[link.of].start for link in report.figure_links if link.kind == "change"}
    parts = {report.figures[one].start for link in report.figure_links if link.kind == "parts" for one in link.by}
    for figures, index in neighbours(report):
        change = figures[index]
        if change.start in linked or change.target or single(change.base_value) is None:
            continue
        if change.base_unit in ("", "năm", "hạng"):
            continue
        low = max(change.start - 60, figures[index - 1].end if index else 0)
        led = report.text[low : change.number_start]
        said = _CHANGES.search(led.lower()) if led else None
        if (
            said is None
            or _OF_ONE_PART.search(led)
            or (said[0].rstrip(" (").endswith("khoảng") and not change.qualifier)
        ):
            continue
        near = values_of(report.text, figures, index)
        if (
            near
            and figures[near[0]].start in parts
            and _BESIDE.fullmatch(report.text, figures[near[0]].end, low + said.start())
        ):
            continue  # 'trong đó khiếu nại 12 đơn, giảm 25% (16 đơn)'
        alike = [one for one in near if figures[one].start not in parts]
        for finding in _check_change(report.text, figures, index, alike, said):
            if not _is_of_another(report, change, finding) and not _are_of_two(report, figures[:index], finding):
                yield finding


def _are_of_two(report: Report, figures: Sequence[Figure], finding: Finding) -> bool:
    """Whether the two values of a change that goes the wrong way are of two things: 'quỹ A dự báo đạt 3,0%; tổ chức B
    nhận định tăng trưởng 2,9%, điều chỉnh giảm 0,1 điểm phần trăm'.
    """
    if finding.case != "direction":
        return False
    told = {one.start for one in finding.related if isinstance(one, Span)}
    values = [one for one in figures if one.start in told]
    if len(values) < 2:
        return False
    return bool(names_new(report, values[-1], sentence_start(report.text, values[0].start), _OF_TIME))


def _is_of_another(report: Report, change: Figure, finding: Finding) -> bool:
    """Whether a change in a sentence behind both its values names a thing or a year that they are not told with: 'thu
    12,4 tỷ đồng. Cùng kỳ thu 10,1 tỷ đồng. Thu thuế tăng 15%'.
    """
    values = [one for one in finding.related if isinstance(one, Span)]
    low, _ = lead_of(report, change)
    if not values or max(one.end for one in values) > change.start:
        return False
    if not ends_between(report, max(one.end for one in values), change.start):
        return False
    first = sentence_start(report.text, min(one.start for one in values))
    tail = re.split(r"[.;,(\n]", report.text[change.end : change.end + 60])[0]
    years = set(A_YEAR.findall(report.text[low : change.start] + " " + tail))
    told = report.text[first:low]
    return bool(names_new(report, change, first, _OF_TIME)) or not years <= set(A_YEAR.findall(told))


_OF_TIME = CHANGE_WORDS | keys_of("cùng kỳ đầu cuối quý tháng nhiệm ngoái số chỉ có gấp hạ xuống lên kém thấp cao tụt")


_BESIDE = re.compile(r"[^.;,()\d\n]{0,30},\s*")


def _planned(before: Figure, now: Figure) -> Figure:
    """What a share that tells a result again sets it against: 'mở 24 lớp, vượt 04 lớp so với kế hoạch (24/20 lớp)'."""
    value, base = before.value, before.base_value
    if not isinstance(value, Share) or not isinstance(base, Share) or base.part != amount_of(now):
        return before
    return replace(before, value=value.whole, base_value=base.whole)


def _check_change(
    text: str, figures: Sequence[Figure], index: int, alike: Sequence[int], said: re.Match[str]
) -> Iterator[Finding]:
    change = figures[index]
    pair = _pair(text, figures, index, alike, said)
    if pair is not None:
        pair = replace(pair, before=_planned(pair.before, pair.now))
    if pair is not None and is_of_another_base(text, change, pair.before):
        return
    if pair is not None and change.base_unit == "lần" and pair.now.base_unit != "lần":
        return  # 'từ 28 triệu đồng lên 42 triệu đồng, tăng 1,5 lần'
    if pair is not None and _rate_tells_another_base(text, figures, index, amount_of(pair.before)):
        return
    if pair is not None and _has_its_rate(text, figures, index, pair):
        return
    true = true_change(change, pair.now, pair.before) if pair else None
    if pair is None or true is None:
        return
    way = "up" if said["more"] else "down" if said["less"] else ""
    wrong_way = bool(way and true and (true > 0) != (way == "up"))
    right_size = fits(change, abs(true), room_of(change, pair.now, pair.before))
    stated = single(change.value) or Decimal(0)
    other_value = not right_size and _is_slip_of_value(change, pair)
    far_off = change.unit == "%" and not stated <= _FAR_OFF * abs(true) <= _FAR_OFF * _FAR_OFF * stated
    if far_off and not other_value:
        return  # of something else
    facts = {"now": pair.now.text, "before": pair.before.text}
    place, related = Span(change.start, change.end), tuple(Span(one.start, one.end) for one in (pair.now, pair.before))
    if (right_size or other_value) and wrong_way and change.change:
        facts |= {"true_way": WAY_OF_RISE[true > 0], "way": said["word"]}
        yield Finding("change-mismatch", "error", place, "direction", facts, related)
        return
    alike = [one for one in alike if are_one(figures[one], pair.now)]
    held = [figures[one] for one in alike]
    held = held if pair.before in held else [*held, pair.before]  # which stands behind the change
    if not right_size and not wrong_way and not _is_borne_out(held, change, pair):
        near = len(alike) == SURE and abs(abs(true) - stated) * _THIRD <= abs(true)
        weak = change.base_unit != "bậc" and (said["word"] in _WEAK or len(alike) > SURE)
        if weak and not near and not is_near_miss(stated, abs(true), change.decimals):
            return
        digits = max(change.decimals, 1) if change.unit == "%" else change.decimals
        unit = change.text[change.number_end - change.start :].strip()
        shown_true = f"{shown(round(abs(true), digits))} {unit}".replace(" %", "%")
        if said["word"] == "vượt" and change.unit == "%":
            facts = {"part": pair.now.text, "whole": pair.before.text}
            facts |= {"true_pct": f"100 + {shown(round(true, digits))}", "pct": f"100 + {shown(stated)}"}
            yield Finding("ratio-mismatch", "error", place, "", facts, related)
            return
        facts |= {"true": shown_true, "change": change.text}
        yield Finding("change-mismatch", "error", place, "", facts, related)


def _is_slip_of_value(change: Figure, pair: Pair) -> bool:
    """Whether one of the two values of a change is a slip of the pen of what makes it right."""
    now, before, stated = amount_of(pair.now), amount_of(pair.before), single(change.value)
    if not now or not before or not stated or not change.change or pair.now.unit == "%":
        return False
    way, room = (1 if change.change == "up" else -1), half_last_digit(change.decimals)
    if change.unit == "%":
        low, high = (1 + way * (stated + side * room) / 100 for side in (-way, way))
        if low <= 0:
            return False
        meant = ((pair.now, before * low, before * high), (pair.before, now / high, now / low))
    else:
        moved = way * (amount_of(change) or Decimal(0))
        meant = ((pair.now, before + moved, before + moved), (pair.before, now - moved, now - moved))
    return any(chance_of_slip(one, low, high) <= _LIKELY for one, low, high in meant)


_LIKELY = 0.1  # chance that a slip of one of two values is none


def _pair(text: str, figures: Sequence[Figure], index: int, alike: Sequence[int], said: re.Match[str]) -> Pair | None:
    pair = pair_of(text, figures, index, alike) or gap_of(text, figures, alike, said)
    if pair is None or said["word"] != "vượt":
        return pair
    if _is_beyond_its_plan(figures, index, pair):
        return Pair(figures[index - 1], pair.before)
    return pair if _tells_a_plan(text, figures[index], pair) else None


_PLAN = re.compile(
    r"(?<!\w)(?:[Kk]ế hoạch|KH|[Cc]hỉ tiêu|[Dd]ự toán|[Mm]ục tiêu|[Đđ]ịnh mức|[Đđ]ăng ký|[Yy]êu cầu|[Nn]ghị quyết"
    r"|giao|so (?:với )?cùng kỳ|[Cc]ùng kỳ|năm (?:trước|ngoái)|năm (?:19|20)\d\d)(?!\w)"
)


def _tells_a_plan(text: str, change: Figure, pair: Pair) -> bool:
    """Whether what was passed is told near one of two numbers, as a plan or as what there was: 'có 865 hội viên, trong
    năm kết nạp 24 hội viên, vượt 4 hội viên' passes a plan that nobody tells.
    """
    if pair.before.target:
        return True
    around = [(max(pair.before.start - 60, 0), pair.before.start), (pair.before.end, pair.before.end + 20)]
    return change.end <= pair.before.start or any(_PLAN.search(text, *place) for place in around)


def _is_beyond_its_plan(figures: Sequence[Figure], index: int, pair: Pair) -> bool:
    """Whether it is the change right before that went beyond its plan, not what there is: 'còn 230 hộ, giảm 48 hộ, vượt
    8 hộ so với kế hoạch (40 hộ)'.
    """
    change, earlier = figures[index], figures[max(index - 1, 0)]
    planned = pair.before.start > change.start and earlier is not pair.now
    return planned and earlier.change is not None and earlier.base_unit == change.base_unit


def _has_its_rate(text: str, figures: Sequence[Figure], index: int, pair: Pair) -> bool:
    """Whether the percentage of a pair is told right before the semicolon behind which another one stands: 'từ 15 ngày
    xuống còn 10 ngày (giảm 33,3%); chi phí tuân thủ giảm 27%'.
    """
    change, earlier = figures[index], figures[max(index - 1, 0)]
    if change.unit != "%" or earlier.unit != "%" or earlier.change is None or earlier.start < pair.now.end:
        return False
    true = true_change(earlier, pair.now, pair.before)
    fitting = true is not None and fits(earlier, abs(true), room_of(earlier, pair.now, pair.before))
    return fitting and text.find(";", earlier.end, change.start) >= 0


_OPENS = re.compile(r"\s?\(\s?|\s?[,(]?\s?tương (?:ứng|đương)(?: với)?\s")
_NEAR_BASE = Decimal("0.02")  # by how much the base that a change and its rate make may be off


def _rate_tells_another_base(text: str, figures: Sequence[Figure], index: int, base: Decimal | None) -> bool:
    """Whether the rate right behind a change is of another base: 'giảm 3.009 vụ (-24,25%)' are of some 12.400."""
    rate = figures[index + 1] if index + 1 < len(figures) else None
    if rate is None or rate.unit != "%" or not _OPENS.fullmatch(text, figures[index].end, rate.start):
        return False
    share, change = single(rate.value), single(figures[index].base_value)
    if not share or not change or not base:
        return False
    return abs(abs(100 * change / share) - base) > _NEAR_BASE * base


_FAR_OFF = 4  # times the true change in per cent: what is further off is of something else
_THIRD = 3  # a change in a weak word may be off by that part of the true one


def _is_borne_out(held: Sequence[Figure], change: Figure, pair: Pair) -> bool:
    """Whether some two of the numbers near have that change, either way; in per cent, not the pair the other way."""
    for now, before in permutations(held, 2):
        if change.unit == "%" and now is pair.before and before is pair.now:
            continue
        true = true_change(change, now, before) if is_alike(now, before) else None
        if true is not None and fits(change, abs(true), room_of(change, now, before)):
            return True
    return False


def check_times_told(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where one number is not as many times the other as is said: 'từ 164 ca lên 246 ca, tức
    gấp 1,8 lần', 'nay có 45 mô hình; năm 2021 có 15 mô hình, gấp 2,5 lần'.

    Not flagged: what any two numbers near it bear out; hedged numbers that are off by less than a fifth or a half.
    """
    text = report.text
    for figures, index in neighbours(report):
        times = figures[index]
        stated = single(times.value)
        if times.unit != "lần" or not stated or not TIMES.search(text, max(times.start - 12, 0), times.number_start):
            continue
        alike = values_of(text, figures, index)
        bare = [*figures[:index], replace(times, qualifier=None), *figures[index + 1 :]] if times.qualifier else figures
        pair = pair_of(text, bare, index, alike)
        held = [figures[one] for one in alike] + ([pair.before] if pair else [])
        true = [ratio for one, other in permutations(held, 2) if (ratio := _ratio(one, other)) is not None]
        if pair is None or any(fits(times, one, half_last_digit(times.decimals)) for one in true):
            continue
        if times.qualifier and any(stated * _LEAST_HEDGED <= one <= stated * _MOST_HEDGED for one in true):
            continue
        ratio = _ratio(pair.now, pair.before)
        if ratio is not None:
            facts = {"part": pair.now.text, "whole": pair.before.text}
            facts |= {"true": f"{shown(round(ratio, max(times.decimals, 1)))} lần", "mean": times.text}
            related = (Span(pair.now.start, pair.now.end), Span(pair.before.start, pair.before.end))
            yield Finding("ratio-mismatch", "error", Span(times.start, times.end), "mean", facts, related)


_LEAST_HEDGED, _MOST_HEDGED = Decimal("0.8"), Decimal("1.5")  # of 'hơn', 'gần', 'khoảng' so many times


def _ratio(one: Figure, other: Figure) -> Decimal | None:
    first, second = amount_of(one), amount_of(other)
    return first / second if first and second and is_alike(one, other) else None
