"""Brackets that tell of what kinds the things before them are (ngoặc nêu các loại của một số): '18 hợp tác xã (15 HTX
nông nghiệp, 03 HTX dịch vụ)'.
"""

from __future__ import annotations

import re

from tongket.checking.evidence.told import is_people
from tongket.checking.sums.divided import Divided
from tongket.checking.sums.listed_items import Listed
from tongket.model.figures import Figure

_BESIDE = re.compile(r"[^.,;:()\d\n]{0,40}")
_DONE = re.compile(
    r"[^.;,\d]{0,25}?\s(?:đã|được|đạt|có|bị|do|chưa|không|đang|mới|còn|hoàn thành|hoạt động|cần|ở|tại|với|cho)(?!\w)"
)


def is_bracket_of_kinds(text: str, listed: Listed, one: Divided) -> bool:
    """Whether a bracket right behind things that are counted whole holds nothing but numbers of their noun, each with
    the name of a kind: '18 hợp tác xã (15 HTX nông nghiệp, 03 HTX dịch vụ)'. What people, households and bodies have
    or are may be told of some of them only, and twice.
    """
    beside = text[listed.start] == "(" and _BESIDE.fullmatch(text, one.whole.end, listed.start) is not None
    if not beside or _is_of_people(one.whole):
        return False
    last = one.items[-1]
    named = all(item.behind.strip() and not _DONE.match(item.behind) and not item.is_bare for item in listed.items)
    closed = text.startswith(")", last.figure.number_end + len(last.behind.rstrip()))
    return named and closed and len(one.items) == len(listed.items) and not one.whole.decimals


def _is_of_people(one: Figure) -> bool:
    return is_people(one) or one.base_unit.startswith("hộ ") or one.base_unit == "hộ"
