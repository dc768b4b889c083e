"""Telephone numbers with a digit too many or too few (số điện thoại thừa hoặc thiếu chữ số).

A case of ``implausible-magnitude``, whose page stands with the magnitudes. The plan is that of Thông tư
22/2014/TT-BTTTT as carried out by 17/6/2017 (codes of provinces) and 15/11/2018 (mobile numbers): 0 and ten more digits
for a line of a house (02...), 0 and nine more for a mobile one; 1800 and 1900 with four or six.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.spans import Spans
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_SINCE = "2019"  # years in which the old numbers were printed side by side with the new ones are left alone
_WORDS = (
    "iện thoại",
    "ĐT",
    "Đt:",
    "đt:",
    "Tel",
    "Fax",
    "FAX",
    "otline",
    "ường dây nóng",
    "ổng đài",
    "iên hệ",
    "Zalo",
    "số máy",
)
_REACH = 1500  # letters behind such a word in which the numbers of a list may stand
_NUMBER = re.compile(
    r"(?<![\w/.,+-])(?<!\d )\(?(?:0[235789]\d|1[89]00)\d{0,9}\)?(?:(?:[ .-]|\. )\d{1,8}){0,5}(?![\d/%])(?![.,-]\d)"
)
_GROUP = re.compile(r"\d+")
_DATE = re.compile(r"[0-3]?\d[./-][01]?\d[./-](?:19|20)\d\d")
_OTHER = re.compile(r"(?:ài khoản|STK|[Mm]ã số|MST|CCCD|CMND|[Cc]ăn cước|ịnh danh|[Cc]hứng minh)[^\n]{0,40}$")
_OLD = re.compile(  # codes that no number has had since: 04 of Hà Nội, 06x of the south, 01x of mobile ones
    r"(?:iện thoại|ĐT|SĐT|[Tt]el|[Ff]ax|FAX|otline|ường dây nóng)(?P<between>[^\d\n]{0,30}?)"
    r"(?P<number>(?<!\d)\(?0[146]\d{0,9}\)?(?:[ .-]\d{2,8}){0,4})(?![\d/.-]\d|\d)"
)
_OLD_DIGITS = (10, 11)
_LEAST, _MOST = 9, 13  # digits of what was meant for a telephone number
_NO_MOBILE = "080"  # the network of state organs, whose numbers are short


def check_telephones(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a telephone number that has more or fewer digits than any of its kind:
    '0243.6269.37.23' of an office in Hà Nội; or a code that was replaced: '04.3825.3536'.

    Not flagged: documents of before 2019, numbers that no word gives as those of telephones, numbers of accounts and
    identity cards, extensions behind a number.
    """
    if (report.letterhead.date or "") < _SINCE:
        return
    yield from _old_numbers(report.text)
    text = report.text
    listed = Spans(Span(at, at + _REACH) for at in places_of(text, *_WORDS))
    marks = {note.anchor for note in report.footnotes}
    for found in finds(_NUMBER, text):
        place = Span(*found.span())
        if not listed.touch(place) or _DATE.match(text, place.start) or marks & set(range(place.start, place.end + 1)):
            continue
        groups = _GROUP.findall(found.group())
        digits, most = "".join(groups), _digits_of("".join(groups))
        if not _LEAST <= len(digits) <= _MOST or digits.startswith(_NO_MOBILE):
            continue
        if not most & set(accumulate(map(len, groups))) and not _OTHER.search(
            text, max(place.start - 60, 0), place.start
        ):
            facts = {"number": found.group(), "digits": str(len(digits)), "right": str(max(most))}
            yield Finding("implausible-magnitude", "warning", place, "telephone", facts)


def _old_numbers(text: str) -> Iterator[Finding]:
    for found in finds(_OLD, text):
        digits = "".join(_GROUP.findall(found["number"]))
        if len(digits) in _OLD_DIGITS and not _OTHER.search(f"{found['between']} "):
            place = Span(*found.span("number"))
            yield Finding("implausible-magnitude", "warning", place, "old-telephone", {"number": found["number"]})


def _digits_of(number: str) -> frozenset[int]:
    """How many digits numbers of that kind have."""
    if number.startswith("1"):
        return frozenset({8, 10})
    return frozenset({11 if number.startswith("02") else 10})


CHECKS = (check_telephones,)
