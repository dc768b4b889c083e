"""Beasts of one household, beyond what it keeps (số vật nuôi của một hộ).

A case of ``implausible-magnitude``, whose page stands with the magnitudes; the bounds are a table of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tongket.checking.evidence.near_numbers import before, prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import sentence_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import keeper_bounds
from tongket.vietnamese.unicode import CAPITALS

_ONE_KEEPER = re.compile(
    rf"(?<!\w)(?:[Hh]ộ|[Gg]ia đình|[Nn]hà) (?:gia đình )?(?:ông|bà|anh|chị|em|đồng chí) [{CAPITALS}]"
)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:doanh nghiệp|công ty|hợp tác xã|trang trại|các hộ|tổng đàn|đàn của|(?:thôn|xã|huyện|tỉnh) có"
    r"|toàn (?:thôn|xã|huyện|tỉnh))(?!\w)",
    re.IGNORECASE,
)
_KEEP = re.compile(r"[^.;:,\d\n]{0,40}(?<!\w)nuôi(?!\w)[^.;:,\d\n]{0,30}")
_BACK = 200


def check_keepers(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more beasts than one household keeps, or a few: 'nuôi 25.000 con bò'.

    Not flagged: firms, farms, flocks of whole hamlets and communes.
    """
    for one in prose_of(report):
        amount = single(one.value)
        if not one.base_unit.startswith("con") or amount is None or one.change or "/" in one.unit:
            continue
        named = _beasts().search(one.base_unit) or _beasts().match(report.text, one.end)
        said = report.text[sentence_start(report.text, one.start, _BACK) : one.start]
        if named is None or _OF_OTHERS.search(said):
            continue
        homes = Decimal(1) if _ONE_KEEPER.search(said) else _homes(report, one)
        if homes is not None and amount > keeper_bounds()[named["name"].lower()].most * homes:
            facts = {"amount": one.text, "thing": "hộ"}
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "each", facts)


def _homes(report: Report, one: Figure) -> Decimal | None:
    """How many households are said to keep what a number counts: '12 hộ nuôi'; None where they are not told."""
    last = next(iter(before(report, one, 1, _BACK)), None)
    if last is None or last.base_unit != "hộ" or not _KEEP.fullmatch(report.text, last.end, one.start):
        return None
    return single(last.value)


@cache
def _beasts() -> re.Pattern[str]:
    names = sorted(keeper_bounds(), key=len, reverse=True)
    return re.compile(rf"(?:^|(?<= )|\s)(?P<name>{'|'.join(names)})(?!\w)", re.IGNORECASE)


CHECKS = (check_keepers,)
