"""Sizes that stand in no order, or that no one thing can have (cao nhất, thấp nhất, mỗi người, mỗi lớp).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. The bounds are general knowledge, set wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, ends_between
from tongket.checking.evidence.numbers import is_hedged, shown, single
from tongket.checking.evidence.told import blocks_of, is_alike, is_people
from tongket.checking.evidence.two_wholes import is_mean
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_MILLION = Decimal(10**6)
_HIGHEST = re.compile(r"(?<!\w)(?:[Cc]ao|[Ll]ớn|[Nn]hiều|[Đđ]ông|[Dd]ài) nhất(?!\w)[^.;,\d\n]{0,40}$")
_LOWEST = re.compile(r"(?<!\w)(?:[Tt]hấp|[Nn]hỏ|[Íí]t|[Nn]gắn) nhất(?!\w)[^.;,\d\n]{0,40}$")
_NEAR = 60  # letters before a number


def check_highest_and_lowest(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where the lowest of a kind is more than the highest, beside which it stands:
    'thưởng cao nhất 96 triệu đồng/người, thấp nhất 3,5 tỷ đồng/người'.

    Not flagged: numbers of two units or two sentences.
    """
    text = report.text
    for block in blocks_of(report):
        for one, other in zip(block.figures, block.figures[1:], strict=False):
            low = max(other.start - _NEAR, one.end)
            if not is_alike(one, other) or other.start - one.end > 2 * _NEAR:
                continue
            first, second = single(one.base_value), single(other.base_value)
            if first is None or second is None or text.find("nhất", low, other.start) < 0:
                continue
            before = max(one.start - _NEAR, 0)
            falls = _HIGHEST.search(text, before, one.start) and _LOWEST.search(text, low, other.start)
            rises = _LOWEST.search(text, before, one.start) and _HIGHEST.search(text, low, other.start)
            if (falls and second > first) or (rises and first > second):
                least, most = (other, one) if falls else (one, other)
                facts = {"low": least.text, "high": most.text}
                related = (Span(most.start, most.end),)
                yield Finding("implausible-magnitude", "warning", Span(least.start, least.end), "order", facts, related)


_ONE_CLASS = re.compile(
    r"(?<!\w)(?:(?:[Mm]ỗi|[Mm]ột) (?:lớp|chi đoàn|chi bộ)"
    r"|(?:[Ll]ớp|[Cc]hi đoàn|[Cc]hi bộ) (?:đông|lớn|nhiều|ít) nhất)"
    r"(?: (?:có|là|tới|đến|với))*\s*$"
)
_ONE_HAND = re.compile(
    r"(?<!\w)(?:[Mm]ột|[Mm]ỗi|1|01) (?:bác sĩ|y sĩ|cán bộ|công chức|nhân viên|giáo viên|người|đồng chí)"
    r"[^.;,\d\n]{0,30}$"
)
_ONE_HOUSE = re.compile(r"(?<!\w)[Mm]ỗi (?:hộ|gia đình|người)[^.;,\d\n]{0,40}$")
_A_DAY = re.compile(r"(?:\s[^\W\d_]+){0,2}\s?/\s?ngày")
_MOST_OF_CLASS, _MOST_A_DAY, _MOST_KG_A_DAY, _MOST_AGE = Decimal(1000), Decimal(1000), Decimal(100), Decimal(130)
_MOST_A_MONTH = 200 * _MILLION


def check_what_one_can(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for what no one person, class or household can have: an age of 214 years, a class
    of 4.512 pupils, 12.500 patients a day of one doctor, 450 million đồng a month for a hamlet's officer.

    Not flagged: numbers of many together.
    """
    for one in report.figures:
        stated = single(one.base_value)
        if stated is None or one.in_table or (single(one.value) or 0) < _MOST_KG_A_DAY:
            continue
        thing = _beyond_one(report.text, one, stated)
        if thing:
            facts = {"amount": one.text, "thing": thing}
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "each", facts)


def _beyond_one(text: str, one: Figure, stated: Decimal) -> str:
    """The one thing that cannot have so much; "" where it can."""
    low = max(one.start - _NEAR, 0)
    if one.unit == "tuổi":
        return "tuổi" if stated > _MOST_AGE else ""
    if one.base_unit == "đồng":
        monthly = one.unit.endswith("/tháng") and ("người" in one.unit or "đồng chí" in one.unit)
        return "tháng" if monthly and stated > _MOST_A_MONTH else ""
    if one.unit.endswith("/ngày") or _A_DAY.match(text, one.end):
        if one.unit.startswith("kg") and _ONE_HOUSE.search(text, low, one.start):
            return "ngày"
        return "ngày" if stated > _MOST_A_DAY and _ONE_HAND.search(text, low, one.start) else ""
    if stated > _MOST_OF_CLASS and "/" not in one.unit and is_people(one) and _ONE_CLASS.search(text, low, one.start):
        return "lớp"
    return ""


_SMALLEST = re.compile(r"(?<!\w)(?:[Íí]t|[Tt]hấp|[Nn]hỏ) nhất(?!\w)[^.;,\d\n]{0,25}$")
_BIGGEST = re.compile(r"(?<!\w)(?:[Đđ]ông|[Nn]hiều|[Cc]ao|[Ll]ớn) nhất(?!\w)[^.;,\d\n]{0,25}$")


def check_parts_above_totals(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where the largest part of something is several times what all are: 'Hội có 46.812
    hội viên ... chi hội đông nhất 240.000 hội viên'.

    Not flagged: units that the paragraph counts but there; what is above a mean or above the least of them ('thấp nhất
    8 triệu đồng, cao nhất 45 triệu đồng'); numbers of sentences farther off.
    """
    for block in blocks_of(report):
        for index, one in enumerate(block.figures):
            stated = single(one.base_value)
            low = max(one.start - 40, 0)
            if stated is None or one.unit == "%" or report.text.find("nhất", low, one.start) < 0:
                continue
            if not _BIGGEST.search(report.text, low, one.start):
                continue
            near = [
                other
                for other in block.figures[max(index - _NEAR, 0) : index]
                if len(ends_between(report, other.end, one.start)) <= 1
            ]
            before = [other for other in near if is_alike(other, one) and not is_mean(report.text, other)]
            before = [other for other in before if not _is_smallest(report.text, other)]
            largest = max(before, key=amount, default=None)
            total = amount(largest) if largest else None
            if largest is None or is_hedged(largest):
                continue
            if report.text.find(";", largest.end, one.start) >= 0 and _MEASURED.fullmatch(one.base_unit):
                continue  # 'lượng mưa 486,2 mm; mực nước cao nhất 3,42 m'
            if total and stated > _TIMES * total and "/" not in one.unit:
                facts = {"label": one.text, "amount": shown(stated), "whole": largest.text, "of": shown(total)}
                related = (Span(largest.start, largest.end),)
                yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "part", facts, related)


def _is_smallest(text: str, one: Figure) -> bool:
    return _SMALLEST.search(text, max(one.start - 40, 0), one.start) is not None


_MEASURED = re.compile(r"mm|cm|m|km|°C|độ|ha|m2|m3|m²|m³")
_TIMES = 3
_SPENT = re.compile(
    r"(?<!\w)(?:[Cc]hi (?:mua|cho|hội nghị|tiếp khách|thăm)|[Mm]ua|[Tt]rao|[Tt]ặng|[Qq]uyên góp|[Ủủ]ng hộ|[Tt]hăm hỏi"
    r"|[Vv]ăn phòng phẩm)(?!\w)"
)
_OF_MANY = re.compile(
    r"(?<!\w)(?:[Tt]ổng|GRDP|GDP|[Gg]iá trị sản xuất|[Dd]ự toán|[Dd]ư nợ|[Dd]oanh thu|[Vv]ốn|[Dd]ự án|cả nước"
    r"|Trung ương)(?!\w)"
)
_FAR_ABOVE = 4


def check_money_above_all(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for one expense or collection that is several times all other money told of:
    'dự toán 52.486 triệu đồng ... chi mua văn phòng phẩm 215 tỷ đồng'.

    Not flagged: totals, works and programmes; reports that name fewer than four other sums.
    """
    money = [
        one for one in report.figures if one.base_unit == "đồng" and "/" not in one.unit and single(one.base_value)
    ]
    if len(money) <= _FAR_ABOVE:
        return
    ranked = sorted(money, key=amount, reverse=True)
    most, next_most = ranked[0], ranked[1]
    if most.in_table or most.change or amount(most) < _FAR_ABOVE * amount(next_most):
        return
    low = max(most.start - 90, report.text.rfind(".", max(most.start - 90, 0), most.start) + 1)
    if _SPENT.search(report.text, low, most.start) and not _OF_MANY.search(report.text, low, most.end + 40):
        facts = {"label": most.text, "amount": most.text, "whole": next_most.text, "of": next_most.text}
        related = (Span(next_most.start, next_most.end),)
        yield Finding("implausible-magnitude", "warning", Span(most.start, most.end), "part", facts, related)
