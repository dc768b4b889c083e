"""Days, hours and minutes as quantities (thời lượng): 'rút ngắn 5 ngày', 'nằm viện trung bình 6 ngày'.

Only the words around can tell a time that was spent or saved from a day, an hour or a time limit.
"""

from __future__ import annotations

import re

from tongket.reading.amounts.printed_units import ONE, Unit

_LASTING = re.compile(r"\s{1,2}(ngày(?: làm việc)?|giờ|phút)(?!\s(?:công|lễ|hội))(?!\w)")
_NEAR = 24  # letters before a number
_SHORTENED = re.compile(
    r"(?:[Gg]iảm|[Tt]ăng|[Rr]út ngắn|[Kk]éo dài|xuống còn|[Cc]hậm|trễ)(?:\s+(?:được|thêm|còn|xuống|từ|thời gian))*\s+$"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_SPENT = re.compile(
    r"(?:[Bb]ình quân|[Tt]rung bình|[Tt]ổng số|[Hh]uy động|[Tt]iếp(?: công)? dân|[Cc]ó|[Vv]ới|[Hh]ết|[Mm]ất|[Đđ]ạt"
    r"|[Tt]rong)\s+$"
)
_ALLOWED = re.compile(r"thời (?:hạn|gian)|(?<!\w)(?:quá|phải|nhất|kịp)(?!\w)")
_ALLOWED_BEHIND = re.compile(r"\s+(?:ngày|giờ|phút)\s+(?:làm việc|kể từ|trước|tới|nữa|(?:liên tục|liên tiếp) kể)")


_DATED = re.compile(r"\s+ngày\s+\d")  # 'trong 2 ngày 21 và 22/11'


def is_shortened(text: str, low: int, at: int) -> bool:
    """Whether the words before ``at``, not before ``low``, say that a time grew shorter or longer."""
    return _SHORTENED.search(text, max(low, at - _NEAR), at) is not None


def may_last(text: str, low: int, begin: int, number: tuple[int, int], end: int) -> bool:
    """Whether 'ngày', 'giờ' behind ``number`` can be a quantity: shortened, spent, a mean, or thousands of them; what a
    rule allows ('trong thời hạn 5 ngày') is none. ``begin`` is where the number's hedge begins.
    """
    if is_shortened(text, low, begin) or _GROUPED.fullmatch(text, *number):
        return True
    start = max(low, begin - _NEAR)
    spent = _SPENT.search(text, start, begin) is not None
    if _DATED.match(text, number[1], end):
        return False
    return spent and not (_ALLOWED.search(text, start, begin) or _ALLOWED_BEHIND.match(text, number[1], end))


def read_duration(text: str, at: int, end: int) -> Unit | None:
    """'ngày', 'giờ', 'phút' as a quantity; only the words before can tell it from a time ('rút ngắn 5 ngày')."""
    found = _LASTING.match(text, at, end)
    if found is None:
        return None
    word = found.group(1)
    return Unit(found.start(1), found.end(1), word, ONE, word, "duration", False)
