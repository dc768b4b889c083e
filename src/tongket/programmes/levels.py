"""The level (cấp) that a report, a row or a column speaks of."""

from __future__ import annotations

import re

from tongket.model.reports import Report

RANK = {"hamlet": 0, "commune": 1, "district": 2, "province": 3, "nation": 4}

_BODY_LEVELS = (
    (
        "commune",
        re.compile(
            r"(?<!\w)(?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Tt]hị trấn|THỊ TRẤN|[Đđ]ặc khu|ĐẶC KHU)(?!\w)(?! hội)(?! HỘI)"
        ),
    ),
    (
        "district",
        re.compile(
            r"(?<!\w)(?:[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị xã|THỊ XÃ|[Tt]hị ủy|[Tt]hị uỷ|[Tt]hành ủy|[Hh]uyện ủy)(?!\w)"
        ),
    ),
    ("province", re.compile(r"(?<!\w)(?:[Tt]ỉnh|TỈNH)(?!\w)")),
)
_TITLE_LEVELS = (
    ("province", re.compile(r"(?<!\w)(?:tỉnh|Tỉnh|TỈNH)(?!\w)")),
    ("district", re.compile(r"(?<!\w)(?:huyện|Huyện|HUYỆN)(?!\w)")),
    ("commune", re.compile(r"(?<!\w)(?:xã|Xã|XÃ|cơ sở|Cơ sở|CƠ SỞ|phường|Phường|PHƯỜNG)(?!\w)(?! hội)")),
)


def report_level(report: Report) -> str:
    """The unit kind of the body that reports: its own words, then the signature and the end; "" when none says."""
    head = report.letterhead
    texts = [head.issuing_body or "", report.signature.authority or "" if report.signature else ""]
    if report.closing:
        texts.append(report.text[report.closing.start : report.closing.end])
    for text in texts:
        for level, pattern in _BODY_LEVELS:
            if pattern.search(text):
                return level
    return ""


def title_level(title: str) -> str:
    """The level that the title of a column or the label of a row names: 'Cấp cơ sở' -> commune; "" for none or two."""
    found = [level for level, pattern in _TITLE_LEVELS if pattern.search(title)]
    return found[0] if len(found) == 1 else ""
