"""Percentages whose part and whole their sentences show plainly (tỷ lệ có phần và tổng nêu rõ), wherever the whole
stands: 'đã cấp 563 thẻ/tổng số 800 thẻ, đạt 80,4%', 'xã có 58 thôn. ... Đã công nhận 26 thôn, đạt 54%', 'nữ chiếm 61,7%
(1.181 người)', 'đạt 85% so với chỉ tiêu Nghị quyết đề ra là 117 đảng viên'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic. The words tie a percentage to its part; its whole
is the number before them that counts the same and is neither a part with a percentage of its own, a change, nor what
there was at another time. One of the three must be a slip of the pen of what the others make: what is far from it is of
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.borne_out import is_rate_of_its_list
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    counts_alike,
    digits_of,
    ends_between,
    is_pen_slip,
    prose_of,
)
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, single
from tongket.checking.evidence.same_matter import keys_of, lead_of
from tongket.checking.evidence.slips_between import is_slip_between, is_slip_in_rate
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_compared_likewise, is_people, is_plain
from tongket.checking.rates.excused_rates import has_siblings, is_borne_out
from tongket.checking.rates.tied_rates import OF_A_PLAN, PARTS, Told, is_beside_in_a_list, is_rate_of, terms_near
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_ALL = 100
_NEAR, _FAR = 10, 600  # numbers and letters before a part in which its whole stands
_MOST_ENDS = 2  # sentences that end between them
_PAST = 4  # numbers in asides between a part and its percentage
_RATE_WORD = (
    r"(?:(?:mới |chỉ |đã |cũng )*(?:chiếm|đạt|bằng|tương ứng|tương đương|="
    r"|[Tt][ỷỉ] (?:lệ|trọng)(?P<name>(?: [^\W\d_]+){0,9}?)))"
    r"(?: (?:với|đạt|là|chiếm|tỷ lệ|tỉ lệ))*:? ?"
)
_TIE = re.compile(rf"(?P<said>[^.;()\d\n]{{0,90}}?)(?:[,;] ?| ?\(| |\. (?=T[ỷỉ] lệ ))(?:{_RATE_WORD}|(?<=\())")
_ASIDE = re.compile(
    r" ?\([^()\n]{1,80}\)"
    r"|(?:dưới|trên|từ|đủ) \d{1,3}(?: ?(?:đến(?: dưới)?|[-–]) ?\d{1,3})? tuổi(?: trở lên)?"
    r"|,? (?:tăng|giảm) [\d.,]*\d ?%?(?: [^\W\d_]+){0,4} so với [^,;.()\d]{1,40}(?: (?:năm )?\d{4})?(?=,| và )"
)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:vượt|tăng|giảm|hơn|kém|lãi suất|tốc độ|che phủ|cùng kỳ|năm trước|so với|bình quân|mỗi|còn lại"
    r"|lần lượt)(?!\w)"
)
_ENDS = re.compile(r" ?(?:[.,;)](?!\d)|\n|$|và(?!\w)|trên tổng số(?= ?[,.;)]|$)|tổng số(?= ?[,.;)]|$))")


def check_clear_rates(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage is not that of its part in its whole, both told plainly, and one of
    the three is a slip of the pen.

    Not flagged: percentages that any two numbers near them make; changes; what is of another time or hedged.
    """
    for told in (*_clear_rates(report), *_rates_of_those(report)):
        (whole, of), part = told.wholes[0], told.part
        if of <= 0 or _is_right(told, whole, of):
            continue
        if not is_slip_in_rate(told.rate, part, whole, of) and not _is_said(report, told, whole, of):
            continue
        if _is_of_its_own(report, told, of) or is_beside_in_a_list(report, part, whole):
            continue
        if is_rate_of_its_list(report, Span(told.rate.start, told.rate.end)):
            continue
        beside = has_siblings(report, told) and not _is_whole_of_others(report, told, of)
        if (beside and not _is_whole_slipped(told, whole)) or is_borne_out(report, told.rate):
            continue
        found = rate_mismatch(told.rate, part, whole, of)
        if beside:  # those beside it are of the same other whole
            found = replace(found, place=Span(whole.start, whole.end), related=(Span(part.start, told.rate.end),))
        yield found


def _is_whole_of_others(report: Report, told: Told, of: Decimal) -> bool:
    """Whether a percentage beside one is right of the whole."""
    beside = [*before(report, told.part, _NEXT_TO, _FAR), *behind(report, told.rate, _NEXT_TO, _FAR)]
    pairs = [*pairwise(beside), *pairwise(reversed(beside))]
    return any(
        rate.unit == "%" != part.unit and counts_alike(part, told.part) and is_rate_of(Told(rate, part, ()), of)
        for part, rate in pairs
        if amount(part) != of
    )


_NEXT_TO = 6  # numbers to either side


def _is_whole_slipped(told: Told, whole: Figure) -> bool:
    """Whether the whole is a slip of the pen of the one that the percentage tells of its part."""
    stated, room = single(told.rate.value) or Decimal(0), half_last_digit(told.rate.decimals)
    hundred = _ALL * amount(told.part)
    telling = digits_of(stated) >= _TELLING
    return telling and is_slip_between(whole, hundred / (stated + room), hundred / max(stated - room, room / 10))


def _is_of_its_own(report: Report, told: Told, of: Decimal) -> bool:
    """Whether a percentage is of a number that is not told, or of several: all of those that it may be, more than all
    of a plan, what came with what was left from before.
    """
    stated, true = single(told.rate.value) or Decimal(0), _ALL * amount(told.part) / of
    planned = told.wholes[0][0].target or told.wholes[0][0].start > told.rate.start
    if stated >= _ALL > true and not planned and not (stated > _ALL and is_pen_slip(stated, true, told.rate.decimals)):
        return True
    return any(is_rate_of(told, value) for _, value in terms_near(report, told.rate, told.part))


_WORDS = r"[^.;,()\d\n/]"
_TOTAL = r"(?:số|đàn|diện tích|vốn|kinh phí|dư nợ)"
_OUT_OF = rf"(?:, )?{_WORDS}{{0,60}} (?:trên|trong)(?: tổng)? {_TOTAL}{_WORDS}{{0,20}}"
_OF_WHICH = (
    rf"{_WORDS}{{0,30}}[,;] (?:đến nay|hiện nay|hiện|nay|trong đó|đã)(?:,| đã| có| mới)*(?: số {_WORDS}{{2,40}})? "
)
_PART_AND_WHOLE = re.compile(rf"{_OUT_OF}|{_OF_WHICH}")
_OTHER = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|phấn đấu|mỗi)(?!\w)")
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")  # of what is stated, beyond which a percentage is of something else


def _is_said(report: Report, told: Told, whole: Figure, of: Decimal) -> bool:
    """Whether the words between a part and its whole say what they are, so that neither need be a slip of the pen."""
    one, other = sorted((told.part, whole), key=attrgetter("start"))
    stated, true = single(told.rate.value) or Decimal(0), _ALL * amount(told.part) / of
    if not stated * _LEAST <= true <= stated * _MOST or true > _ALL or OF_A_PLAN.match(report.text, told.rate.end):
        return False
    said = report.text[one.end : told.rate.start]
    if one is other or told.rate.start < other.end or _OTHER.search(said) or _OF_OTHERS.search(said):
        return False
    return _PART_AND_WHOLE.fullmatch(report.text, one.end, other.start) is not None


def _is_right(told: Told, whole: Figure, of: Decimal) -> bool:
    true = _ALL * amount(told.part) / of
    room = rounding(told.part.value, told.part.base_value) + rounding(whole.value, whole.base_value) * true / _ALL
    return fits(told.rate, true, 2 * half_last_digit(told.rate.decimals) + _ALL * room / of)


def _clear_rates(report: Report) -> Iterator[Told]:
    """Percentages with their part and the one number that is its whole."""
    figures, parts = prose_of(report), _parts(report)
    tied = set(parts.values())
    for index, part in parts.items():
        rate = figures[index]
        if isinstance(figures[part].value, Share):
            yield from _of_share(report, rate, figures[part])
            continue
        plan = _plan_behind(report.text, figures, index, part) or _plan_inside(report.text, figures, index, part)
        if plan is not None:
            yield Told(rate, figures[part], ((plan, amount(plan)),))
        if part < index and not _ENDS.match(report.text, rate.end):
            continue
        over = _over(report.text, figures, part) if part < index else None
        if over is not None:
            yield Told(rate, figures[over], ((figures[part], amount(figures[part])),))
            continue
        whole = _whole_of(report, figures, index, part, tied)
        if whole is not None:
            yield Told(rate, figures[part], ((whole, amount(whole)),))


@of_last_report
def _parts(report: Report) -> dict[int, int]:
    """The percentages of a report with the number that the words tie each to, by their places in its prose."""
    figures = prose_of(report)
    found = {}
    for index, rate in enumerate(figures):
        if rate.unit != "%" or rate.change or rate.target or is_hedged(rate) or not single(rate.value):
            continue
        if is_compared_likewise(report.text, rate):
            continue
        part = _part_in_brackets(report.text, figures, index)
        part = _part_before(report.text, figures, index) if part is None else part
        if part is not None and amount(figures[part]) > 0:
            found[index] = part
    return found


_IS = re.compile(r" (?:là|bằng|tương ứng(?: với)?|tương đương(?: với)?|ứng với|tức(?: là)?) ")
_OPENS = re.compile(r",? ?\((?:(?:tương ứng|tức|với|là|gồm)(?: là)? )?")
_SHARE_TOLD = re.compile(r"(?:(?<!\w)(?:chiếm|đạt|bằng|có|(?:tỷ|tỉ) lệ)(?: (?:tỷ lệ|tỉ lệ|là))*|[^\W\d_]) ?$")


def _part_in_brackets(text: str, figures: Sequence[Figure], index: int) -> int | None:
    """The part that its percentage is said to be: 'nữ chiếm 61,7% (1.181 người)', 'để lại 35% là 635,4 triệu đồng'."""
    if index + 1 >= len(figures):
        return None
    rate, part = figures[index], figures[index + 1]
    inside = _OPENS.fullmatch(text, rate.end, part.start) and text.startswith(")", part.end)
    stands = inside or (_IS.fullmatch(text, rate.end, part.start) and _ENDS.match(text, part.end))
    if not stands or not (is_plain(part) or _is_share(part)) or part.target:
        return None
    low = figures[index - 1].end if index else 0
    said = text[max(low, rate.start - 60) : rate.start]
    told = _SHARE_TOLD.search(said) is not None and not _OF_OTHERS.search(re.split(r"[.;,\n]", said)[-1])
    return index + 1 if told else None


def _part_before(text: str, figures: Sequence[Figure], index: int) -> int | None:
    """The number before a percentage that words, and asides at most, tie it to."""
    rate = figures[index]
    if not (_ENDS.match(text, rate.end) or OF_A_PLAN.match(text, rate.end)) or _BOUND.search(
        text, max(rate.start - 12, 0), rate.start
    ):
        return None
    for at in range(index - 1, max(index - _PAST, 0) - 1, -1):
        one = figures[at]
        if rate.start - one.end > _LONGEST:
            return None
        joint = text[one.end : rate.start]
        if any(letter.isdigit() for letter in joint):
            joint = _ASIDE.sub("", joint)
        tied = _TIE.fullmatch(joint)
        if tied is None:
            continue
        plain = (is_plain(one) or _is_share(one)) and one.unit not in _MEASURES
        plain = plain and (not one.target or _over(text, figures, at) is not None)
        said = text[sentence_start(text, one.start) : one.end] + tied["said"]
        own = not (tied["name"] or "").strip() or _names_what_is_told(said, tied["name"])
        others = _OF_OTHERS.search(joint) or _RATED.search(tied["said"])
        return at if plain and own and not others else None
    return None


_RATED = re.compile(r"(?<!\w)(?:tỷ|tỉ) (?:lệ|trọng)(?!\w)")  # 'có 06/12 xã có tỷ lệ tiêm chưa đạt tiến độ (75%)'
_MEASURES = frozenset(("lần", "hạng", "điểm %", "tuổi", "%"))
_BOUND = re.compile(r"(?<!\w)(?:dưới|trên|từ|tối thiểu|ít nhất|tối đa|khoảng)\s$")


def _is_share(one: Figure) -> bool:
    return isinstance(one.value, Share) and not one.change and not is_hedged(one)


_WORD = re.compile(r"[^\W\d_]+")


def _names_what_is_told(said: str, name: str) -> bool:
    """Whether the sentence of a part tells most words that name its percentage: 'đã tiêm ... con, tỷ lệ tiêm đạt'."""
    words = set(_WORD.findall(name.casefold())) - {"số"}
    return 2 * len(words & set(_WORD.findall(said.casefold()))) > len(words)


_MANY, _LONG = 100, 3  # of a term, digits of a percentage: shares that are of a plan count by more than chance


def _of_share(report: Report, rate: Figure, share: Figure) -> Iterator[Told]:
    """A percentage with the share before it that it rates, and that may be one of a plan."""
    if isinstance(share.value, Share) and isinstance(share.base_value, Share) and share.value.whole > 0:
        of = share.base_value.whole
        stated = single(rate.value) or Decimal(0)
        slip = digits_of(stated) >= _LONG and is_pen_slip(stated, _ALL * amount(share) / of, rate.decimals)
        if _ENDS.match(report.text, rate.end) or max(share.value.part, share.value.whole) >= _MANY or slip:
            yield Told(rate, share, ((share, of),))


_OF_THOSE = re.compile(r"\s(?:của|trong|trên)(?: tổng)?(?: số)?(?: các)? ")
_THAT_IS = re.compile(
    r"[^.;,()\d\n]{0,30}(?:\s?\(|, )(?:(?:tức(?: là)?|tương (?:đương|ứng)|bằng|là|gồm)(?: với| là)? )?"
)


def _rates_of_those(report: Report) -> Iterator[Told]:
    """Percentages whose whole stands behind them, and their part behind that: '20% của 620 người (124 người)'; of what
    is taken so, the part is but rounded to a whole one.
    """
    figures = prose_of(report)
    for rate, whole, part in zip(figures, figures[1:], figures[2:], strict=False):
        if rate.unit != "%" or rate.change or is_hedged(rate) or not single(rate.value):
            continue
        if not _OF_THOSE.fullmatch(report.text, rate.end, whole.start):
            continue
        joint = _THAT_IS.fullmatch(report.text, whole.end, part.start)
        said = joint is not None and ("(" in joint[0] or not joint[0].endswith(", "))
        plain = all(is_plain(one) and one.unit and not isinstance(one.value, Share) for one in (whole, part))
        alike = counts_alike(whole, part) or (is_people(whole) and is_people(part))
        taken = (single(rate.value) or Decimal(0)) * amount(whole) / _ALL
        if said and plain and alike and abs(taken - amount(part)) >= 1:
            yield Told(rate, part, ((whole, amount(whole)),))


_TO_ITS_PLAN = re.compile(
    r"(?:, vượt [\d.,]*\d ?%)? ?(?:so (?:với )?|của )?(?:tổng )?(?:kế hoạch|chỉ tiêu|dự toán|KH|DT|mục tiêu"
    r"|nghị quyết)[^.;()\d\n]{0,60}(?:năm \d{4}[^.;()\d\n]{0,20})?\(?[^.;()\d\n]{0,30}",
    re.IGNORECASE,
)


def _plan_behind(text: str, figures: Sequence[Figure], index: int, part: int) -> Figure | None:
    """The plan that the words behind a percentage tell: 'đạt 85% so với chỉ tiêu Nghị quyết đề ra là 117 đảng viên'."""
    rate = figures[index]
    for plan in figures[index + 1 : index + 3]:
        if _TO_ITS_PLAN.fullmatch(text, rate.end, plan.start) and not PARTS.search(text, rate.end, plan.start):
            told = is_plain(plan) and not isinstance(plan.value, Share) and counts_alike(plan, figures[part])
            return plan if told and plan.unit != "%" else None
    return None


_PLAN_IN_BRACKETS = re.compile(r"[^.;()\d\n]{0,40}\([^.();\d\n]{0,25}(?:kế hoạch|KH|chỉ tiêu|dự toán)[^.;()\d\n]{0,25}")


def _plan_inside(text: str, figures: Sequence[Figure], index: int, part: int) -> Figure | None:
    """The plan that opens the brackets behind a part: 'thu 86 triệu đồng (kế hoạch 80 triệu đồng; cùng kỳ 75 triệu
    đồng), đạt 107,5% kế hoạch'.
    """
    done, rate = figures[part], figures[index]
    if index - part < len(("part", "plan")) or not OF_A_PLAN.match(text, rate.end):
        return None
    plan = figures[part + 1]
    told = _PLAN_IN_BRACKETS.fullmatch(text, done.end, plan.start) and isinstance(plan.value, Decimal)
    return plan if told and not plan.change and counts_alike(plan, done) and amount(plan) else None


_LONGEST = 200  # letters between a part and its percentage
_OVER = re.compile(
    r"(?:[^.;()\d\n/]{0,40}/|(?:, )?[^.;,()\d\n/]{0,60} (?<!cấp )(?:trên|trong))"
    rf"(?: ?(?:tổng|kế hoạch|chỉ tiêu|dự toán))?(?: ?{_TOTAL})? ?"
)


def _over(text: str, figures: Sequence[Figure], whole: int) -> int | None:
    """The part before a whole that a stroke or 'trên tổng số' sets beneath it: '563 hồ sơ/tổng số 800 hồ sơ'."""
    if not whole:
        return None
    one, other = figures[whole - 1], figures[whole]
    alike = is_plain(one) and not isinstance(one.value, Share) and counts_alike(one, other)
    return whole - 1 if alike and _OVER.fullmatch(text, one.end, other.start) else None


_THEN = re.compile(
    r"(?<!\w)(?:so với|cùng kỳ|năm (?:trước|ngoái|20\d\d)|kỳ trước|đầu (?:năm|kỳ|nhiệm kỳ))(?!\w)[^.;,]*$"
)
_POINTS = re.compile(
    r"(?<!\w)(?:[Tt]rong (?:tổng )?(?:số )?(?:đó|này)|[Gg]ồm|[Cc]ụ thể|[Kk]ết quả|[Đđ]ã|[Đđ]ến nay)(?!\w)"
)


def _whole_of(report: Report, figures: Sequence[Figure], index: int, part: int, parts: set[int]) -> Figure | None:
    """The number before a part that counts what it counts, past parts with their percentages, changes and other things;
    None where it stands too far off for what the percentage tells.
    """
    text, first = report.text, min(index, part)
    start = figures[first].start
    for at in range(first - 1, max(first - _NEAR, 0) - 1, -1):
        one = figures[at]
        if start - one.end > _FAR:
            return None
        if one.unit == "%" or one.change or at in parts or not counts_alike(one, figures[part]):
            continue
        if _THEN.search(text, max(one.start - 40, 0), one.start):
            continue
        ends = ends_between(report, one.end, start)
        if not is_plain(one) or isinstance(one.value, Share) or len(ends) > _MOST_ENDS:
            return None
        telling = digits_of(single(figures[index].value) or Decimal(0)) >= _TELLING
        led = _POINTS.search(text, ends[-1] if ends else one.end, start) is not None
        return one if not ends or led or telling or _names_group(report, one, figures[first]) else None
    return None


_GROUPS = keys_of("có nữ nam giới tính về dân tộc thiểu số tôn giáo theo đạo đảng viên đoàn viên là chiếm tỷ lệ cơ cấu")


def _names_group(report: Report, whole: Figure, first: Figure) -> bool:
    """Whether the words before a part or its percentage say that it is a group of a whole in another sentence: they
    repeat its name, or name women, members or believers among people.
    """
    if not _THERE_ARE.search(report.text, *lead_of(report, whole)):
        return False
    low, high = lead_of(report, first)
    said = keys_of(report.text[low:high])
    if keys_of(whole.base_unit) <= said and not _COMPARED.search(report.text, low, high):
        return True
    return is_people(whole) and bool(said) and said | keys_of(first.unit) <= _GROUPS


_THERE_ARE = re.compile(r"(?:(?<!\w)(?:[Cc]ó|là|gồm|với|[Tt]ổng số(?: [^\W\d_]+){0,5})|:)\s$")
_COMPARED = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|so với|cùng kỳ|kế hoạch|chỉ tiêu|[Nn]ăm (?:trước|ngoái)|bình quân|mới|thêm|[Kk]ết nạp"
    r"|phấn đấu|đạt|(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông) nhất)(?!\w)"
)
_TELLING = 3  # digits of a percentage that tells its whole alone

CHECKS = (check_clear_rates,)
