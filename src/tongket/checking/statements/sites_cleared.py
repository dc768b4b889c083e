"""Ground that is said to be handed over in full, and households that still hold it (bàn giao mặt bằng, còn vướng).

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. Of works the same goes: opened to
traffic, and 60% of them done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.alike_in_part import which_of
from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.checking.evidence.same_matter import keys_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_CLEARED = re.compile(
    r"(?<!\w)(?:đã )?(?:hoàn thành|cơ bản hoàn thành|xong)(?: công tác| việc)? (?:giải phóng|đền bù|bàn giao) mặt bằng"
    r"|(?<!\w)bàn giao (?:toàn bộ|100 ?%|hết)(?: diện tích)? mặt bằng|(?<!\w)mặt bằng đã (?:được )?bàn giao (?:100 ?%"
    r"|toàn bộ)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?<!\w)(?:còn|vướng)[^.;\n]{0,40}? \d{1,4} hộ[^.;\n]{0,60}?(?:chưa (?:bàn giao|nhận tiền|đồng thuận|di dời)|mặt"
    r" bằng)"
    r"|(?<!\w)\d{1,4} hộ[^.;\n]{0,60}? chưa bàn giao mặt bằng|(?<!\w)vướng(?: mắc)? (?:giải phóng )?mặt bằng (?:của"
    r" )?\d{1,4} hộ",
    re.IGNORECASE,
)
_NEAR = 3  # sentences between which the same ground is spoken of
_NAMES = re.compile(rf"(?<=[^\W\d_] )[{CAPITALS}][^\W\d_]*")
_OPENED = re.compile(
    r"(?P<thing>[^.;:,()\n\d]{8,80}?)(?: đã)?(?: được| chính thức)* (?:thông xe|khánh thành|đưa vào (?:sử dụng|khai"
    r" thác|hoạt động)"
    r"|hoàn thành 100 ?%)(?!\w)"
)
_UNDERWAY = re.compile(
    r"(?P<thing>[^.;:,()\n\d]{8,80}?)(?: hiện| nay)* (?:mới|chỉ) (?:đạt|hoàn thành|thi công được|thực hiện được)(?:"
    r" khoảng)? "
    r"(?!100)\d{1,2}(?:,\d+)? ?% (?:khối lượng|tiến độ|công trình|giá trị)"
    r"|(?P<built>[^.;:,()\n\d]{8,80}?) (?:vẫn )?đang (?:được )?(?:thi công|xây dựng)(?! (?:giai đoạn|hạng mục))"
)
_EMPTY = keys_of("hiện nay đến đã công trình dự án là của xã")


def check_sites(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all ground is told as handed over, and right beside households still
    hold it.

    Not flagged: other works by name or number; sentences farther off.
    """
    told = sentences(report)
    for at, one in enumerate(told):
        cleared = one.search(_CLEARED)
        if cleared is None or re.search(
            r"(?<!\w)(?:chưa|không|sẽ|phấn đấu|dự kiến)(?!\w)", one.small[: cleared.start()]
        ):
            continue
        for other in told[max(at - 2, 0) : at + _NEAR]:
            held = other.search(_HELD)
            if held is None or (other is one and held.start() <= cleared.start() < held.end()):
                continue
            if which_of(one.text) == which_of(other.text) and _names(other) <= _names(one) | _names_if_none(one, other):
                place = Span(other.place.start + held.start(), other.place.end)
                yield told_otherwise(report.text, Span(one.place.start + cleared.start(), one.place.end), place)
                break


def _names(one: Sentence) -> frozenset[str]:
    return frozenset(_NAMES.findall(one.text))


def _names_if_none(one: Sentence, other: Sentence) -> frozenset[str]:
    """The names of the other sentence where the first has none: it may tell of the same work."""
    return frozenset() if _names(one) else _names(other)


def check_opened(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a work is in use in one sentence, and so many hundredths done in
    another.
    """
    told = sentences(report)
    opened = [(one, found) for one in told if one.now for found in islice(one.finds(_OPENED), 3)]
    for other in told if opened else ():
        under = other.search(_UNDERWAY) if other.now else None
        if under is None:
            continue
        thing = keys_of(under["thing"] or under["built"]) - _EMPTY
        for one, found in opened:
            said = keys_of(found["thing"]) - _EMPTY
            if one is not other and len(thing) >= _LEAST and said == thing:
                yield told_otherwise(report.text, one.place_of(found), other.place_of(under))
                break


_LEAST = 3

CHECKS = (check_sites, check_opened)
