"""Tables against the text (đối chiếu lời văn với bảng biểu, phụ lục)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from tongket.checking.evidence.cells import cells_of_tables
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import is_pen_slip
from tongket.checking.evidence.numbers import is_earlier, single
from tongket.checking.kinds import Case, Kind
from tongket.checking.tables.other_times import is_of_a_part, is_of_another_time
from tongket.checking.tables.rows_told import STOP, RowTold, kind_of, telling_words, told_rows
from tongket.messages import N_
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.unicode import folded, key

BODY_APPENDIX_MISMATCH = Kind(
    name="body-appendix-mismatch",
    title=N_("Text and table disagree"),
    meaning=N_("The text states one number and the appendix another for the same thing, or denies what it counts."),
    example=(
        "Hội Nông dân có 431 hội viên.\n\nSTT\tTên tổ chức\tSố hội viên\n1\tHội Nông dân\t412\n"
        "2\tHội Cựu chiến binh\t593"
    ),
    not_flagged=N_("Numbers with a qualifier that covers the other, of another period, level or kind of session."),
    severities=("error", "warning", "info"),
    cases={
        "text": Case(
            N_("The report says '{text}', and also '{other}': the two do not agree."),
            N_("Check which of the two is right, and bring the other in line with it."),
        ),
        "cause": Case(
            N_("'{cause}' cannot bring about '{effect}'."),
            N_("Check which of the two is meant, and name what brought it about."),
        ),
        "wrong-way": Case(
            N_("'{verb} {what}' aims at the opposite of what is wished for."),
            N_("Check the verb, and which way the number is to go."),
        ),
        "under": Case(
            N_("'{text}' stands under '{heading}', and is the opposite of what that heading is for."),
            N_("Move it to where it belongs, or check its wording."),
        ),
        "row": Case(
            N_("The text gives {text} for '{label}'; the table has {table} there, and {text} for '{other}'."),
            N_("Check which row is meant."),
        ),
        "": Case(
            N_("The text says {text}; the table says {table} ('{label}')."), N_("Check the source, and use one number.")
        ),
        "twice": Case(
            N_("'{text}' stands twice in one list."), N_("Check which other one is meant, or leave one out.")
        ),
        "denied": Case(
            N_("The text says that there was none ('{text}'); the table counts {table} ('{label}')."),
            N_("Check the source; correct the sentence or the cell."),
        ),
    },
)
KINDS = (BODY_APPENDIX_MISMATCH,)

_DENIES = re.compile(r"(?:chưa|không)\s+(?:tổ chức|thực hiện|tiến hành|triển khai|thành lập|có)\s+[^,.;:\n]{4,60}")


def check_text_against_tables(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a sentence and a table cell count the same thing and differ.

    Same thing: the counted noun agrees, and the words that tell the row from the other rows stand in the clause. Not
    flagged: figures with a qualifier, targets, changes, rows of another level, clauses that two rows fit alike.
    """
    rows = list(told_rows(report))
    if not rows:
        return
    apart = {row.row: row for row in rows}  # a row of several columns tells its words once
    rarity = Counter(word for row in apart.values() for word in row.words | row.above)
    only: dict[str, list[RowTold]] = defaultdict(list)  # rows by a word that no other row has
    for told in rows:
        for word in told.words:
            if rarity[word] == 1:
                only[word].append(told)
    made = _made_by_rows(report, rows)
    parts = {index for link in report.figure_links if link.kind == "parts" for index in link.by}
    said: list[tuple[Figure, RowTold]] = []
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
            or is_of_another_time(report, one)
            or is_of_a_part(report, one)
        ):
            continue
        row = _best_row(report, one, only, rarity)
        if row is not None and single(one.base_value) in made.get(row.row, ()):
            continue
        if row is None or _is_of_others(report.text, one, row.label) or _is_of_a_row_above(report, one, row):
            continue
        if _is_slip(one, row) or not _unsaid(report, one, row):
            said.append((one, row))
    agreed = {row.row for one, row in said if single(one.base_value) == row.amount}
    for one, row in said:
        if row.row in agreed and not _is_slip(one, row):
            continue  # told elsewhere as the table has it: this is of another time or part
        if _differs(row, one) and not _stands_in_a_row_named(report, one, rows):
            facts = {"text": one.text, "table": row.shown, "label": row.label}
            yield Finding("body-appendix-mismatch", "error", Span(one.start, one.end), "", facts, (row.at,))
    yield from _denied(report, rows)


def _is_of_a_row_above(report: Report, one: Figure, row: RowTold) -> bool:
    """Whether a number is that of a row which the row divides: '54 hội nghị (riêng 12, lồng ghép 42)'."""
    table, at = row.row
    rows = report.tables[table].rows
    above = {rows[at].path[:end] for end in range(1, len(rows[at].path))}
    stated = single(one.base_value)
    cells = cells_of_tables(report)[table] if above else {}
    return any(cell.amount == stated and rows[number].path in above for (number, _), cell in cells.items())


def _unsaid(report: Report, one: Figure, row: RowTold) -> frozenset[str]:
    """The words of a row that neither the paragraph of a number before it nor its clause says: they may make it a row
    of other things ('Hòa giải không thành', 'Thu ngân sách', 'Hộ cận nghèo').
    """
    low = max(one.start - _PARAGRAPH, 0)
    start = min(max(low, report.text.rfind("\n", low, one.start) + 1), one.clause_start)
    said = telling_words(report.text[start : one.clause_end]) | telling_words(one.unit) | _COUNTING
    unsaid = row.words - said
    ends = {word for word in re.findall(r"\w+", key(row.label))[-_LAST_WORD:] if word in unsaid}
    narrower = ends == unsaid and len(row.words) >= _MANY * _LAST_WORD
    return frozenset() if narrower else unsaid


_LAST_WORD, _MANY = 2, 4  # syllables; a last word of so many says of what sort they are, not of what


def _is_slip(one: Figure, row: RowTold) -> bool:
    stated = single(one.base_value)
    return stated is not None and is_pen_slip(stated, row.amount, one.decimals)


_OTHERS_BEFORE = re.compile(r"(?<!\w)(?:mới|thêm|trên (?:tổng )?số)\s$")
_OTHERS_BEHIND = re.compile(r"[^.,;:()\n\d]{0,30}?(?<!\w)(?:chưa|không|bị thương)(?!\w)")
_TOLD_OF_OTHERS = re.compile(r"(?<!\w)(?:chưa|không|bị thương)(?!\w)", re.IGNORECASE)
_NEAR_IT = 25  # letters


def _is_of_others(text: str, one: Figure, label: str) -> bool:
    """Whether the words at a number say that it is of others than those whom a row counts: 'còn 27 xã chưa đạt chuẩn',
    'công nhận mới 31 sản phẩm', 'trên tổng số 2.148 hộ', '05 người bị thương'.
    """
    if bool(_OTHERS_BEHIND.match(text, one.end)) != bool(_TOLD_OF_OTHERS.search(label)):
        return not _TOLD_OF_OTHERS.search(text, max(one.start - _NEAR_IT, one.clause_start), one.start)
    before = _OTHERS_BEFORE.search(text, max(one.start - 16, 0), one.start)
    return before is not None and before[0].strip() not in label.lower()


_CUMULATED = re.compile(r"l[uũ][yỹ] kế|từ đầu (?:năm|kỳ|nhiệm kỳ)|cả năm|cộng dồn|đến nay")


def _made_by_rows(report: Report, rows: Sequence[RowTold]) -> Mapping[tuple[int, int], frozenset[Decimal]]:
    """What the numbers of each row leave of one another, in tables of which a column runs on: 'trong kỳ 14, lũy kế 53'
    makes the 39 of the time before.
    """
    running = {at for at, one in enumerate(report.tables) if any(_CUMULATED.search(folded(it)) for it in one.header)}
    held: dict[tuple[int, int], set[Decimal]] = defaultdict(set)
    for row in rows:
        if row.row[0] in running:
            held[row.row].add(row.amount)
    return {at: frozenset(abs(one - other) for one, other in permutations(each, 2)) for at, each in held.items()}


def _differs(row: RowTold, one: Figure) -> bool:
    """Whether the cell holds another number of the same: of a row with several, none that is far away, which may be the
    money spent on what the sentence counts.
    """
    stated = single(one.base_value)
    if stated is None or row.amount == stated:
        return False
    return row.alone or not stated or not row.amount or 1 / _FAR_AWAY < row.amount / stated < _FAR_AWAY


_FAR_AWAY = 3  # times


def _stands_in_a_row_named(report: Report, one: Figure, rows: Sequence[RowTold]) -> bool:
    """Whether a row whose words the clause says holds the figure: 'hộ nghèo còn 318 hộ, cận nghèo 241 hộ'."""
    amount = single(one.base_value)
    clause = telling_words(report.text[one.clause_start : one.clause_end])
    return any(row.amount == amount and row.words and row.words <= clause for row in rows)


_HAS = re.compile(r"\W*(?:xã|phường|huyện|tỉnh)?\s*(?:(?:hiện|hiện nay|toàn xã)\s+)?(?:có|tập hợp được|gồm)\s+$")
_AND_NO_MORE = re.compile(r"\d{0,2}\s*(?:[,.;(\n]|sinh hoạt|$)")


def check_members_against_tables(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where 'Hội A có n hội viên' is not what the row of Hội A states for members.

    Not flagged: figures with a qualifier, of an earlier date, or narrowed by what follows ('hội viên nòng cốt').
    """
    said = [
        (key(one.of or ""), one)
        for one in report.figures
        if one.of and not (one.in_table or one.qualifier or one.change or one.target or one.period)
    ]
    by_name: dict[str, list[Figure]] = defaultdict(list)
    for name, one in said:
        if _says_members(report.text, one):
            by_name[name].append(one)
    for table, values in zip(report.tables, cells_of_tables(report), strict=True):
        named = {key(row.label): number for number, row in enumerate(table.rows) if len(row.label.split()) > 1}
        for one, number in ((one, number) for name, number in named.items() for one in by_name.get(name, ())):
            columns = [
                column
                for column, title in enumerate(table.header)
                if (number, column) in values and telling_words(one.unit) <= telling_words(title)
            ]
            if columns and single(one.base_value) not in {values[number, column].amount for column in columns}:
                cell, label = values[number, columns[-1]], table.rows[number].label
                facts = {"text": one.text, "table": cell.shown(), "label": label}
                place = Span(one.start, one.end)
                yield Finding("body-appendix-mismatch", "error", place, "", facts, (cell.at,))


def _says_members(text: str, one: Figure) -> bool:
    """Whether the sentence says '<name> có <number> <unit>' and stops there."""
    before = text[max(0, one.start - 120) : one.start]
    at = before.rfind(one.of or "")
    return at >= 0 and bool(_HAS.match(before, at + len(one.of or "")) and _AND_NO_MORE.match(text, one.end))


_LEAST_FIT, _LEAST_MARGIN = 0.55, 0.1
_LEAST_FIT_OF_EVENTS = 0.85  # of 'cuộc', 'lượt', which many rows count: the sentence must say all that the row says


def _best_row(
    report: Report, one: Figure, only: Mapping[str, Sequence[RowTold]], rarity: Counter[str]
) -> RowTold | None:
    """The row that counts what the figure counts; None where no row fits well, or two fit alike."""
    unit = telling_words(one.unit)
    clause = telling_words(report.text[one.clause_start : one.clause_end] if unit else _counted_after(report.text, one))
    alike = list({id(row): row for word in sorted(clause) for row in only.get(word, ())}.values())
    measured = kind_of(one.unit)
    alike = sorted(
        (row for row in alike if unit <= row.words | row.above and row.kind in ("", measured)), key=lambda row: row.at
    )
    if not alike:
        return None
    if exact := _row_of_its_words(report.text, one, unit, alike):
        return exact
    least = _LEAST_FIT if unit else _LEAST_FIT_OF_EVENTS
    ranked = sorted(((_fit(unit, clause, row, rarity), -n) for n, row in enumerate(alike)), reverse=True)
    best = ranked[0][0]
    near = [alike[-n] for fit, n in ranked if best - fit < _LEAST_MARGIN]
    if best < least or any(row.row != near[0].row for row in near):
        return None
    if not _is_of_its_act(report.text, one, near[0]):
        return None
    stated = single(one.base_value)  # of several columns of one row, the figure may repeat any
    return next((row for row in near if row.amount == stated), near[-1])


_EVENT = re.compile(r"(?:buổi|cuộc|hội nghị|lớp|đợt|phiên)\s", re.IGNORECASE)
_WHOLE = re.compile(r"\s?(?:[.,;(\n]|$|(?:cho|với|thu hút|có)\s)")
_NEARLY = Decimal("0.8")  # of a number, below which another one is of a part of it


def _row_of_its_words(text: str, one: Figure, unit: frozenset[str], rows: Sequence[RowTold]) -> RowTold | None:
    """The only row that counts events in the very words of a number: 'Số buổi tuyên truyền' for '48 buổi tuyên truyền',
    where nothing narrows these, and the two are near.
    """
    stated = single(one.base_value)
    exact = [row for row in rows if row.alone and row.words == unit]
    if len(exact) != 1 or len(unit) < _FEWEST_WORDS or not stated or not exact[0].amount:
        return None
    if not _EVENT.match(one.unit) or not _WHOLE.match(text, one.end):
        return None
    low, high = sorted((stated, exact[0].amount))
    return exact[0] if low >= _NEARLY * high else None


_FEWEST_WORDS = 3


_COUNTING = frozenset(
    key(word)
    for word in (
        *("tổng", "tỷ", "tỉ", "lệ", "lượng", "toàn", "nhóm", "loại", "diện"),
        *("đó", "riêng", "chia", "theo"),
    )
)


def _is_of_its_act(text: str, one: Figure, row: RowTold) -> bool:
    """Whether the paragraph names the act under which a row counts: loans, for 'Cho vay hộ mới thoát nghèo'."""
    label, unit = re.findall(r"\w+", key(row.label)), key(one.unit).split()[:1]
    before = label[: label.index(unit[0])] if unit and unit[0] in label else []
    act = {word for word in before if len(word) > 1 and not word.isdigit()} - STOP - _COUNTING
    low = max(one.start - _PARAGRAPH, 0)
    start = max(low, text.rfind("\n", low, one.start) + 1)
    return not act or bool(act & telling_words(text[start : one.clause_end]))


_PARAGRAPH = 600  # letters


def _counted_after(text: str, one: Figure) -> str:
    """What a number of events counts: the words behind it, to the next number of its clause."""
    after = _DIGIT.search(text, one.end, one.clause_end)
    return text[one.end : after.start() if after else one.clause_end]


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1024)
def _names_a_body(label: str) -> bool:
    """Whether a label is the name of a body or a place: 'Sở Xây dựng', 'Huyện Tân Khê', but not 'Xã đạt chuẩn'."""
    matched = match_unit(label.split()[:4])
    rest = label.split()[matched[1] : matched[1] + 1] if matched else []
    return matched is not None and matched[0].kind in ("body", "place") and bool(rest) and rest[0][:1].isupper()


def _fit(unit: frozenset[str], clause: frozenset[str], row: RowTold, rarity: Counter[str]) -> float:
    """How much of what tells the row from others stands in the figure's clause, rare words weighing more.

    0 where the row counts another noun, or fewer than two of its telling words are in the clause.
    """
    if unit and _names_a_body(row.label) and unit <= telling_words(row.label.split()[0]):
        return 0.0  # 'Sở Xây dựng' is one of the 19 departments, not their number
    named = bool(unit) and unit <= row.words and not row.unit & _MEASURES  # 'Xây mới nhà' in a column of households
    if row.unit and not (unit <= row.unit or row.unit <= unit or named):
        return 0.0
    telling = row.words - unit
    if len(telling) < 2 or len(row.words) < 4:
        telling |= row.above - unit
    held = telling & clause
    if len(held) < 2 or not any(rarity[word] == 1 for word in held & row.words):
        return 0.0
    return sum(1 / rarity[word] for word in held) / sum(1 / rarity[word] for word in telling)


_MEASURES = frozenset(key(word) for word in ("đồng", "triệu", "tỷ", "tiền", "kinh", "phí", "ha", "km", "m2", "lệ"))


def _denied(report: Report, rows: Sequence[RowTold]) -> Iterator[Finding]:
    by_word: dict[str, list[RowTold]] = defaultdict(list)
    for row in rows:
        if len(row.words) >= 2 and row.amount > 0:
            by_word[min(row.words)].append(row)
    for match in finds(_DENIES, report.text):
        phrase = telling_words(re.split(r"\bmà\b|\bnhưng\b", match.group())[0]) - {"chưa", "không"}
        for row in [row for word in sorted(phrase) for row in by_word.get(word, ())]:
            if row.words <= phrase and phrase - row.words <= row.above and phrase & row.above:
                facts = {"text": match.group().strip(), "table": row.shown, "label": row.label}
                yield Finding("body-appendix-mismatch", "error", row.at, "denied", facts, (Span(*match.span()),))
