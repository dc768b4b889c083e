"""Sizes that are generally known (số đo thông thường): what a beast weighs, how much grain a head has, how cold and how
hot it gets, the ages of a class.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes: '34 con lợn với trọng lượng 18.600 kg',
'lương thực bình quân đầu người 512 tấn', 'rét hại, nhiệt độ xuống còn 41 độ C'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.expressions import NUMBER
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import single
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_KILOS = {"kg": 1, "tạ": 100, "tấn": 1000}
_BEASTS = {  # the least and the most that one weighs, in kilos
    **dict.fromkeys(("lợn", "heo"), (Decimal("0.5"), Decimal(330))),
    **dict.fromkeys(("gà", "vịt", "ngan"), (Decimal("0.02"), Decimal(9))),
    "gia cầm": (Decimal("0.02"), Decimal(15)),
    **dict.fromkeys(("trâu", "bò"), (Decimal(12), Decimal(1000))),
    "dê": (Decimal("1.5"), Decimal(110)),
    "gia súc": (Decimal("0.5"), Decimal(1000)),
}
_ANY = (Decimal(0), Decimal(1000))
_BEAST = re.compile(rf" con (?P<beast>{'|'.join(_BEASTS)})(?!\w| giống)")
_WEIGHING = re.compile(
    r"[^.;\d\n]{0,30}(?:[,(]\s?(?:với\s)?|\s(?:với|có)\s)(?:tổng\s)?(?:khối lượng|trọng lượng|sản lượng)"
    r"(?: tiêu hủy| tiêu huỷ| hơi| là| khoảng)*\s"
)
_GRAIN = re.compile(
    r"(?:[Ll]ương thực(?: có hạt)? bình quân(?: đầu)? người|[Bb]ình quân lương thực(?: có hạt)?(?: đầu)? người)"
    rf"[^.;\d\n]{{0,30}}? (?P<weight>{NUMBER}) ?(?P<unit>kg|tạ|tấn)(?![\w])"
)
_LEAST_GRAIN, _MOST_GRAIN = Decimal(15), Decimal(5000)  # kilos a head and year, of a delta that grows rice alone, too
_DEGREES = rf"(?P<degrees>{NUMBER}) ?(?:°\s?C|độ C|oC|0C|⁰C|º\s?C)(?!\w)"
_COLD = re.compile(
    rf"(?:[Rr]ét (?:đậm|hại)|nhiệt độ (?:thấp nhất|(?:giảm )?xuống|hạ|giảm))[^.;\d\n]{{0,40}}? (?:dưới )?{_DEGREES}"
)
_HOT = re.compile(rf"(?:[Nn]ắng nóng|nhiệt độ cao nhất)[^.;\d\n]{{0,50}}? (?:trên )?{_DEGREES}")
_COLDEST, _HOTTEST = Decimal(22), Decimal(25)  # what is called cold in Việt Nam is below, what is called hot above
_AGES = re.compile(r"(?:[Tt]uổi|độ tuổi) từ (?P<first>\d{1,3}) (?:đến|-|–) (?P<last>\d{1,3})(?!\d|[.,]\d)(?! tháng)")
_OLDEST = 120


def check_weights(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for what each of some beasts would weigh by the weight of all: '487 con, khối
    lượng 27.862 tấn', '236 con lợn với tổng trọng lượng 14,6 kg'.
    """
    for one, other in pairwise(prose_of(report)):
        count, weight = single(one.value), single(other.value)
        beasts = (
            one.base_unit.partition(" ")[0] == "con"
            and other.unit in _KILOS
            and _WEIGHING.fullmatch(report.text, one.end, other.start) is not None
        )
        if not (beasts and count and weight):
            continue
        beast = _BEAST.match(report.text, one.number_end)
        least, most = _BEASTS[beast["beast"]] if beast else _ANY
        if not least <= weight * _KILOS[other.unit] / count <= most:
            facts = {"amount": other.text, "thing": one.text}
            place = Span(other.start, other.end)
            yield Finding("implausible-magnitude", "warning", place, "each", facts, (Span(one.start, one.end),))


def check_ordinary_sizes(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for grain a head, for degrees of cold and of heat, and for ages beyond those of
    people.
    """
    text = report.text
    for found in finds(_GRAIN, text):
        weight = parse_number(found["weight"])
        if weight and not _LEAST_GRAIN <= weight * _KILOS[found["unit"]] <= _MOST_GRAIN:
            yield _beyond(found, "weight", "lương thực bình quân đầu người")
    for pattern, thing in ((_COLD, "rét"), (_HOT, "nóng")):
        for found in finds(pattern, text):
            degrees = parse_number(found["degrees"])
            if degrees is not None and (degrees > _COLDEST if pattern is _COLD else degrees < _HOTTEST):
                yield _beyond(found, "degrees", thing)
    for found in finds(_AGES, text):
        if max(int(found["first"]), int(found["last"])) > _OLDEST:
            yield _beyond(found, "first", "độ tuổi")


def _beyond(found: re.Match[str], at: str, thing: str) -> Finding:
    end = found.end("unit") if at == "weight" else found.end()
    place = Span(found.start(at), end)
    facts = {"amount": " ".join(found.string[place.start : place.end].split()), "thing": thing}
    return Finding("implausible-magnitude", "warning", place, "measure", facts)


CHECKS = (check_weights, check_ordinary_sizes)
