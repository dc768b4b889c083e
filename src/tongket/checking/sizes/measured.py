"""Measures and rates beyond what their matter allows (số đo bất hợp lý): incomes, yields, rain, ages, classes.

Cases of ``implausible-magnitude``. The bounds are a table of the registry, set so wide that a true value, however rare,
lies inside and most slips of a comma or a zero outside. A number belongs to a measure when the measure is named right
before it, with words such as 'bình quân', 'đạt', 'ước' between; a rate is told by its unit ('học sinh/lớp') or by
'mỗi lớp có'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import permutations

from tongket.checking.evidence.near_numbers import amount, are_in_one_sentence, before
from tongket.checking.evidence.numbers import single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, income_bounds, measure_bounds, rate_bounds

_REACH = 110  # letters before a number in which its measure is named
_LEADS = (
    r"(?:[\s:(]*(?:đo được|lên tới|lên đến"
    r"|đạt|là|còn|chỉ|ước|khoảng|trên|dưới|hơn|gần|ở mức|mức|bình quân|trung bình|chung|thực tế|đầu người"
    r"|(?:trên|của|toàn|cả|trong)* ?(?:toàn |địa bàn )?(?:xã|phường|thị trấn|huyện|tỉnh|người dân|nhân dân|nước)"
    r"|(?:trong |cuối |đến )*năm(?: học)?(?: \d{4}(?: ?- ?\d{4})?)?|hiện nay|đến nay|hằng năm|hàng năm|cả năm|hiện"
    r"|(?:nâng|tăng) lên|(?:giảm )?(?:còn|xuống)|vụ|đông xuân|hè thu|thu đông|mùa|xuân|nay)(?!\w))*[\s:(]*$"
)
_PERSONAL = frozenset(("người", "đầu người", "khẩu", "nhân khẩu", "lao động", "năm", "tháng"))
_INCOME = re.compile(
    r"(?<!\w)(?P<name>[Tt]hu nhập(?: thực tế)? bình quân(?P<head> (?:đầu|một) người| đầu người)?"
    r"|[Bb]ình quân thu nhập(?P<head2> đầu người)?|[Tt]hu nhập đầu người)" + _LEADS
)
_CHANGES = re.compile(
    r"(?<!\w)(?:tăng|giảm|cao hơn|thấp hơn|vượt|chênh lệch)(?: thêm| khoảng| trên| gần| hơn)*\s*$"
    r"|(?<!\w)(?:(?:cao |thấp |nhiều |ít )?hơn|kém|vượt|tăng|giảm|chênh lệch|chênh|thêm(?: được)?)"
    r"(?:\s(?!lên|đến|tới|còn|xuống|đạt|ở|là|ước)[^\W\d_]+){1,8}\s*$"
    r"|(?<!\w)(?:tăng|giảm)\s[\d.,]+\s?%\s?\([^()\d]{0,20}$"  # 'tăng 2,6% (1,3 tạ/ha)'
)  # 'cao hơn giống cũ 3 tạ/ha'
_OF_A_PLAN = re.compile(r"[^.;,\n]{0,30}?(?<!\w)(?:kế hoạch|chỉ tiêu|KH|so với|dự toán)(?!\w)")
_MEAN = re.compile(r"[Bb]ình quân|[Tt]rung bình|[Ss](?:ĩ|ỹ) số")
_YIELDS = ("tạ/ha", "tấn/ha", "tạ/ha/vụ", "tấn/ha/vụ")


def check_measures(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a measure or rate beyond what its matter allows: 'thu nhập bình quân đầu
    người đạt 452 triệu đồng', 'năng suất ngô 512 tạ/ha', 'sĩ số bình quân 352 học sinh/lớp'.

    Not flagged: changes, rates of a plan, measures of which nothing is known; means that two numbers before them make.
    """
    year = int((report.letterhead.date or "9999")[:4])
    for one in report.figures:
        stated = single(one.base_value) if one.base_unit in _bounded_units() else None
        if stated is None or one.in_table or one.change:
            continue
        low = max(one.clause_start, one.start - _REACH)
        case, thing, bounds = _bounds_of(report.text, low, one, year)
        if bounds is None or bounds.least <= _yearly(one, stated, case) <= bounds.most:
            continue
        if _CHANGES.search(report.text, low, one.start):
            continue
        if one.unit == "%" and _OF_A_PLAN.match(report.text, one.end):
            continue
        if case == "rate" and _is_mean_of_two(report, one, stated):
            continue
        facts = {"amount": one.text, "thing": thing}
        yield Finding(
            "implausible-magnitude", "warning", Span(one.start, one.end), "each" if case == "rate" else "measure", facts
        )


_MOST_BEFORE, _FAR = 4, 160  # numbers and letters before a mean in which its two numbers stand


def _is_mean_of_two(report: Report, one: Figure, mean: Decimal) -> bool:
    """Whether two numbers of its sentence make a mean: '62 lớp cho 5.208 lượt học viên (bình quân 84 học viên/lớp)'."""
    near = [it for it in before(report, one, _MOST_BEFORE, _FAR) if are_in_one_sentence(report, it.start, one.start)]
    terms = [amount(it) for it in near if amount(it) > 1]
    return any(abs(part / count - mean) < 1 for part, count in permutations(terms, 2))


@cache
def _bounded_units() -> frozenset[str]:
    """The base units of which the table knows a measure or a rate."""
    measured = (unit.removesuffix("/ha") for unit in measure_bounds())
    return frozenset(("đồng", *measured, *(of for of, _ in rate_bounds())))


def _yearly(one: Figure, amount: Decimal, case: str) -> Decimal:
    """The amount as its bounds count it: incomes by the year."""
    return amount * 12 if case == "income" and one.unit.endswith("/tháng") else amount


def _bounds_of(text: str, low: int, one: Figure, year: int) -> tuple[str, str, Bounds | None]:
    """Whether a figure is a 'rate', an 'income' or a 'measure', what it measures, and between which bounds."""
    rate = _rate(text, low, one)
    if rate is not None:
        return "rate", *rate
    per = one.unit.split("/")[1:]
    if one.base_unit == "đồng" and _PERSONAL.issuperset(per):
        income = _INCOME.search(text, low, one.start) if text.find("hu nhập", low, one.start) >= 0 else None
        if income is not None and (income["head"] or income["head2"] or "đầu" in income["name"] or len(per) > 1):
            return "income", income["name"].strip(), _income(one, year)
    unit = f"{one.base_unit}/ha" if one.unit in _YIELDS else one.base_unit
    known = measure_bounds().get(unit)
    if known is None or (unit == one.base_unit and not _PERSONAL.issuperset(per)):
        return "", "", None
    if one.unit in _YIELDS:
        crop = _crop(text, max(one.clause_start, one.start - _REACH - 50), one.start)
        return ("measure", f"năng suất {crop}", known[crop]) if crop else ("", "", None)
    found = _measure(unit).search(text, low, one.start)
    if found is None:
        return "", "", None
    return "measure", found["name"], known[_key(found["name"])]


def _income(one: Figure, year: int) -> Bounds:
    """The bounds of a head and year; a sum without a period may be that of a month."""
    bounds = income_bounds(year)
    told = one.unit.endswith(("/năm", "/tháng"))
    return bounds if told else Bounds(bounds.least / 12, bounds.most)


def _rate(text: str, low: int, one: Figure) -> tuple[str, Bounds] | None:
    """The thing that a number is told for one of, by a slash or by 'mỗi', and its bounds."""
    said = one.unit.split("/")
    if len(said) == 2:
        own = rate_bounds().get((said[0], said[1]))  # half days are counted like days: '10 buổi/tuần'
        bounds = own or rate_bounds().get((one.base_unit, said[1]))
        if bounds is None:
            return None
        mean = _MEAN.search(text, low, one.start) is not None
        return said[1], bounds if mean else Bounds(Decimal(0), bounds.most)
    pattern = _each().get(one.base_unit) if len(said) == 1 else None
    told = pattern is not None and text.find("ình", low, one.start) >= 0  # 'bình quân', 'trung bình'
    found = pattern.search(text, low, one.start) if pattern is not None and told else None
    return (found["per"], rate_bounds()[one.base_unit, found["per"]]) if found is not None else None


@cache
def _each() -> dict[str, re.Pattern[str]]:
    """What stands before the number of a rate without a slash, by its unit: 'bình quân mỗi lớp có '."""
    per: dict[str, list[str]] = {}
    for of, thing in rate_bounds():
        per.setdefault(of, []).append(thing)
    lead = r"(?<!\w)(?:[Bb]ình quân|[Tt]rung bình) (?:mỗi |một |01 |1 )?"
    return {
        of: re.compile(rf"{lead}(?P<per>{_any_of(things)})(?: (?:có|gồm|là|đạt|khoảng))*\s*$")
        for of, things in per.items()
    }


@cache
def _measure(unit: str) -> re.Pattern[str]:
    """The names of what is measured in a unit, right before its number."""
    return re.compile(rf"(?<!\w)(?P<name>{_any_of(measure_bounds()[unit])})(?!\w){_LEADS}")


@cache
def _crops() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(measure_bounds()['tấn/ha'])})(?!\w)")


def _crop(text: str, low: int, at: int) -> str:
    """The crop named last before a yield, where the clause speaks of yields; "" without one."""
    clause = text[low:at]
    if "ăng suất" not in clause:
        return ""
    found = _crops().findall(clause)
    return _key(found[-1]) if found else ""


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first, with a capital or without; both spellings of 'tỷ lệ'."""
    longest = sorted(names, key=len, reverse=True)
    return "|".join(
        f"[{name[0].upper()}{name[0]}]{re.escape(name[1:])}".replace("ỷ\\ lệ", "[ỷỉ] lệ") for name in longest
    )


def _key(name: str) -> str:
    return f"{name[0].lower()}{name[1:]}".replace("tỉ lệ", "tỷ lệ")
