"""What came of all that were examined: those that passed, those that did not, and no others (kết quả bình xét, kiểm
tra, thẩm định: đạt, không đạt, không còn trường hợp nào khác).

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    are_in_one_sentence,
    before,
    behind,
    counts_alike,
    ends_between,
    prose_of,
)
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.same_matter import lead_of
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_EXAMINED = re.compile(
    r"(?<!\w)(?:bình xét|xét(?: duyệt| công nhận| tặng)?|chấm(?: điểm)?|đánh giá|kiểm tra|sát hạch|khảo sát|thẩm định"
    r"|xếp loại|phân loại|rà soát|xét nghiệm|lấy mẫu|dự thi|dự xét|đăng ký)(?!\w)",
    re.IGNORECASE,
)
_PASSED = (
    r"đạt(?: (?:yêu cầu|chuẩn|quy chuẩn|tiêu chuẩn))?|đủ (?:điều kiện|tiêu chuẩn)|được (?:công nhận|duyệt|chọn|cấp)"
    r"|đỗ|đậu|trúng tuyển|hoàn thành"
)
_DID = re.compile(rf"\s(?:(?:đã|mới)\s)?(?P<of>{_PASSED})(?!\w)")
_DID_NOT = re.compile(rf"\s(?:(?:còn|bị|vẫn)\s)*(?:(?:không|chưa)\s(?P<of>{_PASSED})|(?:trượt|hỏng|bị loại))(?!\w)")
_NO_OTHERS = (
    r"(?:không|chưa)(?: có| còn)?\s(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+)?)\s(?:nào\s)?"
    r"(?:phải|bị|vắng|bỏ|chờ|để|xin|xét|chậm|thuộc|nào)(?!\w)"
)
_CLOSED = re.compile(rf"[^.\n]{{0,160}}?(?<!\w){_NO_OTHERS}", re.IGNORECASE)
_OTHERS = re.compile(r"[^.\n]{0,160}?(?<!\w)(?:còn lại|khác|đang|chờ|tạm hoãn|vắng|hoãn)(?!\w)")
_FAR, _MOST = 220, 4  # letters and numbers behind what was examined
_MOST_ENDS = 1


def check_outcomes_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where those of all examined that passed and that did not make another number, and no
    others are left: 'bình xét cả 14 thôn. Kết quả 11 thôn đủ điều kiện, 02 thôn không đạt; không thôn nào xét lại'.

    Fewer than all are flagged where the report says that there are no others. Not flagged: a third outcome, a rest;
    other numbers of the same things between.
    """
    for whole in prose_of(report):
        if not is_plain(whole) or not whole.unit or amount(whole) <= len(("passed", "failed")) or whole.target:
            continue
        low, high = lead_of(report, whole)
        if not _EXAMINED.search(report.text, low, high) and not _EXAMINED.match(report.text, whole.end + 1):
            continue
        parts = _parts(report, whole)
        if parts is None:
            continue
        made = sum(map(amount, parts), Decimal(0))
        last = parts[-1].end
        closed = _CLOSED.match(report.text, last)
        no_others = closed is not None and closed["unit"].lower().split()[0] == whole.unit.split()[0]
        if made > amount(whole) or (made < amount(whole) and no_others and not _leaves_others(report.text, last)):
            did, did_not = (Span(one.start, one.end) for one in parts)
            finding = sum_mismatch(whole, amount(whole), parts, made)
            yield replace(finding, place=did_not, related=(Span(whole.start, whole.end), did))


def _leaves_others(text: str, at: int) -> bool:
    """Whether the sentence goes on with others of whom no number is told, before it denies that there are any."""
    closed = _CLOSED.match(text, at)
    end = closed.start("unit") if closed else at
    return _OTHERS.search(text, at, end) is not None


def _parts(report: Report, whole: Figure) -> Sequence[Figure] | None:
    """The numbers that passed and that did not, which follow one another; None where anything else is counted."""
    near = [
        one
        for one in behind(report, whole, _MOST, _FAR)
        if one.unit != "%"
        and counts_alike(one, whole)
        and len(ends_between(report, whole.end, one.start)) <= _MOST_ENDS
    ]
    if len(near) != len(("passed", "failed")) or not all(is_plain(one) and one.unit for one in near):
        return None
    did, did_not = near
    passed, failed = _DID.match(report.text, did.end), _DID_NOT.match(report.text, did_not.end)
    if passed is None or failed is None or "trong đó" in report.text[did.end : did_not.start]:
        return None
    return did, did_not


_LOOKED_AT = re.compile(r"(?<!\w)(?:kiểm tra|giám sát|thanh tra)(?!\w)", re.IGNORECASE)
_GOOD = re.compile(r"(?<!\w)(?:tốt|nghiêm túc|đúng quy định|chấp hành)(?!\w)")
_BAD = re.compile(r"[^.;\d\n]{0,60}?(?<!\w)(?:hạn chế|khuyết điểm|thiếu sót|vi phạm|tồn tại|chưa)(?!\w)")
_ACCOUNT = 400  # letters from those inspected to those judged
_JUDGED, _OF_UNIT = 8, 2  # numbers behind 'kết luận', and how many of them count the same


def check_conclusions(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where more are judged than were inspected: 'giám sát 03 chi bộ và 06 cá nhân. Qua giám sát
    kết luận 02 chi bộ thực hiện tốt, 02 chi bộ còn hạn chế'.

    Not flagged: fewer; those of whom several numbers are told before, but for the parts behind 'trong đó'.
    """
    text = report.text
    for at in places_of(text, "kết luận"):
        told = _in_its_sentence(report, at)
        for did in told:
            parts = [one for one in told if one.base_unit == did.base_unit]
            if len(parts) != _OF_UNIT or did is not parts[0] or not all(is_plain(one) and one.unit for one in parts):
                continue
            whole = _inspected(report, did, at)
            if whole is None or not _GOOD.search(text, did.end, parts[1].start) or not _is_bad(text, parts[1], told):
                continue
            made = sum(map(amount, parts), Decimal(0))
            if made > amount(whole):
                finding = sum_mismatch(whole, amount(whole), parts, made)
                places = [Span(one.start, one.end) for one in (whole, did)]
                yield replace(finding, place=Span(parts[1].start, parts[1].end), related=tuple(places))


def _in_its_sentence(report: Report, at: int) -> list[Figure]:
    """The first numbers behind a place, to the end of its sentence."""
    index = bisect_left(prose_of(report), at, key=attrgetter("start"))
    figures = prose_of(report)[index : index + _JUDGED]
    return list(takewhile(lambda one: are_in_one_sentence(report, at, one.start), figures))


def _is_bad(text: str, one: Figure, told: Sequence[Figure]) -> bool:
    """Whether those counted last are judged to fall short; another number may stand beside theirs."""
    return any(_BAD.match(text, other.end) is not None for other in told if other.start >= one.start)


def _inspected(report: Report, judged: Figure, at: int) -> Figure | None:
    """The one number of those inspected, in the sentence before the conclusion."""
    alike = [
        one
        for one in before(report, judged, _JUDGED, _ACCOUNT)
        if one.end <= at and one.base_unit == judged.base_unit and len(ends_between(report, one.end, at)) <= _MOST_ENDS
    ]
    whole = [one for one in alike if "trong đó" not in report.text[alike[0].end : one.start]]
    found = len(whole) == 1 and is_plain(whole[0]) and _LOOKED_AT.search(report.text, *lead_of(report, whole[0]))
    return whole[0] if found else None
