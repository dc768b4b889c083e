"""Things counted before a colon and told behind it, parted by semicolons (nêu số lượng rồi kể từng mục): '03 mô hình
điểm: "..." tại khoa Nhi; "..." tại khoa Khám bệnh'.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.expressions import BETWEEN_ITEMS
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import SMALL

_ANNOUNCED = re.compile(
    r"(?P<number>\d(?<![\w.,/%-]\d)\d?) "
    r"(?P<noun>(?!(?:năm|tháng|ngày|giờ|lần|tuần|quý|gồm|phần|ha|km|tỷ|triệu|tấn|đồng)\b)"
    rf"[{SMALL}]+(?: [^\W\d_]+){{0,5}}?)(?:,? (?:bao gồm|gồm(?: có)?|cụ thể|như sau|sau đây|sau|là|đó là))?\s?$"
)
_NO_THING = re.compile(  # behind which another thing is named
    r"(?<!\w)(?:các|những|một số|nhiều|mọi|nội dung|giải pháp|(?<!giúp )việc|vấn đề|gồm cả|trong đó|như|tiêu biểu"
    r"|điển hình|thực hiện|triển khai|phát hiện|đề nghị|yêu cầu|kiến nghị|tập trung|chỉ đạo|giao|cần|phải|đều|cùng"
    r"|kết quả|đạt|được|với|năm|để|nhằm|khi|nếu|thì|đã|sẽ|về|cho|tại|trên|còn lại|nêu trên)(?!\w)"
)
_OPEN = re.compile(
    r"\.\.|…|v\.v|(?<!\w)(?:trong đó|gồm cả|tiêu biểu|điển hình|nhất là|đặc biệt|còn lại|chủ yếu)(?!\w)"
    r"|;\s(?:và )?(?:kết quả|kết thúc|hoàn thành|thời gian|đạt|qua đó|đến nay|tổng|thu hút|đồng thời|ngoài ra)(?!\w)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(  # what is told of all of them behind the last
    r",\s(?:thu hút|với|qua đó|góp phần|đạt|tổng|bước đầu|tạo|được|có|mang lại)(?!\w)[^;]{0,150}$"
)
_SEVERAL = re.compile(r"(?:các|những|một số|toàn bộ|tất cả|mỗi|từng)(?!\w)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s?\([^()\n]{0,200}\)")
_QUOTED = re.compile(r"[“\"][^”\"\n]{1,120}[”\"]")
_BY_NUMBER = re.compile(r"(?<!\w)[^\W\d_]+ (?:số )?\d{1,2}(?:, \d{1,2}){0,3}(?! [^\W\d_]|[\d.,/%]*\d|%)")
_END = re.compile(r"\.(?=\s|$)|\n|$")
_MARKED = re.compile(r"\s*(?:\(|\d|[-+•*]\s)")  # as other checks count them
_GROUPS = re.compile(r"(?:tổ|nhóm|tiểu ban|đoàn|đội|khối|cụm|ban|mô hình|câu lạc bộ|CLB)(?!\w)")
_LEAD, _LONGEST = 90, 600
_LEAST, _MOST = 2, 15
_OFF = 2


def check_lists_by_semicolons(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where as many things as a number counts do not stand between the semicolons behind its
    colon: 'chia thành 05 tiểu ban: thông tin; sơ tán; hậu cần; khắc phục hậu quả'.

    Not flagged: lists whose commas or 'và' may part things, too; lists of numbers; those that pick some out or go on.
    More things than are counted are a hint where they are no groups, for one may do several.
    """
    text = report.text
    for at in () if is_dirty(report) else places_of(text, ": "):
        if ";" not in text[at : at + _LONGEST]:
            continue
        found = _ANNOUNCED.search(text, max(at - _LEAD, line_start(text, at, _LEAD)), at)
        if found is None or _NO_THING.search(found["noun"]):
            continue
        number, told = int(found["number"]), _told(text, at + 2, int(found["number"]))
        if told is None or not _LEAST <= number <= _MOST or not 0 < abs(told - number) <= _OFF:
            continue
        sure = told < number or _GROUPS.match(found["noun"]) is not None
        severity: Severity = "warning" if sure else "info"
        facts = {"total": f"{found['number']} {found['noun']}", "named": str(told)}
        yield Finding("sum-mismatch", severity, Span(found.start("number"), found.end("noun")), "named", facts)


def _told(text: str, start: int, number: int) -> int | None:
    """How many things a list names; None where they cannot be counted."""
    ended = _END.search(text, start, min(len(text), start + _LONGEST))
    if ended is None or _MARKED.match(text, start):
        return None
    said = _BRACKETS.sub("", text[start : ended.start()])
    if ":" in said or "(" in said or _OPEN.search(said):
        return None
    plain = _OF_ALL.sub("", _QUOTED.sub("X", said)).strip(" ;")
    pieces = [one.strip() for one in plain.split(";")]
    if len(pieces) < _LEAST or any(not one or _SEVERAL.match(one) for one in pieces):
        return None
    if re.search(r"\d", _BY_NUMBER.sub("", plain)):
        return None
    every = len([one for one in BETWEEN_ITEMS.split(plain) if one.strip()])
    return None if len(pieces) < number <= every else len(pieces)


CHECKS = (check_lists_by_semicolons,)
