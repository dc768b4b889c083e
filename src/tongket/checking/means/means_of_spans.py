"""What each month or quarter takes, against all that its span takes (bình quân tháng, quý và cả năm): 'mỗi tháng tiếp
nhận 65 hồ sơ, cả năm tiếp nhận 780 hồ sơ'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.near_numbers import amount, ends_between, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import half_last_digit, rounding, shown, single
from tongket.checking.evidence.same_matter import keys_of
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_EACH = re.compile(
    r"(?<!\w)(?:[Mm]ỗi|(?:[Bb]ình quân|[Tt]rung bình)(?: [^\W\d_]+){0,3}?(?: mỗi| một| hằng| hàng)?)"
    r" (?P<span>tháng|quý)(?!\w)(?P<said>[^.;\d\n]{0,40})$"
)
_ON_AVERAGE = re.compile(r"(?<!\w)(?:[Bb]ình quân|[Tt]rung bình|[Mm]ỗi)(?!\w)")
_SPAN = re.compile(
    r"(?<!\w)(?:(?P<year>(?:[Cc]ả |[Mm]ột |[Mm]ỗi |[Tt]rong |[Tt]oàn )năm(?: (?:19|20)\d\d)?|[Nn]ăm (?:19|20)\d\d)"
    r"|(?P<quarter>(?:[Cc]ả |[Mm]ột |[Mm]ỗi |[Tt]rong )?[Qq]uý(?: [IVX]{1,3})?)|(?P<months>0?[2-9]|1[0-2]) tháng"
    r"(?: đầu năm| cuối năm)?)(?! học| trước| sau)(?P<said>(?: [^\W\d_]+){0,6}) ?$"
)
_ITSELF = re.compile(r", (?:tương đương|tương ứng|tức(?: là)?|hay|bằng) $")
_OTHERWISE = re.compile(
    r"(?<!\w)(?:cùng kỳ|năm trước|kế hoạch|chỉ tiêu|so với|tăng|giảm|riêng|trong đó|cao nhất|thấp nhất|dự kiến"
    r"|thêm)(?!\w)"
)
_WITH_MORE = re.compile(r",? \(?(?:kể cả|gồm cả|bao gồm|chưa kể|cả) ")  # 'gồm cả thưởng'
_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
_LEADING = 90  # letters before a number in which its span is told
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")  # beyond which the total is one of other things
_EMPTY = keys_of(
    "bình quân trung bình mỗi một cả năm tháng quý trong toàn là được đạt có khoảng đã thì các số tổng lượng trên hiện"
    " nay của cho với và tại chung người hộ tương đương hỗ trợ nhận hưởng"
)


def check_means_of_spans(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where what a month or a quarter takes on average is not what the year, or so many
    months, take: 'lương bình quân mỗi tháng 8,5 triệu đồng/người, cả năm đạt 112 triệu đồng/người'.

    Not flagged: hedged numbers; other times and plans; totals with what no month has ('gồm cả thưởng'), or that are
    told in words of another matter.
    """
    for one, other in pairwise(prose_of(report)):
        if ends_between(report, one.end, other.start) or not _are_of_one_thing(one, other):
            continue
        for mean, total in ((one, other), (other, one)):
            found = _check(report.text, mean, total)
            if found is not None:
                yield found
                break


def _are_of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether two numbers are plain, and count the same of the same, whatever span their units name."""
    if not all(is_plain(each) and not each.target and each.unit and amount(each) for each in (one, other)):
        return False
    units = [_SPANLESS.sub("", each.unit) for each in (one, other)]
    heads = [unit.split("/")[0].split(" ")[0] for unit in units]
    return heads[0] == heads[1] and [unit.count("/") for unit in units] == [units[0].count("/")] * len(units)


_SPANLESS = re.compile(r"/(?:tháng|quý|năm)$")


def _check(text: str, mean: Figure, total: Figure) -> Finding | None:
    first, last = sorted((mean, total), key=lambda one: one.start)
    between = text[first.end : last.start]
    each = _each(text, mean, first)
    many = _months(text, total, first, between) if each is not None else None
    if each is None or many is None or _OTHERWISE.search(between) or _WITH_MORE.match(text, last.end):
        return None
    span, said = each
    months, said_of_all = many
    count = Decimal(months) / _MONTHS[span]
    matters = [keys_of(words) - _EMPTY for words in (said, said_of_all)]
    if count <= 1 or count % 1 or (all(matters) and not matters[0] & matters[1]):
        return None
    true = amount(total) / count
    if abs(true - amount(mean)) < _room(mean, total, count) or not _LEAST * true <= amount(mean) <= _MOST * true:
        return None
    scale = (single(mean.value) or Decimal(1)) / amount(mean)
    if not _is_told_at_once(between) and not _is_slip((mean, total), true * scale, count):
        return None
    facts = {"part": total.text, "whole": f"{count} {span}", "mean": mean.text}
    facts["true"] = f"{shown(round(true * scale, max(mean.decimals, 2)))} {mean.unit}"
    related = (Span(total.start, total.end),)
    return Finding("ratio-mismatch", "warning", Span(mean.start, mean.end), "mean", facts, related)


def _each(text: str, mean: Figure, first: Figure) -> tuple[str, str] | None:
    """Of what span a number is the mean, and the words told with it."""
    low = max(mean.start - _LEADING, first.end if mean is not first else 0)
    said = text[low : mean.number_start]
    suffix = _SPANLESS.search(mean.unit)
    if suffix is not None:
        span = suffix[0][1:]
        told = _ON_AVERAGE.search(said) is not None or "/" in mean.unit[: suffix.start()]
        return (span, "") if told and span != "năm" else None
    found = _EACH.search(said)
    return (found["span"], found["said"]) if found else None


def _months(text: str, total: Figure, first: Figure, between: str) -> tuple[int, str] | None:
    """How many months a total is of, and the words told with it."""
    suffix = _SPANLESS.search(total.unit)
    if suffix is not None:
        return (_MONTHS[suffix[0][1:]], "") if total is not first and _ITSELF.search(between) else None
    low = max(total.start - _LEADING, first.end if total is not first else 0)
    found = _SPAN.search(text[low : total.number_start])
    if found is None:
        return None
    months = 12 if found["year"] else 3 if found["quarter"] else int(found["months"])
    return months, found["said"]


def _room(mean: Figure, total: Figure, count: Decimal) -> Decimal:
    """How far a mean may be from the true one: its last digit, and that of the total."""
    value = single(mean.value) or Decimal(1)
    step = 2 * half_last_digit(mean.decimals) * amount(mean) / value
    return step + rounding(total.value, total.base_value) / count


_AT_ONCE = re.compile(r"(?: [^\W\d_]+){0,6}[,;] [^.;,\d\n]{0,60}")


def _is_told_at_once(between: str) -> bool:
    """Whether the two numbers are told right behind one another."""
    return _AT_ONCE.fullmatch(between) is not None


def _is_slip(pair: Sequence[Figure], true: Decimal, count: Decimal) -> bool:
    """Whether the mean or the total is a slip of the pen of what the other makes it."""
    mean, total = pair
    value = single(total.value) or Decimal(0)
    made = value * amount(mean) * count / amount(total)
    stated = single(mean.value) or Decimal(0)
    return is_pen_slip(stated, true, mean.decimals) or is_pen_slip(value, made, total.decimals)


CHECKS = (check_means_of_spans,)
