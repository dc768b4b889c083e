"""Changes between two values of a paragraph: '57 mô hình, tăng 12 mô hình so với năm trước (45 mô hình)'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.links.linked import CUT, AmountLink, same_unit
from tongket.reading.links.listed import LISTS
from tongket.reading.links.parts import ASIDE_ENDS
from tongket.vietnamese.sums_over_months import is_added_up

_COMPARED = re.compile(r"so với|(?<=\()\s*năm|cùng kỳ|năm trước")
_GOES_ON = re.compile(
    r"[;\n](?! (?:cùng kỳ|năm (?:trước|ngoái|(?:19|20)\d\d)|kỳ trước|trước đó|khi đó)(?!\w)[^.,;:(]*$)|\.\s"
    r"|(?:so với|cùng kỳ|năm trước)[^(]*(?:,\s|\s(?:và|nhưng|song|còn|riêng)\s)"
)  # '..., thu nợ 184 tỷ đồng' and '... nhưng diện tích bị cháy là 62 ha' are other matters
_ON_AVERAGE = re.compile(r"bình quân|trung bình|mỗi|trong đó|riêng")  # a mean or a part, not the whole
SAME_CHANGE = re.compile(r"\((?:tương (?:đương|ứng)|bằng|tức)(?: (?:với|là|khoảng|gần|hơn|trên))?\s$")
"""What tells a change again in the unit of its thing: 'tăng 0,74% so với cùng kỳ (bằng 837,2 ha)'."""
_FROM = re.compile(r"\s*[(,]\s*(?:giảm |tăng )?từ\s+")
_TIME = (
    r"(?:(?:vào |ở |của |tại )?(?:thời điểm )?(?:(?:đầu|cuối|giữa|hết) )?"
    r"(?:(?:năm|tháng|quý|ngày)(?: học)? [\dIV/.-]{1,10}|(?:nhiệm kỳ|kỳ|năm|giai đoạn)(?: trước)?))"
)
_FROM_TO = re.compile(
    rf"\s*(?:\([^)]*\)|{_TIME})?,?\s*(?:đã |nay )?(?:lên|xuống|còn|tăng lên|giảm xuống|tăng đến|đến)(?: còn)?"
    r"[^.;\d]{0,30}"
)
_THEN = re.compile(
    r"(?<!\w)(?:[Nn]ăm (?:19|20)\d\d|[Đđ]ầu (?:kỳ|năm|nhiệm kỳ)|[Nn]ăm trước|[Kk]ỳ trước|[Tt]rước (?:đây|khi))"
)
_NOW = re.compile(
    r"(?<!\w)(?:(?:đến )?(?:cuối )?năm (?:19|20)\d\d|cuối (?:kỳ|năm|nhiệm kỳ)|(?:đến |hiện )nay|nay|năm nay)(?!\w)"
)
_BASE_THEN_CHANGE = re.compile(r"\s*[,;]?\s*so với (?!tổng)[^.;\n]{0,100}")
_BASE_IN_BRACKETS = re.compile(
    r"\s?\((?:cùng kỳ|kỳ trước|(?:năm|quý|tháng) trước|năm (?:19|20)\d\d)(?: năm (?:trước|ngoái|\d{4}))?(?: là| có)?:? "
)  # '5.701 lượt công dân (năm 2023: 4.438 lượt, tăng 28,46%)'
_FAR = 90  # letters between two times that are held against each other


def change_of(text: str, amounts: Sequence[Amount], index: int) -> AmountLink | None:
    """'57 mô hình, tăng 12 mô hình so với năm trước (45 mô hình)', 'từ 40 lên 57 mô hình, tăng 17'."""
    change = amounts[index]
    now = index - 1
    told = _explained(text, amounts, index) or _turned(text, amounts, index) or _compared_first(text, amounts, index)
    if told is not None:
        return told
    if now < 0 or amounts[now].change is not None or CUT.search(text[amounts[now].end : change.start]):
        return None
    if change.unit.kind != "rate" and not same_unit(amounts[now], change):
        return _change_past_others(text, amounts, index)
    if change.unit.kind == "rate" and _attains_a_plan(text, amounts, now):
        return None
    if "/" in change.unit.text or _ON_AVERAGE.search(text[amounts[now].end : change.start]):
        return None  # '2,15%/năm' is a mean of several changes
    if now > 0 and same_unit(amounts[now - 1], amounts[now]):
        joint = text[amounts[now - 1].end : amounts[now].start]
        if _BASE_THEN_CHANGE.fullmatch(joint) and amounts[now - 1].change is None:
            return AmountLink("change", index, (now - 1, now))
        if _BASE_IN_BRACKETS.fullmatch(joint) and amounts[now - 1].change is None and text.startswith(")", change.end):
            return AmountLink("change", index, (now - 1, now))
        if _FROM_TO.fullmatch(joint) or _of_two_times(text, amounts, now, joint):
            return AmountLink("change", index, (now, now - 1))
    if index + 1 < len(amounts) and same_unit(amounts[index + 1], amounts[now]) and amounts[index + 1].change is None:
        joint = text[change.end : amounts[index + 1].start]
        held = _COMPARED.search(joint) and not _GOES_ON.search(joint) and not LISTS.search(joint)
        held = held and not _is_base_of_next(text, amounts, index, joint) and not SAME_CHANGE.search(joint)
        held = held and not _NOT_BEFORE.search(joint) and not _names_a_part(joint)
        outside = _outside(text, amounts, now, change) if held else None
        return None if outside is None else AmountLink("change", index, (outside, index + 1))
    return None


_ATTAINS = re.compile(r",?\s(?:ước |đã )?(?:đạt|bằng)(?: khoảng)?\s")
_A_PLAN = re.compile(r"\s(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH\b|DT\b)")


def _attains_a_plan(text: str, amounts: Sequence[Amount], now: int) -> bool:
    """Whether a rate says how much of its plan an amount before it attains: what grew by a rate behind it is the
    amount ('thu 408 tỷ đồng, bằng 32,3% dự toán, giảm 3,7% so cùng kỳ').
    """
    if now == 0 or amounts[now].unit.kind != "rate" or amounts[now - 1].unit.kind == "rate":
        return False
    attains = _ATTAINS.fullmatch(text, amounts[now - 1].end, amounts[now].start)
    return attains is not None and _A_PLAN.match(text, amounts[now].end) is not None


_COMPARED_TWICE = re.compile(r"(?<!\w)so với(?!\w)[^(]*(?<!\w)so với(?!\w)")
_LEADS_ON = re.compile(r"\)?,?\s(?:(?:thì|lại|cũng)\s)*(?:tăng|giảm)[^.;\d]{0,15}")


def _is_base_of_next(text: str, amounts: Sequence[Amount], index: int, joint: str) -> bool:
    """Whether the amount behind a change is what the next change is of: 'tăng 08 vụ so với quý trước nhưng so với cùng
    kỳ (31 vụ) thì giảm 12 vụ'.
    """
    if _COMPARED_TWICE.search(joint):
        return True
    if not joint.startswith(",") or index + 2 >= len(amounts) or amounts[index + 2].change is None:
        return False
    return _LEADS_ON.fullmatch(text, amounts[index + 1].end, amounts[index + 2].start) is not None


_OF_NO_PART = re.compile(
    r"[\s:]*(?:(?:là|đạt|có|chỉ|còn|được|số|số liệu|với|ở|mức|khoảng|gần|hơn|trên|tổng|bình quân|chung|(?:cả|toàn)"
    r" (?:tỉnh|huyện|xã|nước|thành phố)|kế hoạch|chỉ tiêu|giao|dự toán|mục tiêu|vụ|đợt|khóa|khoá|đầu|cuối|kết quả"
    r"|thực hiện|con số|tỷ lệ|tỉ lệ|xảy ra|khi đó|lúc ấy)[\s:]+)*"
)  # what may stand in brackets before what there was


def _names_a_part(joint: str) -> bool:
    """Whether the brackets behind a change open with a thing of its own: 'giảm 5,3% so với cùng kỳ (cây lúa đạt'."""
    _, bracket, said = joint.rpartition("(")
    if not bracket or _COMPARED.search(said) or _THEN.search(said):
        return False
    return _OF_NO_PART.fullmatch(said) is None


_NOT_BEFORE = re.compile(r"lần lượt|(?<!\w)gấp(?!\w)")  # several values in turn; 'gấp 1,4 lần' is none


def _outside(text: str, amounts: Sequence[Amount], now: int, change: Amount) -> int | None:
    """The value that changed: not what stands in brackets before it ('12,8 tỷ, bằng 107% dự toán (12 tỷ), tăng 8%')."""
    closing = text.find(")", amounts[now].end, change.start)
    if closing < 0 or "(" in text[amounts[now].end : closing]:
        return now
    opening = text.rfind("(", max(amounts[now].start - _FAR, 0), amounts[now].start)
    for earlier in range(now - 1, max(now - 4, -1), -1):
        if amounts[earlier].end <= opening and same_unit(amounts[earlier], amounts[now]):
            ends = amounts[earlier].change is not None or CUT.search(text, amounts[earlier].end, change.start)
            return None if ends else earlier
    return None


def _of_two_times(text: str, amounts: Sequence[Amount], now: int, joint: str) -> bool:
    """'Năm 2021 có 120 hộ, đến năm 2025 còn 45 hộ': each of the two amounts stands with its time, in one sentence."""
    if len(joint) > _FAR or CUT.search(joint) or not _NOW.search(joint) or LISTS.search(joint):
        return False
    before = amounts[now - 1]
    start = max(amounts[now - 2].end if now > 1 else 0, before.start - _FAR)
    said = CUT.split(text[start : before.start])[-1]
    if is_added_up(said, joint):
        return False  # 'tháng 10 năm 2015 đạt 2,5 tỷ USD, đưa 10 tháng đầu năm 2015 lên 24,6 tỷ USD'
    return before.change is None and _THEN.search(said) is not None


def _change_past_others(text: str, amounts: Sequence[Amount], index: int) -> AmountLink | None:
    """'dư nợ 1.438 tỷ đồng cho 31.870 hộ, tăng 28 tỷ đồng so với năm 2017 (1.410 tỷ đồng)': amounts of other units
    stand between, and the earlier value is printed.
    """
    change = amounts[index]
    if index + 1 >= len(amounts) or not same_unit(amounts[index + 1], change):
        return None
    before = amounts[index + 1]
    joint = text[change.end : before.start]
    if before.change is not None or not _COMPARED.search(joint) or ASIDE_ENDS.search(joint) or _GOES_ON.search(joint):
        return None
    for now in range(index - 2, max(index - 4, -1), -1):
        between = text[amounts[now].end : change.start]
        if ";" in between or CUT.search(between):
            return None
        if same_unit(amounts[now], change):
            if ("/" in amounts[now].unit.text) != ("/" in before.unit.text):
                return None  # a mean and what it is a mean of: '15,3 tiêu chí/xã', '226 tiêu chí'
            return AmountLink("change", index, (now, index + 1)) if amounts[now].change is None else None
    return None


_OPENS_BASE = re.compile(r"(?<!\w)[Ss]o với (?!tổng)[^.;,()\d]{2,40}(?:\d[\d/]*)?(?: là)? ?\(?$")
_CLOSES_BASE = re.compile(r"\)?,[^.;()\d]{3,60}(?<!\w)(?:tăng|giảm)(?: thêm)? $")
_RESULT = re.compile(
    r",?(?: (?:nay|đến nay|hiện))? (?:xuống|lên|tăng lên|giảm xuống)(?: còn| đến| tới| thành)? |, (?:còn|đạt|nay còn) "
)


def _turned(text: str, amounts: Sequence[Amount], index: int) -> AmountLink | None:
    """A change between what there was and what there is: 'so với năm 2020 (155 hộ), giảm 24 hộ, còn 131 hộ'."""
    if not 0 < index < len(amounts) - 1:
        return None
    before, change, now = amounts[index - 1 : index + 2]
    if before.change or now.change or not same_unit(before, now) or not same_unit(change, now):
        return None
    opened = _OPENS_BASE.search(text, max(before.start - _FAR, 0), before.start)
    closed = opened and _CLOSES_BASE.fullmatch(text, before.end, change.start)
    return (
        AmountLink("change", index, (index + 1, index - 1))
        if closed and _RESULT.fullmatch(text, change.end, now.start)
        else None
    )


_COMPARED_FIRST = re.compile(r"(?<!\w)[Ss]o (?:với )?(?!tổng|kế hoạch|chỉ tiêu|dự toán)[^.;()\n]{2,60}\($")
_MOVED = re.compile(r"\)(?:,? bằng \d[\d.,]* ?%)?,?\s(?:đã |thì |là )?(?:tăng|giảm)(?: thêm| được)? $")
_MOST_BETWEEN = 6  # amounts between what there is and what it is compared with


def _compared_first(text: str, amounts: Sequence[Amount], index: int) -> AmountLink | None:
    """A change behind its base, whatever else is told of what there is: 'thu 21,4 tỷ đồng, đạt 77% dự toán (27,8 tỷ
    đồng), so với cùng kỳ (19,4 tỷ đồng) tăng 10,3%'.
    """
    change, base = amounts[index], amounts[index - 1]
    if index < 2 or base.change is not None or "/" in change.unit.text:
        return None
    opened = _COMPARED_FIRST.search(text, max(base.start - _FAR, 0), base.start)
    if opened is None or not _MOVED.fullmatch(text, base.end, change.start):
        return None
    for now in range(index - 2, max(index - 2 - _MOST_BETWEEN, -1), -1):
        between = text[amounts[now].end : opened.start()]
        if CUT.search(between):
            return None
        if between.count(")") > between.count("(") or not same_unit(amounts[now], base):
            continue
        if amounts[now].change is not None or (change.unit.kind != "rate" and not same_unit(base, change)):
            return None
        return AmountLink("change", index, (now, index - 1))
    return None


def _explained(text: str, amounts: Sequence[Amount], index: int) -> AmountLink | None:
    """A change that gives its two values behind it: 'giảm 02 phòng (từ 13 phòng còn 11 phòng)'."""
    if index + 2 >= len(amounts):
        return None
    change, before, now = amounts[index : index + 3]
    if not same_unit(before, now) or (change.unit.kind != "rate" and not same_unit(change, now)):
        return None
    if not _FROM.fullmatch(text, change.end, before.start) or not _FROM_TO.fullmatch(text, before.end, now.start):
        return None
    return AmountLink("change", index, (index + 2, index + 1))
