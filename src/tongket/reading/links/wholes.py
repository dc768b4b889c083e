"""The part and the whole of a percentage: by the base that is named, a list word, a total, what was taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.links.linked import (
    ALL,
    CUT,
    MOST_LISTED,
    are_people,
    is_compared_in_brackets,
    same_unit,
    single,
)
from tongket.reading.links.listed import opens_a_list
from tongket.registry.unit_words import match_unit

_BASE = re.compile(r"\s*(?:(?:so với|trên|trong|của)\s+)?(?:(?P<total>tổng số|tổng)\s+)?(?:số\s+)?(?=\w)")
_TOTAL_BEFORE = re.compile(r"(?:[Tt]ổng|[Tt]oàn|[Tt]ất cả|[Tt]rong số|trên)\b[^.;]{0,40}$")
DEALT_WITH = re.compile(
    r"(?:trả lời|giải quyết|xử lý|hoàn thành|tiếp thu|thu hồi|khắc phục|thực hiện|đúng hạn|trước hạn"
    r"|thu về|thu được|tham dự|có mặt|đăng ký|được công nhận|đạt chuẩn)[^.;\d]*$"
)
_OFFERED = re.compile(
    r"(?:[Gg]iới thiệu|[Đđ]ề nghị|[Tt]iếp nhận|[Nn]hận|[Xx]ét|[Kk]hảo sát|[Đđ]ăng ký|[Ll]ấy ý kiến|[Bb]ồi dưỡng)"
    r"[^.;,\d]{0,30}$"
)
_OF_THOSE = re.compile(r"[^.;,\d\n]{0,40},\s(?:đã\s)?có\s")
_OF_TOTAL = re.compile(
    r"(?:\s?\)(?= (?:so với|trên|trong) ))?\s*(?:(?:so với|trên|trong|của)\s+)?"
    r"tổng(?:\s+(?:số|dân số|diện tích(?: tự nhiên| đất tự nhiên| rừng)?))?\s+"
)
_STANDS = re.compile(
    r"(?:[Tt]rong|(?<!\w)có|[Gg]ồm|[Tt]ổng số|[Gg]iao|(?:[Kk]ế hoạch(?: vốn)?|[Dd]ự toán)"
    r"(?: (?:được )?giao)?(?: (?:cả )?năm(?: (?:19|20)\d\d)?)?)(?: tổng số| số| là)?\s+$"
)
_SOME_OF = re.compile(
    r"\s?[,;:]\s(?:[^.;,:\d\n]{0,30}\s)?(?:có|đạt|nữ|nam|đã)\s(?:[^.;,\d\n]{1,25}\s)?"
    r"|,\s(?:đến nay )?(?:đã )?(?:giải ngân|thực hiện|thu)(?: được)?\s"
)
_LONGEST_LIST = 4_000  # letters from a whole to one of its parts
_COLON = re.compile(r"[^.,;:\d]{0,30}:\s*(?:(?:có|đã có|trong đó(?: có)?)\s+)?")


def total_behind(text: str, amounts: Sequence[Amount], index: int) -> int | None:
    """The whole that follows a percentage as a total: '1.245 hộ, bằng 83% tổng số 1.500 hộ'."""
    part, last = amounts[index - 1], _last_item(text, amounts, index)
    after = last + 1
    if after >= len(amounts) or part.change is not None:
        return None
    alike = same_unit(part, amounts[after]) and _OF_TOTAL.fullmatch(text, amounts[last].end, amounts[after].start)
    if not alike and not _is_named_in_brackets(text, amounts[index], amounts[after]):
        return None
    value, whole = single(part), single(amounts[after])
    return after if value is not None and whole is not None and value <= whole else None


_ITEM_BEHIND = re.compile(r"\)(?:,|;| và|, và)\s(?:[^.;:,()\d\n]{0,40}\s)?")
_ITS_RATE = re.compile(r"[^.;:,()\d\n]{0,40}\((?:chiếm (?:tỷ lệ )?|tỷ lệ )?")


def _last_item(text: str, amounts: Sequence[Amount], index: int) -> int:
    """The last percentage of the list that one is of, each in brackets behind its part: '126 hộ nghèo (5,4%), 98 hộ cận
    nghèo (4,2%) trên tổng số 2.333 hộ'.
    """
    while index + 2 < len(amounts) and amounts[index + 2].unit.kind == "rate":
        percent, part, rate = amounts[index : index + 3]
        told = _ITEM_BEHIND.fullmatch(text, percent.end, part.start) and _ITS_RATE.fullmatch(text, part.end, rate.start)
        if not told or not same_unit(amounts[index - 1], part):
            break
        index += 2
    return index


_NAMED = re.compile(
    r"\s(?:so với |trên |trong |của )?(?:tổng )?số\s(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,8})\s?\((?:là |có )?"
)


def _is_named_in_brackets(text: str, percent: Amount, whole: Amount) -> bool:
    """Whether what a percentage is of stands in brackets of its own behind its name: '1.240 hội viên, chiếm 80% số hộ
    nông dân (1.550 hộ)'.
    """
    named = _NAMED.fullmatch(text, percent.end, whole.start)
    if named is None or not whole.unit.base or not text.startswith(")", whole.end):
        return False
    return f"{named['name']} ".startswith(f"{whole.unit.text} ")


def named_base(after: str) -> tuple[str | None, bool]:
    """The unit of the base that the words after a percentage name ('dân số' are people), and whether it is a total."""
    opened = _BASE.match(after)
    if opened is None or not after.strip() or after.lstrip()[0] in ",.;)(":
        return None, False
    rest = after[opened.end() :]
    if after.strip().startswith("dân số") or rest.startswith("dân số"):
        return "người", True
    matched = match_unit(re.findall(r"\w+", rest)[:4])
    return (matched[0].base if matched else ""), opened.group("total") is not None


def nearest(amounts: Sequence[Amount], index: int, base: str | None) -> int | None:
    """The part that a percentage speaks of: the amount before it, or the nearest one of the base that is named."""
    for earlier in range(index - 1, max(index - 4, -1), -1):
        unit = amounts[earlier].unit
        if unit.kind in ("rate", "rank", "points", "duration", "age", "score") or amounts[earlier].change is not None:
            return None
        if base is None or unit.base == base or (are_people(base) and are_people(unit.base)):
            return earlier if single(amounts[earlier]) is not None else None
        named = match_unit(base.split()) if earlier == index - 1 and unit.kind == "person" else None
        if named is not None and named[0].kind == "person":
            return None  # 'Khối 6 có 182 học sinh. Học sinh giỏi là 42 em, chiếm 23,1% tổng số học sinh'
    return None


_OWN_RATE = re.compile(
    r"[^.;,()\d\n]{0,40}(?:,|\s?\()?\s?(?:(?:chiếm|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương)\s(?:với\s)?)+"
)


def _has_its_own_rate(text: str, amounts: Sequence[Amount], index: int) -> bool:
    """Whether an amount is told as a part itself: 'toàn tỉnh còn 960 hộ nghèo, chiếm 3,14%; hộ cận nghèo 690 hộ, ...'
    are both parts of all households.
    """
    rate = amounts[index + 1] if index + 1 < len(amounts) else None
    if rate is None or rate.unit.kind != "rate" or rate.change is not None or (single(rate) or ALL) >= ALL:
        return False
    return _OWN_RATE.fullmatch(text, amounts[index].end, rate.start) is not None


def whole_of(text: str, amounts: Sequence[Amount], part: int, *, named: bool, total: bool) -> int | None:
    """The whole of ``part``: an earlier amount of the same unit that is no smaller, and tied to it: by a list word
    ('trong đó'), as a total ('toàn xã', 'tổng số'), as what was taken in of what was dealt with ('tiếp nhận 119 ý kiến;
    đã giải quyết 109 ý kiến'), or as the population that the base names.
    """
    if named and amounts[part].unit.kind in ("household", "person"):
        population = _population(amounts, part)
        if population is not None:
            return population
    value = single(amounts[part])
    for earlier in range(part - 1, max(part - MOST_LISTED, -1), -1):
        whole = single(amounts[earlier])
        if whole is None or value is None or not same_unit(amounts[earlier], amounts[part]) or whole < value:
            continue
        if is_compared_in_brackets(text, amounts[earlier]):
            continue
        between = text[amounts[earlier].end : amounts[part].start]
        if len(between) > _LONGEST_LIST or len(CUT.findall(between)) > 1:
            return None
        lists = opens_a_list(between) is not None
        if not lists and _has_its_own_rate(text, amounts, earlier):
            continue
        before = text[max(0, amounts[earlier].start - 60) : amounts[earlier].start].rsplit("\n", 1)[-1]
        if (lists and (named or not total)) or _is_total(before):
            return earlier
        if _heads_the_list(text, amounts, earlier, part):
            return earlier
        if earlier < part - 1:
            continue
        if _COLON.fullmatch(between) or (DEALT_WITH.search(between) and not CUT.search(between)):
            return earlier
        if _STANDS.search(before) and _SOME_OF.fullmatch(between):
            return earlier
        if _OFFERED.search(before) and _OF_THOSE.fullmatch(between):
            return earlier
    return None


_TOTALS_HOLD = ("ổng", "oàn", "ất cả", "rong số", "trên")


def _is_total(before: str) -> bool:
    """Whether the words before an amount make it a total; most hold not even a piece of what does."""
    return any(map(before.__contains__, _TOTALS_HOLD)) and _TOTAL_BEFORE.search(before) is not None


def _heads_the_list(text: str, amounts: Sequence[Amount], whole: int, part: int) -> bool:
    """Whether ``whole`` heads the list that ``part`` is an item of: '20 chi bộ: xuất sắc 4 (20%), tốt 15 (75%)'."""
    if whole + 1 >= len(amounts) or not _COLON.match(text, amounts[whole].end, amounts[whole + 1].start):
        return False
    items = amounts[whole + 1 : part + 1]
    return all(item.unit.kind == "rate" or same_unit(item, amounts[whole]) for item in items) and not CUT.search(
        text, amounts[whole].end, amounts[part].start
    )


def _population(amounts: Sequence[Amount], part: int) -> int | None:
    """The households or people of the whole area, which a paragraph states first and largest: 'chiếm 86% dân số'."""
    value = single(amounts[part])
    if value is None:
        return None
    larger = [
        (number, -index)
        for index, amount in enumerate(amounts[max(part - MOST_LISTED, 0) : part], max(part - MOST_LISTED, 0))
        if amount.unit.kind == amounts[part].unit.kind
        and same_unit(amount, amounts[part])
        and amount.change is None
        and (number := single(amount)) is not None
        and number >= value
    ]
    return -max(larger)[1] if larger else None
