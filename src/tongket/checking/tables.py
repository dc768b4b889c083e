"""Tables against themselves and against the text (bảng số liệu, phụ lục)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tongket.checking.kinds import Case, Kind
from tongket.checking.levels import level_of_label, level_of_report
from tongket.checking.numbers import is_earlier, shown, single
from tongket.messages import N_
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table, TableRow
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import folded, key

TABLE_TOTAL_MISMATCH = Kind(
    name="table-total-mismatch",
    title=N_("Total row does not follow"),
    meaning=N_("The total row or column of a table is not the sum of the rows or columns that it closes."),
    example=(
        "STT\tTên tổ chức\tSố hội viên\n1\tHội Nông dân\t412\n2\tHội Cựu chiến binh\t593\n"
        "3\tHội Liên hiệp Phụ nữ\t900\n\tTổng cộng\t1.950"
    ),
    not_flagged=N_(
        "Columns of percentages, ranks and averages; tables with blank rows of the same level; totals of selected rows."
    ),
    severities=("error",),
    cases={
        "": Case(
            N_("Column '{column}': the rows add up to {sum}, the total row states {total}."),
            N_("Correct the total or the row that is wrong."),
        ),
        "column": Case(
            N_("Row '{label}': the columns add up to {sum}, column '{column}' states {total}."),
            N_("Correct the total or the cell that is wrong."),
        ),
    },
)
BODY_APPENDIX_MISMATCH = Kind(
    name="body-appendix-mismatch",
    title=N_("Text and table disagree"),
    meaning=N_("The text states one number and the appendix another for the same thing, or denies what it counts."),
    example=(
        "Hội Nông dân có 431 hội viên.\n\nSTT\tTên tổ chức\tSố hội viên\n1\tHội Nông dân\t412\n"
        "2\tHội Cựu chiến binh\t593"
    ),
    not_flagged=N_("Numbers with a qualifier that covers the other, of another period, level or kind of session."),
    severities=("error",),
    cases={
        "": Case(
            N_("The text says {text}; the table says {table} ('{label}')."), N_("Check the source, and use one number.")
        ),
        "denied": Case(
            N_("The text says that there was none ('{text}'); the table counts {table} ('{label}')."),
            N_("Check the source; correct the sentence or the cell."),
        ),
    },
)
KINDS = (TABLE_TOTAL_MISMATCH, BODY_APPENDIX_MISMATCH)

_TOTAL = re.compile(r"^(?:tổng cộng|cộng|tổng số|tổng|toàn (?:tỉnh|huyện|xã))\b")
_NO_SUM = re.compile(r"%|tỷ lệ|tỉ lệ|bình quân|xếp hạng|xếp loại|hạng|điểm|stt|số tt|^tt$|năm|ghi chú")
_PAIR = re.compile(r"[^\W\d_]\s?/\s?[^\W\d_]")
_OF_WHICH = re.compile(r"\W*(?:trong đó|trong số đó|riêng)\b")  # a part: its words do not say of what


@dataclass(frozen=True, slots=True)
class _Value:
    """A filled number cell: its row and grid column, its number, and where it stands."""

    row: int
    column: int
    amount: Decimal
    at: Span
    unit: str


def _values(report: Report, index: int) -> dict[tuple[int, int], _Value]:
    found = {}
    for one in report.figures:
        amount = single(one.base_value)
        if one.table == index and one.row is not None and one.column is not None and amount is not None:
            found[one.row, one.column] = _Value(one.row, one.column, amount, Span(one.start, one.end), one.unit)
    return found


def check_total_rows(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` where a total row is not the sum of the other rows.

    Not flagged: columns that cannot be added, columns with blank cells, a total row that opens a group of its own.
    """
    for index, table in enumerate(report.tables):
        totals = [number for number, row in enumerate(table.rows) if _TOTAL.match(folded(row.label)) and not row.number]
        totals = [number for number in totals if number in (0, len(table.rows) - 1)]
        values = _values(report, index)
        for total in totals:
            others = _addends(table, total)
            for column in sorted({column for row, column in values if row == total}):
                title = table.header[column] if column < len(table.header) else ""
                parts = [values.get((row, column)) for row in others]
                stated = values[total, column]
                if _NO_SUM.search(folded(title)) or len(parts) < 2 or any(part is None for part in parts):
                    continue
                if stated.unit == "%" or _is_mean(stated.amount, [part.amount for part in parts if part]):
                    continue
                added = sum((part.amount for part in parts if part), Decimal(0))
                if added != stated.amount:
                    facts = {"column": title, "sum": shown(added), "total": shown(stated.amount)}
                    yield Finding("table-total-mismatch", "error", stated.at, "", facts)


def check_total_columns(report: Report) -> Iterator[Finding]:
    """Yield ``table-total-mismatch`` where a row's total column is not the sum of its other columns.

    Not flagged: tables in which no other row adds up so (the column may total something else), rows with blank cells.
    """
    for index, table in enumerate(report.tables):
        values = _values(report, index)
        columns = sorted({column for _, column in values if column < len(table.header)})
        totals = [column for column in columns if _TOTAL.match(folded(table.header[column]))]
        others = [
            column for column in columns if column not in totals and not _NO_SUM.search(folded(table.header[column]))
        ]
        if len(totals) != 1 or len(others) < 2:
            continue
        wrong: list[tuple[_Value, Decimal]] = []
        right = 0
        for row in range(len(table.rows)):
            stated, parts = values.get((row, totals[0])), [values.get((row, column)) for column in others]
            filled = [part.amount for part in parts if part]
            if stated is None or len(filled) < 2 or len({part.unit for part in parts if part}) != 1:
                continue
            added = sum(filled, Decimal(0))
            right += added == stated.amount
            if added != stated.amount and len(filled) == len(others):
                wrong.append((stated, added))
        if right > len(wrong):
            yield from (_total_column(table, stated, added) for stated, added in wrong)


def _total_column(table: Table, stated: _Value, added: Decimal) -> Finding:
    facts = {"label": table.rows[stated.row].label, "column": table.header[stated.column]}
    facts.update(sum=shown(added), total=shown(stated.amount))
    return Finding("table-total-mismatch", "error", stated.at, "column", facts)


def _is_mean(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether a total with decimals lies among its parts, as a rate or a mean of them does."""
    return total != total.to_integral_value() and min(parts) <= total <= max(parts)


def _addends(table: Table, total: int) -> list[int]:
    """The rows that the total row adds: those of the highest level, without other totals and headings."""
    rows = [number for number in range(len(table.rows)) if number != total and table.rows[number].label]
    rows = [number for number in rows if not _TOTAL.match(folded(table.rows[number].label))]
    if not rows:
        return []
    top = min(table.rows[number].level for number in rows)
    return [number for number in rows if table.rows[number].level == top]


def check_rows_below(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the rows below a row add up to more than it states, or a 'tổng số' to less.

    Not flagged: rows below that begin with 'trong đó'; groups with blank cells of the report's own level, unless a
    total of people is left unexplained; pairs of numbers under one label.
    """
    own = level_of_report(report)
    for index, table in enumerate(report.tables):
        values = _values(report, index)
        for number in range(len(table.rows)):
            children = _children(table, number)
            for column in sorted({column for at, column in values if at == number}):
                yield from _check_children(table, values, number, children, column, own)


def _children(table: Table, number: int) -> list[int]:
    """Rows directly below ``number``: the next level down, until a row of its own level or higher."""
    level = table.rows[number].level
    below = []
    for other in range(number + 1, len(table.rows)):
        if table.rows[other].level <= level:
            break
        below.append(other)
    if not below:
        return []
    first = min(table.rows[other].level for other in below)
    return [other for other in below if table.rows[other].level == first]


def _check_children(
    table: Table,
    values: dict[tuple[int, int], _Value],
    number: int,
    children: Sequence[int],
    column: int,
    own: UnitKind | None,
) -> Iterator[Finding]:
    mine = [
        row
        for row in children
        if _is_own(table.rows[row], own) and not _PAIR.search(_without_brackets(table.rows[row].label))
    ]
    if len(mine) < 2 or any(folded(table.rows[row].label).startswith("trong đó") for row in mine):
        return
    parts = [values.get((row, column)) for row in mine]
    filled = [part for part in parts if part]
    stated = values[number, column]
    added = sum((part.amount for part in filled), Decimal(0))
    label = table.rows[number].label
    if not filled or added == stated.amount:
        return
    facts = {
        "sum": shown(added),
        "parts": " + ".join(shown(part.amount) for part in filled),
        "label": label,
        "total": shown(stated.amount),
    }
    related = tuple(part.at for part in filled)
    complete = len(filled) == len(parts)
    if (added > stated.amount and len(filled) > 1) or (complete and folded(label).startswith("tổng")):
        yield Finding("sum-mismatch", "error", stated.at, "rows", facts, related)


def _is_own(row: TableRow, own: UnitKind | None) -> bool:
    """Whether a row is of the report's level, or of none."""
    levels = [level for label in (*row.path, row.label) if (level := level_of_label(label))]
    return not levels or own is None or levels[-1] == own


def check_blank_rows(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for blank cells of the report's own level, numbers in the row of another level, and rows
    that ask for two numbers and have one.

    Not flagged: rows and columns of other levels; headings; tables that are mostly blank (a form not yet filled in).
    """
    own = level_of_report(report)
    for index, table in enumerate(report.tables):
        values = _values(report, index)
        filled = {(one.row, one.column) for one in report.figures if one.table == index}
        columns = _value_columns(table, filled, own)
        if len(filled) < 3 or not columns:
            continue
        has_zero = any(value.amount == 0 for value in values.values())
        for number in range(len(table.rows)):
            children = _children(table, number)
            for column in columns:
                yield from _check_blank(table, number, children, column, filled, values, own, has_zero)


def _value_columns(table: Table, filled: set[tuple[int | None, int | None]], own: UnitKind | None) -> list[int]:
    columns = sorted({column for _, column in filled if column is not None})
    levels = {column: level_of_label(table.header[column]) for column in columns if column < len(table.header)}
    return [column for column in columns if levels.get(column) in (None, own)]


def _check_blank(
    table: Table,
    number: int,
    children: Sequence[int],
    column: int,
    filled: set[tuple[int | None, int | None]],
    values: dict[tuple[int, int], _Value],
    own: UnitKind | None,
    has_zero: bool,
) -> Iterator[Finding]:
    row = table.rows[number]
    label = row.label.strip()
    at = Span(row.label_start, row.label_end) if row.label_end > row.label_start else Span(row.start, row.end)
    if (number, column) in filled:
        value = values.get((number, column))
        if value is None:
            return
        if not _is_own(row, own) and own:
            twin = _own_twin(table, number, own)
            if twin is not None and (twin, column) not in filled:
                facts = {"value": shown(value.amount), "label": _of_path(row), "own": _of_path(table.rows[twin])}
                yield Finding("incomplete", "warning", value.at, "level", facts)
        elif _PAIR.search(_without_brackets(label)):
            yield Finding("incomplete", "info", value.at, "pair", {"label": label, "value": shown(value.amount)})
        return
    if not label or not _is_blank(row, column) or not _is_own(row, own):
        return
    if children:
        below = [child for child in children if (child, column) in filled]
        if not below or not folded(label).startswith("tổng số"):
            return
    elif not has_zero and not _siblings_filled(table, number, column, filled):
        return
    yield Finding("incomplete", "warning", at, "blank", {"label": label})


def _of_path(row: TableRow) -> str:
    named = [label for label in (*row.path, row.label) if level_of_label(label)]
    return named[-1] if named else row.label


def _own_twin(table: Table, number: int, own: UnitKind) -> int | None:
    """The row of the report's own level that asks the same as row ``number`` asks of another level."""
    row = table.rows[number]
    for other, candidate in enumerate(table.rows):
        same = key(candidate.label) == key(row.label) and other != number
        levels = [level for label in (*candidate.path, candidate.label) if (level := level_of_label(label))]
        if same and levels and levels[-1] == own and candidate.path[:1] == row.path[:1]:
            return other
    return None


def _is_blank(row: TableRow, column: int) -> bool:
    cell = next((cell for cell in row.cells if cell.column <= column < cell.column + cell.columns), None)
    return cell is None or not cell.text.strip(" \t.…_")  # a dash says that there was none


def _siblings_filled(table: Table, number: int, column: int, filled: set[tuple[int | None, int | None]]) -> bool:
    path = table.rows[number].path[:-1]
    return any((other, column) in filled for other, row in enumerate(table.rows) if row.path[:-1] == path)


def _without_brackets(label: str) -> str:
    return re.sub(r"\([^()]*\)", "", label)


_STOP = frozenset(
    key(word)
    for words in (
        "các của và về việc trong được cho với theo số cuộc",
        "tại bằng là có đã do từ đến một những",
        "tham dự gia tổ chức thực hiện triển khai",
    )
    for word in words.split()
)
_DENIES = re.compile(r"(?:chưa|không)\s+(?:tổ chức|thực hiện|tiến hành|triển khai|thành lập|có)\s+[^,.;:\n]{4,60}")


def check_text_against_tables(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a sentence and a table cell count the same thing and differ.

    Same thing: the counted noun agrees, and the words that tell the row from the other rows stand in the clause. Not
    flagged: figures with a qualifier, targets, changes, rows of another level, clauses that two rows fit alike.
    """
    rows = list(_told_rows(report))
    if not rows:
        return
    rarity = Counter(word for row in rows for word in row.words | row.above)
    parts = {index for link in report.figure_links if link.kind == "parts" for index in link.by}
    for index, one in enumerate(report.figures):
        if (
            index in parts
            or one.in_table
            or one.qualifier
            or one.target
            or one.change
            or single(one.value) is None
            or one.unit == "%"
            or is_earlier(report.text, one)
        ):
            continue
        row = _best_row(report, one, rows, rarity)
        if row and row.amount != single(one.base_value):
            facts = {"text": one.text, "table": shown(row.amount), "label": row.label}
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (row.at,))
    yield from _denied(report, rows)


_HAS = re.compile(r"\W*(?:xã|phường|huyện|tỉnh)?\s*(?:(?:hiện|hiện nay|toàn xã)\s+)?(?:có|tập hợp được|gồm)\s+$")
_AND_NO_MORE = re.compile(r"\d{0,2}\s*(?:[,.;(\n]|sinh hoạt|$)")


def check_members_against_tables(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where 'Hội A có n hội viên' is not what the row of Hội A states for members.

    Not flagged: figures with a qualifier, of an earlier date, or narrowed by what follows ('hội viên nòng cốt').
    """
    for index, table in enumerate(report.tables):
        values = _values(report, index)
        named = {key(row.label): number for number, row in enumerate(table.rows) if len(row.label.split()) > 1}
        for one in report.figures:
            number = named.get(key(one.of or ""))
            if number is None or one.in_table or one.qualifier or one.change or one.target or one.period:
                continue
            if not _says_members(report.text, one):
                continue
            columns = [
                column
                for column, title in enumerate(table.header)
                if (number, column) in values and _words(one.unit) <= _words(title)
            ]
            if len(columns) == 1 and values[number, columns[0]].amount != single(one.base_value):
                cell, label = values[number, columns[0]], table.rows[number].label
                facts = {"text": one.text, "table": shown(cell.amount), "label": label}
                place = Span(one.start, one.end)
                yield Finding("body-appendix-mismatch", "error", place, "", facts, (cell.at,))


def _says_members(text: str, one: Figure) -> bool:
    """Whether the sentence says '<name> có <number> <unit>' and stops there."""
    before = text[max(0, one.start - 120) : one.start]
    at = before.rfind(one.of or "")
    return at >= 0 and bool(_HAS.match(before, at + len(one.of or "")) and _AND_NO_MORE.match(text, one.end))


@dataclass(frozen=True, slots=True)
class _Told:
    """A leaf row with a number: its telling words, those of the row above, and the cell."""

    label: str
    words: frozenset[str]
    above: frozenset[str]
    amount: Decimal
    at: Span
    unit: frozenset[str]  # words of the counted noun, where the table gives it
    row: tuple[int, int]  # table and row


def _told_rows(report: Report) -> Iterator[_Told]:
    own = level_of_report(report)
    for index, table in enumerate(report.tables):
        for value in _values(report, index).values():
            row = table.rows[value.row]
            level = level_of_label(table.header[value.column]) if value.column < len(table.header) else None
            if not _is_own(row, own) or level not in (None, own):
                continue
            if _PAIR.search(_without_brackets(row.label)) or _OF_WHICH.match(folded(row.label)):
                continue
            above = row.path[-2] if len(row.path) > 1 else ""
            yield _Told(
                row.label,
                _words(row.label),
                _words(above),
                value.amount,
                value.at,
                _words(value.unit),
                (index, value.row),
            )


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", key(text)) if word not in _STOP and not word.isdigit())


_LEAST_FIT, _LEAST_MARGIN = 0.55, 0.1


def _best_row(report: Report, one: Figure, rows: Sequence[_Told], rarity: Counter[str]) -> _Told | None:
    """The row that counts what the figure counts; None where no row fits well, or two fit alike."""
    unit = _words(one.unit)
    alike = [row for row in rows if unit <= row.words | row.above] if unit else []
    if not alike:
        return None
    clause = _words(report.text[one.clause_start : one.clause_end])
    ranked = sorted(((_fit(unit, clause, row, rarity), -n) for n, row in enumerate(alike)), reverse=True)
    best = ranked[0][0]
    near = [alike[-n] for fit, n in ranked if best - fit < _LEAST_MARGIN]
    if best < _LEAST_FIT or any(row.row != near[0].row for row in near):
        return None
    stated = single(one.base_value)  # of several columns of one row, the figure may repeat any
    return next((row for row in near if row.amount == stated), near[-1])


def _fit(unit: frozenset[str], clause: frozenset[str], row: _Told, rarity: Counter[str]) -> float:
    """How much of what tells the row from others stands in the figure's clause, rare words weighing more.

    0 where the row counts another noun, or fewer than two of its telling words are in the clause.
    """
    if row.unit and not (unit <= row.unit or row.unit <= unit):
        return 0.0
    telling = row.words - unit
    if len(telling) < 2 or len(row.words) < 4:
        telling |= row.above - unit
    held = telling & clause
    if len(held) < 2 or not any(rarity[word] == 1 for word in held & row.words):
        return 0.0
    return sum(1 / rarity[word] for word in held) / sum(1 / rarity[word] for word in telling)


def _denied(report: Report, rows: Sequence[_Told]) -> Iterator[Finding]:
    for match in _DENIES.finditer(report.text):
        phrase = _words(re.split(r"\bmà\b|\bnhưng\b", match.group())[0]) - {"chưa", "không"}
        for row in rows:
            told = row.words <= phrase and len(row.words) >= 2 and phrase - row.words <= row.above
            if told and row.amount > 0 and phrase & row.above:
                facts = {"text": match.group().strip(), "table": shown(row.amount), "label": row.label}
                yield Finding("body-appendix-mismatch", "error", row.at, "denied", facts, (Span(*match.span()),))
