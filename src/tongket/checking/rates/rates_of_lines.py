"""Percentages of the lines of a list against the counts beside them (tỷ lệ ghi ở từng dòng): '+ Giỏi: 9,7% (295 em)'
above '+ Khá: 56,4% (1.723 em)' and '+ Trung bình: 1.034 em'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic. The lines of one list divide what they count, which
need not be told: the lines that are right tell that.
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

_COUNT = r"(?P<count>\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\d/]|[.,]\d)"
_RATE = r"(?P<rate>\d{1,2}(?:[.,]\d{1,2})?)\s?%"
_NOUN = r"(?:\s?[^\W\d_]+(?: [^\W\d_]+){0,2})?"
_SAID = r"(?:(?:chiếm|đạt|tỷ lệ|tỉ lệ|chiếm tỷ lệ|chiếm tỉ lệ)\s?:?\s?)?"
_LINE = re.compile(
    r"[ \t]*(?:[-–+*•]\s*)?(?P<label>[^\W\d_][^\d:;,.\n]{0,60}?)\s?(?::|\s(?:có|là))?\s+"
    rf"(?:{_RATE}\s?\(\s?{_COUNT}{_NOUN}\s?\)|{_COUNT.replace('count', 'first')}{_NOUN}"
    rf"(?:\s?[,;(/=–-]\s?{_SAID}{_RATE.replace('rate', 'behind')}\s?\)?)?)\s*[.;,]?\s*"
)
_NO_CLASS = re.compile(r"tổng|cộng|trong đó|nữ|so với|tăng|giảm|kế hoạch|chỉ tiêu|dân tộc|riêng|toàn", re.IGNORECASE)
_GRADE = re.compile(r"(?<!\w)(?:xuất sắc|giỏi|tốt|khá|trung bình|đạt|yếu|kém|hoàn thành)(?!\w)", re.IGNORECASE)
_FEWEST, _ALL = 3, Decimal(100)
_LONGEST = 140  # letters of a line


@dataclass(frozen=True, slots=True)
class _Class:
    """A line: what it counts, its percentage if it has one, and where both stand."""

    label: str
    count: Decimal
    count_at: Span
    rate: Decimal | None
    rate_at: Span

    @property
    def room(self) -> Decimal:
        """By how much the percentage may be off: its last digit, which some cut off."""
        exponent = self.rate.as_tuple().exponent if self.rate is not None else 0
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def check_rates_of_lines(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the percentage of one line is not that of its count to all that the lines count,
    while those of the others are; or would be, but for the count of this line.

    Not flagged: fewer than three lines; lists of which two lines are wrong, or which one line alone bears out (grades,
    which leave nobody out, aside); totals, women and changes among the lines; recognised text with dirt.
    """
    if "%" not in report.text or is_dirty(report):
        return
    for run in _runs(report.text):
        wrong = _wrong(run)
        if wrong is not None and wrong.rate is not None:
            whole = sum((one.count for one in run), Decimal(0))
            facts = {"part": shown(wrong.count), "whole": shown(whole), "pct": shown(wrong.rate)}
            facts["true_pct"] = shown(round(_ALL * wrong.count / whole, 2), 2)
            yield Finding("ratio-mismatch", "error", wrong.rate_at, "", facts, (wrong.count_at,))


def _runs(text: str) -> Iterator[list[_Class]]:
    """Lines that follow each other, each a class with its count, and two percentages among them."""
    run: list[_Class] = []
    at = 0
    for line in (*text.split("\n"), "end"):
        one = _read(line, at) if "%" in line or run or line[:3].strip()[:1] in "-–+*•" else None
        if one is not None:
            run.append(one)
        elif line.strip() or not run:
            if len(run) >= _FEWEST and sum(each.rate is not None for each in run) > 1:
                yield run
            run = []
        at += len(line) + 1


def _read(line: str, at: int) -> _Class | None:
    found = _LINE.fullmatch(line) if len(line) < _LONGEST else None
    if found is None or _NO_CLASS.search(found["label"]):
        return None
    count, rate = ("count", "rate") if found["count"] else ("first", "behind")
    told = Decimal(found[rate].replace(",", ".")) if found[rate] else None
    place = Span(at + found.start(count), at + found.end(count))
    rate_at = Span(at + found.start(rate), at + line.find("%", found.end(rate)) + 1)
    return _Class(found["label"], Decimal(found[count].replace(".", "")), place, told, rate_at)


def _wrong(run: Sequence[_Class]) -> _Class | None:
    """The one line whose percentage or count is wrong."""
    whole = sum((one.count for one in run), Decimal(0))
    rated = [one for one in run if one.rate]
    graded = sum(_GRADE.search(one.label) is not None for one in run) >= _FEWEST
    least = 1 if graded else 2
    if not whole or len({one.label.lower() for one in run}) < len(run) or len(rated) <= least:
        return None
    wrong = [one for one in rated if not _fits(one, whole)]
    if len(wrong) == 1:
        return wrong[0]
    borne = [one for one in rated if _would_fit(one, rated, whole)] if wrong else []
    return borne[0] if len(borne) == 1 and len(wrong) == len(rated) else None


def _fits(one: _Class, whole: Decimal) -> bool:
    return one.rate is not None and abs(_ALL * one.count / whole - one.rate) <= one.room


def _would_fit(one: _Class, rated: Sequence[_Class], whole: Decimal) -> bool:
    """Whether another count of this line would make the percentages of all lines right."""
    if one.rate is None or one.rate >= _ALL:
        return False
    others = whole - one.count
    made = others / (1 - one.rate / _ALL)
    return made > 0 and all(_fits(other, made) for other in rated if other is not one)


_OF_A_TOTAL = re.compile(
    rf"[ \t]*[-–+*•]?\s*Tổng số (?P<label>[^\d:;,.\n]{{2,60}}?)\s?:\s*{_COUNT}{_NOUN}"
    rf"(?:\s?[,;(–-]\s?(?:[Cc]hiếm|[Tt][ỷỉ] lệ|[Cc]hiếm t[ỷỉ] lệ)\s?:?\s?{_RATE}\s?\)?)?\s*[.;,]?\s*"
)


def check_rates_below_a_total(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the percentage of one line is not that of its count to the total on the first line
    of a list, while that of another is: '+ Tổng số hộ: 2.979 hộ' above '+ Tổng số hộ nghèo: 134 hộ; tỷ lệ: 5,4%'.

    Not flagged: lists of which no other line bears the total out; counts above it; recognised text with dirt.
    """
    if "%" not in report.text or is_dirty(report):
        return
    for total, lines in _below_totals(report.text):
        wrong = [one for one in lines if not _fits(one, total.count)]
        if len(lines) > 1 and len(wrong) == 1 and wrong[0].rate is not None and wrong[0].count < total.count:
            one = wrong[0]
            facts = {"part": shown(one.count), "whole": shown(total.count), "pct": shown(wrong[0].rate)}
            facts["true_pct"] = shown(round(_ALL * one.count / total.count, 2), 2)
            yield Finding("ratio-mismatch", "error", one.rate_at, "", facts, (one.count_at, total.count_at))


def _below_totals(text: str) -> Iterator[tuple[_Class, list[_Class]]]:
    """Lines of a total without a percentage, each with those below it that have one."""
    total: _Class | None = None
    lines: list[_Class] = []
    at = 0
    for line in (*text.split("\n"), "end"):
        found = _OF_A_TOTAL.fullmatch(line) if "Tổng số " in line[:_MARKED] and len(line) < _LONGEST else None
        if found is None and line.strip():
            if total is not None and total.count:
                yield total, lines
            total, lines = None, []
        elif found is not None:
            told = Decimal(found["rate"].replace(",", ".")) if found["rate"] else None
            count_at = Span(at + found.start("count"), at + found.end("count"))
            rate_at = Span(at + found.start("rate"), at + line.find("%", found.end("rate")) + 1) if told else count_at
            one = _Class(found["label"], Decimal(found["count"].replace(".", "")), count_at, told, rate_at)
            if total is None:
                total = one if told is None else None
            elif told is not None:
                lines.append(one)
        at += len(line) + 1


_MARKED = 14  # letters in which the head of a line stands, behind its mark


CHECKS = (check_rates_of_lines, check_rates_below_a_total)
