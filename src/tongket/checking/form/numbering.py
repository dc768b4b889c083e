"""Numbers of sections and table rows (đánh số): skipped, repeated, in the wrong order, below another heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from operator import attrgetter

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report, Section, Table, TableRow
from tongket.vietnamese.numbers import roman
from tongket.vietnamese.unicode import CAPITALS, SMALL, folded

NUMBERING = Kind(
    name="numbering",
    title=N_("Numbering"),
    meaning=N_("Sections or table rows of one level skip a number, repeat one, or go back."),
    example="II. ĐÁNH GIÁ CHUNG\n\n1. Ưu điểm\n\nLàm tốt.\n\n3. Bài học kinh nghiệm\n\nPhải kiên trì.",
    not_flagged=N_(
        "Numbering that starts again under each higher heading, in each part or in each appendix; paragraphs without "
        "numbers between numbered ones; levels left out (I then a)."
    ),
    severities=("error", "warning", "info"),
    cases={
        "skipped": Case(
            N_("{number} follows {before}: {missing} is missing."), N_("Renumber, or add the missing section.")
        ),
        "repeated": Case(N_("{number} stands twice at one level."), N_("Renumber this one and those after it.")),
        "first": Case(
            N_("The first part has the number {number}: {missing} is missing."),
            N_("Renumber, or add the missing part."),
        ),
        "stray": Case(
            N_("{number} stands below {above}."), N_("Correct the number, or move the section below its own heading.")
        ),
        "back": Case(N_("{number} comes after {before}."), N_("Put the sections in order, or renumber.")),
        "first-appendix": Case(
            N_("The report begins its appendices with '{here}' and has no '{name}'."),
            N_("Attach '{name}', or renumber the appendices."),
        ),
        "uncalled": Case(
            N_("Nothing in the text calls note {mark}."), N_("Put its mark where it belongs, or leave the note out.")
        ),
        "unanswered": Case(N_("Mark {mark} has no note."), N_("Add the note, or strike the mark.")),
        "mark": Case(N_("{number} has no dot, unlike {other} (without a dot: {times})."), N_("Write '{number}.'.")),
        "closing": Case(
            N_("'{number}' is closed otherwise than most letters of the text (others than '{other}': {times})."),
            N_("Write '{other}'."),
        ),
        "other-mark": Case(
            N_("'{number}': its number is closed otherwise than those beside it ('{other}')."), N_("Write '{other}'.")
        ),
        "glued": Case(
            N_("'{number}': no blank parts the number from its heading, as elsewhere in the text."),
            N_("Put a blank behind the number."),
        ),
        "letter": Case(
            N_("'{number}' is no letter of the order of points (a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q)."),
            N_("Write '{right}', and renumber the points after it."),
        ),
    },
)
KINDS = (NUMBERING,)

_ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_CARDINALS = ["một", *_ORDINALS[1:3], "bốn", *_ORDINALS[4:]]
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""In the order of points (Decree 30/2020/NĐ-CP, annex I: the Vietnamese alphabet)."""


def ordinal(number: str) -> tuple[str, str, int] | None:
    """Style, prefix and place in the row of a printed number: '2.3' -> ('1', '2', 3), 'III' -> ('I', '', 3).

    None for what is not a number of a sequence.
    """
    number = number.strip().rstrip(".)-:")
    words = folded(number).split()
    if words and words[0] in ("phần", "chương", "mục", "điều") and len(words) > 1:
        inner = ordinal(number.split()[-1])
        if words[-1] in _ORDINALS:
            return words[0], "", _ORDINALS.index(words[-1]) + 1
        return (words[0], "", inner[2]) if inner else None
    if len(words) == len(("thứ", "nhất")):  # 'Thứ nhất', 'Một là'
        row, word = (_ORDINALS, words[1]) if words[0] == "thứ" else (_CARDINALS, words[0])
        return (words[0] if row is _ORDINALS else words[1], "", row.index(word) + 1) if word in row else None
    if re.fullmatch(r"[IVXL]+", number):
        return "I", "", roman(number)
    if re.fullmatch(r"\d+(?:\.\d+)*", number):
        *prefix, last = number.split(".")
        return "1", ".".join(prefix), int(last)
    if len(number) == 1 and number.lower() in LETTERS:
        return "a", "", LETTERS.index(number.lower()) + 1
    return None


def check_numbering(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` for sections and table rows that skip, repeat or go back at one level.

    A note only where the text comes from a scan, which garbles numbers.

    Not flagged: sequences that restart under another heading; a first number other than 1 (a part of a longer text);
    a number that stands between the two inside a paragraph; letters in Latin order (d, e without đ), of which
    ``numbering_marks`` tells.
    """
    dirty = is_dirty(report)
    prose = without_tables(report)
    for siblings in siblings_of(report.sections):
        marks = [(one.number or "", Span(one.start, mark_end(report.text, one))) for one in siblings if one.number]
        either = _may_go_on_either(siblings)
        for finding in islice(_sequence(prose, marks, "warning"), _MOST_SLIPS):
            if finding.case == "back" and finding.facts["number"] in either:
                continue
            yield replace(finding, severity="info") if dirty else finding
    yield from () if dirty else _strays(report.text, report.sections)
    yield from () if dirty else _first_ones(report)
    yield from () if dirty else _starts(report)
    yield from () if dirty else _of_another_kind(report, prose)
    for table in report.tables:
        yield from _sequence(report.text, _row_numbers(table), "info" if dirty else "error")
        ordered = list(_sequence(report.text, _counting_numbers(table), "info" if dirty else "error"))
        yield from ordered if len(ordered) <= _FEW_SLIPS else ()


def _may_go_on_either(siblings: Sequence[Section]) -> frozenset[str]:
    """The numbers that go on a list and one below it alike: '5' behind '4' and the points '1' to '4' of that section.

    The reader has to take them for one of the two, and what follows may be of the other.
    """
    ends = [(one.number or "", below[-1].number) for one in siblings for below in siblings_of(one.children)]
    return frozenset([str(int(number) + 1) for number, last in ends if number == last and number.isdecimal()])


def without_tables(report: Report) -> str:
    """The text with blanks for its tables of several columns, whose rows are numbered for themselves."""
    pieces, at = [], 0
    for table in sorted(report.tables, key=attrgetter("start")):
        if table.start >= at and len(table.header) > 1:
            pieces += [report.text[at : table.start], " " * (table.end - table.start)]
            at = table.end
    return "".join([*pieces, report.text[at:]])


def mark_end(text: str, section: Section) -> int:
    """Where the line that numbers a section ends, or what is shown of it."""
    end = section.head_end or section.body_start or 0
    if end <= section.start:
        line = text.find("\n", section.start)
        end = line if line >= 0 else section.end
    return min(end, section.start + 120)


def siblings_of(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """Each list of sections that stand below one heading."""
    if sections:
        yield sections
    for section in sections:
        yield from siblings_of(section.children)


def _row_numbers(table: Table) -> list[tuple[str, Span]]:
    """Numbers of the top level of a table: those in which Roman groups the rest, when there are any."""
    rows = [row for row in table.rows if row.number]
    roman = [row for row in rows if (found := ordinal(row.number)) and found[0] == "I"]
    return [(row.number, _number_at(row)) for row in (roman if len(roman) > 1 else [])]


_MOST_SLIPS = 200  # of one list: more say no more
_FEW_SLIPS, _COUNTED = 2, 5  # more slips are no slips; fewer rows count nothing


def _counting_numbers(table: Table) -> list[tuple[str, Span]]:
    """The plain numbers of a column 'STT' that counts the rows of a table without groups."""
    rows = [row for row in table.rows if row.number.strip(" .)").isdecimal()]
    if len(rows) < _COUNTED or len(rows) < len([row for row in table.rows if row.number]):
        return []
    return [(row.number.strip(" .)").lstrip("0") or "0", _number_at(row)) for row in rows]


def _number_at(row: TableRow) -> Span:
    first = next((cell for cell in row.cells if cell.text.strip()), None)
    return Span(first.start, first.end) if first else Span(row.start, row.end)


def _sequence(text: str, marks: Sequence[tuple[str, Span]], severity: Severity) -> Iterator[Finding]:
    last: dict[tuple[str, str], tuple[int, str, Span]] = {}
    outer: dict[tuple[str, str], tuple[int, str, Span]] = {}  # where a list stopped when another began inside it
    repeated: set[tuple[str, str]] = set()
    for number, place in marks:
        found = ordinal(number)
        if found is None:
            continue
        style, prefix, value = found
        before = last.get((style, prefix))
        last[style, prefix] = value, number, place
        again = (style, prefix) in repeated  # '1, 1, 3': the second should be 2, and none is missing
        repeated.discard((style, prefix))
        if before is None or value == before[0] + 1 or (again and value == before[0] + 2):
            continue
        if value == 1:
            outer.setdefault((style, prefix), before)
        elif outer and value < before[0] and value == outer.get((style, prefix), (0,))[0] + 1:
            del outer[style, prefix]  # '4.', then '1.' to '12.' below it, then '5.'
            continue
        facts = {"number": number, "before": before[1]}
        related = (before[2],)
        if value == before[0]:
            repeated.add((style, prefix))
            yield Finding("numbering", "error", place, "repeated", facts, related)
        elif value > before[0]:
            facts["missing"] = _name(style, prefix, before[0] + 1)
            if (
                not stands_between(text, facts["missing"], before[2].end, place.start)
                and (number[:1] + before[1]).lower() != "ed"
            ):
                yield Finding("numbering", severity, place, "skipped", facts, related)
        elif value != 1:
            yield Finding("numbering", severity, place, "back", facts, related)


def stands_between(text: str, number: str, start: int, end: int) -> bool:
    """Whether the number opens a line or a sentence in the range, though not as a heading of its own.

    A line that begins with a mark which a scan garbled ('(§) ', '2» 5 ') may be the missing one; '(2)' is no '2'.
    """
    as_said = rf"{re.escape(number)}(?=[.)/,-](?!\d)|[ \u00a0\t]+\S)"
    if len(number) > 1:
        as_said += rf"|{' '.join(map(re.escape, number))}(?= [.)](?! \d))"  # each letter alone: '4 . 2 . 7 .'
    opens = re.compile(rf"(?:\n|[.;:] )(?:[^\w(]|_){{0,6}}(?:{as_said})")
    if opens.search(text, start, end):
        return True
    first = number.partition(".")[0]
    garbled = (_DIGITS.findall(found[0]) for found in _GARBLED.finditer(text, start, end))
    return any(not digits or digits[0] == first for digits in garbled)


_DIGITS = re.compile(r"\d+")
_GARBLED = re.compile(
    r"\n(?![-–—+*•] |\(\d{1,2}\))(?:[^\w\s]{1,3} ?)?"
    r"(?:\([^\w\s]\)|[^\w\s]{1,2} ?\d{1,2}|\d{1,2}[^\w\s.,/%)-]) ?[.)]? ?\d? ?"
    rf"[{CAPITALS}][{SMALL}]"
)


def _strays(text: str, sections: Sequence[Section]) -> Iterator[Finding]:
    """Dotted numbers below or behind another heading than their own: '5.2' behind '4.1', without a '5' before it."""
    seen: set[str] = set()
    last: Section | None = None
    for one in sections:
        yield from _strays(text, one.children)
        if (one.number or "").isdecimal():
            last = one
            seen.add(one.number or "")
            yield from (_stray(text, below, one) for below in _foreign(one.number, one.children))
            yield from (_stray(text, below, one) for below in _copied(sections, one))
        elif last and _prefix(one) and _prefix(one) not in seen and _own(last.number, last.children):
            yield _stray(text, one, last)
        elif last and _prefix(one) not in seen and _lacks_its_heading(text, one, last):
            seen.add(_prefix(one))
            yield _stray(text, one, last)


def _lacks_its_heading(text: str, one: Section, last: Section) -> bool:
    """Whether '2.2' follows '1', and neither '2' nor '2.1' stands between."""
    prefix, number = _prefix(one), (one.number or "").rpartition(".")[2]
    if not prefix.isdecimal() or int(prefix) != int(last.number or 0) + 1 or number[0] in "01":
        return False
    return not any(stands_between(text, missing, last.start, one.start) for missing in (prefix, f"{prefix}.1"))


def _first_ones(report: Report) -> Iterator[Finding]:
    """Dotted numbers that do not begin with 1 below their own heading: '3.3' behind '3'."""
    for above in report.walk_sections():
        own = _own(above.number, above.children)
        found = ordinal(own[0].number or "") if own else None
        if found is None or found[2] == 1 or above.number is None:
            continue
        first = f"{above.number}.1"
        if not stands_between(report.text, first, above.start, own[0].start):
            facts = {"number": own[0].number or "", "before": above.number, "missing": first}
            place = Span(own[0].start, mark_end(report.text, own[0]))
            related = (Span(above.start, mark_end(report.text, above)),)
            yield Finding("numbering", "warning", place, "skipped", facts, related)


def _starts(report: Report) -> Iterator[Finding]:
    """Plain numbers that begin with another than 1 below a heading, where those below the other headings begin with 1.

    Not flagged: numbers that go on from the heading before.
    """
    parts = [one for one in report.sections if (held := ordinal(one.number or "")) and held[0] in ("I", "phần")]
    rows = [(above, _plain(above.children)) for above in parts]
    firsts = [row[0][1] for _, row in rows if row]
    last = 0
    for above, row in rows:
        if len(row) > 1 and 1 in firsts and row[0][1] not in (1, last + 1):
            one, value = row[0]
            if not stands_between(report.text, "1", above.start, one.start):
                facts = {"number": str(value), "before": above.number or "", "missing": "1"}
                related = (Span(above.start, mark_end(report.text, above)),)
                yield Finding(
                    "numbering", "warning", Span(one.start, mark_end(report.text, one)), "skipped", facts, related
                )
        last = row[-1][1] if row else last


def _of_another_kind(report: Report, prose: str) -> Iterator[Finding]:
    """The first Roman number of a report where it is no first part, and goes on from plain ones: 'III' behind '6'.

    Not flagged: where the number before it opens a line ('II'), though not as a heading.
    """
    roman = next(
        (one for one in report.walk_sections() if (held := ordinal(one.number or "")) and held[0] == "I"), None
    )
    if roman is None or roman not in report.sections:
        return
    before = _plain(report.sections[: report.sections.index(roman)])
    found = ordinal(roman.number or "")
    counted = [value for _, value in before] == list(range(1, len(before) + 1))
    if not (found and found[2] > 1 and counted and len(before) >= _FEW_PLAIN):
        return
    if stands_between(prose, _name("I", "", found[2] - 1), 0, roman.start):
        return
    last, value = before[-1]
    facts = {"number": roman.number or "", "before": str(value), "missing": str(value + 1)}
    related = (Span(last.start, mark_end(report.text, last)),)
    yield Finding("numbering", "warning", Span(roman.start, mark_end(report.text, roman)), "skipped", facts, related)


_FEW_PLAIN = 3  # plain numbers from 1 that show how a report counts its parts


def _plain(sections: Sequence[Section]) -> list[tuple[Section, int]]:
    """The sections with a plain number, each with its value."""
    return [(one, int(one.number)) for one in sections if (one.number or "").isdecimal() and one.number]


def _own(number: str | None, below: Sequence[Section]) -> list[Section]:
    return [one for one in below if _prefix(one) == number]


def _foreign(number: str | None, below: Sequence[Section]) -> list[Section]:
    """Those of the sections below a heading that bear another's number, behind one that bears its own."""
    own = _own(number, below)
    return [one for one in below if own and _prefix(one) not in ("", number) and one.start > own[0].start]


def _copied(sections: Sequence[Section], one: Section) -> list[Section]:
    """The first of the numbers below a heading, where all are of an earlier one that has its own: '1.1' below '2'."""
    below = [held for held in one.children if _prefix(held)]
    prefixes = {_prefix(held) for held in below}
    if len(prefixes) != 1 or one.number in prefixes:
        return []
    earlier = [other for other in sections[: sections.index(one)] if other.number in prefixes]
    return below[:1] if any(_own(other.number, other.children) for other in earlier) else []


def _stray(text: str, one: Section, above: Section) -> Finding:
    facts = {"number": one.number or "", "above": above.number or ""}
    related = (Span(above.start, mark_end(text, above)),)
    return Finding("numbering", "warning", Span(one.start, mark_end(text, one)), "stray", facts, related)


def _prefix(section: Section) -> str:
    """What stands before the last dot of a number such as '4.1'; "" for any other."""
    found = ordinal(section.number or "")
    return found[1] if found and found[0] == "1" else ""


def _name(style: str, prefix: str, value: int) -> str:
    if style == "I":
        text, rest = "", value
        for amount, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
            while rest >= amount:
                text, rest = text + letters, rest - amount
        return text
    if style == "a":
        return LETTERS[min(value, len(LETTERS)) - 1]
    if style in ("phần", "chương", "mục", "điều"):
        return f"{style} {value}"
    if style in ("thứ", "là") and value <= len(_ORDINALS):
        return f"Thứ {_ORDINALS[value - 1]}" if style == "thứ" else f"{_CARDINALS[value - 1].capitalize()} là"
    return f"{prefix}.{value}" if prefix else str(value)
