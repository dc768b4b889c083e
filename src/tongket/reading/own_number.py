"""The number and symbol of a document (số, ký hiệu), as its head prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.model.places import Span
from tongket.reading.flow import Flow, FlowParagraph
from tongket.vietnamese.unicode import CAPITALS

_SYMBOL_TAIL = r"(?:\s?[-–/&]\s?[\w&]+)*"
# A scan prints 'Só' for 'Số'.
STATE_NUMBER = re.compile(
    rf"(?:S[ốóôồo]|SỐ)\s*[:.]?([^/\n\t]{{0,12}}?)/\s*((?:(?:19|20)\d\d\s*/\s*)?[{CAPITALS}][\w&.]*{_SYMBOL_TAIL})"
)
PARTY_NUMBER = re.compile(
    rf"(?:S[ốóôồo]|SỐ)\s*[:.]?([^/\n\t\-–]{{0,12}}?)[-–]\s*([{CAPITALS}]\w{{0,5}})\s*/\s*([{CAPITALS}][\w&]*{_SYMBOL_TAIL})"
)


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """``number``: None where it is blank. ``canonical``: as citations have it. ``party``: as the Party numbers."""

    number: str | None
    symbol: str
    canonical: str | None
    at: Span
    party: bool


def read_number(flow: Flow, head: Sequence[FlowParagraph]) -> OwnNumber | None:
    """The first that the paragraphs of the head print."""
    for paragraph in head:
        text = flow.text[paragraph.start : paragraph.end]
        for pattern, party in ((PARTY_NUMBER, True), (STATE_NUMBER, False)):
            found = pattern.search(text)
            if not found:
                continue
            digits = _digits(found.group(1))
            if party:
                symbol = f"{found.group(2)}/{_closed(found.group(3))}"
                canonical = f"{digits}-{symbol}" if digits else None
            else:
                symbol = _closed(found.group(2))
                canonical = f"{digits}/{symbol}" if digits else None
            at = flow.span(paragraph.start + found.start(), paragraph.start + found.end())
            return OwnNumber(digits, symbol, canonical, at, party)
    return None


def _digits(printed: str) -> str | None:
    """The number where it is printed clearly; None where it is blank or unreadable."""
    bare = printed.strip(" \u00a0.…_")
    return bare if re.fullmatch(r"\d{1,5}[a-z]?", bare) else None


def _closed(symbol: str) -> str:
    """A symbol without the blanks that a wide line put around its marks."""
    return re.sub(r"\s*([-/&])\s*", r"\1", symbol.replace("–", "-")).rstrip(".")
