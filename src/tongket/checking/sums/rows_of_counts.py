"""Lines that tell several counts each, below a line that tells all of them (dòng nhiều số): 'Toàn trường: 513 HS/227
nữ/12 lớp, trong đó' above 'Khối 1: 97 HS/41 nữ/2 lớp', 'Khối 2: ...'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. Where one count of the lines adds up to what the line
above tells, the others must, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_COUNT = r"(?<![\w.,/])(?:\d{1,3}(?:\.\d{3})+|\d{1,5})\s?[^\W\d_]+(?: [^\W\d_]+){0,2}"
_JOINT = r"(?:\s?[/,;–-]\s?|\s(?:với|và|gồm|có)\s)"
_COUNTS = rf"{_COUNT}(?:{_JOINT}(?:có |với |và )?{_COUNT})+"
_FIELD = re.compile(r"(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,5})\s?(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2})")
_OPENS = r"(?:trong đó|(?:bao )?gồm(?: có)?|chia ra|cụ thể|chi tiết)(?: như sau)?"
_ALL = re.compile(rf"(?:^|[\s:(])(?P<counts>{_COUNTS})\s?(?:[,;.(]?\s?{_OPENS}\s?:?|:)\s*\Z", re.IGNORECASE)
_ROW = re.compile(
    r"[ \t]*(?:[-+*•–]\s*)?(?P<label>[^\W\d_][^:;,./\n]{0,60}?)(?:\s?:|\s(?:có|gồm))?\s+"
    rf"(?P<counts>{_COUNTS})\s*[.;,]?\s*\Z"
)
_FEWEST = 3  # lines
_ALIKE = 2  # that part of the lines which must have the nouns of the line above, for a mistyped one is passed over


@dataclass(frozen=True, slots=True)
class _Counts:
    """The counts of a line: their amounts, their nouns and where they stand."""

    amounts: tuple[Decimal, ...]
    nouns: tuple[str, ...]
    places: tuple[Span, ...]


def check_rows_of_counts(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where lines of two counts or more each add up, in one of them, to what the line above them
    tells, and in another do not.

    Not flagged: fewer than three lines; lines of which no count adds up, which may be some of several; lines with other
    nouns than the line above; recognised text with dirt.
    """
    if is_dirty(report):
        return
    lines = list(_lines(report.text))
    for at, line in enumerate(lines[:-_FEWEST]):
        if _may_open(report.text, line):
            whole = _read(_ALL, report.text, line)
            if whole is not None:
                yield from _check(whole, _rows_below(report.text, lines[at + 1 :], whole))


_LONGEST = 400  # letters of a line that tells all
_OPENERS = ("trong đó", "gồm", "gồm có", "chia ra", "cụ thể", "chi tiết", "như sau")


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold something, in order."""
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            yield Span(at, at + len(line))
        at += len(line) + 1


def _may_open(text: str, line: Span) -> bool:
    said = text[max(line.start, line.end - _LONGEST) : line.end].rstrip()
    return said.endswith(":") or said.lower().endswith(_OPENERS)


def _read(pattern: re.Pattern[str], text: str, line: Span) -> _Counts | None:
    """The counts that a line ends with."""
    low = max(line.start, line.end - _LONGEST)
    said = text[low : line.end]
    found = pattern.search(said) if pattern is _ALL else pattern.match(said)
    if found is None:
        return None
    start = low + found.start("counts")
    fields = list(_FIELD.finditer(found["counts"]))
    amounts = [parse_number(one["number"]) for one in fields]
    return _Counts(
        tuple(one for one in amounts if one is not None),
        tuple(one["noun"].lower() for one in fields),
        tuple(Span(start + one.start(), start + one.end()) for one in fields),
    )


def _rows_below(text: str, lines: Sequence[Span], whole: _Counts) -> list[_Counts]:
    """The lines that tell as many counts, one below the other."""
    rows: list[_Counts] = []
    for line in lines:
        row = _read(_ROW, text, line) if line.end - line.start < _LONGEST else None
        if row is None or len(row.nouns) != len(whole.nouns):
            break
        rows.append(row)
    return rows


def _check(whole: _Counts, rows: Sequence[_Counts]) -> Iterator[Finding]:
    if len(rows) < _FEWEST or sum(row.nouns == whole.nouns for row in rows) * _ALIKE < len(rows):
        return
    sums = [sum((row.amounts[at] for row in rows), Decimal(0)) for at in range(len(whole.nouns))]
    if not any(made == of for made, of in zip(sums, whole.amounts, strict=True)):
        return
    for at, (made, of) in enumerate(zip(sums, whole.amounts, strict=True)):
        if made != of:
            noun = whole.nouns[at]
            facts = {
                "parts": " + ".join(shown(row.amounts[at]) for row in rows),
                "sum": f"{shown(made)} {noun}",
                "total": f"{shown(of)} {noun}",
            }
            related = tuple(row.places[at] for row in rows)
            yield Finding("sum-mismatch", "error", whole.places[at], "", facts, related)


CHECKS = (check_rows_of_counts,)
