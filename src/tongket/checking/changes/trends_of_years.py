"""Trends that are claimed of several years (xu hướng qua các năm), against the years that a note, a bracket or the next
sentence tells: ranks, rates and counts.

A case of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.places import matches_near
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import SMALL, key

_OVER_YEARS = r"(?: dần| đều| lên| liên tục| mạnh| rõ rệt)* (?:qua|theo) (?:các|từng) năm"
_CLAIM = re.compile(
    r"(?<!\w)(?:(?P<better>(?:tiến triển|cải thiện|tiến bộ|thăng hạng|tăng hạng|tăng bậc|nâng lên|nâng cao)"
    r"(?: (?:tốt|rõ rệt|tích cực|dần))?(?: (?:qua|theo) (?:các|từng) năm)?)"
    rf"|(?P<more>(?:tăng|nâng){_OVER_YEARS}|năm sau (?:luôn )?(?:cao|nhiều|lớn) hơn năm trước|tăng dần)"
    rf"|(?P<less>(?:giảm|hạ){_OVER_YEARS}|năm sau (?:luôn )?(?:thấp|ít|nhỏ) hơn năm trước|giảm dần))(?![{SMALL}])"
)
_TREND_WORDS = ("tiến", "cải thiện", "thăng hạng", "tăng", "nâng", "năm sau", "giảm", "hạ")
_NOT_SAID = re.compile(
    r"(?<!\w)(?:chưa|không|cần|phải|phấn đấu|nhằm|để|tiếp tục(?! được)|sẽ|mục tiêu|chỉ tiêu|yêu cầu|góp phần"
    r"|lộ trình)(?!\w)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;](?=\s|$)|\n")
_CLAUSE = re.compile(r"[.;:\n]|,\s(?=(?:tỷ lệ|tỉ lệ|số|chỉ số|tổng)\s)")
_YEAR = re.compile(r"(?<!\w)[Nn]ăm (?P<year>(?:19|20)\d\d)(?!\d|\s?[-–]\s?\d)")
_PIECE = re.compile(r"[;()\n]|,(?!\d)")
_ITEM = re.compile(
    r"(?P<label>[^\d]{0,80}?)(?P<rank>(?<!\w)(?:xếp )?(?:thứ )?(?:hạng|thứ|vị trí)(?: thứ)? )?"
    r"(?P<number>\d[\d.]*(?:,\d+)?)(?P<unit>\s?%|(?(rank)/\d{1,4}|(?!))|(?: [^\W\d_]+)?)(?![\d/])",
)
_NEXT = re.compile(r"\s*(?:Cụ thể|Trong đó|Năm)(?!\w)")
_OPENS_LIST = re.compile(r"[^.;:\n\d]{0,30}[:(]\s?[Nn]ăm \d{4}[^,;\n\d]{0,25}\d[\d.,]*%?[,;]")
_NAMES_NOTHING = "năm đạt là có còn chỉ số xếp của với được huyện tỉnh xã cấp tỷ lệ tỉ và thứ hạng tổng kết quả chiếm"
_EMPTY = frozenset(re.findall(r"\w+", key(_NAMES_NOTHING)))
_MEASURES = frozenset(("%", "tỷ", "triệu", "nghìn", "đồng", "ha", "tấn", "kg", "km", "m", "điểm"))
_A_NAME = 3  # words behind a number that name what it counts
_REACH = 500  # letters of a sentence


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of one matter for one year; ``unit`` is 'hạng' for a rank."""

    year: int
    number: Decimal
    unit: str
    text: str


def check_trends_of_years(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the years that a sentence, its note or the next sentence tells do not go the way
    that is claimed: 'Chỉ số hài lòng (SIPAS) có tiến triển qua các năm' with a note 'Năm 2021 hạng 1, năm 2022 hạng 3'.

    Of ranks, the greater number is worse; what is called better is held against ranks alone. Not flagged: aims, what is
    denied, matters that the claim does not name, years out of order.
    """
    tasks = tasks_of(report)
    for claim in matches_near(_CLAIM, report.text, *_TREND_WORDS, before=0):
        place = Span(*claim.span())
        subject = _CLAUSE.split(report.text[max(place.start - _REACH, 0) : place.start])[-1]
        if tasks.touch(place) or _NOT_SAID.search(subject):
            continue
        levels = _FROM_TO.match(report.text, place.end)
        if levels is not None:
            yield from _from_to(claim, levels)
            continue
        for carrier in _carriers(report, place):
            finding = _against(report.text, claim, key(subject), carrier)
            if finding is not None:
                yield finding
                break


_LEVEL = r"(?:(?:hạng|thứ|vị trí(?: thứ)?) )?(?P<{0}>\d[\d.]*(?:,\d+)?)(?P<{0}_unit>\s?%|(?: [^\W\d_]+)?)"
_FROM_TO = re.compile(
    rf"[^.;:\n\d]{{0,40}}?(?<!\w)từ (?=(?P<rank>hạng|thứ|vị trí)?){_LEVEL.format('one')}"
    rf"(?: \(?(?:năm )?\d{{4}}\)?)?[^.;:\n\d]{{0,30}}? (?:lên|xuống|còn|đến|tới) {_LEVEL.format('other')}"
)


def _from_to(claim: re.Match[str], levels: re.Match[str]) -> Iterator[Finding]:
    """The finding where the two levels behind a claim go the other way: 'giảm dần qua các năm, từ 5,2% lên 6,1%'."""
    one, other = parse_number(levels["one"]), parse_number(levels["other"])
    rank, units = bool(levels["rank"]), {levels["one_unit"].strip(), levels["other_unit"].strip()}
    alike = rank or len(units) == 1 or "" in units
    if one is None or other is None or one == other or not alike or rank != bool(claim["better"]):
        return
    rises = other > one
    if rises != bool(claim["more"]):
        facts = {"before": f"{levels['one']}{levels['one_unit']}", "now": f"{levels['other']}{levels['other_unit']}"}
        facts["way"] = " ".join(claim[0].split())
        facts["true_way"] = ("tụt hạng" if rises else "lên hạng") if rank else ("tăng" if rises else "giảm")
        yield Finding("change-mismatch", "warning", Span(claim.start(), levels.end()), "direction", facts)


def _carriers(report: Report, claim: Span) -> Iterator[Span]:
    """Where the years of a claim may be told: behind it in its sentence, in its note, in the sentence behind."""
    text = report.text
    stop = _STOP.search(text, claim.end, claim.end + _REACH)
    end = stop.start() if stop else min(claim.end + _REACH, len(text))
    if not (text.startswith(("tăng", "giảm"), claim.start) and _OPENS_LIST.match(text, claim.end)):
        # what ``directions.check_trends`` does not read
        yield Span(claim.end, end)
    for note in report.footnotes:
        if note.anchor is not None and claim.end <= note.anchor <= end:
            yield Span(note.text_start or note.start, note.end)
    if stop is not None and _NEXT.match(text, stop.end()):
        last = _STOP.search(text, stop.end() + 1, stop.end() + _REACH)
        yield Span(stop.end(), last.start() if last else stop.end() + _REACH)


def _against(text: str, claim: re.Match[str], subject: str, carrier: Span) -> Finding | None:
    """The finding for the first two years of a matter of the claim that go the other way."""
    told = _told(text, carrier)
    words = frozenset(re.findall(r"\w+", subject))
    for (label, unit), years in told.items():
        named = 2 * len(label & words) > len(label) if label else len(told) == 1
        if not named or (claim["better"] and unit != "hạng") or (unit == "hạng" and not claim["better"]):
            continue
        for one, other in pairwise(years):
            grows = other.number > one.number
            right = not grows if claim["better"] else grows == bool(claim["more"])
            if one.year < other.year and one.number != other.number and not right:
                return _finding(claim, one, other, carrier)
    return None


def _told(text: str, carrier: Span) -> dict[tuple[frozenset[str], str], list[_Told]]:
    """What a passage tells of the years that it names in order, by the words of each matter and its unit."""
    years = list(_YEAR.finditer(text, carrier.start, carrier.end))
    found: dict[tuple[frozenset[str], str], list[_Told]] = {}
    if len(years) < 2 or any(int(one["year"]) >= int(other["year"]) for one, other in pairwise(years)):
        return found
    ends = [one.start() for one in years[1:]] + [carrier.end]
    for year, end in zip(years, ends, strict=True):
        label: frozenset[str] = frozenset()
        for piece in _PIECE.split(text[year.end() : end]):
            item = _ITEM.match(piece)
            number = parse_number(item["number"]) if item else None
            if item is None or number is None:
                continue
            unit = "hạng" if item["rank"] else item["unit"].strip()
            counted = (
                "" if item["rank"] or unit in _MEASURES else " ".join(piece[item.end("number") :].split()[:_A_NAME])
            )
            label = frozenset(re.findall(r"\w+", key(f"{item['label']} {counted}"))) - _EMPTY or label
            said = " ".join(piece[: item.end()].split())
            found.setdefault((label, unit), []).append(_Told(int(year["year"]), number, unit, said))
    return found


def _finding(claim: re.Match[str], one: _Told, other: _Told, carrier: Span) -> Finding:
    facts = {"before": f"{one.text} ({one.year})", "now": f"{other.text} ({other.year})"}
    facts["way"] = " ".join(claim[0].split())
    rises = other.number > one.number
    facts["true_way"] = ("tụt hạng" if rises else "lên hạng") if one.unit == "hạng" else ("tăng" if rises else "giảm")
    return Finding("change-mismatch", "warning", Span(*claim.span()), "direction", facts, (carrier,))


CHECKS = (check_trends_of_years,)
