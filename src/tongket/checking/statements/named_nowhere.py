"""Bodies spoken of as if they had been named before, and named nowhere (nói "Công ty", "Ban Chỉ đạo" mà không rõ nào).

    'Công ty dự kiến tăng lưu lượng xả' in a text that names no company.

A case of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report

_SHORT = {"Ban Chỉ đạo": "BCĐ", "Ban Chỉ huy": "BCH", "Công ty": "Cty"}  # a text may name the body by these alone
_HEADS = (
    *("Ban Chỉ đạo", "Ban Chỉ huy", "Tổ công tác", "Đoàn công tác", "Đoàn kiểm tra", "Đoàn giám sát"),
    *("Đoàn thanh tra", "Tiểu ban", "Công ty"),
)
_TEAMS = ("Đoàn ", "Tổ ")  # which mostly come from above: a note
_PATTERNS = {one: re.compile(rf"(?<!\w){one.replace(' ', chr(92) + 's')}(?!\w)", re.IGNORECASE) for one in _HEADS}
# What a body does, or the end of the clause: behind it stands no word of its name, as any other word may be.
_NO_NAME = re.compile(
    r"\s?(?:[,.;)]|$)|\s(?:đã|đang|sẽ|dự\s?kiến|chưa|cần|phải|tiếp tục|báo cáo|họp|biết|xem xét|theo dõi|di dời"
    r"|thông báo|bố trí|khắc phục|bồi thường|vận hành|yêu cầu|đề nghị|kết luận|kiểm tra thực tế|sửa|trả|hoàn trả|nộp"
    r"|cung cấp|giải trình|dừng|tạm dừng|chấm dứt|bổ sung|làm việc)(?!\w)"
)
_AS_KNOWN = re.compile(  # words before a body that every reader is taken to know
    r"(?:[Tt]hành\sviên|[Tt]rưởng|của|[Đđ]ề\snghị|[Yy]êu\scầu|[Gg]iao|với|gửi|[Bb]áo\scáo|trình|cho|do)\s$"
)
_ANY = re.compile(  # one that need have no name: several, or one that is only set up
    r"(?<!\w)(?:các|những|mỗi|mọi|từng|một|nhiều|số|lập|kiện toàn|củng cố|hình thức|gọi (?:là|tắt)|\d+)[\s“\"(]+$"
)
_OPENS = re.compile(r"(?:^|[.;:\n]\s?|[-+*–]\s)$")
_REACH = 20  # letters before


def check_named_nowhere(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a board, a team or a company acts or is asked as one that the reader knows, and no
    place of the text says which one it is; once for each kind.

    Not flagged: bodies in small letters, several, those that the text sets up or names in short; teams whose work is
    told before; documents that set rules; scans with dirt.
    """
    if report.letterhead.doc_type is None or is_dirty(report):
        return
    for head in _HEADS:
        if head not in report.text or _SHORT.get(head, head + "\0") in report.text:
            continue
        mentions = list(_PATTERNS[head].finditer(report.text))
        if not any(_names_it(report.text, one) for one in mentions):
            known = next((one for one in mentions if _is_known(report.text, one, head)), None)
            if known is not None and not _work_told(report.text, head, known.start()):
                facts = {"printed": head}
                severity: Severity = "info" if head.startswith(_TEAMS) else "warning"
                yield Finding("incomplete", severity, Span(*known.span()), "unnamed", facts)


def _work_told(text: str, head: str, before: int) -> bool:
    """Whether the work of a team is told before it is named, which says what team it is: 'qua kiểm tra 12 cơ sở, Đoàn
    kiểm tra đã ...'.
    """
    if not head.startswith("Đoàn "):
        return False
    return re.search(rf"(?<!Đoàn ){head.removeprefix('Đoàn ')}", text[:before], re.IGNORECASE) is not None


def _names_it(text: str, one: re.Match[str]) -> bool:
    """Whether a mention says which body is meant, or that any may be."""
    if _ANY.search(text, max(one.start() - _REACH, 0), one.start()):
        return True
    return _NO_NAME.match(text, one.end()) is None


def _is_known(text: str, one: re.Match[str], head: str) -> bool:
    """Whether a body is spoken of as a certain one: with its capital, and asked, or acting at the head of a clause."""
    if one.group()[0] != head[0] or not _NO_NAME.match(text, one.end()):
        return False
    low = max(one.start() - _REACH, 0)
    return bool(_AS_KNOWN.search(text, low, one.start()) or _OPENS.search(text, low, one.start()))


_ARTICLE = re.compile(r"(?:tại|theo|ở|của|khoản \d+,?|điểm \w,?)\s(?P<article>Điều|Chương)\snày(?!\w)")


def check_articles_nowhere(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a text that has no articles speaks of 'Điều này': words copied from a rule.

    Not flagged: what is quoted, or said of an article that is named before; texts with articles of their own.
    """
    text = report.text
    if "iều này" not in text.replace("\n", " ") and "ương này" not in text:
        return
    told = list(_ARTICLE.finditer(text))
    own = {
        name: re.search(rf"^[^\w\n]*{name}\s[\dIVX]", text, re.IGNORECASE | re.MULTILINE)
        for name in {found["article"] for found in told}
    }
    for found in told:
        name = found["article"]
        above = re.search(rf"{name}\s[\dIVX]", text[max(found.start() - _ABOVE, 0) : found.start()])
        line = line_start(text, found.start())
        quoted = text.count("“", line, found.start()) > text.count("”", line, found.start())
        if not (own[name] or above or quoted):
            place = Span(found.start("article"), found.end())
            yield Finding("missing-part", "warning", place, "section", {"name": f"{name} này"})


_ABOVE = 400  # letters before, in which an article of a cited document may be named


CHECKS = (check_named_nowhere, check_articles_nowhere)
