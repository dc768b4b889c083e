"""Changes that are told apart from their two values (tăng, giảm nêu tách khỏi số liệu): in another sentence, with other
words than 'tăng' and 'giảm', in times ('gấp'), beyond a plan ('vượt'), in ranks.

Cases of ``change-mismatch`` and ``ratio-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from tongket.checking.near_numbers import ends_between
from tongket.checking.numbers import fits, half_last_digit, rounding, shown, single
from tongket.checking.same_matter import A_YEAR, CHANGE_WORDS, keys_of, lead_of, names_new, sentence_start
from tongket.checking.told import (
    amount_of,
    is_alike,
    is_near_miss,
    is_plain,
    neighbours,
    sentences_between,
)
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NEAR = 6  # numbers before a change among which its values stand
_FAR = 400  # letters
_MOST_SENTENCES = 2

_MORE_WORDS = "tăng|nhiều hơn|cao hơn|lớn hơn|đông hơn|thêm|vượt|lên|hơn|nâng"
_LESS_WORDS = "giảm|ít hơn|thấp hơn|nhỏ hơn|kém|kém hơn|bớt|hạ|đỡ|rút ngắn|xóa|xoá|thiếu|tụt|lùi|xuống"
_CHANGES = re.compile(
    rf"(?<!\w)(?P<word>(?P<more>{_MORE_WORDS})|(?P<less>{_LESS_WORDS})"
    r"|chênh lệch|khoảng cách|cách nhau|chênh nhau)"
    r"(?:\s(?:được|thêm|đến|tới|là|hơn|đi|năm trước|năm ngoái|cùng kỳ|phải|chờ|mất|thời gian|so với|khoảng))*\s*\(?$"
)  # in small letters: a sentence may begin with the word
_WEAK = frozenset(("thêm", "lên", "hơn", "nâng", "xuống", "hạ", "xóa", "xoá", "thiếu"))
_OF_ONE_PART = re.compile(r"(?<!\w)(?:[Rr]iêng|[Tt]rong đó|[Cc]hủ yếu|[Bb]ình quân|[Tt]rung bình|[Mm]ỗi|mỗi)(?!\w)")
_EARLIER = re.compile(
    r"(?<!\w)(?:(?:[Đđ]ầu|[Cc]uối|[Tt]rong|[Hh]ết) năm|[Nn]ăm (?:(?:19|20)\d\d|trước|ngoái)|[Cc]ùng kỳ"
    r"|[Đđ]ầu (?:kỳ|nhiệm kỳ)|(?:[Nn]hiệm kỳ|[Kk]ỳ|[Qq]uý|[Tt]háng) trước|[Tt]rước (?:đó|đây|khi)"
    r"|[Tt]ừ(?= (?:(?:mức|chỗ|chỗ có|gần|hơn|trên|khoảng) )?(?:\d|$)))(?!\w)"
)
_NOW = re.compile(
    r"(?<!\w)(?:[Nn]ay|[Nn]ăm nay|[Hh]iện(?: nay| có)?|[Cc]òn|[Xx]uống|[Ll]ên|[Cc]uối (?:năm|kỳ)"
    r"|[Nn]ăm (?:19|20)\d\d)(?!\w)"
)
_PLAN = re.compile(r"(?<!\w)(?:[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán|KH|[Gg]iao|[Mm]ục tiêu|[Tt]heo chương trình)(?!\w)")
_TIME = re.compile(f"{_EARLIER.pattern}|{_PLAN.pattern}")
_FROM = re.compile(r"(?<!\w)[Tt]ừ (?:mức |chỗ (?:có )?)?$")
_TO = re.compile(r"[^.;\n\d]{0,40}?(?<!\w)(?:lên|xuống|còn|tới|đến)(?: còn| tới| đến)?\s+$")
_BASE_BEHIND = re.compile(
    r"[^.;,\n\d()]{0,60}?(?:so (?:với )?|\(|trong khi |từ )"
    r"(?:[^.;,\n\d()]|\((?!\D*\()|(?:năm|tháng|quý) [\dIV/]+){0,60}$"
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """What there is now and what there was."""

    now: Figure
    before: Figure


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
        near = _values_of(report.text, figures, index)
        if (
            near
            and figures[near[0]].start in parts
            and _BESIDE.fullmatch(report.text, figures[near[0]].end, low + said.start())
        ):
            continue  # 'trong đó khiếu nại 12 đơn, giảm 25% (16 đơn)'
        alike = [one for one in near if figures[one].start not in parts]
        for finding in _check_change(report.text, figures, index, alike, said):
            if not _is_of_another(report, change, finding):
                yield finding


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


def _check_change(
    text: str, figures: Sequence[Figure], index: int, alike: Sequence[int], said: re.Match[str]
) -> Iterator[Finding]:
    change = figures[index]
    pair = _pair(text, figures, index, alike) or _gap(text, figures, index, alike, said)
    if pair is not None and _is_of_another_base(text, change, pair.before):
        return
    if pair is not None and _rate_tells_another_base(text, figures, index, amount_of(pair.before)):
        return
    true = _change_of(change, pair.now, pair.before) if pair else None
    if pair is None or true is None:
        return
    way = "up" if said["more"] else "down" if said["less"] else ""
    wrong_way = bool(way and true and (true > 0) != (way == "up"))
    right_size = fits(change, abs(true), _room(change, pair.now, pair.before))
    stated = single(change.value) or Decimal(0)
    if change.unit == "%" and not stated <= _FAR_OFF * abs(true) <= _FAR_OFF * _FAR_OFF * stated:
        return  # of something else
    facts = {"now": pair.now.text, "before": pair.before.text}
    place, related = Span(change.start, change.end), tuple(Span(one.start, one.end) for one in (pair.now, pair.before))
    if right_size and wrong_way and change.change:
        facts |= {"true_way": _WAYS[true > 0], "way": said["word"]}
        yield Finding("change-mismatch", "error", place, "direction", facts, related)
        return
    alike = [one for one in alike if _are_one(figures[one], pair.now)]
    if not right_size and not wrong_way and not _is_borne_out([figures[one] for one in alike], change, pair):
        near = len(alike) == _SURE and abs(abs(true) - stated) * _THIRD <= abs(true)
        weak = change.base_unit != "bậc" and (said["word"] in _WEAK or len(alike) > _SURE)
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


_OPENS = re.compile(r"\s?\(\s?")
_NEAR_BASE = Decimal("0.02")  # by how much the base that a change and its rate make may be off


def _rate_tells_another_base(text: str, figures: Sequence[Figure], index: int, base: Decimal | None) -> bool:
    """Whether the rate in brackets behind a change is of another base: 'giảm 3.009 vụ (-24,25%)' are of some 12.400."""
    rate = figures[index + 1] if index + 1 < len(figures) else None
    if rate is None or rate.unit != "%" or not _OPENS.fullmatch(text, figures[index].end, rate.start):
        return False
    share, change = single(rate.value), single(figures[index].base_value)
    if not share or not change or not base:
        return False
    return abs(abs(100 * change / share) - base) > _NEAR_BASE * base


_FAR_OFF = 4  # times the true change in per cent: what is further off is of something else
_THIRD = 3  # a change in a weak word may be off by that part of the true one
_SURE = 2  # values near a change: of more of them, another pair may be meant
_WAYS = {True: "tăng", False: "giảm"}


_ITEM = re.compile(r"\n\s*(?:[-+•*–]|[a-zđ]\)|\d{1,2}[.)])\s")


def _values_of(text: str, figures: Sequence[Figure], index: int) -> list[int]:
    """The numbers near a change that it may be the change of: of its unit; any counts for one in per cent."""
    change = figures[index]
    found = []
    for earlier in range(index - 1, max(index - 1 - _NEAR, -1), -1):
        one = figures[earlier]
        if change.start - one.end > _FAR or _ITEM.search(text, one.end, change.start):
            break
        if sentences_between(text, one.end, change.start) > _MOST_SENTENCES:
            break
        if _may_be_of(change, one):
            found.append(earlier)
    return found


def _may_be_of(change: Figure, one: Figure) -> bool:
    if one.qualifier or one.change or amount_of(one) is None:
        return False
    if change.base_unit == "bậc":
        return one.base_unit == "hạng"
    if one.end == one.number_end:
        return False  # a bare number does not say what it counts
    if change.unit == "điểm phần trăm":
        return one.unit == "%"
    if change.unit in ("%", "lần"):
        return is_plain(one) and one.base_unit not in ("", "lần", "hạng", "điểm %", "năm")
    return is_alike(one, change) or (one.base_unit == change.base_unit == "đồng" and "/" not in change.unit)


_STOPS = re.compile(r"\s*(?:[),;.\n]|$|(?:năm|của năm|cùng kỳ|vào|ở|trong)(?!\w))")


def _pair(text: str, figures: Sequence[Figure], index: int, alike: Sequence[int]) -> _Pair | None:
    """Which two numbers a change is most plainly of: the one before it and the base behind it, or the last two before
    it that stand with their times.
    """
    change = figures[index]
    if not alike:
        return None
    last = figures[alike[0]]
    behind = figures[index + 1] if index + 1 < len(figures) else None
    if behind is not None and _TIMES.search(text, max(behind.start - 12, 0), behind.number_start):
        behind = None
    if behind is not None and change.base_unit != "bậc" and _may_be_of(change, behind) and _are_one(behind, last):
        named = _BASE_BEHIND.fullmatch(text, change.end, behind.start) and _STOPS.match(text, behind.end)
        if named and not change.qualifier and _TIME.search(_clause(text, behind.start - 50, behind.start)):
            return _Pair(last, behind)
    if len(alike) < _SURE:
        return None
    first = _at_named_time(text, change, [figures[one] for one in alike[1:]]) or figures[alike[1]]
    if not _are_one(last, first) or not _is_compared_with(text, change, first, last):
        return None
    joint = text[first.end : last.start]
    if _WITHIN.search(joint):
        return None
    if _FROM.search(text, max(first.start - 20, 0), first.start) and _TO.fullmatch(joint):
        return _Pair(last, first) if change.base_unit != "bậc" else None
    then, now = _clause(text, first.start - 70, first.start), _clause(text, max(first.end, last.start - 70), last.start)
    years = [_YEAR.findall(clause)[-1:] for clause in (then, now)]
    if all(years) and years[0] > years[1]:
        return _Pair(first, last)
    told = _YEAR.findall(joint)
    if (_TIME.search(then) and _NOW.search(joint)) or (len(told) > 1 and told[0] < told[-1]):
        return _Pair(last, first)  # 'đạt 05 danh hiệu năm 2025; năm 2026 đề nghị 07'
    return _Pair(first, last) if _TIME.search(now) else None


_WITHIN = re.compile(r"(?<!\w)trong (?:đó|số đó)(?!\w)")  # the last is a part of the first, whatever time it names
_SINCE = re.compile(
    r"[^.;,()\n\d]{0,20}(?:\([\d.,]+\s?%\)\s)?so (?:với )?(?P<time>đầu (?:năm|kỳ|nhiệm kỳ)|cuối kỳ trước)(?!\w)"
)


def _at_named_time(text: str, change: Figure, earlier: Sequence[Figure]) -> Figure | None:
    """The one number told of the time with which a change compares: 'Đầu năm 402 hộ; ... giảm 47 hộ so với đầu năm'."""
    named = _SINCE.match(text, change.end)
    if named is None:
        return None
    there = [one for one in earlier if named["time"] in _lead(text, one).lower()]
    return there[0] if len(there) == 1 else None


def _lead(text: str, one: Figure) -> str:
    """The words of its clause before a number, behind any number there."""
    return _LAST_NUMBER.split(_clause(text, one.start - 50, one.start))[-1]


_LAST_NUMBER = re.compile(r"\d")


_EXTREME = re.compile(r"(?<!\w)(?:cao|lớn|nhiều|đông|thấp|nhỏ|ít) nhất(?!\w)")


def _gap(text: str, figures: Sequence[Figure], index: int, alike: Sequence[int], said: re.Match[str]) -> _Pair | None:
    """The highest and the lowest before the gap between them: 'cao nhất 61,2, thấp nhất 44,7, khoảng cách 16,5'."""
    if said["more"] or said["less"] or len(alike) < _SURE:
        return None
    one, other = figures[alike[1]], figures[alike[0]]
    ends = (figures[alike[1] - 1].end if alike[1] else 0, one.end)
    leads = [text[max(end, at.start - 70) : at.start].lower() for end, at in zip(ends, (one, other), strict=True)]
    if not all(map(_EXTREME.search, leads)) or not is_alike(one, other):
        return None
    high, low = sorted((one, other), key=lambda at: amount_of(at) or Decimal(0), reverse=True)
    return _Pair(high, low)


def _are_one(one: Figure, other: Figure) -> bool:
    """Whether two values are of one thing: money may say but once for whom it is."""
    if is_alike(one, other):
        return True
    low, high = sorted((amount_of(one) or Decimal(0), amount_of(other) or Decimal(0)))
    return one.base_unit == other.base_unit == "đồng" and high < _TIMES_MOST * low


_TIMES_MOST = 10
_THAN = re.compile(r"[^.;,\n\d]{0,30}so (?:với )?[^.;,\n\d]{0,20}năm (\d{4})")


def _is_compared_with(text: str, change: Figure, first: Figure, last: Figure) -> bool:
    """Whether the year with which a change is said to compare, where it is said, stands by one of the two values."""
    named = _THAN.match(text, change.end)
    if named is None:
        return True
    return any(named[1] in (*_year_of(text, one), _behind(text, one)) for one in (first, last))


def _year_of(text: str, one: Figure) -> list[str]:
    """The year that stands last before a number in its clause: 'năm 2023 có 56 thôn, năm 2024 có 63 thôn'."""
    return _A_YEAR.findall(_clause(text, one.start - 70, one.start))[-1:]


def _behind(text: str, one: Figure) -> str:
    """The year that stands right behind a number: '56 thôn năm 2023', '56 thôn (2023)'."""
    found = _YEAR_BEHIND.match(text, one.end)
    return found[1] if found else ""


_A_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)(?![\d.,]\d|\d)")
_YEAR_BEHIND = re.compile(r"[^.;,\d\n]{0,25}?\(?(?:năm |\d{1,2}/)?((?:19|20)\d\d)(?!\d)")


_OF_THE_PLAN = re.compile(rf"\s*(?:so với )?(?:[^.;,\n\d]{{0,20}}\s)?{_PLAN.pattern}")
_THAN_BEFORE = re.compile(
    r"[^.;,\n\d]{0,30}?(?:\([\d.,]+\s?%\)\s)?so (?:với )?[^.;,\n\d]{0,30}"
    r"(?:(?:cùng kỳ|năm|trước|đầu|quý|tháng|vụ|khóa)(?!\w)|(?<!\d)(?:19|20)\d\d(?![\d.]))"
)


def _is_of_another_base(text: str, change: Figure, base: Figure) -> bool:
    """Whether the change is said to be against an earlier time and its base is a plan, or the other way round."""
    led = _clause(text, base.start - 40, base.start)
    planned, earlier = _PLAN.search(led), _EARLIER.search(led)
    if _OF_THE_PLAN.match(text, change.end):
        return earlier is not None and planned is None
    return _THAN_BEFORE.match(text, change.end) is not None and planned is not None and earlier is None


_YEAR = re.compile(r"[Nn]ăm ((?:19|20)\d\d)(?!\d)")


def _clause(text: str, start: int, end: int) -> str:
    """The words of the clause that ends there."""
    return _CLAUSES.split(text[max(start, 0) : end])[-1]


_CLAUSES = re.compile(r"[;\n]|\.(?!\d)")


def _change_of(change: Figure, now: Figure, before: Figure) -> Decimal | None:
    """The true change in the printed unit of ``change``."""
    latest, earlier = amount_of(now), amount_of(before)
    if latest is None or earlier is None:
        return None
    if change.unit == "%" and now.unit != "%":
        return 100 * (latest - earlier) / earlier if earlier else None
    if change.base_unit == "bậc":
        return earlier - latest
    value, base = single(change.value), single(change.base_value)
    return (latest - earlier) * value / base if value and base else None


def _is_borne_out(held: Sequence[Figure], change: Figure, pair: _Pair) -> bool:
    """Whether some two of the numbers near have that change, either way; in per cent, not the pair the other way."""
    for now, before in permutations(held, 2):
        if change.unit == "%" and now is pair.before and before is pair.now:
            continue
        true = _change_of(change, now, before) if is_alike(now, before) else None
        if true is not None and fits(change, abs(true), _room(change, now, before)):
            return True
    return False


def _room(change: Figure, now: Figure, before: Figure) -> Decimal:
    """How far a printed change may be from that of two rounded numbers, in its printed unit."""
    room = rounding(now.value, now.base_value) + rounding(before.value, before.base_value)
    if change.unit == "%" and now.unit != "%":
        return 200 * room / (amount_of(before) or Decimal(1)) + 2 * half_last_digit(change.decimals)
    value, base = single(change.value), single(change.base_value)
    room = room * value / base if value and base else room
    return room + (half_last_digit(change.decimals) if change.decimals else Decimal(0))


_TIMES = re.compile(r"(?<!\w)[Gg]ấp\s+(?:(?:gần|hơn|khoảng|đến|tới|trên)\s)?$")


def check_times_told(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where one number is not as many times the other as is said: 'từ 164 ca lên 246 ca, tức
    gấp 1,8 lần', 'nay có 45 mô hình; năm 2021 có 15 mô hình, gấp 2,5 lần'.

    Not flagged: what any two numbers near it bear out; hedged numbers.
    """
    text = report.text
    for figures, index in neighbours(report):
        times = figures[index]
        stated = single(times.value)
        if times.unit != "lần" or not stated or not _TIMES.search(text, max(times.start - 12, 0), times.number_start):
            continue
        alike = _values_of(text, figures, index)
        pair = _pair(text, figures, index, alike)
        held = [figures[one] for one in alike] + ([pair.before] if pair else [])
        true = [ratio for one, other in permutations(held, 2) if (ratio := _ratio(one, other)) is not None]
        if pair is None or any(fits(times, one, half_last_digit(times.decimals)) for one in true):
            continue
        ratio = _ratio(pair.now, pair.before)
        if ratio is not None:
            facts = {"part": pair.now.text, "whole": pair.before.text}
            facts |= {"true": f"{shown(round(ratio, max(times.decimals, 1)))} lần", "mean": times.text}
            related = (Span(pair.now.start, pair.now.end), Span(pair.before.start, pair.before.end))
            yield Finding("ratio-mismatch", "error", Span(times.start, times.end), "mean", facts, related)


def _ratio(one: Figure, other: Figure) -> Decimal | None:
    first, second = amount_of(one), amount_of(other)
    return first / second if first and second and is_alike(one, other) else None
