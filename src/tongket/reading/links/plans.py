"""Percentages of a plan (kế hoạch, chỉ tiêu, dự toán): the plan that they are of, and the aims that others attain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.model.quantities import Share
from tongket.reading.amounts.listed_parts import MEASURED
from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.links.linked import ALL, CUT, same_unit, single

_OF_PLAN = re.compile(r"\s*(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH\b|DT\b)")
_PLAN_BEFORE = re.compile(
    r"(?:[Tt]ổng (?:nguồn )?vốn|[Kk]ế hoạch|[Cc]hỉ tiêu|KH|[Dd]ự toán)"
    r"(?:\s(?:được\s)?giao|\s(?:đề|đặt) ra|\snăm(?:\s\d{4})?)?(?:\slà|:)?\s*$"
)
_PLAN_IS = re.compile(r"(?:[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán)[^.;\n]{0,140}\slà\s*$")
_PLAN_SAID = re.compile(
    r"(?<!\w)(?:[Kk]ế hoạch|KH|[Cc]hỉ tiêu|[Dd]ự toán|(?:được )?giao|phân bổ|bố trí|[Nn]hu cầu)(?!\w)"
)
_WORDS_AND_DAYS = (
    r"(?:[^.;,\d\n]|(?<!\d)\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\d%])|(?:tháng|quý|năm) [\dIV]{1,4}(?:/\d{4})?)"
)
_DONE_SINCE = re.compile(
    rf"[^.;\d]{{0,60}}[,;]\s{_WORDS_AND_DAYS}{{0,50}}?"
    r"(?<!\w)(?:thực hiện|giải ngân|thu|đào tạo|trồng|hoàn thành|kết nạp|cấp|chi|đạt|được)(?!\w)"
    rf"{_WORDS_AND_DAYS}{{0,50}}"
)
_DONE = re.compile(r"[,;]\s*(?:đã\s)?(?:thực hiện|đạt|thu được|giải ngân|hoàn thành)(?:\s[^.;,\d]{0,20})?\s*$")
_IN_BRACKETS = re.compile(r"[^()]*\)")  # of '512 (176 + 336), đạt 128% kế hoạch (400)' 336 is not what was done
_PLAN_IN_BRACKETS = re.compile(
    r"\s*(?:so (?:với\s)?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|DT|cùng kỳ)[^.;\d()]{0,40}(?:năm\s\d{4})?\s*"
    r"\((?:kế hoạch\s|KH\s|là\s)?"
)


def plan_of(text: str, amounts: Sequence[Amount], index: int, after: str) -> int | None:
    """The plan, or the earlier value, that a percentage is of: behind it in brackets ('bằng 125% dự toán (10 tỷ)'), or
    right before the result ('kế hoạch giao 150 hộ, thực hiện 160 hộ, đạt 106,7% kế hoạch').
    """
    done = amounts[index - 1]
    between = text[done.end : amounts[index].start]
    if done.change is not None or single(done) is None or ";" in between or _IN_BRACKETS.match(between):
        return None
    behind = amounts[index + 1] if index + 1 < len(amounts) else None
    if (
        behind is not None
        and same_unit(done, behind)
        and single(behind) is not None
        and _PLAN_IN_BRACKETS.fullmatch(text, amounts[index].end, behind.start)
    ):
        return index + 1
    if index < 2 or not _OF_PLAN.match(after) or not same_unit(done, amounts[index - 2]):
        return None
    before = text[max(amounts[index - 2].start - 40, 0) : amounts[index - 2].start]
    between = text[amounts[index - 2].end : done.start]
    plain = not CUT.search(between) and single(amounts[index - 2]) is not None
    long_before = text[max(amounts[index - 2].start - 160, 0) : amounts[index - 2].start]
    said = bool(_PLAN_BEFORE.search(before) or (_PLAN_IS.search(long_before) and _DONE.search(between)))
    if not said and _DONE_SINCE.fullmatch(between) and _PLAN_SAID.search(CUT.split(long_before)[-1]):
        said = _is_not_far(amounts[index], done, amounts[index - 2])
    return index - 2 if plain and said else None


NEAR_BY = 5  # per cent points


def is_near(percent: Amount, share: Share, room: int = NEAR_BY) -> bool:
    """Whether a percentage of a plan can be that of ``share``: result and plan side by side, or one that is near."""
    stated = percent.value
    if not isinstance(stated, Decimal) or not share.whole:
        return False
    if share.part > share.whole:
        return True
    return abs(100 * share.part / share.whole - stated) <= room


def is_miswritten(percent: Amount, share: Share) -> bool:
    """Whether a percentage of three digits or more is that of ``share`` but for one digit, or two that changed places,
    in either number of the share or in the percentage: so exact a rate is of nothing else by chance.
    """
    stated = percent.value
    if not isinstance(stated, Decimal) or share.whole <= 0 or len(stated.as_tuple().digits) < _TELLING:
        return False
    room = Decimal(5).scaleb(-percent.decimals - 1)
    terms = [(share.part, share.whole, one) for one in _slips_of(stated)]
    terms += [(one, share.whole, stated) for one in _slips_of(share.part)]
    terms += [(share.part, one, stated) for one in _slips_of(share.whole) if one]
    return any(abs(100 * part / whole - rate) <= room for part, whole, rate in terms)


_TELLING = 3  # digits


def _slips_of(number: Decimal) -> list[Decimal]:
    """A number with one digit changed, or two neighbours among them in each other's place."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return []
    changed = [(*digits[:at], one, *digits[at + 1 :]) for at in range(len(digits)) for one in range(10)]
    changed += [(*digits[:at], two, one, *digits[at + 2 :]) for at, (one, two) in enumerate(pairwise(digits))]
    return [Decimal((sign, one, exponent)) for one in changed]


FAR_OFF = 20  # per cent points: a plan from which the percentage is further off is not the one that was meant


def _is_not_far(percent: Amount, done: Amount, plan: Amount) -> bool:
    """Whether a percentage can be what was done of a plan."""
    part, whole, stated = single(done), single(plan), single(percent)
    return part is not None and stated is not None and bool(whole and abs(100 * part / whole - stated) < FAR_OFF)


def reaches_its_own(text: str, amounts: Sequence[Amount], whole: int) -> bool:
    """Whether what seems a whole has so much of its own plan: 'tổng thu 2.590 tỷ đồng, đạt 18,9%, ...; các chi cục thu
    291 tỷ đồng, đạt 18%'.
    """
    rate = amounts[whole + 1]
    if rate.unit.kind != "rate" or rate.change is not None:
        return False
    return _REACHES.fullmatch(text, amounts[whole].end, rate.start) is not None


_REACHES = re.compile(r",\s(?:mới |chỉ |đã )?(?:đạt|bằng)(?: khoảng| gần| trên| hơn)?\s")
_ATTAINS = re.compile(r"(?<!\w)(?:đạt|bằng)(?: tỷ lệ| tỉ lệ)?\s$")
_OF_ITS_OWN = re.compile(r"\s(?!(?:tổng|số|trong|của|so|trên|và|với|cho|tại|ở|là|có)(?!\w))[^\W\d_]")
MOST_BESIDE = 5


def attains(text: str, percent: Amount) -> bool:
    """Whether a percentage is said to be reached: 'đạt 86,2%'."""
    return _ATTAINS.search(text, max(percent.start - 15, 0), percent.start) is not None


def beside_aims(text: str, amounts: Sequence[Amount], index: int) -> bool:
    """Whether an item before it in the list attains so much of an aim of its own: 'trâu, bò 1.120 liều, đạt 90% diện
    tiêm; chó 862 liều, đạt 86,2%'.
    """
    for beside in reversed(amounts[max(index - MOST_BESIDE, 0) : index]):
        if CUT.search(text, beside.end, amounts[index].start):
            return False
        attained = beside.unit.kind == "rate" and beside.change is None and attains(text, beside)
        if attained and ((single(beside) or 0) > ALL or _OF_ITS_OWN.match(text, beside.end)):
            return True
    return False


_EQUALS = re.compile(r"(?<!\w)bằng(?: khoảng| gần| trên| hơn)?\s$")
_THAN_THEN = re.compile(r"\s(?:so |với |của )*(?:cùng (?:kỳ|thời điểm)|(?:vụ|năm|kỳ)(?:\s[^\W\d_]+){0,3} trước)(?!\w)")


def is_compared_with_then(text: str, amounts: Sequence[Amount], index: int, whole: int) -> bool:
    """Whether a measure is as much of what it was as its rate says, for what seems its whole grew or fell since then:
    'gieo trồng 32.630 ha, giảm 1,27% so với cùng thời điểm năm trước. Trong đó, lúa 27.220 ha, bằng 98,8%'.
    """
    grew = amounts[whole + 1]
    if grew.unit.kind != "rate" or grew.change is None or amounts[whole].unit.kind not in MEASURED:
        return False
    equals = _EQUALS.search(text, max(amounts[index].start - 15, 0), amounts[index].start)
    return equals is not None and _THAN_THEN.match(text, grew.end) is not None
