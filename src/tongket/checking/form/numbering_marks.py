"""How numbers of sections are written (cách viết số mục): dots of one list, marks of letters, letters of the order.

Cases of ``numbering``, whose page stands with the order of the numbers.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.form.numbering import LETTERS, ordinal, siblings_of
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.unicode import CAPITALS

_DOTTED = re.compile(r"\d+(?:\.\d+)+")


def check_dots(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` (a note) for the dotted numbers of one depth of which most have a closing dot and some none:
    '2.1.', '2.2', '2.3.'. Where many are without, that is told once.

    Not flagged: depths that differ from one another; scans with dirt, which loses dots.
    """
    depths: dict[int, list[Section]] = defaultdict(list)
    for one in report.walk_sections():
        if one.number and _DOTTED.fullmatch(one.number) and report.text.startswith(one.number, one.start):
            depths[one.number.count(".")].append(one)
    for row in () if is_dirty(report) else depths.values():
        with_dot = [one for one in row if report.text.startswith(".", _at(one).end)]
        without = [one for one in row if not report.text.startswith(".", _at(one).end)]
        if not without or not with_dot or 2 * len(with_dot) < len(without):
            continue
        told = without if len(without) <= _ONE_BY_ONE else without[:1]
        for one in told:
            times = 1 if told is without else len(without)
            facts = {"number": one.number or "", "other": f"{with_dot[0].number}.", "times": str(times)}
            related = () if told is without else tuple(_at(other) for other in without[1:])
            yield Finding("numbering", "info", _at(one), "mark", facts, related)


_ONE_BY_ONE = 4  # numbers without a dot that are told singly


def _at(one: Section) -> Span:
    return Span(one.start, one.start + len(one.number or ""))


_LETTER = re.compile(r"(?P<open>\(?)(?P<letter>[a-zđ])(?P<mark>[.)/])")


def check_marks_of_letters(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` (a note) once where letters of a text are closed by different marks: 'a)' here, 'b/' there.

    Not flagged: brackets on both sides, which make a level of their own; scans with dirt.
    """
    marks: dict[str, list[Span]] = defaultdict(list)
    for one in () if is_dirty(report) else report.walk_sections():
        found = _LETTER.match(report.text, one.start)
        if found is not None and found["letter"] == one.number and not found["open"]:
            marks[found["mark"]].append(Span(*found.span()))
    if len(marks) > 1:
        usual, *others = sorted(marks, key=lambda mark: -len(marks[mark]))
        first, *more = [place for mark in others for place in marks[mark]]
        number = report.text[first.start : first.end]
        facts = {"number": number, "other": f"{number[0]}{usual}", "times": str(1 + len(more))}
        yield Finding("numbering", "info", first, "closing", facts, tuple(more))


def check_letters(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` for points that leave the order of the Vietnamese alphabet, which Decree 30/2020/NĐ-CP, annex
    I, asks for: an 'f', 'j', 'w' or 'z', and 'e' behind 'd' where other lists of the text have 'đ'. A warning where the
    list itself keeps that order elsewhere: it has 'đ', or goes on from 'e' to 'g'.
    """
    lists = [[one for one in row if re.fullmatch("[a-zđ]", one.number or "")] for row in siblings_of(report.sections)]
    ours = any(one.number == "đ" for row in lists for one in row) or any(map(_leaves_out_f, lists))
    for row in lists:
        own = any(one.number == "đ" for one in row) and not is_dirty(report)
        foreign = next((pair for pair in pairwise(row) if _is_foreign(pair)), None)
        if foreign is not None:
            before, one = foreign
            facts = {"number": one.number or "", "right": _next(before.number or "")}
            yield Finding("numbering", "warning" if own else "info", _at(one), "letter", facts)
        elif not own and not is_dirty(report) and _leaves_out_f(row):
            yield from _without_d(row, "warning")
        elif ours and not own:
            yield from _without_d(row, "info")


def _is_foreign(pair: Sequence[Section]) -> bool:
    """Whether a letter that is none of the order stands behind one that is."""
    before, one = (one.number or "" for one in pair)
    return one not in LETTERS and ordinal(before) is not None


def _next(letter: str) -> str:
    return LETTERS[min(LETTERS.index(letter) + 1, len(LETTERS) - 1)]


def _leaves_out_f(row: Sequence[Section]) -> bool:
    """Whether 'g' follows 'e', as in the Vietnamese alphabet."""
    return any((before.number, one.number) == ("e", "g") for before, one in pairwise(row))


def _without_d(row: Sequence[Section], severity: Severity) -> Iterator[Finding]:
    """An 'e' behind the only 'd' of a list: of two, the second is the 'đ', and is told as standing twice."""
    only = sum(one.number == "d" for one in row) == 1
    for before, one in pairwise(row):
        if only and (before.number, one.number) == ("d", "e"):
            facts = {"number": "e", "before": "d", "missing": "đ"}
            yield Finding("numbering", severity, _at(one), "skipped", facts, (_at(before),))


_DIGITS = re.compile(r"(?P<number>\d{1,2})(?P<mark>[.)/])(?!\d)")
_ROW = 3  # sections of a row that show how its numbers are closed


def check_marks_of_digits(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` (a note) for the one number of a row that another mark closes: '4) Tỷ lệ' among '3. Cán bộ',
    '5. Học sinh'.

    Not flagged: rows in which two or more differ, which have no usage; scans with dirt.
    """
    for row in () if is_dirty(report) else siblings_of(report.sections):
        read = [found for one in row if (found := _DIGITS.match(report.text, one.start)) is not None]
        marks = Counter(found["mark"] for found in read)
        usual = max(marks, key=marks.__getitem__, default="")
        odd = [found for found in read if found["mark"] != usual]
        if len(odd) == 1 and len(read) >= _ROW:
            facts = {"number": _shown(report, odd[0]), "other": f"{odd[0]['number']}{usual}"}
            yield Finding("numbering", "info", Span(*odd[0].span()), "other-mark", facts)


def _shown(report: Report, found: re.Match[str]) -> str:
    return " ".join(report.text[found.start() : found.end() + _SHOWN].split())


_SHOWN = 12  # letters behind a number that show which one is meant
_NUMBER = re.compile(rf"(?:[IVX]{{1,5}}|\d{{1,2}}(?:\.\d{{1,2}})*|[a-zđ])[.)/](?P<blank>[ \t]|(?=[{CAPITALS}]))")
_USUAL = 3  # numbers with a blank for each without


def check_blanks_behind_numbers(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` (a note) for a heading that begins right behind its number, where those of the text have a
    blank there: '1.Tổng số' beside '2. Số lớp'.

    Not flagged: texts that leave it out again and again; scans with dirt.
    """
    sections = () if is_dirty(report) else report.walk_sections()
    read = [found for one in sections if one.number and (found := _NUMBER.match(report.text, one.start))]
    glued = [found for found in read if not found["blank"]]
    for found in glued if len(read) > _USUAL * len(glued) else ():
        facts = {"number": _shown(report, found)}
        yield Finding("numbering", "info", Span(*found.span()), "glued", facts)


CHECKS = (check_dots, check_marks_of_letters, check_marks_of_digits, check_blanks_behind_numbers, check_letters)
