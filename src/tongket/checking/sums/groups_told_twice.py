"""How many women of a body, or Party members of a school or an office, told at two places (số nữ, số đảng viên ghi hai
nơi khác nhau): '348 đoàn viên, trong đó nữ 241 đồng chí', then 'phụ trách 214 nữ đoàn viên'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import swapped
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PEOPLE = "đoàn viên|hội viên|học sinh|giáo viên|viên chức|công chức|cán bộ|đảng viên|đại biểu|lao động"
_NUMBER = r"\d(?<![\w.,/%-]\d)[\d.]{0,6}(?![\d.,/]*\d|\s?%)"
_OF_ALL = re.compile(
    rf"(?P<unit>{_PEOPLE})(?!\w)(?:[^.;\n]|(?<=\d)\.(?=\d)){{0,70}}?(?<!\w)(?:trong đó|gồm)(?: có)?:? nữ:? "
    rf"(?:là |có )?(?P<group>{_NUMBER})",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"(?P<group>{_NUMBER}) (?:nữ (?:{_PEOPLE})|(?:{_PEOPLE}) nữ)(?=\s?[.,;:)]| (?:trong|của|tham gia|toàn)|\n|$)"
)
_UNIT = re.compile(rf"(?:{_PEOPLE})")
_PART = re.compile(
    r"(?<!\w)(?:trong đó|mới|kết nạp|bồi dưỡng|khen|tặng|đạt|được|nghỉ|chuyển|tuyển|thêm|lớp|khối|riêng|năm trước"
    r"|cùng kỳ|kế hoạch|phấn đấu)(?!\w)",
    re.IGNORECASE,
)
_FEWEST = 20


def check_women_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the women of all members are told again with digits in another order.

    Not flagged: women of some, other times, numbers that are no slip; bodies of which two numbers of women are told.
    """
    told: dict[str, list[tuple[Decimal, Span]]] = {}
    for found in finds(_OF_ALL, report.text):
        told.setdefault(found["unit"].lower(), []).append(
            (_value(found["group"]), Span(found.start("group"), found.end()))
        )
    for again in finds(_AGAIN, report.text):
        unit = _UNIT.search(again[0])
        first = told.get(unit[0], []) if unit else []
        low = clause_start(report.text, again.start(), 120)
        if len(first) != 1 or _PART.search(report.text, low, again.start()):
            continue
        value, place = first[0]
        if (
            value >= _FEWEST
            and swapped(_value(again["group"]), value)
            and not tasks_of(report).touch(Span(*again.span()))
        ):
            yield told_otherwise(report.text, Span(*again.span()), place)


def _value(printed: str) -> Decimal:
    return Decimal(printed.replace(".", ""))


_STAFF = re.compile(
    r"(?:^|[.;,\n]\s?|- )(?:[Ss]ố )?(?:đ|Đ)ảng viên:?(?: là| có)? (?P<count>\d{1,3})/\d{1,3}(?: đồng chí| người)"
    r"|(?P<staff>\d{1,3})/\d{1,3} (?:đồng chí|người|cán bộ|giáo viên) là đảng viên"
)
_CELL = re.compile(
    r"(?<!\w)[Cc]hi bộ(?: (?:nhà trường|trường|cơ quan|đơn vị|trạm|công ty))? (?:hiện )?có (?P<count>\d{1,3}) đảng viên"
)
_JOINED = re.compile(r"[Kk]ết nạp(?: được| mới)* (?P<more>\d{1,2}) (?:đảng viên|đồng chí|quần chúng)")
_ONE_CELL = re.compile(r"trường|trạm|trung tâm|công ty|hợp tác xã|bệnh viện|phòng|cơ quan", re.IGNORECASE)


def check_party_members_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a school or an office has another number of Party members among its staff
    than in its cell.

    Not flagged: numbers between which those who joined lie; bodies with several cells.
    """
    body = f"{report.letterhead.parent_body or ''} {report.letterhead.issuing_body or ''}"
    staff = list(finds(_STAFF, report.text))
    cells = {int(one["count"]): one for one in finds(_CELL, report.text)}
    if len(staff) != 1 or len(cells) != 1 or not _ONE_CELL.search(body):
        return
    (count, cell), one = next(iter(cells.items())), staff[0]
    name = "count" if one["count"] else "staff"
    joined = {int(found["more"]) for found in finds(_JOINED, report.text)}
    if abs(int(one[name]) - count) not in {0, *joined}:
        yield told_otherwise(report.text, Span(one.start(name), one.end()), Span(*cell.span()))


CHECKS = (check_women_told_twice, check_party_members_told_twice)
