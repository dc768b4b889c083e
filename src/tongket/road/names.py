"""What the files of a run are called."""

from __future__ import annotations

from collections.abc import Callable

ROUND_FILE = "dot-bao-cao.yaml"
REPORT_FILE = "bao-cao.docx"
WORKBOOK_FILE = "so-lieu.xlsx"
FINDINGS_FILE = "phat-hien.html"
CSV_FILE = "observations.csv"
FACTS_FOLDER = "facts"
OUTPUTS = (REPORT_FILE, WORKBOOK_FILE, FINDINGS_FILE, CSV_FILE, FACTS_FOLDER)

Progress = Callable[[str, int, int], None]
