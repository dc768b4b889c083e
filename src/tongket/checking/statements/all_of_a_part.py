"""All of something that is told as a part of it (toàn bộ mà chỉ một phần): 'toàn bộ 95% diện tích', 'tất cả 87% số hộ'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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


CHECKS = (check_all_of_a_part,)
