"""Which findings are by arithmetic, form or number, and which by judgement (design, 'Finding kinds')."""

from __future__ import annotations

BY_RULE = frozenset(
    (
        *("ratio-mismatch", "sum-mismatch", "change-mismatch", "body-appendix-mismatch", "table-total-mismatch"),
        *("citation-malformed", "citation-conflict", "citation-incomplete", "citation-superseded", "date-chronology"),
        *("period-mismatch", "numbering", "missing-part", "outline-missing", "incomplete", "duplicate-report"),
        *("unit-unknown", "stale-unit", "personal-data", "layout"),
    )
)


def family(kind: str) -> str:
    """The measure under which findings of ``kind`` are counted."""
    if kind == "spelling":
        return "findings: spelling"
    return "findings: by rule" if kind in BY_RULE else "findings: by judgement"
