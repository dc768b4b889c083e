"""Land, water, power and money of a few people or of one unit (mức của một người, một hộ, một xã), beyond what it has.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes: 'trả lại 2.150 ha đất cho 04 công dân' lost
its square metres, '38 tấn rác mỗi hộ một ngày' its kilograms. The bounds are a table of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.levels import level_of_report
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.checking.evidence.told import is_people, population_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import fund_bounds, owned_bounds, use_bounds
from tongket.vietnamese.numbers import parse_number

_KIND = "implausible-magnitude"
_OWNERS = frozenset(("hộ", "hộ dân", "hộ gia đình", "người", "công dân", "cá nhân", "người dân"))
_WOODS = r"(?:rừng|đất (?:lâm nghiệp|rừng))"
_LAND = re.compile(rf"\s(?P<land>{_WOODS}|đất|ruộng|vườn)(?:\s(?!ở(?!\w))[^\W\d_]+){{0,5}}?(?P<to> cho )?")
_GIVE = r"(?:[Tt]rả(?: lại)?|[Gg]iao|[Cc]ấp|[Hh]oàn trả)(?!\w)"
_GIVES = re.compile(rf"(?<!\w){_GIVE}[^.;:,\d\n]{{0,30}}$")
_THEN_GIVES = re.compile(rf",? (?:đã )?{_GIVE} ")
_BACK = 60


def check_land(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more land than a few people can own: 'trả lại 2.150 ha đất cho 04 công dân',
    'cho 04 công dân, trả lại 2.150 ha đất'.

    Not flagged: land that is let; woods up to ten times the limit of the law.
    """
    for one, other in pairwise(prose_of(report)):
        behind = one.unit == "ha"
        land, owners = (one, other) if behind else (other, one)
        amount, many = single(land.base_value), single(owners.value)
        if land.unit != "ha" or amount is None or not many or land.change or owners.base_unit not in _OWNERS:
            continue
        named = _given_to(report.text, land, owners) if behind else _given_after(report.text, owners, land)
        bounds = owned_bounds().get("đất" if named in ("đất", "ruộng", "vườn") else "rừng")
        if named and bounds is not None and amount > bounds.most * many:
            yield Finding(_KIND, "warning", Span(land.start, land.end), "each", {"amount": land.text, "thing": "hộ"})


def _given_to(text: str, land: Figure, owners: Figure) -> str:
    """What is given to those who are counted behind it; "" where it is not given to them."""
    named = _LAND.fullmatch(text, land.end, owners.start)
    given = named is not None and named["to"] and _GIVES.search(text, max(land.start - _BACK, 0), land.start)
    return named["land"] if named is not None and given else ""


def _given_after(text: str, owners: Figure, land: Figure) -> str:
    """What is given to those who are counted right before it."""
    named = _LAND.match(text, land.end)
    return named["land"] if named is not None and _THEN_GIVES.fullmatch(text, owners.end, land.start) else ""


_USES = {"m3": "m3", "m³": "m3", "lít": "lít", "kg": "kg", "tấn": "tấn", "kwh": "kWh", "kw.h": "kWh"}
_SLASHED = re.compile(
    r"\d(?<![\d.,/-].)(?P<rest>[\d.,]{0,9}) ?(?P<unit>m3|m³|lít|kg|tấn|kWh)/(?P<who>hộ|người)/(?P<per>ngày|tháng)(?!\w)"
)
_SPOKEN = re.compile(
    r"(?<!\w)(?:[Mm]ỗi|[Mm]ột) (?P<who>hộ|người)(?: dân| gia đình)?(?: thải(?: ra)?| sử dụng| dùng| tiêu thụ| được| cấp"
    r"| xả| phát sinh| bình quân| trung bình| khoảng| hết| hơn| trên){1,5} (?P<number>\d[\d.,]{0,9})"
    r" ?(?P<unit>m3|m³|lít|kg|tấn|kWh)(?P<tail>[^.;,\d\n]{0,40})"
)
_PER = re.compile(r"(?:/|[Mm]ột |[Mm]ỗi |hằng |hàng )(?P<per>ngày|tháng)(?!\w)")


def check_uses(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more water, power or waste than one household or head has in its time."""
    text = report.text
    for found in finds(_SLASHED, text):
        number = f"{text[found.start()]}{found['rest']}"
        yield from _use(number, found["unit"], found["who"], found["per"], Span(*found.span()))
    for found in finds(_SPOKEN, text):
        per = _PER.search(found["tail"]) or _PER.search(text, max(found.start() - 20, 0), found.start())
        place = Span(found.start("number"), found.end("unit"))
        if per is not None:
            yield from _use(found["number"], found["unit"], found["who"], per["per"], place)


def _use(number: str, unit: str, who: str, per: str, place: Span) -> Iterator[Finding]:
    bounds, value = use_bounds().get((who, f"{_USES[unit.lower()]}/{per}")), parse_number(number.rstrip(".,"))
    if bounds is not None and value is not None and not bounds.least <= value <= bounds.most:
        facts = {"amount": f"{number} {unit}", "thing": f"{who}/{per}"}
        yield Finding(_KIND, "warning", place, "each", facts)


_ATTENDING = 25  # times that one of a unit is counted at most in one report
_ATTENDANCES = ("lượt", "lượt người", "lượt người dân", "lượt công dân", "lượt cử tri")
_OF_THE_UNIT = re.compile(
    r" (?:dân )?(?:trong|của|trên địa bàn|toàn)(?: toàn)? (?:xã|phường|huyện|tỉnh|thị trấn|thành phố)(?!\w)"
)
_ONCE = re.compile(  # what one person is counted for once
    r"(?<!\w)(?:[Cc]ấp (?:thẻ|định danh|căn cước|mã số)|[Ll]ập hồ sơ|có thẻ|định danh|tiêm (?:phòng|vắc xin|chủng))"
    r"(?!\w)[^.;:\d\n]{0,60}(?:\d [^.;:\d\n]{0,10})?$"
)
_INHABITANTS = re.compile(
    r"(?<!\w)(?:[Tt]oàn |[Cc]ả )?(?:[Xx]ã|[Hh]uyện|[Pp]hường|[Tt]hị trấn|[Tt]ỉnh)(?: [^\W\d_]+){0,4} có "
    r"(?:\d[\d.]* hộ(?: dân)?(?:,| với| và|/)? )?$"
)
_VISITS = re.compile(
    r"(?<!\w)(?:truy cập|tiếp cận|xem|khách|tương tác|lượt xem|theo dõi|du lịch|hành khách|vận chuyển)(?!\w)"
)
_OF_MORE = re.compile(
    r"(?<!\w)(?:giai đoạn|nhiệm kỳ|\d+ năm|từ (?:năm|đầu)|[Ll]ũy kế|mũi|nhắc lại|(?:[Cc]ả|[Tt]oàn) (?:huyện|tỉnh|nước)"
    r"|toàn quốc|tuyên truyền|[Tt]uyên truyền)(?!\w)"
)
_CLAUSE = 120


def check_people_of_the_unit(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more people of a unit than it has, or far more attendances than they can
    make: '112.000.000 lượt người' of 1,1 million.

    Not flagged: visitors, passengers and readers; people of several years, of other units and levels.
    """
    population = population_of(report) or _inhabitants(report) or _about(report)
    total = single(population.base_value) if population is not None else None
    if population is None or not total:
        return
    for one in prose_of(report):
        amount = single(one.base_value)
        if amount is None or one.start == population.start or one.change or "/" in one.unit or amount <= total:
            continue
        low, high = sentence_start(report.text, one.start, _CLAUSE), sentence_end(report.text, one.end, _CLAUSE)
        if one.unit.startswith(_ATTENDANCES):
            told = amount > _ATTENDING * total and not _VISITS.search(report.text, low, high)
        else:
            of_unit = _OF_THE_UNIT.match(report.text, one.end) or _ONCE.search(report.text, low, one.start)
            told = is_people(one) and of_unit is not None and not one.target and not population.qualifier
            told = told and not _OF_MORE.search(report.text, low, high)
        if told and level_of_report(report) is not None:
            facts = {"label": one.text, "amount": one.text, "whole": population.text, "of": population.text}
            related = (Span(population.start, population.end),)
            yield Finding(_KIND, "warning", Span(one.start, one.end), "subset", facts, related)


def _about(report: Report) -> Figure | None:
    """The number of people as it is told in the round: 'dân số trên 1,1 triệu người'; enough for attendances."""
    people = (one for one in prose_of(report) if is_people(one) and single(one.base_value) and not one.change)
    return next((one for one in people if _PEOPLE_OF.search(report.text, max(one.start - 40, 0), one.start)), None)


_PEOPLE_OF = re.compile(r"(?<!\w)(?<![Mm]ật độ )[Dd]ân số(?: [^\W\d_]+){0,4} ?$")


def _inhabitants(report: Report) -> Figure | None:
    """The number of people that a unit is said to have: 'Toàn huyện có 42.100 nhân khẩu'."""
    said = (one for one in prose_of(report) if one.base_unit in ("nhân khẩu", "khẩu") and not one.change)
    return next((one for one in said if _INHABITANTS.search(report.text, max(one.start - 80, 0), one.start)), None)


_FUND = re.compile(
    r"(?<!\w)(?:(?:[Hh]ội|[Đđ]oàn|[Đđ]ảng|[Cc]ông đoàn) phí|[Qq]uỹ (?:[“\"]?(?:Vì người nghèo|Đền ơn đáp nghĩa"
    r"|[Kk]huyến học|Bảo trợ trẻ em|Chữ thập đỏ|Mái ấm)[”\"]?|hội|chi hội|đội|lớp))(?!\w)[^.;:\d\n]{0,60}$"
)
_OF_CREDIT = re.compile(
    r"(?<!\w)(?:dư nợ|vay|quay vòng|vốn|ủy thác|uỷ thác|ngân hàng|tín dụng|toàn quốc|cả nước|tỉnh|Trung ương)(?!\w)",
    re.I,
)


def check_funds(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a fund of help or dues of milliards beyond what a unit of its level holds."""
    bounds = fund_bounds().get(level_of_report(report) or "")
    if bounds is None:
        return
    for one in prose_of(report):
        amount = single(one.base_value)
        if one.base_unit != "đồng" or "/" in one.unit or amount is None or amount <= bounds.most or one.change:
            continue
        low = sentence_start(report.text, one.start, _CLAUSE)
        if _FUND.search(report.text, low, one.start) and not _OF_CREDIT.search(
            report.text, low, sentence_end(report.text, one.end, _CLAUSE)
        ):
            yield Finding(_KIND, "warning", Span(one.start, one.end), "count", {"amount": one.text})


CHECKS = (check_land, check_uses, check_people_of_the_unit, check_funds)
