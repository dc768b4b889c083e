"""How many aims were exceeded, reached and missed, against all of them (số chỉ tiêu vượt, đạt, chưa đạt): 'Trong 15
chỉ tiêu, đến nay có 05 chỉ tiêu vượt, 06 chỉ tiêu đạt, 03 chỉ tiêu chưa đạt'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. An aim is met or it is not: where the missed ones are
told beside the others, no aim is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.borne_out import figures_at
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount
from tongket.model.findings import Finding
from tongket.model.reports import Report

_MET = r"(?:cơ bản )?(?:đạt(?: và vượt)?|vượt(?: và đạt)?|hoàn thành(?: vượt mức)?)"
_MISSED = r"(?:không|chưa) (?:đạt|hoàn thành|thực hiện)"
_NOUN = r"(?:chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ)"
_PART = rf"\d{{1,3}}(?: {_NOUN})? (?:{_MET}|{_MISSED})(?!\w)(?: (?!trong |và |còn )[^\W\d_]+){{0,5}}"
_JUDGED = re.compile(
    rf"(?P<all>\d(?<![\d.,/]\d)\d{{0,2}}) {_NOUN}(?P<said>[^.;:()\d\n]{{0,120}}?)[,:;]? "
    rf"(?:(?:đến nay|đã|có|thì)\s){{0,3}}(?P<parts>{_PART}(?:(?:[,;]|,? và) (?:còn |có )?{_PART}){{1,3}})"
    rf"(?P<tail>[^.\n]{{0,60}})"
)
_NUMBER = re.compile(rf"(?<!\w)\d{{1,3}}(?=(?: {_NOUN})? (?:{_MET}|{_MISSED})(?!\w))")
_NARROWED = re.compile(rf"(?<!\w)(?:{_MET}|trong (?:số )?đó|riêng|nhóm|gồm)(?!\w)")
_GOES_ON = re.compile(
    rf"(?:,|;| và)\s[^.\n]{{0,30}}?\d{{1,3}} (?:{_NOUN}|chưa|không|đang)(?!\w)|[^.\n\d]{{0,30}}(?:còn lại|khác)(?!\w)"
)


def check_aims_judged(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the aims exceeded, reached and missed are not all aims.

    Not flagged: lists without missed ones; lists that go on with aims not judged yet, or that are of those reached.
    """
    at = figures_at(report)
    for found in finds(_JUDGED, report.text):
        if re.search(_MISSED, found["parts"]) is None or _NARROWED.search(found["said"]):
            continue
        if _GOES_ON.match(found["tail"]):
            continue
        places = [one.start() + found.start("parts") for one in _NUMBER.finditer(found["parts"])]
        whole, parts = at.get(found.start("all")), [at[place] for place in places if place in at]
        if whole is None or len(parts) != len(places) or len(parts) < len(("met", "missed")):
            continue
        made = sum(map(amount, parts), Decimal(0))
        if made != amount(whole):
            yield sum_mismatch(whole, amount(whole), parts, made)


CHECKS = (check_aims_judged,)
