"""A number and the share that tells it again (số nêu trước và phân số nêu lại): 'kết nạp 15 đảng viên, đạt 125% kế
hoạch (15/12 đảng viên)'.

A case of ``body-appendix-mismatch``, whose page stands with the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import amount, chance_of, counts_alike, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import fits, half_last_digit
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_RATED = re.compile(r"(?: [^\W\d_]+){0,8},? (?:đạt|bằng|chiếm)(?: tỷ lệ| tỉ lệ)? ")
_SHARED = re.compile(
    r"(?:,? (?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|tổng số)(?: [^\W\d_]+){0,6})? \((?:đạt |là )?"
)
_DEALT_WITH = re.compile(
    r"(?: [^\W\d_]+){0,4}[,;] (?:đến nay )?(?:đã |được )?"
    r"(?:giải quyết|xử lý|trả lời|hoàn thành|thi hành|khám phá|xét xử)(?: xong| được)? "
)
_OF_SOME = re.compile(r"(?: [^\W\d_]+){0,3}? (?:thuộc thẩm quyền|đủ điều kiện|(?:đến|còn|trong|quá) hạn)(?!\w)")
_SURE = 0.3  # chance that a slip is none: the words say that both are one
_HUNDRED = 100


def check_shares_told_again(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a share in brackets, of which its percentage is right, tells a number anew
    as another one; or where so many are dealt with of another number than was told right before.

    Not flagged: shares of other units; wholes that are no slip of the number before them, for some of these may not
    have been for them to deal with.
    """
    figures, text = prose_of(report), report.text
    for one, rate, share in zip(figures, figures[1:], figures[2:], strict=False):
        joined = _RATED.fullmatch(text, one.end, rate.start) and _SHARED.fullmatch(text, rate.end, share.start)
        if joined and rate.unit == "%" and not rate.change and _is_told_again(one, share) and _is_rate_of(rate, share):
            yield told_otherwise(text, Span(one.start, one.end), Span(share.start, share.end))
    for one, share in pairwise(figures):
        if not _is_told_again(one, share) or not isinstance(share.value, Share):
            continue
        slip = is_pen_slip(amount(one), share.value.whole) and chance_of(amount(one), 1) <= _SURE
        if slip and not _OF_SOME.match(text, share.end) and _DEALT_WITH.fullmatch(text, one.end, share.start):
            yield told_otherwise(text, Span(one.start, one.end), Span(share.start, share.end))


def _is_told_again(one: Figure, share: Figure) -> bool:
    """Whether a plain number is of the unit of a share, and neither of its terms."""
    if not isinstance(share.value, Share) or share.qualifier or not is_plain(one) or one.target or not one.unit:
        return False
    alike = not share.unit or (counts_alike(one, share) and one.base_value == one.value)
    return alike and one.value not in (share.value.part, share.value.whole)


def _is_rate_of(rate: Figure, share: Figure) -> bool:
    """Whether a percentage is that of a share."""
    value = share.value
    if not isinstance(value, Share) or not value.whole or rate.qualifier:
        return False
    return fits(rate, _HUNDRED * value.part / value.whole, half_last_digit(rate.decimals))


CHECKS = (check_shares_told_again,)
