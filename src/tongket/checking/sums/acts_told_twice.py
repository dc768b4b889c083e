"""What was done in the whole of a year, told twice with two numbers (một việc của cả năm, hai số).

    'Trong năm kết nạp 14 đảng viên mới', then 'cả năm kết nạp được 12 đảng viên'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. Small numbers come again by
chance, so that both places must say that they tell of all the year or of all the unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.clauses import matter_at, told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.numbers import is_hedged
from tongket.checking.evidence.same_matter import keys_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.evidence.told import is_plain
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.years import YEAR

_ACTS = (
    "kết nạp|thành lập|ban hành|xây dựng|ra mắt|công nhận|giải quyết|khởi công|bàn giao|phát triển|kỷ luật|khen thưởng"
    "|giới thiệu|trao tặng|tổ chức|tiếp nhận|khai giảng|mở|sửa chữa|hòa giải|trồng mới|cấp|xóa"
)
_OF_ALL = re.compile(
    r"(?P<whole>[Tt]rong năm(?: (?:qua|học|(?:19|20)\d\d))*|[Cc]ả năm(?: (?:19|20)\d\d)?|[Nn]ăm (?:19|20)\d\d"
    r"|[Tt]rong kỳ|[Tt]oàn (?:xã|phường|huyện|tỉnh|Đảng bộ|đảng bộ|trường|ngành|hội)|[Tt]ổng cộng"
    r"|[Tt]ừ đầu năm đến nay)"
    r"(?P<who>[^.;:\n\d]{0,45}?)(?<!\w)"
    rf"(?P<act>{_ACTS})(?: (?:được|mới|thêm|tổng số|tổng cộng))* (?=\d)"
)
_OF_A_PART = re.compile(
    r"(?<!\w)(?:chi bộ|thôn|bản|ấp|tổ|trường|lớp|khối|chi hội|chi đoàn|quý|tháng|đợt|phấn đấu|kế hoạch|chỉ tiêu|sẽ"
    r"|dự kiến|giao|cùng kỳ|trước|học kỳ|cấp trên|huyện|tỉnh)(?!\w)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?P<of>[^.,;:()\n\d]{0,50}?)(?=[.,;:()\n]|$|\s(?:với|cho|tại|ở|và|trong đó|đạt|tăng|giảm|so với|bằng|vượt|thu hút"
    r"|gồm|có|là|để|nhằm|\d))"
)
_BODY = re.compile(
    r"(?<!\w)(?:hội [^\W\d_]+(?: [^\W\d_]+)?|đoàn [^\W\d_]+|công đoàn|mặt trận|mttq|trường [^\W\d_]+|trạm y tế|công an"
    r"|quân sự|ubnd|hđnd|đảng ủy|khối [^\W\d_]+|xã [^\W\d_]+|thôn [^\W\d_]+|chi bộ|cấp [^\W\d_]+)(?!\w)"
)
_NEUTRAL = keys_of("đã được có thì cũng xã huyện tỉnh phường toàn ta số đảng bộ các cấp ngành hội nhà trường đơn vị")
_OWN_WHOLES = frozenset(("đảng bộ", "ngành", "hội"))
_OF_ANY_MATTER = frozenset(
    ("tổ chức", "ban hành", "xây dựng", "mở", "cấp", "giải quyết", "tiếp nhận", "giới thiệu", "sửa chữa")
)
_FEWEST = 3  # words that tell what was made, of an act that each field of work has
_EMPTY = keys_of("mới được toàn xã huyện tỉnh trong năm trên địa bàn trường")


def check_acts_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two places tell with two numbers how many of the same were made or
    admitted in all the year, or by all the unit, in the same words.

    Not flagged: aims and tasks; quarters and other years; parts of the unit, other bodies of it, also under their
    headings; numbers that words behind them narrow; what each field of work has ('tổ chức 12 cuộc tuyên truyền').
    """
    figures, text, tasks = prose_of(report), report.text, tasks_of(report)
    own = (report.letterhead.date or "")[:4]
    told: dict[tuple[object, ...], tuple[Decimal, Span]] = {}
    for found in finds(_OF_ALL, text):
        place = Span(*found.span())
        index = bisect_left(figures, found.end(), key=attrgetter("number_start"))
        one = figures[index] if index < len(figures) and figures[index].number_start == found.end() else None
        if one is None or not is_plain(one) or is_hedged(one) or one.target or not one.base_unit or tasks.touch(place):
            continue
        tail = _TAIL.match(text, one.end)
        if tail is None or _OF_A_PART.search(found["who"]) or _OF_A_PART.search(tail["of"]):
            continue
        if not _is_of_unit(report, found["whole"]):
            continue
        thing = keys_of(tail["of"]) - _EMPTY
        if found["act"] in _OF_ANY_MATTER and len(thing) < _FEWEST:
            continue
        year = YEAR.search(found["whole"])
        bodies = frozenset(_BODY.findall(matter_at(report, place.start)))
        who = bodies, keys_of(found["who"]) - _NEUTRAL, year[0] if year else own
        what = (found["act"], one.base_unit, thing, *who)
        place = Span(place.start, max(one.end, tail.end("of")))
        first = told.setdefault(what, (amount(one), place))
        if first[0] != amount(one):
            yield told_otherwise(text, place, first[1])


def _is_of_unit(report: Report, whole: str) -> bool:
    """Whether 'toàn xã', 'toàn trường' is all of the unit whose report it is, or of no unit."""
    told, _, level = whole.partition(" ")
    if told.lower() != "toàn" or level.lower() in _OWN_WHOLES:
        return True
    return level.lower() in (report.letterhead.issuing_body or level).lower()


CHECKS = (check_acts_told_twice,)
