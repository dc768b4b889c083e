"""What tells that items of a list are no parts of the number before it, or not all of them (mục không là phần)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.near_numbers import (
    amount,
    ends_between,
    holds_a_glued_number,
    is_pen_slip,
    opens_its_own_list,
    prose_of,
)
from tongket.checking.evidence.numbers import room_of_whole
from tongket.checking.evidence.overlapping import may_overlap
from tongket.checking.evidence.stocks import is_of_stocks
from tongket.checking.evidence.told import is_plain
from tongket.checking.evidence.two_wholes import are_of_two_wholes, is_of_a_range
from tongket.checking.sums.divided import Divided
from tongket.checking.sums.listed_items import Listed
from tongket.model.figures import Figure
from tongket.model.reports import Report


def are_no_parts(report: Report, listed: Listed, found: Divided) -> bool:
    """Whether something about a list or its whole tells why its items do not make it."""
    text, figures, off = report.text, prose_of(report), found.of - found.added
    first, last = found.items[0].figure, found.items[-1].figure
    return bool(
        _are_picked(text, found, listed)
        or _is_of_groups(text, found, listed)
        or (off == 1 and _begins_with_one(text, listed))
        or are_of_two_wholes(report, found.whole, found.parts)
        or is_of_a_range(text, found.whole, found.parts)
        or (off > 0 and (_REST_BEHIND.match(text, last.end) or _GOES_ON.match(text, last.end)))
        or (off < 0 and _are_counted_twice(text, last.end, -off))
        or abs(off) <= room_of_whole(found.whole, found.parts)
        or holds_a_glued_number(text, first.start, last.end)
        or opens_its_own_list(text, figures, found.parts)
        or _tells_two_measures(text, found)
        or _is_made_behind(report, figures, found)
        or _is_left_of_all(text, figures, found)
        or is_done_beside_open(text, found.whole, found.parts)
        or _IS_LOST.search(text, max(found.whole.start - _LOST_LETTERS, 0), found.whole.start)
    )


_COMBINED = re.compile(
    r"[^.;()\n]{0,60}[(,;]\s?(?:trong đó,?:? )?(?:có )?(?P<count>\d{1,3})(?!\d|[.,/]\d)[^.;()\d\n]{0,30}?(?<!\w)"
    r"(?:kết hợp|lồng ghép|trùng|chung|cả hai)(?!\w)"
)


def _are_counted_twice(text: str, at: int, more: Decimal) -> bool:
    """Whether what follows says that so many are of two items: '24 buổi ở cơ sở, 14 buổi phục vụ hội nghị (02 buổi kết
    hợp)'.
    """
    combined = _COMBINED.match(text, at)
    return combined is not None and int(combined["count"]) == more


_LEFT = re.compile(r"(?<!\w)còn(?: lại)?(?: có)?\s$")


def _is_left_of_all(text: str, figures: Sequence[Figure], one: Divided) -> bool:
    """Whether the last item is what is left of the number before the whole: 'tiếp nhận 860 hồ sơ, đã giải quyết 845 hồ
    sơ, trong đó đúng hạn 832 hồ sơ; còn 15 hồ sơ đang giải quyết'.
    """
    last = one.items[-1].figure
    index = bisect_left(figures, one.whole.start, key=attrgetter("start"))
    if not index or not _LEFT.search(text, max(last.start - _LEAD, 0), last.start):
        return False
    return amount(figures[index - 1]) == one.of + amount(last)


_ACT = r"(?:giải quyết|xử lý|thi hành|trả lời|xem xét|xác minh|hoàn thành|thực hiện)"
_DONE = re.compile(rf"(?<!\w)[Đđ]ã (?:được )?{_ACT}(?: xong| dứt điểm| được)*:?\s$")
_OPEN = re.compile(rf"(?<!\w)(?:đang|chưa)(?: được| tiếp tục| trong (?:quá trình|thời gian|thời hạn))* {_ACT}(?!\w)")


def is_done_beside_open(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether one of the parts tells what is still under way, and the whole what is done: 'đã giải quyết 455 đơn, trong
    đó dứt điểm 410 đơn, còn 57 đơn đang giải quyết'.
    """
    if not _DONE.search(text, max(whole.start - _LEAD, 0), whole.start):
        return False
    return _OPEN.search(text, parts[0].end, parts[-1].end + _LEAD) is not None


_MEASURES = re.compile(
    r"(?<!\w)(?:giải ngân|thực hiện|giao(?! thông)|phân bổ|thanh toán|giải quyết|thụ lý|tiếp nhận)(?!\w)"
)


def _tells_two_measures(text: str, one: Divided) -> bool:
    """Whether items tell by turns of two things done with each: 'vốn tập trung thực hiện 3.954,5 tỷ đồng, giải ngân
    3.554,2 tỷ đồng; vốn trái phiếu thực hiện 625,1 tỷ đồng, giải ngân ...'.
    """
    starts = [max(item.figure.start - _LEAD, 0) for item in one.items]
    told = [_MEASURES.findall(text, low, item.figure.start)[-1:] for low, item in zip(starts, one.items, strict=True)]
    return all(told) and len({words[0] for words in told}) > 1


_LEAD = 60  # letters before a number in which its verb stands
_GROUP = re.compile(r"[^\W\d_] (\d{1,6})\s?: ?(?=\d)")
_YEARS = range(1950, 2100)
_SPAN = re.compile(r"(?<!\w)(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Tt]ừ năm|(?:[Tt]rong|[Ss]au) \w+ năm|[Cc]ác năm)(?!\w)")
_SPAN_LETTERS = 80
_MANY_YEARS = 4  # with which nothing is compared
_BACK = 30  # letters before the first item in which the number of its group stands


def _is_of_groups(text: str, one: Divided, listed: Listed) -> bool:
    """Whether items stand in groups that have numbers of their own: '(biên chế 2: 01 y tế, 01 kế toán; hợp đồng 7: 02
    bảo vệ, 05 cấp dưỡng)', of which some were not read as items; 'lớp 1: 42 em; lớp 2: 38 em' are in turn, and years
    are of a whole that tells of several.
    """
    first, last = listed.items[0].figure, listed.items[-1].figure
    numbers = [int(number) for number in _GROUP.findall(text, max(first.start - _BACK, 0), last.end)]
    if numbers and all(number in _YEARS for number in numbers):
        slip = len(one.items) >= _MANY_YEARS and is_pen_slip(one.of, one.added) and not is_of_stocks(text, first.start)
        return not slip and not _SPAN.search(text, max(one.whole.start - _SPAN_LETTERS, 0), listed.start)
    return bool(numbers) and numbers != list(range(1, len(listed.items) + 1))


def _are_picked(text: str, one: Divided, listed: Listed) -> bool:
    """Whether items that 'trong đó' picks out are more than the whole, and some may stand for the same ones."""
    return listed.claim == "some" and one.added > one.of and not one.is_closed and may_overlap(text, one.parts)


_BEHIND = 7  # numbers behind a list
_LOST_LETTERS = 12
_IS_LOST = re.compile(r"(?<!\w)(?:mất|hụt|bớt)(?: đi)?\s\Z")  # 'giảm 7,1%, tương ứng mất 1,4 tỷ USD': a change


def _is_made_behind(report: Report, figures: Sequence[Figure], one: Divided) -> bool:
    """Whether the next number of the unit, in the sentence behind a list, is the part that is missing: 'Khu vực dịch
    vụ 16,5 tỷ đồng, tăng 3,6%. Thuế sản phẩm đạt 1,4 tỷ đồng'.
    """
    end = one.items[-1].figure.end
    aside = _ASIDE.match(report.text, end)  # '(năm trước 9 nhà)'
    end = aside.end() if aside else end
    at = bisect_left(figures, end, key=attrgetter("start"))
    behind = (
        other for other in figures[at : at + _BEHIND] if is_plain(other) and other.base_unit == one.whole.base_unit
    )
    nearest = next(behind, None)
    if nearest is None or len(ends_between(report, end, nearest.start)) > 1:
        return False
    return one.of - one.added == amount(nearest)


_ASIDE = re.compile(r"\s\([^()\n]{1,80}\)")
_REST_BEHIND = re.compile(
    r"[^.\d\n]{0,80}?[,;] (?:và )?(?:các |số )?(?:[^\W\d_]+ ){0,2}còn lại(?!\w)[^.;,\d\n]*[.;,\n]"
)  # of which no number is told: 'sản phẩm còn lại chờ xét'
_GOES_ON = re.compile(r"[^.;,:\d\n]{0,30}(?:\.\.|…)")
_ONE = re.compile(r"(?<!\w)(?:gồm|có|là|:)\s(?:[^\W\d_]+\s?){1,6},\s$")


def _begins_with_one(text: str, listed: Listed) -> bool:
    """Whether the first of a list stands without a number, as one: 'gồm Chủ nhiệm, 02 Phó Chủ nhiệm và 04 ủy viên'."""
    first = listed.items[0].figure.start
    return _ONE.search(text, max(first - _BESIDE_LETTERS, 0), first) is not None


_BESIDE_LETTERS = 40
