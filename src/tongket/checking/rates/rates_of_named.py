"""Percentages whose words name their whole (tỷ lệ nêu tên tổng của nó): 'bằng 18,2% số xã đã đạt chuẩn'.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, counts_alike, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.told import is_plain
from tongket.checking.rates.tied_rates import ALL, Told, is_rate_of, terms_near, tied_rates
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

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
        above = amount(told.part) > of and value <= ALL
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


_PLAN = r"(?:kế hoạch|KH|dự toán|DT|chỉ tiêu|mục tiêu|nghị quyết)"
_ATTAINS = re.compile(r"[^.;()\d\n]{0,40}, (?:đã |ước )?(?:đạt|bằng)(?: khoảng)? ")
_OF_ONE_PLAN = re.compile(
    rf" ?(?:so (?:với )?|của )?(?P<of>{_PLAN}[^.;()\d\n]{{1,50}}?)(?:,| và|;)(?: (?:đạt|bằng))? ", re.IGNORECASE
)
_OF_OTHER_PLAN = re.compile(
    rf" ?(?:so (?:với )?|của )?(?P<of>{_PLAN}[^.;,()\d\n]{{1,50}}?) ?\((?P<one>[^.;()\d\n]{{3,50}}) ", re.IGNORECASE
)
_BESIDE = re.compile(r"(?:[;,]| và) (?P<other>[^.;()\d\n]{3,50}) ")


def check_rates_of_two_plans(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a rate is not of the plan that brackets behind tell under the same words: 'thu
    98,7 tỷ đồng, đạt 57,4% dự toán tỉnh giao và 53,1% dự toán HĐND giao (tỉnh giao 172 tỷ, HĐND giao 186 tỷ)'.

    Not flagged: plans whose words fit both rates, or neither.
    """
    text, figures = report.text, prose_of(report)
    for part, *rates, one, other in zip(*(figures[at:] for at in range(5)), strict=False):
        if {rate.unit for rate in rates} != {"%"} or rates[0].change or rates[1].change or not is_plain(part):
            continue
        if not text.startswith(")", other.end) or not (counts_alike(one, part) and counts_alike(other, part)):
            continue
        said = (
            _ATTAINS.fullmatch(text, part.end, rates[0].start),
            _OF_ONE_PLAN.fullmatch(text, rates[0].end, rates[1].start),
            _OF_OTHER_PLAN.fullmatch(text, rates[1].end, one.number_start),
            _BESIDE.fullmatch(text, one.end, other.number_start),
        )
        _, first, second, beside = said
        if first is None or second is None or beside is None or said[0] is None:
            continue
        yield from _of_plans(part, rates, (one, other), (first["of"], second["of"], second["one"], beside["other"]))


def _of_plans(
    part: Figure, rates: Sequence[Figure], plans: Sequence[Figure], words: tuple[str, str, str, str]
) -> Iterator[Finding]:
    """The rates that are not of the plan that alone shares words with them which the other rate has not."""
    of = [_content(one) for one in words]
    own = (of[0] - of[1], of[1] - of[0])
    fits = [[bool(own[at] & (of[2 + to] - of[3 - to])) for to in range(2)] for at in range(2)]
    if fits == [[False, True], [True, False]]:
        plans = plans[::-1]
    elif fits != [[True, False], [False, True]]:
        return
    for rate, plan in zip(rates, plans, strict=True):
        if amount(plan) > 0 and not is_rate_of(Told(rate, part, ()), amount(plan)):
            yield rate_mismatch(rate, part, plan, amount(plan))


CHECKS = (check_rates_of_named, check_rates_of_two_plans)
