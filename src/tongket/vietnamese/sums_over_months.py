"""Sums over months beside what one month brought (số lũy kế bên số của một tháng): 'tháng 8 ước đạt 3,2 tỷ USD, đưa kim
ngạch 8 tháng đạt 24,6 tỷ USD'.
"""

from __future__ import annotations

import re

_MONTHS = r"(?:0?[2-9]|1[0-2]|hai|ba|bốn|sáu|chín) (?:tháng|quý)(?!\w)"
_ADDS_UP = re.compile(
    rf"(?<!\w)(?:tính chung|(?:lũy|luỹ) kế|cộng dồn|(?<!so )(?<!với )(?<!cùng kỳ ){_MONTHS}"
    r"|(?:đưa|nâng)\s(?:[^\W\d_]+\s){0,3}?tổng)(?!\w)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"(?<!\w)(?:cùng kỳ|(?:năm|kỳ) (?:trước|ngoái))(?!\w)", re.IGNORECASE)


def is_added_up(lead: str, joint: str) -> bool:
    """Whether the later of two values is a sum over months in which the earlier is one of what was added, so that no
    change is between them: ``lead`` is what its sentence says before the earlier one, ``joint`` what stands between.
    """
    if _ADDS_UP.search(joint) is None:
        return False
    return _ADDS_UP.search(lead) is None and _YEAR_BEFORE.search(lead) is None
