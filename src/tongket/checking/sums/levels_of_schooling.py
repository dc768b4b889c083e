"""Levels of schooling against all who have one (trình độ chuyên môn): '05 người, trong đó đại học 03, trung cấp 03'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. Each is counted with his highest level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.places import with_unit
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import sentence_start
from tongket.model.findings import Finding
from tongket.model.reports import Report

_LEVEL = "(?:trên|sau) đại học|thạc s[ĩỹ]|tiến s[ĩỹ]|đại học|cao đẳng|trung cấp|sơ cấp"
_PEOPLE = "người|đồng chí|cán bộ|công chức|viên chức|giáo viên|nhân viên"
_COUNT = r"(?<![\d.,/])\d{1,4}(?![\d/%]|[.,]\d)"
_LED = rf"(?:{_LEVEL})(?: có| là|:)? {_COUNT}(?: (?:{_PEOPLE}))?"
_FOLLOWED = rf"{_COUNT} (?:(?:{_PEOPLE}) )?(?:có )?(?:trình độ )?(?:{_LEVEL})"
_ITEM = rf"(?:{_LED}|{_FOLLOWED})(?: ?\([\d,. ]+%\))?"
_LIST = re.compile(
    rf"(?P<whole>{_COUNT}) (?:{_PEOPLE})(?: (?:quản lý|chuyên trách|bán chuyên trách|cấp xã))?"
    rf"(?:[,;:.]| \()? ?(?:(?:trong đó|gồm|về|có)(?: có)?:? )?(?:(?:[Tt]rình độ)(?: chuyên môn)?:? )?"
    rf"(?P<levels>{_ITEM}(?:(?:[,;] |,? và ){_ITEM})+)[^.;\n]{{0,40}}"
)
_ANY_PEOPLE = re.compile(rf"{_COUNT} (?:{_PEOPLE})")
_OF_ITEM = re.compile(rf"(?P<level>{_LEVEL})|(?P<count>{_COUNT})(?! ?%)")
_OTHER_LADDER = re.compile(r"(?<!\w)(?:lý luận|LLCT|chính trị|tin học|ngoại ngữ|quản lý nhà nước|hành chính)(?!\w)")
_BRACKETS = re.compile(r" ?\([^()]*\)")


def check_levels_of_schooling(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where those with each level of schooling are more than all of them.

    Not flagged: levels of political theory or of other skills, which one has beside his own; a level told twice; fewer
    than all, of whom some may have none.
    """
    if is_dirty(report):
        return
    for found in finds(_LIST, report.text):
        told = [*_OF_ITEM.finditer(_BRACKETS.sub("", found["levels"]))]
        levels = [one["level"] for one in told if one["level"]]
        counts = [Decimal(one["count"]) for one in told if one["count"]]
        if _ANY_PEOPLE.search(report.text, sentence_start(report.text, found.start()), found.start()):
            continue  # the levels may be those of the first
        if len(counts) != len(levels) or len(set(levels)) < len(levels) or _OTHER_LADDER.search(found[0]):
            continue
        made, whole = sum(counts, Decimal(0)), Decimal(found["whole"])
        if made > whole:
            facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(whole)}
            yield Finding("sum-mismatch", "warning", with_unit(report, *found.span("whole")), "more", facts)


CHECKS = (check_levels_of_schooling,)
