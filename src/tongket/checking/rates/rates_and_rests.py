"""What is done with its rate, and what is left of a whole that nobody names (đạt n%, còn lại m): 'cấp được 612 giấy,
đạt 85% kế hoạch, còn 128 giấy chưa cấp'; 612 and 128 are 740, of which 612 are 82.7%.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.mismatches import rate_told
from tongket.checking.evidence.near_numbers import amount, before, counts_alike, digits_of, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import half_last_digit, rounding, shown_as, single
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_REACHED = re.compile(r"[^.;:()\d\n]{0,45}?(?:,\s|\s\(|\s)(?:đã |mới |chỉ )?(?:đạt|bằng|chiếm)?(?:\s?tỷ lệ)?\s?")
_OF_SOME = re.compile(
    r"(?<!\w)(?:(?:đúng|trước|sớm|quá|trễ) (?:thời )?hạn|so với|cùng kỳ|trong đó|vượt|tăng|giảm|trước|bình quân|mỗi"
    r"|lũy kế|năm \d+|quý|cả nước|toàn (?:tỉnh|quốc)|lượt)(?!\w)"
)
_LEFT = re.compile(
    r"\)?(?P<of>[^.;:()\d\n]{0,60}?)\)?[,;]\s(?P<left>(?:[^\W\d_]+\s){0,6}?(?:còn|chưa)(?!\w)(?:\s[^\W\d_]+){0,5}?)\s"
    r"(?:là\s|có\s)?"
)
_REST = re.compile(r"(?<!\w)(?:còn lại|còn phải|còn thiếu|chưa)(?!\w)")
_NOT_DONE = re.compile(r"(?<!\w)(?:chưa|còn phải)(?: được| phải)? (?P<done>[^\W\d_]+(?: [^\W\d_]+)?)")
_BEHIND = re.compile(r"(?:\s[^\W\d_]+){0,2}(?:\s(?:chưa|phải|nữa)(?!\w)[^.;,()\n]{0,20}|(?=\s?(?:[.;,()\n]|$)))")
_ANOTHER = re.compile(r"(?<!\w)(?:nợ|tồn|kéo dài|chuyển|do|vì|để|cần|nghèo|hạn chế|xảy ra|một số)(?!\w)")
_NARROWED = re.compile(r"(?<!\w)(?:có điều kiện|đến hạn|đủ điều kiện|được giới thiệu)(?!\w)")
_FEW = 2  # by which a rest of few may be off
_NEAR, _FAR = 6, 400
_ALL = 100
_TELLING = 3  # digits of a slip that chance hardly makes


def check_rates_and_rests(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where what is done and what is left behind its rate make a whole of which it is another
    percentage.

    Not flagged: rates of another time, or of what was done in time; rests that a number before them leaves, or that
    lack something else than was done; what only 'còn' tells and no slip of the pen explains.
    """
    figures = prose_of(report)
    for (part, rate), (_, rest) in pairwise(pairwise(figures)):
        if rate.unit == "%" and not rate.change and not rate.target and _are_of_one(report.text, part, rate, rest):
            yield from _check(report, part, rate, rest)


def _are_of_one(text: str, part: Figure, rate: Figure, rest: Figure) -> bool:
    """Whether the words tell a number with its rate and what is left behind it."""
    if not all(is_plain(one) and one.unit and "/" not in one.unit for one in (part, rest)) or rate.qualifier:
        return False
    if rest.start - part.end > _FAR or not counts_alike(part, rest) or rest.target:
        return False
    reached, left = _REACHED.fullmatch(text, part.end, rate.start), _LEFT.fullmatch(text, rate.end, rest.start)
    if reached is None or left is None or _OF_SOME.search(text, part.end, rest.start):
        return False
    return not _ANOTHER.search(left["left"]) and not _NARROWED.search(left["of"])


def _check(report: Report, part: Figure, rate: Figure, rest: Figure) -> Iterator[Finding]:
    value, whole = single(rate.value), amount(part) + amount(rest)
    if value is None or not 0 < value < _ALL or not amount(part) or not amount(rest):
        return
    true = 100 * amount(part) / whole
    room = sum((rounding(one.value, one.base_value) for one in (part, rest)), Decimal(0))
    if abs(true - value) <= half_last_digit(rate.decimals) + 100 * room / whole:
        return
    others = (whole, amount(part), amount(part) - amount(rest))  # '238 trong tổng số 245 thửa, đạt 97,1%, còn 7 thửa'
    if any(amount(one) in others for one in before(report, part, _NEAR, _FAR) if counts_alike(one, rest)):
        return  # the rate may be of another whole
    lacking = _lacking(report.text, rate, rest)
    if lacking is None or not _is_said(lacking, report.text[sentence_start(report.text, part.start) : rate.start]):
        return
    meant = 100 * amount(part) / value - amount(part)
    off = abs(meant - amount(rest))
    sure = lacking or _REST.search(report.text, rate.end, rest.start)
    if not (sure and (off * 2 <= max(meant, amount(rest)) or off <= _FEW)) and not _is_slip(rest, rate, meant, true):
        return
    of = {"part": shown_as(amount(part), part), "whole": shown_as(whole, part)}
    yield rate_told(rate, true, of, [part, rest])


def _lacking(text: str, rate: Figure, rest: Figure) -> Sequence[str] | None:
    """The words for what was not done of a rest, none where it is only left; None where more is told of it."""
    behind = _BEHIND.match(text, rest.end)
    if behind is None:
        return None
    found = _NOT_DONE.search(text, rate.end, rest.start) or _NOT_DONE.search(behind[0])
    return found["done"].lower().split() if found else ()


def _is_said(lacking: Sequence[str], done: str) -> bool:
    """Whether a rest lacks what was done: not 'đã dự học 45 người, đạt 90%, còn 10 người chưa viết thu hoạch'."""
    words = done.lower().split()
    return all(word in words for word in (lacking if lacking[:1] == ["có"] else lacking[:1]))


def _is_slip(rest: Figure, rate: Figure, meant: Decimal, true: Decimal) -> bool:
    """Whether the rest or the rate is a slip of what the other two make it."""
    value, base = single(rest.value), single(rest.base_value)
    if (
        value
        and base
        and digits_of(value) >= _TELLING
        and is_pen_slip(value, round(meant * value / base, rest.decimals), rest.decimals)
    ):
        return True
    said = single(rate.value) or Decimal(0)
    return digits_of(said) >= _TELLING and is_pen_slip(said, round(true, rate.decimals), rate.decimals)


CHECKS = (check_rates_and_rests,)
