"""Numbers that cannot well be meant (độ lớn bất thường): lost zeros, parts above wholes, people fewer than meetings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.numbers import shown, single
from tongket.checking.evidence.spans import Starts
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

IMPLAUSIBLE_MAGNITUDE = Kind(
    name="implausible-magnitude",
    title=N_("Implausible size"),
    meaning=N_(
        "A number is far from what its own report or plain knowledge allows: money for a whole unit below one million "
        "đồng, a part larger than what it is part of, fewer people than meetings, more units than there are."
    ),
    example="Quỹ 'Vì người nghèo' toàn xã hằng năm vận động hơn 200.000 đồng.",
    not_flagged=N_(
        "Small sums per person or household, plan figures above 100% ('đạt 105% kế hoạch'), 10 to 1,000 people a "
        "meeting, zero."
    ),
    severities=("error", "warning", "info"),
    cases={
        "money": Case(
            N_("{amount} for a whole unit is too little: zeros or the unit (nghìn, triệu) may be lost."),
            N_("Check the ledger and correct the amount."),
        ),
        "fund": Case(
            N_("{amount} beside {other} for the same fund: zeros or the unit (nghìn, triệu) may be lost."),
            N_("Check the ledger and correct the amount, or say which period each covers."),
        ),
        "subset": Case(
            N_("'{label}' ({amount}) is more than '{whole}' ({of})."),
            N_("Check both; where the first counts attendances (lượt người), say so."),
        ),
        "admitted": Case(
            N_("More were admitted ({amount}) than introduced ({of})."),
            N_("Check both; they may be of different periods."),
        ),
        "stage": Case(
            N_("{amount} ('{label}') come out of {of} ('{whole}'): more than went in."),
            N_("Check both numbers, and whether both count the same."),
        ),
        "opinions": Case(N_("Only {amount} for {of} meetings ('{whole}')."), N_("Check both numbers.")),
        "units": Case(
            N_("'{label}' counts units of this level; this unit is one, not {amount}."),
            N_("Check what was counted (people, hamlets?), and enter the number of units."),
        ),
        "attendance": Case(N_("{people} at {meetings}: {mean} a meeting."), N_("Check both numbers.")),
        "household": Case(N_("{people} in {households}: {mean} a household."), N_("Check both numbers.")),
        "each": Case(
            N_("{amount} for one ({thing}) is far more or less than one can have: the unit or zeros may be wrong."),
            N_("Check the amount and its unit (nghìn, triệu, tỷ)."),
        ),
        "price": Case(
            N_("{amount} for {things} is far above what such things cost."),
            N_("Check the amount and its unit (nghìn, triệu, tỷ)."),
        ),
        "many": Case(
            N_("{amount} for {things} is more for each of them than one can have."),
            N_("Check the amount and its unit (nghìn, triệu, tỷ)."),
        ),
        "cheap": Case(
            N_("{amount} for {things} is far below what so many cost or get."),
            N_("Check the amount and its unit (nghìn, triệu, tỷ)."),
        ),
        "much": Case(
            N_("{amount} for {things} is far above what so many get."),
            N_("Check the amount and its unit (nghìn, triệu, tỷ)."),
        ),
        "members": Case(
            N_("{members} in {groups}: {mean} in each, far more than such a group has."), N_("Check both numbers.")
        ),
        "total": Case(
            N_("A total of {amount} is less than what one gets ({each})."),
            N_("Check the total and its unit (nghìn, triệu, tỷ)."),
        ),
        "dimension": Case(
            N_("'{thing}' is not measured in such a unit: {amount}."),
            N_("Check whether the measure or its unit is meant otherwise."),
        ),
        "measure": Case(
            N_("{thing}: {amount} is hardly possible: the unit, a comma or zeros may be wrong."),
            N_("Check the number and its unit."),
        ),
        "count": Case(
            N_("{amount} is more than a body of this level can have: zeros may be too many."), N_("Check the number.")
        ),
        "leap": Case(
            N_("From {other} to {amount}: more than a hundredfold. The unit or zeros may be wrong."),
            N_("Check both amounts and their units (nghìn, triệu, tỷ)."),
        ),
        "part": Case(N_("The part ({label}) is more than its whole ({whole})."), N_("Check both numbers.")),
        "order": Case(N_("The lowest ({low}) is more than the highest ({high})."), N_("Check both numbers.")),
        "mean-above": Case(N_("The mean ({mean}) is more than the highest ('{other}')."), N_("Check both numbers.")),
        "mean-below": Case(N_("The mean ({mean}) is less than the lowest ('{other}')."), N_("Check both numbers.")),
        "words": Case(
            N_("In figures {figures}, in words '{words}'."), N_("Check which is meant, and write both alike.")
        ),
        "zeros": Case(
            N_("{total} for {count} make {true} each, not {mean}: zeros are too many or too few, or a comma is wrong."),
            N_("Check the three numbers and correct the wrong one."),
        ),
        "share": Case(N_("A share of {pct}% is more than the whole."), N_("Check the percentage.")),
        "share-or-more": Case(
            N_("No share is more than {pct}%, so that '{pct}% or more' says no more than all."),
            N_("Write '{pct}%', or the aim that was meant."),
        ),
        "telephone": Case(
            N_("The telephone number {number} has {digits} digits; numbers of its kind have {right}."),
            N_("Check the number and correct it."),
        ),
        "old-telephone": Case(
            N_("The telephone number {number} has a code of before 2017 or 2018, which is no longer reached."),
            N_("Check the number and correct it."),
        ),
        "chainage": Case(
            N_("'{printed}': between these two chainages lie {true}."), N_("Check both chainages and the length.")
        ),
        "chainage-backwards": Case(
            N_("'{printed}' runs backwards, and all other stretches forward."), N_("Check both chainages.")
        ),
        "comma": Case(
            N_("'{here}': a comma parts decimals, and whole things have none."),
            N_("Write '{right}', or check the number."),
        ),
        "decimals": Case(
            N_("'{here}': what is counted by '{unit}' has no parts."), N_("Check the number, or say that it is a mean.")
        ),
        "clock": Case(N_("No clock shows {printed}."), N_("Check the time and correct it.")),
    },
)
KINDS = (IMPLAUSIBLE_MAGNITUDE,)
_COLLECTIVE = re.compile(
    r"toàn (?:xã|phường|huyện|tỉnh|thị trấn|đặc khu)|vận động|huy động|quyên góp|ủng hộ|đóng góp|giải ngân|[Qq]uỹ"
    r"|tổng (?:kinh phí|số tiền|giá trị|vốn)|dự toán|ngân sách"
)
_EACH = re.compile(r"/|[Mm]ỗi|[Tt]ừng|[Mm]ức|[Đđ]ịnh mức|một suất|[Bb]ình quân|suất")
# What one case owes, gives back or is fined for is of any size, whatever budget it goes to.
_OF_A_CASE = re.compile(
    r"(?<!\d)0?1 (?:trường hợp|người|hộ|cá nhân|đối tượng|hồ ?sơ|cơ sở|vụ)(?!\w)|[Tt]hu hồi|[Hh]oàn (?:trả|lại)"
    r"|[Cc]hênh lệch|nộp (?:trả|lại|phạt)|[Pp]hạt"
)
# What comes in, goes out and is left in an account of a small fund is of any size
_ACCOUNT = re.compile(
    r"(?<!\w)(?:[Tt]hu|[Vv]ận động)(?!\w)[^\n]{1,300}?(?<!\w)chi(?!\w)[^\n]{1,200}?(?<!\w)(?:tồn|còn|dư)(?!\w)"
)
# What one giver gave at least or at most
_BOUND = re.compile(
    r"(?:[Tt]ối (?:thiểu|đa)|[Íí]t nhất|[Nn]hiều nhất|[Tt]hấp nhất|[Cc]ao nhất)(?: (?:là|cũng))?(?= \d|\s*$)"
)
_FACTOR, _FACTOR_BEHIND = re.compile(r"[x×*]\s?$"), re.compile(r"\s?[x×*]\s?\d")  # '3.120 ngày công x 250.000 đồng'
_BOUNDS = 16  # letters of these words
_TO_ONE = re.compile(r"[(,;:] ?(?:tập thể|cá nhân|gia đình|hộ|người)(?: là)? $")  # '(cá nhân 350.000 đồng)'
_LEAST = Decimal(1_000_000)
_WIDE = 300  # letters before a clause in which the rest of an account stands
_CLAUSE = 1000  # letters of a clause that are read on either side


def check_money(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for money of a whole unit or fund below one million đồng, or a hundredth of what
    the same fund shows elsewhere.

    Not flagged: amounts per person, household or gift; targets; tables whose unit stands in the head.
    """
    money = [one for one in report.figures if _is_money(one) and not one.in_table]
    named: dict[str, list[Figure]] | None = None
    collective = Starts(_COLLECTIVE, report.text)
    for one in money:
        amount = single(one.base_value) or Decimal(0)
        low, high = max(one.clause_start, one.start - _CLAUSE), min(one.clause_end, one.end + _CLAUSE)
        if not collective.may_lie_in(low, high):
            continue
        near = report.text[max(one.clause_start, one.start - 80) : one.end + 12]
        if (
            _EACH.search(one.unit)
            or _EACH.search(near)
            or _OF_A_CASE.search(report.text, max(one.start - 80, 0), one.start)
            or _BOUND.search(report.text, max(one.start - _BOUNDS, 0), one.start + _BOUNDS)
            or _TO_ONE.search(report.text, max(one.start - _BOUNDS, 0), one.start)
            or _FACTOR.search(report.text, max(one.start - 3, 0), one.start)
            or _FACTOR_BEHIND.match(report.text, one.end)
            or not _COLLECTIVE.search(report.text[low:high])
            or _ACCOUNT.search(report.text, max(low - _WIDE, 0), high)
        ):
            continue
        if named is None:
            named = _by_fund(report.text, money)
        larger = next((other for other in named.get(_fund(report.text, one), ()) if other is not one), None)
        place = Span(one.start, one.end)
        if larger and (single(larger.base_value) or 0) >= 100 * amount:
            facts = {"amount": one.text, "other": larger.text}
            related = (Span(larger.start, larger.end),)
            yield Finding("implausible-magnitude", "error", place, "fund", facts, related)
        elif amount < _LEAST:
            yield Finding("implausible-magnitude", "error", place, "money", {"amount": one.text})


_THOUSANDS = re.compile(r"\s(?:nghìn|ngàn)$")


def _is_money(one: Figure) -> bool:
    """Whether a number is of money; of bare thousands, which count anything, it is not sure: 'chỉ 5,5 nghìn'."""
    return one.base_unit == "đồng" and bool(single(one.base_value)) and not _THOUSANDS.search(one.text)


_FUND = re.compile(r"[Qq]uỹ\s+[“\"*]*([^”\"*\n,.;:]{4,40})")


def _by_fund(text: str, money: Sequence[Figure]) -> dict[str, list[Figure]]:
    """The first two sums of each fund that is named, without what single persons gave to it."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for one in money:
        name = "" if _EACH.search(one.unit) else _fund(text, one)
        if name and len(found[name]) < 2:
            found[name].append(one)
    return found


def _fund(text: str, figure: Figure) -> str:
    """The fund that the sentence of a sum names last before it, folded; "" without one."""
    sentence = text[max(0, figure.start - 200) : figure.end]
    found = _FUND.findall(sentence.rsplit("\n", 1)[-1])
    return key(found[-1]) if found else ""


def check_shares(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a share above 100%: 'chiếm 112%', 'tỷ lệ học sinh chuyên cần 104,6%'.

    Not flagged: percentages of a plan, a capacity or an earlier value; gross rates of going to school, which count
    pupils of every age.
    """
    for one in report.figures:
        value = single(one.value)
        if one.unit != "%" or value is None or value < _ALL or one.change:
            continue
        if value == _ALL and one.qualifier != _OR_MORE:
            continue
        before = report.text[max(0, one.start - 30) : one.start]
        covered = _COVERED.search(report.text, max(0, one.start - _OF_WHOM), one.start)
        of_all = re.search(r"chiếm(?: tỷ lệ| tỉ lệ)?\s*$", before) or (
            (covered or _OF_ALL.match(report.text, one.end)) and not _may_pass(report.text, one, covered)
        )
        if of_all:
            case = "share" if value > _ALL else "share-or-more"
            yield Finding("implausible-magnitude", "error", Span(one.start, one.end), case, {"pct": shown(value)})


_ALL = 100
_OR_MORE = "trở lên"  # 'đạt 100% trở lên'
_OF_WHOM = 150  # letters before a rate in which those are named whose share it is
_COVERED = re.compile(
    r"(?<!\w)[Tt](?:ỷ|ỉ) lệ (?:(?:bao|che) phủ|diện tích|chuyên cần|hài lòng|đúng hạn|tốt nghiệp|lên lớp|tiêm"
    r"|(?:số )?(?:hộ|người|trẻ|học sinh|dân|thôn|bản|xã|cử tri|đảng viên|hội viên|đoàn viên|phụ nữ|lao động|hồ sơ|đơn"
    r"|rác|chất thải|trường|trạm)(?!\w))(?:[^.;:%\d\n]|(?<= )\d{1,2}(?= (?:tuổi|tháng|bậc|mũi))"
    r"|(?<=tuổi )\d{1,2}(?: ?[-–] ?| đến )\d{1,2}){0,110}:?\s*$"
)
_OF_ALL = re.compile(
    r" (?:(?:tổng )?số |các )?(?:hộ|người dân|nhân dân|trẻ em|học sinh|cử tri|đảng viên|hội viên|đoàn viên|cán bộ"
    r"|công chức|giáo viên|chi bộ|thôn|xã)(?!\w)"
)
_REST = re.compile(r"[^.;,\n]{0,60}")
_MAY_PASS = re.compile(
    r"(?<!\w)(?:[Kk]ế hoạch|[Cc]hỉ tiêu|KH|[Dd]ự toán|vượt|[Tt]ăng|[Gg]iảm|[Ss]o(?: với)?|cùng kỳ"
    r"|[Hh]oàn thành(?! (?:tốt |xuất sắc )?(?:chương trình|nhiệm vụ))"
    r"|thực hiện|[Gg]iải ngân|giao|[Hh]uy động|mục tiêu|nghị quyết(?! của)|đăng ký|gấp|bằng|trên(?! địa bàn)"
    r"|công suất|định mức|biên chế|ra lớp|nhập học|đi học chung)(?!\w)"
)


def _may_pass(text: str, one: Figure, covered: re.Match[str] | None) -> bool:
    """Whether the words around a rate make it one of a plan or of an earlier value, which may be more than all."""
    rest = _REST.match(text, one.end)
    low = max(one.clause_start, one.start - _OF_WHOM)
    near = (text[low : one.start], covered[0] if covered else "", rest[0] if rest else "")
    return any(_MAY_PASS.search(said) for said in near)


_MEETING = re.compile(r"^(?:cuộc|hội nghị|buổi|lớp|đợt|phiên|điểm|lượt điểm)\b")
_PEOPLE = re.compile(r"^(?:lượt )?(?:người|cử tri|đại biểu|hội viên|đoàn viên|nhân dân|học viên|cán bộ)\b")


def check_means(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where neighbours in a clause give an absurd mean, of a meeting or household.

    Not flagged: 1 to 3,000 people a meeting, 1,2 to 12 people a household.
    """
    for one, other in pairwise(report.figures):
        case = _mean_case(one.unit, other.unit)
        if not case or one.in_table or other.in_table or other.start - one.end > 60:
            continue
        if _PLACES.match(report.text, one.end):
            continue  # '02 điểm trạm', '05 điểm trường': of a year
        if (one.change is None) != (other.change is None):
            continue  # 'tăng 139 hộ; số người tham gia từ 6.667 người'
        first, second = single(one.value), single(other.value)
        if case == "household" and (one.qualifier or (second or 0) < _HOUSEHOLDERS):
            continue  # 'trên 150 hộ được bố trí 01 người': who serves them does not live in them
        if not first or second is None or "\n" in report.text[one.end : other.start]:
            continue
        if case == "household" and _OF_OTHERS.search(report.text, one.end, other.start):
            continue
        mean = second / first
        low, high = _MEANS[case]
        if not low <= mean <= high:
            facts = {"people": other.text, "mean": shown(round(mean, 1)), _COUNTED[case]: one.text}
            yield Finding("implausible-magnitude", "warning", Span(one.start, other.end), case, facts)


_MEANS = {"attendance": (Decimal(1), Decimal(3000)), "household": (Decimal("1.2"), Decimal(12))}
_HOUSEHOLDERS = 5
_PLACES = re.compile(r" (?:trạm|trường|bưu điện|khám|tiêm|tập kết|du lịch)(?!\w)")
_OF_OTHERS = re.compile(
    r"[,;][^\d]*(?<!\w)cho\s*$|\. "
)  # 'hỗ trợ cho 204 hộ, khám bệnh cho 67 người'; another sentence
_COUNTED = {"attendance": "meetings", "household": "households"}
_MEMBERS = frozenset(("nhân khẩu", "khẩu", "người"))


def _mean_case(unit: str, of: str) -> str:
    """Which mean the units of two neighbours give, people a meeting or a household; "" where none."""
    if unit == "hộ":
        return "household" if of in _MEMBERS else ""
    return "attendance" if _MEETING.match(unit) and _PEOPLE.match(of) else ""
