"""Kinds of one thing against the whole of a share behind them (các loại và tỷ số a/b nêu sau): '02 trường mầm non, 02
trường tiểu học, 01 trường THCS; 4/6 trường đạt chuẩn quốc gia'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NOUN = r"trường|lớp|hợp tác xã|HTX|tổ hợp tác|câu lạc bộ|chợ|chi bộ|chi hội|chi đoàn|doanh nghiệp|trạm|cơ sở|đội|tổ"
_COUNT = r"(?<![\d.,/-])\d{1,3}"
_KIND = r" [^\d.,;:()/\n]{2,40}"
_SHARE = re.compile(
    rf"(?P<kinds>{_COUNT} (?P<noun>{_NOUN}){_KIND}(?:(?:, |,? và ){_COUNT} (?P=noun){_KIND}){{1,5}})"
    rf"(?P<between>[;.] [^\d.;:()\n]{{0,60}})(?<!\d)(?P<part>\d{{1,3}})/(?P<whole>\d{{1,3}}) (?P=noun)"
    r"(?= (?:đạt|được|có|hoạt động|hoàn thành|đã|đều|xếp|tổ chức|đăng ký|đảm bảo|bảo đảm|là|thực hiện)(?!\w))"
)
_SOME = re.compile(r"(?<!\w)(?:trong đó|có thêm|mới|riêng|tăng|giảm|còn|như|thành lập|sáp nhập|đến năm|kế hoạch)(?!\w)")
_NUMBER = re.compile(r"\d+")
_BEFORE = 60  # letters before the first kind in which its sentence opens


def check_kinds_and_shares(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a share behind several kinds of a thing is of another number than these make.

    Not flagged: kinds that are but some, as of a choice or a change; a number of all told before them.
    """
    if is_dirty(report):
        return
    for found in finds(_SHARE, report.text):
        opens = report.text[max(found.start() - _BEFORE, 0) : found.start()].rpartition(".")[2].rpartition("\n")[2]
        if _SOME.search(opens) or _SOME.search(found["between"]) or found["noun"] in opens:
            continue
        counts = [Decimal(one) for one in _NUMBER.findall(found["kinds"])]
        made, whole = sum(counts, Decimal(0)), Decimal(found["whole"])
        if made != whole and abs(made - whole) * 2 <= whole:
            facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(whole)}
            place = Span(found.start("part"), found.end("whole"))
            yield Finding("sum-mismatch", "warning", place, "", facts, (Span(*found.span("kinds")),))


CHECKS = (check_kinds_and_shares,)
