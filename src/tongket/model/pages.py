"""A page as it is laid out (trang): words with their boxes, and drawn lines; what PDF text and recognised scans share.

Lengths are points (1/72 inch) from the page's top left corner, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a blank between them, in one style.

    ``size`` is the size of the font (of a scan: estimated from the height of the line), ``baseline`` where the letters
    stand. ``confidence`` is 1 for text that a program wrote, and what recognition says (0..1) for a scan.
    ``spaced``: a blank was written right before it, so it is no part of the word that it may touch.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    confidence: float = 1.0
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line or thin bar: an edge of a table, the line above notes, the line under a letterhead."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_flat(self) -> bool:
        """Whether it lies; else it stands."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``words`` are in no order that could be relied on. ``number`` counts from 1.

    ``marks`` are secrecy marks (dấu chỉ độ mật) that were seen apart from the words.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    scanned: bool = False
    marks: tuple[str, ...] = ()
