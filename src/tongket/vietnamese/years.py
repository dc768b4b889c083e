"""Years as four digits, where no date is read: 'kế hoạch năm 2026', '2021-2025'."""

from __future__ import annotations

import re

# What must not stand before stands behind: the search then skips to the first digit.
YEAR = re.compile(r"(?:19|20)(?<!\d\d\d)\d\d(?!\d)")
"""A year, also of a day, a span or a symbol."""
YEAR_OF_NO_DAY = re.compile(r"(?:19|20)(?<![\d/.-]\d\d)\d\d(?!\d)")
"""A year that ends no day and no span."""
IS_YEAR = re.compile(r"(?:19|20)\d\d")
"""For what is nothing else (``fullmatch``)."""
