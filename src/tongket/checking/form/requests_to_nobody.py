"""Requests and urgent tasks that name neither who is to act nor by when (kiến nghị không rõ địa chỉ).

A case of ``incomplete``, whose page stands with sentences that break off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.stops import clause_end
from tongket.checking.evidence.tasks import task_spans
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NOBODY = re.compile(
    r"(?<!\w)[Gg]iao Phòng (?=chủ trì|tham mưu|theo dõi|phối hợp)"
    r"|(?<!\w)(?:[Đđ]ề nghị|[Kk]iến nghị|[Yy]êu cầu|[Gg]iao|[Pp]hân công)(?: với)? (?:các )?"
    r"(?:cấp(?:, (?:các )?ngành)?|ngành|cơ quan(?:, đơn vị)?|đơn vị|bộ phận|cá nhân|tổ chức)"
    r"(?: (?:có liên quan|liên quan|chức năng|có thẩm quyền|cấp trên|chuyên môn|phụ trách|có trách nhiệm|các cấp))*"
    r" (?:(?:sớm|cần|tiếp tục|khẩn trương|kịp thời) )?(?:xem xét|quan tâm|giải quyết|nghiên cứu|tham mưu|phối hợp"
    r"|hỗ trợ|tháo gỡ|thực hiện|triển khai|khắc phục|bố trí|chỉ đạo|rà soát|hoàn thành)(?!\w)"
)
_URGENT = re.compile(
    r"(?:[-–+*•]|\(?\w{1,3}[.)/])?[ \t]*(?P<task>(?:[Ss]ớm|[Kk]hẩn trương|[Nn]hanh chóng"
    r"|(?:[Tt]ập trung )?(?:[Kk]hắc phục|[Gg]iải quyết|[Xx]ử lý|[Tt]háo gỡ) (?:sớm|dứt điểm|ngay))"
    r"\s[^.;:\d]{12,180})[.;]?\s*"
)
_SOMEBODY = re.compile(
    r"UBND|HĐND|MTTQ|(?:Ủy|Uỷ) ban|Ban [A-ZĐ]|Phòng [A-ZĐ]|Sở |Hội |Đoàn |Công an|Văn phòng|Thường trực|[Cc]hủ trì"
    r"|[Pp]hụ trách|chịu trách nhiệm|(?<!\w)(?:giao|do|đề nghị|yêu cầu|phân công)(?!\w)"
    r"|[Cc]ác (?:xã|thôn|phòng|ban|chi)"
)
_SOME_DAY = re.compile(r"\d{1,2}/\d|[Qq]uý|tháng \d|năm \d{4}|(?<!\w)trước(?!\w)|trong (?:tuần|tháng|ngày)")


def check_requests_to_nobody(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for a request or task that names neither who is to act nor by when: 'đề nghị cơ
    quan có liên quan sớm xem xét'.

    A task that is called urgent and says no more ('Sớm khắc phục ...', 'Khẩn trương hoàn thiện ...') is one of them.
    Not flagged: requests that name a body, also beside others; those with a day, a quarter or a year.
    """
    for low, high in task_spans(report.sections):
        for match in _NOBODY.finditer(report.text, low, high):
            end = min(clause_end(report.text, match.end(), high - match.end()), high)
            if not _SOME_DAY.search(report.text, match.start(), end):
                facts = {"printed": " ".join(match.group().split())}
                yield Finding("incomplete", "info", Span(*match.span()), "nobody", facts)
    if report.letterhead.doc_type == "Báo cáo":
        yield from _urgent_tasks(report)


def _urgent_tasks(report: Report) -> Iterator[Finding]:
    """Tasks that are called urgent, in a sentence of their own below headings that name nobody either."""
    spans = list(task_spans(report.sections))
    for paragraph in report.paragraphs:
        match = _URGENT.fullmatch(paragraph.text) if paragraph.kind == "body" and paragraph.spans else None
        if match is None or _SOMEBODY.search(match["task"]) or _SOME_DAY.search(match["task"]):
            continue
        at = paragraph.spans[0].start
        above = [one for one in report.walk_sections() if one.start <= at < one.end]
        if not any(low <= at < high for low, high in spans) or any(_SOMEBODY.search(one.title or "") for one in above):
            continue
        place = Span(at, paragraph.spans[-1].end)
        yield Finding("incomplete", "info", place, "nobody", {"printed": " ".join(match["task"].split())})


CHECKS = (check_requests_to_nobody,)
