"""Automatic list numbers (số tự động), counted as Word counts them.

Source: ISO/IEC 29500-1, 17.9; where it is silent, what Word and LibreOffice print: lists of one abstract definition
count on together, and a level that was skipped counts as used once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from tongket.files.docx.names import ALTERNATE, FALLBACK, RUN_PROPERTIES, VAL, number, switch, value, w, whole
from tongket.files.docx.styles import StyleSheet
from tongket.files.docx.symbols import bullet
from tongket.vietnamese.legacy import decode_run

_PLACE = re.compile("%([1-9])")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_DIGIT_WORDS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MAX_LINKS = 10
_MOST_TEXT = 255  # characters of a number's text, as Word takes them


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, number format, text with %1..%9, and when it starts again.

    ``restart``: None after any higher level; 0 never; n after level n (from 1) or one above it.
    ``width`` pads with zeros; ``style`` is the paragraph style tied to the level; ``font`` that of the number.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    font: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class List:
    """One ``w:num``: the abstract list that it counts in, its levels, and the levels that it starts anew."""

    abstract: int
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numberer:
    """Counts the lists of one document, paragraph by paragraph in reading order.

    ``nums`` and ``abstracts`` are the elements of the numbering part by id: a file defines dozens of lists and uses
    few, so a list is read when first met.
    """

    styles: StyleSheet = field(default_factory=StyleSheet)
    nums: dict[int, _Element] = field(default_factory=dict)
    abstracts: dict[int, _Element] = field(default_factory=dict)
    _lists: dict[int, List | None] = field(default_factory=dict)
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[int, int]] = field(default_factory=set)
    _places: dict[str, tuple[int, int] | None] = field(default_factory=dict)

    def list_of(self, num: int) -> List | None:
        """The list ``num``; None for 0, which takes numbering away, and for one that is not defined."""
        if num not in self._lists:
            element = self.nums.get(num) if num else None
            abstract = None if element is None else self._resolve(element)
            self._lists[num] = (
                None if element is None or abstract is None else _read_list(element, abstract, self.abstracts[abstract])
            )
        return self._lists[num]

    def _resolve(self, element: _Element) -> int | None:
        """The abstract list of a ``w:num``, through links to a numbering style (``w:numStyleLink``)."""
        abstract: int | None = None
        for _ in range(_MAX_LINKS):
            abstract = number(element, w("abstractNumId"))
            if abstract is None or abstract not in self.abstracts:
                return None
            link = self.styles.style(value(self.abstracts[abstract], w("numStyleLink")) or "")
            numbering = None if link is None else link.properties.numbering
            linked = None if numbering is None else self.nums.get(numbering[0])
            if linked is None or linked is element:
                break
            element = linked
        return abstract

    def place(self, own: tuple[int, int | None] | None, style: str) -> tuple[int, int] | None:
        """The list and level of a paragraph, from its own numbering (``own``) or else its style's; None: no list."""
        if own is not None:
            num, level = own
            return None if self.list_of(num) is None else (num, level or 0)
        if style not in self._places:
            self._places[style] = self._place_of(style)
        return self._places[style]

    def _place_of(self, style: str) -> tuple[int, int] | None:
        """The list and level that a style gives."""
        chain = self.styles.inherited(style).chain
        for name, link in chain:
            if link.properties.numbering is None:
                continue
            num, level = link.properties.numbering
            found = self.list_of(num)
            if found is None:
                return None
            tied = [at for own_name in (chain[0][0], name) for at, one in found.levels.items() if one.style == own_name]
            return num, tied[0] if tied else level or 0
        return None

    def next(self, num: int, level: int) -> str:
        """Count one paragraph of list ``num`` at ``level`` (from 0), and give its number as Word shows it."""
        found = self.list_of(num)
        if found is None:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * 9)
        level = min(max(level, 0), 8)
        now = counts[level]
        if level in found.starts and (num, level) not in self._started:
            now = found.starts[level]
        else:
            now = self._first(found, level) if now is None else now + 1
        self._started.add((num, level))
        counts[level] = now
        for above in range(level):
            if counts[above] is None:
                counts[above] = self._first(found, above)
        for below in range(level + 1, 9):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or level < restart:
                counts[below] = None
        return _shown(found, level, [count or 0 for count in counts])

    @staticmethod
    def _first(found: List, level: int) -> int:
        return found.starts.get(level, found.levels.get(level, Level()).start)


def _shown(found: List, level: int, counts: list[int]) -> str:
    one = found.levels.get(level)
    if one is None or (one.format == "none" and not _PLACE.search(one.text)):
        return "" if one is None else one.text.strip()
    if one.format == "bullet":
        return bullet(one.text, one.font)

    def part(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        if at > level:
            return ""
        other = found.levels.get(at, one)
        numeral = "decimal" if one.legal and other.format != "none" else other.format
        return numeral_text(counts[at], numeral, other.width)

    return _PLACE.sub(part, decode_run(one.text, one.font)).strip()


def numeral_text(count: int, numeral: str, width: int = 0) -> str:
    """``count`` in a number format of Word (``w:numFmt``); formats of other scripts fall back to digits."""
    if numeral in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return _roman(count) if numeral == "upperRoman" else _roman(count).lower()
    if numeral in ("upperLetter", "lowerLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 30)
        return letters.upper() if numeral == "upperLetter" else letters
    if numeral in ("vietnameseCounting", "cardinalText", "ordinalText") and 0 < count < 100:
        return _words(count, numeral)
    if numeral == "none":
        return ""
    if numeral == "numberInDash":
        return f"- {count} -"
    if numeral == "chicago":
        return "*†‡§"[(count - 1) % 4] * min((count - 1) // 4 + 1, 30)
    digits = str(count).zfill(2 if numeral == "decimalZero" else width)
    return digits + _english_ending(count) if numeral == "ordinal" else digits


def _roman(count: int) -> str:
    letters = []
    for worth, letter in _ROMAN:
        times, count = divmod(count, worth)
        letters.append(letter * times)
    return "".join(letters)


def _words(count: int, numeral: str) -> str:
    """1 to 99 in Vietnamese: as counted ('một', 'hai mươi mốt'), or in order ('nhất', 'hai', 'ba', 'tư')."""
    if numeral == "ordinalText" and count in (1, 4):
        return "nhất" if count == 1 else "tư"
    tens, ones = divmod(count, 10)
    if tens == 0:
        return _DIGIT_WORDS[ones]
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGIT_WORDS[ones])
    return f"{'mười' if tens == 1 else _DIGIT_WORDS[tens] + ' mươi'} {last}".strip()


def _english_ending(count: int) -> str:
    return "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def read_numbering(root: _Element | None, styles: StyleSheet) -> Numberer:
    """The numbering part: the lists of the document, ready to count."""
    return Numberer(styles, _by_id(root, "num", "numId"), _by_id(root, "abstractNum", "abstractNumId"))


def _by_id(root: _Element | None, name: str, key: str) -> dict[int, _Element]:
    found: dict[int, _Element] = {}
    for element in () if root is None else root.iterchildren(w(name)):
        own = whole(element.get(w(key)))
        if own is not None:
            found[own] = element
    return found


def _read_list(element: _Element, abstract: int, definition: _Element) -> List:
    levels = dict(_read_level(level) for level in definition.iterchildren(w("lvl")))
    starts: dict[int, int] = {}
    for override in element.iterchildren(w("lvlOverride")):
        at = whole(override.get(w("ilvl")))
        start = number(override, w("startOverride"))
        own = override.find(w("lvl"))
        if at is None or not 0 <= at < 9:
            continue
        if own is not None:
            levels[at] = _read_level(own)[1]
        if start is not None:
            starts[at] = start
            levels[at] = replace(levels.get(at, Level()), start=start)
    return List(abstract, levels, starts)


def _read_level(element: _Element) -> tuple[int, Level]:
    form, width = _read_format(element)
    legal = element.find(w("isLgl"))
    text = element.find(w("lvlText"))
    fonts = element.find(f"{RUN_PROPERTIES}/{w('rFonts')}")
    return whole(element.get(w("ilvl"))) or 0, Level(
        start=number(element, w("start")) or 0,
        format=form,
        text="" if text is None else text.get(VAL, "")[:_MOST_TEXT],
        restart=number(element, w("lvlRestart")),
        legal=legal is not None and switch(legal),
        style=value(element, w("pStyle")) or "",
        font="" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "",
        width=width,
    )


def _read_format(element: _Element) -> tuple[str, int]:
    """The number format and its width; '001, 002, ...' is a custom format that Word keeps beside a fallback."""
    for found in element.iter(w("numFmt")):
        if found.get(VAL) == "custom":
            first = found.get(w("format"), "").split(",")[0].strip()
            if first.isascii() and first.isdigit():
                return "decimal", min(len(first), 9)
    fallback = element.find(f"{ALTERNATE}/{FALLBACK}")
    return value(element, w("numFmt")) or value(fallback, w("numFmt")) or "decimal", 0
