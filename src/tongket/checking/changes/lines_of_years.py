"""Lines of single years, the last of which says by how much it rose or fell (mỗi năm một dòng, có so với năm trước):

    - Cuối năm 2023: 152/3.824 hộ nghèo, tỷ lệ 3,97%.
    - Cuối năm 2024: 87/3.846 hộ nghèo, tỷ lệ 2,26%, giảm 75 hộ so với năm trước.

A case of ``change-mismatch``, whose page stands with the changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_LINE = re.compile(
    r"^[ \t]*(?P<mark>[-+*•–])[ \t]*(?P<when>(?:(?:[Cc]uối|[Tt]rong|[Đđ]ầu|[Hh]ết) )?[Nn]ăm )(?P<year>20\d\d|19\d\d)\s?"
    rf"(?::|,|(?: có| đạt| còn| là)) ?(?:có |đạt |còn |là )?(?P<number>{_NUMBER})(?:/(?:{_NUMBER}))?"
    r" (?P<noun>[^\W\d_]+)(?!\w)(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
_CHANGE = re.compile(
    rf"(?:^|[,;(] ?)(?P<way>tăng|giảm)(?: thêm| được)? (?P<change>{_NUMBER}) (?P<noun>[^\W\d_]+)(?!\w)"
    r"[^.;,()\d\n]{0,20} so (?:với )?(?:cùng kỳ )?(?:cuối )?năm (?P<than>trước|(?:19|20)\d\d)"
)


def check_lines_of_years(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the change that the line of a year tells is not that from the line of the year
    before it.

    Not flagged: changes behind another sentence or another number of the noun; years that do not follow one another;
    lines of tasks.
    """
    last: re.Match[str] | None = None
    tasks = tasks_of(report)
    for found in _LINE.finditer(report.text):
        before, last = last, found
        if before is None or not _follow(report.text, before, found) or tasks.touch(Span(*found.span())):
            continue
        change = _CHANGE.search(found["rest"])
        if change is None or change["noun"] != found["noun"] or change["than"] not in ("trước", before["year"]):
            continue
        between = found["rest"][: change.start()]
        if re.search(r"[.;]\s", between) or re.search(rf"\d {re.escape(found['noun'])}(?!\w)", between):
            continue
        yield from _check(before, found, change)


def _follow(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two lines stand one below the other, of one thing and of years that follow one another."""
    alike = one["mark"] == other["mark"] and one["noun"] == other["noun"] and one["when"] == other["when"]
    return alike and int(one["year"]) + 1 == int(other["year"]) and not text[one.end() : other.start()].strip()


def _check(before: re.Match[str], found: re.Match[str], change: re.Match[str]) -> Iterator[Finding]:
    then, now, stated = (parse_number(one) for one in (before["number"], found["number"], change["change"]))
    if then is None or now is None or stated is None:
        return
    moved = now - then
    if moved == (stated if change["way"] == "tăng" else -stated):
        return
    noun, at = found["noun"], found.start("rest")
    facts = {"now": f"{found['number']} {noun}", "before": f"{before['number']} {noun}"}
    place = Span(at + change.start("way"), at + change.end("noun"))
    related = (Span(found.start("number"), found.end("noun")), Span(before.start("number"), before.end("noun")))
    if abs(moved) == stated:
        ways: dict[bool, str] = {True: "tăng", False: "giảm"}
        facts |= {"true_way": ways[moved > Decimal(0)], "way": change["way"]}
        yield Finding("change-mismatch", "error", place, "direction", facts, related)
    else:
        facts |= {"true": f"{shown(abs(moved))} {noun}", "change": f"{change['change']} {noun}"}
        yield Finding("change-mismatch", "error", place, "", facts, related)


CHECKS = (check_lines_of_years,)
