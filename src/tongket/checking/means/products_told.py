"""Totals, counts and what each takes (tổng, số lượng, bình quân): one of the three does not follow from the others.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.gifts import worths_of_gifts
from tongket.checking.evidence.near_numbers import amount, is_pen_slip
from tongket.checking.evidence.numbers import half_last_digit, rounding, shown, single
from tongket.checking.evidence.same_matter import adds_another, is_of_then, keys_of
from tongket.checking.evidence.stops import sentence_start, sentences_between
from tongket.checking.evidence.told import (
    blocks_of,
    is_alike,
    is_near_miss,
    is_off_by_zeros,
    is_people,
    is_plain,
)
from tongket.checking.means.yields_told import is_yield
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_EACH = re.compile(
    r"(?<!\w)(?:[Mm]ỗi|[Tt]ừng|[Bb]ình quân(?: mỗi| một)?|[Tt]rung bình(?: mỗi| một)?|[Mm]ột) "
    r"(?P<thing>[^.;:()\d\n]{2,50})$"
)
_SLASH = re.compile(r"(?: [^\W\d_]+){1,3}/\s?(?P<thing>[^\W\d_]+(?: [^\W\d_]+){0,2})")  # '35 lượt khám/trạm y tế'
A_MEAN = re.compile(r"(?<!\w)(?:[Bb]ình quân|[Tt]rung bình|[Tt]ính ra)(?!\w)")
_ANY_COUNT = frozenset(("nơi", "đơn vị", "chiếc", "cái"))  # each of whatever is counted right before
_PLANNED = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|[Kk]ế hoạch|[Đđ]ịnh mức|[Tt]ối đa|[Tt]ối thiểu|[Tt]heo quy định|cao nhất|thấp nhất)(?!\w)"
)
_NEAR = 5  # numbers before what each takes
_FAR = 400  # letters


def check_products(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a total is not what each takes, times their number: '03 nhà, tổng kinh phí 2,85 tỷ
    đồng, mỗi nhà 850 triệu đồng'.

    Not flagged: yields, which ``yields_told`` holds against areas and harvests; hedged numbers, norms; where any total
    and number near it agree; sums told of more than these three.
    """
    text = report.text
    for block in blocks_of(report):
        figures = block.figures
        for index, each in enumerate(figures):
            if len(figures) < 3 or not is_plain(each) or is_yield(each) or each.target or not single(each.base_value):
                continue
            per = "" if each.start in worths_of_gifts(report) else per_of(text, figures, index)
            if per:
                yield from _check_each(text, figures, index, per)


def per_of(text: str, figures: Sequence[Figure], index: int) -> str:
    """The thing of which a number says how much each takes: behind its slash, or behind 'mỗi'; "" where none."""
    each = figures[index]
    low = max(each.start - 70, figures[index - 1].end if index else 0)
    if "/" in each.unit:
        said = each.unit.split("/", 1)[1]
        plain = not _PLANNED.search(text, low, each.start)
        near = figures[max(index - _NEAR, 0) : index]
        thing = _is_thing(said) or any(one.unit.startswith(f"{said} ") for one in near)  # '162 phần quà', 'đồng/phần'
        return said if "/" not in said and thing and plain else ""
    found = _EACH.search(text, low, each.start) or _SLASH.match(text, each.end)
    if found is None or _PLANNED.search(text, low, each.start):
        return ""
    words = [word.rstrip(",") for word in found["thing"].split()]
    matched = match_unit(words)
    return " ".join(words[: matched[1]]) if matched else words[0]


def _is_thing(said: str) -> bool:
    matched = match_unit(said.split())
    return said == "công" or (matched is not None and matched[0].kind not in ("duration", "rate"))


_SPENT_OF = re.compile(
    r",\s(?:qua đó |từ đó |từ nguồn (?:này|quỹ) )?đã (?:[^\W\d_]+ )?(?:hỗ trợ|chi|xây|sửa|tặng|trao|giúp|làm|mua)(?!\w)"
)  # 'vận động được 240 triệu đồng, đã hỗ trợ xây dựng 03 nhà (60 triệu đồng/nhà)': what was spent of what came in


def _check_each(text: str, figures: Sequence[Figure], index: int, per: str) -> Iterator[Finding]:
    each = figures[index]
    near = _around(text, figures, index)
    counts = [figures[at] for at in near if counts_things(figures[at], per, figures, index)]
    totals = [
        figures[at]
        for at in near
        if _is_of_unit(figures[at], each) and "/" not in figures[at].unit and not per_of(text, figures, at)
    ]
    if not counts or not totals:
        return
    priced = not A_MEAN.search(text, max(each.start - 70, figures[index - 1].end if index else 0), each.start)
    room = Decimal(0) if priced else _HUNDREDTH
    if any(_agree(total, each, count, room) for total in totals for count in counts if count is not total):
        return
    total = _nearest([one for one in totals if one is not counts[0]] or totals, each)
    likely = _of_its_order(counts, each, total)
    count = likely or _nearest(counts, each)
    first, last = min(count.start, total.start, each.start), max(count.end, total.end, each.end)
    apart = sentences_between(text, max(first, min(total.start, each.start)), last)
    apart = apart or (sentences_between(text, first, last) and not _is_summed(text, first, total))
    if (
        count is total
        or apart
        or any(sign in text[first:last] for sign in ";=")
        or is_of_then(text, each, (total, count))
        or (total.end <= count.start and _SPENT_OF.match(text, total.end))
    ):
        return
    if any(each.end <= figures[at].start < total.start and adds_another(text, each, figures[at]) for at in near):
        return
    true = amount(count) * amount(each)
    value, base = single(total.value) or Decimal(1), amount(total)
    if is_off_by_zeros(base, true):
        return  # as lost zeros tell
    alone = len(totals) == 1 and (len(counts) == 1 or likely is not None)
    meant = true * value / base  # in the unit of the total as it is printed
    slip = is_near_miss(value, meant, total.decimals) or (alone and is_pen_slip(value, meant, total.decimals))
    if (not slip or round(meant, total.decimals) != meant) and _agree(total, each, count, _HUNDREDTH):
        return
    if (alone and (_LEAST < true / base < _MOST or _is_round(total, each, count))) or slip:
        facts = {"part": total.text, "whole": count.text, "mean": each.text}
        scale = (single(each.value) or Decimal(1)) / amount(each)
        facts["true"] = f"{shown(round(base / amount(count) * scale, max(each.decimals, 2)))} {each.unit.split('/')[0]}"
        related = (Span(total.start, total.end), Span(count.start, count.end))
        yield Finding("ratio-mismatch", "error", Span(each.start, each.end), "mean", facts, related)


def _is_round(total: Figure, each: Figure, count: Figure) -> bool:
    """Whether the total is a round price times the number of things, or the price that is told times a number of which
    the one that is told is a slip of the pen.
    """
    said, number = amount(each), amount(count)
    if number < _TIMES:
        return False
    if len((amount(total) / number).normalize().as_tuple().digits) <= _ROUND_DIGITS:
        return True
    return amount(total) % said == 0 and is_pen_slip(number, amount(total) / said)


_ROUND_DIGITS = 2
_HUNDREDTH = Decimal("0.01")  # of a total, by which what is told as a mean may be off
_NEARLY = Decimal("0.6")  # of a total
_TIMES = 10  # what each gets is that much less than all of them


def _of_its_order(counts: Sequence[Figure], each: Figure, total: Figure) -> Figure | None:
    """The only one of several counts that may be meant: '4.500 kg cho 150 hộ, mỗi hộ 30 kg, trị giá 127,5 triệu đồng
    (35.000 đồng/kg)' is of all of them. Of counts that are near one another each may be a part with a price of its own.
    """
    most = max(map(amount, counts))
    if any(most < amount(one) * _TIMES for one in counts if amount(one) != most):
        return None
    likely = [one for one in counts if _NEARLY < amount(one) * amount(each) / amount(total) < 1 / _NEARLY]
    return likely[0] if len(likely) == 1 < len(counts) else None


_SUMMED = re.compile(r"(?<!\w)[Tt]ổng (?:kinh phí|số tiền|trị giá|giá trị|chi phí|mức)(?!\w)(?P<of>[^.;\d\n]{0,60})$")
_SUMMED_KNOWN = keys_of(
    "hỗ trợ thực hiện trao tặng mua sắm đầu tư chi hết là đạt được đã xây dựng các toàn bộ quà trên khoảng cho của"
)


def _is_summed(text: str, first: int, total: Figure) -> bool:
    """Whether a number is told as all that something cost: its count may stand in the sentence before, unless its words
    name another matter.
    """
    said = _SUMMED.search(text, max(total.start - 90, 0), total.start)
    if said is None:
        return False
    return keys_of(said["of"]) <= keys_of(text[sentence_start(text, first) : said.start()]) | _SUMMED_KNOWN


def _is_of_unit(total: Figure, each: Figure) -> bool:
    """Whether a number counts what each takes so much of; people go by many names."""
    if "/" in each.unit:
        counted = total.base_unit.removeprefix("lượt ")  # '5.208 lượt học viên', '84 học viên/lớp'
        return counted == each.base_unit or (is_people(total) and is_people(each))
    return total.base_unit == each.base_unit or (
        is_alike(total, each) and not is_people(each)
    )  # 'tờ rơi', 'mỗi xã 600 tờ'


_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")  # of the total, beyond which it is one of other things


def _around(text: str, figures: Sequence[Figure], index: int) -> list[int]:
    """The plain numbers of the sentence that stand near a place, and the two right behind it."""
    found = []
    for at in range(max(index - _NEAR, 0), min(index + 3, len(figures))):
        one = figures[at]
        low, high = min(one.end, figures[index].end), max(one.start, figures[index].start)
        if at == index or not is_plain(one) or one.target or not amount(one) or high - low > _FAR:
            continue
        if "\n" not in text[low:high] and sentences_between(text, low, high) <= 1:
            found.append(at)
    return found


_CLASSIFIER = re.compile(r"(?:ngôi|căn|chiếc|cái|cây|tấm|cuốn)\s")


def counts_things(one: Figure, per: str, figures: Sequence[Figure], index: int) -> bool:
    """Whether a number counts the things of which each takes so much."""
    matched = match_unit(per.split())
    base = matched[0].base if matched else per
    if "/" in one.unit or one.base_unit == figures[index].base_unit:
        return False
    if _CLASSIFIER.sub("", one.unit) == _CLASSIFIER.sub("", per):
        return True  # '42 ngôi nhà', '35 triệu đồng/nhà'
    if one.base_unit == base or one.unit.startswith(f"{per} ") or one.base_unit.startswith(f"{base} "):
        return True
    if one.unit == f"ngày {per}":
        return True  # '300.000 đồng/công'
    if matched is not None and matched[0].kind == "person" and is_people(one):
        return True
    return per in _ANY_COUNT and index > 0 and one is figures[index - 1]


def _agree(total: Figure, each: Figure, count: Figure, room_of_all: Decimal) -> bool:
    """Whether the three follow, each within its rounding, and the total within so much of it."""
    whole, mean, number = amount(total), amount(each), amount(count)
    room = number * (rounding(each.value, each.base_value) or _half(each)) + rounding(total.value, total.base_value)
    return abs(whole - mean * number) <= room + whole * room_of_all


def _half(each: Figure) -> Decimal:
    """Half the last digit of a mean, in its base unit."""
    value, base = single(each.value), single(each.base_value)
    return half_last_digit(each.decimals) * base / value if value and base and each.decimals else Decimal(0)


def _nearest(held: Sequence[Figure], each: Figure) -> Figure:
    return min(held, key=lambda one: abs(one.start - each.start))
