"""Numbers that look like a whole with its parts and are none (số liệu không chia nhau): two wholes told side by side,
a mean with the highest and the lowest of what it is a mean of, and a total with what each gets of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.checking.evidence.near_numbers import numbers_before
from tongket.checking.evidence.told import is_alike
from tongket.model.figures import Figure
from tongket.model.reports import Report

_BESIDE_A_WHOLE = re.compile(r"[^.;:()\d\n]{0,40}(?:\svà|\s?&|,)\s")


def are_of_two_wholes(report: Report, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each part is of a whole of its own: '16 sở và 37 xã đã gửi. Trong đó: 15 sở và 20 xã đăng ký'."""
    other = next(reversed(numbers_before(report, whole, whole.start)), None)
    if other is None or not _BESIDE_A_WHOLE.fullmatch(report.text, other.end, whole.start) or is_alike(other, whole):
        return False
    return any(is_alike(other, one) for one in parts) and any(is_alike(whole, one) for one in parts)


_MEAN = re.compile(r"(?<!\w)(?:[Tt]rung bình|[Bb]ình quân|TB)(?!\w)[^.;\d\n]{0,40}$")
_EXTREME = re.compile(
    r"(?<!\w)(?:cao|thấp|lớn|nhỏ|nhiều|ít|dài|ngắn|nặng|nhẹ) nhất(?!\w)[^.;,\d\n]{0,25}$", re.IGNORECASE
)
EACH = re.compile(r"(?<!\w)[Mm]ỗi\s[^\W\d_][^.;,:()\d\n]{0,40}$")
_BEFORE = 70  # letters before a number in which it is called a mean or the highest


def is_of_a_range(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a number is a mean, or what stand behind it are its highest and its lowest: 'trung bình toàn tỉnh là 7,4
    mm (cao nhất: 66,0 mm; thấp nhất: 0,0 mm)'; or what each gets: '320 triệu đồng (mỗi nhà mới 50 triệu đồng, ...)'.
    """
    starts = [one.start for one in parts]
    said = text[max(min(starts, default=0) - _BEFORE, 0) : max(starts, default=0)].lower()
    each = "mỗi" in said and any(EACH.search(text, max(one.start - _BEFORE, 0), one.start) for one in parts)
    if each or is_mean(text, whole):
        return True
    return "nhất" in said and sum(_is_extreme(text, one) for one in parts) > 1


def is_mean(text: str, one: Figure) -> bool:
    """Whether a number is called a mean: 'lượng mưa trung bình 7,4 mm'."""
    return _MEAN.search(text, max(one.start - _BEFORE, 0), one.start) is not None


def _is_extreme(text: str, one: Figure) -> bool:
    return _EXTREME.search(text, max(one.start - _BEFORE, 0), one.start) is not None
