"""Levels and kinds of units that have ended, named without a name ('các huyện, thị xã', 'cấp huyện', 'thị trấn').

Cases of ``stale-unit``, whose page stands with the units. Since 01/7/2025 there are two levels, and communes are xã,
phường and đặc khu (Luật 72/2025/QH15, article 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import Spans, in_citations
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.units.stale_units import counted
from tongket.checking.units.time_before import DISTRICT_ENDED, districts, is_history, is_of_earlier_years, written
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LEVEL = r"(?:quận|huyện|thị xã)"
_WORDS = (
    (
        "level",
        re.compile(
            rf"(?<!\w)(?:[Cc]ác {_LEVEL}(?:(?:, | và |/){_LEVEL})*(?:(?:, | và )thành phố)?(?! (?:\w+ cũ|nghèo))"
            r"|quận, huyện(?:, thị xã)?|huyện, thị xã|tỉnh, huyện(?:,| và) xã|tỉnh - huyện - xã"
            r"|[Cc]ấp huyện|HUYỆN (?:ỦY|UỶ)|HĐND-UBND huyện"
            r"|(?:[Tt]oàn|[Tt]rong|(?<!biên giới )[Đđ]ịa bàn(?: toàn)?) huyện(?! (?:cũ|bạn|[^\W\da-zà-ỹ])))(?!\w)"
        ),
    ),
    ("town", re.compile(r"(?<!\w)(?:[Cc]ác )?(?:xã, )?(?:phường,? )?(?:và )?thị trấn(?!\w)(?! [^\W\da-zà-ỹ])")),
)
_RULE = re.compile(  # a rule about other rules, or what came of the level
    r"[Bb]ãi bỏ|hết hiệu lực|[Tt]hay thế|[Tt]iếp nhận|[Nn]hận bàn giao|[Kk]hông (?:còn|tổ chức)|[Kk]ết thúc"
)


_REACH = 600  # letters of a line before a unit that are read


def check_ended_levels(report: Report) -> Iterator[Finding]:
    """Yield ``stale-unit`` where districts or towns are spoken of as if there still were any, once for each: 'đề nghị
    các huyện, thị xã rà soát', 'UBND các xã, phường, thị trấn'.

    Not flagged: documents of before 01/7/2025, history, titles of documents, rules that are replaced; what a report on
    earlier years tells outside of its tasks; bodies of districts, which are told by themselves.
    """
    if written(report) < DISTRICT_ENDED:
        return
    text = report.text
    cited = in_citations(report)
    bodies = Spans(Span(*one.span()) for one in districts(text))
    earlier = is_of_earlier_years(report)
    for case, words in _WORDS:
        told: list[Finding] = []
        for found in finds(words, text):
            place = Span(*found.span())
            if cited.touch(place) or bodies.touch(place) or (earlier and not tasks_of(report).touch(place)):
                continue
            line = line_start(text, place.start, _REACH)
            if not is_history(text, place, cited) and not _RULE.search(text, line, place.start):
                told.append(Finding("stale-unit", "warning", place, case, {"unit": " ".join(found.group().split())}))
        if told:
            yield counted(told[0], len(told))


CHECKS = (check_ended_levels,)
