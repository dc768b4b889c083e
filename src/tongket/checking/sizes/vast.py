"""Areas, peoples, rains and sums beyond any unit of the level (vượt quá quy mô địa bàn).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. The bounds are a table of the registry, above
the greatest unit of each level that there is or was; a slip of the unit (km2 for m2) or of zeros passes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.levels import level_of_report
from tongket.checking.evidence.numbers import shown, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, level_bounds, matter_bounds, rain_bounds
from tongket.vietnamese.unicode import CAPITALS

_HECTARES = {"ha": Decimal(1), "m2": Decimal(1) / 10_000, "km2": Decimal(100)}
_MATTERS = {
    "given": re.compile(r"(?<!\w)[Hh]iến(?: tặng)?(?: được)?[^.;:\n\d]{0,40}$"),
    "sprayed": re.compile(
        r"(?<!\w)(?:[Pp]hun|[Kk]hử (?:trùng|khuẩn)|[Tt]iêu độc)(?!\w)[^.;:\n\d]{0,60}(?:diện tích|với|được|trên)"
        r"[^.;:\n\d]{0,20}$"
    ),
}
_FLOCKS = {
    "poultry": re.compile(r"(?<!\w)(?i:gia cầm|gà|vịt|thủy cầm)(?!\w)[^.;:\n\d]{0,25}$"),
    "pigs": re.compile(r"(?<!\w)(?i:lợn|heo)(?!\w)[^.;:\n\d]{0,25}$"),
    "cattle": re.compile(r"(?<!\w)(?i:trâu|bò|dê|ngựa)(?!\w)[^.;:\n\d]{0,25}$"),
}
_WHOLE = re.compile(
    r"(?<!\w)[Dd]iện tích (?:(?:đất )?tự nhiên|(?:của )?toàn (?:xã|phường|huyện|tỉnh|thị xã|thành phố))"
    r"(?: (?:của|toàn|huyện|xã|tỉnh|là|gồm|có|rộng|khoảng|hơn|gần|trên))*\s?:?\s$"
)
_BACK = 110  # letters before a number in which its matter is named
_CLAUSE = 200  # letters of a clause that are read on either side
_ABOVE = re.compile(
    r"(?<!\w)(?:[Cc]ả nước|[Tt]oàn quốc|[Tt]hế giới|[Vv]iệt Nam|[Ll]ũy kế|[Ll]uỹ kế|[Kk]hu vực|[Vv]ùng|[Tt]oàn tỉnh"
    r"|[Tt]oàn (?:huyện|ngành|thành phố)|[Tt]rực tuyến|[Ll]ượt|[Tt]rang|[Vv]ận chuyển|[Đđ]ường (?:biển|bay)|[Tt]uần tra"
    r"|quốc lộ|cao tốc|[Tt]rên biển|biển)(?!\w)"
)
_PAPER = re.compile(  # 'chứng thực bản sao 2.146 bản': copies, and no hamlets
    r"(?<!\w)(?:bản sao|[Ss]ao (?:y|lục)|[Ss]ao, chụp|[Cc]hứng thực|[Pp]hô tô|[Ii]n|in ấn|[Pp]hát hành|[Xx]uất bản"
    r"|[Ss]ách|[Bb]áo|[Tt]ạp chí|[Tt]ài liệu|[Tt]ờ rơi|[Hh]ợp đồng|[Cc]am kết|[Kk]ê khai|[Hh]ồ sơ|[Bb]ản (?:đồ|tin|vẽ)"
    r"|[Vv]ăn bản)(?!\w)"
)
_TOLD = "implausible-magnitude"


def check_levels(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more people, households or land than any unit of the level has, and for land
    given or sprayed beyond what its units give and spray: 'xã ... phun hóa chất trên diện tích 42.000 km2'.

    Not flagged: what a clause tells of a higher unit; reports whose level is not known, except where the greatest unit
    is too small too.
    """
    level = level_of_report(report)
    for one in report.figures:
        amount = single(one.base_value)
        if amount is None or one.in_table or one.change or one.unit.count("/"):
            continue
        if level and _is_short(report.text, one, amount, level):
            facts = {"amount": one.text, "thing": "diện tích tự nhiên"}
            yield Finding(_TOLD, "warning", Span(one.start, one.end), "measure", facts)
        elif _is_beyond(report.text, one, amount, level):
            yield Finding(_TOLD, "warning", Span(one.start, one.end), "count", {"amount": one.text})


def _is_beyond(text: str, one: Figure, amount: Decimal, level: str | None) -> bool:
    """Whether an amount is above the bounds of its matter, or of the level where no higher unit is named."""
    if one.base_unit in _HECTARES:
        amount *= _HECTARES[one.base_unit]
        before = text[max(one.start - _BACK, 0) : one.start]
        for matter, pattern in _MATTERS.items():
            if pattern.search(before):
                return _exceeds(amount, matter_bounds().get((level or "province", matter)))
    if one.base_unit == "con":
        before = text[max(one.start - _BACK, one.clause_start, 0) : one.start]
        herd = next((of for of, pattern in _FLOCKS.items() if pattern.search(before)), "")
        bounds = matter_bounds().get((level or "province", herd))
        return _exceeds(amount, bounds) and not _ABOVE.search(text, max(one.start - _CLAUSE, 0), one.start)
    thing = "ha" if one.base_unit in _HECTARES else one.base_unit
    if not _exceeds(amount, level_bounds().get((level, thing)) if level else None):
        return False
    if thing == "bản" and _PAPER.search(text, max(one.clause_start, one.start - _BACK), one.end + _CLAUSE // 4):
        return False
    return not _ABOVE.search(text, max(one.clause_start, one.start - _CLAUSE), one.end + _CLAUSE // 4)


def _is_short(text: str, one: Figure, amount: Decimal, level: str) -> bool:
    """Whether the land of the whole unit is told, and is less than any of its level has."""
    if one.base_unit not in _HECTARES or not _WHOLE.search(text[max(one.start - _BACK, 0) : one.start]):
        return False
    least = matter_bounds()[level, "whole"].least
    return amount * _HECTARES[one.base_unit] < least and not _SMALLER.search(_sentence(text, one))


_SMALLER = re.compile(
    r"(?<!\w)(?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Kk]hu|quy hoạch|dự án|rừng|hồ|điều chỉnh|thu hồi"
    r"|(?:[Xx]ã|[Pp]hường) [A-ZĐ]\w*)(?!\w)"
)


def _sentence(text: str, one: Figure) -> str:
    """The sentence of a number up to it."""
    return re.split(r"[.;]\s", text[max(one.start - _CLAUSE, 0) : one.start])[-1]


def _exceeds(amount: Decimal, bounds: Bounds | None) -> bool:
    return bounds is not None and amount > bounds.most


_ONE_HAMLET = re.compile(
    rf"(?<!\w)(?i:thôn|bản|ấp|xóm|làng|khóm|buôn|khu phố|tổ dân phố|khu dân cư)"
    rf" (?P<name>(?:[{CAPITALS}]\w*|\d{{1,2}})(?: [{CAPITALS}]\w*)*)[^.;:\n\d]{{0,90}}$"
)
_OF_MORE = re.compile(r"(?<!\w)(?:[Cc]ác|[Tt]oàn|xã|phường|huyện|tỉnh|thị trấn|của|cách|thuộc|từ|[Cc]ả|và)(?!\w)")
_WORKS = re.compile(
    r"(?<!\w)(?:bê tông|đổ|làm|mở|nâng cấp|sửa|tu sửa|nạo vét|cứng hóa|kiên cố|xây|rải|lắp|trồng|phát quang|thắp sáng"
    r"|vệ sinh|dọn|kéo)(?!\w)"
)


def check_hamlets(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more households, people or roads made than one hamlet has: 'nhân dân thôn ...
    bê tông hóa 1.250 km đường'.

    Not flagged: hamlets told of together or with the unit that they are of; distances.
    """
    for one in report.figures:
        amount, bounds = single(one.base_value), level_bounds().get(("hamlet", one.base_unit))
        if bounds is None or amount is None or amount <= bounds.most or one.in_table or one.change:
            continue
        low = max(one.clause_start, one.start - _BACK)
        hamlet = _ONE_HAMLET.search(report.text, low, one.start)
        if hamlet is None or _OF_MORE.search(report.text, hamlet.end("name"), one.start):
            continue
        if _OF_MORE.search(report.text, max(hamlet.start() - 8, low), hamlet.start()) or "/" in one.unit:
            continue
        if one.base_unit != "km" or _WORKS.search(report.text, hamlet.start(), one.start):
            yield Finding(_TOLD, "warning", Span(one.start, one.end), "count", {"amount": one.text})


_RAIN = re.compile(r"(?<!\w)(?:[Ll]ượng mưa|[Mm]ưa)(?!\w)")
_HOURS = re.compile(r"(?<![\d,.])(?P<number>\d{1,3}|một)\s?(?P<unit>giờ|h|tiếng|ngày)(?![\w/])(?! đầu năm)")
_LONGEST = 72


def check_rains(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more rain than falls in the hours that the clause names: 'lượng mưa trong 24
    giờ là 2.860 mm'.
    """
    for one in report.figures:
        amount = single(one.value)
        factor = _MILLIMETRES.get(one.unit.split("/")[0])
        if factor is None or amount is None or one.in_table or one.change:
            continue
        low = max(one.clause_start, one.start - _BACK)
        rain = _RAIN.search(report.text, low, one.start)
        hours = _hours(report.text, low, one) if rain else None
        bounds = next((known for most, known in sorted(rain_bounds().items()) if hours and hours <= most), None)
        most = bounds.most if bounds is not None else _MOST_A_YEAR
        told = rain is not None and (
            one.unit.startswith("mm") or _MEASURED.fullmatch(report.text, rain.start(), one.start)
        )
        if rain is not None and told and amount * factor > most:
            facts = {"amount": one.text, "thing": rain[0]}
            yield Finding(_TOLD, "warning", Span(one.start, one.end), "measure", facts)


_MILLIMETRES = {"mm": 1, "cm": 10, "m": 1000}
_MOST_A_YEAR = 9000  # millimetres: five thousand and more fall in the wettest places
_MEASURED = re.compile(r"[Ll]ượng mưa(?! [^.;,]*(?<!\w)(?:dâng|ngập|sâu|mực nước)(?!\w))[^.;,\n]{0,60}")


def _hours(text: str, low: int, one: Figure) -> int | None:
    """The hours that a clause names before a number, or its unit behind a slash; None for none or for many."""
    said = [*_HOURS.finditer(text, low, one.start), *_HOURS.finditer(f"1 {one.unit.partition('/')[2]}")]
    if len(said) != 1 or text.startswith("/", said[0].end()):
        return None
    number = 1 if said[0]["number"] == "một" else int(said[0]["number"])
    hours = number * (24 if said[0]["unit"] == "ngày" else 1)
    return hours if 0 < hours <= _LONGEST else None


_AGE = re.compile(r"(?P<age>\d(?<![\d.,/-].)(?:\d{2,3}|\.\d{3})) tuổi(?!\w)(?! (?:Đảng|quân|cây))")
_OLDEST = 123
_PERSON = re.compile(
    r"(?<!\w)(?:[Cc]ụ|[Ôô]ng|[Bb]à|[Nn]gười|[Tt]rẻ|[Ee]m|[Cc]háu|[Tt]hanh niên|[Cc]ông dân|[Đđ]ồng chí|[Đđ]ảng viên"
    r"|[Hh]ội viên|[Ll]ao động|[Pp]hụ nữ|[Nn]am|[Bb]ệnh nhân|[Đđ]ối tượng|[Hh]ọc sinh|[Dd]ân số|(?:[Mm]ừng|[Tt]uổi) thọ"
    r"|[Đđ]ộ tuổi)(?!\w)[^.;\n]{0,80}$"
)
_TREE = re.compile(r"(?<!\w)(?:cây|chùa|đình|đền|nhà thờ|làng|cổ|di tích|di sản|thành phố|rừng)(?!\w)[^.;\n]{0,80}$")


def check_ages(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for people older than anybody has been. Not flagged: trees, houses, towns."""
    for found in _AGE.finditer(report.text):
        low = max(found.start() - 100, 0)
        of_person = _PERSON.search(report.text, low, found.start()) and not _TREE.search(
            report.text, low, found.start()
        )
        if of_person and int(found["age"].replace(".", "")) > _OLDEST:
            facts = {"amount": found[0], "thing": "tuổi"}
            yield Finding(_TOLD, "warning", Span(*found.span()), "measure", facts)


_GIVES = re.compile(
    r"(?<!\w)(?:[Bb]ố trí|[Pp]hân bổ|[Cc]ấp|[Hh]ỗ trợ|[Tt]rao|[Cc]hi|[Tt]rích|[Dd]ành|[Vv]ận động|[Qq]uyên góp"
    r"|[Ủủ]ng hộ|[Xx]ử phạt|[Tt]hu hồi|[Tt]rợ cấp)(?!\w)[^.;:\n\d]{0,50}$"
)
_OF_ALL = re.compile(
    r"(?<!\w)(?:[Tt]ổng|[Dd]ự án|[Dd]ự toán|[Nn]gân sách|[Dd]ư nợ|[Cc]hương trình|[Vv]ốn|[Gg]iải ngân|[Đđ]ầu tư"
    r"|[Ll]ũy kế|[Cc]ho vay|[Dd]oanh (?:số|thu)|[Ss]ản xuất|[Xx]uất khẩu|[Gg]iai đoạn|[Tt]rung ương|[Ll]ương"
    r"|[Bb]ảo hiểm|[Cc]ả nước|[Tt]huế|[Cc]ao tốc|[Gg]ói)(?!\w)"
)
_TIMES, _GREAT = 50, Decimal(10**12)
_LEAST_SUMS = 4


def check_sums_apart(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for the one sum that is given or spent and stands fifty times above all others of
    the report: 6.400 tỷ đồng among tens of milliards.

    Not flagged: budgets, programmes, projects, loans, totals; reports of a few sums; less than a thousand milliards.
    """
    sums = [one for one in report.figures if one.base_unit == "đồng" and "/" not in one.unit and single(one.base_value)]
    sums.sort(key=lambda one: single(one.base_value) or 0, reverse=True)
    if len(sums) < _LEAST_SUMS:
        return
    (first, most), (_, next_most) = ((one, single(one.base_value) or Decimal(0)) for one in sums[:2])
    low = max(first.clause_start, first.start - _CLAUSE)
    given = _GIVES.search(report.text, low, first.start)
    if most < _GREAT or most < _TIMES * next_most or first.in_table or not given:
        return
    if not _OF_ALL.search(report.text, low, first.end + _CLAUSE // 2):
        yield Finding(_TOLD, "warning", Span(first.start, first.end), "count", {"amount": first.text})


_POPULATION = re.compile(
    r"(?<!\w)(?:[Dd]ân số|[Ss]ố dân|[Ss]ố (?:hộ|khẩu|nhân khẩu)|[Tt]oàn (?:xã|huyện|thị trấn|phường|thôn) (?:hiện )?"
    r"(?:có|gồm))(?!\w)[^.;\n\d]{0,60}$"
)
_OF_SOME = re.compile(
    r" (?:nghèo|cận|dân tộc|đồng bào|chính sách|gia đình|là|được|tham gia|sản xuất|đạt|có|chưa|đã|mới)(?!\w)"
)
_PEOPLE = frozenset({"khẩu", "nhân khẩu", "người"})
_LEAST_HOUSEHOLDS, _FEWEST, _MOST = 100, 2, 8


def check_populations(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where all people and all households of a unit make fewer than two or more than
    eight people a household: 'tổng số dân là 4.650 khẩu với 2.400 hộ'.

    Not flagged: households of one kind; fewer than a hundred; what the means of neighbours tell already.
    """
    for one, other in pairwise(report.figures):
        if one.in_table or other.in_table or other.start - one.end > _BETWEEN or one.change or other.change:
            continue
        people, households = (one, other) if other.unit == "hộ" else (other, one)
        if households.unit != "hộ" or people.unit not in _PEOPLE or _OF_SOME.match(report.text, households.end):
            continue
        many, homes = single(people.value), single(households.value)
        between = report.text[one.end : other.start]
        if many is None or homes is None or homes < _LEAST_HOUSEHOLDS or "\n" in between or "trong đó" in between:
            continue
        if (
            _FEWEST <= many / homes <= _MOST
            or _POPULATION.search(report.text, max(one.start - _BACK, 0), one.start) is None
        ):
            continue
        facts = {"people": people.text, "mean": shown(round(many / homes, 1)), "households": households.text}
        yield Finding(_TOLD, "warning", Span(one.start, other.end), "household", facts)


_BETWEEN = 40

CHECKS = (check_levels, check_hamlets, check_rains, check_ages, check_sums_apart, check_populations)
