"""Emphasis that converters leave in plain text (Markdown marks, HTML tags): style, and not text.

Only what is clearly emphasis counts: a bullet '* ', a line of stars, '(*)', '2 * 3', '____' to be filled in stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tongket.files import limits
from tongket.model.places import Span
from tongket.model.sources import Style, Styled

_NAMES = "i|I|b|B|u|U|em|EM|strong|STRONG|sup|SUP|sub|SUB|span|SPAN|font|FONT|mark|ins"
_MARK = re.compile(
    rf"(?P<escape>\\)[\\*_#+\-.!()\[\]{{}}|<>~`]|(?P<stars>\*+)|(?P<bars>_+)"
    rf"|<(?P<close>/?)(?P<tag>{_NAMES})(?:\s[^<>]{{0,200}})?>"
)
_HEADING = re.compile(r"[ \ufeff]{0,3}(#{1,6})[ \t]+(?=\S)")
_FIRST = re.compile("[ \t\ufeff]*")
_STYLES: dict[str, tuple[Style, ...]] = {
    "*": ("italic",),
    "_": ("italic",),
    "**": ("bold",),
    "__": ("bold",),
    "***": ("bold", "italic"),
    "i": ("italic",),
    "em": ("italic",),
    "b": ("bold",),
    "strong": ("bold",),
    "u": ("underline",),
    "ins": ("underline",),
    "sup": ("superscript",),
}
_STAYS_OPEN = 5  # lines over which bold or a tag may run on
_BEFORE, _AFTER = frozenset("([“\"'*"), frozenset(")]”\"'*.,;:!?")
_NEVER_OPENS = frozenset(" \t*_).,;:!?…”’")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that may open or close emphasis; ``token`` tells which marks belong together."""

    start: int
    end: int
    token: str
    opens: bool
    closes: bool
    line: int


@dataclass(slots=True)
class Emphasis:
    """What was found in one line; ``level`` is that of a '#' heading, from 0."""

    markup: list[Span] = field(default_factory=list)
    styles: list[Styled] = field(default_factory=list)
    level: int | None = None


def read_emphasis(text: str, lines: Sequence[tuple[int, int]]) -> list[Emphasis]:
    """The emphasis of lines that stand together, one value a line: bold and tags may run from one to the next."""
    found = [Emphasis() for _ in lines]
    opened: dict[str, Mark] = {}
    room = limits.MOST_MARKS
    for number, (start, end) in enumerate(lines):
        for mark in _read_line(text, start, end, number, found[number]):
            _take(mark, opened, found, lines)
            if len(found[number].markup) > room:
                break  # what follows is not read
        room -= len(found[number].markup)
        for token, mark in list(opened.items()):
            if token in ("*", "_", "__") or number - mark.line >= _STAYS_OPEN:
                _leave_open(opened.pop(token), found, lines)
    for mark in opened.values():
        _leave_open(mark, found, lines)
    for one in found:
        one.markup.sort()
        one.styles.sort(key=lambda styled: (styled.start, styled.end, styled.style))
    return found


def _read_line(text: str, start: int, end: int, number: int, found: Emphasis) -> Iterator[Mark]:
    """The marks of one line; what is markup in any case goes into ``found`` at once."""
    heading = _HEADING.match(text, start, end)
    if heading:
        found.level = len(heading.group(1)) - 1
        found.markup.append(Span(heading.start(1), heading.end()))
    if not text[start:end].strip(" \t*_"):
        return
    first = _FIRST.match(text, start, end)
    text_at = first.end() if first else start
    for match in _MARK.finditer(text, start, end):
        at, to = match.span()
        before = text[at - 1] if at > start else " "
        after = text[to] if to < end else " "
        if match.group("escape"):
            found.markup.append(Span(at, at + 1))
        elif match.group("tag"):
            found.markup.append(Span(at, to))
            closes = bool(match.group("close"))
            yield Mark(at, to, match.group("tag").lower(), not closes, closes, number)
        elif match.group("stars"):
            yield from _stars(match.group(), at, before, after, number, begins=at <= text_at)
        elif to - at <= 2:
            opens = (before.isspace() or before in _BEFORE) and (after.isalnum() or after in _BEFORE)
            closes = (before.isalnum() or before in _AFTER) and (after.isspace() or after in _AFTER)
            yield Mark(at, to, match.group(), opens, closes, number)


def _stars(stars: str, at: int, before: str, after: str, number: int, *, begins: bool) -> list[Mark]:
    """The marks that a run of stars makes; ``begins``: it is the first thing in its line."""
    to = at + len(stars)
    bullet = begins and after in " \t"
    if bullet and len(stars) == 3:  # '*** Nguyên nhân:**' is a bullet and then bold
        return [Mark(at + 1, to, "**", True, False, number)]
    if bullet or len(stars) > 3 or (before.isspace() and after.isspace()):
        return []
    if len(stars) > 1:
        return [Mark(at, to, stars, not after.isspace(), not before.isspace(), number)]
    opens = after not in _NEVER_OPENS and not before.isalnum()
    return [Mark(at, to, stars, opens, not before.isspace() and before != "(" and not after.isalnum(), number)]


def _take(mark: Mark, opened: dict[str, Mark], found: list[Emphasis], lines: Sequence[tuple[int, int]]) -> None:
    token = mark.token
    if mark.closes and token in opened:
        _close(opened.pop(token), mark, found, lines)
    elif mark.closes and token == "**" and "***" in opened:  # noqa: S105 - a mark of emphasis, no password
        whole = opened.pop("***")
        _close(Mark(whole.start + 1, whole.end, "**", True, False, whole.line), mark, found, lines)
    elif mark.opens:
        opened.setdefault(token, mark)
    elif mark.closes and token == "**":  # noqa: S105 - as above; bold that a page break cut off from its start
        start = lines[mark.line][0]
        _close(Mark(start, start, token, True, False, mark.line), mark, found, lines)


def _close(first: Mark, last: Mark, found: list[Emphasis], lines: Sequence[tuple[int, int]]) -> None:
    for mark in (first, last):
        if mark.token not in _TAGS and mark.end > mark.start:
            found[mark.line].markup.append(Span(mark.start, mark.end))
    for number in range(first.line, last.line + 1):
        start = first.end if number == first.line else lines[number][0]
        end = last.start if number == last.line else lines[number][1]
        _style(first.token, start, end, found[number])


def _leave_open(mark: Mark, found: list[Emphasis], lines: Sequence[tuple[int, int]]) -> None:
    """A mark without its end: bold and tags hold to the end of the line, single marks are text."""
    if mark.token in _TAGS or mark.token in ("**", "***"):
        if mark.token not in _TAGS:
            found[mark.line].markup.append(Span(mark.start, mark.end))
        _style(mark.token, mark.end, lines[mark.line][1], found[mark.line])


def _style(token: str, start: int, end: int, found: Emphasis) -> None:
    if end > start:
        found.styles += [Styled(start, end, style) for style in _STYLES.get(token, ())]


_TAGS = frozenset(_NAMES.lower().split("|"))
