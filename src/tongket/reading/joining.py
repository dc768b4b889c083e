"""Which lines make one paragraph, and which are notes (nối dòng, tách chú thích).

A line is what stands between two line ends of the source. A paragraph is several lines where the text was wrapped by
hand or by a converter, where a page ended in the middle of a sentence, or where a block of notes was thrown into it.
Grammar decides: end marks, the case of the next letter, list marks, and whether the next word would still have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from tongket.model.sources import Block, Source
from tongket.reading.note_calls import round_calls
from tongket.reading.type_lines import DOCUMENT_TYPES, read_type_line
from tongket.vietnamese.blanks import NO_FAULT, Blanks
from tongket.vietnamese.unicode import CAPITALS, nfc

GroupKind = Literal["body", "note", "row"]

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
LOST_MARK = "\ufffd"

ORDINALS = "Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười"
AUTHORITY = rf"(?:T\s?/\s?M|TM|K\s?/\s?T|KT|T\s?/\s?L|TL|TUQ|T\s?/\s?UQ)\b\s*\.?\s*[{CAPITALS}]{{2}}"

_SUPERSCRIPT_NOTE = re.compile(rf"\s*([{SUPERSCRIPTS}]{{1,3}})[.)]?\s*(?=\S)")
_LOST_NOTE = re.compile(rf"\s*{LOST_MARK}\s*(?=\S)")
_TYPED_NOTE = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,2})\))\s*(?=\S)")
# Each begins with a fixed letter, because such a search is many times faster; what stands before is looked at after it
_SQUARE_ANCHOR = re.compile(r"\[(\d{1,3})\](?!\()")
_PAGE_NUMBER = re.compile(r"(?:[-–]\s*|Trang\s+)?(\d{1,3})(?:\s*[-–]|\s*/\s*\d{1,3})?")
_TYPE_LINE = re.compile(rf"(?:{DOCUMENT_TYPES})(?=\s*$|\s+\S)")
_TAIL = re.compile(rf"(?:\*\s?)?(?:Nơi nhận|NƠI NHẬN|Nơi gửi)\b|{AUTHORITY}")
_APPENDIX = re.compile(r"(?:PHỤ LỤC|Phụ lục(?=\s*(?:số\s*)?[\dIVX]*\s*[.:]?\s*$)|BIỂU MẪU|Biểu số\s+\d+|BIỂU SỐ)\b")
_LIST_MARK = re.compile(
    r"[-–—+•●▪*]+\s*(?=\S)"
    rf"|\(?[a-zđ]\)\s*(?=\S)|[a-zđ]\.\s+[{CAPITALS}]|[a-zđ]/(?:\s+\w|[{CAPITALS}][a-zà-ỹđ])"
    r"|\(?\d{1,2}\)\.?\s"
    r"|\d{1,2}\s?\.(?:\s?\d{1,2}(?!\d)\.?){0,4}\s*[^\W\d_“\"]"
    r"|\d{1,2}\s?-\s+[^\W\d_“\"]"
    r"|\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_“\"]"
    r"|(?!V/v)[IVX]{1,5}\s*[.\-)/]\s*\S"
    r"|[A-HĐ]\s*[.)]\s"
    r"|(?:Phần|PHẦN)\s+(?:thứ|THỨ|[IVX\d]+\b)"
    r"|(?:Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+[IVXLCA-D\d]+\s*(?:[.:]|$)"
    r"|(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*(?:[.:]|$)"
    rf"|(?:{ORDINALS})\s+là\b"
    r"|(?:Căn cứ|Xét|Theo đề nghị|Trên đây là)\b"
)
# Dirt of a scan before a number ('._ 8. Hội'): the line begins with the number.
_DIRTY_MARK = re.compile(rf"[,;.][\W_]{{0,2}}\s(?:\d{{1,2}}|[IVX]{{1,4}})\s?[.)]\s+[{CAPITALS}]")
# A numbered line after a signature: the text goes on there, or an attached document has begun.
_RESUMES = re.compile(
    r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)\-/]\s*[^\W\d_]|(?:Phần|PHẦN|Chương|CHƯƠNG|Điều|ĐIỀU)\s+[IVX\dtT]"
)
_GLUED = re.compile(r"[^\W_][-–/]$")  # '2016-' before '2020', 'QĐ-' before 'UBND'
_DASH = re.compile(r"[-–]\s+[^\W\d_]")
_INNER_DASH = re.compile(r"[-–]\s+[a-zà-ỹđ]")
# A phrase never ends with one of these: the next line goes on with it, whatever its first letter.
_LINK_WORDS = frozenset(
    re.findall(
        r"\S+",
        "của và các là với cho trong tại về theo từ đến do bởi những cùng hoặc để khi nhằm giữa số ngày một như trên"
        " thuộc đối bằng qua tháng năm được đã",
    )
)
_UNIT_WORDS = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "phố", "trấn", "thôn", "Sở", "Ban", "Bộ", "Hội"})
_SENTENCE_ENDS = frozenset(".;:!?")
_CANNOT_BEGIN = frozenset(",;.)”»")
_END_MARKS = frozenset(".;:!?…/")
_CLOSERS = "”\"’')»] \u00a0*_"


class Group(NamedTuple):
    """Lines that make one paragraph, row or note; ``text_at`` is where a note's text begins, after its mark.

    A named tuple, as ``Line``: a long law has tens of thousands, and these are built twice as fast as dataclasses.
    """

    kind: GroupKind
    lines: tuple[Line, ...]
    mark: str = ""
    text_at: int = -1


class Line(NamedTuple):
    """A printed line: its block, its range in the source, its clean text, and whether a blank line stands before it.

    ``ends`` is the last telling character, closing quotes and brackets passed over.
    """

    index: int  # type: ignore[assignment]  # hides a method of tuples that nobody needs here
    start: int
    end: int
    text: str
    blank_before: bool
    ends: str

    @property
    def is_ended(self) -> bool:
        """Whether an end mark closes the line."""
        return self.ends in _END_MARKS

    @property
    def begins_lower(self) -> bool:
        """Whether it begins in the middle of a sentence: a small letter, or a mark that nothing can begin with."""
        first = self.text[0]
        return first.islower() or first in ",;.)”»:%/"

    @property
    def is_capitals(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()


def clean_text(source: Source, block: Block, start: int, end: int) -> str:
    """``start``..``end`` of a block without emphasis marks, in NFC, trimmed."""
    if not block.markup:
        return nfc(source.text[start:end]).strip()
    pieces, at = [], start
    for mark in block.markup:
        if mark.end <= at or mark.start >= end:
            continue
        pieces.append(source.text[at : mark.start])
        at = mark.end
    pieces.append(source.text[at:end])
    return nfc("".join(pieces)).strip()


_new = tuple.__new__  # of a named tuple, without the function in between: of use where tens of thousands are made


def read_lines(source: Source, *, composed: bool, blanks: Blanks = NO_FAULT) -> list[Line]:
    """Every printed line; a paragraph with line breaks in it is several. Lines of mere emphasis marks are left out.

    ``composed``: all of the source's text is in NFC. ``blanks``: those to put right.
    """
    lines: list[Line] = []
    before = 0
    whole = source.text
    for index, block in enumerate(source.blocks):
        blank = block.start - before > 1 and whole.count("\n", before, block.start) > 1
        before = block.end
        if not block.markup and not block.breaks:  # nearly all, and then with half the work
            text = whole[block.start : block.end].strip()
            if blanks:
                text = blanks.mended(whole, block.start, block.end).strip()
            if not composed:
                text = nfc(text).strip()
            if text:
                ends = text.rstrip(_CLOSERS)[-1:]
                lines.append(_new(Line, (index, block.start, block.end, text, blank, ends)))
            continue
        breaks = block.breaks if block.kind in ("paragraph", "text_box") else ()
        for start, end in zip((block.start, *breaks), (*breaks, block.end), strict=True):
            text = clean_text(source, block, start, end)
            if text:
                lines.append(Line(index, start, end, text, blank, text.rstrip(_CLOSERS)[-1:]))
                blank = False
    return lines


def group_blocks(source: Source, *, composed: bool, blanks: Blanks = NO_FAULT) -> list[Group]:
    """The paragraphs, rows and notes of ``source``, in reading order; a note stands where it was found.

    ``composed``: all of its text is in NFC. ``blanks``: those to put right.
    """
    lines = read_lines(source, composed=composed, blanks=blanks)
    return _Grouper(source, lines, blanks.joined).run()


_A_SENTENCE = 30  # characters: a shorter line is a label or a cell, and the number below it a figure
_LONGEST_PAGE_NUMBER = 12  # characters, dashes and 'Trang' with it


class _Grouper:
    """One pass over the lines, with what is open at each moment."""

    def __init__(self, source: Source, lines: list[Line], joined: Collection[int]) -> None:
        self.source = source
        self.joined = joined  # where lines begin of which is known that they go on the line above
        self.lines = lines
        self.wrapped, self.width = measure(source, lines)
        self.head_end = _head_end(source, lines)
        self.notes = _find_notes(source, lines)
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
        self.has_tabs = source.format == "txt" and "\t" in source.text

    def run(self) -> list[Group]:
        for order, line in enumerate(self.lines):
            self._step(order, line)
        self._close_note()
        self._close()
        return self.groups

    def _step(self, order: int, line: Line) -> None:
        block = self.source.blocks[line.index]
        if block.kind == "row" or (
            self.has_tabs
            and self.source.text.find("\t", line.start, line.end) >= 0
            and self._is_row_of_one_cell(order, line)
        ):
            self._close_note()
            self._close()
            self.groups.append(Group("row", (line,)))
            if _TAIL.match(line.text):
                self.in_tail = True
            return
        if len(line.text) <= _LONGEST_PAGE_NUMBER and self._is_page_number(order, line):
            self.cut = True
            return
        may_begin_note = self.in_tail or block.kind == "note" or line.index in self.notes
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
        first = line.text[0]
        if (first in "PB" and _APPENDIX.match(line.text)) or (self.in_tail and _RESUMES.match(line.text)):
            self.in_tail = False
        elif first in "*NTK" and _TAIL.match(line.text):
            self.in_tail = True
        if order > self.head_end and self._joins(line):
            self.open.append(line)
        else:
            self._close()
            self.open = [line]
        self.last, self.cut = line, False

    def _is_row_of_one_cell(self, order: int, line: Line) -> bool:
        """A line with tabs before or after its only words, beside a row: a row whose other cells are blank."""
        if not any(map(str.isalnum, line.text)):
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
        if self.last_note is None or _LIST_MARK.match(line.text) or _APPENDIX.match(line.text):
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

    def _close(self) -> None:
        if self.open:
            self.groups.append(_new(Group, ("body", tuple(self.open), "", -1)))
        self.open, self.last = [], None

    def _close_note(self) -> None:
        if self.note:
            self.groups.append(Group("note", tuple(self.note), *self.note_mark))
        self.note, self.last_note = [], None


def joins(last: Line, line: Line, *, wrapped: bool, width: int, cut: bool = False) -> bool:
    """Whether ``line`` goes on the paragraph that ``last`` ended so far.

    ``wrapped``: lines end where the page's width ends; ``width`` is then the usual length of a full line.
    ``cut``: notes or a page number stood between the two.
    """
    if last.is_capitals and len(last.text) > 3 and not line.is_capitals:
        return False
    if line.text[:1] in ",;.)”»" and not line.text.startswith("..."):
        return not (last.is_ended and _DIRTY_MARK.match(line.text))
    if last.text[-1] in "-–/" and line.text[0].isalnum() and _GLUED.search(last.text[-2:]):
        return True
    full = wrapped and fills(last, line, width)
    if _LIST_MARK.match(line.text):
        # Items follow an end mark: a dash after a full line without one stands in the middle of a name or phrase.
        # So does one with a small letter behind it where a page or a block of notes cut the sentence.
        cut_phrase = cut and len(last.text) >= 40 and bool(_INNER_DASH.match(line.text))
        return not last.is_ended and (cut_phrase or (full and bool(_DASH.match(line.text))))
    if _APPENDIX.match(line.text) or _TYPE_LINE.fullmatch(line.text):
        return False
    if line.begins_lower:
        return not last.is_ended or last.ends == "…" or last.text.endswith("...") or full
    if line.is_capitals and last.is_capitals:
        goes_on = bool(_LIST_MARK.match(last.text)) or len(last.text) >= width * 0.6
        return wrapped and not line.blank_before and not last.is_ended and goes_on
    if line.is_capitals and len(line.text) > 12:
        return False
    return _goes_on_with_a_capital(last, line, full=full, wrapped=wrapped, cut=cut)


def _goes_on_with_a_capital(last: Line, line: Line, *, full: bool, wrapped: bool, cut: bool) -> bool:
    if last.text.count("“") > last.text.count("”") and not last.is_ended:
        return True
    word = last.text.rsplit(None, 1)[-1]
    if wrapped and not line.blank_before:
        if full:
            return last.ends != ":"
        if last.is_ended or len(last.text) <= 30:
            return False
        return last.ends in ",-" or word in _LINK_WORDS or (word in _UNIT_WORDS and not _LIST_MARK.match(last.text))
    if last.is_ended:
        return False
    if len(last.text) >= 40 and word in _LINK_WORDS:
        return True
    return (cut or full) and last.ends == "," and len(last.text) >= 60


def fills(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of ``line`` would no longer have fitted at the end of ``last``.

    Letters differ in width, so a line counts as full from nine tenths of the usual length.
    """
    first = line.text.split(None, 1)[0]
    return len(last.text) + 1 + len(first) >= width * 0.9


_WIDEST = 140  # characters of a line that was wrapped by hand or by a converter


def measure(source: Source, lines: Sequence[Line]) -> tuple[bool, int]:
    """Whether the text is wrapped by line ends, and the length that nine tenths of its lines do not pass.

    Wrapped: lines are short, and one in five goes on: the next begins with a small letter, or has no room above.
    """
    if source.format != "txt":
        return False, 0
    texts = [line for line in lines if source.blocks[line.index].kind == "paragraph"]
    if len(texts) < 4:
        return False, 0
    lengths = sorted(len(line.text) for line in texts)
    width = lengths[len(lengths) * 9 // 10]
    if width > _WIDEST:
        return False, width
    pairs = [(one, two) for one, two in pairwise(texts) if not one.is_ended]
    lower = sum(1 for one, two in pairs if two.begins_lower)
    full = sum(
        1
        for one, two in pairs
        if not two.blank_before and fills(one, two, width) and not _LIST_MARK.match(two.text) and not one.is_capitals
    )
    return max(lower, full) * 5 >= len(texts), width


def _head_end(source: Source, lines: Sequence[Line]) -> int:
    """The order of the line that names the type of document: what stands above it is a head of separate lines.

    Where that line was badly recognised, the head ends above the grounds: a decision says its type again below them.
    """
    grounds = -1
    for order, line in enumerate(lines[:40]):
        if line.is_capitals and (_TYPE_LINE.match(line.text) or read_type_line(line.text)):
            return order if grounds < 0 else grounds - 1
        if grounds < 0 and line.text.startswith("Căn cứ "):
            grounds = order
    return -1


def _find_notes(source: Source, lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Blocks that begin with a note's mark: their mark, and where the text after it begins."""
    text = source.text
    notes: dict[int, tuple[str, int]] = {}
    typed: dict[int, tuple[str, int]] = {}
    if source.format != "txt":
        return notes
    for line in lines:
        first = line.text[0]
        if not first.isdigit() and first not in "[(":
            continue
        block = source.blocks[line.index]
        if first in SUPERSCRIPTS:
            found = _SUPERSCRIPT_NOTE.match(text, block.start, block.end)
            if found:
                notes[line.index] = (found.group(1).translate(PLAIN_DIGITS), found.end())
        elif first in "[(":
            found = _TYPED_NOTE.match(text, block.start, block.end)
            if found:
                typed[line.index] = (found.group(1) or f"({found.group(2)})", found.end())
        elif block.styles and block.styles[0].style == "superscript":
            style = block.styles[0]
            mark = text[style.start : style.end].strip()
            if mark.isdigit() and style.start - block.start <= 8 and line.text.startswith(mark):
                after = next((span.end for span in block.markup if span.start >= style.end), style.end)
                while after < block.end and text[after] == " ":
                    after += 1
                notes[line.index] = (mark, after)
    return notes | _proven(source, typed)


def _proven(source: Source, typed: dict[int, tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """Typed marks ('[1]', '(1)') count as notes only where the same mark stands in the text above, after a word.

    One whose call is lost counts on the line below the note before it.
    """
    if not typed:
        return {}
    text = source.text
    square: dict[str, int] = {}
    for found in _SQUARE_ANCHOR.finditer(text):
        word = text[max(found.start() - 2, 0) : found.start()].rstrip(" \u00a0")[-1:]
        if word and not word.isspace():
            square.setdefault(found[1], found.start())
    rounds: dict[str, int] = {}
    if any(mark.startswith("(") for mark, _ in typed.values()):
        for found in round_calls(text):
            rounds.setdefault(f"({found[1]})", found.start())
    kept: dict[int, tuple[str, int]] = {}
    for index, (mark, at) in typed.items():
        called = (rounds if mark.startswith("(") else square).get(mark, len(source.text)) < at
        bare = mark.strip("()")
        before = kept.get(index - 1)
        if called or (before is not None and before[0].isdigit() and int(before[0]) + 1 == int(bare)):
            kept[index] = (bare, at)
    return kept
