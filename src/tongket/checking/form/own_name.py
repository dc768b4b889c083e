"""What a text calls itself (tự gọi tên loại văn bản): 'Công văn này' in a directive, left from what it was made of.

A case of ``layout``, whose page stands with the small things of form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_TYPES = (
    *("Công văn", "Công điện", "Báo cáo", "Kế hoạch", "Chỉ thị", "Quyết định", "Thông báo", "Nghị quyết", "Hướng dẫn"),
    *("Tờ trình", "Chương trình", "Quy chế", "Quy định", "Kết luận", "Phương án", "Đề án"),
)
_ITSELF = re.compile(rf"(?<!\w)(?P<type>{'|'.join(_TYPES)})\s+này(?!\w)")
_OPENS = re.compile(r"(?:^|[.;:!?]\s|\n)[\s\d.)a-zđ+*–-]{0,8}$")  # where a word is capital for its place alone
_IS_ONE = re.compile(r"\s+(?:số|của|tại|về|ngày|năm|nêu|trên|này|nói|được|đã|tổng thể|phối hợp|hành động|liên)(?!\w)")
_NEAR = 12  # letters before a word that show whether it opens a sentence


def check_own_name(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a text calls itself by the name of another type of document.

    Not flagged: types of which the text names a document, in its title too, or which is set out below as a part that it
    puts into force ('KẾ HOẠCH'); what is quoted; appendices and forms.
    """
    head = report.letterhead
    if head.doc_type not in _TYPES or "doc_type" in head.inferred:
        return
    end = report.signature.start if report.signature else len(report.text)
    named = {head.doc_type: True}  # each type, and whether the text names a document of it
    for found in _ITSELF.finditer(report.text, head.type_at.end if head.type_at else 0, end):
        name = found["type"]
        if name not in named:
            named[name] = _names_one(report, name)
        if not named[name] and not _is_quoted(report.text, found.start()):
            facts = {"here": " ".join(found[0].split()), "type": head.doc_type}
            yield Finding("layout", "warning", Span(*found.span()), "own-name", facts)


def _names_one(report: Report, name: str) -> bool:
    """Whether a text names a document of a type elsewhere than where it may call itself one."""
    text = report.text
    if name.upper() in text or any(one.type == name for one in report.citations):
        return True
    for found in re.finditer(rf"(?<!\w){name}(?!\s+này)(?!\w)", text):
        opens = _OPENS.search(text[max(found.start() - _NEAR, 0) : found.start()])
        if opens is None or _IS_ONE.match(text, found.end()):
            return True
    small = name[0].lower() + name[1:]
    return any(_IS_ONE.match(text, found.end()) for found in re.finditer(rf"(?<!\w){small}(?!\w)", text))


def _is_quoted(text: str, at: int) -> bool:
    line = line_start(text, at)
    return text.count("“", line, at) > text.count("”", line, at) or text.count('"', line, at) % 2 == 1


CHECKS = (check_own_name,)
