"""Rows of a table against the number that announces them (nêu số lượng, danh mục kể thiếu): 'tổ chức 04 hội thi ... Cụ
thể như sau:' above a table of three.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from tongket.checking.evidence.events_counted import days_in, events_counted
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table

_LEADS = re.compile(r"(?:như sau|sau đây|(?:bảng|biểu) (?:sau|dưới đây)|gồm)\s?:?\s*$")
_COUNT = re.compile(r"(?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,5})")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,2}\.?")
_OF_ALL = re.compile(r"\W*(?:tổng|cộng)", re.IGNORECASE)
_OPEN = re.compile(r"(?<!\w)(?:tiêu biểu|điển hình|trong đó|một số|nổi bật|chủ yếu|chưa|còn)(?!\w)")
_NO_NAME = frozenset(("nội", "dung", "chỉ", "tiêu", "tên", "đơn", "vị", "ghi", "chú", "danh", "mục"))
_SENTENCE = re.compile(r"[.;]\s")
_BACK = 400
_LEAST, _MOST = 3, 40


def check_rows_announced(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the paragraph that leads to a table counts another number of things than the table
    has numbered rows, and the table's column of names bears their noun.

    Not flagged: tables whose rows are not numbered from one on, or count several; columns that have another name; leads
    that name the things again behind their number, which may be some of them; things picked out.
    """
    for table in report.tables:
        rows = _numbered(table)
        if (days := _days(table)) is not None:
            yield from _of_events(report, table, days)
        name = _name_of(table)
        if rows is None or not name:
            continue
        low = line_start(report.text, len(report.text[: table.start].rstrip()), _BACK)
        lead = report.text[low : table.start].rstrip()
        if not lead or not _LEADS.search(lead) or _OPEN.search(_SENTENCE.split(lead)[-1]):
            continue
        counts = [one for one in _COUNT.finditer(report.text, low, table.start) if _begins(one["noun"], name)]
        if len(counts) != 1 or not _LEAST <= int(counts[0]["number"]) <= _MOST or int(counts[0]["number"]) == rows:
            continue
        one = counts[0]
        if _OPEN.search(report.text, max(one.start() - 30, low), one.start()):
            continue
        if name in report.text[one.start("noun") + len(name) : table.start].lower():
            continue
        labels = " ".join(row.label for row in table.rows)
        if any(_begins(found["noun"], name) for found in _COUNT.finditer(labels)):
            continue
        thing = f"{one['number']} {name}"
        facts = {"total": thing, "named": str(rows)}
        yield Finding("sum-mismatch", "warning", Span(one.start(), one.start() + len(thing)), "named", facts)


_OF_DAYS = re.compile(
    r"(?:thời gian|ngày)(?: (?:tổ chức|họp|thực hiện|diễn ra|mở|tháng))*(?:,? (?:địa điểm|tháng|năm))*"
)


def _days(table: Table) -> int | None:
    """How many rows a table has, each with one day of the column of days; None where one has none."""
    column = next((at for at, title in enumerate(table.header) if _OF_DAYS.fullmatch(title.lower().strip())), None)
    rows = [row for row in table.rows if not _OF_ALL.match(" ".join(cell.text for cell in row.cells).strip())]
    cells = [cell.text for row in rows for cell in row.cells if cell.column == column]
    told = column is not None and len(cells) == len(rows) and all(days_in(cell) == 1 for cell in cells)
    return len(rows) if told and len(rows) >= _LEAST - 1 else None


def _of_events(report: Report, table: Table, days: int) -> Iterator[Finding]:
    """What the line before a table says of the events of which it tells the days, where it counts others."""
    lead = report.text[: table.start].rstrip()
    low = max(line_start(report.text, len(lead), _BACK), lead.rfind(". ", 0, len(lead) - 40) + 1)
    one = events_counted(report.text, low, table.start)
    if one is not None and _LEADS_TO.search(lead[-60:]) and 0 < abs(int(one["number"]) - days) <= _OFF:
        facts = {"total": one[0], "named": str(days)}
        yield Finding("sum-mismatch", "warning", Span(*one.span()), "named", facts)


_LEADS_TO = re.compile(r"(?:như sau|sau đây|sau|cụ thể|gồm|lịch)\s?[:.]?\s*$|:\s*$")
_OFF = 2


def _numbered(table: Table) -> int | None:
    """How many rows are numbered from one on, one after the other; None where any other row has no total."""
    rows = [row for row in table.rows if row.cells]
    numbers = [row.cells[0].text.strip() for row in rows]
    if numbers and not _NUMBER.fullmatch(numbers[0]):
        rows, numbers = rows[1:], numbers[1:]
    told = list(takewhile(lambda at: numbers[at].rstrip(".") in (str(at + 1), f"{at + 1:02}"), range(len(numbers))))
    rest = rows[len(told) :]
    closed = all(_OF_ALL.match(" ".join(cell.text for cell in row.cells).strip()) for row in rest)
    return len(told) if len(told) >= _LEAST - 1 and closed else None


def _name_of(table: Table) -> str:
    """What the rows of a table are, by the head of their second column: 'công trình' of 'Tên công trình'."""
    if len(table.header) < 2:
        return ""
    words = [word.lower() for word in _WORD.findall(table.header[1])]
    while words and words[0] in ("tên", "danh", "mục", "nội", "dung"):
        words = words[1:]
    return " ".join(words[:2]) if words and not set(words[:1]) & _NO_NAME else ""


def _begins(noun: str, name: str) -> bool:
    said = noun.lower().split()
    return said[: len(name.split())] == name.split()


CHECKS = (check_rows_announced,)
