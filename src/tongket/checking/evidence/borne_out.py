"""What bears numbers out that a check of arithmetic holds to be wrong (số liệu thật ra đúng): another number of their
sentence, the list that they are of, percentages beside them, words that tell of another time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import amount, terms_of
from tongket.checking.evidence.numbers import half_last_digit
from tongket.checking.evidence.rated_lists import Rated, rated_lists
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.stops import sentence_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.model.reports import Report
from tongket.vietnamese.divisions import overlaps
from tongket.vietnamese.numbers import parse_number

TOLD = {  # kind -> the facts that hold what is printed and what is true
    "sum-mismatch": (("total", "sum"),),
    "ratio-mismatch": (("pct", "true_pct"), ("mean", "true")),
    "change-mismatch": (("change", "true"),),
    "implausible-magnitude": (("amount", "of"),),
}
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
_NUMERAL = re.compile(r"(?<![\d.,/-])(?:\d{1,3}(?:\.\d{3})+|\d{1,7})(?![\d/-]|[.,]\d|\s?%)")


def is_borne_out(report: Report, told: Finding, related: Sequence[Span]) -> bool:
    """Whether something near bears the numbers out that a finding says to be wrong."""
    if told.kind == "sum-mismatch":
        return (
            _is_left_out_among(report.text, told, related)
            or _are_each_of_it(report, told, related)
            or _are_of_another_time(report.text, told.place, related)
            or _is_beside(report.text, told.place, related)
            or _are_picked_out(report.text, told.place, related)
            or _are_of_one_list(report, told.place, related)
            or _are_parts_of_one(report, told.place, related)
        )
    if told.kind == "change-mismatch":
        return _is_change_of_another(report.text, told.place, related)
    if told.kind != "ratio-mismatch" or not isinstance(told.place, Span):
        return False
    return (
        is_rate_of_its_list(report, told.place)
        or _is_rate_of_another(report, told.place, related)
        or _is_rate_of_change(report.text, told, told.place)
        or _has_its_rate_beside(report, told, told.place)
    )


_BEHIND_A_RATE = re.compile(r"\d\s?%\s?\((?:tăng |giảm )?$")


def _is_change_of_another(text: str, place: Place, related: Sequence[Span]) -> bool:
    """Whether what is taken for what there is tells by how much something before it changed: 'số mắc giảm 32% (252 ca),
    tử vong giảm 34,2% (75 ca)'.
    """
    if not related or not isinstance(place, Span) or related[0].end > place.start:
        return False
    if "/" in text[related[0].start : related[0].end]:
        return False  # 'còn 6,12% (1.655/27.042 hộ), giảm 449 hộ': a share is no change
    return _BEHIND_A_RATE.search(text, max(related[0].start - 20, 0), related[0].start) is not None


_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm|hơn|kém|thêm|bớt|vượt)(?: thêm)?\s(?:\d[\d.]*\s[^.;,()\d%]{1,30}[(=]\s?)?$")
_BEFORE = 60  # letters before the percentage of a change in which its word stands


def _is_rate_of_change(text: str, told: Finding, place: Span) -> bool:
    """Whether a percentage is by how much a number grew or fell, and right as such: '318 vụ, nhiều hơn 15 vụ (4,95%)',
    'ít hơn 03 vụ = 1,6% (180/183 vụ)'.
    """
    amounts = amounts_of(told)
    if amounts is None or not _CHANGED.search(text, max(place.start - _BEFORE, 0), place.start):
        return False
    printed, true = amounts
    ways = [100 - true, 100 * true / (100 + true)]
    if true < _ALL:
        ways.append(100 * true / (100 - true))
    exponent = printed.as_tuple().exponent
    room = half_last_digit(-exponent if isinstance(exponent, int) and exponent < 0 else 0) + _SHOWN
    return any(abs(printed - one) <= room for one in ways)


_ALL = 100
_SHOWN = Decimal("0.02")  # by so much what is shown of a true percentage may be off, when it is reckoned with


def _has_its_rate_beside(report: Report, told: Finding, place: Span) -> bool:
    """Whether the percentage of the whole that is asked for stands beside the one that is told, which is of another:
    '3.373 hộ (chiếm 13,1% số hộ dân tộc thiểu số và chiếm 31,6% số hộ nghèo)'.
    """
    amounts, at, starts = amounts_of(told), figures_at(report), starts_of(report)
    index = bisect_left(starts, place.start)
    near = [at[one] for one in starts[max(index - 1, 0) : index] + starts[index + 1 : index + 2]]
    beside = [one for one in near if one.unit == "%" and max(one.start - place.end, place.start - one.end) < _WIDE]
    if amounts is None:
        return False
    return any(abs(amount(one) - amounts[1]) <= half_last_digit(one.decimals) + _SHOWN for one in beside)


_WIDE = 90  # letters between two percentages of one number


_OWN_RATE = re.compile(r"\s?\((?:chiếm |đạt |bằng |tỷ lệ )?[\d,]{1,6}\s?%\)")


def _is_beside(text: str, place: Place, parts: Sequence[Span]) -> bool:
    """Whether a total and all its parts give their percentages in brackets, one like the other: then it is one of them
    ('4.120 thí sinh (60,2%) dự thi để xét tuyển, 2.508 thí sinh (36,7%) chỉ xét tốt nghiệp').
    """
    if not isinstance(place, Span) or not parts or place.start > parts[-1].start:
        return False  # the last of its parts, told of a whole that each of them names
    own = _OWN_RATE.match(text, place.end)
    return bool(own) and all(_OWN_RATE.match(text, one.end) for one in parts)


_ANOTHER = re.compile(
    r"\((?:so với |của )?(?:cùng kỳ|[Kk]ế hoạch|cả nước|toàn quốc|(?:năm|kỳ|quý|tháng) (?:trước|ngoái))(?!\w)"
    r"(?! \d{1,3}[,;] (?:công văn|thông báo|quyết định|tờ trình|báo cáo|hướng dẫn|chương trình|chỉ thị|nghị quyết))"
    r"(?! (?:chuyển|để lại|còn|tồn|mang sang))"  # what was left of the time before is a part of what there is
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


_PICKED = re.compile(
    r"(?<!\w)(?:(?:[Cc]ác|[Nn]hững|[Mm]ột số)\s[^.;,()\d\n]{2,50}\s(?:lớn|nhiều|cao|nặng|mạnh|đông|tiêu biểu)"
    r"|(?:lớn|nhiều|cao|nặng|đông) nhất)(?:,| là)? (?:gồm|là|như|có|tại|ở)(?!\w)"
)


def _are_picked_out(text: str, place: Place, parts: Sequence[Span]) -> bool:
    """Whether the parts are those of which there are most: 'các tỉnh thiệt hại lớn gồm ... 9 người, ... 4 người'."""
    first = min((part.start for part in parts), default=0)
    return isinstance(place, Span) and _PICKED.search(text, place.end, first) is not None


def _are_parts_of_one(report: Report, place: Place, parts: Sequence[Span]) -> bool:
    """Whether a total and what is told to make it are parts beside one another of a whole that they make."""
    if not isinstance(place, Span):
        return False
    beside = _beside_in_sums(report).get(place.start, frozenset())
    return bool(parts) and all(part.start in beside for part in parts)


@of_last_report
def _beside_in_sums(report: Report) -> dict[int, frozenset[int]]:
    """Where the parts of each whole begin that its parts make, by where each of these does."""
    figures = report.figures
    made = (
        link.by
        for link in report.figure_links
        if link.kind == "parts" and sum(amount(figures[index]) for index in link.by) == amount(figures[link.of])
    )
    starts = (frozenset([figures[index].start for index in by]) for by in made)
    return {start: beside for beside in starts for start in beside}


def _are_each_of_it(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether each part gives its percentage of the total, and gives it right: such parts may overlap, or leave some
    out, but none of the numbers is wrong ('kết nạp 1.318 đảng viên, nữ 612 (46,4%), đoàn viên 902 (68,4%)').
    """
    at, starts = figures_at(report), starts_of(report)
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
    return abs(rates - 100) > 1 and not (rates > 100 and _are_all_of_it(report.text, whole, parts))


_ALL_OF_IT = re.compile(
    r"[^.;()\d\n]{0,60}?(?:,\s|\()?(?:bao gồm|gồm|chia ra|cụ thể)(?!\w)[^.;\d\n]{0,60}", re.IGNORECASE
)


def _are_all_of_it(text: str, whole: Figure, parts: Sequence[Span]) -> bool:
    """Whether the words say that parts make the whole, and no one of it may be of two of them."""
    if not _ALL_OF_IT.fullmatch(text, whole.end, parts[0].start):
        return False
    ends = [whole.end, *(part.end for part in parts)]
    return not overlaps([": ", *(text[low : part.end] for low, part in zip(ends, parts, strict=False))])


def _are_of_one_list(report: Report, place: Place, parts: Sequence[Span]) -> bool:
    """Whether what is held to be a sum is an item of one list with its parts, whose percentages are right of them all:
    'đạt 64 em, chiếm 12,5%; chưa đạt 131 em, chiếm 25,59%' are no parts of 'khá 185 em, chiếm 36,13%'.
    """
    items = places_of_lists(report).get(place.start, ()) if isinstance(place, Span) else ()
    whole, at = sum((item.count for item in items), Decimal(0)), {item.at for item in items}
    return bool(parts) and all(one.start in at for one in parts) and all(item.is_of(whole) for item in items)


_NEAR = 90  # letters between a part and its percentage


def _is_rate_of_another(report: Report, place: Span, related: Sequence[Span]) -> bool:
    """Whether a percentage is what its part is of another number of its sentence: 'có 2.645/2.993 đồng chí được xếp
    loại, trong đó 249 đồng chí xuất sắc, chiếm 9,41%'.
    """
    at = figures_at(report)
    rate, part = at.get(place.start), at.get(related[0].start) if related else None
    if rate is None or part is None or rate.unit != "%":
        return False
    low = sentence_start(report.text, place.start)
    starts = starts_of(report)
    among = (at[one] for one in starts[bisect_left(starts, low) : bisect_left(starts, place.start)])
    wholes = (value for one in among if one is not part and one.unit != "%" for value in terms_of(one))
    room = half_last_digit(rate.decimals)
    stated, count = amount(rate), 100 * amount(part)
    return any(value >= amount(part) and value and abs(count / value - stated) <= room for value in wholes)


@of_last_report
def places_of_lists(report: Report) -> dict[int, tuple[Rated, ...]]:
    """The rated lists by the places where their counts and their percentages begin."""
    return {at: items for items in rated_lists(report) for item in items for at in (item.at, item.rate_at)}


@of_last_report
def figures_at(report: Report) -> dict[int, Figure]:
    """The numbers of a report by where they begin, in order."""
    return {one.start: one for one in sorted(report.figures, key=attrgetter("start"))}


@of_last_report
def starts_of(report: Report) -> list[int]:
    """Where the numbers of a report begin, in order."""
    return list(figures_at(report))


def is_rate_of_its_list(report: Report, place: Span) -> bool:
    """Whether a percentage is right of what the items of its list make."""
    items = places_of_lists(report).get(place.start, ())
    whole = sum((item.count for item in items), Decimal(0))
    return any(item.rate_at == place.start and item.is_of(whole) for item in items)


def _is_left_out_among(text: str, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether a number that stands between a total and the last of its parts, and is none of them as it was read, is
    what they lack: '72 tổ chức, gồm 25 đảng bộ; 4 đảng bộ khối; 43 chi bộ'.
    """
    amounts = amounts_of(told)
    if told.kind != "sum-mismatch" or amounts is None or not isinstance(told.place, Span):
        return False
    lacking = amounts[0] - amounts[1]
    places = sorted((told.place, *parts), key=attrgetter("start"))
    if lacking <= 0 or len(places) < 2:
        return False
    taken, low = Spans(places), places[0].start
    depths = {_depth(text, low, part.start) for part in parts}
    among = (
        found
        for found in _NUMERAL.finditer(text, low, places[-1].end)
        if not taken.touch(Span(*found.span()))
        and not _is_first_of_pair(text, found.end(), told.place, parts)
        and not _NO_PART.search(text, max(low, found.start() - _CHANGED_LETTERS), found.start())
    )
    return _is_next(text, lacking, places[-1].end) or any(
        parse_number(one[0]) == lacking and _depth(text, low, one.start()) in depths for one in among
    )


_NO_PART = re.compile(  # or is the name of a part: 'khối 9: 103 em'
    r"(?<!\w)(?:(?:tăng|giảm|cùng kỳ|(?:năm|kỳ|quý|tháng) trước)(?: (?:thêm|là|có))?"
    r"|(?:[Tt]háng|[Nn]ăm|[Qq]uý|[Kk]hối|[Ll]ớp|[Tt]hôn|[Tt]ổ|[Đđ]ợt|[Ll]oại|[Nn]hóm|[Hh]ạng|[Mm]ức|[Kk]hu|[Đđ]iều))\s$"
)
_CHANGED_LETTERS = 20
_NEXT = re.compile(rf"[^.;:,()\d\n]{{0,40}}(?:[,;]|\svà\s)[^.;,()\d\n]{{0,40}}?(?P<next>{_NUMERAL.pattern})")


def _is_next(text: str, lacking: Decimal, end: int) -> bool:
    """Whether the number that the list goes on with is what its parts lack: 'tốt 99; khá 33; đạt 175; chưa đạt 41'."""
    found = _NEXT.match(text, end)
    return found is not None and parse_number(found["next"]) == lacking


_NUMBER_BEFORE = re.compile(r"\d$")
_PAIR_LETTERS = 30  # between two numbers that are told side by side


def _is_first_of_pair(text: str, end: int, whole: Span, parts: Sequence[Span]) -> bool:
    """Whether a number that ends there stands before a part as another does before the whole, with the same words: of
    '25 vụ, 34 đối tượng; ... 03 vụ, 04 đối tượng' the cases are counted apart.
    """
    part = next((one for one in parts if 0 < one.start - end <= _PAIR_LETTERS), None)
    joint = text[end : part.start] if part else ""
    if not any(map(str.isalpha, joint)) or not text.endswith(joint, max(whole.start - _PAIR_LETTERS, 0), whole.start):
        return False
    at = whole.start - len(joint)
    return _NUMBER_BEFORE.search(text, max(at - 1, 0), at) is not None


def _depth(text: str, low: int, at: int) -> int:
    """In how many brackets opened since a place another one stands: what one part has is no part beside it."""
    return text.count("(", low, at) - text.count(")", low, at)


def amounts_of(told: Finding) -> tuple[Decimal, Decimal] | None:
    """What is printed and what is true, where a finding tells both, in one unit."""
    for keys in TOLD[told.kind]:
        said = [_NUMBER.search(told.facts.get(key, "")) for key in keys]
        if said[0] is None or said[1] is None or told.facts[keys[0]].startswith("100 +"):
            continue
        printed, true = (parse_number(found[0].rstrip(".")) for found in said if found is not None)
        if printed is not None and true is not None:
            return printed, true
    return None
