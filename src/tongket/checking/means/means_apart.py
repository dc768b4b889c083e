"""Means and products whose terms stand in sentences of their own (bình quân, tổng trị giá nêu ở câu sau).

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, before, behind, ends_between, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import half_last_digit, rounding, shown, single
from tongket.checking.evidence.same_matter import keys_of, lead_of, names_new, told_before
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_alike, is_off_by_zeros, is_people, is_plain
from tongket.checking.means.means_near import Pair, mean_finding, thing_of_mean
from tongket.checking.means.products_told import A_MEAN
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_KNOWN = keys_of(
    "bình quân trung bình tính ra mỗi một từng mức suất năng suất sĩ chi tiêu quy mô giá trị đầu tư tỷ lệ chung"
    " nuôi vay nhận tham gia khám hỗ trợ trồng ủng hộ đóng góp học tiếp sinh hoạt quản lý phục vụ sử dụng sở hữu"
    " tính chia đều cộng lại đến dự tham dự có mặt tới theo học phát biểu thu hút đón phụ trách chịu trách nhiệm"
)
_OF_A_PART = re.compile(
    r"(?<!\w)(?:[Tt]rong đó|[Tt]rong số|[Rr]iêng|thêm|(?:[Tt]rồng|[Xx]ây|[Ll]àm) mới|bổ sung|còn lại|chưa|không"
    r"|[Tt]rước|[Cc]ùng kỳ|chủ yếu|nhất là|ít nhất|tối đa|tối thiểu|cao nhất|thấp nhất|vượt)(?!\w)"
)
_ENDS = 2  # sentences that may end between a mean and its terms
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")  # of a mean, beyond which it is one of other things
_LEAST_WHOLE = 3  # a mean without decimals from which a whole unit may be cut off


def check_means_apart(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a mean is not that of the only total and the only count told before it, and its
    clause names nothing that they do not: 'Huyện có 58 trường với 1.276 phòng học. Trung bình mỗi trường có 28 phòng'.

    Allowed: a unit of the last printed digit. Not flagged: means of another group, time or place; norms and hedges.
    """
    for mean in prose_of(report):
        if not is_plain(mean) or mean.target or not amount(mean):
            continue
        low, high = lead_of(report, mean)
        if not A_MEAN.search(report.text, low, high) or _OF_A_PART.search(report.text, low, high):
            continue
        per = thing_of_mean(report.text, mean) or _occasion_of(report.text, mean)
        pair = _terms(report, mean, per) if per else None
        if pair is None:
            continue
        first = sentence_start(report.text, min(pair.total.start, pair.count.start))
        if not _follows(mean, pair) and not names_new(report, mean, first, _KNOWN) and not _goes_on(report, mean, pair):
            yield mean_finding(mean, pair)


def _goes_on(report: Report, mean: Figure, pair: Pair) -> bool:
    """Whether the total of the count is told behind the mean: 'gieo cấy 15.150,5 ha, năng suất bình quân 55,92 tạ/ha,
    sản lượng 84.718,4 tấn', below the yield of all grains.
    """
    totals = (one for one in behind(report, mean, 4, _FAR) if _is_total(one, mean) and amount(one))
    return any(_is_mean_of(mean, replace(pair, total=one)) for one in totals)


_OCCASION = re.compile(r"(?:[Mm]ỗi|[Mm]ột)\s(?P<thing>buổi|ngày|đêm)(?!\w)[^.;:(),\d\n]{0,30}$")


def _occasion_of(text: str, mean: Figure) -> str:
    """The occasion that a mean is taken of, which is counted like a thing: 'lượt người/buổi', 'mỗi buổi'."""
    if "/" in mean.unit:
        per = mean.unit.split("/")[1]
        return per if per in ("buổi", "ngày", "đêm") else ""
    found = _OCCASION.search(text, max(mean.start - 60, 0), mean.number_start)
    return found["thing"] if found else ""


def _terms(report: Report, mean: Figure, per: str) -> Pair | None:
    """The only total and the only count of what a mean is taken of, in the fewest sentences before it that hold both;
    None where there are several.
    """
    if mean.unit.count("/") > 1:
        return None
    for ends in range(_ENDS + 1):
        near = [one for one in told_before(report, mean, ends) if "/" not in one.unit and amount(one)]
        counts = [one for one in near if _counts(one, per)]
        totals = [one for one in near if one not in counts and _is_total(one, mean)]
        if counts and totals:
            break
    if len({amount(one) for one in totals}) != 1 or len({amount(one) for one in counts}) != 1:
        return None
    total, count = totals[-1], counts[-1]
    if _HAS.search(report.text, *lead_of(report, mean)) and not _is_had(report, total, count):
        return None
    parts = any(one.target or _OF_A_PART.search(report.text, *lead_of(report, one)) for one in (total, count))
    return None if parts or amount(count) <= 1 else Pair(total, count)


_HAS = re.compile(r"(?<!\w)có(?:\s[^\W\d_]+)?\s$")
_HAD = re.compile(r"(?:(?<!\w)(?:có|với|gồm|là|số|của|và|được|dự|cộng)|[,:(/])\s?$", re.IGNORECASE)


def _is_had(report: Report, total: Figure, count: Figure) -> bool:
    """Whether a total says how many there are, and not of how many something was done in another sentence: 'cấp thẻ cho
    7.200 người' are not all whom the families have.
    """
    low, high = lead_of(report, total)
    together = not ends_between(report, min(total.end, count.end), max(total.start, count.start))
    return together or _HAD.search(report.text, low, high) is not None


def _counts(one: Figure, per: str) -> bool:
    return one.unit == per or f"{one.base_unit} ".startswith(f"{per} ")


def _is_total(one: Figure, mean: Figure) -> bool:
    """Whether a number counts what a mean gives of each."""
    if one.base_unit in (mean.base_unit, f"lượt {mean.base_unit}") or (is_people(one) and is_people(mean)):
        return True
    return one.base_unit.partition(" ")[0] == mean.base_unit.partition(" ")[0] and is_alike(one, mean)


def _follows(mean: Figure, pair: Pair) -> bool:
    """Whether a mean is that of its terms, or so far from it that it is of other things."""
    if _is_mean_of(mean, pair):
        return True
    stated, base = single(mean.value) or Decimal(0), amount(mean)
    true = pair.whole / amount(pair.count) * stated / base
    near = _LEAST <= stated / true <= _MOST or is_pen_slip(stated, true, mean.decimals)
    return not near and not is_off_by_zeros(stated, true)


def _is_mean_of(mean: Figure, pair: Pair) -> bool:
    stated, base = single(mean.value) or Decimal(0), amount(mean)
    true = pair.whole / amount(pair.count) * stated / base
    room = half_last_digit(mean.decimals) * (2 if mean.decimals or stated >= _LEAST_WHOLE else 1)
    room += rounding(pair.total.value, pair.total.base_value) / amount(pair.count) * stated / base
    return abs(true - stated) <= room + true / 100


_SUMMED = re.compile(
    r"\s?[Tt]ổng (?:kinh phí|số tiền|trị giá|giá trị|chi phí)(?:\s[^\W\d_]+){0,3}\s$|\s?[Tt]hành tiền(?: là)?:?\s$"
)
_EACH = re.compile(r"(?<!\w)(?:[Mm]ỗi|[Mm]ột)\s[^.;:()\d\n]{2,40}$|(?<!\w)(?:[Gg]iá|[Đđ]ơn giá)(?:\s[^\W\d_]+){0,3}\s$")
_SUMMED_KNOWN = keys_of("kinh phí số tiền trị giá giá trị chi phí thành tiền hỗ trợ hết trao tặng toàn bộ quà")


def check_products_apart(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where what something cost in all is not its number times what each cost, which stand
    right before it: 'Trao 215 suất học bổng, mỗi suất 500.000 đồng. Tổng trị giá 127,5 triệu đồng'.

    Not flagged: sums of more than one thing; where another number stands between.
    """
    for total in prose_of(report):
        if total.base_unit != "đồng" or not is_plain(total) or "/" in total.unit or total.target:
            continue
        if not _SUMMED.search(report.text, *lead_of(report, total)):
            continue
        last = before(report, total, 3, _FAR)
        if len(last) < len(("count", "price")):
            continue
        count, price = last[-2:]
        alone = len(last) < 3 or last[0].end < sentence_start(report.text, count.start)
        if (
            alone
            and _are_count_and_price(report, total, count, price)
            and not _is_product(report.text, total, count, price)
        ):
            first = sentence_start(report.text, count.start)
            if not names_new(report, total, first, _SUMMED_KNOWN):
                yield _finding(total, count, price)


_FAR = 300  # letters before a total in which its count and price stand


def _are_count_and_price(report: Report, total: Figure, count: Figure, price: Figure) -> bool:
    if price.base_unit != "đồng" or not all(map(is_plain, (count, price))) or count.base_unit in ("đồng", "", "%"):
        return False
    if (
        "/" in count.unit
        or count.target
        or price.target
        or [count, price] != list(told_before(report, total, _ENDS))[-2:]
    ):
        return False
    per = thing_of_mean(report.text, price)
    if per:
        return _counts(count, per)
    return _EACH.search(report.text, *lead_of(report, price)) is not None


_WITH_MORE = re.compile(  # 'mỗi suất gồm 500.000 đồng tiền mặt và hiện vật': another thing without a number
    r"(?: tiền mặt)?,? (?:và|cùng|kèm)(?: theo)? (?:hiện vật|quà|túi|thùng|nhu yếu phẩm|sách|vở|áo|gạo|sữa|bánh)(?!\w)"
)


def _is_product(text: str, total: Figure, count: Figure, price: Figure) -> bool:
    """Whether a total is a product, or so far from it that it is of other things."""
    true, stated = amount(count) * amount(price), amount(total)
    if stated > true and _WITH_MORE.match(text, price.end):
        return True
    room = rounding(total.value, total.base_value) + amount(count) * rounding(price.value, price.base_value)
    return abs(true - stated) <= room + stated / 100 or not _LEAST <= stated / true <= _MOST


def _finding(total: Figure, count: Figure, price: Figure) -> Finding:
    stated = single(price.value) or Decimal(1)
    true = amount(total) / amount(count) * stated / amount(price)
    facts = {"part": total.text, "whole": count.text, "mean": price.text}
    facts["true"] = f"{shown(round(true, max(price.decimals, 2)))} {price.unit.split('/')[0]}"
    related: Sequence[Span] = tuple(Span(one.start, one.end) for one in (count, price))
    return Finding("ratio-mismatch", "error", Span(total.start, total.end), "mean", facts, tuple(related))
