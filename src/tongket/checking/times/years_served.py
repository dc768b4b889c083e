"""Years of membership and service against the day on which they began (tuổi Đảng, thâm niên): 'đủ 30 năm tuổi Đảng'
of one who joined in 11/1995, in a report of 2023.

Cases of ``period-mismatch``, whose page stands with the dates. The badges of the Party are given for whole years of
membership, four times a year (Hướng dẫn 27-HD/BTCTW, 27/9/2021; Điều lệ Đảng); the gravely ill get theirs a year early.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_end, clause_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table
from tongket.vietnamese.unicode import folded

_AT = (
    r"(?:(?:chính thức|dự bị|Cộng sản Việt Nam|CSVN|lần đầu) ){0,2}"
    r"(?:(?:từ|vào) )?(?:ngày |tháng |năm |:? ?)?(?:\d{1,2}[/.-]){0,2}(?:\d{1,2} tháng \d{1,2} năm |\d{1,2} năm )?"
    r"(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_JOINED = re.compile(
    r"(?<!\w)(?:[Vv]ào Đảng|[Kk]ết nạp(?: vào)? Đảng|được kết nạp(?: vào Đảng)?|[Vv]ào đảng|[Kk]ết nạp đảng) " + _AT
)
_MEMBER_FOR = re.compile(r"(?<![\d/.,-])(?P<years>\d\d) năm tuổi (?:Đảng|đảng)(?!\w)")
_OF_BEFORE = re.compile(
    r"(?<!\w)(?:đã (?:được )?(?:tặng|trao|nhận)|được tặng|truy tặng|nguyên|từng)(?!\w)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?<!\w)(?:\d{1,4} đồng chí|các đồng chí|và đồng chí|, đồng chí)(?!\w)")
_SINCE_THEN = re.compile(
    r"(?<!\w)(?P<since>[Tt]ừ (?:ngày |tháng |năm )(?:\d{1,2}[/.-]){0,2}(?:\d{1,2} năm )?(?P<year>(?:19|20)\d\d)"
    r" (?:cho )?(?:đến|tới) nay)(?!\w)"
)
_FOR_YEARS = re.compile(
    r"(?<![\d/.,-])(?P<years>\d{1,2}) năm (?:làm|giữ|công tác|trong|liên tục|gắn bó|tham gia|đảm nhiệm|hoạt động|kinh"
    r" nghiệm|tuổi nghề|phục vụ|giảng dạy|dạy học|phụ trách|cống hiến|đứng lớp)(?!\w)"
)
_PART = re.compile(r"(?<!\w)(?:trước|gần|hơn|trên|ít nhất|tối thiểu|đầu|cuối|mỗi|nhiệm kỳ|trong đó|có thời gian)\s$")
_FAR = 160  # letters between a beginning and the years since
_EARLY, _LATE = 1, 2  # years: badges told a year ahead; members who are told some time behind their year


def check_years_of_membership(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where somebody's years in the Party do not lead from the year of joining to that of the
    report.

    Not flagged: a badge of before, a year more or two less; clauses that tell of several members.
    """
    text, own = report.text, int((report.letterhead.date or "0")[:4])
    for found in finds(_JOINED, text) if own and "năm tuổi" in text else ():
        low, high = clause_start(text, found.start(), _FAR), clause_end(text, found.end(), _FAR)
        told = [*_MEMBER_FOR.finditer(text, low, found.start()), *_MEMBER_FOR.finditer(text, found.end(), high)]
        joined = list(_JOINED.finditer(text, low, high))
        if len(told) == 1 and len(joined) == 1 and not _OF_BEFORE.search(text, low, told[0].start()):
            between = sorted((*found.span(), *told[0].span()))[1:3]
            if not _OTHERS.search(text, *between):
                yield from _judged(told[0], found, own)


def _judged(told: re.Match[str], since: re.Match[str], own: int) -> Iterator[Finding]:
    off = int(told["years"]) - (own - int(since["year"]))
    if since["year"] <= str(own) and not -_LATE <= off <= _EARLY:
        facts = {"years": told["years"], "range": f"{since['year']} - {own}"}
        yield Finding("period-mismatch", "warning", Span(*told.span()), "length", facts, (Span(*since.span("year")),))


def check_years_of_service(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the years that somebody has served are not those since the year beside them:
    '30 năm làm trưởng thôn (từ năm 2003 đến nay)' in 2023.

    Not flagged: a year more or less; 'hơn', 'gần' with up to five.
    """
    text, own = report.text, int((report.letterhead.date or "0")[:4])
    for found in finds(_SINCE_THEN, text) if own else ():
        low, high = clause_start(text, found.start(), _FAR), clause_end(text, found.end(), _FAR)
        told = [*_FOR_YEARS.finditer(text, low, found.start()), *_FOR_YEARS.finditer(text, found.end(), high)]
        if len(told) != 1 or len(list(_SINCE_THEN.finditer(text, low, high))) != 1:
            continue
        off = abs(int(told[0]["years"]) - (own - int(found["year"])))
        slack = 5 if _PART.search(text, max(told[0].start() - 20, 0), told[0].start()) else 1
        if off > slack:
            facts = {"years": told[0]["years"], "range": f"{found['year']} - {own}"}
            related = (Span(*found.span("since")),)
            yield Finding("period-mismatch", "warning", Span(*told[0].span()), "length", facts, related)


_DAY_JOINED = re.compile(r"vào đảng|kết nạp")
_BADGE = re.compile(r"huy hiệu|tuổi đảng")
_YEAR_IN_CELL = re.compile(r"(?<!\d)(?:\d{1,2}[/.-]){0,2}(?P<year>(?:19|20)\d\d)\s*$")
_BADGE_IN_CELL = re.compile(r"\s*(?:Huy hiệu )?(?P<years>[3-9]\d)(?: năm)?(?: tuổi Đảng)?\s*")


def check_badges_in_tables(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for rows of a table whose badge is of more years than lie behind the day of joining, or
    of three fewer, where most rows agree.
    """
    own = int((report.letterhead.date or "0")[:4])
    for table in report.tables if own else ():
        columns = [_column(table, pattern) for pattern in (_DAY_JOINED, _BADGE)]
        if columns[0] is None or columns[1] is None or columns[0] == columns[1]:
            continue
        rows: list[tuple[bool, re.Match[str], re.Match[str], Span]] = []
        for row in table.rows:
            cells = {cell.column: cell for cell in row.cells}
            one, other = (cells.get(at) for at in (columns[0], columns[1]))
            since = _YEAR_IN_CELL.search(one.text) if one else None
            badge = _BADGE_IN_CELL.fullmatch(other.text) if other else None
            if since and badge and other:
                off = int(badge["years"]) - (own - int(since["year"]))
                rows.append((-_LATE <= off <= _EARLY, badge, since, Span(other.start, other.end)))
        wrong = [one for one in rows if not one[0]]
        for _, badge, since, place in wrong if 2 * len(wrong) <= len(rows) else ():
            facts = {"years": badge["years"], "range": f"{since['year']} - {own}"}
            yield Finding("period-mismatch", "warning", place, "length", facts)


def _column(table: Table, title: re.Pattern[str]) -> int | None:
    found = [at for at, head in enumerate(table.header) if title.search(folded(head))]
    return found[0] if len(found) == 1 else None


CHECKS = (check_years_of_membership, check_years_of_service, check_badges_in_tables)
