"""One matter told at two places in words that are not all the same, with two numbers of which one is the other but for
a slip of the pen (một nội dung, hai cách nói, hai số): 'mở 12 lớp tập huấn cho cán bộ', then 'Nổi bật là đã tổ chức 21
lớp tập huấn'; 'đã tự nguyện hiến 4.250 m2 đất', and a row 'Diện tích đất nhân dân hiến' with 4.520.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tongket.checking.evidence.matters import Matter, Statement
from tongket.checking.evidence.near_numbers import digits_of, is_pen_slip, swapped
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.same_matter import keys_of
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.whose import are_of_two_labels, doers
from tongket.checking.evidence.words_of_matters import PEOPLE, plain, weight_of
from tongket.model.places import Span
from tongket.model.reports import Report

_RAREST = 3  # words of a statement by which others are looked for
_SOME, _MOSTLY = 0.5, 0.7  # shares of words at which another may be meant, and is
_MOST_ALIKE = 12  # numbers with one word, of which more are a list


class _Word(NamedTuple):
    """The statements of one unit that say one word, of how many numbers they are, and how much the word tells: the
    more the fewer others have it.
    """

    holding: Sequence[Statement]
    numbers: int
    weight: float


_Words = Mapping[str, Mapping[str, _Word]]  # by unit and word


def _words_of(told: Sequence[Statement]) -> _Words:
    holding: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        unit, words = one.matter
        for word in words:
            holding[unit][word].append(one)
    return {unit: {word: _word(word, several) for word, several in words.items()} for unit, words in holding.items()}


def _word(word: str, holding: Sequence[Statement]) -> _Word:
    numbers = len({one.figure.start for one in holding})
    return _Word(holding, numbers, weight_of(word) / max(numbers - 1, 1))


def denied_in_other_words(report: Report, told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Where a number that stands nowhere else is told mostly in the words of one other place: one of the two in the
    introduction, an assessment or a table.
    """
    known, weights = _words_of(told), dict[Matter, float]()
    amounts = Counter((one.base_unit, single(one.base_value)) for one in report.figures)
    summing = _summing_up(report)
    for one in told:
        if one.cell is not None or amounts[one.figure.base_unit, one.amount] != 1:
            continue
        other = _only_one_alike(known, weights, one)
        if other is None:
            continue
        sums_up = other.cell is not None or summing.touch(one.place) or summing.touch(other.place)
        if not (sums_up or _is_hardly_by_chance(one, other)) or not _may_be_told_again(report.text, one, other):
            continue
        if other.cell is not None or summing.touch(one.place):
            yield one, other
        elif amounts[other.figure.base_unit, other.amount] == 1:
            yield (other, one) if summing.touch(other.place) or other.place > one.place else (one, other)


def _only_one_alike(known: _Words, weights: dict[Matter, float], one: Statement) -> Statement | None:
    """The statement that says mostly what another does, where those that say some of it all tell its number."""
    unit, words = one.matter
    of_unit = known.get(unit, {})
    shared = sorted((of_unit[word].numbers, word) for word in words if 1 < of_unit[word].numbers <= _MOST_ALIKE)
    best: dict[int, tuple[float, Statement]] = {}
    for _, word in shared[:_RAREST]:
        for other in of_unit[word].holding:
            if other.figure.start != one.figure.start:
                share = _shared(of_unit, weights, one.matter, other.matter)
                if share > best.get(other.figure.start, (0.0, other))[0]:
                    best[other.figure.start] = share, other
    some = [(share, other) for share, other in best.values() if share >= _SOME]
    if len({other.amount for _, other in some}) != 1:
        return None
    share, other = max(some, key=lambda it: (it[0], it[1].cell is not None))
    return other if share >= _MOSTLY else None


def _shared(known: Mapping[str, _Word], weights: dict[Matter, float], one: Matter, other: Matter) -> float:
    """How much of what the shorter of two statements of one unit says the other says, too."""
    least = min(_weight(known, weights, one), _weight(known, weights, other))
    return sum(known[word].weight for word in one[1] & other[1]) / least if least else 0.0


def _weight(known: Mapping[str, _Word], weights: dict[Matter, float], one: Matter) -> float:
    if one not in weights:
        weights[one] = sum(known[word].weight for word in one[1])
    return weights[one]


def _may_be_told_again(text: str, one: Statement, fuller: Statement) -> bool:
    """Whether a number may be that of another place but for a slip: the more likely the slip, the more words may
    differ, but none that name a part or the other way.
    """
    first, last = sorted((one.place, fuller.place))
    if not _count_alike(one, fuller) or "\n" not in text[first.end : last.start]:
        return False
    if fuller.cell is None:
        if are_of_two_labels(text, one.place.start, fuller.place.start):
            return False
        named = [{who for who in doers(text, it.figure.start) if not who.startswith(_OF_ALL)} for it in (one, fuller)]
        if named[0] != named[1]:
            return False
    decimals = max(one.figure.decimals, fuller.figure.decimals)
    if not is_pen_slip(one.amount, fuller.amount, decimals):
        return False
    mine, its = one.matter[1], fuller.matter[1]
    if (mine ^ its) & _PARTING:
        return False
    digits = max(digits_of(one.amount), digits_of(fuller.amount))
    if (one.behind - its) | (fuller.behind - mine):
        return _is_hardly_by_chance(one, fuller)
    if not (one.firm or fuller.firm):  # 'tiếp nhận 21 vụ để hòa giải', 'hòa giải thành 11 vụ'
        return digits >= _MANY and (mine <= its or its <= mine)
    return mine <= its or its <= mine or digits >= _MANY


def _is_hardly_by_chance(one: Statement, other: Statement) -> bool:
    """Whether two numbers, one but for a slip of the pen the other, are so long that chance hardly makes them so."""
    digits = max(digits_of(one.amount), digits_of(other.amount))
    turned = swapped(one.amount, other.amount, max(one.figure.decimals, other.figure.decimals))
    return digits >= _LONG or (digits >= _MANY and turned)


def _count_alike(one: Statement, other: Statement) -> bool:
    """Whether two numbers are of one unit, or of people, or the noun of each stands in what the other tells, too."""
    units = one.figure.base_unit, other.figure.base_unit
    if one.matter[0] or units[0] == units[1]:
        return units[0] == units[1] or one.figure.unit == "%"
    nouns = [keys_of(plain(unit)) for unit in units]
    return nouns[0] - PEOPLE <= other.matter[1] and nouns[1] - PEOPLE <= one.matter[1]


_OF_ALL = ("trạm y tế", "công an", "quân sự", "mặt trận", "diện tích")  # which a report names or not
_MANY, _LONG = 3, 4  # digits of numbers that are hardly slips of each other by chance
_PARTING = keys_of("cận tái ngoài thoát chưa không thu chi hồi nhập xuất tăng giảm nam nữ")
"""Words that make others of what the same words name without them."""


def _summing_up(report: Report) -> Spans:
    """Where a report sums up what its other places tell: before its first part, and below its assessments."""
    parts = sorted(report.walk_sections(), key=attrgetter("start"))
    numbered = [part for part in parts if part.number is not None and part.title is not None]
    spans = [Span(part.start, part.end) for part in numbered if _ASSESSES.match(part.title or "")]
    if numbered:
        spans.append(Span(0, numbered[0].start))
    return Spans(spans)


_ASSESSES = re.compile(
    r"(?:kết quả )?(?:đánh giá|nhận xét|ưu điểm|kết luận|tóm lại|những mặt (?:đạt được|được)|(?:những )?kết quả nổi bật"
    r"|nhìn chung|tóm tắt|thuận lợi|hạn chế|tồn tại|mặt mạnh|kết quả đạt được)",
    re.IGNORECASE,
)
