"""Records that an earlier number of the report passes (cao nhất từ trước đến nay), and first times that were not.

    'góp ý 8 dự thảo, cao nhất từ trước tới nay', then 'năm 2023 góp ý 13 dự thảo'; 'lần đầu tiên tổ chức Ngày hội đọc
    sách', then 'Ngày hội đọc sách lần thứ ba'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.same_matter import are_of_one_matter, matter_of, which_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_RECORD = re.compile(
    r"(?<!\w)(?P<most>cao|nhiều|lớn|đông|thấp|ít|nhỏ) nhất(?: [^\W\d_]+){0,3}? (?:từ trước (?:đến|tới) (?:nay|giờ)"
    r"|trong (?:vòng )?(?P<years>\d{1,2}|hai|ba|bốn|năm) năm(?: qua| gần đây| trở lại đây)?|trong lịch sử"
    r"|trong (?:cả )?nhiệm kỳ)"
)
_LESS = frozenset(("thấp", "ít", "nhỏ"))
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_YEAR = re.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?![\d./-]\d)(?:,|:| là| có| đạt| đã| [^\W\d_]+){0,8}?\s?$")
_NO_YEAR = re.compile(
    r"(?<!\w)(?:[Gg]iai đoạn|[Ll]ũy kế|[Tt]ổng|từ năm|đến năm|[Nn]hiệm kỳ|[Kk]ế hoạch|[Mm]ục tiêu|cả)(?!\w)"
)
_LEAD = 70
_MOST = 40  # records and first times that are held against all numbers and sentences


def check_records(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for a record that a number of an earlier year passes.

    Not flagged: sums of years, aims; years before those of the record; numbers of another unit or matter.
    """
    year = int((report.letterhead.date or "0")[:4])
    told = sentences(report)
    figures = prose_of(report)
    records = ((one, one.search(_RECORD)) for one in told if year)
    for one, found in islice((each for each in records if each[1]), _MOST):
        if found is None:
            continue
        at = one.place.start + found.start()
        said = [it for it in figures if one.place.start <= it.start < at and not it.change and it.unit != "%"]
        before = [it for it in said if not _of_year(report.text, it, year)]
        own = before[-1] if before else _latest(report.text, said, year)
        value = single(own.base_value) if own is not None else None
        if own is None or value is None:
            continue
        span = found["years"]
        until = _of_year(report.text, own, year) or year
        first = until - (int(_WORDS.get(span, 0) or span) if span else _EVER)
        other = _beyond(report, told, one, own, value, found["most"] in _LESS, range(first, until))
        if other is not None:
            yield told_otherwise(report.text, Span(own.start, one.place.start + found.end()), other)


_EVER = 60


def _latest(text: str, said: Sequence[Figure], year: int) -> Figure | None:
    """The number of the latest year: 'Năm 2023 phản biện 09 dự thảo, cao nhất từ trước tới nay (năm 2022: 11)'."""
    return max((it for it in said if it.unit != "năm"), key=lambda it: _of_year(text, it, year), default=None)


def _of_year(text: str, it: Figure, year: int) -> int:
    """The earlier year of which a number is told; 0 for none."""
    lead = text[max(it.start - _LEAD, 0) : it.start]
    clause = re.split(r"[.;(]\s?(?=\D)|\n", lead.rstrip(" ("))[-1]
    named = _YEAR.search(clause)
    return int(named["year"]) if named and int(named["year"]) != year and not _NO_YEAR.search(clause) else 0


def _beyond(
    report: Report, told: tuple[Sentence, ...], one: Sentence, own: Figure, value: Decimal, less: bool, years: range
) -> Span | None:
    """Where a number of the same unit and matter, of one of some years, passes a record."""
    for it in prose_of(report):
        amount = single(it.base_value)
        if it is own or it.base_unit != own.base_unit or amount is None or it.target or it.change:
            continue
        if (amount >= value if less else amount <= value) or _of_year(report.text, it, years.stop) not in years:
            continue
        if one.place.start <= it.start < one.place.end + _FAR and "\n" not in report.text[one.place.end : it.start]:
            return Span(it.start, it.end)
        at = bisect_left(told, it.start, key=lambda other: other.place.end)
        held = told[at] if at < len(told) and told[at].place.start <= it.start else None
        if held is None or not _is_of_same(report.text[one.place.start : own.start], one, held):
            continue
        if which_of(one.text) == which_of(held.text):
            return held.place
    return None


def _is_of_same(lead: str, one: Sentence, other: Sentence) -> bool:
    """Whether a sentence names all that stands before a record: 'Thu ngân sách', and no 'chi ngân sách'."""
    told = matter_of(other.text)
    return matter_of(lead) <= told and len(matter_of(one.text) & told) >= _SHARED


_SHARED = 2
_FAR = 200  # letters behind a record in which brackets list the other years
_FIRST = re.compile(r"(?<!\w)(?:[Ll]ần đầu(?: tiên)?|là năm đầu tiên)(?!\w)")
_AGAIN = re.compile(
    r"(?<!\w)lần thứ (?!nhất|I(?!\w)|0?1(?!\d))(?:[^\W\d_]+|\d+)|(?<!\w)(?:[Tt]iếp nối|[Tt]iếp tục tổ chức)(?!\w)"
)
_YEARS = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d./-]\d)")
_DID = re.compile(r"(?<!\w)(?:đã|tổ chức|thu hút|có|công nhận|diễn ra|thành lập)(?!\w)")
_OF_PLANS = re.compile(
    r"(?<!\w)(?:[Kk]ế hoạch|[Nn]ghị quyết|[Qq]uyết định|số \d|[Gg]iai đoạn|ban hành|chưa|không|nhiệm kỳ)(?!\w)"
)
_MATTER = re.compile(r"(?<!\w)(?:trong |[Tt]ừ )?năm(?: học)? (?:19|20)\d\d(?:-\d{4})?|[Nn]ăm (?:nay|này)")


def check_first_times(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for a first time of what is told of an earlier year, or as held again.

    Not flagged: other grades and levels; documents and plans; what an earlier year did not have.
    """
    year = (report.letterhead.date or "")[:4]
    told = sentences(report)
    firsts = ((one, one.search(_FIRST)) for one in told)
    for one, found in islice((each for each in firsts if each[1]), _MOST):
        if found is None:
            continue
        years = _YEARS.findall(one.text)
        own = max(years, default=year)
        said = _MATTER.sub(" ", one.text[found.end() :].split(",")[0])
        if len(matter_of(said)) < _SHARED:
            continue
        for other in told:
            if other is one or _OF_PLANS.search(other.text) or not are_of_one_matter(said, other.text, 0):
                continue
            earlier = any(at < own for at in _YEARS.findall(other.text)) and _DID.search(other.text)
            later = any(own < at for at in _YEARS.findall(other.text))
            if (earlier or (_AGAIN.search(other.text) and not later)) and not other.search(_FIRST):
                yield told_otherwise(report.text, Span(one.place.start + found.start(), one.place.end), other.place)
                break


CHECKS = (check_records, check_first_times)
