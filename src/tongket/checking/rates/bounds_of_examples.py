"""Those named as below or above a rate, each with its own (đạt dưới 50% như A 32%, B 45%; trên 80%: A 92%, B 85%).

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS

_RATE = r"\d{1,3}(?:[.,]\d{1,2})?"
_BOUND = re.compile(
    rf"(?<!\w)(?P<side>dưới|thấp hơn|chưa (?:đạt|đến)|không đạt|trên|cao hơn|hơn) (?P<limit>{_RATE})\s?%"
    r"(?P<said>[^.;:%\n]{0,60}?)(?P<opens>,? (?:như|gồm|bao gồm|cụ thể|điển hình|tiêu biểu)(?: là)?:? |: ?|\s\()"
)
_ITEM = re.compile(rf"(?P<name>[{CAPITALS}][^\d,;.:()%\n]{{1,40}}?):?\s\(?(?P<rate>{_RATE})\s?%\)?")
_JOINT = re.compile(r"\s?[,;]\s?(?:và )?|\svà\s")
_BELOW = frozenset(("dưới", "thấp hơn", "chưa đạt", "chưa đến", "không đạt"))
_OTHERS = re.compile(r"(?<!\w)(?:tăng|giảm|so với|cùng kỳ|năm trước|từ)(?!\w)")
_FEWEST = 3  # items of a list that shows what it names


@dataclass(frozen=True, slots=True)
class _Item:
    """One that is named, with its rate, and where both stand."""

    name: str
    rate: Decimal
    place: Span


def check_bounds_of_examples(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where one of those named as below or above a rate is on its other side: '14 tỉnh đạt
    dưới 50% kế hoạch, như Hà Nam 18%, Long An 36%, Hải Dương 93%'.

    Not flagged: fewer than three names; lists of which a third or more are on the other side; changes.
    """
    for bound in finds(_BOUND, report.text):
        limit = parse_number(bound["limit"])
        if limit is None or _OTHERS.search(bound["said"]):
            continue
        items = list(_items(report.text, bound.end()))
        below = bound["side"] in _BELOW
        wrong = [one for one in items if (one.rate > limit if below else one.rate < limit)]
        if len(items) < _FEWEST or not wrong or len(wrong) * _FEWEST > len(items):
            continue
        for one in wrong:
            facts = {"label": one.name, "amount": f"{report.text[one.place.start : one.place.end]}%"}
            facts["bound"] = f"{bound['side']} {bound['limit']}%"
            yield Finding("ratio-mismatch", "warning", one.place, "bound", facts, (Span(*bound.span("limit")),))


def _items(text: str, at: int) -> Iterator[_Item]:
    """The names with their rates that follow one another from a place on."""
    item = _ITEM.match(text, at)
    while item is not None:
        rate = parse_number(item["rate"])
        if rate is None or _OTHERS.search(item["name"]):
            return
        yield _Item(item["name"].strip(), Decimal(rate), Span(*item.span("rate")))
        joint = _JOINT.match(text, item.end())
        item = _ITEM.match(text, joint.end()) if joint else None


CHECKS = (check_bounds_of_examples,)
