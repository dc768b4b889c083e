"""Papers, forces, levies and offices called as the law no longer calls them ('căn cước công dân', 'công an viên').

A case of ``stale-unit``, whose page stands with the units. The words and days are those of
``registry/data/ended_terms.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import Spans, in_citations
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.units.stale_units import counted
from tongket.checking.units.time_before import districts, is_history, is_of_earlier_years, written
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bodies import body_kinds
from tongket.registry.ended_terms import EndedTerm, ended_terms
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import CAPITALS

_NO_LONGER = re.compile(  # of what is done away with, changed, or looked after for those who had it
    r"(?<!\w)(?:[Bb]ãi bỏ|[Bb]ỏ|[Tt]hay (?:thế|cho)|[Cc]huyển (?:từ|đổi)|[Kk]hông (?:phải|còn|thu|yêu cầu|dùng|nộp)"
    r"|[Xx]óa|[Cc]hấm dứt|[Dd]ừng|[Tt]ừng là|[Nn]guyên|[Tt]hu hồi|[Tt]hời kỳ)(?!\w)"
)
_OF_A_PERSON = re.compile(r"\s?(?:số\s)?:?\s?\d{6}|\s(?:cũ|số)(?!\w)")
_NUMBER_OF = re.compile(r"(?:[Ss]ố|[Mm]ã|[Tt]rường|[Mm]ẫu)(?: thẻ)?\s$")
_DISTRICT_BEHIND = re.compile(rf"\s(?:huyện|quận|thị xã|thành phố|(?!UBND)[{CAPITALS}])")  # told with its unit
_OFFICE = re.compile(r"phòng|trung tâm|trạm|đài", re.IGNORECASE)
_REACH = 60  # letters before a word that say what becomes of it


def check_ended_terms(report: Report) -> Iterator[Finding]:
    """Yield ``stale-unit`` where a thing is called as it was before a law ended or renamed it, once a thing.

    Not flagged: history, titles of documents, what is done away with, the card of one person; what a report on earlier
    years tells outside of its tasks; offices that are told with their district.
    """
    date = written(report)
    terms = [one for one in ended_terms() if date > one.last]
    if not terms:
        return
    cited = in_citations(report)
    bodies = Spans(Span(*one.span()) for one in districts(report.text))
    earlier = is_of_earlier_years(report)
    for term in terms:
        told: list[Finding] = []
        for found in finds(_pattern(term), report.text):
            place = Span(*found.span())
            if cited.touch(place) or bodies.touch(place) or (earlier and not tasks_of(report).touch(place)):
                continue
            if not _may_stand(report.text, place) and not is_history(report.text, place, cited):
                told.append(_finding(term, found, place))
        if told:
            yield counted(told[0], len(told))


def _may_stand(text: str, place: Span) -> bool:
    before = text[line_start(text, place.start, _REACH) : place.start]
    if _NO_LONGER.search(before) or _NUMBER_OF.search(before) or before.rstrip().endswith(("Luật", "“")):
        return True
    if _OFFICE.match(text, place.start) and _DISTRICT_BEHIND.match(text, place.end):
        return True
    return _OF_A_PERSON.match(text, place.end) is not None


def _finding(term: EndedTerm, found: re.Match[str], place: Span) -> Finding:
    facts = {"unit": " ".join(found.group().split()), "on": printed_day(term.last)}
    if not term.now:
        return Finding("stale-unit", term.severity, place, "term-gone", facts)
    return Finding("stale-unit", term.severity, place, "term", {**facts, "now": term.now})


@cache
def _pattern(term: EndedTerm) -> re.Pattern[str]:
    names = "|".join(re.escape(one).replace(r"\ \-\ ", r"\s?[-–,]\s").replace(r"\ ", r"\s") for one in term.names)
    short = re.compile(rf"(?:{names})(?=\s)", re.IGNORECASE)
    rest = [name[found.end() :] for name in _now() if (found := short.match(name))]
    longer = "|".join(re.escape(one).replace(r"\ ", r"\s") for one in rest) or "(?!)"
    return re.compile(rf"(?<![\w/-])(?:{names})(?![\w/-])(?!{longer})", re.IGNORECASE)


@cache
def _now() -> tuple[str, ...]:
    """The names of the bodies that there are now, one of which may begin as an ended one does: 'Phòng Kinh tế, Hạ tầng
    và Đô thị'.
    """
    return tuple(name for one in body_kinds() if not one.valid_to for name in (one.name, *one.names))


CHECKS = (check_ended_terms,)
