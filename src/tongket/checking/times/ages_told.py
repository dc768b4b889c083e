"""How old somebody is, against the year of birth (tuổi và năm sinh): 'sinh năm 1931, năm nay 103 tuổi' in a report of
2024. By custom a year more is told (tuổi mụ).

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BORN = r"(?P<born>sinh (?:ngày )?(?:\d{1,2}[/-]\d{1,2}[/-]|năm )?(?P<year>(?:18|19|20)\d\d)(?!\d))"
_AGE = (
    r"(?P<told>(?:(?:năm nay|hiện nay|hiện|nay|đã|tròn)\s){0,3}(?P<age>\d{1,3}) tuổi)(?! (?:đảng|quân|nghề|Đảng|đời))"
)
_THEN = re.compile(r"\s?(?:khi|lúc|vào|năm (?:19|20)\d\d|thì)(?!\w)")
_TOLD = (re.compile(rf"{_BORN}(?:\)?,? |\)? \(){_AGE}"), re.compile(rf"{_AGE}(?:,? | \(){_BORN}"))
_EARLIER, _LATER = 2, 1  # a report of the year before, a birthday to come; the year more of custom


def check_ages_told(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where an age is not that of one born then in the year of the report.

    Not flagged: an age at an earlier time ('khi hy sinh'); years of membership; one of a year more or two less.
    """
    year = (report.letterhead.date or "")[:4]
    if not year.isdigit():
        return
    for pattern in _TOLD:
        for found in finds(pattern, report.text):
            off = int(found["age"]) - (int(year) - int(found["year"]))
            if not -_EARLIER <= off <= _LATER and not _THEN.match(report.text, found.end()):
                yield told_otherwise(report.text, Span(*found.span("told")), Span(*found.span("born")))


_BEGAN = re.compile(
    r"(?P<born>sinh (?:ngày )?(?:\d{1,2}/\d{1,2}/|năm )(?P<year>(?:18|19|20)\d\d))\)?,?[^.;:\n\d]{0,60}?"
    r"(?P<told>(?:vào Đảng|kết nạp Đảng|nhập ngũ|tham gia (?:công tác|cách mạng|quân đội)|công tác|tuyển dụng|vào"
    r" ngành)"
    r"[^.;:\n\d]{0,20}(?:\d{1,2}/){0,2}(?P<then>(?:19|20)\d\d))(?!\d)"
)
_YOUNGEST = 13  # years of those who joined the resistance
_OF_KIN = re.compile(r"(?<!\w)(?:con|cha|bố|mẹ|vợ|chồng|anh|em|cháu)(?!\w)")


def check_years_of_life(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where somebody began to serve as a child or before being born: 'sinh năm 1995,
    tham gia công tác từ năm 1985'.
    """
    for found in finds(_BEGAN, report.text):
        if int(found["then"]) - int(found["year"]) < _YOUNGEST and not _OF_KIN.search(found[0]):
            yield told_otherwise(report.text, Span(*found.span("told")), Span(*found.span("born")))


_MEMBER = re.compile(
    r"(?P<told>(?P<years>[3-9]\d) năm tuổi (?:[Đđ]ảng|[Đđ]oàn))(?!\w)[^.;\n]{0,90}?(?P<born>(?P<age>\d{2,3}) tuổi(?!\w)"
    r"|sinh (?:ngày )?(?:\d{1,2}[/-]\d{1,2}[/-]|năm )?(?P<year>(?:18|19|20)\d\d)(?!\d))"
)
_OF_AGE = 18  # Điều lệ Đảng, Điều 1


def check_years_of_members(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where somebody has been a member of the Party for more years than since the age
    of eighteen: 'huy hiệu 60 năm tuổi Đảng cho đồng chí ..., sinh năm 1962'.

    Not flagged: a few years less, as in the resistance.
    """
    own = (report.letterhead.date or "")[:4]
    for found in finds(_MEMBER, report.text) if own.isdigit() else ():
        age = int(found["age"]) if found["age"] else int(own) - int(found["year"])
        if int(found["years"]) > age - _OF_AGE + _RESISTANCE:
            yield told_otherwise(report.text, Span(*found.span("told")), Span(*found.span("born")))


_RESISTANCE = 3  # years

CHECKS = (check_ages_told, check_years_of_life, check_years_of_members)
