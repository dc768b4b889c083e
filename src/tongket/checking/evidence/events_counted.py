"""Events that a sentence counts (số cuộc, buổi, hội nghị đã tổ chức), and the days that tell each of them."""

from __future__ import annotations

import re

EVENT = (
    r"(?:hội nghị|cuộc|buổi|lớp|phiên họp|phiên|đợt|kỳ họp|hội thảo|chuyến|hội thi|cuộc thi|lễ|đoàn kiểm tra"
    r"|đoàn giám sát|tọa đàm|giải)"
)
"""What is held on a day."""
_COUNTED = re.compile(rf"(?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>{EVENT})(?!\w)(?! (?:mỗi|/))")
DAY = re.compile(r"(?<![\d/.,])(?P<day>[0-3]?\d)[/.-](?P<month>1[0-2]|0?[1-9])(?:[/.-](?:19|20)\d\d)?(?![\d/%]|[.,]\d)")
"""A day with its month: '05/3', '12/9/2025'."""
_SOME = re.compile(
    r"(?<!\w)(?:trong đó|tiêu biểu|điển hình|nổi bật|một số|như(?! sau)|chủ yếu|mỗi|còn|chưa|kế hoạch|cùng kỳ)(?!\w)"
)


def events_counted(text: str, low: int, high: int) -> re.Match[str] | None:
    """The one count of events between two places; None where there are none or several, or some are picked out."""
    found = list(_COUNTED.finditer(text, low, high))
    alone = len(found) == 1 and _SOME.search(text, low, high) is None
    return found[0] if alone else None


def days_in(said: str) -> int:
    """How many days some words tell."""
    return sum(1 for _ in DAY.finditer(said))
