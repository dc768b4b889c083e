"""What works cost (chi phí công trình): roads by their length, houses and hospitals, against what none is made for.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes: 'đầu tư 4,2 triệu đồng bê tông hóa 3,5 km
đường', a hospital of 300 beds for 486 triệu đồng. The unit is mostly a thousandfold wrong (triệu for tỷ). The bounds
are a table of the registry, far below what such works take and far above.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from operator import attrgetter

from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import STOP_OR_SEMICOLON
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, work_bounds

_WHOLE = re.compile(
    r"(?<!\w)(?:[Tt]ổng mức (?:vốn )?đầu tư|(?:[Dd]ự án|[Cc]ông trình)[^.;:\d\n]{0,60} vốn đầu tư)(?: của)?"
    r"(?: dự án| công trình| [^.;:,\n]{3,70} là(?= ))?"
    r"(?: là| hơn| trên| gần| khoảng|:)*\s*$"
)
_COST = re.compile(
    r"(?<!\w)(?:[Tt]ổng |[Nn]guồn )?(?:[Kk]inh phí|[Tt]rị giá|[Gg]iá trị|[Vv]ốn|[Cc]hi phí|[Đđ]ầu tư|[Đđ]ã chi"
    r"|[Bb]ố trí|[Ss]ố tiền|[Cc]hi)(?: thực hiện| xây dựng| đầu tư| công trình| bảo dưỡng| sửa chữa){0,3}"
    r"(?: là| chỉ có| chỉ| hơn| trên| gần| khoảng| ước|:){0,3}\s*$"
    r"|(?<!\w)(?:[Kk]inh phí|[Vv]ốn)(?!\w)[^.;:,\n]{0,80} (?:là|chỉ có|chỉ)\s*$"
)
# Whose money is only a share of the cost, and works that are paid for in another way.
_OF_SOME = re.compile(
    r"(?<!\w)(?:đóng góp|góp|ủng hộ|vận động|hỗ trợ|huy động|quyên góp|tài trợ|tặng|ngày công|hiến|đối ứng|còn lại"
    r"|tiết kiệm|giảm|cắt giảm|bổ sung|thêm|tăng|phạt|thu hồi|tạm ứng|lần đầu|giải phóng|đền bù|bồi thường|khảo sát"
    r"|thiết kế|lập (?:dự án|quy hoạch)|giám sát|biển|đèn|camera|sơn|vệ sinh|dọn|phát quang|trồng)(?!\w)",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?<!\w)(?:thanh niên|mô hình|phần việc|nhóm hộ|thắp sáng|hộ gia đình)(?!\w)", re.IGNORECASE)
_BUILDS = (
    r"(?:xây(?: dựng)?(?: mới)?|làm mới|mở mới|làm|bê[ -]tông hóa|bê tông hoá|cứng hóa|cứng hoá|nhựa hóa|kiên cố hóa"
    r"|trải nhựa|rải nhựa|thảm nhựa|láng nhựa|đổ bê tông|nâng cấp)"
)
_KEEPS = r"(?:sửa chữa|duy tu|bảo dưỡng|tu sửa|bảo trì)"
_VERBS = {
    "build": re.compile(rf"(?<!\w){_BUILDS}(?: được| khoảng| trên| hơn)*\s*$", re.IGNORECASE),
    "keep": re.compile(rf"(?<!\w){_KEEPS}(?:,? (?:thường xuyên|định kỳ|được|khoảng|trên|hơn))*\s*$", re.IGNORECASE),
}
_ROAD = re.compile(r"\s?(?:tuyến )?đường(?!\w)(?! dây| ống| điện| cống| hoa| cờ)")
_NEW = re.compile(r"(?<!\w)(?:xây(?: dựng)? mới|làm mới|xây dựng)\s$", re.IGNORECASE)
_SCALE = re.compile(r"(?<!\w)(?:[Qq]uy mô|[Cc]ông suất|với|gồm)(?: là| khoảng| trên)*\s$")
_HOSPITAL = re.compile(r"(?<!\w)(?:[Bb]ệnh viện|[Tt]rung tâm y tế)(?!\w)(?: [^\W\d_]+){0,8}$")
_SENTENCE = 400  # letters of a sentence that are read on either side
_NEAR = 90


def check_costs_of_works(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for works that cost far less or more than any: 'tổng mức đầu tư 6,4 triệu đồng'.

    Not flagged: shares of the cost (what people gave, support); repairs, signs and lamps; sentences of several sums,
    unless the sum is told as that of the whole work.
    """
    figures = prose_of(report)
    for one in figures:
        amount = single(one.base_value)
        if one.base_unit != "đồng" or not amount or one.change or one.unit.count("/") > one.unit.count("/năm"):
            continue
        low, high = _sentence(report.text, one)
        near = figures[
            bisect_left(figures, low, key=attrgetter("start")) : bisect_left(figures, high, key=attrgetter("start"))
        ]
        lead = report.text[max(low, one.start - _NEAR) : one.start]
        found = _bounds_of(report.text, low, high, one, near, bool(_WHOLE.search(lead)), bool(_COST.search(lead)))
        if found is None:
            continue
        name, bounds, place = found
        if bounds.least <= amount <= bounds.most:
            continue
        facts = {"amount": one.text, "things": name}
        case = "cheap" if amount < bounds.least else "price"
        related = (place,) if place is not None else ()
        yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), case, facts, related)


def _sentence(text: str, one: Figure) -> tuple[int, int]:
    low, high = max(one.start - _SENTENCE, 0), min(one.end + _SENTENCE, len(text))
    low = max((found.end() for found in STOP_OR_SEMICOLON.finditer(text, low, one.start)), default=low)
    stop = STOP_OR_SEMICOLON.search(text, one.end, high)
    return low, stop.start() if stop else high


_Known = tuple[str, Bounds, Span | None]


def _bounds_of(
    text: str, low: int, high: int, one: Figure, near: Sequence[Figure], whole: bool, cost: bool
) -> _Known | None:
    """What a sum of money pays for, between which bounds, and where that is named."""
    sentence = text[low:high]
    if not whole and not cost:
        return None
    if not whole and (_OF_SOME.search(sentence) or sum(it.base_unit == "đồng" for it in near) > 1):
        return None
    by_count = _by_count(text, near, whole)
    if by_count is not None:
        return by_count
    if whole:
        small = _SMALL.search(sentence) is not None
        return None if small else ("dự án", work_bounds()["invest", "dự án"], None)
    return _named(text, low, one)


def _by_count(text: str, near: Sequence[Figure], whole: bool) -> _Known | None:
    """The bounds of so many kilometres, rooms, classes or beds."""
    for it in near:
        many = single(it.value)
        if not many or it.change or it.base_unit == "đồng":
            continue
        lead = text[max(it.start - _NEAR, 0) : it.start]
        if it.unit == "km" and _ROAD.match(text, it.end):
            verb = next((verb for verb, pattern in _VERBS.items() if pattern.search(lead)), "")
            if verb:
                return _times(it, many, work_bounds()[verb, "km đường"])
        known = work_bounds().get(("scale", it.base_unit)) if whole else None
        if known is not None and (_SCALE.search(lead) or _HOSPITAL.search(lead)):
            return _times(it, many, known)
        if it.base_unit == "phòng học" and _NEW.search(lead):
            return _times(it, many, work_bounds()["build", "phòng học"])
    return None


def _times(it: Figure, many: Decimal, one: Bounds) -> _Known:
    return it.text, Bounds(one.least * many, one.most * many), Span(it.start, it.end)


def _named(text: str, low: int, one: Figure) -> _Known | None:
    """The bounds of one new house that the words before a sum name."""
    said = text[low : one.start]
    built = list(_houses().finditer(said))
    if len(built) == 1:
        group = "name" if built[0]["name"] else "house"
        place = Span(low + built[0].start(group), low + built[0].end(group))
        return built[0][group], work_bounds()["build", built[0][group].lower()], place
    return None


@cache
def _houses() -> re.Pattern[str]:
    """'Xây mới' before or behind a house of known cost; nothing counted, nothing mended."""
    names = sorted((thing for of, thing in work_bounds() if of == "build" and "km" not in thing), key=len, reverse=True)
    any_of = "|".join(map(re.escape, names))
    return re.compile(
        rf"(?<!\w)(?:xây(?: dựng)? mới (?:01 |một )?(?P<name>{any_of})(?!\w)"
        rf"|(?P<house>{any_of})(?!\w)[^.;,:\d\n]{{0,40}}? được xây(?: dựng)? mới(?= với|,| trị giá| \())",
        re.IGNORECASE,
    )


CHECKS = (check_costs_of_works,)
