"""All of something that is told as a part of it (toàn bộ mà chỉ một phần): 'toàn bộ 95% diện tích', 'tất cả 87% số hộ';
all of a fund that is spent, or of dossiers that were in time, and a rest told beside it.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ALL = re.compile(
    r"(?P<all>[Tt]oàn bộ|[Tt]ất cả)(?: các| số)?\s?(?P<part>(?:\d{1,2}(?:,\d+)?)\s?%)"
    r"(?! (?:[^\W\d_]+ ){0,5}(?:còn lại|kia|này|đó)(?!\w)| (?:vốn góp|cổ phần|lãi|lợi nhuận|phí)(?!\w))"
)


def check_all_of_a_part(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where 'all' stands right before a percentage of less than a hundred.

    Not flagged: the rest, which is a part ('toàn bộ 5% còn lại'); shares of capital, which are things of their own.
    """
    for at in places_of(report.text, "oàn bộ", "ất cả"):
        found = _ALL.match(report.text, max(at - 1, 0))
        if found is not None:
            facts = {"text": found["all"], "other": " ".join(found["part"].split())}
            yield Finding("body-appendix-mismatch", "warning", Span(*found.span()), "text", facts)


_RESTS = tuple(
    re.compile(rf"(?<!\w)(?P<all>{said})(?!\w)(?P<between>[^\n]{{0,200}}?)(?<!\w)(?P<rest>{rest})")
    for said, rest in (
        (
            r"(?:[Cc]hi|[Ss]ử dụng|[Gg]iải ngân|[Pp]hân bổ|[Cc]ấp phát) hết"
            r"|(?:[Cc]hi|[Ss]ử dụng|[Gg]iải ngân|[Pp]hân bổ)"
            r" (?:hết )?(?:toàn bộ|100\s?%)",
            r"(?:còn dư|còn tồn|tồn quỹ|(?:số )?dư quỹ|số dư|kết dư|còn lại|nộp trả|chưa (?:chi|sử dụng|giải ngân))"
            r"[^.;\n\d]{0,25}? (?!0+ )\d[\d.,]* ?(?:triệu |nghìn |tỷ )?đồng",
        ),
        (
            r"100\s?%(?: (?:số )?(?:hồ sơ|thủ tục))?[^.;,\n\d]{0,30}? đúng(?: và trước| hoặc trước|, trước)?"
            r" (?:thời )?hạn",
            r"(?!0+ )\d[\d.]* hồ sơ (?:(?:trả|giải quyết|kết quả|bị) ){0,3}(?:quá (?:thời )?hạn|trễ hạn|chậm)",
        ),
    )
)
_OTHER = re.compile(
    r"(?<!\w)(?:năm trước|kỳ trước|cùng kỳ|chuyển (?:sang|từ)|giảm|so với|không (?:còn|có|để)|không phát sinh|lĩnh vực"
    r"|(?:Q|q)uỹ (?=[A-ZĐ\"“]))(?!\w)"
)


def check_rests_beside(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of a sum is said to be spent, or all dossiers to be in time, and the
    same paragraph tells what is left or late: 'đã chi hết toàn bộ số tiền; số dư quỹ là 46 triệu đồng'.

    Not flagged: another time, fund or field between the two.
    """
    for pattern in _RESTS:
        for found in finds(pattern, report.text):
            if not _OTHER.search(found["between"]):
                yield told_otherwise(report.text, Span(*found.span("all")), Span(*found.span("rest")))


CHECKS = (check_all_of_a_part, check_rests_beside)
