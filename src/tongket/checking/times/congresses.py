"""Congresses of one organisation by their ordinals and terms (đại hội lần thứ mấy, nhiệm kỳ nào): one term has one
ordinal, and the next ordinal the next term.

    'Đại hội đại biểu phụ nữ huyện lần thứ XII, nhiệm kỳ 2021 - 2026', 'Nghị quyết Đại hội ... lần thứ X, nhiệm kỳ
    2016 - 2021', which the XIth opened

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import roman
from tongket.vietnamese.unicode import key

_ORGANISATION = (
    r"đảng bộ|chi bộ|phụ nữ|nông dân|cựu chiến binh|(?:đoàn )?thanh niên|đoàn TNCS|mặt trận|MTTQ|công đoàn"
    r"|chữ thập đỏ|người cao tuổi|khuyến học"
)
_LEVEL = r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_TERM = re.compile(
    r"(?<!\w)(?:đại hội|ban chấp hành|BCH)(?: [^\W\d_]+){0,6}? "
    rf"(?P<of>{_ORGANISATION})(?:[ ,][^\W\d_]*){{0,8}}?(?<!\w)(?P<level>{_LEVEL})(?P<name>(?: [^\W\d_]+){{0,4}}?)"
    r",? (?:lần thứ|khóa|khoá) (?P<n>[IVXL]{1,6}|\d{1,2}),? \(?(?:nhiệm kỳ )(?P<since>(?:19|20)\d\d)\s?[-–]\s?"
    r"(?P<until>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEARS_OF_TERM = (2, 5)
_MOST = 40  # congresses that are held against one another


class _Congress(NamedTuple):
    """Whose congress, which one, the first year of its term, how long it is."""

    whose: tuple[str, str]
    name: str
    ordinal: int
    since: int
    length: int


def check_ordinals_of_congresses(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two congresses of one organisation are told with ordinals that their terms
    deny; told of the one that fewer others bear out.

    Not flagged: first congresses, of bodies that were founded anew; terms that are told with a year more or less; those
    of several units of one level; recognised text.
    """
    if is_recognised(report) or not any(word in report.text for word in ("nhiệm kỳ", "NHIỆM KỲ")):
        return
    told: dict[_Congress, list[Span]] = defaultdict(list)
    for one, place in _congresses(report):
        told[one].append(place)
    for one, other in combinations(islice(told, _MOST), 2):
        if not _are_of_one(one, other) or _agree(one, other):
            continue
        if _borne_out(told, one) >= _borne_out(told, other):
            one, other = other, one  # of two that are borne out alike the later
        yield told_otherwise(report.text, told[one][0], told[other][0])
        return


def _congresses(report: Report) -> Iterator[tuple[_Congress, Span]]:
    for found in finds(_TERM, report.text):
        ordinal = int(found["n"]) if found["n"].isdigit() else roman(found["n"].upper())
        since, until = int(found["since"]), int(found["until"])
        least, most = _YEARS_OF_TERM
        if ordinal > 1 and least <= until - since <= most:
            whose = key(found["of"]), found["level"].lower()
            yield _Congress(whose, key(found["name"]), ordinal, since, until - since), Span(*found.span())


def _are_of_one(one: _Congress, other: _Congress) -> bool:
    same = one.whose == other.whose and (one.name == other.name or not one.name or not other.name)
    return same and one.length == other.length and abs(one.since - other.since) <= 2 * one.length + 1


def _agree(one: _Congress, other: _Congress) -> bool:
    """Whether the terms lie as far apart as the ordinals, but for a year that is told in two ways."""
    return abs((one.since - other.since) - (one.ordinal - other.ordinal) * one.length) <= 1


def _borne_out(told: Mapping[_Congress, Sequence[Span]], one: _Congress) -> int:
    """How many mentions bear one out, its own among them."""
    others = islice(told, _MOST)
    return sum(len(told[other]) for other in others if _are_of_one(one, other) and _agree(one, other))


CHECKS = (check_ordinals_of_congresses,)
