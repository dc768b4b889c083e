"""Pages of a Word file: where the last program that laid it out saw them begin, or where the writer set breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.etree import _Element

from tongket.files.docx.names import PARAGRAPH, SECTION, TEXT, VAL, switch, w, whole
from tongket.files.docx.package import Package

SHOWN, BREAK, BEFORE = w("lastRenderedPageBreak"), w("br"), w("pageBreakBefore")
_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
_TYPE = w("type")
_MOST_CHARACTERS_A_PAGE = 9000  # a page of 10-point text without margins; more means that the count is stale


def counted_pages(package: Package) -> int | None:
    """The number of pages that the file says it has."""
    parts = [one.target for one in package.relations("").values() if one.kind == "extended-properties"]
    root = package.xml(parts[0]) if parts else None
    return None if root is None else whole(root.findtext(_PAGES))


def likely_pages(counted: int | None, shown: int, characters: int) -> int | None:
    """The pages as ``counted``, or those ``shown`` where that count is stale; None where nothing is known."""
    if counted and counted >= shown and characters <= counted * _MOST_CHARACTERS_A_PAGE:
        return counted
    return shown or None


def new_page_sections(sections: Sequence[_Element]) -> frozenset[int]:
    """Which sections after the first begin on a new page."""
    starts = (section.find(_TYPE) for section in sections)
    kinds = ["nextPage" if start is None else start.get(VAL, "nextPage") for start in starts]
    return frozenset(at for at, kind in enumerate(kinds) if at and kind in ("nextPage", "oddPage", "evenPage"))


def ends_where_written(root: _Element, landmarks: Mapping[str, Sequence[_Element]], counted: int | None) -> bool:
    """Whether every page ends at a break that the writer set: there are as many pages as these make."""
    if not counted:
        return False
    breaks = sum(one.get(_TYPE) == "page" for one in landmarks[BREAK])
    first = next(root.iter(PARAGRAPH), None)
    for one in landmarks[BEFORE]:
        properties = one.getparent()
        holder = None if properties is None else properties.getparent()
        breaks += switch(one) and holder is not None and holder.tag == PARAGRAPH and holder is not first
    if counted != 1 + breaks + len(new_page_sections(landmarks[SECTION])):
        return False
    return sum(len(one.text or "") for one in root.iter(TEXT)) <= counted * _MOST_CHARACTERS_A_PAGE
