"""Ties between the amounts of a paragraph: parts of a whole, a percentage of its base, a change between two values.

Only what the words tie is tied: a percentage goes to the base that the sentence names ('86,33% dân số' speaks of
people, not of households), a list is exhaustive only where it claims to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tongket.model.quantities import Share
from tongket.reading.amounts import Amount
from tongket.reading.linked import MOST_LISTED, AmountLink, are_people, same_unit, single
from tongket.reading.links_parts import ASIDE_ENDS, LISTS, Listed, parts_of, summed_up
from tongket.registry.unit_words import match_unit

_CUT = re.compile(r"[.!?](?:\s|$)|\n")
_DIGIT = re.compile(r"\d")
_TIES = re.compile(r"(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương|=|\(|là)[^.;]{0,24}$")
_ASIDE_OF_RATE = re.compile(
    r"trong (?:vòng )?\d{1,3} (?:giờ|phút|ngày|tuần|tháng)(?: làm việc)?(?!\w)"
    r"|(?<=(?:tiêu chí|chỉ tiêu|nội dung) số) \d{1,2}(?:\.\d{1,2})?(?![\d%])(?: \([^().;\d]{1,40}\))?"
)
_BEYOND = re.compile(r"(?<!\w)(?:hơn|kém|vượt)\s$")  # 'thấp hơn 0,4% so với chỉ tiêu (35,5%)' is a difference
_NEW_CLAUSE = re.compile(r";(?!\s*(?:đạt|chiếm|bằng)\b)")
_RATE_OF = re.compile(r"(?:tỷ|tỉ) lệ\s+([^\W\d_].*)$")
_OTHER_BASE = re.compile(
    r"\s*(?:so (?:với )?(?!với|tổng|số)|kế hoạch|chỉ tiêu|dự toán|KH\b|DT\b|mục tiêu|nghị quyết|năm |cùng kỳ|vốn"
    r"|bình quân)"
)
_OF_PLAN = re.compile(r"\s*(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH\b|DT\b)")
_PLAN_BEFORE = re.compile(
    r"(?:[Tt]ổng (?:nguồn )?vốn|[Kk]ế hoạch|[Cc]hỉ tiêu|KH|[Dd]ự toán)"
    r"(?:\s(?:được\s)?giao|\s(?:đề|đặt) ra|\snăm(?:\s\d{4})?)?(?:\slà|:)?\s*$"
)
_WHILE_PLANNED = re.compile(
    r"\s?[,;(]?\s?(?:trong khi |so với |trên )?(?:kế hoạch|chỉ tiêu|dự toán)(?:\s[^.;,()\d\n]{0,30})?\s"
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
_PLAN_IN_BRACKETS = re.compile(
    r"\s*(?:so (?:với\s)?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|DT|cùng kỳ)[^.;\d()]{0,40}(?:năm\s\d{4})?\s*"
    r"\((?:kế hoạch\s|KH\s|là\s)?"
)
_BASE = re.compile(r"\s*(?:(?:so với|trên|trong|của)\s+)?(?:(?P<total>tổng số|tổng)\s+)?(?:số\s+)?(?=\w)")
_TOTAL_BEFORE = re.compile(r"(?:[Tt]ổng|[Tt]oàn|[Tt]ất cả|[Tt]rong số|trên)\b[^.;]{0,40}$")
_DEALT_WITH = re.compile(
    r"(?:trả lời|giải quyết|xử lý|hoàn thành|tiếp thu|thu hồi|khắc phục|thực hiện|đúng hạn|trước hạn"
    r"|thu về|thu được|tham dự|có mặt|đăng ký|được công nhận|đạt chuẩn)[^.;\d]*$"
)
_OFFERED = re.compile(
    r"(?:[Gg]iới thiệu|[Đđ]ề nghị|[Tt]iếp nhận|[Nn]hận|[Xx]ét|[Kk]hảo sát|[Đđ]ăng ký|[Ll]ấy ý kiến|[Bb]ồi dưỡng)"
    r"[^.;,\d]{0,30}$"
)
_OF_THOSE = re.compile(r"[^.;,\d\n]{0,40},\s(?:đã\s)?có\s")
_COMPARED = re.compile(r"so với|(?<=\()\s*năm|cùng kỳ|năm trước")
_GOES_ON = re.compile(
    r"[;\n]|\.\s|(?:so với|cùng kỳ|năm trước)[^(]*(?:,\s|\svà\s)"
)  # '..., thu nợ 184 tỷ đồng' is another matter
_ON_AVERAGE = re.compile(r"bình quân|trung bình|mỗi|trong đó|riêng")  # a mean or a part, not the whole
_OF_TOTAL = re.compile(r"\s*(?:(?:so với|trên|trong|của)\s+)?tổng(?:\s+số)?\s+")
_AMONG = re.compile(r"^[^.;\d]{0,60}\s(?:trong|trên)\s(?:tổng\s)?số\s$")
_STANDS = re.compile(
    r"(?:[Tt]rong|(?<!\w)có|[Gg]ồm|[Tt]ổng số|[Gg]iao|[Kk]ế hoạch(?: vốn)?|[Dd]ự toán)(?: tổng số| số| là)?\s+$"
)
_SOME_OF = re.compile(
    r"\s?[,;:]\s(?:[^.;,:\d\n]{0,30}\s)?(?:có|đạt|nữ|nam|đã)\s(?:[^.;,\d\n]{1,25}\s)?"
    r"|,\s(?:giải ngân|thực hiện|thu)(?: được)?\s"
)
_COLON = re.compile(r"[^.,;:\d]{0,30}:\s*(?:(?:có|đã có|trong đó(?: có)?)\s+)?")
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


_FAR = 90  # letters between two times that are held against each other


def link_amounts(text: str, amounts: Sequence[Amount], stop: int) -> Iterator[AmountLink]:
    """The ties among ``amounts``, in order, of a paragraph that ends at ``stop`` in ``text``."""
    listed = Listed(text, amounts, stop)
    for index, amount in enumerate(amounts):
        if amount.unit.kind == "rate" and amount.change is None:
            link = _percentage(text, amounts, index, stop)
        elif amount.change is not None:
            link = _change(text, amounts, index)
        else:
            link = None
        if link is not None:
            yield link
        parts = parts_of(listed, index) or summed_up(listed, index)
        if parts is not None:
            yield parts


def _percentage(text: str, amounts: Sequence[Amount], index: int, stop: int) -> AmountLink | None:
    """The part and whole of a percentage, by the base that follows it or by the list that it stands in."""
    if not isinstance(amounts[index].value, Decimal) or "/" in amounts[index].unit.text:
        return None  # '7,5%/năm' is a speed
    if index + 1 < len(amounts) and isinstance(amounts[index + 1].value, Share):
        bracket = text[amounts[index].end : amounts[index + 1].start]
        if bracket.strip() == "(" and amounts[index + 1].unit.kind not in ("score", "rank"):
            return AmountLink("percentage", index, (index + 1,))
    if index == 0:
        return None
    percent, previous = amounts[index], amounts[index - 1]
    between = _ASIDE_OF_RATE.sub("", text[previous.end : percent.start])
    if isinstance(previous.value, Share):
        between = _TIME_ASIDE.sub("", between)
    if not _TIES.search(between) or _CUT.search(between) or _DIGIT.search(between) or _BEYOND.search(between):
        return None
    if isinstance(previous.value, Share):
        if _NEW_CLAUSE.search(between) or _is_rate_of_others(between, previous):
            return None
        if percent.qualifier and _OF_EACH.fullmatch(between) and not _is_near(percent, previous.value):
            return None  # '5/9 huyện đạt tỷ lệ này dưới 3%': of each of them
        room = _FAR_OFF if previous.unit.kind in _PLANNED_KINDS else _NEAR_BY
        if _OTHER_BASE.match(text, percent.end, stop) and not _is_near(percent, previous.value, room):
            return None  # '12/15 thôn đạt chuẩn, đạt 105% kế hoạch'
        if percent.value == _ALL and _have_all(text, previous, previous.value, between):
            return None
        return AmountLink("percentage", index, (index - 1,)) if previous.unit.kind not in ("score", "rank") else None
    if (share := _share_before(text, amounts, index)) is not None:
        return AmountLink("percentage", index, (share,))
    if _OVER_END.search(text, max(previous.start - 3, 0), previous.start) is not None:
        over = _over(text, amounts, index)  # '32 vụ/47 bị can (76,2%)': of either
        return None if over is None else AmountLink("percentage", index, (over, index - 1))
    if (among := _among(text, amounts, index)) is not None:
        return among
    if index > 1 and same_unit(amounts[index - 2], previous) and single(amounts[index - 2]) is not None:
        plan = _WHILE_PLANNED.fullmatch(text, amounts[index - 2].end, previous.start)
        if plan is not None and single(previous) is not None:
            return AmountLink("percentage", index, (index - 2, index - 1))
    total_after = _total_after(text, amounts, index)
    if total_after is not None:
        return AmountLink("percentage", index, (index - 1, total_after))
    after = text[percent.end : min(stop, percent.end + 60)]
    if _OTHER_BASE.match(after):
        planned = _planned(text, amounts, index, after)
        return None if planned is None else AmountLink("percentage", index, (index - 1, planned))
    base, total = _named_base(after)
    part = _nearest(amounts, index, base)
    if part is not None and _ASIDE.match(text, amounts[part].end, percent.start) and _is_aside(text, amounts[part]):
        return None
    if part is None or ";" in text[amounts[part].end : percent.start]:
        return None
    if _attains(text, percent) and ((single(percent) or 0) > _ALL or _beside_aims(text, amounts, index)):
        return None  # of its plan
    whole = _whole(text, amounts, part, named=base is not None, total=total)
    if whole is None or (_attains(text, percent) and _reaches_its_own(text, amounts, whole)):
        return None
    return AmountLink("percentage", index, (part, whole))


_OF_EACH = re.compile(r"\s(?:[^\d.,;:()\n]{0,40}\s)?(?:có|đạt)\s(?:tỷ|tỉ) lệ(?:\s[^\d.,;:()\n]{1,30})?\s")
_ALL = 100
_NEW_WORDS = re.compile(r"[,;:(]")


def _have_all(text: str, share: Amount, counted: Share, between: str) -> bool:
    """'Có 12/15 khu vực bỏ phiếu đạt 100%': so many of them have all, where the sentence does not begin anew."""
    done = _DEALT_WITH.search(text, max(share.start - 40, 0), share.start)
    return counted.part < counted.whole and not _NEW_WORDS.search(between) and not done


def _share_before(text: str, amounts: Sequence[Amount], index: int) -> int | None:
    """A share whose rate a percentage gives, though a number of its own words stands between: '7.236/8.914 hộ đăng ký
    đạt 8 tiêu chí, bằng 81,2%'; only one that it comes near to.
    """
    share, between, percent = (amounts[index - 2] if index > 1 else None), amounts[index - 1], amounts[index]
    if share is None or not isinstance(share.value, Share) or share.unit.kind in ("score", "rank"):
        return None
    if same_unit(share, between) or _ENDS_CLAUSE.search(text, share.end, percent.start):
        return None
    return index - 2 if _RATED.fullmatch(text, between.end, percent.start) and _is_near(percent, share.value) else None


def _over(text: str, amounts: Sequence[Amount], index: int) -> int | None:
    """The part of a fraction whose terms have their units each, or brackets between them: '8.450 triệu đồng/15.200
    triệu đồng', '176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn'.
    """
    whole = amounts[index - 1]
    if single(whole) is None:
        return None
    for earlier in range(index - 2, max(index - 2 - _MOST_BESIDE, -1), -1):
        if same_unit(amounts[earlier], whole) and _OVER.fullmatch(text, amounts[earlier].end, whole.start):
            plain = single(amounts[earlier]) is not None and amounts[earlier].change is None
            return earlier if plain else None
    return None


_OVER_END = re.compile(r"/\s?$")
_OVER = re.compile(r"[^.;,\d\n()/]{0,25}(?:\([^()\n]{1,90}\)\s?)?/\s?")
_TIME_ASIDE = re.compile(
    r"\s?\([^()%\n]{0,60}\)"  # '(thời điểm tháng 3/2024)'
    r"|(?:tính )?(?:đến |từ |trong )?(?:ngày |tháng |quý |năm |thời điểm )+[\dIV][\dIV/.-]*(?: năm \d{4})?(?![\d%])"
)
_ENDS_CLAUSE = re.compile(r"[.;\n](?!\d)")
_RATED = re.compile(r"[^\d.;,()\n]{0,40}(?:,|\s?\()?\s(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|=)\s(?:tỷ lệ\s|tỉ lệ\s)?")


_ASIDE = re.compile(r"[^()]*\)")
_COMPARED_ASIDE = re.compile(r"(?:so với|cùng kỳ|năm trước|kế hoạch|chỉ tiêu)[^().;]*\([^()]*$")


def _is_aside(text: str, amount: Amount) -> bool:
    """Whether the amount stands in brackets as what something else is compared with: 'so với năm 2020 (410 hồ sơ)'."""
    return _COMPARED_ASIDE.search(text, max(amount.start - 80, 0), amount.start) is not None


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


def _planned(text: str, amounts: Sequence[Amount], index: int, after: str) -> int | None:
    """The plan, or the earlier value, that a percentage is of: behind it in brackets ('bằng 125% dự toán (10 tỷ)'), or
    right before the result ('kế hoạch giao 150 hộ, thực hiện 160 hộ, đạt 106,7% kế hoạch').
    """
    done = amounts[index - 1]
    if done.change is not None or single(done) is None or ";" in text[done.end : amounts[index].start]:
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
    plain = not _CUT.search(between) and single(amounts[index - 2]) is not None
    long_before = text[max(amounts[index - 2].start - 160, 0) : amounts[index - 2].start]
    said = bool(_PLAN_BEFORE.search(before) or (_PLAN_IS.search(long_before) and _DONE.search(between)))
    if not said and _DONE_SINCE.fullmatch(between) and _PLAN_SAID.search(_CUT.split(long_before)[-1]):
        said = _is_not_far(amounts[index], done, amounts[index - 2])
    return index - 2 if plain and said else None


_NEAR_BY = 5  # per cent points
_PLANNED_KINDS = frozenset(("money", "area", "length", "weight", "volume"))  # whose shares are of a plan mostly


def _is_near(percent: Amount, share: Share, room: int = _NEAR_BY) -> bool:
    """Whether a percentage of a plan can be that of ``share``: result and plan side by side, or one that is near."""
    stated = percent.value
    if not isinstance(stated, Decimal) or not share.whole:
        return False
    if share.part > share.whole:
        return True
    return abs(100 * share.part / share.whole - stated) <= room


_FAR_OFF = 20  # per cent points: a plan from which the percentage is further off is not the one that was meant


def _is_not_far(percent: Amount, done: Amount, plan: Amount) -> bool:
    part, whole, stated = single(done), single(plan), single(percent)
    return part is not None and stated is not None and bool(whole and abs(100 * part / whole - stated) < _FAR_OFF)


def _reaches_its_own(text: str, amounts: Sequence[Amount], whole: int) -> bool:
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
_MOST_BESIDE = 5


def _attains(text: str, percent: Amount) -> bool:
    return _ATTAINS.search(text, max(percent.start - 15, 0), percent.start) is not None


def _beside_aims(text: str, amounts: Sequence[Amount], index: int) -> bool:
    """Whether an item before it in the list attains so much of an aim of its own: 'trâu, bò 1.120 liều, đạt 90% diện
    tiêm; chó 862 liều, đạt 86,2%'.
    """
    for beside in reversed(amounts[max(index - _MOST_BESIDE, 0) : index]):
        if _CUT.search(text, beside.end, amounts[index].start):
            return False
        if beside.unit.kind == "rate" and beside.change is None and _attains(text, beside):
            if (single(beside) or 0) > _ALL:
                return True
            return _OF_ITS_OWN.match(text, beside.end) is not None
    return False


def _total_after(text: str, amounts: Sequence[Amount], index: int) -> int | None:
    """The whole that follows a percentage as a total: '1.245 hộ, bằng 83% tổng số 1.500 hộ'."""
    part, after = amounts[index - 1], index + 1
    if after >= len(amounts) or part.change is not None or not same_unit(part, amounts[after]):
        return None
    if not _OF_TOTAL.fullmatch(text[amounts[index].end : amounts[after].start]):
        return None
    value, whole = single(part), single(amounts[after])
    return after if value is not None and whole is not None and value <= whole else None


_COUNTED_KINDS = frozenset(("person", "household", "body", "place", "event", "document"))  # 'bao' of 'bao phủ' is none


def _is_rate_of_others(between: str, share: Amount) -> bool:
    """'Sinh hoạt 12/12 kỳ, tỷ lệ đảng viên dự 96%': the rate names something else than the share counts."""
    named = _RATE_OF.search(between)
    matched = match_unit(re.findall(r"\w+", named.group(1))[:4]) if named else None
    counts = matched is not None and matched[0].kind in _COUNTED_KINDS
    return counts and matched is not None and bool(share.unit.base) and matched[0].base != share.unit.base


def _named_base(after: str) -> tuple[str | None, bool]:
    """The unit of the base that the words after a percentage name ('dân số' are people), and whether it is a total."""
    opened = _BASE.match(after)
    if opened is None or not after.strip() or after.lstrip()[0] in ",.;)(":
        return None, False
    rest = after[opened.end() :]
    if after.strip().startswith("dân số") or rest.startswith("dân số"):
        return "người", True
    matched = match_unit(re.findall(r"\w+", rest)[:4])
    return (matched[0].base if matched else ""), opened.group("total") is not None


def _nearest(amounts: Sequence[Amount], index: int, base: str | None) -> int | None:
    """The part that a percentage speaks of: the amount before it, or the nearest one of the base that is named."""
    for earlier in range(index - 1, max(index - 4, -1), -1):
        unit = amounts[earlier].unit
        if unit.kind in ("rate", "rank", "points", "duration", "age", "score") or amounts[earlier].change is not None:
            return None
        if base is None or unit.base == base or (are_people(base) and are_people(unit.base)):
            return earlier if single(amounts[earlier]) is not None else None
    return None


_OWN_RATE = re.compile(
    r"[^.;,()\d\n]{0,40}(?:,|\s?\()?\s?(?:(?:chiếm|bằng|tỷ lệ|tỉ lệ|tương ứng|tương đương)\s(?:với\s)?)+"
)


def _has_its_own_rate(text: str, amounts: Sequence[Amount], index: int) -> bool:
    """Whether an amount is told as a part itself: 'toàn tỉnh còn 960 hộ nghèo, chiếm 3,14%; hộ cận nghèo 690 hộ, ...'
    are both parts of all households.
    """
    rate = amounts[index + 1] if index + 1 < len(amounts) else None
    if rate is None or rate.unit.kind != "rate" or rate.change is not None or (single(rate) or _ALL) >= _ALL:
        return False
    return _OWN_RATE.fullmatch(text, amounts[index].end, rate.start) is not None


def _whole(text: str, amounts: Sequence[Amount], part: int, *, named: bool, total: bool) -> int | None:
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
        between = text[amounts[earlier].end : amounts[part].start]
        if len(_CUT.findall(between)) > 1:
            return None
        if _has_its_own_rate(text, amounts, earlier) and not LISTS.search(between):
            continue
        before = text[max(0, amounts[earlier].start - 60) : amounts[earlier].start].rsplit("\n", 1)[-1]
        is_total = _TOTAL_BEFORE.search(before) is not None
        if is_total or (LISTS.search(between) and (named or not total)):
            return earlier
        if _heads_the_list(text, amounts, earlier, part):
            return earlier
        dealt_with = _DEALT_WITH.search(between) and not _CUT.search(between)
        if earlier == part - 1 and (dealt_with or _COLON.fullmatch(between)):
            return earlier
        if earlier == part - 1 and _STANDS.search(before) and _SOME_OF.fullmatch(between):
            return earlier
        if earlier == part - 1 and _OFFERED.search(before) and _OF_THOSE.fullmatch(between):
            return earlier
    return None


def _heads_the_list(text: str, amounts: Sequence[Amount], whole: int, part: int) -> bool:
    """Whether ``whole`` heads the list that ``part`` is an item of: '20 chi bộ: xuất sắc 4 (20%), tốt 15 (75%)'."""
    if whole + 1 >= len(amounts) or not _COLON.match(text, amounts[whole].end, amounts[whole + 1].start):
        return False
    items = amounts[whole + 1 : part + 1]
    return all(item.unit.kind == "rate" or same_unit(item, amounts[whole]) for item in items) and not _CUT.search(
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


def _change(text: str, amounts: Sequence[Amount], index: int) -> AmountLink | None:
    """'57 mô hình, tăng 12 mô hình so với năm trước (45 mô hình)', 'từ 40 lên 57 mô hình, tăng 17'."""
    change = amounts[index]
    now = index - 1
    if (explained := _explained(text, amounts, index)) is not None:
        return explained
    if now < 0 or amounts[now].change is not None or _CUT.search(text[amounts[now].end : change.start]):
        return None
    if change.unit.kind != "rate" and not same_unit(amounts[now], change):
        return _change_past_others(text, amounts, index)
    if "/" in change.unit.text or _ON_AVERAGE.search(text[amounts[now].end : change.start]):
        return None  # '2,15%/năm' is a mean of several changes
    if now > 0 and same_unit(amounts[now - 1], amounts[now]):
        joint = text[amounts[now - 1].end : amounts[now].start]
        if _BASE_THEN_CHANGE.fullmatch(joint) and amounts[now - 1].change is None:
            return AmountLink("change", index, (now - 1, now))
        if _FROM_TO.fullmatch(joint) or _of_two_times(text, amounts, now, joint):
            return AmountLink("change", index, (now, now - 1))
    if index + 1 < len(amounts) and same_unit(amounts[index + 1], amounts[now]) and amounts[index + 1].change is None:
        joint = text[change.end : amounts[index + 1].start]
        told = _COMPARED.search(joint) and not _GOES_ON.search(joint) and not LISTS.search(joint)
        outside = _outside(text, amounts, now, change) if told and not _NOT_BEFORE.search(joint) else None
        return None if outside is None else AmountLink("change", index, (outside, index + 1))
    return None


_NOT_BEFORE = re.compile(r"lần lượt|(?<!\w)gấp(?!\w)")  # several values in turn; 'gấp 1,4 lần' is none


def _outside(text: str, amounts: Sequence[Amount], now: int, change: Amount) -> int | None:
    """The value that changed: not what stands in brackets before it ('12,8 tỷ, bằng 107% dự toán (12 tỷ), tăng 8%')."""
    closing = text.find(")", amounts[now].end, change.start)
    if closing < 0 or "(" in text[amounts[now].end : closing]:
        return now
    opening = text.rfind("(", max(amounts[now].start - _FAR, 0), amounts[now].start)
    for earlier in range(now - 1, max(now - 4, -1), -1):
        if amounts[earlier].end <= opening and same_unit(amounts[earlier], amounts[now]):
            ends = amounts[earlier].change is not None or _CUT.search(text, amounts[earlier].end, change.start)
            return None if ends else earlier
    return None


def _of_two_times(text: str, amounts: Sequence[Amount], now: int, joint: str) -> bool:
    """'Năm 2021 có 120 hộ, đến năm 2025 còn 45 hộ': each of the two amounts stands with its time, in one sentence."""
    if len(joint) > _FAR or _CUT.search(joint) or not _NOW.search(joint) or LISTS.search(joint):
        return False
    before = amounts[now - 1]
    start = max(amounts[now - 2].end if now > 1 else 0, before.start - _FAR)
    said = _CUT.split(text[start : before.start])[-1]
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
    if before.change is not None or not _COMPARED.search(joint) or ASIDE_ENDS.search(joint):
        return None
    for now in range(index - 2, max(index - 4, -1), -1):
        between = text[amounts[now].end : change.start]
        if ";" in between or _CUT.search(between):
            return None
        if same_unit(amounts[now], change):
            return AmountLink("change", index, (now, index + 1)) if amounts[now].change is None else None
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


def renumbered(links: Iterable[AmountLink], first: int) -> Iterator[AmountLink]:
    """The same ties, for amounts that are counted from ``first``."""
    for link in links:
        yield AmountLink(link.kind, link.of + first, tuple(index + first for index in link.by), link.exhaustive)
