"""Headings of an evaluation that name two of its parts, over a text that gives one (tiêu đề hai ý, nội dung một ý).

    'Nguyên nhân và bài học kinh nghiệm' over causes alone, 'Thuận lợi và khó khăn' over what went well.

A case of ``missing-part``, whose page stands with the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BAD = (
    r"hạn chế|tồn tại|khuyết điểm|yếu kém|bất cập|khó khăn|vướng mắc|chưa|còn|thiếu|chậm|thấp|không|ít|yếu|kém|tuy|song"
    r"|nhưng|ảnh hưởng|hư hỏng|xuống cấp|giảm|tác động|phức tạp|lúng túng|dịch bệnh|thiên tai|mưa lũ|biến động"
    r"|thách thức"
)
# A part of an evaluation by its name in a heading, and the words without which nobody tells of it.
_PARTS = (
    (
        r"bài học(?: kinh nghiệm)?|kinh nghiệm rút ra",
        r"bài học|kinh nghiệm|rút ra|cần|phải|muốn|nơi nào|ở đâu|coi trọng|[Mm]ột là|[Hh]ai là|[Tt]hứ nhất|luôn"
        r"|không ngừng"
        r"|(?:^|[.;\n+•–-]\s*)(?:[Cc]hủ động|[Pp]hát huy|[Tt]ăng cường|[Cc]hú trọng|[Qq]uan tâm|[Nn]êu cao"
        r"|[Tt]hường xuyên|[Kk]iên trì"
        r"|[Nn]ắm|[Gg]ắn|[Xx]ây dựng|[Ll]àm tốt|[Tt]hực hiện|[Tt]ranh thủ|[Kk]ịp thời|[Đđ]ề cao|[Đđ]oàn kết|[Ll]ấy"
        r"|[Bb]ám sát"
        r"|[Cc]ông tác|[Ss]ự)",
    ),
    (
        r"(?:những |một số )?(?:đề xuất|kiến nghị)(?:,? (?:đề xuất|kiến nghị))?",
        r"kiến nghị|đề xuất|đề nghị|xem xét|mong|cho phép|quan tâm|bố trí|hỗ trợ|ban hành|không(?! có (?:đề xuất"
        r"|kiến))",
    ),
    (r"(?:những |một số )?(?:tồn tại|hạn chế|khuyết điểm|khó khăn|vướng mắc|yếu kém)(?:,? [^,;]*)?", _BAD),
)
_BESIDE = r"(?:nguyên nhân|kết quả|ưu điểm|thuận lợi|mặt được|đánh giá|nhận xét|khó khăn|vướng mắc|hạn chế|tồn tại)"
_HEADINGS = tuple(
    (
        re.compile(rf"(?<!\w){_BESIDE}(?!\w)[^:;\n]*?(?:\svà\s|\s?[,;]\s)(?P<matter>{name})\W*$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{told})", re.IGNORECASE | re.MULTILINE),
    )
    for name, told in _PARTS
)
_LEAST = 25  # words of a text that could have given both


def check_evaluations_answered(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a heading names two parts of an evaluation, and the text below has no word that one
    of them could be told with.

    Not flagged: parts with lower headings; short texts; documents other than reports; scans with dirt.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_dirty(report):
        return
    for section in report.walk_sections():
        if section.kind != "heading" or section.children or not section.head_end:
            continue
        body = report.text[section.head_end : section.end]
        if len(body.split()) < _LEAST:
            continue
        for heading, told in _HEADINGS:
            named = heading.search(" ".join((section.title or "").split()))
            if named is not None and not told.search(body):
                facts = {"matter": named["matter"], "title": section.title or ""}
                yield Finding("missing-part", "warning", Span(section.start, section.head_end), "matter", facts)
                break
