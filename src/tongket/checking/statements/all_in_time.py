"""Dossiers that are in time by 100%, and some of which are told as late (nói đúng hạn 100%, chỗ khác có trễ hạn).

    'Tiếp nhận 28.845 hồ sơ, trễ hạn 158 hồ sơ', and in the assessment 'hồ sơ được giải quyết 100% đúng và trước hạn'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_IN_TIME = r"(?:đúng|trước)(?: và trước| hoặc trước|, trước|, đúng| và đúng)? (?:thời )?hạn"
_ALL = re.compile(
    rf"(?<!\w)[Hh]ồ sơ(?: [^\W\d_]+){{0,3}}(?:,[^.,;:()\d]{{2,20}})?(?: [^\W\d_]+){{0,8}} 100\s?% (?:là )?{_IN_TIME}"
    r"|(?<!\w)[Kk]hông (?:có|còn|để xảy ra) hồ sơ (?:nào )?(?:bị )?(?:trễ|quá|chậm) hạn"
)
_LATE = re.compile(
    r"(?:trễ|quá|chậm) hạn(?: là|:)? (?!0+(?!\d))\d{1,3}(?:\.\d{3})* hồ sơ"
    r"|(?<![\d.,/])(?!0+ )\d{1,3}(?:\.\d{3})* hồ sơ (?:đã |bị |giải quyết |trả |đang )*(?:trễ|quá|chậm) hạn"
)
_NARROWED = re.compile(
    r"(?<!\w)(?:lĩnh vực|liên thông|trực tuyến|cấp (?:xã|huyện|tỉnh)|hộ tịch|đất đai|chứng thực|tiếp nhận (?:tại|của)"
    r"|phòng|xã|phường|thị trấn|sở|đơn vị|quý|tháng|năm trước|cùng kỳ|dịch vụ công|thuộc|tại|nếu|từ năm)(?!\w)",
    re.IGNORECASE,
)


def check_all_in_time(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where dossiers are said to be in time by 100%, or none to be late, and another
    sentence counts some as late; '100% hồ sơ ... đúng hạn' is held against them in ``said_of_all``.

    Not flagged: dossiers of one field, office or month on either side; other times; aims and tasks.
    """
    tasks, tables = tasks_of(report), in_tables(report)
    told = [one for one in sentences(report) if one.now and not tasks.touch(one.place) and not tables.touch(one.place)]
    claims, late = _said(told, _ALL), _said(told, _LATE)
    if claims and late:
        yield told_otherwise(report.text, claims[0], late[0])


def _said(told: list[Sentence], pattern: re.Pattern[str]) -> list[Span]:
    """Where the sentences say so of no part of the dossiers."""
    return [
        one.place_of(found)
        for one in told
        for found in one.finds(pattern)
        if not _NARROWED.search(one.text[max(found.start() - _LEAD, 0) : found.end()])
    ]


_LEAD = 80  # letters before a claim that may say of which dossiers

CHECKS = (check_all_in_time,)
