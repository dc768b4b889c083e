"""Tables of the units after a report: the main figures of each, and who has reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tongket.model.consolidations import Consolidation
from tongket.model.drafts import DraftTable
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator
from tongket.vietnamese.dates import printed_day
from tongket.writing.exact_texts import exact_text, mark_notes
from tongket.writing.ledger import Ledger, by_unit, totals
from tongket.writing.naming import short_body

_BLANK_NOTE = ("Ô để trống: đơn vị chưa gửi báo cáo, hoặc báo cáo không nêu số liệu.",)
_COLUMNS_ACROSS = 7  # figures side by side on a landscape page
_TABLES_BY_UNIT = 3
_KEPT_TOGETHER = {"count-units", "count-yes", "sum", "max", "min", "latest", "ratio"}


def tables_by_unit(consolidation: Consolidation, ledger: Ledger) -> Iterator[list[DraftTable]]:
    """The main figures of each unit, as many indicators a table as a landscape page holds."""
    found = by_unit(consolidation)
    units = _units_in_order(consolidation)
    shown = [one for one in consolidation.programme.indicators if _worth_showing(one, found, units)]
    shown = shown[: _COLUMNS_ACROSS * _TABLES_BY_UNIT]
    if not shown or len(units) < 2:
        return
    tables = -(-len(shown) // _COLUMNS_ACROSS)
    across = -(-len(shown) // tables)  # as many in each, so that no table is left with one column
    yield [
        _unit_table(consolidation, units, shown[at : at + across], ledger, at == 0, at + across >= len(shown))
        for at in range(0, len(shown), across)
    ]


def _units_in_order(consolidation: Consolidation) -> list[str]:
    """The units asked, in the order of the round, then others that reported; none that only lies between levels.

    On the map of another day, the lowest units that have figures there.
    """
    if consolidation.round.view != "reported":
        shown = {one.unit for one in consolidation.rollups if one.amount is not None}
        above = {unit.parent for unit in consolidation.units if unit.id in shown}
        return [
            unit.id for unit in consolidation.units if unit.id in shown - above and unit.id != consolidation.unit.id
        ]
    listed = [line.unit for line in consolidation.coverage]
    reporting = sorted({one.unit for one in consolidation.observations})
    return [unit for unit in dict.fromkeys([*listed, *reporting]) if unit not in ("", consolidation.unit.id)]


def _worth_showing(indicator: Indicator, found: Mapping[tuple[str, str, str], Rollup], units: Sequence[str]) -> bool:
    """Whether two of ``units`` or more have a value: a column of one says nothing that the form does not."""
    if indicator.kind == "text" or indicator.over_units not in _KEPT_TOGETHER:
        return False
    cells = [found.get((unit, indicator.code, "")) for unit in units]
    return sum(one is not None and one.amount is not None for one in cells) >= 2


def _unit_table(
    consolidation: Consolidation,
    units: Sequence[str],
    shown: Sequence[Indicator],
    ledger: Ledger,
    first: bool,
    last: bool,
) -> DraftTable:
    values, sums = by_unit(consolidation), totals(consolidation)
    names = {unit.id: unit.full_name for unit in consolidation.units}
    rows: list[tuple[str, ...]] = []
    figures: list[tuple[int, int, str]] = []
    for number, unit in enumerate(units):
        cells = [values.get((unit, one.code, "")) for one in shown]
        name = names.get(unit, unit)
        rows.append(
            (
                str(number + 1),
                name[:1].upper() + name[1:],
                *(_plain(cell, of) for cell, of in zip(cells, shown, strict=True)),
            )
        )
    whole = [sums.get((one.code, "")) for one in shown]
    codes = {one.code for one in shown}
    every = [*filter(None, whole), *(one for (_, code, _), one in values.items() if code in codes)]
    rows.append(("", "Tổng hợp", *(_total(cell, of) for cell, of in zip(whole, shown, strict=True))))
    for column, cell in enumerate(whole):
        if cell is not None and cell.amount is not None:
            figures.append((len(rows) - 1, column + 2, ledger.add(cell, exact_text(cell, shown[column]))))
    rows.append(("", "Số đơn vị có số liệu", *(_coverage(cell) for cell in whole)))
    return DraftTable(
        label="",
        title="Số liệu chủ yếu theo đơn vị" if first else "",
        caption="",
        header=("TT", "Đơn vị", *(f"{one.name} ({one.unit_word})" if one.unit_word else one.name for one in shown)),
        widths=(0.04, 0.18, *(0.78 / len(shown) for _ in shown)),
        rows=tuple(rows),
        bold_rows=(len(rows) - 2,),
        number_columns=tuple(range(2, 2 + len(shown))),
        centred_columns=(0,),
        figures=tuple(figures),
        landscape=True,
        notes=(*mark_notes(every), *(_BLANK_NOTE if last else ())),
    )


def _plain(rollup: Rollup | None, indicator: Indicator) -> str:
    return exact_text(rollup, indicator) if rollup is not None and rollup.amount is not None else ""


def _total(rollup: Rollup | None, indicator: Indicator) -> str:
    if rollup is None or rollup.amount is None:
        return "không cộng" if rollup is not None and rollup.refusal else ""
    return exact_text(rollup, indicator)


def _coverage(rollup: Rollup | None) -> str:
    if rollup is None:
        return ""
    return f"{rollup.reported}/{rollup.expected}" if rollup.expected else str(rollup.reported)


def table_of_reporting(consolidation: Consolidation) -> Iterator[list[DraftTable]]:
    """Who was asked, who has reported, and with how many of the indicators."""
    if not consolidation.coverage:
        return
    symbols = {read.file: read.report.letterhead for read in consolidation.reports}
    asked = sum(line.asked for line in consolidation.coverage)
    rows = []
    for number, line in enumerate(consolidation.coverage, 1):
        head = symbols.get(line.file)
        symbol = head.canonical or "" if head else ""
        date = printed_day(line.date) if line.date else ""
        state = "Đã báo cáo" if line.file else "Chưa báo cáo"
        given = f"{line.answered}/{line.indicators}" if line.file and line.indicators else ""
        name = short_body(line.body)
        state = state if line.asked or not asked else "Ngoài danh sách"
        rows.append((str(number), name, state, symbol, date, given))
    reported = sum(bool(line.file) for line in consolidation.coverage if line.asked)
    note = f"Đã báo cáo {reported}/{asked} cơ quan, đơn vị." if asked else ""
    yield [
        DraftTable(
            label="",
            title="Tình hình gửi báo cáo của các cơ quan, đơn vị",
            caption="",
            header=(
                "TT",
                "Cơ quan, đơn vị",
                "Tình hình",
                "Số, ký hiệu",
                "Ngày báo cáo",
                "Chỉ tiêu có số liệu",
            ),
            widths=(0.05, 0.40, 0.15, 0.16, 0.13, 0.11),
            rows=tuple(rows),
            centred_columns=(0, 2, 3, 4, 5),
            notes=(note,) if note else (),
        )
    ]
