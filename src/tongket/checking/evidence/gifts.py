"""What a sentence says was given, and what all of it came to (các phần quà, hỗ trợ và tổng trị giá): 'tặng 20 suất học
bổng, mỗi suất 500.000 đồng và 10 xe đạp, mỗi xe 2.000.000 đồng; tổng trị giá 30.000.000 đồng', '15 nhà (mỗi nhà 60
triệu đồng), 10 nhà (mỗi nhà 30 triệu đồng), tổng kinh phí 1,2 tỷ đồng'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import amount, before, ends_between, prose_of
from tongket.checking.evidence.numbers import is_hedged, rounding, shown_as
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.reports import Report

_TOTAL = re.compile(
    r"(?<!\w)[Tt]ổng (?:chi|trị giá|giá trị|số tiền|kinh phí|cộng)(?: (?:các )?(?:phần quà|hỗ trợ|trị giá|là))*\s$"
)
_EACH = re.compile(r"(?<!\w)mỗi (?P<thing>[^\W\d_]+)(?: [^\W\d_]+){0,3}\s$")
_GIVEN = re.compile(r"(?<!\w)(?:số tiền|trị giá|kinh phí|tiền mặt|hỗ trợ|tặng|trao)(?: là| hỗ trợ| được| trị giá)*\s$")
_NEAR, _FAR, _FEWEST = 9, 420, 2


@dataclass(frozen=True, slots=True)
class Gift:
    """What one kind of gift comes to, how far that may be rounded, how it is shown, and its numbers: how many and what
    each is worth, or all.
    """

    amount: Decimal
    room: Decimal
    shown: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Gifts:
    """Two gifts or more, the total behind them, and the other money of their sentence."""

    total: Figure
    given: tuple[Gift, ...]
    others: tuple[Figure, ...]


@of_last_report
def gifts_of(report: Report) -> tuple[Gifts, ...]:
    """The sentences that tell several gifts, one of them at least by number and worth, and a total behind them."""
    return tuple(_read(report))


@of_last_report
def worths_of_gifts(report: Report) -> frozenset[int]:
    """Where what each of several gifts is worth stands, of which the total behind is not the sum alone."""
    return frozenset(one.start for found in gifts_of(report) for gift in found.given for one in gift.figures[1:])


def _read(report: Report) -> Iterator[Gifts]:
    text = report.text
    for total in prose_of(report):
        if total.base_unit != "đồng" or not is_plain(total) or is_hedged(total):
            continue
        if not _TOTAL.search(text, max(total.start - 60, 0), total.number_start):
            continue
        near = [one for one in before(report, total, _NEAR, _FAR) if not ends_between(report, one.end, total.start)]
        ended = [at for at, one in enumerate(near, 1) if _TOTAL.search(text, max(one.start - 60, 0), one.number_start)]
        near = near[ended[-1] :] if ended else near  # of what was given before, another total is told
        given = _given(text, near)
        if len(given) < _FEWEST or not any(len(one.figures) > 1 for one in given[-_FEWEST:]):
            continue
        if any(one.base_unit != "đồng" for one in near if one.start > given[-1].figures[-1].start):
            continue  # '... và 5 chuồng trại, tổng kinh phí': what those took is not told
        used = {figure.start for gift in given for figure in gift.figures}
        others = tuple(one for one in near if one.base_unit == "đồng" and one.start not in used)
        yield Gifts(total, tuple(given), others)


def _given(text: str, near: Sequence[Figure]) -> list[Gift]:
    """The gifts of a sentence, in order: so many for so much each, or a sum of money."""
    found: list[Gift] = []
    for index, one in enumerate(near):
        if not one.base_unit.startswith("đồng") or not is_plain(one):
            continue
        lead = text[max(one.start - 50, 0) : one.number_start]
        is_each = _EACH.search(lead) is not None or one.unit.startswith(("đồng/", "nghìn đồng/", "triệu đồng/"))
        count = near[index - 1] if index else None
        if is_each and count is not None and is_plain(count) and not count.base_unit.startswith("đồng"):
            made, room = (amount(count) * each for each in (amount(one), rounding(one.value, one.base_value)))
            found.append(Gift(made, room, f"{count.text} x {one.text}", (count, one)))
        elif not is_each and _GIVEN.search(lead):
            room = rounding(one.value, one.base_value)
            found.append(Gift(amount(one), room, shown_as(amount(one), one), (one,)))
    return found
