"""Parts told right behind their whole that are more than all of it (bộ phận lớn hơn toàn thể): '12 hộ, trong đó 21'.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import shown, single
from tongket.checking.evidence.told import is_people
from tongket.checking.evidence.two_wholes import is_mean
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OF_WHICH = re.compile(
    r"[^.;)\d\n]{0,60}(?:[.;]\s)?\b[Tt]rong (?:số )?đó,?(?: đã)?(?: có)?(?: riêng)?:?\s"
    r"[^.;,:\d\n]{0,60}(?<=[^\W\d_]):?\s?"
    r"|[^.;)\d\n]{0,60}\b[Tt]rong đó(?: có| riêng)*:?\s"
    r"|(?:,? [^\W\d_]+){0,3} \((?:nữ|đảng viên|dân tộc(?: thiểu số)?|có đạo):?\s"
)


def check_parts(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for one part that is more than its whole: 'chi 67 triệu, trong đó riêng văn phòng
    phẩm 670 triệu'.

    Not flagged: parts of another unit; changes, rates and hedged wholes; what is told behind a whole list, of all of it
    ('chuyên trách 04 vị, lực lượng vũ trang 05 vị; trong đó nữ 15 vị').
    """
    taken = _linked(report)
    for whole, part in _told_as_parts(report):
        total, amount = single(whole.base_value), single(part.base_value)
        if total is None or amount is None or amount <= total or whole.change or part.change:
            continue
        if whole.start in taken and _PAST_LIST.match(report.text, whole.end):
            continue
        if whole.qualifier and not (whole.qualifier.startswith("ước") and whole.decimals):
            continue
        of_people = (whole.base_unit in _ANYBODY and is_people(part)) or (part.base_unit in _THEY and is_people(whole))
        of_people = of_people and "lượt" not in part.unit and "lượt" not in whole.unit
        if (whole.unit != part.unit and not of_people) or part.unit in ("", "%") or part.start in taken:
            continue
        facts = {"label": part.text, "amount": shown(amount), "whole": whole.text, "of": shown(total)}
        related = (Span(whole.start, whole.end),)
        yield Finding("implausible-magnitude", "warning", Span(part.start, part.end), "part", facts, related)


_PAST_LIST = re.compile(r"[^,.;\n]{0,40}[.;]")
_OWN_RATE = re.compile(  # and by how much the whole grew or fell: 'giảm 1,1% (-7 ha) so với vụ trước', '(tăng 2 hộ)'
    r"(?:,? (?:tăng|giảm|đạt|bằng|vượt)| \((?:tăng|giảm)) [\d.,]*\d(?:\s?%|(?: [^\W\d_]+){1,3}?)"
    r"(?: \([-+–]?\s?[\d.,]*\d(?:\s?%|(?: [^\W\d_]+){1,3})\))?"
    r"(?: so (?:với )?[^.;,:()\d\n]{2,40}(?=[;,)])| (?:so (?:với )?)?(?:cùng kỳ|kế hoạch|năm trước))?\)?"
)
_WITH_IT = re.compile(r"[^.;:()\d\n]{0,30}(?:,| với| và|/)\s?(?:có )?")


def _told_as_parts(report: Report) -> Iterator[tuple[Figure, Figure]]:
    """The numbers that 'trong đó' makes the first part of another, each with its whole: of the number before it, or of
    the one of its noun beside that ('120 hộ với 480 khẩu, trong đó 20 hộ với 85 khẩu').
    """
    text = report.text
    figures = [one for one in prose_of(report) if one.unit != "%" and not one.change and (single(one.value) or 0) >= 0]
    changed = {one.end for one in prose_of(report) if one.change}
    for index in range(1, len(figures)):
        last, part = figures[index - 1], figures[index]
        if part.start - last.end > _FAR or not _OF_WHICH.fullmatch(_OWN_RATE.sub("", text[last.end : part.start])):
            continue
        between = text[last.end : part.start]
        if between.count(")") > between.count("(") or is_mean(text, last) or _is_beside_a_change(text, last, changed):
            continue  # '113 hồ sơ (..., kỳ trước 34 hồ sơ). Trong đó: đã xử lý 83 hồ sơ', 'mỗi xã 7 tỷ; trong đó ...'
        yield last, part
        if index < _PAIR or part.unit == last.unit:
            continue
        beside = figures[index - 2]
        if beside.unit == part.unit and _WITH_IT.fullmatch(text, beside.end, last.start):
            yield beside, part
            after = figures[index + 1] if index + 1 < len(figures) else None
            if after is not None and after.unit == last.unit and _WITH_IT.fullmatch(text, part.end, after.start):
                yield last, after


_OUT_OF = re.compile(
    r"(?: [^\W\d_]+){0,5}?,? (?:(?:trong|trên)(?: tổng(?: số| đàn| diện tích| vốn)?| số)|từ danh sách)(?: là| có| hơn)?"
    r"(?: (?!đó|này|ấy|trên)[^\W\d_]+)? "  # 'có 312 hộ, trong số đó 165 hộ ...' tells the part behind
)
_ON_ALL = re.compile(r"(?<!\w)[Tt]r(?:ên|ong) tổng(?: số| đàn| diện tích)?(?: [^\W\d_]+){0,2} $")
_DONE_OF_ALL = re.compile(r"(?: [^\W\d_]+){0,4},? (?:đã|có)(?: (?!thêm)[^\W\d_]+){1,5} ")
_NO_WHOLE = re.compile(  # what was planned, or was so before, may be passed
    r"[^.;,\n]{0,40}?(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|giao|yêu cầu|đăng ký|dự kiến|đầu (?:năm|kỳ)|tiếp nhận)(?!\w)"
)
_CANDIDATES = frozenset(("ứng cử viên", "ứng viên", "người ứng cử"))
_OPENS = 40


def check_out_of(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more than all of which a number is told: 'tiêm 3.120 con trên tổng đàn 2.870
    con', 'bầu 13 đồng chí từ danh sách 12 ứng cử viên', 'Trên tổng đàn 2.870 con đã tiêm 3.120 con'.

    Not flagged: other units, changes, rates, wholes that are hedged or planned; attendances.
    """
    text = report.text
    for one, other in pairwise(prose_of(report)):
        if _OUT_OF.fullmatch(text, one.end, other.start):
            part, whole = one, other
        elif _ON_ALL.search(text, max(one.start - _OPENS, 0), one.start) and _DONE_OF_ALL.fullmatch(
            text, one.end, other.start
        ):
            part, whole = other, one
        else:
            continue
        amount, total = single(part.base_value), single(whole.base_value)
        if amount is None or total is None or amount <= total or not _are_counted_alike(part, whole):
            continue
        if not _NO_WHOLE.match(text, whole.end):
            facts = {"label": part.text, "amount": shown(amount), "whole": whole.text, "of": shown(total)}
            related = (Span(whole.start, whole.end),)
            yield Finding("implausible-magnitude", "warning", Span(part.start, part.end), "part", facts, related)


def _are_counted_alike(part: Figure, whole: Figure) -> bool:
    """Whether a number can be some of another: both of one unit or of people, neither a change, a rate or a guess."""
    if part.change or whole.change or whole.qualifier or "lượt" in part.unit or "/" in f"{part.unit}{whole.unit}":
        return False
    people = is_people(part) and (is_people(whole) or whole.base_unit in _CANDIDATES)
    return people or (part.base_unit == whole.base_unit != "" and "%" not in part.unit)


_FAR = 220  # letters between a whole and its first part
_PAIR = 2  # numbers before a part: a whole, and one beside it
_WITH_A_CHANGE = re.compile(r"[^\W\d_]( với | và |/)$")


def _is_beside_a_change(text: str, one: Figure, changed: Container[int]) -> bool:
    """Whether a number says by how many something beside it changed, too: 'tăng 40 vụ với 60 bị cáo'."""
    joint = _WITH_A_CHANGE.search(text, max(one.start - 8, 0), one.start)
    return joint is not None and joint.start(1) in changed


_ANYBODY = frozenset(("người", "khẩu", "nhân khẩu", "người dân", "nhân dân"))  # of whom any others may be some

# How those are called again that a noun has named
_THEY = frozenset(("đồng chí", "người", "em", "cháu", "vị", "chị", "anh", "cụ", "bác"))


def _linked(report: Report) -> set[int]:
    """Where the parts start that a list ties to its whole: their sum is checked elsewhere."""
    return {report.figures[index].start for link in report.figure_links if link.kind == "parts" for index in link.by}
