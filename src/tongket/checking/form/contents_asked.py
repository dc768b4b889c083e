"""Contents that the letter behind a report asked for, and one that no point tells of (nội dung được yêu cầu).

A case of ``missing-part``, whose page stands with the form of reports: 'về báo cáo bốn nội dung: tổ chức bộ máy, biên
chế, chế độ chính sách và công tác quy hoạch', and three numbered points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from tongket.checking.evidence.finds import finds, holds
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_SO_MANY = re.compile(
    r"(?<!\w)(?P<number>hai|ba|bốn|năm|sáu|bảy|0?[2-7]) (?:nội dung|vấn đề|nhóm nội dung|mặt công tác|lĩnh vực)"
    r"(?: (?:sau|chính|gồm))*\s?(?::|,? gồm:?)\s"
)
_ASKED = re.compile(
    rf"(?<!\w)(?:báo cáo|yêu cầu|đề nghị|cung cấp|rà soát|đánh giá)[^.;:\n]{{0,80}}?{_SO_MANY.pattern}"
    r"(?P<list>[^.:\n]{15,300}?)"
    r"(?=[.\n]|, (?:Đảng|UBND|Ủy|Uỷ|Ban|Hội|Sở|Phòng|Trường|Chi|Huyện|Công an|Trung tâm|Văn phòng|Đoàn|Liên)"
    r"|,? (?:báo cáo như sau|như sau))"
)
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}
_ITEMS = re.compile(r"[,;] | và (?=[^,;]*$)")
_POINT = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[a-đ])[.)/] ?(?P<head>[^\n]{3,160})", re.MULTILINE)
_EMPTY = frozenset(key("công tác việc về tình hình kết quả các và của thực hiện nội dung").split())


def check_contents_asked(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a report names so many contents that it was asked for and tells of all but one of
    them in numbered points; of that one no word stands anywhere below.

    Not flagged: lists of which the number is another; contents told of under other headings; scans with dirt.
    """
    if is_dirty(report) or not holds(_SO_MANY, report.text):
        return
    for asked in islice(finds(_ASKED, report.text), _MOST):
        items = [" ".join(one.split()) for one in _ITEMS.split(asked["list"].strip()) if one.strip()]
        number = _NUMBERS.get(asked["number"]) or int(asked["number"])
        if len(items) != number:
            continue
        told = islice(_POINT.finditer(report.text, asked.end()), number)  # one more than there may be
        points = [_words(one["head"][:_HEAD]) for one in told]
        if len(points) != number - 1:
            continue
        missing = [one for one in items if not _is_told(one, points)]
        below = key(report.text[asked.end() :])
        if len(missing) == 1 and not _shares(missing[0], below):
            low = asked.start("list") + asked["list"].find(missing[0])
            facts = {"part": missing[0], "number": asked["number"]}
            place = Span(low, low + len(missing[0])) if low >= asked.start("list") else Span(*asked.span("list"))
            yield Finding("missing-part", "warning", place, "content", facts)


_MOST = 20  # times that a report names what it was asked for
_HEAD = 70  # letters of a point in which its heading stands


def _is_told(item: str, points: Sequence[frozenset[str]]) -> bool:
    words = _words(item)
    return any(2 * len(words & point) >= len(words) for point in points) if words else True


def _shares(item: str, below: str) -> bool:
    """Whether two words of a content that stand together stand in the text below."""
    words = key(item).split()
    return any(f"{one} {other}" in below for one, other in pairwise(words))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", key(text))) - _EMPTY


CHECKS = (check_contents_asked,)
