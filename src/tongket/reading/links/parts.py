"""Parts of a whole (trong đó, gồm): the list that stands behind its whole, and the total that stands behind its parts.

A list is exhaustive only where it claims to be, or where it plainly divides the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.reading.links.linked import CUT, MOST_LISTED, AmountLink, is_compared_in_brackets, same_unit
from tongket.reading.links.listed import DOTS, LISTS, SORTED, Listed, opens_a_list
from tongket.vietnamese.divisions import divides, overlaps

ASIDE_ENDS = re.compile(r"[;.\n]")
_COMPLETE = re.compile(rf"(?:[Bb]ao )?[Gg]ồm(?: có)?|[Cc]hia ra|{SORTED}")
_UNITS_AT_LARGE = frozenset(("đơn vị", "cơ quan, đơn vị", "địa phương", "đơn vị, địa phương"))
_JOINED = re.compile(r"(?:[,;]|và|[Gg]ồm(?: có)?:?)\s*$")
_SUMMED = re.compile(r"(?:[^.;\d\n]{0,30}[,;])?\s*(?:tổng cộng|tổng số|cộng)(?:\s(?:là|có|:))?\s*")
_SUMMED_OF = re.compile(r"\s*(?:trong|trên)\stổng\ssố\s*")
_AMONG_PARTS = re.compile(r"(?:[^.\d\n;]{0,50}[,;]|[^.,;\d\n]{0,30}\svà)\s[^.;\d\n]{0,50}|[^.,;\d\n]{0,20}[,;]\s*")
_TOTAL_OF = re.compile(r"[Tt]ổng\s(?:số|cộng)?[^.;,()]*$")
_IN_BRACKETS = re.compile(
    r"\s*[^,;:()\d]{0,60}?(?:,\s(?!trong|gồm|đạt|tăng|giảm|có|riêng|chủ|so)[^\W\d_]+(?:\s[^\W\d_]+){0,2})?[.,]?\s*"
    r"\((?![^()]*(?:tăng|giảm|đạt|chiếm))(?!\s*(?:kể cả|tính cả|chưa kể|không kể)(?!\w))"
)
_RATED = re.compile(r"[^,;:()\d]{0,40}:\s+(?:[^.;:()\d]{2,60})?$")  # 'xếp loại 45 đảng viên: xuất sắc 6, ...'
_ANYBODY = frozenset(("người", "đồng chí", "vị"))
_OF_ANOTHER = re.compile(  # 'Ban Chấp hành 13 đồng chí. Đoàn thư ký gồm 05 đồng chí'
    r"[.!?]\s(?!Trong|Số|Cụ thể|Cơ cấu|Theo|Các|Những|Thành phần|Kết quả)[^.;:,\d\n]{3,80}\s(?:bao )?gồm$"
)


def parts_of(listed: Listed, index: int) -> AmountLink | None:
    """'49 vị, trong đó: a 5 vị, b 20 vị', '12 cuộc (xã 7 cuộc, thôn 5 cuộc)': the whole stands before the list."""
    whole = listed.amounts[index]
    if index + 1 >= len(listed.amounts) or whole.unit.kind in ("rate", "rank") or listed.values[index] is None:
        return None
    if whole.change is not None:
        return None  # 'giảm 02 phòng (từ 13 phòng còn 11 phòng)'
    if _PER_AREA.search(whole.unit.text):
        return None  # 'năng suất lúa đạt 58,8 tạ/ha; trong đó huyện đồng bằng 61,5 tạ/ha, miền núi 48,2 tạ/ha'
    if is_compared_in_brackets(listed.text, whole):
        return None  # 'đạt 102% kế hoạch (2.400 ha), giảm 50 ha so với vụ trước; trong đó ...'
    first = _past_the_aside(listed, index)
    between = listed.between(first)
    marker = opens_a_list(between)
    if first > index + 1 and marker is None:
        return None
    opened = between[: marker.start()] if marker is not None and first == index + 1 else ""
    if ")" in opened and "(" not in opened:
        return None  # what stands in brackets, as '(năm trước 40 vụ), trong đó', is not what is divided
    opened_still = between.rfind("(") > between.rfind(")")  # '(năm 2020) lên 52,8' is no list
    bracket = _IN_BRACKETS.match(between) if opened_still else None
    rated = marker is None and bracket is None and ":" in between and _RATED.match(between) is not None
    among = marker is None and bracket is None and not rated and _is_said_of_all(listed, index, between)
    if marker is None and bracket is None and not rated and not among:
        return None
    if _ON_AVERAGE.search(listed.text, max(whole.start - _MEAN_LETTERS, 0), whole.start) and ";" in between:
        return None  # 'huy động 1.245 tỷ đồng; bình quân mỗi xã 7,5 tỷ đồng; trong đó ...'
    if marker is not None and CUT.search(between[marker.end() :]):
        return None
    if marker is not None and len(CUT.findall(between[: marker.start()])) > 1:
        return None
    if marker is not None and _OF_ANOTHER.search(between, 0, marker.end()):
        return None
    if marker is not None and CUT.search(between, 0, marker.start()) and _is_more(listed, first, index):
        return None  # 'còn 708 hồ sơ. Trong số đang giải quyết gồm 2.800 hồ sơ': another whole
    aside = opened_still and (marker is None or between.rfind("(") < marker.start())
    end = listed.list_end(
        listed.amounts[first].start, in_brackets=aside and (bracket is not None or marker is not None)
    )
    link = _link(listed, index, first, end, marker)
    if among and link is not None:  # some are told of them, and mostly not all
        undone = _UNDONE.search(listed.text, listed.amounts[first].start, end) is not None
        return None if undone else replace(link, exhaustive=False)
    if link is not None and not link.exhaustive and (rated or first == _past_comparisons(listed, index)):
        return link if not rated and _added(listed, link.by) >= (listed.values[index] or 0) else None
    return link


_AMONG = re.compile(r"(?<!\w)[Tt]rong(?: tổng)?(?: số)? $")
_UNDONE = re.compile(r"(?<!\w)(?:không|chưa|đang|còn)(?!\w)")
_ARE = re.compile(r"[^.;:()\d\n]{0,60}?,? (?:đã )?có ")


def _is_said_of_all(listed: Listed, index: int, between: str) -> bool:
    """Whether a number is told as the one of which others are: 'trong tổng số 46 hộ vay vốn có 29 hộ nghèo'."""
    whole = listed.amounts[index]
    if not whole.unit.base or _ARE.fullmatch(between) is None:
        return False
    return _AMONG.search(listed.text, max(whole.start - 20, 0), whole.start) is not None


_PER_AREA = re.compile(r"/\s?(?:ha|héc-?ta|sào|mẫu|m2|m²|km2|km²)(?:/|$)")


def _is_more(listed: Listed, one: int, other: int) -> bool:
    """Whether the first amount of a list is more than the whole before it."""
    amounts = listed.amounts
    return same_unit(amounts[one], amounts[other]) and (listed.values[one] or 0) > (listed.values[other] or 0)


def summed_up(listed: Listed, index: int) -> AmountLink | None:
    """'kiểm tra 29 cuộc, giám sát 14 cuộc, tổng cộng 43 cuộc': the whole stands behind its parts; all those that are
    near, or the last ones that make it up.
    """
    amounts, text = listed.amounts, listed.text
    whole, total = amounts[index], listed.values[index]
    if index < 2 or not total or whole.change is not None or whole.unit.kind in ("rate", "rank", "score"):
        return None
    joint = (amounts[index - 1].end, whole.start)
    among = _SUMMED_OF.fullmatch(text, *joint) is not None
    if not among and not _SUMMED.fullmatch(text, *joint):
        return None
    units = re.split("[,/] ?", whole.unit.text)
    parts: list[int] = []
    added = Decimal(0)
    for earlier in range(index - 1, max(index - MOST_LISTED, -1), -1):
        part, value = amounts[earlier], listed.values[earlier]
        if value is None or part.change is not None or not (same_unit(part, whole) or part.unit.base in units):
            break
        if parts and not _AMONG_PARTS.fullmatch(text, part.end, amounts[parts[-1]].start):
            break
        parts.append(earlier)
        added += value
        if added == total and len(parts) > 1:
            break
    off = abs(added - total) * 100
    if len(parts) < (3 if among else 2) or off > total * (10 if among else 25):
        return None
    return AmountLink("parts", index, tuple(reversed(parts)), exhaustive=True)


def _past_the_aside(listed: Listed, index: int) -> int:
    """Where the list of parts may begin: past an amount of another unit that belongs to the whole ('286 lớp cho 17.932
    lượt người, gồm: xã 114 lớp, ...').
    """
    if (compared := _past_the_change(listed, index)) is not None:
        return compared
    if (rated := _past_its_rates(listed, index)) is not None:
        return rated
    if (likened := _past_comparisons(listed, index)) is not None:
        return likened
    if index + 2 >= len(listed.amounts) or same_unit(listed.amounts[index], listed.amounts[index + 1]):
        return index + 1
    whole, aside, part = listed.amounts[index : index + 3]
    opened = _COMPLETE.search(listed.text, aside.end, part.start) is not None and same_unit(whole, part)
    joint = listed.between(index + 1) if opened else ""
    return index + 2 if opened and not LISTS.search(joint) and not ASIDE_ENDS.search(joint) else index + 1


def _past_the_change(listed: Listed, index: int) -> int | None:
    """Past what the whole is compared with: '186 lượt, tăng 62 lượt (50%) so với năm trước; trong đó ...'."""
    amounts, text = listed.amounts, listed.text
    if index + 2 >= len(amounts) or amounts[index + 1].change is None:
        return None
    for later in range(index + 2, min(index + _MOST_COMPARED, len(amounts))):
        between = listed.between(later)
        marker = opens_a_list(between)
        if marker is not None and same_unit(amounts[index], amounts[later]):
            return later if not CUT.search(text, amounts[index].end, amounts[later].start) else None
        if marker is not None or CUT.search(between):
            return None
        inside = text.rfind("(", amounts[index].end, amounts[later].start) > text.rfind(")", 0, amounts[later].start)
        if amounts[later].unit.kind != "rate" and amounts[later].change is None and not inside:
            return None
    return None


def _past_comparisons(listed: Listed, index: int) -> int | None:
    """Past all that the whole is held against, plans in brackets among it: '2.450 ha, bằng 98% so với cùng kỳ, đạt
    102,1% kế hoạch (2.400 ha), giảm 50 ha so với vụ trước; trong đó ...'.
    """
    amounts, text = listed.amounts, listed.text
    for later in range(index + 1, min(index + _MOST_COMPARED, len(amounts))):
        one = amounts[later]
        if one.unit.kind == "rate" or one.change is not None or is_compared_in_brackets(text, one):
            continue
        opened = later > index + 1 and opens_a_list(listed.between(later)) is not None
        whole_told = not CUT.search(text, amounts[index].end, amounts[later - 1].end)
        return later if opened and whole_told and same_unit(amounts[index], one) else None
    return None


_MOST_COMPARED = 6


def _past_its_rates(listed: Listed, index: int) -> int | None:
    """Past the percentages that belong to a whole whose every part follows: '427,4 ngàn lượt, đạt 13,6% kế hoạch, bao
    gồm: khách lưu trú ...'.
    """
    amounts, later = listed.amounts, index + 1
    while later < min(index + _MOST_COMPARED, len(amounts)) and amounts[later].unit.kind == "rate":
        if amounts[later].change is not None or ASIDE_ENDS.search(listed.between(later)):
            return None
        later += 1
    if later == index + 1 or later >= len(amounts) or not same_unit(amounts[index], amounts[later]):
        return None
    return later if _COMPLETE.search(listed.between(later)) else None


def _link(listed: Listed, index: int, first: int, end: int, marker: re.Match[str] | None) -> AmountLink | None:
    """The parts of the amount ``index`` among those from ``first`` on, up to ``end``, where they make it up or may."""
    whole = listed.amounts[index]
    claims = marker is not None and bool(_COMPLETE.match(marker.group()))
    parts = _parts_of(listed, index, first, end, claims=claims, anybody=marker is None)
    if len(parts) < 2:
        return None
    labels = [listed.labels[part] for part in parts]
    before = listed.text[max(whole.start - 60, 0) : whole.start]
    if divides(labels, before):
        return AmountLink("parts", index, tuple(parts), exhaustive=True)
    if overlaps(labels):
        return None
    printed = (whole.end, end + DOTS)
    claims = claims if marker is not None else bool(_TOTAL_OF.search(before))
    complete = (claims or _comes_near(listed, index, parts, printed, marker is not None)) and not listed.is_open(
        *printed
    )
    if not complete and (all(map(_ATTAINED.search, labels)) or all(map(_TIME.search, labels))):
        return None  # several may be attained by one; other years are compared with
    return AmountLink("parts", index, tuple(parts), complete)


def _parts_of(listed: Listed, index: int, first: int, end: int, *, claims: bool, anybody: bool) -> list[int]:
    """The amounts from ``first`` on, up to ``end``, that may be parts of the amount ``index``.

    ``claims``: whether the words before them say that they make up the whole; ``anybody``: whether people of any name
    are parts of others.
    """
    whole, total = listed.amounts[index], listed.values[index] or Decimal(0)
    parts: list[int] = []
    units = re.split("[,/] ?", whole.unit.text)[1:]
    divided = whole.unit.base in _UNITS_AT_LARGE and claims
    for later in range(first, min(index + MOST_LISTED, len(listed.amounts))):
        part = listed.amounts[later]
        if part.start >= end or (parts and listed.breaks[later]):
            break
        if part.change is not None or part.unit.kind == "rate" or listed.values[later] is None:
            continue
        if _is_told_again(listed, later, parts):
            continue
        if ("/" in part.unit.text) != ("/" in whole.unit.text):
            continue  # '(xây mới 60 triệu đồng/nhà, sửa chữa 40 triệu đồng/nhà)'
        done = listed.dones[later] if parts and not _denies_an_earlier(listed, later, parts) else ""
        if done and not _STATES.search(listed.between(parts[0])):
            if done == ";":
                break
            continue  # '12 đơn khiếu nại, đã giải quyết 10 đơn; 06 đơn tố cáo'
        if parts and not claims and _OF_ANOTHER_PERIOD.search(listed.between(later)):
            break  # 'giải quyết 131 vụ, trong đó hòa giải thành 112 vụ; số chuyển kỳ sau 34 vụ'
        if parts and listed.depths[later] > listed.depths[parts[0]]:
            continue  # '58,4 tỷ đồng (tỉnh 36 tỷ đồng, xã 22,4 tỷ đồng)': parts of a part
        if parts and (listed.values[later] or 0) > total and not claims:
            break  # what is more than the whole is another matter
        alike = same_unit(part, whole) or part.unit.base in units
        alike = alike or bool(units and {part.unit.base, whole.unit.base} <= _OF_ONE_LEVEL)
        alike = alike or (part.unit.kind == whole.unit.kind == "person" and (anybody or part.unit.base in _ANYBODY))
        if alike or (
            divided and part.unit.kind in ("body", "place") and _JOINED.search(listed.between(later)) is not None
        ):
            parts.append(later)
    return parts


def _is_told_again(listed: Listed, later: int, parts: Sequence[int]) -> bool:
    """Whether an amount is another measure of the part before it, or is taken off: 'thường xuyên 1.147 lượt/1.325
    người', 'vùng đệm 947 ha là phần còn lại sau khi trừ đi 40 ha vùng lõi'.
    """
    if listed.slashed[later] and parts and parts[-1] == later - 1:
        return not same_unit(listed.amounts[later - 1], listed.amounts[later])
    return listed.taken_off[later]


def _denies_an_earlier(listed: Listed, later: int, parts: Sequence[int]) -> bool:
    """Whether a part is what an earlier one is not: 'hài lòng 77 phiếu, chưa hài lòng 05 phiếu'."""
    what = listed.denied[later]
    return what != "" and any(_ends_with(listed.between(part), what) for part in parts)


def _ends_with(words: str, what: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(what)}\s?$", words) is not None


_OF_ONE_LEVEL = frozenset(("xã", "phường", "thị trấn", "đặc khu"))  # 'xã, phường' often means the towns, too
_ON_AVERAGE = re.compile(r"(?<!\w)(?:[Bb]ình quân|[Tt]rung bình|[Mm]ỗi)(?:\s[^\W\d_]+){0,4}\s$")
_MEAN_LETTERS = 40
_OF_ANOTHER_PERIOD = re.compile(r";\s[^;,\d]{0,40}(?<!\w)(?:kỳ|quý|tháng|năm) (?:sau|trước)(?!\w)")
_STATES = re.compile(r"(?<!\w)(?:đã|đang|chưa|còn)(?!\w)")
_ATTAINED = re.compile(r"(?<!\w)(?:đạt (?:chuẩn|danh hiệu|tiêu chí|tiêu chuẩn)|được (?:công nhận|tặng|khen))(?!\w)")
_TIME = re.compile(r"(?<!\w)(?:năm (?:19|20)\d\d|năm trước|cùng kỳ|tháng \d|quý [IV])")


def _comes_near(listed: Listed, index: int, parts: Sequence[int], printed: tuple[int, int], told_of: bool) -> bool:
    """A list in brackets or behind a colon of three or more parts that come near the whole; a 'trong đó' (``told_of``)
    that reads as a division: four or more groups of the same unit, parted by semicolons, that make up nearly all of the
    whole. Fewer or smaller groups only pick some out.
    """
    total = listed.values[index]
    if total is not None and len(parts) == 2 and not told_of:
        return _are_two_parts(listed, index, parts, total)
    if total is None or len(parts) < 3 or (told_of and (len(parts) < 4 or listed.text.count(";", *printed) < 3)):
        return False
    added = _added(listed, parts)
    return added * 10 >= total * 9 if told_of else total * 85 <= added * 100 <= total * 115


def _added(listed: Listed, parts: Sequence[int]) -> Decimal:
    return sum((listed.values[part] or Decimal(0) for part in parts), Decimal(0))


_COMPARED = re.compile(r"(?<!\w)(?:so với|cùng kỳ|(?:năm|kỳ|tháng|quý) trước|kế hoạch|chỉ tiêu)(?!\w)")


def _are_two_parts(listed: Listed, index: int, parts: Sequence[int], total: Decimal) -> bool:
    """Whether two amounts in brackets right behind a number divide it: '64 đơn (48 đơn khiếu nại và 16 đơn tố cáo)';
    they are of its unit, come near it, and are of no other time.
    """
    first, last = (listed.amounts[part] for part in parts)
    if parts[0] != index + 1 or not same_unit(first, listed.amounts[index]) or not same_unit(first, last):
        return False
    told = listed.text[listed.amounts[index].end : listed.list_end(first.start, in_brackets=True)]
    return total * 9 <= _added(listed, parts) * 10 <= total * 11 and not _COMPARED.search(told)
