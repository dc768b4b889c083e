"""All families of plain passages, by name."""

from __future__ import annotations

from plain import changes, documents, form, rates, statements, sums
from plain.passage import Family

FAMILIES: dict[str, Family] = {
    **sums.FAMILIES,
    **rates.FAMILIES,
    **changes.FAMILIES,
    **documents.FAMILIES,
    **form.FAMILIES,
    **statements.FAMILIES,
}
