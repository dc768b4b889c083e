"""Headings that name two matters, and a text that answers one (tiêu đề nêu hai nội dung).

A case of ``missing-part``, whose page stands with the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.expressions import ABBREVIATION
from tongket.checking.evidence.extracts import breaks_off, cut_off_at
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.unicode import key

_HEADS = (
    r"(?:việc|công tác|thực hiện|triển khai|quy chế|chương trình|kế hoạch|phong trào|cuộc vận động|nghị quyết|chỉ thị"
    r"|chế độ|hoạt động|quy định)\s"
)
_WORK = (
    r"(?:giải quyết|xử lý|kiểm tra|phòng, chống|phòng chống|công khai|cải cách|đào tạo|bồi dưỡng|tuyên truyền|thi đua"
    r"|khen thưởng|tiếp (?:công )?dân|chuyển đổi số|xúc tiến|bảo vệ|hòa giải|thanh tra|giám sát|phản biện|đối thoại"
    r"|chăm lo|chăm sóc|bảo đảm|đảm bảo|thu hút|quản lý|phát triển)\s"
)  # what a body does, each a matter by itself
_JOINTS = re.compile(rf"\s?;\s|\s(?:và|gắn với)\s(?={_HEADS}|{_WORK})", re.IGNORECASE)
# What has a name of its own and cannot be told in other words, as care for the people's interests can.
_HAS_A_NAME = re.compile(
    r"(?:(?:việc|công tác|thực hiện|triển khai|kết quả|tình hình)\s)*(?:quy chế|quy định|chương trình|kế hoạch"
    r"|phong trào|cuộc vận động|nghị quyết|chỉ thị|đề án|dự án|phòng, chống|phòng chống|tiếp (?:công )?dân"
    r"|giải quyết (?:khiếu|đơn)|cải cách|chuyển đổi số"
    r"|hòa giải|thanh tra|thi đua|khen thưởng|phản biện|đối thoại|đào tạo|tuyển dụng)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# What a heading says of any matter, and names none.
_GENERAL = re.compile(
    r"(?<!\w)(?:công tác|việc|thực hiện|triển khai|kết quả|tình hình|hoạt động|của|các|và|với|cho|trong|về|tại|theo"
    r"|trên|đối với|giữa|những|một số|cấp|ngành|quy chế|chương trình|kế hoạch|nghị quyết|chỉ thị|chế độ|quy định"
    r"|phong trào|cuộc vận động|tăng cường|nâng cao|chất lượng|hiệu quả|tiếp tục|đẩy mạnh|tổ chức|chỉ đạo|lãnh đạo"
    r"|xây dựng|đơn vị|địa phương|năm|nội dung|phương thức|đổi mới|giai đoạn|trên địa bàn)(?!\w)",
    re.IGNORECASE,
)
_LEAST_TEXT = 300  # letters of a text that could have spoken of both
_LEAST_TERMS = 2
_BREAK = re.compile(r"[^\w\s]|\n")


def check_headings_answered(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a heading names two matters, and no term of one of them comes in the text below:
    'Dân vận chính quyền và quy chế giao ban với Mặt trận' over a text that never speaks of the second.

    Not flagged: matters without a name of their own ('chăm lo lợi ích của Nhân dân'), those that share their words or
    are named by an abbreviation; short texts; tasks; texts that use the words of neither; the last section of a text
    that breaks off; scans with dirt.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_dirty(report):
        return
    tasks = tasks_of(report)
    whole = cut_off_at(report) if breaks_off(report) else len(report.text)
    for section in report.walk_sections():
        heading = Span(section.start, section.head_end or section.start)
        if section.kind != "heading" or heading.start == heading.end or section.end > whole or tasks.touch(heading):
            continue
        body = report.text[heading.end : section.end]
        if len(body) >= _LEAST_TEXT:
            yield from _check(report.text, section, heading, body)


def _check(text: str, section: Section, heading: Span, body: str) -> Iterator[Finding]:
    parts = _parts(text, heading)
    terms = [_terms(text[one.start : one.end]) for one in parts]
    told: frozenset[tuple[str, str]] | None = None
    for at, part in enumerate(parts):
        others = frozenset().union(*(one for order, one in enumerate(terms) if order != at))
        own = terms[at] - others
        if len(own) < _LEAST_TERMS or not _HAS_A_NAME.match(text, part.start):
            continue
        if re.search(r"\d", text[part.start : part.end]):
            continue  # of a document with its number, ``form.check_named_results`` looks for the results
        told = _terms(body) if told is None else told
        if (others - terms[at]) & told and not own & told and not _is_abbreviated(text, part, body):
            facts = {"matter": " ".join(text[part.start : part.end].split()), "title": section.title or ""}
            yield Finding("missing-part", "warning", part, "matter", facts)
            return


def _parts(text: str, heading: Span) -> list[Span]:
    """The matters that a heading names, where it names several."""
    number = re.match(r"[\s*_]*(?:[\dIVX]+(?:\.\d+)*|[a-zđ])[.)/]\s*", text[heading.start : heading.end])
    low = heading.start + (number.end() if number else 0)
    parts: list[Span] = []
    for joint in _JOINTS.finditer(text, low, heading.end):
        parts.append(Span(low, joint.start()))
        low = joint.end()
    end = low + len(text[low : heading.end].rstrip(" :.*_\n"))
    return [*parts, Span(low, end)] if parts else []


def _terms(said: str) -> frozenset[tuple[str, str]]:
    """Pairs of neighbouring words that name something."""
    pieces = (_WORD.findall(key(one)) for one in _BREAK.split(_GENERAL.sub(";", said)))
    return frozenset(pair for words in pieces for pair in pairwise(words))


def _is_abbreviated(text: str, part: Span, body: str) -> bool:
    """Whether the text below speaks of a matter by its first letters: 'TTHC' for 'thủ tục hành chính'."""
    initials = "".join(word[0].upper() for word in _WORD.findall(text[part.start : part.end]))
    return any(one in initials for one in ABBREVIATION.findall(body))


CHECKS = (check_headings_answered,)
