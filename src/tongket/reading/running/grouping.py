"""Lines put together into paragraphs, rows and notes, in one pass (gom dòng thành đoạn)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from tongket.model.sources import Block, Source
from tongket.reading.running.joining import (
    APPENDIX,
    AUTHORITY,
    LIST_MARK,
    NATION,
    TYPE_LINE,
    has_doubled_ends,
    joins,
    measure,
    of_paragraphs,
    titles_of_lone_numbers,
    without_doubled_ends,
)
from tongket.reading.running.note_lines import find_notes
from tongket.reading.running.source_lines import Line, read_lines
from tongket.reading.running.type_lines import read_type_line
from tongket.vietnamese.blanks import NO_FAULT, Blanks

GroupKind = Literal["body", "note", "row"]

LOST_MARK = "\ufffd"
_LOST_NOTE = re.compile(rf"\s*{LOST_MARK}\s*(?=\S)")
_PAGE_NUMBER = re.compile(r"(?:[-–]\s*|Trang\s+)?(\d{1,3})(?:\s*[-–]|\s*/\s*\d{1,3})?")
_TAIL = re.compile(rf"(?:\*\s?)?(?:Nơi nhận|NƠI NHẬN|Nơi gửi)\b|{AUTHORITY}")
# A numbered line after a signature: the text goes on there, or an attached document has begun.
_RESUMES = re.compile(
    r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)\-/]\s*[^\W\d_]|(?:Phần|PHẦN|Chương|CHƯƠNG|Điều|ĐIỀU)\s+[IVX\dtT]"
    r"|(?:Phần|PHẦN)\s+[A-H]\b"
)
# Number and day of a letterhead that break within themselves: the end of one line, the begin of the next.
_BROKEN_IN_HEAD = (
    (re.compile(r"^[Ss]ố\s*:?$"), re.compile(r"[\d.…/_-]{1,12}\s?[/-]?\s?[^\W\d_]+[/-]")),
    (re.compile(r",\s*ngày$"), re.compile(r"[\d.…]{0,4}\s*tháng")),
    (re.compile(r",\s*ngày\s*[\d.…]{0,4}$"), re.compile(r"tháng\s*[\d.…]")),
    (re.compile(r",\s*ngày\s*[\d.…]{0,4}\s*tháng$"), re.compile(r"[\d.…]{1,4}\s*năm")),
    (re.compile(r",\s*ngày\s*[\d.…]{0,4}\s*tháng\s*[\d.…]{1,4}$"), re.compile(r"năm\s*\d{4}$")),
)
_SENTENCE_ENDS = frozenset(".;:!?")
_CANNOT_BEGIN = frozenset(",;.)”»")


class Group(NamedTuple):
    """Lines that make one paragraph, row or note; ``text_at`` is where a note's text begins, after its mark.

    A named tuple, as ``Line``: a long law has tens of thousands, and these are built twice as fast as dataclasses.
    """

    kind: GroupKind
    lines: tuple[Line, ...]
    mark: str = ""
    text_at: int = -1


def group_blocks(source: Source, *, composed: bool, blanks: Blanks = NO_FAULT) -> list[Group]:
    """The paragraphs, rows and notes of ``source``, in reading order; a note stands where it was found.

    ``composed``: all of its text is in NFC. ``blanks``: those to put right.
    """
    lines = read_lines(source, composed=composed, blanks=blanks)
    texts = of_paragraphs(source, lines)
    if has_doubled_ends(source, texts):
        lines = without_doubled_ends(source, lines)
        texts = of_paragraphs(source, lines)
    return _Grouper(source, lines, texts, titles_of_lone_numbers(lines).union(blanks.joined)).run()


_new = tuple.__new__  # of a named tuple, without the function in between: of use where tens of thousands are made
_A_SENTENCE = 30  # characters: a shorter line is a label or a cell, and the number below it a figure
_FEWEST_PAGES = 3  # whose tops show that a line comes again
_DIGITS = re.compile(r"\d+")
_FEW_LINES = 5
_LONGEST_CELL = 150  # characters of a cell that stands alone in its row
_LONGEST_PAGE_NUMBER = 12  # characters, dashes and 'Trang' with it


class _Grouper:
    """One pass over the lines, with what is open at each moment."""

    def __init__(self, source: Source, lines: list[Line], texts: list[Line], joined: Collection[int]) -> None:
        self.source = source
        self.joined = joined  # where lines begin of which is known that they go on the line above
        self.lines = lines
        self.running = _running_heads(source, lines)
        self.wrapped, self.width = measure(source, texts)
        self.head_end = _head_end(lines)
        self.notes = find_notes(source, lines)
        self.groups: list[Group] = []
        self.open: list[Line] = []  # lines of the paragraph under way
        self.note: list[Line] = []  # lines of the note under way
        self.last: Line | None = None  # last line of the paragraph under way
        self.last_note: Line | None = None
        self.note_mark: tuple[str, int] = ("", -1)
        self.cut = False  # notes or a page number stood since ``last``
        self.in_tail = False
        self.page = 0
        self.lost = 0
        self.has_tabs = source.format == "txt" and "\t" in source.text and not _is_indented(source, texts)

    def run(self) -> list[Group]:
        for order, line in enumerate(self.lines):
            self._step(order, line)
        self._close_note()
        self._close()
        return self.groups

    def _step(self, order: int, line: Line) -> None:
        index, start, end, text, _, _ = line
        block = self.source.blocks[index]
        if block.kind == "row" or (
            self.has_tabs and self.source.text.find("\t", start, end) >= 0 and self._is_row_of_one_cell(order, line)
        ):
            self._close_note()
            self._close()
            self.groups.append(Group("row", (line,)))
            if _TAIL.match(text):
                self.in_tail = True
            return
        if order in self.running or (len(text) <= _LONGEST_PAGE_NUMBER and self._is_page_number(order, line)):
            self.cut = True
            return
        may_begin_note = self.in_tail or block.kind == "note" or index in self.notes
        found = self._note_start(line, block) if may_begin_note else None
        if found is not None:
            self._close_note()
            self.note, self.note_mark, self.last_note, self.cut = [line], found, line, True
            return
        if self.last_note is not None:
            if self._continues_note(line):
                self.note.append(line)
                self.last_note = line
                return
            self._close_note()
        first = text[0]
        if (first in "PB" and APPENDIX.match(text)) or (self.in_tail and _RESUMES.match(text)):
            self.in_tail = False
        elif first in "*NTK" and _TAIL.match(text):
            self.in_tail = True
        if self._joins(line) if order > self.head_end else self._goes_on_in_head(line):
            self.open.append(line)
        else:
            self._close()
            self.open = [line]
        self.last, self.cut = line, False

    def _is_row_of_one_cell(self, order: int, line: Line) -> bool:
        """A line with tabs before or after its only words, beside a row: a row whose other cells are blank."""
        if not any(map(str.isalnum, line.text)) or len(line.text) > _LONGEST_CELL or line.ends in ".;":
            return False
        if self.groups and not self.open and self.groups[-1].kind == "row":
            return True
        after = self.lines[order + 1] if order + 1 < len(self.lines) else None
        return after is not None and self.source.blocks[after.index].kind == "row" and order > self.head_end

    def _note_start(self, line: Line, block: Block) -> tuple[str, int] | None:
        if block.kind == "note":
            mark = block.mark
            at = (
                block.start
                + len(self.source.text[block.start : block.end])
                - len(self.source.text[block.start : block.end].lstrip())
            )
            if mark and self.source.text.startswith(mark, at):
                at += len(mark)
            return mark, at
        if line.index in self.notes:
            return self.notes[line.index]
        if self.in_tail and line.text.startswith(LOST_MARK):
            found = _LOST_NOTE.match(self.source.text, block.start)
            if found:
                self.lost += 1
                return str(self.lost), found.end()
        return None

    def _continues_note(self, line: Line) -> bool:
        """A line after a note is the note's own when the body before it was complete and the note was not."""
        if self.last_note is None or LIST_MARK.match(line.text) or APPENDIX.match(line.text):
            return False
        if self.in_tail and self.lost and not _TAIL.match(line.text):
            return True
        body_is_whole = self.last is None or self.last.is_ended or not line.begins_lower
        if self.wrapped and not line.blank_before:
            return body_is_whole or not self.last_note.is_ended
        return body_is_whole and line.begins_lower and not self.last_note.is_ended

    def _is_page_number(self, order: int, line: Line) -> bool:
        """A number that goes on with those of the pages before; any later one where the page or a sentence is cut."""
        if self.source.format != "txt":
            return False
        found = _PAGE_NUMBER.fullmatch(line.text)
        number = int(found.group(1)) if found else 0
        if number <= self.page or (number > self.page + 2 and not self._is_at_cut(order, line)):
            return False
        self.page = number
        return True

    def _is_at_cut(self, order: int, line: Line) -> bool:
        """Whether a form feed stands beside ``line``, or it stands alone, between blank lines, inside a sentence."""
        text = self.source.text
        after = self.lines[order + 1] if order + 1 < len(self.lines) else None
        before = self.lines[order - 1].end if order else 0
        if "\f" in text[before : line.start]:
            return True
        if not line.blank_before or after is None:
            return False
        if "\f" in text[line.end : after.start]:
            return True
        goes_on = self.last is not None and not self.last.is_ended and len(self.last.text) >= _A_SENTENCE
        return goes_on and after.blank_before and after.text[0].islower()

    def _joins(self, line: Line) -> bool:
        last = self.last
        if last is None or self.in_tail:
            return False
        if self.joined and line.start in self.joined:
            return True
        if (
            not self.wrapped
            and last.ends in _SENTENCE_ENDS
            and line.text[0] not in _CANNOT_BEGIN
            and last.text[-3:] != "..."
        ):
            return False  # as ``joins`` would say, too; most lines of a long law end here
        return joins(last, line, wrapped=self.wrapped, width=self.width, cut=self.cut)

    def _goes_on_in_head(self, line: Line) -> bool:
        """Whether a line of the letterhead goes on the one above, as narrow cells of web pages break it."""
        if self.last is None:
            return False
        if self.open[0].text.startswith("CỘNG"):
            so_far = " ".join(one.text for one in (*self.open, line)).replace("HOÀ", "HÒA")
            return NATION.startswith(so_far)
        return any(above.search(self.last.text) and below.match(line.text) for above, below in _BROKEN_IN_HEAD)

    def _close(self) -> None:
        if self.open:
            self.groups.append(_new(Group, ("body", tuple(self.open), "", -1)))
        self.open, self.last = [], None

    def _close_note(self) -> None:
        if self.note:
            self.groups.append(Group("note", tuple(self.note), *self.note_mark))
        self.note, self.last_note = [], None


def _running_heads(source: Source, lines: Sequence[Line]) -> frozenset[int]:
    """The orders of the lines that come again at the top of most pages, but for their numbers: 'Công báo số 12'."""
    if source.format != "txt" or source.text.count("\f") < _FEWEST_PAGES:
        return frozenset()
    tops: dict[str, list[int]] = {}
    pages = 0
    for order, line in enumerate(lines):
        if "\f" in source.text[lines[order - 1].end if order else 0 : line.start]:
            pages += 1
            is_own = LIST_MARK.match(line.text) or APPENDIX.match(line.text) or TYPE_LINE.match(line.text)
            if not is_own and source.blocks[line.index].kind == "paragraph":
                tops.setdefault(_DIGITS.sub("0", line.text), []).append(order)
    again = (orders for orders in tops.values() if len(orders) >= _FEWEST_PAGES and 2 * len(orders) > pages)
    return frozenset(order for orders in again for order in orders)


def _is_indented(source: Source, texts: Sequence[Line]) -> bool:
    """Whether a tab indents the paragraphs of a text, whose lines are ``texts``: most begin with one."""
    return 2 * sum(1 for line in texts if source.text[line.start] == "\t") > len(texts) > _FEW_LINES


def _head_end(lines: Sequence[Line]) -> int:
    """The order of the line that names the type of document: what stands above it is a head of separate lines.

    Where that line was badly recognised, the head ends above the grounds: a decision says its type again below them.
    """
    grounds = -1
    for order, line in enumerate(lines[:40]):
        if line.is_capitals and (TYPE_LINE.match(line.text) or read_type_line(line.text)):
            return order if grounds < 0 else grounds - 1
        if grounds < 0 and line.text.startswith("Căn cứ "):
            grounds = order
    return -1
