"""Percentages that name the total that they are of (tỷ lệ trên tổng số đã nêu ở câu trước): 'Cơ quan có 48 người. ...
Chi bộ có 27 đảng viên, chiếm 53,6% tổng số cán bộ, nhân viên'.

Unlike those of ``rates_near`` part and whole may have other units, and sentences without any of both may stand between.
Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, before, counts_alike, is_pen_slip
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.same_matter import lead_of
from tongket.checking.evidence.told import is_measured, is_off_by_zeros, is_people, is_plain
from tongket.checking.rates.excused_rates import has_siblings, is_borne_out
from tongket.checking.rates.tied_rates import Told, is_rate_of, terms_near, tied_rates
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report

_TOTAL = re.compile(
    r"\s?(?:so với |trên |trong |của )?(?:(?P<all>tổng (?:số )?)|số )(?P<name>[^\W\d_]+(?:,? [^\W\d_]+){0,7}?)"
    r"(?=\s?(?:[.;:)(\n]|$|,(?! (?:công chức|viên chức|nhân viên|giáo viên|người lao động|phản ánh|đảng viên"
    r"|lao động))|"
    r"(?:của|toàn|trên địa bàn|trong|đã|được|hiện có|cả|tại)(?!\w)))"
)
_THERE_ARE = re.compile(
    r"(?:(?<!\w)(?:(?:hiện )?có|là|được|cho|lấy|đạt|tổng số|tổng(?: số)?[^.;,\d\n]{0,60}|kiểm tra"
    r"|xét nghiệm|khám|lấy mẫu)|:)\s$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!\w)(?:[Tt]rong đó|[Rr]iêng|[Nn]ăm trước|[Cc]ùng kỳ|[Đđ]ầu (?:năm|kỳ)|[Kk]ế hoạch|[Pp]hấn đấu|tăng|giảm|mỗi"
    r"|bình quân|còn lại|mới|thêm|nữ|kết nạp)(?!\w)"
)
_NEAR, _FAR = 30, 1500  # numbers and letters before a percentage in which its total stands
_LEAST, _MOST = Decimal("0.5"), Decimal(2)  # of what is stated, beyond which a percentage is of something else


def check_rates_of_totals(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage is not that of the one total before it that has the name behind it.

    Not flagged: totals told with two numbers; percentages that any two numbers near them make; what is far from both
    and no slip of the pen.
    """
    for rate, part in tied_rates(report):
        named = _TOTAL.match(report.text, rate.end)
        if named is None or is_hedged(rate) or rate.target:
            continue
        told = Told(rate, part, tuple(terms_near(report, rate, part)))
        if any(is_rate_of(told, of) for _, of in told.wholes) or has_siblings(report, told):
            continue
        whole = _whole_of(report, told, named["name"])
        if whole is None or is_rate_of(told, amount(whole)) or is_borne_out(report, rate):
            continue
        stated, true = single(rate.value) or Decimal(0), 100 * amount(part) / amount(whole)
        near = stated * _LEAST <= true <= stated * _MOST
        if near or is_pen_slip(stated, true, rate.decimals) or is_off_by_zeros(stated, true):
            yield rate_mismatch(rate, part, whole, amount(whole))


def _whole_of(report: Report, told: Told, name: str) -> Figure | None:
    """The one number before a part that is told as the total of that name; None where there are two."""
    held = [
        one
        for one in before(report, told.part, _NEAR, _FAR)
        if is_plain(one) and not one.target and not isinstance(one.value, Share) and amount(one) >= amount(told.part)
        if not is_measured(one) or one.base_unit == told.part.base_unit
        if _bears(report, one, name) and _may_be_of(told.part, one, name)
    ]
    return held[-1] if len({amount(one) for one in held}) == 1 else None


def _bears(report: Report, one: Figure, name: str) -> bool:
    """Whether a number is told as how many there are of a name: by its unit, or by the words before it."""
    low, high = lead_of(report, one)
    lead = report.text[low:high]
    if _OTHER.search(lead) or not _THERE_ARE.search(lead):
        return False
    unit = one.unit.lower().removeprefix("lượt ")
    if unit and unit == name.lower():
        return True  # not 'số cơ sở kinh doanh' of any 'cơ sở'
    at = lead.lower().rfind(name.lower())
    telling = len(name.split()) > 1 or name.isupper()
    return at >= 0 and telling and _GOES_ON.fullmatch(lead, at + len(name)) is not None


_GOES_ON = re.compile(
    r"\W*(?:(?<=\s)(?:toàn|của|là|đạt|hiện|có|đến|tại|trên địa bàn|năm|trong|được|ước|cuối)(?!\w)[^.;\n]{0,60})?:?\s?"
)


def _may_be_of(part: Figure, whole: Figure, name: str) -> bool:
    """Whether a part may be of a whole that has its name behind it: of its unit, both people, cases of any."""
    if counts_alike(part, whole) or (is_people(part) and is_people(whole)):
        return True
    return part.base_unit in ("trường hợp", "ca") and name.lower().startswith(whole.unit.removeprefix("lượt "))


CHECKS = (check_rates_of_totals,)
