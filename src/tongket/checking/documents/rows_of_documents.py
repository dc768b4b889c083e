"""Rows of a table that lists documents (danh mục văn bản): the type in the abstract and the issuer against the symbol,
and the days of one series against its numbers.

Cases of ``citation-conflict`` and ``date-chronology``, whose pages stand elsewhere.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tongket.checking.evidence.days import WHOLE_DAY, date_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table, TableCell
from tongket.vietnamese.dates import printed_day

_HEADS = {
    "symbol": re.compile(r"^số(?:, | và | |/)?(?:ký|kí) hiệu(?: văn bản)?$|^số văn bản$|^số hiệu$"),
    "day": re.compile(r"^ngày(?:,? (?:tháng,? ?năm|ban hành|tháng năm ban hành|tháng|ký|văn bản))?$"),
    "title": re.compile(
        r"^(?:trích yếu|nội dung|tên văn bản|tên loại|trích yếu nội dung|tên loại và trích yếu)(?:$|"
        " )"
    ),
    "issuer": re.compile(r"^(?:cơ quan|đơn vị|nơi) ban hành$"),
}
_SYMBOL = re.compile(
    r"\s*(?:Số:? ?)?0*(?P<number>\d{1,5})(?:-(?P<party>[A-ZĐ][\wĐ]*)/|/(?:20\d\d/)?(?P<state>[A-ZĐ][\wĐ]*)-)"
    r"(?P<body>\S+)\s*"
)
_TYPES = {
    "KH": "Kế hoạch", "QĐ": "Quyết định", "TB": "Thông báo", "BC": "Báo cáo", "NQ": "Nghị quyết", "CT": "Chỉ thị",
    "HD": "Hướng dẫn", "TTr": "Tờ trình", "CTr": "Chương trình", "KL": "Kết luận", "CV": "Công văn",
}  # fmt: skip
_TYPE = re.compile(rf"\s*(?P<type>{'|'.join(_TYPES.values())})(?!\w)(?! (?:số|này))", re.IGNORECASE)
_OF_PARTY = re.compile(
    r"^(?:(?:Ban Thường vụ |BTV |Thường trực )?(?:Đảng|Huyện|Tỉnh) (?:ủy|uỷ)|(?:BCH )?Đảng bộ|Chi bộ)"
)
_OF_STATE = re.compile(r"^(?:UBND|HĐND|[ỦU][ỷy] ban nhân dân|Hội đồng nhân dân)")
_FEWEST = 3  # rows of a series that show its order


class _Row(NamedTuple):
    symbol: re.Match[str]
    cells: dict[str, TableCell]


class _Told(NamedTuple):
    """The number and day of a document, where its day stands, and its symbol."""

    number: int
    day: datetime.date
    place: Span
    symbol: str


def check_rows_of_documents(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a row calls a document otherwise than its symbol, or of another body;
    ``date-chronology`` for the one document of a series whose day does not go with its number.

    Not flagged: types that a symbol has not; joint bodies; series with more than one such document; scans with dirt.
    """
    if is_dirty(report):
        return
    for table in report.tables:
        rows = list(_rows(table))
        for row in rows:
            yield from _against_symbol(row)
        yield from _against_numbers(rows)


def _rows(table: Table) -> Iterator[_Row]:
    heads = [" ".join(head.lower().split()) for head in table.header]
    columns = {at: name for at, head in enumerate(heads) for name, one in _HEADS.items() if one.search(head)}
    if "symbol" not in columns.values():
        return
    for row in table.rows:
        cells = {columns[cell.column]: cell for cell in row.cells if cell.column in columns}
        symbol = _SYMBOL.fullmatch(cells["symbol"].text) if "symbol" in cells else None
        if symbol is not None:
            yield _Row(symbol, cells)


def _against_symbol(row: _Row) -> Iterator[Finding]:
    symbol, inside = " ".join(row.symbol[0].split()), _TYPES.get(row.symbol["party"] or row.symbol["state"])
    said = _TYPE.match(row.cells["title"].text) if "title" in row.cells else None
    if said and inside and said["type"].lower() != inside.lower():
        cell = row.cells["title"]
        place = Span(cell.start, cell.start + said.end())
        facts = {"type": said["type"], "symbol": symbol, "by_symbol": inside}
        yield Finding("citation-conflict", "warning", place, "type", facts)
    issuer = " ".join(row.cells["issuer"].text.split()) if "issuer" in row.cells else ""
    of_state = re.search(r"^(?:UBND|HĐND)", row.symbol["body"]) is not None
    party, state = _OF_PARTY.search(issuer), _OF_STATE.search(issuer)
    if (party and row.symbol["state"] and of_state) or (state and row.symbol["party"]):
        facts = {"symbol": symbol, "by_symbol": "UBND, HĐND" if of_state else "Đảng", "issuer": issuer}
        cell = row.cells["issuer"]
        yield Finding("citation-conflict", "warning", Span(cell.start, cell.end), "family", facts)


def _against_numbers(rows: Sequence[_Row]) -> Iterator[Finding]:
    """The one document of a series in the order of its numbers whose day is not between those of the others."""
    series: dict[str, list[_Told]] = defaultdict(list)
    for row in rows:
        found = WHOLE_DAY.search(row.cells["day"].text) if "day" in row.cells else None
        day = date_of(found) if found else None
        if day is not None:
            mark = f"{row.symbol['party'] or row.symbol['state']}-{row.symbol['body']}"
            cell = row.cells["day"]
            place = Span(cell.start, cell.end)
            series[mark].append(_Told(int(row.symbol["number"]), day, place, row.symbol[0].strip()))
    for told in series.values():
        if len(told) >= _FEWEST and not _rises(told) and told == sorted(told, key=_number):
            yield from _out_of_series(told)  # in a list that does not go by numbers, a document may be of any year


def _out_of_series(told: list[_Told]) -> Iterator[Finding]:
    for at in range(1, len(told) - 1):
        one, other = told[at], told[at - 1]
        rest = told[:at] + told[at + 1 :]
        if _rises(rest) and len({it.day.year for it in rest}) == 1:
            facts = {"document": one.symbol, "date": printed_day(one.day.isoformat())}
            facts |= {"other": other.symbol, "other_date": printed_day(other.day.isoformat())}
            yield Finding("date-chronology", "warning", one.place, "number", facts, (other.place,))
            return


def _rises(told: Sequence[_Told]) -> bool:
    return all(one.day <= other.day for one, other in pairwise(told))


def _number(one: _Told) -> int:
    return one.number


CHECKS = (check_rows_of_documents,)
