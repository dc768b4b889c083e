"""Sentences of a verb and a time, which lack what is to be done (câu chỉ có vế dẫn): 'Phấn đấu năm 2024.'

A case of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import matches_at_openings
from tongket.checking.evidence.spans import Spans
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

# Verbs that say nothing without what they act on; of 'hoàn thành', 'thực hiện' the time alone is an answer.
_TRANSITIVE = (
    "Phấn đấu|Đẩy mạnh|Nâng cao|Tăng cường|Xây dựng|Ban hành|Kiện toàn|Thành lập|Huy động|Phát huy|Khắc phục|Bảo đảm"
    "|Đảm bảo|Tham mưu|Đổi mới|Quan tâm|Chú trọng|Củng cố|Nhân rộng|Thu hút|Khuyến khích|Hỗ trợ|Giới thiệu|Đề nghị"
    "|Kiến nghị|Yêu cầu|Đề xuất"
)
_TIME = (
    r"(?: (?:và|trong|từ|nay|đến|hết|cuối|đầu|của|những|các|thời|gian|kỳ|tháng|quý|năm|nhiệm|giai|đoạn|tiếp|theo"
    r"|tới|sau"
    r"|này|học|công|tác|I{1,3}|IV|\d{1,2}|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?))*"
)
_ALONE = re.compile(
    rf"(?:(?<=[.;:]\s)|(?<=\n)|(?<=[-+*•]\s))(?P<said>(?:(?:Tiếp tục|Tập trung|Chủ động|Không ngừng) "
    rf"(?:{_TRANSITIVE.lower()})|(?:{_TRANSITIVE})){_TIME})\s?\.(?=\s|$)"
)


_NOUN = re.compile(r"Kiến nghị|Đề xuất|Đề nghị")  # name a part of a report, too
_LINE_ENDS = re.compile(r"[ \t]*(?:\n|$)")


def check_leads_alone(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for a sentence that ends behind a verb which needs an object, and a time at most.

    Not flagged: tables, headings, also such as end with a full stop ('2. Kiến nghị.'); verbs of which the time alone is
    an answer ('Hoàn thành trong quý II.').
    """
    apart = [Span(one.start, one.end) for one in report.tables]
    apart += [Span(one.start, one.head_end) for one in report.walk_sections() if one.title and one.head_end]
    apart_from_text = Spans(apart)
    for found in matches_at_openings(_ALONE, report):
        place = Span(*found.span("said"))
        headed = _NOUN.fullmatch(found["said"]) is not None and _LINE_ENDS.match(report.text, found.end()) is not None
        if not headed and not apart_from_text.touch(place):
            facts = {"printed": " ".join(found["said"].split())}
            yield Finding("incomplete", "info", place, "opening", facts)
