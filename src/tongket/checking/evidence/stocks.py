"""What there was at one time (số tại một thời điểm): told year by year it does not add up, as what was done does."""

from __future__ import annotations

import re

from tongket.checking.evidence.stops import line_start

_STOCK = re.compile(
    r"(?<!\w)(?:[Cc]uối|[Đđ]ầu|[Đđ]ến(?: hết| cuối)?|[Hh]iện|[Cc]òn|[Tt]ỷ lệ|[Tt]ính đến|[Qq]uy mô|[Tt]ổng đàn"
    r"|[Dd]ân số|[Bb]ình quân|[Tt]hu nhập|[Nn]ăng suất)(?!\w)[^.;:\n\d]{0,40}(?:năm (?:19|20)\d\d\s?:?\s*)?$"
)
_LEAD = 80  # letters before a series that say what it counts


def is_of_stocks(text: str, start: int) -> bool:
    """Whether a series that begins there is of what there was at each time: 'Số hộ nghèo cuối năm 2016: 268 hộ; năm
    2017: 221 hộ'.
    """
    return _STOCK.search(text, max(line_start(text, start, _LEAD), start - _LEAD), start) is not None
