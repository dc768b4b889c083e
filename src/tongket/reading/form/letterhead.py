"""The head of a document (thể thức đầu): who, number and symbol, where and when, type and title.

What the head does not print but the opening sentence, the closing, or the signature says is given, and named in
``inferred``. The lines stand in two columns that come over in many ways; see ``printed_lines``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from tongket.model.places import Span
from tongket.model.reports import Letterhead, Signature
from tongket.model.sources import Source
from tongket.reading.form.frame import NUMBER_ALONE, PLACE_AND_DAY, Frame
from tongket.reading.form.head_lines import (
    DATELINE,
    DATELINE_WITHOUT_DAY,
    MOTTO,
    NUMBER_LINE,
    PARTY_MOTTO,
    YOUTH_MOTTO,
)
from tongket.reading.form.lines import PrintedLine, printed_lines
from tongket.reading.form.own_number import PARTY_NUMBER, STATE_NUMBER, read_number
from tongket.reading.form.printed_bodies import printed_bodies
from tongket.reading.form.regimes import regime_of
from tongket.reading.form.spoken_bodies import whole_body
from tongket.reading.running.flow import Flow, FlowParagraph
from tongket.reading.running.type_lines import read_type_line
from tongket.vietnamese.unicode import CAPITALS, SMALL

_PLACED = re.compile(rf"[{CAPITALS}][^,\n]{{1,40}},\s*ngày\s")
_SHORT_DATE = re.compile(r"ngày\s*(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
# Behind the type on its line, these tell how it was made or how often: they begin no title.
_MANNER = re.compile(
    r"LIÊN TỊCH|LIÊN NGÀNH|TUẦN|THÁNG|QUÝ|NĂM|NHANH|TÓM TẮT|CHUYÊN ĐỀ|ĐỊNH K[ỲÌ]|ĐỘT XUẤT|TỔNG HỢP|BỔ SUNG"
)
_ABOUT = re.compile(r"(?:V/[vV]|v/v|Về việc|Vv)\s*[:.]?\s*(?=\S)")


def read_letterhead(source: Source, flow: Flow, frame: Frame, signature: Signature | None) -> Letterhead:
    """The head as printed, completed from the rest of the document where it lacks a part."""
    head = [flow.paragraphs[index] for index in frame.head]
    lines = printed_lines(source, head, head=True, blanks=flow.blanks)
    below = _below_title(flow, frame)
    number = read_number(flow, head) or read_number(flow, below)
    place, date, date_at = _dateline(flow, head)
    if date is None and date_at is None and below:
        place, date, date_at = _dateline(flow, below)
    bodies = printed_bodies(lines)
    doc_type, manner, type_at, inline = _type(flow, frame)
    title, title_at = _title(flow, frame, inline)
    if manner and manner.startswith("liên") and len(bodies) == 2 and " - " not in bodies[-1].text:
        bodies = [replace(bodies[0], text=" - ".join(body.text for body in bodies))]  # the columns lie between them
    issuing = bodies[-1] if bodies else None
    inferred: list[str] = []
    about = _about(lines) if doc_type is None and number else None
    if about:
        doc_type, title, title_at = "Công văn", about.text, about.span
        inferred.append("doc_type")
    if date is None and place is None:
        place, date, date_at = _dateline(flow, [flow.paragraphs[index] for index in frame.tail[:1]])
        inferred += [name for name, value in (("place", place), ("date", date)) if value]
    printed = issuing.text if issuing else None
    issuing_body = whole_body(printed, flow, frame, signature, place)
    if issuing_body != printed:
        inferred.append("issuing_body")
    regime, follows = regime_of(lines, number, issuing_body, signature)
    if follows:
        inferred.append("regime")
    return Letterhead(
        regime=regime,
        parent_body=bodies[-2].text if len(bodies) > 1 else None,
        issuing_body=issuing_body,
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        canonical=number.canonical if number else None,
        place=place,
        date=date,
        doc_type=doc_type,
        title=title,
        inferred=tuple(inferred),
        motto=any(map(_is_motto, lines)),
        number_at=number.at if number else None,
        date_at=date_at,
        type_at=type_at,
        title_at=title_at,
        issuing_body_at=issuing.span if issuing else None,
        manner=manner,
    )


def _is_motto(line: PrintedLine) -> bool:
    """Whether a line is the motto of the state or the Party, or that of the youth in a column of its own."""
    if MOTTO.search(line.text) or PARTY_MOTTO.search(line.text):
        return True
    return YOUTH_MOTTO.match(line.text) is not None and line.column > 0


_LINES_BELOW = 3


def _below_title(flow: Flow, frame: Frame) -> list[FlowParagraph]:
    """The lines of number, or of place and day, that a page printed below the title."""
    found: list[FlowParagraph] = []
    first = frame.title.stop if frame.type_at is not None else len(flow.paragraphs)
    for paragraph in flow.paragraphs[first : first + _LINES_BELOW]:
        text = flow.text[paragraph.start : paragraph.end].strip()
        if PLACE_AND_DAY.fullmatch(text) or NUMBER_ALONE.fullmatch(text):
            found.append(paragraph)
    return found


def _dateline(flow: Flow, head: Sequence[FlowParagraph]) -> tuple[str | None, str | None, Span | None]:
    """Place, date in ISO 8601 cut where unknown, and where the date stands; a date without a place before it only where
    no other has one, for the notes of a page may stand above its head, and these name documents with their dates.
    """
    found = list(_datelines(flow, head)) or list(_dates_without_day(flow, head))
    return next((one for one in found if one[0]), found[0] if found else (None, None, None))


def _dates_without_day(
    flow: Flow, head: Sequence[FlowParagraph]
) -> Iterator[tuple[str | None, str | None, Span | None]]:
    """Place and date of a line that has no 'ngày'."""
    for paragraph in head:
        found = DATELINE_WITHOUT_DAY.search(flow.text[paragraph.start : paragraph.end])
        if found:
            at = flow.span(paragraph.start + found.start(2), paragraph.start + found.end(4))
            yield found["place"].strip(), _iso(*found.group(2, 3, 4)), at


def _datelines(flow: Flow, head: Sequence[FlowParagraph]) -> Iterator[tuple[str | None, str | None, Span | None]]:
    above = ""
    for paragraph, below in zip_longest(head, head[1:]):
        # A narrow cell breaks the line: 'ngày 17 tháng', and below it '10 năm 2013'
        text = flow.text[paragraph.start : below.end if below else paragraph.end]
        found = DATELINE.search(text) or _SHORT_DATE.search(text)
        before, above = above, flow.text[paragraph.start : paragraph.end]
        if not found or paragraph.start + found.start() >= paragraph.end:
            continue
        numbers = [one for pattern in (PARTY_NUMBER, STATE_NUMBER) for one in pattern.finditer(text)]
        since = max([number.end() for number in numbers if number.end() <= found.start()], default=0)
        since = max(since, text.rfind("\t", 0, found.start()) + 1, text.rfind("|", 0, found.start()) + 1)
        place = _place(text[since : found.start()])
        if place and not since and _FIRST_OF_NAME.fullmatch(before):
            place = f"{before} {place}"
        at = flow.span(paragraph.start + found.start(), paragraph.start + found.end())
        yield place, _iso(*found.groups()), at


_FIRST_OF_NAME = re.compile(rf"[{CAPITALS}][{SMALL}]{{1,6}}")  # alone on the line above: 'Mẫu' / 'Sơn, ngày ...'


def _place(before: str) -> str | None:
    """The name that ends in the comma before a date: capitalised words, without the symbol or title that precedes."""
    if not before.rstrip().endswith(","):
        return None
    kept: list[str] = []
    for word in reversed(before.rstrip().rstrip(",").split()):
        in_capitals = len(word) > 1 and word[:2].isupper()
        if in_capitals or not (word[0].isupper() or word in ("-", "–")):
            break
        kept.insert(0, word)
    return " ".join(kept).strip(" -–") or None


def _iso(day: str, month: str, year: str | None) -> str | None:
    """The date as far as it is printed clearly: '2024-02' where the day is blank or unreadable."""
    day, month = (part.strip(" .…_/") for part in (day, month))
    if not year:
        return None
    if not (month.isascii() and month.isdigit() and 1 <= int(month) <= 12):
        return year
    if not (day.isascii() and day.isdigit() and 1 <= int(day) <= 31):
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _type(flow: Flow, frame: Frame) -> tuple[str | None, str | None, Span | None, tuple[int, int] | None]:
    """Type and manner in ordinary letters, their place, and what of the title stands on the line (flow offsets)."""
    if frame.type_at is None:
        return None, None, None, None
    paragraph = flow.paragraphs[frame.type_at]
    text = flow.text[paragraph.start : paragraph.end]
    found = read_type_line(text)
    if not found:
        return None, None, None, None
    span = flow.span(paragraph.start + found.start, paragraph.start + found.end)
    rest = text[found.end :].lstrip(" :")
    if _MANNER.fullmatch(manner := rest.strip(" .|*_-–")):
        return found.name, manner.lower(), flow.span(paragraph.start + found.start, paragraph.end), None
    inline = (paragraph.end - len(rest), paragraph.end) if manner else None
    return found.name, None, span, inline


def _title(flow: Flow, frame: Frame, inline: tuple[int, int] | None) -> tuple[str | None, Span | None]:
    ranges = [inline] if inline else []
    ranges += [(flow.paragraphs[index].start, flow.paragraphs[index].end) for index in frame.title]
    if not ranges:
        return None, None
    text = " ".join(flow.text[start:end].strip() for start, end in ranges)
    return re.sub(r"\s+", " ", text), Span(flow.raw(ranges[0][0]), flow.span(*ranges[-1]).end)


def _about(lines: Sequence[PrintedLine]) -> PrintedLine | None:
    """What a letter (công văn) says it is about, behind 'V/v' below its number: it prints no type and no title."""
    about: PrintedLine | None = None
    for line in lines:
        if about is None:
            found = _ABOUT.match(line.text)
            if found:
                about = replace(line, text=line.text[found.end() :], start=line.start + found.end())
        elif line.column == about.column:
            if line.text.isupper() or NUMBER_LINE.match(line.text) or not line.text.strip(" *_-–|"):
                break
            if _PLACED.match(line.text):  # in a cell of its own, whatever the column
                break
            if not DATELINE.search(line.text):
                about = replace(about, text=f"{about.text} {line.text}", end=line.end)
    return about and replace(about, text=re.sub(r"\s+", " ", about.text).strip(" *_"))
