"""Lists whose whole stands farther off (danh sách thành phần của một số đã nêu trước): before other numbers, a sentence
earlier, in a share, or behind the last item.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise
from operator import attrgetter

from tongket.checking.evidence.flows import is_account
from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    chance_of_sum,
    counts_alike,
    ends_between,
    prose_of,
    terms_of,
)
from tongket.checking.evidence.numbers import rounding, single
from tongket.checking.evidence.told import is_plain
from tongket.checking.sums.no_parts import is_done_beside_open
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.divisions import overlaps
from tongket.vietnamese.unicode import CAPITALS

_OPENS = re.compile(
    r"(?<!\w)(?:[Tt]rong đó|[Gg]ồm|[Bb]ao gồm|[Cc]hia (?:ra|theo)|[Pp]hân (?:theo|loại|ra)|[Cc]ụ thể|[Ll]ần lượt"
    r"|[Cc]ơ cấu|[Xx]ếp loại)(?!\w)|[:(]"
)
_DIVIDES = re.compile(
    r"(?<!\w)(?:(?:[Gg]ồm|[Bb]ao gồm|[Cc]hia (?:ra|theo)|[Pp]hân (?:theo|loại|ra)|[Cc]ụ thể|[Ll]ần lượt|[Cc]ơ cấu"
    r"|[Xx]ếp loại)(?!\w)|[Tt]heo [^.;\d\n]{2,40}?(?::|, (?:có|gồm)(?!\w)))"
)
_REST = re.compile(r"(?<!\w)(?:khác|còn lại|còn(?: dư| thiếu| nợ)?|chưa|không|chỉ|dư|đang|yếu|kém)(?!\w)")
_TOTAL = re.compile(
    r"(?<!\w)(?:[Tt]ổng(?: cộng| số)?|[Cc]ộng(?: cả)?|[Tt]ất cả|[Cc]ả (?:hai|ba|bốn|năm)|[Tt]ính chung"
    r"|[Tt]oàn (?:trường|xã|phường|huyện|thị trấn|thành phố|tỉnh|ngành|khối|cơ quan|đơn vị|Đảng bộ|đảng bộ))(?!\w)"
    r"(?:[^.;(\d\n]|\([^()\d\n]*\)){0,70}$"
)
_NESTED = re.compile(
    r"(?<!\w)(?:[Tt]rong đó|[Rr]iêng|nữ|đảng viên là|[Tt]ăng|[Gg]iảm|so với|cùng kỳ|năm trước|[Kk]ế hoạch|[Bb]ình quân"
    r"|cao nhất|thấp nhất|[Mm]ức|[Dd]ự toán)(?!\w)"
)
_PICKS = re.compile(r"(?<!\w)(?:[Cc]hủ yếu|[Tt]iêu biểu|[Nn]ổi bật|[Đđ]iển hình|[Nn]hư|[Nn]hất là|v\.v)(?!\w)|\.\.\.|…")
_OVERLAPS = re.compile(r"(?<!\w)(?:[Mm]ột [^\W\d_]+ có thể|[Tt]rùng|[Đđ]ồng thời|[Ll]ồng ghép)(?!\w)")
_CLAUSE = re.compile(r"[.;!?]\s|\n")
_CLAUSES = re.compile(r"[.,;:]\s|\n")
_TAIL = re.compile(r"[^.;\n]{0,30}(?:\.\.\.|…)?")
_OWN_RATE = re.compile(
    r",?\s(?:tăng|giảm|đạt|bằng|chiếm|vượt)(?: gần| hơn| trên| khoảng)?\s[\d.,]+\d\s?%(?: về \w+)?"
    r"(?: (?:so (?:với )?)?(?:tổng|cùng kỳ|kế hoạch|KH|dự toán|năm)(?: (?:năm|trước|giao|cùng kỳ|\d{4}))*(?!\w))?"
)  # of a part: 'khai thác 74.886 tấn, tăng 0,13% so với cùng kỳ năm trước, nuôi trồng ...'
_BRACKETS = re.compile(r"\([^()]*\)")
_ASIDE = re.compile(
    r"(?<!\w)(?:so với|so|cùng kỳ|năm trước|năm ngoái|[Kk]ế hoạch|KH|[Cc]hỉ tiêu|[Dd]ự toán)(?!\w)[^.;,\n]{0,45}$"
)
_COLON = re.compile(r"[^.;,:\d\n]{0,25}:\s")  # 'điều dưỡng cho 3.612 người: tập trung ..., tại nhà ...'
_HEAD = re.compile(r"[^\W\d_]+")
# In a text that lost its lines, the next matter: 'Quản lý: 84 người - Giáo viên: 586; hát nhạc: 26'
_ITEM = re.compile(rf" [-–] [{CAPITALS}][^.;:\d\n]{{1,40}}:\s?\d")
_OTHERS = re.compile(r"[;,]\s(?P<count>\d{1,3}) ")
_PLUS, _MINUS = re.compile(r"\n[ \t]*\+"), re.compile(r"\n[ \t]*[-–]")
_CLASSES = frozenset(("khối", "cấp", "nhóm", "loại", "đợt", "nguồn", "hạng", "diện"))  # nouns that divide a whole
_WIDE = 200  # letters between two items
_WHOLES = 6  # numbers before a list among which its whole may stand
_FAR = 420  # letters
_MOST = 40  # numbers in a row that are a list: of more, some make any other
_TELLING = 20  # smaller numbers are made by others of the same list by chance
_LEAST = 3  # parts that show an order of their own
_SAID, _LIKELY = 0.3, 0.012  # chance that a slip is none, where the words divide a whole and where they do not
_CLOSE = 8  # a list may miss its whole by that part of it, or be a slip of many digits
_RARE = 0.0025  # chance that slips of numbers of five digits are none


@dataclass(frozen=True, slots=True)
class _Listed:
    """Numbers that may be the parts of another one: ``of`` is its amount, the whole of a share among them."""

    whole: Figure
    of: Decimal
    parts: tuple[Figure, ...]
    behind: bool = False  # the whole closes the list

    @property
    def added(self) -> Decimal:
        """What the parts make."""
        return sum((amount(one) for one in self.parts), Decimal(0))

    @property
    def finding(self) -> Finding:
        """That they do not make the whole."""
        like = self.parts[0] if isinstance(self.whole.value, Share) else self.whole
        return sum_mismatch(self.whole, self.of, self.parts, self.added, like=like)


def check_lists_near(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where numbers told one after the other make, but for a slip of the pen, a number of their
    unit that stands before or behind them: 'kết nạp 227 đồng chí, đạt 108,1%. Phân theo khu vực: nông thôn 128 đồng
    chí, cơ quan 61, doanh nghiệp 7, lực lượng vũ trang 21 đồng chí'.

    Not flagged: more than forty numbers in a row; lists of which some items in a row make a number near them; those
    that pick some out or overlap; accounts of what came and went; totals of two times, of which one is right;
    slips that chance may have made.
    """
    linked = [link for link in report.figure_links if link.kind == "parts"]
    taken = {report.figures[index].start for link in linked for index in link.by}
    figures = prose_of(report)
    for run in _runs(report, figures, taken):
        found = _check_run(report, figures, run) if len(run) <= _MOST else None
        if found is not None and not is_done_beside_open(report.text, found.whole, found.parts):
            yield found.finding


def _runs(report: Report, figures: Sequence[Figure], taken: set[int]) -> Iterator[list[Figure]]:
    """Two numbers or more of one unit told one after the other, with what else is told of each between them."""
    held: list[list[Figure]] = []
    for one in figures:
        if isinstance(one.value, Share):  # begins another matter: '14 vụ đang giải quyết. Thi hành 12/15 vụ, còn 3 vụ'
            ended = [
                run for run in held if counts_alike(one, run[0]) and _CLAUSE.search(report.text, run[-1].end, one.start)
            ]
            held = [run for run in held if run not in ended]
            yield from (run for run in ended if len(run) > 1)
        if not _is_term(one) or one.start in taken or _is_aside(report.text, one):
            continue
        open_runs = [run for run in held if one.start - run[-1].end < _WIDE]
        for run in held:
            if run not in open_runs and len(run) > 1:
                yield run
        held = open_runs
        of_unit = [run for run in held if counts_alike(one, run[0])]
        if of_unit and _is_joined(report, of_unit[-1][-1].end, one.start):
            of_unit[-1].append(one)
            continue
        for run in of_unit:
            held.remove(run)
            if len(run) > 1:
                yield run
        held.append([one])
    yield from (run for run in held if len(run) > 1)


def _is_term(one: Figure) -> bool:
    return is_plain(one) and not one.target and single(one.base_value) != 0 and "/" not in one.unit and bool(one.unit)


def _is_aside(text: str, one: Figure) -> bool:
    """Whether a number is what another one is compared with: 'tăng 14,2% so với năm 2021 là 86.178 lượt'."""
    said = _ASIDE.search(text, max(one.start - 60, 0), one.start)
    return said is not None and not _CLAUSE.search(said[0])


def _is_joined(report: Report, low: int, high: int) -> bool:
    """Whether two numbers are of one list: no sentence ends between them, or one that begins with what is left, or
    with what all make.
    """
    ends = ends_between(report, low, high)
    if report.text[low:high].strip() == "/":
        return False  # of one group: '63 học sinh/27 nữ'
    if not ends:
        return _ITEM.search(report.text, low, high + 1) is None
    if len(ends) > 1 or high - low > _WIDE // 2:
        return False
    opened = min(ends[0] + _OPENING, high)
    return _REST.search(report.text, ends[0], opened) is not None or _ends_list(report.text, high)


_OPENING = 16  # letters in which a sentence says that it tells the rest: 'Đến nay còn', 'Số còn lại'


def _ends_list(text: str, at: int) -> bool:
    """Whether the number there is told as what all before it make."""
    return _TOTAL.search(text, max(at - 100, 0), at) is not None


def _check_run(report: Report, figures: Sequence[Figure], run: Sequence[Figure]) -> _Listed | None:
    text = report.text
    wholes = list(_wholes(report, figures, run))
    if _is_explained(run, [of for _, of in wholes]):
        closing = [one for one in _closed_by_total(text, run) if not _is_explained(one.parts, [one.of])]
        return next((one for one in closing if _holds(report, one, len(closing))), None)
    options = [_Listed(whole, of, tuple(run)) for whole, of in wholes]
    ended = _first_sentence(report, run)
    if 1 < len(ended) < len(run):
        options += [_Listed(whole, of, tuple(ended)) for whole, of in wholes]
    options += _closed_by_total(text, run)
    for at in range(1, len(run) - 1):
        if _OPENS.search(text, run[at - 1].end, run[at].start) or at == 1:
            wholes_inside = (one for one in run[:at] if not _are_items_beside(text, one, run[at]))
            options += [_Listed(one, amount(one), tuple(run[at:])) for one in wholes_inside]
    close = [one for one in options if _is_close(one)]
    return next((one for one in close if _holds(report, one, len(close))), None)


_ITS_LABEL = re.compile(r"[^\W\d_]:\s?$")


def _are_items_beside(text: str, one: Figure, other: Figure) -> bool:
    """Whether two numbers are items of one list, each behind a colon of its own and parted by a semicolon: 'Khe Lạnh:
    13 người; Nà Pàn: 02 người'.
    """
    labelled = all(_ITS_LABEL.search(text, max(item.start - 3, 0), item.start) for item in (one, other))
    return labelled and text.find(";", one.end, other.start) >= 0 and "\n" not in text[one.end : other.start]


def _is_close(listed: _Listed) -> bool:
    """Whether a list may be meant for its whole, though it does not make it."""
    off = abs(listed.added - listed.of)
    return 0 < off * _CLOSE <= listed.of or (off > 0 and chance_of_sum(listed.whole, listed.of, listed.parts) <= _RARE)


_DIVIDED = re.compile(r"[.,;:]?\s{0,3}(?:[Tt]rong đó|(?:[Bb]ao )?[Gg]ồm|[Cc]hia ra)(?!\w)")


def _closed_by_total(text: str, run: Sequence[Figure]) -> list[_Listed]:
    """The lists whose total is told behind them: 'ngân sách 214,5; tín dụng 96,8 ... Tổng huy động 1.546,5 tỷ đồng';
    what is divided itself is the total of others ('Tổng chi 936 triệu đồng. Trong đó:').
    """
    ends = [
        at
        for at in range(_LEAST - 1, len(run))
        if _ends_list(text, run[at].start) and not _DIVIDED.match(text, run[at].end)
    ]
    return [_Listed(run[at], amount(run[at]), tuple(run[:at]), behind=True) for at in ends]


def _first_sentence(report: Report, run: Sequence[Figure]) -> list[Figure]:
    found = [run[0]]
    for one in run[1:]:
        if ends_between(report, found[-1].end, one.start):
            break
        found.append(one)
    return found


def _is_explained(run: Sequence[Figure], wholes: Sequence[Decimal]) -> bool:
    """Whether some neighbours of a list make one of its wholes, or one of its numbers."""
    amounts = [amount(one) for one in run]
    room = sum((rounding(one.value, one.base_value) for one in run), Decimal(0))
    known = {*wholes, *(one for one in amounts if one >= _TELLING)}
    for low in range(len(amounts) - 1):
        sums = list(accumulate(amounts[low:]))
        if any(abs(added - one) <= room for added in sums[1:] for one in known):
            return True
    return False


def _wholes(report: Report, figures: Sequence[Figure], run: Sequence[Figure]) -> Iterator[tuple[Figure, Decimal]]:
    """The numbers of the unit of a list that stand before it, the nearest first; of a share, both its terms."""
    at = bisect_left(figures, run[0].start, key=attrgetter("start"))
    largest = max(amount(one) for one in run)
    most = 2 if _is_series(report.text, run) else 1
    seen: set[Decimal] = set()
    for one in reversed(figures[max(at - _WHOLES, 0) : at]):
        far = run[0].start - one.end > _FAR or _ITEM.search(report.text, one.end, run[0].start)
        if far or len(ends_between(report, one.end, run[0].start)) > most:
            break
        hedged = one.qualifier and not (one.qualifier.startswith("ước") and one.decimals)
        plain = not hedged and not one.change and one.unit != "%" and "/" not in one.unit and not one.target
        between = report.text[one.end : run[0].start]
        if plain and one.unit and counts_alike(one, run[0]) and between.count(")") <= between.count("("):
            for value in terms_of(one):
                if value > largest and value not in seen:
                    seen.add(value)
                    yield one, value


def _holds(report: Report, listed: _Listed, tries: int) -> bool:
    """Whether a list is of a whole that it misses by a slip."""
    text, whole, parts, of, added = report.text, listed.whole, listed.parts, listed.of, listed.added
    room = sum((rounding(one.value, one.base_value) for one in (whole, *parts)), Decimal(0))
    if added <= 0 or abs(added - of) <= room:
        return False
    if not listed.behind and is_account(text, (whole, *parts)):
        return False
    if listed.behind and _is_told_beside(report, listed):
        return False
    if not listed.behind and _is_part_before(report, listed):
        return False
    words = [text[one.end : other.start] for one, other in pairwise(parts)]
    if any(_PLUS.search(joint) for joint in words) and any(_MINUS.search(joint) for joint in words):
        return False  # some items are items of others
    lead = text[max(0 if listed.behind else whole.end, parts[0].start - 150) : parts[0].start]
    told = _CLAUSE.split(lead)[-1] + _TAIL.match(text, parts[-1].end)[0]  # type: ignore[index]  # fits the empty text
    if (
        any(_NESTED.search(_OWN_RATE.sub("", _BRACKETS.sub("", joint))) for joint in words)
        or _PICKS.search(told)
        or _OVERLAPS.search(lead)
    ):
        return False
    few = len(parts) < _LEAST or _WOMEN.search(words[0]) or _WOMEN.search(_CLAUSES.split(lead)[-1])
    if few and not listed.behind and overlaps([lead, *words]):
        return False  # 'nữ 14 vị, dân tộc thiểu số 19 vị'
    if any(_has_items_of_its_own(joint) for joint in words):
        return False
    rest = _REST.search(words[-1]) if words else None
    if rest and rest[0] == "khác" and len(parts) >= _LEAST and tries == 1 and whole.unit == parts[0].unit:
        return ";" not in lead  # '483,7 kg heroin; 120,2 kg cần sa, 50,9 kg cocain, ma túy khác 93,2 kg'
    whole_list = len(parts) > _LEAST and len({one.unit for one in (whole, *parts)}) == 1
    divided = listed.behind or whole_list or _COLON.match(text, whole.end, parts[0].start) is not None
    divided = divided or rest is not None or _is_series(text, parts) or _is_led(report, listed, lead)
    chance = chance_of_sum(whole, of, parts)
    if not divided and added < of and len(parts) < _LEAST and chance > _RARE:
        return False  # two that are picked out may well leave a round rest
    return chance * tries <= (_SAID if divided else _LIKELY)


_WOMEN = re.compile(r"(?<!\w)(?:[Nn]ữ|[Dd]ân tộc)(?!\w)(?! thuật)")  # who are told beside others that hold them, too
_PART_OF_ONE = re.compile(r"(?<!\w)[Tt]rong (?:số )?đó,? (?:có )?$")


def _is_part_before(report: Report, listed: _Listed) -> bool:
    """Whether the whole is told as a part of another, and the list in a sentence of its own: 'thụ lý 812 tin, trong đó
    có 715 tin mới. Đã giải quyết ...'.
    """
    whole = listed.whole
    if _PART_OF_ONE.search(report.text, max(whole.start - 20, 0), whole.start) is None:
        return False
    return bool(ends_between(report, whole.end, listed.parts[0].start))


def _is_told_beside(report: Report, listed: _Listed) -> bool:
    """Whether the number behind a total is what the list makes: 'toàn trường đầu năm 389 em, cuối năm 387 em'."""
    figures, whole = prose_of(report), listed.whole
    at = bisect_left(figures, whole.start, key=attrgetter("start")) + 1
    beside = figures[at] if at < len(figures) else None
    if beside is None or not counts_alike(beside, whole) or ends_between(report, whole.end, beside.start):
        return False
    return is_plain(beside) and amount(beside) == listed.added


def _has_items_of_its_own(joint: str) -> bool:
    """Whether items of units that are not known stand between two of a list: '04 BT; 01 TPT; 01 Phó TPT; 115 GV'."""
    return any(match_unit(joint[found.end() :].split()[:5]) is None for found in _OTHERS.finditer(joint))


def _is_led(report: Report, listed: _Listed, lead: str) -> bool:
    """Whether the words before a list divide its whole, and no other thing that their own sentence names ('Đoàn thư ký
    gồm 05 đồng chí').
    """
    said = _DIVIDES.search(lead)
    if said is None or listed.behind or not ends_between(report, listed.whole.end, listed.parts[0].start):
        return said is not None
    return not _SUBJECT.search(lead, 0, said.start()) or "gồm" not in said[0].lower()


_SUBJECT = re.compile(r"[^\W\d_]\s$")


def _is_series(text: str, parts: Sequence[Figure]) -> bool:
    """Whether all parts are told under one noun, three or a class: 'rừng sản xuất ..., rừng phòng hộ ..., rừng ...'."""
    for marks in (_CLAUSES, _CLAUSE):
        leads = [marks.split(text[max(one.start - 60, 0) : one.start])[-1] for one in parts]
        heads = [found[0].lower() if (found := _HEAD.search(lead)) else str(at) for at, lead in enumerate(leads)]
        if len(set(heads)) == 1 and (len(parts) >= _LEAST or heads[0] in _CLASSES):
            return True
    return False
