"""One named work told with two sizes (một công trình, hai quy mô): 'hồ Bản Cưởm (9 ha) ... hồ Bản Cưởm (14,5 ha)'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, folded

_SIZES = frozenset(("ha", "m2", "km2", "m3", "m3/s", "m3/h", "m3/ngày", "m3/ngày đêm", "MW", "kW", "kWp", "kVA", "MVA"))
# no lengths: roads and canals are told by their pieces
_WORK = (
    r"hồ điều hòa|hồ điều hoà|hồ chứa nước|hồ chứa|hồ|đập|trạm bơm|trạm biến áp|trạm xử lý nước thải|nhà máy|thủy điện"
    r"|thuỷ điện|điện gió|điện mặt trời|khu công nghiệp|cụm công nghiệp|khu đô thị|khu dân cư|khu tái định cư|công viên"
    r"|quảng trường|nghĩa trang|bãi rác|chợ|sân vận động|trung tâm thương mại|vườn quốc gia|khu bảo tồn|bến xe"
)
_PART = rf"[{CAPITALS}][^\W\d_]*"
_NAME = rf"{_PART}(?:[ \n](?:{_PART}|\d{{1,2}}(?:\.\d{{1,2}})?(?![\d,])))*"
_BEFORE = re.compile(
    rf"(?:(?P<work>(?i:{_WORK}))\s|[,;:(]\s?|(?<=\s)và\s|\d\)\s)(?P<name>{_NAME})"
    rf"(?:,? (?:tại |ở |thuộc )?(?:xã|phường|huyện|thị trấn) {_NAME})?"
    r"(?:\s?\(|,? (?:có |với )?)"
    r"(?:(?:tổng |quy mô |có )?(?:diện tích|công suất|dung tích|lưu lượng|rộng|quy mô)\s)*$"
)
_HEAD = re.compile(rf"(?<!\w)(?:{_WORK})(?!\w)", re.IGNORECASE)
_OF_A_PART = re.compile(
    r"(?<!\w)(?:giai đoạn|đợt|phần|mở rộng|điều chỉnh|tăng|giảm|còn lại|thu hồi|bàn giao|giải phóng|trước|nâng|trong đó"
    r"|từng|mỗi|đã|hiện trạng|hiện có|hạng mục|trồng|nạo vét)(?!\w)",
    re.IGNORECASE,
)
_BACK, _AHEAD = 130, 50  # letters before a number that name the work, and behind it that narrow it
_VERB = 40  # letters before the name that may narrow it
_LIST = 400  # letters before a name in which a list says of what it is


@dataclass(frozen=True, slots=True)
class _Told:
    """A size of a work: what the work is, how much and where."""

    work: str
    amount: Decimal
    decimals: int
    place: Span


def check_measures_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a work that is called by its name has one area, volume or capacity at one
    place and another at the next.

    Not flagged: lengths, hedges, tables, parts and stages of a work, what is rounded, works told with three sizes.
    """
    told: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for one in prose_of(report):
        amount = single(one.value)
        if one.unit in _SIZES and amount is not None and not is_hedged(one) and not one.change:
            for name, work in _named(report.text, one):
                told[folded(name), one.unit].append(_Told(work, amount, one.decimals, Span(one.start, one.end)))
    for several in told.values():
        works = {one.work for one in several if one.work}
        if len(works) != 1 or len({one.amount for one in several}) != _BOTH:
            continue
        first = several[0]
        other = next(one for one in several if one.amount != first.amount)
        if not _is_rounded(first, other):
            yield told_otherwise(report.text, _with_name(report, other), _with_name(report, first))


_BOTH = 2  # sizes that deny each other


def _named(text: str, one: Figure) -> Iterator[tuple[str, str]]:
    """The name of the work whose size a number is, and the kind of the work, as far as it is said."""
    low = max(one.start - _BACK, 0)
    found = _BEFORE.search(text, low, one.start)
    end = text.find("\n\n", one.end, one.end + _AHEAD)
    behind = text[one.end : end if end >= 0 else one.end + _AHEAD].split(";")[0].split(")")[0]
    if found is None or _OF_A_PART.search(text, max(found.start() - _VERB, 0), one.start) or _OF_A_PART.search(behind):
        return
    if not found["work"] and not re.search(r"\s", found["name"]):
        return  # any word at the opening of a line
    work = (found["work"] or "").lower()
    if not work:
        low = max(found.start() - _LIST, 0)
        line = max(text.rfind(". ", low, found.start()), low)
        heads = [head.group().lower() for head in _HEAD.finditer(text, line, found.start() + 1)]
        work = heads[-1] if heads else ""
    yield found["name"], work.replace("hoà", "hòa").replace("thuỷ", "thủy")


def _is_rounded(one: _Told, other: _Told) -> bool:
    step = Decimal(1).scaleb(-min(one.decimals, other.decimals))
    return abs(one.amount - other.amount) < step


def _with_name(report: Report, told: _Told) -> Span:
    found = _BEFORE.search(report.text, max(told.place.start - _BACK, 0), told.place.start)
    return Span(found.start("name"), told.place.end) if found else told.place


CHECKS = (check_measures_told_twice,)
