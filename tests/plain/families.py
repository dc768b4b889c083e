"""All families of plain passages, by name."""

from __future__ import annotations

from plain import documents, form, statements, sums
from plain.passage import Family

FAMILIES: dict[str, Family] = {
    **sums.FAMILIES,
    **documents.FAMILIES,
    **form.FAMILIES,
    **statements.FAMILIES,
}
