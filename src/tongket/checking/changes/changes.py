"""Changes with both of their values (mức tăng, giảm so với kỳ trước) that the reader ties to them.

Cases of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tongket.checking.evidence.near_numbers import numbers_before
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, shown_as, single
from tongket.checking.evidence.told import is_people
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report


def check_changes(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where 'tăng/giảm n' is not the difference of the two values that are printed.

    A change in per cent is taken of the earlier value; half a unit of the last printed digit is allowed.
    """
    for link in report.figure_links:
        if link.kind == "change" and len(link.by) == 2:
            latest, earlier = (report.figures[index] for index in link.by)
            if "" < _year(latest) < _year(earlier):  # 'năm 2024 đạt 92,5%, năm 2020 là 80,1%, tăng 12,4 điểm phần trăm'
                latest, earlier = earlier, latest
            told = _of_named_year(report, report.figures[link.of], latest, earlier)
            if told is not None:
                yield from _check_change(report, report.figures[link.of], latest, told)


_A_YEAR = re.compile(r"(?<!\w)[Nn]ăm (?P<year>(?:19|20)\d\d)(?!\d)")
_THAN_YEAR = re.compile(r"[^.;,\n\d]{0,30}so (?:với )?năm (?P<year>(?:19|20)\d\d)(?!\d)(?! \(|:? \d)")


def _of_named_year(report: Report, change: Figure, latest: Figure, earlier: Figure) -> Figure | None:
    """The value of the year that a change names: 'Năm 2023 nhận 290 hồ sơ, tăng 26% so với năm 2022 (230 hồ sơ); năm
    2024 nhận 370 hồ sơ, tăng 27,6% so với năm 2023'; None where the sentence tells none.
    """
    named = _THAN_YEAR.match(report.text, change.end)
    told = named and _year_before(report.text, earlier)
    if not named or not told or told == named["year"]:
        return earlier
    alike = (one for one in reversed(numbers_before(report, change, latest.start)) if one.base_unit == latest.base_unit)
    return next((one for one in alike if _year_before(report.text, one) == named["year"] and not one.change), None)


def _year_before(text: str, one: Figure) -> str:
    """The last year that the words before a number name; "" where they name none."""
    found = [year["year"] for year in _A_YEAR.finditer(text, max(one.start - _LEAD, 0), one.start)]
    return found[-1] if found else ""


def _year(one: Figure) -> str:
    """The year in which a number holds, of one year alone; "" where it is not said."""
    period = one.period
    return period.end[:4] if period is not None and period.end and period.start == period.end else ""


def _check_change(report: Report, change: Figure, latest: Figure, earlier: Figure) -> Iterator[Finding]:
    now, before, stated = single(latest.base_value), single(earlier.base_value), single(change.base_value)
    if isinstance(latest.base_value, Share) and isinstance(earlier.value, Decimal) and change.unit != "%":
        now = latest.base_value.part  # '16/19 tiêu chí, tăng 2 tiêu chí so với đầu năm (14 tiêu chí)'
    if isinstance(earlier.value, Share) and earlier.value.part == latest.value:
        before = earlier.value.whole  # 'so với cùng kỳ (12/10 vụ)'
    if now is None or before is None or stated is None or (change.unit == "%" and before == 0):
        return
    if _A_GAP.search(report.text, max(latest.start - _LEAD, 0), latest.start):
        return  # 'đạt 24.350 tấn, vượt 350 tấn so với kế hoạch (24.000 tấn), tăng 520 tấn'
    if _NET.search(report.text, max(change.start - _LEAD, 0), change.number_start):
        return  # 'kết nạp 64 hội viên, giảm 21 hội viên; thực tăng 43 hội viên'
    if all(_MOVED.match(report.text, one.end) for one in (latest, earlier)):
        return  # 'có 42 lao động đến, 77 lao động đi; như vậy giảm 35 lao động'
    if is_hedged(latest) or is_hedged(earlier) or _is_from_another(report, change, latest, earlier, stated, before):
        return
    true = now - before
    room = sum((rounding(one.value, one.base_value) for one in (latest, earlier)), Decimal(0))
    if change.unit == "%" and latest.unit != "%":
        true, room = 100 * true / before, 200 * room / before
    way = "up" if true >= 0 else "down"
    if change.change and true != 0 and change.change != way:
        facts = {"true_way": _WAYS[way], "way": _WAYS[change.change]}
        yield _change_finding("direction", change, latest, now, earlier, before, facts)
    elif change.unit == latest.unit == "%" and fits(change, abs(100 * true / before), 200 * room / before):
        return  # 'từ 8% còn 6%, giảm 25%': of the earlier rate
    elif not fits(_in_base(change), abs(true), room + max(rounding(change.value, change.base_value), _least(change))):
        digits = max(change.decimals, 1) if change.unit == "%" else None
        true = round(abs(true), digits) if digits else abs(true)
        facts = {"true": shown_as(true, change, digits), "change": shown_as(stated, change)}
        yield _change_finding("", change, latest, now, earlier, before, facts)


def _is_from_another(
    report: Report, change: Figure, latest: Figure, earlier: Figure, stated: Decimal, before: Decimal
) -> bool:
    """Whether another number of the paragraph changed so: 'có 79 người: quản lý 03, giáo viên 70, nhân viên 06; so với
    năm 2015 (68 người) tăng 11 người'; or what there is now did so from another one that stands with its time: 'Năm
    2023 có 56 thôn, năm 2024 có 63 thôn, năm 2025 có 71 thôn, tăng 15 thôn so với năm 2023'.
    """
    if change.change is None:
        return False
    sign = 1 if change.change == "up" else -1
    moved = before * stated / 100 if change.unit == "%" and earlier.unit != "%" else stated
    room = before * half_last_digit(change.decimals) / 100 if change.unit == "%" else Decimal(0)
    held = [
        (one, value)
        for one in numbers_before(report, change, change.start)
        if (one.base_unit == earlier.base_unit or (is_people(one) and is_people(earlier)))
        and not one.change
        and (value := single(one.base_value)) is not None
    ]
    if any(abs(value - before - sign * moved) <= room for _, value in held):
        return True
    now, named = single(latest.base_value), _THAN.match(report.text, change.end)
    if now is not None and _IN_ALL.search(report.text, max(change.start - _LEAD, 0), change.number_start):
        return any(now - value == sign * stated for _, value in held)
    if now is None or named is None or change.unit == "%":
        return False
    return any(
        now - value == sign * stated and named["time"] in report.text[max(one.start - _LEAD, 0) : one.start].lower()
        for one, value in held
    )


_THAN = re.compile(r"[^.;,\n\d]{0,30}so (?:với )?(?P<time>năm (?:19|20)\d\d|đầu nhiệm kỳ)(?!\w)")
_IN_ALL = re.compile(  # since the first of a row: 'từ 27,4% xuống 22,2%, 17,9% và 13,7%; tính chung giảm 13,7 điểm %'
    r"(?<!\w)(?:[Tt]ính chung|[Tt]ổng (?:cộng|số)|[Cc]ả (?:giai đoạn|nhiệm kỳ|kỳ|\d+ năm)|[Ll]ũy kế"
    r"|(?:[Ss]au|[Tt]rong|[Qq]ua) \d+ năm)(?!\w)[^.;\d\n]{0,25}$"
)
_A_GAP = re.compile(r"(?<!\w)(?:[Vv]ượt|[Tt]hiếu|[Hh]ụt|[Kk]ém|(?:cao|thấp|nhiều|ít) hơn)(?: kế hoạch)?\s$")
_NET = re.compile(r"(?<!\w)(?:thực(?: tế)? (?:tăng|giảm)|(?:tăng|giảm) (?:thực|ròng|tự nhiên|cơ học))(?: tế)?\s$")
_MOVED = re.compile(r"\s(?:chuyển )?(?:đến|đi|sinh ra|mới sinh|chết|qua đời|từ trần)(?!\w)")
_LEAD = 40  # letters before a number in which its time stands


def _change_finding(
    case: str, change: Figure, latest: Figure, now: Decimal, earlier: Figure, before: Decimal, more: dict[str, str]
) -> Finding:
    facts = {"now": shown_as(now, latest), "before": shown_as(before, earlier), **more}
    related = tuple(Span(one.start, one.end) for one in (latest, earlier))
    return Finding("change-mismatch", "error", Span(change.start, change.end), case, facts, related)


def _in_base(figure: Figure) -> Figure:
    """The figure as one of its base unit: '0,6 triệu đồng' is held against a difference in đồng."""
    return figure if figure.unit == "%" else replace(figure, value=figure.base_value)


def _least(change: Figure) -> Decimal:
    """The rounding of a change in per cent without decimals: half a per cent."""
    return half_last_digit(change.decimals) if change.unit == "%" else Decimal(0)


_WAYS = {"up": "tăng", "down": "giảm"}
