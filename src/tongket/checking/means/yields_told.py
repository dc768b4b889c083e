"""Areas, yields and harvests (diện tích, năng suất, sản lượng): a harvest is its area times its yield.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, chance_of_slip, ends_between, is_pen_slip
from tongket.checking.evidence.numbers import half_last_digit, rounding, shown, single
from tongket.checking.evidence.same_matter import is_of_then
from tongket.checking.evidence.told import neighbours
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_YIELD_UNIT = re.compile(r"(?:tạ|tấn|kg)\s?/\s?ha")
_AREA = re.compile(r"(?<!\w)(?:[Dd]iện tích|[Gg]ieo|[Cc]ấy|[Tt]rồng|[Tt]hu hoạch|[Tt]hả|[Nn]uôi)(?!\w)[^;\n]*$")
_YIELD_BESIDE = re.compile(r"[,;(\s]{1,3}(?:cho |với |đạt )?năng suất[^.;\d\n]{0,40}")
_AREA_BEHIND = re.compile(r",? (?:trên|với|của)(?: tổng)? diện tích[^.;\d\n]{0,40}")
_HARVESTED_FROM = re.compile(  # 'đạt 62 tạ/ha, sản lượng đạt 7.440 tấn từ 1.200 ha'
    r",? (?:cho |với )?(?:tổng )?sản lượng [^.;()\d\n]{0,30}\d[\d.,]* (?:nghìn )?tấn"
    r"[^.;()\d\n]{0,30} (?:từ|trên|của)(?: diện tích)?\s"
)
_HARVEST = re.compile(r"(?<!\w)[Ss]ản lượng(?!\w)[^.;%\n]*$")
_AIMED = re.compile(
    r"(?<!\w)(?<!% )(?:[Kk]ế hoạch|KH|[Pp]hấn đấu|[Mm]ục tiêu|[Cc]hỉ tiêu|[Dd]ự kiến)(?!\w)[^.;()\d]*$"
    r"|% (?:so với )?(?:kế hoạch|KH|chỉ tiêu)(?:\s[^\W\d_]+){0,4}\s?\($"  # 'đạt 106,3% kế hoạch (800 ha)'
)
_NEAR, _FAR = 6, 260  # numbers and letters to either side of a yield
_ROOM = Decimal("0.01")  # of the harvest: area, yield and harvest are rounded
_FEW, _MANY = Decimal("0.85"), Decimal("1.15")  # of the harvest: what lies between may be of a sown area
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")  # beyond which the harvest is of another area
_SURE = 0.3  # chance that a slip is none: the words say that the three belong together


def check_yields(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a harvest is not its area times its yield: 'diện tích 486,2 ha; năng suất
    bình quân 52,5 tạ/ha; sản lượng đạt 2.651,5 tấn'.

    Not flagged: yields with which any area near them makes any harvest; aims; what may be the harvest of a part of the
    area that is sown, unless it is a slip of the pen.
    """
    for figures, index in neighbours(report):
        mean = figures[index]
        if not is_yield(mean) or not _is_told(report.text, mean):
            continue
        near = _of_one_crop(report, figures, index)
        areas = [one for one in near if one.base_unit == "ha" and _is_told(report.text, one)]
        areas = [one for one in areas if not _is_aside(report.text, one, mean)] or areas
        harvests = [one for one in near if one.base_unit == mean.base_unit and "/" not in one.unit]
        harvests = [one for one in harvests if _is_told(report.text, one)]
        if any(_agree(area, mean, one) for area in areas for one in harvests):
            continue
        area = next((one for one in reversed(areas) if _bears(report, one, mean)), None)
        told = [one for one in harvests if _says(_HARVEST, report, one)]
        harvest = next((one for one in told if one.start > mean.end), told[0] if told else None)
        if area is None or harvest is None or is_of_then(report.text, mean, (area, harvest)):
            continue
        if harvest.end < area.start and sum(map(is_yield, figures)) > 1:
            continue  # 'cả năm 13.936 tấn: đông xuân 1.240 ha, năng suất 58 tạ/ha; mùa 1.280 ha, năng suất 52 tạ/ha'
        if _is_wrong(area, mean, harvest) or mean.end < harvest.start < area.start:  # which names where it is from
            yield _finding(area, mean, harvest)


def _is_aside(text: str, area: Figure, mean: Figure) -> bool:
    """Whether an area stands in brackets before a yield, which is that of them all."""
    between = text[area.end : mean.start]
    return between.count(")") > between.count("(")


def is_yield(one: Figure) -> bool:
    """Whether a number says what an area bears: 'tạ/ha'."""
    return _YIELD_UNIT.fullmatch(one.unit) is not None


def _is_told(text: str, one: Figure) -> bool:
    """Whether a number says what there is: no change, no aim, no estimate of few digits, but of yields, which 'trên',
    'ước' says to the nearest hundredweight.
    """
    value = single(one.value)
    if value is None or not value or one.change or one.target:
        return False
    exact = not one.qualifier or is_yield(one) or len(value.normalize().as_tuple().digits) >= _EXACT
    return exact and not _AIMED.search(text, max(one.start - 45, 0), one.start)


_EXACT = 3  # digits of a number that 'hơn', 'ước' leaves exact enough


def _of_one_crop(report: Report, figures: Sequence[Figure], index: int) -> Sequence[Figure]:
    """The numbers around a yield, up to the yields to either side, of two sentences."""
    mean = figures[index]
    low, high = max(index - _NEAR, 0), min(index + _NEAR, len(figures))
    others = [at for at in range(low, high) if at != index and "/" in figures[at].unit and not figures[at].change]
    first = max((at + 1 for at in others if at < index), default=low)
    last = min((at for at in others if at > index), default=high)
    return [
        _as_done(one)
        for one in figures[first:last]
        if abs(one.start - mean.start) < _FAR
        and len(ends_between(report, min(one.end, mean.end), max(one.start, mean.start))) <= 1
    ]


def _as_done(one: Figure) -> Figure:
    """The area that was done, of one told with its plan: '33/31,5 ha'."""
    value, base = one.value, one.base_value
    if not (isinstance(value, Share) and isinstance(base, Share) and one.base_unit == "ha"):
        return one
    return replace(one, value=value.part, base_value=base.part, text=f"{shown(value.part)} {one.unit}")


def _bears(report: Report, area: Figure, mean: Figure) -> bool:
    """Whether an area is that of a yield: its words say so, the yield follows at once, or 'trên diện tích' leads it."""
    if area.start >= mean.end:
        behind = _AREA_BEHIND.fullmatch(report.text, mean.end, area.start) is not None
        return behind or _HARVESTED_FROM.fullmatch(report.text, mean.end, area.start) is not None
    beside = _YIELD_BESIDE.fullmatch(report.text, area.end, mean.start) is not None
    return beside or _says(_AREA, report, area)


def _says(cue: re.Pattern[str], report: Report, one: Figure) -> bool:
    return cue.search(report.text, max(one.start - 90, 0), one.start) is not None


def _agree(area: Figure, mean: Figure, harvest: Figure) -> bool:
    true = amount(area) * amount(mean)
    room = amount(area) * _half(mean) + rounding(harvest.value, harvest.base_value)
    return abs(true - amount(harvest)) <= room + amount(harvest) * _ROOM


def _half(mean: Figure) -> Decimal:
    """Half the last digit of a yield, in its base unit; of one that 'trên', 'ước' leaves open, the whole digit."""
    value = single(mean.value) or Decimal(1)
    return half_last_digit(mean.decimals) * (2 if mean.qualifier else 1) * amount(mean) / value


def _is_wrong(area: Figure, mean: Figure, harvest: Figure) -> bool:
    share = amount(area) * amount(mean) / amount(harvest)
    if not _LEAST <= share <= _MOST:
        return False
    return not _FEW <= share <= _MANY or _is_slip(area, mean, harvest)


def _is_slip(area: Figure, mean: Figure, harvest: Figure) -> bool:
    low, high = amount(mean) - _half(mean), amount(mean) + _half(mean)
    room = rounding(harvest.value, harvest.base_value) or amount(harvest) / 2000
    least, most = amount(harvest) - room, amount(harvest) + room
    chances = (
        chance_of_slip(harvest, amount(area) * low, amount(area) * high),
        chance_of_slip(mean, least / amount(area), most / amount(area)),
        chance_of_slip(area, least / high, most / low),
    )
    return min(chances) <= _SURE or _is_slip_of_exact(area, mean, harvest)


def _is_slip_of_exact(area: Figure, mean: Figure, harvest: Figure) -> bool:
    """Whether the harvest or the yield is a slip of what the two others make to its last digit: '850 ha, năng suất 42
    tạ/ha, sản lượng 3.770 tấn', for 3.570.
    """
    made, borne = amount(area) * amount(mean), amount(harvest) / amount(area)
    scale, of_mean = _scale(harvest), _scale(mean)
    exact = round(borne * of_mean, mean.decimals)
    is_exact = abs(borne * of_mean - exact) <= half_last_digit(mean.decimals) * _EXACTLY
    if is_exact and is_pen_slip(single(mean.value) or Decimal(0), exact, mean.decimals):
        return True
    rounded = round(made * scale, harvest.decimals)
    telling = len(rounded.normalize().as_tuple().digits) >= _EXACT
    near = abs(made * scale - rounded) <= half_last_digit(harvest.decimals) * _EXACTLY
    return telling and near and is_pen_slip(single(harvest.value) or Decimal(0), rounded, harvest.decimals)


def _scale(one: Figure) -> Decimal:
    return (single(one.value) or Decimal(1)) / (amount(one) or Decimal(1))


_EXACTLY = Decimal("0.1")


def _finding(area: Figure, mean: Figure, harvest: Figure) -> Finding:
    scale = (single(mean.value) or Decimal(1)) / amount(mean)
    true = round(amount(harvest) / amount(area) * scale, max(mean.decimals, 2))
    facts = {"part": harvest.text, "whole": area.text, "true": f"{shown(true)} {mean.unit.split('/')[0]}"}
    related = (Span(harvest.start, harvest.end), Span(area.start, area.end))
    return Finding("ratio-mismatch", "error", Span(mean.start, mean.end), "mean", facts | {"mean": mean.text}, related)
