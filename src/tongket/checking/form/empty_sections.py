"""Headings and labels that nothing follows (đề mục, gạch đầu dòng không có nội dung).

A case of ``incomplete``, whose page stands with sentences that break off.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tongket.checking.evidence.extracts import cut_off_at
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.form.unfinished import LINKS
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.unicode import CAPITALS


def check_empty_sections(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a heading that nothing follows: no text, no lower heading, no table.

    Not flagged: 'Không' beside or below the heading; headings whose matter stands in an appendix that they name;
    numbered sentences (long, or closed by a full stop or semicolon); lines in capitals without a number; the lines of
    a list, of which none has a text; a title in capitals that is numbered on with those in small letters below it. A
    hint where a text that nothing signs or closes ends with it: it may be an extract.
    """
    cut = cut_off_at(report)
    tables = sorted(table.start for table in report.tables)
    listed = {id(one) for one in _lines_of_lists(report.text, report.sections)}
    sections = [*report.walk_sections()]
    for section, following in zip_longest(sections, sections[1:]):
        if id(section) in listed or _stands_above(section, following):
            continue
        if section.children or section.kind != "heading" or not section.title or section.head_end <= section.start:
            continue
        if not section.number or section.title.endswith((";", ",")) or len(section.title.split()) > _LONG_TITLE:
            continue
        if section.title.endswith(_STOPS) and not _is_one_line_of_a_part(report.text, section):
            continue
        if section.title.rsplit(None, 1)[-1] in LINKS or _BY_HAND.match(section.title):
            continue  # a sentence that breaks off, which is said there; what a superior writes there by hand
        if _ANSWERED.search(section.title):
            continue
        if not _body(report.text, section) and bisect_left(tables, section.start) == bisect_left(tables, section.end):
            place = Span(section.start, section.head_end)
            yield Finding(
                "incomplete", "info" if place.end > cut else "warning", place, "section", {"title": section.title}
            )


def _stands_above(section: Section, following: Section | None) -> bool:
    """Whether a title in capitals heads the next one, which a program numbered on with it: '1. THIÊN TAI', '2. Tin
    bão'.
    """
    if following is None or not following.title or not section.title or following.level != section.level:
        return False
    numbers = section.number or "", following.number or ""
    return section.title.isupper() and not following.title.isupper() and all(map(str.isdecimal, numbers))


_STOPS = (".", '."', ".”")


def _is_one_line_of_a_part(text: str, section: Section) -> bool:
    """Whether a title that a full stop closes is one line of a main part: what stands below such a line is its text."""
    is_part = _MAIN.match(section.number or "") is not None
    return is_part and "\n" not in text[section.start : section.head_end].strip()


def _lines_of_lists(text: str, sections: Sequence[Section]) -> Iterator[Section]:
    """Sections that are the lines of a list: three and more in a row, with no text below any."""
    row: list[Section] = []
    for one in sections:
        if one.children or _body(text, one):
            yield from row if len(row) >= _A_LIST else ()
            yield from _lines_of_lists(text, one.children)
            row = []
        else:
            row.append(one)
    yield from row if len(row) >= _A_LIST else ()


def _body(text: str, section: Section) -> str:
    start = section.head_end or section.end
    return _MARKS.sub("", text[start : min(section.end, start + _BLANK)])


_ANSWERED = re.compile(r":\s?\d[\d.,/]*(?:\s[^\W\d_]+){0,2}$")  # 'Số trường có vườn hoa: 01'
_BY_HAND = re.compile(
    r"(?:ý kiến|phê duyệt|xác nhận|bút phê)(?: (?:chỉ đạo|phê duyệt|giải quyết|xử lý|kết luận|chấp thuận))?"
    r" (?:của )?(?:đồng chí|lãnh đạo|phó|chủ tịch|thủ trưởng|giám đốc|bí thư|thường trực|trưởng|chánh|bộ trưởng)",
    re.IGNORECASE,
)  # of a slip with which a document is handed up (phiếu trình)
_BLANK = 400  # letters, one of which says something where any does
_A_LIST = 3  # lines
_LONG_TITLE = 20  # words
_MAIN = re.compile(r"[IVX]+$|Phần|PHẦN|Chương|CHƯƠNG")  # numbers that no sentence of a list has
_MARKS = re.compile(r"[\s*_#:.…-]+|<[^<>]{1,20}>")


_PART = re.compile(r"(?:phần|chương)(?!\w)", re.IGNORECASE)


def check_parts_without_titles(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for a part or chapter that has a number and no title: 'PHẦN THỨ NHẤT' right above
    'I. Thuận lợi'. Decree 30/2020/NĐ-CP, annex I, section II: number and title stand one below the other.

    Not flagged: parts whose text follows; scans with dirt, which loses lines.
    """
    for one in () if is_dirty(report) else report.walk_sections():
        if one.kind != "heading" or not _PART.match(one.number or "") or one.title or not one.children:
            continue
        head = one.start + len(one.number or "")
        if not _MARKS.sub("", report.text[head : one.children[0].start]):
            yield Finding("incomplete", "info", Span(one.start, head), "untitled", {"printed": one.number or ""})


_LABEL = re.compile(rf"[ \t]*[-+*•–][ \t]*(?P<said>[{CAPITALS}][^\n:;.]{{3,80}}):[ \t]*$")
_FIRST = re.compile(r"(?:^|[.\s])(?:0?1|I|[aA]|nhất|NHẤT)$")
_BACK = 120  # letters of the line above a heading


def check_labels_alone(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for an item that is a label with nothing behind it, right above the next heading: '- Nguyên
    nhân chủ quan:' above '4. Bài học kinh nghiệm'.

    Not flagged: labels above the first heading of a row, which they may announce; outlines and texts without a head,
    which are to be filled in; scans with dirt.
    """
    text = report.text
    filled_in = report.letterhead.doc_type not in (None, "Đề cương") and not is_dirty(report)
    for one in report.walk_sections() if filled_in else ():
        if one.kind != "heading" or not one.number or _FIRST.search(one.number.rstrip(".)")):
            continue
        above = text[max(one.start - _BACK, 0) : one.start].rstrip()
        line = above.rfind("\n") + 1
        label = _LABEL.match(above, line) if line else None
        if label is not None:
            start = max(one.start - _BACK, 0) + label.start("said")
            place = Span(start, start + len(label["said"]) + 1)
            yield Finding("incomplete", "warning", place, "section", {"title": label["said"].strip()})


CHECKS = (check_empty_sections, check_parts_without_titles, check_labels_alone)
