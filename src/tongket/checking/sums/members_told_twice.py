"""How many members a body has, told at two places with two numbers (số thành viên của một tổ chức, hai nơi nói khác
nhau): 'Ban Thanh tra nhân dân (9 thành viên)', and further on 'cả 11 thành viên Ban Thanh tra nhân dân'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import prose_of, swapped
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.stops import clause_end, clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, folded
from tongket.vietnamese.years import YEAR_OF_NO_DAY

_UNIONS = r"Hội|Đoàn|Đảng bộ|Công đoàn"
_HEADS = rf"Ban|BCĐ|Hội đồng|Tổ|Ủy ban|Uỷ ban|Đội|Câu lạc bộ|CLB|Tiểu ban|{_UNIONS}"
_LEADING = r"(?:Ban Chấp hành|BCH|Ban Thường vụ|BTV|Ban Thường trực|Thường trực|Ủy ban Kiểm tra|UBKT)"
_NAME = rf"(?<!\w)(?P<name>(?:{_LEADING} )?(?P<head>{_HEADS})(?:\s(?!(?:{_HEADS})\s)[^\W\d_]+){{0,9}}?)"
_HAS = re.compile(
    rf"{_NAME}(?:\s(?:hiện nay|hiện|đến nay|nay|đã|được|kiện toàn|thành lập|củng cố|bầu|ra mắt|mới))*"
    r"(?P<how>\s?\(|\s(?:có|gồm|gồm có|bao gồm|với))(?:\s(?:tổng số|tất cả|đủ))?\s?$"
)
_TOTAL = re.compile(
    r"(?P<raised>(?:[Nn]âng|[Đđ]ưa)\s)?(?:[Tt]ổng số|[Ss]ố lượng|[Ss]ố)\s(?P<noun>[^\W\d_]+\sviên|đại biểu)\s(?:của\s)?"
    rf"{_NAME}"
    r"(?:\s(?:hiện nay|hiện|đến nay|nay|tính đến nay|đến cuối (?:kỳ|năm)))*\s(?:là|có|đạt)\s$"
)
_MEMBERS = ("thành viên", "đồng chí", "ủy viên", "uỷ viên", "người", "vị")
_NOUN = re.compile(
    r"\s(?P<noun>thành viên|đồng chí|[uủ][yỷ] viên|người|vị|hội viên|đoàn viên|đảng viên|đại biểu|hòa giải viên)(?!\w)"
)
_ALL_OF_IT = re.compile(r"\s?(?:[.,;:()\n]|$)|\s(?:sinh hoạt|do|trong đó|gồm|với|và|thuộc|hoạt động|là|làm|đang)(?!\w)")
_ANOTHER = re.compile(  # behind a name that goes on as that of another body, or of one below
    rf"\s(?:[{CAPITALS}\d]|(?:cấp|thôn|bản|ấp|xóm|khu|tổ|cơ sở|các|ở các|tại các|huyện|tỉnh|về|chỉ đạo|vận động)(?!\w))"
)
_EVERY = re.compile(r"(?<!\w)(?:[Mm]ỗi|[Cc]ác|[Nn]hững|[Tt]ừng|[Bb]ình quân|[Mm]ột)\s$")
_ALL = re.compile(r"(?<!\w)(?:[Cc]ả|[Tt]oàn bộ|[Tt]ất cả)\s$")
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:đầu (?:năm|kỳ|nhiệm kỳ)|trước|cũ|khóa|quý|kỳ họp|dự kiến|phấn đấu|sẽ|bổ sung|thay thế|sáp nhập|sắp xếp"
    r"|nhiệm kỳ|kế hoạch|giai đoạn|còn|tăng|giảm|thêm|lúc|từ \d|ban đầu|cùng kỳ|đề nghị|quy định|tối đa|tối thiểu"
    r"|ít nhất)(?!\w)",
    re.IGNORECASE,
)
_BARE = frozenset(
    (
        "ban",
        "hội đồng",
        "tổ",
        "đội",
        "đoàn",
        "hội",
        "ủy ban",
        "tiểu ban",
        "câu lạc bộ",
        "clb",
        "tổ công tác",
        "đoàn công tác",
    )
)
_ASKS_OF_WHAT = frozenset(("ban chỉ đạo", "bcđ", "tổ giúp việc", "ban tổ chức", "ban quản lý", "ban giám sát"))
_LEVELS = "xã|phường|thị trấn|huyện|tỉnh|thành phố|thị xã|trường"
_OWN_LEVEL = re.compile(rf"(?:\s(?:cấp|của|toàn))?\s(?:{_LEVELS})$")
_BACK, _LONGEST = 130, 200  # letters before a number that name the body, and of its clause


@dataclass(frozen=True, slots=True)
class _Told:
    """How many members a body has, and where that is said; of which body, as it is called there."""

    name: str
    is_union: bool
    is_total: bool
    noun: str
    amount: Decimal
    place: Span


def check_members_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a body has so many members at one place and another number at the next:
    'Ban Thanh tra nhân dân có 9 thành viên', then 'Ban Thanh tra nhân dân (11 thành viên)'.

    Not flagged: other times, plans and tasks; members who only took part, unless they are more than there are or their
    digits are turned; bodies whose name does not say which they are, or each of several.
    """
    stated: dict[str, list[_Told]] = defaultdict(list)
    for one in prose_of(report):
        for told in _stated(report, one):
            stated[folded(told.name)].append(told)
    for name, several in stated.items():
        if not _is_vague(report.text, name):
            yield from _denied(report, several)


def _denied(report: Report, several: list[_Told]) -> Iterator[Finding]:
    first, *others = several
    if first.is_union:  # what it 'has', the check of stocks compares
        others = [one for one in others if one.is_total != first.is_total]
    others = [one for one in others if one.noun == first.noun and one.amount != first.amount]
    others.extend(_taking_part(report, first))
    if others:
        yield told_otherwise(report.text, others[0].place, first.place)


def _stated(report: Report, one: Figure) -> Iterator[_Told]:
    """What a number says of the members of a body: 'Ban ... có 9 thành viên', 'tổng số hội viên Hội là 412 người'."""
    text, amount = report.text, single(one.value)
    noun = _NOUN.match(text, one.number_end)
    if noun is None or amount is None or amount < _FEWEST or is_hedged(one) or one.change or one.target:
        return
    low = max(clause_start(text, one.start, _BACK), one.start - _BACK)
    total = _TOTAL.search(text, low, one.number_start)
    has = total or _HAS.search(text, low, one.number_start)
    if has is None or not _ALL_OF_IT.match(text, noun.end()) or _is_of_another_time(report, one):
        return
    if _EVERY.search(text, max(has.start() - 20, 0), has.start()) or tasks_of(report).touch(Span(one.start, one.end)):
        return
    counted, is_union = noun["noun"], re.fullmatch(_UNIONS, has["head"]) is not None
    if total is not None:
        counted = total["noun"]
        if total["raised"]:
            return
    elif has["how"].endswith("(") and (is_union or counted not in _MEMBERS[:1]):
        return  # '(3 đồng chí)' may tell who came from there
    if is_union == (counted in _MEMBERS):
        return
    counted = _MEMBERS[0] if counted in _MEMBERS else counted
    place = Span(has.start("name"), noun.end())
    yield _Told(_OWN_LEVEL.sub("", has["name"]), is_union, total is not None, counted, amount, place)


def _is_of_another_time(report: Report, one: Figure) -> bool:
    """Whether the clause of a number speaks of another time than the report, or of what is to come."""
    text = report.text
    said = text[clause_start(text, one.start, _LONGEST) : clause_end(text, one.end, _LONGEST // 2)]
    own = (report.letterhead.date or "")[:4]
    return _OTHER_TIME.search(said) is not None or bool(set(YEAR_OF_NO_DAY.findall(said)) - {own})


def _taking_part(report: Report, told: _Told) -> Iterator[_Told]:
    """The numbers of members of the same body behind which its name stands, as far as they deny that it has so many."""
    text = report.text
    nouns = "|".join(map(re.escape, _MEMBERS if told.noun == _MEMBERS[0] else (told.noun,)))
    behind = re.compile(rf"\s(?:{nouns})(?:\scủa)?\s{re.escape(told.name)}(?!\w)", re.IGNORECASE)
    for one in prose_of(report):
        found = behind.match(text, one.number_end)
        if found is None or _ANOTHER.match(_OWN_LEVEL_BEHIND.sub("", text[found.end() : found.end() + _LEVEL])):
            continue
        amount = one.value.whole if isinstance(one.value, Share) else single(one.value)
        if amount is None or is_hedged(one) or one.change or one.target or _is_of_another_time(report, one):
            continue
        all_ = isinstance(one.value, Share) or _ALL.search(text, max(one.start - 12, 0), one.start) is not None
        if (all_ and amount != told.amount) or amount > told.amount or _is_turned(amount, told.amount):
            yield _Told(told.name, told.is_union, False, told.noun, amount, Span(one.start, found.end()))


def _is_turned(one: Decimal, other: Decimal) -> bool:
    return other >= _THREE_DIGITS and swapped(one, other)


_FEWEST, _THREE_DIGITS = 3, 100
_OWN_LEVEL_BEHIND = re.compile(r"^(?:\s(?:cấp|của|toàn))?\s(?:{_LEVELS})(?!\w)")
_LEVEL = 40  # letters behind a name


def _is_vague(text: str, name: str) -> bool:
    """Whether a name does not say which body it is: 'tổ công tác'; 'Ban Chỉ đạo', where there are several."""
    if name in _BARE:
        return True
    if name not in _ASKS_OF_WHAT:
        return False
    named = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text.lower())
    return any(_OF_WHAT.match(text, found.end()) for found in named)


_OF_WHAT = re.compile(
    rf"\s(?:[{CAPITALS}\d]|(?:thực hiện|phòng|xây dựng|cải cách|chuyển đổi|công tác|các|về|huyện|tỉnh)(?!\w))"
)
CHECKS = (check_members_told_twice,)
