"""Another unit where the report speaks of its own (tên đơn vị khác còn sót): in the title, the opening or the closing.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.units import name_key
from tongket.vietnamese.unicode import CAPITALS

_LEVELS = (
    ("xã", "phường", "thị trấn", "đặc khu"),
    ("huyện", "quận", "thị xã"),
    ("tỉnh",),
)
_WORD = rf"[{CAPITALS}][^\W\d_]*(?:['’][A-Za-z]+)?"
_NAME = rf"(?!Khoá|Khóa|Ủy|Uỷ|Lần)(?P<name>{_WORD}(?: {_WORD})*)"
_OWN = re.compile(
    r"(?<!\w)(?P<kind>xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh) (?:(?:ủy|uỷ) )?(?P<name>[^,;()\d\n]+)$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"(?:trên địa bàn|(?<!\w)của(?: (?!các )[^\W\d_]+){0,6}) $")
_REPORTS = re.compile(r"\s(?:xin |trân trọng )?(?:báo cáo|tổng hợp|kính báo cáo)(?!\w)")
_HISTORY = re.compile(r"(?<!\w)(?:cũ|nay là|trước đây|sáp nhập|hợp nhất|các xã|các phường|giáp|và)(?!\w)")


def check_other_units(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the title, the body that 'báo cáo' in the opening or the closing sentence
    names another unit of the level of the body that issues: what was left of a report of that unit.

    Not flagged: places that name the own unit too; units that were merged; bodies that name no unit; scans with dirt.
    """
    head, text = report.letterhead, report.text
    own = _OWN.search(head.issuing_body or "")
    if own is None or "issuing_body" in head.inferred or is_dirty(report):
        return
    kinds = next(level for level in _LEVELS if own["kind"].lower() in level)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(kinds)}) {_NAME}")
    for place in (head.title_at, report.closing):
        if place is not None and head.doc_type == "Báo cáo":
            yield from _check(text, place, pattern, own)
    if report.basis is not None:
        for found in pattern.finditer(text, report.basis.start, report.basis.end):
            if _REPORTS.match(text, found.end()):
                yield from _check(text, Span(*found.span()), pattern, own)


def _check(text: str, place: Span, pattern: re.Pattern[str], own: re.Match[str]) -> Iterator[Finding]:
    named = [(one, name_key(one["name"])) for one in pattern.finditer(text, place.start, place.end)]
    mine = name_key(own["name"])
    if not named or _HISTORY.search(text, place.start, place.end):
        return
    one = named[-1][0]
    of_it = _OF_IT.search(text, place.start, one.start()) is not None or one.start() == place.start
    if of_it and all(not mine.startswith(other) and not other.startswith(mine) for _, other in named):
        facts = {"text": one[0], "other": " ".join(own.string.split())}
        yield Finding("body-appendix-mismatch", "warning", Span(*one.span()), "text", facts)


CHECKS = (check_other_units,)
