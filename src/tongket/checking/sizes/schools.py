"""Classes far too full or too empty, and boys for a hundred girls as nowhere (sĩ số lớp, tỷ số giới tính khi sinh).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. Charters of schools know up to forty-five
pupils a class and fifteen for the small classes of far villages; of a hundred girls born the country has some 112 boys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import shown, single
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_CLASSES = frozenset(("lớp", "nhóm lớp", "lớp học", "nhóm, lớp"))
_PUPILS = frozenset(("học sinh", "trẻ", "cháu", "em", "em học sinh", "trẻ em"))
_LINK = re.compile(r"\s?(?:,|với|có|gồm|/|\()\s?(?:với |có )?(?:tổng số |tổng cộng )?")
_FEWEST_CLASSES, _LEAST, _MOST = 4, 4, 70
_OPENED = re.compile(r"(?<!\w)(?:[Mm]ở|[Tt]ổ chức|[Pp]hối hợp mở)(?: được)?\s$")
_LEAD = 24  # letters before the classes
_ENDS = re.compile(r"\s?(?:[.,;)\n]|$)")  # else pupils of one kind: '52 học sinh dân tộc thiểu số'


def check_classes(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where classes and pupils told as one make no class: '18 lớp, 52 học sinh'.

    Not flagged: pupils of one kind; fewer than four classes; courses that were held.
    """
    for classes, pupils in pairwise(prose_of(report)):
        many, count = single(pupils.value), single(classes.value)
        if classes.base_unit not in _CLASSES or pupils.base_unit not in _PUPILS or not count or many is None:
            continue
        if count < _FEWEST_CLASSES or classes.change or pupils.change or _LEAST <= many / count <= _MOST:
            continue
        if _OPENED.search(report.text, max(classes.start - _LEAD, 0), classes.start):
            continue  # 'mở 24 lớp tập huấn với 4.512 học sinh'
        if _LINK.fullmatch(report.text, classes.end, pupils.start) and _ENDS.match(report.text, pupils.end):
            facts = {"people": pupils.text, "meetings": classes.text, "mean": shown(round(many / count, 1))}
            place, related = Span(classes.start, pupils.end), (Span(classes.start, classes.end),)
            yield Finding("implausible-magnitude", "warning", place, "attendance", facts, related)


_BOYS = re.compile(
    r"\d(?<![\d.,/-].)(?P<rest>[\d.,]{0,7}) ?(?:bé |trẻ (?:em )?|cháu )?(?:trai|nam)/100 ?(?:bé |trẻ |cháu )"
)
_LEAST_BOYS, _MOST_BOYS = 60, 200


def check_births(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for boys born for a hundred girls as in no unit: '11,3 bé trai/100 bé gái'."""
    for found in finds(_BOYS, report.text):
        number = f"{report.text[found.start()]}{found['rest']}"
        value = parse_number(number)
        if value is not None and not _LEAST_BOYS <= value <= _MOST_BOYS:
            facts = {"amount": number, "thing": "bé trai/100 bé gái"}
            yield Finding("implausible-magnitude", "warning", Span(*found.span()), "measure", facts)


CHECKS = (check_classes, check_births)
