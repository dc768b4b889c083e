"""What is told as the rest behind its number (n đơn còn lại): 'tiếp nhận 04 đơn thư, trong đó thụ lý 01 đơn; 03 đơn thư
còn lại không thuộc thẩm quyền'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise
from operator import attrgetter, eq

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    chance_of_sum,
    counts_alike,
    ends_between,
    is_pen_slip,
    prose_of,
)
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report

_OF_WHICH = re.compile(r"[\s.;:,]*(?:[Tt]rong (?:số )?đó|[Gg]ồm|[Cc]ụ thể)(?!\w)")
_OPENED = re.compile(r"(?<!\w)(?:trong (?:số )?đó|gồm|có)(?!\w)", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:năm trước|kỳ trước|chuyển sang|so với|kế hoạch|chỉ tiêu|bình quân|mỗi|tăng|giảm)(?!\w)"
)
_NEAR, _FAR = 5, 420  # numbers and letters before a rest among which its whole stands
_MOST_PARTS = 3
_QUARTER = 4


def check_rests_behind(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a number told as 'còn lại' is not what the parts before it leave of their whole.

    Not flagged: rests that some number before them leaves; other times and plans; wholes with many parts.
    """
    for at in places_of(report.text, "còn lại"):
        rest = _number_before(report, at)
        if rest is None:
            continue
        near = _before(report, rest)
        parts = [amount(one) for one in reversed(near)]
        made = list(accumulate(parts, initial=amount(rest)))
        if len(near) < len(("whole", "part")) or any(map(eq, parts[1:], made[1:])):
            continue
        whole, *others = near
        if len(others) > _MOST_PARTS or amount(whole) <= max(map(amount, others)):
            continue
        told = [*others, rest]
        added = sum(map(amount, told), Decimal(0))
        off = abs(added - amount(whole))
        said = report.text[whole.end : rest.start]
        if (
            _OPENED.search(said)
            and not _OF_ANOTHER.search(said)
            and (off * _QUARTER <= amount(whole) or _slips(whole, told))
        ):
            yield sum_mismatch(whole, amount(whole), told, added)


def _slips(whole: Figure, told: Sequence[Figure]) -> bool:
    return chance_of_sum(whole, amount(whole), told) < 1


def _number_before(report: Report, at: int) -> Figure | None:
    """The plain number of some unit right before 'còn lại'."""
    figures = prose_of(report)
    index = bisect_left(figures, at, key=attrgetter("start")) - 1
    one = figures[index] if index >= 0 else None
    if one is None or report.text[one.end : at].strip() or not is_plain(one) or one.target:
        return None
    return one if one.unit else None


def _before(report: Report, rest: Figure) -> list[Figure]:
    """The numbers of its unit before a rest: of its sentence, and of one before it that 'trong đó' takes up."""
    text = report.text
    found: list[Figure] = []
    for one in reversed(before(report, rest, _NEAR, _FAR)):
        ends = ends_between(report, one.end, rest.start)
        if len(ends) > 1 or (ends and not _OF_WHICH.match(text, ends[0])):
            break
        if is_plain(one) and one.unit and _are_alike(one, rest):
            found.append(one)
    return found[::-1]


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers count the same, or kinds of it: 'đơn thư', 'đơn tố cáo'."""
    return counts_alike(one, other) or ("/" not in one.unit and one.unit.split()[0] == other.unit.split()[0])


def check_rests_of_shares(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is left of a share is not told so, but for a slip: 'đã giải quyết 358/412 ý
    kiến, đạt 86,9%; đang giải quyết 45 ý kiến'.

    Not flagged: what is left of all, of whom those of the share are some: 'nhận 38 đơn, ... đã giải quyết 26/31 đơn;
    07 đơn còn lại không thuộc thẩm quyền'.
    """
    figures = [one for one in prose_of(report) if one.unit != "%"]
    for share, rest in pairwise(figures):
        value, stated = share.base_value, single(rest.base_value)
        if not isinstance(value, Share) or stated is None or not is_plain(rest) or not counts_alike(share, rest):
            continue
        joint = _RATE_ASIDE.sub("", report.text[share.end : rest.start])
        true = value.whole - value.part
        if stated == true or any(amount(one) == value.whole + stated for one in before(report, share, _NEAR, _FAR)):
            continue
        left = _NEXT.fullmatch(joint) is not None and _LEFT.match(report.text, rest.end) is not None
        if left or (_OPEN_REST.fullmatch(joint) and is_pen_slip(stated, true)):
            part = replace(share, base_value=value.part, value=value.part)
            made = value.part + stated
            yield sum_mismatch(share, value.whole, (part, rest), made, like=part)


_OPEN_REST = re.compile(
    r"[^.\d\n]{0,60}?[,;]\s(?:số\s)?(?:còn(?: lại)?|đang|chưa|chuyển|tiếp tục)(?!\w)[^.;,\d\n]{0,40}\s"
)
_NEXT = re.compile(r"[^.\d\n]{0,60}?[,;]\s(?:và |số )?")
_LEFT = re.compile(
    r"[^\W\d_]*(?:\s[^\W\d_]+)?\s(?:còn lại(?!\w)|(?:chưa|không) đạt(?= gồm| là|[.,;:(]))"
)  # '14 vụ còn lại đang giải quyết'
_RATE_ASIDE = re.compile(r",?\s\(?(?:đạt|chiếm|bằng|tỷ lệ)(?: tỷ lệ)?\s\d[\d.,]*\s?%\)?|\s\(\d[\d,]*\s?%\)")
