"""Kinds announced by their number and told with one number each (nêu số loại rồi kể từng loại kèm số lượng): '47 câu
lạc bộ thuộc 04 loại hình: 16 câu lạc bộ pháp luật, 14 câu lạc bộ dân vũ, ...', 'tập trung ở 05 chương trình: hộ nghèo
4.120 triệu đồng; ...'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import amount, prose_of, those_between
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted

_KINDS = (
    r"loại hình|loại(?! hình)|lĩnh vực|nhóm(?: [^\W\d_]+){0,2}?|ngành(?: nghề| hàng)?|chương trình(?: [^\W\d_]+){0,3}?"
    r"|nguồn(?: vốn| kinh phí)?|hình thức|dạng|khối|hạng|thành phần|đối tượng|hợp phần|mức|cấp"
)
_ANNOUNCED = re.compile(
    rf"(?<![\w.,/%-])(?P<number>\d\d?|hai|ba|bốn|sáu|bảy|tám|chín) (?P<noun>{_KINDS})(?!\w)"
    r"(?P<more>[^.;:,()\d\n]{0,30}?),?"
    r"(?:\s?:|\s(?:bao )?gồm(?: có)?:?|\s(?:cụ thể|như sau|đó là)(?: là| như sau)?:?|\s?\((?:gồm:? )?)"
    r"\s?(?=[^\n]{0,80}\d)"
)
_END = re.compile(r"\.(?=\s|$)|\n|[()]|(?:,|;) (?:với|tổng|đạt|qua đó|góp phần|nâng|thu hút|trong đó|tăng|giảm)(?!\w)")
_COMMAS, _SEMICOLONS = re.compile(r"[,;]\s(?:và\s)?|\svà\s(?=\d|[^,;.\d]{2,60}\d)"), re.compile(r";\s(?:và\s)?")
_PICKS = re.compile(
    r"\.\.\.|…|v\.v|(?<!\w)(?:như|tiêu biểu|điển hình|chủ yếu|trong đó|nhất là|riêng|tăng|giảm|so với|cùng kỳ|mỗi"
    r"|bình quân|kế hoạch|tổng|còn lại|khác|giải ngân|thực hiện|đạt|còn|đã|trên|dưới|từ|đến|nam|(?<!phụ )nữ)(?!\w)",
    re.IGNORECASE,
)
_FAR = 700  # letters of a list
_LEAST, _MOST, _OFF = 3, 15, 2  # kinds, and by how many their number may be off


def check_kinds_counted(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a list tells more or fewer kinds than it announces, each with one number of a unit.

    Not flagged: lists that pick some out, or have a rest; items with two numbers or none; what is off by more than two.
    """
    if is_dirty(report):
        return
    for found in finds(_ANNOUNCED, report.text):
        number = counted(found["number"]) or 0
        if not _LEAST - 1 <= number <= _MOST:
            continue
        far = min(found.end() + _FAR, len(report.text))
        stop = _END.search(report.text, found.end(), far)
        if stop is None and far < len(report.text):
            continue
        end = stop.start() if stop else far
        kinds = _kinds(report, found.end(), end)
        if len(kinds) >= _LEAST and 0 < abs(len(kinds) - number) <= _OFF and _are_all(report, found, kinds, number):
            facts = {"total": f"{found['number']} {found['noun']}", "named": str(len(kinds))}
            yield Finding("sum-mismatch", "warning", Span(found.start("number"), found.end("noun")), "named", facts)


def _kinds(report: Report, low: int, high: int) -> Sequence[Figure]:
    """The numbers of the items of a list, one each and of one unit; none where an item has another number or none."""
    text = report.text[low:high]
    if _PICKS.search(text):
        return ()
    figures = [one for one in those_between(prose_of(report), low, high) if one.end <= high]
    parted = _SEMICOLONS if text.count(";") else _COMMAS
    items = [one for one in parted.split(text.strip(" ,;")) if one.strip()]
    plain = all(is_plain(one) and not one.target and one.unit != "%" for one in figures)
    alike = len({one.base_unit for one in figures}) == 1 or len({tuple(one.unit.split()[:1]) for one in figures}) == 1
    ahead = {text[: one.start - low].rstrip().endswith((",", ";", "và")) for one in figures[1:]}
    return figures if plain and figures and alike and len(items) == len(figures) and len(ahead) == 1 else ()


def _are_all(report: Report, found: re.Match[str], kinds: Sequence[Figure], number: int) -> bool:
    """Whether the items are surely all: they make a number told before, or are more than announced, or one less."""
    before = those_between(prose_of(report), max(found.start() - _FAR // 2, 0), found.start())
    made = sum(map(amount, kinds), Decimal(0))
    return any(amount(one) == made for one in before) or (len(kinds) > number or number - len(kinds) == 1)


CHECKS = (check_kinds_counted,)
