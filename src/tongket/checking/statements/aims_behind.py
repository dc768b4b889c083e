"""Aims for the time to come that fall behind what is reached already (chỉ tiêu thấp hơn kết quả đã đạt).

    'tỷ lệ hộ nghèo còn 2,8%', then 'mục tiêu năm 2027: giảm tỷ lệ hộ nghèo xuống còn dưới 4%'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. Only of what stays from year to
year: rates of the poor, of clean water, of insured or trained people, incomes; of what is done anew each year
(dossiers in time) an aim may well be lower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.clauses import matter_at, told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_N = r"\d{1,3}(?:,\d{1,2})?"
_LESS = (
    r"(?:[Tt]ỷ lệ |[Tt]ỉ lệ )?(?P<less>[Hh]ộ nghèo(?: đa chiều)?|[Hh]ộ cận nghèo"
    r"|[Tt]rẻ em suy dinh dưỡng(?: thể [^\W\d_]+ [^\W\d_]+)?)"
)
_WATER = r"(?:được )?(?:sử dụng|dùng) nước (?:sạch|hợp vệ sinh)"
_MORE = (
    r"(?:[Tt]ỷ lệ |[Tt]ỉ lệ )(?P<more>(?:bao phủ )?(?:người dân )?(?:tham gia )?bảo hiểm y tế|bao phủ BHYT"
    rf"|lao động qua đào tạo|(?:(?:hộ|người) dân|hộ) {_WATER}|che phủ rừng|đô thị hóa"
    r"|trường (?:học )?đạt chuẩn quốc gia)|[Tt]hu nhập bình quân(?: đầu người)?"
)
_TOLD = re.compile(
    rf"(?<!\w)(?:{_LESS}|{_MORE})(?!\w)(?: (?:đầu người|của (?:xã|huyện|tỉnh)|toàn (?:xã|huyện|tỉnh)|trên địa bàn"
    r"|năm \d{4}|đa chiều|cuối năm(?: \d{4})?|hiện|nay|giảm|tăng|xuống|lên|còn|đạt|là|ở mức|chỉ|dưới|trên|từ|hơn|khoảng"
    rf"|ước|đến|tiếp tục|phấn đấu|trở|bình quân)){{0,7}}(?<!giảm)(?<!tăng)"
    rf" (?P<value>{_N}) ?(?P<unit>%|triệu đồng)(?P<behind>[^.;,\n]{{0,40}})"
)
_COUNTED = re.compile(
    r"(?<!\w)(?P<less>[Hh]ộ nghèo(?: đa chiều)?|[Hh]ộ cận nghèo)(?!\w)[^.;\n]{0,70}? (?:xuống |giảm |hiện )?còn"
    rf" \d[\d.]*(?:/\d[\d.]*)? hộ,? ?(?:\(|chiếm |tỷ lệ |bằng ){{1,2}}(?P<value>{_N}) ?(?P<unit>%)"
    r"(?P<behind>[^.;,\n]{0,40})"
)
_STOCK = re.compile(  # what stays from year to year, counted
    r"(?<!\w)(?:có|đạt|duy trì|giữ vững|công nhận|nâng (?:tổng số )?lên)"
    r"(?: được| thêm| ít nhất| trên| từ| đủ| đạt){0,2}"
    r" (?P<value>\d{1,3})(?:/\d{1,3})? (?P<unit>sản phẩm OCOP|sản phẩm (?=(?:được công nhận|đạt chuẩn) OCOP)"
    r"|tiêu chí|thôn (?:nông thôn mới|văn hóa|thông minh)|trường (?:học )?đạt chuẩn(?: quốc gia)?)(?!\w)"
    r"(?P<behind>[^.;,\n]{0,40})"
)
_MORE_OF = re.compile(r"(?<!\w)(?:thêm|mới|nâng cao|kiểu mẫu|[45] sao|[Pp]hấn đấu mỗi)(?!\w)")
_AIM = re.compile(r"(?<!\w)(?:[Pp]hấn đấu|[Mm]ục tiêu|[Cc]hỉ tiêu|[Pp]hương hướng|[Nn]hiệm vụ|[Kk]ế hoạch)(?!\w)")
_AHEAD = re.compile(r"(?<![\d./])(?P<year>20\d\d)(?![\d/])")
_UNTIL = re.compile(r"đến (?:năm|cuối năm|hết năm) 20\d\d")
_CHANGE = re.compile(
    r"(?<!\w)(?:giảm thêm|tăng thêm|giảm bình quân|mỗi năm|giảm từ|tăng từ|so với|bình quân năm)(?!\w)"
)
_HEADING = re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu|phương hướng|nhiệm vụ)(?!\w)")  # in small letters
_PARTS = re.compile(
    r"(?<!\w)(?:dân tộc thiểu số|thôn [A-ZĐ]|bản [A-ZĐ]|khu vực|nông thôn|thành thị|chuẩn (?:cũ|mới)|hội viên|đoàn viên"
    r"|đầu (?:năm|nhiệm kỳ|kỳ)|năm trước|cùng kỳ|trước đây|có bằng|có chứng chỉ|(?:nước|dân cư|sống) tập trung)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Level:
    name: str
    less: bool
    value: Decimal
    unit: str
    year: int
    aim: bool
    place: Span


def check_aims_behind(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for an aim of a coming year that is behind the level told of this one.

    Not flagged: parts of the unit, changes, aims of years gone by; levels of other names.
    """
    own = int((report.letterhead.date or "0")[:4])
    told = (*finds(_TOLD, report.text), *finds(_COUNTED, report.text), *finds(_STOCK, report.text))
    levels = [one for found in told if (one := _level(report, found, own)) is not None]
    reached = {one.name: one for one in levels if not one.aim and one.year in (own, own - 1)} if own else {}
    for one in levels:
        now = reached.get(one.name)
        if not one.aim or now is None or one.year <= now.year or one.unit != now.unit:
            continue
        if one.value > now.value if one.less else one.value < now.value:
            yield told_otherwise(report.text, one.place, now.place)


def _level(report: Report, found: re.Match[str], own: int) -> _Level | None:
    text = report.text
    low = sentence_start(text, found.start())
    lead = text[low : found.start()]
    value = parse_number(found["value"])
    if value is None or _PARTS.search(text, low, found.end()) or _CHANGE.search(found[0]) or _CHANGE.search(lead):
        return None
    if found.re is _STOCK and _MORE_OF.search(f"{lead}{found[0]}"):
        return None
    named = found.groupdict()
    less = named.get("less") is not None
    name = (named.get("less") or named.get("more") or (found["unit"] if found.re is _STOCK else "thu nhập")).lower()
    above = matter_at(report, found.start())
    aim = _AIM.search(lead) or _AIM.search(found[0]) or _HEADING.search(above)
    years = [int(one["year"]) for one in _AHEAD.finditer(f"{lead} {found[0]}")]
    behind = _AHEAD.search(found["behind"])
    years = [int(behind["year"])] if behind else years
    year = max(years, default=0) or (own if not aim else max((int(y) for y in _AHEAD.findall(above)), default=0))
    if len(years) > 1 and _UNTIL.search(f"{lead}{found[0]}"):
        return None
    return _Level(name, less, value, found["unit"], year, bool(aim) and year >= own, Span(*found.span()))


CHECKS = (check_aims_behind,)
