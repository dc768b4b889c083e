"""The number and symbol of a document (số, ký hiệu), as its head prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.model.places import Span
from tongket.reading.running.flow import Flow, FlowParagraph
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
    for order, paragraph in enumerate(head):
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
            rest = _rest_below(flow, head, order) if text[found.end() :].strip() in ("-", "–") else ""
            return OwnNumber(digits, f"{symbol}{rest}", f"{canonical}{rest}" if canonical else None, at, party)
    return _in_two_lines(flow, head)


_BELOW = 6  # lines of the other column that may stand between
_NUMBER_ALONE = re.compile(r"(?:S[ốóôồo]|SỐ)\s*[:.]?\s*(?P<number>\d{1,5}[a-z]?)?[ .…_]*")
_SYMBOL_ALONE = re.compile(
    rf"(?P<number>\d{{1,5}}[a-z]?)?\s?/\s?(?P<symbol>[{CAPITALS}]{{2,6}}\s?[-–]\s?[{CAPITALS}][\w&-]*)"
)
_REST = re.compile(rf"[{CAPITALS}]{{2,8}}")


def _rest_below(flow: Flow, head: Sequence[FlowParagraph], order: int) -> str:
    """What a narrow cell broke off a symbol behind its hyphen, with the other column between: '-XMC', or nothing."""
    for paragraph in head[order + 1 : order + 1 + _BELOW]:
        text = flow.text[paragraph.start : paragraph.end].strip()
        if _REST.fullmatch(text):
            return f"-{text}"
    return ""


def _in_two_lines(flow: Flow, head: Sequence[FlowParagraph]) -> OwnNumber | None:
    """'Số: 12' or 'Số:' alone, and '/BC-UBND' or '12/BC-UBND' alone below it, with the other column between."""
    texts = [flow.text[paragraph.start : paragraph.end].strip() for paragraph in head]
    first = next((at for at, text in enumerate(texts) if _NUMBER_ALONE.fullmatch(text)), len(texts))
    for at in range(first + 1, min(first + 1 + _BELOW, len(texts))):
        lead, found = _NUMBER_ALONE.fullmatch(texts[first]), _SYMBOL_ALONE.fullmatch(texts[at])
        if lead is not None and found is not None:
            digits, symbol = lead["number"] or found["number"], _closed(found["symbol"])
            place = flow.span(head[at].start, head[at].end)
            return OwnNumber(digits, symbol, f"{digits}/{symbol}" if digits else None, place, party=False)
    return None


def _digits(printed: str) -> str | None:
    """The number where it is printed clearly; None where it is blank or unreadable."""
    bare = printed.strip(" \u00a0.…_")
    return bare if re.fullmatch(r"\d{1,5}[a-z]?", bare) else None


def _closed(symbol: str) -> str:
    """A symbol without the blanks that a wide line put around its marks."""
    return re.sub(r"\s*([-/&])\s*", r"\1", symbol.replace("–", "-")).rstrip(".")
