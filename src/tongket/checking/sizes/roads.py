"""Widths and thicknesses of roads that no road of their kind has (bề rộng mặt đường, chiều dày bê tông).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. Rural roads of the standard TCVN 10380:2014
are three to six and a half metres wide and carry some twenty centimetres of concrete; the bounds of these, and of any
road, are a table of the registry, set far beyond.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import clause_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import road_bounds

_RURAL = re.compile(
    r"(?<!\w)đường (?:(?:giao thông|bê tông|trục|nhánh|chính|làng) )*(?:nội đồng|nông thôn|ngõ(?:,| xóm)?|liên thôn"
    r"|liên bản|liên xóm|liên ấp|thôn|bản|ấp|xóm|xóm, ngõ|dân sinh|làng ngõ|ra đồng|vào (?:thôn|bản|ấp|xóm)|sản xuất"
    r"|vào khu sản xuất)(?!\w)",
    re.IGNORECASE,
)
_ANY_ROAD = re.compile(r"(?<!\w)(?<!qua )đường(?!\w)(?! (?:ống|dây|điện|sắt|thủy|băng|cống))", re.IGNORECASE)
_MEASURE = (
    r"(?<!\w)(?:{0})(?: (?:là|đạt|chỉ|từ|khoảng|trung bình|bình quân|bê tông|mặt đường|nền đường|thiết kế|thi công"
    r"|thực tế)){{0,4}}\s*$"
)
_SIZES = {
    "rộng": re.compile(_MEASURE.format(r"(?:[Mm]ặt |[Nn]ền |[Cc]hiều |[Bb]ề |[Bb]ề mặt )?rộng|[Bb]ề mặt")),
    "dày": re.compile(_MEASURE.format(r"(?:[Cc]hiều |[Bb]ề |[Đđ]ộ )?d[àầ]y")),
}
_METRES = {"m": 1, "cm": 100, "mm": 1000}
_WIDER = re.compile(
    r"(?<!\w)(?:hành lang|quốc lộ|tỉnh lộ|cao tốc|đại lộ|hồ|sân|bãi|cầu|kênh|mương|cây|hoa|trồng|vỉa hè|sạt|lở|tràn"
    r"|ngập|lấp|phủ|tuyết|bùn|(?-i:sơn)|kẻ)(?!\w)",
    re.IGNORECASE,
)
_BACK, _NEAR = 200, 30  # letters before a number in which the road, and in which the measure is named


def check_roads(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a road that is wide or thick as none of its kind is: 'đường nội đồng rộng 28
    m', 'đường thôn đổ bê tông dày 180 cm', 'chiều dày mặt đường 18 m'.

    Not flagged: what stands beside roads (squares, canals, bridges) or lies on them.
    """
    for one in report.figures:
        metres, amount = _METRES.get(one.unit), single(one.value)
        if metres is None or amount is None or one.in_table or one.change:
            continue
        size = _size(report.text, one)
        rural = road_bounds().get(("rural", size))
        if rural is None or rural.least <= amount / metres <= rural.most:
            continue
        clause = report.text[clause_start(report.text, one.start, _BACK) : one.start]
        beyond_any = amount / metres > road_bounds()["any", size].most and _ANY_ROAD.search(clause)
        if (beyond_any or _RURAL.search(clause)) and not _WIDER.search(clause):
            facts = {"amount": one.text, "thing": size}
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "measure", facts)


def _size(text: str, one: Figure) -> str:
    low = max(one.start - _NEAR, 0)
    return next((size for size, pattern in _SIZES.items() if pattern.search(text, low, one.start)), "")


CHECKS = (check_roads,)
