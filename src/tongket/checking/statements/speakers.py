"""Who speaks in a document (chủ thể của văn bản): one body where it opens, and another where it closes.

    'Đảng ủy xã báo cáo như sau', then 'Trên đây là báo cáo của Ban Thường vụ Đảng ủy'; 'Chủ tịch UBND tỉnh yêu cầu',
    then 'UBND tỉnh yêu cầu'.

A case of ``layout``, whose page stands with the small things of form. A body, those who stand for it and its head each
issue documents of their own (Decree 30/2020/NĐ-CP; 399-QĐ/TW).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, key

_BODIES = (
    r"(?P<party>Đảng\s(?:ủy|uỷ|bộ))|(?P<people>UBND|(?:Ủy|Uỷ)\sban\snhân\sdân)|(?P<council>HĐND|Hội\sđồng\snhân\sdân)"
)
_PARTS = r"(?P<part>Ban\sThường\svụ|Ban\sChấp\shành|Thường\strực|Chủ\stịch)\s?"
_WHO = rf"(?P<who>(?:{_PARTS})?(?:{_BODIES}))(?:\s?(?:xã|phường|huyện|tỉnh|thành\sphố|Thành\sphố))?"
_ACTOR = re.compile(rf"(?:^|[,.;:(\n–-]\s?){_WHO}(?:\s[{CAPITALS}][^\W\d_]*){{0,4}}\s(?:xin\s|trân\strọng\s|kính\s)*$")
_REPORTS = re.compile(r"báo\scáo(?!\scủa|\w)")
_ORDERS = re.compile(r"(?:yêu\scầu|chỉ\sthị)(?!\w|\scủa)")
_CLOSES = re.compile(rf"Trên\sđây\slà\sbáo\scáo\s(?:[^.;\n]{{0,40}}\s)?của\s{_WHO}")
_ACTS = {"Báo cáo": _REPORTS, "Chỉ thị": _ORDERS, "Công điện": _ORDERS}
_REACH = 80  # letters before what is done, in which its doer stands
_FAMILIES = ("party", "people", "council")


@dataclass(frozen=True, slots=True)
class _Speaker:
    place: Span
    family: str
    part: str


def check_speakers(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where the body that speaks at the end of a report or an order is another than the one
    that opens it: its standing committee, its head, or the whole for the part.

    Not flagged: bodies to which it speaks, whose results it tells, or which it tells to report; scans with dirt.
    """
    acts = _ACTS.get(report.letterhead.doc_type or "")
    if acts is None or is_dirty(report):
        return
    told = sorted(_speakers(report.text, acts), key=lambda one: one.place.start)
    if not told:
        return
    first, last = told[0], told[-1]
    if first.family == last.family and first.part != last.part:
        facts = {"here": _words(report.text, last.place), "there": _words(report.text, first.place)}
        yield Finding("layout", "info", last.place, "speaker", facts, (first.place,))


def _speakers(text: str, acts: re.Pattern[str]) -> Iterator[_Speaker]:
    """Who does what such a document does, and whose report it is called at its end."""
    for act in acts.finditer(text):
        who = _ACTOR.search(text, max(act.start() - _REACH, 0), act.start())
        if who is not None:
            yield _speaker(who)
    yield from map(_speaker, _CLOSES.finditer(text))


def _speaker(found: re.Match[str]) -> _Speaker:
    family = next(one for one in _FAMILIES if found[one])
    return _Speaker(Span(*found.span("who")), family, key(" ".join((found["part"] or "").split())))


def _words(text: str, place: Span) -> str:
    return " ".join(text[place.start : place.end].split())


CHECKS = (check_speakers,)
