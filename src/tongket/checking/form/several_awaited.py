"""Several things that a line announces, of which one follows, and what a colon announces above another heading.

    'Những tồn tại, hạn chế chủ yếu là:' above one point; 'Cụ thể:' above '1.2. Tiêu thụ'.

Cases of ``missing-part`` and ``incomplete``, whose pages stand with the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_THINGS = (
    r"(?:hạn chế|tồn tại|khó khăn|vướng mắc|khuyết điểm|nguyên nhân|bài học(?: kinh nghiệm)?|kiến nghị|đề xuất"
    r"|giải pháp|nhiệm vụ|nội dung|kết quả|mục tiêu|vấn đề|mặt yếu|yếu kém)"
)
_SEVERAL = re.compile(
    rf"(?P<said>(?<!\w)(?:[Mm]ột số|[Nn]hững|[Cc]ác|[Nn]hiều) {_THINGS}(?!\w)[^.;:\n]{{0,80}}?"
    r" (?:sau|như sau|sau đây|là|đó là|chủ yếu là|cụ thể(?: như sau| là)?))\s?:[ \t]*\n",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?P<mark>[-–+•*]|\(?\d{1,2}[.)]|[a-zđ][.)]|[Mm]ột là|[Tt]hứ nhất)\s?\S")
_NEXT = re.compile(r"\s*(?:[IVX]{1,5}[.)/]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[A-ZĐ][.)]|PHẦN|Trên đây|TM\.|Nơi nhận)")
_LISTS_INSIDE = re.compile(r"[;:]|(?<!\w)(?:[Tt]hứ nhất|[Mm]ột là|(?:và|,) (?:chưa|còn|việc|một số))(?!\w)|\. \S")
_FAR = 900


def check_several(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a line announces several things, one point follows, and another part begins.

    Not flagged: points of several sentences or of several things; scans with dirt.
    """
    if is_dirty(report):
        return
    for found in finds(_SEVERAL, report.text):
        below = [line for line in report.text[found.end() : found.end() + _FAR].split("\n") if line.strip()]
        if len(below) < _TWO:
            continue
        first, second = below[0], below[1]
        mark = _ITEM.match(first)
        said = first[mark.end() :].rstrip(" .;,") if mark else ""
        if mark is None or _LISTS_INSIDE.search(said) or len(first.split()) > _LONGEST:
            continue
        if "," in said and "1" not in mark["mark"]:
            continue  # the commas of one line may part them
        if _opens_part(first, second):
            facts = {"said": " ".join(found["said"].split())}
            yield Finding("missing-part", "warning", Span(*found.span("said")), "several", facts)


_TWO, _LONGEST = 2, 60


def _opens_part(first: str, second: str) -> bool:
    """Whether the line behind a point opens another part, and is no second point."""
    mark, after = _ITEM.match(first), _NEXT.match(second)
    if mark is None or after is None:
        return False
    numbered = mark["mark"][0].isdigit() or mark["mark"].startswith("(")
    return not (numbered and second.lstrip("( ")[:1].isdigit())


_ANNOUNCES = re.compile(
    r"(?<!\w)(?P<word>[Cc]ụ thể(?: như sau| là)?|(?:như|nguyên nhân|kết quả|giải pháp|nhiệm vụ|nội dung) sau"
    r"(?: đây)?) ?:[ \t]*\n\s*"
)
_LATER = re.compile(r"(?:\d{1,2}\.)*(?P<last>\d{1,2})[.)]?\s|(?P<letter>[b-eđ])[.)]\s")


def check_announced_before_headings(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a colon announces what follows, and a heading follows that is no first one: 'Cụ thể:'
    above '1.2. Tiêu thụ'.

    Not flagged: headings that open a list (1, a, I); scans with dirt.
    """
    if is_dirty(report):
        return
    heads = {section.start for section in report.walk_sections() if section.kind == "heading" and section.title}
    for found in finds(_ANNOUNCES, report.text):
        later = _LATER.match(report.text, found.end()) if found.end() in heads else None
        if later is not None and (later["letter"] or int(later["last"]) > 1):
            word = " ".join(found["word"].split())
            colon = report.text.index(":", found.end("word")) + 1
            place = Span(line_start(report.text, found.start()), colon)
            yield Finding("incomplete", "warning", place, "announced", {"word": word})


CHECKS = (check_several, check_announced_before_headings)
