"""What one thing can cost, take or hold (mức hợp lý): amounts per head, prices, counts of events and places.

The bounds are general knowledge, set wide: a house costs no tens of milliards, a hamlet holds no thousand meetings a
year, a household gives no tens of hectares. What passes them is mostly a slip of a unit (triệu, tỷ) or of zeros.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.levels import level_of_report
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import sentence_end
from tongket.checking.sizes.bounded import cheapest_and_dearest, is_of_all, kind_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, support_bounds
from tongket.registry.unit_words import match_unit

_MILLION, _MILLIARD = Decimal(10**6), Decimal(10**9)
_EACH = re.compile(
    r"(?:[Mm]ỗi|[Tt]ừng|[Mm]ức bình quân(?: của)?(?: mỗi| một)?|[Bb]ình quân(?: mỗi| một)?)\s(?P<thing>[^\W\d_]"
    r"[^.;:,()\d\n]{0,70})$"
)
_GIVES = re.compile(r"đóng góp|góp|nộp|ủng hộ|quyên góp|tiết kiệm|hội phí|đoàn phí|đảng phí")
_LENDS = re.compile(r"(?<!\w)(?:dư nợ|cho vay|được vay|vay vốn|vốn vay)(?!\w)")  # 'tổ tiết kiệm và vay vốn'
_PER_UNIT_PRICE = re.compile(
    r"lít|kg|kWh|m3|m³|m2|m²|USD|lượt|km|tấn|cây|con|bản|trang|tờ|cuốn|gói|suất ăn|bữa|ngày|giờ"
)
_HOUSES = (
    *("nhà", "căn", "căn nhà", "ngôi nhà", "mái ấm", "nhà tạm", "nhà tình nghĩa", "nhà tình thương"),
    *("nhà đại đoàn kết", "nhà Đại đoàn kết"),
)
# Highest sums of money for one, in đồng, by the base of the unit word, then by its kind.
_MOST_FOR_ONE = {
    **dict.fromkeys(_HOUSES, 3 * _MILLIARD),
    **dict.fromkeys(("suất", "suất quà", "phần quà", "quà", "xuất quà"), 30 * _MILLION),
    **dict.fromkeys(("học bổng", "suất học bổng"), 300 * _MILLION),
    **dict.fromkeys(("ban", "tổ", "nhóm", "chi hội", "chi đoàn", "chi bộ", "câu lạc bộ", "CLB"), 50 * _MILLIARD),
    **dict.fromkeys(("thôn", "bản", "ấp", "làng", "khóm", "khu phố", "tổ dân phố", "khu dân cư"), 300 * _MILLIARD),
    **dict.fromkeys(("buổi", "hội nghị", "cuộc", "lớp"), 20 * _MILLIARD),
}
_MOST_BY_KIND = {"person": 5 * _MILLIARD, "household": 10 * _MILLIARD}
_MOST_GIVEN = {"person": 30 * _MILLION, "household": 2 * _MILLIARD}
_SUPPORTS = re.compile(r"(?<!\w)(?:[Hh]ỗ trợ|[Tt]rợ giúp)(?!\w)")
_OF_LAND_OR_LOANS = re.compile(r"(?<!\w)(?:bồi thường|tái định cư|thu hồi|giải phóng|vay|tín dụng|kinh doanh)(?!\w)")
_ALLOWANCE = re.compile(r"(?<!\w)(?:[Tt]rợ cấp|[Pp]hụ cấp|[Tt]rợ giúp)(?!\w)")
_HELPS = re.compile(
    r"(?<!\w)(?:[Tt]rợ cấp|[Tt]rợ giúp|[Tt]hăm hỏi|[Tt]hăm,? tặng|[Tt]ặng quà|[Hh]ỗ trợ (?:khó khăn|đột xuất)"
    r"|[Pp]húng viếng|[Cc]húc thọ|[Mm]ừng thọ|[Kk]hen thưởng|[Tt]hưởng|[Hh]ọc bổng|[Mm]ai táng)(?!\w)"
)
_LEAVES = re.compile(r"(?<!\w)(?:nghỉ|thôi việc|hưu|tinh giản|bồi thường|mất việc|tai nạn lao động)(?!\w)")
_MOST_A_MONTH = 300 * _MILLION  # of one person
_MOST_A_DAY = 10 * _MILLION
_LEAST_MONEY = Decimal(100)  # đồng, for anything that is had whole
_LEAST_FOR_ONE = {
    **dict.fromkeys(("suất", "suất quà", "phần quà", "quà", "xuất quà"), Decimal(5_000)),
    **dict.fromkeys(("học bổng", "suất học bổng"), Decimal(50_000)),
    **dict.fromkeys(("nhà", "căn", "căn nhà", "ngôi nhà", "mái ấm", "nhà đại đoàn kết"), _MILLION),
    **dict.fromkeys(("nhà Đại đoàn kết", "nhà tình nghĩa", "nhà tình thương"), _MILLION),
}
_EVENTS = frozenset(("cuộc", "hội nghị", "buổi", "lớp", "phiên", "hội thảo", "diễn đàn", "hội thi", "cuộc thi"))
_SMALL_BODIES = frozenset(("thôn", "bản", "ấp", "làng", "khóm", "khu phố", "tổ dân phố", "khu dân cư", "xã", "phường"))
_SMALL_BODIES |= {
    "thị trấn",
    "doanh nghiệp",
    "cơ quan",
    "đơn vị",
    "cơ sở",
    "chi bộ",
    "chi hội",
    "chi đoàn",
    "tổ",
    "ban",
}
_MOST_EVENTS_OF_ONE = Decimal(400)
_MOST_LAND = {"m2": Decimal(100_000), "ha": Decimal(50)}  # of one household
_WORTH = re.compile(
    r"(?:[^.;:\d\n]{0,40}[,\s(])?(?:(?:tổng\s)?(?:trị giá|giá trị|kinh phí|số tiền|tiền|vốn)|với)"
    r"(?:\s(?:mua sắm|là|hơn|trên|gần|khoảng|của|quà|ước|con giống|cây giống|giống|vật tư|hàng hóa))*\s*"
)
_TO_WHOM = re.compile(r"\s(?:[^\W\d_]+\s){0,4}cho\s(?:\d+\s)?")
_BESIDE = re.compile(r"[^.;:()\d\n]{0,40}(?:,|\svà)\s*")
_TOTAL = re.compile(r"[Tt]ổng\s(?:kinh phí|số tiền|giá trị|trị giá|vốn|mức đầu tư)[^.;\d]{0,30}$")
# How many a body of a level can have held or given, by the base of the unit word: commune, district, province.
_MOST_OF_LEVEL = {
    **dict.fromkeys(("hội thi", "cuộc thi", "hội diễn", "diễn đàn", "hội thảo"), (500, 5_000, 30_000)),
    **dict.fromkeys(("xe đạp", "xe lăn", "máy tính", "máy vi tính", "bộ máy tính"), (10_000, 100_000, 500_000)),
    **dict.fromkeys(("câu lạc bộ", "CLB", "mô hình"), (5_000, 50_000, 300_000)),
    **dict.fromkeys(("hội nghị", "lớp", "phiên"), (20_000, 100_000, 1_000_000)),
    **dict.fromkeys(("nhà", "căn nhà", "ngôi nhà"), (20_000, 100_000, 500_000)),
}
_MOST_MONEY = (3_000 * _MILLIARD, 50_000 * _MILLIARD, 3_000_000 * _MILLIARD)
_OF_ABOVE = re.compile(
    r"tỉnh|thành phố|quốc gia|toàn quốc|cả nước|Trung ương|trung ương|[Cc]hương trình|khu công nghiệp|[Dd]ự án"
)
_CLAUSE = 1000  # letters of a clause that are read
_LEVELS = {"commune": 0, "district": 1, "province": 2}


def check_per_head(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for money, land or events of one person, household, house or body that pass all
    that one can have.

    Not flagged: targets of whole areas; prices by weight or distance; works, enterprises and units above the commune.
    """
    for one in report.figures:
        amount = single(one.base_value)
        if amount is None or one.in_table or one.change:
            continue
        thing, kind, words = _thing_of(report.text, one)
        if (
            thing
            and not _OF_ALL.match(report.text, one.end)
            and _passes(one, amount, thing, kind, words, report.text[one.end : min(one.clause_end, one.end + _LEAD)])
        ):
            facts = {"amount": one.text, "thing": thing}
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "each", facts)


# What a mean follows is of all: 'mỗi đoàn viên ủng hộ một ngày lương, được 87.350.000 đồng, bình quân 251.000 đồng'.
_OF_ALL = re.compile(r",?\s(?:bình quân|trung bình)(?!\w)")


_GIFT = re.compile(r"phần(?: quà| trị giá| gồm| là|$)")  # a bare 'phần'; 'phần việc' is none


def _thing_of(text: str, one: Figure) -> tuple[str, str, str]:
    """The thing that an amount is of, its kind, and the words between: behind a slash ('đồng/hộ') or 'mỗi'."""
    for said in one.unit.split("/")[1:]:
        matched = match_unit(said.split())
        if matched is not None and matched[0].kind != "duration":
            return matched[0].word, matched[0].kind, text[max(one.clause_start, one.start - 110) : one.start]
    found = _EACH.search(text[max(one.clause_start, one.start - 90) : one.start])
    if found is not None and _GIFT.match(found["thing"]):
        return "phần quà", "thing", found["thing"]
    matched = match_unit(found["thing"].split()[:5]) if found else None
    if found is None or matched is None:
        return "", "", ""
    return matched[0].word, matched[0].kind, found["thing"]


def _passes(one: Figure, amount: Decimal, thing: str, kind: str, words: str, behind: str) -> bool:
    """Whether an amount is more than one thing can have, by the words before and behind it."""
    if one.base_unit == "đồng":
        most = _MOST_FOR_ONE.get(thing, _MOST_BY_KIND.get(kind))
        if kind == "person" and one.unit.endswith("/tháng"):
            most = support_bounds()["allowance"].most if _ALLOWANCE.search(words) else _MOST_A_MONTH
        if kind == "person" and one.unit.endswith("/ngày"):
            most = _MOST_A_DAY
        if kind == "person" and _HELPS.search(words) and not _LEAVES.search(words):
            most = support_bounds()["gift"].most
        if kind == "household" and _SUPPORTS.search(words) and not _OF_LAND_OR_LOANS.search(f"{words} {behind}"):
            most = _MILLIARD
        if thing in _HOUSES and _SUPPORTS.search(words):
            most = support_bounds()["house"].most
        if most is not None and _GIVES.search(words) and not _LENDS.search(words):
            most = min(most, _MOST_GIVEN.get(kind, most))
        if most is not None and amount > most:
            return True
        return (
            0 < amount < _LEAST_FOR_ONE.get(thing, _LEAST_MONEY)
            and (most is not None)
            and not _PER_UNIT_PRICE.search(one.unit)
        )
    if one.base_unit in _EVENTS or one.unit in _EVENTS:
        return thing in _SMALL_BODIES and amount > _MOST_EVENTS_OF_ONE
    if kind == "household" and one.base_unit in _MOST_LAND:
        return amount > _MOST_LAND[one.base_unit]
    return False


def check_prices(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where things cost far more or less together than such things can, or where the
    total for many is less than what one of them gets.

    Not flagged: things whose price is not generally known; money that goes to works and programmes; a small sum that
    may be the price of each.
    """
    figures = prose_of(report)
    for index, money in enumerate(figures):
        amount = single(money.base_value)
        if money.base_unit != "đồng" or amount is None or money.change or "/" in money.unit or not index:
            continue
        things, bounds = _bought(report.text, figures, index)
        place = Span(money.start, money.end)
        low, high = sum((one[0] for one in bounds), Decimal(0)), sum((one[1] for one in bounds), Decimal(0))
        link = report.text[things[-1].end : money.start] if things else ""
        cheap = bool(_IS_WORTH.search(link)) and amount < low and is_of_all(link, money, bounds[-1][2], _EXACT)
        if things and (cheap or amount > high):
            facts = {"amount": money.text, "things": ", ".join(one.text for one in things)}
            related = tuple(Span(one.start, one.end) for one in things)
            yield Finding("implausible-magnitude", "warning", place, "cheap" if cheap else "price", facts, related)
        elif (each := _dearer_than_all(report.text, figures, index, amount)) is not None:
            facts = {"amount": money.text, "each": each.text}
            related = (Span(each.start, each.end),)
            yield Finding("implausible-magnitude", "warning", place, "total", facts, related)


_SUM_FOR = re.compile(
    r"(?:[^.;:\d\n]{0,60}[,\s(])?(?:với )?(?:tổng )?(?:tổng số tiền|số tiền|giá trị|trị giá|kinh phí|số vốn|vốn vay"
    r"|dư nợ)(?: vay| hỗ trợ| là| hơn| trên| gần| khoảng| thu được)*\s*"
)
_HELPED = re.compile(r"(?<!\w)(?:[Hh]ỗ trợ|[Tt]ặng|[Gg]iúp|[Tt]rợ cấp|[Tt]rao|[Tt]hăm|[Đđ]ỡ đầu)(?: [^\W\d_]+){0,3} $")
_LEAD = 50
_MOST_FOR_A_MACHINE = 100 * _MILLIARD


def check_sums_for_many(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a sum of money that is more for each of those counted before it than one can
    have: '68 hộ vay với số tiền 2.720 tỷ đồng'.

    Not flagged: things that may cost any sum (works, projects, enterprises); sums of which what is counted is no share.
    """
    for many, money in pairwise(prose_of(report)):
        amount, count = single(money.base_value), single(many.value)
        if money.base_unit != "đồng" or "/" in money.unit or money.change or not amount or not count:
            continue
        matched = match_unit(many.unit.split())
        most = _MOST_FOR_ONE.get(many.base_unit, _MOST_BY_KIND.get(matched[0].kind) if matched else None)
        if many.base_unit.startswith("máy "):
            most = _MOST_FOR_A_MACHINE
        lead = report.text[max(many.clause_start, many.start - _LEAD) : many.start]
        if (
            most is not None
            and _HELPED.search(lead)
            and not _OF_LAND_OR_LOANS.search(report.text, many.end, sentence_end(report.text, money.end, _LEAD))
        ):
            most = min(most, _MILLIARD)
        if most is not None and amount > most * count and _SUM_FOR.fullmatch(report.text, many.end, money.start):
            facts = {"amount": money.text, "things": many.text}
            related = (Span(many.start, many.end),)
            yield Finding("implausible-magnitude", "warning", Span(money.start, money.end), "many", facts, related)


_IS_WORTH = re.compile(r"trị giá|giá trị")  # what is spent on things may be little: 'tiêm 45 con bò, kinh phí ...'
_EXACT = 3  # digits of a sum that is no price of each
_Costs = tuple[Decimal, Decimal, Bounds]


def _bought(text: str, figures: Sequence[Figure], index: int) -> tuple[list[Figure], list[_Costs]]:
    """The counted things before a sum of money that is said to be their worth, and what each may cost at least and at
    most; nothing when one has no known price. Those who got them may stand between.
    """
    money, at = figures[index], index - 1
    if not _WORTH.fullmatch(text, figures[at].end, money.start):
        return [], []
    if at and _TO_WHOM.fullmatch(text, figures[at - 1].end, figures[at].start) and kind_of(figures[at].base_unit):
        at -= 1
    things = [figures[at]]
    for earlier in reversed(figures[max(index - 5, 0) : at]):
        if not _BESIDE.fullmatch(text, earlier.end, things[-1].start):
            break
        things.append(earlier)
    costs = [cheapest_and_dearest(text, one) for one in reversed(things)]
    known = [one for one in costs if one is not None]
    return (things[::-1], known) if len(known) == len(costs) else ([], [])


def _dearer_than_all(text: str, figures: Sequence[Figure], index: int, total: Decimal) -> Figure | None:
    """What one of many gets, in the same sentence, where it is more than the total of all."""
    money = figures[index]
    if not _TOTAL.search(text[max(0, money.start - 60) : money.start]):
        return None
    near = figures[max(index - 6, 0) : index]
    low = near[0].start if near else money.start
    start = max(text.rfind("\n", low, money.start), text.rfind(". ", low, money.start)) + 1
    near = [one for one in near if one.start >= start]
    each = [one for one in near if one.base_unit == "đồng" and "/" in one.unit]
    for one in each:
        matched = match_unit(one.unit.split("/")[1].split())
        many = matched is not None and any(
            other.base_unit == matched[0].base and (single(other.value) or 0) > 1 for other in near
        )
        if many and (single(one.base_value) or 0) > total:
            return one
    return None


def check_counts(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for more events, things or money than a body of that level can hold or give.

    Not flagged: reports whose level is not known, and of the nation; money of a level above, of projects.
    """
    level = _LEVELS.get(level_of_report(report) or "")
    if level is None:
        return
    for one in report.figures:
        most: Sequence[Decimal | int] | None = _MOST_OF_LEVEL.get(one.base_unit)
        amount = single(one.value)
        is_money = one.base_unit == "đồng" and "/" not in one.unit
        if is_money:
            most, amount = _MOST_MONEY, single(one.base_value)
        if most and amount is not None and amount > most[level] and not one.in_table and not one.change:
            clause = report.text[max(one.clause_start, one.start - 150) : min(one.clause_end, one.end + _CLAUSE)]
            if is_money and _OF_ABOVE.search(clause):
                continue
            facts = {"amount": one.text}
            yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "count", facts)


_TIMES = 100
_RISES = re.compile(
    r"(?:[^.;\d\n]{0,30}|\s*(?:\([^)]*\)|năm \d{4}),?\s*)(?<!\w)(?:lên|xuống|còn)(?: còn| đến| tới)?\s+"
)


def check_leaps(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for money that rises or falls a hundredfold in one sentence: 'từ 18,6 tỷ đồng lên
    23.900 tỷ đồng'.

    Not flagged: qualifiers; sums below a million, whose beginnings are small.
    """
    money = [one for one in prose_of(report) if one.base_unit == "đồng" and "/" not in one.unit]
    for one, other in pairwise(money):
        before, now = single(one.base_value), single(other.base_value)
        if not before or not now or not _FROM_WHAT.search(report.text, max(one.start - 16, 0), one.start):
            continue
        low, high = sorted((before, now))
        if high >= _TIMES * low >= _TIMES * _MILLION and _RISES.fullmatch(report.text, one.end, other.start):
            related = (Span(one.start, one.end),)
            facts = {"amount": other.text, "other": one.text}
            yield Finding("implausible-magnitude", "warning", Span(other.start, other.end), "leap", facts, related)


_FROM_WHAT = re.compile(r"(?<!\w)[Tt]ừ (?:mức |khoảng |gần |hơn |trên )?$")
