"""Stretches of roads and dikes between two chainages against the length that is told of them (lý trình, chiều dài).

A case of ``implausible-magnitude``, whose page stands with the magnitudes. A chainage 'Km22+410' lies 410 m behind the
22nd kilometre: from it to 'Km22+425' are 15 m.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.numbers import shown
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_MARK = r"[Kk](?:[Mm])? ?(?P<{0}km>\d{{1,4}}) ?\+ ?(?P<{0}m>\d{{1,3}})(?![\d.,]\d)"
_FROM_TO = _MARK.format("from_") + r"(?:\)?\s?(?:-|–|÷|~|→|đến|tới)\s?)" + _MARK.format("to_")
_ALONE = re.compile(_FROM_TO)
_STRETCH = re.compile(
    _FROM_TO
    + r"(?P<between>[^.;\d\n+]{0,60}?)(?<!\w)[Dd]ài(?: là| khoảng)?:? ?(?P<length>\d[\d.,]*\d|\d) ?(?P<unit>km|m)(?!\w)"
)
_OTHERS = re.compile(r"tổng|khoảng|trên|gần|hơn|còn|mỗi|đã", re.IGNORECASE)
_ROOM = Decimal("0.05")  # of a length, which follows the ground


def check_chainages(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where a stretch between two chainages is said to be of another length: 'K22+410 -
    K20+425 dài 15 m'.

    Not flagged: lengths that are hedged, of several stretches or of a part; a twentieth more or less.
    """
    if "+" not in report.text:
        return
    for found in _STRETCH.finditer(report.text):
        stated = parse_number(found["length"])
        if stated is None or _OTHERS.search(found["between"]) or "khoảng" in found[0]:
            continue
        metres = _metres(found, "to_") - _metres(found, "from_")
        said = stated * (1000 if found["unit"] == "km" else 1)
        if abs(abs(metres) - said) > max(_ROOM * said, Decimal(100 if found["unit"] == "km" else 1)):
            printed = " ".join(found[0].split())
            facts = {"printed": printed, "true": f"{shown(Decimal(abs(metres)))} m"}
            yield Finding("implausible-magnitude", "warning", Span(*found.span()), "chainage", facts)


_FORWARD = 3  # stretches that run as the road does, before another may be told the wrong way round


def check_backward_stretches(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a stretch that runs backwards where all others run forward: 'Km4+600 ÷
    Km3+420'.

    Not flagged: reports of which several stretches run backwards, or few forward.
    """
    if report.text.count("+") <= _FORWARD:
        return
    stretches = list(_ALONE.finditer(report.text))
    backward = [one for one in stretches if _metres(one, "to_") < _metres(one, "from_")]
    if len(backward) != 1 or len(stretches) - len(backward) < _FORWARD:
        return
    facts = {"printed": " ".join(backward[0][0].split())}
    yield Finding("implausible-magnitude", "warning", Span(*backward[0].span()), "chainage-backwards", facts)


def _metres(found: re.Match[str], which: str) -> int:
    return int(found[f"{which}km"]) * 1000 + int(found[f"{which}m"])


CHECKS = (check_chainages, check_backward_stretches)
