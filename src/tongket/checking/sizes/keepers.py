"""Beasts of one household and blood of so many givers, beyond what they keep or give (số vật nuôi, số đơn vị máu).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes; the bounds are a table of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import islice

from tongket.checking.evidence.near_numbers import before, prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import line_start, sentence_start
from tongket.checking.evidence.told import is_people
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import given_bounds, keeper_bounds
from tongket.vietnamese.unicode import CAPITALS

_ONE_KEEPER = re.compile(
    rf"(?<!\w)(?:[Hh]ộ|[Gg]ia đình|[Nn]hà) (?:gia đình )?(?:ông|bà|anh|chị|em|đồng chí) [{CAPITALS}]"
)
_BACK = 200


def check_keepers(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more beasts than one household keeps, or a few: 'nuôi 25.000 con bò'.

    Not flagged: firms, farms and whole hamlets.
    """
    for one in prose_of(report):
        amount = single(one.value)
        if not one.base_unit.startswith("con") or amount is None or one.change or "/" in one.unit:
            continue
        low = sentence_start(report.text, one.start, _BACK)
        said = report.text[low : one.start]
        named = _beasts().search(one.base_unit) or _beasts().match(report.text, one.end)
        if named is None:
            earlier = list(_beasts().finditer(said))
            named = earlier[-1] if earlier and "đàn" in said.lower() else None
        homes = _homes(report, one, low, said)
        if (
            named is None
            or homes is None
            or re.search(r"(?i)doanh nghiệp|công ty|hợp tác xã|các hộ|thôn có|đàn của xã", said)
        ):
            continue
        bounds = keeper_bounds()[named["name"].lower()]
        if amount > bounds.most * homes:
            facts = {"amount": one.text, "thing": "hộ"}
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "each", facts)


def _homes(report: Report, one: Figure, low: int, said: str) -> Decimal | None:
    """How many households keep what a number counts; None where they are not told."""
    if _ONE_KEEPER.search(said):
        return Decimal(1)
    near = [
        it for it in before(report, one, 2, _BACK) if it.start >= low and it.base_unit == "hộ" and "/" not in it.unit
    ]
    return single(near[-1].value) if near else None


@cache
def _beasts() -> re.Pattern[str]:
    names = sorted(keeper_bounds(), key=len, reverse=True)
    return re.compile(rf"(?:^|(?<= )|\s)(?P<name>{'|'.join(names)})(?!\w)", re.IGNORECASE)


_OTHERS = re.compile(
    r"(?<!\w)(?:[Ll]ũy kế|giai đoạn|từ năm|nhiệm kỳ|đến nay|[Nn]goài ra|phối hợp|huyện|tỉnh|toàn (?:xã|trường)|phụ"
    r" huynh"
    r"|nhân dân|vận động)(?!\w)"
)
_LINE = 400


def check_givers(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more units of blood than so many people give: '52 đoàn viên tham gia hiến
    máu,
    thu được 315 đơn vị máu'.

    Not flagged: what many years, or others besides, have given.
    """
    for one in prose_of(report):
        bounds, amount = given_bounds().get(one.base_unit), single(one.value)
        if bounds is None or amount is None or one.change or "/" in one.unit:
            continue
        low = line_start(report.text, one.start, _LINE)
        givers = [it for it in before(report, one, 2, _LINE) if it.start >= low and is_people(it) and not it.change]
        if not givers and _OWN_STAFF.search(report.text, low, one.start):
            givers = _staff(report)
        elif givers and _OTHERS.search(report.text, givers[-1].end, one.start):
            continue
        if not givers:
            continue
        many = single(givers[-1].value)
        if many and amount > bounds.most * many and "lượt" not in givers[-1].unit:
            facts = {"amount": one.text, "things": givers[-1].text}
            related = (Span(givers[-1].start, givers[-1].end),)
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "much", facts, related)


_OWN_STAFF = re.compile(
    r"(?<!\w)(?:CBGVNV|cán bộ|giáo viên|nhân viên|đoàn viên công đoàn|công đoàn viên)(?!\w)[^.;\n]{0,60}$"
)
_ALL_STAFF = re.compile(r"[Tt]ổng số (?:cán bộ|CB|đoàn viên công đoàn|công đoàn viên)[^.;\n\d]{0,60}$")


def _staff(report: Report) -> list[Figure]:
    """The number of all who work at a school or an office: 'Tổng số cán bộ, giáo viên, nhân viên: 41 người'."""
    people = (one for one in prose_of(report) if is_people(one) and not one.change)
    found = (one for one in people if _ALL_STAFF.search(report.text, max(one.start - 80, 0), one.start))
    return list(islice(found, 1))


CHECKS = (check_keepers, check_givers)
