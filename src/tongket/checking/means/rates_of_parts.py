"""Rates of a whole against those of all its parts, where the amounts or the names show that they are all: 'bán lẻ đạt
100 tỷ đồng, giảm 4%. Trong đó, hàng hóa 80 tỷ đồng, tăng 9%; dịch vụ 20 tỷ đồng, tăng 6%'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic. The growth of a whole lies between those of its
parts; parts that leave something out prove nothing, so that they must add up to the whole, or be the four sectors of
the index of industrial production (Thông tư 02/2024/TT-BKHĐT and its forerunners).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import format_number, parse_number

_ABOUT = r"(?: (?:trên|hơn|gần|khoảng|tới|đến|thêm))?"
_RATE = re.compile(rf"(?<!\w)(?P<way>tăng|giảm){_ABOUT} (?P<number>\d+(?:,\d+)?)\s?%")
_AMOUNT = re.compile(
    r"(?<![\d.,/])(?P<number>\d[\d.]*\d(?:,\d+)?|\d(?:,\d+)?) (?P<unit>"
    r"(?:nghìn |triệu |tỷ )?(?:đồng|USD|tấn|ha|con|lượt|m3)|triệu KWh|hộ|người)(?!\w)"
)
_LEADS = ("rong đó", "ồm:", "ụ thể:")
_LEAD = re.compile(r"[.;,:]?\s\(?(?:Trong đó|trong đó|(?:Bao g|bao g|G|g)ồm|(?:C|c)ụ thể)(?:,|:| có| là)?\s?")
_END = re.compile(r"[.)](?=\s|$)|\n")
_BEGIN = re.compile(r"[.;]\s|\n")
_INDEX = re.compile(r"(?<!\w)(?:chỉ số sản xuất(?: công nghiệp|(?= toàn ngành))?|IIP)(?!\w)", re.IGNORECASE)
_SECTORS = tuple(
    re.compile(words, re.IGNORECASE) for words in (r"khai (?:khoáng|thác)", r"chế biến", r"điện", r"nước|rác thải")
)
_REACH = 400  # letters of the whole before its parts, and of the parts
_BACK = 12  # letters around one of the leads in which it is read whole
_NEAR = Decimal("0.015")  # of the whole, by which its parts may miss it
_ROOM = Decimal("0.1")  # percentage points


def check_rates_of_all_parts(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the growth of a whole is above that of each of its parts or below.

    Not flagged: parts that do not add up to the whole, and are not the four sectors of industry; wholes and parts told
    with two rates, of which one does not know which goes with which.
    """
    text = report.text
    for at in places_of(text, *_LEADS):
        if text.rfind("%", max(at - _REACH - _BACK, 0), at) < 0:
            continue  # most leads have no rate before them
        lead = _LEAD.search(text, max(at - _BACK, 0), at + _BACK)
        if lead is None:
            continue
        begins = [one.end() for one in _BEGIN.finditer(text, max(lead.start() - _REACH, 0), lead.start())]
        low = begins[-1] if begins else max(lead.start() - _REACH, 0)
        end = _END.search(text, lead.end(), lead.end() + _REACH * 2)
        whole = list(_RATE.finditer(text, low, lead.start()))
        if end is None or len(whole) != 1:
            continue
        parts = text[lead.end() : end.start()].split(";")
        rates = [list(_RATE.finditer(one)) for one in parts]
        if len(parts) < 2 or any(len(one) != 1 for one in rates):
            continue
        if _add_up(text[low : whole[0].start()], parts) or _are_sectors(text[low : whole[0].start()], parts):
            yield from _outside(whole[0], [_signed(one[0]) for one in rates])


def _add_up(whole: str, parts: list[str]) -> bool:
    """Whether each part has one amount in the unit of the whole, and they make it."""
    amounts = [list(_AMOUNT.finditer(one)) for one in (whole, *parts)]
    if any(len(one) != 1 for one in amounts) or len({one[0]["unit"] for one in amounts}) != 1:
        return False
    values = [parse_number(one[0]["number"]) or Decimal(0) for one in amounts]
    return abs(sum(values[1:], Decimal(0)) - values[0]) <= values[0] * _NEAR


def _are_sectors(whole: str, parts: list[str]) -> bool:
    """Whether the index of industrial production is told with its four sectors."""
    if not _INDEX.search(whole) or len(parts) != len(_SECTORS):
        return False
    return all(words.search(part) for words, part in zip(_SECTORS, parts, strict=True))


def _signed(found: re.Match[str]) -> Decimal:
    value = parse_number(found["number"]) or Decimal(0)
    return -value if found["way"] == "giảm" else value


def _outside(whole: re.Match[str], parts: list[Decimal]) -> Iterator[Finding]:
    least, most = min(parts), max(parts)
    if not least - _ROOM <= _signed(whole) <= most + _ROOM:
        facts = {
            "whole": " ".join(whole[0].split()),
            "least": f"{format_number(least)}%",
            "most": f"{format_number(most)}%",
        }
        yield Finding("ratio-mismatch", "warning", Span(*whole.span()), "between", facts)


CHECKS = (check_rates_of_all_parts,)
