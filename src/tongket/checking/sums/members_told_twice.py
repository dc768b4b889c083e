"""How many members a body has, told at two places with two numbers (số thành viên của một tổ chức, hai nơi nói khác
nhau): 'Ban Thanh tra nhân dân (9 thành viên)', and further on 'cả 11 thành viên Ban Thanh tra nhân dân'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import prose_of
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

_HEADS = "Ban|BCĐ|Hội đồng|Tổ|Ủy ban|Uỷ ban|Đội|Câu lạc bộ|CLB|Tiểu ban"
_LEADING = "(?:Ban Chấp hành|BCH|Ban Thường vụ|BTV|Ban Thường trực|Thường trực|Ủy ban Kiểm tra|UBKT)"
_HAS = re.compile(
    rf"(?<!\w)(?P<name>(?:{_LEADING} )?(?:{_HEADS})(?:\s(?!(?:{_HEADS})\s)[^\W\d_]+){{0,9}}?)"
    r"(?:\s(?:hiện nay|hiện|đến nay|nay|đã|được|kiện toàn|thành lập|củng cố|bầu|ra mắt|mới))*"
    r"(?P<how>\s?\(|\s(?:có|gồm|gồm có|bao gồm|với))(?:\s(?:tổng số|tất cả|đủ))?\s?$"
)
_MEMBERS = r"thành viên|đồng chí|[uủ][yỷ] viên|người|vị"
_NOUN = re.compile(rf"\s(?P<noun>{_MEMBERS})(?!\w)")
_ALL_OF_IT = re.compile(r"\s?(?:[.,;:()\n]|$)|\s(?:sinh hoạt|do|trong đó|gồm|với|và|thuộc|hoạt động|là|làm|đang)(?!\w)")
_ANOTHER = re.compile(  # behind a name that goes on as that of another body, or of one below
    rf"\s(?:[{CAPITALS}\d]|(?:cấp|thôn|bản|ấp|xóm|khu|tổ|cơ sở|các|ở các|tại các|huyện|tỉnh|về|chỉ đạo|vận động"
    r"|và|cùng)(?!\w))"
)
_EVERY = re.compile(r"(?<!\w)(?:[Mm]ỗi|[Cc]ác|[Nn]hững|[Tt]ừng|[Bb]ình quân|[Mm]ột)\s$")
_ALL = re.compile(r"(?<!\w)(?:[Cc]ả|[Tt]oàn bộ|[Tt]ất cả)\s$")
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:đầu (?:năm|kỳ|nhiệm kỳ)|trước|cũ|khóa|quý|kỳ họp|dự kiến|phấn đấu|sẽ|bổ sung|thay thế|sáp nhập|sắp xếp"
    r"|nhiệm kỳ|kế hoạch|giai đoạn|còn|tăng|giảm|thêm|lúc|từ \d|ban đầu|cùng kỳ|đề nghị|quy định|tối đa|tối thiểu"
    r"|ít nhất|kiện toàn lại|(?:ngày|khi) thành lập)(?!\w)",
    re.IGNORECASE,
)
_BARE = frozenset(("ban", "hội đồng", "tổ", "đội", "ủy ban", "tiểu ban", "câu lạc bộ", "clb", "tổ công tác"))
_ASKS_OF_WHAT = frozenset(("ban chỉ đạo", "bcđ", "tổ giúp việc", "ban tổ chức", "ban quản lý", "ban giám sát"))
_LEVELS = "xã|phường|thị trấn|huyện|tỉnh|thành phố|thị xã|trường"
_OWN_LEVEL = re.compile(rf"(?:\s(?:cấp|của|toàn))?\s(?:{_LEVELS})$")
_BACK, _LONGEST = 130, 200  # letters before a number that name the body, and of its clause


@dataclass(frozen=True, slots=True)
class _Told:
    """How many members a body has, and where that is said; of which body, as it is called there."""

    name: str
    amount: Decimal
    place: Span


def check_members_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a body has so many members at one place and another number at the next:
    'Ban Thanh tra nhân dân có 9 thành viên', then 'Ban Thanh tra nhân dân (11 thành viên)'.

    Not flagged: other times, plans and tasks; members who only took part, unless they are more than there are; bodies
    whose name does not say which they are, or each of several.
    """
    first: dict[str, _Told] = {}
    denied: dict[str, Span] = {}
    for one in prose_of(report):
        told = _stated(report, one)
        if told is not None and first.setdefault(folded(told.name), told).amount != told.amount:
            denied.setdefault(folded(told.name), told.place)
    for name, place in _taking_part(report, first) if first else ():
        denied.setdefault(name, place)
    for name, place in denied.items():
        if not _is_vague(report.text, name):
            yield told_otherwise(report.text, place, first[name].place)


def _stated(report: Report, one: Figure) -> _Told | None:
    """What a number says of the members of a body: 'Ban ... có 9 thành viên'."""
    text, amount = report.text, single(one.value)
    noun = _NOUN.match(text, one.number_end)
    if noun is None or amount is None or amount < _FEWEST or is_hedged(one) or one.change or one.target:
        return None
    low = max(clause_start(text, one.start, _BACK), one.start - _BACK)
    has = _HAS.search(text, low, one.number_start)
    if has is None or not _ALL_OF_IT.match(text, noun.end()) or _is_of_another_time(report, one):
        return None
    if _EVERY.search(text, max(has.start() - 20, 0), has.start()) or tasks_of(report).touch(Span(one.start, one.end)):
        return None
    if has["how"].endswith("(") and noun["noun"] != "thành viên":
        return None  # '(3 đồng chí)' may tell who came from there
    return _Told(_OWN_LEVEL.sub("", has["name"]), amount, Span(has.start("name"), noun.end()))


def _is_of_another_time(report: Report, one: Figure) -> bool:
    """Whether the clause of a number speaks of another time than the report, or of what is to come."""
    text = report.text
    said = text[clause_start(text, one.start, _LONGEST) : clause_end(text, one.end, _LONGEST // 2)]
    own = (report.letterhead.date or "")[:4]
    return _OTHER_TIME.search(said) is not None or bool(set(YEAR_OF_NO_DAY.findall(said)) - {own})


_FEWEST = 3
_OF_A_BODY = re.compile(rf"\s(?:{_MEMBERS})(?:\scủa)?\s(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){{0,12}})")


def _taking_part(report: Report, stated: Mapping[str, _Told]) -> Iterator[tuple[str, Span]]:
    """The numbers of members behind which the name of their body stands, as far as they deny that it has so many."""
    text = report.text
    for one in prose_of(report):
        found = _OF_A_BODY.match(text, one.number_end)
        name = _longest_known(found["name"], stated) if found else ""
        if found is None or not name or _ANOTHER.match(text, end := found.start("name") + len(name)):
            continue
        amount = one.value.whole if isinstance(one.value, Share) else single(one.value)
        if amount is None or is_hedged(one) or one.change or one.target or _is_of_another_time(report, one):
            continue
        are_all = isinstance(one.value, Share) or _ALL.search(text, max(one.start - 12, 0), one.start) is not None
        has = stated[folded(name)].amount
        if amount > has or (are_all and amount != has):
            yield folded(name), Span(one.start, end)


def _longest_known(said: str, stated: Mapping[str, _Told]) -> str:
    """The most of the words with which something begins that are a name of those stated; "" where none are."""
    words = said.split()
    names = (said[: len(" ".join(words[:size]))] for size in range(len(words), 0, -1))
    return next((name for name in names if folded(name) in stated), "")


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
