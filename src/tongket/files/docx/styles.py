"""Styles: what a paragraph or a run inherits from document defaults, paragraph style and character style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import reduce

from lxml.etree import _Element

from tongket.files.docx.names import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SECTION,
    VAL,
    first,
    number,
    switch,
    value,
    w,
    whole,
)

# The looks of a run that the text or the reading needs, as bits.
BOLD, ITALIC, UNDERLINE, SUPERSCRIPT, HIDDEN, CAPITALS = 1, 2, 4, 8, 16, 32
_TOGGLES = BOLD | ITALIC | HIDDEN | CAPITALS
_SWITCHES = {w("b"): BOLD, w("i"): ITALIC, w("vanish"): HIDDEN, w("caps"): CAPITALS}
_UNDERLINE, _VERTICAL, _RUN_STYLE = w("u"), w("vertAlign"), w("rStyle")
_FONTS, _HIGH_ANSI, _ASCII, _THEME = w("rFonts"), w("hAnsi"), w("ascii"), w("hAnsiTheme")
_STYLE, _OUTLINE, _SIDE = w("pStyle"), w("outlineLvl"), w("jc")
_NUMBERING, _NUM, _LEVEL = w("numPr"), w("numId"), w("ilvl")
_PAGE_BEFORE, _FRAME, _INITIAL = w("pageBreakBefore"), w("framePr"), w("dropCap")
_GONE, _HIDDEN = (w("del"), w("moveFrom")), w("vanish")
_OF_PARAGRAPHS = frozenset((_STYLE, _NUMBERING, _OUTLINE, _SIDE, RUN_PROPERTIES, SECTION, _PAGE_BEFORE, _FRAME))
_HEADING_NAMES = {f"heading {level}": level - 1 for level in range(1, 10)}
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Look:
    """Bits that properties turn on, and bits that they turn off; the rest is inherited.

    ``font`` is that of letters beyond ASCII; "" where nothing is said, or where the theme's is taken.
    """

    on: int = 0
    off: int = 0
    font: str | None = None

    def over(self, below: Look) -> Look:
        """These properties laid over ``below``."""
        font = below.font if self.font is None else self.font
        return Look(self.on | (below.on & ~self.off), self.off | (below.off & ~self.on), font)

    def apply(self, flags: int) -> int:
        """``flags`` with these properties laid over them."""
        return (flags & ~self.off) | self.on


_LOOKS: dict[tuple[int, int, str | None], Look] = {}  # a document has thousands of runs and a handful of looks


@dataclass(frozen=True, slots=True)
class Properties:
    """What a ``w:pPr`` says itself; None where it says nothing.

    ``numbering`` is numId (0 takes numbering away) and level; ``outline`` counts from 0 and is 9 for body text.
    ``mark_gone``: the paragraph mark is deleted, moved away or hidden. ``ends_section``: a section ends here.
    ``mark_font`` is the font of the mark, in which an automatic number is set. ``is_initial``: a large first letter,
    in a frame of its own, of the paragraph that follows.
    """

    style: str = ""
    numbering: tuple[int, int | None] | None = None
    outline: int | None = None
    centred: bool | None = None
    mark_gone: bool = False
    ends_section: bool = False
    mark_font: str = ""
    on_new_page: bool = False
    is_initial: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """One style of the styles part, with what it says itself."""

    based_on: str
    look: Look
    properties: Properties


@dataclass(frozen=True, slots=True)
class Inherited:
    """What paragraphs in one style inherit: outline level, centring, and the chain of styles that it stands on."""

    outline: int | None
    centred: bool
    chain: tuple[tuple[str, Style], ...]


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles by id, the default paragraph style and the document defaults.

    ``elements`` are those of the styles part: a template defines hundreds of styles, so each is read when first used.
    """

    elements: dict[str, _Element] = field(default_factory=dict)
    default: str = ""
    defaults: Look = Look()
    _read: dict[str, Style] = field(default_factory=dict)
    _flags: dict[tuple[str, str], int] = field(default_factory=dict)
    _fonts: dict[tuple[str, str], str] = field(default_factory=dict)
    _inherited: dict[str, Inherited] = field(default_factory=dict)

    def style(self, name: str) -> Style | None:
        """The style ``name``; None where the part does not define it."""
        if name not in self._read and name in self.elements:
            self._read[name] = _read_style(self.elements[name])
        return self._read.get(name)

    def flags(self, paragraph_style: str, run_style: str) -> int:
        """The looks of a run before its own properties.

        Toggles (bold, italic, hidden, capitals) that both styles turn on cancel out: ISO/IEC 29500-1, 17.7.3.
        """
        known = self._flags.get((paragraph_style, run_style))
        if known is not None:
            return known
        paragraph, run = self._look(self._known(paragraph_style)), self._look(run_style)
        toggled = ((paragraph.on ^ run.on) | self.defaults.on) & _TOGGLES
        rest = run.over(paragraph.over(self.defaults)).on & ~_TOGGLES
        self._flags[(paragraph_style, run_style)] = toggled | rest
        return toggled | rest

    def font(self, paragraph_style: str, run_style: str) -> str:
        """The font of a run before its own properties; "" where nothing names one."""
        key = (paragraph_style, run_style)
        if key not in self._fonts:
            look = self._look(run_style).over(self._look(self._known(paragraph_style)).over(self.defaults))
            self._fonts[key] = look.font or ""
        return self._fonts[key]

    def inherited(self, style: str) -> Inherited:
        """What a paragraph in ``style`` (or the default paragraph style) inherits."""
        known = self._inherited.get(style)
        if known is not None:
            return known
        chain = tuple(self._chain(self._known(style)))
        says = [own.properties for _, own in chain]
        found = Inherited(
            next((one.outline for one in says if one.outline is not None), None),
            next((one.centred for one in says if one.centred is not None), False),
            chain,
        )
        self._inherited[style] = found
        return found

    def _known(self, style: str) -> str:
        return style if style in self.elements else self.default

    def _chain(self, name: str) -> Iterator[tuple[str, Style]]:
        for _ in range(_MAX_CHAIN):
            style = self.style(name)
            if style is None:
                return
            yield name, style
            name = style.based_on

    def _look(self, style: str) -> Look:
        return reduce(lambda found, own: found.over(own[1].look), self._chain(style), Look())


def read_look(properties: _Element) -> tuple[Look, str]:
    """The looks that a ``w:rPr`` turns on and off, and the id of its character style ("" for none)."""
    on = off = 0
    style = ""
    font = None
    for child in properties:
        tag = child.tag
        if tag in _SWITCHES:
            bit, lit = _SWITCHES[tag], switch(child)
        elif tag == _UNDERLINE:
            bit, lit = UNDERLINE, child.get(VAL, "single") != "none"
        elif tag == _VERTICAL:
            bit, lit = SUPERSCRIPT, child.get(VAL) == "superscript"
        elif tag == _RUN_STYLE:
            style = child.get(VAL, "")
            continue
        elif tag == _FONTS:
            font = font_of(child)
            continue
        else:
            continue
        if lit:
            on |= bit
        else:
            off |= bit
    key = (on, off, font)
    return (_LOOKS[key] if key in _LOOKS else _LOOKS.setdefault(key, Look(*key))), style


def font_of(fonts: _Element) -> str | None:
    """The font that a ``w:rFonts`` gives to letters beyond ASCII; "" for the theme's, None where it gives none."""
    if fonts.get(_THEME) is not None:
        return ""
    return fonts.get(_HIGH_ANSI) or fonts.get(_ASCII)


def read_properties(element: _Element) -> Properties:
    """What a ``w:pPr`` says itself."""
    style, outline, centred = "", None, None
    numbering = None
    gone = ends = False
    font = ""
    on_new_page = is_initial = False
    for child in element:
        tag = child.tag
        if tag not in _OF_PARAGRAPHS:  # as what only dresses it: spacing, indents
            continue
        if tag == _STYLE:
            style = child.get(VAL, "")
        elif tag == _NUMBERING:
            num = number(child, _NUM)
            numbering = None if num is None else (num, number(child, _LEVEL))
        elif tag == _OUTLINE:
            outline = whole(child.get(VAL))
        elif tag == _SIDE:
            centred = child.get(VAL) == "center"
        elif tag == RUN_PROPERTIES:
            gone, font = _read_mark(child)
        elif tag == SECTION:
            ends = True
        elif tag == _PAGE_BEFORE:
            on_new_page = switch(child)
        elif tag == _FRAME:
            is_initial = child.get(_INITIAL, "none") != "none"
    return Properties(style, numbering, outline, centred, gone, ends, font, on_new_page, is_initial)


def _read_mark(properties: _Element) -> tuple[bool, str]:
    """Whether a paragraph mark is deleted, moved away or hidden; and its font."""
    gone, font = False, ""
    for child in properties:
        gone = gone or child.tag in _GONE or (child.tag == _HIDDEN and switch(child))
        if child.tag == _FONTS:
            font = font_of(child) or ""
    return gone, font


def read_styles(root: _Element | None) -> StyleSheet:
    """The styles part; without one, nothing is inherited."""
    if root is None:
        return StyleSheet()
    elements: dict[str, _Element] = {}
    default = ""
    for element in root.iterchildren(w("style")):
        name = element.get(w("styleId"), "")
        elements[name] = element
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            default = name
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RUN_PROPERTIES}")
    return StyleSheet(elements, default, Look() if defaults is None else read_look(defaults)[0])


def _read_style(element: _Element) -> Style:
    properties, look = first(element, PARAGRAPH_PROPERTIES), first(element, RUN_PROPERTIES)
    says = Properties() if properties is None else read_properties(properties)
    level = _HEADING_NAMES.get((value(element, w("name")) or "").lower())
    return Style(
        based_on=value(element, w("basedOn")) or "",
        look=Look() if look is None else read_look(look)[0],
        properties=replace(says, outline=level) if says.outline is None else says,
    )
