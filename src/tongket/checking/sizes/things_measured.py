"""Lengths, areas, volumes and weights that no thing of their kind has (kích thước, diện tích, dung tích bất hợp lý).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. 'Bó vỉa cao 25 m' lost the 'c' of its
centimetres, 'cầu dân sinh dài 18 km' has one letter too many. The bounds are a table of the registry, some times beyond
the greatest and the least of each kind; a thing that the table does not know has none. Roads stand in ``roads``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import sentence_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, thing_bounds

_METRES = {"m": Decimal(1), "cm": Decimal("0.01"), "mm": Decimal("0.001"), "km": Decimal(1000)}
_AREAS = {"m2": Decimal(1), "m²": Decimal(1), "ha": Decimal(10_000), "km2": Decimal(10**6)}
_VOLUMES = {"m3": Decimal(1), "m³": Decimal(1), "triệu m3": Decimal(10**6), "triệu m³": Decimal(10**6)}
_WEIGHTS = {"kg/con": Decimal(1), "tạ/con": Decimal(100), "tấn/con": Decimal(1000), "yến/con": Decimal(10)}
_LEADS = (
    r"(?:[\s:(]+(?:là|đạt|từ|khoảng|hơn|trên|gần|trung bình|bình quân|thiết kế|thi công|thực tế|tổng cộng|chỉ|tới"
    r"|lên tới|mặt đường|nền đường|mặt|nền|lớp|bê tông|của|mỗi (?:phòng|nhà|căn)))*[\s:(]*$"
)
_SIZE = re.compile(
    r"(?<!\w)(?:(?:[Cc]hiều|[Bb]ề|[Đđ]ộ|[Mm]ặt|[Nn]ền|[Ll]òng)\s)?"
    rf"(?P<size>[Dd]ài|[Rr]ộng|[Cc]ao|[Dd](?:à|ầ)y|[Ss]âu)(?:\s(?:mặt|nền|lớp)(?: đường| bê tông)?)?{_LEADS}"
)
_AREA = re.compile(rf"(?<!\w)(?:[Dd]iện tích(?: xây dựng| sàn| sử dụng| mặt bằng)?|[Rr]ộng){_LEADS}")
_VOLUME = re.compile(rf"(?<!\w)(?:[Dd]ung tích|[Tt]hể tích|[Ss]ức chứa|[Tt]rữ lượng)(?: nước| chứa)?{_LEADS}")
_WEIGHT = re.compile(rf"(?<!\w)(?:[Nn]ặng|[Tt]rọng lượng|[Kk]hối lượng|[Cc]ân nặng)(?: hơi| xuất chuồng)?{_LEADS}")
_BACK, _NEAR = 150, 60  # letters before a number in which the thing, and in which the dimension is named
_BEHIND = 30  # letters behind it
_OF_MANY = re.compile(
    r"(?<!\w)(?:[Tt]ổng|[Cc]ác|[Nn]hững|[Cc]ả|[Tt]oàn|[Kk]hu|[Qq]uy hoạch|[Kk]huôn viên|[Kk]hu đất|[Đđ]ất|[Cc]ách"
    r"|[Tt]uyến kênh|hệ thống|\d+(?: [^\W\d_]+){0,2})\s+(?:công trình )?$"
)
_ELSEWHERE = re.compile(  # what is measured stands beside the thing, or is no size of its own
    r"(?<!\w)(?:quanh|cạnh|gần|trước|sau|trong|vào|đến|tại|ở|ven|dọc|qua|lên|phủ|tràn|lấp)\s(?:[^\W\d_]+\s)?$"
)
_NO_SIZE = re.compile(r"(?<!\w)(?:cao trình|cao độ|mực nước|kết hợp|sạt lở)(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(r"(?<![\d.,/])(?P<count>\d{1,2}) $")
_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm|thêm|hơn kém|vượt|cách|xa|thấp hơn|cao hơn|rộng thêm)\s[^\d]{0,20}$")


def check_things(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a size that no thing of that kind has: 'bó vỉa cao 25 m', 'phòng học rộng
    620 m2', 'lợn xuất chuồng nặng 950 kg/con'.

    Not flagged: sizes of many together; ground, distances and changes; things whose sizes are not generally known.
    """
    for one in prose_of(report):
        amount = single(one.value)
        if amount is None or one.change:
            continue
        size, factor, lead = _size_of(report.text, one)
        if not size:
            continue
        low = sentence_start(report.text, one.start, _BACK)
        said = report.text[low:lead]
        found = _last_thing(size, said)
        if found is None:
            continue
        name, start, bounds = found
        counted = _COUNTED.search(said[:start]) if size == "m3" else None
        many = int(counted["count"]) if counted else 1
        if size in ("m2", "m3") and not counted and _OF_MANY.search(said[:start]):
            continue
        if _ELSEWHERE.search(said[:start]) or _NO_SIZE.search(report.text, low, one.end + _BEHIND):
            continue
        if not bounds.least * many <= amount * factor <= bounds.most * many and not _CHANGED.search(
            report.text, low, one.start
        ):
            facts = {"amount": one.text, "thing": name}
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "measure", facts)


def _size_of(text: str, one: Figure) -> tuple[str, Decimal, int]:
    """Which dimension a number measures, how many of the table's units one of its own makes, and where it is named."""
    unit = " ".join(one.unit.split())
    low = max(one.start - _NEAR, 0)
    if unit in _METRES:
        found = _SIZE.search(text, low, one.start)
        return (_plain(found["size"]), _METRES[unit], found.start()) if found else ("", Decimal(1), 0)
    for name, units, pattern in (
        ("m2", _AREAS, _AREA),
        ("m3", _VOLUMES, _VOLUME),
        ("kg", _WEIGHTS, _WEIGHT),
    ):
        if unit in units:
            found = pattern.search(text, low, one.start)
            return (name, units[unit], found.start()) if found else ("", Decimal(1), 0)
    return "", Decimal(1), 0


def _plain(size: str) -> str:
    return size.lower().replace("dầy", "dày")


def _last_thing(size: str, said: str) -> tuple[str, int, Bounds] | None:
    """The thing of known size that some words name last, and where in them."""
    named = list(_things(size).finditer(said))
    if not named:
        return None
    name = named[-1][0].lower()
    return name, named[-1].start(), thing_bounds()[size, name]


@cache
def _things(size: str) -> re.Pattern[str]:
    """The things whose dimension is known, the longest names first."""
    names = sorted((thing for of, thing in thing_bounds() if of == size), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


CHECKS = (check_things,)
