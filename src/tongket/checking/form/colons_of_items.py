"""Items that are whole sentences and end with a colon, with the next item behind it (dấu hai chấm không mở ra gì): '-
Dịch xuất hiện 02 lần vào năm 2004, 2005:' above '- Từ năm 2006 đến nay ...'.

A case of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.form.norms import sets_rules
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ITEM = re.compile(r"(?:^|\n)[^\S\n]*(?P<mark>[-+*•])[^\S\n]+(?P<said>[^\n:]+(?:\n(?=[^\W\dA-ZĐ_])[^\n:]+)*)$")
_NEXT = re.compile(r"[^\S\n]*\n\s*(?P<mark>[-+*•])\s")
_VERB = re.compile(
    r"(?<!\w)(?:đã|được|xuất hiện|xảy ra|phát hiện|đạt|hoàn thành|có)(?!\w)[^.;]*\d"
    r"|^(?!Về|Công tác|Tình hình|Kết quả|Các|Những|Việc|Đối với|Số|Trong|Một)(?:\S+\s){1,8}?(?:đã|xảy ra)(?=\s)"
)
_ANNOUNCES = re.compile(
    r"(?<!\w)(?:sau(?: đây)?|gồm(?: có)?|bao gồm|là|cụ thể|trong đó|như|gồm các|theo|với|về|tại|ở|của|cho|do|từ"
    r"|nội dung|kết quả|đơn vị|giải pháp|nhiệm vụ|các|những|trường hợp|hình thức|lĩnh vực|nhóm|biện pháp|mô hình"
    r"|\d+ \w+)$"
)
_LEAST = 8  # words of an item that says something
_REACH = 400  # letters of an item


def check_colons_of_items(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where an item with its verb and numbers ends with a colon, and the next item stands
    beside it.

    Not flagged: items that announce a list ('gồm:', 'như sau:', 'với 03 nội dung:'), which may have the same mark; the
    list of recipients; provisions; recognised text.
    """
    if sets_rules(report) or is_recognised(report):
        return
    text, ends = report.text, report.recipients_at.start if report.recipients_at else len(report.text)
    for at in places_of(text, ":\n", ": \n"):
        item = _ITEM.search(text, max(at - _REACH, 0), at)
        behind = _NEXT.match(text, at + 1)
        if at > ends or item is None or behind is None or item["mark"] != behind["mark"]:
            continue
        said = item["said"].strip()
        if len(said.split()) >= _LEAST and _VERB.search(said) and not _ANNOUNCES.search(said):
            word = " ".join(said.split()[-3:])
            yield Finding("incomplete", "info", Span(item.start("said"), at + 1), "announced", {"word": word})


CHECKS = (check_colons_of_items,)
