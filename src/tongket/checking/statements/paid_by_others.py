"""Money that is said to come from others alone, and a share of the budget in it (không dùng ngân sách, ngân sách cấp).

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import line_end
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NONE = re.compile(
    r"(?<!\w)(?:(?:không|chưa) (?:sử dụng|dùng|lấy|có)(?: đến| từ)? (?:nguồn |kinh phí |tiền |vốn )*(?:từ )?(?:ngân"
    r" sách|nhà nước)"
    r"(?: nhà nước)?|(?:[Tt]oàn bộ|100 ?%) (?:nguồn )?(?:kinh phí|vốn|chi phí) (?:đều )?(?:do|từ|là)(?: nguồn)?(?: sự)?"
    r" (?:nhân dân|người dân|xã hội hóa|xã hội hoá|doanh nghiệp|các nhà hảo tâm|phụ huynh)(?: tự)?(?: đóng góp)?)(?!\w)"
)
_PAID = re.compile(
    r"(?<!\w)(?:[Nn]gân sách|[Nn]hà nước)(?: nhà nước| xã| huyện| tỉnh| địa phương| trung ương)?(?: đã)? (?:hỗ trợ"
    r"|cấp|chi|bố trí)(?: là)?"
    r" (?P<sum>\d[\d.,]*(?: ?%| (?:triệu|tỷ|nghìn)? ?đồng))"
)
_LEVEL = re.compile(r" (?:của )?(?:cấp )?(?P<level>xã|phường|huyện|tỉnh|địa phương|trung ương)(?!\w)")
_FAR = 250


def _are_of_two_levels(denied: re.Match[str] | None, paid: re.Match[str]) -> bool:
    """Whether the budget of one level gives nothing, and that of another what is told."""
    return denied is not None and denied["level"] not in paid[0]


def check_paid(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where nothing is said to come from the budget, and right behind it gives a
    sum.
    """
    text = report.text
    for found in finds(_NONE, text):
        paid = _PAID.search(text, found.end(), min(found.end() + _FAR, line_end(text, found.end())))
        if paid is not None and _are_of_two_levels(_LEVEL.match(text, found.end()), paid):
            continue
        if paid is not None and ". " not in text[found.end() : paid.start()]:
            yield told_otherwise(text, Span(*found.span()), Span(*paid.span()))


CHECKS = (check_paid,)
