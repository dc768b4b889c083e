"""How many hamlets, communes or cells a unit has, by the fractions that are told of all of them (mẫu số của n/m thôn).

    'Xã có 9 thôn', and further on '10/10 thôn có nhà văn hóa'; '7/9 thôn', '9/9 thôn', and once '8/10 thôn'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. What a unit is divided into stays
the same throughout its report.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.asides import main_line
from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.told import is_plain
from tongket.checking.sums.stocks_told_twice import stated_stocks
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_DIVIDE = re.compile(
    r"(?:thôn|bản|ấp|làng|xóm|buôn|khu phố|tổ dân phố|khu dân cư|xã|phường|huyện|chi bộ|chi hội|chi đoàn|tỉnh)"
    r"(?:, (?:bản|làng|xóm|buôn|thị trấn|phường|tổ dân phố|thành phố|thị xã|đặc khu|khu phố))*(?: trực thuộc)?"
)
_OF_ALL = re.compile(
    r"\s?(?:[.,;:)]|\n|$|\(|(?:đều|đã|có|đạt|được|hoàn thành|tổ chức|thành lập|đăng ký|duy trì|xây dựng|triển khai"
    r"|thực hiện|công nhận|ban hành|trên địa bàn|trong (?:toàn )?(?:xã|phường|huyện|tỉnh)|trực thuộc)(?!\w))"
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:trước|cùng kỳ|năm (?:19|20)\d\d|sau (?:khi )?(?:sáp nhập|sắp xếp)|đầu (?:năm|nhiệm kỳ)|giai đoạn"
    r"|nhiệm kỳ|khi (?:đó|mới)|cụm|khối|từng|mỗi)(?!\w)",
    re.IGNORECASE,
)
_NOW = re.compile(r"(?<!\w)(?:đến nay|hiện nay|hiện có|hiện)(?!\w)")
_FEWEST = 5  # of which a unit of some size has more
_FEW = 2  # by which a number may be off and still be meant for all
_OFTEN = 2  # fractions of one whole, beside one of another
_SENTENCE = 160  # letters before a fraction in which its time is told


@dataclass(frozen=True, slots=True)
class _Of:
    """A fraction of all of a kind: the number of all, and where it stands."""

    whole: Decimal
    figure: Figure

    @property
    def place(self) -> Span:
        """Where the fraction is printed."""
        return Span(self.figure.start, self.figure.end)


def check_wholes_of_shares(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a fraction of all hamlets, communes or cells has another whole than the
    number that the unit is said to have of them, or than the other fractions.

    Not flagged: wholes that are off by more than a slip, which are of some; fractions that are narrowed ('5/5 thôn vùng
    cao'); other times.
    """
    shares: dict[str, list[_Of]] = defaultdict(list)
    for one in prose_of(report):
        if isinstance(one.value, Share) and _DIVIDE.fullmatch(one.unit) and _is_of_all(report.text, one):
            shares[one.unit.removesuffix(" trực thuộc")].append(_Of(one.value.whole, one))
    if not shares:
        return
    stocks = {unit: (amount, place) for (_, _, unit), amount, place in reversed(stated_stocks(report))}
    for unit, told in shares.items():
        base = stocks.get(unit) or _usual(told)
        if base is None:
            continue
        amount, place = base
        other = next((it for it in told if it.whole != amount >= _FEWEST and abs(it.whole - amount) <= _FEW), None)
        if other is not None:
            yield told_otherwise(report.text, other.place, place)


def _usual(told: list[_Of]) -> tuple[Decimal, Span] | None:
    """The whole that nearly all fractions have, and the first of them; None where there is none."""
    (whole, times), *others = Counter(one.whole for one in told).most_common()
    if times < _OFTEN or not others or sum(count for _, count in others) > 1:
        return None
    return whole, next(one.place for one in told if one.whole == whole)


def _is_of_all(text: str, one: Figure) -> bool:
    low = clause_start(text, one.start, _SENTENCE)
    low = max((now.end() for now in _NOW.finditer(text, low, one.start)), default=low)
    return _OF_ALL.match(text, one.end) is not None and not _OTHER_TIME.search(text, low, one.start)


_BESIDE = re.compile(r"[,;:](?: trong đó)?(?:,? (?:(?:đã|hiện) )?có)? ")
_IN_ALL = re.compile(
    r"(?<!\w)(?:có|gồm|với|[Tt]ổng số|[Tt]rong(?: tổng số| số)?|[Tt]hực hiện|[Gg]iao|[Đđ]ề ra)(?: đủ| cả)? $"
)


def check_wholes_beside_shares(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a fraction has another whole than the number right before it: 'thực hiện
    11 chỉ tiêu, có 16/18 chỉ tiêu đạt'.

    Not flagged: numbers that are not told as all there are; fractions that are narrowed.
    """
    for share in prose_of(report):
        if not isinstance(share.value, Share) or not share.unit or share.unit == "%":
            continue
        whole = next(iter(main_line(report, share)[-1:]), None)
        if whole is None or not is_plain(whole) or whole.unit != share.unit or amount(whole) == share.value.whole:
            continue
        if whole.change or whole.target or not _OF_ALL.match(report.text, share.end):
            continue
        beside = _BESIDE.fullmatch(report.text, whole.end, share.start)
        if beside and _IN_ALL.search(report.text, max(whole.start - 20, 0), whole.number_start):
            yield told_otherwise(report.text, Span(share.start, share.end), Span(whole.start, whole.end))


CHECKS = (check_wholes_of_shares, check_wholes_beside_shares)
