"""Styles: what a paragraph or a run inherits from document defaults, paragraph style and character style."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce

from lxml.etree import _Element

from tongket.files.docx.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, number, switch, value, w

# The looks of a run that the text or the reading needs, as bits.
BOLD, ITALIC, UNDERLINE, SUPERSCRIPT, HIDDEN, CAPITALS = 1, 2, 4, 8, 16, 32
_TOGGLES = BOLD | ITALIC | HIDDEN | CAPITALS
_SWITCHES = {w("b"): BOLD, w("i"): ITALIC, w("vanish"): HIDDEN, w("caps"): CAPITALS}
_UNDERLINE, _VERTICAL = w("u"), w("vertAlign")
_HEADING_NAMES = {f"heading {level}": level - 1 for level in range(1, 10)}
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Bits that properties turn on, and bits that they turn off; the rest is inherited."""

    on: int = 0
    off: int = 0

    def over(self, below: Look) -> Look:
        """These properties laid over ``below``."""
        return Look(self.on | (below.on & ~self.off), self.off | (below.off & ~self.on))

    def apply(self, flags: int) -> int:
        """``flags`` with these properties laid over them."""
        return (flags & ~self.off) | self.on


@dataclass(frozen=True, slots=True)
class Style:
    """One style of the styles part, with what it says itself."""

    based_on: str
    look: Look
    numbering: tuple[int, int | None] | None  # numId (0 takes numbering away), level
    outline: int | None
    centred: bool | None
    break_before: bool | None


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles by id, the default paragraph style and the document defaults."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    defaults: Look = Look()
    _flags: dict[tuple[str, str], int] = field(default_factory=dict)

    def flags(self, paragraph_style: str, run_style: str) -> int:
        """The looks of a run before its own properties.

        Toggles (bold, italic, hidden, capitals) that both styles turn on cancel out: ISO/IEC 29500-1, 17.7.3.
        """
        known = self._flags.get((paragraph_style, run_style))
        if known is not None:
            return known
        paragraph, run = self._look(paragraph_style or self.default), self._look(run_style)
        toggled = ((paragraph.on ^ run.on) | self.defaults.on) & _TOGGLES
        rest = run.over(paragraph.over(self.defaults)).on & ~_TOGGLES
        self._flags[(paragraph_style, run_style)] = toggled | rest
        return toggled | rest

    def chain(self, style: str) -> list[tuple[str, Style]]:
        """``style`` (or the default paragraph style) and the styles that it is based on, nearest first."""
        found: list[tuple[str, Style]] = []
        name = style if style in self.styles else self.default
        while name in self.styles and len(found) < _MAX_CHAIN:
            found.append((name, self.styles[name]))
            name = self.styles[name].based_on
        return found

    def outline(self, style: str) -> int | None:
        """The outline level of paragraphs in ``style``, from 0."""
        return next((own.outline for _, own in self.chain(style) if own.outline is not None), None)

    def centred(self, style: str) -> bool:
        """Whether paragraphs in ``style`` are centred."""
        return next((own.centred for _, own in self.chain(style) if own.centred is not None), False)

    def break_before(self, style: str) -> bool:
        """Whether paragraphs in ``style`` begin a page."""
        return next((own.break_before for _, own in self.chain(style) if own.break_before is not None), False)

    def _look(self, style: str) -> Look:
        if style not in self.styles:
            return Look()
        return reduce(lambda found, own: found.over(own[1].look), self.chain(style), Look())


def read_look(properties: _Element | None) -> Look:
    """The looks that a ``w:rPr`` turns on and off."""
    on = off = 0
    for child in () if properties is None else properties:
        tag = child.tag
        if tag in _SWITCHES:
            bit, lit = _SWITCHES[tag], switch(child)
        elif tag == _UNDERLINE:
            bit, lit = UNDERLINE, child.get(VAL, "single") != "none"
        elif tag == _VERTICAL:
            bit, lit = SUPERSCRIPT, child.get(VAL) == "superscript"
        else:
            continue
        if lit:
            on |= bit
        else:
            off |= bit
    return Look(on, off)


def read_styles(root: _Element | None) -> StyleSheet:
    """The styles part; without one, nothing is inherited."""
    if root is None:
        return StyleSheet()
    styles: dict[str, Style] = {}
    default = ""
    for element in root.iterchildren(w("style")):
        name = element.get(w("styleId"), "")
        styles[name] = _read_style(element)
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            default = name
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RUN_PROPERTIES}")
    return StyleSheet(styles, default, read_look(defaults))


def _read_style(element: _Element) -> Style:
    properties = element.find(PARAGRAPH_PROPERTIES)
    name = (value(element, w("name")) or "").lower()
    own = outline(properties)
    return Style(
        based_on=value(element, w("basedOn")) or "",
        look=read_look(element.find(RUN_PROPERTIES)),
        numbering=own_numbering(properties),
        outline=_HEADING_NAMES.get(name) if own is None else own,
        centred=centred(properties),
        break_before=break_before(properties),
    )


def own_numbering(properties: _Element | None) -> tuple[int, int | None] | None:
    """What a ``w:pPr`` itself says of numbering: numId and level; None where it says nothing of the list."""
    found = None if properties is None else properties.find(w("numPr"))
    if found is None:
        return None
    num = number(found, w("numId"))
    return None if num is None else (num, number(found, w("ilvl")))


def outline(properties: _Element | None) -> int | None:
    """The outline level that a ``w:pPr`` itself gives, from 0; 9 is body text and stays 9."""
    return number(properties, w("outlineLvl"))


def centred(properties: _Element | None) -> bool | None:
    """Whether a ``w:pPr`` itself centres; None where it says nothing."""
    side = value(properties, w("jc"))
    return None if side is None else side == "center"


def break_before(properties: _Element | None) -> bool | None:
    """Whether a ``w:pPr`` itself begins a page; None where it says nothing."""
    found = None if properties is None else properties.find(w("pageBreakBefore"))
    return None if found is None else switch(found)
