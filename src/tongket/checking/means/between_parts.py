"""Rates of a whole against those of its parts (tốc độ chung nằm giữa tốc độ các bộ phận): '6 tháng tăng 7,93% (quý I
tăng 7,31%, quý II tăng 7,87%)'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic. The growth of a whole, and the rate that it
reached, is a mean of those of its parts: it is never above all of them, nor below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.stops import sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted, format_number, parse_number, printed_decimals

_WAYS = r"(?P<way>tăng(?: trưởng)?|giảm|đạt)(?: ước)?(?: đạt| khoảng| thêm| bình quân)*"
_TOLD = re.compile(rf"(?<!\w)(?<!mức )(?<!tốc độ )(?<!hơn )(?<!với )(?<!kế hoạch ){_WAYS} (?P<number>\d+(?:,\d+)?)\s?%")
_STOP = re.compile(r"[.!?](?=\s+(?![Tt]rong đó)|$)|\n(?=\s*(?:\n|[-+*•–]|\d+[.)]|[a-zđ]\)))")
_AS_BEFORE = re.compile(r"\([^()]*(?:cùng kỳ|năm trước|năm (?:19|20)\d\d|kế hoạch|cao hơn|thấp hơn)[^()]*\)")
_LONGEST = 700  # letters of a sentence with what it divides

_QUARTER = re.compile(r"(?<!\w)[Qq]u[ýí] (?P<at>I{1,3}|IV|[1-4])(?![\wÀ-ỹ])")
_PERIODS = (
    (2, re.compile(r"(?<!\d)0?6 tháng|nửa đầu năm")),
    (3, re.compile(r"(?<!\d)0?9 tháng")),
    (4, re.compile("[Nn]ăm")),
)
_SECTORS = (
    re.compile(r"(?<!\w)nông(?! thôn)|lâm(?: nghiệp)?|thuỷ sản|thủy sản", re.IGNORECASE),
    re.compile(r"(?<!\w)công nghiệp", re.IGNORECASE),
    re.compile(r"(?<!\w)dịch vụ|thương mại", re.IGNORECASE),
)
_ECONOMY = re.compile(
    r"(?<!\w)(?:GRDP|GDP|tổng sản phẩm|tổng giá trị (?:sản xuất|gia tăng|tăng thêm)|kinh tế|giá trị sản xuất)(?!\w)",
    re.IGNORECASE,
)
_TAXES = re.compile(r"(?<!\w)thuế", re.IGNORECASE)
_ROOM = Decimal("0.3")  # what taxes on products, which few reports tell of, may move the growth of all sectors


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate as told: what is said before it, its way, how much, where."""

    lead: str
    rate: Decimal
    printed: str
    decimals: int
    place: Span
    reached: bool


def check_rates_between_parts(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the growth of a period is above that of each of its quarters or below, or that of
    the economy above that of each of its three sectors or below.

    Not flagged: parts that do not make the whole; rates told of another time; rates within their rounding; shares
    of one whole, which add up to its rate ('6 tháng đạt 55% dự toán, trong đó quý I đạt 25%, quý II đạt 30%').
    """
    done = 0
    for opened in re.finditer(r"(?<!\w)(?:[Qq]u[ýí] (?:I|1)(?![\wÀ-ỹ])|[Dd]ịch vụ)", report.text):
        if opened.start() < done:
            continue
        start = sentence_start(report.text, opened.start(), _LONGEST)
        if report.text.startswith("rong đó", start + 2):
            start = sentence_start(report.text, max(start - 2, 0), _LONGEST)
        stop = _STOP.search(report.text, opened.end(), start + _LONGEST)
        done = stop.start() if stop else start + _LONGEST
        rates = _rates(report.text, start, done)
        yield from _check(_quarters(rates), Decimal(0))
        sectors = _sectors(rates)
        yield from _check(sectors, Decimal(0) if any(_TAXES.search(one.lead) for one in rates) else _ROOM)


def _rates(text: str, start: int, end: int) -> list[_Rate]:
    """The rates of a sentence, without those that it compares them with."""
    aside = [found.span() for found in _AS_BEFORE.finditer(text, start, end)]
    found, low = list[_Rate](), start
    for told in _TOLD.finditer(text, start, end):
        value = parse_number(told["number"])
        if value is None or any(first < told.start() < last for first, last in aside):
            continue
        rate = -value if told["way"] == "giảm" else value
        place = Span(told.start("number"), told.end())
        decimals = printed_decimals(told["number"], value)
        found.append(_Rate(text[low : told.start()], rate, f"{told['number']}%", decimals, place, told["way"] == "đạt"))
        low = told.end()
    return found


def _quarters(rates: Sequence[_Rate]) -> list[_Rate]:
    """The whole and its quarters, all of them; none where there are others."""
    turns = [[counted(one["at"]) for one in _QUARTER.finditer(rate.lead)] for rate in rates]
    first = next((at for at, turn in enumerate(turns) if turn == [1] and at), 0)
    if not first or turns[first - 1]:
        return []
    parts = [rates[first]]
    for rate, turn in zip(rates[first + 1 :], turns[first + 1 :], strict=True):
        if turn != [len(parts) + 1]:
            break
        parts.append(rate)
    whole = rates[first - 1]
    period = next((many for many, words in _PERIODS if words.search(whole.lead)), 0)
    return [whole, *parts] if period == len(parts) else []


def _sectors(rates: Sequence[_Rate]) -> list[_Rate]:
    """The economy with its three sectors, and taxes where they are told; none where a sector is left out."""
    if not rates or not _ECONOMY.search(rates[0].lead) or any(words.search(rates[0].lead) for words in _SECTORS[2:]):
        return []
    parts = rates[1 : 1 + len(_SECTORS)]
    if len(parts) < len(_SECTORS) or not all(
        words.search(part.lead) for words, part in zip(_SECTORS, parts, strict=True)
    ):
        return []
    if any(sum(words.search(part.lead) is not None for words in _SECTORS) > 1 for part in parts):
        return []
    taxes = [one for one in rates[1 + len(_SECTORS) :][:1] if _TAXES.search(one.lead)]
    return [rates[0], *parts, *taxes]


def _check(told: Sequence[_Rate], room: Decimal) -> Iterator[Finding]:
    if not told or len({one.reached for one in told}) > 1:
        return
    whole, parts = told[0], told[1:]
    least, most = min(one.rate for one in parts), max(one.rate for one in parts)
    step = Decimal(1).scaleb(-min(one.decimals for one in told))
    added = sum((one.rate for one in parts), Decimal(0))
    if least - room - step <= whole.rate <= most + room + step or abs(added - whole.rate) <= step * len(parts):
        return
    facts = {"whole": whole.printed, "least": _shown(least), "most": _shown(most)}
    yield Finding("ratio-mismatch", "warning", whole.place, "between", facts, tuple(one.place for one in parts))


def _shown(rate: Decimal) -> str:
    return f"{format_number(rate)}%"


CHECKS = (check_rates_between_parts,)
