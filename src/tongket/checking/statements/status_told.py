"""The state of a task in a column of a table, against the result told beside it (cột tiến độ trái với kết quả).

    'Hoàn thành | Chủ tịch UBND xã sẽ xem xét, ban hành trước ngày 30/9'; one result 'Hoàn thành' in a row and 'Đang
    thực hiện' in another.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.stops import line_end
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_DONE = re.compile(r"(?:đã |cơ bản )?(?:hoàn thành|xong|thực hiện xong)\.?", re.IGNORECASE)
_OPEN = re.compile(r"(?:chưa|đang) (?:thực hiện|triển khai|hoàn thành|ban hành|xong)\.?", re.IGNORECASE)
_STATE = re.compile(rf"[|\t][ \u00a0]*(?P<state>(?:{_DONE.pattern}|{_OPEN.pattern}))[ \u00a0]*(?=[|\t])", re.IGNORECASE)
_CELL = re.compile(r"[^|\t\s](?:[^|\t\n]*[^|\t\s])?")
_ACTS = (
    r"(?:xem xét|ban hành|trình|phê duyệt|hoàn thành|hoàn thiện|thông qua|tổ chức nghiệm thu|nghiệm thu|ký|xây dựng"
    r"|triển khai|soạn thảo|dự thảo|lấy ý kiến|tổng hợp|thẩm định|rà soát|tham mưu|chuẩn bị)"
)
_TO_COME = re.compile(rf"(?<!\w)(?:sẽ|dự kiến|đang|chưa)(?: được| tiếp tục| tiến hành)? {_ACTS}(?!\w)", re.IGNORECASE)
_FIRST = re.compile(r"[^.;]*")  # what a result says first is of the task; more may be of what follows it
_IS_DONE = re.compile(r"(?<!\w)đã (?:được )?(?:ban hành|hoàn thành|phê duyệt|nghiệm thu|bàn giao)(?!\w)", re.IGNORECASE)
_NONE = re.compile(r"(?<!\w)(?:không còn|hết)(?!\w)", re.IGNORECASE)
_MOST_BEHIND = 12  # cells of a row behind its state
_LEAST = 25  # letters of a result that two tasks can share


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with a state: its cell, and those behind it, where results stand."""

    state: Span
    said: str
    behind: tuple[Span, ...]


def check_status_told(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a row calls a task done, and its result begins with what is still to be
    done, or the other way round; and where one result is called done in a row and under way in another.

    Not flagged: shares of a task done, what comes after it, what it will bring.
    """
    alike: dict[str, list[_Row]] = {}
    for row in _rows(report.text):
        for cell in row.behind:
            said = report.text[cell.start : cell.end]
            if _denies(row.said, said):
                yield told_otherwise(report.text, row.state, cell)
                break
            if len(words := key(said)) >= _LEAST:
                alike.setdefault(words, []).append(row)
    for rows in alike.values():
        done = next((one for one in rows if _DONE.fullmatch(one.said)), None)
        under_way = next((one for one in rows if not _DONE.fullmatch(one.said)), None)
        if done and under_way:
            yield told_otherwise(report.text, done.state, under_way.state)


def _rows(text: str) -> Iterator[_Row]:
    """The rows in which one cell holds the state of a task and no more: a row is a line of the text."""
    for found in _STATE.finditer(text):
        end = line_end(text, found.end())
        cells = islice(_CELL.finditer(text, found.end(), end), _MOST_BEHIND)
        yield _Row(Span(*found.span("state")), found["state"], tuple(Span(*cell.span()) for cell in cells))


def _denies(state: str, result: str) -> bool:
    first = _FIRST.match(result)
    if first is None or _NONE.search(first[0]) or _DONE.fullmatch(result) or _OPEN.fullmatch(result):
        return False  # a heading of columns, one for each state
    ahead = _TO_COME.search(first[0])
    if _DONE.fullmatch(state):
        return ahead is not None
    return state[:4].lower() == "chưa" and ahead is None and _IS_DONE.search(first[0]) is not None


CHECKS = (check_status_told,)
