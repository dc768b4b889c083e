"""Parts that the title or the opening promises and that do not come (phần đã nêu ở tên báo cáo, ở lời mở đầu).

    'Kết quả năm 2025 và phương hướng, nhiệm vụ năm 2026' above a text without tasks; 'báo cáo kết quả, bài học kinh
    nghiệm và kiến nghị như sau:' above one that asks for nothing

Cases of ``missing-part``, whose page stands with the form. What the requester asked for is in ``contents_asked``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LIMITS = r"tồn tại|hạn chế|khó khăn|vướng mắc|khuyết điểm|yếu kém|bất cập"
_TO_COME = (
    r"(?:thời gian|năm|năm học|tháng|quý|kỳ|giai đoạn|nhiệm kỳ|tuần|những năm)? ?(?:tới|tiếp theo|sau)(?!\w)"
    r"|\d{1,2} tháng cuối năm|sáu tháng cuối năm"
)
_JOINT = r"(?:,| và|;|:| -|\n|(?<=cáo))\s*(?:những |các |một số |đề ra |rút ra |nêu )?"


@dataclass(frozen=True, slots=True)
class _Part:
    """How a part is promised, and how any text tells of it: in its own words, wherever they stand."""

    promised: re.Pattern[str]
    told: re.Pattern[str]


def _part(promised: str, told: str) -> _Part:
    return _Part(
        re.compile(rf"{_JOINT}(?P<part>{promised})(?!\w)", re.IGNORECASE),
        re.compile(told, re.IGNORECASE | re.MULTILINE),
    )


_PARTS = (
    _part(
        rf"(?:{_LIMITS})(?:(?:,| và|, những) (?:{_LIMITS}|nguyên nhân))*",
        rf"{_LIMITS}|nhược điểm|thiếu sót|(?<!\w)(?:chưa|còn (?:chậm|thiếu|thấp|ít|hạn|lúng|mang|nhiều|để|một số|tình"
        r"|yếu|xảy))(?!\w)",
    ),
    _part(r"nguyên nhân", r"nguyên nhân|lý do|(?<!\w)(?:do|vì|bởi)(?!\w)"),
    _part(r"bài học(?: kinh nghiệm)?|kinh nghiệm", r"bài học|kinh nghiệm|rút ra|đúc rút"),
    _part(
        r"(?:đề xuất|kiến nghị)(?:(?:,| và) (?:đề xuất|kiến nghị))?",
        r"^[^\w\n]{0,12}(?:[IVX\d]{1,4}(?:\.\d{1,2}){0,3}[.)]?|[a-zđ]\))?[^\w\n]{0,12}"
        r"(?:(?:những|một số|các|xin|kính|về) ){0,3}"
        r"(?:kiến nghị|đề xuất|đề nghị|đối với|với)(?!\w)"
        r"|(?:kiến nghị|đề xuất|đề nghị)(?: [^\W\d_]+){0,3} (?:cấp trên|trung ương|chính phủ|quốc hội|thủ tướng|tỉnh"
        r"|thành ủy|huyện|ubnd|ủy ban|uỷ ban|hđnd|hội đồng|đảng|sở|bộ|ban|phòng|các (?:cấp|sở|ban|cơ quan|bộ|ngành))"
        r"(?!\w)",
    ),
)
_AHEAD = re.compile(
    r"(?:,| và|;|:| -|\n)\s{0,9}(?P<part>(?:đề ra )?"
    r"(?:phương hướng|nhiệm vụ|kế hoạch|chương trình công tác|giải pháp|mục tiêu)"
    rf"(?:(?:,| và) (?:nhiệm vụ|giải pháp|mục tiêu|phương hướng))*(?: (?:trọng tâm|chủ yếu|công tác|chính))*"
    rf"[^.,;:\n]{{0,40}}?(?:{_TO_COME}|(?:năm|quý|tháng|năm học)[^.,;:\n]{{0,12}}?(?P<year>20\d\d)))",
    re.IGNORECASE,
)
_NAMES_AHEAD = re.compile(
    r"(?<!\w)(?:phương hướng|nhiệm vụ|giải pháp|biện pháp|mục tiêu|định hướng|trọng tâm|công việc|phấn đấu|dự kiến"
    rf"|kế hoạch(?! (?:số|được giao|giao))|chương trình công tác|cần tập trung|tiếp tục|{_TO_COME})(?!\w)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"kết quả|thực hiện (?:các |những )?(?:nhiệm vụ|kế hoạch|chương trình|mục tiêu|chỉ tiêu)|(?<!\w)đã(?!\w)|đánh giá"
    r"|hoàn thành|triển khai (?:các |những )?(?:nhiệm vụ|kế hoạch|chương trình)|căn cứ|báo cáo|\d\s?%|\t",
    re.IGNORECASE,
)
_SETS = re.compile(  # as a line begins that says what is to be done
    r"[^\w\n]{0,12}(?:(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]\s?)?[^\w\n]{0,12}"
    r"(?:Tiếp tục|Tăng cường|Đẩy mạnh|Phấn đấu|Tập trung|Nâng cao|Phát huy|Chủ động|Đổi mới|Khắc phục|Đôn đốc)(?!\w)"
)
_DONE = re.compile(r"(?<!\w)(?:đã|đạt|kết quả|được \d|trong năm)(?!\w)")
_FEW_LINES = 2  # that begin so in a text without tasks
_SHORT = 120  # letters of a line that may be a heading
_REPORTS = re.compile(r"(?<!\w)(?:báo cáo|đánh giá|tổng kết|sơ kết|kiểm điểm)(?!\w)", re.IGNORECASE)
_OPENS = re.compile(r"(?:như sau|sau đây|nội dung(?: chủ yếu| chính| cụ thể| cơ bản)* sau)\s?[:.]?[*_\s]*$")
_OPENING = 3500  # letters from the title in which a report says what it will tell
_ITS_WORDS = 350  # letters of the sentence that opens, behind the word that reports
_LEAST_TEXT = 150  # letters below an opening that could tell of all


def check_parts_promised(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` for a part that the title or the opening names, of which no heading, line or sentence
    below speaks in any words.

    Not flagged: reports without an end, whose rest may stand elsewhere; parts told under other names; scans with dirt.
    """
    head, closing = report.letterhead, report.closing
    if head.doc_type != "Báo cáo" or head.title_at is None or is_dirty(report):
        return
    if closing is None and report.signature is None:
        return
    end = closing.start if closing else len(report.text)
    opening = _opening(report, head.title_at.end)
    start = opening.end if opening else head.title_at.end
    if end - start < _LEAST_TEXT:
        return
    titled = list(_of_title(report.text, head.title_at))[:1]
    for place in titled or (_of_opening_ahead(report.text, opening) if opening else []):
        if not _tells_ahead(report, start, end, _year_of(report.text, place)):
            yield _finding(report.text, place)
    if opening is not None:
        yield from _not_told(report.text, opening, end)


def _finding(text: str, place: Span) -> Finding:
    return Finding(
        "missing-part", "warning", place, "promised", {"part": " ".join(text[place.start : place.end].split())}
    )


def _of_title(text: str, title: Span) -> Iterator[Span]:
    """The tasks that a title names behind what it tells of: of a time to come, or of a later year than it."""
    for found in _AHEAD.finditer(text, title.start, title.end):
        years = re.findall(r"(?<!\d)20\d\d(?!\d)", text[title.start : found.start()])
        if not found["year"] or (years and found["year"] > max(years)):
            yield Span(*found.span("part"))


def _of_opening_ahead(text: str, opening: Span) -> list[Span]:
    """The tasks that an opening names: of a time to come."""
    return [Span(*one.span("part")) for one in _AHEAD.finditer(text, opening.start, opening.end) if not one["year"]][:1]


def _year_of(text: str, place: Span) -> str:
    found = re.search(r"20\d\d$", text[place.start : place.end])
    return found[0] if found else ""


def _tells_ahead(report: Report, start: int, end: int, year: str) -> bool:
    """Whether a heading, or a line as short as one, names what is to come; whether a paragraph opens with its year, or
    several begin as tasks do.
    """
    heads = [report.text[one.start : one.head_end] for one in report.walk_sections() if start < one.start < end]
    lines = [line for one in report.text[start:end].split("\n") if (line := one.strip(" \t*_"))]
    short = (one for one in lines if len(one) < _SHORT and ";" not in one and not one.endswith((".", ",")))
    if any(_NAMES_AHEAD.search(one) and not _BEHIND.search(one) for one in (*heads, *short)):
        return True
    if year and any(year in one and not _BEHIND.search(one) for one in heads):
        return True
    opens = (
        re.compile(rf"\W*(?:[Tt]rong |[Ss]ang |[Bb]ước (?:sang|vào) )?[Nn]ăm (?:học )?{year}(?!\d)") if year else None
    )
    if opens and any(opens.match(one) for one in lines):
        return True
    return sum(1 for one in lines if _SETS.match(one) and not _DONE.search(one)) > _FEW_LINES


def _opening(report: Report, start: int) -> Span | None:
    """What an opening says that the report will tell: the end of its sentence, from the word that reports."""
    for paragraph in report.paragraphs:
        if not paragraph.spans or paragraph.spans[0].start < start:
            continue
        low, high = paragraph.spans[0].start, paragraph.spans[-1].end
        if low > start + _OPENING:
            return None
        said = report.text[low:high]
        if _OPENS.search(said):
            word = _REPORTS.search(report.text, max(low, high - _ITS_WORDS), high)
            return Span(word.start(), high) if word else None
    return None


def _not_told(text: str, opening: Span, end: int) -> Iterator[Finding]:
    """The parts that an opening names, of which nothing below it tells."""
    below = text[opening.end : end]
    for part in _PARTS:
        found = part.promised.search(text, opening.start, opening.end)
        if found is None or part.told.search(below):
            continue
        if not _IS_OF.search(text, max(found.start() - _BACK, opening.start), found.start("part")):
            yield _finding(text, Span(*found.span("part")))


_BACK = 40  # letters before a part that may make it the thing of another verb: 'khắc phục những hạn chế'
_IS_OF = re.compile(
    r"(?<!\w)(?:khắc phục|giải quyết|tiếp nhận|tháo gỡ|trả lời|xử lý|công tác)(?: [^\W\d_]+){0,4}[,;]? ?(?:và )?"
    r"(?:những |các )?$"
)

CHECKS = (check_parts_promised,)
