"""Things that the text counts one after the other and an appendix or a table lists again (kê vật tư, thiết bị trong lời
văn và phụ lục): '12 bàn, 24 ghế, 03 máy in' above 'Bàn: 12', 'Ghế: 42', 'Máy in: 03'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_end
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
_ITEM = re.compile(
    r"(?P<count>\d(?<![\w.,/%-]\d)(?:\d{0,2}(?:\.\d{3})+|\d{0,5})) "
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,4}?)(?=,| và |[.;(]|$| \()"
)
_JOINT = re.compile(r"\s?(?:\([^()\n]{0,80}\))?\s?(?:,|;|,? và)\s(?:có )?")
_ROW = re.compile(
    rf"^[ \t]{{0,20}}+(?:[-+*•–]|\d{{1,2}}[.)]?)?[ \t]{{0,8}}+(?P<name>[^\W\d_][^:|\t\d\n]{{2,40}}?)"
    rf"(?: ?: |\t(?:[^\W\d_]{{2,8}}\t)?)(?P<count>{_NUMBER})(?![\d.,]{{0,20}}\d|\s?%)"
    r"(?: ?[^\W\d_]{1,20}(?: [^\W\d_]{1,20})?)?[.;]? {0,4}(?:\t[^\n]*)?$",
    re.MULTILINE,
)
_FEWEST, _AGREE = 3, 2
_LONG = 400


def check_things_of_lists(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where rows below tell two things or more of a list of the text with its numbers,
    and one with another.

    Not flagged: lists of which more than one differs; things named twice below; what no row names.
    """
    text = report.text
    rows = {} if is_dirty(report) else _rows(text)
    if len(rows) < _FEWEST:
        return
    end = 0
    for first in _ITEM.finditer(text):
        if first.start() < end:
            continue
        items = list(_list_at(text, first))
        end = items[-1].end()
        told = [(one, rows[name]) for one in items if (name := key(one["name"])) in rows]
        told = [(one, row) for one, row in told if row.start() > items[-1].end()]
        apart = [(one, row) for one, row in told if _value(one["count"]) != _value(row["count"])]
        if len(apart) == 1 and len(told) - 1 >= _AGREE:
            one, row = apart[0]
            facts = {"text": one[0], "table": row["count"], "label": row["name"].strip()}
            related = Span(row.start("name"), row.end("count"))
            yield Finding("body-appendix-mismatch", "warning", Span(*one.span()), "", facts, (related,))


def _rows(text: str) -> Mapping[str, re.Match[str]]:
    """The rows that name a thing and count it, by the key of its name; none of those that are named twice."""
    found: dict[str, re.Match[str]] = {}
    twice: set[str] = set()
    for row in _ROW.finditer(text):
        name = key(row["name"].strip())
        if name in found:
            twice.add(name)
        found[name] = row
    return {name: row for name, row in found.items() if name not in twice}


def _list_at(text: str, first: re.Match[str]) -> Iterator[re.Match[str]]:
    """The things that are counted one after the other from one on."""
    stop = line_end(text, first.end(), _LONG)
    yield first
    last = first
    while (joint := _JOINT.match(text, last.end(), stop)) is not None:
        following = _ITEM.match(text, joint.end(), stop)
        if following is None:
            return
        yield following
        last = following


def _value(printed: str) -> Decimal:
    return Decimal(printed.replace(".", ""))


CHECKS = (check_things_of_lists,)
