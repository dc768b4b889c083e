"""What a percentage is of, by the words around it: its part and whole, or none where it names what is not counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tongket.model.quantities import Share
from tongket.reading.amounts.listed_parts import MEASURED
from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.links.linked import ALL, CUT, AmountLink, same_unit, single
from tongket.reading.links.listed import LISTS
from tongket.reading.links.plans import (
    FAR_OFF,
    MOST_BESIDE,
    NEAR_BY,
    attains,
    beside_aims,
    is_compared_with_then,
    is_miswritten,
    is_near,
    plan_of,
    reaches_its_own,
)
from tongket.reading.links.wholes import DEALT_WITH, named_base, nearest, total_behind, whole_of
from tongket.registry.unit_words import match_unit

_DIGIT = re.compile(r"\d")
_TIES = re.compile(r"(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương|=|\(|là)[^.;]{0,24}$")
_ASIDE_OF_RATE = re.compile(
    r"trong (?:vòng )?\d{1,3} (?:giờ|phút|ngày|tuần|tháng)(?: làm việc)?(?!\w)"
    r"|(?:dưới|trên|từ|đủ|tròn) \d{1,3}(?:\s?(?:đến(?: dưới)?|tới|[-–])\s?\d{1,3})? (?:tháng )?tuổi(?: trở lên)?"
    r"|(?<=(?:tiêu chí|chỉ tiêu|nội dung) số) \d{1,2}(?:\.\d{1,2})?(?![\d%])(?: \([^().;\d]{1,40}\))?"
)
_OF_AIM = re.compile(r"(?<!\w)chưa .*(?:tiến độ|chỉ tiêu|mục tiêu|kế hoạch|yêu cầu|quy định|ngưỡng)\s?\(\s?$")
_BEYOND = re.compile(r"(?<!\w)(?:hơn|kém|vượt)\s$")  # 'thấp hơn 0,4% so với chỉ tiêu (35,5%)' is a difference
_NEW_CLAUSE = re.compile(r";(?!\s*(?:đạt|chiếm|bằng)\b)")
_RATE_OF = re.compile(r"(?:tỷ|tỉ) lệ\s+([^\W\d_].*)$")
_OTHER_BASE = re.compile(
    r"\s*(?:so (?:với )?(?!với|tổng|số)|kế hoạch|chỉ tiêu|dự toán|KH\b|DT\b|mục tiêu|nghị quyết|năm |cùng kỳ|vốn"
    r"|bình quân)"
)
_WHILE_PLANNED = re.compile(
    r"\s?[,;(]?\s?(?:trong khi |so với |trên )?(?:kế hoạch|chỉ tiêu|dự toán)(?:\s[^.;,()\d\n]{0,30})?\s"
)
_AMONG = re.compile(
    r"^[^.;\d]{0,60}\s(?:trong|trên)\s(?:(?:tổng\s)?số|tổng)\s"
    r"(?:(?:vốn|vốn đầu tư|kinh phí|nguồn|diện tích|dư nợ|tiền)\s)?$"
)


def percentage_of(text: str, amounts: Sequence[Amount], index: int, stop: int) -> AmountLink | None:
    """The part and whole of a percentage, by the base that follows it or by the list that it stands in."""
    if not isinstance(amounts[index].value, Decimal) or "/" in amounts[index].unit.text:
        return None  # '7,5%/năm' is a speed
    if index + 1 < len(amounts) and _holds_its_share(text, amounts[index], amounts[index + 1]):
        return AmountLink("percentage", index, (index + 1,))
    if index == 0:
        return None
    percent, previous = amounts[index], amounts[index - 1]
    between = _ASIDE_OF_RATE.sub("", text[previous.end : percent.start])
    if isinstance(previous.value, Share):
        between = _TIME_ASIDE.sub("", between)
    by_form = isinstance(previous.value, Share) and _rates_by_form(between, percent, previous.value)
    ties = _TIES.search(between) and not (CUT.search(between) or _DIGIT.search(between) or _BEYOND.search(between))
    if not by_form and not ties:
        return None
    if isinstance(previous.value, Share):
        rated = index > 1 and _holds_its_share(text, amounts[index - 2], previous)
        if rated and _OTHER_BASE.match(text, percent.end, stop):
            return None  # '102% kế hoạch (127,5/125 ha), bằng 98,1% so với cùng kỳ'
        is_its = _is_of_share(text, percent, previous, between, stop)
        return AmountLink("percentage", index, (index - 1,)) if is_its else None
    return _of_two_numbers(text, amounts, index, stop)


_BASE_AND_SHARE = re.compile(
    r"(?: (?:so với )?(?:tổng )?(?:số )?(?P<base>[^\W\d_]+(?: [^\W\d_]+){0,4}))? ?\( ?(?:đạt |là |tức )?"
)
_AIMED_AT = re.compile(r"(?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|KH|NQ)(?!\w)")


def _holds_its_share(text: str, percent: Amount, share: Amount) -> bool:
    """Whether brackets behind a percentage, or behind what it is of, open with the share that it rates:
    '95,5% (234/245)', '85% số hộ (1.234/1.452 hộ)', '104% chỉ tiêu (26/25)'.
    """
    if not isinstance(share.value, Share) or share.unit.kind in ("score", "rank"):
        return False
    found = _BASE_AND_SHARE.fullmatch(text, percent.end, share.start)
    if found is None:
        return False
    base, unit = found["base"], share.unit.text
    if base is None:
        return True
    named = not unit or f"{base} ".startswith(f"{unit} ") or f"{unit} ".startswith(f"{base} ")
    return percent.change is None and (named or _AIMED_AT.match(base) is not None)


def _is_of_share(text: str, percent: Amount, share: Amount, between: str, stop: int) -> bool:
    """Whether a percentage is that of the share before it: '7/9 thôn đạt chuẩn, đạt 77,8%'."""
    if not isinstance(share.value, Share) or share.unit.kind in ("score", "rank"):
        return False
    if _NEW_CLAUSE.search(between) or _is_rate_of_others(text, between, percent, share) or _OF_AIM.search(between):
        return False
    if _OF_ITS_LABEL.search(between) or (between.endswith(", ") and _counts_others(text, percent, share, stop)):
        return False  # '8/8 thôn đạt chuẩn (nông nghiệp: 28%)', '13/14 thôn đạt chuẩn, 100% cơ quan đạt chuẩn'
    if percent.qualifier and _OF_EACH.fullmatch(between) and not is_near(percent, share.value):
        return False  # '5/9 huyện đạt tỷ lệ này dưới 3%': of each of them
    base, total = named_base(text[percent.end : min(stop, percent.end + 60)])
    if total and base and share.unit.base and _kind_of(base) not in (None, share.unit.kind):
        return False  # '80/102 cơ quan đạt chuẩn, gần 76% tổng số hộ đạt chuẩn'
    room = FAR_OFF if share.unit.kind in MEASURED else NEAR_BY  # shares of measured things are of a plan mostly
    if (
        _OTHER_BASE.match(text, percent.end, stop)
        and not is_near(percent, share.value, room)
        and not (share.unit.kind in MEASURED and is_miswritten(percent, share.value))
    ):
        return False  # '12/15 thôn đạt chuẩn, đạt 105% kế hoạch'
    return percent.value != ALL or not _have_all(text, share, share.value, between)


_OF_ITS_LABEL = re.compile(r"\((?!(?:tỷ lệ|tỉ lệ|đạt|chiếm|bằng)(?!\w))[^():\d]{2,40}:\s?$", re.IGNORECASE)


def _counts_others(text: str, percent: Amount, share: Amount, stop: int) -> bool:
    """Whether other things than a share counts stand right behind a percentage."""
    matched = match_unit(re.findall(r"\w+", text[percent.end : min(stop, percent.end + 40)])[:4])
    if matched is None or text[percent.end : percent.end + 1] != " ":
        return False
    return matched[0].kind in _COUNTED_KINDS and bool(share.unit.base) and matched[0].base != share.unit.base


def _kind_of(base: str) -> str | None:
    matched = match_unit(base.split())
    return matched[0].kind if matched else None


def _of_two_numbers(text: str, amounts: Sequence[Amount], index: int, stop: int) -> AmountLink | None:
    """The percentage of a part whose whole is told apart from it."""
    percent, previous = amounts[index], amounts[index - 1]
    if _is_change_alone(text, percent):
        return None
    if _OF_A_CHANGE.search(text, max(previous.start - 90, 0), previous.start) and previous.end < percent.start:
        return None
    if (share := _share_before(text, amounts, index)) is not None:
        return AmountLink("percentage", index, (share,))
    if _OVER_END.search(text, max(previous.start - 3, 0), previous.start) is not None:
        over = _over(text, amounts, index)  # '32 vụ/47 bị can (76,2%)': of either
        return None if over is None else AmountLink("percentage", index, (over, index - 1))
    if (among := _among(text, amounts, index)) is not None:
        return among
    apart = previous.unit.kind != "rate"  # 'đạt 45,5% so với kế hoạch và bằng 73% so với cùng kỳ'
    if apart and index > 1 and same_unit(amounts[index - 2], previous) and single(amounts[index - 2]) is not None:
        plan = _WHILE_PLANNED.fullmatch(text, amounts[index - 2].end, previous.start)
        if plan is not None and single(previous) is not None and not LISTS.search(text, previous.end, percent.start):
            return AmountLink("percentage", index, (index - 2, index - 1))
    total_after = total_behind(text, amounts, index)
    if total_after is not None:
        return AmountLink("percentage", index, (index - 1, total_after))
    return _by_its_base(text, amounts, index, text[percent.end : min(stop, percent.end + 60)])


_SIGN_IN_BRACKETS = re.compile(r"\(\s?[-+–−]\s?$")
_BRACKET, _BRACKET_ENDS = re.compile(r"\(\s?$"), re.compile(r"\s?\)")


def _is_change_alone(text: str, percent: Amount) -> bool:
    """Whether a percentage alone in brackets is how much its number rose or fell, by its sign or by being more than all
    of anything: '1.406 ha (430,3%)', '1.827 ha (-21,5%)', '5.221 ha (+6,8%)'.
    """
    stated = single(percent) or Decimal(0)
    if stated < 0 or _SIGN_IN_BRACKETS.search(text, max(percent.number_start - 4, 0), percent.number_start):
        return True
    opened = _BRACKET.search(text, max(percent.start - 2, 0), percent.start)
    return stated > ALL and opened is not None and _BRACKET_ENDS.match(text, percent.end) is not None


def _by_its_base(text: str, amounts: Sequence[Amount], index: int, after: str) -> AmountLink | None:
    """The part and whole of a percentage by the words ``after`` it, which name its base or do not."""
    percent = amounts[index]
    if _OTHER_BASE.match(after):
        planned = plan_of(text, amounts, index, after)
        done = index - 2 if _past_a_mean(text, amounts, index) else index - 1
        return None if planned is None else AmountLink("percentage", index, (done, planned))
    base, total = named_base(after)
    part = nearest(amounts, index, base)
    if part is not None and not total and _names_all_of_its_kind(text, amounts, part, after):
        return None
    if part is not None and _ASIDE.match(text, amounts[part].end, percent.start):
        if _is_aside(text, amounts[part]) or _is_part_of_another(text, amounts, part):
            return None
        part = _before_its_parts(text, amounts, part)
    if part is None or ";" in text[amounts[part].end : percent.start]:
        return None
    if attains(text, percent) and ((single(percent) or 0) > ALL or beside_aims(text, amounts, index)):
        return None  # of its plan
    whole = whole_of(text, amounts, part, named=base is not None, total=total)
    if whole is None or (attains(text, percent) and reaches_its_own(text, amounts, whole)):
        return None
    if is_compared_with_then(text, amounts, index, whole):
        return None
    return AmountLink("percentage", index, (part, whole))


_AS_A_MEAN = re.compile(
    r"[^.;:()\d\n]{0,30}, (?:bình quân|trung bình|mỗi năm|tính bình quân)[^.;:()\d\n]{0,20} ", re.IGNORECASE
)


def _past_a_mean(text: str, amounts: Sequence[Amount], index: int) -> bool:
    """Whether a mean stands between what reached a plan and its percentage: 'kết nạp 45 người, bình quân mỗi năm 09
    người, đạt 112,5% chỉ tiêu (40 người)'.
    """
    if index < 2:
        return False
    done, mean = amounts[index - 2 : index]
    if not same_unit(done, mean) and not done.unit.kind == mean.unit.kind == "person":
        return False
    return _AS_A_MEAN.fullmatch(text, done.end, mean.start) is not None


_FORM = re.compile(
    r"\s?(?:\.(?= Đạt| T))?(?P<dash>[-–]\s?)?,?\s?(?P<word>(?:[Tt][ỷỉ] lệ|[Đđ]ạt|[Cc]hiếm)(?:\s?:)?\s?)?"
)


def _rates_by_form(between: str, percent: Amount, share: Share) -> bool:
    """Whether a percentage rates the share beside it as forms do: '200/209 Tỷ lệ: 95,7%', '105/116 ha. Đạt 90,5%',
    '52/307 - 16,9%' (which may also be a change, unless it is near).
    """
    form = _FORM.fullmatch(between)
    if form is None or not (form["word"] or form["dash"]):
        return False
    return form["word"] is not None or is_near(percent, share)


def _names_all_of_its_kind(text: str, amounts: Sequence[Amount], part: int, after: str) -> bool:
    """Whether the base of a percentage is named as all of the part's own kind: 'nội trú 702 lượt (bằng 2,1% số lượt
    điều trị nội trú)' is no share of the number of which 702 are a part.
    """
    named, label = _ALL_OF.match(after), _LABEL.search(text, max(amounts[part].start - 60, 0), amounts[part].start)
    return named is not None and label is not None and f" {label['kind']} " in f" {named['kind']} "


_ALL_OF = re.compile(r"\s(?:tổng )?số (?P<kind>[^\d.,;:()\n]{4,60}?)(?=\s?[.,;:()\n]|$)")
_LABEL = re.compile(r"[,;:(]\s?(?:trong đó )?(?P<kind>[^\W\d_]+(?: [^\W\d_]+){1,3}) $")
_OF_EACH = re.compile(r"\s(?:[^\d.,;:()\n]{0,40}\s)?(?:có|đạt)\s(?:tỷ|tỉ) lệ(?:\s[^\d.,;:()\n]{1,30})?\s")
_NEW_WORDS = re.compile(r"[,;:(]")


def _have_all(text: str, share: Amount, counted: Share, between: str) -> bool:
    """'Có 12/15 khu vực bỏ phiếu đạt 100%': so many of them have all, where the sentence does not begin anew; what
    'chiếm 100%' is all of something, and no share.
    """
    if _MAKES_UP.search(between):
        return False
    done = DEALT_WITH.search(text, max(share.start - 40, 0), share.start)
    return counted.part < counted.whole and not _NEW_WORDS.search(between) and not done


def _share_before(text: str, amounts: Sequence[Amount], index: int) -> int | None:
    """A share whose rate a percentage gives, though a number of its own words stands between: '7.236/8.914 hộ đăng ký
    đạt 8 tiêu chí, bằng 81,2%'; only one that it comes near to.
    """
    share, between, percent = (amounts[index - 2] if index > 1 else None), amounts[index - 1], amounts[index]
    if share is None or not isinstance(share.value, Share) or share.unit.kind in ("score", "rank"):
        return None
    if share.value.part == share.value.whole and percent.value != ALL:
        return None  # '24/24 chi bộ đã quán triệt cho 497 đảng viên, đạt 97,1%'
    if same_unit(share, between) or _ENDS_CLAUSE.search(text, share.end, percent.start):
        return None
    return index - 2 if _RATED.fullmatch(text, between.end, percent.start) and is_near(percent, share.value) else None


def _over(text: str, amounts: Sequence[Amount], index: int) -> int | None:
    """The part of a fraction whose terms have their units each, or brackets between them: '8.450 triệu đồng/15.200
    triệu đồng', '176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn'.
    """
    whole = amounts[index - 1]
    if single(whole) is None:
        return None
    for earlier in range(index - 2, max(index - 2 - MOST_BESIDE, -1), -1):
        if same_unit(amounts[earlier], whole) and _OVER.fullmatch(text, amounts[earlier].end, whole.start):
            plain = single(amounts[earlier]) is not None and amounts[earlier].change is None
            return earlier if plain else None
    return None


_OF_A_CHANGE = re.compile(  # 'giảm sâu với 3.069 vụ (25,5%)', 'tăng sáu vụ (hơn 23%) và 17 bị can (hơn 60%)'
    r"(?<!\w)(?:tăng|giảm)\s(?:(?:sâu|mạnh|nhẹ|nhanh|đáng kể)\s)?với\s$"
    r"|(?<!\w)(?:tăng|giảm)\s[^.;%()\n]{1,30}\([^()%\n]{0,20}%\)(?:,|\svà)\s$"
)
_OVER_END = re.compile(r"/\s?$")
_OVER = re.compile(r"[^.;,\d\n()/]{0,25}(?:\([^()\n]{1,90}\)\s?)?/\s?")
_TIME_ASIDE = re.compile(
    r"\s?\([^()%\n]{0,60}\)"  # '(thời điểm tháng 3/2024)'
    r"|(?:tính )?(?:đến |từ |trong )?(?:ngày |tháng |quý |năm |thời điểm )+[\dIV][\dIV/.-]*(?: năm \d{4})?(?![\d%])"
)
_MAKES_UP = re.compile(r"(?<!\w)chiếm(?: tỷ lệ| tỉ lệ)?\s$")
_ENDS_CLAUSE = re.compile(r"[.;\n](?!\d)")
_RATED = re.compile(r"[^\d.;,()\n]{0,40}(?:,|\s?\()?\s(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|=)\s(?:tỷ lệ\s|tỉ lệ\s)?")
_ASIDE = re.compile(r"[^()]*\)")
_COMPARED_ASIDE = re.compile(r"(?:so với|cùng kỳ|năm trước|kế hoạch|chỉ tiêu)[^().;]*\([^()]*$")


_PARTS_OPEN = re.compile(r"(?: [^\W\d_]+){0,4}\s?\((?:(?:trong đó|gồm|bao gồm|có):? )?[^()\d\n]{0,40}")


def _before_its_parts(text: str, amounts: Sequence[Amount], last: int) -> int:
    """The number that the brackets before a percentage divide, of which these tell two parts or more: 'giải quyết 96 hồ
    sơ (trước hạn 60 hồ sơ, đúng hạn 36 hồ sơ), đạt 96%'; the last of the parts where they divide none.
    """
    opened = text.rfind("(", max(amounts[last].start - _LONGEST_ASIDE, 0), amounts[last].start)
    first = next((at for at in range(last, -1, -1) if amounts[at].start < opened), None)
    if (
        first is None
        or last - first < _FEWEST_PARTS
        or not _PARTS_OPEN.fullmatch(text, amounts[first].end, amounts[first + 1].start)
    ):
        return last
    alike = all(same_unit(amounts[first], amounts[at]) for at in range(first + 1, last + 1))
    return first if alike and amounts[first].change is None else last


_FEWEST_PARTS, _LONGEST_ASIDE = 2, 300  # numbers, letters


def _is_aside(text: str, amount: Amount) -> bool:
    """Whether the amount stands in brackets as what something else is compared with: 'so với năm 2020 (410 hồ sơ)'."""
    return _COMPARED_ASIDE.search(text, max(amount.start - 80, 0), amount.start) is not None


def _is_part_of_another(text: str, amounts: Sequence[Amount], part: int) -> bool:
    """Whether the amount stands in brackets behind a percentage of its own: 'đường thôn chiếm 36,1% (21,7 km) và đường
    xã chiếm 37,4%'.
    """
    rate = amounts[part - 1] if part else None
    return (
        rate is not None
        and rate.unit.kind == "rate"
        and _OWN_OPENS.fullmatch(text, rate.end, amounts[part].start) is not None
    )


_OWN_OPENS = re.compile(r"\s?\((?:[^\W\d_]+\s){0,3}")


def _among(text: str, amounts: Sequence[Amount], index: int) -> AmountLink | None:
    """The rate of a part that names its whole: '21 trong tổng số 34 doanh nghiệp tổ chức hội nghị, đạt 61,8%'."""
    if index < 2 or not same_unit(amounts[index - 2], amounts[index - 1]):
        return None
    part, whole = amounts[index - 2], amounts[index - 1]
    if not _AMONG.search(text[part.end : whole.start]) or _OTHER_BASE.match(text, amounts[index].end):
        return None
    low, high = single(part), single(whole)
    between = text[whole.end : amounts[index].start]
    named = low is not None and high is not None and low <= high and ";" not in between
    return AmountLink("percentage", index, (index - 2, index - 1)) if named else None


_COUNTED_KINDS = frozenset(("person", "household", "body", "place", "event", "document"))  # 'bao' of 'bao phủ' is none


_WORDS = re.compile(r"\w+")
_CLAUSE_ENDS = re.compile(r"[.,;:]\s")
_OF_SOME = re.compile(r"(?:đúng|trước|sớm|quá|trễ) (?:thời )?hạn|đúng (?:tuổi|độ tuổi|tuyến)")
_FEW = 2  # words that name how much was done, whatever they are: 'tỷ lệ bao phủ', 'tỷ lệ huy động'
_LEAD = 120  # letters before a share that say what it counts
_ENDS_OF_LABEL = re.compile(
    r"(?<!\w)(?:(?:hoàn thành|thực hiện|giải quyết|trung bình|bình quân|chung|này|trên)\s+)*"
    r"(?:đạt(?! chuẩn)|là|còn|chiếm|bằng|năm|trên|gần|hơn|khoảng|tương ứng|tương đương|$)|[,;:(]"
)


def _is_rate_of_others(text: str, between: str, percent: Amount, share: Amount) -> bool:
    """'Sinh hoạt 12/12 kỳ, tỷ lệ đảng viên dự 96%', 'kiểm tra 12/12 cơ sở (tỷ lệ cơ sở có tủ lạnh đạt 75%)': the rate
    names something else than the share counts, or something of it that is not said before.
    """
    named = _RATE_OF.search(between)
    if named is None or not isinstance(share.value, Share):
        return False
    own = _ENDS_OF_LABEL.split(named.group(1).lower(), maxsplit=1)[0].split()
    start, end = max(share.start - _LEAD, 0), percent.start - len(named[0])
    clause = _CLAUSE_ENDS.split(text[start:end].lower().rstrip(" ,;("))[-1]
    if set(_WORDS.findall(clause)).issuperset(own):
        return False  # 'giải quyết 20/25 đơn (tỷ lệ giải quyết đạt 80%)'
    matched = match_unit(_WORDS.findall(named.group(1))[:4])
    counts = matched is not None and matched[0].kind in _COUNTED_KINDS
    if counts and matched is not None and share.unit.base and matched[0].base != share.unit.base:
        return True
    said = set(_WORDS.findall(text[start:end].lower()))
    told = len(own) > _FEW or _OF_SOME.fullmatch(" ".join(own)) is not None
    return told and not said.issuperset(own) and not is_near(percent, share.value)
