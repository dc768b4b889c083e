"""Means whose total and number stand right before them (bình quân của hai số liền trước).

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.checking.evidence.asides import main_line
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.numbers import fits, half_last_digit, shown, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_ON_AVERAGE = re.compile(r"(?<!\w)(?:[Bb]ình quân|[Tt]rung bình|[Tt]ính ra)(?:[^.;,\d\n]{0,40})$")
_EACH = re.compile(r"(?:mỗi|một|/)\s*([^\W\d_][^.;,\d\n]{0,40}?)\s*(?:là|được|đạt|có|:)?\s*$")
_NEW = re.compile(r"[.;]\s|\n")
_ANYBODY = frozenset(("người", "nhân khẩu", "khẩu", "người dân"))


def check_means(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a mean is not the total by the number, which stand right before it: '478.905 triệu
    đồng với 9.742 hộ, bình quân 52 triệu đồng/hộ'.

    Not flagged: qualifiers within their room, means of a time, totals that do not stand in the same sentence. A warning
    where a mean of two small whole numbers is off by less than a hundredth.
    """
    every = [_counted(one) for one in prose_of(report)]
    for at, one in enumerate(every):
        before = report.text[max(one.start - 60, 0) : one.start]
        if at < _TERMS or one.change or single(one.value) is None or not _ON_AVERAGE.search(before):
            continue
        figures, index = _without_asides(report, every, at)
        each = _counted_by(one, before)
        terms = _terms_of_mean(report.text, figures, index, each) if each else None
        if terms is None:
            continue
        total, count = terms
        if _OF_EACH.search(report.text, max(total.start - 30, 0), total.start):
            continue  # itself what each takes, or what may be taken
        if _REACHED.fullmatch(report.text, count.end, total.start) and _is_near(total, one):
            continue  # '3 xã đạt 15 tiêu chí, bình quân 17,5 tiêu chí/xã': what each of some reached
        if any(
            _is_unit(other, each) and not next(_check_mean(one, total, other), None)
            for other in figures[max(index - _NEAR, 0) : index - 2]
            if not _NEW.search(report.text, other.end, one.start) and not other.qualifier
        ):
            continue  # '48 con (42 con mắc bệnh và 06 con cùng chuồng), trọng lượng 2.640 kg, bình quân 55 kg/con'
        if _are_of_a_part(report.text, figures[max(index - _FARTHER, 0) : index], total, one):
            continue
        if _has_two_counts(report.text, figures[max(index - _NEAR, 0) : index], count, each, one.start):
            continue
        yield from _check_mean(one, total, count)


def _counted(one: Figure) -> Figure:
    """A share of so many as the number of those that have it: '4.298/4.386 hộ' are 4.298."""
    if not isinstance(one.value, Share) or not isinstance(one.base_value, Share):
        return one
    return replace(one, value=one.value.part, base_value=one.base_value.part)


def _without_asides(report: Report, figures: Sequence[Figure], at: int) -> tuple[Sequence[Figure], int]:
    """The numbers among which a mean stands, and where: its sentence without brackets that stand right before it."""
    if ")" not in report.text[figures[at - _TERMS].start : figures[at].start]:
        return figures, at
    main = main_line(report, figures[at])
    return (figures, at) if len(main) < _TERMS else ([*main, figures[at]], len(main))


_TERMS = 2
_REACHED = re.compile(r"\s(?:đều |cùng )?đạt (?:từ )?")


def _is_near(total: Figure, mean: Figure) -> bool:
    """Whether a number is less than what two of such a mean make."""
    whole, base = single(total.base_value), single(mean.base_value)
    return whole is not None and base is not None and whole < 2 * base


def _are_of_a_part(text: str, before: Sequence[Figure], total: Figure, mean: Figure) -> bool:
    """Whether a total stands in brackets that close before the mean, and one that holds it before them: '1.798 học sinh
    (tiểu học 25 lớp, 702 học sinh; trung học cơ sở 17 lớp, 600 học sinh), bình quân 29 học sinh/lớp'.
    """
    closing = text.find(")", total.end, mean.start)
    opening = text.rfind("(", 0, total.start) if closing >= 0 and "(" not in text[total.end : closing] else -1
    if opening < 0 or text.find(")", opening, total.start) >= 0:
        return False
    return any(_may_be_total(one, mean) and one.end <= opening and amount(one) > amount(total) for one in before)


_FARTHER = 14  # numbers before a mean, those in brackets among them


def _has_two_counts(text: str, near: Sequence[Figure], count: Figure, each: str, end: int) -> bool:
    """Whether a sentence tells of two numbers of a thing side by side, of which a mean may be either's: 'xây mới 7 nhà,
    sửa chữa 4 nhà, tổng kinh phí 510 triệu đồng, bình quân 60 triệu đồng/nhà xây mới'.
    """
    return any(
        _is_unit(other, each)
        and other.base_value != count.base_value
        and not other.qualifier
        and not _NEW.search(text, other.end, end)
        and _SIDE_BY_SIDE.fullmatch(text, min(other.end, count.end), max(other.start, count.start)) is not None
        for other in near
    )


_SIDE_BY_SIDE = re.compile(r"[^.;()\d\n]{0,25}(?:,|(?<!\w)và)\s(?!trong đó)[^.;()\d\n]{2,30}")
_NEAR = 6  # numbers before a mean
_OF_EACH = re.compile(
    r"(?<!\w)(?:[Mm]ỗi|[Tt]ừng|[Bb]ình quân|[Tt]rung bình|[Cc]ông suất|[Tt]hiết kế)(?:\s[^\W\d_]+){0,3}\s$"
)


def _terms_of_mean(text: str, figures: Sequence[Figure], index: int, each: str) -> tuple[Figure, Figure] | None:
    """The total and the number that a mean is of: those right before it, or the only ones of its sentence."""
    one, total, count = figures[index], figures[index - 2], figures[index - 1]
    if _is_unit(total, each):
        total, count = count, total
    if _is_unit(count, each) and _may_be_total(total, one) and not _NEW.search(text, total.start, one.start):
        return None if _NEW.search(text, count.start, one.start) else (total, count)
    near = [other for other in figures[max(index - _NEAR, 0) : index] if not _NEW.search(text, other.end, one.start)]
    counts = [other for other in near if _is_unit(other, each) and not other.change]
    totals = [other for other in near if other not in counts and _may_be_total(other, one) and not other.change]
    return (totals[0], counts[0]) if len(counts) == len(totals) == 1 else None


def _may_be_total(total: Figure, mean: Figure) -> bool:
    """Whether a number counts what a mean gives of each: of its unit, attendances of people, tons of kilograms."""
    first, second = total.base_unit, mean.base_unit
    if "/" in total.unit or not first:
        return False
    attended = first.startswith("lượt ") and (second == "người" or mean.unit.startswith("lượt"))
    narrower = bool(second) and first.startswith(f"{second} ")  # 'tờ rơi' of so many 'tờ/thôn'
    return first == second or narrower or attended or (first, second) == ("tấn", "kg")


def _counted_by(one: Figure, before: str) -> str:
    said = one.unit.split("/")[1] if "/" in one.unit else ""
    found = _EACH.search(before)
    matched = match_unit((said or (found[1] if found else "")).split()[:5])
    return matched[0].base if matched is not None and matched[0].kind != "duration" else ""


def _is_unit(one: Figure, base: str) -> bool:
    if "/" in one.unit:
        return False  # '22,3 hội viên/chi hội' is a mean itself
    return one.base_unit == base or (one.base_unit in _ANYBODY and base in _ANYBODY)


def _check_mean(one: Figure, total: Figure, count: Figure) -> Iterator[Finding]:
    whole, number, stated, base = (
        single(value) for value in (total.base_value, count.base_value, one.value, one.base_value)
    )
    plain = not any(figure.qualifier or figure.change for figure in (total, count))
    if whole is None or not number or not stated or not base or not plain or number < 2:
        return
    if (total.base_unit, one.base_unit) == ("tấn", "kg"):
        whole *= 1000
    elif not _may_be_total(total, one):
        return
    per = one.unit.split("/")[0]
    true = whole / number * stated / base  # in the printed unit
    half = half_last_digit(one.decimals)
    room = 3 * half if one.decimals and _are_small_counts(total, count) else half + stated / 100
    if not fits(one, true, room):
        digits = max(one.decimals, 2)
        facts = {
            "part": total.text,
            "whole": count.text,
            "true": f"{shown(round(true, digits))} {per}",
            "mean": one.text,
        }
        related = (Span(total.start, total.end), Span(count.start, count.end))
        severity: Severity = "error" if abs(true - stated) > half + stated / 100 else "warning"
        yield Finding("ratio-mismatch", severity, Span(one.start, one.end), "mean", facts, related)


_SMALL = 10_000  # up to it numbers of people and things are seldom rounded


def _are_small_counts(*terms: Figure) -> bool:
    """Whether numbers are whole, and told to their last digit."""
    values = [(single(one.value), single(one.base_value)) for one in terms]
    return all(value == base and base is not None and base < _SMALL and base == int(base) for value, base in values)
