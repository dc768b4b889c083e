"""Rows of the grades of one scale below the row that they divide, where no list numbers tell which is below which
('Xếp loại học lực | 600', 'Giỏi | 200', 'Khá | 250', 'Trung bình | 150').

A case of ``sum-mismatch``, whose page stands with the arithmetic. The grades are those of pupils (Circular
22/2021/TT-BGDĐT and those before it) and of officials and bodies (Decree 90/2020/NĐ-CP).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.cells import Cells, cells_of_tables
from tongket.checking.evidence.numbers import shown
from tongket.checking.tables.rows import children_of, is_of_rates
from tongket.checking.tables.totals import ColumnSum
from tongket.model.findings import Finding
from tongket.model.places import Place
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_GRADE = re.compile(
    r"[\W\d]*(?:loại |xếp loại |đạt )?(?:xuất sắc|giỏi|tốt|khá|trung bình|tb|yếu|kém|đạt|chưa đạt"
    r"|hoàn thành(?: xuất sắc| tốt)?|(?:chưa|không) hoàn thành)(?: nhiệm vụ)?\s*(?:\([^()]*\))?[\s:]*"
)
_FEWEST = 3  # grades


def check_grades_in_rows(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the rows of grades do not add up to the row above them.

    Not flagged: rows whose levels are told, which are held together elsewhere; columns of rates; groups of which not
    most columns add up; blank cells.
    """
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        for number, grades in _groups(table):
            sums = [one for one in (_sum(table, values, number, grades, at) for at in range(len(table.header))) if one]
            wrong = [one for one in sums if one.off]
            if 2 * len(wrong) < len(sums):
                yield from (_told(table, one) for one in wrong)


def _groups(table: Table) -> Iterator[tuple[int, range]]:
    """Each row that is no grade with the rows of grades right below it."""
    is_grade = [_GRADE.fullmatch(folded(row.label)) is not None for row in table.rows]
    number = 0
    while number < len(is_grade):
        end = number + 1
        while end < len(is_grade) and is_grade[end]:
            end += 1
        if not is_grade[number] and end - number > _FEWEST and not children_of(table, number):
            yield number, range(number + 1, end)
        number = end


def _sum(table: Table, values: Cells, number: int, grades: Sequence[int], column: int) -> ColumnSum | None:
    """A cell with those of the grades below it; None where one is blank, or they are rates."""
    whole, parts = values.get((number, column)), [values.get((row, column)) for row in grades]
    filled = tuple(one for one in parts if one is not None)
    if whole is None or len(filled) < len(parts) or whole.unit == "%" or is_of_rates(table.header[column]):
        return None
    return ColumnSum(whole, filled)


def _told(table: Table, one: ColumnSum) -> Finding:
    """What is told of a cell, in numbers alone: a label that promises shares gives counts the unit of these."""
    facts = {"sum": shown(one.added), "total": shown(one.stated.amount), "label": table.rows[one.stated.row].label}
    facts["parts"] = " + ".join(shown(part.amount) for part in one.parts)
    related: tuple[Place, ...] = tuple(part.at for part in one.parts)
    return Finding("sum-mismatch", "error", one.stated.at, "rows", facts, related)


CHECKS = (check_grades_in_rows,)
