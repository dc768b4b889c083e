"""Several things that a line announces, of which one follows, and weaknesses that a heading names and no word tells of.

    'Những tồn tại, hạn chế chủ yếu là:' above one point; '2. Tồn tại, hạn chế' above praise alone.

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
    r"(?:hạn chế|tồn tại|khó khăn|vướng mắc|khuyết điểm|nguyên nhân|bài học(?: kinh nghiệm)?|kiến nghị|đề xuất|giải"
    r" pháp"
    r"|nhiệm vụ|nội dung|kết quả|mục tiêu|vấn đề|mặt yếu|yếu kém)"
)
_SEVERAL = re.compile(
    rf"(?P<said>(?<!\w)(?:[Mm]ột số|[Nn]hững|[Cc]ác|[Nn]hiều) {_THINGS}(?!\w)(?P<more>[^.;:\n]{{0,80}}?)"
    r"(?: (?:sau|như sau|sau đây|là|đó là|chủ yếu là|cụ thể(?: như sau| là)?)))\s?:[ \t]*\n",
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
        if mark is None or _LISTS_INSIDE.search(first[mark.end() :].rstrip(" .;,")) or len(first.split()) > _LONGEST:
            continue
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


_WEAK = re.compile(
    r"(?:(?:những|một số|các|về) )*(?:mặt )?(?:tồn tại|hạn chế|khuyết điểm|yếu kém|(?:mặt )?còn (?:yếu|hạn chế|tồn tại)"
    r"|khó khăn|vướng mắc|bất cập)(?:(?:,| và|;) (?:tồn tại|hạn chế|khuyết điểm|yếu kém|khó khăn|vướng mắc|bất cập))*"
    r"(?: (?:chủ yếu|cơ bản|còn tồn tại))?\W*",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"(?<!\w)(?:đề nghị|kiến nghị|đề xuất|chưa|còn|thiếu|chậm|thấp|không|ít|yếu|kém|khó|vướng|hạn|nhưng|song|tuy|ảnh"
    r" hưởng|hư|xuống cấp|giảm"
    r"|tác động"
    r"|phức tạp|lúng túng|dịch|thiên tai|mưa|biến động|thách thức|ngại|đôi|một số|một bộ phận|bất|hẹp|nặng|lớn|cao|xa"
    r"|quá"
    r"|muộn|trễ|đùn|né|sai|lỗi|sót|thất|mất|bị|hết|xấu|rủi ro|áp lực|đông|dân trí|nghèo|cũ|lạc hậu|kiêm|mỏng|tăng|nhỏ"
    r"|lẻ"
    r"|manh|rải|trượt|sạt|lở|lũ|hạn hán|rét|đắt|vi phạm|tranh chấp|khiếu|tệ|tội phạm|thôi|nghỉ|vắng|trông|ỷ|lơ|buông"
    r"|hời"
    r"|hình thức|cào|nể|dàn|chung chung|phụ thuộc|eo|rời rạc|căng|đứt|thu hẹp|đình|nợ|tồn|dư|treo|đọng|tự phát|bỏ"
    r"|rơi)(?!\w)",
    re.IGNORECASE,
)
_LEAST, _MOST = 6, 120  # words of a section that could have told of one


def check_weaknesses(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a heading names weaknesses, and the text below has no word that tells of any.

    Not flagged: sections with parts of their own; long texts; 'Không'.
    """
    if is_dirty(report):
        return
    for section in report.walk_sections():
        if section.kind != "heading" or section.children or not section.head_end or not section.title:
            continue
        body = report.text[section.head_end : section.end]
        weak = _WEAK.fullmatch(" ".join(section.title.split()))
        if weak is not None and _LEAST <= len(body.split()) <= _MOST and not _BAD.search(body):
            place = Span(section.start, section.head_end)
            yield Finding("missing-part", "warning", place, "weaknesses", {"title": section.title})


_ANNOUNCES = re.compile(
    r"(?<!\w)(?P<word>[Cc]ụ thể(?: như sau| là)?|(?:như|nguyên nhân|kết quả|giải pháp|nhiệm vụ|nội dung) sau(?:"
    r" đây)?) ?:"
    r"[ \t]*\n\s*"
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


CHECKS = (check_several, check_weaknesses, check_announced_before_headings)
