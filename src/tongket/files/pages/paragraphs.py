"""Lines to paragraphs: which line goes on with the one above it, over lines and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tongket.files.pages.elements import Element, Row, TextLine
from tongket.files.pages.lines import first_word_width

_INDENT = 4.0  # points: lines that begin further right than that are indented
_FIRST_LINE = 60.0  # points: the first line of a paragraph is indented less
_SLACK = 2.0  # points by which a line may pass or miss its edge
_SPACED = 0.24  # of the size: more than that above the usual distance of lines is a space between paragraphs
_OTHER_SIZE = 1.18  # letters so much larger begin another paragraph
_FAR_RIGHT = 0.36  # of the column: a line that begins there stands by itself (a signature, a date)
_LIST_MARK = re.compile(
    r"[-–—+•●▪*]\s*\S|\(?[a-zđ]\)\s|[a-zđ]\.\s+\S|\(?\d{1,2}\)\s|\d{1,2}(?:\.\d{1,2}){0,4}\.?\s*[-/]?\s*[^\W\d_]|[IVX]{1,5}\s?[.\-)/]\s*\S"
    r"|[A-H][.)]\s|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:thứ|THỨ|[IVX\d]+)"
)
_UNIT_LINE = re.compile(r"\(?(?:Đơn vị tính|ĐƠN VỊ TÍNH|ĐVT)\s*:")  # stands by itself above a table
_RECENT = 6  # lines of a paragraph that tell its distance of lines
_NEAR = 2.0  # of the size: lines of one paragraph stand no further apart
_UNFILLED = 0.25  # of the column: a line that leaves more room has ended
_A_WORD = 12  # letters: capitals that go on so long are no symbol at a line's end
_CUT_SYMBOL = re.compile(r"[^\W_][-–/]$")
_ENDED = re.compile(r"[.;:!?…/][”\"’')»\]\d]*$")


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph, in order."""

    lines: list[TextLine]

    @property
    def is_centred(self) -> bool:
        """Whether its lines stand in the middle; a full first line is measured by the last one."""
        return self.lines[-1].is_centred and all(one.is_centred or _is_even(one) for one in self.lines)


@dataclass(slots=True)
class _Joiner:
    """What is known of the whole document while its paragraphs are put together."""

    pitch: dict[int, float]
    paragraphs: list[Paragraph | Row] = field(default_factory=list)
    open: Paragraph | None = None
    since: list[Row] = field(default_factory=list)  # rows that stand after the open paragraph


def read_paragraphs(elements: Sequence[Element]) -> list[Paragraph | Row]:
    """Paragraphs and rows in reading order; a paragraph that a page end or a table interrupts is one."""
    state = _Joiner(_usual_pitch(elements))
    for element in elements:
        if isinstance(element, Row):
            state.since.append(element)
            continue
        current = state.open
        if current is not None and _joins(current, element, state.pitch, interrupted=bool(state.since)):
            current.lines.append(element)
            continue
        state.paragraphs += state.since
        state.since = []
        state.open = Paragraph([element])
        state.paragraphs.append(state.open)
    state.paragraphs += state.since
    return state.paragraphs


def _usual_pitch(elements: Sequence[Element]) -> dict[int, float]:
    """The distance of lines inside paragraphs, for each size of letters: the commonest one."""
    seen: dict[int, Counter[float]] = {}
    last: TextLine | None = None
    for element in elements:
        if isinstance(element, Row):
            last = None
            continue
        if last is not None and element.gap is not None and element.indent < _INDENT and not _ends_short(last, element):
            seen.setdefault(round(element.line.size), Counter())[round(element.gap * 2) / 2] += 1
        last = element
    return {size: max(counts.items(), key=lambda item: (item[1], -item[0]))[0] for size, counts in seen.items()}


def _joins(paragraph: Paragraph, line: TextLine, pitch: dict[int, float], *, interrupted: bool) -> bool:
    last = paragraph.lines[-1]
    if _UNIT_LINE.match(_text(line)):
        return False
    if interrupted:
        return _goes_on_after_table(last, line)
    if _is_cut(last, line):
        return True
    if _is_other(last, line) or _is_spaced(paragraph, line, pitch) or _ends_short(last, line):
        return False
    if last.is_centred or line.is_centred:
        return _is_centred_pair(last, line)
    if _ends_title(paragraph, line):
        return False
    if last.line.text.isupper() and not line.line.text.isupper() and len(last.line.text) > _A_WORD:
        return False  # a heading in capitals
    if line.indent > _FAR_RIGHT * (line.right - line.left):
        return False
    if _LIST_MARK.match(_text(line)) and _begins_item(paragraph, last, line):
        return False
    if line.indent < _INDENT:
        return True
    return _hangs(paragraph, line)


def _is_cut(last: TextLine, line: TextLine) -> bool:
    """Whether a symbol ('4017/TTr-' / 'BNNMT') or a phrase was cut, wherever the edges of a scan seem to be."""
    before, text = last.line.text, line.line.text
    near = line.gap is None or line.gap <= _NEAR * max(last.line.size, line.line.size)
    if not near or line.indent >= 2 * _INDENT or last.is_centred or last.room > _UNFILLED * (last.right - last.left):
        return False
    if _CUT_SYMBOL.search(before):
        return text[0].isalnum()
    return text[0].islower() and not _LIST_MARK.match(text) and not _ENDED.search(before) and not before.isupper()


def _goes_on_after_table(last: TextLine, line: TextLine) -> bool:
    """A sentence that was cut in its middle, before a table that floated to a page's edge."""
    text = _text(line)
    return (
        not _ENDED.search(_text(last))
        and not _ends_short(last, line)
        and text[:1].islower()
        and line.indent < _INDENT
        and not last.is_centred
    )


def _is_other(last: TextLine, line: TextLine) -> bool:
    small, large = sorted((last.line.size, line.line.size))
    return large > small * _OTHER_SIZE


def _is_spaced(paragraph: Paragraph, line: TextLine, pitch: dict[int, float]) -> bool:
    """Whether more room stands above ``line`` than between the lines of a paragraph."""
    if line.gap is None:
        return False
    inside = [one.gap for one in paragraph.lines[max(1, len(paragraph.lines) - _RECENT) :] if one.gap is not None]
    usual = max(inside) if inside else pitch.get(round(line.line.size), line.line.size * 1.5)
    return line.gap > usual + _SPACED * line.line.size


def _ends_short(last: TextLine, line: TextLine) -> bool:
    """Whether the first word of ``line`` would have had room above: then the line end was meant."""
    blank = 0.22 * last.line.size
    room = last.room
    if last.is_centred:
        room += last.indent
    return room - blank - _SLACK > first_word_width(line.line)


def _is_centred_pair(last: TextLine, line: TextLine) -> bool:
    even = (last.is_centred or _is_even(last)) and line.is_centred
    return even and last.line.is_bold == line.line.is_bold and not _LIST_MARK.match(_text(line))


def _ends_title(paragraph: Paragraph, line: TextLine) -> bool:
    """Whether ``line`` is plain text below a bold title in the middle, whose last line fills the column nearly."""
    title = paragraph.lines
    in_middle = all(one.is_centred or (_is_even(one) and one.indent >= _INDENT) for one in title)
    return in_middle and all(one.line.is_bold for one in title) and not line.line.is_bold


def _is_even(line: TextLine) -> bool:
    return abs(line.indent - line.room) <= line.line.size


def _begins_item(paragraph: Paragraph, last: TextLine, line: TextLine) -> bool:
    """Whether what looks like a list mark is one: after an end mark, or where items begin."""
    if _ENDED.search(_text(last)) or line.indent >= _INDENT:
        return True
    first = paragraph.lines[0]
    if first is last and first.indent > _FIRST_LINE:
        return True  # a title in the middle, which is the longest line of a page
    return first.indent < _INDENT and bool(_LIST_MARK.match(_text(first))) and not _is_full(last)


def _is_full(line: TextLine) -> bool:
    return line.room <= line.line.size


def _hangs(paragraph: Paragraph, line: TextLine) -> bool:
    """Whether an indented line keeps to the edge of the lines above it, or to the text after their list mark."""
    first = paragraph.lines[0]
    if len(paragraph.lines) > 1:
        return abs(paragraph.lines[-1].line.left - line.line.left) <= _INDENT
    if line.line.left < first.line.left - _INDENT:
        return True  # a first line that is indented further, in a block that is indented as a whole
    words = first.line.words
    if len(words) > 1 and _LIST_MARK.match(_text(first)):
        return line.line.left - first.line.left > _INDENT and abs(words[1].left - line.line.left) <= 2 * _INDENT
    return False


def _text(line: TextLine) -> str:
    return line.line.text
