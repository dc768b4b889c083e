"""Notes of web pages that nothing links: raised or typed marks, and a list below a line or in parts named for notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.files.docx.line import Dress, Line, NoteMark
from tongket.files.docx.styles import SUPERSCRIPT

Found = tuple[Line, Dress, bool]

NOTE_CLASS = re.compile(r"(?:foot|end)-?notes?(?!-?(?:ref|anc))|^(?:ftn|edn|notes?)\b|chu-?thich", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_DIGITS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_MARK = re.compile(r"\[?\(?(\d{1,3}|\*{1,3})\)?\]?")
_TYPED_CALL = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[”)%.,;:]))[ \xa0]?(?:\[(\d{1,3})\](?!\()|\((\d{1,3})\)(?=[\s.,;:)]|$))"
)
_TYPED_NOTE = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.:]?(?=\s)|(\*{1,3})(?=\s))[.:]?\s*(?=\S)")
# m², km³ are units, 10³ is a power.
_POWER = re.compile(r"(?:(?:^|[^A-Za-zÀ-ỹ])(?:k|c|d|m|h|da)?m|(?:^|\D)10)$")


@dataclass(frozen=True, slots=True)
class PlainNote:
    """A note, its mark, and its text without the mark."""

    mark: str
    line: Line


@dataclass(slots=True)
class _Piece:
    """What may be a note: lines between breaks, with the order of the line that they come from."""

    order: int
    line: Line
    mark: str = ""
    is_round: bool = False  # its mark is typed in round brackets, which also number what a sentence lists


def take_notes(lines: Sequence[Found], listed: Sequence[range]) -> tuple[list[Found], list[PlainNote]]:
    """``lines`` without their notes, the calls of which are marked in them, and the notes.

    ``listed`` are the orders of lines below a drawn line, or in parts whose class is named for notes; there a note may
    begin with a typed mark. A note is one whose mark was called before; in a list the first is, and the marks count up.
    """
    calls = _calls(lines)
    if not calls:
        return list(lines), []
    taken: dict[int, list[_Piece]] = {}
    for region in _regions(lines, listed):
        if not taken.keys() & set(region):
            for piece in _notes_of(lines, region, calls):
                taken.setdefault(piece.order, []).append(piece)
    notes: list[PlainNote] = []
    marked: dict[int, list[NoteMark]] = {}
    for piece in (piece for order in sorted(taken) for piece in taken[order]):
        free = calls[_called(piece, calls)]
        at = next((index for index, (order, _, _) in enumerate(free) if order not in taken), None)
        if at is not None:
            order, start, end = free.pop(at)
            marked.setdefault(order, []).append(NoteMark(start, end, len(notes)))
        notes.append(PlainNote(piece.mark, piece.line))
    for order, marks in marked.items():
        lines[order][0].marks += sorted(marks, key=lambda mark: mark.start)
    return [found for order, found in enumerate(lines) if order not in taken], notes


def _regions(lines: Sequence[Found], listed: Sequence[range]) -> Iterator[range]:
    """The lists of notes, then every line that begins with a raised mark."""
    yield from listed
    for order, (line, _, _) in enumerate(lines):
        first, _, looks = line.runs[0] if line.runs else (0, 0, 0)
        if (looks & SUPERSCRIPT and not line.text[:first].strip()) or _RAISED_DIGITS.match(line.text):
            yield range(order, order + 1)


def _calls(lines: Sequence[Found]) -> dict[str, list[tuple[int, int, int]]]:
    """Where each mark stands behind a word: order of the line, start and end; typed ones too."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for order, (line, _, _) in enumerate(lines):
        text = line.text
        raised = [*_raised(line), *(match.span() for match in _RAISED_DIGITS.finditer(text))]
        for start, end in raised:
            mark = _MARK.fullmatch(text[start:end].strip().translate(_RAISED))
            if mark and text[:start].strip() and not _POWER.search(text[max(start - 6, 0) : start]):
                found.setdefault(mark[1], []).append((order, start, end))
        for match in _TYPED_CALL.finditer(text):
            start = match.end() - len(match.group().lstrip())
            if not any(low <= start < high for low, high in raised):
                found.setdefault(match[1] or f"({match[2]})", []).append((order, start, match.end()))
    return found


def _raised(line: Line) -> list[tuple[int, int]]:
    return [(style.start, style.end) for style in line.styled(0) if style.style == "superscript"]


def _notes_of(lines: Sequence[Found], region: range, calls: dict[str, list[tuple[int, int, int]]]) -> Iterator[_Piece]:
    """The notes of a region, one after the other, up to what is none."""
    last: _Piece | None = None
    for order in region:
        line, dress, _ = lines[order]
        if dress.kind == "row":
            break
        for piece in _pieces(order, line):
            is_called = any(where[0] < order for where in calls.get(_called(piece, calls), ()))
            if piece.mark and is_called and (last is None or _follows(last.mark, piece.mark)):
                if last is not None:
                    yield last
                last = piece
            elif last is not None and last.order == order:
                last.line.append_paragraph(piece.line)
            else:
                if last is not None:
                    yield last
                return
    if last is not None:
        yield last


def _called(piece: _Piece, calls: Mapping[str, object]) -> str:
    """How ``calls`` names the mark of ``piece``: a typed '(1)' calls nothing but a note that begins so."""
    return f"({piece.mark})" if piece.is_round and piece.mark not in calls else piece.mark


def _follows(before: str, mark: str) -> bool:
    return int(mark) == int(before) + 1 if before.isdigit() and mark.isdigit() else mark != before


def _pieces(order: int, line: Line) -> Iterator[_Piece]:
    """The lines of a paragraph, each without its mark."""
    bounds = [0, *line.breaks, line.length]
    for start, end in pairwise(bounds):
        piece = line.part(start, end).trimmed()
        if piece.text.strip():
            yield _without_mark(order, piece)


def _without_mark(order: int, piece: Line) -> _Piece:
    text = piece.text
    start, end = next(iter(_raised(piece)), (1, 1))
    mark = _MARK.fullmatch(text[:end].strip()) if start == 0 else None
    if mark is not None:
        return _Piece(order, piece.part(end, piece.length).trimmed(), mark[1])
    digits = _RAISED_DIGITS.match(text)
    if digits is not None:
        return _Piece(order, piece.part(digits.end(), piece.length).trimmed(), digits[0].translate(_RAISED))
    typed = _TYPED_NOTE.match(text)
    if typed is None:
        return _Piece(order, piece)
    text_of = piece.part(typed.end(), piece.length).trimmed()
    return _Piece(order, text_of, next(filter(None, typed.groups())), is_round=typed[2] is not None)
