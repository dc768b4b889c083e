"""What is earned, spent and left of it (doanh thu, chi phí, lãi): 'doanh thu 240 triệu đồng, chi phí 110 triệu đồng,
lãi 130 triệu đồng'; what is asked, granted and cut (đề nghị, được duyệt, giảm): 'giá trị đề nghị quyết toán 1.142,6 tỷ
đồng, được duyệt 1.116,2 tỷ đồng, giảm 26,4 tỷ đồng'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.numbers import is_hedged, rounding, single
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_EARNED = re.compile(
    r"(?<!\w)(?:(?:tổng )?(?:doanh thu|doanh số)|tổng thu(?: nhập)?)(?!\w)(?P<of>[^.;:()\d\n]{0,40}?):?\s$",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"(?<!\w)(?:(?:tổng )?chi phí|tổng chi|trừ chi phí)(?!\w)(?P<of>[^.;:()\d\n]{0,40}?):?\s$", re.IGNORECASE
)
_LEFT = re.compile(
    r"(?<!\w)(?:lợi nhuận|tiền lãi|(?:còn |thu |cho |mức )?lãi|thu nhập còn lại)(?!\w)(?P<of>[^.;:()\d\n]{0,40}?):?\s$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!\w)(?:sau thuế|gộp|lũy kế|bình quân|mỗi|vay|suất|ngân hàng|năm trước|cùng kỳ|ròng)(?!\w)", re.IGNORECASE
)
_IN_ALL = re.compile(  # of costs: all of them, not those of one kind
    r"(?:(?:sản xuất|kinh doanh|hoạt động|đầu tư|các loại|trong|cả|năm|vụ|kỳ|cho|là|hết|khoảng|bỏ ra|mô hình)\s?){0,8}"
)
_ANOTHER = re.compile(r"(?<!\w)(?:lãi|lợi nhuận|còn|chi phí|doanh thu|thu|chi)(?!\w)", re.IGNORECASE)
_BACK = 70  # letters before a number that say what it is
_APART = 330  # letters between the first and the last of the three
_MOST_BETWEEN = 14  # numbers of the sentence of which the first and the last are two of the three


def check_profits_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is left is not what was earned less what was spent, the three told together.

    Not flagged: what is left after taxes or on the mean; costs of one kind, or beside others that make it right;
    hedges; three that stand in another order or lines apart, of which several are told; sums of other units of time.
    """
    figures, text = prose_of(report), report.text
    for index, earned in enumerate(figures):
        if not _is_money(earned) or not _says(text, _EARNED, earned):
            continue
        near = [one for one in figures[index + 1 : index + 1 + _MOST_BETWEEN] if one.start - earned.end <= _APART]
        spent, left = (_only(text, near, said, earned) for said in (_SPENT, _LEFT))
        others = [one for one in near if _is_money(one) and _says(text, _EARNED, one)]
        if spent is None or left is None or (others and others[0].start < max(spent.start, left.start)):
            continue
        if "\n\n" in text[earned.end : max(spent.end, left.end)]:
            continue
        made = amount(earned) - amount(spent)
        room = sum((rounding(one.value, one.base_value) for one in (earned, spent, left)), Decimal(0))
        if made > 0 and abs(made - amount(left)) > room and not _is_made_by_others(near, spent, left, made, room):
            yield sum_mismatch(left, amount(left), (earned, spent), made, less=1)


def _is_money(one: Figure) -> bool:
    return one.base_unit == "đồng" and is_plain(one) and not is_hedged(one)


def _says(text: str, said: re.Pattern[str], one: Figure) -> bool:
    """Whether the words right before a number name it so, and nothing else of that name."""
    found = said.search(text, max(one.start - _BACK, 0), one.start)
    if found is None or _ANOTHER.search(found["of"]):
        return False
    if said is _SPENT and not found[0].lower().startswith("tổng") and not _IN_ALL.fullmatch(found["of"].strip()):
        return False
    return _OTHER.search(text, found.start(), min(one.end + 12, len(text))) is None


def _is_made_by_others(near: Sequence[Figure], spent: Figure, left: Figure, made: Decimal, room: Decimal) -> bool:
    """Whether sums told between what was spent and what is left, or the first of them, make up for the difference."""
    between = [amount(one) for one in near if spent.end <= one.start < left.start and _is_money(one)]
    return any(abs(made - added - amount(left)) <= room for added in accumulate(between))


def _only(text: str, near: Sequence[Figure], said: re.Pattern[str], earned: Figure) -> Figure | None:
    """The one number near by that is named so, for the same time as what was earned."""
    named = [one for one in near if _is_money(one) and _says(text, said, one)]
    alike = [one for one in named if one.unit.partition("/")[2] in ("", earned.unit.partition("/")[2])]
    return alike[0] if len(alike) == 1 == len(named) else None


_ASKED = re.compile(
    r"(?<!\w)(?:đề nghị|trình(?! độ)|giá (?:các )?gói thầu|giá khởi điểm|giá dự toán|dự toán (?:lập|đề xuất)|đề xuất"
    r"|trước (?:thẩm định|thẩm tra|kiểm toán))(?!\w)[^.;,:()\d\n]{0,40}?:?\s$",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"(?<!\w)(?:(?:phê )?duyệt|thẩm định|thẩm tra|kiểm toán|chấp thuận|trúng thầu|quyết toán được)(?!\w)"
    r"[^.;,:()\d\n]{0,40}?:?\s$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:[.;,(]|và)\s(?:đã |được )?(?:(?:cắt )?giảm(?: trừ)?|tiết kiệm|loại (?:trừ|bỏ)|xuất toán|chênh lệch(?: giảm)?)"
    r"(?: (?:được|là|chi|cho|ngân|sách|so|với|đề|nghị|dự|toán|nhà|nước|giá|trị)){0,6}:?\s$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"[^.;\n]{0,12}(?<!\w)so (?:với )?"
    r"(?!(?:giá trị |số |mức |tổng )*(?:đề nghị|trình|giá|dự toán (?:đề|trình|lập|được)|ban đầu))"
)
_NOT_OF_ALL = re.compile(
    r"(?<!\w)(?:chưa|còn lại|bình quân|mỗi|riêng|trong đó|gồm|bổ sung|lũy kế|cùng kỳ)(?!\w)", re.IGNORECASE
)
_TIMES = 5  # a cut that is so many times another is of something else


def check_grants_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what was cut is not what was asked less what was granted, the three told in turn.

    Not flagged: cuts against another time or plan; sums between them; words that tell of a part, a mean or of more.
    """
    text = report.text
    figures = [one for one in prose_of(report) if one.base_unit == "đồng"]
    for asked, granted, cut in zip(figures, figures[1:], figures[2:], strict=False):
        if cut.end - asked.start > _APART or cut.change == "up" or is_hedged(cut) or "/" in cut.unit:
            continue
        if not (_is_money(asked) and _is_money(granted)) or not _CUT.search(text, granted.end, cut.number_start):
            continue
        if not _ASKED.search(text, max(asked.start - _BACK, 0), asked.start):
            continue
        if not _GRANTED.search(text, asked.end, granted.start) or _ASKED.search(text, asked.end, granted.start):
            continue
        said = text[max(asked.start - _BACK, 0) : cut.end]
        if "\n" in text[asked.end : cut.start] or _NOT_OF_ALL.search(said) or _OF_ANOTHER.match(text, cut.end):
            continue
        made, stated = amount(asked) - amount(granted), single(cut.base_value) or Decimal(0)
        room = sum((rounding(one.value, one.base_value) for one in (asked, granted, cut)), Decimal(0))
        if abs(made - stated) > room and stated < _TIMES * made < _TIMES * _TIMES * stated:
            yield sum_mismatch(cut, stated, (asked, granted), made, less=1)


CHECKS = (check_profits_told, check_grants_told)
