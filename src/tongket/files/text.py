"""Plain text: UTF-8 or UTF-16, with or without BOM; light emphasis left by converters is style, not text."""

from __future__ import annotations

import re

from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.places import Span
from tongket.model.sources import Block, Cell, Style, Styled

_LINE = re.compile(r"[^\r\n]+")
_TAG = re.compile(r"</?(?:i|b|u|em|strong|sup|sub|span|font)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_STAR = re.compile(r"\*{1,3}")
_TAG_STYLES: dict[str, Style] = {
    "i": "italic",
    "em": "italic",
    "b": "bold",
    "strong": "bold",
    "u": "underline",
    "sup": "superscript",
}


def decode(data: bytes, *, file: str) -> str:
    """The text of ``data``. A UTF-8 file's text is its own, byte order mark included, so that offsets index the file.

    Raises:
        ReadError: it is neither UTF-8 nor UTF-16.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif len(data) >= 4 and len(data) % 2 == 0 and data[1:200:2].count(0) > len(data[1:200:2]) * 0.4:
        encoding = "utf-16-le"
    elif len(data) >= 4 and len(data) % 2 == 0 and data[0:200:2].count(0) > len(data[0:200:2]) * 0.4:
        encoding = "utf-16-be"
    else:
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            N_("the text is not Unicode (byte {byte})."),
            N_("Open it in Word and save it as 'Plain text, UTF-8', or save it as .docx."),
            where=file,
            byte=error.start,
        ) from error


def text_blocks(text: str) -> tuple[Block, ...]:
    """One block a line that is not blank; a line with tabs is a row of cells."""
    return tuple(_block(text, found.start(), found.end()) for found in _LINE.finditer(text) if found.group().strip())


def _block(text: str, start: int, end: int) -> Block:
    markup, styles = _emphasis(text, start, end)
    line = text[start:end]
    stripped = line.lstrip("\ufeff")
    if "\t" in stripped.strip() and not set(stripped.strip()) <= set("-\t =|"):
        cells = []
        at = start
        for column, piece in enumerate(line.split("\t")):
            cells.append(Cell(at, at + len(piece), column))
            at += len(piece) + 1
        return Block("row", start, end, styles=styles, markup=markup, cells=tuple(cells))
    return Block("paragraph", start, end, styles=styles, markup=markup)


def _emphasis(text: str, start: int, end: int) -> tuple[tuple[Span, ...], tuple[Styled, ...]]:
    """Marks of emphasis in one line, and what they emphasise; a mark left open runs to the end of the line."""
    marks: list[tuple[int, int, str]] = [(m.start(), m.end(), m.group()) for m in _TAG.finditer(text, start, end)]
    marks += _stars(text, start, end)
    if not marks:
        return (), ()
    marks.sort()
    styles: list[Styled] = []
    opened: dict[Style, int] = {}
    for at, to, mark in marks:
        for style, opens in _meaning(mark):
            if opens is None:
                opens = style not in opened
            if opens:
                opened.setdefault(style, to)
            elif style in opened:
                styles.append(Styled(opened.pop(style), at, style))
    styles += [Styled(since, end, style) for style, since in opened.items()]
    return tuple(Span(at, to) for at, to, _ in marks), tuple(styles)


def _meaning(mark: str) -> list[tuple[Style, bool | None]]:
    """Which styles a mark turns on (True), off (False), or over (None)."""
    if mark.startswith("*"):
        found: list[tuple[Style, bool | None]] = []
        if len(mark) >= 2:
            found.append(("bold", None))
        if len(mark) != 2:
            found.append(("italic", None))
        return found
    name = mark.strip("</>").split()[0].lower()
    style = _TAG_STYLES.get(name)
    return [(style, not mark.startswith("</"))] if style else []


def _stars(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Runs of asterisks that are emphasis: not a bullet ('* '), not a line of stars, not a lone star between blanks."""
    found = []
    for match in _STAR.finditer(text, start, end):
        at, to = match.span()
        before = text[at - 1] if at > start else " "
        after = text[to] if to < end else " "
        bullet = text[start:at].strip() == "" and after == " "
        if text[start:end].strip(" *\t") == "":
            continue
        if bullet and to - at == 3:  # '*** Nguyên nhân:**' is a bullet and then bold
            found.append((at + 1, to, "**"))
            continue
        if bullet or (before.isspace() and after.isspace()):
            continue
        found.append((at, to, match.group()))
    return found
