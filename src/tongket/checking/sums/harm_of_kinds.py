"""Accidents by kinds (số vụ, số người chết, số người bị thương theo loại): where the kinds make all the cases, they
make all the dead and the injured, too.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,4}"
_TOLD = re.compile(
    rf"(?P<cases>{_NUMBER}) (?:vụ|sự cố)(?!\w)(?: [^\W\d_]+){{0,6}},? (?:(?:đã|và) )?(?:làm |khiến )?"
    rf"(?:(?:chết|tử vong) (?P<dead>{_NUMBER}) người|(?P<died>{_NUMBER}) người (?:chết|tử vong))"
    rf"(?:,| và)? (?:làm )?(?:bị thương (?P<hurt>{_NUMBER}) người|(?P<were>{_NUMBER}) người bị thương)"
)
_GREW = re.compile(r"(?<!\w)(?:tăng|giảm|cùng kỳ|năm trước|so với|hơn)(?!\w)[^.;\n]{0,25}$", re.IGNORECASE)
_OPENS = re.compile(r"(?<!\w)(?:trong đó|gồm|cụ thể|chia ra|phân theo)(?!\w)", re.IGNORECASE)
_PARTED = re.compile(r"\n\s*\n|\n\s*(?:\d+|[IVX]+)[.)]")
_COLUMNS = (("cases",), ("dead", "died"), ("hurt", "were"))
_FAR, _NEAR = 500, 200  # letters from a total to the first kind, and between two
_FEWEST, _MOST = 2, 6  # kinds


def check_harm_of_kinds(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the kinds of accidents make all of them, and two of cases, dead and injured add up,
    while the third does not: '148 vụ, làm chết 74 người, bị thương 112 người. Trong đó, đường bộ 145 vụ, làm chết 72
    người, bị thương 111 người; đường sắt 03 vụ, làm chết 20 người, bị thương 01 người'.

    Not flagged: lists of which fewer than two columns add up; changes; kinds of another paragraph.
    """
    text = report.text
    told = [one for one in finds(_TOLD, text) if not _GREW.search(text, max(one.start() - 60, 0), one.start())]
    for at, whole in enumerate(told):
        kinds = _kinds(text, whole, told[at + 1 : at + 1 + _MOST])
        for count in range(_FEWEST, len(kinds) + 1):
            rows = [_row(one) for one in kinds[:count]]
            added = [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]
            wrong = [column for column, of in enumerate(_row(whole)) if of != added[column]]
            if not wrong:
                break
            if len(wrong) == 1 and sum(added) != added[wrong[0]]:
                yield _finding(whole, kinds[:count], wrong[0], added[wrong[0]])
                break


def _kinds(text: str, whole: re.Match[str], told: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """What is told of kinds right behind the total, of its paragraph."""
    found: list[re.Match[str]] = []
    for one in told:
        low = found[-1].end() if found else whole.end()
        if one.start() - low > (_NEAR if found else _FAR) or _PARTED.search(text, low, one.start()):
            break
        if not found and not _OPENS.search(text, low, one.start()):
            break
        found.append(one)
    return found


def _row(one: re.Match[str]) -> list[Decimal]:
    return [parse_number(one[_group(one, names)]) or Decimal(0) for names in _COLUMNS]


def _group(one: re.Match[str], names: Sequence[str]) -> str:
    return next(name for name in names if one[name])


def _finding(whole: re.Match[str], kinds: Sequence[re.Match[str]], column: int, added: Decimal) -> Finding:
    names = _COLUMNS[column]
    parts = " + ".join(shown(_row(one)[column]) for one in kinds)
    facts = {"parts": parts, "sum": shown(added), "total": shown(_row(whole)[column])}
    related = tuple(Span(*one.span(_group(one, names))) for one in kinds)
    return Finding("sum-mismatch", "error", Span(*whole.span(_group(whole, names))), "", facts, related)


CHECKS = (check_harm_of_kinds,)
