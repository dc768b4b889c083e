"""Which two numbers a change is of (số liệu của một mức tăng, giảm): what there is now and what there was, and the
change that they make.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.numbers import half_last_digit, rounding, single
from tongket.checking.evidence.stops import sentences_between
from tongket.checking.evidence.told import amount_of, is_alike, is_people, is_plain
from tongket.model.figures import Figure
from tongket.model.quantities import Share
from tongket.vietnamese.sums_over_months import is_added_up

_NEAR = 6  # numbers before a change among which its values stand
_FAR = 400  # letters
_MOST_SENTENCES = 2
SURE = 2  # values near a change: of more of them, another pair may be meant
_EARLIER = re.compile(
    r"(?<!\w)(?:(?<!tháng )(?<!quý )[Đđ]ầu năm|(?:[Cc]uối|[Tt]rong|[Hh]ết) năm|[Nn]ăm (?:(?:19|20)\d\d|trước|ngoái)"
    r"|[Cc]ùng kỳ|[Đđ]ầu (?:kỳ|nhiệm kỳ)|(?:[Nn]hiệm kỳ|[Kk]ỳ|[Qq]uý|[Tt]háng) trước|[Tt]rước (?:đó|đây|khi)"
    r"|[Ss]o (?:với )?(?:thời điểm|ngày|tháng|quý)(?: ngày)?(?= \d)"
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
    r"[^.;,\n\d()]{0,60}?(?:(?:năm|quý|tháng) [\dIV/.]{1,7} ?\(|so (?:với )?|\(|trong khi |từ )"
    r"(?:[^.;,\n\d()]|\((?!\D*\()|(?:năm|tháng|quý) [\dIV/]+){0,60}$"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """What there is now and what there was."""

    now: Figure
    before: Figure


TIMES = re.compile(r"(?<!\w)[Gg]ấp\s+(?:(?:gần|hơn|khoảng|đến|tới|trên)\s)?$")
_ITEM = re.compile(r"\n\s*(?:[-+•*–]|[a-zđ]\)|\d{1,2}[.)])\s")


def values_of(text: str, figures: Sequence[Figure], index: int) -> list[int]:
    """The numbers near a change that it may be the change of: of its unit; any counts for one in per cent."""
    change = figures[index]
    found: list[int] = []
    if index and figures[index - 1].qualifier and _RIGHT_BEHIND.fullmatch(text, figures[index - 1].end, change.start):
        return found  # of what is told as about so much
    for earlier in range(index - 1, max(index - 1 - _NEAR, -1), -1):
        one = figures[earlier]
        if change.start - one.end > _FAR or _ITEM.search(text, one.end, change.start):
            break
        if sentences_between(text, one.end, change.start) > _MOST_SENTENCES:
            break
        if _may_be_of(change, one) and not _is_base_of_another(text, figures, earlier):
            found.append(earlier)
    return found


_THAN_IT = re.compile(
    r"\s(?:\([\d.,]+\s?%\)\s)?so (?:với )?(?:[^.;,()\d\n]|(?<=\s)\d{1,2}/(?=\d{4})|(?<=[\s/IV])\d{4}(?=[\s(])){0,50}"
    r"[\s(]"
)


def _is_base_of_another(text: str, figures: Sequence[Figure], index: int) -> bool:
    """Whether a number is what the change right before it is of: 'tăng 08 vụ so với quý trước (11 vụ)'."""
    last = figures[index - 1] if index else None
    if last is None:
        return False
    if is_this_year_and_last(text, last, figures[index]):
        return True
    return bool(last.change and _THAN_IT.fullmatch(text, last.end, figures[index].start))


def is_this_year_and_last(text: str, change: Figure, one: Figure) -> bool:
    """Whether a number is both values of the change before it, in brackets: 'tăng 18 vụ (64/46 vụ)'."""
    if not isinstance(one.value, Share) or change.unit == "%":
        return False
    return _OPENS.fullmatch(text, change.end, one.start) is not None


_OPENS = re.compile(r"(?:\s(?!so\s)[^\W\d_]+){0,3}\s?\(\s?")
_RIGHT_BEHIND = re.compile(r",?\s(?:tăng|giảm)\s(?:thêm\s)?")


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
    if change.base_unit == "trường hợp" and is_people(one):
        return True  # '96 đảng viên, so với nhiệm kỳ trước (114 đảng viên) giảm 18 trường hợp'
    return is_alike(one, change) or (one.base_unit == change.base_unit == "đồng" and "/" not in change.unit)


_STOPS = re.compile(r"\s*(?:[),;.\n]|$|(?:năm|của năm|cùng kỳ|vào|ở|trong)(?!\w))")


def pair_of(text: str, figures: Sequence[Figure], index: int, alike: Sequence[int]) -> Pair | None:
    """Which two numbers a change is most plainly of: the one before it and the base behind it, or the last two before
    it that stand with their times.
    """
    change = figures[index]
    if not alike:
        return None
    last = figures[alike[0]]
    behind = figures[index + 1] if index + 1 < len(figures) else None
    if behind is not None and is_this_year_and_last(text, change, behind):
        return None  # told by both its values
    if behind is not None and TIMES.search(text, max(behind.start - 12, 0), behind.number_start):
        behind = None
    if behind is not None and change.base_unit != "bậc" and _may_be_of(change, behind) and are_one(behind, last):
        named = _BASE_BEHIND.fullmatch(text, change.end, behind.start) and _STOPS.match(text, behind.end)
        named = None if opens_with_a_part(text[change.end : behind.start]) else named
        if named and not change.qualifier and _TIME.search(_clause(text, behind.start - 50, behind.start)):
            return Pair(last, behind)
    if len(alike) < SURE:
        return None
    earlier = [figures[one] for one in alike[1:]]
    if _IN_BRACKETS.search(text, max(last.start - 60, 0), last.start):
        earlier = [one for one in earlier if is_alike(one, last)]  # 'dư nợ 52 tỷ đồng, với 918 hộ, so với ... ('
    if not earlier:
        return None
    first = _at_named_time(text, change, earlier) or earlier[0]
    if not are_one(last, first) or not _is_compared_with(text, change, first, last):
        return None
    joint = text[first.end : last.start]
    if _WITHIN.search(joint) or is_added_up(_clause(text, first.start - _SENTENCE, first.start), joint):
        return None
    if opens_with_a_part(joint):
        return None
    if _FROM.search(text, max(first.start - 20, 0), first.start) and _TO.fullmatch(joint):
        return Pair(last, first) if change.base_unit != "bậc" else None
    then, now = _clause(text, first.start - 70, first.start), _clause(text, max(first.end, last.start - 70), last.start)
    then, now = _COMPARED.sub("", then), _COMPARED.sub("", now)
    years = [_YEAR.findall(clause)[-1:] for clause in (then, now)]
    if all(years) and years[0] > years[1]:
        return Pair(first, last)
    told = _YEAR.findall(joint)
    if (_TIME.search(then) and _NOW.search(joint)) or (len(told) > 1 and told[0] < told[-1]):
        return Pair(last, first)  # 'đạt 05 danh hiệu năm 2025; năm 2026 đề nghị 07'
    if _BY_THEN.search(now):
        return Pair(last, first)  # '..., chiếm 34,22%; đến cuối năm 2019 còn 217 hộ, chiếm 16,87%'
    return Pair(first, last) if _TIME.search(now) else None


_BY_THEN = re.compile(
    r"(?<!\w)[Đđ]ến (?:nay|(?:hết |cuối )?(?:năm|tháng|quý|kỳ))(?!\w)[^;\n]*(?<!\w)(?:còn|lên|xuống)(?!\w)"
)
_IN_BRACKETS = re.compile(r"(?<!\w)[Ss]o (?:với )?[^.;()\n]{2,50}\($")
_COMPARED = re.compile(  # 'đạt 70% so với dự toán và tăng 8% so với cùng kỳ, chi thường xuyên 4,6 tỷ đồng'
    r"(?<!\w)so (?:với )?[^\W\d_]+(?: [^\W\d_]+){0,3}?(?:,| và )"
)
_WITHIN = re.compile(r"(?<!\w)trong (?:đó|số đó)(?!\w)")  # the last is a part of the first, whatever time it names
_SENTENCE = 200  # letters


def opens_with_a_part(joint: str) -> bool:
    """Whether a number stands in brackets that open with a thing of its own: '2.340 tấn, tăng 1,1% so với cùng kỳ (cá
    biển đạt'.
    """
    opened = _ASIDE.search(joint)
    if opened is None:
        return False
    return not _TIME.search(opened[1]) and not _NOW.search(opened[1]) and _NAMES.search(opened[1]) is not None


_ASIDE = re.compile(r"\(([^()\d]*)$")
_NAMES = re.compile(
    r"(?:(?!(?:là|đạt|chỉ|có|đã|được|khoảng|gần|hơn|trên|tức|tương|với|ứng|đương|số|con|mức|kết|quả|thực|hiện|tổng"
    r"|cả|toàn|tỉnh|huyện|xã|xảy|ra)\s)[^\W\d_]+\s){2}"
)  # two words together that name something
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


def gap_of(text: str, figures: Sequence[Figure], alike: Sequence[int], said: re.Match[str]) -> Pair | None:
    """The highest and the lowest before the gap between them: 'cao nhất 61,2, thấp nhất 44,7, khoảng cách 16,5'."""
    if said["more"] or said["less"] or len(alike) < SURE:
        return None
    one, other = figures[alike[1]], figures[alike[0]]
    ends = (figures[alike[1] - 1].end if alike[1] else 0, one.end)
    leads = [text[max(end, at.start - 70) : at.start].lower() for end, at in zip(ends, (one, other), strict=True)]
    if not all(map(_EXTREME.search, leads)) or not is_alike(one, other):
        return None
    high, low = sorted((one, other), key=lambda at: amount_of(at) or Decimal(0), reverse=True)
    return Pair(high, low)


def are_one(one: Figure, other: Figure) -> bool:
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


def is_of_another_base(text: str, change: Figure, base: Figure) -> bool:
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


def true_change(change: Figure, now: Figure, before: Figure) -> Decimal | None:
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


def room_of(change: Figure, now: Figure, before: Figure) -> Decimal:
    """How far a printed change may be from that of two rounded numbers, in its printed unit."""
    room = rounding(now.value, now.base_value) + rounding(before.value, before.base_value)
    if change.unit == "%" and now.unit != "%":
        return 200 * room / (amount_of(before) or Decimal(1)) + 2 * half_last_digit(change.decimals)
    value, base = single(change.value), single(change.base_value)
    room = room * value / base if value and base else room
    return room + (half_last_digit(change.decimals) if change.decimals else Decimal(0))
