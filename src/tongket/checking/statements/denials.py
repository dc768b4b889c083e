"""What the text denies in one place and counts in another, and numbers given to the wrong row of a table.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.cells import Cells, NumberCell, cells_of_tables
from tongket.checking.evidence.clauses import is_of_part, told_otherwise, words_of
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import counts_alike
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_NONE = re.compile(
    r"[KkCc](?<!\w.)(?:hông|hưa) (?:có|còn|để xảy ra|xảy ra|phát sinh|phát hiện)(?: một| bất kỳ| bất cứ| trường hợp)?"
    r" (?P<what>[^.,;:()\n]{6,90})"
)
_OTHER_TIME = re.compile(
    r"[Nn]ăm trước|[Cc]ùng kỳ|[Tt]rước đây|[Kk]ỳ trước|những năm|nhiệm kỳ trước|[Pp]hấn đấu|[Gg]iảm còn|không|chưa"
    r"|[Qq]uý|[Tt]uyên truyền|[Pp]hòng(?: ngừa|,? ?chống)|tác hại|[Nn]guy cơ|[Cc]ả nước|[Tt]oàn quốc|[Vv]ận động"
)
_MENDED = re.compile(r"(?<!\w)(?:[Xx]óa|[Xx]oá|[Ss]ửa chữa|[Xx]ây mới|[Tt]hay thế|[Tt]háo dỡ|[Kk]hắc phục)(?!\w)")
_YEAR = re.compile(r"[Nn]ăm (?:học )?((?:19|20)\d\d)(?!\d)")
_COUNTED = re.compile(
    r"\d(?:\s(?!năm|tháng|quý|tuần|ngày|kỳ)[^\W\d_]+){1,3}\s$"
)  # '23 vụ việc chưa có điều kiện giải quyết' denies it of these
_LEAST = 3
_MOST, _MOST_ALIKE = 200, 10  # things that a report denies, and times that it denies one


def check_denials(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text says that there is none, and elsewhere how many there are: 'không
    có xã nào nợ quá hạn trên 1%', then 'còn 03 xã có tỷ lệ nợ quá hạn trên 1%'.

    Not flagged: numbers of another time, targets, denials of few words; a number whose own clause denies something;
    what is denied of a number of things.
    """
    tasks = tasks_of(report)
    denials = [(found, _words(found["what"])) for found in finds(_NONE, report.text)]
    denials = [
        (found, words)
        for found, words in denials
        if len(words) >= _LEAST
        and not tasks.touch(Span(*found.span()))
        and not is_of_a_kind(report.text, found.end())
        and not is_of_part(report, report.text[clause_start(report.text, found.start()) : found.start()])
        and not _COUNTED.search(report.text, max(found.start() - 40, 0), found.start())
    ]
    if not denials:
        return
    alike: dict[frozenset[str], list[re.Match[str]]] = {}
    for found, words in denials:
        if words in alike or len(alike) < _MOST:
            kept = alike.setdefault(words, [])
            kept += [found] if len(kept) < _MOST_ALIKE else []
    for one in report.figures:
        amount = single(one.base_value)
        if not amount or one.in_table or one.target or one.change or one.unit == "%":
            continue
        unit = _words(one.unit)
        if not any(unit <= denied for denied in alike):
            continue
        said = report.text[one.end : _end(report.text, one.end)]
        near_by = max(one.start - 60, 0)
        clause = max(near_by, *(report.text.rfind(mark, near_by, one.start) for mark in ("\n", ". ")))
        if _MENDED.search(report.text, clause, one.start):
            continue
        if _OTHER_TIME.search(report.text, clause, one.start) or _OTHER_TIME.search(said):
            continue
        if set(_YEAR.findall(report.text, clause, one.start)) - {(report.letterhead.date or "")[:4]}:
            continue
        words = _words(said) | unit
        for denied in [denied for denied in alike if unit <= denied <= words]:
            own = [found for found in alike[denied] if found.start() <= one.start < found.end()]
            for found in alike[denied]:
                if found not in own:
                    yield told_otherwise(report.text, Span(*found.span()), Span(one.start, one.end + len(said)))
            alike[denied] = own  # what was told once need not be told again


_CIRCUMSTANCES = re.compile(
    r" (?:xảy ra|phát sinh|trên địa bàn|trong (?:năm|kỳ|tháng|quý)|do|vì|tại"
    r"|vào(?= (?:ngày|tháng|dịp|thời|mùa|cuối|đầu|buổi|lúc|năm)))(?!\w).*$"
)
_KINDS = "tố cáo|kiến nghị|phản ánh|khiếu nại|tranh chấp"
_ALSO_DENIED = re.compile(rf", (?:{_KINDS})(?!\w)(?P<rest>[^.;\n]{{0,300}})")
_ONE_MORE = re.compile(rf"(?:, |và )?(?:{_KINDS})")


def without_circumstances(said: str) -> str:
    """What is denied, without where, when and why: 'vụ cháy nào trên địa bàn' is 'vụ cháy', 'hộ nào tái nghèo' is 'hộ
    tái nghèo'.
    """
    return _CIRCUMSTANCES.sub("", said.replace(" nào", "", 1))


_GROUP = re.compile(
    r" (?:trong(?! (?:năm|kỳ(?! thi| họp)|tháng|quý|tuần|thời gian|giai đoạn|nhiệm kỳ|đợt|dịp)(?!\w))"
    r"(?! (?:toàn|địa bàn|xã|huyện|tỉnh)(?!\w))|thuộc|do|vì)(?: (?:các|những|số|nhóm|khối|đội ngũ))*"
    r" (?P<group>[^\W\d_]+ [^\W\d_]+)"
)


def group_of(said: str) -> str:
    """The first words, small, of the group or cause that a denial is of: 'công chức xã' of 'không có người sinh con
    thứ ba trong công chức xã'; "" where it is of all.
    """
    found = _GROUP.search(said)
    return found["group"].lower() if found else ""


def is_of_a_kind(text: str, end: int) -> bool:
    """Whether the list that goes on behind a denial names what kind is denied: 'đơn khiếu nại, tố cáo vượt cấp'."""
    also = _ALSO_DENIED.match(text, end)
    return also is not None and bool(_ONE_MORE.sub("", without_circumstances(also["rest"])).strip())


def _words(said: str) -> frozenset[str]:
    """The words of a statement that count, and its numbers: three stars are not four."""
    return words_of(said) | {number.lstrip("0") for number in re.findall(r"\d+", said)}


def _end(text: str, start: int) -> int:
    ends = [end for end in (text.find(mark, start, start + 160) for mark in (". ", ";", "\n", ", ")) if end >= 0]
    return min(ends, default=min(start + 160, len(text)))


_NAMED = re.compile(
    r"(?<=\S)(?=\s*(?:\(|đạt|có|là|với|chỉ|được|:)?\s*(?:đạt|có|là|chỉ|mới đạt)?\s*$)"
)  # where a name may end whose number begins at the end of what is searched
_LONGEST = 200  # letters of a label that a sentence repeats
_MOST_ALIKE = 20  # rows of one label


def check_named_rows(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the text gives to one row of a table the number of another: 'thấp nhất là
    xã A (82,0%)', where 82,0 stands in the row of B.

    Not flagged: numbers that the row holds too, rows without a number in that column, numbers of several other rows.
    """
    rows = _rows_by_label(report.tables)
    if not rows:
        return
    lengths: dict[str, set[int]] = {}  # of the labels that end so
    for label in rows:
        lengths.setdefault(label[-2:], set()).add(len(label))
    cells = cells_of_tables(report)
    held = [_held(of_table) for of_table in cells]
    text = report.text
    for one in report.figures:
        if one.in_table or one.qualifier or one.target or one.change or single(one.value) is None:
            continue
        for named in _NAMED.finditer(text, max(one.start - 40, 0), one.start):
            end = named.start()
            for length in lengths.get(text[max(end - 2, 0) : end], ()):
                for index, number in rows.get(text[max(end - length, 0) : end], ())[:_MOST_ALIKE]:
                    table = report.tables[index]
                    if not table.start <= end - length < table.end:
                        yield from _check_row(text, one, table, number, held[index], cells[index])


def _rows_by_label(tables: Sequence[Table]) -> dict[str, list[tuple[int, int]]]:
    """The number of table and row of each label of several words, by the label from its second letter on: the first
    may be a capital or not.
    """
    rows: dict[str, list[tuple[int, int]]] = {}
    for index, table in enumerate(tables):
        for number, row in enumerate(table.rows):
            if len(row.label) <= _LONGEST and len(row.label.split()) > 1:
                rows.setdefault(row.label[1:], []).append((index, number))
    return rows


def _held(cells: Cells) -> dict[Decimal, dict[int, int]]:
    """The rows in which each amount stands, with the first column where it does."""
    held: dict[Decimal, dict[int, int]] = {}
    for (row, column), cell in cells.items():
        held.setdefault(cell.amount, {}).setdefault(row, column)
    return held


def _check_row(
    text: str, one: Figure, table: Table, number: int, held: dict[Decimal, dict[int, int]], cells: Cells
) -> Iterator[Finding]:
    amounts = {amount for amount in (single(one.value), single(one.base_value)) if amount is not None}
    rows = {row for amount in amounts for row in held.get(amount, ())}
    if number in rows or len(rows) != 1 or max(amounts) < _TELLING:
        return
    (other,) = rows
    column = min(held[amount][other] for amount in amounts if amount in held)
    own = cells.get((number, column))
    label, theirs = table.rows[number].label, table.rows[other].label
    if own is None or folded(theirs).startswith(("tổng", "cộng")):
        return
    if not _is_of_column(text, one, cells[other, column], table.header[column] if column < len(table.header) else ""):
        return
    facts = {"text": one.text, "label": label, "table": own.shown(), "other": theirs}
    yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "row", facts, (own.at,))


_TAIL = re.compile(r"[^.,;:()\d\n]{0,40}")
_BY_CHANCE = 100  # a smaller whole number stands in a table by chance


def _is_of_column(text: str, one: Figure, cell: NumberCell, title: str) -> bool:
    """Whether a number may be of a column: of its unit, and, where it may stand there by chance, narrowed by no word
    that the title has not ('45 học sinh giỏi' of a column 'Học sinh dân tộc').
    """
    if not counts_alike(one, cell.figure):
        return False
    tail = _TAIL.match(text, one.end)
    narrower = words_of(tail[0] if tail else "") - words_of(one.unit) - words_of(title)
    return cell.amount >= _BY_CHANCE or bool(one.decimals) or not narrower


_TELLING = 10  # smaller numbers stand in many rows
