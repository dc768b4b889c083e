"""Single years against what several years have together (từng năm và cả giai đoạn): bare numbers of years in brackets
('Kết nạp 31 đảng viên (năm 2021: 08, năm 2022: 11, năm 2023: 10)'), and one year picked out ('Riêng năm 2023 ...').

Cases of ``sum-mismatch`` and ``implausible-magnitude``, whose pages stand with the arithmetic and the magnitudes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import amount, counts_alike, prose_of
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.places import with_unit
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.checking.evidence.told import is_plain
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"
_A_YEAR = rf"năm (?:19|20)\d\d(?: có| là|:) ?(?:{_NUMBER})(?![\d/%]|[.,]\d| ?%)"
_IN_BRACKETS = re.compile(
    rf"(?<![\d.,/-])(?P<whole>{_NUMBER}) (?P<unit>[^\d.,;:()%\n]{{2,40}})"
    rf" \((?P<years>{_A_YEAR}(?:[,;] {_A_YEAR}){{1,9}})\)"
)
_YEAR = re.compile(rf"năm (?P<year>\d{{4}})(?: có| là|:) ?(?P<count>{_NUMBER})")
_STOCK = re.compile(r"(?<!\w)(?:còn|hiện|lên|xuống|duy trì|quản lý|tỷ lệ|bình quân|trung bình|mỗi|tăng|giảm)(?!\w)")
_LEAD = 60  # letters before the whole


def check_years_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where bare numbers of years that follow one another do not make the number before them.

    Not flagged: stocks, of which the whole is that of the last year; years with a gap.
    """
    if is_dirty(report):
        return
    for found in finds(_IN_BRACKETS, report.text):
        lead = report.text[max(found.start() - _LEAD, 0) : found.start()]
        years = [*_YEAR.finditer(found["years"])]
        in_a_row = all(int(after["year"]) - int(one["year"]) == 1 for one, after in pairwise(years))
        if not in_a_row or _STOCK.search(lead[lead.rfind(".") + 1 :]):
            continue
        counts = [parse_number(one["count"]) or Decimal(0) for one in years]
        made, whole = sum(counts, Decimal(0)), parse_number(found["whole"]) or Decimal(0)
        if made != whole and whole not in counts and abs(made - whole) * 2 <= whole:
            facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(whole)}
            yield Finding("sum-mismatch", "error", with_unit(report, *found.span("whole")), "", facts)


_PICKED = re.compile(r"iêng (?<=[Rr]iêng )(?:trong )?năm (?:19|20)\d\d,?(?P<said> [^.;\n\d]{3,60}?)(?= \d)")
_TOGETHER = re.compile(r"(?<!\w)(?:[Qq]ua|[Tt]rong|[Ss]au) (?:\d{1,2}|hai|ba|năm) năm(?!\w)|(?<!\w)[Gg]iai đoạn 20\d\d")
_FAR = 320  # letters before a year in which the number of all years stands
_VERB = re.compile(r"[^\W\d_]+ [^\W\d_]+$")


def check_years_picked_out(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where one of several years has more than all of them in the sentence before: 'Qua
    03 năm biểu dương 47 cá nhân. Riêng năm 2023 biểu dương 49 cá nhân'.

    Not flagged: stocks; another verb; units that the sentence before counts twice.
    """
    figures = prose_of(report)
    for found in finds(_PICKED, report.text):
        verb = _VERB.search(found["said"])
        low = sentence_start(report.text, found.start())
        before = sentence_start(report.text, max(low - 2, 0)) if low + 1 >= found.start() - 1 else low
        said = report.text[max(before, found.start() - _FAR) : found.start()]
        if verb is None or verb[0] not in said or not _TOGETHER.search(said) or _STOCK.search(found["said"]):
            continue
        first = bisect_left(figures, max(before, found.start() - _FAR), key=attrgetter("start"))
        at = bisect_left(figures, found.start(), key=attrgetter("start"))
        end = sentence_end(report.text, found.end(), _FAR)
        for one in [one for one in figures[at:] if one.end <= end and is_plain(one) and one.unit][:_MOST]:
            wholes = [other for other in figures[first:at] if is_plain(other) and other.unit == one.unit]
            if len(wholes) == 1 and counts_alike(one, wholes[0]) and amount(one) > amount(wholes[0]):
                facts = {"label": one.text, "whole": wholes[0].text}
                related = (Span(wholes[0].start, wholes[0].end),)
                yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "part", facts, related)


_MOST = 4  # numbers of the year that are held against all

CHECKS = (check_years_in_brackets, check_years_picked_out)
