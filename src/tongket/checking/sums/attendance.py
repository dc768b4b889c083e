"""Who was called, who came and who stayed away (triệu tập, có mặt, vắng): the last two make the first.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_WHO = r"(?: [^\W\d_]+){0,5}"
_AWAY = re.compile(rf"(?<!\w)[Vv]ắng(?: mặt)?{_WHO}\s?:?\s(?P<away>{_NUMBER})(?![\d.,/]\d|\s?%)")
_CAME = r"(?:có mặt|tham dự|đến dự|về dự|dự họp|dự hội nghị|dự đại hội|dự)"
_RATE = r"(?:,? (?:đạt|chiếm)(?: tỷ lệ)? [\d,.]+\s?%)?(?:\s?\([^()\n]{0,30}%\))?"
_OF_ALL = re.compile(
    rf"(?<![\w.,/-])(?P<here>{_NUMBER})\s?/\s?(?P<all>{_NUMBER})(?![\d.,/-]\d|/){_WHO}(?: {_CAME})?"
    rf"{_RATE}[,;(]\s?(?:và )?$"
)
_OF_THOSE = re.compile(
    rf"(?<![\w.,/-])(?P<all>{_NUMBER}){_WHO}\s?[,;:(]\s?(?:trong đó,?:? ?|hiện |số (?:đại biểu|người) )?{_CAME}{_WHO}"
    rf"\s?:?\s(?P<here>{_NUMBER})(?![\d.,/-]\d){_WHO}{_RATE}[,;(]\s?(?:và )?$",
    re.IGNORECASE,
)
_OF_WHOLE_BEHIND = re.compile(  # 'có 31 đồng chí dự họp (vắng 06 đồng chí) trên tổng số 37 đồng chí được triệu tập'
    rf"(?<![\w.,/-])(?P<here>{_NUMBER})(?![\d.,/-]\d){_WHO} {_CAME}{_WHO}\s?[,(]\s?(?:và )?$"
)
_WHOLE_BEHIND = re.compile(
    rf"{_WHO}\)? (?:trên|trong)(?: tổng)? số (?P<all>{_NUMBER})(?![\d.,/-]\d)(?!\s?%){_WHO} (?:được )?triệu tập(?!\w)"
)
_BESIDE = 60  # letters behind those who stayed away in which others are told of
_BACK = 200  # letters before those who stayed away


def check_attendance(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where those who came and those who stayed away are not those who were called: 'triệu tập
    150 đại biểu, có mặt 146 đại biểu, vắng 06 đại biểu'.

    Not flagged: more who came than were called, for guests came too; those away told in two ('vắng có lý do: 1; vắng
    không lý do: 1').
    """
    for away in finds(_AWAY, report.text):
        low = line_start(report.text, away.start(), _BACK)
        told = _OF_ALL.search(report.text, low, away.start()) or _OF_THOSE.search(report.text, low, away.start())
        again = _AWAY.search(report.text, away.end(), line_end(report.text, away.end(), _BESIDE))
        whole = told
        if told is None:
            told = _OF_WHOLE_BEHIND.search(report.text, low, away.start())
            whole = _WHOLE_BEHIND.match(report.text, away.end()) if told else None
        if told is None or whole is None or again:
            continue
        called, here, missed = (Decimal(one.replace(".", "")) for one in (whole["all"], told["here"], away["away"]))
        if here + missed == called or here > called:
            continue
        facts = {"parts": f"{shown(here)} + {shown(missed)}", "sum": shown(here + missed), "total": shown(called)}
        at = {one.number_start: Span(one.start, one.end) for one in prose_of(report)}
        all_told, *places = (
            at.get(found.start(name), Span(*found.span(name)))
            for found, name in ((whole, "all"), (told, "here"), (away, "away"))
        )
        yield Finding("sum-mismatch", "warning", all_told, "", facts, tuple(dict.fromkeys(places)))


CHECKS = (check_attendance,)
