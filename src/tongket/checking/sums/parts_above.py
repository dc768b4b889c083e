"""Some of a number told right behind it as more than all (bộ phận nhiều hơn toàn thể): '168 hồ sơ, trả đúng hạn 186 hồ
sơ', '03 lượt (05 định kỳ)', 'Tổng số giáo viên: 36. Nữ: 72'.

A case of ``implausible-magnitude``, whose page stands with the magnitudes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"
_WHOLE = rf"(?P<whole>{_NUMBER})(?![\d,/%]|\.\d)"
_PART = rf"(?P<part>{_NUMBER})(?![\d,/%]|\.\d)"
_IN_TIME = r"(?:trước|đúng|trước và đúng|đúng và trước|quá|trễ|chậm) hạn"
_UNIT = r"(?P<unit>hồ ?sơ|đơn|vụ việc|vụ|việc|trường hợp|thủ tục|kiến nghị|phản ánh|giấy|lượt|tin báo|tin)"
_BEHIND = (  # a number that the reader has found
    re.compile(  # 'đối với 168 hồ sơ, trả đúng hạn 186 hồ sơ'
        rf"{_WHOLE} ?{_UNIT}(?:, | \(|; )(?:trong đó )?(?:có |đã )*(?:trả |giải quyết |xử lý |được giải quyết )?"
        rf"(?P<label>{_IN_TIME}):? (?:là )?{_PART}(?: (?P=unit))?(?=[\s,;.)])"
    ),
    re.compile(  # 'là 03 lượt (05 định kỳ) với 15 người'
        rf"{_WHOLE} (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?) \({_PART} (?:(?P=unit) )?(?P<label>(?:tiếp )?định kỳ|đột xuất"
        rf"|nữ|là nữ|{_IN_TIME}|trực tuyến|trực tiếp|chính thức|dự bị|đảng viên)(?=[,;)])"
    ),
)
_LED = (
    re.compile(  # 'giảng dạy: 36 (không tính HT) Nữ: 72', 'có 36 giáo viên, nữ 72'
        rf"(?:: |có |số )(?:là )?{_WHOLE}(?: (?P<unit>[^\W\d_]+(?: [^\W\d_]+){{0,2}}))?(?: ?\([^()\n]{{1,40}}\))?"
        rf"(?:,? (?P<label>Nữ)\s?:\s?|(?:, trong đó(?: có)?|,(?: có)?) (?P<women>nữ):? ){_PART}(?=\s*[,;.)\n]|\s*$)"
    ),
)
_SIGNS = ("hạn", "định kỳ", "đột xuất", "trực t", "chính thức", "dự bị", "đảng viên", "nữ", "Nữ")
_FROM_BEFORE = re.compile(
    r"(?<!\w)(?:chuyển sang|tồn|kỳ trước|(?:tháng|quý|năm) trước|lũy kế|tăng|giảm|so với|chỉ tiêu|kế hoạch)(?!\w)"
)


def check_parts_above(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where some of what is counted are told, right behind it, as more than all of it.

    Not flagged: lines on which some were left from before; changes and plans; tasks; recognised text with dirt.
    """
    if is_dirty(report) or not any(sign in report.text for sign in _SIGNS):
        return
    tasks = tasks_of(report)
    for found in _told(report):
        whole, part = parse_number(found["whole"]), parse_number(found["part"])
        place = Span(*found.span("part"))
        if whole is None or part is None or part <= whole or tasks.touch(place):
            continue
        if report.text.endswith(("hạn ", "hạn: "), 0, found.start("whole")):
            continue  # 'đúng hạn: 0 hồ sơ, trễ hạn 03 hồ sơ'
        low = line_start(report.text, found.start(), _LEAD)
        if _FROM_BEFORE.search(report.text, low, found.end()):
            continue
        groups = found.groupdict()
        label, unit = groups["label"] or groups["women"], groups["unit"] or ""
        facts = {"label": label, "amount": found["part"], "of": found["whole"]}
        facts["whole"] = f"{found['whole']} {unit}".strip()
        yield Finding("implausible-magnitude", "warning", place, "subset", facts, (Span(*found.span("whole")),))


def _told(report: Report) -> Iterator[re.Match[str]]:
    for one in prose_of(report):
        for pattern in _BEHIND:
            found = pattern.match(report.text, one.number_start)
            if found is not None:
                yield found
    for pattern in _LED:
        yield from finds(pattern, report.text)


_LEAD = 120  # letters of the line before a number


CHECKS = (check_parts_above,)
