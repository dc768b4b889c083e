"""What there is in the whole of a unit, told at two places with two numbers (một số liệu, hai nơi nói khác nhau).

    'Đảng bộ xã có 14 chi bộ với 312 đảng viên', and further on 'toàn Đảng bộ có 321 đảng viên';
    'bàn giao 04 nhà "Mái ấm Công đoàn"', and in the assessment 'hỗ trợ 05 nhà "Mái ấm Công đoàn" trong năm'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.stops import clause_end, clause_start, line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS
from tongket.vietnamese.years import YEAR_OF_NO_DAY

_LEVELS = r"xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh"
_CAPITAL = rf"[{CAPITALS}]\w*"
_BODIES = (  # of which a unit has one each
    r"Đoàn(?= (?:xã|phường|thị trấn|huyện|trường|có \d+ chi đoàn))|Đoàn Thanh niên|Công đoàn"
    r"|Hội (?:Nông dân|Phụ nữ|Liên hiệp Phụ nữ|LHPN|Cựu chiến binh|CCB|Người cao tuổi|Chữ thập đỏ|Khuyến học)"
    r"|Hội đồng nhân dân|HĐND|Ban [Tt]hanh tra nhân dân"
)
_WHOLE = re.compile(
    rf"(?<!\w)(?P<all>[Tt]oàn )?(?P<head>[Đđ]ảng bộ|(?:[Nn]hà )?[Tt]rường|(?P<body>{_BODIES})|(?i:{_LEVELS})"
    rf"|[Hh]ội(?= (?:hiện )?có))"
    rf"(?: (?P<level>{_LEVELS}))?"
    rf"(?P<name>(?: {_CAPITAL}){{0,4}})(?: (?:hiện nay|hiện|nay|đến nay|tổng cộng))*,? (?:có|gồm|quản lý)"
    r"(?: tổng số| tất cả| tổng cộng| cả thảy)? (?=\d)"
)
_A_UNION = re.compile(r"(?:^|\s)hội (?!đồng)")
_RAISED = re.compile(
    r"(?<!\w)(?:nâng|đưa) tổng số (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?) (?:của )?(?P<all>toàn )?"
    rf"(?P<head>[Đđ]ảng bộ|(?:nhà )?trường|(?P<body>{_BODIES}))(?: (?P<level>{_LEVELS}))?"
    rf"(?P<name>(?: {_CAPITAL}){{0,4}})(?: (?:hiện nay|đến nay))? (?:lên|thành)(?: thành)? (?=\d)"
)
_STOCKS = frozenset(
    re.findall(
        r"[^|]+",
        "đảng viên|chi bộ|thôn|bản|ấp|làng|khu phố|tổ dân phố|hộ|hộ dân|nhân khẩu|khẩu|người|xã|phường|hội viên"
        "|đoàn viên|chi đoàn|đại biểu|thành viên|cán bộ|công chức|viên chức|giáo viên|học sinh|lớp|lớp học|trường"
        "|trường học|phòng học|km2|tổ hòa giải|chi hội|hòa giải viên"
        "|đơn vị hành chính|dân tộc|hợp tác xã|doanh nghiệp|chi bộ trực thuộc",
    )
)
_JOINT = re.compile(
    r"(?:\s?\(\d\))?(?: trực thuộc)?(?:\s?\([^()\n]{0,160}\))?\s?(?:,\s|;\s|,?\s(?:và|với|gồm)\s)(?:tổng số |trên )?"
)
_ENDS = re.compile(r"(?:\s?\(\d\)|[¹²³])?(?: trực thuộc)?\s?(?:[.;:(\n]|$|,\s(?!\d))")
_OF_SOME = re.compile(
    r"(?<!\w)(?:bị|đạt|chưa|tham gia|đăng ký|thuộc diện|hoàn thành|thiệt hại|trong đó|riêng|mới)(?!\w)"
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:đầu (?:năm|kỳ|nhiệm kỳ)|cuối (?:năm|kỳ|nhiệm kỳ)|trước|quý|tháng \d|tính đến|đến (?:ngày|hết|cuối"
    r"|tháng|năm)"
    r"|khi (?:đó|mới|thành lập)|sau (?:khi|sáp nhập|sắp xếp)|từ|phấn đấu|sẽ|dự kiến|kế hoạch|mục tiêu|giai đoạn"
    r"|bình quân|mỗi"
    r"|nếu|cùng kỳ|lũy kế|luỹ kế|những năm|nhiệm kỳ|chỉ tiêu|tiếp tục)(?!\w)",
    re.IGNORECASE,
)
_AIMED = re.compile(r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Kk]ế hoạch|[Mm]ục tiêu|[Cc]hỉ tiêu|[Nn]ếu)(?!\w)")
_LONGEST = 250  # letters of a sentence before a number


@dataclass(frozen=True, slots=True)
class _Stated:
    """A count of a whole: of which, what, how many and where it is said."""

    whole: tuple[str, str, str]
    amount: Decimal
    place: Span
    gained: frozenset[Decimal] = frozenset()  # by how many it may have grown to that


def check_stocks_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the whole of the unit is said to have so many of something now, and
    another number elsewhere.

    'Nâng tổng số đảng viên toàn Đảng bộ lên 261' tells it, too. Not flagged: a number that the new ones there make of
    the other; parts, units below, other times, hedged numbers; what is narrowed by what follows ('thôn đạt chuẩn').
    """
    stated: dict[tuple[str, str, str], list[_Stated]] = defaultdict(list)
    for one in _stated(report):
        stated[one.whole].append(one)
    for several in stated.values():
        first = several[0]
        for other in several[1:]:
            if other.amount != first.amount and other.amount - first.amount not in other.gained:
                yield told_otherwise(report.text, other.place, first.place)
                break


def stated_stocks(report: Report) -> list[tuple[tuple[str, str, str], Decimal, Span]]:
    """What the whole unit is said to have now: of which whole and of what, how many, and where it is said."""
    return [(one.whole, one.amount, one.place) for one in _stated(report)]


def _whole_of(report: Report, found: re.Match[str]) -> tuple[str, str] | None:
    """Of which whole something is told, and of which level; None where it is another unit or body, or aimed at."""
    body = (report.letterhead.issuing_body or "").lower()
    if found["head"].lower() == "hội":  # of its branches, a union's report alone speaks so
        body = (report.letterhead.parent_body or "").lower() + " " + body
        return ("hội", "") if _A_UNION.search(body) and not tasks_of(report).touch(Span(*found.span())) else None
    level = re.search(rf"(?<!\w)(?:{_LEVELS})(?!\w)", body)
    head = found["head"].lower().removeprefix("nhà ")
    names_other = found["name"] and found["name"].strip().lower() not in body
    of = found["level"] or (level[0] if level else "")
    alone = head == "đảng bộ" or found["body"] is not None
    if names_other or not (alone or head in body) or (not alone and found["level"]):
        return None
    return None if tasks_of(report).touch(Span(*found.span())) else (head, of)


def _stated(report: Report) -> Iterator[_Stated]:
    text, own = report.text, (report.letterhead.date or "")[:4]
    for found in finds(_WHOLE, text):
        whole = _whole_of(report, found)
        if whole is None:
            continue
        listed = _listed(report, found.end())
        if not listed:
            continue
        start = clause_start(text, found.start(), _LONGEST)
        said = text[start : listed[-1].end]
        if _OTHER_TIME.search(said) or _OF_SOME.search(said) or set(YEAR_OF_NO_DAY.findall(said)) - {own}:
            continue
        for one in listed:
            amount = single(one.base_value)
            if one.unit in _STOCKS and amount is not None and not is_hedged(one):
                unit = one.unit.removesuffix(" trực thuộc")
                yield _Stated((*whole, unit), amount, Span(found.start(), one.end))
    yield from _raised(report)


def _raised(report: Report) -> Iterator[_Stated]:
    """What a sentence says that the whole came to, with how many of its kind that sentence tells besides."""
    text, figures = report.text, prose_of(report)
    for found in finds(_RAISED, text):
        whole, start = _whole_of(report, found), clause_start(text, found.start(), _LONGEST)
        index = bisect_left(figures, found.end(), key=attrgetter("number_start"))
        one = figures[index] if index < len(figures) and figures[index].number_start == found.end() else None
        amount = single(one.base_value) if one is not None else None
        if (
            whole is None
            or one is None
            or amount is None
            or is_hedged(one)
            or _AIMED.search(text, start, found.start())
        ):
            continue
        low = bisect_left(figures, start, key=attrgetter("start"))
        alike = (each for each in figures[low:index] if each.unit in (found["unit"], one.unit))
        gained = frozenset(value for each in alike if (value := single(each.base_value)))
        if found["unit"] in _STOCKS:
            yield _Stated((*whole, found["unit"]), amount, Span(found.start(), one.end), gained)


def _listed(report: Report, at: int) -> list[Figure]:
    """The numbers of a list that begins there, none where what is behind it narrows them."""
    figures, text = prose_of(report), report.text
    index = bisect_left(figures, at, key=attrgetter("number_start"))
    listed: list[Figure] = []
    while index < len(figures) and figures[index].number_start == at:
        listed.append(figures[index])
        at = figures[index].end
        joint = _JOINT.match(text, at)
        if joint is None:
            break
        at = joint.end()
        index = bisect_left(figures, at, key=attrgetter("number_start"))
    return listed if listed and _ENDS.match(text, listed[-1].end) else []


_QUOTED = r"[“\"](?P<name>[^”\"\n]{3,40})[”\"]"
_NAMED = re.compile(rf"(?: [^\W\d_]+){{0,2}} {_QUOTED}")
_HEADED = re.compile(rf"[^\n:]{{0,40}}{_QUOTED}[^\n:]{{0,12}}:")
_GAVE = re.compile(
    r"(?<!\w)(?:hỗ trợ|bàn giao|trao tặng|trao|tặng|xây dựng|xây mới|xây|làm mới|làm|khánh thành|thành lập|ra mắt"
    r"|duy trì)"
    r"(?: được| mới| và bàn giao| xây dựng| làm)*\s$",
    re.IGNORECASE,
)
_BY_ONE = re.compile(
    rf"(?<!\w)(?i:thôn|bản|ấp|chi hội|chi đoàn|chi bộ|cụm|hội|đoàn|công ty|công đoàn cơ sở|CĐCS|trường|xã|phường"
    rf"|huyện) {_CAPITAL}"
)
_SUMMARY = re.compile(r"đánh giá|ưu điểm|kết quả nổi bật|nhận xét|khái quát|tóm tắt|thành tích", re.IGNORECASE)
_IN_ALL = re.compile(r"(?<!\w)(?:trong (?:năm|kỳ)|tổng (?:số|cộng)|toàn (?:tỉnh|huyện|xã|ngành))(?!\w)", re.IGNORECASE)


def check_named_things_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the assessment tells another number of a thing called by its name than the
    results: 'bàn giao 04 nhà "Mái ấm Công đoàn"', then 'hỗ trợ 05 nhà "Mái ấm Công đoàn" trong năm'.

    Not flagged: other times and sums of years; what one body or hamlet gave; things of which the results tell several.
    """
    results: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    sums: list[tuple[tuple[str, str], Figure]] = []
    summaries = [Span(one.start, one.end) for one in report.walk_sections() if _SUMMARY.search(one.title or "")]
    for one in prose_of(report):
        name = _name_of(report, one) if one.unit and one.unit != "%" and not is_hedged(one) and not one.target else ""
        if not name or single(one.base_value) is None:
            continue
        place = Span(one.start, one.end)
        if any(part.touches(place) for part in summaries) or _IN_ALL.search(_said(report, one)):
            sums.append(((name, one.unit), one))
        else:
            results[name, one.unit].append(one)
    for thing, one in sums:
        others = results.get(thing, [])
        if len(others) == 1 and single(others[0].base_value) != single(one.base_value):
            yield told_otherwise(report.text, Span(one.start, one.end), Span(others[0].start, others[0].end))


def _said(report: Report, one: Figure) -> str:
    """The sentence of a number."""
    start = clause_start(report.text, one.start, _LONGEST)
    return report.text[start : clause_end(report.text, one.end, _LONGEST // 2)]


def _name_of(report: Report, one: Figure) -> str:
    """The name of the things that a number counts as given in the time of the report; "" for other numbers."""
    text = report.text
    if not _GAVE.search(text, max(one.start - 60, 0), one.start):
        return ""
    behind = _NAMED.match(text, one.end)
    headed = _HEADED.match(text, line_start(text, one.start), one.start)
    said = text[clause_start(text, one.start, _LONGEST) : one.end]
    own = (report.letterhead.date or "")[:4]
    if _OTHER_TIME.search(said) or _BY_ONE.search(said) or set(YEAR_OF_NO_DAY.findall(said)) - {own}:
        return ""
    if tasks_of(report).touch(Span(one.start, one.end)):
        return ""
    found = behind or headed
    return " ".join(found["name"].lower().split()) if found else ""


CHECKS = (check_stocks_told_twice, check_named_things_told_twice)
