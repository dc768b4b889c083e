"""Units that the report itself says to have been merged, and names as if they lived (đơn vị đã nhập theo báo cáo).

A case of ``stale-unit``, whose page stands with the units. The table of units has no say here: it need not know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.spans import in_citations
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, plain

_NAME = rf"(?:[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{0,3}}|\d{{1,2}}(?![\d/.,]\d|\d))"
_LEVEL = r"(?:xã|phường|thị trấn|huyện|[Tt]hôn|[Bb]ản|[Tt]ổ dân phố|[Kk]hu phố|ấp)"
_NAMES = rf"{_LEVEL} {_NAME}(?:(?:, | và |,? và )(?:{_LEVEL} )?{_NAME})*"
_MERGED = r"(?:sáp nhập|nhập|hợp nhất|sắp xếp)"
_INTO_WORDS = ("nhập vào ", "nhập với ", "nhập nguyên trạng vào ", "hợp nhất vào ", "hợp nhất với ", "sắp xếp vào ")
_FROM_WORDS = ("trên cơ sở ", "gồm toàn bộ ", "gồm nguyên trạng ", "từ toàn bộ ", "từ nguyên trạng ")
_INTO = re.compile(
    rf"(?P<units>{_NAMES})\s(?:đã |được |chính thức )*{_MERGED} (?:nguyên trạng )?(?:vào|với)\s"
    r"(?P<into>[^.;,\n]{3,60})"
)
_FROM = (
    re.compile(rf"(?:gồm|từ) (?:toàn bộ|nguyên trạng)(?: diện tích[^.;\n]{{0,40}}của)?(?: các)? (?P<units>{_NAMES})"),
    re.compile(
        rf"trên cơ sở (?:{_MERGED}|nguyên trạng|toàn bộ|diện tích|dân số|của|các|ba|hai|bốn|0?\d|tự nhiên|và|,|\s)*"
        rf"(?P<units>{_NAMES})"
    ),
)
_BEFORE, _BEHIND = 160, 300  # letters in which the units stand that are merged into another, or of which one is made
_ONE = re.compile(rf"(?:(?P<level>{_LEVEL}) )?(?P<name>{_NAME})")
_ACTS = (
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy|Đảng bộ|(?:Ủy ban )?MTTQ(?: Việt Nam)?|Công an|Trạm Y tế"
    r"|Trường [^.,;\n]{2,30}?|Ban [^.,;\n]{2,30}?|Hội [^.,;\n]{2,30}?|Đoàn [^.,;\n]{2,20}?"
    r"|ở|tại|[Rr]iêng|[Cc]hi bộ|[Tt]rưởng)"
)
_PAST = re.compile(
    r"nay là|nay thuộc|[Tt]rước đây|cũ(?!\w)|[Tt]rước khi|[Tt]rước ngày|thành lập|trên cơ sở|(?<!\w)nhập(?!\w)|sáp nhập"
    r"|hợp nhất|giải thể|sắp xếp|đơn vị hành chính|(?<!\w)địa bàn(?!\w)|(?<!\w)khu vực(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def check_merged_units(report: Report) -> Iterator[Finding]:
    """Yield ``stale-unit`` where a unit acts of which the report says elsewhere that it was merged, once a unit.

    Not flagged: the unit that keeps its name; sentences of the time before ('cũ', 'trước khi', an earlier year), titles
    and issuers of documents.
    """
    ended = _ended(report)
    cited = in_citations(report)
    written = (report.letterhead.date or "")[:4]
    for (level, name), (low, high) in ended.items():
        said = _YEAR.findall(report.text, *_sentence(report.text, low, high))
        since = max((year for year in said if year <= written), default=written)
        acting = re.compile(rf"(?<!\w){_ACTS} (?P<unit>{level} {re.escape(name)})(?!\w| [{CAPITALS}])")
        for found in acting.finditer(report.text):
            start, end = _sentence(report.text, found.start(), found.end())
            years = [year for year in _YEAR.findall(report.text, start, end) if year < since]
            if low <= found.start() < high or years or _PAST.search(report.text, start, end):
                continue
            if not cited.touch(Span(*found.span("unit"))):
                facts = {"unit": found["unit"], "said": " ".join(report.text[low:high].split())}
                yield Finding("stale-unit", "warning", Span(*found.span("unit")), "told", facts, (Span(low, high),))
                break


def _ended(report: Report) -> dict[tuple[str, str], tuple[int, int]]:
    """The units that the report says to have been merged, each with the words that say so; none that lives on."""
    own = plain(report.letterhead.issuing_body or "")
    found: dict[tuple[str, str], tuple[int, int]] = {}
    kept: set[str] = set()
    for said in _said(report.text):
        level = ""
        kept |= {one["name"] for one in _ONE.finditer(said.groupdict().get("into") or "")}
        for one in _ONE.finditer(said["units"]):
            level = one["level"] or level
            if plain(one["name"]) not in own:
                found.setdefault((level, one["name"]), said.span())
    if not found:
        return found
    founded = {one["name"] for one in finds(_FOUNDED, report.text)}
    return {unit: place for unit, place in found.items() if unit[1] not in kept | founded}


def _said(text: str) -> Iterator[re.Match[str]]:
    """Where the text says what was merged."""
    for at in places_of(text, *_INTO_WORDS):
        low = max(at - _BEFORE, 0)
        low = max(low, text.rfind("\n", low, at) + 1)
        found = _INTO.search(text, low, at + _BEFORE)
        if found is not None and found.start() < at:
            yield found
    for at in places_of(text, *_FROM_WORDS):
        yield from filter(None, (pattern.match(text, at, at + _BEHIND) for pattern in _FROM))


_FOUNDED = re.compile(
    rf"{_LEVEL} (?P<name>{_NAME})(?: \(?mới\)?)? (?:mới )?(?:được |chính thức )*(?:thành lập|hình thành)"
)


_STOPS = (". ", "; ")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = line_start(text, start), line_end(text, end)
    low = max(first, *(text.rfind(mark, first, start) + 1 for mark in _STOPS))
    ends = [one for one in (text.find(mark, end, last) for mark in _STOPS) if one >= 0]
    return low, min(ends, default=last)
