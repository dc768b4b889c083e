"""Shares of a number that stands in the sentence before (tỷ lệ của nhóm trong số đã nêu): 'Toàn tỉnh có 1.308 hội viên.
... Trong đó nữ 59% (680 hội viên)'.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, before, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.same_matter import keys_of, lead_of, told_before
from tongket.checking.evidence.told import is_people, is_plain
from tongket.checking.rates.excused_rates import has_siblings, is_borne_out
from tongket.checking.rates.tied_rates import OF_A_PLAN, Told, is_rate_of, terms_near, tied_rates
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report

_IN_BRACKETS = re.compile(
    r"(?:\slà\s[^.,;:()\d\n]{2,25}|\s[^.,;:()\d\n]{2,25})?\s?\((?:tương (?:ứng|đương)(?: với)?\s|là\s|với\s)?"
)
_COMPARED = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|so với|cùng kỳ|kế hoạch|chỉ tiêu|dự toán|[Nn]ăm (?:trước|ngoái)|lãi suất|bình quân|mới"
    r"|thêm|[Kk]ết nạp|phấn đấu|đúng hạn|trả|giải quyết|(?:cao|thấp|nhiều|ít|lớn|nhỏ|đông) nhất)(?!\w)"
)
_ENDS = re.compile(r"\s?(?:[.;,)](?!\d)|\n|$|tổng số(?!\w)|số (?!lượng)|và(?!\w))")
_POINTS = re.compile(r"(?<!\w)(?:[Tt]rong (?:tổng )?số(?: đó| này| trên)?|[Tt]rong đó|[Ss]ố này)(?!\w)")
_THERE_ARE = re.compile(
    r"(?:(?<!\w)(?:[Cc]ó|là|gồm|với|[Tt]ổng số(?: [^\W\d_]+){0,5}|[Dd]ân số(?: toàn [^\W\d_]+)?)|:)\s$"
)
_GROUPS = keys_of(
    "có nữ nam giới tính về dân tộc thiểu số người tôn giáo theo đạo đảng viên đoàn viên trẻ dưới trên tuổi cán bộ"
    " đồng chí vị đại biểu trình độ đại học cao đẳng trung cấp chuyên môn trong đó là chiếm tỷ lệ cơ cấu thành phần số"
)
_ATTAINED = re.compile(r"(?<!\w)đạt\s$")  # of those of its kind: 'trường tiểu học đạt chuẩn 31 trường, đạt 86%'
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")  # of what is stated, beyond which a share is of something else
_MOST_ENDS = 2  # sentences that may end between a share and its whole


def check_shares_apart(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a share is not that of its group in the only number that may be its whole: what
    'trong đó' points back to, what the name of the group repeats, the people of whom it names the women.

    Not flagged: shares that any two numbers near them make, or that are of one whole with those beside them; groups of
    those for whom something was done.
    """
    for rate, part in (*tied_rates(report), *_before_their_groups(report)):
        if is_hedged(rate) or rate.target or OF_A_PLAN.match(report.text, rate.end):
            continue
        told = Told(rate, part, tuple(terms_near(report, rate, part)))
        if not told.wholes or any(is_rate_of(told, of) for _, of in told.wholes) or has_siblings(report, told):
            continue
        whole = _whole_of(report, told)
        if whole is None:
            continue
        stated, true = single(rate.value) or Decimal(0), 100 * amount(part) / amount(whole)
        likely = stated * _LEAST <= true <= stated * _MOST or is_pen_slip(stated, true, rate.decimals)
        if likely and not is_borne_out(report, rate):
            yield rate_mismatch(told.rate, told.part, whole, amount(whole))


def _start(one: Figure) -> int:
    return one.start


def _before_their_groups(report: Report) -> Iterator[tuple[Figure, Figure]]:
    """Percentages with the number of their group in brackets behind them: 'nữ 52% (680 hội viên)'."""
    text = report.text
    for rate, part in pairwise(prose_of(report)):
        if rate.unit != "%" or rate.change or single(rate.value) is None or not is_plain(part) or part.target:
            continue
        if _IN_BRACKETS.fullmatch(text, rate.end, part.start) and text.startswith(")", part.end) and amount(part):
            yield rate, part


def _whole_of(report: Report, told: Told) -> Figure | None:
    """The only number that a group may be of, in the fewest sentences before it that hold one; None where the words do
    not say that it is.
    """
    text, first = report.text, min(told.rate, told.part, key=_start)
    low, high = lead_of(report, first)
    if _COMPARED.search(text, low, high) or not _ENDS.match(text, max(told.rate.end, told.part.end)):
        return None
    of = [one for one, _ in told.wholes if is_plain(one) and not isinstance(one.value, Share) and not one.target]
    of = [one for one in of if one.end <= first.start and amount(one) >= amount(told.part)]
    for ends in range(_MOST_ENDS + 1):
        near = [one for one in told_before(report, first, ends) if one in of]
        if near:
            break
    else:
        return None
    whole = near[-1]
    if len({amount(one) for one in near}) != 1 or not _THERE_ARE.search(text, *lead_of(report, whole)):
        return None
    return whole if _is_group_of(report, told, whole, first) else None


def _is_group_of(report: Report, told: Told, whole: Figure, first: Figure) -> bool:
    """Whether the words of a group say that it is of a whole: they point back, repeat its name, or are those of a group
    of people right behind it.
    """
    low, high = lead_of(report, first)
    if ";" in report.text[whole.end : low]:
        return False
    last = before(report, first, 1, high - whole.start + 1)
    beside = bool(last) and last[-1] is whole
    if beside and _POINTS.search(report.text, low, high):
        return True
    said = keys_of(report.text[low:high])
    attained = _ATTAINED.search(report.text, max(told.rate.start - 20, 0), told.rate.start) is not None
    if keys_of(whole.base_unit) <= said and not _POINTS.search(report.text, low, high) and not attained:
        return True
    names = said | keys_of(told.part.base_unit)
    return beside and is_people(whole) and bool(said or told.part.base_unit) and names <= _GROUPS
