"""Whether a document is a committee's of the Party, where its head names the body in a line of its own."""

from __future__ import annotations

import re

from tongket.model.reports import Report
from tongket.vietnamese.unicode import folded

_ABOVE = re.compile(r"(?:đảng [uủ][ỷy]|chi bộ|đảng bộ)$")


def is_of_committee(report: Report) -> bool:
    """Whether the line above the body that issues is that of a committee: 'ĐẢNG ỦY' above 'SỞ Y TẾ'."""
    return _ABOVE.search(folded(report.letterhead.parent_body or "")) is not None
