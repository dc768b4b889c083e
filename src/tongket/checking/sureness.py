"""How sure it is that numbers are wrong (độ chắc chắn của phát hiện số liệu): what several checks of arithmetic tell,
weighed in one place before it is told aloud.

The checks do not know each other, and each holds numbers together for reasons of its own. Whichever it was: parts that
miss their whole by much, and by no slip of the pen, are mostly parts of another whole; a number left out among them
that makes up what is missing is one of them; and percentages that are right of what their list makes are right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from operator import attrgetter

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import amount, ends_between, is_pen_slip, terms_of
from tongket.checking.evidence.numbers import half_last_digit, single
from tongket.checking.evidence.rated_lists import Rated, rated_lists
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.stops import sentence_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_TOLD = {  # kind -> the facts that hold what is printed and what is true
    "sum-mismatch": (("total", "sum"),),
    "ratio-mismatch": (("pct", "true_pct"), ("mean", "true")),
    "change-mismatch": (("change", "true"),),
    "implausible-magnitude": (("amount", "of"),),
}
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
_NUMERAL = re.compile(r"(?<![\d.,/-])(?:\d{1,3}(?:\.\d{3})+|\d{1,7})(?![\d/-]|[.,]\d|\s?%)")
_FAR = {"sum-mismatch": Decimal("0.15"), "ratio-mismatch": Decimal("0.2"), "change-mismatch": Decimal("0.2")}
_TIMES = 12  # by so much a part may be more than its whole and mean it: one zero too many
_FEW = 2  # by so many a count may always be wrong


def weighed(report: Report, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of numbers that are right after all left out, those that are not sure made hints."""
    tables = Spans(Span(one.start, one.end) for one in report.tables)
    for one in findings:
        if (
            one.kind not in _TOLD
            or one.severity == "info"
            or not isinstance(one.place, Span)
            or tables.touch(one.place)
        ):
            yield one
            continue
        related = [place for place in one.related if isinstance(place, Span)]
        if _is_right_after_all(report, one, related):
            continue
        doubtful = (
            _is_far_off(report, one, related)
            or _is_of_another_list(report, one, related)
            or _do_the_first_make_it(report, one, related)
        )
        yield replace(one, severity="info") if doubtful else one


def _is_right_after_all(report: Report, told: Finding, related: Sequence[Span]) -> bool:
    """Whether something near bears the numbers out that a finding says to be wrong."""
    if told.kind == "sum-mismatch":
        return (
            _is_left_out_among(report.text, told, related)
            or _are_each_of_it(report, told, related)
            or _are_of_another_time(report.text, told.place, related)
            or _is_beside(report.text, told.place, related)
        )
    if told.kind != "ratio-mismatch" or not isinstance(told.place, Span):
        return False
    return _is_rate_of_its_list(report, told.place) or _is_rate_of_another(report, told.place, related)


_OWN_RATE = re.compile(r"\s?\((?:chiếm |đạt |bằng |tỷ lệ )?[\d,]{1,6}\s?%\)")


def _is_beside(text: str, place: Place, parts: Sequence[Span]) -> bool:
    """Whether a total and all its parts give their percentages in brackets, one like the other: then it is one of them
    ('4.120 thí sinh (60,2%) dự thi để xét tuyển, 2.508 thí sinh (36,7%) chỉ xét tốt nghiệp').
    """
    own = isinstance(place, Span) and _OWN_RATE.match(text, place.end)
    return bool(own and parts) and all(_OWN_RATE.match(text, one.end) for one in parts)


_ANOTHER = re.compile(
    r"\((?:so với |của )?(?:cùng kỳ|[Kk]ế hoạch|cả nước|toàn quốc|(?:năm|kỳ|quý|tháng) (?:trước|ngoái))(?!\w)"
)


def _are_of_another_time(text: str, place: Place, parts: Sequence[Span]) -> bool:
    """Whether the parts stand in brackets that tell of another time or place: '16 người bị thương (cùng kỳ 06 người
    chết, 17 người bị thương)'.
    """
    first = min((part.start for part in parts), default=0)
    if not isinstance(place, Span) or first <= place.end:
        return False
    opened = text.rfind("(", place.end, first)
    return opened >= 0 and ")" not in text[opened:first] and _ANOTHER.match(text, opened) is not None


def _are_each_of_it(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether each part gives its percentage of the total, and gives it right: such parts may overlap, or leave some
    out, but none of the numbers is wrong ('kết nạp 1.318 đảng viên, nữ 612 (46,4%), đoàn viên 902 (68,4%)').
    """
    at, starts = _figures_at(report), _starts(report)
    whole = at.get(told.place.start) if isinstance(told.place, Span) else None
    if whole is None or not amount(whole) or not parts:
        return False
    rates = Decimal(0)
    for part in parts:
        behind = bisect_left(starts, part.end)
        rate = at[starts[behind]] if behind < len(starts) else None
        if rate is None or rate.unit != "%" or part.start not in at or rate.start - part.end > _NEAR:
            return False
        if abs(100 * amount(at[part.start]) / amount(whole) - amount(rate)) > 2 * half_last_digit(rate.decimals):
            return False
        rates += amount(rate)
    return abs(rates - 100) > 1


_NEAR = 40  # letters between a part and its percentage


def _is_rate_of_another(report: Report, place: Span, related: Sequence[Span]) -> bool:
    """Whether a percentage is what its part is of another number of its sentence: 'có 2.645/2.993 đồng chí được xếp
    loại, trong đó 249 đồng chí xuất sắc, chiếm 9,41%'.
    """
    at = _figures_at(report)
    rate, part = at.get(place.start), at.get(related[0].start) if related else None
    if rate is None or part is None or rate.unit != "%":
        return False
    low = sentence_start(report.text, place.start)
    starts = _starts(report)
    among = (at[one] for one in starts[bisect_left(starts, low) : bisect_left(starts, place.start)])
    wholes = (value for one in among if one is not part and one.unit != "%" for value in terms_of(one))
    room = half_last_digit(rate.decimals)
    stated, count = amount(rate), 100 * amount(part)
    return any(value >= amount(part) and value and abs(count / value - stated) <= room for value in wholes)


@of_last_report
def _by_places(report: Report) -> dict[int, tuple[Rated, ...]]:
    """The rated lists by the places where their counts and their percentages begin."""
    return {at: items for items in rated_lists(report) for item in items for at in (item.at, item.rate_at)}


@of_last_report
def _figures_at(report: Report) -> dict[int, Figure]:
    """The numbers of a report by where they begin, in order."""
    return {one.start: one for one in sorted(report.figures, key=attrgetter("start"))}


@of_last_report
def _starts(report: Report) -> list[int]:
    return list(_figures_at(report))


def _is_rate_of_its_list(report: Report, place: Span) -> bool:
    """Whether a percentage is right of what the items of its list make."""
    items = _by_places(report).get(place.start, ())
    whole = sum((item.count for item in items), Decimal(0))
    return any(item.rate_at == place.start and item.is_of(whole) for item in items)


def _is_of_another_list(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether parts whose percentages are of what they make are held against a total of another sentence."""
    starts = {part.start for part in parts}
    if told.kind != "sum-mismatch" or not isinstance(told.place, Span) or not starts:
        return False
    own = starts <= {item.at for item in _by_places(report).get(min(starts), ())}
    return own and bool(ends_between(report, told.place.end, min(starts)))


def _is_left_out_among(text: str, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether a number that stands between a total and the last of its parts, and is none of them as it was read, is
    what they lack: '72 tổ chức, gồm 25 đảng bộ; 4 đảng bộ khối; 43 chi bộ'.
    """
    amounts = _amounts(told)
    if told.kind != "sum-mismatch" or amounts is None or not isinstance(told.place, Span):
        return False
    lacking = amounts[0] - amounts[1]
    places = sorted((told.place, *parts), key=attrgetter("start"))
    if lacking <= 0 or len(places) < 2:
        return False
    taken, low = Spans(places), places[0].start
    depths = {_depth(text, low, part.start) for part in parts}
    among = (found for found in _NUMERAL.finditer(text, low, places[-1].end) if not taken.touch(Span(*found.span())))
    return any(parse_number(one[0]) == lacking and _depth(text, low, one.start()) in depths for one in among)


def _depth(text: str, low: int, at: int) -> int:
    """In how many brackets opened since a place another one stands: what one part has is no part beside it."""
    return text.count("(", low, at) - text.count(")", low, at)


_LEAST = 100  # what is less, some numbers make by chance


def _do_the_first_make_it(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether the first parts make the total exactly, and the last tells of something else: 'dư nợ 38.412 tỷ đồng,
    trong đó ngắn hạn 21.510, dài hạn 16.902; nợ xấu 412 tỷ đồng'.
    """
    if told.kind != "sum-mismatch" or not isinstance(told.place, Span):
        return False
    at = _figures_at(report)
    total, amounts = at.get(told.place.start), [amount(at[one.start]) for one in parts if one.start in at]
    return total is not None and amount(total) >= _LEAST and amount(total) in list(accumulate(amounts))[1:-1]


def _is_far_off(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether what is printed is far from what is true, and no slip of the pen of it."""
    amounts = _amounts(told)
    if amounts is None:
        return False
    printed, true = amounts
    off, most = abs(printed - true), max(printed, true)
    if told.kind == "implausible-magnitude":
        return told.case == "part" and printed > _TIMES * true
    if off <= _FAR[told.kind] * most or (told.kind == "sum-mismatch" and off <= _FEW):
        return False
    exponent = printed.as_tuple().exponent
    if is_pen_slip(printed, true, -exponent if isinstance(exponent, int) and exponent < 0 else 0):
        return False
    if _is_slip_of_another(report, told, parts):
        return False
    if told.kind == "sum-mismatch":
        return True
    return not _names_its_whole(report.text, told.place) and not _are_neighbours(report, told, parts)


def _is_slip_of_another(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether one of the numbers of a sentence that are held together is a slip of the pen of what makes them right."""
    at = _figures_at(report)
    places = (told.place, *parts) if isinstance(told.place, Span) else ()
    if not all(one.start in at for one in places):
        return False
    first, *others = (at[one.start] for one in places)
    low, high = min(one.start for one in places), max(one.end for one in places)
    ends = ends_between(report, low, high)
    if not others or len(ends) > 1 or any(not _GOES_ON.match(report.text, end) for end in ends):
        return False
    return any(_is_slip_of(one, meant) for one, meant in _meant(told.kind, first, others))


def _is_slip_of(one: Figure, meant: Decimal) -> bool:
    """Whether a number, as it is printed, is a slip of the pen of an amount of its base unit."""
    value, base = single(one.value), single(one.base_value)
    scale = value / base if value and base else Decimal(1)
    return is_pen_slip(amount(one) * scale, meant * scale, one.decimals)


def _meant(kind: str, first: Figure, others: Sequence[Figure]) -> Iterator[tuple[Figure, Decimal]]:
    """Each of the other numbers with what it would be if the rest are right: of a sum its parts, of a percentage part
    and whole, of a change what there is and what there was.
    """
    if kind == "sum-mismatch":
        lacking = amount(first) - sum(map(amount, others))
        yield from ((one, amount(one) + lacking) for one in others)
    elif len(others) == _PAIR and amount(first):
        one, other = others
        if kind == "ratio-mismatch":
            rate = amount(first) / 100
            yield one, amount(other) * rate
            yield other, amount(one) / rate
        elif first.unit != "%":
            yield from ((one, amount(other) + way * amount(first)) for way in (1, -1))
            yield from ((other, amount(one) + way * amount(first)) for way in (1, -1))


_PAIR = 2
_GOES_ON = re.compile(r"\s*Trong (?:số )?đó(?!\w)")
_OF_ALL = re.compile(r"\s(?:trên |so với |trong )?(?:tổng )?số\s")


def _names_its_whole(text: str, place: Place) -> bool:
    """Whether words behind a percentage say what it is of: 'chiếm 49,2% số đảng viên có vi phạm'."""
    return isinstance(place, Span) and _OF_ALL.match(text, place.end) is not None


def _are_neighbours(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether numbers that are held together are of one sentence, with no other one between but percentages."""
    if not isinstance(told.place, Span):
        return False
    places = sorted((told.place, *parts), key=attrgetter("start"))
    if ends_between(report, places[0].end, places[-1].start):
        return False
    taken, starts = Spans(places), _starts(report)
    among = starts[bisect_left(starts, places[0].end) : bisect_left(starts, places[-1].start)]
    figures = (_figures_at(report)[one] for one in among)
    changed = _figures_at(report).get(told.place.start) if told.kind == "change-mismatch" else None
    may_part = changed is None or changed.unit == "%"  # a percentage parts percentages
    return all((one.unit == "%" and not may_part) or taken.touch(Span(one.start, one.end)) for one in figures)


def _amounts(told: Finding) -> tuple[Decimal, Decimal] | None:
    """What is printed and what is true, where a finding tells both, in one unit."""
    for keys in _TOLD[told.kind]:
        said = [_NUMBER.search(told.facts.get(key, "")) for key in keys]
        if said[0] is None or said[1] is None or told.facts[keys[0]].startswith("100 +"):
            continue
        printed, true = (parse_number(found[0].rstrip(".")) for found in said if found is not None)
        if printed is not None and true is not None:
            return printed, true
    return None
