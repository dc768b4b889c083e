"""Criteria of new rural communes (tiêu chí nông thôn mới): a commune attains nineteen at most (Decisions 491/QĐ-TTg of
2009, 1980/QĐ-TTg of 2016, 318/QĐ-TTg of 2022).

A case of ``implausible-magnitude``, whose page stands with the magnitudes. Shares ('20/19 tiêu chí') are held
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ALL = 19
_LIST = re.compile(
    r"(?:đạt(?<!\w.{3})|hoàn thành(?<!\w.{10})) (?:được |lần lượt (?:là )?)?"
    r"(?P<numbers>\d{1,2}(?:(?:, | và |; )\d{1,2}){0,9}) tiêu chí"
    r"(?! (?:thành phần|nâng cao|kiểu mẫu|nhỏ|con|theo bộ|của bộ))(?!\w)"
)
_COMMUNES = re.compile(r"(?<![\w/])(?:(?P<many>\d{1,2}|các|những) )?xã(?!\w)")
_OF_ALL = re.compile(r"(?<!\w)(?:tổng|cộng|cả|thêm|tăng|bình quân|huyện|tỉnh|thành phần|chỉ tiêu)(?!\w)", re.IGNORECASE)
_PROGRAMME = re.compile(r"nông thôn mới|NTM", re.IGNORECASE)
_LONGEST, _NEAR = 200, 400


def check_criteria(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where a commune attains more criteria than there are: '02 xã còn lại đạt 16 và 20
    tiêu chí'.

    Not flagged: what several communes attain together, parts of criteria, other programmes.
    """
    text = report.text
    for found in finds(_LIST, text):
        clause = clause_start(text, found.start(), _LONGEST)
        communes = [*_COMMUNES.finditer(text, clause, found.start())]
        numbers = list(re.finditer(r"\d+", found["numbers"]))
        over = [one for one in numbers if int(one[0]) > _ALL]
        if not communes or not over or _OF_ALL.search(text, clause, found.start()):
            continue
        many = communes[-1]["many"]
        each = len(numbers) == int(many) if many and many.isdigit() else not many and len(numbers) == 1
        named = max(sentence_start(text, found.start()) - _NEAR, 0)
        if each and _PROGRAMME.search(text, named, found.end()):
            at = found.start("numbers") + over[0].start()
            facts = {"amount": f"{over[0][0]} tiêu chí", "thing": "tiêu chí nông thôn mới của một xã"}
            yield Finding("implausible-magnitude", "warning", Span(at, found.end()), "measure", facts)


CHECKS = (check_criteria,)
