"""Land, water, power and blood of a few people and households (mức cho một người, một hộ), beyond what one has or uses.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes: 'trả lại 2.150 ha đất cho 04 công dân' lost
its square metres, '38 tấn rác mỗi hộ một ngày' its kilograms. The bounds are a table of the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

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
from tongket.vietnamese.unicode import CAPITALS

_KIND = "implausible-magnitude"
_GIVEN = re.compile(r"(?<!\w)(?:[Tt]rả(?: lại)?|[Hh]iến|[Gg]iao|[Cc]ấp|[Bb]àn giao|[Hh]oàn trả|[Cc]ho thuê)(?!\w)")
_LAND = re.compile(r"\s(?:đất|ruộng|vườn|rừng|mặt bằng)(?!\w)")
_ONE_OWNER = re.compile(
    rf"(?<!\w)(?:(?:[Hh]ộ|[Gg]ia đình) )?(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị) [{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,3}}"
)
_OWNERS = frozenset(("hộ", "hộ dân", "hộ gia đình", "người", "công dân", "cá nhân", "người dân"))
_OF_BODIES = re.compile(r"(?<!\w)(?:cộng đồng|công ty|doanh nghiệp|tổ chức|hợp tác xã|ban quản lý|nhóm hộ)(?!\w)", re.I)
_BACK, _BEHIND = 120, 90


def check_land(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more land than a few people can own: 'trả lại 2.150 ha đất cho 04 công dân'.

    Not flagged: land of bodies and communities, of woods up to ten times the limit of the law.
    """
    figures = prose_of(report)
    for index, one in enumerate(figures):
        amount = single(one.base_value)
        if one.unit != "ha" or amount is None or one.change or not _LAND.match(report.text, one.end):
            continue
        low, high = sentence_start(report.text, one.start, _BACK), sentence_end(report.text, one.end, _BEHIND)
        said = report.text[low:high]
        if not _GIVEN.search(said) or _OF_BODIES.search(said):
            continue
        owners = _owners(report.text, figures, index, low, high)
        bounds = owned_bounds()["rừng" if "rừng" in said else "đất"]
        if owners is not None and amount > bounds.most * owners:
            yield Finding(_KIND, "warning", Span(one.start, one.end), "each", {"amount": one.text, "thing": "hộ"})


def _owners(text: str, figures: tuple[Figure, ...], index: int, low: int, high: int) -> Decimal | None:
    """How many people or households get or give the land of a number."""
    near = [it for it in figures[max(index - 1, 0) : index + 2] if low <= it.start < high and it.base_unit in _OWNERS]
    if near:
        return single(near[-1].value)
    return Decimal(1) if _ONE_OWNER.search(text, low, high) else None


_USES = {"m3": "m3", "m³": "m3", "lít": "lít", "kg": "kg", "tấn": "tấn", "kwh": "kWh", "kw.h": "kWh"}
_WHO = r"(?P<who>hộ|người)(?: dân| gia đình)?"
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
        yield from _use(found, number, found["unit"], found["who"], found["per"], Span(*found.span()))
    for found in finds(_SPOKEN, text):
        per = _PER.search(found["tail"]) or _PER.search(text, max(found.start() - 20, 0), found.start())
        place = Span(found.start("number"), found.end("unit"))
        if per is not None:
            yield from _use(found, found["number"], found["unit"], found["who"], per["per"], place)


def _use(found: re.Match[str], number: str, unit: str, who: str, per: str, place: Span) -> Iterator[Finding]:
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
_CLAUSE = 120


def check_people_of_the_unit(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more people of a unit than it has, or far more attendances than they can
    make:
    '112.000.000 lượt người' of 1,1 million.

    Not flagged: visitors, passengers and readers; people of other units.
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
        if told and level_of_report(report) is not None:
            facts = {"label": one.text, "amount": one.text, "whole": population.text, "of": population.text}
            related = (Span(population.start, population.end),)
            yield Finding(_KIND, "warning", Span(one.start, one.end), "subset", facts, related)


def _about(report: Report) -> Figure | None:
    """The number of people as it is told in the round: 'dân số trên 1,1 triệu người'; enough for attendances."""
    people = (one for one in prose_of(report) if is_people(one) and single(one.base_value) and not one.change)
    return next((one for one in people if _PEOPLE_OF.search(report.text, max(one.start - 40, 0), one.start)), None)


_PEOPLE_OF = re.compile(r"(?<!\w)[Dd]ân số(?: [^\W\d_]+){0,4} ?$")


def _inhabitants(report: Report) -> Figure | None:
    """The number of people that a unit is said to have: 'Toàn huyện có 42.100 nhân khẩu'."""
    said = (one for one in prose_of(report) if one.base_unit in ("nhân khẩu", "khẩu") and not one.change)
    return next((one for one in said if _INHABITANTS.search(report.text, max(one.start - 80, 0), one.start)), None)


_FUND = re.compile(
    r"(?<!\w)(?:(?:[Hh]ội|[Đđ]oàn|[Đđ]ảng|[Cc]ông đoàn) phí|[Qq]uỹ (?:[“\"]?(?:Vì người nghèo|Đền ơn đáp nghĩa|khuyến"
    r" học"
    r"|Khuyến học|Bảo trợ trẻ em|Chữ thập đỏ|Mái ấm)[”\"]?|hội|chi hội|đội|lớp)|(?:[Hh]ội|Đoàn) [^.;:,\d\n]{3,30} có"
    r" quỹ)"
    r"(?!\w)[^.;:\d\n]{0,60}$"
)
_OF_CREDIT = re.compile(
    r"(?<!\w)(?:dư nợ|ủy thác|uỷ thác|ngân hàng|tín dụng|toàn quốc|cả nước|tỉnh|Trung ương)(?!\w)", re.I
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
