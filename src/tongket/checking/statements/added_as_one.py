"""The sum of two things told as the number of one (cộng hai loại rồi gọi bằng tên của một loại).

    'xây mới 18 nhà, sửa chữa 14 nhà', and at another place 'đã xây mới 32 nhà'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NEW = re.compile(
    r"(?<!\w)(?:[Xx]ây(?: dựng)? mới|[Tt]hành lập mới|[Tt]rồng mới|[Ll]àm mới|[Mm]ở mới|[Kk]ết nạp mới|[Mm]ua mới)"
    r"(?: được)?(?: thêm)? $"
)
_OLD = re.compile(
    r"[^.;\n\d]{0,50}(?:,| và|;) (?:[Ss]ửa chữa|[Cc]ải tạo|[Nn]âng cấp|[Cc]ủng cố|[Kk]iện toàn|[Cc]hăm sóc|[Dd]uy tu"
    r"|[Tt]u sửa"
    r"|[Tt]rồng lại|[Tt]rồng thay thế)(?: được)? "
)
_BEHIND = re.compile(
    r" (?:[^\W\d_]+ ){0,5}(?:được )?(?P<new>xây(?: dựng)? mới|thành lập mới|trồng mới|làm mới|mở mới)(?!\w)"
)
_BACK = 40
_MOST = 50  # pairs that are held against all numbers


def check_added(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for as many new things as there are new and mended ones together.

    Not flagged: what is to be made; things of another name.
    """
    text, figures, tasks = report.text, prose_of(report), tasks_of(report)
    pairs = ((one, other, _NEW.search(text, max(one.start - _BACK, 0), one.start)) for one, other in pairwise(figures))
    for new, old, lead in islice((pair for pair in pairs if pair[2]), _MOST):
        if lead is None or _noun(new) != _noun(old) or not _OLD.fullmatch(text, new.end, old.start):
            continue
        first, second = single(new.base_value), single(old.base_value)
        for other in figures if first and second else ():
            if other.start in (new.start, old.start) or single(other.base_value) != (first or 0) + (second or 0):
                continue
            place = Span(other.start - _said(text, other), other.end)
            again = _noun(other) == _noun(new) and _is_called_new(text, other, lead[0].split())
            if again and not tasks.touch(place) and not _is_of_other_years(text, new, other):
                yield told_otherwise(text, place, Span(lead.start(), old.end))


def _is_called_new(text: str, one: Figure, verb: list[str]) -> bool:
    """Whether a number is told of the same new things: 'xây mới 32 nhà', '32 nhà được xây mới'."""
    before = _NEW.search(text, max(one.start - _BACK, 0), one.start)
    behind = _BEHIND.match(text, one.end)
    said = before[0] if before else behind["new"] if behind else ""
    return said.lower().split()[:1] == [verb[0].lower()]


def _is_of_other_years(text: str, new: Figure, other: Figure) -> bool:
    """Whether the other number is of another year, of several together, or stands with its own mended ones."""
    said, told = (text[sentence_start(text, one.start) : one.start] for one in (new, other))
    years = set(_YEAR.findall(told)) - set(_YEAR.findall(said))
    return bool(years) or _TO_DATE.search(told) is not None or _OLD.match(text, other.end) is not None


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TO_DATE = re.compile(r"(?<!\w)(?:[Ll]ũy kế|[Ll]uỹ kế|[Nn]hiệm kỳ|[Gg]iai đoạn|\d+ năm|[Tt]ừ (?:năm|đầu))(?!\w)")


def _noun(one: Figure) -> str:
    return one.base_unit.partition(" ")[0]


def _said(text: str, one: Figure) -> int:
    before = _NEW.search(text, max(one.start - _BACK, 0), one.start)
    return len(before[0]) if before else 0


CHECKS = (check_added,)
