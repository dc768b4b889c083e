"""Plain text: lines to blocks, pages at form feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.files import limits
from tongket.files.cell_lines import rows_again
from tongket.files.emphasis import Emphasis, read_emphasis
from tongket.files.lost_lines import found_again, parted
from tongket.model.places import Span
from tongket.model.sources import Block, BlockKind, Cell
from tongket.vietnamese.unicode import BULLETS

# Lines end where Word and Unicode end them; a vertical tab is Word's line break, a form feed its page break.
_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_QUOTED = re.compile("(?:[ \t]*>)*([^\r\n\x0b\x0c\x85\u2028\u2029]*)")
_TELLING = re.compile(r"[*_<#\\]")
_BARRED = re.compile(r"(?<!\\)\|([^|]*)(?=\|)")
_BAR = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
_RULE_ONLY = frozenset("-\t =|_:.")


def page_count(text: str) -> int | None:
    """How many pages form feeds divide ``text`` into; None where there is none to tell."""
    breaks = text.rstrip().count("\f")
    return breaks + 1 if breaks else None


def text_blocks(text: str) -> tuple[Block, ...]:
    """One block a line that is not blank; a line with tabs or between bars is a row of cells, and so are the lines
    of a row whose cells stand one a line. Of a text with more lines than are read, one line more than those.

    Pages are counted where form feeds divide them. A line after '#' marks is a heading of that level.
    """
    paged = page_count(text) is not None
    page, seen = 1, 0
    found: list[Block] = []
    barred = _barred_lines(text) if text.count("|") > 5 else frozenset()
    spaced = _spaced_lines(text) if text.count("   ") > 5 else frozenset()
    for group in _groups(text):
        if paged:
            page += text.count("\f", seen, group[0][0])
            seen = group[0][0]
        plain = _TELLING.search(text, group[0][0], group[-1][1]) is None
        emphasis = [_NONE] * len(group) if plain else read_emphasis(text, group)
        for (start, end), own in zip(group, emphasis, strict=True):
            above = found[-1] if found else None
            in_table = above is not None and len(above.cells) == _PAIR and text.count("\n", above.end, start) <= 1
            on_page = page if paged else None
            gap = _BAR if start in barred else _GAP if start in spaced else None
            found.append(_block(text, start, end, own, on_page, gap=gap, in_table=in_table))
    return rows_again(text, found)


_NONE = Emphasis()


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Lines that are not blank, those without a blank line between them together."""
    group: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if group and (text.count("\n", group[-1][1], start) > 1 or "\f" in text[group[-1][1] : start]):
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def _is_quoted(text: str) -> bool:
    """Whether nearly every line stands behind '>', as a mail quotes what it answers or forwards."""
    lines = [found.group() for found in _LINE.finditer(text) if not found.group().isspace()]
    return sum(1 for line in lines if line.lstrip()[0] == ">") >= 0.9 * len(lines)


def _lines(text: str) -> list[tuple[int, int]]:
    """The lines that are not blank, no more than are read and one; of a text that lost its lines, as they were."""
    if text.count("\n>") * 2 > text.count("\n") and _is_quoted(text):
        printed = ((found.start(1), found.end()) for found in _QUOTED.finditer(text) if found[1].strip())
    else:
        printed = (found.span() for found in _LINE.finditer(text) if not found.group().isspace())
    lines = list(islice(printed, limits.MOST_LINES + 1))
    cuts = found_again(text, lines)
    if not cuts:
        return lines
    return list(islice((part for line in lines for part in parted(*line, cuts)), limits.MOST_LINES + 1))


def _barred_lines(text: str) -> frozenset[int]:
    """Where the lines begin that bars part into cells without bars at their ends: three or more with as many bars."""
    found: set[int] = set()
    run: list[int] = []
    bars = 0
    for line in _LINE.finditer(text):
        piece = line.group().strip()
        closed = piece[:1] == piece[-1:] == "|"
        here = len(_BAR.findall(piece)) if piece and not closed and len(piece) < 600 else 0
        if here < 2 or here != bars:
            run, bars = [], here
        if here >= 2:
            run.append(line.start())
        if len(run) >= 3:
            found.update(run)
            run = run[-2:]  # what is before them is found already
    return frozenset(found)


_GAP = re.compile(r"(?<=\S) {3,}(?=\S)|^ {3,}(?=\S)")
_FEWEST_COLUMNS, _FEWEST_LINES = 3, 4
_LONGEST_ROW = 300
_ENDS_OF_ROWS = frozenset("0123456789%-")


def _spaced_lines(text: str) -> frozenset[int]:
    """Where the lines begin that wide blanks part into cells: four or more that follow one another with as many gaps,
    each but the first with a number at its end, as the head and the rows of a table that was copied as text.
    """
    found: set[int] = set()
    run: list[int] = []
    gaps, last = 0, -1
    for line in _LINE.finditer(text):
        piece = line.group().rstrip()
        short = len(piece) <= _LONGEST_ROW and "|" not in piece and "\t" not in piece
        here = len(_GAP.findall(piece)) if short and "   " in piece else 0
        apart = last >= 0 and text.count("\n", last, line.start()) > 1
        if here + 1 < _FEWEST_COLUMNS or here != gaps or apart or piece[-1:] not in _ENDS_OF_ROWS:
            run, gaps = [], here
        if here + 1 >= _FEWEST_COLUMNS:
            run.append(line.start())
        if len(run) >= _FEWEST_LINES:
            found.update(run)
            run = run[1 - _FEWEST_LINES :]  # what is before them is found already
        last = line.end()
    return frozenset(found)


_PAIR = 2  # cells of a row that a point of a list may look like
# What Word writes before the tab where a list with automatic numbers is copied as text
_LISTED = re.compile(
    r"(?:(?:[IVX]{1,5}|[A-HĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,3})(?:[./)][-–]?|[-–])|\d{1,2}(?:\.\d{1,2}){1,3}"
    rf"|\(\w{{1,2}}\)|[-–—+o{BULLETS}])[ \u00a0]*\t[ \u00a0]*(?=\S)"
)


def _block(
    text: str,
    start: int,
    end: int,
    emphasis: Emphasis,
    page: int | None,
    *,
    gap: re.Pattern[str] | None = None,
    in_table: bool = False,
) -> Block:
    markup, styles = tuple(emphasis.markup), tuple(emphasis.styles)
    if text[start] == "\ufeff":
        markup = (Span(start, start + 1), *markup)
    line = text[start:end]
    inside = line.strip("\ufeff \t")
    cells: tuple[Cell, ...] = ()
    if "\t" in inside and not _RULE_ONLY.issuperset(inside):
        listed = not in_table and inside.count("\t") == 1 and _LISTED.match(inside) is not None
        cells = () if listed else _cells(line, start)
    elif inside[:1] == "|" and inside[-1:] == "|" and inside.count("|") > 2 and not _RULE_ONLY.issuperset(inside):
        cells = _barred_cells(text, start, end)
    elif gap is not None:
        cells = _parted_cells(line, start, gap)
    kind: BlockKind = "row" if cells else "paragraph"
    return Block(kind, start, end, level=emphasis.level, page=page, styles=styles, markup=markup, cells=cells)


def _cells(line: str, start: int) -> tuple[Cell, ...]:
    cells = []
    at = start
    for column, piece in enumerate(line.split("\t", limits.MOST_CELLS + 1)):
        cells.append(Cell(at, at + len(piece), column))
        at += len(piece) + 1
    return tuple(cells)


def _barred_cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """The cells between the bars of a Markdown table, without the blanks beside the bars."""
    cells = []
    for column, found in enumerate(_BARRED.finditer(text, start, end)):
        piece = found.group(1)
        at = found.start(1) + len(piece) - len(piece.lstrip())
        cells.append(Cell(at, at + len(piece.strip()), column))
    return tuple(cells)


def _parted_cells(line: str, start: int, gap: re.Pattern[str]) -> tuple[Cell, ...]:
    """The cells of a line that bars part and do not close, or wide blanks."""
    cells = []
    at = 0
    for column, (low, high) in enumerate([*(found.span() for found in gap.finditer(line)), (len(line), len(line))]):
        piece = line[at:low]
        begins = start + at + len(piece) - len(piece.lstrip())
        cells.append(Cell(begins, begins + len(piece.strip()), column))
        at = high
    return tuple(cells)
