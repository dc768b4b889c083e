"""Percentages of people that no number of them gives (tỷ lệ không thể có): 'Có 34 giáo viên đạt giải, tỷ lệ 54,6%' –
of 62 they are 54,84%, of 63 53,97%.

A case of ``ratio-mismatch``, whose page stands with the arithmetic. No whole need be told: people are counted by ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.numbers import is_hedged, shown, single
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.told import is_people, is_plain
from tongket.checking.rates.excused_rates import is_borne_out
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_SHARE_OF_IT = re.compile(
    r"[^.;:()\d\n]{0,110}?(?:,? (?:chiếm |đạt )?(?:tỷ|tỉ) lệ:?(?: là)? |, (?:chiếm|đạt) |\s?\((?:chiếm |đạt )?"
    r"(?:(?:tỷ|tỉ) lệ:? )?)"
)
_ENDS = re.compile(r"\s?(?:[.;)](?!\d)|\n|$)")
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:kế hoạch|chỉ tiêu|cùng kỳ|năm trước|tăng|giảm|vượt|phấn đấu|bình quân|mỗi|khoảng|gần|hơn|trên|lượt"
    r"|tuổi)(?!\w)"
)
_ALL = 100


def check_rates_of_no_whole(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where no whole number of people has the number before a percentage as that share of it.

    A last digit that was cut off instead of rounded is let pass. Not flagged: percentages without decimals; of plans,
    changes and other times; those that numbers near them make; recognised text.
    """
    if is_recognised(report):
        return
    figures = prose_of(report)
    for part, rate in pairwise(figures):
        if rate.unit != "%" or rate.change or rate.target or is_hedged(rate) or not _is_counted(part):
            continue
        tied = _SHARE_OF_IT.fullmatch(report.text, part.end, rate.start)
        if tied is None or _OF_OTHERS.search(tied[0]) or not _ENDS.match(report.text, rate.end):
            continue
        below = _whole_below(amount(part), single(rate.value))
        if below is None or is_borne_out(report, rate):
            continue
        facts = {"part": shown(amount(part)), "pct": shown(rate.value)}
        for name, whole in (("fewer", below), ("more", below + 1)):
            facts |= {name: shown(whole), f"{name}_pct": shown(round(_ALL * amount(part) / whole, 2), 2)}
        yield Finding("ratio-mismatch", "warning", Span(rate.start, rate.end), "no-whole", facts)


def _is_counted(part: Figure) -> bool:
    """Whether a figure counts people, by ones."""
    return is_people(part) and is_plain(part) and amount(part) > 1 and amount(part) == int(amount(part))


def _whole_below(part: Decimal, share: Decimal | None) -> Decimal | None:
    """The whole number below what ``part`` would be ``share`` per cent of; None where some number is that."""
    exponent = share.as_tuple().exponent if share else 0
    if not share or share >= _ALL or not isinstance(exponent, int) or exponent >= 0:
        return None
    last = Decimal(1).scaleb(exponent)
    least, most = _ALL * part / (share + last), _ALL * part / (share - last) if share > last else None
    below = least.to_integral_value(ROUND_FLOOR)
    return below if most is not None and below >= part and below < least and most < below + 1 else None


CHECKS = (check_rates_of_no_whole,)
