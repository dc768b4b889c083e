"""Which level of administration a report, a row or a column is of."""

from __future__ import annotations

import re
from functools import lru_cache

from tongket.checking.evidence.kept import of_last_report
from tongket.model.reports import Report, TableRow
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import fold_marks

_OF_LABEL: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    ("nation", re.compile(r"cấp trung ương")),
    ("province", re.compile(r"cấp tỉnh|cấp thành phố|toàn tỉnh")),
    ("district", re.compile(r"cấp huyện|cấp quận|toàn huyện")),
    ("commune", re.compile(r"cấp xã|cấp cơ sở|cấp phường|toàn xã")),
)
_OF_BODY: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    ("commune", re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b")),
    ("district", re.compile(r"\b(?:huyện|quận|thị xã)\b")),
    ("province", re.compile(r"\b(?:tỉnh|thành phố|sở)\b")),
)


@lru_cache(maxsize=4096)
def level_of_label(label: str) -> UnitKind | None:
    """The level that a row or column names: 'Cấp huyện và tương đương' -> district; None when it names none."""
    text = fold_marks(label).lower()
    found = [kind for kind, pattern in _OF_LABEL if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def level_named(row: TableRow) -> str:
    """The label of a row or, nearest first, above it that names a level; without one its own."""
    named = [label for label in (*row.path, row.label) if level_of_label(label)]
    return named[-1] if named else row.label


@of_last_report
def level_of_report(report: Report) -> UnitKind | None:
    """The level of the body that reports, from its name; None when the name does not tell."""
    head = report.letterhead
    body = fold_marks(head.issuing_body or "").lower()
    level = next((kind for kind, pattern in _OF_BODY if pattern.search(body)), None)
    if level is None and _OF_ITS_PARENT.match(body):
        parent = fold_marks(head.parent_body or "").lower()
        return next((kind for kind, pattern in _OF_BODY if pattern.search(parent)), None)
    return level


_OF_ITS_PARENT = re.compile(r"ban chỉ đạo|phòng ")  # bodies that report of all that the one above them governs
