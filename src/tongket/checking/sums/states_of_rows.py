"""How far matters are, line by line, against what is told of all (kết quả giải quyết theo từng lĩnh vực): '82 hồ sơ, đã
giải quyết 56, đang giải quyết 26' above '+ Hộ tịch: 17 hồ sơ, đã giải quyết: 15 hồ sơ; đang giải quyết: 2'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import lines_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?![\d.,]*[%/\d])"
_STATES = tuple(
    (state, re.compile(rf"(?<!\w)(?:{words})(?: (?:được|là|xong))?\s?:?\s?{_NUMBER}", re.IGNORECASE))
    for state, words in (
        ("done", r"đã (?:giải quyết|xử lý|trả(?: kết quả)?)|giải quyết xong"),
        ("open", r"đang (?:giải quyết|xử lý|thụ lý|trong hạn)|chưa (?:giải quyết|xử lý)"),
        ("late", r"(?<!không có hồ sơ )(?:quá|trễ) hạn"),
        ("in time", r"đúng hạn"),
        ("early", r"(?:trước|sớm) hạn"),
    )
)
_ROW = re.compile(r"[ \t]*(?P<mark>[-–+*•])[ \t]*[^\W\d_][^:\d\n]{2,80}:\s*")
_COUNTED = re.compile(rf"{_NUMBER} ?(?P<noun>hồ ?sơ|đơn|vụ việc|vụ|việc|tin|trường hợp|kiến nghị|ý kiến)(?!\w)")
_LEAST_ROWS, _TELLING = 3, 10  # lines of a list; a count that others do not make by chance
_SIGNS = ("đã giải quyết", "đã xử lý", "đã trả", "trước hạn", "đúng hạn")


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line tells of how far its matters are, by the state, and where each number stands."""

    total: int
    states: Mapping[str, tuple[int, Span]]


def check_states_of_rows(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where one state of all is not what the lines below make, while another one is.

    Not flagged: lists of which no state with ten or more adds up, for it may name some of many; a state that a line
    with matters left over does not tell; two numbers of one state in a line; recognised text with dirt.
    """
    if is_dirty(report) or not any(sign in report.text for sign in _SIGNS):
        return
    lines = [(at, line) for at, line in lines_of(report.text) if line.strip()]
    marks = [found["mark"] if (found := _ROW.match(line)) else "" for _, line in lines]
    at = 0
    for mark, group in groupby(marks):
        size = len(list(group))
        if mark and size >= _LEAST_ROWS and at:
            head, rows = _read(*lines[at - 1]), [_read(*line) for line in lines[at : at + size]]
            yield from _check(head, [row for row in rows if row is not None], size)
        at += size


def _read(at: int, line: str) -> _Line | None:
    """The states that a line tells; None where it counts nothing."""
    counted = _COUNTED.search(line)
    if counted is None:
        return None
    states: dict[str, tuple[int, Span]] = {}
    for state, pattern in _STATES:
        found = list(pattern.finditer(line))
        if len(found) == 1:
            number = int(found[0]["number"].replace(".", ""))
            states[state] = number, Span(at + found[0].start("number"), at + found[0].end("number"))
    return _Line(int(counted["number"].replace(".", "")), states)


def _check(head: _Line | None, rows: Sequence[_Line], size: int) -> Iterator[Finding]:
    if head is None or len(rows) != size:
        return
    sums = {state: added for state in head.states if (added := _added(rows, state)) is not None}
    right = [state for state, added in sums.items() if added == head.states[state][0] >= _TELLING]
    if not right:
        return
    for state, added in sums.items():
        total, place = head.states[state]
        if added != total:
            told = [row.states[state] for row in rows if state in row.states]
            facts = {"parts": " + ".join(str(one) for one, _ in told), "sum": str(added), "total": str(total)}
            yield Finding("sum-mismatch", "error", place, "", facts, tuple(span for _, span in told))


def _added(rows: Sequence[_Line], state: str) -> int | None:
    """What the lines make of a state; None where one that does not tell it may have some."""
    told = 0
    for row in rows:
        if state in row.states:
            told += row.states[state][0]
        elif state != "late" and sum(number for number, _ in row.states.values()) < row.total:
            return None
    return told if sum(state in row.states for row in rows) > 1 else None


CHECKS = (check_states_of_rows,)
