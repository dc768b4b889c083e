"""Which level of administration a report, a row or a column is of."""

from __future__ import annotations

import re
from functools import lru_cache

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.model.reports import Report, TableRow
from tongket.model.units import UnitKind
from tongket.vietnamese.unicode import CAPITALS, fold_marks

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
    """The level of the body that reports, from its name; without a name, of the only unit that the text describes; None
    when neither tells.
    """
    head = report.letterhead
    if not head.issuing_body:
        unit = fold_marks(unit_described(report)).lower()
        return next((kind for kind, pattern in _OF_BODY if pattern.match(unit)), None)
    body = fold_marks(head.issuing_body).lower()
    level = next((kind for kind, pattern in _OF_BODY if pattern.search(body)), None)
    if level is None and _OF_ITS_PARENT.match(body):
        parent = fold_marks(head.parent_body or "").lower()
        return next((kind for kind, pattern in _OF_BODY if pattern.search(parent)), None)
    return level


_DESCRIBED = re.compile(
    rf"(?:(?<=\n)|(?<=[.:+-] )|\A)(?P<unit>(?:Xã|Phường|Thị trấn|Huyện|Thị xã|Tỉnh)(?: [{CAPITALS}][^\W\d_]*){{1,4}})"
    r" (?:là (?:một )?(?:xã|phường|thị trấn|huyện|thị xã|tỉnh)|nằm |cách |có (?:tổng )?(?:diện tích|dân số|số dân)"
    r"|được thành lập|(?:hiện )?có \d+ (?:thôn|xã|bản|ấp|khu|tổ dân phố|huyện|làng))"
)


def unit_described(report: Report) -> str:
    """The unit of which the text says where it lies and how large it is, if it is but one; or ""."""
    units = {found["unit"] for found in finds(_DESCRIBED, report.text)}
    return units.pop() if len(units) == 1 else ""


_OF_ITS_PARENT = re.compile(r"ban chỉ đạo|phòng ")  # bodies that report of all that the one above them governs
