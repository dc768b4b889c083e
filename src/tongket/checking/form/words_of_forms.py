"""Words of a form that were left in (lời của mẫu còn sót): a choice that nobody made, a direction not taken out.

Cases of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import matches_near, places_of
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.form.incomplete_told import told_incomplete
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section

_WAYS = r"(?:[Tt]ăng|[Gg]iảm|[Gg]iữ(?: nguyên)?)"
_EITHER_WAY = re.compile(
    rf"(?<!\w){_WAYS}(?:(?:\s?/\s?|\s){_WAYS}|\s\({_WAYS}\))+(?=\s?\(?[-+]?\s?\d)(?!\s?\d[\d.,]*\s?(?:lần|đợt))"
)
_RANGE = re.compile(
    r"(?<!\w)(?:thu|bắt|tạm|lưu|cất|gìn|canh|biên độ|mức|tỷ lệ|tỉ lệ|dao động|số|lượng|khoảng|bước|việc"
    r"|tình hình)\s$",
    re.IGNORECASE,
)
_OR_NOT = re.compile(r"/\s?(?:[Kk]hông|[Cc]hưa) ")
_NAMED = 20  # letters of what is or is not so
_ONE_OR_NOT = re.compile(
    r"(?<!\w)(?P<one>[^\W\d_]+(?: [^\W\d_]+)?)\s?/\s?(?:không|chưa) (?P=one)"
    r"(?=\s?[.;,](?:\s|$)|\s[^\W\d_])(?!\s(?:do|tùy|theo)\s)",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"(?<!\w)(?:đánh giá|phiếu|biểu quyết|xác định|xem xét|kết quả|tỷ lệ|tỉ lệ|mức|việc|tiêu chí|ghi|chọn|quyết định"
    r"|nếu|hoặc|loại|tình trạng|ý kiến|quan điểm|mục|cột|nội dung|phân loại|thống kê|theo dõi|kiểm tra|câu hỏi"
    r"|lựa chọn)(?!\w)",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"\((?:đề nghị |cần )?(?:ghi rõ|nêu rõ|liệt kê|kê khai|ghi cụ thể|nêu cụ thể|ghi tên|nêu tên"
    r"|nêu (?:tóm tắt|ngắn gọn|khái quát)|khái quát(?= (?:đặc điểm|tình hình|về))"
    r"|(?:báo cáo|thống kê|đánh giá|phân tích|mô tả) (?:cụ thể|rõ|ngắn gọn)|có (?:số liệu|phụ lục) (?:cụ thể|so sánh)"
    r"|so sánh với (?:cùng kỳ|năm trước|kỳ trước))(?!\w)[^()\n\d]{0,90}\)",
    re.IGNORECASE,
)
# A sentence that tells what to write, not what was: nobody says so of what was done.
_ORDER = re.compile(
    r"(?P<said>(?:Nêu (?:tóm tắt|rõ|cụ thể|khái quát|ngắn gọn)"
    r"|Ghi (?:cụ thể|rõ|tóm tắt)|(?:Báo cáo|Trình bày|Mô tả|Liệt kê|Thống kê) (?:cụ thể|rõ|tóm tắt|ngắn gọn)"
    r"|Đánh giá (?:khái quát|tóm tắt|ngắn gọn)(?=[^.\n]*,)|(?:Cần|Yêu cầu|Đề nghị) (?:nêu|ghi|phân tích|đánh giá) rõ"
    r"|Phân tích (?:rõ|cụ thể) (?:nguyên nhân|những|các))(?!\w)"
    r"(?![^.\n]* (?:là|đã|được|sẽ) )(?:[^.\n\d]|\n(?=[^\W\dA-ZĐ_])){8,250}\.)(?=\s|$)"
)
_HOW = (" tóm tắt ", " rõ ", " cụ thể ", " khái quát ", " ngắn gọn ")  # as an order says it
_OPENS = re.compile(r"(?:\A|\n[ \t]*|\. |[-+*] )\Z")
_IF_ANY = re.compile(r"\(nếu có\)")
_COUNTED = re.compile(r"(?<![\w./-])(?!(?:19|20)\d\d )\d[\d.]*(?<!\.) [^\W\d_]+(?: [^\W\d_]+){0,3} $")
_BLANK = re.compile(r"\s?(?:[:.…_]\s?){3}")
_FEW = 3  # directions in a text: of more, it is a form
_RULES = re.compile(
    r"(?<!\w)(?:phải|cần|yêu cầu|đề nghị|quy định|hướng dẫn|mẫu|biểu|phiếu|đơn|sẽ)(?!\w)", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:\n]")
_BACK = 120  # letters of a clause before a place


def check_words_of_forms(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a choice of the form that nobody made ('tăng giữ giảm 0,02%', 'Đạt/Không đạt.') and for
    directions of the form that were left in: '(ghi rõ lý do)', 'Nêu tóm tắt đặc điểm tình hình.', '03 vụ (nếu có)',
    'Kiến nghị (nếu có)' above a text (a note).

    Not flagged: what a clause says of choosing, ranges ('biên độ tăng giảm 5%'), rules and requests; tables, where they
    head a column; blank forms; documents other than reports.
    """
    if report.letterhead.doc_type not in ("Báo cáo", "Thông báo", None):
        return
    left = list(_directions(report.text))
    tasks = tasks_of(report)
    for place, case, allowed in (*_choices(report.text), *(left if len(left) <= _FEW else ())):
        if _is_told(report, place, allowed) and not tasks.touch(place):
            yield told_incomplete(place, case, "warning", report.text[place.start : place.end], _SHOWN)
    for section in report.walk_sections():
        named = section.kind == "heading" and (section.title or "").rstrip(" .:").endswith("(nếu có)")
        if named and _has_text(report.text, section):
            place = Span(section.start, section.head_end)
            yield told_incomplete(place, "direction", "info", section.title or "", _SHOWN)


def _choices(text: str) -> Iterator[tuple[Span, str, re.Pattern[str]]]:
    for found in matches_near(_EITHER_WAY, text, "ăng", "iảm", "iữ", before=1):
        yield Span(*found.span()), "choice", _RANGE
    for mark in _OR_NOT.finditer(text):
        one = _ONE_OR_NOT.search(text, max(mark.start() - _NAMED, 0), mark.end() + 2 * _NAMED)
        if one is not None and one.start() < mark.start() < one.end():
            yield Span(*one.span()), "choice", _CHOICE


def _directions(text: str) -> Iterator[tuple[Span, str, re.Pattern[str]]]:
    for found in _DIRECTION.finditer(text):
        if not _BLANK.match(text, found.end()):
            yield Span(*found.span()), "direction", _RULES
    for at in places_of(text, *_HOW):
        order = _ORDER.search(text, max(at - _NAMED, 0), at + 2 * _BACK)
        if (
            order is not None
            and order.start() < at
            and _OPENS.search(text, max(order.start() - _BACK, 0), order.start())
        ):
            yield Span(*order.span("said")), "direction", _RULES
    for found in _IF_ANY.finditer(text):
        counted = _COUNTED.search(text, max(found.start() - 2 * _NAMED, 0), found.start())
        if counted is not None:
            yield Span(counted.start(), found.end()), "direction", _RULES


def _has_text(text: str, section: Section) -> bool:
    return bool(text[section.head_end or section.end : section.end].strip())


def _is_told(report: Report, place: Span, allowed: re.Pattern[str]) -> bool:
    """Whether what stands at a place is told in running text, in a clause that does not allow for it."""
    before = _CLAUSE.split(report.text[max(place.start - _BACK, 0) : place.start])[-1]
    return not allowed.search(before) and not in_tables(report).hold(place.start)


_SHOWN = 80  # letters

CHECKS = (check_words_of_forms,)
