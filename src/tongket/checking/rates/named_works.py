"""The work that a percentage names as its base (công việc mà tỷ lệ tính trên đó): of what was sown, of what was cut."""

from __future__ import annotations

import re

from tongket.model.figures import Figure

_SOWN = r"gieo(?: cấy| trồng| sạ| thẳng)?|cấy|sạ|xuống giống|trồng(?: mới)?"
_CUT = r"thu hoạch|gặt"
_NAMED = re.compile(
    rf"\s(?:so (?:với )?|trên |của )?(?:tổng )?(?:số )?diện tích (?:[^\W\d_]+ ){{0,3}}?"
    rf"(?:(?P<sown>{_SOWN})|(?P<cut>{_CUT}))(?!\w)"
)
_TELLS_SOWN = re.compile(rf"(?<!\w)(?:{_SOWN})(?!\w)", re.IGNORECASE)
_TELLS_CUT = re.compile(rf"(?<!\w)(?:{_CUT})(?!\w)", re.IGNORECASE)
_BREAKS = re.compile(r"[.;\n](?=\s|$)|,\s")
_LEAD = 90  # letters before a number in which its clause tells its work
_TAIL = 30  # letters behind it


def is_of_another_work(text: str, rate: Figure, whole: Figure) -> bool:
    """Whether a percentage names the area of one work, and a number tells that of another alone: '1.411 ha, chiếm 89,6%
    diện tích gieo cấy' is not of 'đã thu hoạch được 1.556 ha'.
    """
    named = _NAMED.match(text, rate.end)
    if named is None or "/" in text[whole.number_start : whole.number_end]:
        return False  # of '120/150 ha' the second term is what was sown, whatever the words tell
    low = max(whole.start - _LEAD, 0)
    breaks = [found.end() for found in _BREAKS.finditer(text, low, whole.start)]
    stop = _BREAKS.search(text, whole.end, whole.end + _TAIL)
    clause = text[breaks[-1] if breaks else low : stop.start() if stop else whole.end + _TAIL]
    sown, cut = _TELLS_SOWN.search(clause) is not None, _TELLS_CUT.search(clause) is not None
    return (cut and not sown) if named["sown"] else (sown and not cut)
