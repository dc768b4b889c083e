"""What is called the only one, and more of it elsewhere (chỉ có một, mới có một).

    'chỉ tổ chức được 01 hội nghị phản biện', then 'đã chủ trì 04 hội nghị phản biện'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.clauses import sentences, told_otherwise
from tongket.checking.evidence.same_matter import matter_of, which_of
from tongket.model.findings import Finding
from tongket.model.reports import Report

_EVENTS = r"(?:hội nghị|cuộc|buổi|lớp|đợt|hội thi|chuyên đề|lần|mô hình|sản phẩm|câu lạc bộ|hợp tác xã)"
_ONLY = re.compile(
    rf"(?<!\w)(?:[Cc]hỉ|[Mm]ới chỉ|[Mm]ới)(?: mới)?(?: tổ chức| có| thực hiện| mở| xây dựng| thành lập| duy nhất"
    rf"| được){{1,4}} (?:0?1|một) (?P<unit>{_EVENTS})(?P<of>(?: [^\W\d_]+){{0,6}})"
)
_COUNT = re.compile(rf"(?<![\d./,])(?P<number>\d{{1,3}})(?: lượt)? (?P<unit>{_EVENTS})(?P<of>(?: [^\W\d_]+){{0,6}})")
_OTHERS = re.compile(
    r"(?<!\w)(?:tham gia|dự|phối hợp|cùng|năm (?:trước|20\d\d)|cùng kỳ|kế hoạch|cấp trên|các chi|[Ll]ũy kế|giai đoạn"
    r"|mỗi|nhiệm kỳ|quý|tháng|thêm)(?!\w)"
)
_WHO = re.compile(
    r"(?<!\w)(?:huyện|tỉnh|[Tt]rung tâm|Phòng|Sở|Hội|Đoàn|Công ty|Mặt trận|UBND|[Tt]rường)(?! (?:nghị|thi|thảo))(?!\w)"
)
_MOST = 40  # claims that are held against all sentences


def check_only_one(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for the only one of some events, of which another sentence counts more.

    Not flagged: events of another matter or level; what others held; other times.
    """
    told = sentences(report)
    alone = ((one, one.search(_ONLY)) for one in told if one.now)
    for one, found in islice((each for each in alone if each[1]), _MOST):
        if found is None or one.search(_OTHERS):
            continue
        matter = matter_of(_VERB.split(found["of"])[0])
        if not matter:
            continue
        for other in told:
            if other is one or not other.now or other.search(_OTHERS) or which_of(one.text) != which_of(other.text):
                continue
            if not set(_WHO.findall(other.text)) <= set(_WHO.findall(one.text)):
                continue
            more = next((it for it in other.finds(_COUNT) if _is_more(it, found, matter)), None)
            if more is not None:
                yield told_otherwise(report.text, one.place_of(found), other.place_of(more))
                break


_VERB = re.compile(r" (?:hoạt động|được|đã|có|đạt|phát huy|thu hút|với|do|tại|ở|trên)(?!\w)")


def _is_more(it: re.Match[str], found: re.Match[str], matter: frozenset[str]) -> bool:
    behind = matter_of(_VERB.split(it["of"])[0])
    return int(it["number"]) > 1 and it["unit"] == found["unit"] and matter <= behind and len(behind - matter) <= 1


CHECKS = (check_only_one,)
