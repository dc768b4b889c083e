"""Wholes with the parts that the reader ties to them (toàn thể và các thành phần): they add up, or do not.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, pairwise

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import chance_of_sum, holds_a_glued_number, opens_its_own_list
from tongket.checking.evidence.numbers import (
    ABOUT,
    ABOVE,
    BELOW,
    is_slip,
    room_of_whole,
    rounding,
    shown_as,
    single,
)
from tongket.checking.evidence.overlapping import may_overlap
from tongket.checking.evidence.spans import Starts
from tongket.checking.evidence.two_wholes import are_of_two_wholes, is_of_a_range
from tongket.model.figures import Figure, FigureLink
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report


def check_sums(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where listed parts do not add up to their whole.

    An exhaustive list must equal it; any list may not exceed it. Not flagged: qualifiers that leave room; a list whose
    line breaks off after a comma, for the rest may stand on the next page.
    """
    stated = _Stated(report.figures)
    made = {link.by for link in report.figure_links if link.kind == "parts" and stated.is_made(link)}
    for link in report.figure_links:
        if link.kind == "parts" and link.by not in made:
            yield from _check_sum(report, stated, link)


class _Stated:
    """Figures as terms of sums, by their number: one may be a part of many wholes, and is looked at once."""

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self._figures = figures
        self.amounts = [single(one.base_value) for one in figures]  # in the base unit

    def is_made(self, link: FigureLink) -> bool:
        """Whether the parts of a link are all there and make its whole."""
        parts = [value for index in link.by if (value := self.amounts[index]) is not None]
        return len(parts) == len(link.by) and sum(parts, Decimal(0)) == self.amounts[link.of]

    @cached_property
    def rooms(self) -> list[Decimal]:
        """How far each may be from the exact value."""
        return [rounding(one.value, one.base_value) for one in self._figures]

    @cached_property
    def words(self) -> list[str]:
        """Each as a message says it."""
        told = zip(self.amounts, self._figures, strict=True)
        return ["" if amount is None else shown_as(amount, one) for amount, one in told]

    @cached_property
    def spans(self) -> list[Span]:
        """Where each stands."""
        return [Span(one.start, one.end) for one in self._figures]


def _check_sum(report: Report, stated: _Stated, link: FigureLink) -> Iterator[Finding]:
    figures, whole, by = report.figures, report.figures[link.of], link.by
    total = stated.amounts[link.of]
    if total is None or _is_aside(report.text, whole, figures[by[0]]):
        return
    parts = [figures[index] for index in by]
    if are_of_two_wholes(report, whole, parts) or is_of_a_range(report.text, whole, parts):
        return
    if _tell_an_account(report, whole, parts):
        return
    values = [value for index in by if (value := stated.amounts[index]) is not None]
    # What makes a complete list too long may be another matter after its semicolon
    if not link.exhaustive or sum(values) > total:
        by = _of_one_list(report.text, figures, by)
        parts = [figures[index] for index in by]
        values = [value for index in by if (value := stated.amounts[index]) is not None]
    added = sum(values, Decimal(0))
    if not link.exhaustive and _is_made_before(report.text, parts, values, total):
        return
    slipped = not link.exhaustive and (
        _closes(report.text, parts, added, total)
        or _is_but_a_slip(total, values)
        or chance_of_sum(whole, total, parts) <= _RARE
    )
    if len(values) < max(len(by), 2) or added == total or (added < total and not link.exhaustive and not slipped):
        return
    rooms = stated.rooms
    if abs(added - total) <= sum([rooms[index] for index in by], rooms[link.of]):
        return
    if abs(added - total) <= room_of_whole(whole, parts):
        return
    if holds_a_glued_number(report.text, figures[by[0]].start, figures[by[-1]].end):
        return
    if opens_its_own_list(report.text, figures, parts):
        return
    if _leaves_room(whole, parts, added, total):
        return
    if added < total and _GOES_ON.match(report.text, max(figures[index].end for index in by)):
        return
    words, spans = stated.words, stated.spans
    facts = {
        "parts": " + ".join([words[index] for index in by]),
        "sum": shown_as(added, whole),
        "total": words[link.of],
    }
    related = tuple([spans[index] for index in by])
    if link.exhaustive or slipped:
        severity: Severity = "error" if link.exhaustive else "warning"
        yield Finding("sum-mismatch", severity, spans[link.of], "", facts, related)
    elif not may_overlap(report.text, parts):
        yield Finding("sum-mismatch", "warning", spans[link.of], "more", facts, related)


_WAS = re.compile(r"(?<!\w)(?:[Đđ]ầu (?:năm|kỳ|nhiệm kỳ|quý)|(?:[Nn]ăm|[Kk]ỳ) trước|[Tt]rước đó)(?!\w)")
_WENT = re.compile(
    r"(?<!\w)(?:giảm|thoát (?:nghèo|cận)|chuyển đi|ra khỏi|qua đời|nghỉ|giải thể|xóa tên|đã giải quyết)(?!\w)"
)


@of_last_report
def _was(report: Report) -> Starts:
    return Starts(_WAS, report.text)


@of_last_report
def _went(report: Report) -> Starts:
    return Starts(_WENT, report.text)


def _tell_an_account(report: Report, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether numbers tell what there was and what went since, which are no parts of what there is: 'cuối năm 210 hộ
    (đầu năm 268 hộ, thoát nghèo 62 hộ, phát sinh 04 hộ)'.
    """
    first, last = min(one.start for one in parts), max(one.end for one in parts)
    if whole.end > first:
        return False
    return _was(report).lie_in(whole.end, last) and _went(report).lie_in(whole.end, last)


_FROM_BEFORE = re.compile(r"(?<!\w)(?:(?:kỳ|tháng|quý|năm|tuần)\s*trước|chuyển\s(?:sang|qua|từ|tiếp)|tồn)(?!\w)")


def _is_made_before(text: str, parts: Sequence[Figure], values: Sequence[Decimal], total: Decimal) -> bool:
    """Whether the first parts make the whole, and what stands behind them is left over from the time before: 'trong kỳ
    364 hồ sơ, trong đó 363 trực tuyến, 01 trực tiếp, kỳ trước chuyển sang 26'.
    """
    for count, added in list(enumerate(accumulate(values), 1))[1:-1]:
        if added == total:
            return _FROM_BEFORE.search(text, parts[count - 1].end, parts[count].start) is not None
    return False


def _is_aside(text: str, whole: Figure, first: Figure) -> bool:
    """Whether the whole stands in brackets behind another number, and the parts on lines below it: these are parts of
    what the brackets explain ('98 hồ sơ (trực tiếp: 84; trực tuyến: 14), trong đó:').
    """
    between = text[whole.end : first.start]
    return "\n" in between and between.count(")") > between.count("(")


_RARE = 0.004  # chance that numbers of five digits miss a whole by a slip and only pick some out
_NEARLY_ALL = Decimal("0.97")


def _is_but_a_slip(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether parts picked out of a whole make all of it but for one digit, and are stated more finely than what would
    be left: 3.460 = 2.115 + 1.245 + 100 reads as 3.360 miswritten.
    """
    added = sum(parts, Decimal(0))
    if not total * _NEARLY_ALL <= added < total or not is_slip(total, added):
        return False
    left = total - added
    return any(one % left for one in parts) and all(one > left for one in parts)


def _of_one_list(text: str, figures: Sequence[Figure], by: tuple[int, ...]) -> tuple[int, ...]:
    """The parts up to a semicolon, where those before it are parted by commas: what follows is another matter."""
    if text.find(";", figures[by[0]].end, figures[by[-1]].start) < 0:
        return by
    for count, (one, other) in enumerate(pairwise(by), 1):
        if text.find(";", figures[one].end, figures[other].start) >= 0:
            return by if count == 1 else by[:count]
    return by


_GOES_ON = re.compile(
    r"[^\n.;]*,[ \t]*\n"  # the list is cut by the end of a page
    r"|[^\d.;:()\n]{0,40}?(?:,|(?<!\w)và)\s(?:một số|nhiều|vài)(?!\w)"  # 'và một số trường'
    r"|[^\d.;:()\n]{0,40}?[,;]\s(?:và )?(?:số )?còn lại(?!\w)(?!\s(?:là |có )?\d)"  # 'còn lại đang vận động'
)


_THE_REST = re.compile(r"(?<!\w)(?:(?:các|những) [^.;,\d\n]{2,25} (?:còn lại|khác)|số còn lại)\s$")


def _closes(text: str, parts: Sequence[Figure], added: Decimal, total: Decimal) -> bool:
    """Whether the last part is all the rest: 'trồng trọt 74 lớp, chăn nuôi 62 lớp, các lĩnh vực còn lại 40 lớp'."""
    if len(parts) < _LEAST_BEFORE_REST or abs(added - total) * 8 > total:
        return False
    return _THE_REST.search(text, max(parts[-2].end, parts[-1].start - 45), parts[-1].start) is not None


_LEAST_BEFORE_REST = 3


def _leaves_room(whole: Figure, parts: list[Figure], added: Decimal, total: Decimal) -> bool:
    """Whether qualifiers allow the difference: 'trên 200' of parts that add up to 212; parts with 'hơn'."""
    words = {part.qualifier.lower() for part in parts if part.qualifier}
    own = (whole.qualifier or "").lower()
    if own in ABOUT or words & ABOUT:
        return abs(added - total) <= total / 5
    if own in ABOVE:
        return added >= total
    if own in BELOW:
        return added <= total
    return (bool(words & ABOVE) and added < total) or (bool(words & BELOW) and added > total)
