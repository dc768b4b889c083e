"""The rate of a school against those of its grades (tỷ lệ toàn trường và tỷ lệ các khối lớp): 'khối 1 đạt 97,8%, khối 2
đạt 98,9%, khối 3 đạt 99,5%; toàn trường đạt 99,8%'; the rate of all against those of each that are counted ('chung cả
ba chương trình').

A case of ``ratio-mismatch``, whose page stands with the arithmetic. The rate of all is a mean of those of its parts: it
is never above all of them, nor below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted, format_number, parse_number

_NUMBER = r"(?P<number>\d{1,3}(?:,\d{1,3})?)\s?%"
_GRADE = re.compile(
    rf"(?<!\w)(?:(?P<unit>[Kk]hối(?: lớp)?|[Ll]ớp) (?P<at>\d{{1,2}})|[Hh]ọc kỳ (?P<term>I{{1,2}}|[12]))"
    rf"(?:,? (?:đạt|là|có|chiếm)(?: tỷ lệ)?|:)?\s{_NUMBER}"
)
_WHOLE = re.compile(
    rf"(?<!\w)(?P<all>toàn trường|cả trường|chung|cả năm|bình quân)(?!\w)[^.;:%()\d\n]{{0,40}}?(?::\s)?{_NUMBER}"
    r"(?! (?:kế hoạch|chỉ tiêu|trở lên))",
    re.IGNORECASE,
)
_RATED = re.compile(rf"(?:^|[\n.]|[,;:(]|(?<!\w)và)(?P<label>[^.,;:()%\d\n]{{3,60}}?)(?: đạt| là|:)? {_NUMBER}")
_OF_SO_MANY = re.compile(
    rf"(?<!\w)(?:chung|bình quân)(?: của)? (?:cả )?(?P<count>hai|ba|bốn|năm|sáu|\d) [^.;:,%()\d\n]{{2,40}}? {_NUMBER}",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?<!\w)(?:tăng|giảm(?! nghèo)|cao hơn|thấp hơn|so với|cùng kỳ|năm trước|năm học trước|kế hoạch|chỉ tiêu"
    r"|chiếm)(?!\w)",
    re.IGNORECASE,
)
_PICKED = re.compile(r"(?<!\w)(?:trong đó|riêng|tiêu biểu|điển hình|như)(?!\w)", re.IGNORECASE)
_GRADES = ((1, 5), (6, 9), (10, 12), (1, 9), (6, 12), (1, 12))
_SCHOOLS = tuple(frozenset(range(first, last + 1)) for first, last in _GRADES)
_ROOM = Decimal("0.1")  # percentage points
_LONGEST = 600  # letters of a sentence
_FEWEST = 2


def check_rates_of_grades(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the rate of a school is above those of all its grades or below.

    Not flagged: changes and plans; sentences that pick some grades out; a second rate in the sentence for a grade.
    """
    text, done = report.text, -1
    for opened in finds(_GRADE, text):
        if opened.start() < done:
            continue
        low, done = sentence_start(text, opened.start(), _LONGEST), sentence_end(text, opened.end(), _LONGEST)
        parts = list(_GRADE.finditer(text, low, done))
        if len(parts) < _FEWEST or _OTHERWISE.search(text, low, done) or not _are_all(text, low, parts):
            continue
        among = (parts[0].start(), parts[-1].end())
        wholes = [one for one in _WHOLE.finditer(text, low, done) if not among[0] <= one.start() < among[1]]
        if len(wholes) == 1 and (wholes[0]["all"].lower() == "cả năm") == bool(parts[0]["term"]):
            yield from _outside(wholes[0], parts)


def _are_all(text: str, low: int, parts: Sequence[re.Match[str]]) -> bool:
    """Whether the parts are told once each, and are terms, all grades of a school, or, unless picked out, a row."""
    names = [one["at"] or one["term"] for one in parts]
    if len(set(names)) < len(names) or len({(one["unit"] or "").lower() for one in parts}) > 1:
        return False
    grades = {int(one["at"]) for one in parts if one["at"]}
    in_a_row = len(grades) > _FEWEST and max(grades) - min(grades) + 1 == len(grades)
    picked = _PICKED.search(text, low, parts[-1].start()) is not None
    return not grades or grades in _SCHOOLS or (in_a_row and not picked)


def check_rates_of_so_many(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the rate of so many things together is above those of all, or below, which its
    sentence tells one by one: 'giảm nghèo 84%, nông thôn mới 92%, dân tộc 78%; chung cả ba chương trình đạt 95%'.
    """
    text = report.text
    for whole in finds(_OF_SO_MANY, text):
        low = sentence_start(text, whole.start(), _LONGEST)
        end = whole.start()
        parts = list(_RATED.finditer(text, max(low - 1, 0), end))  # behind the mark that begins the sentence
        many = counted(whole["count"].lower()) or 0
        told = many >= _FEWEST and len(parts) == many and text.count("%", low, end) == many
        if told and not _OTHERWISE.search(text, low, whole.end()):
            yield from _outside(whole, parts)


def _outside(whole: re.Match[str], parts: Sequence[re.Match[str]]) -> Iterator[Finding]:
    rates = [parse_number(one["number"]) or Decimal(0) for one in parts]
    told, least, most = parse_number(whole["number"]) or Decimal(0), min(rates), max(rates)
    if least - _ROOM <= told <= most + _ROOM:
        return
    facts = {"whole": f"{whole['number']}%", "least": f"{format_number(least)}%", "most": f"{format_number(most)}%"}
    place = Span(whole.start("number"), whole.end())
    yield Finding("ratio-mismatch", "warning", place, "between", facts, tuple(Span(*one.span()) for one in parts))


CHECKS = (check_rates_of_grades, check_rates_of_so_many)
