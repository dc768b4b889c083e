"""Areas and harvests of the crops of a year against those of all (diện tích, sản lượng các vụ): 'Diện tích lúa cả năm
1.190 ha; vụ Xuân 610 ha, năng suất 61,5 tạ/ha; vụ Mùa 580 ha, năng suất 54,2 tạ/ha'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. What else is told of each crop stands between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, ends_between, is_pen_slip, is_slip_of_sum, prose_of
from tongket.checking.evidence.numbers import rounding, single
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_NAME = (
    r"(?P<season>[Đđ]ông [Xx]uân|[Hh]è [Tt]hu|[Tt]hu [Đđ]ông|[Cc]hiêm(?: [Xx]uân)?|[Xx]uân [Hh]è|[Xx]uân|[Mm]ùa"
    r"|[Đđ]ông)"
)
_SEASON = re.compile(
    rf"(?<!\w)[Vv]ụ {_NAME}(?: (?:năm )?20\d\d(?:\s?[-–]\s?20\d\d)?)?"
    r"(?: (?:là|đạt|được|gieo|trồng|cấy|gieo trồng|gieo cấy|diện tích|sản lượng|thực hiện|có|với)){0,4}:?\s$"
)
_WHOLE = re.compile(
    r"(?<!\w)(?P<of>[Dd]iện tích|[Ss]ản lượng)(?: (?:gieo )?(?:trồng|cấy|sạ))? (?P<crop>lúa|ngô|lạc|rau|đậu)(?!\w)"
    r"(?P<said>[^.;()\n]{0,60})$"
)
_OTHER_CROP = re.compile(r"(?<!\w)(?:lúa|ngô|khoai|sắn|lạc|rau|màu|đậu|mía|vừng|cây)(?!\w)")
_PART = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|cùng kỳ|năm trước|trong đó|vụ|chất lượng cao|giống|ruộng)(?!\w)")
_FAR, _ENDS, _MOST = 420, 2, 14  # letters, sentences that end and numbers behind the whole
_LEAD = 70


def check_seasons_added(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the crops of a year do not make all, but for a slip of the pen, or are more.

    Not flagged: wholes of several plants; other plants among the crops; fewer, where a third crop may not be told.
    """
    text, figures = report.text, prose_of(report)
    if "vụ " not in text:
        return
    for index, whole in enumerate(figures):
        if whole.base_unit not in _UNITS or not is_plain(whole) or whole.target:
            continue
        low = max(sentence_start(text, whole.start), figures[index - 1].end if index else 0)
        said = _WHOLE.search(text, max(low, whole.start - 2 * _LEAD), whole.start)
        if said is None or _PART.search(said["said"]):
            continue
        parts = _seasons(report, figures, whole, said["crop"])
        added = sum(map(amount, parts), Decimal(0))
        room = sum((rounding(one.value, one.base_value) for one in (whole, *parts)), Decimal(0))
        if len(parts) < len(("one", "other")) or abs(added - amount(whole)) <= room:
            continue
        if added > amount(whole) or len(parts) >= _ALL or _is_slip(whole, parts, added):
            yield sum_mismatch(whole, amount(whole), parts, added)


def _is_slip(whole: Figure, parts: Sequence[Figure], added: Decimal) -> bool:
    """Whether the whole, as it is rounded, or a part is a slip of the pen."""
    stated = single(whole.value) or Decimal(0)
    meant = added * stated / amount(whole)
    return is_pen_slip(stated, meant, whole.decimals) or is_slip_of_sum(whole, amount(whole), parts)


_ALL = 3  # crops of a year


_UNITS = ("ha", "m2", "tấn", "kg", "tạ")


def _seasons(report: Report, figures: Sequence[Figure], whole: Figure, crop: str) -> list[Figure]:
    """The numbers of the unit that stand behind the names of crops; none where one of another thing is among them."""
    text, found, names = report.text, list[Figure](), set[str]()
    at = bisect_right(figures, whole.start, key=attrgetter("start"))
    last = whole.end
    for one in figures[at : at + _MOST]:
        if one.start - whole.end > _FAR or len(ends_between(report, whole.end, one.start)) > _ENDS:
            break
        if any(word != crop for word in _OTHER_CROP.findall(text[last : one.start])):
            break
        season = _SEASON.search(text, max(last, one.start - _LEAD), one.number_start)
        last = one.end
        if one.base_unit != whole.base_unit or one.change or "/" in one.unit:
            continue
        if season is None or not is_plain(one):
            return found if len(found) > 1 and ends_between(report, found[-1].end, one.start) else []
        name = season["season"].lower()
        if name in names:
            return []
        names.add(name)
        found.append(one)
    return found


CHECKS = (check_seasons_added,)
