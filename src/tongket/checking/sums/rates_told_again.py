"""A rate that went from so much to so much, and the same rate told elsewhere (tỷ lệ nói lại ở phần đánh giá): 'nợ quá
hạn 84 triệu đồng, chiếm 0,16%, cuối năm 2014 chiếm 1,45%', then 'tỷ lệ nợ quá hạn giảm từ 1,45% xuống còn 0,19%'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import swapped
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_N = r"\d{1,3}(?:,\d{1,3})?"
_WENT = re.compile(
    r"(?<!\w)[Tt][ỷỉ] lệ (?P<name>[^.;:,()\d\n]{4,50}?)(?: (?:của|trên địa bàn) (?:toàn )?(?:xã|phường|huyện|tỉnh))?"
    r"(?: (?:đã|được|tiếp tục|giảm|tăng|nâng|hạ|mạnh|nhanh|dần|đều)){0,4}"
    rf" từ (?P<first>{_N})\s?%(?P<then>[^.;:%\n]{{0,40}}?) (?:xuống|lên|còn|đến)(?: (?:chỉ|còn|đến|là)){{0,2}}"
    rf" (?P<last>{_N})\s?%"
)
_RATE = re.compile(
    r"(?P<lead>(?:chiếm|còn|đạt|là|tỷ lệ|tương ứng|\()\s?)(?P<number>\d(?<![\d.,]\d)\d{0,2},\d{1,3})\s?%"
)
_NARROWED = re.compile(
    r"\s(?:là(?! \d)|thuộc|ở|tại|có|không|trong|dân tộc|người|của (?!xã|phường|huyện|tỉnh|toàn))(?!\w)"
)
_OTHERWISE = re.compile(
    r"(?<!\w)(?:phấn đấu|kế hoạch|mục tiêu|chỉ tiêu|dự kiến|cùng kỳ|bình quân)(?!\w)", re.IGNORECASE
)
_PRINTED = re.compile(r"\d(?<![\d.,]\d)\d{0,2}(?:,\d{1,3})?(?=\s?%)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MOST, _LONGEST = 12, 320  # places of a name, letters of a sentence


def check_rates_told_again(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a rate is said to have come to a number, and elsewhere is told as another
    one, beside the same number of then or with its digits turned.

    Not flagged: aims; names that words behind them narrow; rates that are told a second time as here; other years.
    """
    tasks, went = tasks_of(report), list(finds(_WENT, report.text))
    times = Counter(_PRINTED.findall(report.text)) if went else Counter[str]()
    for found in went:
        if tasks.touch(Span(*found.span())) or times[found["last"]] > 1:
            continue
        other = _told_elsewhere(report.text, found)
        if other is not None and not tasks.touch(other):
            yield told_otherwise(report.text, Span(*found.span()), other)


def _told_elsewhere(text: str, found: re.Match[str]) -> Span | None:
    """Where a sentence tells the rate of the same name otherwise."""
    places = re.finditer(rf"(?<!\w){re.escape(found['name'])}(?!\w)", text, re.IGNORECASE)
    own = sentence_start(text, found.start()), sentence_end(text, found.end(), _LONGEST)
    for place in islice(places, _MOST):
        low, high = sentence_start(text, place.start(), _LONGEST), sentence_end(text, place.end(), _LONGEST)
        if own[0] <= place.start() < own[1] or _NARROWED.match(text, place.end()):
            continue
        said = text[low:high]
        if _OTHERWISE.search(said) or not _of_one_year(said, text[slice(*own)]):
            continue
        rates = [one for one in _RATE.finditer(text, place.end(), high) if one["number"] != found["first"]]
        told_then = len(_RATE.findall(text, place.end(), high)) > len(rates)
        if len(rates) == 1 and (told_then or _is_turned(rates[0]["number"], found["last"])):
            return Span(place.start(), rates[0].end())
    return None


def _of_one_year(one: str, other: str) -> bool:
    years = [set(_YEAR.findall(said)) for said in (one, other)]
    return not all(years) or bool(years[0] & years[1])


def _is_turned(one: str, other: str) -> bool:
    first, last = (parse_number(number) or Decimal(0) for number in (one, other))
    return swapped(first, last, max(len(number.partition(",")[2]) for number in (one, other)))


CHECKS = (check_rates_told_again,)
