"""Personal data in what is quoted from a report: no output shows more than the last two digits."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.checking.privacy import personal_data_in
from tongket.model.consolidations import ReportRead
from tongket.model.places import Span

_MASK = "•"
NO_WIDTH = "\u200b"  # stands for emphasis marks of a converter, which are no text
_SHOWN = 2  # last digits that may stand


def masked_text(read: ReportRead) -> str:
    """The report's text, as long as it is: personal data that the check found made unreadable, emphasis marks
    without width.
    """
    text = read.report.text
    for block in read.report.source.blocks:
        for mark in block.markup:
            text = text[: mark.start] + NO_WIDTH * len(mark) + text[mark.end :]
    for span in _personal(read):
        text = text[: span.start] + _mask(text[span.start : span.end]) + text[span.end :]
    return text


def mask_quote(quote: str, read: ReportRead | None) -> str:
    """A passage of the report, with the same data masked."""
    if read is None:
        return quote
    for span in _personal(read):
        words = read.report.text[span.start : span.end]
        one_line = " ".join(words.split())  # as titles and what is counted are kept
        quote = quote.replace(words, _mask(words)).replace(one_line, _mask(one_line))
    return quote


def mask_words(text: str) -> str:
    """What somebody wrote into a cell, with its personal data masked."""
    for found in personal_data_in(text):
        if isinstance(found.place, Span):
            text = (
                text[: found.place.start] + _mask(text[found.place.start : found.place.end]) + text[found.place.end :]
            )
    return text


def _personal(read: ReportRead) -> Iterable[Span]:
    return [one.place for one in read.findings if one.kind == "personal-data" and isinstance(one.place, Span)]


def _mask(words: str) -> str:
    """All letters and digits but the last two digits; a date of birth or an address loses all."""
    digits = [place for place, char in enumerate(words) if char.isdigit()]
    plain = all(char.isdigit() or char in " .+" for char in words)
    shown = set(digits[-_SHOWN:]) if plain else set()
    return "".join(_MASK if char.isalnum() and place not in shown else char for place, char in enumerate(words))
