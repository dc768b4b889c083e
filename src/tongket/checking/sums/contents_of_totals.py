"""Lists that say by what they divide, whose total stands some sentences before (phân loại một số đã nêu ở đoạn trên):
'tiếp 186 lượt người, tăng 12 lượt so với cùng kỳ ... Nội dung phản ánh: đất đai 112 lượt, chính sách 38 lượt, khác 46
lượt'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, before, behind, chance_of_sum, terms_of
from tongket.checking.evidence.numbers import rounding
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.told import is_people, is_plain
from tongket.checking.sums.listed_items import Listed, lists_of
from tongket.checking.sums.parts_told import picks_out
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.divisions import overlaps

_LABEL = re.compile(
    r"(?:^|[.;]\s|\n|[-+*•–]\s?)(?:\d{1,2}[.)]\s)?(?:[Vv]ề )?(?:[Nn]ội dung|[Cc]ơ cấu|[Pp]hân (?:theo|loại|bổ|ra)"
    r"|[Xx]ếp loại|[Tt]heo|[Tt]rình độ|[Đđ]ộ tuổi|[Tt]ính chất|[Nn]guồn vốn|[Ll]oại hình|[Ll]ĩnh vực"
    r"|[Kk]ết quả (?:xếp loại|phân loại|đánh giá)|[Hh]ình thức|[Đđ]ối tượng|[Tt]hành phần|[Nn]guyên nhân)"
    r"(?!\w)[^.;:()\d\n]{0,60}$"
)
_ASIDE = re.compile(
    r"(?<!\w)(?:[Tt]rong đó|[Rr]iêng|năm trước|cùng kỳ|kế hoạch|dự toán|[Đđ]ầu (?:năm|kỳ)|tăng|giảm|mỗi|bình quân|mới"
    r"|chủ yếu|thêm)(?!\w)[^.;]{0,40}$"
)
_SUMMED = re.compile(r"(?<!\w)[Tt]ổng (?:số|cộng)?[^.;\d\n]{0,50}$")
_NEAR, _FAR, _BACK = 24, 1500, 100  # numbers and letters before a list in which its total stands, and of its label
_LEAST, _TELLING = 3, 20
_SURE = 0.3  # chance that a slip is none


def check_contents_of_totals(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a list that a label says to divide makes, but for a slip of the pen, a total of its
    unit that stands before, whatever stands between.

    Not flagged: lists that make any number near them, or pick some out; labels of what several may be; totals that
    are parts, plans or of another time.
    """
    for listed in lists_of(report):
        if not listed.opens_with_colon or not _is_labelled(report.text, listed.start):
            continue
        parts = tuple(item.figure for item in listed.items)
        if len(parts) < _LEAST or listed.beyond or picks_out(listed):
            continue
        unit = next((one.unit for one in parts if one.unit), "")
        alike = unit and all(one.unit in ("", unit) for one in parts)
        shared = (is_people(parts[0]) or unit.startswith("hộ")) and overlaps([one.label for one in listed.items])
        if alike and not shared:
            yield from _check(report, listed, parts, unit)


def _is_labelled(text: str, at: int) -> bool:
    """Whether the words before a colon say by what a list divides."""
    return _LABEL.search(text[line_start(text, at, _BACK) : at]) is not None


def _check(report: Report, listed: Listed, parts: Sequence[Figure], unit: str) -> Iterator[Finding]:
    near = before(report, parts[0], _NEAR, _FAR)
    added = sum(map(amount, parts), Decimal(0))
    known = {value for one in (*near, *behind(report, parts[-1], _LEAST, _BACK)) for value in terms_of(one)}
    room = sum((rounding(one.value, one.base_value) for one in parts), Decimal(0))
    if any(abs(added - value) <= room for value in known):
        return
    largest = max(map(amount, parts))
    of_unit = [one for one in near if f"{one.unit} ".startswith(f"{unit} ")]  # 'lượt người', 'lượt'
    wholes = [one for one in of_unit if amount(one) > largest and _is_total(report.text, one)]
    wholes = [one for one in wholes if _SUMMED.search(report.text, max(one.start - 60, 0), one.start)] or wholes
    told = {amount(one) for one in wholes}
    for one in reversed(wholes):
        if amount(one) >= _TELLING and chance_of_sum(one, amount(one), parts) * len(told) <= _SURE:
            yield sum_mismatch(one, amount(one), parts, added)
            return


def _is_total(text: str, one: Figure) -> bool:
    plain = is_plain(one) and not one.target and not isinstance(one.value, Share)
    return plain and _ASIDE.search(text, max(one.start - 60, 0), one.start) is None


CHECKS = (check_contents_of_totals,)
