"""Percentages whose whole stands farther off (tỷ lệ tính trên số đã nêu trước): sentences before, as a plan, by name.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.accounts import is_taken_over
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    chance_of,
    chance_of_slip,
    counts_alike,
    digits_of,
    ends_between,
    is_pen_slip,
    is_second_of_pair,
    swapped,
    terms_of,
)
from tongket.checking.evidence.numbers import fits, half_last_digit, rounding, single
from tongket.checking.evidence.told import are_of_one_whole, is_compared_likewise, is_plain, neighbours
from tongket.checking.rates.named_works import is_of_another_work
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_TIED = re.compile(
    r"(?:[^.;\d\n()]{0,60}?[,;])?\s?(?:[^.,;\d\n()]{0,64}?\s)?\(?(?:(?:mới |chỉ |đã |cũng )*"
    r"(?:chiếm|đạt|bằng|tương ứng|tương đương|tỷ lệ|tỉ lệ|tỷ trọng|=)(?:\s(?:với|tỷ lệ|tỉ lệ|khoảng|gần|trên|hơn))*\s|"
    r"(?<=\())"
)
_AND_OF = re.compile(
    r"\s(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|tổng số)[^.;,\d\n()]{0,30}(?:,| và)\s(?:bằng|chiếm|đạt)\s"
)
_PAST_CHANGE = re.compile(
    r"\s(?:so (?:với )?)?(?:cùng kỳ|năm|tháng|quý|đầu)[^.;,\n()]{0,30}"
    r"(?:,| và)(?P<joint>\s(?:chiếm|đạt|bằng)(?: tỷ lệ| khoảng)?\s)"
)
_REACHED = re.compile(r"(?<!\w)(?:mới|đã)(?: chỉ)? (?:đạt|được|bằng)\s$")
_NO_SHARE = re.compile(
    r"(?<!\w)(?:vượt|tăng|giảm|hơn|kém|lãi suất|tốc độ|che phủ|cùng kỳ|năm trước|so với)(?!\w)|/(?:năm|tháng)"
)
_OF_OTHERS = re.compile(
    r"\s*(?:so với (?!tổng|số|kế)|so (?=cùng|năm|vụ|tháng|quý|kỳ|đầu|cuối)|cùng kỳ|năm|vốn|bình quân|tỷ trọng|/|điểm)"
)
PLANNED = re.compile(
    r"(?<!\w)(?<!% )(?<!%)(?<!với )(?:[Gg]iao|[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán|KH|[Mm]ục tiêu|[Nn]hu cầu"
    r"|[Đđ]ịnh mức)(?!\w)[^;]*$"
)
OF_A_PLAN = re.compile(r"\s*(?:so (?:với )?)?(?:tổng )?(?:kế hoạch|chỉ tiêu|dự toán|KH\b|mục tiêu)")
_NEAR = 12  # numbers before a percentage among which its whole may stand
_FAR = 900  # letters
_SURE = 0.12  # chance that a slip is none


@dataclass(frozen=True, slots=True)
class Told:
    """A percentage, its part, and the numbers near it that may be its whole, the nearest first."""

    rate: Figure
    part: Figure
    wholes: tuple[tuple[Figure, Decimal], ...]


def check_rates_near(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage behind its part is, but for a slip of the pen, that of a number told
    before it: 'Dự toán giao 1.650 triệu đồng. ... Kết quả thu được 1.846,5 triệu đồng, đạt 121,9% dự toán'.

    Not flagged: percentages that any two numbers near them make; slips that chance may have made; comparisons.
    """
    for told in told_rates(report):
        true = {value: 100 * amount(told.part) / value for _, value in told.wholes}
        if any(is_rate_of(told, value) for value in true) or has_siblings(report, told):
            continue
        value = single(told.rate.value) or Decimal(0)
        beside = next((one for one in told.wholes if _is_plan_beside(report.text, told.rate, one[0])), None)
        if beside is not None and not is_borne_out(report, told.rate):
            yield rate_mismatch(told.rate, told.part, *beside)
            continue
        for whole, of in told.wholes:
            if is_pen_slip(value, true[of], told.rate.decimals) and _chance(told, true[of], len(true)) < _SURE:
                if not is_borne_out(report, told.rate):
                    yield rate_mismatch(told.rate, told.part, whole, of)
                break


_LEAST_DIGITS = 3  # of a percentage that tells a slip of its terms
_RARE, _BESIDE_IT = 0.04, 0.2  # chance that a slip of a part or a whole is none: of any near it, of the one beside it


def check_terms_of_rates(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a part, or a whole near it, is but for a slip of the pen what its percentage says:
    'đến hạn 4.169 hồ sơ. Đã trả 4.857 hồ sơ (đạt 99,71%)'.

    Not flagged: percentages that any two numbers near them make, or that are of one whole with those beside them;
    slips that chance may have made.
    """
    for rate, part in tied_rates(report):
        stated = single(rate.value) or Decimal(0)
        if digits_of(stated) < _LEAST_DIGITS:
            continue
        near = terms_near(report, rate, part)
        told = Told(rate, part, near)
        if not near or stated <= 0 or any(is_rate_of(told, of) for _, of in near) or has_siblings(report, told):
            continue
        for at, (whole, of) in enumerate(near):
            beside = at == 0 and len(ends_between(report, whole.end, part.start)) <= 1
            chance = _chance_of_terms(told, whole, of)
            if chance < 1 and (chance * len(near) <= _RARE or (beside and chance <= _BESIDE_IT)):
                if not is_borne_out(report, rate):
                    yield rate_mismatch(told.rate, told.part, whole, of)
                break


def _chance_of_terms(told: Told, whole: Figure, of: Decimal) -> float:
    """The chance that the part, or the whole, is by chance a slip of what the percentage makes of the other."""
    stated, part = single(told.rate.value) or Decimal(0), amount(told.part)
    room = half_last_digit(told.rate.decimals)
    low, high = max(stated - room, room / 10), stated + room
    of_part = chance_of_slip(told.part, low * of / _ALL, high * of / _ALL)
    if isinstance(whole.value, Share):
        return of_part
    return min(of_part, chance_of_slip(whole, _ALL * part / high, _ALL * part / low))


def _chance(told: Told, true: Decimal, tries: int) -> float:
    value = single(told.rate.value) or Decimal(0)
    order = swapped(value, true, told.rate.decimals)
    return chance_of(value, tries) * (_IN_ORDER if order else 1)


_IN_ORDER = 0.2  # of the slips of a number by chance, those that change the order of its digits alone


@of_last_report
def told_rates(report: Report) -> tuple[Told, ...]:
    """The percentages of a report with their parts, where numbers near them may be their wholes."""
    told = (Told(rate, part, tuple(_wholes(report, rate, part))) for rate, part in tied_rates(report))
    return tuple(one for one in told if one.wholes)


@of_last_report
def tied_rates(report: Report) -> tuple[tuple[Figure, Figure], ...]:
    """Percentages with the number that they are of some whole, as the words tie them."""
    return tuple(_tied(report))


def _tied(report: Report) -> Iterator[tuple[Figure, Figure]]:
    text = report.text
    for figures, index in neighbours(report):
        rate, part = figures[index], figures[index - 1]
        if not index or rate.unit != "%" or rate.change or single(rate.value) is None:
            continue
        joint = text[part.end : rate.start]
        if index > 1 and part.target and is_plain(part) and counts_alike(part, figures[index - 2]):
            part = figures[index - 2]  # '486 người, phấn đấu cả năm 640 người, mới đạt 75,9% chỉ tiêu'
        if index > 1 and part.unit == "%" and _AND_OF.fullmatch(joint) and not part.change:
            part = figures[index - 2]  # '171,4 tỷ đồng, đạt 79,5% kế hoạch và bằng 81,7% số vốn đã phân bổ'
        if index > 1 and part.unit == "%" and part.change and (past := _PAST_CHANGE.fullmatch(joint)):
            part, joint = figures[index - 2], past["joint"]  # '48 triệu USD, tăng 4% so với năm trước, chiếm 62%'
        if index > 1 and is_second_of_pair(text, figures[index - 2], part) and not _has_whole(report, rate, part):
            joint, part = text[part.end : rate.start], figures[index - 2]
        if rate.target and not _REACHED.search(joint):
            continue
        if not is_plain(part) or part.target or part.unit in ("lần", "hạng", "điểm %") or not amount(part):
            continue
        if (
            not (_TIED.fullmatch(joint) or _AND_OF.fullmatch(joint))
            or _NO_SHARE.search(joint)
            or _OF_OTHERS.match(text, rate.end)
            or is_compared_likewise(text, rate)
        ):
            continue
        yield rate, part


def _has_whole(report: Report, rate: Figure, part: Figure) -> bool:
    """Whether a percentage is right of a part and some number near it."""
    told = Told(rate, part, terms_near(report, rate, part))
    return any(is_rate_of(told, of) for _, of in told.wholes)


def _wholes(report: Report, rate: Figure, part: Figure) -> Iterator[tuple[Figure, Decimal]]:
    """The amounts that a part may be of, the nearest first: larger ones; any plan of a percentage that may pass it."""
    least, stated = amount(part), single(rate.value) or Decimal(0)
    planned = OF_A_PLAN.match(report.text, rate.end) is not None or stated > _ALL
    return ((one, value) for one, value in terms_near(report, rate, part) if planned or value >= least)


_ALL = 100


Terms = tuple[tuple[Figure, Decimal], ...]


@of_last_report
def _terms_found(_report: Report) -> dict[tuple[int, int], Terms]:
    """What was found near the percentages of a report, by where these and their parts begin: many checks ask."""
    return {}


def terms_near(report: Report, rate: Figure, part: Figure) -> Terms:
    """The amounts near a percentage that count what its part counts, the nearest first; of one of a plan, the plans."""
    found, asked = _terms_found(report), (rate.start, part.start)
    if asked not in found:
        found[asked] = tuple(_terms(report, rate, part))
    return found[asked]


def _terms(report: Report, rate: Figure, part: Figure) -> Iterator[tuple[Figure, Decimal]]:
    text, stated = report.text, single(rate.value) or Decimal(0)
    planned = OF_A_PLAN.match(text, rate.end) is not None or stated > _ALL
    later = [one for one in behind(report, rate, 1, 60) if _leads_to(report, rate, one)]
    near = [*(one for one in reversed(before(report, rate, _NEAR + 1, _FAR)) if one is not part), *later]
    number = _OF_NUMBER.match(text, rate.end)
    if number and part.unit and text.startswith(part.unit, number.end()):  # '57,7% tổng số giáo viên' is not of pupils
        near = [one for one in near if not one.unit or one.unit.startswith(part.unit)]
    seen: set[Decimal] = set()
    for one in near:
        if one.unit == "%" or one.qualifier or one.change or not counts_alike(one, part):
            continue
        if is_of_another_work(text, rate, one):
            continue
        if planned and not one.target and not PLANNED.search(text, max(one.start - 60, 0), one.start):
            continue
        for value in terms_of(one):
            if value not in seen and value > 0:
                seen.add(value)
                yield one, value
    for other, one in pairwise(near):
        both = amount(one) + amount(other)
        if both not in seen and _are_added(text, one, other) and counts_alike(one, part) and counts_alike(other, part):
            seen.add(both)
            yield one, both


def _leads_to(report: Report, rate: Figure, whole: Figure) -> bool:
    """Whether the words behind a percentage lead to its whole: a sentence behind it tells parts of the part."""
    led = _LEADS_TO_WHOLE.search(report.text, rate.end, whole.start) is not None
    return led and not ends_between(report, rate.end, whole.start)


_OF_NUMBER = re.compile(r"\s(?:so với |trên |trong |của )?(?:tổng )?số\s")
_ADDED = re.compile(r"[^.;\n]{0,60}(?:\+|(?<!\w)(?:và|chuyển|tồn|cũ|mới)(?!\w))[^.;\n]{0,60}")
_CARRIED = re.compile(r"(?<!\w)(?:chuyển (?:sang|qua|tiếp)|tồn|kỳ trước|năm trước chuyển|cũ)(?!\w)")


def _are_added(text: str, one: Figure, other: Figure) -> bool:
    """Whether two numbers are what came and what was left from before: 'mới 624 vụ việc + 89 vụ việc chuyển sang'."""
    if not is_plain(one) or not is_plain(other):
        return False
    if not _ADDED.fullmatch(text, one.end, other.start):
        return other.start - one.end < _CLOSE_BY and is_taken_over(text, one) and not is_taken_over(text, other)
    return _CARRIED.search(text, max(one.start - 40, 0), other.end + 40) is not None


_CLOSE_BY = 90  # letters, where a mark parts what was taken over from what came in


_LEADS_TO_WHOLE = re.compile(r"(?<!\w)(?:so với|trên|trong|tổng|của|kế hoạch|chỉ tiêu|dự toán|KH|DT|giao)(?!\w)")
_AND_ITS_RATE = re.compile(r"[^.;,()\d\n]{0,50}(?:,|\s?\()?\s?(?:(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ)\s)*")


def has_siblings(report: Report, told: Told) -> bool:
    """Whether a number beside it, with its own percentage, is a part of the same whole that is told nowhere near: '398
    đồng chí (79,6%), 78 đồng chí (15,6%)' are of 500.
    """
    beside = [*before(report, told.part, _NEXT_TO, _FAR), *behind(report, told.rate, _NEXT_TO, _FAR)]
    for part, rate in pairwise(beside):
        if rate.unit != "%" or part.unit == "%" or not counts_alike(part, told.part) or not is_plain(part):
            continue
        its_own = _AND_ITS_RATE.fullmatch(report.text, part.end, rate.start) and not rate.change and single(rate.value)
        if its_own and are_of_one_whole((told.part, told.rate), (part, rate)):
            return True
    return False


_NEXT_TO = 4  # numbers to either side


def are_of_their_own(report: Report, told: Told, whole: Decimal) -> bool:
    """Whether a number beside it has a rate too, not of the whole either, and both are more than all of it: 'giải quyết
    3.803 vụ, trong đó tòa tỉnh 334 vụ (68,9%), tòa khu vực 3.469 vụ (62,2%)', each of what it took in.
    """
    stated = single(told.rate.value) or Decimal(0)
    earlier, later = before(report, told.part, _NEXT_TO, _FAR), behind(report, told.rate, _NEXT_TO, _FAR)
    for part, rate in (*pairwise(earlier), *pairwise(later)):
        if rate.unit != "%" or rate.change or not is_plain(part) or not counts_alike(part, told.part):
            continue
        its_own = single(rate.value) if _AND_ITS_RATE.fullmatch(report.text, part.end, rate.start) else None
        if its_own is None or amount(part) >= whole or stated + its_own <= _ALL + 1:
            continue
        if not is_rate_of(Told(rate, part, ()), whole):
            return True
    return False


_BESIDE = re.compile(
    r"\s?(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|DT)(?:\s[^\W\d_]+){0,4}\s?"
    r"\((?:(?:kế hoạch|chỉ tiêu|dự toán|KH|DT|giao|là|năm)\s?:?\s?)*"
)


def _is_plan_beside(text: str, rate: Figure, whole: Figure) -> bool:
    """Whether the plan that a percentage is of stands in brackets behind it: 'đạt 118,1% kế hoạch (88.200)'."""
    return whole.start > rate.end and _BESIDE.fullmatch(text, rate.end, whole.start) is not None


def is_rate_of(told: Told, whole: Decimal) -> bool:
    """Whether a percentage is that of its part in a whole, within rounding."""
    room = half_last_digit(told.rate.decimals) + 100 * rounding(told.part.value, told.part.base_value) / whole
    return fits(told.rate, 100 * amount(told.part) / whole, room)


def is_borne_out(report: Report, rate: Figure) -> bool:
    """Whether any two numbers near a percentage make it, or it is told as a number of its own there."""
    earlier = before(report, rate, 2 * _NEAR, 2 * _FAR)
    if _is_of_listed(report.text, rate, earlier):
        return True
    near = [*earlier, *behind(report, rate, 3, 150)]
    room = half_last_digit(rate.decimals)
    for part in near:
        if part.unit == "%":
            continue
        for whole in near:
            if whole.unit != "%" and (counts_alike(part, whole) or _have_one_head(part, whole)):
                for of in terms_of(whole):
                    if of > 0 and any(fits(rate, 100 * value / of, room) for value in terms_of(part) if value != of):
                        return True
    return False


_LISTED = re.compile(r"(?<!\w)(?:[Tt]rong đó|[Gg]ồm|[Bb]ao gồm)(?!\w)[^.;\d\n]*$")
_AND_LISTS = re.compile(r"[^.;\d\n()]{0,30}(?:[,;]|\svà)\s[^.;\d\n()]{0,60}")
_LEAD = 80  # letters before the first number of a list


def _is_of_listed(text: str, rate: Figure, earlier: Sequence[Figure]) -> bool:
    """Whether a percentage is that of its part in two numbers listed before it, together: 'Trong đó, tòa tỉnh thụ lý 48
    vụ, các tòa khu vực thụ lý 558 vụ. Đã giải quyết 380 vụ (62,7%)'.
    """
    if len(earlier) <= _PAIR or not is_plain(earlier[-1]):
        return False
    part, room = earlier[-1], half_last_digit(rate.decimals)
    for one, other in pairwise(earlier[:-1]):
        alike = is_plain(one) and is_plain(other) and counts_alike(one, part) and counts_alike(other, part)
        whole = amount(one) + amount(other) if alike else Decimal(0)
        if whole <= 0 or not fits(rate, 100 * amount(part) / whole, room):
            continue
        led = _LISTED.search(text, max(one.start - _LEAD, 0), one.start)
        if led and _AND_LISTS.fullmatch(text, one.end, other.start):
            return True
    return False


_PAIR = 2


def _have_one_head(one: Figure, other: Figure) -> bool:
    """Whether the units of two numbers begin with one word, as '612 ca mắc' and '187 ca'."""
    return one.unit != "" and one.unit.split(" ")[0] == other.unit.split(" ")[0]


_NAMED_BEHIND = re.compile(
    r"\s*(?:(?:so với|trên|trong|của|trong tổng)\s)?(?:tổng\s)?số\s(?P<name>[^.,;:()\d\n]{4,60})"
)
_NAMED_BEFORE = re.compile(
    r"(?<!\w)[Tt]rong (?:tổng )?số (?P<name>[^.;:()\d\n]{4,70}?)(?:,|:| có| thì)\s(?:[^.;()\d\n]{0,50}\s)?$"
)
_WORDS = re.compile(r"[^\W\d_]+")
_LEADS = frozenset(
    key(word)
    for word in (
        *("đã", "được", "tổng", "số", "các", "là", "có", "trong", "với", "của", "thì", "và", "này", "trên", "những"),
        *("đó", "nói", "nêu", "toàn", "cả", "qua", "xong"),
    )
)
_SENTENCE = re.compile(r"[.;:\n](?=\s|$)|,\s")
_LEAST_WORDS = 2


def check_rates_of_named(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage is not of the number that its words name: '87 xã đạt chuẩn; 24 xã đạt
    nâng cao, bằng 18,2% số xã đã đạt chuẩn', 'Trong số hồ sơ đã giải quyết có 3.369 hồ sơ đúng hạn, chiếm 98,74%'.

    Not flagged: names that fit two numbers or none; percentages that are neither a slip nor those of another whole.
    """
    for rate, part in tied_rates(report):
        told = Told(rate, part, terms_near(report, rate, part))
        named = _named(report.text, told)
        bases = [
            (one, of)
            for one, of in told.wholes
            if _is_named(report.text, told, named, one, of)
            and 2 * of >= amount(told.part)
            and not (one.start > told.rate.end and _INSIDE.search(report.text, told.rate.end, one.start))
        ]
        if len({of for _, of in bases}) != 1 or is_rate_of(told, bases[0][1]):
            continue
        of, value = bases[0][1], single(told.rate.value) or Decimal(0)
        above = amount(told.part) > of and value <= _ALL
        elsewhere = any(is_rate_of(told, other) for _, other in told.wholes if other != of)
        exactly = _is_total_of(report.text, told.rate, bases[0][0])
        if elsewhere or exactly or above or is_pen_slip(value, 100 * amount(told.part) / of, told.rate.decimals):
            yield rate_mismatch(told.rate, told.part, *bases[0])


def _is_named(text: str, told: Told, named: Sequence[frozenset[str]], one: Figure, of: Decimal) -> bool:
    """Whether the words name a number: those of its clause, or of a share those behind it, which tell its part:
    '1.420/1.580 hộ đăng ký'.
    """
    if isinstance(one.base_value, Share):
        behind_it = _SENTENCE.search(text, one.end, one.end + 90)
        said = _content(text[one.number_end : behind_it.start() if behind_it else one.end + 60])
        return of == one.base_value.part and any(words <= said for words in named)
    return any(words <= _said_of(text, one) for words in named) or _is_total_of(text, told.rate, one)


_INSIDE = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|cụ thể)(?!\w)")  # what follows is a part of the part


def _named(text: str, told: Told) -> list[frozenset[str]]:
    """The words that name the whole of a percentage, behind it and before its part; each of two words or more."""
    part = told.part
    found = (
        _NAMED_BEHIND.match(text, told.rate.end),
        _NAMED_BEFORE.search(text, max(part.start - 140, 0), part.number_start),
    )
    names = [_content(one["name"]) for one in found if one]
    return [name for name in names if len(name) >= _LEAST_WORDS]


_TOTAL_BEFORE = re.compile(r"(?<!\w)[Tt]ổng số (?P<name>[^.;:()\d\n]{4,90}?)(?::| là| hiện có| có)\s$")
_TOTAL_BEHIND = re.compile(
    r"\s*(?:so với |trên |trong |của )?tổng số (?P<name>[^.;:()\d\n]{4,90}?)"
    r"(?=[.;:(\n]|$|,? (?:đạt|chiếm|bằng|tăng|giảm|cao|thấp|vượt|trong đó|gồm|so với|và có|của|toàn)(?!\w))"
)


def _is_total_of(text: str, rate: Figure, whole: Figure) -> bool:
    """Whether a percentage is said to be of the very total that a number is told as: 'Tổng số cán bộ, giáo viên là 79
    người ... chiếm 58,2% tổng số cán bộ, giáo viên'.
    """
    total = _TOTAL_BEFORE.search(text, max(whole.start - 120, 0), whole.start)
    of = _TOTAL_BEHIND.match(text, rate.end)
    return bool(total and of and len(_content(of["name"])) > 1 and _content(total["name"]) == _content(of["name"]))


def _content(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in _WORDS.findall(words)) - _LEADS


def _said_of(text: str, one: Figure) -> frozenset[str]:
    """The words of the clause that a number stands in."""
    low = [found.end() for found in _SENTENCE.finditer(text, max(one.start - 120, 0), one.start)]
    high = _SENTENCE.search(text, one.end, one.end + 90)
    return _content(text[low[-1] if low else max(one.start - 120, 0) : high.start() if high else one.end + 60])
