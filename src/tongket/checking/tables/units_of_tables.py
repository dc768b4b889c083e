"""The unit of a table against that of the text (đơn vị tính của biểu và của lời văn): 'Đơn vị tính: triệu đồng' over a
total of 4.286,5 that the text tells as '4.286,5 tỷ đồng'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.cells import TOTAL, Cells, cells_of_tables
from tongket.checking.evidence.near_numbers import digits_of, prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_UNIT = re.compile(r"[Đđ](?:ơn vị(?: tính)?|VT)\s?:\s?(?P<unit>(?:nghìn|triệu|tỷ) đồng)")
_ABOVE = 400  # letters before a table in which its unit stands
_FEWEST_DIGITS = 4  # of a number that hardly comes again by chance
_LARGE = ("nghìn đồng", "triệu đồng", "tỷ đồng")


def check_units_of_tables(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text tells the total of a table in another unit of money than stands
    over the table, with the same digits.

    Not flagged: numbers of less than four digits; totals that the text tells in the table's unit as well.
    """
    told: dict[Decimal, list[Figure]] = defaultdict(list)
    for one in prose_of(report):
        value = single(one.value)
        if value is not None and one.unit in _LARGE and not is_hedged(one) and digits_of(value) >= _FEWEST_DIGITS:
            told[value].append(one)
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        if table.unit in _LARGE and told:
            yield from _check(report, table, cells, told)


def _check(report: Report, table: Table, cells: Cells, told: dict[Decimal, list[Figure]]) -> Iterator[Finding]:
    for (row, _), cell in cells.items():
        label, value = table.rows[row].label, single(cell.figure.value)
        alike = told.get(value, []) if value is not None and TOTAL.match(folded(label)) else []
        if not alike or any(one.unit == table.unit for one in alike) or cell.unit != table.unit:
            continue
        above = list(_UNIT.finditer(report.text, max(table.start - _ABOVE, 0), table.start))
        place = Span(*above[-1].span("unit")) if above and above[-1]["unit"] == table.unit else cell.at
        facts = {"text": alike[0].text, "table": f"{cell.figure.text} {table.unit}", "label": label}
        related = (Span(alike[0].start, alike[0].end), cell.at)
        yield Finding("body-appendix-mismatch", "warning", place, "", facts, related)
        return


CHECKS = (check_units_of_tables,)
