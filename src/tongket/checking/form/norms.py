"""Texts that set rules (văn bản quy phạm, quy chế): their sentences stand in frames of their own."""

from __future__ import annotations

from tongket.model.reports import Report

TYPES_OF_NORMS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Quy chế")
_ARTICLES = 5  # of a text that is a set of provisions, whatever it is called


def sets_rules(report: Report) -> bool:
    """Whether a text is one of provisions, by its type or by its articles ('Điều 5')."""
    if report.letterhead.doc_type in TYPES_OF_NORMS:
        return True
    return sum((one.number or "").startswith("Điều") for one in report.walk_sections()) >= _ARTICLES
