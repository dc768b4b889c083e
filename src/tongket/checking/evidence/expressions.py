"""Pieces of which several checks make their expressions: numbers, aims, ways, what stands between two items."""

from __future__ import annotations

import re

NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)"
"""Grouped by points, or with a comma; no sign, no unit."""
AIM = r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|KH|DT)"
"""What a rate is of where it tells how far the work is."""
WAY_OF_RISE = {True: "tăng", False: "giảm"}
OTHER_WAY = {"tăng": "giảm", "giảm": "tăng"}
ABBREVIATION = re.compile(r"(?<!\w)[A-ZĐ]{3,}(?!\w)")
BETWEEN_ITEMS = re.compile(r"\s*[;,]\s+(?:và\s)?|\s(?:và|với|cùng)\s")
"""What parts the things of a list in a sentence."""
BETWEEN_CHOICES = re.compile(r", | và | hoặc | hay ")
"""What parts the things that a sentence denies together."""
